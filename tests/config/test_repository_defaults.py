"""source/jobs/defaults.yaml holds for every job that says nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.config.load import LoadedJob, load_job
from generator.problems import GenerationFailed, Problem

JOB = """\
version: 1
job: CASE
records:
  REC: {key: [REC-ID]}
"""
BOOK = """\
       01  REC.
           05  REC-ID   PIC 9(8).
           05  WS-CITY  PIC X(20).
"""


@pytest.fixture
def jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """source/jobs with one job, from the directory that holds source/."""
    monkeypatch.chdir(tmp_path)
    jobs = Path("source/jobs")
    (jobs / "CASE/copybooks").mkdir(parents=True)
    (jobs / "CASE/copybooks/REC.cpy").write_text(BOOK, "utf-8")
    (jobs / "CASE/job.yaml").write_text(JOB, "utf-8")
    return jobs


def load(jobs: Path, defaults: str, job: str = "") -> LoadedJob:
    (jobs / "defaults.yaml").write_text(defaults, "utf-8")
    (jobs / "CASE/job.yaml").write_text(JOB + job, "utf-8")
    return load_job(jobs / "CASE/job.yaml")


def refused(jobs: Path, defaults: str, job: str = "") -> tuple[Problem, ...]:
    with pytest.raises(GenerationFailed) as failed:
        load(jobs, defaults, job)
    return failed.value.problems


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_what_job_yaml_does_not_say_holds(jobs: Path) -> None:
    loaded = load(jobs, "targets: [sqlite]\ndefaults: {integers: smallest}\n")
    assert loaded.config.targets == ("sqlite",)
    assert loaded.config.defaults.integers == "smallest"
    assert loaded.config.records["REC"].key == ("REC-ID",)
    assert jobs / "defaults.yaml" in loaded.files


def test_job_yaml_goes_before_key_by_key(jobs: Path) -> None:
    loaded = load(
        jobs,
        "defaults: {integers: smallest, text: {varchar_over: 30, trim: none}}\n"
        "physical: {staging: {tablespace: TS_STG}, final: {tablespace: TS_ALL}}\n",
        "defaults: {text: {varchar_over: 60}}\nphysical: {final: {tablespace: TS_CASE}}\n",
    )
    defaults, physical = loaded.config.defaults, loaded.config.physical
    assert (defaults.integers, defaults.text.varchar_over, defaults.text.trim) == (
        "smallest",
        60,
        "none",
    )
    assert physical.staging.tablespace == "TS_STG"
    assert physical.final.tablespace == "TS_CASE"


def test_a_list_stands_for_the_whole_list(jobs: Path) -> None:
    naming = load(
        jobs, "naming: {strip_prefixes: [WS-, CM-]}\n", "naming: {strip_prefixes: [PT-]}\n"
    )
    assert naming.config.naming.strip_prefixes == ("PT-",)


def test_an_empty_key_of_job_yaml_says_nothing(jobs: Path) -> None:
    loaded = load(jobs, "naming: {strip_prefixes: [WS-]}\n", "naming:\n")
    assert loaded.config.naming.strip_prefixes == ("WS-",)


def test_waivers_add_up(jobs: Path) -> None:
    waive = "findings: {{waive: [{{code: {}, reason: agreed}}]}}\n"
    loaded = load(jobs, waive.format("DDL214"), waive.format("DDL212"))
    assert [waiver.code for waiver in loaded.config.findings.waive] == ["DDL212", "DDL214"]


def test_a_waiver_for_all_jobs_may_accept_nothing_in_one(jobs: Path) -> None:
    waive = "findings: {waive: [{code: DDL214, reason: agreed}]}\n"
    load(jobs, waive)
    assert "CFG173" not in run("lint", "CASE").output
    load(jobs, "", waive)
    assert "CFG173" in run("lint", "CASE").output


def test_paths_are_relative_to_the_file_that_says_them(jobs: Path) -> None:
    Path("source/copylib").mkdir()
    Path("source/words.csv").write_text("CITY,TOWN\n", "utf-8")
    loaded = load(jobs, "copybooks: {library: [../copylib]}\nnaming: {glossary: ../words.csv}\n")
    assert [path.resolve() for path in loaded.libraries] == [Path("source/copylib").resolve()]
    assert loaded.glossary == {"CITY": "TOWN"}


def test_what_is_wrong_is_told_at_its_own_line(jobs: Path) -> None:
    defaults = "targets: [sqlite]\ndefaults: {integer: smallest}\ncopybooks: {library: [no]}\n"
    found = refused(jobs, defaults, "naming: {glossary: none.csv}\n")
    assert [(p.code, p.location.path, p.location.line) for p in found if p.location] == [
        ("CFG121", "source/jobs/CASE/job.yaml", 5),
        ("CFG104", "source/jobs/defaults.yaml", 2),
        ("CFG120", "source/jobs/defaults.yaml", 3),
    ]
    assert "looked for source/jobs/no" in str(found[2].hint)


@pytest.mark.parametrize(
    ("key", "hint"), [("records", "defaults.yaml has"), ("target", "did you mean targets?")]
)
def test_what_is_of_one_job_is_refused(key: str, hint: str, jobs: Path) -> None:
    (problem,) = refused(jobs, f"version: 1\n{key}: {{}}\n")
    assert (problem.code, problem.message) == ("CFG175", f"{key} is not for all jobs")
    assert hint in str(problem.hint)
    assert problem.location
    assert (problem.location.path, problem.location.line) == ("source/jobs/defaults.yaml", 2)


def test_a_list_is_no_file_of_defaults(jobs: Path) -> None:
    (problem,) = refused(jobs, "- targets\n")
    assert (problem.code, problem.message) == ("CFG102", "defaults.yaml holds no keys")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "version: 1\n"])
def test_an_empty_file_says_nothing(text: str, jobs: Path) -> None:
    assert load(jobs, text).config.targets == ("db2-luw", "sqlite")


def test_a_change_of_the_defaults_is_seen(jobs: Path) -> None:
    assert "written" in run("generate", "CASE").output
    assert "unchanged" in run("generate", "CASE").output
    defaults = jobs / "defaults.yaml"
    for text in ("findings: {}\n", "findings: {severity: {DDL214: warning}}\n"):
        defaults.write_text(text, "utf-8")  # it appears, then it changes
        assert "warning[GEN602]" not in run("check", "CASE").output
        assert "unchanged" not in run("generate", "CASE").output
    lock = json.loads(Path("python/case/cobrepo.lock").read_text("utf-8"))
    assert "source/jobs/defaults.yaml" in json.dumps(lock)
    defaults.unlink()
    assert "unchanged" not in run("generate", "CASE").output


def test_the_reason_of_a_column_names_the_file(jobs: Path) -> None:
    load(jobs, "naming: {strip_prefixes: [WS-]}\n")
    done = run("inspect", "source/jobs/CASE/copybooks/REC.cpy", "--why", "WS-CITY")
    assert "naming.strip_prefixes: WS-" in done.stdout
    assert "source/jobs/defaults.yaml:1" in done.stdout


def test_the_schema_for_editors_has_the_sections_and_asks_for_none() -> None:
    content = json.loads(run("schema", "--defaults").stdout)
    assert "required" not in content
    assert "records" not in content["properties"]
    assert "physical" in content["properties"]
    assert content["additionalProperties"] is False
