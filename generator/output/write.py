"""Putting files in place so that the tree is the old one or the new one, never a mixture.

All texts are first written beside their targets, and a journal says what is to become of them.
The journal's renaming is the point from which on the new tree holds: whoever is killed before it
has changed nothing, and what is killed after it is completed by the next run. A file that was
edited in between is left as it is.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.output.manifest import NAME, digest, is_safe, text_digest
from generator.output.tree import JOURNAL, STAGING, TEMPORARY
from generator.problems import GenerationFailed, Problem


@dataclass(frozen=True, slots=True)
class _Step:
    """What becomes of a file: the hash of its text before and after, None where there is none.

    `path` is from the output folder, with "..", where the file is not in it.
    """

    path: str
    before: str | None
    after: str | None


def apply(
    output: Path,
    texts: Mapping[str, str],
    removed: Iterable[str],
    manifest: str,
    beside: Mapping[Path, str] | None = None,
) -> None:
    """Write the texts, remove the stale files, record both; an I/O error is a problem.

    `beside` are files outside the folder. Call it with the job locked.
    """
    new = {output / path: text for path, text in texts.items()}
    new |= {**(beside or {}), output / NAME: manifest}
    *files, lock = (_step(output, target, text_digest(text)) for target, text in new.items())
    steps = (*files, *(_step(output, output / path, None) for path in removed), lock)
    try:
        _stage(output, new, steps)
        _complete(output, steps)
    except OSError as error:
        raise GenerationFailed([_failed(error, output)]) from error


def recover(output: Path, beside: Path) -> None:
    """Complete what a killed run began, or undo it; call it with the job locked.

    `beside` is the one folder outside the output in which files may be completed.
    """
    try:
        steps, made = _read(output / JOURNAL, output, beside)
        if _moved_on(output, steps):
            _discard(output, steps, made)
        else:
            _complete(output, steps, carefully=True)
        steps, made = _read(output / STAGING, output, beside)
        _discard(output, steps, made)
    except OSError as error:
        raise GenerationFailed([_failed(error, output)]) from error


def replace_text(path: Path, text: str) -> None:
    """One file of the user's anew; an I/O error leaves it as it was and is a problem."""
    try:
        _staged(path).unlink(missing_ok=True)
        _write(_staged(path), text)
        _staged(path).replace(path)
    except OSError as error:
        raise GenerationFailed([_failed(error, path)]) from error


def clean(output: Path, folders: Iterable[Path]) -> None:
    """Remove staged texts that no journal knows of; call it with the job locked."""
    for place in {output, *folders}:
        with contextlib.suppress(FileNotFoundError), os.scandir(place) as entries:
            leftovers = [entry.path for entry in entries if entry.name.endswith(TEMPORARY)]
            for leftover in leftovers:
                Path(leftover).unlink(missing_ok=True)


def _stage(output: Path, new: Mapping[Path, str], steps: tuple[_Step, ...]) -> None:
    """Write every text beside its target; on any error nothing of it is left."""
    made = _missing_folders(target.parent for target in new)
    try:
        output.mkdir(parents=True, exist_ok=True)
        shown = [_relative(output, folder) for folder in made]
        journal = {"form": 1, "made": shown, "steps": [asdict(step) for step in steps]}
        (output / STAGING).write_text(json.dumps(journal), "utf-8")
        for folder in made:
            folder.mkdir(exist_ok=True)
        for target, text in new.items():
            _write(_staged(target), text)
        (output / STAGING).replace(output / JOURNAL)
    except BaseException:
        with contextlib.suppress(OSError):
            _discard(output, steps, made)
        raise


def _complete(output: Path, steps: tuple[_Step, ...], *, carefully: bool = False) -> None:
    """Put everything in place; `carefully` spares what was edited since the journal was made."""
    for step in steps:
        target = _target(output, step)
        if carefully and _hash(target) != step.before:
            _staged(target).unlink(missing_ok=True)
        elif step.after is None:
            target.unlink(missing_ok=True)
            _prune(_normal(output), target.parent)
        elif not carefully or _staged(target).exists():
            _staged(target).replace(target)
    (output / JOURNAL).unlink(missing_ok=True)


def _discard(output: Path, steps: tuple[_Step, ...], made: Iterable[Path]) -> None:
    """Remove what was staged and the folders that were made for it and are still empty."""
    for step in steps:
        _staged(_target(output, step)).unlink(missing_ok=True)
    (output / JOURNAL).unlink(missing_ok=True)
    (output / STAGING).unlink(missing_ok=True)
    for folder in reversed(tuple(made)):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _moved_on(output: Path, steps: tuple[_Step, ...]) -> bool:
    """Whether the manifest or a file beside is another one now, as after a change of branches."""
    anchors = [step for step in steps if step.path == NAME or step.path.startswith("..")]
    return any(_hash(_target(output, step)) not in {step.before, step.after} for step in anchors)


def _read(journal: Path, output: Path, beside: Path) -> tuple[tuple[_Step, ...], tuple[Path, ...]]:
    """The steps and folders of a journal; none where it is cut, because nothing is staged then."""
    try:
        content = json.loads(journal.read_text("utf-8"))
        steps = tuple(_Step(**step) for step in content["steps"])
        made = tuple(_normal(output / folder) for folder in content["made"])
    except (FileNotFoundError, NotADirectoryError):
        return (), ()
    except (ValueError, KeyError, TypeError):
        journal.unlink(missing_ok=True)
        return (), ()
    here = _normal(output)
    return (
        tuple(step for step in steps if _is_ours(output, beside, step)),
        tuple(f for f in made if f.is_relative_to(here) or here.is_relative_to(f)),
    )


def _is_ours(output: Path, beside: Path, step: _Step) -> bool:
    """Whether a step stays where this job may write, whoever wrote the journal."""
    return (
        step.path == NAME or is_safe(step.path) or _target(output, step).parent == _normal(beside)
    )


def _step(output: Path, target: Path, after: str | None) -> _Step:
    return _Step(_relative(output, target), _hash(target), after)


def _relative(output: Path, place: Path) -> str:
    return os.path.relpath(place, output).replace(os.sep, "/")


def _target(output: Path, step: _Step) -> Path:
    """Without ".." in it: python/ may be a link."""
    return _normal(output / step.path)


def _normal(path: Path) -> Path:
    return Path(os.path.normpath(path))


def _hash(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _staged(target: Path) -> Path:
    return target.with_name(f".{target.name}{TEMPORARY}")


def _write(path: Path, text: str) -> None:
    with path.open("xb") as file:
        file.write(text.encode())


def _missing_folders(folders: Iterable[Path]) -> list[Path]:
    """The folders that are not there, each after the one that holds it."""
    missing: dict[Path, None] = {}
    for folder in dict.fromkeys(folders):
        chain = []
        while folder not in missing and not folder.is_dir():
            chain.append(folder)
            folder = folder.parent  # noqa: PLW2901 - the walk up
        missing |= dict.fromkeys(reversed(chain))
    return list(missing)


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
        hint="cure the cause (disk full, permissions) and run the command again; what was begun "
        "is completed then",
    )
