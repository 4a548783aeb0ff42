"""What a job's output depends on, as hashes: job.yaml, copybooks, glossary, templates, generator.

Standard library only: this is how an unchanged job is recognised without parsing anything.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from generator import __version__
from generator.output.manifest import Inputs, digest
from generator.render.templates import TEMPLATES
from generator.workspace import JobPlace, copybook_files

PACKAGE = Path(__file__).parents[1]


@cache
def templates_hash() -> str:
    """Hash of the template set: names and texts."""
    return _tree_hash(TEMPLATES, ".j2")


@cache
def program_mark() -> str:
    """What tells this generator, as it is installed here, from any other, without reading it.

    Sizes and times of its files: a changed generator never trusts the stamp of another one.
    """
    marks = [__version__, str(PACKAGE)]
    for root in (PACKAGE, TEMPLATES):
        for path in _files(str(root), (".py", ".lark", ".j2")):
            state = os.stat(path)  # noqa: PTH116 - many small files on the fast path
            marks.append(f"{path} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}")
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def inputs(
    place: JobPlace, files: Iterable[Path], pending: Mapping[Path, str] | None = None
) -> Inputs:
    """Hashes of the input files, recorded in the manifest; `pending` are about to be written."""
    hashes = {place.shown(path): digest(path.read_bytes()) for path in files}
    hashes |= {place.shown(path): digest(text.encode()) for path, text in (pending or {}).items()}
    return Inputs(__version__, templates_hash(), dict(sorted(hashes.items())))


def listing(place: JobPlace, libraries: Iterable[str]) -> str:
    """Hash of the names in the copybook folder and the libraries, libraries from the root.

    A member that appears there can change what is generated although no known file changed.
    """
    names = [path.name for path in copybook_files(place.copybooks)]
    names += [place.defaults.name] if place.defaults.is_file() else []
    for library in libraries:
        try:
            names += [library, *sorted(entry.name for entry in (place.root / library).iterdir())]
        except OSError:
            names.append(f"{library}: not there")
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _tree_hash(root: Path, suffixes: str | tuple[str, ...]) -> str:
    total = hashlib.sha256()
    for path in _files(str(root), suffixes):
        with open(path, "rb") as file:  # noqa: PTH123 - many small files on the fast path
            total.update(f"{os.path.relpath(path, root)}\n{digest(file.read())}\n".encode())
    return total.hexdigest()


def _files(root: str, suffixes: str | tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in {"__pycache__", "_templates"}]
        found += [f"{folder}/{name}" for name in names if name.endswith(suffixes)]
    return sorted(found)
