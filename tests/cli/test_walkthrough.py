"""The walk-through of the README, carried out as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
COLUMNS = "BANK_NO, BRANCH_NO, NUMBER, SHORT_NAME, LEDGER_BAL, OPEN_DATE"


def steps() -> list[tuple[str, int]]:
    """Each command behind `make demo` with the exit code that the README promises."""
    text = README.read_text("utf-8").partition("<!-- walk-through -->")[2]
    first, *lines = text.partition("```sh\n")[2].partition("```")[0].splitlines()
    assert first.startswith("make demo && cd build/demo")
    found = [line for line in lines if line]
    return [(line, int(code[1]) if (code := re.search(r"# (\d):", line)) else 0) for line in found]


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    functions = (
        f'cobrepo() {{ "{sys.executable}" -m generator "$@"; }}\n'
        f'python() {{ "{sys.executable}" "$@"; }}\n'
    )
    return subprocess.run(
        ["/bin/bash", "-c", functions + script],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"src:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )


def rows(database: Path, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        query = f"SELECT {columns} FROM ACCOUNT ORDER BY BANK_NO, BRANCH_NO, NUMBER"
        return connection.execute(query).fetchall()


def test_the_walk_through(tmp_path: Path) -> None:
    for name in ("source", "data"):
        shutil.copytree(ROOT / "samples" / name, tmp_path / name)
    demo = (
        "cobrepo generate ACCTMAST && cd python/acctmast && python -m acctmast deploy"
        " && python -m acctmast load ../../data/ACCTMAST.dat --run-id FIRST"
    )
    done = shell(demo, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    database = tmp_path / "python/acctmast/acctmast.sqlite"
    before, officers = rows(database, COLUMNS), rows(database, "OFFICER")
    assert len(before) > 100
    book = ""
    for command, code in steps():
        book += f"{command}\n" if command.startswith("book=") else ""
        done = shell(book + command.replace("PYTHONPATH=src ", ""), tmp_path)
        assert done.returncode == code, f"{command}\n{done.stdout}{done.stderr}"
    assert rows(database, COLUMNS) == before
    assert rows(database, "ADVISOR") == officers
    assert rows(database, "RISK_CLASS") == [("",)] * len(before)
    page = (tmp_path / "python/acctmast/review/schema.html").read_text("utf-8")
    assert "RISK_CLASS" in page
    again = shell("cobrepo check ACCTMAST && cobrepo migrate verify ACCTMAST", tmp_path)
    assert again.returncode == 0, again.stdout + again.stderr
