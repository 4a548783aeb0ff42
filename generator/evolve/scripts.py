"""Which module writes the migrations of which target."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.evolve.model import Evolution, Script
    from generator.relational.target import Target


def script(evolution: Evolution, target: Target) -> Script:
    """The steps that take the tables of a target from one model to the other, and their checks."""
    from generator.evolve import (
        db2_luw,
        db2_zos,
        sqlite,
    )

    writers: dict[str, Callable[[Evolution, Target], Script]] = {
        "db2-luw": db2_luw.script,
        "db2-zos": db2_zos.script,
        "sqlite": sqlite.script,
    }
    return writers[target.name](evolution, target)
