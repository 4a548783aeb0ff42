"""Lines as the compiler counts their columns."""

from __future__ import annotations

from typing import NamedTuple

from generator.copybook.source.text import Line, Piece
from generator.problems import Location


class Row(NamedTuple):
    """A line with its tabs expanded; `columns` maps back to the line as the user sees it."""

    line: Line
    text: str
    columns: tuple[int, ...] | None = None

    def at(self, index: int, width: int = 1) -> Location:
        """The place of the character at `index`."""
        return self.line.location(self._column(index), width)

    def _column(self, index: int) -> int:
        return self.columns[min(index, len(self.columns) - 1)] if self.columns else index + 1

    def piece(self, start: int, end: int, *, glued: bool = False) -> Piece:
        """The characters from `start` to `end` as program text."""
        text = self.text[start:end]
        columns = None if self.columns is None else self.columns[start:end]
        return Piece(text, self.line, self._column(start), columns, glued)


def row_of(line: Line) -> Row:
    """Expand tabs to the next eighth column, as the compiler does; a form feed is a blank."""
    text = line.text
    if "\f" in text:
        text = text.replace("\f", " ")
    if "\t" not in text:
        return Row(line, text)
    columns: list[int] = []
    for column, character in enumerate(text, 1):
        columns += [column] * (8 - len(columns) % 8 if character == "\t" else 1)
    return Row(line, text.expandtabs(8), tuple(columns))
