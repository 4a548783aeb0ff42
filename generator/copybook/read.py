"""The whole way from a copybook's file to its field model, on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.copybook.copy import Expander
from generator.copybook.detect import FORMATS
from generator.copybook.fields import Copybook
from generator.copybook.layout import lay_out
from generator.copybook.parser import parse_entries
from generator.copybook.replacing import caller_replacements
from generator.copybook.source import Source, read_source, source_from_bytes
from generator.problems import GenerationFailed, Location, Problem, has_errors


def parse_copybook(
    path: str | Path,
    *,
    source_format: str = "auto",
    libraries: Sequence[str | Path] = (),
    replacing: Sequence[str | tuple[str, str]] = (),
) -> Copybook:
    """Read a copybook and the members that it copies; raises GenerationFailed with all errors.

    `libraries` are folders in which COPY looks after the copybook's own folder. `replacing` are
    pairs (old, new) or "OLD=NEW", applied to the whole text as COPY REPLACING would be.
    """
    name = Path(path).as_posix()
    if source_format not in FORMATS:
        message = f"{source_format!r} is no source format"
        raise GenerationFailed([Problem("CPY115", message, hint=f"one of {', '.join(FORMATS)}")])
    source = read_source(name, source_format)
    return _understand(source, source_format, libraries, replacing)


def parse_bytes(data: bytes, name: str = "COPYBOOK.cpy", source_format: str = "auto") -> Copybook:
    """Parse a copybook that is in memory, as `parse_copybook` does with a file."""
    return _understand(source_from_bytes(data, name, source_format), source_format, (), ())


def _understand(
    source: Source,
    source_format: str,
    libraries: Sequence[str | Path],
    replacing: Sequence[str | tuple[str, str]],
) -> Copybook:
    expander = Expander([Path(folder).as_posix() for folder in libraries], source_format)
    expanded = expander.expand(source, caller_replacements(replacing))
    entries, syntax = parse_entries(expanded.text)
    records, findings = lay_out(entries, Path(source.path).stem.upper())
    problems = _in_order((*source.problems, *expanded.problems, *syntax, *findings), source.path)
    if not entries and not has_errors(problems):
        message = "no data description entry in this file"
        problems.append(Problem("CPY313", message, Location(source.path, 1)))
    if has_errors(problems):
        raise GenerationFailed(problems)
    return Copybook(source.path, source.format.name, records, tuple(problems), expanded.members)


def _in_order(problems: Sequence[Problem], path: str) -> list[Problem]:
    """By place, the copybook itself first; a placeholder is reported once."""
    seen: dict[tuple[str, str, Location | None], Problem] = {}
    for problem in problems:
        place = None if problem.code == "CPY204" else problem.location
        seen.setdefault((problem.code, problem.message, place), problem)

    def order(problem: Problem) -> tuple[bool, str, int, int]:
        place = problem.location or Location(path, 0)
        return place.path != path, place.path, place.line, place.column

    return sorted(seen.values(), key=order)
