"""The tests of a job leave alone the database that the environment names for the job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.runtime.conftest import Written

ORDERS = Path(__file__).parents[2] / "samples/source/jobs/ORDERS"


@pytest.mark.parametrize("prefix", ["ORDERS_", "orders_"])
def test_the_tests_do_not_see_the_settings_of_the_job(
    job_writer: Callable[[Path], Written],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    prefix: str,
) -> None:
    database = tmp_path / "production.sqlite"
    database.write_bytes(b"")
    monkeypatch.setenv(f"{prefix}CONNECTION__DATABASE", str(database))
    monkeypatch.setenv(f"{prefix}REPOSITORY__MAX_REJECTS", "many")
    run = job_writer(ORDERS).run(
        "pytest", "-q", "-p", "no:cacheprovider", "tests/test_cli.py", "tests/test_settings.py"
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert database.read_bytes() == b""
