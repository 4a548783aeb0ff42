"""Reference format: a file's bytes become program text without comments and margins.

Enterprise COBOL for z/OS Language Reference, "Reference format": columns 1-6 sequence number,
7 indicator, 8-72 program text, 73-80 identification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.source import directives
from generator.copybook.source.characters import odd_characters, without_odd
from generator.copybook.source.continuation import HINT_HYPHEN, Held, closed_literal, join_lines
from generator.copybook.source.decode import Decoded, decode
from generator.copybook.source.detect import ASKED_FOR, IN_PLACE, Format, detect, formats, is_remark
from generator.copybook.source.margin import (
    COLUMN_72,
    COLUMN_80,
    Beyond,
    comment_start,
    is_variable,
    overruns,
)
from generator.copybook.source.rows import Row, row_of
from generator.copybook.source.text import Line, Piece
from generator.problems import Location, Problem, Severity, has_errors

OVERRUN = "CPY107"
"""Code that says that a line goes through the right margin."""

COLUMNS = (OVERRUN, "CPY105", "CPY106", "CPY111")
"""Codes that say that the columns of a line are wrong, so that its text is in doubt."""

_SHIFTED = re.compile(
    r" {0,4}(\d{1,2}) +(?!(?:PIC|VALUE|OCCURS|COMP|USAGE|REDEF|INDEXED|DEPEND|THR|TO |TIMES|COPY"
    r"|REPLACE|EXEC|EJECT|SKIP\d|TITLE|[FS]D )|(?:CBL|PROCESS) )[A-Z:]",
    re.IGNORECASE,
)
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_LONG_NUMBER = re.compile(r" {1,6}\d{6}|\d{7}")
_LEVEL_AT_7 = re.compile(r".{6}\d{1,2}(?=[ .]|$)")

_PLAIN = re.compile(r"(?: {6}|\d{6}) ( *\d(?:[ !#%&()+-=?-~]*[!#%&()+-=?-~])?) *\Z")
"""The usual line of fixed format, of which nothing is to be said: an entry without literals."""

Span = tuple[int, bool]
"""Where the program text of a row starts, and whether it continues the row before."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's program text, its reference format and what was wrong with it."""

    path: str
    format: Format
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...] = ()


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
    decoded = decode(data, path, source_format)
    if isinstance(decoded, Problem):
        return Source(path, Format("fixed", "not read"), (), (decoded,))
    rows = [
        row_of(Line(path, number, line, included_from))
        for number, line in enumerate(decoded.lines, 1)
    ]
    texts = [row.text for row in rows]
    chosen, names = formats(texts, source_format)
    beyond: dict[int, Beyond] = {}
    if "fixed" in names:
        if names.count("fixed") < len(names):
            texts = [
                text if name == "fixed" else "" for text, name in zip(texts, names, strict=True)
            ]
        beyond = overruns(texts)
        if source_format == "auto" and is_variable(texts, beyond):
            chosen = Format(
                "variable", f"program text of {len(beyond)} lines ends beyond column 80"
            )
            names = ["variable" if name == "fixed" else name for name in names]
    cutter = _Cutter(decoded, beyond, dialect, cuts=source_format == "fixed")
    if source_format == "auto" and chosen.name != "fixed":
        cutter.note_format(chosen, rows[0].line)
    pieces = tuple(cutter.pieces(rows, names))
    mixed_up = _mixed_up(cutter.problems, chosen, decoded)
    if mixed_up:
        return Source(path, chosen, (), (*decoded.problems, mixed_up))
    return Source(path, chosen, pieces, (*decoded.problems, *cutter.problems))


def _mixed_up(problems: Sequence[Problem], chosen: Format, decoded: Decoded) -> Problem | None:
    """One problem instead of one for each line, when free format is read as another on request."""
    wrong = [each for each in problems if each.code in COLUMNS[1:] and has_errors([each])]
    if chosen.reason != ASKED_FOR or chosen.name == "free" or len(wrong) < _FEWEST_MIXED_UP:
        return None
    found = detect([line.expandtabs(8) for line in decoded.lines])
    if found.name != "free":
        return None
    message = f"the text is in free format, not in {chosen.name} format: {found.reason}"
    return replace(wrong[0], code="CPY111", message=message, hint=_HINT_FREE)


