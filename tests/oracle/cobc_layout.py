"""Layouts as the COBOL compiler gives them.

Wraps copybooks in one program that names every item in a statement, translates it with GnuCOBOL
(`cobc -C`) and reads in the C text which storage the compiler takes for each item: the distance
from its record, its bytes, and its attributes (type, digits, scale, sign). The item list comes
from the compiler's own preprocessed text and shares nothing with the generator.

Tables with DEPENDING ON are compiled as plain tables, once at their maximum and once at their
minimum: GnuCOBOL 3.1 miscounts redefinitions in front of such a table when it addresses the items
behind it, and refuses such tables in each other.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cobc_items import Item, at_maximum, at_minimum, below_record, data_division, entries

OPTIONS = ("-std=ibm",)
PACKAGE = "gnucobol3"
MINIMUM = "*minimum*"

_FLAGS = {"free": "-free", "variable": "-ftext-column=255", "debugging": "-fdebugging-line"}

_WITH = re.compile(rb"^.{0,7}\*>\s*with:\s*(.*?)\s*$", re.MULTILINE)
_INCLUDE = re.compile(rb"\bEXEC\s+SQL\s+INCLUDE\s+(\S+)\s+END-EXEC\s*\.", re.IGNORECASE)
_SQL = re.compile(rb"\bEXEC\s+SQL\b.*?\bEND-EXEC\s*\.", re.IGNORECASE | re.DOTALL)
_DISPLAY = re.compile(r"/\* Line: (\d+) +: DISPLAY .*?\n\s*cob_display \(0, 1, 1, (.*)\);")
_PLACED = re.compile(r"COB_SET_FLD\s*\(f\d+, (\d+), (b_\d+)((?: \+ \d+)*), &(a_\d+)\)")
_NAMED = re.compile(r"&(f_\d+)|COB_SET_DATA \((f_\d+), (b_\d+)((?: \+ \d+)*)\)")
_FIELD = re.compile(r"cob_field (f_\d+)\s*= \{(\d+), (b_\d+|NULL)((?: \+ \d+)*), &(a_\d+)\}")
_ATTRIBUTE = re.compile(
    r"cob_field_attr (a_\d+) =\s*\{0x(\w+),\s*(-?\d+),\s*(-?\d+), 0x(\w+), \w+\}"
)

_TYPES = {
    0x01: "group", 0x10: "display", 0x11: "binary", 0x12: "packed", 0x13: "float", 0x14: "double",
    0x16: "decimal64", 0x17: "decimal128", 0x1B: "binary", 0x20: "alphabetic", 0x21: "text",
    0x22: "text", 0x23: "edited-text", 0x24: "edited", 0x40: "national", 0x41: "edited-national",
}  # fmt: skip
_NUMBERS = ("display", "binary", "packed")
_SIGNED, _SEPARATE, _LEADING, _BLANK, _JUST, _REAL, _POINTER = 1, 2, 4, 8, 0x10, 0x40, 0x80


@dataclass(frozen=True)
class Book:
    """A copybook, and what its line `*> with:` says of the program around it."""

    name: str
    text: bytes
    options: dict[str, str] = field(default_factory=dict)

    @property
    def surroundings(self) -> tuple[str, ...]:
        """The paragraphs that a program needs to copy it."""
        return tuple(f"{key}={self.options[key]}" for key in ("currency", "decimal-comma")
                     if key in self.options)  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """What the compiler says of one item: `record` is the first name of its path."""

    path: tuple[str, ...]
    offset: int
    length: int
    kind: str = ""


@dataclass(frozen=True)
class _Question:
    book: str
    item: Item


def make_book(name: str, text: bytes) -> Book:
    """`*> with: decimal-comma, currency=E` in the first line gives options their values."""
    found = _WITH.match(text)
    words = found[1].decode().replace(",", " ").split() if found else []
    pairs = [word.partition("=") for word in words]
    return Book(name, text, {key: value for key, _, value in pairs})


def require_cobc() -> str:
    """The compiler's path; says which package has it."""
    found = shutil.which("cobc")
    assert found, f"cobc is missing: install the Debian package {PACKAGE}"
    return found


