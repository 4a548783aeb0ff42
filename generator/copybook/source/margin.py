"""The right margin of fixed format: identification in columns 73-80, or program text cut short.

The compiler takes columns 73-80 for identification whatever they hold (Enterprise COBOL for z/OS
Language Reference, "Reference format"), so a line that is too long loses its end without a word.
We read as the compiler does, unless the entries are whole only with the text beyond the margin, or
are whole both ways and that text is code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum

from generator.copybook.source.directives import LISTING

COLUMN_72 = 72
COLUMN_80 = 80

_CODE = re.compile(
    r"(?<![\w-])(?:PIC|PICTURE|VALUES?|OCCURS|REDEFINES|COMP(?:-\d)?|COMPUTATIONAL(?:-\d)?"
    r"|USAGE|BINARY|PACKED-DECIMAL|DEPENDING|TIMES|INDEXED|THRU)(?![\w-])|['\"]",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*(?:\d{{1,2}}\s|\.\Z|{_CODE.pattern})", re.IGNORECASE)
_LEVEL = re.compile(r"\s*\d{1,2}\s")
_BEGINNING = re.compile(
    r"\s*(?:\d{1,2}(?:\s+(?!(?:TO|TIMES?|DEPENDING|INDEXED|THRU|THROUGH|ASCENDING|DESCENDING)\b)"
    r"(?:[A-Z:]|\d+[A-Z-])|\s*\.?\s*$)|(?:COPY|REPLACE|EXEC|FD|SD|EJECT|SKIP\d|TITLE)\b)",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(rf"\s*(?:>>.*|\*>.*)?\Z|(?:{LISTING.pattern})\s*\Z", re.IGNORECASE)
_WORDS = (
    r"ARE|BINARY|BY|COMP(?:-\d)?|DEPENDING|DISPLAY|INDEXED|IS|KEY|LEADING|OCCURS|OF|ON|PIC|PICTURE"
    r"|REDEFINES|SEPARATE|SIGN|THROUGH|THRU|TIMES|TO|TRAILING|USAGE|VALUES?"
)
_WHOLE_WORD = re.compile(rf"(?<![\w-])(?:{_WORDS})\Z", re.IGNORECASE)
_PICTURE_END = re.compile(r"[0-9XAZVPSB*$,.()+-]+\.", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\w-]*")
_DIGIT = re.compile(r"\d")
_TAG = re.compile(r"(?=.*[A-Z0-9])[^'\"]+", re.IGNORECASE)
_WHOLE_TAG = re.compile(r"[A-Z0-9@#$/-]{8}", re.IGNORECASE)
_CLOSED_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_INLINE_COMMENT = re.compile(r"'[^']*(?:'|$)|\"[^\"]*(?:\"|$)|(?P<comment>\*>)")
_SEQUENCE = "9" * 8
_FEWEST_NUMBERS = 3
_FEWEST_LONG_LINES = 2


class Beyond(Enum):
    """What stands beyond column 72 of a line."""

    IDENTIFICATION = "identification"  # the compiler cuts it off, and nothing speaks against it
    ODD = "odd"  # cut off as well, but it has not the look of an identification
    CODE = "code"  # the entry is whole with it, and not without
    LOST = "lost"  # looks like program text, but does not make the entry whole


def open_quote(text: str) -> str:
    """The quotation mark of a literal that the text leaves open, or nothing."""
    if "'" not in text and '"' not in text:
        return ""
    found = re.search(r"['\"]", _CLOSED_LITERAL.sub("", text))
    return found[0] if found else ""


def comment_start(text: str, start: int = 0) -> int:
    """Where a comment begins with `*>` outside literals, or the end of the text."""
    if "*>" in text:
        for found in _INLINE_COMMENT.finditer(text, start):
            if found["comment"]:
                return found.start()
    return len(text)


def overruns(lines: Sequence[str]) -> dict[int, Beyond]:
    """The lines with text beyond column 72 that is no plain identification, by index."""
    long = [
        index
        for index, line in enumerate(lines)
        if len(line) > COLUMN_72 and line[COLUMN_72:].strip()
    ]
    if not long:
        return {}
    known = _identifications(lines[index] for index in long)
    following = _following(lines, long)
    found = {
        index: _judge(lines[index], following[index])
        for index in long
        if _is_program(lines[index]) and _shape(lines[index]) not in known
    }
    return {index: kind for index, kind in found.items() if kind is not Beyond.IDENTIFICATION}


def is_variable(lines: Sequence[str], found: dict[int, Beyond]) -> bool:
    """Whether the lines have no right margin: code beyond column 80, and never less than code."""
    codes = [index for index, kind in found.items() if kind is Beyond.CODE]
    if len(codes) < _FEWEST_LONG_LINES or len(codes) < len(found):
        return False
    return all(len(lines[index].rstrip()) > COLUMN_80 for index in codes[:_FEWEST_LONG_LINES])


def _judge(line: str, following: str) -> Beyond:
    """Compare the two readings of a line: cut at the margin, and with what stands beyond it."""
    area, beyond = line[7:COLUMN_72], line[COLUMN_72:].rstrip()
    if following[6:7] == "-" or comment_start(area) < len(area):
        return Beyond.IDENTIFICATION
    code, crossing = _looks_like_code(area, beyond), not _is_ended(area) and _crosses(line)
    if _NO_TEXT.match(line, 7, COLUMN_72):
        lost = not area.strip() and bool(_ALONE.match(beyond))
        return Beyond.LOST if lost else Beyond.IDENTIFICATION
    begins = not following or bool(_BEGINNING.match(following[7:COLUMN_72]))
    cut, long = _is_whole(area, begins), _is_whole(line[7 : comment_start(line, 7)], begins)
    if long and not cut and (crossing or code or not _is_ended(area)):
        return Beyond.CODE
    if cut == long and (code or (crossing and not _WHOLE_TAG.fullmatch(beyond))):
        return Beyond.CODE if long else Beyond.LOST
    return Beyond.IDENTIFICATION if _is_plain(line) else Beyond.ODD


def _following(lines: Sequence[str], indexes: Sequence[int]) -> dict[int, str]:
    """For each of the lines the next one with program text, or nothing."""
    found: dict[int, str] = {}
    following, position = "", len(lines)
    for index in reversed(indexes):
        for line in reversed(lines[index + 1 : position]):
            if line[6:7] in (" ", "-") and not _NO_TEXT.match(line, 7, COLUMN_72):
                following = line
        found[index] = following
        position = index + 1
    return found


def _is_whole(text: str, begins: bool) -> bool:  # noqa: FBT001 - the one fact it depends on
    """Whether an entry may read like this: it ends where the next one begins."""
    return not open_quote(text) and _is_ended(text) == begins


def _is_plain(line: str) -> bool:
    """Whether the text beyond looks like an identification: 8 characters, or after the entry."""
    if line[COLUMN_72 - 1] != " ":
        return bool(_WHOLE_TAG.fullmatch(line[COLUMN_72:].rstrip()))
    return _is_ended(line[7:COLUMN_72]) or bool(_WHOLE_TAG.match(line[COLUMN_72:COLUMN_80]))


def _identifications(lines: Iterator[str]) -> set[str]:
    """What stands in columns 73-80 of several lines that are complete without it."""
    shapes: Counter[str] = Counter()
    numbers: list[str] = []
    for line in lines:
        shape = _shape(line)
        if shape == _SEQUENCE:
            numbers.append(line[COLUMN_72:COLUMN_80])
        if _is_complete(line) and _TAG.fullmatch(shape) and not _CODE.search(shape):
            shapes[shape] += 1
    known = {shape for shape, count in shapes.items() if count > 1}
    if len(numbers) >= _FEWEST_NUMBERS and numbers == sorted(set(numbers)):
        known.add(_SEQUENCE)
    return known


def _shape(line: str) -> str:
    """The text of columns 73-80 with every digit alike, since tags count the lines."""
    return _DIGIT.sub("9", line[COLUMN_72:COLUMN_80].rstrip())


def _is_program(line: str) -> bool:
    return line[6] in " -" or line[:COLUMN_72].isspace()


def _is_complete(line: str) -> bool:
    """Whether nothing is missing without columns 73-80: a comment, no text, or an ended entry."""
    area = line[7:COLUMN_72]
    if comment_start(area) < len(area):
        return True
    if line[COLUMN_72 - 1] != " ":
        return area[-1] == "." and bool(_WHOLE_TAG.fullmatch(line[COLUMN_72:COLUMN_80]))
    return line[6] in "*/" or not area.strip() or _is_ended(area)


def _is_ended(area: str) -> bool:
    return area.rstrip().endswith(".") and not open_quote(area)


def _crosses(line: str) -> bool:
    """Whether a word or a literal goes through the margin."""
    if line[COLUMN_72 - 1 : COLUMN_72 + 1].strip() != line[COLUMN_72 - 1 : COLUMN_72 + 1]:
        quote = open_quote(line[7:COLUMN_72])
        return bool(quote) and quote in line[COLUMN_72:]
    if line[COLUMN_72 - 1] in ",;":
        return False
    found = _FIRST_WORD.match(line, COLUMN_72)
    end = found.end() if found else COLUMN_72
    return bool(_WHOLE_WORD.search(line[:end])) or not _WHOLE_WORD.search(line[:COLUMN_72])


def _looks_like_code(area: str, beyond: str) -> bool:
    if _is_ended(area):
        if beyond.endswith("."):
            glued = area[-1:] == "." and bool(_PICTURE_END.fullmatch(beyond))
            return glued or bool(_LEVEL.match(beyond))
        return False
    return beyond.endswith(".") or bool(_CODE.search(beyond))
