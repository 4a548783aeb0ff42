"""The files that --force names."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import GenerationFailed, Problem

if TYPE_CHECKING:
    from generator.output.manifest import Entry
    from generator.workspace import JobPlace


def forced_paths(
    place: JobPlace, given: tuple[str, ...], known: Mapping[str, Entry], new: Mapping[str, Entry]
) -> frozenset[str]:
    """Their paths below the output folder. A migration cannot be named: it is never rewritten."""
    every = {**known, **new}
    problems, paths = [], set()
    for name in given:
        path = next((one for one in _spellings(place, name) if one in every), None)
        if path is None:
            problems.append(_unknown(place, name, every))
        elif every[path].owner == "migration":
            problems.append(_migration(place, path))
        else:
            paths.add(path)
    if problems:
        raise GenerationFailed(problems)
    return frozenset(paths)


def _spellings(place: JobPlace, name: str) -> Iterator[str]:
    """The name from the job's folder, from the root and from the current directory."""
    yield Path(name).as_posix()
    for given in (place.root / name, Path(name)):
        yield os.path.relpath(given, place.output).replace(os.sep, "/")


def _unknown(place: JobPlace, name: str, every: Mapping[str, Entry]) -> Problem:
    close = difflib.get_close_matches(Path(name).as_posix(), sorted(every), n=1)
    return Problem(
        code="GEN615",
        message=f"--force {name}: not a generated file of {place.name}",
        hint=f"did you mean {close[0]}?" if close else "name a file, not a folder",
    )


def _migration(place: JobPlace, path: str) -> Problem:
    return Problem(
        code="GEN632",
        message=f"--force {path}: a migration is never written again, because a database may have "
        "run it",
        hint="take the committed version back (git checkout), or delete the file: then cobrepo "
        f"generate {place.name} restores it where its text is known",
    )
