"""The tests that are generated into each job hold for every kind of item in every encoding."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.decoders.conftest import NAMES

if TYPE_CHECKING:
    from tests.decoders.conftest import Modules

each = pytest.mark.parametrize("name", NAMES)
thorough = settings(
    max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


@each
def test_the_tests_of_the_job_pass(job: Callable[[str], Modules], name: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    tests = ["tests/test_decoders.py", "tests/test_storage.py"]
    done = subprocess.run(
        [*command, *tests], cwd=job(name).folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert "skipped" not in done.stdout


@each
def test_the_code_is_as_the_job_asks_for(job: Callable[[str], Modules], name: str) -> None:
    folder = job(name).folder
    checked = ["src/record_io", "tests/test_decoders.py", "tests/test_storage.py"]
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", *checked]
    done = subprocess.run(ruff, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["JAPAN", "TABLES"])
def test_its_types_are_right(job: Callable[[str], Modules], name: str) -> None:
    folder = job(name).folder
    mypy = [sys.executable, "-m", "mypy", "src/record_io", "tests/test_decoders.py"]
    done = subprocess.run(mypy, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@each
@given(data=st.data())
@thorough
def test_what_is_read_at_once_is_what_is_read_item_by_item(
    job: Callable[[str], Modules], name: str, data: st.DataObject
) -> None:
    modules = job(name)
    layout = next(iter(modules.layouts.LAYOUTS.values()))
    kind = layout.kinds[0]
    record = getattr(modules.descriptions, kind.name.upper())
    length = data.draw(st.sampled_from((kind.minimum, kind.maximum)))
    raw = bytearray(data.draw(st.binary(min_size=length, max_size=length)))
    counts = {each.name: each.minimum for each in record.counters}
    image = modules.exactly.image_of(record.image, counts)[:length]
    kept = data.draw(st.integers(0, 4))
    places = data.draw(
        st.lists(st.tuples(st.integers(0, length), st.integers(0, 20)), max_size=kept)
    )
    base = bytearray(image.ljust(length, layout.blank))
    for start, size in places:
        base[start : start + size] = raw[start : start + size]
    found, exact = (
        _outcome(modules, decode, bytes(base)) for decode in _decoders(modules, record, kind)
    )
    assert found == exact


def _decoders(
    modules: Modules, record: object, kind: object
) -> tuple[Callable[[bytes], object], ...]:
    return kind.decode, lambda raw: modules.exactly.decode(record, raw)


def _outcome(modules: Modules, decode: Callable[[bytes], object], raw: bytes) -> object:
    try:
        return decode(raw)
    except modules.kinds.BadRecordError as error:
        return error.bad


def test_a_row_is_one_of_its_class(job: Callable[[str], Modules]) -> None:
    modules = job("EBCDIC")
    kind = modules.layouts.LAYOUTS["EBCDIC"].kinds[0]
    image = modules.exactly.image_of(modules.descriptions.ODDS_REC.image, {})
    row, children = kind.decode(image)
    assert type(row) is kind.row_type
    assert children == ()
    same = kind.row_type(**{each.name: getattr(row, each.name) for each in fields(row)})
    assert (same, hash(same), repr(same)) == (row, hash(row), repr(row))
    with pytest.raises(FrozenInstanceError):
        row.o_key = None
    assert not hasattr(row, "__dict__")
