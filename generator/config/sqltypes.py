"""Column types as job.yaml spells them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TYPE = re.compile(r"(?P<word>[A-Z]+)(\((?P<one>\d+)(,(?P<two>\d+))?\))?(?P<bits>FORBITDATA)?")
_PLAIN = ("SMALLINT", "INTEGER", "BIGINT", "REAL", "DOUBLE")
_LONGEST = {"CHAR": 254, "VARCHAR": 32672}
_OTHER_WORDS = {"INT": "INTEGER", "DEC": "DECIMAL", "NUMERIC": "DECIMAL", "CHARACTER": "CHAR"}
_DIGITS = 31


@dataclass(frozen=True, slots=True)
class TypeRule:
    """A type: CHAR and VARCHAR have a length, DECIMAL a precision and a scale."""

    word: str
    length: int = 0
    precision: int = 0
    scale: int = 0
    bit_data: bool = False


@dataclass(frozen=True, slots=True)
class BadType:
    """Why the text is no type, and what to write."""

    message: str
    hint: str


def parse_type(text: str) -> TypeRule | BadType:
    """CHAR(n), VARCHAR(n), either FOR BIT DATA, DECIMAL(p,s), SMALLINT, INTEGER, ..., DOUBLE."""
    found = _TYPE.fullmatch("".join(text.upper().split()))
    if found is None:
        return _unknown(text)
    word = _OTHER_WORDS.get(found["word"], found["word"])
    numbers = tuple(int(found[part]) for part in ("one", "two") if found[part])
    if word in _LONGEST and len(numbers) == 1:
        return _text(word, numbers[0], bit_data=bool(found["bits"]))
    if word == "DECIMAL" and numbers and not found["bits"]:
        return _decimal(numbers[0], numbers[1] if numbers[1:] else 0)
    if word in _PLAIN and not numbers and not found["bits"]:
        return TypeRule(word)
    return _unknown(text)


def _text(word: str, length: int, *, bit_data: bool) -> TypeRule | BadType:
    if 1 <= length <= _LONGEST[word]:
        return TypeRule(word, length=length, bit_data=bit_data)
    return BadType(
        f"{word}({length}) has an impossible length", f"{word} takes 1 to {_LONGEST[word]}"
    )


def _decimal(precision: int, scale: int) -> TypeRule | BadType:
    if 1 <= precision <= _DIGITS and scale <= precision:
        return TypeRule("DECIMAL", precision=precision, scale=scale)
    return BadType(
        f"DECIMAL({precision},{scale}) does not exist",
        f"the precision is 1 to {_DIGITS}, the scale 0 to the precision",
    )


def _unknown(text: str) -> BadType:
    if text.upper().split("(")[0].strip() in {"DATE", "TIME", "TIMESTAMP"}:
        return BadType(
            f"{text} does not say how the value is written in the record",
            "write date: with a pattern instead, for example date: YYYYMMDD",
        )
    return BadType(
        f"{text} is not a type",
        f"CHAR(n), VARCHAR(n), either FOR BIT DATA, DECIMAL(p,s), {', '.join(_PLAIN)}",
    )
