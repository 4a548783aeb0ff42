"""What COMMENT ON says: the COBOL entry, where it lies in the record, and its level-88 values."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.config.literals import spelled
from generator.copybook.fields import Condition, Field, Kind, Usage

if TYPE_CHECKING:
    from generator.relational.leaves import Leaf

LIMIT = 254  # bytes; Db2 for LUW, COMMENT statement
ELLIPSIS = "..."


def cut(text: str, limit: int = LIMIT) -> str:
    """The text within so many bytes of UTF-8, its end marked when there was more."""
    if len(text.encode()) <= limit:
        return text
    head = text.encode()[: limit - len(ELLIPSIS)].decode(errors="ignore")
    return head.rstrip() + ELLIPSIS


def entry(leaf: Leaf) -> str:
    """The entry on one line: as written, or as the field model has it; a date's pattern behind."""
    item = leaf.item
    written = " ".join(item.source.rstrip(".").split()) or f"{item.level:02} {described(item)}"
    return written + _pattern(leaf)


def _pattern(leaf: Leaf) -> str:
    return f" {leaf.date.pattern}" if leaf.date else ""


def described(item: Field) -> str:
    """Name, PICTURE and USAGE."""
    words = [item.name or "FILLER"]
    if item.picture and item.picture.text:
        words.append(f"PIC {item.picture.text}")
    if item.kind is Kind.GROUP:
        words.append("group")
    if item.usage and item.usage is not Usage.DISPLAY:
        words.append(str(item.usage))
    if item.sign and (item.sign.separate or item.sign.position == "leading"):
        words.append(f"SIGN {item.sign.position.upper()}")
        words += ["SEPARATE"] if item.sign.separate else []
    return " ".join(words)


def column_comment(leaf: Leaf) -> str:
    """``ACCT-BAL PIC S9(9)V99 COMP-3 @ 12 L 6 (ACCT.cpy:9); 88 ...``; a date with its pattern."""
    item = leaf.item
    subscripts = f"({','.join(map(str, leaf.at.subscripts))})" if leaf.at.subscripts else ""
    name, _, rest = f"{described(item)}{_pattern(leaf)}".partition(" ")
    offset = f"{leaf.offset} at most" if item.variable_offset else str(leaf.offset)
    place = f"{PurePosixPath(item.location.path).name}:{item.location.line}"
    head = f"{name}{subscripts} {rest} @ {offset} L {item.length} ({place})".replace("  ", " ")
    return cut("; ".join([head, *map(condition, item.conditions)]))


def condition(found: Condition) -> str:
    """``88 CLOSED 'C' 'X'``."""
    values = [
        spelled(value.low) + (f" THRU {spelled(value.high)}" if value.high else "")
        for value in found.values
    ]
    values += [f"FALSE {spelled(found.false)}"] if found.false else []
    return f"88 {found.name} {' '.join(values)}"
