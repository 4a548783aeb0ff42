"""What a file must become: a plain model, one record after the other, without threads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from .plans import File, Record

# Of each table: its columns in the order of the row class, and how many of them are the key.
KEYS = {
    "ORDERS": ("order_no",),
    "ORDER_LINE": ("order_no", "line_no"),
    "LINE_CHARGE": ("order_no", "line_no", "charge_no"),
    "CUSTOMER": ("cust_id", "cust_since"),
}
FAMILIES = {"ORDERS": ("ORDERS", "ORDER_LINE", "LINE_CHARGE"), "CUSTOMER": ("CUSTOMER",)}
TOTALS = {"ORDERS": "order_total", "ORDER_LINE": "line_amt", "CUSTOMER": "cust_balance"}

Tables = dict[str, dict[Any, dict[str, Any]]]


def final(files: Iterable[File]) -> Tables:
    """The final tables after these files were merged in this order."""
    tables: Tables = {table: {} for table in KEYS}
    for file in files:
        for record in last_of_each_key(file):
            replace(tables, record)
    return tables


def last_of_each_key(file: File) -> list[Record]:
    good = [record for record in file if not record.poison]
    return list({(record.table, root_key(record)): record for record in good}.values())


def replace(tables: Tables, record: Record) -> None:
    """The record in the place of what was there under its key, children included."""
    own = root_key(record)
    for table in FAMILIES[record.table]:
        gone = [key for key in tables[table] if key[: len(own)] == own]
        for key in gone:
            del tables[table][key]
    for table, values in record.rows:
        tables[table][key_of(table, values)] = stored(values)


def staged(file: File) -> Counter[Any]:
    """Every row that must be in staging: (table, record number, values)."""
    return Counter(
        (table, record.number, tuple(stored(values).items()))
        for record in file
        if not record.poison
        for table, values in record.rows
    )


def rejected(file: File) -> Counter[Any]:
    """Every row that must be among the rejects: (table, record number)."""
    return Counter(
        (table, record.number)
        for record in file
        if record.poison
        for table, _ in (record.rows[:1] if record.poison == "unreadable" else record.rows)
    )


def root_key(record: Record) -> tuple[Any, ...]:
    return key_of(*record.rows[0])


def key_of(table: str, values: dict[str, Any]) -> tuple[Any, ...]:
    kept = stored(values)
    return tuple(kept[name] for name in KEYS[table])


def stored(values: dict[str, Any]) -> dict[str, Any]:
    """The values as the embedded database keeps them."""
    return {name: _stored(value) for name, value in values.items()}


def _stored(value: Any) -> Any:
    if isinstance(value, Decimal):
        whole = not value.as_tuple().exponent
        return int(value) if whole else format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
