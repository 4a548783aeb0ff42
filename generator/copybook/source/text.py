"""Program text that remembers where each character came from.

The stages before the parser cut lines, join continuations, copy members and replace words.
Each works on pieces; a `Text` joins them into one string and answers, for any offset in it,
which file, line and column the user has to look at. What is made for every line is a named tuple,
which takes a third of the time of a frozen dataclass.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.problems import Location


class Line(NamedTuple):
    """A line of a file as the user sees it, and the COPY statements that brought it in."""

    path: str
    number: int
    text: str
    included_from: tuple[Location, ...] = ()

    def location(self, column: int = 1, width: int = 1) -> Location:
        """A place on this line."""
        return Location(self.path, self.number, column, width, self.text, self.included_from)


class Piece(NamedTuple):
    """A run of program text from one line.

    `columns` is given where the characters do not stand at consecutive columns of the line (tabs
    were expanded, or the text replaces a word of the line). A `glued` piece continues the piece
    before it without a blank between.
    """

    text: str
    line: Line
    column: int
    columns: tuple[int, ...] | None = None
    glued: bool = False

    def column_at(self, index: int) -> int:
        """The column, counted from 1, of the character at `index`."""
        if self.columns is None:
            return self.column + index
        return self.columns[min(index, len(self.columns) - 1)] if self.columns else self.column

    def part(self, start: int, end: int, *, glued: bool) -> Piece:
        """The characters from `start` to `end` as a piece of their own."""
        columns = None if self.columns is None else self.columns[start:end]
        return Piece(self.text[start:end], self.line, self.column_at(start), columns, glued)


@dataclass(frozen=True, slots=True)
class Text:
    """Pieces joined: a line feed between two of them, nothing before a glued one."""

    string: str
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]

    def location(self, at: int, width: int = 1) -> Location:
        """Where the character at offset `at` stands in its file."""
        index = max(bisect_right(self.starts, at) - 1, 0)
        text, (path, number, line, included_from), column, columns, _ = self.pieces[index]
        inside = at - self.starts[index]
        if columns is not None or inside >= len(text):
            column = self.pieces[index].column_at(min(inside, max(len(text) - 1, 0)))
        else:
            column += inside
        if width < 1 or column + width > len(line) + 1:
            width = max(1, min(width, len(line) + 1 - column))
        return Location(path, number, column, width, line, included_from)

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces between two offsets, the outer ones cut."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        for position in range(index, len(self.pieces)):
            begin = self.starts[position]
            if begin >= end:
                return
            piece = self.pieces[position]
            low, high = max(start - begin, 0), min(end - begin, len(piece.text))
            if low == 0 and high == len(piece.text):
                yield piece
            elif low < high:
                yield piece.part(low, high, glued=low > 0 or piece.glued)


def join(pieces: Iterable[Piece]) -> Text:
    """Make one text of the pieces."""
    parts: list[str] = []
    starts: list[int] = []
    kept = tuple(pieces)
    length = 0
    for piece in kept:
        if parts and not piece.glued:
            parts.append("\n")
            length += 1
        starts.append(length)
        parts.append(piece.text)
        length += len(piece.text)
    return Text("".join(parts), tuple(starts), kept)


_BOUNDARY = re.compile(
    r"""'[^'\n]*' | "[^"\n]*"              # a literal hides what looks like a period
      | ==(?:[^=]|=(?!=))*==               # so does pseudo-text
      | (?<![\w-])END-EXEC(?![\w-])\s*\.?   # EXEC blocks often end without a period
      | (?P<period>\.)(?=\s|$)             # separator period: only before a blank
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"""[\s,;]*+([^.'"=]*+(?:(?:\.(?!\s|\Z)|'[^'\n]*+'|"[^"\n]*+")[^.'"=]*+)*+)\.(?=\s|\Z)"""
)
"""A whole statement with its period, if it has neither pseudo-text nor an open literal."""

_BLANK = re.compile(r"[\s,;]*")


class Statement(NamedTuple):
    """The text up to a separator period; `closed` says that the period is there."""

    text: Text
    start: int
    string: str  # the characters, without the period
    closed: bool = True

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.string)

    def location(self, at: int = 0, width: int = 1) -> Location:
        """Where the character at an offset of this statement stands in its file."""
        return self.text.location(self.start + at, width)


def statements(text: Text) -> Iterator[Statement]:
    """Split at the separator periods; empty statements are left out."""
    string = text.string
    plain = "END-EXEC" not in string.upper()
    at = 0
    while at < len(string):
        found = _STATEMENT.match(string, at) if plain else None
        if found is not None:
            (begin, end), at, closed = found.span(1), found.end(), True
        else:
            begin = _skip(string, at)
            end, at, closed = _end_of_statement(string, begin)
        if begin < end:
            yield Statement(text, begin, string[begin:end], closed)


def _end_of_statement(string: str, start: int) -> tuple[int, int, bool]:
    """Where a statement ends, where the next one begins, and whether a period is between them."""
    for found in _BOUNDARY.finditer(string, start):
        if found["period"]:
            return found.start(), found.end(), True
        if found[0][0] not in "'\"=":
            return found.end(), found.end(), True
    return len(string.rstrip()), len(string), False


def _skip(string: str, start: int) -> int:
    found = _BLANK.match(string, start)
    return found.end() if found else start
