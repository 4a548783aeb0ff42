"""Migrations of sqlite, carried out on tables with rows in them, up and down."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from generator.evolve.model import Evolution, Pair, TableChange
from generator.evolve.sqlite import rebuild as sqlite
from generator.relational.tables import VarChar
from tests.evolve.round_trip import RoundTrip
from tests.evolve.sqlite_data import SQLITE, carry_out, create, opened
from tests.evolve.versions import NAMES, evolution_of


@pytest.mark.parametrize("case", NAMES)
def test_a_case_goes_up_and_down(case: str) -> None:
    assert sum(RoundTrip(evolution_of(case), seed).run() for seed in range(5)) > 0


def test_a_number_that_was_given_is_not_given_again() -> None:
    """A table that counts its rows is built anew: the count goes on, of deleted rows, too."""
    before = evolution_of("widened-text").before
    old = next(table for table in before.tables if table.name.endswith("_RECON_RUN"))
    wider = tuple(
        replace(c, type=VarChar(c.type.length + 1)) if isinstance(c.type, VarChar) else c
        for c in old.table.columns
    )
    new = replace(old, table=replace(old.table, columns=wider))
    pairs = tuple(Pair(*pair) for pair in zip(old.columns, new.columns, strict=True))
    tables = tuple(new if table is old else table for table in before.tables)
    after = replace(before, version=before.version + 1, tables=tables)
    way = Evolution(before, after, (TableChange(old, new, pairs),))
    with closing(opened()) as connection:
        create(connection, before)
        connection.execute(f"DELETE FROM {old.name}")
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (old.name,))
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, 41)", (old.name,))
        for script in (sqlite.script(way, SQLITE), sqlite.script(way.reversed(), SQLITE)):
            carry_out(connection, script)
            count = "SELECT name, seq FROM sqlite_sequence WHERE name LIKE '%RECON_RUN'"
            assert connection.execute(count).fetchall() == [(old.name, 41)]
