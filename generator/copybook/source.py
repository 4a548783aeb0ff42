"""Reference format: a file's bytes become program text without comments and margins.

Enterprise COBOL for z/OS Language Reference, "Reference format": columns 1-6 sequence number,
7 indicator, 8-72 program text, 73-80 identification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.copybook.decode import decode, unreadable
from generator.copybook.detect import Format, detect, directive
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.margin import COLUMN_72, COLUMN_80, open_quote, overruns
from generator.copybook.text import Line, Piece
from generator.problems import Location, Problem, Severity

OVERRUN = "CPY107"
"""Code that says that a line goes through the right margin."""

_NEWLINE = re.compile(r"\r\n|\n|\r")
_INLINE_COMMENT = re.compile(r"'[^']*'|\"[^\"]*\"|(?P<comment>\*>)")
_NO_COMMENT = re.compile(r"\*(?:>|(?:CBL|CONTROL)\b)", re.IGNORECASE)
_LISTING = re.compile(
    r"\s*(?:EJECT|SKIP[123]|TITLE\s+(?:'[^']*'|\"[^\"]*\"))\s*\.?\s*", re.IGNORECASE
)
_SHIFTED = re.compile(
    r" {0,4}(\d{1,2}) +(?!(?:PIC|VALUE|OCCURS|COMP|USAGE|REDEF|INDEXED|DEPEND|THR|TO |TIMES))[A-Z]",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's program text, its reference format and what was wrong with it."""

    path: str
    format: Format
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with its tabs expanded; `columns` maps back to the line as the user sees it."""

    line: Line
    text: str
    columns: tuple[int, ...] | None = None

    def at(self, index: int, width: int = 1) -> Location:
        column = index + 1
        if self.columns:
            column = self.columns[min(index, len(self.columns) - 1)]
        return self.line.location(column, width)

    def piece(self, start: int, end: int, *, glued: bool = False) -> Piece:
        text = self.text[start:end]
        columns = None if self.columns is None else self.columns[start:end]
        return Piece(text, self.line, self.at(start).column, columns, glued)


def read_source(
    path: str,
    source_format: str = "auto",
    included_from: tuple[Location, ...] = (),
    dialect: Dialect = IBM,
) -> Source:
    """Read a file; what cannot be read is a problem of the source, never an exception."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or "not readable"
        problem = Problem("CPY100", f"cannot read {path}: {reason}")
        return Source(path, Format("fixed", "not read"), (), (problem,))
    return source_from_bytes(data, path, source_format, included_from, dialect)


def source_from_bytes(
    data: bytes,
    path: str,
    source_format: str = "auto",
    included_from: tuple[Location, ...] = (),
    dialect: Dialect = IBM,
) -> Source:
    """Decode, choose the reference format and cut the margins."""
    problem = unreadable(data, path, source_format)
    if problem:
        return Source(path, Format("fixed", "not read"), (), (problem,))
    text, encoding = decode(data)
    lines = _NEWLINE.split(text)
    chosen = Format(source_format, "asked for")
    if source_format == "auto":
        chosen = detect([line.expandtabs(8) for line in lines] if "\t" in text else lines)
    rows = [_row(Line(path, number, line, included_from)) for number, line in enumerate(lines, 1)]
    cutter = _Cutter(chosen.name, encoding)
    if chosen.name == "fixed":
        cutter.overruns = overruns([row.text for row in rows])
        cutter.cuts = source_format == "fixed"
    if source_format == "auto" and chosen.name != "fixed":
        message = f"read in {chosen.name} format: {chosen.reason}"
        cutter.problems.append(_note_of_format(message, rows[0].line))
    pieces = tuple(cutter.pieces(rows))
    return Source(path, chosen, pieces, tuple(cutter.problems))


def _note_of_format(message: str, line: Line) -> Problem:
    hint = "give --source-format fixed if that is wrong"
    return Problem("CPY116", message, line.location(), hint, severity=Severity.NOTE)


def _row(line: Line) -> _Row:
    """Expand tabs to the next eighth column, as the compiler does, and drop form feeds."""
    text = line.text
    if "\f" in text:
        text = text.replace("\f", " ")
    if "\t" not in text:
        return _Row(line, text)
    columns: list[int] = []
    for column, character in enumerate(text, 1):
        columns += [column] * (8 - len(columns) % 8 if character == "\t" else 1)
    return _Row(line, text.expandtabs(8), tuple(columns))


