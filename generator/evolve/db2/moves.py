"""Values between the numbered columns of a table and the rows of a child table, in Db2's SQL.

An occurrence of nulls alone has no row, and one without a row gives nulls, or what INITIALIZE
stores where null is not allowed: so there and back gives the same columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.evolve.db2.values import initial
from generator.relational.tables import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.evolve.db2.statements import Db2
    from generator.evolve.model import Evolution, Move, Statement
    from generator.relational.accepted import AcceptedSchema, AcceptedTable
    from generator.relational.tables import Column

_STAMPS = (Role.CREATED_RUN_ID, Role.CREATED_TS, Role.LAST_RUN_ID, Role.UPDATE_TS)


@dataclass(frozen=True, slots=True)
class MoveView:
    """One occurrence; `values` and `named` are of the wide table W, `columns` of the tall one."""

    wide: str
    tall: str
    columns: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    assignments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What tables and columns are called at the time of the move."""

    tables: Mapping[str, str]
    columns: Mapping[tuple[str, str], str]

    def table(self, name: str) -> str:
        """By the name on its side of the move."""
        return self.tables.get(name, name)

    def column(self, table: str, name: str) -> str:
        """By the names on their side of the move."""
        return self.columns.get((table, name), name)


def spread(move: Move, evolution: Evolution, db2: Db2) -> Iterator[Statement]:
    """A row of the child table for each occurrence of each row that holds something.

    A child table that was kept has rows already: they are updated, those without a parent go.
    """
    wide, tall = _table(evolution.before, move.wide), _table(evolution.after, move.tall)
    known = evolution.before.table(move.tall) is not None
    template = "merge_rows" if known else "insert_rows"
    for number, pairs in move.rows:
        source = {t: f"W.{w}" for w, t in (*move.key, *pairs)}
        source = {**source, move.sequence: str(number), **_stamps(wide, tall)}
        source |= _rest(tall, source)
        view = MoveView(
            wide=db2.qualified(move.wide),
            tall=db2.qualified(move.tall),
            columns=tuple(source),
            values=tuple(source.values()),
            named=tuple(f"{value} AS {name}" for name, value in source.items()),
            filled=_filled(wide, pairs, known=known),
            matches=tuple(f"T.{c} = S.{c}" for c in tall.table.primary_key),
            assignments=tuple(f"{t} = S.{t}" for _, t in pairs),
        )
        yield db2.statement(template, move=view)
    if known:
        matches = tuple(f"W.{w} = T.{t}" for w, t in move.key)
        view = MoveView(db2.qualified(move.wide), db2.qualified(move.tall), matches=matches)
        yield db2.statement("delete_orphans", move=view)


def _table(schema: AcceptedSchema, name: str) -> AcceptedTable:
    return {table.name: table for table in schema.tables}[name]


def _rest(tall: AcceptedTable, source: Mapping[str, str]) -> dict[str, str]:
    """Columns of which the wide table knows nothing."""
    wanted = (c for c in tall.table.columns if not c.nullable and not c.default)
    return {c.name: initial(c, tall.table.checks) for c in wanted if c.name not in source}


def _stamps(wide: AcceptedTable, tall: AcceptedTable) -> dict[str, str]:
    """Run and time of the row that the occurrence comes from."""
    source = {c.role: c.name for c in wide.table.columns if c.role in _STAMPS}
    return {c.name: f"W.{source[c.role]}" for c in tall.table.columns if c.role in source}


def _filled(
    wide: AcceptedTable, pairs: Sequence[tuple[str, str]], *, known: bool
) -> tuple[str, ...]:
    """Conditions of which one holds where an occurrence has a row; none where each has.

    Where the child table is new, all but nulls are something.
    """
    columns = {column.name: column for column in wide.columns}
    if known:
        checks = wide.table.checks
        return tuple(_is_something(columns[w], initial(columns[w], checks), t) for w, t in pairs)
    if not all(columns[w].nullable for w, _ in pairs):
        return ()
    return tuple(f"W.{w} IS NOT NULL" for w, _ in pairs)


def _is_something(wide: Column, nothing: str, tall: str) -> str:
    return f"S.{tall} IS NOT NULL" if wide.nullable else f"S.{tall} <> {nothing}"


def gather(move: Move, evolution: Evolution, names: Names, db2: Db2) -> Iterator[Statement]:
    """The columns of each occurrence from its row, if there is one."""
    wide = _table(evolution.after, move.wide)
    held = {column.name: column for column in wide.columns}
    for number, pairs in move.rows:
        matches = [f"T.{t} = W.{names.column(move.wide, w)}" for w, t in move.key]
        matches.append(f"T.{move.sequence} = {number}")
        gathering = _Gathering(move, names, tuple(matches))
        view = MoveView(
            wide=db2.qualified(names.table(move.wide)),
            tall=db2.qualified(move.tall),
            assignments=tuple(
                gathering.assignment(held[w], initial(held[w], wide.table.checks), t, db2)
                for w, t in pairs
            ),
        )
        yield db2.statement("gather_rows", move=view)


@dataclass(frozen=True, slots=True)
class _Gathering:
    """One occurrence on its way into columns."""

    move: Move
    names: Names
    matches: tuple[str, ...]

    def assignment(self, wide: Column, default: str, tall: str, db2: Db2) -> str:
        column = self.names.column(self.move.wide, wide.name)
        name = db2.qualified(self.move.tall)
        value = db2.sql("value_of_row", column=tall, tall=name, matches=self.matches)
        if wide.nullable:
            return db2.sql("assignment_of_row", column=column, value=value)
        return db2.sql("assignment_of_row_or", column=column, value=value, default=default)
