"""What is said of the samples: little, and each of it right."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest

from generator.findings import judge
from generator.problems import counts
from generator.sources import load_sources
from generator.workspace import find_jobs, job_names

EXPECTED = Path(__file__).parent / "expected"
SAMPLES = Path(__file__).parents[2] / "samples"
JOBS = job_names(SAMPLES)


def test_every_sample_has_its_text() -> None:
    assert JOBS
    assert sorted(path.stem for path in EXPECTED.glob("*.txt")) == sorted(JOBS)


@pytest.mark.parametrize("job", JOBS)
def test_the_findings_of_a_sample(
    job: str, estate: Path, monkeypatch: pytest.MonkeyPatch, *, update_golden: bool
) -> None:
    monkeypatch.chdir(estate)
    (place,) = find_jobs(Path(), (job,))
    sources = load_sources(place)
    found = judge.left(judge.settled(sources.findings, sources.loaded, date(2026, 11, 21)))
    told = "".join(f"{problem}\n" for problem in found) or "nothing found\n"
    golden = EXPECTED / f"{job}.txt"
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    expected = golden.read_text("utf-8")
    assert told == expected, "\n".join(
        difflib.unified_diff(expected.splitlines(), told.splitlines(), lineterm="")
    )


@pytest.mark.parametrize("job", JOBS)
def test_no_sample_fails_in_ci(job: str) -> None:
    (place,) = find_jobs(SAMPLES, (job,))
    sources = load_sources(place)
    assert not counts(judge.left(sources.findings))


def test_the_documentation_shows_what_is_said() -> None:
    text = (SAMPLES.parent / "docs" / "findings.md").read_text("utf-8")
    said = (EXPECTED / "ACCTMAST.txt").read_text("utf-8")
    assert f"$ cobrepo lint ACCTMAST\n{said}ACCTMAST: 1 note\n" in text
