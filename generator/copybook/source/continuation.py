"""Continuation lines: a hyphen in column 7 joins a line to the one before it.

Enterprise COBOL for z/OS Language Reference, "Reference format", "Continuation lines".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.copybook.source.margin import COLUMN_72, open_quote
from generator.copybook.source.rows import Row
from generator.copybook.source.text import Piece
from generator.problems import Problem

HINT_HYPHEN = "a hyphen in column 7 continues the word or literal of the line before"


class Held(NamedTuple):
    """A line's program text, held back since the next line may continue it.

    `at` is its offset in the row, `inside` the quotation mark when it starts within a literal.
    """

    piece: Piece
    at: int
    inside: str = ""

    @property
    def end(self) -> int:
        """The column, as the compiler counts, of the last character."""
        return self.at + len(self.piece.text)

    @property
    def is_ended(self) -> bool:
        """Whether the next line begins an entry."""
        return self.piece.text.endswith(".")


@dataclass(frozen=True, slots=True)
class Joined:
    """The line before as it is now, the line that continues it, and what is wrong with them."""

    before: Piece
    held: Held
    problem: Problem | None = None


def join_lines(before: Held, row: Row, span: tuple[int, int], *, fixed: bool) -> Joined:
    """Join the program text of a continuation line, `span` of its row, to the line before.

    An open literal goes on through column 72 and is taken up after the quotation mark that must
    be the first character; words and numbers go on with the first character.
    """
    first, end = span
    start = row.text[first]
    piece = before.piece
    quote = open_quote(before.inside + piece.text)
    if not quote and start in "'\"" and piece.text.endswith(start):
        return _after_literal(before, row, span, fixed=fixed)
    if not quote:
        return Joined(piece, Held(row.piece(first, end, glued=True), first))
    if start != quote:
        return _unclosed(before, quote, row, span)
    if fixed:
        piece = piece._replace(text=piece.text.ljust(COLUMN_72 - before.at))
    return Joined(piece, Held(row.piece(first + 1, end, glued=True), first + 1, quote))


def _after_literal(before: Held, row: Row, span: tuple[int, int], *, fixed: bool) -> Joined:
    """A line that ends with a quotation mark, continued by one.

    In column 72 it is the first half of a doubled one when two begin the continuation line.
    Otherwise the literal has ended, and a second one begins.
    """
    first, end = span
    doubled = row.text[first : first + 2] == row.text[first] * 2
    if fixed and doubled and before.end == COLUMN_72:
        return Joined(before.piece, Held(row.piece(first + 1, end, glued=True), first + 1))
    return Joined(before.piece, Held(row.piece(first, end), first))


def _unclosed(before: Held, quote: str, row: Row, span: tuple[int, int]) -> Joined:
    """The literal is closed where it stands, and the continuation left out but for its period."""
    first, end = span
    message = f"the continued literal must go on with {quote} as its first character"
    problem = Problem("CPY110", message, row.at(first), HINT_HYPHEN)
    period = end - 1 if row.text[end - 1] == "." else end
    closed = before.piece._replace(text=before.piece.text + quote)
    return Joined(closed, Held(row.piece(period, end, glued=True), period), problem)


def closed_literal(held: Held, hint: str) -> tuple[Piece, Problem | None]:
    """Report a literal that the line leaves open, and close it so that parsing goes on."""
    piece = held.piece
    quote = open_quote(held.inside + piece.text)
    if not quote:
        return piece, None
    at = piece.column_at(max(piece.text.rfind(quote), 0))
    message = "the literal is not closed on this line"
    problem = Problem("CPY109", message, piece.line.location(at), f"add the closing {quote}{hint}")
    body = piece.text.rstrip()
    text = f"{body[:-1]}{quote}." if body.endswith(".") else body + quote
    columns = tuple(piece.column_at(min(i, len(body) - 1)) for i in range(len(text)))
    return piece._replace(text=text, columns=columns), problem
