"""Continuation lines: a hyphen in column 7 joins a line to the one before it.

Enterprise COBOL for z/OS Language Reference, "Reference format", "Continuation lines".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.copybook.margin import COLUMN_72, open_quote
from generator.copybook.rows import Row
from generator.copybook.text import Piece
from generator.problems import Problem

HINT_HYPHEN = "a hyphen in column 7 continues the word or literal of the line before"


@dataclass(frozen=True, slots=True)
class Joined:
    """The line before, the line that continues it, and what is wrong with them.

    `inside` is the quotation mark when the second begins within a literal.
    """

    before: Piece
    piece: Piece
    inside: str = ""
    problem: Problem | None = None


def join_lines(
    before: Piece, inside: str, row: Row, span: tuple[int, int], *, fixed: bool
) -> Joined:
    """Join the program text of a continuation line, `span` of its row, to the line before.

    An open literal goes on through column 72 and is taken up after the quotation mark that must
    be the first character; words and numbers go on with the first character.
    """
    first, end = span
    start = row.text[first]
    quote = open_quote(inside + before.text)
    if not quote and start in "'\"" and before.text.endswith(start):
        return _after_literal(before, row, span, fixed=fixed)
    if not quote:
        return Joined(before, row.piece(first, end, glued=True))
    if start != quote:
        return _unclosed(before, quote, row, span)
    padded = before.text
    if fixed and before.columns is None:
        padded = padded.ljust(COLUMN_72 - before.column + 1)
    elif fixed:
        padded = padded.ljust(COLUMN_72 - _indented(before))
    return Joined(replace(before, text=padded), row.piece(first + 1, end, glued=True), quote)


def _after_literal(before: Piece, row: Row, span: tuple[int, int], *, fixed: bool) -> Joined:
    """A line that ends with a quotation mark, continued by one.

    In column 72 it is the first half of a doubled one when two begin the continuation line.
    Otherwise the literal has ended, and a second one begins.
    """
    first, end = span
    doubled = row.text[first : first + 2] == row.text[first] * 2
    if fixed and doubled and _indented(before) + len(before.text) == COLUMN_72:
        return Joined(before, row.piece(first + 1, end, glued=True))
    return Joined(before, row.piece(first, end))


def _indented(piece: Piece) -> int:
    """How many columns, as the compiler counts them, stand before the piece in its line."""
    return len(piece.line.text[: piece.column - 1].expandtabs(8))


def _unclosed(before: Piece, quote: str, row: Row, span: tuple[int, int]) -> Joined:
    """The literal is closed where it stands, and the continuation left out but for its period."""
    first, end = span
    message = f"the continued literal must go on with {quote} as its first character"
    problem = Problem("CPY110", message, row.at(first), HINT_HYPHEN)
    period = end - 1 if row.text[end - 1] == "." else end
    closed = replace(before, text=before.text + quote)
    return Joined(closed, row.piece(period, end, glued=True), problem=problem)


def closed_literal(piece: Piece, inside: str, hint: str) -> tuple[Piece, Problem | None]:
    """Report a literal that the line leaves open, and close it so that parsing goes on."""
    quote = open_quote(inside + piece.text)
    if not quote:
        return piece, None
    at = piece.column_at(max(piece.text.rfind(quote), 0))
    message = "the literal is not closed on this line"
    problem = Problem("CPY109", message, piece.line.location(at), f"add the closing {quote}{hint}")
    body = piece.text.rstrip()
    text = f"{body[:-1]}{quote}." if body.endswith(".") else body + quote
    columns = tuple(piece.column_at(min(i, len(body) - 1)) for i in range(len(text)))
    return replace(piece, text=text, columns=columns), problem
