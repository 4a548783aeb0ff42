"""A migration carried out on sqlite with rows in the tables, up and down, and what must hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from random import Random
from typing import Any

from generator.evolve.model import Evolution, Move, Pair, TableChange
from generator.evolve.sqlite import rebuild as sqlite
from generator.evolve.sqlite.values import digits_of
from generator.relational.accepted import AcceptedTable, TableKind
from generator.relational.tables import SqlType
from tests.evolve.sqlite_data import (
    SQLITE,
    Filler,
    Row,
    alike,
    carry_out,
    clear_offenders,
    create,
    fits,
    found,
    live,
    objects,
    opened,
    rows_of,
    same,
)

Contents = dict[str, list[Row]]


class RoundTrip:
    """Up and down again. Every assertion is here, so that cases and random pairs hold the same."""

    def __init__(self, evolution: Evolution, seed: int) -> None:
        self.evolution = evolution
        self.random = Random(seed)  # noqa: S311 - rows for a test
        self.up = sqlite.script(evolution, SQLITE)
        self.down = sqlite.script(evolution.reversed(), SQLITE)
        self.moved = {end for move in evolution.moves for end in (move.wide, move.tall)}

    def run(self) -> int:
        """Gives the number of rows that went up."""
        with closing(opened()) as connection:
            create(connection, self.evolution.before)
            Filler(connection, self.evolution.before, self.random, _later(self.evolution)).fill()
            self._clear(connection)
            before = self._contents(connection, self.evolution.before.tables)
            carry_out(connection, self.up)
            assert objects(connection) == shape_of(self.evolution.after)
            after = self._contents(connection, self.evolution.after.tables)
            self._compare(before, after)
            for move in self.evolution.moves:
                self._moved(move, before, after)
            carry_out(connection, self.down)
            assert objects(connection) == shape_of(self.evolution.before)
            self._restored(before, self._contents(connection, self.evolution.before.tables))
        return sum(map(len, before.values()))

    def _clear(self, connection: sqlite3.Connection) -> None:
        """Rows that the new tables cannot hold stand in the way; only those do."""
        for _ in range(3):
            offenders = found(connection, self.up)
            for text, row in offenders:
                self._is_one(connection, text, row)
            clear_offenders(connection, self.evolution.before, offenders)
        assert found(connection, self.up) == []

    def _is_one(self, connection: sqlite3.Connection, text: str, key: Any) -> None:
        """A row that a check on values finds has a value that cannot be held, by our own count."""
        if "_NEW IS NOT NULL" not in text or self.evolution.after.tables == ():
            return
        for change in self.evolution.tables:
            old = change.before
            if old is None or change.after is None or f" FROM {old.name})\n" not in text:
                continue
            names = old.table.primary_key
            rows = [row for row in rows_of(connection, old) if tuple(row[n] for n in names) == key]
            assert any(
                self._in_the_way(change, pair, row) for row in rows for pair in change.columns
            )

    def _in_the_way(self, change: TableChange, pair: Pair, row: Row) -> bool:
        old, new = pair.before, pair.after
        assert change.after is not None
        if new is None:
            return False
        if any(check.column == new.name for check in change.after.table.checks):
            return True
        if old is None or row[old.name] is None:
            return False
        return not alike(old.type, new.type) or not fits(row[old.name], new.type)

    def _contents(
        self, connection: sqlite3.Connection, tables: tuple[AcceptedTable, ...]
    ) -> Contents:
        return {t.name: rows_of(connection, t) for t in tables if t.kind is TableKind.FINAL}

    def _compare(self, before: Contents, after: Contents) -> None:
        """Rows keep their order: each is compared with what it was."""
        changed = {change.before.name for change in self.evolution.tables if change.before}
        for table in live(self.evolution.before):
            if table.name not in changed:
                assert after[table.name] == before[table.name]
        for change in self.evolution.tables:
            if change.before is None or change.before.kind is not TableKind.FINAL:
                continue
            assert change.after is not None, "a table with rows goes on the way up"
            if change.before.gone and change.before.name in self.moved:
                continue
            was, now = before[change.before.name], after[change.after.name]
            assert len(was) == len(now)
            for pair in change.columns:
                if not self._gathered(change, pair):
                    _hold(pair, was, now)

    def _gathered(self, change: TableChange, pair: Pair) -> bool:
        return any(
            not move.spread
            and change.after is not None
            and move.wide == change.after.name
            and pair.after is not None
            and any(pair.after.name == wide for _, row in move.rows for wide, _ in row)
            for move in self.evolution.moves
        )

    def _moved(self, move: Move, before: Contents, after: Contents) -> None:
        """Each value of the numbered columns is in a row, or the other way round."""
        wide_rows, tall_rows = (
            (before[move.wide], after[move.tall])
            if move.spread
            else (after[move.wide], before[move.tall])
        )
        sides = (self.evolution.before, self.evolution.after)
        wide_side, tall_side = sides if move.spread else sides[::-1]
        wide_table, tall_table = wide_side.table(move.wide), tall_side.table(move.tall)
        assert wide_table
        assert tall_table
        types = {c.name: c for c in (*wide_table.columns, *tall_table.columns)}
        rows = {
            (*(str(row[tall]) for _, tall in move.key), row[move.sequence]): row
            for row in tall_rows
        }
        for row in wide_rows:
            for number, columns in move.rows:
                child = rows.get((*(str(row[wide]) for wide, _ in move.key), number))
                for wide, tall in columns:
                    if child is None:
                        assert row[wide] in (None, 0, "0", "", b"") or not str(row[wide]).strip(
                            "0."
                        )
                    else:
                        was, now = (wide, tall) if move.spread else (tall, wide)
                        old, new = (row, child) if move.spread else (child, row)
                        assert old[was] is None or same(
                            old[was], types[was].type, new[now], types[now].type
                        )

    def _restored(self, before: Contents, again: Contents) -> None:
        """Everything is as it was, but what a step says that it removes for good."""
        said = (step.title.partition(":")[0] for step in self.up.steps if step.irreversible)
        lost = {name for names in said for name in names.split(", ")}
        for name, rows in before.items():
            table = self.evolution.before.table(name)
            assert table is not None
            if table.gone and name in self.moved:
                continue
            gone = _gone(self.evolution, name)
            stale = self._stale(name)
            unfilled = _filled(self.evolution, name) - stale
            assert not gone or name in lost, f"{name}: {gone} lost without a word"
            without = gone | unfilled | stale
            ordered = [sorted(_repr(rows_, without)) for rows_ in (rows, again[name])]
            assert ordered[0] == ordered[1]
            for was, now in zip(rows, again[name], strict=True):
                assert all(was[c] is None or str(was[c]).rstrip() == str(now[c]) for c in unfilled)

    def _stale(self, name: str) -> set[str]:
        """Retired columns whose values were in rows of a child table, and come from there now."""
        return {
            pair.before.name
            for change in self.evolution.tables
            if change.before and change.before.name == name
            for pair in change.columns
            if pair.before in change.before.retired and self._gathered(change, pair)
            if pair.before
        }


def _later(evolution: Evolution) -> dict[tuple[str, str], tuple[SqlType, int]]:
    """By table and column the type that the column will have, where it is of another family."""
    return {
        (change.before.name, pair.before.name): (
            pair.after.type,
            digits_of(pair.after, change.after.places.get(pair.after.name)),
        )
        for change in evolution.tables
        if change.before and change.after
        for pair in change.columns
        if pair.before and pair.after and not alike(pair.before.type, pair.after.type)
    }


def _repr(rows: list[Row], without: set[str]) -> list[str]:
    return [
        repr(
            {
                k: v.rstrip(" ") if isinstance(v, str) else v
                for k, v in row.items()
                if k not in without
            }
        )
        for row in rows
    ]


def _gone(evolution: Evolution, name: str) -> set[str]:
    """The columns that the way up drops; those whose values went into rows come back."""
    carried = {
        column
        for move in evolution.moves
        if move.spread and move.wide == name
        for _, row in move.rows
        for column, _ in row
    }
    return {
        pair.before.name
        for change in evolution.tables
        if change.before and change.before.name == name and change.after
        for pair in change.columns
        if pair.before and not pair.after
    } - carried


def _filled(evolution: Evolution, name: str) -> set[str]:
    """Columns that were retired and are in use again: NULL becomes an initial value and stays."""
    return {
        pair.before.name
        for change in evolution.tables
        if change.before and change.before.name == name
        for pair in change.columns
        if pair.before in change.before.retired and pair.after and not pair.after.nullable
        if pair.before
    }


def _hold(pair: Pair, was: list[Row], now: list[Row]) -> None:
    old, new = pair.before, pair.after
    if old is None or new is None:
        return
    for a, b in zip(was, now, strict=True):
        if a[old.name] is None and not new.nullable:
            assert b[new.name] is not None
        else:
            assert same(a[old.name], old.type, b[new.name], new.type), (old, new, a, b)


def shape_of(model: Any) -> dict[str, list[str]]:
    """The tables of a model as they are created at once."""
    with closing(opened()) as connection:
        create(connection, model)
        return objects(connection)
