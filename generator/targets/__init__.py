"""One module of facts per target database."""

from __future__ import annotations

from generator.relational.target import Target
from generator.targets.db2_luw import DB2_LUW
from generator.targets.db2_zos import DB2_ZOS
from generator.targets.sqlite import SQLITE

__all__ = ["TARGETS", "Target", "find"]

TARGETS = {target.name: target for target in (DB2_LUW, DB2_ZOS, SQLITE)}


def find(name: str) -> Target:
    """The target of that name; KeyError when there is none."""
    return TARGETS[name]
