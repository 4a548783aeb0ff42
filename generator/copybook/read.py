"""The whole way from a copybook's file to its field model, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from generator.copybook.copying.copy import Expander
from generator.copybook.copying.execs import LEFT_OUT
from generator.copybook.copying.replacing import Pairs, caller_replacements
from generator.copybook.copying.tags import UNREPLACED
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.entries.diagnose import NO_LEVEL, PROGRAM_CODES
from generator.copybook.entries.entry import constants
from generator.copybook.entries.parser import parse_entries
from generator.copybook.entries.program import (
    FILE_LEFT_OUT,
    Program,
    data_of,
    own_dialect,
    split_files,
    with_files,
)
from generator.copybook.fields import Copybook
from generator.copybook.layout.passes import lay_out
from generator.copybook.source.detect import FORMATS
from generator.copybook.source.foreign import FIRST_BYTES, foreign
from generator.copybook.source.reference_format import (
    COLUMNS,
    Source,
    read_source,
    source_from_bytes,
)
from generator.copybook.source.text import join
from generator.problems import GenerationFailed, Location, Problem, has_errors

_FEW_LINES = 10
_FEWEST_WITHOUT_LEVEL = 4
_NOT_COPIED = ("CPY201", "CPY202", "CPY203", "CPY205", "CPY207", UNREPLACED)
_GARBLED = ("CPY103", "CPY109", "CPY112")
"""Codes of a literal without its end, and of a character that program text cannot have."""
_LOST = {*COLUMNS, *_GARBLED, *_NOT_COPIED, NO_LEVEL} - {UNREPLACED}
"""Codes that say that items may be missing which the file means to have."""
_FOLLOW_UPS = ("CPY503", "CPY514", "CPY528")
"""Codes of what is missing when items are: the redefined item, those of a group, a counter."""
_NO_INDICATOR = "CPY105"
_SAID_ONCE = (*COLUMNS, "CPY110", "CPY112", "CPY118")
_OF_THE_LINE = (*_GARBLED, *_NOT_COPIED, "CPY118")
"""Codes that only follow where the columns of the line are wrong."""


def parse_copybook(
    path: str | Path,
    *,
    source_format: str = "auto",
    libraries: Sequence[str | Path] = (),
    replacing: Pairs = (),
    dialect: Dialect = IBM,
) -> Copybook:
    """Read a copybook and the members that it copies; raises GenerationFailed with all errors.

    `libraries` are folders in which COPY looks after the copybook's own folder. `replacing` are
    pairs (old, new) or "OLD=NEW", applied to the whole text as COPY REPLACING would be.
    `dialect` is what the text leaves open.
    """
    name = Path(path).as_posix()

    def read(dialect: Dialect) -> Source:
        return read_source(name, source_format, dialect=dialect)

    try:
        return _understand(read, source_format, libraries, replacing, dialect)
    except GenerationFailed as failure:
        known = foreign(_first_bytes(name), name)
        if known is None:
            raise
        raise GenerationFailed([known]) from failure


def parse_bytes(
    data: bytes,
    name: str = "COPYBOOK.cpy",
    source_format: str = "auto",
    dialect: Dialect = IBM,
) -> Copybook:
    """Parse a copybook that is in memory, as `parse_copybook` does with a file."""

    def read(dialect: Dialect) -> Source:
        return source_from_bytes(data, name, source_format, dialect=dialect)

    return _understand(read, source_format, (), (), dialect)


def _first_bytes(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(FIRST_BYTES)
    except OSError:
        return b""


def _understand(
    read: Callable[[Dialect], Source],
    source_format: str,
    libraries: Sequence[str | Path],
    replacing: Pairs,
    dialect: Dialect,
) -> Copybook:
    if source_format not in FORMATS:
        message = f"{source_format!r} is no source format"
        raise GenerationFailed([Problem("CPY115", message, hint=f"one of {', '.join(FORMATS)}")])
    source, program, dialect = _program(read, dialect)
    folders = [Path(folder).as_posix() for folder in libraries]
    expander = Expander(folders, source_format, dialect)
    expanded = expander.expand(source.path, program.text, caller_replacements(replacing))
    split = split_files(expanded.text, dialect)
    entries, syntax = parse_entries(split.text, dialect)
    records, findings = lay_out(entries, Path(source.path).stem.upper(), dialect)
    own = [each for each in source.problems if program.concerns(each.location, source.path)]
    reading = (*own, *program.problems, *expanded.problems, *split.problems)
    reading = _of_right_columns(reading)
    problems = _in_order((*reading, *_apart_from(reading, (*syntax, *findings))), source.path)
    if not entries and any(problem.code in PROGRAM_CODES for problem in syntax):
        problems = _in_order(syntax, source.path)
    if not entries and not has_errors(problems):
        problems.append(_nothing(problems, source.path))
    if has_errors(problems):
        raise GenerationFailed(problems)
    return Copybook(
        path=source.path,
        source_format=source.format.name,
        records=with_files(records, entries, split, dialect),
        problems=tuple(problems),
        members=expanded.members,
        constants=constants(entries),
    )


def _program(
    read: Callable[[Dialect], Source], dialect: Dialect
) -> tuple[Source, Program, Dialect]:
    """The source, its data if it is a program, and the dialect that the program itself names."""
    source = read(dialect)
    text = join(source.pieces)
    if not dialect.program:
        return source, Program(text), dialect
    program = data_of(text)
    named = own_dialect(program.environment, dialect)
    if named.debugging != dialect.debugging:
        source = read(named)
        program = data_of(join(source.pieces))
    return source, program, named


def _nothing(problems: Sequence[Problem], path: str) -> Problem:
    """The file has no entries; it may hold nothing but what was left out."""
    message = "no data description entry in this file"
    hint = "give the copybook that describes the record"
    left_out = next((each for each in problems if each.code in (LEFT_OUT, FILE_LEFT_OUT)), None)
    if left_out is None or left_out.location is None:
        return Problem("CPY313", message, Location(path, 1), hint)
    message += f", only {left_out.message.partition(' is left out')[0]}"
    if left_out.code == LEFT_OUT:
        hint = "it describes no record; that of a table is the 01 which DCLGEN writes behind it"
    return Problem("CPY313", message, left_out.location, hint)


def _apart_from(reading: Sequence[Problem], others: Sequence[Problem]) -> list[Problem]:
    """Problems that do not only follow from those of the reading.

    Of a line of which it is not known where it begins or ends, or whose COPY was not carried out,
    nothing more is said; nor that an item is missing, when text is missing. A placeholder
    that was reported before is not reported again.
    """
    codes = {problem.code for problem in (*reading, *others) if has_errors([problem])}
    unsure = _lines_with(reading, (*COLUMNS, *_GARBLED, *_NOT_COPIED))
    silent = set(_FOLLOW_UPS) if codes & _LOST else set()
    silent |= {problem.code for problem in reading} & {UNREPLACED}
    return [each for each in others if each.code not in silent and _line(each) not in unsure]


def _of_right_columns(reading: Sequence[Problem]) -> tuple[Problem, ...]:
    """Without what only follows from the wrong columns of a line."""
    unsure = _lines_with(reading, COLUMNS)
    if not unsure:
        return tuple(reading)
    return tuple(p for p in reading if p.code not in _OF_THE_LINE or _line(p) not in unsure)


def _lines_with(problems: Sequence[Problem], codes: Collection[str]) -> set[tuple[str, int]]:
    """Path and line of the errors with one of the codes."""
    return {
        (each.location.path, each.location.line)
        for each in problems
        if each.location and each.code in codes and has_errors([each])
    }


def _line(problem: Problem) -> tuple[str, int] | None:
    return (problem.location.path, problem.location.line) if problem.location else None


def _in_order(problems: Sequence[Problem], path: str) -> list[Problem]:
    """By place, the copybook itself first; a placeholder or a margin is reported once."""
    seen: dict[tuple[str, str, object], Problem] = {}
    lines: dict[tuple[str, str, object], list[int]] = {}
    for problem in problems:
        place: object = None if problem.code == "CPY204" else problem.location
        said = problem.message
        if problem.code in _SAID_ONCE and problem.location:
            place = problem.location.path
            said = problem.hint or said if problem.code == _NO_INDICATOR else said
            lines.setdefault((problem.code, said, place), []).append(problem.location.line)
        seen.setdefault((problem.code, said, place), problem)
    for key, found in lines.items():
        if len(found) > 1:
            seen[key] = replace(seen[key], notes=(*seen[key].notes, _also_on(found[1:])))

    def order(problem: Problem) -> tuple[bool, str, int, int]:
        place = problem.location or Location(path, 0)
        return place.path != path, place.path, place.line, place.column

    return sorted(_few_without_level(list(seen.values())), key=order)


def _few_without_level(problems: list[Problem]) -> list[Problem]:
    """One problem for a text in which hardly a line is an entry."""
    found = [each for each in problems if each.code == NO_LEVEL]
    places = [each.location for each in found if each.location]
    if len(found) < _FEWEST_WITHOUT_LEVEL or len({place.path for place in places}) > 1:
        return problems
    lines = [place.line for place in places[1:]]
    told = replace(found[0], notes=(*found[0].notes, _also_on(lines)))
    return [*(each for each in problems if each.code != NO_LEVEL), told]


def _also_on(lines: Sequence[int]) -> str:
    shown = ", ".join(str(line) for line in lines[:_FEW_LINES])
    more = len(lines) - _FEW_LINES
    return f"also on lines: {shown}" + (f" and {more} more" if more > 0 else "")
