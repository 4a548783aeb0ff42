"""The program of a job: what is written for it, under which names, and that it starts."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.jobs import write_output

if TYPE_CHECKING:
    from pathlib import Path

BOOK = """\
       01  {name}-REC.
           05  {name}-NO           PIC 9(5).
           05  {name}-NAME         PIC X(10).
"""
RECORD = """\
  {name}-REC:
    key: [{name}-NO]
"""


def write(root: Path, job: str, books: tuple[str, ...], settings: str = "") -> Path:
    """The output of a job with a record for each name."""
    folder = root / "source" / "jobs" / job
    (folder / "copybooks").mkdir(parents=True)
    for name in books:
        (folder / "copybooks" / f"{name}.cpy").write_text(BOOK.format(name=name), "utf-8")
    records = "".join(RECORD.format(name=name) for name in books)
    config = f"version: 1\njob: {job}\ntargets: [sqlite]\n{settings}records:\n{records}"
    (folder / "job.yaml").write_text(config, "utf-8")
    return write_output(root, job)


def project(output: Path) -> dict[str, Any]:
    return tomllib.loads((output / "pyproject.toml").read_text("utf-8"))


def run(output: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=output / "src",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("job", "module", "script"),
    [
        ("STOCK", "stock", "stock"),
        ("STOCK_DAY", "stock_day", "stock-day"),
        ("SELECT", "select_job", "select"),
        ("RICH", "rich_job", "rich"),
        ("REPOSITORY", "repository_job", "repository"),
    ],
)
def test_the_names_of_a_program(tmp_path: Path, job: str, module: str, script: str) -> None:
    output = write(tmp_path, job, ("STK",))
    settings = project(output)
    assert settings["project"]["scripts"] == {script: f"{module}.cli:main"}
    assert settings["project"]["name"] == f"{script}-job"
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["src/repository", "src/record_io", f"src/{module}"]
    done = run(output, "-m", module, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: {script} ")


def test_a_program_loads_only_what_it_needs(tmp_path: Path) -> None:
    output = write(tmp_path, "STOCK", ("STK",))
    program = (
        "import sys, stock.cli; "
        "print(sorted({'ibm_db', 'prometheus_client', 'ebcdic'} & set(sys.modules)))"
    )
    done = run(output, "-c", program)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize(
    ("encoding", "needed"),
    [("cp037", False), ("cp1047", True), ("cp1140", False), ("cp1141", True), ("cp939", False)],
)
def test_the_package_of_code_pages_is_installed_where_it_is_needed(
    tmp_path: Path, encoding: str, *, needed: bool
) -> None:
    output = write(tmp_path, "STOCK", ("STK",), f"input: {{encoding: {encoding}}}\n")
    names = [name.split(">")[0] for name in project(output)["project"]["dependencies"]]
    assert ("ebcdic" in names) == needed
    assert [name for name in names if name != "ebcdic"] == [
        "prometheus-client",
        "pydantic",
        "pydantic-settings[yaml]",
        "rich",
        "tenacity",
        "typer",
    ]


def test_the_readme_says_how_the_files_are_given(tmp_path: Path) -> None:
    one = (write(tmp_path / "one", "STOCK", ("STK",)) / "README.md").read_text("utf-8")
    two = write(
        tmp_path / "two",
        "STOCK",
        ("STK", "MOV"),
        "files:\n  STOCKS: {records: [STK-REC]}\n  MOVES: {records: [MOV-REC]}\n",
    )
    text = (two / "README.md").read_text("utf-8")
    assert "\nstock load STOCKS=STOCKS.dat MOVES=MOVES.dat\n" in text
    assert "| `MOVES` | MOV-REC | fixed, 15 bytes | cp037 |" in text
    assert ".dat --resume --run-id ID " in one
    assert "=" not in one.split("stock load ")[1].split("\n")[0]
    for told in (one, text):
        assert "None" not in told
        assert "DB2DSDRIVER_CFG_PATH" not in told


def test_files_with_names_that_differ_only_in_their_signs(tmp_path: Path) -> None:
    files = "files:\n  A-B: {records: [ONE-REC]}\n  A_B: {records: [TWO-REC]}\n"
    output = write(tmp_path, "PAIR", ("ONE", "TWO"), files)
    code = """from record_io import LAYOUTS
print(*(layout.kind_of(bytes(15)).record for layout in LAYOUTS.values()))"""
    assert run(output, "-c", code).stdout.split() == ["ONE-REC", "TWO-REC"]
