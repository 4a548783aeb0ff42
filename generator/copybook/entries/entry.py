"""Data description entries as the parser gives them: what is written, not yet what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.copybook.fields import Constant, Occurs, Sign, Usage, Value, ValueRange
from generator.copybook.source.text import Statement
from generator.problems import Location, Problem, Severity


class Word(NamedTuple):
    """A word of a statement, and its offset in the text that it was found in."""

    text: str
    at: int

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a data description entry; entries that are written alike share them.

    A clause that is absent is None or False. Offsets count from the first clause. `places` maps
    the name of each clause that was given to the offset of its first word.
    """

    places: Mapping[str, int]
    redefines: Word | None = None
    picture: Word | None = None
    usage: Usage | None = None
    sign: Sign | None = None
    occurs: Occurs | None = None
    depending_on: Word | None = None
    values: tuple[ValueRange, ...] = ()
    synchronized: bool = False
    justified: bool = False
    blank_when_zero: bool = False
    unsigned: bool = False  # BINARY-CHAR UNSIGNED and its like
    byte_length: int | None = None  # BYTE-LENGTH of a PICTURE with U
    group_usage: Usage | None = None
    external: bool = False
    global_: bool = False
    volatile: bool = False
    renames: tuple[Word, Word | None] | None = None  # level 66; qualifiers as in "A OF B"
    false_value: Value | None = None  # level 88
    typedef: bool = False  # a type: no item
    pattern: Word | None = None  # TYPE or SAME AS: the name whose description holds

    @property
    def value(self) -> Value | None:
        """The literal of a VALUE clause of a data item."""
        return self.values[0].low if self.values else None


class Entry(NamedTuple):
    """One data description entry, levels 66, 78 and 88 included.

    A named tuple, as are the other values that are made for every line of a copybook: it takes a
    third of the time of a frozen dataclass. `shift` is the offset of its first clause.
    """

    statement: Statement
    level: int
    name: Word | None
    clauses: Clauses
    shift: int = 0
    broken: bool = False  # it could not be parsed; only level and name are known

    @property
    def title(self) -> str:
        """How messages call the item."""
        if self.name is None:
            return f"the nameless level-{self.level:02} item"
        return self.name.text

    def location(self, clause: str = "") -> Location:
        """Where the entry stands, or one of its clauses."""
        at = self.clauses.places.get(clause)
        if at is not None:
            at += self.shift
            return self.statement.location(at, _word_length(self.statement.string, at))
        if self.name is not None:
            return self.statement.location(self.name.at, len(self.name.text))
        return self.statement.location(0, 2)

    def place(self, word: Word, at: int = 0) -> Location:
        """Where a word of a clause stands, qualifiers left out; `at` is an offset in it."""
        width = len(word.text.split(" OF ", 1)[0]) - at
        return self.statement.location(self.shift + word.at + at, max(width, 1))

    def problem(
        self,
        code: str,
        message: str,
        clause: str = "",
        hint: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem of this entry, at one of its clauses if named."""
        return Problem(code, message, self.location(clause), hint, severity=severity)


CONSTANT = 78
"""Level of an entry that names a literal; a 01 with CONSTANT has it as well."""


def constants(entries: tuple[Entry, ...]) -> tuple[Constant, ...]:
    """The names for literals that a copybook defines."""
    return tuple(
        Constant(entry.name.text, entry.clauses.value, entry.location())
        for entry in entries
        if entry.level == CONSTANT and entry.name and entry.clauses.value
    )


def _word_length(string: str, at: int) -> int:
    return max(len(string[at : at + 80].split(None, 1)[0]), 1) if string[at:].strip() else 1
