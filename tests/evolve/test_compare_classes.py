"""What a change of a type means for the values that are there, and what it costs."""

from __future__ import annotations

import pytest

from generator.evolve.comparing.classes import Effect, flags, type_class, type_flags
from generator.evolve.model import ChangeClass, Flag
from generator.relational.accepted import parsed

SAME, LESS, OTHER = ChangeClass.WIDENING, ChangeClass.NARROWING, ChangeClass.DATA_DEPENDENT
EVERY = ("db2-luw", "db2-zos", "sqlite")
REORG, REBIND, REWRITE, OUTAGE = Flag.REORG, Flag.REBIND, Flag.REWRITE, Flag.OUTAGE


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("CHAR(10)", "CHAR(11)", SAME),
        ("CHAR(10)", "VARCHAR(10)", SAME),
        ("VARCHAR(10)", "CHAR(10)", SAME),
        ("CHAR(10)", "CHAR(9)", LESS),
        ("VARCHAR(300)", "CHAR(254)", LESS),
        ("BITDATA(4)", "BITDATA(8)", SAME),
        ("BITDATA(8)", "BITDATA(4)", LESS),
        ("DECIMAL(7,2)", "DECIMAL(9,2)", SAME),
        ("DECIMAL(7,2)", "DECIMAL(9,4)", SAME),
        ("DECIMAL(7,2)", "DECIMAL(7,3)", LESS),
        ("DECIMAL(7,2)", "DECIMAL(9,0)", LESS),
        ("SMALLINT", "INTEGER", SAME),
        ("INTEGER", "SMALLINT", LESS),
        ("DECIMAL(4,0)", "SMALLINT", SAME),
        ("DECIMAL(5,0)", "SMALLINT", LESS),
        ("SMALLINT", "DECIMAL(4,0)", LESS),
        ("SMALLINT", "DECIMAL(5,0)", SAME),
        ("BIGINT", "DECIMAL(19,0)", SAME),
        ("BIGINT", "DECIMAL(18,0)", LESS),
        ("DECIMAL(5,2)", "INTEGER", LESS),
        ("REAL", "DOUBLE", SAME),
        ("DOUBLE", "REAL", LESS),
        ("DECIMAL(5,2)", "DOUBLE", OTHER),
        ("DOUBLE", "DECIMAL(31,6)", OTHER),
        ("DECIMAL(5,0)", "CHAR(5)", OTHER),
        ("CHAR(5)", "DECIMAL(5,0)", OTHER),
        ("CHAR(8)", "BITDATA(8)", OTHER),
        ("DECIMAL(8,0)", "DATE", OTHER),
        ("DATE", "TIMESTAMP", OTHER),
        ("DATE", "DATE", SAME),
    ],
)
def test_class_of_a_type_change(old: str, new: str, expected: ChangeClass) -> None:
    assert type_class(parsed(old), parsed(new)) is expected


@pytest.mark.parametrize(
    ("old", "new", "luw", "zos"),
    [
        # VARCHAR growth is the one change of a type that recommends no REORG on LUW.
        ("VARCHAR(10)", "VARCHAR(20)", (REBIND,), (REORG, REBIND)),
        ("VARCHAR(20)", "VARCHAR(10)", (REORG, REBIND), (REORG, REBIND, REWRITE, OUTAGE)),
        ("CHAR(10)", "CHAR(20)", (REORG, REBIND), (REORG, REBIND)),
        # An index on a number that grows is in REBUILD-pending on z/OS.
        ("DECIMAL(7,0)", "DECIMAL(9,0)", (REORG, REBIND), (REORG, REBIND, OUTAGE)),
        ("INTEGER", "SMALLINT", (REORG, REBIND), (REORG, REBIND, REWRITE, OUTAGE)),
        ("DECIMAL(5,0)", "CHAR(5)", (REORG, REBIND, REWRITE), (REORG, REBIND, REWRITE, OUTAGE)),
    ],
)
def test_cost_of_a_type_change_of_an_indexed_column(
    old: str, new: str, luw: tuple[Flag, ...], zos: tuple[Flag, ...]
) -> None:
    cost = type_flags(parsed(old), parsed(new), EVERY, keyed=True)
    assert cost == {"db2-luw": luw, "db2-zos": zos, "sqlite": (REWRITE,)}


def test_without_an_index_a_number_grows_without_an_outage() -> None:
    cost = type_flags(parsed("SMALLINT"), parsed("INTEGER"), ("db2-zos",), keyed=False)
    assert cost == {"db2-zos": (REORG, REBIND)}


def test_only_a_drop_cannot_be_taken_back() -> None:
    lost = {
        effect
        for effect in Effect
        for cost in flags(effect, EVERY).values()
        if Flag.IRREVERSIBLE in cost
    }
    assert lost == {Effect.DROP}


def test_what_costs_nothing_on_a_target_is_left_out() -> None:
    assert flags(Effect.ADD, EVERY) == {"db2-zos": (REORG,), "sqlite": (REWRITE,)}
    assert flags(Effect.NOTHING, EVERY) == {}
