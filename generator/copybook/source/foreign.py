"""What a file is that holds no COBOL, told from its first lines."""

from __future__ import annotations

import re

from generator.copybook.source.decode import decode
from generator.problems import Location, Problem

FIRST_BYTES = 4000
"""As many bytes of the file as are looked at."""

_ENTRY = re.compile(r"(?m)^(?:.{6}[ Dd] *|[ \t]*)\d{1,2}[ \t]+[A-Z][A-Z0-9-]*[ \t.]", re.IGNORECASE)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an HTML page", re.compile(r"\s*<(?:!DOCTYPE|html|head|body|pre)\b", re.IGNORECASE)),
    ("an XML document", re.compile(r"\s*<\?xml\b", re.IGNORECASE)),
    ("a Git LFS pointer", re.compile(r"version https://git-lfs")),
    (
        "a difference between two files",
        re.compile(r"(?ms)diff --git |(?:^--- .*?\n\+\+\+ .*?\n)?@@ -\d+"),
    ),
    ("JCL", re.compile(r"(?m)//\S* +(?:JOB|PROC|EXEC|DD)\b")),
    ("JSON", re.compile(r"\s*[{\[]\s*(?:\"|\{|\[|\})")),
    (
        "SQL",
        re.compile(
            r"(?:\s|--.*\n)*+(?:(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?[A-Z]+\s+[\w.\"]+\s*[(;A]"
            r"|INSERT\s+INTO\s|SELECT\s+[\w.,*\s]+\sFROM\s|GRANT\s.*\sTO\s)",
            re.IGNORECASE,
        ),
    ),
    ("assembler", re.compile(r"(?m)(?:^\*.*\n)*+^\S*+\s++(?:DSECT|CSECT|MACRO)(?:\s|$)")),
    ("PL/I", re.compile(r"(?i)(?:\s|/\*(?:[^*]|\*(?!/))*+\*/)*+(?:DCL|DECLARE)\s+1\s")),
)
_HTML_HINT = "give the text itself: a web server's answer was stored in its place"
_HINT = "give the COBOL copybook"
_HINTS = {
    "an HTML page": _HTML_HINT,
    "a Git LFS pointer": "fetch the file itself: git lfs pull",
    "a difference between two files": "apply it, and give the file that comes out",
}
_SURE = (*_HINTS, "PL/I")
"""Kinds that may hold lines like data description entries."""


def foreign(data: bytes, path: str) -> Problem | None:
    """What to say in place of all errors, when the file is known to be something else.

    A text with data description entries is a copybook, whatever stands in front of them, but for
    the kinds that may have such lines.
    """
    decoded = decode(data, path)
    if isinstance(decoded, Problem):
        return None
    text = "\n".join(decoded.lines)
    for kind, pattern in _KINDS:
        if pattern.match(text) and (kind in _SURE or not _ENTRY.search(text)):
            first = next(number for number, line in enumerate(decoded.lines, 1) if line.strip())
            where = Location(path, first, source_line=decoded.lines[first - 1])
            hint = _HINTS.get(kind, _HINT)
            return Problem("CPY120", f"this is {kind}, not a copybook", where, hint)
    return None
