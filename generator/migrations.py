"""The commands of `cobrepo migrate`, each a report on one job."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from generator import pipeline
from generator.config.edit import with_entry
from generator.config.load import load_job, parse_job
from generator.evolve.chain import broken, chains, on_disk
from generator.evolve.files import Migration, migration_files, migration_texts
from generator.evolve.rename import find_rename
from generator.evolve.trial import gone_tables, tried
from generator.output import recovery, write
from generator.output.report import JobReport, Status, report
from generator.problems import GenerationFailed, Problem, Severity
from generator.relational.accepted import accepted, dump
from generator.sources import Sources, load_sources
from generator.targets import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.evolve.model import Change
    from generator.output.plan import Plan
    from generator.relational.target import Target
    from generator.workspace import JobPlace

_SLUG = 40
_DDL = "src/repository/ddl/sqlite/"


def plan(place: JobPlace, *, targets: tuple[str, ...] = ()) -> JobReport:
    """What lies between schema.lock.json and the copybooks, and the SQL of each target."""
    sources = _accepted(load_sources(place))
    pipeline.require_targets(sources, targets)
    changes = sources.comparison.changes
    status = Status.PLANNED if changes else Status.UNCHANGED
    return replace(
        report(place, Status.DECISION if sources.questions else status, None, sources.questions),
        schema=changes,
        scripts=tuple(_scripts(sources, targets or sources.job.config.targets)),
    )


def new(place: JobPlace, *, slug: str | None = None) -> JobReport:
    """Write the migration, accept the model, and generate what follows from it; all or nothing."""
    _require_slug(slug)
    return recovery.in_turn(place, partial(_prepared, place, slug), _written)


def _prepared(place: JobPlace, slug: str | None) -> tuple[Plan | JobReport, tuple[Change, ...]]:
    sources = _accepted(load_sources(place))
    changes = sources.comparison.changes
    if sources.questions:
        return report(place, Status.DECISION, None, sources.questions), changes
    if not changes:
        return report(place, Status.UNCHANGED, None, ()), ()
    after, there = sources.comparison.evolution.after, on_disk(place.output)
    made = _migration(sources, slug)
    files = migration_files(made, _targets(sources), chains(there)) if made else ()
    settled = load_sources(place, lambda _: after)
    merged = tuple({file.path: file for file in (*there, *files)}.values())
    return pipeline.prepared(settled, pipeline.Options(), merged, dump(after)), changes


def _written(prepared: tuple[Plan | JobReport, tuple[Change, ...]]) -> JobReport:
    plan, changes = prepared
    return replace(pipeline.written(plan), schema=changes)


def verify(place: JobPlace) -> JobReport:
    """Are the migrations whole, unedited, up to date, and do they run on sqlite?"""
    sources = load_sources(place)
    lock, files = sources.accepted, on_disk(place.output)
    version = lock.version if lock else 0
    targets = sources.job.config.targets
    found = [*broken(files, version, targets, place.output.as_posix())]
    found += pipeline.pending(sources)
    if "sqlite" in targets and not found:
        ddl = [file.text for file in pipeline.render(sources) if _is_sqlite_ddl(file.path)]
        found += tried([*ddl, *(gone_tables(lock) if lock else ())], files)
    return report(place, Status.FINDINGS if found else Status.CLEAN, None, tuple(found))


def accept_rename(place: JobPlace, *, old: str, new: str) -> JobReport:
    """Write into job.yaml that a column or a table is one that schema.lock.json knows."""
    sources, loaded = load_sources(place), load_job(place.config)
    if sources.accepted is None:
        raise GenerationFailed([_nothing_accepted(place)])
    model = accepted(sources.job.schema)
    rename = find_rename(sources.accepted, model, old, new)
    keys = {name.upper(): name for name in loaded.config.records}
    path = (rename.keys[0], keys[str(rename.keys[1]).upper()], *rename.keys[2:])
    text = place.config.read_bytes().decode("utf-8-sig")
    changed = with_entry(text, loaded.where, path, rename.former)
    parse_job(changed, place.config)
    write.replace_text(place.config, changed)
    said = "/".join(str(key) for key in path)
    note = Problem("MIG207", f"job.yaml now says {said}: {rename.former}", severity=Severity.NOTE)
    return report(place, Status.WRITTEN, None, (note,))


def _accepted(sources: Sources) -> Sources:
    """The same, once there is a model to start from."""
    if sources.accepted is None:
        raise GenerationFailed([_nothing_accepted(sources.place)])
    return sources


def _targets(sources: Sources) -> tuple[Target, ...]:
    return tuple(find(name) for name in sources.job.config.targets)


def _migration(sources: Sources, slug: str | None = None) -> Migration | None:
    """None where no table changes."""
    evolution = sources.comparison.evolution
    if not evolution.tables:
        return None
    return Migration(slug or slug_of(sources.comparison.changes), evolution, sources.job.header)


def _scripts(sources: Sources, targets: Iterable[str]) -> Iterator[tuple[str, str]]:
    migration = _migration(sources)
    if migration is None:
        return
    for name in targets:
        for file, text in migration_texts(migration, find(name)).items():
            yield f"migrations/{name}/{file}", text


def slug_of(changes: Iterable[Change]) -> str:
    """As many of the changes as a file's name has room for: ``added_fax_widened_name``."""
    said = dict.fromkeys(
        f"{change.kind.rpartition('-')[2]}_{change.subject or change.table}".lower()
        for change in changes
        if change.ddl and not change.kind.startswith("staging-")
    )
    words = [re.sub(r"[^a-z0-9]+", "_", word).strip("_") for word in said]
    joined = accumulate(words, lambda before, word: f"{before}_{word}")
    fitting = [slug for slug in joined if len(slug) <= _SLUG]
    return fitting[-1] if fitting else (words or ["tables"])[0][:_SLUG].strip("_")


def _is_sqlite_ddl(path: str) -> bool:
    return path.startswith(_DDL) and "/" not in path.removeprefix(_DDL) and path.endswith(".sql")


def _require_slug(slug: str | None) -> None:
    if slug is not None and not re.fullmatch(rf"[a-z0-9][a-z0-9_]{{0,{_SLUG - 1}}}", slug):
        message = f"--slug {slug}: it becomes a part of file names"
        hint = f"small letters, digits and underscores, at most {_SLUG}"
        raise GenerationFailed([Problem("MIG305", message, hint=hint)])


def _nothing_accepted(place: JobPlace) -> Problem:
    return Problem(
        code="MIG102",
        message=f"{place.name} has no schema.lock.json: no tables were accepted yet",
        hint=f"run cobrepo generate {place.name}, which accepts those of the copybooks",
    )
