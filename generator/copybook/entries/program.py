"""The records of a whole program: sections of its DATA DIVISION, and its file descriptions.

Enterprise COBOL for z/OS Language Reference, "Data division", "FILE SECTION": the records under
one FD or SD share their storage. "SPECIAL-NAMES paragraph", "SOURCE-COMPUTER paragraph": what
the program says of its own text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.copybook.copying.replace_statement import replace_spans
from generator.copybook.dialect import Dialect
from generator.copybook.entries.entry import Entry
from generator.copybook.entries.filedesc import FileDescription, read_file_description
from generator.copybook.fields import Record
from generator.copybook.source.text import Piece, Statement, Text, join, statements
from generator.problems import Location, Problem, Severity

FILE_LEFT_OUT = "CPY906"
"""Code of a file description, which is left out."""

_TAKEN = ("DATA", "FILE", "WORKING-STORAGE", "LOCAL-STORAGE", "LINKAGE")
_NAMED = ("COMMUNICATION", "REPORT", "SCREEN")
_HEADER = re.compile(
    r"""'[^'\n]*' | "[^"\n]*"
      | (?<![\w-])(?: (?P<division>IDENTIFICATION|ID|ENVIRONMENT|DATA|PROCEDURE)\s+DIVISION
      | (?P<section>FILE|WORKING-STORAGE|LOCAL-STORAGE|LINKAGE|COMMUNICATION|REPORT|SCREEN)
        \s+SECTION
      | (?P<end>END)\s+PROGRAM)(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)
