"""Scripts whose lines a database's own programs read up to a column, as z/OS does up to 72.

SPUFI and DSNTEP2 read records of 80 bytes, of which columns 1 to 72 are SQL, and put them one
behind the other. A line that is longer is broken at a blank; what has no blank, and a literal
that is longer than a line, goes on in column 1 of the next.
"""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPER = "  "
_WORD = re.compile(r"(?:'(?:[^']|'')*'|[^\s'])+")


def narrow(text: str, width: int) -> str:
    """The script with no line longer than `width`."""
    lines = text.split("\n")
    return "\n".join(part for line in lines for part in _parts(line, width))


def _parts(line: str, width: int) -> Iterator[str]:
    if len(line) <= width:
        yield line
        return
    body = line.lstrip()
    indent = line[: len(line) - len(body)]
    if body.startswith("--"):
        more = f"{indent}-- "
        yield from wrap(body, width, initial_indent=indent, subsequent_indent=more)
        return
    yield from _broken(body, indent, width)


def _broken(body: str, indent: str, width: int) -> Iterator[str]:
    """Words filled into lines; the second and those below it stand deeper."""
    current = indent
    for word in _WORD.findall(body):
        blank = " " if current.strip() else ""
        if len(current) + len(blank) + len(word) <= width:
            current += blank + word
            continue
        if current.strip():
            yield current
            current = indent + _DEEPER
        current += word
        while len(current) > width:
            yield current[:width].rstrip()
            current = current[width:]
    yield current
