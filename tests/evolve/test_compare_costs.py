"""What is told of a change's cost is what the scripts of the targets do."""

from __future__ import annotations

import re

import pytest

from generator.evolve.model import Flag, Script
from generator.evolve.scripts import script
from generator.targets import find
from tests.evolve.versions import NAMES, comparison_of, evolution_of


def flagged(case: str, target: str, flag: Flag) -> set[str]:
    """The tables that have a change with the flag."""
    changes = comparison_of(case).changes
    return {change.table for change in changes if flag in change.flags.get(target, ())}


def up(case: str, target: str) -> Script:
    return script(evolution_of(case), find(target))


def text(found: Script) -> str:
    return "\n".join(s.text for step in found.steps for s in step.statements if not s.disabled)


@pytest.mark.parametrize("case", NAMES)
def test_tables_that_luw_reorganizes(case: str) -> None:
    statements = text(up(case, "db2-luw"))
    assert flagged(case, "db2-luw", Flag.REORG) == set(
        re.findall(r"REORG TABLE (?:BANKING\.)?(\w+)", statements)
    )


@pytest.mark.parametrize("case", NAMES)
def test_tables_that_sqlite_writes_again(case: str) -> None:
    written = re.findall(r"RENAME TO (\w+)", text(up(case, "sqlite")))
    filled = {move.tall for move in evolution_of(case).moves if move.spread}
    assert flagged(case, "sqlite", Flag.REWRITE) == set(written) - filled


@pytest.mark.parametrize("case", NAMES)
@pytest.mark.parametrize("target", ["db2-luw", "db2-zos", "sqlite"])
def test_what_loses_data_is_irreversible(case: str, target: str) -> None:
    lost = any(step.irreversible for step in up(case, target).steps)
    assert bool(flagged(case, target, Flag.IRREVERSIBLE)) == lost