class _Cutter:
    """Cuts rows into pieces, joining continuation lines; collects the problems on the way."""

    def __init__(self, name: str, encoding: str) -> None:
        self.free = name == "free"
        self.right = COLUMN_72 if name == "fixed" else None
        self.encoding = encoding
        self.overruns: dict[int, bool] = {}
        self.cuts = False  # whether column 72 is the end on the user's word
        self.problems: list[Problem] = []
        self._warned_of_encoding = False

    def pieces(self, rows: list[_Row]) -> Iterator[Piece]:
        """Program text of the rows. A piece is held back until it is known to be complete."""
        pending: Piece | None = None
        inside = ""  # the quotation mark when `pending` starts within a literal
        for row in rows:
            span = self._free(row) if self.free else self._fixed(row)
            if span is None:
                self._check_comment(row)
                continue
            start, continues = span
            area = row.text[: self._end(row)]
            if not continues and self._is_misplaced_comment(row, area[start:], pending):
                continue
            if continues and pending is None:
                self._report("CPY110", "this line continues nothing", row.at(6), _HINT_HYPHEN)
            elif continues and pending is not None:
                quote = open_quote(inside + pending.text)
                held, pending, inside = self._continue(pending, quote, row, area)
                yield held
            else:
                if pending is not None:
                    yield self._close(pending, inside)
                end = self._without_comment(area, start)
                self._check_code(row, start, end)
                pending, inside = row.piece(start, end), ""
        if pending is not None:
            yield self._close(pending, inside)

    def _report(
        self,
        code: str,
        message: str,
        where: Location,
        hint: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.problems.append(Problem(code, message, where, hint, severity=severity))

    def _free(self, row: _Row) -> tuple[int, bool] | None:
        text = row.text.lstrip()
        if not text or text[0] == "*" or _LISTING.fullmatch(text):
            return None
        start = len(row.text) - len(text)
        if text.startswith((">>", "$")):
            self._directive(row, start)
            return None
        return start, False

    def _fixed(self, row: _Row) -> tuple[int, bool] | None:
        """Where the program text starts and whether it continues the line before."""
        text = row.text
        if len(text) < 7 or not text[6:].strip():  # noqa: PLR2004 - the indicator column
            self._sequence_only(row)
            return None
        indicator = text[6]
        if indicator in "*/":
            return None
        if indicator == "$" or text[6:].startswith(">>") or text[7:].lstrip().startswith(">>"):
            self._directive(row, 6)
            return None
        if indicator in "Dd" and not _SHIFTED.match(text):
            self._report("CPY114", "debugging line left out", row.at(6), severity=Severity.NOTE)
            return None
        if indicator not in " -" or _SHIFTED.match(text):
            return self._shifted(row)
        self._check_beyond(row)
        area = text[7 : self._end(row)]
        if area.strip() and not _LISTING.fullmatch(area):
            return 7, indicator == "-"
        return None

    def _sequence_only(self, row: _Row) -> None:
        """Columns 1-6 hold anything, except what is plainly an entry."""
        if _SHIFTED.match(row.text):
            self._shifted(row)

    def _shifted(self, row: _Row) -> tuple[int, bool] | None:
        """Report a line whose columns are wrong; an entry in it is read all the same."""
        text = row.text
        level = _SHIFTED.match(text)
        if level:
            message = "a level number in columns 1-6, where fixed format has the sequence number"
            self._report("CPY111", message, row.at(level.start(1), 2), _HINT_SHIFT)
            return level.start(1), False
        if text[6].isdigit():
            message = "a digit in column 7, the indicator area: the line is shifted to the left"
            self._report("CPY106", message, row.at(6), _HINT_SHIFT)
            return 6, False
        message = f"{text[6]!r} in column 7 is no indicator (blank * / - D)"
        self._report("CPY105", message, row.at(6), _HINT_SHIFT)
        return None

    def _is_misplaced_comment(self, row: _Row, area: str, before: Piece | None) -> bool:
        """Report an asterisk where an entry begins: it was meant for column 7."""
        text = area.lstrip()
        if self.free or text[:1] != "*" or _NO_COMMENT.match(text):
            return False
        if before is not None and not before.text.endswith("."):
            return False
        where = row.at(row.text.index("*", 7))
        message = "an asterisk outside column 7 makes no comment"
        if row.columns:
            message += ": the tab before it goes beyond column 7"
        self._report("CPY118", message, where, "put it into column 7, or write *>")
        return True

    def _directive(self, row: _Row, start: int) -> None:
        if directive(row.text) is None:
            message = "compiler directives are not supported yet"
            self._report("CPY901", message, row.at(start), "take the line out of the copybook")

    def _check_beyond(self, row: _Row) -> None:
        """Report text right of column 72 that may be no identification."""
        beyond = row.text[COLUMN_72:].rstrip() if self.right else ""
        if row.line.number - 1 in self.overruns:
            column = COLUMN_72 + len(beyond) - len(beyond.lstrip())
            where = row.at(column, len(beyond.strip()))
            if self.cuts:
                message = "text beyond column 72 is cut off, as the compiler does"
                self._report(OVERRUN, message, where, _HINT_CUT, Severity.WARNING)
            else:
                message = "text goes beyond column 72, where fixed format ends"
                self._report(OVERRUN, message, where, _HINT_BEYOND)
        elif len(beyond) > COLUMN_80 - COLUMN_72:
            where = row.at(COLUMN_80, len(beyond) - COLUMN_80 + COLUMN_72)
            message = "text beyond column 80 was ignored"
            self._report("CPY108", message, where, severity=Severity.WARNING)

    def _end(self, row: _Row) -> int | None:
        """Where the program text of a row ends: behind the margin where that is likelier."""
        if self.overruns.get(row.line.number - 1) and not self.cuts:
            return len(row.text)
        return self.right

    def _without_comment(self, area: str, start: int) -> int:
        """The end of the program text: before `*>` and trailing blanks."""
        end = len(area)
        if "*>" in area:
            for found in _INLINE_COMMENT.finditer(area, start):
                if found["comment"]:
                    end = found.start()
                    break
        return max(len(area[:end].rstrip()), start)

    def _check_code(self, row: _Row, start: int, end: int) -> None:
        code = row.text[start:end]
        if code.isascii() and code.isprintable():
            return
        control = _CONTROL.search(code)
        if control:
            message = f"control character X'{ord(control[0]):02X}' in program text"
            self._report("CPY112", message, row.at(start + control.start()), "remove it")
        if self.encoding == "utf-8" or code.isascii():
            return
        index = next(i for i, character in enumerate(code) if not character.isascii())
        self._report(
            "CPY103",
            f"character {code[index]!r} is not UTF-8: the file seems to be in {self.encoding}",
            row.at(start + index),
            f"convert it: iconv -f {self.encoding} -t UTF-8",
        )

    def _check_comment(self, row: _Row) -> None:
        if self.encoding == "utf-8" or self._warned_of_encoding or row.text.isascii():
            return
        self._warned_of_encoding = True
        index = next(i for i, character in enumerate(row.text) if not character.isascii())
        message = f"the file is not UTF-8; its comments were read as {self.encoding}"
        hint = f"convert it: iconv -f {self.encoding} -t UTF-8"
        self._report("CPY104", message, row.at(index), hint, Severity.WARNING)

    def _continue(
        self, before: Piece, quote: str, row: _Row, area: str
    ) -> tuple[Piece, Piece, str]:
        """Join a continuation line (indicator "-") to the piece before it.

        An open literal goes on through column 72 and is taken up after the quotation mark that
        must be the first character here; words and numbers go on with the first character.
        Gives both pieces and the quotation mark when the second starts within a literal.
        """
        first = len(area) - len(area[7:].lstrip())
        end = self._without_comment(area, first)
        self._check_code(row, first, end)
        if not quote:
            return before, row.piece(first, end, glued=True), ""
        if area[first] != quote:
            message = f"the continued literal must go on with {quote} as its first character"
            self._report("CPY110", message, row.at(first), _HINT_HYPHEN)
            period = end - 1 if area[end - 1] == "." else end
            return (
                replace(before, text=before.text + quote),
                row.piece(period, end, glued=True),
                "",
            )
        padded = before.text
        if self.right:
            padded = padded.ljust(self.right - before.column + 1)
        return replace(before, text=padded), row.piece(first + 1, end, glued=True), quote

    def _close(self, piece: Piece, inside: str) -> Piece:
        """Report a literal that the line leaves open, and close it so that parsing goes on."""
        quote = open_quote(inside + piece.text)
        if not quote:
            return piece
        at = piece.column_at(max(piece.text.rfind(quote), 0))
        message = "the literal is not closed on this line"
        hint = f"add the closing {quote}, or continue it with - in column 7 of the next line"
        self._report("CPY109", message, piece.line.location(at), hint)
        body = piece.text.rstrip()
        text = f"{body[:-1]}{quote}." if body.endswith(".") else body + quote
        columns = tuple(piece.column_at(min(i, len(body) - 1)) for i in range(len(text)))
        return replace(piece, text=text, columns=columns)


_HINT_SHIFT = (
    "fixed format has the indicator in column 7 and program text in columns 8-72; "
    "move the line, or give --source-format free if the file has no such columns"
)
_HINT_BEYOND = (
    "if columns 73-80 are identification, say --source-format fixed (copybooks: format: fixed in "
    "job.yaml); if the line is longer on purpose, --source-format variable (format: variable)"
)
_HINT_CUT = "if the line is longer on purpose, say --source-format variable (format: variable)"
_HINT_HYPHEN = "a hyphen in column 7 continues the word or literal of the line before"
