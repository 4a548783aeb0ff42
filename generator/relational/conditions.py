"""Level-88 entries to CHECK constraints, where their values can be written as SQL literals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import is_edited_number, is_numeric, positions
from generator.config.literals import characters, spelled
from generator.copybook.fields import ValueRange
from generator.relational.tables import Char, Decimal, Integer, VarChar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.copybook.fields import Condition, Field, Value
    from generator.relational.leaves import Leaf

_FILLS = {"ZERO": "0", "SPACE": " ", "QUOTE": '"'}


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
        for value in _ranges(found):
            low = literal(leaf, value.low)
            high = literal(leaf, value.high) if value.high else None
            if low is None or (value.high and high is None):
                wrong = value.low if low is None else value.high or value.low
                return f"88 {found.name} has {spelled(wrong)}, {_why_none(leaf, wrong)}"
            if high is None:
                values[low] = None
            elif not is_numeric(leaf.item) and not _sorts_alike(low, high):
                return f"88 {found.name} has a range of text, whose order depends on the code page"
            else:
                ranges[low, high] = None
    return Allowed(tuple(values), tuple(ranges))


def _ranges(found: Condition) -> Iterator[ValueRange]:
    """The values that make it true, and the one that SET TO FALSE stores."""
    yield from found.values
    if found.false:
        yield ValueRange(found.false)


def _why_none(leaf: Leaf, value: Value) -> str:
    if value.kind in ("hex", "null-terminated"):
        return "bytes whose characters depend on the code page"
    if value.kind == "figurative" and value.text in ("HIGH-VALUE", "LOW-VALUE", "NULL"):
        return "which is no character of the column"
    column = "text" if isinstance(leaf.type, Char | VarChar) else "a number"
    return f"no literal of a column that is {column}"


def literal(leaf: Leaf, value: Value) -> str | None:
    """The value as an SQL literal of the column's type; None for what has none (HIGH-VALUE)."""
    as_number = isinstance(leaf.type, Decimal | Integer)
    if as_number and is_edited_number(leaf.item):
        return None  # its condition-names compare characters
    if value.kind == "figurative":
        return _figurative(value.text, leaf.item, as_number=as_number)
    if as_number:
        return value.text if value.kind == "numeric" else None
    if value.kind == "numeric":
        return _quoted(value.text.zfill(leaf.item.digits) if is_numeric(leaf.item) else value.text)
    found = characters(value)
    return None if found is None else _quoted(found)


def _figurative(text: str, item: Field, *, as_number: bool) -> str | None:
    """A figurative constant fills the item; blanks at the end say nothing in SQL."""
    if as_number:
        return "0" if text == "ZERO" else None
    fill = text.removeprefix("ALL ") if text.startswith("ALL ") else _FILLS.get(text)
    if not fill:
        return None
    size = item.picture.size if item.picture and item.picture.size else positions(item)
    whole = (fill * size)[:size] if fill.isprintable() else ""
    return _quoted(whole.rstrip(" ") or " ") if whole else None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _sorts_alike(low: str, high: str) -> bool:
    """Digits of the same length are in the same order in every code page."""
    first, last = low.strip("'"), high.strip("'")
    return len(first) == len(last) and (first + last).isascii() and (first + last).isdigit()
