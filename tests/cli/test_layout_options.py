"""`cobrepo inspect` and `cobrepo support` from the outside: formats, options, exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.copybook.dialect import TOLERANCES
from generator.copybook.support.table import ROWS

Command = Callable[..., "subprocess.CompletedProcess[str]"]
BOOK = """\
       01  R.
           05  N PIC 9.
           05  A PIC X.
               88  A-YES VALUE 'Y' 'J'.
           05  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
           05  Z PIC X.
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "BOOK.cpy"
    path.write_text(BOOK, "ascii")
    return path


@pytest.fixture
def options(tmp_path: Path, cobrepo: Command) -> Callable[..., dict[str, object]]:
    def in_effect(*arguments: str) -> dict[str, object]:
        done = cobrepo("inspect", "BOOK.cpy", "--format", "json", *arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        found: dict[str, object] = json.loads(done.stdout)["options"]
        return found

    return in_effect


@pytest.mark.usefixtures("book")
def test_options_of_the_text(options: Callable[..., dict[str, object]]) -> None:
    plain = {
        "debugging": False, "decimal_comma": False, "currency": "$", "arith_extend": False,
        "lp64": False, "program": False, "shared_records": False, "tolerate": [],
    }  # fmt: skip
    assert options() == plain
    assert options(
        "--debugging-lines", "--decimal-comma", "--currency", "F", "--arith", "extend",
        "--lp", "64", "--program", "--shared-records",
        "--tolerate", "decimal-point", "--tolerate", "group-picture", "--tolerate", "decimal-point",
    ) == {
        "debugging": True, "decimal_comma": True, "currency": "F", "arith_extend": True,
        "lp64": True, "program": True, "shared_records": True,
        "tolerate": ["decimal-point", "group-picture"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--tolerate", "decimalpoint"], "did you mean decimal-point?"),
        (["--tolerate", "xyz"], f"one of {', '.join(TOLERANCES)}"),
        (["--currency", "EUR"], "one character"),
        (["--currency", ""], "one character"),
        (["--lp", "16"], "--lp"),
        (["--arith", "full"], "--arith"),
    ],
)
def test_wrong_options(book: Path, cobrepo: Command, arguments: list[str], message: str) -> None:
    done = cobrepo("inspect", book.name, *arguments, cwd=book.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.replace("│", " ").split())


def test_the_table_shows_what_is_variable_and_conditions_if_asked(
    book: Path, cobrepo: Command
) -> None:
    done = cobrepo("inspect", book.name, cwd=book.parent)
    assert done.stdout == """\
R  length 6  minimum 4
level  name  picture  usage    offset  length  occurs    redefines
01     R                            0       6
05       N   9        DISPLAY       0       1
05       A   X        DISPLAY       1       1
05       T   X        DISPLAY       2       1  1-3 by N
05       Z   X        DISPLAY      5+       1
+ behind a table with DEPENDING ON: the offset when each such table is full
"""
    asked = cobrepo("inspect", book.name, "--conditions", cwd=book.parent)
    assert [line.split() for line in asked.stdout.splitlines()][5:6] == [
        ["88", "A-YES", "'Y'", "'J'"]
    ]


def test_cobol_can_be_inspected_again(book: Path, cobrepo: Command) -> None:
    done = cobrepo("inspect", book.name, "--format", "cobol", cwd=book.parent)
    assert done.stdout.startswith("      *> BOOK.cpy, as cobrepo reads it\n       01  R.\n")
    before = cobrepo("inspect", book.name, cwd=book.parent)
    book.write_text(done.stdout, "utf-8")
    after = cobrepo("inspect", book.name, cwd=book.parent)
    assert after.stdout == before.stdout


def test_a_wrong_copybook_ends_with_2_in_every_format(book: Path, cobrepo: Command) -> None:
    book.write_text("       01  A PIC Q.\n       01  B PIC X(.\n", "ascii")
    for shape in ("table", "csv", "cobol"):
        done = cobrepo("inspect", book.name, "--format", shape, cwd=book.parent)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("error[") == 2
        assert done.stderr.endswith("\nBOOK.cpy: 2 errors, no layout\n")
    done = cobrepo("inspect", book.name, "--format", "json", cwd=book.parent)
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (2, "")
    assert (report["records"], len(report["diagnostics"])) == ([], 2)
    assert list(report) == [
        "copybook", "source_format", "options", "records", "constants", "diagnostics",
    ]  # fmt: skip


def test_support(tmp_path: Path, cobrepo: Command) -> None:
    table = cobrepo("support", cwd=tmp_path).stdout
    rows = json.loads(cobrepo("support", "--format", "json", cwd=tmp_path).stdout)
    assert [row["key"] for row in rows] == [row.key for row in ROWS]
    for row in ROWS:
        assert row.form in table
