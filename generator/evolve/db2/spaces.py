"""Changes of table spaces on Db2 for z/OS: those at once, those at REORG, and those by hand.

SQL Reference, "ALTER TABLESPACE"; Administration Guide, "Pending data definition changes".
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from generator.evolve.model import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.evolve.db2.statements import Db2
    from generator.evolve.db2.tables import TablePlan
    from generator.evolve.model import Statement
    from generator.relational.tables import TableSpace

_IMMEDIATE = ("max_partitions", "lock_size")
_DEFAULTS = {"lock_size": "ANY"}
_AT_REORG = ("buffer_pool", "dssize", "segsize")


def immediate(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """ALTER TABLESPACE that works at once."""
    space, compress = each.after.table.physical.space, each.after.table.physical.compress
    if space is None:
        return
    for name in _changed(each, _IMMEDIATE):
        yield _alter(space, name, db2)
    if compress is not None and compress != each.before.table.physical.compress:
        clause = db2.clause("compress", yes=compress)
        yield db2.statement("alter_space", name=space.qualified, clause=clause)


def pending(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """ALTER TABLESPACE that waits for REORG."""
    space = each.after.table.physical.space
    if space:
        for name in _changed(each, _AT_REORG):
            yield _alter(space, name, db2)


def changes_at_reorg(each: TablePlan) -> bool:
    """Whether the table space changes at REORG."""
    return bool(_changed(each, _AT_REORG))


def _alter(space: TableSpace, name: str, db2: Db2) -> Statement:
    clause = db2.clause(f"space_{name}", value=getattr(space, name) or _DEFAULTS[name])
    return db2.statement("alter_space", name=space.qualified, clause=clause)


def _changed(each: TablePlan, names: Iterable[str]) -> tuple[str, ...]:
    """Clauses that say something else now; one that only goes leaves what is there."""
    before, after = each.before.table.physical.space, each.after.table.physical.space
    if before is None or after is None:
        return ()
    return tuple(
        name
        for name in names
        if getattr(before, name) != getattr(after, name)
        and (getattr(after, name) is not None or name in _DEFAULTS)
    )


def by_hand(plans: Iterable[TablePlan]) -> Iterator[Step]:
    """What needs another table space, or the DBA."""
    for each in plans:
        before, after = each.before.table.physical.space, each.after.table.physical.space
        if before == after:
            continue
        done = set(_changed(each, (*_IMMEDIATE, *_AT_REORG)))
        told = [line for line in _told(before, after) if line.partition(":")[0] not in done]
        if told:
            notes = ("No statement of this script does it; the table works as it is.", *told)
            yield Step(f"By hand: the table space of {each.name}", (), notes)


def _told(before: TableSpace | None, after: TableSpace | None) -> Iterator[str]:
    if before is None or after is None:
        former, later = (space.qualified if space else "(none)" for space in (before, after))
        yield f"table space: {former} -> {later}"
        return
    for field in fields(after):
        former, later = getattr(before, field.name), getattr(after, field.name)
        if former != later:
            yield f"{field.name}: {former} -> {later}"
