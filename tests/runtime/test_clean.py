"""Readers of records of all shapes are clean under ruff, with nothing waived in vain."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs import write_output

if TYPE_CHECKING:
    from pathlib import Path

NESTED = """
       01  REC.
           05  ID-X                  PIC X(4).
           05  CNT                   PIC 9.
           05  DEPT OCCURS 0 TO 5 DEPENDING ON CNT.
               10  CODE-X            PIC X(3).
               10  EMP OCCURS 2 TIMES.
                   15  PAY           PIC S9(5)V99 COMP-3.
           05  REST                  PIC X(4).
"""
BRANCHES = """
       01  REC.
           03  ID-X                  PIC X(9).
           03  KIND-X                PIC 9.
               88  LIFE              VALUE 1.
               88  AUTO              VALUE 2 3.
           03  LIFE-DATA.
               05  SUM-X             PIC S9(9)V99 COMP-3.
               05  FILLER            PIC X(8).
           03  AUTO-DATA REDEFINES LIFE-DATA.
               05  PLATE             PIC X(8).
               05  DRIVER OCCURS 2 TIMES.
                   10  AGE           PIC 99.
                   10  SEX           PIC X.
"""
TABLE = """
       01  REC.
           05  ID-X                  PIC X(4).
           05  MONTH-X OCCURS 3 TIMES.
               10  GROSS             PIC S9(7)V99 COMP-3.
"""
FLAT = """
       01  REC.
           05  ID-X                  PIC X(4).
"""
CASES = {
    "nested": (NESTED, "DEPT: child_table, EMP: child_table", ""),
    "branches": (
        BRANCHES,
        "DRIVER: child_table",
        "LIFE-DATA: [{use: LIFE-DATA, when: LIFE}, {use: AUTO-DATA, when: AUTO}]",
    ),
    "a table": (TABLE, "MONTH-X: child_table", ""),
    "flat": (FLAT, "", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_a_reader_is_clean(case: str, tmp_path: Path) -> None:
    text, occurs, redefines = CASES[case]
    job = tmp_path / "source/jobs/SHAPES"
    (job / "copybooks").mkdir(parents=True)
    (job / "copybooks/REC.cpy").write_text(text, "utf-8")
    rules = f"key: [ID-X], occurs: {{{occurs}}}, redefines: {{{redefines}}}"
    (job / "job.yaml").write_text(
        f"version: 1\njob: SHAPES\nrecords: {{REC: {{{rules}}}}}\n", "utf-8"
    )
    folder = write_output(tmp_path, "SHAPES")
    for command in (("ruff", "check", "--no-cache", "."), ("black", "-q", "--check", ".")):
        run = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
