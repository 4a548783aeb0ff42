""".cobrepoignore: generated files that the user does not want written.

Patterns are those of gitignore (https://git-scm.com/docs/gitignore), from the folder of their
file: the root, or the job's output folder, whose patterns win. The only importer of pathspec, and
only where there is such a file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.output.manifest import digest
from generator.problems import GenerationFailed, Location, Problem

if TYPE_CHECKING:
    from generator.workspace import JobPlace

NAME = ".cobrepoignore"
Verdict = Callable[[str], bool | None]


def ignore_files(place: JobPlace) -> tuple[Path, ...]:
    """The files that are there, the nearer one last."""
    candidates = (place.root / NAME, place.output / NAME)
    return tuple(path for path in candidates if path.is_file())


def ignore_mark(place: JobPlace) -> str:
    """What tells the patterns from any others."""
    return " ".join(
        f"{place.shown(path)} {digest(path.read_bytes())}" for path in ignore_files(place)
    )


def ignored(place: JobPlace) -> Callable[[str], bool]:
    """Whether a path below the output folder is left out."""
    files = ignore_files(place)
    if not files:
        return lambda path: False  # noqa: ARG005 - nothing is
    outer = f"{place.output.relative_to(place.root).as_posix()}/"
    verdicts = [
        (_patterns(path), "" if path.parent == place.output else outer) for path in reversed(files)
    ]

    def is_ignored(path: str) -> bool:
        found = (verdict(f"{prefix}{path}") for verdict, prefix in verdicts)
        return next((one for one in found if one is not None), False)

    return is_ignored


def _patterns(path: Path) -> Verdict:
    """True: left out; False: a pattern with "!" brings it back; None: no pattern speaks of it."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - few trees have such a file

    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise GenerationFailed([_wrong(path, 1, f"it is not UTF-8: {error.reason}")]) from error
    problems = []
    for number, line in enumerate(lines, 1):
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            problems.append(_wrong(path, number, f"{line!r} is no pattern of gitignore"))
    if problems:
        raise GenerationFailed(problems)
    spec = GitIgnoreSpec.from_lines(lines)
    return lambda shown: spec.check_file(shown).include


def _wrong(path: Path, line: int, reason: str) -> Problem:
    return Problem(
        code="GEN619",
        message=f"the file cannot be used: {reason}",
        location=Location(path.as_posix(), line),
        hint="write patterns as for .gitignore",
    )
