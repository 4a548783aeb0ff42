"""Exit codes: each job's own, and the one of a run over several."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from generator.output.report import Exit, JobReport, Status, worst

RANKED = (5, 2, 4, 3, 1, 0)  # the first that any job has wins
EXITS = {
    Status.WRITTEN: 0,
    Status.WOULD_WRITE: 0,
    Status.UNCHANGED: 0,
    Status.CLEAN: 0,
    Status.PLANNED: 0,
    Status.FINDINGS: 1,
    Status.CHANGES: 1,
    Status.FAILED: 2,
    Status.DECISION: 3,
    Status.CONFLICT: 4,
    Status.MERGED: 4,
    Status.CRASHED: 5,
}


@pytest.mark.parametrize(("first", "second"), list(combinations(RANKED, 2)))
def test_of_two_jobs_the_worse_decides(first: int, second: int) -> None:
    assert worst([first, second]) == worst([second, first]) == first


def test_of_many_jobs_the_worst_decides_in_any_order() -> None:
    for start in range(len(RANKED)):
        for codes in permutations(RANKED[start:]):
            assert worst(codes) == RANKED[start]


def test_no_job_is_clean_and_an_interrupt_is_told() -> None:
    assert worst([]) is Exit.CLEAN
    assert worst([5, 130, 2]) is Exit.INTERRUPTED


@pytest.mark.parametrize("status", list(Status))
def test_each_outcome_has_its_exit_code(status: Status) -> None:
    said = JobReport("ACCTMAST", "python/acctmast", status).to_dict()
    assert (said["status"], said["exit_code"]) == (str(status), EXITS[status])
