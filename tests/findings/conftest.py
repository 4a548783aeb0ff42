"""The findings of a job from the text of its copybook and of its job.yaml."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.sources import Sources, load_sources
from generator.workspace import JobPlace

HEAD = "version: 1\njob: CASE\n"
Read = Callable[..., Sources]


@dataclass(frozen=True)
class Job:
    """A copybook REC.cpy without its margin, and what stands in job.yaml below `job:`."""

    copybook: str
    yaml: str


def write(root: Path, job: Job) -> JobPlace:
    """The job CASE below `root`."""
    place = JobPlace(root, "CASE", "case")
    place.copybooks.mkdir(parents=True, exist_ok=True)
    lines = textwrap.dedent(job.copybook).strip("\n").splitlines()
    text = "".join(f"       {line}\n" if line else "\n" for line in lines)
    (place.copybooks / "REC.cpy").write_text(text, "utf-8")
    place.config.write_text(HEAD + textwrap.dedent(job.yaml).lstrip("\n"), "utf-8")
    return place


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """`read(copybook, yaml)`: the job, read and judged."""

    def run(copybook: str, yaml: str) -> Sources:
        return load_sources(write(tmp_path, Job(copybook, yaml)))

    return run
