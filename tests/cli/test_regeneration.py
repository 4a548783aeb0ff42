"""The decision table of regeneration, a row at a time, from the outside.

Each row is seen twice: in a plain checkout, and in one with CRLF line ends, from another directory,
with another hash seed, locale and time zone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
TIME = 1_000_000_000
README = "README.md"
CODE = "src/record_io/descriptions.py"
RULE = "ACCT-OPEN-DATE: {date: YYYYMMDD}"
OTHER_RULE = 'ACCT-OPEN-DATE: {date: YYYYMMDD, high_values: "9999-12-31"}'
ELSEWHERE = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Chatham"}


@dataclass(frozen=True)
class Done:
    """What a run of the command line gave."""

    code: int
    text: str
    report: dict[str, Any]

    @property
    def codes(self) -> set[str]:
        return {problem["code"] for problem in self.report["problems"]}

    @property
    def status(self) -> str:
        return str(self.report["status"])

    def action(self, path: str) -> str | None:
        return next((c["action"] for c in self.report["changes"] if c["path"] == path), None)


@dataclass(frozen=True)
class Checkout:
    """A root with a generated job, and how it is looked at."""

    root: Path
    crlf: bool

    @property
    def output(self) -> Path:
        return self.root / "python" / "acctmast"

    def run(self, *arguments: str) -> Done:
        command, environment, where = [sys.executable, "-m", "generator"], os.environ, self.root
        command += [arguments[0], "ACCTMAST", *arguments[1:], "--format", "json"]
        if self.crlf:
            environment, where = environment | ELSEWHERE, self.root.parent
            command += ["--root", str(self.root)]
        done = subprocess.run(
            command, cwd=where, env=environment, capture_output=True, text=True, check=False
        )
        report = json.loads(done.stdout)
        assert report["exit_code"] == done.returncode
        (job,) = report["jobs"]
        assert job["exit_code"] == done.returncode
        return Done(done.returncode, done.stdout + done.stderr, job)

    def read(self, path: str) -> str:
        """The text with LF."""
        return (self.output / path).read_bytes().decode().replace("\r\n", "\n")

    def write(self, path: str, text: str) -> None:
        """The text with the line ends of this checkout."""
        raw = text.replace("\n", "\r\n") if self.crlf else text
        (self.output / path).write_bytes(raw.encode())

    def edit(self, path: str, old: str, new: str) -> str:
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new, 1))
        return self.read(path)

    def change_input(self) -> None:
        """Another rule for a date: the README and a module of code are other ones then."""
        self.replace_in("job.yaml", RULE, OTHER_RULE)

    def replace_in(self, name: str, old: str, new: str) -> None:
        """Change an input of the job."""
        path = self.root / "source" / "jobs" / "ACCTMAST" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def tree(self) -> dict[str, bytes]:
        """Everything of the user's, the state folder aside."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and ".cobrepo" not in path.parts
        }


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated once; every test has a copy."""
    root = tmp_path_factory.mktemp("generated")
    shutil.copytree(SAMPLES / "source", root / "source")
    checkout = Checkout(root, crlf=False)
    assert checkout.run("generate").status == "written"
    return root


@pytest.fixture(params=[False, True], ids=["plain", "crlf and elsewhere"])
def job(request: pytest.FixtureRequest, generated: Path, tmp_path: Path) -> Checkout:
    root = tmp_path / "root"
    shutil.copytree(generated, root)
    checkout = Checkout(root, crlf=request.param)
    for path in checkout.output.rglob("*") if checkout.crlf else ():
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    for path in root.rglob("*"):
        os.utime(path, (TIME, TIME))
    return checkout


def new_text(job: Checkout, path: str, scratch: Path) -> str:
    """What the changed input gives, generated elsewhere."""
    shutil.copytree(job.root / "source", scratch / "source")
    other = Checkout(scratch, crlf=False)
    assert other.run("generate").code == 0
    return other.read(path)


def test_unedited_and_nothing_new(job: Checkout) -> None:
    before = job.tree()
    assert (job.run("check").code, job.run("generate").status) == (0, "unchanged")
    assert job.tree() == before
    assert {path.stat().st_mtime for path in job.output.rglob("*") if path.is_file()} == {TIME}


def test_unedited_is_written(job: Checkout, tmp_path: Path) -> None:
    job.change_input()
    check = job.run("check")
    assert (check.code, check.codes, check.action(CODE)) == (1, {"GEN602"}, "update")
    done = job.run("generate")
    assert (done.code, done.status, done.action(CODE)) == (0, "written", "update")
    assert job.read(CODE) == new_text(job, CODE, tmp_path / "other")
    assert (job.output / "src/repository/values.py").stat().st_mtime == TIME
    assert job.run("check").code == 0


def test_edited_to_what_is_new_is_recorded(job: Checkout, tmp_path: Path) -> None:
    job.change_input()
    job.write(CODE, new_text(job, CODE, tmp_path / "other"))
    os.utime(job.output / CODE, (TIME, TIME))
    check = job.run("check")
    assert (check.code, check.action(CODE)) == (1, "record")
    assert "GEN608" in check.codes
    done = job.run("generate")
    assert (done.code, done.action(CODE)) == (0, "record")
    assert (job.output / CODE).stat().st_mtime == TIME
    assert job.run("check").code == 0


def test_edited_and_nothing_new_is_kept(job: Checkout) -> None:
    edited = job.edit(CODE, "\n\n", "\n# mine\n\n")
    done = job.run("generate")
    assert (done.code, done.codes, done.action(CODE)) == (0, {"GEN604"}, "keep")
    assert job.read(CODE) == edited
    check = job.run("check")
    assert (check.code, check.status, check.codes) == (1, "findings", {"GEN604"})


def test_all_three_differ_is_refused(job: Checkout) -> None:
    job.edit(CODE, "\n\n", "\n# mine\n\n")
    job.change_input()
    check = job.run("check")
    assert (check.code, "GEN605" in check.codes) == (1, True)
    before = job.tree()
    done = job.run("generate")
    assert (done.code, done.status, done.codes) == (4, "conflict", {"GEN605"})
    mine, ours = done.report["diffs"]
    assert "+# mine" in mine
    assert "9999" in ours
    assert "# mine" not in ours
    assert job.tree() == before


def test_all_three_differ_and_named_with_force(job: Checkout, tmp_path: Path) -> None:
    job.edit(CODE, "\n\n", "\n# mine\n\n")
    job.edit(README, "# ACCTMAST\n", "# The accounts\n")
    job.change_input()
    refused = job.run("generate", "--force", CODE)
    assert (refused.code, refused.action(README)) == (4, "conflict")
    done = job.run("generate", "--force", CODE, "--force", README)
    assert done.code == 0
    assert job.read(CODE) == new_text(job, CODE, tmp_path / "other")
    assert "The accounts" not in job.read(README)
    assert job.run("check").code == 0


def test_all_three_differ_and_merged(job: Checkout) -> None:
    job.edit(README, "# ACCTMAST\n", "# The accounts\n")
    job.change_input()
    dry, before = job.run("generate", "--merge", "--dry-run"), job.tree()
    assert (dry.code, dry.status, dry.action(README)) == (0, "would write", "merge")
    assert job.tree() == before
    done = job.run("generate", "--merge")
    assert (done.code, done.status, done.action(README)) == (0, "written", "merge")
    assert "# The accounts\n" in job.read(README)
    assert "high-values: 9999-12-31" in job.read(README)
    assert job.run("check").codes == {"GEN604"}
    again = job.run("generate")
    assert (again.code, again.action(README)) == (0, "keep")
    job.replace_in("job.yaml", OTHER_RULE, RULE)
    assert job.run("generate").code == 4
    assert job.run("generate", "--merge").code == 0
    job.edit(README, "# The accounts\n", "# ACCTMAST\n")
    assert job.run("check").code == 0


def test_all_three_differ_and_merged_with_conflicts(job: Checkout) -> None:
    row = next(line for line in job.read(README).splitlines() if "`ACCOUNT.OPEN_DATE`" in line)
    job.edit(README, row, f"{row} mine")
    job.change_input()
    done = job.run("generate", "--merge")
    assert (done.code, done.status, done.codes) == (4, "merged with conflicts", {"GEN631"})
    text = job.read(README)
    begin, middle, end = "<<<<<<< your edit\n", "=======\n", ">>>>>>> generated now\n"
    assert text.index(begin) < text.index(f"{row} mine\n") < text.index(middle) < text.index(end)
    assert "9999-12-31" in job.read(CODE)
    check = job.run("check")
    assert (check.code, check.codes) == (1, {"GEN631"})
    assert job.run("generate").codes == {"GEN631"}
    job.replace_in("job.yaml", OTHER_RULE, RULE)
    refused = job.run("generate", "--merge")
    assert (refused.code, refused.codes) == (4, {"GEN605", "GEN630"})
    assert "the conflicts of the last merge are still in it" in refused.text
    chosen = text[text.index(middle) + len(middle) : text.index(end)]
    job.write(README, text[: text.index(begin)] + chosen + text[text.index(end) + len(end) :])
    assert job.run("generate").code == 0
    assert job.run("check").code == 0


def test_no_merge_without_the_text_that_was_generated(job: Checkout) -> None:
    job.edit(README, "# ACCTMAST\n", "# The accounts\n")
    job.change_input()
    shutil.rmtree(job.root / ".cobrepo")
    before = job.tree()
    done = job.run("generate", "--merge")
    assert (done.code, done.codes) == (4, {"GEN605", "GEN630"})
    assert "is not on this machine (.cobrepo/base)" in done.text
    assert job.tree() == before


def test_no_merge_without_git(job: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    job.edit(README, "# ACCTMAST\n", "# The accounts\n")
    job.change_input()
    monkeypatch.setenv("PATH", str(job.root))
    done = job.run("generate", "--merge")
    assert (done.code, done.codes) == (4, {"GEN605", "GEN630"})
    assert "git is not installed" in done.text


def test_there_before_us_is_not_overwritten(job: Checkout) -> None:
    lock = job.output / "cobrepo.lock"
    content = json.loads(lock.read_text("utf-8"))
    del content["files"][README]
    lock.write_text(json.dumps(content), "utf-8")
    job.write(README, "mine\n")
    check = job.run("check")
    assert (check.code, check.codes, check.action(README)) == (1, {"GEN609"}, "foreign")
    for merge in ((), ("--merge",)):
        before = job.tree()
        done = job.run("generate", *merge)
        assert (done.code, done.status, done.codes) == (4, "conflict", {"GEN609"})
        assert job.tree() == before
    assert job.run("generate", "--force", README).code == 0
    assert job.read(README).startswith("<!-- Code generated by cobrepo")


def test_stale_is_removed_unless_edited(job: Checkout) -> None:
    folder = "src/repository/sql/sqlite"
    edited, unedited = f"{folder}/run_find.sql", f"{folder}/run_hold.sql"
    text = job.edit(edited, "\n", "\n-- mine\n")
    job.replace_in("job.yaml", "targets: [db2-luw, sqlite]", "targets: [db2-luw]")
    check = job.run("check")
    assert (check.action(edited), check.action(unedited)) == ("keep stale", "remove")
    assert "GEN603" in check.codes
    dry, before = job.run("generate", "--dry-run"), job.tree()
    assert (dry.status, dry.action(unedited)) == ("would write", "remove")
    assert job.tree() == before
    done = job.run("generate")
    assert (done.code, done.codes, done.action(unedited)) == (0, {"GEN603"}, "remove")
    assert [path.name for path in (job.output / folder).iterdir()] == ["run_find.sql"]
    assert job.read(edited) == text
    assert job.run("check").codes == {"GEN603"}
    assert job.run("generate", "--force", edited).code == 0
    assert not (job.output / folder).exists()
    assert job.run("check").code == 0


def test_missing_is_written_again(job: Checkout) -> None:
    before = job.read(CODE)
    (job.output / CODE).unlink()
    check = job.run("check")
    assert (check.code, check.codes, check.action(CODE)) == (1, {"GEN601"}, "restore")
    assert job.run("generate").action(CODE) == "restore"
    assert job.read(CODE) == before


def test_the_users_own_file_is_never_written_again(job: Checkout) -> None:
    own = "src/acctmast/extensions.py"
    job.write(own, "EXTENSIONS = ...  # mine\n")
    job.change_input()
    assert job.run("generate").code == 0
    assert job.read(own) == "EXTENSIONS = ...  # mine\n"
    assert job.run("check").code == 0
    (job.output / own).unlink()
    job.replace_in("job.yaml", OTHER_RULE, RULE)
    assert job.run("generate").code == 0
    assert not (job.output / own).exists()
    assert job.run("check").code == 0
    assert job.run("generate", "--force", own).code == 0
    assert "Made once by cobrepo" in job.read(own)


def test_reports_are_no_drift(job: Checkout) -> None:
    job.edit("review/schema.md", "\n", "\nseen by the DBA\n")
    (job.output / "review/schema.json").unlink()
    assert job.run("check").code == 0
    assert job.run("generate").action("review/schema.json") == "restore"
