"""Thousands of loads, each with a file and faults of its own, drawn from its seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from .harness import carry_out
from .layers import Layer
from .plans import KINDS, Plan, draw


def test_what_a_plan_does_is_in_the_end_what_the_model_says(
    layer: Layer,
    template: Path,
    scratch: Path,
    seeds: range,
    record_property: Callable[[str, object], None],
) -> None:
    plans = (draw(seed) for seed in seeds)
    record_property("faults survived", carried_out(layer, plans, scratch, template))


def test_the_same_is_true_of_the_program_and_its_reader(
    program: Layer,
    template: Path,
    scratch: Path,
    seeds: range,
    record_property: Callable[[str, object], None],
) -> None:
    plans = (draw(seed, program=True) for seed in seeds)
    record_property("faults survived", carried_out(program, plans, scratch, template))


def carried_out(
    layer: Layer, plans: Iterable[Plan], scratch: Path, template: Path
) -> dict[str, int]:
    """The faults that were survived, by kind; fails with every plan that went wrong."""
    survived: Counter[str] = Counter()
    failures = []
    for plan in plans:
        try:
            outcome = carry_out(layer, plan, scratch, template)
        except Exception as error:  # noqa: BLE001 - with its plan, so that it can be repeated
            failures.append(f"{type(error).__name__}: {error}\n{plan}")
        else:
            survived += outcome.fired + Counter(runs=1)
    if failures:
        pytest.fail("\n\n".join([*failures, "repeat one: pytest tests/faults --seed N"]))
    return dict(survived)


def test_every_kind_of_fault_is_drawn_often_enough() -> None:
    drawn = Counter(fault.kind for seed in range(1, 1001) for fault in draw(seed).faults)
    assert drawn.keys() == {kind.name for kind in KINDS}
    assert min(drawn.values()) > 20


def test_a_seed_gives_the_same_plan_every_time() -> None:
    assert draw(7) == draw(7) != draw(8)
