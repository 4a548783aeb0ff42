"""What an item holds, by its USAGE and category: a number, text or an address.

(Enterprise COBOL Language Reference, "Classes and categories of data" and "USAGE clause".)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.copybook.fields import Category, Kind, Usage
from generator.copybook.layout.picture import every_symbol

if TYPE_CHECKING:
    from generator.copybook.fields import Field

ADDRESSES = frozenset(
    (
        Usage.INDEX,
        Usage.POINTER,
        Usage.POINTER_32,
        Usage.PROCEDURE_POINTER,
        Usage.FUNCTION_POINTER,
        Usage.OBJECT_REFERENCE,
    )
)
FLOATS = {Usage.COMP_1: 4, Usage.COMP_2: 8, Usage.FLOAT_SHORT: 4, Usage.FLOAT_LONG: 8}
DECIMAL_FLOATS = frozenset((Usage.FLOAT_DECIMAL_16, Usage.FLOAT_DECIMAL_34))
# Binaries that hold all that their bytes hold, whatever the PICTURE says.
NATIVE = frozenset(
    (
        Usage.COMP_5,
        Usage.COMP_N,
        Usage.COMP_X,
        Usage.BINARY_CHAR,
        Usage.BINARY_SHORT,
        Usage.BINARY_LONG,
        Usage.BINARY_DOUBLE,
    )
)
# One character of these takes at most three bytes of UTF-8; two UTF-16 units make up one of four.
DOUBLE_BYTE = frozenset((Usage.NATIONAL, Usage.DISPLAY_1))
UTF_8_BYTES = 3
TEXT = frozenset(
    (
        Category.ALPHABETIC,
        Category.ALPHANUMERIC,
        Category.NATIONAL,
        Category.DBCS,
        Category.UTF_8,
    )
)
EDITED = frozenset(
    (
        Category.ALPHANUMERIC_EDITED,
        Category.NUMERIC_EDITED,
        Category.NATIONAL_EDITED,
        Category.EXTERNAL_FLOATING_POINT,
    )
)
_FIXED = frozenset("9Z*PVB0/,.")  # symbols of a picture that never float
_DIGITS_ONLY = re.compile(r"[9VP()0-9]+")


def is_address(item: Field) -> bool:
    """Whether the item holds a place in storage, which means nothing outside its run."""
    return item.usage in ADDRESSES


def is_floating(item: Field) -> bool:
    """Whether the item is internal floating-point, binary or decimal."""
    return item.usage in FLOATS or item.usage in DECIMAL_FLOATS


def is_native(item: Field) -> bool:
    """Whether the item is a binary whose bytes, not its digits, say what it can hold."""
    return item.usage in NATIVE


def is_numeric(item: Field) -> bool:
    """Whether the item holds a number (not an edited one, which is text)."""
    if is_floating(item) or is_native(item):
        return True
    return bool(item.picture and _is_number(item))


def _is_number(item: Field) -> bool:
    """BLANK WHEN ZERO makes 9(5) numeric-edited; its digits are a number all the same."""
    if item.picture is None or item.picture.category is Category.NUMERIC:
        return item.picture is not None
    return item.blank_when_zero and _DIGITS_ONLY.fullmatch(item.picture.text) is not None


def is_edited_number(item: Field) -> bool:
    """Whether the item holds a number as it is printed, which is text unless job.yaml says more.

    A string of + - or currency symbols floats in front of the decimal point, or across it
    (Language Reference, "Floating insertion editing"); a picture with one behind it stays text.
    """
    if item.picture is None or item.picture.category is not Category.NUMERIC_EDITED:
        return False
    symbols = every_symbol(item.picture.text)
    floating = any(symbols.count(each) > 1 for each in set(symbols) - _FIXED)
    return not is_numeric(item) and not (floating and item.scale == item.digits)


def is_text(item: Field) -> bool:
    """Whether the item holds characters and nothing else."""
    if item.picture is None or is_numeric(item):
        return False
    return item.picture.category in TEXT or item.picture.category in EDITED


def positions(item: Field) -> int:
    """The item's length in characters (of a group in bytes)."""
    if item.usage in DOUBLE_BYTE:
        return item.length // 2
    return item.length


def room(item: Field) -> int:
    """Bytes of UTF-8 that hold every value of an item of text."""
    return positions(item) * UTF_8_BYTES if item.usage in DOUBLE_BYTE else item.length


def leaves(item: Field) -> tuple[Field, ...]:
    """The elementary items of a group, level-66 entries left out."""
    return tuple(part for part in item.walk() if part.kind is Kind.ELEMENTARY)


def is_unsigned(item: Field) -> bool:
    """Whether a number, also an edited one, can never be negative."""
    number = is_numeric(item) or is_edited_number(item)
    return number and not is_floating(item) and not item.signed
