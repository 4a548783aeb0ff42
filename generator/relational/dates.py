"""Dates, times and timestamps: only where job.yaml says how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.contents import is_floating, is_numeric, leaves, positions
from generator.copybook.fields import Field, Kind, Usage
from generator.relational.sqltypes import Refusal, highest
from generator.relational.tables import Date, Time, Timestamp

if TYPE_CHECKING:
    from generator.config.dates import DatePattern

Temporal = Date | Time | Timestamp
KINDS: dict[str, Temporal] = {"date": Date(), "time": Time(), "timestamp": Timestamp()}


def misfit(item: Field, pattern: DatePattern) -> Refusal | None:
    """Why the item cannot hold the pattern, or None."""
    if item.kind is Kind.GROUP:
        return _group_misfit(item, pattern)
    if is_numeric(item):
        return _number_misfit(item, pattern)
    return None if positions(item) == pattern.size else _length(item, positions(item), pattern)


def _group_misfit(item: Field, pattern: DatePattern) -> Refusal | None:
    plain = all(leaf.usage is Usage.DISPLAY and not leaf.signed for leaf in leaves(item))
    if not plain or any(part.occurs for part in item.walk() if part is not item):
        message = f"{item.name} is not made of unsigned DISPLAY items alone, so it is no date"
        return Refusal("MAP152", message, "give the rule to its items, or leave them numbers")
    return None if item.length == pattern.size else _length(item, item.length, pattern)


def _number_misfit(item: Field, pattern: DatePattern) -> Refusal | None:
    """A number may have one digit more than the pattern: packed dates often do (0CYYDDD)."""
    if is_floating(item) or item.scale != 0:
        message = f"{item.name} is not an integer, so it cannot be read as a date"
        return Refusal("MAP152", message, "leave the field a number")
    if not pattern.all_digits:
        message = f"{item.name} is a number and cannot hold the separators of {pattern.text!r}"
        return Refusal("MAP152", message, "leave them out of the pattern")
    digits = item.digits or len(str(highest(item)))
    if digits - pattern.size in (0, 1):
        return None
    return _length(item, digits, pattern)


def _length(item: Field, length: int, pattern: DatePattern) -> Refusal:
    unit = "digits" if is_numeric(item) else "bytes" if item.length == length else "characters"
    message = f"{item.name} has {length} {unit}, the pattern {pattern.text} has {pattern.size}"
    return Refusal("MAP151", message, "write the pattern as long as the field")
