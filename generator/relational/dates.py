"""Dates, times and timestamps: only where job.yaml says how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.copybook.fields import Field, Kind, Usage
from generator.relational.sqltypes import Refusal, is_numeric
from generator.relational.tables import Date, Time, Timestamp

if TYPE_CHECKING:
    from generator.config.dates import DatePattern

CONTENTS = ("zeros", "spaces", "low_values", "high_values")
Temporal = Date | Time | Timestamp
KINDS: dict[str, Temporal] = {"date": Date(), "time": Time(), "timestamp": Timestamp()}


def misfit(item: Field, pattern: DatePattern) -> Refusal | None:
    """Why the item cannot hold the pattern, or None."""
    if item.kind is Kind.GROUP:
        return _group_misfit(item, pattern)
    if is_numeric(item):
        return _number_misfit(item, pattern)
    return None if item.length == pattern.size else _length(item, item.length, pattern)


def _group_misfit(item: Field, pattern: DatePattern) -> Refusal | None:
    leaves = [leaf for leaf in item.walk() if leaf.kind is Kind.ELEMENTARY]
    plain = all(leaf.usage is Usage.DISPLAY and not leaf.signed for leaf in leaves)
    if not plain or any(part.occurs for part in item.walk() if part is not item):
        message = f"{item.name} is not made of unsigned DISPLAY items alone, so it is no date"
        return Refusal("MAP152", message, "give the rule to its items, or leave them numbers")
    return None if item.length == pattern.size else _length(item, item.length, pattern)


def _number_misfit(item: Field, pattern: DatePattern) -> Refusal | None:
    """A number may have one digit more than the pattern: packed dates often do (0CYYDDD)."""
    if item.usage in (Usage.COMP_1, Usage.COMP_2) or item.scale != 0:
        message = f"{item.name} is not an integer, so it cannot be read as a date"
        return Refusal("MAP152", message, "leave the field a number")
    if not pattern.all_digits:
        message = f"{item.name} is a number and cannot hold the separators of {pattern.text!r}"
        return Refusal("MAP152", message, "leave them out of the pattern")
    if item.digits - pattern.size in (0, 1):
        return None
    return _length(item, item.digits, pattern)


def _length(item: Field, length: int, pattern: DatePattern) -> Refusal:
    unit = "digits" if is_numeric(item) else "bytes"
    message = f"{item.name} has {length} {unit}, the pattern {pattern.text} has {pattern.size}"
    return Refusal("MAP151", message, "write the pattern as long as the field")
