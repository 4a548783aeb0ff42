"""The operands of COPY REPLACING and of REPLACE.

Enterprise COBOL for z/OS Language Reference, "COPY statement", "REPLACE statement".
"""

from __future__ import annotations

import re

from generator.copybook.copying.replacing import Replacement, text_words

LITERAL = r"""(?:'[^'\n]*'|"[^"\n]*")"""
SEPARATOR = re.compile(r"\.(?=\s|\Z)")
"""A period that ends a statement."""

_PSEUDO = re.compile(r"==((?:[^=]|=(?!=))*)==")
_PART = re.compile(r"[\s,;]*(LEADING|TRAILING)\s*(?===)", re.IGNORECASE)
_WORD = re.compile(
    rf"""(?!BY\s)(?:(?:NX|[GNUXZ])?{LITERAL}
      | [^\s,;.()'"=:]+(?:[.,][^\s,;.()'"=:]+)*     # a word, a number or a picture
        (?:\s+(?:OF|IN)\s+[\w-]+)*                  # qualifiers
        (?:\s*\([^()]*\)){{0,2}}                    # subscripts, reference modification
    )(?=[\s,;.=]|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_BY = re.compile(r"[\s,;]*BY(?=[\s=])[\s,;]*", re.IGNORECASE)
_BLANK = re.compile(r"[\s,;]*")
_END = re.compile(r"[\s,;]*(?:\.(?=\s|\Z)|\Z)")
_CLOSES = re.compile(r"[\s,;]*\.(?=\s|\Z)")


class UnreadableError(Exception):
    """An operand that cannot be read: where, and why."""

    def __init__(self, at: int, reason: str) -> None:
        """Keep the offset and the reason."""
        super().__init__(reason)
        self.at = at
        self.reason = reason


def read_pairs(string: str, at: int, *, words: bool = True) -> tuple[list[Replacement], int]:
    """The pairs from an offset on, and where they end; raises UnreadableError.

    `words` says that operands may be words, literals and identifiers beside pseudo-text.
    """
    pairs: list[Replacement] = []
    while True:
        if pairs and not _goes_on(string, at):
            return pairs, at
        part = _PART.match(string, at)
        old, at = _operand(string, part.end() if part else at, words=words and not part)
        by = _BY.match(string, at)
        if by is None:
            raise UnreadableError(_skip(string, at), "BY must follow the text to be replaced")
        new, end = _operand(string, by.end(), words=words and not part)
        pairs.append(_pair(old, new, part[1].lower() if part else "", at))
        at = end


def closing_period(string: str, at: int) -> int | None:
    """The offset behind the separator period at `at`."""
    found = _CLOSES.match(string, at)
    return found.end() if found else None


def is_entry_open(string: str, at: int) -> bool:
    """Whether the text before an offset is part of an entry, whose period has not come yet."""
    before = at - 1
    while before >= 0 and string[before] in " \n,;":
        before -= 1
    return before >= 0 and string[before] != "."


def _goes_on(string: str, at: int) -> bool:
    """Whether another pair follows; an operand without BY is the next entry."""
    if _END.match(string, at):
        return False
    part = _PART.match(string, at)
    start = _skip(string, part.end() if part else at)
    found = _PSEUDO.match(string, start) or _WORD.match(string, start)
    return (
        part is not None
        or string.startswith("==", start)
        or bool(found and _BY.match(string, found.end()))
    )


def _operand(string: str, at: int, *, words: bool) -> tuple[str, int]:
    start = _skip(string, at)
    found = _PSEUDO.match(string, start)
    if found:
        return found[1].strip(), found.end()
    if string.startswith("==", start):
        raise UnreadableError(start, "the pseudo-text is not closed by ==")
    word = _WORD.match(string, start) if words else None
    if word is None:
        raise UnreadableError(start, "pseudo-text between == and == must stand here")
    return word[0], word.end()


def _pair(old: str, new: str, part: str, at: int) -> Replacement:
    count = len(text_words(old))
    if count == 0:
        raise UnreadableError(at - 1, "there is no text to be replaced")
    if part and (count > 1 or len(text_words(new)) > 1):
        raise UnreadableError(at - 1, f"{part.upper()} takes one word without : ( )")
    return Replacement(old, new, part)


def _skip(string: str, at: int) -> int:
    found = _BLANK.match(string, at)
    return found.end() if found else at
