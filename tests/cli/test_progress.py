"""How a run over several jobs shows how far it is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., "subprocess.CompletedProcess[str]"]

JOBS = ["ACCTMAST", "ORDERS", "PAYROLL", "POLICY"]
BROKEN = "version: 1\njob: X\n"


def in_terminal(
    cwd: Path, *arguments: str, stdout: int | None = None, **environment: str
) -> tuple[int, str]:
    """Run with standard error in a terminal, and standard output where it is said."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"} | environment,
        stdout=theirs if stdout is None else stdout,
        stderr=theirs,
        stdin=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 65536):
            seen += part
    except OSError:  # how Linux tells that the other end is closed
        pass
    os.close(ours)
    return process.wait(), seen.decode()


def broken_jobs(estate: Path) -> Path:
    """Jobs that are quickly done."""
    for job in JOBS:
        (estate / "source" / "jobs" / job / "job.yaml").write_text(BROKEN, "utf-8")
    return estate


def test_a_line_a_job_where_nobody_looks(estate: Path, cobrepo: Command) -> None:
    for shape in ("table", "json"):
        done = cobrepo("check", "--all", "--format", shape, cwd=broken_jobs(estate))
        lines = [line for line in done.stderr.splitlines() if re.match(r"\d/\d ", line)]
        assert lines == [f"{place}/4 {job}: failed" for place, job in enumerate(JOBS, 1)]
        assert "\033[" not in done.stderr


def test_a_bar_on_a_terminal(estate: Path) -> None:
    code, seen = in_terminal(broken_jobs(estate), "check", "--all", "--jobs", "2")
    assert code == 2
    assert "━" in seen
    assert re.findall(r"^\d/\d [A-Z]+: failed", seen, re.MULTILINE) == []
    assert "4 jobs: 4 failed" in seen
    for place, job in enumerate(JOBS, 1):
        assert f"jobs/{job}/job.yaml" in seen
        assert re.search(rf"{place}/4.*{job}: failed", seen)


def test_a_bar_beside_a_report_in_a_file(estate: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    with report.open("wb") as file:
        code, seen = in_terminal(
            broken_jobs(estate), "check", "--all", "--format", "json", stdout=file.fileno()
        )
    assert (code, "━" in seen) == (2, True)
    assert report.read_text("utf-8").startswith('{\n  "command": "check"')


def test_one_job_has_no_bar_and_loads_none(estate: Path) -> None:
    code, seen = in_terminal(broken_jobs(estate), "check", "ORDERS", PYTHONPROFILEIMPORTTIME="1")
    assert (code, "━" in seen) == (2, False)
    assert not re.search(r"\| +rich\.progress", seen)
