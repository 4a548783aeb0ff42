"""What several test folders share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="make the expected files what is written now"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how much of each generated package its own tests cover, and the faults survived."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    kept = [kept for report in reports for kept in report.user_properties]
    covered = sorted(str(value) for name, value in kept if name == "coverage")
    if covered:
        terminalreporter.section("coverage of the generated packages by their own tests")
        terminalreporter.write_line("\n".join(covered))
    survived = [value for name, value in kept if name == "faults survived"]
    if survived:
        terminalreporter.section("faults survived")
        terminalreporter.write_line(_told(survived))
    for told in (value for name, value in kept if name == "usual sample"):
        terminalreporter.write_line(str(told))
    for told in (value for name, value in kept if name == "version pairs"):
        terminalreporter.section("migrations of random jobs")
        terminalreporter.write_line(str(told))


def _told(survived: list[dict[str, int] | int]) -> str:
    """The faults of all runs, by kind; a test tells its own and its "runs", or one sum."""
    told = [
        {"through the driver": one, "runs": one} if isinstance(one, int) else one
        for one in survived
    ]
    counts = sum((Counter(one) for one in told), Counter())
    runs = counts.pop("runs", 0)
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in counts.most_common())
    return f"{counts.total():,} faults survived in {runs:,} runs ({kinds})"


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are rewritten; never where CI says that it is CI."""
    asked = bool(request.config.getoption("--update-golden"))
    if asked and os.environ.get("CI"):
        pytest.fail("goldens are looked at by a person, not rewritten in CI")
    return asked


@pytest.fixture
def cobrepo() -> Command:
    """Run the command line in a process of its own."""

    def run(
        *arguments: str, cwd: Path, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=cwd,
            env=os.environ | (env or {}),
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """A root with a copy of the sample jobs."""
    shutil.copytree(SAMPLES / "source", tmp_path / "source")
    return tmp_path
