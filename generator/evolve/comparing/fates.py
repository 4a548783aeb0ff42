"""What becomes of a column that the model no longer has, and of the table that had it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.evolve.comparing.pairing import ColumnPairs, TablePair
from generator.evolve.model import Pair, TableChange, Words
from generator.relational.accepted import AcceptedTable, TableKind, spelt
from generator.relational.tables import Column, Physical, Role, Table


class Fate(StrEnum):
    """What becomes of a column that no field gives any more."""

    DROP = "drop"  # job.yaml says so, or the table is staging
    MOVED = "moved"  # job.yaml says drop, and the values are rows of a child table now
    KEEP = "keep"  # job.yaml says so, or nobody can have put data into it
    CARRIED = "carried"  # its values are rows of a child table now; kept, as nothing says drop
    ASK = "ask"  # kept until the user says what

    @property
    def drops(self) -> bool:
        """Whether the column goes."""
        return self in {Fate.DROP, Fate.MOVED}


@dataclass(frozen=True, slots=True)
class Decided:
    """A table on both sides as it will be in the lock, and why.

    `after` is None only for a staging table that goes. `fates` are by column name and hold for
    columns that are in use, and for retired ones that are dropped now.
    """

    before: AcceptedTable | None
    after: AcceptedTable | None
    columns: ColumnPairs
    fates: Mapping[str, Fate] = field(default_factory=dict)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The columns as the database has them before and after."""
        if self.before is not None and self.after is not None and self.after.gone:
            return tuple(Pair(column, column) for column in self.before.columns)
        kept = {column.name: column for column in self.after.retired} if self.after else {}
        gone = (*self.columns.lost, *self.columns.idle)
        return (
            *(Pair(old, new) for old, new in self.columns.same),
            *(Pair(None, new) for new in self.columns.added),
            *(Pair(old, kept.get(old.name)) for old in gone),
        )

    @property
    def change(self) -> TableChange | None:
        """The difference in the database, None where there is none."""
        if not _differs(self.before, self.after):
            return None
        return TableChange(self.before, self.after, self.pairs)


def decide(
    pair: TablePair,
    columns: ColumnPairs,
    words: Words,
    carried: frozenset[tuple[str, str]],
    parent: Mapping[str, Fate],
) -> Decided:
    """The fate of each column, and the table that follows. `parent` are the fates in its parent."""
    old, new = pair.before, pair.after
    if old is None or new is None:
        kept = None if old is None or old.kind is TableKind.STAGING else replace(old, gone=True)
        return Decided(old, new or kept, columns)
    fates = {column.name: _fate(pair, column, words, carried, parent) for column in columns.lost}
    fates |= {c.name: Fate.DROP for c in columns.idle if _said(pair, c, words) == Fate.DROP}
    retired = tuple(
        replace(column, nullable=True)
        for column in (*columns.idle, *columns.lost)
        if not fates.get(column.name, Fate.KEEP).drops
    )
    done = (*old.dropped, *(name for name, fate in fates.items() if fate.drops))
    there = {column.name for column in new.table.columns}
    dropped = tuple(name for name in dict.fromkeys(done) if name not in there)
    if new.kind is TableKind.STAGING:
        return Decided(old, new, columns, fates)
    kept = replace(new, table=_placed(old.table, new.table), retired=retired, dropped=dropped)
    return Decided(old, kept, columns, fates)


def _placed(old: Table, new: Table) -> Table:
    """A table stays in its table space when its own name changes, from which that is made."""
    was, now = old.physical.space, new.physical.space
    if was is None or now is None:
        return new
    return replace(new, physical=replace(new.physical, space=replace(now, name=was.name)))


def _fate(
    pair: TablePair,
    column: Column,
    words: Words,
    carried: frozenset[tuple[str, str]],
    parent: Mapping[str, Fate],
) -> Fate:
    old = pair.before
    if old is None or old.kind is TableKind.STAGING:
        return Fate.DROP
    said, went = _said(pair, column, words), (old.name, column.name) in carried
    if said is not None:
        return Fate.MOVED if went and said is Fate.DROP else said
    if went:
        return Fate.CARRIED
    if column.role is not Role.DATA and column.name in parent:
        return Fate.DROP if parent[column.name].drops else Fate.KEEP
    asks = column.role in {Role.KEY, Role.DATA, Role.SEQUENCE} and old.kind is TableKind.FINAL
    return Fate.ASK if asks else Fate.KEEP


def _said(pair: TablePair, column: Column, words: Words) -> Fate | None:
    """What job.yaml says of the column, under the record's name of now."""
    sides = [side for side in (pair.after, pair.before) if side is not None]
    names = (column.name, *(f"{side.name}.{column.name}" for side in sides))
    said = (words.removed.get((sides[0].record, name)) for name in names)
    return next((Fate(word) for word in said if word is not None), None)


def _differs(old: AcceptedTable | None, new: AcceptedTable | None) -> bool:
    if old is None or new is None:
        return old is not new
    had, has = clauses(old.table.physical, new.table.physical)
    return had != has or _shape(old) != _shape(new)


def clauses(had: Physical, has: Physical) -> tuple[Physical, Physical]:
    """The clauses of both sides; a target that is only in one of them changes no table."""
    if had.space is None or has.space is None:
        return replace(had, space=None), replace(has, space=None)
    return had, has


def _shape(table: AcceptedTable) -> object:
    """What a table is in the database; comments and bytes do not count, nor does an order."""
    inner = table.table
    return (
        table.name,
        table.gone,
        _sorted((c.name, spelt(c.type), c.nullable, c.default) for c in table.columns),
        (inner.primary_key_name, inner.primary_key),
        _sorted(replace(index, purpose="") for index in inner.indexes),
        _sorted(inner.checks),
    )


def _sorted(parts: Iterable[object]) -> list[str]:
    return sorted(repr(part) for part in parts)
