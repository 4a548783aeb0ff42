"""What is wrong with the user's input, as values.

A mistake of the user is a `Problem` with a place; a bug of ours is any other exception.
Stages collect problems and fail once, with `GenerationFailed`. Imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from unicodedata import east_asian_width

_SHOWN = 120  # characters of a source line
_LONG = 3 * _SHOWN  # of a longer line only a part is looked at
_TAB = 8
_INPUTS = ("CPY", "CFG", "MAP")  # families of codes


def is_unmerged(text: str) -> bool:
    """Whether git left both branches in the file, with its marks."""
    return any(line.startswith("<<<<<<<") for line in text.splitlines())


class Severity(StrEnum):
    """How much a problem matters: only an error stops the generation."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a text file.

    Lines and columns count from 1, columns in characters of the file as the user sees it.
    `width` is the number of characters that the caret underlines. `included_from` is the
    chain of COPY statements that brought the text in, innermost first.
    """

    path: str
    line: int
    column: int = 1
    width: int = 1
    source_line: str = ""
    included_from: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a stable code, what is wrong, where, and what to do about it.

    `subject` is what it is about, as a waiver in job.yaml names it: TABLE, TABLE.COLUMN, a COBOL
    name, or the path of a generated file; "" when it is about the whole input.
    """

    code: str
    message: str
    location: Location | None = None
    hint: str | None = None
    notes: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    subject: str = ""

    def __str__(self) -> str:
        """Compiler style: ``path:line:column: error[CODE]: message``, source line, caret, hint."""
        place = self.location
        head = f"{self.severity}[{self.code}]: {self.message}"
        lines = [head if place is None else f"{place.path}:{place.line}:{place.column}: {head}"]
        if place is not None and place.source_line:
            gutter = f"{place.line:>5} | "
            text, caret = _shown(place)
            lines += [gutter + text, " " * (len(gutter) - 2) + "| " + caret]
        if place is not None:
            lines += [f"  note: copied at {p.path}:{p.line}" for p in place.included_from]
        lines += [f"  note: {note}" for note in self.notes]
        if self.hint:
            lines.append(f"  help: {self.hint}")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, object]:
        """JSON form, the same keys in every report."""
        place = self.location
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "path": place.path if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
            "width": place.width if place else None,
            "source_line": place.source_line if place else None,
            "copied_at": [f"{p.path}:{p.line}" for p in place.included_from] if place else [],
            "hint": self.hint,
            "notes": list(self.notes),
            "subject": self.subject,
        }

    @classmethod
    def from_dict(cls, content: Mapping[str, Any]) -> Problem:
        """The problem that `to_dict` wrote."""
        place = None
        if content["path"] is not None:
            copied = (place.rsplit(":", 1) for place in content["copied_at"])
            place = Location(
                path=content["path"],
                line=content["line"],
                column=content["column"],
                width=content["width"],
                source_line=content["source_line"] or "",
                included_from=tuple(Location(path, int(line)) for path, line in copied),
            )
        return cls(
            code=content["code"],
            message=content["message"],
            location=place,
            hint=content["hint"],
            notes=tuple(content["notes"]),
            severity=Severity(content["severity"]),
            subject=content["subject"],
        )


def _shown(place: Location) -> tuple[str, str]:
    """The source line as a terminal shows it, or its part around the column, and the caret."""
    start, source = place.column - 1, place.source_line
    past = max(start - len(source), 0)  # a place behind the end of the line
    if len(source) > _LONG:
        left = max(start - _SHOWN, 0)
        start, source = start - left, source[left : left + _LONG]
    line = _printable(source)
    first = len(_printable(source[:start]))
    last = len(_printable(source[: start + max(place.width, 1)]))
    cut = max(first - _SHOWN // 2, 0) if len(line) > _SHOWN else 0
    text = line[cut : cut + _SHOWN]
    before, marked = text[: first - cut], text[first - cut : last - cut]
    return text, " " * (_cells(before) + past) + "^" * max(_cells(marked), 1)


def _printable(text: str) -> str:
    """Tabs as blanks up to the next eighth column; nothing that moves a terminal's cursor."""
    text = text.expandtabs(_TAB)
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def _cells(text: str) -> int:
    """Columns of a terminal; a character of an East Asian script takes two."""
    if text.isascii():
        return len(text)
    return sum(1 + (east_asian_width(character) in "WF") for character in text)


class GenerationFailed(Exception):  # noqa: N818 - reads as the event that it is
    """The input has at least one error; carries every problem that was found."""

    def __init__(self, problems: tuple[Problem, ...] | list[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def counts(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems makes `lint` and `check` fail: a note does not."""
    return any(problem.severity is not Severity.NOTE for problem in problems)


def is_drift(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems makes `check` fail: all that counts of output and design.

    What is odd in a copybook or in its mapping was told when it was generated, and stays so.
    """
    return any(
        problem.severity is Severity.ERROR
        or (problem.severity is Severity.WARNING and problem.code[:3] not in _INPUTS)
        for problem in problems
    )


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Tell whether any of the problems stops the generation."""
    return any(problem.severity is Severity.ERROR for problem in problems)
