"""Random pairs of versions: up gives the new tables, down the old ones, no value is lost."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.evolve.comparing.compare import compare
from generator.evolve.model import Comparison
from generator.problems import GenerationFailed
from generator.relational.accepted import AcceptedSchema
from tests.evolve.random_jobs import CHANGES, Job, Years
from tests.evolve.round_trip import RoundTrip
from tests.evolve.versions import Version, mapped

PAIRS = int(os.environ.get("COBREPO_PAIRS", "300"))


def version(job: Job, lock: AcceptedSchema | None = None) -> Version:
    with TemporaryDirectory() as root:
        return mapped(job.write(Path(root) / "RANDOM"), lock)


def compared(lock: AcceptedSchema, job: Job, random: Random) -> Comparison:
    """What leads to the job, every question answered by lot, by one of the two words."""
    after = version(job, lock)
    found = compare(lock, after.model, after.words, after.targets)
    said = {(q.record, q.gone): random.choice(["drop", "keep"]) for q in found.questions}
    words = replace(after.words, removed={**after.words.removed, **said})
    return compare(lock, after.model, words, after.targets)


def pair(seed: int) -> tuple[Comparison, tuple[str, ...]] | None:
    """Two versions of a random job, some of them with a history; None for one that is no job."""
    years = Years(seed)
    job = years.job()
    try:
        lock = version(job).model
        if years.chance(30):
            job, _ = years.later(job)
            lock = compared(lock, job, years.random).evolution.after
        job, done = years.later(job)
        return compared(lock, job, years.random), done
    except GenerationFailed:
        return None


def test_every_pair_goes_up_and_down(
    record_property: Callable[[str, object], None],
) -> None:
    counts: Counter[str] = Counter()

    @settings(
        max_examples=PAIRS,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**32))
    def run(seed: int) -> None:
        found = pair(seed)
        counts["tried"] += 1
        if found is not None:
            comparison, done = found
            counts["pairs"] += 1
            counts["rows"] += RoundTrip(comparison.evolution, seed).run()
            counts.update(done)

    run()
    told = f"{counts['pairs']:,} pairs of versions with {counts['rows']:,} rows, up and down"
    record_property("version pairs", told)
    assert counts["pairs"] > 0.7 * counts["tried"]
    missing = [change.__name__ for change in CHANGES if not counts[change.__name__]]
    assert missing == []
