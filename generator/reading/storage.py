"""An item to the way in which its bytes hold a value.

(Enterprise COBOL Language Reference, "USAGE clause" and "SIGN clause"; Micro Focus and GnuCOBOL
for the usages that are not IBM's.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.config.contents import (
    DECIMAL_FLOATS,
    FLOATS,
    is_address,
    is_native,
    is_numeric,
    leaves,
)
from generator.copybook.fields import Field, Kind, Usage
from generator.reading.model import (
    Binary,
    Bits,
    Dbcs,
    Float,
    National,
    NationalDigits,
    Packed,
    Storage,
    Text,
    Utf8,
    Varying,
    Zoned,
)
from generator.relational.leaves import is_varchar

if TYPE_CHECKING:
    from generator.reading.settings import Settings

_IEEE = frozenset((Usage.FLOAT_SHORT, Usage.FLOAT_LONG))


def storage(item: Field, settings: Settings) -> Storage:
    """How a value is written in the bytes of the item; a group that is no text is bytes."""
    if item.kind is Kind.GROUP:
        return _varying(item, settings) if is_varchar(item) else _group(item, settings)
    if item.usage in FLOATS:
        ibm = settings.floats == "ibm" and item.usage not in _IEEE
        return Float(ibm, "big" if ibm else settings.binary)
    if is_address(item) or item.usage in DECIMAL_FLOATS:
        return Bits()
    return _number(item, settings) if is_numeric(item) else _text(item, settings)


def _number(item: Field, settings: Settings) -> Storage:
    if item.usage is Usage.COMP_3:
        return Packed(item.signed)
    if item.usage is Usage.COMP_6:
        return Packed(signed=False, sign_nibble=False)
    if item.usage is Usage.COMP or is_native(item):
        return _binary(item, settings)
    if item.usage is Usage.NATIONAL:
        return NationalDigits(settings.national, _sign(item))
    return Zoned(_sign(item), bool(item.sign and item.sign.separate))


def _binary(item: Field, settings: Settings) -> Binary:
    """COMP and COMP-X are big-endian on every machine; COMP-5 and its like are the machine's."""
    always_big = item.usage in (Usage.COMP, Usage.COMP_X)
    digits = None if is_native(item) else item.digits
    return Binary(item.signed, "big" if always_big else settings.binary, digits)


def _sign(item: Field) -> Literal["leading", "trailing"] | None:
    """The sign stands over the last digit where the SIGN clause says nothing else."""
    if not item.signed:
        return None
    return "leading" if item.sign and item.sign.position == "leading" else "trailing"


def _text(item: Field, settings: Settings) -> Text | National | Dbcs | Utf8:
    if item.usage is Usage.NATIONAL:
        return National(settings.national)
    if item.usage is Usage.DISPLAY_1:
        return Dbcs(settings.dbcs or "")
    return Utf8() if item.usage is Usage.UTF_8 else Text(item.justified)


def _group(item: Field, settings: Settings) -> Storage:
    usages = {part.usage for part in leaves(item)}
    if usages == {Usage.DISPLAY}:
        return Text()
    if usages == {Usage.NATIONAL}:
        return National(settings.national)
    if usages == {Usage.DISPLAY_1}:
        return Dbcs(settings.dbcs or "")
    return Utf8() if usages == {Usage.UTF_8} else Bits()


def _varying(item: Field, settings: Settings) -> Varying:
    length, data = item.children
    return Varying(_binary(length, settings), _text(data, settings), data.length)
