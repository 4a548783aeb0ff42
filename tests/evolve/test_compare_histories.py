"""Three random changes of a job, one behind the other: after each the lock is settled."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.evolve.comparing.compare import compare
from generator.evolve.model import Comparison, Words
from generator.problems import GenerationFailed
from generator.relational.accepted import AcceptedSchema, TableKind, dump, from_dict
from tests.evolve.random_jobs import Job, Years
from tests.evolve.versions import Version, mapped

CHANGES = 3


def version(job: Job, lock: AcceptedSchema | None = None) -> Version:
    with TemporaryDirectory() as root:
        return mapped(job.write(Path(root) / "RANDOM"), lock)


def answered(lock: AcceptedSchema, after: Version, years: Years) -> Words:
    """The words of job.yaml, and one for each question."""
    found = compare(lock, after.model, after.words, after.targets)
    said = {
        (q.record, q.gone): years.random.choice(["drop", "keep"]) if q.table else "keep"
        for q in found.questions
    }
    return replace(after.words, removed={**after.words.removed, **said})


def settled(found: Comparison, job: Job, words: Words) -> None:
    """The same job once more gives no change, and the lock is as it was written."""
    lock = found.evolution.after
    assert from_dict(json.loads(dump(lock))) == lock
    after = version(job, lock)
    again = compare(lock, after.model, words, after.targets)
    assert (again.changes, again.questions) == ((), ())
    assert again.evolution.after == lock


def kept(found: Comparison, words: Words) -> None:
    """No column with data goes but by a word."""
    for change in found.evolution.tables:
        if change.before is None or change.before.kind is TableKind.STAGING:
            continue
        assert change.after is not None
        lost = [pair.before for pair in change.columns if pair.after is None]
        for column in lost:
            assert column is not None
            assert words.removed[change.after.record, column.name] == "drop"


@pytest.mark.parametrize("seed", range(60))
def test_a_history_is_settled_after_each_change(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    years = Years(seed)
    job = years.job()
    codes = set()
    try:
        lock = version(job).model
        for number in range(CHANGES):
            job, _ = years.later(job)
            after = version(job, lock)
            words = answered(lock, after, years)
            found = compare(lock, after.model, words, after.targets)
            assert found.questions == ()
            kept(found, words)
            settled(found, job, words)
            lock = found.evolution.after
            record_property("histories", number + 1)
    except GenerationFailed as refused:
        codes = {problem.code for problem in refused.problems}
    # The lot wrote no job at all, or renamed a field that it had added itself.
    assert codes <= {"MAP134", "DDL105", "MIG204"}
