"""generate, check and diff over their life: first time, unchanged, edited, stale, refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]

TIME = 1_000_000_000


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (TIME, TIME))


def touched(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.stat().st_mtime != TIME
    }


@pytest.fixture
def acct(estate: Path, cobrepo: Command) -> Path:
    """The output of a generated job."""
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert done.returncode == 0, done.stderr
    return estate / "python" / "acctmast"


def change_a_rule(root: Path) -> None:
    """What a date of high values means: code and README are other ones then, the tables are not."""
    config = root / "source" / "jobs" / "ACCTMAST" / "job.yaml"
    text, rule = config.read_text("utf-8"), "ACCT-OPEN-DATE: {date: YYYYMMDD"
    assert rule in text
    config.write_text(text.replace(rule, f'{rule}, high_values: "9999-12-31"'), "utf-8")


def add_a_field(root: Path) -> None:
    member = root / "source" / "jobs" / "ACCTMAST" / "copybooks" / "ACCTMAST.cpy"
    text, filler = member.read_text("utf-8"), "05  FILLER                      PIC X(15)."
    assert filler in text
    added = "05  ACCT-EMAIL-FLAG  PIC X(01).\n           05  FILLER  PIC X(14)."
    member.write_text(text.replace(filler, added), "utf-8")


def test_the_tree_of_the_design(acct: Path) -> None:
    names = set(tree(acct))
    assert {
        "cobrepo.lock",
        "README.md",
        "pyproject.toml",
        "config/base_config.yaml",
        "src/repository/__init__.py",
        "src/repository/records.py",
        "src/repository/connection_factory.py",
        "src/repository/retry_policy.py",
        "src/repository/db_writer.py",
        "src/repository/staging_repository.py",
        "src/repository/final_repository.py",
        "src/repository/reconciliation_repository.py",
        "src/repository/ddl/db2-luw/020_staging_tables.sql",
        "src/repository/ddl/sqlite/030_final_tables.sql",
        "review/schema.md",
        "review/schema.json",
    } <= names
    assert any(name.startswith("tests/test_") for name in names)
    assert any(name.startswith("src/repository/ddl/db2-luw/drop/") for name in names)
    assert not any(name.endswith(".cobrepo-tmp") for name in names)


def test_again_is_unchanged_and_touches_nothing(acct: Path, estate: Path, cobrepo: Command) -> None:
    age(acct)
    before = tree(acct)
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert (done.returncode, done.stderr) == (0, "")
    assert "unchanged" in done.stdout
    shutil.rmtree(estate / ".cobrepo")
    assert "unchanged" in cobrepo("generate", "ACCTMAST", cwd=estate).stdout
    assert touched(acct) == set()
    assert tree(acct) == before


def test_the_same_bytes_whatever_the_hash_seed_directory_and_locale(
    acct: Path, tmp_path: Path, estate: Path, cobrepo: Command
) -> None:
    other = tmp_path / "deep" / "down"
    shutil.copytree(estate / "source", other / "source")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = cobrepo(
        "generate",
        "ACCTMAST",
        "--root",
        str(other),
        cwd=elsewhere,
        env={
            "PYTHONHASHSEED": "77",
            "LC_ALL": "C",
            "TZ": "Asia/Tokyo",
            "XDG_CACHE_HOME": "/nonexistent",
        },
    )
    assert done.returncode == 0, done.stderr
    assert tree(other / "python" / "acctmast") == tree(acct)
    assert list(elsewhere.iterdir()) == []


def test_only_what_changes_is_written(acct: Path, estate: Path, cobrepo: Command) -> None:
    age(acct)
    change_a_rule(estate)
    check = cobrepo("check", "ACCTMAST", cwd=estate)
    assert check.returncode == 1
    assert "GEN602" in check.stdout
    assert touched(acct) == set()
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert done.returncode == 0, done.stderr
    assert "src/record_io/descriptions.py" in touched(acct)
    assert "src/repository/retry_policy.py" not in touched(acct)
    assert cobrepo("check", "ACCTMAST", cwd=estate).returncode == 0


def test_dry_run_writes_nothing(estate: Path, cobrepo: Command) -> None:
    done = cobrepo("generate", "ACCTMAST", "--dry-run", cwd=estate)
    assert done.returncode == 0
    assert "would write" in done.stdout
    assert not (estate / "python").exists()
    assert not (estate / ".cobrepo").exists()


def test_diff_shows_tables_and_files(acct: Path, estate: Path, cobrepo: Command) -> None:
    assert cobrepo("diff", "ACCTMAST", cwd=estate).returncode == 0
    add_a_field(estate)
    before = tree(acct)
    done = cobrepo("diff", "ACCTMAST", cwd=estate)
    assert done.returncode == 1
    assert "+ ACCOUNT.EMAIL_FLAG: column-added CHAR(1) NOT NULL" in done.stdout
    assert "+++ src/repository/records.py (generated now)" in done.stdout
    assert "review/schema" not in done.stdout  # what follows from the rest would bury it
    assert tree(acct) == before


def test_a_report_that_is_old_is_no_difference(acct: Path, estate: Path, cobrepo: Command) -> None:
    for page in (acct / "review").iterdir():
        page.unlink()
    done = cobrepo("diff", "ACCTMAST", cwd=estate)
    assert (done.returncode, done.stdout) == (
        0,
        "ACCTMAST: unchanged, 0 in the tables, 0 in the files\n",
    )
    assert cobrepo("check", "ACCTMAST", cwd=estate).returncode == 0


@pytest.mark.parametrize("spelling", ["README.md", "python/acctmast/README.md", "absolute"])
def test_force_takes_a_path_as_the_user_sees_it(
    acct: Path, estate: Path, cobrepo: Command, spelling: str
) -> None:
    readme = acct / "README.md"
    generated = readme.read_text("utf-8")
    readme.write_text("mine", "utf-8")
    path = str(readme) if spelling == "absolute" else spelling
    assert cobrepo("generate", "ACCTMAST", "--force", path, cwd=estate).returncode == 0
    assert readme.read_text("utf-8") == generated


@pytest.mark.usefixtures("acct")
def test_force_that_names_nothing(estate: Path, cobrepo: Command) -> None:
    done = cobrepo("generate", "ACCTMAST", "--force", "REDME.md", cwd=estate)
    assert done.returncode == 2
    assert "did you mean README.md?" in done.stderr


def test_a_file_that_was_there_before_is_not_overwritten(estate: Path, cobrepo: Command) -> None:
    readme = estate / "python" / "acctmast" / "README.md"
    readme.parent.mkdir(parents=True)
    readme.write_text("mine\n", "utf-8")
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert done.returncode == 4
    assert "GEN609" in done.stderr
    assert tree(readme.parent) == {"README.md": b"mine\n"}


def test_a_lost_manifest_is_made_again(acct: Path, estate: Path, cobrepo: Command) -> None:
    before = tree(acct)
    (acct / "cobrepo.lock").unlink()
    check = cobrepo("check", "ACCTMAST", cwd=estate)
    assert (check.returncode, "GEN606" in check.stdout) == (1, True)
    assert "never generated" not in check.stdout
    count = len(before) - 1
    assert f"{count} of {count} files are what it would write; it records them" in check.stdout
    (acct / "pyproject.toml").write_text("", "utf-8")
    check = cobrepo("check", "ACCTMAST", cwd=estate)
    assert f"{count - 1} of {count} files are" in check.stdout
    assert "1 differ; it writes nothing" in check.stdout
    (acct / "pyproject.toml").unlink()
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    assert tree(acct) == before


def test_a_damaged_manifest_is_refused(acct: Path, estate: Path, cobrepo: Command) -> None:
    (acct / "cobrepo.lock").write_text("<<<<<<< HEAD\n", "utf-8")
    for command in ("generate", "check", "diff"):
        done = cobrepo(command, "ACCTMAST", cwd=estate)
        assert (done.returncode, "GEN607" in done.stderr) == (2, True)


def drop_sqlite(root: Path) -> None:
    config = root / "source" / "jobs" / "ACCTMAST" / "job.yaml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("targets: [db2-luw, sqlite]", "targets: [db2-luw]"), "utf-8")


def test_a_target_alone(estate: Path, cobrepo: Command) -> None:
    done = cobrepo("generate", "ACCTMAST", "--target", "sqlite", cwd=estate)
    assert done.returncode == 0, done.stderr
    ddl = estate / "python" / "acctmast" / "src" / "repository" / "ddl"
    assert sorted(path.name for path in ddl.iterdir() if path.is_dir()) == ["sqlite"]
    assert cobrepo("check", "ACCTMAST", cwd=estate).returncode == 1
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    assert cobrepo("check", "ACCTMAST", cwd=estate).returncode == 0
    assert (ddl / "db2-luw").is_dir()


def test_a_target_that_the_job_does_not_have(estate: Path, cobrepo: Command) -> None:
    drop_sqlite(estate)
    done = cobrepo("generate", "ACCTMAST", "--target", "sqlite", cwd=estate)
    assert (done.returncode, "GEN616" in done.stderr) == (2, True)


def test_review_writes_the_page_only(estate: Path, cobrepo: Command) -> None:
    done = cobrepo("review", "ACCTMAST", cwd=estate)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "python/acctmast/review/schema.html",
        "python/acctmast/review/schema.md",
        "python/acctmast/review/schema.json",
    ]
    names = set(tree(estate / "python" / "acctmast"))
    assert names == {"cobrepo.lock", "review/schema.html", "review/schema.md", "review/schema.json"}
    review = estate / "python" / "acctmast" / "review"
    content = json.loads((review / "schema.json").read_text("utf-8"))
    assert content["entities"][0]["columns"][0]["cobol_name"] == "ACCT-BANK-NO"
    page = (review / "schema.md").read_text("utf-8").splitlines()
    balance = next(line for line in page if "`ACCT-LEDGER-BAL`" in line)
    assert (
        "| `S9(13)V99` | `COMP-3` | 63 | 8 | `LEDGER_BAL` | `DECIMAL(15,2)` | `TEXT` |" in balance
    )
    assert "- 15 bytes at offset 185" in page
    steps = [line for line in page if "`020_staging_tables.sql`" in line]
    assert [step.count("`drop/030_drop_staging_tables.sql`") for step in steps] == [1, 1]


@pytest.mark.usefixtures("acct")
def test_an_init_draft_is_accepted_as_it_is(estate: Path, cobrepo: Command) -> None:
    for job in ("ACCTMAST", "ORDERS", "PAYROLL", "POLICY"):
        assert cobrepo("init", job, "--force", cwd=estate).returncode == 0
        done = cobrepo("generate", job, "--dry-run", cwd=estate)
        assert done.returncode == 0, done.stderr


def test_a_new_draft_keeps_how_the_copybooks_are_read(estate: Path, cobrepo: Command) -> None:
    job = estate / "source" / "jobs" / "TAGGED"
    (job / "copybooks").mkdir(parents=True)
    lines = "       01  :P:-REC.\n           05  :P:-ID PIC 9(9).\n"
    (job / "copybooks" / "TAGGED.cpy").write_text(lines, "utf-8")
    refused = cobrepo("init", "TAGGED", cwd=estate)
    assert refused.returncode == 2
    assert 'replacing: {":P:": NAME}' in refused.stderr
    replacing = 'copybooks:\n  replacing: {":P:": "CUST"}\n'
    (job / "job.yaml").write_text(f"version: 1\njob: TAGGED\n{replacing}", "utf-8")
    assert cobrepo("init", "TAGGED", cwd=estate).returncode == 2
    done = cobrepo("init", "TAGGED", "--force", cwd=estate)
    assert done.returncode == 0, done.stderr
    drafted = (job / "job.yaml").read_text("utf-8")
    assert replacing in drafted
    assert "key: [CUST-ID]" in drafted
    assert cobrepo("generate", "TAGGED", "--dry-run", cwd=estate).returncode == 0


def test_a_new_member_and_a_changed_library_are_noticed(estate: Path, cobrepo: Command) -> None:
    assert cobrepo("generate", "PAYROLL", cwd=estate).returncode == 0
    audit = estate / "source" / "copylib" / "PAYAUDIT.cpy"
    text = audit.read_text("utf-8")
    audit.write_text(text.replace("X(08)", "X(12)"), "utf-8")
    assert text != audit.read_text("utf-8")
    assert cobrepo("check", "PAYROLL", cwd=estate).returncode == 1
    audit.write_text(text, "utf-8")
    assert cobrepo("check", "PAYROLL", cwd=estate).returncode == 0
    shutil.copy(audit, estate / "source" / "jobs" / "PAYROLL" / "copybooks" / "PAYAUDIT.cpy")
    nearer = estate / "source" / "jobs" / "PAYROLL" / "copybooks" / "PAYAUDIT.cpy"
    nearer.write_text(text.replace("X(08)", "X(12)"), "utf-8")
    assert cobrepo("check", "PAYROLL", cwd=estate).returncode == 1


def test_all_jobs_in_processes(estate: Path, cobrepo: Command) -> None:
    (estate / "source" / "jobs" / "ORDERS" / "job.yaml").write_text("version: 1\njob: X\n", "utf-8")
    done = cobrepo("generate", "--all", "--jobs", "2", "--format", "json", cwd=estate)
    report = json.loads(done.stdout)
    assert done.returncode == report["exit_code"] == 2
    assert [(job["job"], job["status"], job["exit_code"]) for job in report["jobs"]] == [
        ("ACCTMAST", "written", 0),
        ("ORDERS", "failed", 2),
        ("PAYROLL", "written", 0),
        ("POLICY", "written", 0),
    ]
    assert report["jobs"][1]["problems"][0]["path"] == "source/jobs/ORDERS/job.yaml"
    assert "2/4 ORDERS: failed" in done.stderr


def test_two_runs_at_once(estate: Path, cobrepo: Command) -> None:
    command = [sys.executable, "-m", "generator", "generate", "ACCTMAST"]
    runs = [
        subprocess.Popen(command, cwd=estate, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    assert [run.communicate()[1] for run in runs] == [b"", b"", b""]
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert cobrepo("check", "ACCTMAST", cwd=estate).returncode == 0


def test_a_run_waits_for_one_that_writes_and_then_gives_up(acct: Path, estate: Path) -> None:
    """The other one holds the job for as long as its standard input is open."""
    holds = (
        "import pathlib, sys\n"
        "from generator.output import state\n"
        "with state.exclusive(pathlib.Path(), 'acctmast'):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    waits = (
        "import sys\n"
        "from generator.output import state\n"
        "state.WAIT_SECONDS = {seconds}\n"
        "from generator.cli import main\n"
        "sys.argv = ['cobrepo', 'generate', 'ACCTMAST']\n"
        "main()\n"
    )

    def start(program: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=estate,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    change_a_rule(estate)
    before = tree(acct)
    holder = start(holds)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    refused = start(waits.format(seconds=0.2))
    _, told = refused.communicate()
    assert (refused.returncode, "GEN612" in told) == (2, True)
    assert "another cobrepo is writing python/acctmast" in told
    assert tree(acct) == before
    waiting = start(waits.format(seconds=60))
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.communicate(timeout=3)
    assert tree(acct) == before
    holder.communicate()
    waiting.communicate()
    assert (waiting.returncode, tree(acct) != before) == (0, True)


def test_a_root_that_is_not_a_git_checkout_stays_clean(acct: Path, estate: Path) -> None:
    assert acct.is_dir()
    assert sorted(path.name for path in estate.iterdir()) == [".cobrepo", "python", "source"]
    assert (estate / ".cobrepo" / ".gitignore").read_text("utf-8") == "*\n"
