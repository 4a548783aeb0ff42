"""What lies between two models of a job. Types only, all frozen.

An `Evolution` is symmetric: `reversed()` is what a down migration carries out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.problems import Location
from generator.relational.accepted import AcceptedSchema, AcceptedTable
from generator.relational.tables import Column


class ChangeClass(StrEnum):
    """How much care a change takes, the least first."""

    SAFE = "safe"
    PHYSICAL = "physical"  # other clauses or indexes, the same contents
    LAYOUT_ONLY = "layout-only"  # bytes move: no DDL, but readers must change in step
    WIDENING = "widening"
    DATA_DEPENDENT = "data-dependent"  # holds only if the rows do: see its check
    NARROWING = "narrowing"
    DESTRUCTIVE = "destructive"


class Flag(StrEnum):
    """What a change costs on a target."""

    REORG = "reorg"
    REBIND = "rebind"
    REWRITE = "rewrite"  # every row is written again
    OUTAGE = "outage"
    IRREVERSIBLE = "irreversible"  # the down migration cannot bring the data back


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, in words for an engineer and a DBA.

    `kind` is a stable word for programs: "column-added", "type-changed", … `subject` is what
    changed inside the table: a column, an index, a constraint, "" for the table itself. `before`
    and `after` are the two sides in short, None where there is none. `ddl`, `reader` and `data`
    say in a sentence each what it means for the tables, the program that reads the file, and the
    rows that are there. `source` is the COBOL path. `flags` are by target name.
    """

    kind: str
    change_class: ChangeClass
    table: str
    subject: str = ""
    before: str | None = None
    after: str | None = None
    source: str = ""
    ddl: str = ""
    reader: str = ""
    data: str = ""
    flags: Mapping[str, tuple[Flag, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """The same column on both sides; None where a side has none. Names may differ.

    `before` and `after` are columns of the table in the database: a column that the model gave up
    and the table keeps stands on both sides, nullable on the later one.
    """

    before: Column | None
    after: Column | None


@dataclass(frozen=True, slots=True)
class TableChange:
    """The same table on both sides; None where a side has none.

    Tables that do not differ at all are left out of an `Evolution`.
    """

    before: AcceptedTable | None
    after: AcceptedTable | None
    columns: tuple[Pair, ...] = ()

    @property
    def new_key(self) -> frozenset[str]:
        """The columns of the later key that the rows do not have."""
        key = self.after.table.primary_key if self.before and self.after else ()
        new = {p.after.name for p in self.columns if p.before is None and p.after is not None}
        return frozenset(key) & new


@dataclass(frozen=True, slots=True)
class Move:
    """Values that go between numbered columns of a table and the rows of a child table.

    `wide` and `tall` are table names on the side that has them; `key` pairs the key columns (wide
    name, tall name); `sequence` is the tall table's column for the number. `rows` has for each
    occurrence its number and the (wide column, tall column) pairs. `spread` goes from wide to
    tall, otherwise rows are gathered into columns.
    """

    wide: str
    tall: str
    key: tuple[tuple[str, str], ...]
    sequence: str
    rows: tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
    spread: bool


@dataclass(frozen=True, slots=True)
class Evolution:
    """All that lies between two models."""

    before: AcceptedSchema
    after: AcceptedSchema
    tables: tuple[TableChange, ...]
    moves: tuple[Move, ...] = ()

    @property
    def detached(self) -> frozenset[str]:
        """The later tables whose rows would lose their parent by a key with columns new to them.

        Where such a column is new to the parent as well, the rows of both get the same value.
        """
        by_name = {change.after.name: change for change in self.tables if change.after}
        return frozenset(name for name, change in by_name.items() if _detaches(change, by_name))

    def reversed(self) -> Evolution:
        """The way back."""
        return Evolution(
            before=self.after,
            after=self.before,
            tables=tuple(
                TableChange(
                    change.after,
                    change.before,
                    tuple(Pair(pair.after, pair.before) for pair in change.columns),
                )
                for change in self.tables
            ),
            moves=tuple(
                Move(m.wide, m.tall, m.key, m.sequence, m.rows, spread=not m.spread)
                for m in self.moves
            ),
        )


def _detaches(change: TableChange, others: Mapping[str, TableChange]) -> bool:
    if change.after is None or change.after.parent is None or not change.new_key:
        return False
    parent = others.get(change.after.parent)
    if parent is None or parent.after is None or _detaches(parent, others):
        return True
    checked = {check.column for check in (*parent.after.table.checks, *change.after.table.checks)}
    return not (_keeps_key(parent) and change.new_key <= parent.new_key - checked)


def _keeps_key(change: TableChange) -> bool:
    """Whether the former key is a part of the later one."""
    if change.before is None or change.after is None:
        return False
    key = change.after.table.primary_key
    kept = {p.before.name for p in change.columns if p.before and p.after and p.after.name in key}
    return kept >= set(change.before.table.primary_key)


@dataclass(frozen=True, slots=True)
class Words:
    """What job.yaml says about what became of columns and tables.

    `renamed` has by (record, COBOL path of the field as it is now, "." between its names) what it
    was: a column of the accepted schema, or a former COBOL name. `records` has by the record's
    name its former one. `removed` has by (record, COLUMN or TABLE.COLUMN) "drop" or "keep".
    `places` says where job.yaml has them, by the name of the mapping and the key.
    """

    renamed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    places: Mapping[tuple[str, str | tuple[str, str]], Location] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that may be a rename: the likelier the higher its score; a score decides nothing."""

    before: str
    after: str
    score: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only the user can decide; it ends a command with exit code 3.

    `table` is "" for a table that is gone. `gone` is the column or table, `record` the 01 under
    whose entry of job.yaml the answer is written.
    """

    record: str
    table: str
    gone: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two models compared: what follows, in words and as steps, and what must be asked first.

    Where there are questions `evolution` keeps the columns in question, unused and nullable.
    """

    evolution: Evolution
    changes: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL statement or command of a migration, without its terminator.

    `notes` are the comment lines above it. A `disabled` one is written as a comment: it waits for
    the user's word.
    """

    text: str
    notes: tuple[str, ...] = ()
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of work of a migration, committed together with its row in the ledger.

    `title` says what it does; `notes` lock, REORG and undo remarks for the DBA. `irreversible`
    marks a step that loses data for good. The statement of one that `commits` does so before it
    begins, whether or not it succeeds: the row of the step must not be there yet.
    """

    title: str
    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()
    irreversible: bool = False
    commits: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """A migration of one target in one direction, and the queries that must find nothing first."""

    steps: tuple[Step, ...]
    checks: tuple[Statement, ...] = ()
