"""The REPLACE statement, which holds for the text behind it up to the next one.

Enterprise COBOL for z/OS Language Reference, "REPLACE statement": it is carried out after all
COPY statements. ALSO and LAST are ISO COBOL's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.copybook.copying.operands import (
    LITERAL,
    SEPARATOR,
    UnreadableError,
    closing_period,
    read_pairs,
)
from generator.copybook.copying.replacing import Replacement, replace_words
from generator.copybook.source.text import Piece, Text, join
from generator.problems import Problem, Severity

_REPLACE = re.compile(rf"{LITERAL}|(?<![\w-])(REPLACE)(?=\s|\Z)", re.IGNORECASE)
_OFF = re.compile(r"REPLACE\s+(?:(LAST)\s+)?OFF(?![\w-])", re.IGNORECASE)
_ALSO = re.compile(r"REPLACE(?:\s+(ALSO)(?![\w-]))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replace:
    """A REPLACE statement: where it ends, and its pairs, none for OFF.

    `word` is ALSO or LAST. A statement that cannot be read has a `reason`, which stands at `at`.
    """

    end: int
    pairs: tuple[Replacement, ...] = ()
    word: str = ""
    at: int = 0
    reason: str = ""


def replace_at(string: str, start: int) -> Replace:
    """The statement at an offset."""
    head = _OFF.match(string, start)
    pairs: list[Replacement] = []
    try:
        if head:
            end = head.end()
        else:
            head = _ALSO.match(string, start)
            pairs, end = read_pairs(string, head.end() if head else start, words=False)
    except UnreadableError as error:
        found = SEPARATOR.search(string, start)
        end = found.end() if found else len(string)
        return Replace(end, (), "", min(error.at, len(string) - 1), error.reason)
    word = ((head and head[1]) or "").upper()
    after = closing_period(string, end)
    if after is None:
        return Replace(end, tuple(pairs), word, end - 1, "the period that ends it is missing")
    return Replace(after, tuple(pairs), word)


def replace_spans(string: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The REPLACE statements between two offsets, those that cannot be read left out."""
    at = start
    while found := _REPLACE.search(string, at, end):
        at = found.end()
        statement = replace_at(string, found.start()) if found[1] else None
        if statement and not statement.reason:
            at = statement.end
            yield found.start(), at


def carry_out_replace(text: Text) -> tuple[Text, list[Problem]]:
    """The text without its REPLACE statements, which have had their effect."""
    if "REPLACE" not in text.string.upper():
        return text, []
    problems: list[Problem] = []
    pieces = list(_pieces(text, problems))
    return join(pieces), problems


def _pieces(text: Text, problems: list[Problem]) -> Iterator[Piece]:
    string = text.string
    layers: list[tuple[Replacement, ...]] = []  # ALSO puts one on top of the others
    done = at = 0
    while found := _REPLACE.search(string, at):
        start, at = found.start(), found.end()
        if not found[1]:
            continue
        yield from _replaced(text, done, start, layers)
        statement = replace_at(string, start)
        problems += _problems(text, start, statement)
        done = at = statement.end
        if statement.word == "LAST":
            layers = layers[:-1]
        elif statement.word == "ALSO":
            layers = [*layers, statement.pairs]
        elif not statement.reason or statement.pairs:
            layers = [statement.pairs]
    yield from _replaced(text, done, len(string), layers)


def _replaced(
    text: Text, start: int, end: int, layers: list[tuple[Replacement, ...]]
) -> Iterator[Piece]:
    pairs = tuple(pair for layer in reversed(layers) for pair in layer)
    pieces = text.cut(start, end)
    yield from replace_words(join(pieces), pairs).pieces if pairs else pieces


def _problems(text: Text, start: int, statement: Replace) -> Iterator[Problem]:
    if statement.reason:
        message = f"this REPLACE statement cannot be read: {statement.reason}"
        yield Problem("CPY207", message, text.location(statement.at), _HINT_SHAPE)
    if statement.word:
        message = f"REPLACE {statement.word} is ISO COBOL's, not Enterprise COBOL's"
        where = text.location(start, len("REPLACE"))
        hint = "write REPLACE with all pairs that are to hold from here on"
        yield Problem("CPY904", message, where, hint, (), Severity.WARNING)


_HINT_SHAPE = "REPLACE ==text== BY ==text== ... . or REPLACE OFF."
