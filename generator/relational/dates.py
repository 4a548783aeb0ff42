"""Dates, times and timestamps: only where job.yaml says how they are written."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from generator.config.dates import DatePattern
from generator.copybook.fields import Field, Kind, Usage
from generator.relational.sqltypes import Refusal, is_numeric
from generator.relational.tables import Date, DateRule, Time, Timestamp

CONTENTS = ("zeros", "spaces", "low_values", "high_values")
_WORDS = ("null", "reject")
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
    plain = all(leaf.usage is Usage.DISPLAY and not leaf.occurs for leaf in leaves)
    if not plain or any(leaf.signed for leaf in leaves):
        message = f"group {item.name} is not all unsigned DISPLAY, so it cannot be read as a date"
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


def policies(rule: DateRule, kind: Temporal) -> tuple[tuple[str, Refusal], ...]:
    """Each policy of the rule that is neither a word nor an ISO literal of the column's type."""
    found = []
    for name in CONTENTS:
        value = getattr(rule, name)
        if value not in _WORDS and not is_iso(value, kind):
            message = f"{name}: {value!r} is not null, not reject and not {example(kind)}"
            found.append((name, Refusal("MAP153", message, f'write for example "{example(kind)}"')))
    return tuple(found)


def example(kind: Temporal) -> str:
    """An ISO literal of the type."""
    match kind:
        case Date():
            return "9999-12-31"
        case Time():
            return "23:59:59"
        case Timestamp():
            return "9999-12-31 00:00:00"


def is_iso(value: str, kind: Temporal) -> bool:
    """Whether the text is an ISO literal of the type that exists in the calendar."""
    readers: dict[type, Callable[[str], object]] = {
        Date: datetime.date.fromisoformat,
        Time: datetime.time.fromisoformat,
        Timestamp: datetime.datetime.fromisoformat,
    }
    try:
        readers[type(kind)](value)
    except ValueError:
        return False
    return isinstance(kind, Timestamp) or len(value) == len(example(kind))
