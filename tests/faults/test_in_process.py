"""Thousands of loads, each with a file and faults of its own, drawn from its seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from .harness import carry_out
from .layers import Layer
from .plans import KINDS, draw


def test_what_a_plan_does_is_in_the_end_what_the_model_says(
    layer: Layer,
    template: Path,
    scratch: Path,
    seeds: range,
    record_property: Callable[[str, object], None],
) -> None:
    survived: Counter[str] = Counter()
    failures = []
    for seed in seeds:
        plan = draw(seed)
        try:
            outcome = carry_out(layer, plan, scratch, template)
        except Exception as error:  # noqa: BLE001 - with its plan, so that it can be repeated
            failures.append(f"{type(error).__name__}: {error}\n{plan}")
        else:
            survived += outcome.fired + Counter(runs=1)
    record_property("faults survived", dict(survived))
    if failures:
        pytest.fail("\n\n".join([*failures, "repeat one: pytest tests/faults --seed N"]))


def test_every_kind_of_fault_is_drawn_often_enough() -> None:
    drawn = Counter(fault.kind for seed in range(1, 1001) for fault in draw(seed).faults)
    assert drawn.keys() == {kind.name for kind in KINDS}
    assert min(drawn.values()) > 20


def test_a_seed_gives_the_same_plan_every_time() -> None:
    assert draw(7) == draw(7) != draw(8)


