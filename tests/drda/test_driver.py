"""Tests through the real driver, each module in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DRIVER = Path(__file__).parent / "driver"

# The module, and the job whose package it tests.
MODULES = (("connections", "TYPES"),)


@pytest.mark.parametrize(("module", "job"), MODULES, ids=[f"{m}-{j}" for m, j in MODULES])
def test_through_the_driver(
    module: str,
    job: str,
    run_tests: Callable[..., Any],
    record_property: Callable[[str, object], None],
) -> None:
    arguments = (f"{module}.py", "--confcutdir=.", "--rootdir=.")
    outcome = run_tests(DRIVER, job, *arguments)
    assert not outcome.complaint, str(outcome)
    assert outcome.passed > 0, str(outcome)
    assert outcome.skipped == 0, str(outcome)
    shown = f"{module} ({job}): {outcome.passed} tests, {outcome.survived} faults survived"
    record_property("through the driver", shown)


def test_every_module_is_run() -> None:
    there = {path.stem for path in DRIVER.glob("*.py")} - {"conftest"}
    assert there == {module for module, _ in MODULES}
