"""Layouts as the COBOL compiler gives them.

Wraps copybooks in one program that prints, for every item with a name, the distance of its
address from its record's and its length; compiles it with GnuCOBOL and runs it. The item list
comes from the compiler's own preprocessed text (`cobc -E`) and shares nothing with the generator.

Tables with DEPENDING ON are compiled as plain tables, once at their maximum and once at their
minimum: GnuCOBOL 3.1 miscounts redefinitions in front of such a table when it addresses the items
behind it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

OPTIONS = ("-std=ibm",)
PACKAGE = "gnucobol3"

_STATEMENT = re.compile(r"""(?:'[^']*'|"[^"]*"|[^.'"]|\.(?!\s|$))+""")
_ENTRY = re.compile(r"(\d{1,2})\s+([A-Z0-9][A-Z0-9-]*)?\s*(.*)", re.IGNORECASE | re.DOTALL)
_TABLE = re.compile(
    r"\bOCCURS\s+(?:(\d+)\s+TO\s+)?(\d+)(\s+TIMES)?\s+DEPENDING\s+(?:ON\s+)?[A-Z0-9-]+"
    r"(?:\s+(?:OF|IN)\s+[A-Z0-9-]+)*",
    re.IGNORECASE,
)
_OCCURS = re.compile(r"\bOCCURS\s+(\d+)(?:\s+TO\s+(\d+))?", re.IGNORECASE)
_CLAUSE = re.compile(
    r"PIC|PICTURE|USAGE|VALUE|OCCURS|REDEFINES|COMP(-\d)?|COMPUTATIONAL(-\d)?|BINARY|SIGN"
    r"|PACKED-DECIMAL|DISPLAY|SYNC|JUST"
)


@dataclass(frozen=True)
class Item:
    """An entry as the wrapper sees it."""

    level: int
    path: tuple[str, ...]
    subscripts: int

    @property
    def named(self) -> bool:
        return self.path[-1] != "FILLER"

    @property
    def reference(self) -> str:
        names = [name for name in reversed(self.path) if name != "FILLER"]
        text = "\n               OF ".join(names)
        if self.subscripts:
            text += "\n               (" + " ".join(["1"] * self.subscripts) + ")"
        return text


@dataclass(frozen=True)
class Placed:
    """What the compiler says of one item: `record` is the first name of its path."""

    path: tuple[str, ...]
    offset: int
    length: int


def require_cobc() -> str:
    """The compiler's path; says which package has it."""
    found = shutil.which("cobc")
    assert found, f"cobc is missing: install the Debian package {PACKAGE}"
    return found


def items(text: str) -> Iterator[Item]:
    """Items of preprocessed data descriptions, nested by their level numbers."""
    stack: list[tuple[int, str, int]] = []
    for statement in _STATEMENT.findall(text):
        found = _ENTRY.match(statement.strip())
        if not found or int(found[1]) in (66, 88):
            continue
        level, name, rest = int(found[1]), (found[2] or "FILLER").upper(), found[3]
        if _CLAUSE.fullmatch(name):
            name, rest = "FILLER", f"{found[2]} {rest}"
        rank = 1 if level == 77 else level
        while stack and stack[-1][0] >= rank:
            stack.pop()
        above = sum(each[2] for each in stack)
        occurs = bool(_OCCURS.search(rest))
        path = (*(each[1] for each in stack), name)
        stack.append((rank, name, int(occurs)))
        yield Item(level, path, above + occurs)


