"""Migrations among the generated files: written once, never again."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
UP = "migrations/sqlite/0001_added_email_flag.up.sql"
FILLER = "    05  FILLER                      PIC X(15)."
ADDED = "    05  ACCT-EMAIL-FLAG             PIC X(01).\n           05  FILLER    PIC X(14)."


@dataclass(frozen=True)
class Job:
    """A root in which a migration was written."""

    root: Path

    @property
    def up(self) -> Path:
        return self.root / "python" / "acctmast" / UP

    def run(self, *words: str) -> tuple[int, dict[str, Any]]:
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words, "--format", "json"],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )
        (job,) = json.loads(done.stdout)["jobs"]
        assert job["exit_code"] == done.returncode
        return done.returncode, job

    def generate(self, *options: str) -> tuple[int, dict[str, Any]]:
        return self.run("generate", "ACCTMAST", *options)

    def check(self) -> tuple[int, dict[str, Any]]:
        return self.run("check", "ACCTMAST")

    def replace_in(self, name: str, old: str, new: str) -> None:
        path = self.root / "source" / "jobs" / "ACCTMAST" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def codes(report: dict[str, Any]) -> set[str]:
    return {problem["code"] for problem in report["problems"]}


def action(report: dict[str, Any]) -> str | None:
    return next((c["action"] for c in report["changes"] if c["path"] == UP), None)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("migrated")
    shutil.copytree(SAMPLES / "source", root / "source")
    job = Job(root)
    assert job.generate()[0] == 0
    job.replace_in("copybooks/ACCTMAST.cpy", FILLER, ADDED)
    assert job.run("migrate", "new", "ACCTMAST")[0] == 0
    assert job.check()[0] == 0
    return root


@pytest.fixture
def job(migrated: Path, tmp_path: Path) -> Job:
    return Job(Path(shutil.copytree(migrated, tmp_path / "root")))


def test_later_runs_do_not_touch_it(job: Job) -> None:
    """Neither another name of the job's copybook nor a target that is gone does."""
    before, time = job.up.read_bytes(), job.up.stat().st_mtime_ns
    folder = job.root / "source" / "jobs" / "ACCTMAST" / "copybooks"
    (folder / "ACCTMAST.cpy").rename(folder / "ACCTS.cpy")
    code, report = job.generate()
    assert (code, report["status"], action(report)) == (0, "written", None)
    job.replace_in("job.yaml", "targets: [db2-luw, sqlite]", "targets: [db2-luw]")
    code, report = job.generate()
    assert (code, action(report)) == (0, None)
    assert (job.up.read_bytes(), job.up.stat().st_mtime_ns) == (before, time)
    assert not (job.root / "python/acctmast/src/repository/sql/sqlite").exists()


@pytest.mark.parametrize("options", [[], ["--merge"]])
def test_an_edited_one_is_told_and_left_alone(job: Job, options: list[str]) -> None:
    job.up.write_text("-- mine\n", "utf-8")
    code, report = job.check()
    assert (code, "MIG302" in codes(report), action(report)) == (1, True, "migration edited")
    code, report = job.generate(*options)
    assert (code, codes(report)) == (0, {"MIG302"})
    assert job.up.read_text("utf-8") == "-- mine\n"
    assert "MIG302" in codes(job.check()[1])


def test_line_ends_are_no_edit(job: Job) -> None:
    job.up.write_bytes(job.up.read_bytes().replace(b"\n", b"\r\n"))
    assert job.check()[0] == 0
    assert job.generate()[1]["status"] == "unchanged"


def test_force_does_not_overwrite_it(job: Job) -> None:
    job.up.write_text("-- mine\n", "utf-8")
    code, report = job.generate("--force", UP)
    assert (code, codes(report)) == (2, {"GEN632"})
    assert job.up.read_text("utf-8") == "-- mine\n"


def test_a_missing_one_comes_back_with_its_own_text(job: Job) -> None:
    before = job.up.read_bytes()
    job.up.unlink()
    assert job.check()[0] == 1
    code, report = job.generate()
    assert (code, action(report)) == (0, "restore")
    assert job.up.read_bytes() == before
    assert job.check()[0] == 0


def test_a_missing_one_whose_text_is_not_known_is_told(job: Job) -> None:
    job.up.unlink()
    shutil.rmtree(job.root / ".cobrepo")
    code, report = job.check()
    assert (code, "MIG303" in codes(report)) == (1, True)
    code, report = job.generate()
    assert (code, codes(report), action(report)) == (0, {"MIG303"}, "migration lost")
    assert not job.up.exists()
    assert "MIG303" in codes(job.check()[1])


def test_one_that_is_ignored_is_written_all_the_same(job: Job) -> None:
    (job.root / ".cobrepoignore").write_text("*.sql\n", "utf-8")
    job.replace_in("copybooks/ACCTMAST.cpy", "PIC X(14).", "PIC X(13).\n           05 N PIC X.")
    assert job.run("migrate", "new", "ACCTMAST")[0] == 0
    assert [path.name[:4] for path in sorted(job.up.parent.glob("*.up.sql"))] == ["0001", "0002"]
    assert job.check()[0] == 0
