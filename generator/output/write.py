"""Putting files in place so that a reader sees the old text or the new one, never half of one.

All texts are first written beside their targets, then renamed over them, then stale files go, and
the manifest is renamed last. An error while writing leaves everything as it was. A process that
is killed between two renames leaves its staged manifest behind, by which the next run knows the
texts that are already new as ours.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.output.manifest import NAME, Manifest, load
from generator.output.tree import TEMPORARY
from generator.problems import GenerationFailed, Problem


def interrupted(output: Path) -> Manifest | None:
    """The manifest that an interrupted run had staged, if there was one that can be read."""
    try:
        return load(_staged(output / NAME))
    except GenerationFailed:
        return None


def apply(
    output: Path,
    texts: Mapping[str, str],
    removed: Iterable[str],
    manifest: str,
    beside: Mapping[Path, str] | None = None,
) -> None:
    """Write the texts, remove the stale files, record both; an I/O error is a problem.

    `beside` are files outside the folder; they are renamed into place after those in it.
    """
    made: list[Path] = []
    staged: list[Path] = []
    new = {
        **{output / path: text for path, text in texts.items()},
        **(beside or {}),
        output / NAME: manifest,
    }
    try:
        for folder in dict.fromkeys(target.parent for target in new):
            _make_folders(folder, made)
        for target, text in new.items():
            staged.append(_staged(target))
            _write(staged[-1], text)
        *files, lock = staged
        for temporary, target in zip(files, new, strict=False):
            temporary.replace(target)
        for path in removed:
            (output / path).unlink(missing_ok=True)
            _prune(output, (output / path).parent)
        lock.replace(output / NAME)
    except OSError as error:
        _undo(staged, made)
        raise GenerationFailed([_failed(error, output)]) from error
    except BaseException:
        _undo(staged, made)
        raise


def clean(output: Path, folders: Iterable[Path]) -> None:
    """Remove what a killed run staged and did not rename; call it with the job locked."""
    for place in {output, *folders}:
        with contextlib.suppress(FileNotFoundError), os.scandir(place) as entries:
            leftovers = [entry.path for entry in entries if entry.name.endswith(TEMPORARY)]
            for leftover in leftovers:
                Path(leftover).unlink(missing_ok=True)


def _staged(target: Path) -> Path:
    return target.with_name(f".{target.name}{TEMPORARY}")


def _write(path: Path, text: str) -> None:
    with path.open("xb") as file:
        file.write(text.encode())


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        made.append(place)


def _undo(staged: list[Path], made: list[Path]) -> None:
    """Remove what is staged and the folders that are still empty.

    The staged manifest stays when a file was already renamed: it tells the next run which.
    """
    *files, lock = staged or [Path()]
    begun = bool(files) and lock.name == f".{NAME}{TEMPORARY}" and not files[0].exists()
    for temporary in files if begun else staged:
        _quietly(temporary.unlink)
    for place in reversed(made):
        _quietly(place.rmdir)


def _quietly(action: object) -> None:
    try:
        action()  # type: ignore[operator]
    except OSError:
        return


def _prune(output: Path, folder: Path) -> None:
    """Remove the folders that the removal has emptied, never the job's own."""
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _failed(error: OSError, output: Path) -> Problem:
    place = error.filename2 or error.filename or output
    return Problem(
        code="GEN614",
        message=f"writing {Path(os.fsdecode(place)).as_posix()} failed: {error.strerror or error}",
        hint="cure the cause (disk full, permissions) and run the command again; files that were "
        "already in place are recognised",
    )
