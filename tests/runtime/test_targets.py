"""A job for Db2 alone, and a job for sqlite alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.runtime.conftest import Written

DEEP = Path(__file__).parent / "jobs" / "DEEP"


def test_without_the_embedded_target_the_tests_that_need_no_database_remain(
    job_writer: Callable[[Path, str], Written],
) -> None:
    written = job_writer(DEEP, "db2-luw")
    names = sorted(path.name for path in (written.folder / "tests").glob("*.py"))
    assert "conftest.py" not in names
    assert "test_records.py" in names
    run = written.run("pytest", "-q", "-p", "no:cacheprovider")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "target: db2-luw" in written.text("config/base_config.yaml")


def test_without_db2_nothing_is_said_of_it(job_writer: Callable[[Path, str], Written]) -> None:
    written = job_writer(DEEP, "sqlite")
    run = written.run("pytest", "-q", "-p", "no:cacheprovider", "tests/test_settings.py")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "hostname" not in written.text("config/base_config.yaml")
    assert "db2 -tvsf" not in written.text("README.md")
    assert '"bytes"' not in written.text("src/repository/records.py")


@pytest.mark.parametrize("targets", ["db2-luw", "sqlite"])
def test_each_is_clean_under_mypy_and_ruff(
    job_writer: Callable[[Path, str], Written], targets: str
) -> None:
    written = job_writer(DEEP, targets)
    for command in (("mypy", "--strict", "src", "tests"), ("ruff", "check", "--no-cache", ".")):
        run = written.run(*command)
        assert run.returncode == 0, run.stdout + run.stderr
