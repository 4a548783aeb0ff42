"""Jobs on the real driver: a gateway with a Derby behind it, and tests in processes of their own.

The driver is C code that meets errors here which it seldom meets elsewhere. Should it crash or
hang, that is one failed test.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))  # the gateway is a package beside this file

from gateway import derby  # noqa: E402
from gateway.remote import HOST, PASSWORD, USER, Process  # noqa: E402

SECONDS = 200
collect_ignore = ["driver"]  # run by test_driver.py


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a test process did: its exit code, or what happened to it."""

    code: int | str
    passed: int
    skipped: int
    failures: tuple[tuple[str, str], ...]
    survived: int
    output: str

    def __str__(self) -> str:
        return f"pytest ended with {self.code}\n{self.output}"


@dataclass(frozen=True, slots=True)
class Server:
    """A gateway for the test processes."""

    process: Process
    jobs: Path

    def generated(self, job: str) -> Path:
        """The folder of the job, as `cobrepo generate` writes it."""
        folder = self.jobs / "python" / job.lower()
        if not folder.exists():
            command = [sys.executable, "-m", "generator", "generate", job]
            code, output = _run([*command, "--root", str(self.jobs)], ROOT, dict(os.environ))
            assert code == 0, output
        return folder

    def environment(self, job: str) -> dict[str, str]:
        """What a process must know to reach the server with this job."""
        folder = self.generated(job)
        paths = (HERE, folder / "src", folder / "tests")
        return os.environ | {
            "PYTHONPATH": os.pathsep.join(map(str, paths)),
            "PYTHONFAULTHANDLER": "1",
            "GATEWAY_PORT": str(self.process.port),
            "GATEWAY_CONTROL": str(self.process.control),
            "GATEWAY_JOB": str(folder),
        }

    def dsn(self, database: str) -> str:
        """A connection string."""
        return (
            f"DATABASE={database};HOSTNAME={HOST};PORT={self.process.port};PROTOCOL=TCPIP;"
            f"UID={USER};PWD={PASSWORD};Authentication=SERVER;"
        )

    def run_tests(self, folder: Path, job: str, *arguments: str, **more: str) -> Outcome:
        """Run pytest in a process of its own; a crash or a hang is a complaint."""
        report = self.process.home / f"report-{os.getpid()}.xml"
        survived = self.process.home / f"survived-{os.getpid()}.json"
        for path in (report, survived):
            path.unlink(missing_ok=True)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
        environment = self.environment(job) | more | {"GATEWAY_SURVIVED": str(survived)}
        code, output = _run([*command, f"--junitxml={report}"], folder, environment)
        cases = list(ET.parse(report).iter("testcase")) if report.exists() else []  # noqa: S314
        failures = tuple(_failures(cases))
        skipped = sum(case.find("skipped") is not None for case in cases)
        return Outcome(
            code=code,
            passed=len(cases) - len({name for name, _ in failures}) - skipped,
            skipped=skipped,
            failures=failures,
            survived=json.loads(survived.read_text("utf-8")) if survived.exists() else 0,
            output=output + self.process.errors(),
        )


def _failures(cases: list[ET.Element]) -> Iterator[tuple[str, str]]:
    """Name and report of each test that did not pass."""
    for case in cases:
        for kind in ("failure", "error"):
            for found in case.findall(kind):
                yield str(case.get("name")), f"{found.get('message')}\n{found.text}"


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[int | str, str]:
    """Exit code, or what happened to the process, and its output."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return f"a hang of {SECONDS} seconds", process.communicate()[0]
    code = process.returncode
    return (signal.Signals(-code).name if code < 0 else code), output


def _missing() -> list[str]:
    driver = [] if importlib.util.find_spec("ibm_db") else ["ibm_db (pip install ibm_db==3.3.0)"]
    return derby.missing() + driver


@pytest.fixture(scope="session")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with the source of every job that there is to generate."""
    root = tmp_path_factory.mktemp("jobs")
    shutil.copytree(ROOT / "samples" / "source", root / "source")
    for job in sorted((ROOT / "tests" / "runtime" / "jobs").iterdir()):
        shutil.copytree(job, root / "source" / "jobs" / job.name)
    return root


@pytest.fixture(scope="session")
def server(jobs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The gateway and its Derby; nothing of them is left behind."""
    missing = _missing()
    if missing:
        pytest.fail(
            f"MISSING for the tests through the driver: {'; '.join(missing)}", pytrace=False
        )
    process = Process(tmp_path_factory.mktemp("derby"), trace=bool(os.environ.get("GATEWAY_TRACE")))
    process.start()
    try:
        yield Server(process, jobs)
    finally:
        process.stop()


@pytest.fixture
def run_tests(
    server: Server, record_property: Callable[[str, object], None]
) -> Callable[..., Outcome]:
    """Run tests on the server; its counts go into the summary."""

    def run(folder: Path, job: str, *arguments: str, **more: str) -> Outcome:
        outcome = server.run_tests(folder, job, *arguments, **more)
        record_property("faults survived", outcome.survived)
        return outcome

    return run