def refused(books: Sequence[Book], include: Path) -> dict[str, str]:
    """What the compiler says of each copybook that it does not take as it stands."""
    with tempfile.TemporaryDirectory() as temporary:
        answers = {book.name: _complaint(book, Path(temporary), include) for book in books}
    return {name: complaint for name, complaint in answers.items() if complaint}


def _complaint(book: Book, folder: Path, include: Path) -> str:
    """What it says of a program that copies the book; nothing if it takes it."""
    source, copied = folder / f"{book.name}.cbl", folder / f"{book.name}.cpy"
    copied.write_bytes(book.text)
    if "program" in book.options:
        source.write_bytes(book.text)
    else:
        read = _cobc(book, ("-E",), copied, include)
        if read.returncode:
            return read.stderr
        root = [f"01 ROOT-OF-{book.name}."] if below_record(_text(read.stdout)) else []
        lines = (*_heading(book.surroundings), *root, f"COPY '{book.name}.cpy'.")
        source.write_text("".join(f"       {line}\n" for line in (*lines, "PROCEDURE DIVISION.")))
    done = _cobc(book, ("-fsyntax-only", "-I", str(folder)), source, include)
    return done.stderr if done.returncode else ""


def _heading(surroundings: Iterable[str]) -> Iterator[str]:
    yield "IDENTIFICATION DIVISION."
    yield "PROGRAM-ID. LAYOUT."
    special = [
        f"CURRENCY SIGN IS '{each.partition('=')[2]}'" if each.startswith("currency")
        else "DECIMAL-POINT IS COMMA"
        for each in surroundings
    ]  # fmt: skip
    if special:
        yield from ("ENVIRONMENT DIVISION.", "CONFIGURATION SECTION.", "SPECIAL-NAMES.", *special)
        yield "."
    yield "DATA DIVISION."
    yield "WORKING-STORAGE SECTION."


def _cobc(
    book: Book, options: Iterable[str], source: Path, include: Path
) -> subprocess.CompletedProcess[str]:
    flags = [*OPTIONS, *options, "-I", str(include)]
    flags += [flag for option, flag in _FLAGS.items() if option in book.options]
    return subprocess.run(
        [require_cobc(), *flags, str(source)],
        capture_output=True, encoding="latin-1", check=False, cwd=source.parent,
    )  # fmt: skip


def _text(printed: str) -> str:
    return "\n".join(line for line in printed.splitlines() if not line.startswith("#"))


def preprocessed(book: Book, folder: Path, include: Path) -> str:
    """The copybook as the compiler reads it: comments gone, members copied.

    What Db2's coprocessor does before the compiler (Db2 for z/OS, Application Programming and SQL
    Guide, INCLUDE) is done here: a member included is copied, other EXEC SQL left out.
    """
    source = folder / f"{book.name}.cbl"
    source.write_bytes(_SQL.sub(b"", _INCLUDE.sub(rb"COPY \1.", book.text)))
    done = _cobc(book, ("-E",), source, include)
    assert done.returncode == 0, done.stderr
    text = _text(done.stdout)
    return data_division(text) if "program" in book.options else text