class _Cutter:
    """Cuts rows into pieces, joining continuation lines; collects the problems on the way.

    `cuts` says that column 72 is the end on the user's word.
    """

    def __init__(
        self, decoded: Decoded, beyond: dict[int, Beyond], dialect: Dialect, *, cuts: bool
    ) -> None:
        self.decoded = decoded
        self.beyond = beyond
        self.dialect = dialect
        self.cuts = cuts
        self.name = "fixed"  # the format of the row at hand
        self.problems: list[Problem] = []
        self._conditional = False
        self._warned_of_encoding = False
        self._asterisks: list[Location] = []

    def note_format(self, chosen: Format, line: Line) -> None:
        """Say which format was found out, and why."""
        message = f"read in {chosen.name} format: {chosen.reason}"
        hint = "give --source-format fixed if that is wrong"
        self._report("CPY116", message, line.location(), hint, Severity.NOTE)

    def pieces(self, rows: Sequence[Row], names: Sequence[str]) -> Iterator[Piece]:
        """Program text of the rows. A piece is held back until it is known to be complete."""
        held: Held | None = None
        for row, self.name in zip(rows, names, strict=True):
            plain = self._plain(row)
            if plain is not None:
                if held is not None:
                    yield self._close(held)
                held = Held(row.piece(7, plain.end(1)), 7)
                continue
            cut = self._free if self.name == "free" else self._fixed
            span = cut(row, fresh=held is None or held.is_ended)
            if span is None:
                self._check_encoding(row)
                continue
            start, continues = span
            end = self._end(row, start)
            row = self._checked(row, start, end)  # noqa: PLW2901 - as it is read from here on
            if not continues:
                if held is not None:
                    yield self._close(held)
                held = Held(row.piece(start, end), start)
            elif held is None:
                self._report("CPY110", "this line continues nothing", row.at(6), HINT_HYPHEN)
            elif row.text[start:end].strip():
                start = end - len(row.text[start:end].lstrip())
                joined = join_lines(held, row, (start, end), fixed=self.name == "fixed")
                yield joined.before
                held = joined.held
                self.problems += [joined.problem] if joined.problem else []
        if held is not None:
            yield self._close(held)
        self._report_asterisks()

    def _plain(self, row: Row) -> re.Match[str] | None:
        """The usual line of fixed format, in the time of one comparison."""
        text = row.text
        if self.name != "fixed" or (
            len(text) > COLUMN_72
            and (row.line.number - 1 in self.beyond or text[COLUMN_80:].strip())
        ):
            return None
        return _PLAIN.match(text, 0, COLUMN_72)

    def _report(
        self,
        code: str,
        message: str,
        where: Location,
        hint: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.problems.append(Problem(code, message, where, hint, severity=severity))

    def _free(self, row: Row, *, fresh: bool) -> Span | None:
        """Free format; an indicator in column 1 is Micro Focus's."""
        text = row.text.strip(" ")
        start = row.text.index(text)
        if text[:1].isdigit():
            return start, False
        if not text or text.startswith("*>") or directives.LISTING.fullmatch(text):
            return None
        at = directives.directive_at(row.text, free=True)
        if at is not None:
            return self._directive(row, at)
        if start == 0 and text[0] in "*/":
            return None
        if start == 0 and text[:2] in ("D ", "d "):
            return self._debugging(row, 1)
        if fresh and text[0] == "*":
            self._asterisks.append(row.at(start))
            return None
        if start in (0, 6) and text.startswith("- "):
            message = "free format has no continuation lines"
            self._report("CPY110", message, row.at(start), _HINT_MIXED)
            return None
        return None if fresh and self._is_option(row) else (start, False)

    def _fixed(self, row: Row, *, fresh: bool) -> Span | None:
        """Fixed and variable format; `fresh` says that no entry is open."""
        text = row.text
        if len(text) < 7 or not text[6:].strip(" "):  # noqa: PLR2004 - the indicator column
            return self._shifted(row) if fresh and _is_shifted(text) else None
        indicator = text[6]
        if indicator in "*/":
            return None
        at = directives.directive_at(text)
        if at is not None:
            return self._directive(row, at)
        if fresh and indicator != " " and self._is_option(row):
            return None
        if fresh and _is_shifted(text):
            return self._shifted(row)
        if fresh and text[0] == "*" and indicator != "-" and is_remark(text):
            message = "an asterisk in column 1 makes no comment in fixed format"
            self._report("CPY118", message, row.at(0), _HINT_ASTERISK)
            return None
        if indicator not in " -":
            return self._debugging(row, 7) if indicator in "Dd" else self._no_indicator(row)
        return self._area(row, fresh=fresh and indicator == " ")

    def _area(self, row: Row, *, fresh: bool) -> Span | None:
        """Columns 8-72 of a line without mistakes in columns 1-7."""
        self._check_beyond(row)
        area = row.text[7 : self._right()].strip(" ")
        if area[:1].isdigit():
            return 7, row.text[6] == "-"
        if not area or directives.LISTING.fullmatch(area):
            return None
        if fresh and (self._is_asterisk(row, area) or self._is_option(row)):
            return None
        return 7, row.text[6] == "-"

    def _right(self) -> int | None:
        return COLUMN_72 if self.name == "fixed" else None

    def _debugging(self, row: Row, start: int) -> Span | None:
        """A debugging line, compiled only WITH DEBUGGING MODE."""
        if self.dialect.debugging:
            return (start, False) if row.text[start : self._right()].strip() else None
        message = "debugging line left out"
        hint = "say --debugging-lines if the program is compiled WITH DEBUGGING MODE"
        self._report("CPY114", message, row.at(max(start - 1, 0)), hint, Severity.NOTE)
        return None

    def _shifted(self, row: Row) -> Span | None:
        """Report an entry in the sequence number area; it is read all the same."""
        level = _SHIFTED.match(row.text)
        at = level.start(1) if level else 0
        message = "a level number in columns 1-6, where fixed format has the sequence number"
        self._report("CPY111", message, row.at(at, 2), _HINT_SHIFT)
        return at, False

    def _no_indicator(self, row: Row) -> Span | None:
        """Report what is no indicator; a level number in its place is read all the same."""
        text = row.text
        if self.dialect.tolerates("column-7-digit") and _LEVEL_AT_7.match(text):
            message = "a level number that starts in column 7 is accepted"
            self._report("CPY106", message, row.at(6), _HINT_SHIFT, Severity.WARNING)
            return 6, False
        if text[6].isdigit():
            side = "right" if _LONG_NUMBER.match(text) else "left"
            message = f"a digit in column 7, the indicator area: the line is shifted to the {side}"
            hint = _HINT_DIGIT if _LEVEL_AT_7.match(text) and side == "left" else _HINT_SHIFT
            self._report("CPY106", message, row.at(6), hint)
            return 6, False
        message, hint = f"{text[6]!r} in column 7 is no indicator (blank * / - D)", _HINT_SHIFT
        if _CONFLICT.match(text):
            message, hint = "a mark of two versions in conflict", "finish the merge of this file"
        self._report("CPY105", message, row.at(6), hint)
        return None

    def _is_asterisk(self, row: Row, area: str) -> bool:
        """Report an asterisk where an entry begins: it was meant for column 7."""
        if area[0] != "*" or area.startswith("*>"):
            return False
        where = row.at(row.text.index("*", 7))
        message = "an asterisk outside column 7 makes no comment"
        if row.columns:
            message += ": the tab before it goes beyond column 7"
        self._report("CPY118", message, where, "put it into column 7, or write *>")
        return True

    def _report_asterisks(self) -> None:
        """Free format has no comments that begin with an asterisk, except in column 1."""
        if not self._asterisks:
            return
        message = "an asterisk makes no comment in free format, except in column 1"
        first, *others = self._asterisks
        lines = ", ".join(str(place.line) for place in others[:_FEW_LINES])
        more = f" and {len(others) - _FEW_LINES} more" if len(others) > _FEW_LINES else ""
        notes = (f"also on lines: {lines}{more}",) if others else ()
        self.problems.append(Problem("CPY118", message, first, _HINT_MIXED, notes))

    def _directive(self, row: Row, at: int) -> Span | None:
        text = row.text[: self._right()]
        if directives.is_debugging(text, at):
            return self._debugging(row, at + 3)
        if self._conditional and directives.is_branch(text, at):
            return None
        refusal = directives.refused(text, at)
        if refusal:
            self._conditional |= directives.is_condition(text, at)
            where = row.at(refusal.at, refusal.width)
            self._report("CPY901", refusal.message, where, refusal.hint)
        return None

    def _is_option(self, row: Row) -> bool:
        """Whether the line holds options of the compiler or a statement of library control."""
        kind, refusal = directives.options_of(row.text[: self._right()], self.dialect)
        if refusal:
            where = row.at(refusal.at, refusal.width)
            if kind == "library":
                self._report("CPY901", refusal.message, where, refusal.hint)
            else:
                self._report("CPY119", refusal.message, where, refusal.hint, Severity.WARNING)
        return bool(kind)

    def _check_beyond(self, row: Row) -> None:
        """Report text right of column 72 that may be no identification."""
        if self.name != "fixed" or len(row.text) <= COLUMN_72:
            return
        kind = self.beyond.get(row.line.number - 1)
        if kind:
            self._report_beyond(row, kind)
        elif row.text[COLUMN_80:].strip():
            where = row.at(COLUMN_80, len(row.text.rstrip()) - COLUMN_80)
            message = "text beyond column 80 was ignored"
            self._report("CPY108", message, where, _HINT_CUT, Severity.WARNING)

    def _report_beyond(self, row: Row, kind: Beyond) -> None:
        beyond = row.text[COLUMN_72:].strip()
        where = row.at(row.text.index(beyond, COLUMN_72), len(beyond))
        if kind is Beyond.ODD:
            message = "text beyond column 72 is taken for identification, as the compiler does"
            self._report(OVERRUN, message, where, _HINT_CUT, Severity.WARNING)
        elif self.cuts:
            message = "text beyond column 72 is cut off, as the compiler does"
            self._report(OVERRUN, message, where, _HINT_CUT, Severity.WARNING)
        else:
            message = "text goes beyond column 72, where fixed format ends"
            self._report(OVERRUN, message, where, _HINT_BEYOND)

    def _end(self, row: Row, start: int) -> int:
        """The end of the program text: at the margin, before `*>` and trailing blanks.

        It is behind the margin where the entry is whole only with what stands there.
        """
        belongs = self.beyond.get(row.line.number - 1) is Beyond.CODE and not self.cuts
        area = row.text if belongs else row.text[: self._right()]
        return max(len(area[: comment_start(area, start)].rstrip(" ")), start)

    def _checked(self, row: Row, start: int, end: int) -> Row:
        """The row, its odd characters reported and taken for blanks."""
        code = row.text[start:end]
        if code.isascii() and code.isprintable():
            return row
        found = tuple(odd_characters(row, start, end, self.decoded))
        self.problems += found
        if found:
            return row._replace(text=without_odd(row.text))
        self._check_encoding(row)
        return row

    def _check_encoding(self, row: Row) -> None:
        """Say once that the characters of comments and literals are a guess."""
        if not self.decoded.guessed or self._warned_of_encoding or row.text.isascii():
            return
        self._warned_of_encoding = True
        encoding = self.decoded.encoding
        index = next(i for i, character in enumerate(row.text) if not character.isascii())
        message = f"the file is not UTF-8; its comments and literals were read as {encoding}"
        hint = f"convert it: iconv -f {encoding} -t UTF-8"
        self._report("CPY104", message, row.at(index), hint, Severity.WARNING)

    def _close(self, held: Held) -> Piece:
        if not (held.inside or "'" in held.piece.text or '"' in held.piece.text):
            return held.piece
        hint = "" if self.name == "free" else _HINT_CONTINUE
        closed, problem = closed_literal(held, hint)
        self.problems += [problem] if problem else []
        return closed


def _is_shifted(text: str) -> bool:
    """Whether an entry stands in the sequence number area, and none where it belongs."""
    return bool(_SHIFTED.match(text, 0, COLUMN_72)) and not IN_PLACE.match(text, 7)


_FEW_LINES = 10
_FEWEST_MIXED_UP = 3
_HINT_FREE = "give --source-format free, or leave the option out"
_HINT_SHIFT = (
    "fixed format has the indicator in column 7 and program text in columns 8-72; "
    "move the line, or give --source-format free if the file has no such columns"
)
_HINT_DIGIT = (
    "move the line to the right, give --source-format free if no line has an indicator, or "
    "accept level numbers in column 7 with --tolerate column-7-digit"
)
_HINT_ASTERISK = (
    "a comment has its asterisk in column 7; in column 1 it makes one for Micro Focus only"
)
_HINT_MIXED = (
    "level numbers before column 8 say free format, column 7 is an indicator in fixed format "
    "only: bring the file into one of the two, or give --source-format"
)
_HINT_BEYOND = (
    "if columns 73-80 are identification, say --source-format fixed (copybooks: format: fixed in "
    "job.yaml); if the line is longer on purpose, --source-format variable (format: variable)"
)
_HINT_CUT = "if the line is longer on purpose, say --source-format variable (format: variable)"
_HINT_CONTINUE = ", or continue it with - in column 7 of the next line"
