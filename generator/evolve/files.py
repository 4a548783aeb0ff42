"""The files of a migration: up, down and checks for each target, and the chain of checksums.

A step is one unit of work. Its first statement puts a row into the ledger of migrations, so that
a step which is already in fails before it changes anything, whoever runs the script. Of a step
whose statement commits by itself, as REORG does, the row comes last: else it would say of a REORG
that failed that it was done.
"""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.evolve.model import Step
from generator.evolve.scripts import script
from generator.relational.accepted import TableKind
from generator.render.ddl import in_columns
from generator.render.files import Owner, RenderedFile
from generator.render.render import render

if TYPE_CHECKING:
    from generator.evolve.model import Evolution, Script, Statement
    from generator.relational.accepted import AcceptedSchema
    from generator.relational.target import Target

CHAIN = "checksums.txt"
FILE = re.compile(r"migrations/([a-z0-9-]+)/(\d{4})_([a-z0-9_]+)\.(checks|up|down)\.sql")
_DIGEST = 12  # characters of a model's digest that a script names
_LEDGER = "_RECON_MIGRATION"
_IRREVERSIBLE = "IRREVERSIBLE: the down script cannot bring back what this step removes."

# What changes on other targets only: the tables still get the version that the program is for.
_NOTHING = Step("Nothing changes here but the version", ())


@dataclass(frozen=True, slots=True)
class Migration:
    """A migration to be written: its slug and what it does."""

    slug: str
    evolution: Evolution
    header: str

    @property
    def version(self) -> int:
        """The version that the tables have afterwards, which is its number."""
        return self.evolution.after.version

    @property
    def name(self) -> str:
        """How its files begin: ``0003_widen_name``."""
        return f"{self.version:04}_{self.slug}"


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its terminator, line by line; one that is disabled stands in comments."""

    notes: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A unit of work; its row in the ledger is the first statement, or with `late` the last.

    `forgets` says that it takes the version out of the ledger.
    """

    number: int
    head: tuple[str, ...]
    statements: tuple[StatementView, ...]
    late: bool = False
    forgets: bool = False

    @property
    def early(self) -> bool:
        """Whether the row comes first."""
        return not self.late


@dataclass(frozen=True, slots=True)
class ScriptView:
    """One file, every line decided."""

    head: tuple[str, ...]
    ledger: str
    version: int
    name: str
    direction: str
    begin: str
    terminator: str
    control: str = ""
    steps: tuple[StepView, ...] = ()
    checks: tuple[StatementView, ...] = ()


def migration_files(
    migration: Migration, targets: Iterable[Target], chains: Mapping[str, str]
) -> tuple[RenderedFile, ...]:
    """The new files of every target; `chains` are the checksums that are there, by target."""
    found: list[RenderedFile] = []
    for target in targets:
        texts = migration_texts(migration, target)
        own = {f"migrations/{target.name}/{name}": text for name, text in texts.items()}
        found += [RenderedFile(path, text, Owner.MIGRATION) for path, text in own.items()]
        chain = chains.get(target.name, "") + "".join(links(chains.get(target.name, ""), texts))
        found.append(RenderedFile(f"migrations/{target.name}/{CHAIN}", chain))
    return tuple(found)


def migration_texts(migration: Migration, target: Target) -> dict[str, str]:
    """By file name, in the order of the chain: the checks, the way up, the way down."""
    up, down = script(migration.evolution, target), script(migration.evolution.reversed(), target)
    lost = any(step.irreversible for step in up.steps)
    texts = {
        f"{migration.name}.checks.sql": _checks(migration, target, up),
        f"{migration.name}.up.sql": _steps(migration, target, up, "UP"),
        f"{migration.name}.down.sql": _steps(migration, target, down, "DOWN", lost=lost),
    }
    return {name: in_columns(text, target) for name, text in texts.items()}


def links(chain: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each file: the hash of the line before, the file's name and its text."""
    lines: list[str] = []
    before = chain.splitlines()[-1] if chain else ""
    for name, text in texts.items():
        content = f"{before}\n{name}\n{text}".replace("\r\n", "\n")
        before = f"{hashlib.sha256(content.encode()).hexdigest()}  {name}"
        lines.append(before + "\n")
    return tuple(lines)


def _checks(migration: Migration, target: Target, up: Script) -> str:
    what = "Nothing has to be checked before the up script runs."
    if up.checks:
        what = "Each of these queries must give no rows, or 0, before the up script runs."
    frame = _frame(migration, target, "UP")
    checks = tuple(_statement(check, target) for check in up.checks)
    view = replace(frame, head=(*frame.head, *_wrapped((what,), target)), checks=checks)
    return render("shared/migrations/checks.sql.j2", script=view)


def _steps(
    migration: Migration, target: Target, found: Script, direction: str, *, lost: bool = False
) -> str:
    notes = ("What the up script removed for good is there again, and empty.",) if lost else ()
    frame = _frame(migration, target, direction)
    units = found.steps or (_NOTHING,)
    steps = tuple(
        _step(step, number, target, forgets=direction == "DOWN" and number == len(units))
        for number, step in enumerate(units, 1)
    )
    head = (*frame.head, *_wrapped((*target.hand, *notes), target))
    view = replace(frame, head=head, control=target.control, steps=steps)
    return render("shared/migrations/script.sql.j2", script=view)


def _frame(migration: Migration, target: Target, direction: str) -> ScriptView:
    """All but the body of a file."""
    schema = migration.evolution.after
    ledger = ledger_of(schema)
    return ScriptView(
        head=_head(migration, target, direction),
        ledger=f"{schema.schema}.{ledger}" if schema.schema and target.qualified else ledger,
        version=migration.version,
        name=migration.slug,
        direction=direction,
        begin=target.begin,
        terminator=target.terminator,
    )


def ledger_of(schema: AcceptedSchema) -> str:
    """The job's table of migrations."""
    return next(
        table.name
        for table in schema.tables
        if table.kind is TableKind.RECONCILIATION and table.name.endswith(_LEDGER)
    )


def _head(migration: Migration, target: Target, direction: str) -> tuple[str, ...]:
    way = migration.evolution
    start, end = (way.before, way.after) if direction == "UP" else (way.after, way.before)
    return (
        *textwrap.wrap(migration.header, target.line - 3),
        f"from version: {start.version} {start.digest[:_DIGEST]}",
        f"to version: {end.version} {end.digest[:_DIGEST]}",
    )


def _step(step: Step, number: int, target: Target, *, forgets: bool) -> StepView:
    lost = (_IRREVERSIBLE,) if step.irreversible else ()
    return StepView(
        number=number,
        head=_wrapped((f"step {number}: {step.title}", *lost, *step.notes), target),
        statements=tuple(_statement(statement, target) for statement in step.statements),
        late=step.commits,
        forgets=forgets,
    )


def _statement(statement: Statement, target: Target) -> StatementView:
    lines = (statement.text.strip("\n") + target.terminator).split("\n")
    if statement.disabled:
        lines = [f"-- {line}".rstrip() for line in lines]
    return StatementView(_wrapped(statement.notes, target), tuple(lines))


def _wrapped(lines: Sequence[str], target: Target) -> tuple[str, ...]:
    return tuple(part for line in lines for part in textwrap.wrap(line, target.line - 3))
