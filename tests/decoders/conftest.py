"""Jobs whose records hold an item of every kind, each in several encodings, and their modules."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.workspace import JobPlace
from tests.jobs import alone, write_output

BOOKS = Path(__file__).parent / "books"
OTHERWISE = (
    "binary: little, floats: ieee, national: little, text: {low_values: reject}, "
    "numbers: {spaces: zero, low_values: zero, high_values: zero}"
)
# By name: the copybook, and what its file is like.
JOBS = {
    "EBCDIC": ("ODDS", "{}"),
    "EURO": ("ODDS", "{encoding: cp1140}"),
    "GAPS": ("ODDS", "{encoding: cp424}"),
    "PACKAGE": ("ODDS", "{encoding: cp1141, text: {high_values: keep}}"),
    "ASCII": ("ODDS", f"{{encoding: ascii, signs: ascii, {OTHERWISE}}}"),
    "WINDOWS": ("ODDS", "{encoding: cp1252, signs: ebcdic, floats: ieee}"),
    "JAPAN": ("ODDS", "{encoding: cp939, text: {high_values: keep}}"),
    "TABLES": ("ODO", "{}"),
    "WIDEST": ("ODO", "{odo: maximum, format: fixed}"),
}
NAMES = tuple(JOBS)


class Modules(SimpleNamespace):
    """The modules of a job's record_io by name, and `folder`, where the job is."""

    def __repr__(self) -> str:
        return f"Modules({self.folder})"


def generated(name: str, root: Path) -> Path:
    """A job of that name below `root`."""
    book, file = JOBS[name]
    place = JobPlace(root, name, name.lower())
    place.copybooks.mkdir(parents=True)
    text = (BOOKS / f"{book}.cpy").read_text("utf-8")
    (place.copybooks / f"{name}.cpy").write_text(text, "utf-8")
    rules = (BOOKS / f"{book}.yaml").read_text("utf-8")
    place.config.write_text(f"version: 1\njob: {name}\ninput: {file}\n{rules}", "utf-8")
    return write_output(root, name)


def imported(folder: Path) -> Modules:
    """The modules of a job."""
    with alone(folder / "src", folder / "tests"):
        names = [path.stem for path in sorted((folder / "src" / "record_io").glob("[a-z]*.py"))]
        modules = {name: importlib.import_module(f"record_io.{name}") for name in names}
        modules["records"] = importlib.import_module("repository.records")
        modules["values"] = importlib.import_module("repository.values")
    return Modules(folder=folder, **modules)


@pytest.fixture(scope="session")
def job(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Modules]:
    """A job by name, generated once."""
    made: dict[str, Modules] = {}

    def find(name: str) -> Modules:
        if name not in made:
            made[name] = imported(generated(name, tmp_path_factory.mktemp(name.lower())))
        return made[name]

    return find


@pytest.fixture(scope="session")
def io(job: Callable[[str], Modules]) -> Modules:
    """The modules that are the same in every job."""
    return job("EBCDIC")
