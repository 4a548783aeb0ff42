"""Every type of column through the driver and back: the value that went in comes out."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from repository.connection_factory import Connection, ConnectionFactory
from repository.staging_repository import STAGING
from support import go_through, read_back

from samples import ROOT

EVERY_BYTE = bytes(range(256))
SINGLE = struct.unpack(">f", struct.pack(">f", 0.1))[0]
VALUES: dict[str, tuple[object, ...]] = {
    "id_date": (date(1, 1, 1), date(9999, 12, 31), date(2000, 2, 29)),
    "id_amount": (Decimal("0.9"), Decimal("-0.9"), Decimal("0.0")),
    "wide": (Decimal("9" * 31), Decimal("-" + "9" * 31), Decimal(0), Decimal("1" + "0" * 30)),
    "all_decimals": (
        *(Decimal("0." + "9" * 31), Decimal("-0." + "9" * 31)),
        *(Decimal("0." + "0" * 30 + "1"), Decimal("0." + "0" * 31)),
    ),
    "wide_and_deep": (
        *(Decimal("9" * 16 + "." + "9" * 15), Decimal("-" + "9" * 16 + "." + "9" * 15)),
        Decimal("0.000000000000001"),
    ),
    "eighteen": (2**63 - 1, -(2**63), 0, 2**31, -(2**31) - 1, 5_000_000_000),
    "nine": (2**31 - 1, -(2**31), 0),
    "four": (2**15 - 1, -(2**15), -1),
    "unsigned_four": (65535, 0),
    "single_float": (SINGLE, -SINGLE, 0.0, 2.0**127, 2.0**-126),
    "double_float": (0.1, -1.7976931348623157e308, 2.2250738585072014e-308, 1 / 3),
    "tiny": (Decimal("0.00099999"), Decimal("-0.00099999")),
    "raw_bytes": (bytes(8), b"\xff" * 8, b"\x00A\x00B\x00C\x00D", b"        "),
    "more_bytes": (EVERY_BYTE, b"", bytes(400), b"\x00", b"end\x00"),
    "clock": (time(0, 0, 0), time(23, 59, 59), time(12, 30, 1)),
    "moment": (
        datetime.fromisoformat("0001-01-01T00:00:00.000001"),
        datetime.fromisoformat("9999-12-31T23:59:59.999999"),
        datetime.fromisoformat("2024-02-29T12:00:00"),
    ),
}
ONE_BY_ONE = [(name, number) for name, values in VALUES.items() for number in range(len(values))]


def row(number: int = 0, **values: object) -> Any:
    made: Any = ROOT.make(number, (1, 1, 1), 0)
    return replace(made, **values)


@pytest.mark.parametrize(("name", "number"), ONE_BY_ONE, ids=[f"{n}-{k}" for n, k in ONE_BY_ONE])
def test_a_value_comes_back_as_it_went(
    undone: Connection, run_id: str, name: str, number: int
) -> None:
    value = VALUES[name][number]
    one = row(**{name: value})
    go_through(undone, run_id, [one])
    ((_, found),) = read_back(undone, run_id, ROOT.row_type)
    back = getattr(found, name)
    assert type(back) is type(value)
    assert repr(back) == repr(getattr(one, name))


@pytest.mark.parametrize("name", list(VALUES))
def test_the_values_of_a_column_come_back_from_one_array(
    undone: Connection, run_id: str, name: str
) -> None:
    go_through(undone, run_id, [row(**{name: value}) for value in VALUES[name]])


@pytest.mark.parametrize("name", ROOT.nullable)
@pytest.mark.parametrize("order", ["null first", "null last", "nulls only"])
def test_null_comes_back_as_none(undone: Connection, run_id: str, name: str, order: str) -> None:
    none, some = row(**{name: None}), row()
    rows = {"null first": [none, some], "null last": [some, none], "nulls only": [none, none]}
    go_through(undone, run_id, rows[order])


def test_every_column_null_at_once(undone: Connection, run_id: str) -> None:
    empty = row(**dict.fromkeys(ROOT.nullable))
    go_through(undone, run_id, [empty, row(), empty])


def test_five_thousand_rows_of_every_type_in_one_array(
    factory: ConnectionFactory, run_id: str
) -> None:
    rows = [
        (
            row(
                number,
                **{name: values[number % len(values)] for name, values in VALUES.items()},
            )
            if number % 7
            else row(number, **dict.fromkeys(ROOT.nullable))
        )
        for number in range(5000)
    ]
    with factory.opened() as connection:
        go_through(connection, run_id, rows)
        connection.rollback()
        assert read_back(connection, run_id, ROOT.row_type) == []
        go_through(connection, run_id, rows)
        connection.commit()
    with factory.opened() as connection:
        assert [number for number, _ in read_back(connection, run_id, ROOT.row_type)] == list(
            range(1, 5001)
        )


def test_an_array_holds_the_same_as_single_rows(undone: Connection, run_id: str) -> None:
    rows = [(number, row(number)) for number in range(1, 40)]
    staging = STAGING[ROOT.row_type](undone, "db2-luw")
    staging.bulk_insert(rows, f"{run_id[:40]}-many", 1, 1)
    for one in rows:
        staging.bulk_insert([one], f"{run_id[:40]}-one", 1, 1)
    assert read_back(undone, f"{run_id[:40]}-many", ROOT.row_type) == read_back(
        undone, f"{run_id[:40]}-one", ROOT.row_type
    )
