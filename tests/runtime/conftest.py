"""Jobs written to disk as `cobrepo generate` writes them, to be run as their users run them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.jobs import write_output

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A generated job on disk."""

    folder: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a module of this Python in the job's folder."""
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")


def write_job(job: Path, root: Path, targets: str = "") -> Written:
    """Generate a job from a copy of its folder below `root`."""
    if job.parents[1].name == "source":
        shutil.copytree(job.parents[1], root / "source")
    else:
        shutil.copytree(job, root / "source" / "jobs" / job.name)
    if targets:
        config = root / "source" / "jobs" / job.name / "job.yaml"
        kept = [ln for ln in config.read_text("utf-8").splitlines() if not ln.startswith("targets")]
        config.write_text("\n".join([*kept, f"targets: [{targets}]", ""]), "utf-8")
    return Written(write_output(root, job.name))


@pytest.fixture(scope="session")
def job_writer(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Written]:
    """Writes a job once for all tests."""
    written: dict[tuple[Path, str], Written] = {}

    def write(job: Path, targets: str = "") -> Written:
        key = (job, targets)
        if key not in written:
            written[key] = write_job(job, tmp_path_factory.mktemp(job.name.lower()), targets)
        return written[key]

    return write
