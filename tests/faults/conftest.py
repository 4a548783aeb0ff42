"""The generated job under fault, written once a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .layers import Layer, load_layer, load_program, write_job
from .stage import make_template

BLOCKS = 70
BLOCKS_OF_PROGRAM = 40
SEEDS_OF_A_BLOCK = 30


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", type=int, help="carry out the plan of this seed alone")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seeds" in metafunc.fixturenames:
        seed = metafunc.config.getoption("--seed", None)
        count = BLOCKS_OF_PROGRAM if "program" in metafunc.fixturenames else BLOCKS
        blocks = [
            range(1 + block * SEEDS_OF_A_BLOCK, 1 + (block + 1) * SEEDS_OF_A_BLOCK)
            for block in range(count)
        ]
        chosen = blocks if seed is None else [range(seed, seed + 1)]
        metafunc.parametrize("seeds", chosen, ids=lambda one: f"{one.start}-{one.stop - 1}")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The job's folder."""
    return write_job(tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="session")
def layer(folder: Path) -> Layer:
    return load_layer(folder)


@pytest.fixture(scope="session")
def program(folder: Path) -> Layer:
    """The whole job: its program, its reader and its repository layer."""
    return load_program(folder)


@pytest.fixture(scope="session")
def template(layer: Layer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with the tables of the job."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite"
    make_template(layer, path)
    return path


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """A folder for databases: in memory where there is such a place."""
    memory = Path("/dev/shm")  # noqa: S108 - the name of pytest's folder is in the name
    if not memory.is_dir():
        yield tmp_path
        return
    path = memory / "-".join(["cobrepo", *tmp_path.parts[-2:]])
    path.mkdir(exist_ok=True)
    yield path
    shutil.rmtree(path, ignore_errors=True)
