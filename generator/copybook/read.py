"""The whole way from a copybook's file to its field model, on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.copybook.copy import Expander
from generator.copybook.detect import FORMATS
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.fields import Copybook
from generator.copybook.layout import lay_out
from generator.copybook.parser import parse_entries
from generator.copybook.replacing import caller_replacements
from generator.copybook.source import OVERRUN, Source, read_source, source_from_bytes
from generator.problems import GenerationFailed, Location, Problem, has_errors

_FEW_LINES = 10


def parse_copybook(
    path: str | Path,
    *,
    source_format: str = "auto",
    libraries: Sequence[str | Path] = (),
    replacing: Sequence[str | tuple[str, str]] = (),
    dialect: Dialect = IBM,
) -> Copybook:
    """Read a copybook and the members that it copies; raises GenerationFailed with all errors.

    `libraries` are folders in which COPY looks after the copybook's own folder. `replacing` are
    pairs (old, new) or "OLD=NEW", applied to the whole text as COPY REPLACING would be.
    `dialect` is what the text leaves open.
    """
    name = Path(path).as_posix()
    if source_format not in FORMATS:
        message = f"{source_format!r} is no source format"
        raise GenerationFailed([Problem("CPY115", message, hint=f"one of {', '.join(FORMATS)}")])
    source = read_source(name, source_format, dialect=dialect)
    return _understand(source, source_format, libraries, replacing, dialect)


def parse_bytes(
    data: bytes,
    name: str = "COPYBOOK.cpy",
    source_format: str = "auto",
    dialect: Dialect = IBM,
) -> Copybook:
    """Parse a copybook that is in memory, as `parse_copybook` does with a file."""
    source = source_from_bytes(data, name, source_format, dialect=dialect)
    return _understand(source, source_format, (), (), dialect)


def _understand(
    source: Source,
    source_format: str,
    libraries: Sequence[str | Path],
    replacing: Sequence[str | tuple[str, str]],
    dialect: Dialect,
) -> Copybook:
    folders = [Path(folder).as_posix() for folder in libraries]
    expander = Expander(folders, source_format, dialect)
    expanded = expander.expand(source, caller_replacements(replacing))
    entries, syntax = parse_entries(expanded.text, dialect)
    records, findings = lay_out(entries, Path(source.path).stem.upper(), dialect)
    reading = (*source.problems, *expanded.problems)
    problems = _in_order((*reading, *_apart_from(reading, (*syntax, *findings))), source.path)
    if not entries and not has_errors(problems):
        message = "no data description entry in this file"
        problems.append(Problem("CPY313", message, Location(source.path, 1)))
    if has_errors(problems):
        raise GenerationFailed(problems)
    return Copybook(source.path, source.format.name, records, tuple(problems), expanded.members)


def _apart_from(reading: Sequence[Problem], others: Sequence[Problem]) -> list[Problem]:
    """Problems of other lines than those of which it is not known where they end."""
    unsure = {
        (problem.location.path, problem.location.line)
        for problem in reading
        if problem.code == OVERRUN and problem.location and has_errors([problem])
    }
    return [
        problem
        for problem in others
        if problem.location is None or (problem.location.path, problem.location.line) not in unsure
    ]


def _in_order(problems: Sequence[Problem], path: str) -> list[Problem]:
    """By place, the copybook itself first; a placeholder or a margin is reported once."""
    seen: dict[tuple[str, str, object], Problem] = {}
    lines: dict[tuple[str, str, object], list[int]] = {}
    for problem in problems:
        place: object = None if problem.code == "CPY204" else problem.location
        if problem.code == OVERRUN and problem.location:
            place = problem.location.path
            lines.setdefault((problem.code, problem.message, place), []).append(
                problem.location.line
            )
        seen.setdefault((problem.code, problem.message, place), problem)
    for key, found in lines.items():
        if len(found) > 1:
            seen[key] = replace(seen[key], notes=(_also_on(found[1:]),))

    def order(problem: Problem) -> tuple[bool, str, int, int]:
        place = problem.location or Location(path, 0)
        return place.path != path, place.path, place.line, place.column

    return sorted(seen.values(), key=order)


def _also_on(lines: Sequence[int]) -> str:
    shown = ", ".join(str(line) for line in lines[:_FEW_LINES])
    more = len(lines) - _FEW_LINES
    return f"also on lines: {shown}" + (f" and {more} more" if more > 0 else "")
