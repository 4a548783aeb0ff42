"""EXEC ... END-EXEC: blocks for a preprocessor, which describe no storage.

Enterprise COBOL for z/OS Programming Guide, "Coding SQL statements": INCLUDE of a member does
what COPY does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.copybook.copying.operands import SEPARATOR, is_entry_open
from generator.copybook.source.text import Text
from generator.problems import Location, Problem, Severity

LEFT_OUT = "CPY905"
"""Code of what a preprocessor reads, which is left out."""

_END = re.compile(r"(?<![\w-])(?:(END-EXEC)|EXEC\s+[A-Z]+)(?![\w-])", re.IGNORECASE)
_INCLUDE = re.compile(
    r"EXEC\s+SQL\s+INCLUDE\s+('[^']+'|\"[^\"]+\"|[\w#@$-]+)\s+END-EXEC", re.IGNORECASE
)
_TABLE = re.compile(r"EXEC\s+SQL\s+DECLARE\s+(\S+)\s+TABLE(?![\w-])", re.IGNORECASE)
_NO_STATEMENT = re.compile(r"[\s,;]*\.(?=\s|\Z)")
_SHOWN = 3  # words of a block in a message


@dataclass(frozen=True, slots=True)
class Block:
    """A block that ends at offset `end`; `member` is what INCLUDE names."""

    where: Location
    place: Location
    end: int
    member: str = ""
    problem: Problem | None = None


def block_at(text: Text, start: int) -> Block:
    """The block at an offset, with its period if it is a statement of its own."""
    string = text.string
    where = text.location(start, 4)
    found = _END.search(string, start + 4)
    if found is None or not found[1]:
        period = SEPARATOR.search(string, start)
        end = period.end() if period else len(string)
        message = f"{_words(string, start)} has no END-EXEC"
        hint = "close the block with END-EXEC, or take it out"
        problem = Problem("CPY205", message, where, hint)
        return Block(where, where, end, "", problem)
    end = _behind(string, start, found.end())
    include = _INCLUDE.match(string, start)
    if include:
        place = text.location(include.start(1), len(include[1]))
        return Block(where, place, end, include[1])
    message = f"{_words(string, start)} is left out: it describes no storage"
    table = _TABLE.match(string, start)
    if table:
        message = f"EXEC SQL DECLARE {table[1]} TABLE is left out: it describes no storage"
    return Block(where, where, end, "", Problem(LEFT_OUT, message, where, severity=Severity.NOTE))


def _behind(string: str, start: int, end: int) -> int:
    """The offset behind the block; its period belongs to the entry that it stands in, if any."""
    if is_entry_open(string, start):
        return end
    found = _NO_STATEMENT.match(string, end)
    return found.end() if found else end


def _words(string: str, start: int) -> str:
    words = string[start : start + 200].split()[:_SHOWN]
    return " ".join(word.rstrip(".,") for word in words if word.upper() != "END-EXEC").upper()
