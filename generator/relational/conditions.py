"""Level-88 entries to CHECK constraints, where their values can be written as SQL literals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.relational.sqltypes import is_numeric
from generator.relational.tables import Char, Decimal, Integer, VarChar

if TYPE_CHECKING:
    from generator.copybook.fields import Field, Value
    from generator.relational.leaves import Leaf


@dataclass(frozen=True, slots=True)
class Allowed:
    """The values of all level-88 entries of an item, as SQL literals."""

    values: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...]


def allowed(leaf: Leaf) -> Allowed | str:
    """The values that a CHECK may list, or why there is no CHECK."""
    if not isinstance(leaf.type, Char | VarChar | Decimal | Integer):
        return "its column is neither text nor a number"
    if leaf.null:
        return "its column may be null"
    values: dict[str, None] = {}
    ranges: dict[tuple[str, str], None] = {}
    for found in leaf.item.conditions:
        for value in found.values:
            low = literal(leaf, value.low)
            high = literal(leaf, value.high) if value.high else None
            if low is None or (value.high and high is None):
                return f"88 {found.name} has a value that is no SQL literal"
            if high is None:
                values[low] = None
            elif not is_numeric(leaf.item) and not _sorts_alike(low, high):
                return f"88 {found.name} has a range of text, whose order depends on the code page"
            else:
                ranges[low, high] = None
    return Allowed(tuple(values), tuple(ranges))


def literal(leaf: Leaf, value: Value) -> str | None:
    """The value as an SQL literal of the column's type; None for what has none (HIGH-VALUE)."""
    as_number = isinstance(leaf.type, Decimal | Integer)
    if value.kind == "figurative":
        return _figurative(value.text, leaf.item, as_number=as_number)
    if as_number:
        return value.text if value.kind == "numeric" else None
    if value.kind == "numeric" and is_numeric(leaf.item):
        return _quoted(value.text.zfill(leaf.item.digits))
    return _quoted(value.text)


def _figurative(text: str, item: Field, *, as_number: bool) -> str | None:
    if text == "ZERO":
        return "0" if as_number else _quoted("0" * item.length)
    return _quoted(" ") if text == "SPACE" and not as_number else None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _sorts_alike(low: str, high: str) -> bool:
    """Digits of the same length are in the same order in every code page."""
    first, last = low.strip("'"), high.strip("'")
    return len(first) == len(last) and (first + last).isascii() and (first + last).isdigit()
