"""Characters that program text cannot have, though they may look like those that it can."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.copybook.source.decode import Decoded
from generator.copybook.source.rows import Row
from generator.problems import Problem

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LITERAL = re.compile(r"'[^']*'?|\"[^\"]*\"?")
_ODD = re.compile(r"[\x00-\x1f\x7f]|[^\S ]|[\ufeff\u200b\u200c\u200d\u2060]")
_NO_ASCII = re.compile(r"[^\x00-\x7f]")
_LOOKALIKES = "\u2010\u2011\u2012\u2013\u2014\u2212\u2018\u2019\u201c\u201d\u00b4"
"""Hyphens and quotation marks of word processors, which are none in COBOL."""
_NO_WIDTH = "\ufeff\u200b\u200c\u200d\u2060"
_TAKEN_WRONGLY = _NO_WIDTH + _LOOKALIKES


def without_odd(text: str) -> str:
    """The text with blanks in the place of what is no character of program text."""
    return _ODD.sub(" ", text)


def odd_characters(row: Row, start: int, end: int, decoded: Decoded) -> Iterator[Problem]:
    """Report the first control character, and the first odd one outside literals.

    Literals may hold any letters. In words they are left to the parser, except blanks and digits
    of other scripts, which it could take for its own, and letters of a guessed encoding.
    """
    code = row.text[start:end]
    control = _CONTROL.search(code)
    if control:
        message = f"control character X'{ord(control[0]):02X}' in program text"
        yield Problem("CPY112", message, row.at(start + control.start()), "remove it")
    bare = _LITERAL.sub(lambda found: " " * len(found[0]), code)
    for found in _NO_ASCII.finditer(bare):
        where = row.at(start + found.start())
        character = found[0]
        if character.isspace() or character.isdigit() or character in _TAKEN_WRONGLY:
            name = unicodedata.name(character, "a control character").lower()
            message = f"{name} (U+{ord(character):04X}) in program text"
            yield Problem("CPY112", message, where, "write the plain character in its place")
            return
        if decoded.guessed:
            message = (
                f"character {character!r} is not UTF-8: the file seems to be in {decoded.encoding}"
            )
            hint = f"convert it: iconv -f {decoded.encoding} -t UTF-8"
            yield Problem("CPY103", message, where, hint)
            return
