"""The generated layer of the job FAULTS, as it is or with something broken in it."""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.jobs import write_output

from .server import Driver, TornFile

JOB = Path(__file__).parent / "jobs" / "FAULTS"
PACKAGES = ("repository", "record_io", "faults_job")
PROGRAM = (*PACKAGES, "record_io.source", "faults_job.load")
PIECE = 2000
_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Layer:
    """A package of the repository layer, imported under a name of its own.

    With `modules` it is the whole job, under its own names, which are taken while it is active.
    """

    package: ModuleType
    name: str
    modules: dict[str, ModuleType] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """A module of the package."""
        full = f"{self.name}.{name}"
        return self.modules.get(full) or importlib.import_module(full)

    @contextmanager
    def active(self) -> Iterator[None]:
        """A block in which the job's modules can be imported."""
        sys.modules.update(self.modules)
        try:
            yield
        finally:
            for name in self.modules:
                sys.modules.pop(name, None)

    def row_types(self) -> dict[str, type[Any]]:
        """The row classes by their final table."""
        return {row_type.ENTITY.final: row_type for row_type in self.records.ROWS}


def write_job(root: Path) -> Path:
    """Generate the job below `root`; its folder."""
    shutil.copytree(JOB, root / "source" / "jobs" / JOB.name)
    return write_output(root, JOB.name)


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
    return _failing(Layer(package, name))


def load_program(folder: Path) -> Layer:
    """Import the whole job; its files are read in small pieces, which fail as planned too."""
    sys.path.insert(0, str(folder / "src"))
    try:
        for module in PROGRAM:
            importlib.import_module(module)
    finally:
        sys.path.remove(str(folder / "src"))
    names = [name for name in sys.modules if name.partition(".")[0] in PACKAGES]
    modules = {name: sys.modules.pop(name) for name in names}
    source: Any = modules["record_io.source"]
    source.HEAD, source.CHUNK = PIECE, PIECE
    opened = source._open  # noqa: SLF001 - where a file is opened
    source._open = lambda path: TornFile(opened(path), path)  # noqa: SLF001
    return _failing(Layer(modules["repository"], "repository", modules))


def _failing(layer: Layer) -> Layer:
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
