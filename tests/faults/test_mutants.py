"""What the harness says counts only if it sees a layer that is broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from . import harness
from .database import Wrong
from .harness import carry_out
from .layers import Layer, broken_layer
from .mutants import MUTANTS, Mutant
from .plans import KINDS, Plan, draw
from .stage import make_template

SEEDS = 600


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.what)
def test_a_broken_layer_is_seen(
    folder: Path,
    tmp_path: Path,
    scratch: Path,
    mutant: Mutant,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(harness, "SECONDS", 3)
    broken = broken_layer(folder, tmp_path / "job", mutant.changes)
    template = tmp_path / "empty.sqlite"
    make_template(broken, template)
    for kind in mutant.kinds:
        seen = first_seen(broken, kind, scratch, template)
        assert seen, f"{mutant.what}: not seen under {kind or 'any kind'}"
        print(seen)  # noqa: T201 - shown when the test fails or is asked to tell


def first_seen(broken: Layer, kind: str, scratch: Path, template: Path) -> str:
    """The first plan that shows what is broken, and only because of its faults."""
    for seed in range(1, SEEDS):
        plan = draw(seed, kind)
        wrong = told(broken, plan, scratch, template)
        if wrong and not (kind and told(broken, replace(plan, faults=()), scratch, template)):
            return f"{kind or 'any kind'}: seed {seed}: {wrong}"
    return ""


def told(broken: Layer, plan: Plan, scratch: Path, template: Path) -> str:
    try:
        carry_out(broken, plan, scratch, template)
    except Wrong as wrong:
        return str(wrong)
    return ""


def test_each_kind_of_fault_shows_something_broken() -> None:
    assert {kind for mutant in MUTANTS for kind in mutant.kinds} >= {kind.name for kind in KINDS}
