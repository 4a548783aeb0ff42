"""The generated layer of the job FAULTS, as it is or with something broken in it."""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.pipeline import render
from generator.sources import load_sources
from generator.workspace import JobPlace, package_name

from .server import Driver

JOB = Path(__file__).parent / "jobs" / "FAULTS"
_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Layer:
    """A package of the repository layer, imported under a name of its own."""

    package: ModuleType
    name: str

    def __getattr__(self, name: str) -> Any:
        """A module of the package."""
        return importlib.import_module(f"{self.name}.{name}")

    def row_types(self) -> dict[str, type[Any]]:
        """The row classes by their final table."""
        return {row_type.ENTITY.final: row_type for row_type in self.records.ROWS}


def write_job(root: Path) -> Path:
    """Generate the job below `root`; its folder."""
    shutil.copytree(JOB, root / "source" / "jobs" / JOB.name)
    package = package_name(JOB.name)
    folder = root / "python" / package
    for file in render(load_sources(JobPlace(root, JOB.name, package))):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    return folder


def load_layer(folder: Path) -> Layer:
    """Import the layer below a job's folder, apart from any other; its driver fails as planned."""
    name = f"layer_{next(_NUMBERS)}"
    place = folder / "src" / "repository"
    spec = importlib.util.spec_from_file_location(
        name, place / "__init__.py", submodule_search_locations=[str(place)]
    )
    assert spec
    assert spec.loader
    package = importlib.util.module_from_spec(spec)
    sys.modules[name] = package
    spec.loader.exec_module(package)
    layer = Layer(package, name)
    layer.connection_factory.sqlite3 = Driver("sqlite3")
    layer.db_writer._POLL_SECONDS = 0.005  # noqa: SLF001 - thousands of runs wait for it
    return layer


def broken_layer(folder: Path, copy: Path, changes: Iterable[tuple[str, str, str]]) -> Layer:
    """The layer with patterns of its files replaced: (file, pattern, what stands there then)."""
    shutil.copytree(folder / "src", copy / "src")
    for file, cure, without in changes:
        path = copy / "src" / "repository" / file
        text, found = re.subn(cure, without, path.read_text("utf-8"))
        assert found, f"{file} has no {cure!r} any more: this test must follow it"
        path.write_text(text, "utf-8")
    return load_layer(copy)
