"""Tests through the real driver, each module in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

DRIVER = Path(__file__).parent / "driver"
ROOT = DRIVER.parents[2]
SHARED = {"conftest", "staging", "support"}

FOLDERS = ("samples/source/jobs", "tests/runtime/jobs")
JOBS = sorted(path.parent.name for one in FOLDERS for path in (ROOT / one).glob("*/job.yaml"))


class Module(NamedTuple):
    """A file of the folder `driver`, the job whose package it tests, and its settings."""

    name: str
    job: str
    settings: tuple[tuple[str, str], ...] = ()


MODULES = (
    Module("binding", "TYPES"),
    Module("connections", "TYPES"),
    Module("errors", "TYPES"),
    Module("reconnects", "ORDERS", (("DB2DSDRIVER_CFG_PATH", str(DRIVER / "site.cfg")),)),
    Module("restarts", "ORDERS"),
    *(Module("scripts", job) for job in JOBS),
    Module("silence", "ORDERS", (("GATEWAY_RECEIVE_TIMEOUT", "1"),)),
    Module("texts", "TEXTS"),
    Module("writers", "ORDERS"),
)


@pytest.mark.parametrize("module", MODULES, ids=[f"{m.name}-{m.job}" for m in MODULES])
def test_through_the_driver(
    module: Module,
    run_tests: Callable[..., Any],
    record_property: Callable[[str, object], None],
) -> None:
    arguments = (f"{module.name}.py", "--confcutdir=.", "--rootdir=.")
    outcome = run_tests(DRIVER, module.job, *arguments, **dict(module.settings))
    assert outcome.code == 0, str(outcome)
    assert outcome.passed > 0, str(outcome)
    assert outcome.skipped == 0, str(outcome)
    counts = f"{outcome.passed} tests, {outcome.survived} faults survived"
    record_property("through the driver", f"{module.name} ({module.job}): {counts}")


def test_every_module_is_run() -> None:
    there = {path.stem for path in DRIVER.glob("*.py")} - SHARED
    assert there == {module.name for module in MODULES}
