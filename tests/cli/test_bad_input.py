"""Bad usage and bad input: a clear message, exit code 2, nothing written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def listing(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["generate"], "name the jobs, or say --all"),
        (["generate", "--all", "ACCTMAST"], "name the jobs, or say --all"),
        (["generate", "ACTMAST"], "did you mean ACCTMAST? the jobs are: ACCTMAST, ORDERS"),
        (["generate", "acctmast"], "did you mean ACCTMAST?"),
        (["check", "NOPE"], "error[GEN620]"),
        (["generate", "../jobs/ACCTMAST"], "error[GEN622]"),
        (["generate", ".."], "error[GEN622]"),
        (["generate", ""], "error[GEN622]"),
        (["init", "/etc"], "error[GEN622]"),
        (["init", "ACCTMAST"], "error[GEN626]"),
        (["generate", "--all", "--force", "README.md"], "name exactly one JOB"),
        (["generate", "ACCTMAST", "--jobs", "0"], "--jobs"),
        (["generate", "ACCTMAST", "--format", "xml"], "--format"),
        (["generate", "ACCTMAST", "--target", "oracle"], "error[GEN616]"),
        (["--root", "nowhere", "generate", "ACCTMAST"], "there is no such directory"),
        (["inspect", "nowhere.cpy"], "nowhere.cpy"),
        (["inspect", "x.cpy", "--replacing", "ABC"], "write OLD=NEW"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_usage(estate: Path, cobrepo: Command, arguments: list[str], message: str) -> None:
    before = listing(estate)
    done = cobrepo(*arguments, cwd=estate)
    assert done.returncode == 2, done.stderr
    assert message in " ".join(done.stderr.split())
    assert done.stdout == ""
    assert listing(estate) == before


def test_no_source(tmp_path: Path, cobrepo: Command) -> None:
    for arguments in (["generate", "X"], ["generate", "--all"], ["init", "X"]):
        done = cobrepo(*arguments, cwd=tmp_path)
        assert done.returncode == 2
        assert "there are no jobs in source/jobs" in done.stderr
    assert listing(tmp_path) == []


def test_no_copybooks_says_where_it_looked(estate: Path, cobrepo: Command) -> None:
    folder = estate / "source" / "jobs" / "EMPTY"
    folder.mkdir()
    (folder / "ACCT.cob").write_text("", "utf-8")
    for command in ("init", "generate"):
        done = cobrepo(command, "EMPTY", cwd=estate)
        assert done.returncode == 2
        assert "there is no *.cpy in source/jobs/EMPTY/copybooks" in done.stderr
        assert "the job's folder holds ACCT.cob" in done.stderr


def test_no_job_yaml_names_the_command_that_drafts_it(estate: Path, cobrepo: Command) -> None:
    (estate / "source" / "jobs" / "ORDERS" / "job.yaml").unlink()
    done = cobrepo("generate", "ORDERS", cwd=estate)
    assert done.returncode == 2
    assert "cobrepo init ORDERS" in done.stderr


def test_two_jobs_for_one_folder(estate: Path, cobrepo: Command) -> None:
    for name in ("PAY-ROLL", "PAY_ROLL"):
        (estate / "source" / "jobs" / name).mkdir()
    done = cobrepo("generate", "PAY-ROLL", cwd=estate)
    assert done.returncode == 2
    assert "PAY-ROLL and PAY_ROLL would both be written to python/pay_roll" in done.stderr
    assert cobrepo("generate", "--all", cwd=estate).stderr.count("GEN623") == 1


def test_syntax_errors_have_a_place_and_a_caret(estate: Path, cobrepo: Command) -> None:
    member = estate / "source" / "jobs" / "ACCTMAST" / "copybooks" / "ACCTMAST.cpy"
    text = member.read_text("utf-8")
    member.write_text(text.replace("PIC X(30)", "PIC X(3Q)"), "utf-8")
    before = listing(estate)
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert done.returncode == 2
    first, source, caret = done.stderr.splitlines()[:3]
    assert first.startswith("source/jobs/ACCTMAST/copybooks/ACCTMAST.cpy:")
    assert ": error[CPY" in first
    assert "X(3Q)" in source
    assert "^" in caret
    assert listing(estate) == before


@pytest.mark.parametrize(
    "content", ["é".encode("latin-1") * 40, b"\xd6\xf0\xf1@@\xc1\xc3\xc3\xe3" * 40, b"\0" * 200]
)
def test_unreadable_bytes(estate: Path, cobrepo: Command, content: bytes) -> None:
    member = estate / "source" / "jobs" / "ACCTMAST" / "copybooks" / "ACCTMAST.cpy"
    member.write_bytes(b"       01  A.\n           05  B PIC X.  *> " + content + b"\n")
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert done.returncode == 2
    assert "ACCTMAST.cpy" in done.stderr
    assert not (estate / "python").exists()


def test_an_output_folder_that_is_a_file(estate: Path, cobrepo: Command) -> None:
    (estate / "python").write_text("", "utf-8")
    before = listing(estate)
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert (done.returncode, "GEN610" in done.stderr) == (2, True)
    assert listing(estate) == before


def test_an_output_folder_that_is_a_link_out(
    estate: Path, tmp_path: Path, cobrepo: Command
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (estate / "python").mkdir()
    (estate / "python" / "acctmast").symlink_to(outside)
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert (done.returncode, "GEN611" in done.stderr) == (2, True)
    assert list(outside.iterdir()) == []


def test_a_manifest_that_would_reach_outside(estate: Path, cobrepo: Command) -> None:
    victim = estate / "victim.txt"
    victim.write_text("precious", "utf-8")
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    lock = estate / "python" / "acctmast" / "cobrepo.lock"
    content = json.loads(lock.read_text("utf-8"))
    content["files"]["../../victim.txt"] = {"owner": "owned", "hash": "0" * 64}
    lock.write_text(json.dumps(content), "utf-8")
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert (done.returncode, "GEN607" in done.stderr) == (2, True)
    assert victim.read_text("utf-8") == "precious"


def test_json_of_a_run_that_came_to_no_job(estate: Path, cobrepo: Command) -> None:
    done = cobrepo("generate", "NOPE", "--format", "json", cwd=estate)
    report = json.loads(done.stdout)
    assert done.returncode == report["exit_code"] == 2
    assert report["jobs"] == []
    assert [problem["code"] for problem in report["problems"]] == ["GEN620"]


def test_inspect_json_of_a_wrong_copybook(estate: Path, cobrepo: Command) -> None:
    (estate / "bad.cpy").write_text("       01  A PIC Q.\n", "utf-8")
    done = cobrepo("inspect", "bad.cpy", "--format", "json", cwd=estate)
    assert done.returncode == 2
    report = json.loads(done.stdout)
    assert (report["copybook"], report["records"]) == ("bad.cpy", [])
    assert report["diagnostics"][0]["severity"] == "error"


def test_an_internal_error_ends_with_5_and_a_log(estate: Path) -> None:
    program = (
        "import sys, generator.pipeline as pipeline\n"
        "pipeline.render = lambda *_, **__: 1 // 0\n"
        "from generator.cli import main\n"
        "sys.argv = ['cobrepo', 'generate', 'ACCTMAST', 'ORDERS']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=estate, capture_output=True, text=True, check=False
    )
    assert done.returncode == 5
    assert "Traceback" not in done.stderr
    logs = sorted((estate / ".cobrepo").glob("*.log"))
    assert len(logs) == 2
    for log in logs:
        assert f".cobrepo/{log.name}" in done.stderr
        assert "ZeroDivisionError" in log.read_text("utf-8")


def test_an_interrupt_ends_with_130(estate: Path) -> None:
    program = (
        "import sys, time, generator.pipeline as pipeline\n"
        "pipeline.render = lambda *_, **__: (print('ready', flush=True), time.sleep(60))\n"
        "from generator.cli import main\n"
        "sys.argv = ['cobrepo', 'generate', 'ACCTMAST']\n"
        "main()\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", program], cwd=estate, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout is not None
    assert run.stdout.readline() == b"ready\n"
    run.send_signal(signal.SIGINT)
    assert run.wait(30) == 130
    assert not (estate / "python").exists()
    run.communicate()


def interrupted(root: Path, processes: int) -> tuple[int, int]:
    """Ctrl-C after the first of twelve jobs: how many are done as reported, and as on disk."""
    jobs = root / "source" / "jobs"
    for number in range(8):
        copied = Path(shutil.copytree(jobs / "ORDERS", jobs / f"ZJOB{number}")) / "job.yaml"
        text = copied.read_text("utf-8").replace("job: ORDERS", f"job: ZJOB{number}")
        copied.write_text(text, "utf-8")
    out, err = root / "out", root / "err"
    with out.open("w") as standard_output, err.open("w") as standard_error:
        run = subprocess.Popen(
            [sys.executable, "-m", "generator", "generate", "--all", "--jobs", str(processes)],
            cwd=root,
            stdout=standard_output,
            stderr=standard_error,
            start_new_session=True,
        )
    while "\n" not in err.read_text("utf-8"):
        time.sleep(0.01)
    os.killpg(run.pid, signal.SIGINT)
    run.wait(60)
    assert run.returncode == 130
    *progress, last = err.read_text("utf-8").splitlines()
    assert all(line.endswith(": written") for line in progress)
    assert out.read_text("utf-8").count(": written, python/") == len(progress)
    assert last == f"interrupted: {len(progress)} of 12 jobs done"
    return len(progress), len(list(root.glob("python/*/cobrepo.lock")))


@pytest.mark.parametrize("processes", [1, 2])
def test_an_interrupt_drops_the_jobs_that_wait(
    estate: Path, cobrepo: Command, processes: int
) -> None:
    reported, on_disk = interrupted(estate, processes)
    assert reported == on_disk < 6
    assert not list(estate.rglob("*.cobrepo-tmp"))
    assert cobrepo("generate", "--all", "--jobs", "2", cwd=estate).returncode == 0
    assert cobrepo("check", "--all", cwd=estate).returncode == 0


def test_a_reader_that_goes_away(estate: Path) -> None:
    member = "source/jobs/ORDERS/copybooks/ORDREC.cpy"
    command = f"{sys.executable} -m generator inspect {member} --format json | head -c 1"
    done = subprocess.run(  # noqa: S602 - a pipe is what is tested
        command, cwd=estate, shell=True, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "command",
    [
        "inspect source/jobs/ORDERS/copybooks/ORDREC.cpy",
        "schema",
        "--help",
        "generate --all --dry-run",
        "check --all --format json",
    ],
)
def test_standard_output_that_is_full_or_closed(
    estate: Path, command: str, unbuffered: str
) -> None:
    def run(end: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S602 - a shell's redirection is what is tested
            f"set -o pipefail; {sys.executable} -m generator {command} {end}",
            cwd=estate,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            executable="/bin/bash",
            shell=True,
            capture_output=True,
            text=True,
            check=False,
        )

    full = run("> /dev/full")
    assert full.returncode == 2, full.stderr
    assert "error[GEN617]: standard output cannot be written: No space left" in full.stderr
    assert "bug" not in full.stderr
    closed = run("| true")
    assert closed.returncode == 141, closed.stderr
    assert "rror" not in closed.stderr
    assert not list(estate.glob(".cobrepo/*.log"))


def test_colour_only_on_a_terminal(estate: Path, cobrepo: Command) -> None:
    assert "\033[" not in cobrepo("generate", "NOPE", cwd=estate).stderr
    assert "\033[" not in cobrepo("--help", cwd=estate).stdout
    main, terminal = os.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", "generate", "NOPE"], cwd=estate, stderr=terminal
    )
    run.wait(30)
    os.close(terminal)
    time.sleep(0.05)
    assert b"\033[31;1merror[GEN620]" in os.read(main, 4096)
    os.close(main)


UNPRIVILEGED = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-all",
)


@pytest.mark.parametrize(
    "locked",
    [
        "source/jobs/ACCTMAST/copybooks/ACCTMAST.cpy",
        "source/jobs/ACCTMAST/copybooks",
        "source/jobs/ACCTMAST",
        "source/jobs",
        "source",
    ],
)
@pytest.mark.parametrize("command", [("generate",), ("check",), ("init", "--force")])
def test_what_may_not_be_read(estate: Path, locked: str, command: tuple[str, ...]) -> None:
    before = listing(estate)
    (estate / locked).chmod(0)
    prefix = UNPRIVILEGED if os.geteuid() == 0 else ()
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "generator", *command, "ACCTMAST"],
        cwd=estate,
        capture_output=True,
        text=True,
        check=False,
    )
    (estate / locked).chmod(0o755)
    assert done.returncode == 2, done.stderr
    assert f"error[GEN624]: {locked}" in done.stderr
    assert "cannot be read: Permission denied" in done.stderr
    assert listing(estate) == before


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_a_member_that_is_lost_is_noticed(estate: Path, cobrepo: Command, kind: str) -> None:
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    member = estate / "source" / "jobs" / "ACCTMAST" / "copybooks" / "Y.cpy"
    if kind == "link":
        member.symlink_to("/nowhere")
    else:
        member.mkdir()
    for command in ("generate", "check"):
        done = cobrepo(command, "ACCTMAST", cwd=estate)
        assert done.returncode == 2
        assert "error[GEN624]: source/jobs/ACCTMAST/copybooks/Y.cpy cannot be" in done.stderr
