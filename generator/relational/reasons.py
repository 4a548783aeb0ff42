"""Why an item of an unusual USAGE or category has the column that it has, for the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.contents import DOUBLE_BYTE, is_native, is_numeric, is_text, positions
from generator.copybook.fields import Usage
from generator.relational.sqltypes import group_room, highest

if TYPE_CHECKING:
    from generator.copybook.fields import Field

_CHARACTERS = (
    "the database is in UTF-8, where a character takes up to 3 bytes; CHAR and VARCHAR need no "
    "graphic type, bind as text and compare with other text"
)
_BY_RULE = {
    "national-text": _CHARACTERS,
    "dbcs-text": _CHARACTERS,
    "utf-8-text": "its bytes are UTF-8 already, so the column has as many",
    "floating-point-as-text": (
        "the digits stay as they are written; REAL and DOUBLE do not hold every decimal number"
    ),
}


def reason(item: Field, rule: str) -> tuple[str, str, str] | None:
    """The rule, what was decided and why; None where the type table says it all."""
    if item.children and group_room(item) != item.length:
        return "national-text", f"text, room for {item.length // 2} characters", _CHARACTERS
    why = _BY_RULE.get(rule.removesuffix("-varchar"))
    if why is None and is_text(item) and item.usage in DOUBLE_BYTE:
        why = _CHARACTERS
    if rule == "edited-as-number":
        text = "a number; characters that are not what its PICTURE makes of it are rejected"
        return rule, text, "job.yaml gives it a numeric type; it would be text"
    if why:
        return rule, f"text, room for {positions(item)} {_unit(item)} of {item.usage}", why
    if rule.startswith("native-binary") and item.usage is not Usage.COMP_5:
        text = f"a type that holds up to {highest(item):,}, the most of {_bytes(item)}"
        return rule, text, f"the bytes of {item.usage}, not its digits, say what it can hold"
    if item.blank_when_zero and is_numeric(item) and not is_native(item):
        text = "a number; a record with blanks has 0"
        return "blank-when-zero", text, "BLANK WHEN ZERO stores blanks for zero and nothing else"
    return None


def _unit(item: Field) -> str:
    one = positions(item) == 1
    if item.usage in (Usage.UTF_8, Usage.DISPLAY):
        return "byte" if one else "bytes"
    return "character" if one else "characters"


def _bytes(item: Field) -> str:
    return "1 byte" if item.length == 1 else f"{item.length} bytes"
