"""Values that go between numbered columns and the rows of a child table, on SQLite.

Spread, an occurrence whose columns are all NULL gives no row. A child table that is there still
has its rows from when it was in use: they are updated, rows without a parent go, and a missing
row comes back only where its columns hold anything. So what was gathered is spread as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.evolve.model import Move, Statement
from generator.evolve.sqlite.rows import RowsView, fresh, nothing
from generator.evolve.sqlite.tables import Work, sql
from generator.evolve.sqlite.values import Source, converted, initial, misfit, source_of

if TYPE_CHECKING:
    from generator.relational.accepted import AcceptedTable
    from generator.relational.tables import Column

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Spread:
    """Numbered columns of `wide` that become rows of the table that `work` builds."""

    move: Move
    work: Work
    wide: AcceptedTable

    def source(self, name: str, qualifier: str = "") -> Source:
        """A column of the wide table, to read from."""
        column = _column(self.wide, name)
        return source_of(column, self.wide.places.get(name), qualifier + name)

    def column(self, name: str) -> Column:
        """A column of the table of rows."""
        assert self.work.after is not None  # noqa: S101 - values go into a table that will be
        return _column(self.work.after, name)

    def value(self, wide: str, tall: str, qualifier: str = "") -> str:
        """The value of a wide column as the column of rows holds it."""
        column, source = self.column(tall), self.source(wide, qualifier)
        value = converted(source, column, self.work.digits(column))
        if source.nullable and not column.nullable:
            return f"COALESCE({value}, {nothing(self.work, column)})"
        return value

    @property
    def key(self) -> Pairs:
        """The key columns of the rows, each with its value."""
        return tuple((tall, self.value(wide, tall)) for wide, tall in self.move.key)


def moved_rows(work: Work) -> Iterator[Statement]:
    """The statements that fill the table with rows from numbered columns."""
    for move, giver in work.takes:
        if move.spread and giver.before is not None:
            yield from _spread(_Spread(move, work, giver.before))


def _spread(spread: _Spread) -> Iterator[Statement]:
    if spread.work.before is not None:
        joined = [f"{spread.wide.name}.{w} = {spread.work.new}.{t}" for w, t in spread.move.key]
        text = sql("delete_orphans", child=spread.work.new, parent=spread.wide.name, joined=joined)
        yield Statement(text, ("Rows whose parent is gone.",))
    for number, columns in spread.move.rows:
        rows = _rows(spread, number, columns)
        yield Statement(sql("copy_rows", rows=rows), (f"Occurrence {number}.",))


def _rows(spread: _Spread, number: int, columns: Pairs) -> RowsView:
    values = {
        **dict(spread.key),
        spread.move.sequence: str(number),
        **{tall: spread.value(wide, tall) for wide, tall in columns},
    }
    values |= _others(spread, frozenset(values))
    there = spread.work.before is not None
    table = spread.work.after.table if spread.work.after else None
    return RowsView(
        spread.work.new,
        tuple(values),
        tuple(values.values()),
        spread.wide.name,
        _worth_a_row(spread, number, columns),
        table.primary_key if there and table else (),
        tuple(f"{tall} = excluded.{tall}" for _, tall in columns) if there else (),
    )


def _others(spread: _Spread, known: frozenset[str]) -> dict[str, str]:
    """What is neither key nor value: who loaded it and when is the parent's."""
    table = spread.work.after.table.columns if spread.work.after else ()
    parent = {column.name: column for column in spread.wide.table.columns}
    left = (column for column in table if column.name not in known)
    return {
        c.name: (
            c.name if c.name in parent and parent[c.name].role is c.role else fresh(spread.work, c)
        )
        for c in left
    }


def _worth_a_row(spread: _Spread, number: int, columns: Pairs) -> str:
    values = [_column(spread.wide, name) for name, _ in columns]
    if spread.work.before is None:
        nothing = all(column.nullable for column in values)
        return " OR ".join(f"{column.name} IS NOT NULL" for column in values) if nothing else ""
    joined = [
        f"T.{tall} = {spread.value(wide, tall, spread.wide.name + '.')}"
        for wide, tall in spread.move.key
    ]
    joined.append(f"T.{spread.move.sequence} = {number}")
    held = [f"{c.name} IS NOT {'NULL' if c.nullable else initial(c.type)}" for c in values]
    return " OR ".join([*held, sql("row_exists", child=spread.work.new, joined=joined)])


def gathered_from(work: Work) -> dict[str, str]:
    """By column of a table that is built anew, its value from the rows of a child table."""
    values: dict[str, str] = {}
    for move, giver in work.takes:
        if not move.spread and giver.before is not None:
            values |= _gathered(move, work, giver)
    return values


def _gathered(move: Move, work: Work, giver: Work) -> Iterator[tuple[str, str]]:
    assert giver.before is not None  # noqa: S101 - the caller looked
    joined = _joined(move, work)
    guarded = giver.after is None
    guard = extra_rows(move, giver, joined) if guarded else ""
    for number, columns in move.rows:
        for wide, tall in columns:
            column = _column(work.after, wide)
            old = _column(giver.before, tall)
            source = source_of(old, giver.before.places.get(tall), f"T.{tall}")
            value = sql(
                "value_of_row",
                value=converted(source, column, work.digits(column)),
                child=giver.before.name,
                joined=joined,
                sequence=move.sequence,
                number=number,
            )
            if not column.nullable:
                # A row that is not there is blank; where that is not allowed, the check refuses.
                none = nothing(work, column) if guarded else initial(column.type)
                value = f"COALESCE({value}, {none})"
            yield wide, f"iif({guard}, {misfit(column.type)}, {value})" if guard else value
            guard = ""


def _joined(move: Move, work: Work) -> list[str]:
    """The row's key against the parent's, by the names that they have now."""
    pairs = ((work.pair_of(wide), wide, tall) for wide, tall in move.key)
    now = ((pair.before.name if pair and pair.before else wide, tall) for pair, wide, tall in pairs)
    return [f"T.{tall} = {work.old}.{wide}" for wide, tall in now]


def extra_rows(move: Move, giver: Work, joined: list[str]) -> str:
    """Whether a parent has rows that have no column: a table that goes must not take them along."""
    numbers = ", ".join(str(number) for number, _ in move.rows)
    more = [*joined, f"T.{move.sequence} NOT IN ({numbers})"]
    return sql("row_exists", child=giver.old, joined=more)


def _column(table: AcceptedTable | None, name: str) -> Column:
    return next(column for column in (table.columns if table else ()) if column.name == name)
