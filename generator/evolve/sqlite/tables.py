"""What becomes of a table on SQLite: built anew, created, dropped, kept, or its indexes only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.evolve.model import Evolution, Move, Pair, Statement
from generator.evolve.sqlite.values import Source, digits_of, source_of
from generator.relational.accepted import AcceptedTable, TableKind, spelt
from generator.relational.tables import Index, Role, Table
from generator.render.ddl import index_views
from generator.render.render import render
from generator.render.table_lines import Build, table_lines

if TYPE_CHECKING:
    from generator.relational.tables import Column
    from generator.relational.target import Target


def sql(template: str, **view: object) -> str:
    """A statement, without the end of line behind it."""
    return render(f"sqlite/migrations/{template}.sql.j2", **view).rstrip("\n")


@dataclass(frozen=True, slots=True)
class NoSchema:
    """Names on SQLite take no schema."""

    name: str | None = None


@dataclass(frozen=True, slots=True)
class CreateView:
    """CREATE TABLE."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A table on both sides and how one becomes the other.

    `takes` are the moves that bring values into it, `gives` those that take values out of it,
    each with the table at its other end. `detached` says that its rows have no parent by the new
    key.
    """

    target: Target
    before: AcceptedTable | None
    after: AcceptedTable | None
    pairs: tuple[Pair, ...]
    takes: tuple[tuple[Move, Work], ...] = ()
    gives: tuple[Move, ...] = ()
    detached: bool = False

    @property
    def kind(self) -> TableKind:
        """What the table is for."""
        table = self.after or self.before
        return table.kind if table else TableKind.FINAL

    @property
    def old(self) -> str | None:
        """The name of the table that is there."""
        return self.before.name if self.before else None

    @property
    def final(self) -> str:
        """The name of the table that will be there."""
        return self.after.name if self.after else ""

    @property
    def new(self) -> str:
        """The name under which it is built: no identifier of the generator begins like that."""
        return f"_NEW_{self.final}"

    @property
    def names(self) -> tuple[str, ...]:
        """Its names, the later one first."""
        return tuple(dict.fromkeys(name for name in (self.final, self.old) if name))

    @property
    def kept(self) -> bool:
        """Whether the model gave the table up, which stays as it is."""
        if self.before is None or self.after is None:
            return False
        gives_up = self.after.gone and not self.before.gone
        return gives_up and shape(self.before) == shape(self.after)

    @property
    def rebuilt(self) -> bool:
        """Whether the table is built under another name, from one that is there or from values."""
        if self.after is None or self.kept:
            return False
        if self.before is None:
            return bool(self.takes)
        moved = any(pair.before != pair.after and _renames(pair) for pair in self.pairs)
        return bool(self.takes) or moved or shape(self.before) != shape(self.after)

    @property
    def differs(self) -> bool:
        """Whether the table or an index is other than before, or new, or gone."""
        if self.before is None or self.after is None:
            return True
        sides = [{*map(index_shape, side.table.indexes)} for side in (self.before, self.after)]
        return self.rebuilt or sides[0] != sides[1]

    @property
    def verb(self) -> str:
        """What happens to it, in a word or two."""
        if self.kept:
            return "not in the model any more, kept"
        if self.after is None:
            return "drop"
        if self.before is None:
            return "create"
        return "build anew" if self.rebuilt else "indexes"

    @property
    def loses(self) -> bool:
        """Whether values go that nothing brings back."""
        if self.kept or self.kind is TableKind.STAGING:
            return False
        return bool(self.lost_columns)

    @property
    def lost_columns(self) -> tuple[str, ...]:
        """Columns whose values go with them and not elsewhere."""
        gone = {pair.before.name for pair in self.pairs if pair.before and not pair.after}
        if self.after is None and self.before is not None:
            gone = {column.name for column in self.before.columns}
        carried = {name for move in self.gives for name in _given(move)}
        if carried and self.before is not None and self.after is None:
            carried |= {c.name for c in self.before.columns if c.role not in _OF_VALUES}
        return tuple(sorted(gone - carried))

    @property
    def newly_retired(self) -> tuple[str, ...]:
        """Columns that the model gave up now and the table keeps."""
        were = {column.name for column in self.before.retired} if self.before else set()
        are = self.after.retired if self.after else ()
        return tuple(column.name for column in are if column.name not in were)

    @property
    def lost_indexes(self) -> tuple[str, ...]:
        """Indexes that go, of a table that stays."""
        if self.before is None or self.after is None:
            return ()
        left = {index_shape(index) for index in self.after.table.indexes}
        return tuple(i.name for i in self.before.table.indexes if index_shape(i) not in left)

    @property
    def counts(self) -> bool:
        """Whether SQLite counts the rows by AUTOINCREMENT."""
        return any(c.role is Role.IDENTITY for c in (self.after.columns if self.after else ()))

    @property
    def notes(self) -> tuple[str, ...]:
        """What the DBA should know."""
        lost = ", ".join(self.lost_columns)
        if self.loses and self.after is None:
            return (f"{self.old} goes with its rows.",)
        return (f"{self.old} loses {lost}.",) if self.loses else ()

    @property
    def links(self) -> frozenset[str]:
        """Names that it gives up, takes or reads: who shares one goes with it."""
        moves = (*(move for move, _ in self.takes), *self.gives)
        ends = {name for move in moves for name in (move.wide, move.tall)}
        return frozenset({*self.names, *ends}) | (_indexes(self.before) ^ _indexes(self.after))

    def create(self, name: str) -> str:
        """CREATE TABLE under a name."""
        assert self.after is not None  # noqa: S101 - asked only where there is one
        build = build_of(self.after, self.target)
        return sql("create_table", table=CreateView(name, table_lines(build)))

    def source(self, pair: Pair) -> Source | None:
        """The earlier column of a pair, to read from."""
        if pair.before is None or self.before is None:
            return None
        source = source_of(pair.before, self.before.places.get(pair.before.name))
        place = self.after.places.get(pair.after.name) if self.after and pair.after else None
        return replace(source, date=place.date if place else None)

    def digits(self, column: Column) -> int:
        """The digits of a later column's picture."""
        return digits_of(column, self.after.places.get(column.name) if self.after else None)

    def pair_of(self, name: str) -> Pair | None:
        """The pair of a later column."""
        return next((p for p in self.pairs if p.after is not None and p.after.name == name), None)


