"""Findings as workflow commands of GitHub Actions, which become annotations of a pull request.

("Workflow commands for GitHub Actions": %, CR and LF are escaped, in a property : and , too.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Severity

if TYPE_CHECKING:
    from generator.problems import Problem

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def annotation(problem: Problem) -> str:
    """One command, on one line."""
    place = problem.location
    properties = {"title": " ".join(part for part in (problem.code, problem.subject) if part)}
    if place:
        properties = {
            "file": place.path,
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(place.column + max(place.width, 1) - 1),
            **properties,
        }
    listed = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    text = "\n".join((problem.message, *problem.notes, *((problem.hint,) if problem.hint else ())))
    return f"::{_WORDS[problem.severity]} {listed}::{_escaped(text, _DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
