"""The job's output folder as it is: hashes of the files there, and whether we may write them.

Everything is checked before the first byte is written: a path that leaves the folder, a symbolic
link on the way, a folder where a file belongs, a place where the user may not write.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.output.manifest import digest, is_safe
from generator.problems import GenerationFailed, Problem

TEMPORARY = ".cobrepo-tmp"
STAGING = ".cobrepo-staging.json"  # texts are being written beside their targets
JOURNAL = ".cobrepo-journal.json"  # all are there, and are being put in place
YOURS = "your edit"
_CONFLICT = f"<<<<<<< {YOURS}"


def interrupted(output: Path) -> bool:
    """Whether a run is writing, or was killed while it was."""
    return (output / JOURNAL).exists() or (output / STAGING).exists()


def has_conflicts(text: str) -> bool:
    """Whether marks of an earlier merge are still in the text."""
    return any(line.rstrip() == _CONFLICT for line in text.splitlines())


def read_hashes(output: Path, paths: Iterable[str]) -> dict[str, str]:
    """Hash of each of the paths that is a file; every obstacle is reported."""
    problems, hashes = [], {}
    for path in paths:
        try:
            hashes[path] = digest((output / path).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            problems.append(_unreadable(output / path, error))
    if problems:
        raise GenerationFailed(problems)
    return hashes


def same_hashes(output: Path, hashes: Iterable[tuple[str, str]]) -> bool:
    """Whether every file is there with its hash; stops at the first that is not."""
    try:
        return all(digest((output / path).read_bytes()) == wanted for path, wanted in hashes)
    except OSError:
        return False


def read_text(output: Path, path: str) -> str:
    """A file's text for a diff, with LF line ends; bytes that are not UTF-8 are replaced."""
    try:
        return (output / path).read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def require_safe_paths(paths: Iterable[str]) -> None:
    """Refuse a path that would leave the job's folder, as a name in job.yaml could make one."""
    problems = [
        Problem(
            code="GEN611",
            message=f"{path!r} would not be a file below the job's folder",
            hint="a table or job name makes this path: give it a plain name in job.yaml",
        )
        for path in paths
        if not is_safe(path)
    ]
    if problems:
        raise GenerationFailed(problems)


def require_writable(root: Path, output: Path, paths: Iterable[str]) -> None:
    """Refuse to start when one of the files could not be written; looks and changes nothing."""
    problems: list[Problem] = []
    outside = _outside(root, output)
    if outside is not None:
        raise GenerationFailed([outside])
    folders: set[Path] = set()
    for path in paths:
        target = output / path
        folders.add(target.parent)
        if target.is_symlink():
            problems.append(_link(target))
        elif target.is_dir():
            problems.append(_in_the_way(target, "a folder is where a file belongs"))
    for folder in sorted(folders):
        problem = _folder_problem(output, folder)
        if problem is not None and problem not in problems:
            problems.append(problem)
    if problems:
        raise GenerationFailed(problems)


def _outside(root: Path, output: Path) -> Problem | None:
    """python/ may be a link, but not one that leads out of the root."""
    for place in (output.parent, output):
        if place.is_symlink() and not place.resolve().is_relative_to(root.resolve()):
            return _link(place)
    return _link(output) if output.is_symlink() else None


def _folder_problem(output: Path, folder: Path) -> Problem | None:
    """The first thing on the way down to the folder that keeps us from writing in it."""
    below = folder.relative_to(output).parts
    chain = [output.parent.parent, output.parent, output]
    chain += [output.joinpath(*below[: depth + 1]) for depth in range(len(below))]
    last: Path | None = None
    for place in chain:
        try:
            mode = place.stat().st_mode
        except FileNotFoundError:
            if place.is_symlink():
                return _link(place)
            break
        except OSError as error:
            return _unreadable(place, error)
        if place.is_symlink() and place not in chain[:2]:
            return _link(place)
        if not stat.S_ISDIR(mode):
            return _in_the_way(place, "a file is where a folder belongs")
        last = place
    if last is None:
        return _in_the_way(chain[0], "there is no such folder")
    return None if os.access(last, os.W_OK | os.X_OK) else _not_writable(last)


def _unreadable(place: Path, error: OSError) -> Problem:
    if isinstance(error, IsADirectoryError):
        return _in_the_way(place, "a folder is where a file belongs")
    return Problem(
        code="GEN613",
        message=f"{place.as_posix()} cannot be read: {error.strerror or error}",
        hint="check its permissions",
    )


def _not_writable(place: Path) -> Problem:
    return Problem(
        code="GEN610",
        message=f"the output folder {place.as_posix()} is not writable",
        hint="give yourself write permission, or choose another root with --root",
    )


def _in_the_way(place: Path, what: str) -> Problem:
    return Problem(
        code="GEN610",
        message=f"{place.as_posix()} cannot be written: {what}",
        hint="move it away and run the command again",
    )


def _link(place: Path) -> Problem:
    return Problem(
        code="GEN611",
        message=f"{place.as_posix()} is a symbolic link; cobrepo writes only below its own folder",
        hint="replace the link by a real file or folder",
    )
