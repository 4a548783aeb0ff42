"""COBOL programs that write a file and say what is in it, or read one and say the same.

A program is made from a copybook: for every elementary item it moves a value there that it finds
itself, and prints the item's value as text. What it prints is COBOL's word for what the bytes
mean; nothing of the generator has a part in it. The copybooks are read here by a pattern, line by
line.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BOOKS = HERE / "books"
PROGRAMS = HERE / "programs"
TOOLS = HERE.parents[1] / "samples" / "cobol"
SEPARATOR = "\x1f"
RECORDS = 1000
_END = "       COPY VALUESP.\n       COPY RANDOMP.\n"

_ENTRY = re.compile(r"^ {7,}(\d\d) +([A-Z][A-Z0-9-]*)\b *(.*)\.$", re.MULTILINE)
_TEXT = re.compile(r"PIC +[XA]")
_EDITING = re.compile(r"PIC +(?=\S*[-+$*Z/B])")
_STORED = re.compile(r"COMP|BINARY|PACKED")
_LENGTH = re.compile(r"PIC +[XA]\((\d+)\)")
# GnuCOBOL 3.1 neither stores nor shows packed and binary items with P as it should (it takes P for
# digits): it works with the digits that there are, and the program multiplies.
_SCALED = re.compile(r"PIC +(?:(S?9\(\d\))(P+)|(S?V)(P+)(9\(\d\))) (COMP(?:-3)?)")


@dataclass(frozen=True)
class Item:
    """An elementary item of a copybook, or a group that is read as one text."""

    level: int
    name: str
    clauses: str

    @property
    def displayed(self) -> bool:
        """Whether its bytes are characters."""
        return not _STORED.search(self.clauses)

    @property
    def shown_as_text(self) -> bool:
        return not self.clauses or bool(_TEXT.search(self.clauses) or _EDITING.search(self.clauses))


def items(name: str) -> list[Item]:
    """The entries below the 01 of a copybook."""
    text = (BOOKS / f"{name}.cpy").read_text()
    found = [Item(int(level), *rest) for level, *rest in _ENTRY.findall(text)]
    return [item for item in found if item.level > 1]


@dataclass(frozen=True)
class Flavour:
    """How the data are written: in EBCDIC or not, and how a sign stands over a digit."""

    ebcdic: bool
    signs: str

    @property
    def options(self) -> list[str]:
        return ["-std=ibm", "-fbinary-truncate", f"-fsign={self.signs}"]


def program(name: str, flavour: Flavour, *, numbers: bool = False) -> str:
    """A program for a flat copybook, its paragraphs made for its items.

    With `numbers` it shows the value of a printed number, as MOVE takes it.
    """
    every = items(name)
    shown = [item for item in every if item.level not in {10, 49}]
    characters = [item for item in every if item.clauses and item.displayed]
    into, out = "LATIN-1 TO CODE-PAGE-037", "CODE-PAGE-037 TO LATIN-1"
    lines = [
        *_paragraph("SET-ITEMS", (line for item in every if item.clauses for line in _set(item))),
        *_paragraph(
            "SHOW-ITEMS",
            (line for item in shown for line in _show(item, every, numbers)),
            "DISPLAY ' '",
        ),
        *_paragraph("INTO-EBCDIC", _convert(characters, flavour, into)),
        *_paragraph("FROM-EBCDIC", _convert(characters, flavour, out)),
    ]
    text = "".join(f"       {line}\n" for line in lines)
    return _filled("FIXED", name, replacing=_replacing(every)) + text + _END


def written(name: str, skeleton: str = "FIXED") -> str:
    """A program whose paragraphs are written by hand: NAME.cpy, and NAMEW.cpy with its data."""
    work = f"       COPY {name}W.\n" if (PROGRAMS / f"{name}W.cpy").exists() else ""
    return _filled(skeleton, name, work=work) + (PROGRAMS / f"{name}.cpy").read_text() + _END


def _filled(skeleton: str, name: str, *, replacing: str = "", work: str = "") -> str:
    text = (PROGRAMS / f"{skeleton}.cbl").read_text()
    parts = {
        "(RECORD)": f"{name}-RECORD",
        "(BOOK)": name,
        " (REPLACING)": replacing,
        "      *(WORK)\n": work,
        "(COUNT)": str(RECORDS),
    }
    for mark, part in parts.items():
        text = text.replace(mark, part)
    return text


def _replacing(every: Iterable[Item]) -> str:
    """Packed items without their P."""
    pairs = [
        f"           =={item.clauses}== BY\n"
        f"           ==PIC {found[1] or found[3] + found[5]} {found[6]}==\n"
        for item in every
        if (found := _SCALED.match(item.clauses))
    ]
    return "".join((" REPLACING\n", *pairs)).rstrip() if pairs else ""


def _factor(item: Item) -> str:
    found = _SCALED.match(item.clauses)
    if not found:
        return ""
    return f" * {10 ** len(found[2])}" if found[2] else f" / {10 ** len(found[4])}"


def _paragraph(name: str, statements: Iterable[str], last: str = "CONTINUE") -> Iterator[str]:
    yield f"{name}."
    yield from (f"    {statement}" for statement in statements)
    yield f"    {last}."


def _set(item: Item) -> Iterator[str]:
    if item.name.endswith("-KEY"):
        yield f"MOVE N TO {item.name}"
    elif "COMP-1" in item.clauses or "COMP-2" in item.clauses:
        yield "PERFORM RANDOM-DIGITS"
        digits = "ANY-PARTS (6:4)" if "COMP-1" in item.clauses else "ANY-PARTS (3:9)"
        yield f"COMPUTE {item.name} = FUNCTION NUMVAL ({digits}) / 64"
        yield f"IF ANY-SIGN = '-' COMPUTE {item.name} = - {item.name} END-IF"
    elif item.name.endswith("-LENGTH"):
        yield "CONTINUE"
    elif _TEXT.search(item.clauses):
        length = _LENGTH.search(item.clauses)
        yield f"MOVE {length[1] if length else 9} TO TEXT-LENGTH"
        yield f"PERFORM NEXT-{'LETTERS' if 'PIC A' in item.clauses else 'TEXT'}"
        yield f"MOVE ANY-TEXT TO {item.name}"
        if item.level == 49:
            yield f"MOVE TEXT-LENGTH TO {item.name.replace('-TEXT', '-LENGTH')}"
        if "JUST" in item.clauses:
            yield "IF TEXT-LENGTH > 0"
            yield f"    MOVE ANY-TEXT (1:TEXT-LENGTH) TO {item.name}"
            yield "END-IF"
    else:
        yield "PERFORM NEXT-NUMBER"
        if item.shown_as_text:  # GnuCOBOL 3.1 suppresses no zeros behind a digit that it cuts off
            yield f"MOVE ALL '0' TO ANY-PARTS (2:{19 - _whole_digits(item)})"
        yield f"MOVE ANY-NUMBER TO {item.name}"
        if _factor(item):  # COMPUTE does not show a -0
            yield f"IF {item.name} = 0 MOVE 0 TO {item.name} END-IF"


def _show(item: Item, every: list[Item], numbers: bool) -> Iterator[str]:  # noqa: FBT001
    """The value and a separator."""
    if not item.clauses and f"{item.name}-LENGTH" in {each.name for each in every}:
        yield f"IF {item.name}-LENGTH > 0"
        yield f"    DISPLAY {item.name}-TEXT"
        yield f"        (1:{item.name}-LENGTH) WITH NO ADVANCING"
        yield "END-IF"
        yield 'DISPLAY X"1F" WITH NO ADVANCING'
    elif _factor(item):
        yield f"COMPUTE SHOWN = {item.name}{_factor(item)}"
        yield 'DISPLAY SHOWN X"1F" WITH NO ADVANCING'
    elif item.shown_as_text and not numbers:
        yield f'DISPLAY {item.name} X"1F" WITH NO ADVANCING'
    else:
        yield f"MOVE {item.name} TO SHOWN"
        if "DB" in item.clauses:  # GnuCOBOL 3.1 takes CR for a sign, but not DB
            yield f"IF {item.name} (LENGTH OF {item.name} - 1:2) = 'DB'"
            yield "    COMPUTE SHOWN = - SHOWN"
            yield "END-IF"
        yield 'DISPLAY SHOWN X"1F" WITH NO ADVANCING'


def _whole_digits(item: Item) -> int:
    """How many digits in front of the point a printed number has."""
    picture = re.sub(
        r"(.)\((\d+)\)", lambda found: found[1] * int(found[2]), item.clauses.split()[1]
    )
    whole = picture.partition(".")[0]
    floating = max(whole.count(symbol) for symbol in "$+-")
    return sum(whole.count(symbol) for symbol in "9Z*") + max(floating - 1, 0)


def _convert(characters: Iterable[Item], flavour: Flavour, how: str) -> Iterator[str]:
    """As text, whatever the item: INSPECT would take a number's sign off first."""
    if flavour.ebcdic:
        for item in characters:
            yield f"INSPECT {item.name}"
            yield f"    (1:LENGTH OF {item.name})"
            yield f"    CONVERTING {how}"


def compiled(source: str, name: str, folder: Path, options: Iterable[str]) -> Path:
    """The program, compiled."""
    path = folder / f"{name}.cbl"
    path.write_text(source)
    command = [
        "cobc",
        "-x",
        *options,
        "-I",
        BOOKS,
        "-I",
        PROGRAMS,
        "-I",
        TOOLS,
        "-o",
        folder / name,
        path,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / name


def run(binary: Path, mode: str, data: Path) -> list[list[str]]:
    """What the program says of each record of the file that it writes or reads."""
    environment = {**os.environ, "DD_DATAFILE": str(data)}
    done = subprocess.run([binary, mode], capture_output=True, env=environment, check=True)
    lines = done.stdout.decode("latin-1").split("\n")[:-1]
    return [line.split(SEPARATOR)[:-1] for line in lines]
