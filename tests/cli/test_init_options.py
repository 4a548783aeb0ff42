"""`cobrepo init` with the options that say how copybooks are read."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]
TAGGED = """\
      *    OF AN OLD SHOP
      01   :TAG:-REC.
           05  :TAG:-ID     PIC 9(6).
           05  :TAG:-TOTAL  PIC ZZ.ZZ9,99-.
      D    05  :TAG:-TRACE  PIC X(4).
"""
PROGRAM = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PAYRPT.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  PAY-REC.
           05  PAY-ID  PIC 9(6).
       PROCEDURE DIVISION.
           GOBACK.
"""


@pytest.fixture
def job(tmp_path: Path) -> Callable[[str], Path]:
    def with_copybook(text: str) -> Path:
        folder = tmp_path / "source" / "jobs" / "OLD" / "copybooks"
        folder.mkdir(parents=True)
        (folder / "MEMBER.cpy").write_text(text, "ascii")
        return folder.parent / "job.yaml"

    return with_copybook


def test_the_draft_says_how_the_copybook_is_read(
    tmp_path: Path, job: Callable[[str], Path], cobrepo: Command
) -> None:
    written = job(TAGGED)
    assert cobrepo("init", "OLD", cwd=tmp_path).returncode == 2
    options = (
        "--replacing", ":TAG:=CUST", "--decimal-comma", "--debugging-lines",
        "--tolerate", "column-7-digit",
    )  # fmt: skip
    done = cobrepo("init", "OLD", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = written.read_text("utf-8")
    assert '  replacing: {":TAG:": "CUST"}\n' in text
    assert "  decimal_point: comma\n" in text
    assert "  debugging_lines: true\n" in text
    assert "  tolerate: [column-7-digit]\n" in text
    assert "  CUST-REC:" in text
    assert "    key: [CUST-ID]" in text
    done = cobrepo("generate", "OLD", "--dry-run", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_whole_program(tmp_path: Path, job: Callable[[str], Path], cobrepo: Command) -> None:
    written = job(PROGRAM)
    done = cobrepo("init", "OLD", "--program", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "  program: true\n" in written.read_text("utf-8")
    assert cobrepo("generate", "OLD", "--dry-run", cwd=tmp_path).returncode == 0


def test_only_records_of_files_are_mapped(
    tmp_path: Path, job: Callable[[str], Path], cobrepo: Command
) -> None:
    section = "       FILE SECTION.\n       FD  PAYFILE.\n       01  PAY-IN.\n"
    section += "           05  PAY-NO  PIC 9(6).\n"
    before, after = PROGRAM.split("       WORKING-STORAGE")
    written = job(f"{before}{section}       WORKING-STORAGE{after}")
    assert cobrepo("init", "OLD", "--program", cwd=tmp_path).returncode == 0
    text = written.read_text("utf-8")
    assert "    key: [PAY-NO]" in text
    assert "    ignore: true  # no record of a file" in text
    assert cobrepo("generate", "OLD", "--dry-run", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("symbol", ["9", "x", ".", "E"])
def test_a_symbol_of_pictures_is_no_currency(
    tmp_path: Path, job: Callable[[str], Path], cobrepo: Command, symbol: str
) -> None:
    job(PROGRAM)
    done = cobrepo("init", "OLD", "--program", "--currency", symbol, cwd=tmp_path)
    assert done.returncode == 2
    assert f"--currency {symbol}: it means something else in a PICTURE" in done.stderr
