"""Generated jobs on disk, and their packages imported so that other tests can import others'."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.pipeline import render
from generator.sources import load_sources
from generator.workspace import JobPlace, package_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGES = ("repository", "record_io", "samples")


def write_output(root: Path, job: str, folder: Path | None = None) -> Path:
    """Write what is generated for a job of the workspace `root`, there or to another folder."""
    place = JobPlace(root, job, package_name(job))
    output = folder or root / "python" / place.package
    for file in render(load_sources(place)):
        path = output / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    return output


@contextmanager
def alone(*folders: Path) -> Iterator[None]:
    """Import what is in the folders and leave no trace."""
    kept = _taken()
    paths = [str(folder) for folder in folders]
    sys.path[:0] = paths
    try:
        yield
    finally:
        for path in paths:
            sys.path.remove(path)
        _taken()
        sys.modules.update(kept)


def _taken() -> dict[str, object]:
    """The modules of a job, which are taken away."""
    names = [name for name in sys.modules if name.partition(".")[0] in PACKAGES]
    return {name: sys.modules.pop(name) for name in names}
