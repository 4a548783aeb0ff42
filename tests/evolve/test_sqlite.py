"""Migrations of sqlite, carried out on tables with rows in them, up and down."""

from __future__ import annotations

import pytest

from tests.evolve.round_trip import RoundTrip
from tests.evolve.versions import NAMES, evolution_of


@pytest.mark.parametrize("case", NAMES)
def test_a_case_goes_up_and_down(case: str) -> None:
    assert sum(RoundTrip(evolution_of(case), seed).run() for seed in range(5)) > 0
