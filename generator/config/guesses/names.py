"""Words of COBOL names, and the prefix that the names of a record share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import is_address
from generator.copybook.fields import Kind

if TYPE_CHECKING:
    from generator.copybook.fields import Field, Record

_FEW = 3
_MOST = 0.8
RECORD_WORDS = frozenset(
    ("RECORD", "REC", "MASTER", "MAST", "DETAIL", "DATA", "FILE", "LAYOUT", "AREA", "INFO", "ROW")
)


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix with its hyphen; `count` of `total` names start with it."""

    text: str
    count: int
    total: int


def words(name: str | None) -> tuple[str, ...]:
    """The words of a name in upper case, trailing numbers left out: ACCT-DATE-2 gives two."""
    parts = [part for part in (name or "").upper().replace("_", "-").split("-") if part]
    while len(parts) > 1 and parts[-1].isdigit():
        parts.pop()
    return tuple(parts)


def own_words(item: Field, prefix: Prefix | None) -> tuple[str, ...]:
    """The words of an item's name without the record's prefix."""
    name = str(item.name).upper()
    return words(name.removeprefix(prefix.text) if prefix else name)


def named(record: Record) -> tuple[Field, ...]:
    """Every field below the record that has a name and may become a column."""
    return tuple(
        item
        for item in record.root.walk()
        if item is not record.root
        and not item.is_filler
        and item.kind is not Kind.RENAMES
        and not is_address(item)
    )


def common_prefix(record: Record) -> Prefix | None:
    """The first word that most names share, when nothing is lost by stripping it."""
    names = list(dict.fromkeys(str(item.name).upper() for item in named(record)))
    firsts = [name.split("-")[0] + "-" for name in names if "-" in name]
    if len(names) < _FEW or not firsts:
        return None
    text = max(dict.fromkeys(firsts), key=firsts.count)
    count = firsts.count(text)
    stripped = [name.removeprefix(text) for name in names]
    clean = len(set(stripped)) == len(names) and all(name[:1].isalpha() for name in stripped)
    return Prefix(text, count, len(names)) if clean and count / len(names) >= _MOST else None


def picture(item: Field) -> str:
    """How the item is declared: PICTURE and USAGE unless it is DISPLAY."""
    if item.picture is None or not item.picture.text:
        return str(item.usage or "group")
    text = _folded(item.picture.text)
    return text if str(item.usage) == "DISPLAY" else f"{text} {item.usage}"


def _folded(text: str) -> str:
    """99999999 as 9(8) and 9(08) as 9(8), for the eye."""
    done = ""
    position = 0
    while position < len(text):
        symbol = text[position]
        end = position
        size = 0
        while end < len(text) and text[end] == symbol:
            end += 1
            size += 1
            if text[end : end + 1] == "(":
                close = text.index(")", end)
                size += int(text[end + 1 : close]) - 1
                end = close + 1
        done += symbol if size == 1 else f"{symbol}({size})" if size > _FEW else symbol * size
        position = end
    return done