def preprocessed(cobc: str, folder: Path, name: str, text: str, include: Path) -> str:
    """The copybook as the compiler reads it: comments gone, members copied."""
    source = folder / f"{name}.cbl"
    source.write_text(text, encoding="latin-1")
    done = subprocess.run(
        [cobc, *OPTIONS, "-E", "-I", str(include), str(source)],
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return "\n".join(line for line in done.stdout.splitlines() if not line.startswith("#"))


def layouts(books: Sequence[tuple[str, str]], include: Path) -> dict[str, list[Placed]]:
    """The layout of each (name, text), all compiled in one program.

    The path (record, "*minimum*") has the record's length with every table at its minimum, where
    that is not 0. A copybook below level 01 is copied under a 01 that has its name.
    """
    cobc = require_cobc()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        clean = {name: preprocessed(cobc, folder, name, text, include) for name, text in books}
        for name, text in clean.items():
            if next(items(text)).level not in (1, 77):
                clean[name] = f"01 {name}.\n{text}"
        result = _compiled(cobc, folder, {n: _TABLE.sub(r"OCCURS \2", t) for n, t in clean.items()})
        lowest = {
            name: _TABLE.sub(lambda found: f"OCCURS {found[1] or 1}", text)
            for name, text in clean.items()
            if _TABLE.search(text) and not re.search(r"OCCURS\s+0", text, re.IGNORECASE)
        }
        if lowest:
            for name, placed in _compiled(cobc, folder, lowest).items():
                result[name] += [
                    Placed((*each.path, "*minimum*"), 0, each.length)
                    for each in placed
                    if len(each.path) == 1
                ]
        return result


def _compiled(cobc: str, folder: Path, books: dict[str, str]) -> dict[str, list[Placed]]:
    known: list[tuple[str, tuple[str, ...]]] = []
    code: list[str] = []
    for name, text in books.items():
        code += _prints(name, items(text), known)
    return _run(cobc, folder, list(books.values()), code, known)


def _prints(
    book: str, every: Iterable[Item], known: list[tuple[str, tuple[str, ...]]]
) -> Iterator[str]:
    for item in every:
        if len(item.path) == 1:
            yield f"    SET P-BASE TO ADDRESS OF {item.reference}"
        if not item.named:
            continue
        known.append((book, item.path))
        yield f"    SET P-ITEM TO ADDRESS OF {item.reference}"
        yield "    COMPUTE N-DISTANCE = N-ITEM - N-BASE"
        yield f"    MOVE FUNCTION LENGTH({item.reference})\n        TO N-LENGTH"
        yield '    DISPLAY N-DISTANCE " " N-LENGTH'


def _run(
    cobc: str, folder: Path, data: list[str], code: list[str],
    known: list[tuple[str, tuple[str, ...]]],
) -> dict[str, list[Placed]]:  # fmt: skip
    program = "\n".join((
        "IDENTIFICATION DIVISION.", "PROGRAM-ID. LAYOUT.", "DATA DIVISION.",
        "WORKING-STORAGE SECTION.",
        "01 P-BASE USAGE POINTER.", "01 N-BASE REDEFINES P-BASE PIC 9(18) COMP-5.",
        "01 P-ITEM USAGE POINTER.", "01 N-ITEM REDEFINES P-ITEM PIC 9(18) COMP-5.",
        "01 N-DISTANCE PIC -(9)9.", "01 N-LENGTH PIC Z(9)9.",
        *data, "PROCEDURE DIVISION.", *_paragraphs(code), "    STOP RUN.",
    ))  # fmt: skip
    source, binary = folder / "layout.cob", folder / "layout"
    source.write_text(program + "\n", encoding="latin-1")
    command = [cobc, *OPTIONS, "-free", "-x", "-O0", "-o", str(binary), str(source)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    output = subprocess.run([str(binary)], capture_output=True, text=True, check=True).stdout
    result: dict[str, list[Placed]] = {}
    for (book, path), line in zip(known, output.splitlines(), strict=True):
        offset, length = line.split()
        result.setdefault(book, []).append(Placed(path, int(offset), int(length)))
    return result


def _paragraphs(code: list[str]) -> Iterator[str]:
    for number, line in enumerate(code):
        if number and number % 400 == 0 and line.startswith("    SET P-BASE"):
            yield f"    .\nP-{number}."
        yield line
    yield "."
    yield "P-LAST."
