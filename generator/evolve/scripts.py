"""Which module writes the migrations of which target: only those of the job's are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.evolve.model import Evolution, Script
    from generator.relational.target import Target


def script(evolution: Evolution, target: Target) -> Script:
    """The steps that take the tables of a target from one model to the other, and their checks."""
    match target.name:
        case "db2-luw":
            from generator.evolve.db2 import luw as db2_luw

            return db2_luw.script(evolution, target)
        case "db2-zos":
            from generator.evolve.db2 import zos as db2_zos

            return db2_zos.script(evolution, target)
        case "sqlite":
            from generator.evolve.sqlite import rebuild as sqlite

            return sqlite.script(evolution, target)
        case _:
            raise LookupError(target.name)
