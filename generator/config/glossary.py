"""The glossary: a CSV file whose lines are COBOL word,SQL word."""

from __future__ import annotations

import re

from generator.problems import Location, Problem

_COBOL_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_SQL_WORD = re.compile(r"[A-Z0-9]+(?:_[A-Z0-9]+)*")
_PARTS = 2


def read_glossary(text: str, path: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The words with their replacements in upper case, and what is wrong with the lines.

    Lines that are blank or start with # say nothing.
    """
    words: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        place = Location(path, number, 1, max(len(line.rstrip()), 1), line)
        parts = [part.strip().strip('"').upper() for part in line.split(",")]
        problem = _wrong_line(parts, place) or _repeated(parts[0], lines, place)
        if problem:
            problems.append(problem)
            continue
        words[parts[0]] = parts[1]
        lines[parts[0]] = number
    return words, tuple(problems)


def _wrong_line(parts: list[str], place: Location) -> Problem | None:
    if len(parts) != _PARTS:
        message = f"a line of the glossary has two words, this one has {len(parts)}"
        return Problem("CFG122", message, place, "write COBOL word,SQL word: ACCT,ACCOUNT")
    cobol, sql = parts
    if not _COBOL_WORD.fullmatch(cobol):
        message = f"{cobol!r} is not a word of a COBOL name"
        return Problem("CFG122", message, place, "letters, digits and hyphens inside")
    if not _SQL_WORD.fullmatch(sql):
        message = f"{sql!r} cannot be a part of a column name"
        return Problem("CFG122", message, place, "letters, digits and _ inside")
    return None


def _repeated(word: str, lines: dict[str, int], place: Location) -> Problem | None:
    if word not in lines:
        return None
    message = f"{word} is in the glossary twice, first in line {lines[word]}"
    return Problem("CFG123", message, place, "keep one of the lines")
