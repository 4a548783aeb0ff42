"""Which reference format a copybook is written in, and why we think so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

FORMATS = ("auto", "fixed", "variable", "free")
ASKED_FOR = "asked for"

_DIRECTIVE = re.compile(
    r"(?:.{6}(?=[ $>]))?\s*(?:>>\s*SOURCE\s+(?:FORMAT\s+)?(?:IS\s+)?"
    r"|(?:>>|\$)\s*SET\s(?:.*[\s\"')])?SOURCEFORMAT\s*\(?\s*[\"']?)(FREE|FIXED|VARIABLE)\b",
    re.IGNORECASE,
)
_WORD = r"(?:[A-Z:]|\d+[A-Z-])"
_NO_NAME = r"(?!(?:EJECT|SKIP[123]|TITLE|COPY|REPLACE|EXEC|CBL|PROCESS)(?:[ .]|$))"
_ENTRY = rf"\d{{1,2}}(?: +{_NO_NAME}{_WORD}| *\.(?: |$))"
_STATEMENT = (
    r"(?:(?:COPY|REPLACE|FD|SD) +\S|EXEC +SQL\b|(?:IDENTIFICATION|ID|ENVIRONMENT|DATA) +DIVISION\b"
    r"|(?:FILE|WORKING-STORAGE|LOCAL-STORAGE|LINKAGE) +SECTION\b)"
)
IN_PLACE = re.compile(rf" *{_ENTRY}", re.IGNORECASE)
"""An entry, looked for from column 8 on."""

_BEGINNING = re.compile(
    rf" *(?:\d|\*>|{_STATEMENT}|(?:EJECT|SKIP[123]|TITLE)(?:[ .]|$))", re.IGNORECASE
)
_BEFORE_7 = re.compile(rf" {{0,5}}(?:{_ENTRY}|{_STATEMENT})", re.IGNORECASE)
_AT_7 = re.compile(rf" {{6}}(?:{_ENTRY}|{_STATEMENT})", re.IGNORECASE)
_FIRST = re.compile(rf"(?:.{{6}}[ dD])? *(?:{_ENTRY}|{_STATEMENT})", re.IGNORECASE)
_NUMBERED = re.compile(r"(?=.{0,5}\d|[A-Za-z@#$]{6}).{6}(?:[ */-]|[dD] )(?: *\d{1,2}[ .]| *\S)")
_MARKED = re.compile(r"(?: {6}|\d{6})(?:\*(?!>)|[/-])")
_COMMENT = re.compile(r"\s*\*|.{6}[*/]")
_IDENTIFIED = re.compile(r".{71} \S{1,8}\s*\Z")


@dataclass(frozen=True, slots=True)
class Format:
    """The reference format chosen, and the reason."""

    name: str
    reason: str


def directive(line: str) -> str | None:
    """The format that a compiler directive on this line asks for."""
    if ">>" not in line and "$" not in line:
        return None
    found = _DIRECTIVE.match(line)
    return found[1].lower() if found else None


def formats(lines: Sequence[str], asked: str) -> tuple[Format, list[str]]:
    """The format that a file begins with, and that of each of its lines.

    A directive counts from the line after it. The lines before the first one are looked at on
    their own; when they are comments only, the directive speaks for the whole file.
    """
    switches = [(index, named) for index, line in enumerate(lines) if (named := directive(line))]
    if not switches:
        chosen = detect(lines) if asked == "auto" else Format(asked, ASKED_FOR)
        return chosen, [chosen.name] * len(lines)
    at, name = switches[0]
    if asked != "auto":
        chosen = Format(asked, ASKED_FOR)
    elif any(line.strip() and not _COMMENT.match(line) for line in lines[:at]):
        chosen = detect(lines[:at])
    else:
        chosen = Format(name, f"a directive in line {at + 1} says so")
    names: list[str] = []
    current = chosen.name
    for index, named in (*switches, (len(lines) - 1, "")):
        names += [current] * (index + 1 - len(names))
        current = named
    return chosen, names


def detect(lines: Sequence[str]) -> Format:
    """Fixed unless entries begin where fixed format has no program text.

    The first entry decides: when it is in place, or when lines have sequence numbers, indicators
    or an identification, an entry in the wrong column is a mistake to report.
    """
    left = [line for line in lines if not line[:7].isspace()]
    early = sum(1 for line in left if _is_early(line))
    seventh = sum(1 for line in left if _AT_7.match(line))
    marked = any(_MARKED.match(line) for line in left)
    if not early and not seventh:
        if not marked and any(_is_early_comment(line) for line in left):
            return Format("free", "comments start before column 7 with *>")
        return Format("fixed", "program text starts in column 8 or later")
    number, first = next(each for each in enumerate(lines, 1) if _FIRST.match(each[1]))
    numbered = sum(1 for line in lines if _is_numbered(line))
    if _is_early(first) and early > numbered:
        return Format("free", f"an entry starts before column 7 in line {number}")
    if _AT_7.match(first) and not (numbered or marked or any(map(_is_identified, lines))):
        reason = f"an entry starts in column 7 in line {number}, and no line has an indicator"
        return Format("free", reason)
    return Format(
        "fixed", "the first level number stands in column 8 or later, or lines have indicators"
    )


def is_remark(line: str) -> bool:
    """Whether no entry, comment or other statement begins in columns 8-72."""
    return not _BEGINNING.match(line, 7, 72)


def _is_early(line: str) -> bool:
    """Whether an entry begins before column 7, and none where it belongs."""
    return bool(_BEFORE_7.match(line)) and not IN_PLACE.match(line, 7)


def _is_early_comment(line: str) -> bool:
    """Whether `*>` stands before column 7 of a line that is no line of fixed format."""
    if line[6:8] in ("D ", "d "):
        return False
    return line[6:7] not in ("", " ", "*", "/", "-") and line.lstrip().startswith("*>")


def _is_identified(line: str) -> bool:
    """Whether a word begins in column 73, where fixed format has its identification."""
    return bool(_IDENTIFIED.match(line)) and line[:71].rstrip().endswith(".")


def _is_numbered(line: str) -> bool:
    return not _is_early(line) and bool(_NUMBERED.match(line))
