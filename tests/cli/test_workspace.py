"""Names of jobs and of their folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.problems import GenerationFailed
from generator.workspace import JobPlace, copybook_files, find_jobs, package_name, require_copybooks


@pytest.mark.parametrize(
    ("job", "package"),
    [
        ("ACCTMAST", "acctmast"),
        ("CUST-BILL", "cust_bill"),
        ("CustBill", "cust_bill"),
        ("cust_bill", "cust_bill"),
        ("PAY$ROLL", "pay_roll"),
        ("JOB01A", "job01a"),
        ("3RDPARTY", "job_3rdparty"),
        ("CON", "job_con"),
        ("@@@", "job_"),
    ],
)
def test_the_folder_is_lower_snake_case(job: str, package: str) -> None:
    assert package_name(job) == package


def test_members_in_any_case(tmp_path: Path) -> None:
    for name in ("B.CPY", "a.cpy", "C.Cpy", "d.cob", "README"):
        (tmp_path / name).write_text("", "utf-8")
    assert [path.name for path in copybook_files(tmp_path)] == ["B.CPY", "C.Cpy", "a.cpy"]


def test_what_is_named_like_a_member_must_be_one(tmp_path: Path) -> None:
    place = JobPlace(tmp_path, "ACCT", "acct")
    place.copybooks.mkdir(parents=True)
    (place.copybooks / "A.cpy").write_text("", "utf-8")
    (place.copybooks / "B.cpy").symlink_to("nowhere/B.cpy")
    (place.copybooks / "C.cpy").mkdir()
    os.mkfifo(place.copybooks / "D.cpy")
    with pytest.raises(GenerationFailed) as failure:
        require_copybooks(place)
    folder = place.copybooks.as_posix()
    assert [problem.message for problem in failure.value.problems] == [
        f"{folder}/B.cpy cannot be read: it is a link to nowhere/B.cpy, which is not there",
        f"{folder}/C.cpy cannot be read: it is a folder",
        f"{folder}/D.cpy cannot be read: it is not a regular file",
    ]


def test_every_wrong_name_is_reported(tmp_path: Path) -> None:
    (tmp_path / "source" / "jobs" / "ACCT").mkdir(parents=True)
    with pytest.raises(GenerationFailed) as failure:
        find_jobs(tmp_path, ("ACCT", "ACT", "a/b"))
    assert [problem.code for problem in failure.value.problems] == ["GEN620", "GEN622"]


def test_a_job_named_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "source" / "jobs" / "ACCT").mkdir(parents=True)
    assert len(find_jobs(tmp_path, ("ACCT", "ACCT"))) == 1
