"""Whatever the record is like, the generated package is typed, clean, tested and passes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.runtime.conftest import Written

HERE = Path(__file__).parent
FOLDERS = (HERE / "jobs", HERE.parents[1] / "samples/source/jobs")
JOBS = sorted(path.parent for folder in FOLDERS for path in folder.glob("*/job.yaml"))
# Of the whole package: every job has the modules for all items, also for those that it lacks.
LEAST_COVERAGE = 92.0


@pytest.fixture(params=JOBS, ids=lambda job: job.name)
def written(request: pytest.FixtureRequest, job_writer: Callable[[Path], Written]) -> Written:
    return job_writer(request.param)


def test_its_tests_pass_and_cover_it(
    written: Written, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    report = tmp_path / "coverage.json"
    run = written.run(
        "pytest", "-q", "-p", "no:cacheprovider", "--cov", f"--cov-report=json:{report}"
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "skipped" not in run.stdout
    totals = json.loads(report.read_text("utf-8"))["totals"]
    measured = f"{totals['percent_covered']:.1f} % of {totals['num_statements']} lines"
    record_property("coverage", f"{written.folder.name}: {measured}")
    assert totals["percent_covered"] >= LEAST_COVERAGE


def test_it_is_clean_under_mypy_ruff_and_black(written: Written) -> None:
    for command in (
        ("mypy", "--strict", "src", "tests"),
        ("ruff", "check", "--no-cache", "."),
        ("black", "--check", "--quiet", "."),
    ):
        run = written.run(*command)
        assert run.returncode == 0, run.stdout + run.stderr


def test_its_project_file_names_what_it_needs(written: Written) -> None:
    project = tomllib.loads(written.text("pyproject.toml"))["project"]
    assert project["optional-dependencies"] == {"db2": ["ibm_db==3.3.0"]}
    needed = [name.split(">=")[0] for name in project["dependencies"]]
    assert [name for name in needed if name != "ebcdic"] == [
        "prometheus-client",
        "pydantic",
        "pydantic-settings[yaml]",
        "rich",
        "tenacity",
        "typer",
    ]
    assert [entry.endswith(".cli:main") for entry in project["scripts"].values()] == [True]


def test_nothing_imports_the_driver_but_the_db2_branch(written: Written) -> None:
    run = written.run("pytest", "-q", "--collect-only", "-p", "no:cacheprovider")
    assert run.returncode == 0
    for path in (written.folder / "src").rglob("*.py"):
        assert "import ibm_db" not in path.read_text("utf-8")
        assert "generator" not in path.read_text("utf-8").replace("generators", "")
