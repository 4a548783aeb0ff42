"""The tests of a generated job on the gateway, by DB2_DSN, as they run on a Db2.

They run as they stand. Some need what Derby does not have; a test may fail for one of those
reasons, which its own report must show, and for no other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

LACKING = {
    'unexpected token "Encountered "PARTITION"': "no ROW_NUMBER() OVER (PARTITION BY ...)",
}
# Fails on Derby in another way, or takes too long there.
PASSED_OVER = {
    "test_staging_repository.py::test_rows_are_inserted_in_the_callers_unit_of_work": (
        "a reader waits for a writer's commit, where Db2 shows what was committed before"
    ),
    "test_staging_repository.py::test_a_run_is_cleared_in_chunks_and_no_other_run": (
        "FETCH FIRST in a subquery is evaluated again for each row"
    ),
}


class Suite(NamedTuple):
    """A module of the job's tests, and how many of them must pass at least."""

    module: str
    passed: int


SUITES = (
    Suite("test_db_writer.py", 70),
    Suite("test_ddl.py", 8),
    Suite("test_reconciliation.py", 20),
    Suite("test_staging_repository.py", 6),
)


@pytest.mark.parametrize("suite", SUITES, ids=[suite.module for suite in SUITES])
def test_a_jobs_own_tests(
    suite: Suite,
    server: Any,
    run_tests: Callable[..., Any],
    record_property: Callable[[str, object], None],
) -> None:
    folder: Path = server.generated("ORDERS")
    deselected = [word for name in PASSED_OVER for word in ("--deselect", f"tests/{name}")]
    dsn = server.dsn("SUITE")
    outcome = run_tests(folder, "ORDERS", f"tests/{suite.module}", *deselected, DB2_DSN=dsn)
    assert isinstance(outcome.code, int), str(outcome)
    unexplained = [
        f"{name}: {text}"
        for name, text in outcome.failures
        if not any(reason in text for reason in LACKING)
    ]
    assert not unexplained, "\n\n".join(unexplained)
    assert outcome.passed >= suite.passed, str(outcome)
    shown = f"{outcome.passed} pass, {len(outcome.failures)} need more than Derby has"
    record_property("through the driver", f"{suite.module} (ORDERS, by DB2_DSN): {shown}")