def layouts(books: Sequence[Book], include: Path) -> dict[str, list[Placed]]:
    """The layout of each copybook, all with the same surroundings compiled in one program.

    The path (record, "*minimum*") has the record's length with every table at its minimum, where
    it is another. A copybook below level 01 is copied under a 01 that has its name.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        read = {
            book.name: _entries(preprocessed(book, folder, include), book.name, number)
            for number, book in enumerate(books)
        }
        return compiled(books, read, folder)


def _entries(text: str, name: str, number: int) -> list[Item]:
    root = f"01 {name}.\n" if below_record(text) else ""
    return entries(root + text, f"Q{number}-")


def compiled(
    books: Sequence[Book], read: dict[str, list[Item]], folder: Path
) -> dict[str, list[Placed]]:
    """The layouts of copybooks whose entries are known."""
    result: dict[str, list[Placed]] = {}
    for around in sorted({book.surroundings for book in books}):
        group = {book.name: read[book.name] for book in books if book.surroundings == around}
        varying = {n: e for n, e in group.items() if any(item.depending for item in e)}
        most = {name: at_maximum(every) for name, every in group.items()}
        least = {name: at_minimum(every) for name, every in varying.items()}
        result |= _translated(folder, around, most, records=False)
        for name, placed in _translated(folder, around, least, records=True).items():
            lengths = {each.path: each.length for each in result[name] if len(each.path) == 1}
            result[name] += [
                Placed((*each.path, MINIMUM), 0, each.length)
                for each in placed
                if lengths[each.path] != each.length
            ]
    return {book.name: result[book.name] for book in books}


def _translated(
    folder: Path, around: tuple[str, ...], books: dict[str, list[Item]], *, records: bool
) -> dict[str, list[Placed]]:
    """Translate one program with all books; `records` asks for nothing below level 01."""
    if not books:
        return {}
    lines = [*_heading(around)]
    for every in books.values():
        lines += [item.text.replace("\n", " ") + "." for item in every]
    lines.append("PROCEDURE DIVISION.")
    questions: dict[int, _Question] = {}
    for book, every in books.items():
        for item in every:
            if item.listed and not (records and len(item.path) > 1):
                questions[len(lines) + 1] = _Question(book, item)
                lines += f"DISPLAY {item.reference}.".split("\n")
    source = folder / "layout.cob"
    source.write_text("\n".join(lines) + "\n", encoding="latin-1")
    command = [require_cobc(), *OPTIONS, "-free", "-C", "-o", str(folder / "layout.c"), str(source)]
    done = subprocess.run(command, capture_output=True, encoding="latin-1", check=False, cwd=folder)
    assert done.returncode == 0, _with_lines(done.stderr, lines)
    text = "".join(
        (folder / name).read_text(encoding="latin-1")
        for name in ("layout.c.h", "layout.c.l.h", "layout.c")
    )
    return _answers(text, questions)


def _with_lines(errors: str, lines: Sequence[str]) -> str:
    return re.sub(
        r"layout\.cob:(\d+): error.*", lambda m: f"{m[0]}\n    {lines[int(m[1]) - 1]}", errors
    )


def _answers(text: str, questions: dict[int, _Question]) -> dict[str, list[Placed]]:
    """Each item's storage from the C text, relative to its record's."""
    attributes = {found[0]: _kind(*found[1:]) for found in _ATTRIBUTE.findall(text)}
    fields = {found[0]: found[1:] for found in _FIELD.findall(text)}
    result: dict[str, list[Placed]] = {}
    for line, expression in _DISPLAY.findall(text):
        question = questions.pop(int(line))
        size, distance, attribute = _storage(expression, fields)
        kind = "" if question.item.level == 66 else attributes[attribute]
        placed = Placed(question.item.path, distance, int(size), kind)
        result.setdefault(question.book, []).append(placed)
    assert not questions, f"no storage found for {questions}"
    return result


def _storage(expression: str, fields: dict[str, tuple[str, ...]]) -> tuple[str, int, str]:
    subscripted = _PLACED.fullmatch(expression)
    if subscripted:
        return subscripted[1], _sum(subscripted[3]), subscripted[4]
    named = _NAMED.fullmatch(expression)
    assert named, expression
    size, _, distance, attribute = fields[named[1] or named[2]]
    return size, _sum(named[4] if named[2] else distance), attribute


def _sum(text: str) -> int:
    return sum(int(number) for number in re.findall(r"\d+", text))


def _kind(code: str, digits: str, scale: str, flags: str) -> str:
    """An attribute in words: `packed 9,2 signed`; P counts as a digit, as cobc counts it."""
    bits, word = int(flags, 16), _TYPES[int(code, 16)]
    if bits & _POINTER:
        return "pointer"
    if int(code, 16) == 0x1B:
        return "index"
    words = [word]
    if word in _NUMBERS:
        words += [f"{digits},{scale}", *(["signed"] if bits & _SIGNED else [])]
    if word == "display":
        words += ["leading"] if bits & _LEADING else []
        words += ["separate"] if bits & _SEPARATE else []
    words += ["native"] if bits & _REAL else []
    words += ["blank-when-zero"] if bits & _BLANK else []
    words += ["justified"] if bits & _JUST else []
    return " ".join(words)