_FIRST = re.compile(r"[\s,;]*[FSRC]D(?![\w-])", re.IGNORECASE)
_LATER = re.compile(rf"\.{_FIRST.pattern}", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(DATA)\s+DIVISION|(FILE|WORKING-STORAGE|LOCAL-STORAGE|LINKAGE)\s+SECTION)(?![\w-])\s*",
    re.IGNORECASE,
)
_FILE = re.compile(r"(FD|SD)(?![\w-])", re.IGNORECASE)
_OTHER = re.compile(r"(RD|CD)\s+[A-Z0-9]", re.IGNORECASE)
_COMMA = re.compile(r"(?<![\w-])DECIMAL-POINT\s+(?:IS\s+)?COMMA(?![\w-])", re.IGNORECASE)
_CURRENCY = re.compile(
    r"""(?<![\w-])CURRENCY\s+(?:SIGN\s+)?(?:IS\s+)?(X?)('[^']*'|"[^"]*")
        (?:\s+(?:WITH\s+)?PICTURE\s+SYMBOL\s+('[^']*'|"[^"]*"))?""",
    re.VERBOSE | re.IGNORECASE,
)
_DEBUGGING = re.compile(r"(?<![\w-])(?:WITH\s+)?DEBUGGING\s+MODE(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Program:
    """A text's data, what its ENVIRONMENT DIVISION holds, and the lines that were left out."""

    text: Text
    environment: str = ""
    left_out: tuple[tuple[int, int], ...] = ()
    problems: tuple[Problem, ...] = ()

    def concerns(self, place: Location | None, path: str) -> bool:
        """Whether a place of the program's file is in what was taken."""
        if place is None or place.path != path:
            return True
        return not any(first <= place.line <= last for first, last in self.left_out)


def data_of(text: Text) -> Program:
    """The text without what lies outside the sections that describe data.

    A REPLACE statement is kept wherever it stands: it holds for the data behind it.
    """
    pieces: list[Piece] = []
    environment: list[str] = []
    left_out: list[tuple[int, int]] = []
    problems: list[Problem] = []
    for word, start, end in _parts(text.string):
        if word in _TAKEN:
            pieces += text.cut(start, end)
            continue
        for first, behind in replace_spans(text.string, start, end):
            pieces += text.cut(first, behind)
        if word == "ENVIRONMENT":
            environment.append(text.string[start:end])
            problems += _long_currency(text, start, end)
        if word in _NAMED:
            message = f"{word} SECTION is left out: it has no records"
            where = text.location(start, len(word))
            problems.append(Problem("CPY907", message, where, severity=Severity.NOTE))
        left_out.append((text.location(start).line, text.location(end - 1).line))
    return Program(join(pieces), "\n".join(environment), tuple(left_out), tuple(problems))


def _parts(string: str) -> Iterator[tuple[str, int, int]]:
    """The first word of each part with its offsets; what comes before the first is data."""
    start, word = 0, "DATA"
    outside = False  # in a division other than DATA, where SECTION is the program's own word
    for found in _HEADER.finditer(string):
        name = (found["division"] or found["section"] or found["end"] or "").upper()
        if not name or (outside and found["section"] and word == "PROCEDURE"):
            continue
        if start < found.start():
            yield word, start, found.start()
        start, word = found.start(), name
        outside = bool(found["division"]) and name != "DATA"
    if start < len(string):
        yield word, start, len(string)


def _long_currency(text: Text, start: int, end: int) -> Iterator[Problem]:
    """A currency string takes its length in a PICTURE (Language Reference, "CURRENCY SIGN clause").

    In hexadecimal notation it needs a symbol of its own.
    """
    for found in _CURRENCY.finditer(text.string, start, end):
        digits = len(found[2]) - len("''")
        if digits > (2 if found[1] and found[3] else 1):
            sign = found[1] + found[2]
            message = f"CURRENCY SIGN {sign} is refused: only a single character is counted right"
            hint = "give a copybook in which that character stands for the currency string"
            where = text.location(found.start(1), len(sign))
            yield Problem("CPY902", message, where, hint)


def own_dialect(environment: str, dialect: Dialect) -> Dialect:
    """The dialect as the program's own paragraphs change it."""
    if _COMMA.search(environment):
        dialect = replace(dialect, decimal_comma=True)
    if _DEBUGGING.search(environment):
        dialect = replace(dialect, debugging=True)
    currency = _CURRENCY.search(environment)
    if currency:
        symbol = (currency[3] or currency[2]).strip("'\"")
        dialect = replace(dialect, currency=symbol[:1] or dialect.currency)
    return dialect


@dataclass(frozen=True, slots=True)
class Area:
    """From offset `start` of the text on, records stand under this file description, if any."""

    start: int
    file: FileDescription | None


@dataclass(frozen=True, slots=True)
class Areas:
    """A text without section headers and file descriptions, and which records share storage."""

    text: Text
    areas: tuple[Area, ...] = ()
    problems: tuple[Problem, ...] = ()


def split_files(text: Text, dialect: Dialect) -> Areas:
    """Take out FD and SD entries, and, of a program, the headers of its sections."""
    if not dialect.program and not _may_hold_files(text.string):
        return Areas(text)
    groups: list[tuple[FileDescription | None, list[Piece]]] = [(None, [])]
    problems: list[Problem] = []
    done = 0
    for statement in statements(text):
        file, end = None, statement.end + statement.closed
        if _FILE.match(statement.string):
            file, end = _file(statement, problems, dialect)
        elif _OTHER.match(statement.string):
            problems.append(_refused(statement))
        elif not dialect.program:
            continue
        else:
            title = _TITLE.match(statement.string)
            if title is None:
                continue
            if title.end() < len(statement.string):
                end = statement.start + title.end()
                problems.append(_no_period(statement, title.end()))
        groups[-1][1].extend(text.cut(done, statement.start))
        groups.append((file, []))
        done = end
    groups[-1][1].extend(text.cut(done, len(text.string)))
    return _joined(text, groups, problems)


def _may_hold_files(string: str) -> bool:
    """Whether a statement may begin with FD, SD, RD or CD; one ends at a period or at END-EXEC."""
    return bool(_FIRST.match(string) or _LATER.search(string)) or "EXEC" in string.upper()


def _joined(
    text: Text,
    groups: Sequence[tuple[FileDescription | None, Sequence[Piece]]],
    problems: Sequence[Problem],
) -> Areas:
    if len(groups) == 1:
        return Areas(text)
    joined = join(piece for _, pieces in groups for piece in pieces)
    areas: list[Area] = []
    number = 0
    for file, pieces in groups:
        if pieces:
            areas.append(Area(joined.starts[number], file))
        number += len(pieces)
    return Areas(joined, tuple(areas), tuple(problems))


def _file(
    statement: Statement, problems: list[Problem], dialect: Dialect
) -> tuple[FileDescription, int]:
    """The file description and the offset behind it, which a missing period brings forward."""
    file, wrong, length = read_file_description(statement)
    problems += wrong
    if not dialect.program and not wrong:
        message = f"{file.title} is left out; the records behind it share their storage"
        where = statement.location(0, len(file.title))
        problems.append(Problem(FILE_LEFT_OUT, message, where, severity=Severity.NOTE))
    if length < len(statement.string):
        return file, statement.start + length
    return file, statement.end + statement.closed


def _refused(statement: Statement) -> Problem:
    word = statement.string[:2].upper()
    what = "a report description" if word == "RD" else "a communication description"
    message = f"{word} is refused: {what} has no records"
    hint = "take it out of the copybook"
    return Problem("CPY902", message, statement.location(0, 2), hint)


def _no_period(statement: Statement, end: int) -> Problem:
    body = statement.string[:end].rstrip()
    where = statement.location(len(body) - 1)
    return Problem("CPY302", "the period that ends this header is missing", where, "add a period")


def with_files(
    records: tuple[Record, ...], entries: Sequence[Entry], split: Areas, dialect: Dialect
) -> tuple[Record, ...]:
    """The records with the files that they stand under, those that share storage linked.

    The second and later 01 of a file redefine the first (Enterprise COBOL Language Reference,
    "REDEFINES clause", implicit redefinition). Those of a program's WORKING-STORAGE do not.
    """
    shared = dialect.shared_records and not dialect.program
    if not split.areas and not shared:
        return records
    starts = [area.start for area in split.areas]
    heads = [entry for entry in entries if entry.level in (1, 77)]
    own = [record for record in records if not record.implied]
    firsts: dict[FileDescription | None, str] = {}
    result = [record for record in records if record.implied]
    for record, entry in zip(own, heads, strict=True):
        index = bisect_right(starts, entry.statement.start) - 1
        file = split.areas[index].file if index >= 0 else None
        if entry.level == 1 and (file or shared):
            record = _sharing(record, file, firsts)  # noqa: PLW2901 - what is kept of it
        result.append(record)
    return tuple(result)


def _sharing(
    record: Record, file: FileDescription | None, firsts: dict[FileDescription | None, str]
) -> Record:
    name = file.name if file else None
    first = firsts.get(file)
    if first is None:
        firsts[file] = record.name
    if first is None or record.root.redefines:
        return replace(record, file=name)
    return replace(record, file=name, root=replace(record.root, redefines=first))