_OF_VALUES = (Role.DATA,)


def _renames(pair: Pair) -> bool:
    return not (pair.before and pair.after and pair.before.name == pair.after.name)


def _given(move: Move) -> set[str]:
    """The columns of the table that gives, whose values are elsewhere afterwards."""
    side = 0 if move.spread else 1
    return {columns[side] for _, row in move.rows for columns in row}


def _indexes(table: AcceptedTable | None) -> frozenset[str]:
    return frozenset(index.name for index in table.table.indexes) if table else frozenset()


def build_of(table: AcceptedTable, target: Target) -> Build:
    """The table as the DDL creates it, retired columns included."""
    whole = whole_table(table)
    identity = target.ordered_identity
    checked = table.kind is TableKind.FINAL
    if table.kind is TableKind.STAGING:
        identity = target.identity
    return Build(whole, NoSchema(), target, identity, checked=checked)


def whole_table(table: AcceptedTable) -> Table:
    """The table with its retired columns."""
    return replace(table.table, columns=table.columns)


def shape(table: AcceptedTable) -> object:
    """What CREATE TABLE says, remarks apart; the order of the columns does not count."""
    inner = table.table
    columns = sorted(
        (c.name, spelt(c.type), c.nullable, c.default or "", c.role is Role.IDENTITY)
        for c in table.columns
    )
    return (
        table.name,
        columns,
        inner.primary_key_name,
        inner.primary_key,
        sorted(map(repr, inner.checks)),
    )


def index_shape(index: Index) -> Index:
    """An index without the words about it."""
    return replace(index, purpose="")


def index_statements(work: Work, *, every: bool) -> Iterator[Statement]:
    """CREATE INDEX for those that are not there yet, or for `every` one."""
    if work.after is None:
        return
    there = () if every or work.before is None else work.before.table.indexes
    known = {index_shape(index) for index in there}
    table = work.after.table
    for index, view in zip(table.indexes, index_views(table, NoSchema(), work.target), strict=True):
        if index_shape(index) not in known:
            notes = (index.purpose,) if index.purpose else ()
            yield Statement(sql("create_index", index=view), notes)


def work_of(evolution: Evolution, target: Target) -> tuple[Work, ...]:
    """The tables that differ, each with the moves that end in it."""
    plain = [
        Work(
            target,
            c.before,
            c.after,
            c.columns,
            detached=c.after is not None and c.after.name in evolution.detached,
        )
        for c in evolution.tables
    ]
    by_old = {work.old: work for work in plain if work.old}
    by_new = {work.final: work for work in plain if work.final}
    return tuple(_with_moves(work, evolution.moves, by_old, by_new) for work in plain)


def _with_moves(
    work: Work, moves: tuple[Move, ...], by_old: Mapping[str, Work], by_new: Mapping[str, Work]
) -> Work:
    """The table with values on the earlier side gives, the one on the later side takes."""
    takes, gives = [], []
    for move in moves:
        giver, taker = (move.wide, move.tall) if move.spread else (move.tall, move.wide)
        if work is by_new.get(taker) and giver in by_old:
            takes.append((move, by_old[giver]))
        if work is by_old.get(giver):
            gives.append(move)
    return replace(work, takes=tuple(takes), gives=tuple(gives))
