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

    A file with sequence numbers or with indicators in column 7 is fixed format all the same: a
    level number in the wrong column of such a file is a mistake to report.
    """
    for line in lines:
        if line.strip():
            named = directive(line)
            if named:
                return Format(named, "a directive in the first line says so")
            break
    early = sum(1 for line in lines if _LEVEL_BEFORE_7.match(line))
    seventh = sum(1 for line in lines if line[:6].isspace() and _LEVEL_AT_7.match(line))
    numbered = sum(1 for line in lines if _is_numbered(line))
    if early and early > numbered:
        return Format("free", f"{early} level numbers stand before column 7")
    if seventh and not numbered and not any(_MARKED.match(line) for line in lines):
        return Format("free", "level numbers stand in column 7 and no line has an indicator")
    return Format("fixed", "program text starts in column 8 or later")


def _is_numbered(line: str) -> bool:
    return not _LEVEL_BEFORE_7.match(line) and bool(_NUMBERED.match(line))
