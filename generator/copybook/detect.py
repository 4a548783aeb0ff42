"""Which reference format a copybook is written in, and why we think so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

FORMATS = ("auto", "fixed", "variable", "free")

_DIRECTIVE = re.compile(
    r"^.{0,7}(?:>>\s*SOURCE\s+(?:FORMAT\s+)?(?:IS\s+)?|\$\s*SET\s+SOURCEFORMAT\s*\(?\s*[\"']?)"
    r"(FREE|FIXED|VARIABLE)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?:.{6}[ dD])? *\d{1,2}(?: +[A-Za-z]|[ .])")
_LEVEL_BEFORE_7 = re.compile(r" {0,5}\d{1,2} +[A-Za-z]")
_LEVEL_AT_7 = re.compile(r".{6}\d{1,2}[ .]")
_NUMBERED = re.compile(r"(?=.{0,5}\S).{6}[ */dD-](?: *\d{1,2}[ .]| *\S)")
_MARKED = re.compile(r"(?: {6}|\d{6})[*/-]")


@dataclass(frozen=True, slots=True)
class Format:
    """The reference format chosen, and the reason."""

    name: str
    reason: str


def directive(line: str) -> str | None:
    """The format that a compiler directive on this line asks for."""
    found = _DIRECTIVE.match(line)
    return found[1].lower() if found else None


def detect(lines: Sequence[str]) -> Format:
    """Fixed unless level numbers stand where fixed format has no program text.

    The first level number decides: when it is in place, or when lines have sequence numbers or
    indicators, a level number in the wrong column is a mistake to report.
    """
    for line in lines:
        if line.strip():
            named = directive(line)
            if named:
                return Format(named, "a directive in the first line says so")
            break
    early = sum(1 for line in lines if _LEVEL_BEFORE_7.match(line))
    seventh = sum(1 for line in lines if line_at_7(line))
    if not early and not seventh:
        return Format("fixed", "program text starts in column 8 or later")
    first = next(line for line in lines if _LEVEL.match(line))
    numbered = sum(1 for line in lines if _is_numbered(line))
    if _LEVEL_BEFORE_7.match(first) and early > numbered:
        return Format("free", f"{early} level numbers stand before column 7")
    marked = any(_MARKED.match(line) for line in lines)
    if line_at_7(first) and not numbered and not marked:
        return Format("free", "level numbers stand in column 7 and no line has an indicator")
    return Format(
        "fixed", "the first level number stands in column 8 or later, or lines have indicators"
    )


def line_at_7(line: str) -> bool:
    """Whether a level number starts in column 7."""
    return line[:6].isspace() and bool(_LEVEL_AT_7.match(line))


def _is_numbered(line: str) -> bool:
    return not _LEVEL_BEFORE_7.match(line) and bool(_NUMBERED.match(line))
