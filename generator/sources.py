"""A job's inputs, read and understood: job.yaml, the copybooks and what they mean as tables."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.load import load_job
from generator.copybook import parse_copybook
from generator.copybook.copying.replacing import pairs_for
from generator.copybook.dialect import Dialect
from generator.evolve.comparing.compare import compare
from generator.evolve.history import load_accepted
from generator.evolve.model import Words
from generator.evolve.questions import problem
from generator.evolve.words import words_of
from generator.findings.judge import review_findings
from generator.problems import GenerationFailed, Problem
from generator.reading.mapping import to_reading
from generator.relational import to_schema
from generator.relational.accepted import AcceptedSchema
from generator.relational.accepted import accepted as as_accepted
from generator.render.files import Job
from generator.targets import find
from generator.workspace import require_copybooks

if TYPE_CHECKING:
    from generator.config.load import LoadedJob
    from generator.config.model import Copybooks
    from generator.copybook.fields import Copybook
    from generator.evolve.model import Comparison
    from generator.findings.model import Finding
    from generator.relational.tables import Schema
    from generator.relational.target import Target
    from generator.workspace import JobPlace

_COPY = re.compile(r"\b(?:COPY|SQL\s+INCLUDE)\s+['\"]?([A-Z0-9@#$_-]+)", re.IGNORECASE)
_LP64 = 64


@dataclass(frozen=True, slots=True)
class Sources:
    """A job as the renderers need it, and all that was read for it.

    `files` are job.yaml, every copybook with its COPY closure and the glossary; `libraries` the
    directories that were searched, from the root; `problems` are warnings and notes. `accepted` is
    what schema.lock.json says, `comparison` what leads from there to the model, `questions` what
    must be answered first. `findings` are the problems and the hints on the design as job.yaml
    weighs them, whatever the day; `until` is the last day on which `problems` stay the same.
    """

    place: JobPlace
    job: Job
    files: tuple[Path, ...]
    libraries: tuple[str, ...]
    problems: tuple[Problem, ...]
    loaded: LoadedJob
    comparison: Comparison
    accepted: AcceptedSchema | None = None
    questions: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    until: str | None = None


ReadLock = Callable[["JobPlace"], "AcceptedSchema | None"]


def load_sources(place: JobPlace, read_lock: ReadLock = load_accepted) -> Sources:
    """Read the job; every error of the copybooks is reported at once."""
    members = require_copybooks(place)
    loaded = load_job(place.config)
    config = loaded.config
    accepted = read_lock(place)
    libraries = tuple(Path(os.path.normpath(library)) for library in loaded.libraries)
    books = parse_members(members, config.copybooks, libraries)
    targets = tuple(find(name) for name in config.targets)
    schema = to_schema(books, loaded, targets, accepted)
    reading = to_reading(books, loaded, schema)
    comparison = compared(accepted, schema, words_of(loaded, books), targets)
    lock = (place.lock,) if accepted else ()
    copied = (Path(name) for book in books for name in book.members)
    read = [*loaded.files, *lock, *members, *copied]
    warnings = dict.fromkeys((*(p for book in books for p in book.problems), *schema.problems))
    return Sources(
        place=place,
        job=_standing(
            Job(place.name, place.package, config, books, schema, reading), accepted, comparison
        ),
        files=tuple({place.shown(path): path for path in read}.values()),
        libraries=tuple(place.shown(library) for library in libraries),
        problems=tuple(warnings),
        loaded=loaded,
        comparison=comparison,
        accepted=accepted,
        questions=tuple(problem(question, loaded) for question in comparison.questions),
        findings=review_findings(warnings, schema, targets, loaded),
    )


def compared(
    lock: AcceptedSchema | None, schema: Schema, words: Words, targets: Sequence[Target]
) -> Comparison:
    """What leads from the lock to the model; without a lock there are no tables yet."""
    if lock is None:
        lock, words = AcceptedSchema(schema.job, -1, schema.name, ()), Words()
    return compare(lock, as_accepted(schema), words, targets)


def _standing(job: Job, lock: AcceptedSchema | None, comparison: Comparison) -> Job:
    """The job with what is known of its tables: their version, their digest, retired columns."""
    after = comparison.evolution.after
    return replace(
        job,
        version=lock.version if lock else after.version,
        digest=after.digest,
        retired={table.name: table.retired for table in after.tables if table.retired},
    )


def parse_members(
    members: tuple[Path, ...], settings: Copybooks, libraries: tuple[Path, ...]
) -> tuple[Copybook, ...]:
    """The root copybooks: every member that no other member copies."""
    dialect = dialect_of(settings)
    books: list[Copybook] = []
    problems: list[Problem] = []
    for member in roots(members):
        try:
            book = parse_copybook(
                member,
                source_format=settings.format,
                libraries=libraries,
                replacing=pairs_for(member, settings.replacing),
                dialect=dialect,
            )
        except GenerationFailed as failure:
            problems += failure.problems
        else:
            books.append(book)
    if problems:
        raise GenerationFailed(tuple(dict.fromkeys(problems)))
    return tuple(books)


def dialect_of(settings: Copybooks) -> Dialect:
    """What job.yaml says under `copybooks:`, as the parser takes it."""
    return Dialect(
        debugging=settings.debugging_lines,
        decimal_comma=settings.decimal_point == "comma",
        currency=settings.currency,
        arith_extend=settings.arith == "extend",
        lp64=settings.lp == _LP64,
        program=settings.program,
        shared_records=settings.shared_records,
        tolerate=settings.tolerate,
    )


def roots(members: tuple[Path, ...]) -> tuple[Path, ...]:
    """Members that are not named in a COPY statement of another one; all when that leaves none.

    Read from the text, because a member that only makes sense with REPLACING need not parse alone.
    """
    copied = {
        name.upper()
        for member in members
        for name in _COPY.findall(_without_comments(member))
        if name.upper() != member.stem.upper()
    }
    return tuple(m for m in members if m.stem.upper() not in copied) or members


def _without_comments(member: Path) -> str:
    lines = member.read_bytes().decode("latin-1").splitlines()
    return "\n".join(line for line in lines if line[6:7] not in {"*", "/"} and "*>" not in line)
