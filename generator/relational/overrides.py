"""A `type` that job.yaml gives a field: accepted when every value of the item fits."""

from __future__ import annotations

from generator.config.contents import (
    FLOATS,
    is_address,
    is_edited_number,
    is_floating,
    is_numeric,
    room,
)
from generator.config.sqltypes import BadType, TypeRule, parse_type
from generator.copybook.fields import Category, Field, Kind
from generator.relational.sqltypes import (
    Choice,
    Refusal,
    group_room,
    highest,
    precision,
    refused_address,
)
from generator.relational.tables import (
    BitData,
    Char,
    Decimal,
    Float,
    Integer,
    SqlType,
    VarChar,
)

_PLAIN: dict[str, SqlType] = {
    "SMALLINT": Integer(16),
    "INTEGER": Integer(32),
    "BIGINT": Integer(64),
    "REAL": Float(4),
    "DOUBLE": Float(8),
}

_KEPT = (
    "a number with an exponent is kept as it is written: no DECIMAL holds all of them, and DOUBLE "
    "none exactly; use CHAR"
)


def as_type(rule: TypeRule) -> SqlType:
    """The type that job.yaml spells."""
    if rule.word == "DECIMAL":
        return Decimal(rule.precision, rule.scale)
    if rule.word in _PLAIN:
        return _PLAIN[rule.word]
    if rule.bit_data:
        return BitData(rule.length)
    return Char(rule.length) if rule.word == "CHAR" else VarChar(rule.length)


def override(item: Field, text: str, *, binary: bool) -> Choice | Refusal:
    """The type that job.yaml asks for, whose form is known to be right.

    `binary` says that a group holds more than text.
    """
    if is_address(item):
        return refused_address(item)
    rule = parse_type(text)
    if isinstance(rule, BadType):
        raise TypeError(rule.message)
    wanted = as_type(rule)
    problem = _misfit(item, wanted, binary=binary)
    if problem is None:
        number = is_edited_number(item) and isinstance(wanted, Decimal | Integer)
        return Choice(wanted, "edited-as-number" if number else "type-of-job-yaml")
    return Refusal("MAP142", f"type {text} cannot hold every value", problem)


def _misfit(item: Field, wanted: SqlType, *, binary: bool) -> str | None:
    """What does not fit, or None."""
    match wanted:
        case BitData(length):
            return _too_short(item.length, length)
        case Char(length) | VarChar(length) if is_numeric(item):
            return _number_as_text(item, length)
        case Char(length) | VarChar(length):
            if binary:
                return "the group holds binary or packed items; use FOR BIT DATA"
            return _too_short(group_room(item) if item.children else room(item), length)
        case Float(size):
            return _no_float(item, size)
        case Decimal() | Integer():
            return _number_too_big(item, wanted)
        case _:
            return "the type does not suit the item"


def _is_printed_float(item: Field) -> bool:
    return bool(item.picture and item.picture.category is Category.EXTERNAL_FLOATING_POINT)


def _too_short(needed: int, length: int) -> str | None:
    if length >= needed:
        return None
    return f"the item is up to {needed} bytes long; use at least {needed}"


def _number_as_text(item: Field, length: int) -> str | None:
    """Unsigned integers only: the digits with their leading zeros, as keys often are."""
    digits, scale = precision(item)
    if is_floating(item) or scale or item.signed:
        return "only an unsigned number without decimals can become text; its digits are kept"
    digits = max(digits, len(str(highest(item))))
    return None if length >= digits else f"the item has {digits} digits; use at least {digits}"


def _no_float(item: Field, size: int) -> str | None:
    if _is_printed_float(item):
        return _KEPT
    if item.usage in FLOATS:
        return None if size >= item.length else f"{item.usage} has 8 bytes; use DOUBLE"
    return "a floating-point column is not exact; use DECIMAL"


def _number_too_big(item: Field, wanted: Decimal | Integer) -> str | None:
    if _is_printed_float(item):
        return _KEPT
    if item.kind is Kind.GROUP or not (is_numeric(item) or is_edited_number(item)):
        return "the item is text, which may hold anything; give it a numeric PICTURE first"
    if is_floating(item):
        return "a floating-point item has no fixed number of digits; use REAL or DOUBLE"
    top, places = highest(item), max(item.scale, 0)
    scale = wanted.scale if isinstance(wanted, Decimal) else 0
    if scale < places:
        return f"the item has {places} decimal places"
    limit = _limit(wanted)
    if top * 10 ** (scale - places) <= limit:
        return None
    return f"the highest value of the item has {len(str(top)) - places} digits before the point"


def _limit(wanted: Decimal | Integer) -> int:
    """The highest value; a binary and an integer of its size reach one lower below zero."""
    if isinstance(wanted, Integer):
        return int(2 ** (wanted.bits - 1) - 1)
    return int(10**wanted.precision - 1)
