"""Which module writes the migrations of which target."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.evolve.model import Evolution, Script
    from generator.relational.target import Target


def script(evolution: Evolution, target: Target) -> Script:
    """The steps that take the tables of a target from one model to the other, and their checks."""
    writer = import_module(f"generator.evolve.{target.name.replace('-', '_')}")
    written: Script = writer.script(evolution, target)
    return written
