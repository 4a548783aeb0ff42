"""`cobrepo lint`, and what `check` and `generate` say of the same findings."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.findings import clock

from . import sarif_model
from .cases import keyed
from .conftest import Job, write

COPYBOOK = """
01  REC.
    05  REC-ID PIC X(8).
    05  OPEN-DATE PIC 9(8).
    05  CITY PIC X(5).
"""
SHORT = "fields: {CITY: {type: VARCHAR(5)}}"  # DDL211, a warning
RESULT = "DDL214 REC.OPEN_DATE"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line, in the directory that holds source/."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return invoke


def generated(run: Run, yaml: str) -> None:
    write(Path(), Job(COPYBOOK, yaml))
    done = run("generate", "CASE")
    assert done.exit_code == 0, done.output


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it that day."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Then:  # noqa: ARG003 - the signature of datetime
            return cls.fromisoformat(f"{day}T12:00:00+00:00")

    monkeypatch.setattr(clock, "datetime", Then)


def test_notes_are_shown_and_do_not_fail(run: Run) -> None:
    generated(run, keyed())
    done = run("lint", "CASE")
    assert done.exit_code == 0
    assert "REC.cpy:3:12: note[DDL214]: OPEN_DATE is DECIMAL(8,0)" in done.stdout
    assert done.stdout.splitlines()[-1] == "CASE: 1 note"


def test_a_warning_fails_lint_and_check(run: Run) -> None:
    generated(run, keyed(SHORT))
    done = run("lint", "CASE")
    assert done.exit_code == 1
    assert "warning[DDL211]: CITY is VARCHAR(5)" in done.stdout
    assert done.stdout.splitlines()[-1] == "CASE: 1 warning, 1 note"
    checked = run("check", "CASE")
    assert checked.exit_code == 1
    assert "warning[DDL211]" in checked.stdout
    assert "DDL214" not in checked.stdout


def test_check_says_the_same_without_and_with_its_stamp(run: Run, tmp_path: Path) -> None:
    generated(run, keyed(SHORT))
    quick = run("check", "CASE")
    for state in (tmp_path / ".cobrepo").rglob("*"):
        if state.is_file():
            state.unlink()
    slow = run("check", "CASE")
    assert (quick.exit_code, quick.stdout) == (slow.exit_code, slow.stdout)


def test_generate_shows_the_warnings_and_writes(run: Run) -> None:
    write(Path(), Job(COPYBOOK, keyed(SHORT)))
    for _ in range(2):  # as new, and unchanged
        done = run("generate", "CASE")
        assert done.exit_code == 0
        assert "warning[DDL211]" in done.stderr
        assert "DDL214" not in done.stderr


def test_an_error_by_job_yaml_fails_lint_and_stops_nothing(run: Run) -> None:
    generated(run, keyed(above="findings: {severity: {DDL214: error}}\n"))
    done = run("lint", "CASE")
    assert done.exit_code == 1
    assert "error[DDL214]" in done.stdout


def test_what_is_waived_is_listed_with_its_reason(run: Run) -> None:
    waive = "findings: {waive: [{code: DDL214, reason: as in the archive, until: '2999-12-31'}]}\n"
    generated(run, keyed(above=waive))
    done = run("lint", "CASE")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[-2] == "waived until 2999-12-31: DDL214 REC.OPEN_DATE: as in the archive"
    assert lines[-1] == "CASE: 1 waived"


def test_a_waiver_ends_although_nothing_changes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    waive = "findings: {waive: [{code: DDL211, reason: agreed, until: '2026-11-21'}]}\n"
    on("2026-11-21", monkeypatch)
    generated(run, keyed(SHORT, waive))
    assert run("check", "CASE").exit_code == 0
    on("2026-11-22", monkeypatch)
    done = run("check", "CASE")
    assert done.exit_code == 1
    assert "warning[CFG174]" in done.stdout
    assert "warning[DDL211]" in done.stdout


def test_no_file_depends_on_the_day(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    waive = "findings: {waive: [{code: DDL211, reason: agreed, until: '2026-11-21'}]}\n"
    on("2026-11-21", monkeypatch)
    generated(run, keyed(SHORT, waive))
    before = contents()
    on("2030-01-01", monkeypatch)
    done = run("generate", "CASE")
    assert "unchanged" in done.stdout
    assert contents() == before


def contents() -> dict[str, bytes]:
    return {p.as_posix(): p.read_bytes() for p in sorted(Path("python").rglob("*")) if p.is_file()}


def test_an_edited_file_is_a_finding_and_can_be_waived(run: Run) -> None:
    generated(run, keyed())
    edited = Path("python/case/README.md")
    edited.write_text("ours\n", "utf-8")
    done = run("lint", "CASE")
    assert done.exit_code == 1
    assert "warning[GEN604]: python/case/README.md was edited by hand" in done.stdout
    waive = "findings: {waive: [{code: GEN604, where: README.md, reason: our own words}]}\n"
    write(Path(), Job(COPYBOOK, keyed(above=waive)))
    run("generate", "CASE")
    done = run("lint", "CASE")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "CASE: 1 note, 1 waived")
    assert edited.read_text("utf-8") == "ours\n"


def test_what_was_never_generated_is_a_finding(run: Run) -> None:
    write(Path(), Job(COPYBOOK, keyed()))
    done = run("lint", "CASE")
    assert done.exit_code == 1
    assert "warning[GEN606]" in done.stdout
    assert not Path("python").exists()


def test_wrong_input_ends_with_2_and_its_errors(run: Run) -> None:
    write(Path(), Job(COPYBOOK, "records: {REC: {}}\n"))
    done = run("lint", "CASE")
    assert done.exit_code == 2
    assert "error[MAP110]" in done.stderr
    assert run("lint", "OTHER").exit_code == 2


def test_json_has_findings_and_what_is_waived(run: Run) -> None:
    waive = "findings: {waive: [{code: DDL214, reason: agreed}]}\n"
    generated(run, keyed(SHORT, waive))
    done = run("lint", "CASE", "--format", "json")
    content = json.loads(done.stdout)
    (job,) = content["jobs"]
    assert (content["exit_code"], job["status"]) == (1, "findings")
    assert [(p["code"], p["subject"]) for p in job["problems"]] == [("DDL211", "REC.CITY")]
    (waived,) = job["waived"]
    assert waived["waived"]["reason"] == "agreed"


def test_sarif_is_one_valid_log_also_of_wrong_input(run: Run) -> None:
    generated(run, keyed(SHORT))
    for yaml, exit_code, codes in (
        (keyed(SHORT), 1, ["DDL211", "DDL214"]),
        ("records: {REC: {}}\n", 2, ["MAP110"]),
    ):
        write(Path(), Job(COPYBOOK, yaml))
        done = run("lint", "CASE", "--format", "sarif")
        content = json.loads(done.stdout)
        sarif_model.check(content)
        assert done.exit_code == exit_code
        (log,) = content["runs"]
        assert [result["ruleId"] for result in log["results"]] == codes


def test_annotations_are_commands_and_nothing_else(run: Run) -> None:
    generated(run, keyed(SHORT))
    done = run("lint", "--all", "--format", "github")
    assert done.exit_code == 1
    warning, note = done.stdout.splitlines()
    assert warning.startswith("::warning file=source/jobs/CASE/copybooks/REC.cpy,line=4,col=12,")
    assert note.startswith("::notice file=")
    assert RESULT in note


def test_a_warning_of_the_input_is_no_drift(run: Run) -> None:
    copybook = COPYBOOK + "    05  TOWN REDEFINES CITY PIC X(5).\n"
    write(Path(), Job(copybook, keyed()))
    assert "warning[MAP201]" in run("generate", "CASE").stderr
    assert run("lint", "CASE").exit_code == 1
    checked = run("check", "CASE")
    assert checked.exit_code == 0
    assert "warning[MAP201]" in checked.stdout
