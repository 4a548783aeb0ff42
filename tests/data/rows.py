"""Runs beside a generated job: says what its reader finds in a file, or writes one by its encoders.

The commands come as a list of JSON from standard input; behind what each says comes a line null.

read LAYOUT FILE            a line of JSON for each row: [record, table, values]
lenient LAYOUT FILE         the same, refused records left out
copy LAYOUT FILE OUT        what was read, encoded again
mix LAYOUT FILE OUT SEED    other records, each column's values in another order; says them
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from record_io import LAYOUTS, FileReader


def tagged(value: Any) -> list[str] | None:
    """A value and what it is, as text."""
    if value is None:
        return None
    if isinstance(value, (int, Decimal)):
        return ["number", f"{value:f}" if isinstance(value, Decimal) else str(value)]
    if isinstance(value, float):
        return ["float", value.hex()]
    if isinstance(value, (date, time, datetime)):
        return ["date", value.isoformat()]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    return ["text", value]


def tell(number: int, row: Any) -> None:
    values = [tagged(getattr(row, name)) for name in row.ENTITY.columns]
    sys.stdout.write(json.dumps([number, row.ENTITY.final, values]) + "\n")


def records(layout: str, path: str, *, lenient: bool = False) -> Iterator[Any]:
    """The records in the order of the file; a refused one ends it."""
    found = []
    with FileReader(LAYOUTS[layout], path) as reader:
        for batch in reader.batches(500):
            assert lenient or not batch.refused, batch.refused[0]
            found += batch.records
    return iter(sorted(found, key=lambda record: record.record_no))


def framed(layout: str, record: bytes) -> bytes:
    if LAYOUTS[layout].format == "fixed":
        return record
    return (len(record) + 4).to_bytes(2, "big") + b"\0\0" + record


def mixed(rows: list[Any], seed: int) -> list[Any]:
    """The rows with the values of each column but the key's in another order."""
    random = Random(seed)  # noqa: S311 - the same on every run
    entity = rows[0].ENTITY
    for name in entity.columns:
        if name not in entity.key:
            values = [getattr(row, name) for row in rows]
            random.shuffle(values)
            rows = [replace(row, **{name: value}) for row, value in zip(rows, values, strict=True)]
    return rows


def main(how: str, layout: str, path: str, out: str = "", seed: str = "0") -> None:
    if how in {"read", "lenient"}:
        for record in records(layout, path, lenient=how == "lenient"):
            for row in (record.row, *record.children):
                tell(record.record_no, row)
        return
    from record_io.encoders import ENCODERS  # noqa: PLC0415 - reading needs none

    kinds = LAYOUTS[layout].kinds
    encode = {kind.row_type: ENCODERS[kind.name] for kind in kinds if kind.row_type}
    found = list(records(layout, path))
    rows = [record.row for record in found]
    rows = mixed(rows, int(seed)) if how == "mix" else rows
    with Path(out).open("wb") as file:
        for record, row in zip(found, rows, strict=True):
            if how == "mix":
                tell(record.record_no, row)
            file.write(framed(layout, encode[type(row)](row, record.children)))


if __name__ == "__main__":
    for command in json.load(sys.stdin):
        main(*command)
        sys.stdout.write("null\n")
