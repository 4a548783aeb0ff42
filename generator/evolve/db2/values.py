"""What a column's values become in another type, as SQL of the Db2 family.

A whole number becomes text with the digits of its picture, as COBOL's MOVE would have it. What
is no value of the other type ends the statement (SQLCODE -420, -181); a check finds it before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.relational.tables import (
    BitData,
    Char,
    Check,
    Column,
    Date,
    Decimal,
    Float,
    Integer,
    SqlType,
    Time,
    Timestamp,
    VarChar,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.evolve.db2.statements import Db2
    from generator.relational.accepted import AcceptedTable

ISO_DATE = 10  # characters of 2026-01-31
COMPACT_DATE = 8  # of 20260131
ISO_TIME = 8
TIMESTAMP = 26
_TEXT, _BITS, _EXACT, _FLOAT = "text", "bits", "exact", "float"
_FAMILIES: dict[type, str] = {
    Char: _TEXT,
    VarChar: _TEXT,
    BitData: _BITS,
    Decimal: _EXACT,
    Integer: _EXACT,
    Float: _FLOAT,
    Date: "date",
    Time: "time",
    Timestamp: "timestamp",
}
_INITIAL = {
    _EXACT: "0",
    _FLOAT: "0",
    _BITS: "X'00'",
    "date": "'0001-01-01'",
    "time": "'00:00:00'",
    "timestamp": "'0001-01-01 00:00:00'",
}
_NINES = re.compile(r"9(?:\((\d+)\))?")
_PATTERNS = ("YYYYMMDD", "YYYY-MM-DD")
_FLOAT_DIGITS = {4: 6, 8: 15}  # decimal digits that survive
_DIGITS = {16: 5, 32: 10, 64: 19}


def family(kind: SqlType) -> str:
    """Types between which Db2 assigns without a function."""
    return _FAMILIES[type(kind)]


def initial(column: Column, checks: Iterable[Check] = ()) -> str:
    """What COBOL's INITIALIZE stores, or the first value that the column's CHECK allows."""
    plain = "''" if isinstance(column.type, VarChar) else "' '"
    value = _INITIAL.get(family(column.type), plain)
    for check in checks:
        if check.column == column.name and not _allows(check, value):
            return check.values[0] if check.values else check.ranges[0][0]
    return value


def _allows(check: Check, value: str) -> bool:
    if value == "0":
        return any(float(v) == 0 for v in check.values) or any(
            float(low) <= 0 <= float(high) for low, high in check.ranges
        )
    return any(v.strip("'").strip() == value.strip("'").strip() for v in check.values)


def whole_digits(kind: Decimal | Integer) -> int:
    """Digits before the point."""
    return _DIGITS[kind.bits] if isinstance(kind, Integer) else kind.precision - kind.scale


def decimals(kind: SqlType) -> int:
    """Digits behind the point that the type holds exactly."""
    return kind.scale if isinstance(kind, Decimal) else 0


def limits(kind: Decimal | Integer) -> tuple[str, str]:
    """The smallest and the greatest value, as literals."""
    if isinstance(kind, Integer):
        return str(-(2 ** (kind.bits - 1))), str(2 ** (kind.bits - 1) - 1)
    whole = "9" * whole_digits(kind) or "0"
    text = f"{whole}.{'9' * kind.scale}" if kind.scale else whole
    return f"-{text}", text


def cuts(before: SqlType, after: SqlType) -> bool:
    """Whether Db2 drops digits without a word (SQL Reference, "Assignments and comparisons")."""
    if isinstance(before, Float):
        smaller = isinstance(after, Float) and after.size < before.size
        return smaller or isinstance(after, Decimal | Integer)
    if isinstance(after, Float):
        exact = _FLOAT_DIGITS[after.size]
        return isinstance(before, Decimal | Integer) and (
            whole_digits(before) + decimals(before) > exact
        )
    return decimals(before) > decimals(after) and isinstance(after, Decimal | Integer)


@dataclass(frozen=True, slots=True)
class Source:
    """A column whose values are carried: its type so far, and the digits of its picture.

    `pattern` is how the later column reads it as a date, where that is known, and `empty` what is
    none then and becomes NULL: zero or blanks.
    """

    name: str
    kind: SqlType
    digits: int = 0
    pattern: str | None = None
    empty: str | None = None


def source_of(table: AcceptedTable, column: Column) -> Source:
    """A column with what its picture says; 0 digits where there is none."""
    place = table.places.get(column.name)
    found = _NINES.findall(place.picture.upper()) if place and place.picture else []
    digits = sum(int(count or 1) for count in found)
    if not digits and isinstance(column.type, Decimal):
        digits = column.type.precision
    return Source(column.name, column.type, digits)


def read_as(source: Source, table: AcceptedTable, column: Column) -> Source:
    """As a column of the later table has it."""
    if family(source.kind) == "date" or not isinstance(column.type, Date):
        return source
    place = table.places.get(column.name)
    rule = place.date if place else None
    exact = family(source.kind) == _EXACT
    nothing = "null" if rule is None else rule.zeros if exact else rule.spaces
    empty = ("0" if exact else "' '") if column.nullable and nothing == "null" else None
    return replace(source, pattern=rule.pattern if rule else None, empty=empty)


def carried(db2: Db2, source: Source, after: SqlType) -> str | None:
    """The expression for the new column; None where there is none that keeps the value."""
    value = _carried(db2, source, after)
    if source.empty is None or value is None:
        return value
    return db2.sql("value_unless", source=source, value=value)


def _carried(db2: Db2, source: Source, after: SqlType) -> str | None:
    way = _way(source.kind, after)
    if isinstance(after, Date) and source.pattern not in (None, *_PATTERNS):
        return None  # day, month and year stand otherwise
    if not way:
        return source.name if way == "" else None
    if way == "digits" and not source.digits:
        way = "plain"
    return db2.sql(f"value_{way}", value=_view(db2, source, after))


@dataclass(frozen=True, slots=True)
class ValueView:
    """What a conversion shows; `tail` are digits of the whole part but the last."""

    name: str
    type: str
    digits: int
    beyond: str
    whole: int
    most: int
    scale: int


def _view(db2: Db2, source: Source, after: SqlType) -> ValueView:
    kind = source.kind
    exact = isinstance(kind, Decimal | Integer)
    whole = whole_digits(kind) if isinstance(kind, Decimal | Integer) else 0
    digits = min(source.digits or whole, getattr(after, "length", whole))
    return ValueView(
        name=source.name,
        type=db2.target.spell(after),
        digits=digits,
        beyond="1" + "0" * digits if exact and whole > digits else "",
        whole=whole,
        most=max(whole - 1, 0),
        scale=decimals(kind),
    )


def _way(before: SqlType, after: SqlType) -> str | None:
    """The template of the conversion, "" where Db2 assigns, None where there is no way."""
    pair = (family(before), family(after))
    if pair[0] == pair[1] or set(pair) in ({_EXACT, _FLOAT}, {_TEXT, _BITS}):
        return ""
    match pair:
        case ("exact", "text"):
            return "decimal_text" if decimals(before) else "digits"
        case ("float", "text"):
            return "plain"
        case ("text", "exact" | "float"):
            return "number"
        case ("date", "timestamp"):
            return "timestamp_of_date"
        case ("timestamp", "date" | "time"):
            return f"{pair[1]}_of_timestamp"
    return _moment(before, after)


def _moment(before: SqlType, after: SqlType) -> str | None:
    """Dates and times from and to text and numbers, by the length of the other."""
    match before, after:
        case Date(), (Char(length) | VarChar(length)) if length >= COMPACT_DATE:
            return "iso_date" if length >= ISO_DATE else "compact_date"
        case Date(), (Decimal() | Integer()) if whole_digits(after) >= COMPACT_DATE:
            return "date_number"
        case Time(), (Char(length) | VarChar(length)) if length >= ISO_TIME:
            return "iso_time"
        case Timestamp(), (Char(length) | VarChar(length)) if length >= TIMESTAMP:
            return "plain"
        case (Char(length) | VarChar(length)), Date() if length >= COMPACT_DATE:
            return "date_of_iso" if length >= ISO_DATE else "date_of_compact"
        case (Decimal() | Integer()), Date() if not decimals(before):
            return "date_of_number" if whole_digits(before) >= COMPACT_DATE else None
        case (Char() | VarChar()), (Time() | Timestamp()):
            return f"{family(after)}_of_text"
    return None
