"""COPY REPLACING and the caller's --replacing: text words exchanged for other text.

Enterprise COBOL for z/OS Language Reference, "COPY statement", "Comparison and replacement
rules": text words are compared without regard to case and to the blanks between them; a colon is
a word of its own, so that ==:TAG:== matches inside :TAG:-NAME.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.copybook.text import Piece, Text, join

_WORDS = re.compile(r"""'[^'\n]*'|"[^"\n]*"|[A-Za-z0-9_-]+|\S""")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Text words `old` become `new`; `part` is "leading" or "trailing" for partial words."""

    old: str
    new: str
    part: str = ""


def caller_replacements(pairs: Sequence[str | tuple[str, str]]) -> tuple[Replacement, ...]:
    """`OLD=NEW` as given on the command line; `TAG=X` stands for `:TAG:=X` as well."""
    result: list[Replacement] = []
    for pair in pairs:
        old, new = pair.partition("=")[::2] if isinstance(pair, str) else pair
        old, new = old.strip().strip("="), new.strip().strip("=")
        if old and ":" not in old:
            result.append(Replacement(f":{old}:", new))
        result.append(Replacement(old, new))
    return tuple(result)


def replace_words(text: Text, replacements: Sequence[Replacement]) -> Text:
    """Carry the replacements out; what is put in stands where the old words stood."""
    rules = [(_split(each.old), each) for each in replacements if each.old]
    if not rules:
        return text
    words = [found.span() for found in _WORDS.finditer(text.string)]
    upper = [text.string[start:end].upper() for start, end in words]
    pieces: list[Piece] = []
    done = position = 0
    while position < len(words):
        match = _match(upper, position, rules)
        if match is None:
            position += 1
            continue
        count, new = match
        start, end = words[position][0], words[position + count - 1][1]
        pieces += text.cut(done, start)
        pieces.append(_inserted(text, start, new))
        done, position = end, position + count
    return text if not done else join((*pieces, *text.cut(done, len(text.string))))


def _split(text: str) -> list[str]:
    return [found.upper() for found in _WORDS.findall(text)]


def _match(
    words: list[str], position: int, rules: list[tuple[list[str], Replacement]]
) -> tuple[int, str] | None:
    """How many words the first rule that fits takes, and what comes in their place."""
    for old, rule in rules:
        word = words[position]
        if rule.part == "leading" and word.startswith(old[0]):
            return 1, rule.new + word[len(old[0]) :]
        if rule.part == "trailing" and word.endswith(old[0]):
            return 1, word[: -len(old[0])] + rule.new
        if not rule.part and words[position : position + len(old)] == old:
            return len(old), rule.new
    return None


def _inserted(text: Text, start: int, new: str) -> Piece:
    """The new text, every character at the column of the word that it replaces."""
    where = next(iter(text.cut(start, start + 1)))
    body = " ".join(new.split("\n"))
    return Piece(body, where.line, where.column, (where.column,) * len(body), where.glued)
