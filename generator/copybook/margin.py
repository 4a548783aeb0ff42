"""The right margin of fixed format: identification in columns 73-80, or program text cut short.

The compiler takes columns 73-80 for identification whatever they hold (Enterprise COBOL for z/OS
Language Reference, "Reference format"), so a line that is too long loses its end without a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

COLUMN_72 = 72
COLUMN_80 = 80

_CODE = re.compile(
    r"(?<![\w-])(?:PIC|PICTURE|VALUES?|OCCURS|REDEFINES|COMP(?:-\d)?|COMPUTATIONAL(?:-\d)?"
    r"|USAGE|BINARY|PACKED-DECIMAL|DEPENDING|TIMES|INDEXED|THRU)(?![\w-])|['\"]",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\s*\d{1,2}\s")
_DIGIT = re.compile(r"\d")
_TAG = re.compile(r"(?=.*[A-Z0-9])[^'\"]+", re.IGNORECASE)
_WHOLE_TAG = re.compile(r"[A-Z0-9@#$-]{8}", re.IGNORECASE)
_CLOSED_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_SEQUENCE = "9" * 8
_FEWEST_NUMBERS = 3


def open_quote(text: str) -> str:
    """The quotation mark of a literal that the text leaves open, or nothing."""
    if "'" not in text and '"' not in text:
        return ""
    found = re.search(r"['\"]", _CLOSED_LITERAL.sub("", text))
    return found[0] if found else ""


def overruns(lines: Sequence[str]) -> dict[int, bool]:
    """The lines whose text may go beyond column 72, by index.

    The value is the likelier reading, so that one mistake stays one message: true when what
    stands beyond the margin belongs to the entry.
    """
    long = [index for index, line in enumerate(lines) if line[COLUMN_72:].strip()]
    if not long:
        return {}
    known = _identifications(lines[index] for index in long)
    return {
        index: _belongs(lines, index)
        for index in long
        if _is_program(lines[index])
        and _shape(lines[index]) not in known
        and (_crosses(lines[index]) or _looks_like_code(lines[index]))
    }


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
    return True


def _looks_like_code(line: str) -> bool:
    area, beyond = line[7:COLUMN_72], line[COLUMN_72:]
    ends = beyond.rstrip().endswith(".")
    if _is_ended(area):
        return ends and bool(_LEVEL.match(beyond))
    return ends or bool(_CODE.search(beyond))


def _belongs(lines: Sequence[str], index: int) -> bool:
    """Whether the entry is whole with the text beyond: its period stands before the next entry."""
    area, beyond = lines[index][7:COLUMN_72], lines[index][COLUMN_72:]
    if _is_ended(area):
        return _looks_like_code(lines[index])
    following = (
        line for line in lines[index + 1 :] if line[6:7] in (" ", "-") and line[7:].strip()
    )
    entry_next = bool(_LEVEL.match(next(following, "")[7:COLUMN_72] or "01 "))
    return entry_next or not beyond.rstrip().endswith(".")
