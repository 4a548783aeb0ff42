"""Steps that both Db2 targets have: staging, new tables, moves, comments."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.evolve.db2 import moves as db2_moves
from generator.evolve.db2.tables import plan
from generator.evolve.model import Statement, Step
from generator.relational.accepted import AcceptedTable, TableKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.evolve.db2.statements import Db2
    from generator.evolve.db2.tables import Rules, TablePlan
    from generator.evolve.model import Evolution

RUNS = "_RECON_RUN"
GRANT = "Grant the job's user what it has on the others."
_GRANTS = "Their grants went with the former tables: grant the job's user what it had on them."
_PLACE = re.compile(r" \([^()]+:\d+\)")


def altered(evolution: Evolution, rules: Rules, db2: Db2) -> tuple[TablePlan, ...]:
    """The tables that both sides have and that keep their rows."""
    plans = (plan(change, rules, db2) for change in evolution.tables)
    return tuple(each for each in plans if each and each.after.kind is not TableKind.STAGING)


def staging(evolution: Evolution) -> tuple[list[AcceptedTable], list[AcceptedTable]]:
    """Staging tables to be dropped, children first, and to be created, parents first."""
    before = [c.before for c in evolution.tables if c.before]
    after = [c.after for c in evolution.tables if c.after]
    gone = [table for table in before if table.kind is TableKind.STAGING]
    return gone[::-1], [table for table in after if table.kind is TableKind.STAGING]


def granted(gone: Sequence[AcceptedTable], new: Sequence[AcceptedTable]) -> tuple[str, ...]:
    """A note on privileges, which are dropped with a table (SQL Reference, "DROP")."""
    return (_GRANTS if gone else GRANT,) if new else ()


def created(evolution: Evolution) -> tuple[AcceptedTable, ...]:
    """Tables that are new and keep their rows from now on."""
    sides = (change.after for change in evolution.tables if change.before is None)
    return tuple(table for table in sides if table and table.kind is not TableKind.STAGING)


def dropped(evolution: Evolution) -> tuple[AcceptedTable, ...]:
    """Tables that only the way up has made: on the way down they go."""
    sides = (change.before for change in evolution.tables if change.after is None)
    found = [table for table in sides if table and table.kind is not TableKind.STAGING]
    return tuple(reversed(found))


def leaving(evolution: Evolution) -> tuple[AcceptedTable, ...]:
    """Tables that the model has no longer, and the database keeps."""
    return tuple(
        change.after
        for change in evolution.tables
        if change.before and change.after and change.after.gone and not change.before.gone
    )


def names_during(plans: Iterable[TablePlan], *, renamed: bool) -> db2_moves.Names:
    """What later tables and columns are called once the new columns are there."""
    tables: dict[str, str] = {}
    columns: dict[tuple[str, str], str] = {}
    for each in plans:
        tables[each.after.name] = each.after.name if renamed else each.before.name
        columns |= {(each.after.name, later.name): former.name for former, later in each.pairs}
        columns |= {(each.after.name, birth.column.name): birth.name for birth in each.births}
    return db2_moves.Names(tables, columns)


def spread_steps(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    """Columns into the rows of a child table, while the columns are still there."""
    for move in evolution.moves:
        if move.spread:
            yield Step(
                f"Rows of {move.tall} from columns of {move.wide}",
                tuple(db2_moves.spread(move, evolution, db2)),
                notes=(f"Locks {move.wide} against updates; the log must hold all new rows.",),
            )


def gathered(
    evolution: Evolution, each: TablePlan, names: db2_moves.Names, db2: Db2
) -> Iterator[Statement]:
    """Columns of a table from the rows of a child table."""
    for move in evolution.moves:
        if not move.spread and move.wide == each.after.name:
            yield from db2_moves.gather(move, evolution, names, db2)


def moved(evolution: Evolution, each: TablePlan) -> set[str]:
    """Columns whose values a child table has taken."""
    return {
        wide
        for move in evolution.moves
        if move.spread and move.wide == each.before.name
        for _, pairs in move.rows
        for wide, _ in pairs
    }


def assignments(each: TablePlan) -> tuple[str, ...]:
    """New columns that take over the values of others."""
    return tuple(
        f"{birth.name} = {birth.value}" for birth in each.births if birth.value and birth.origin
    )


def lost(evolution: Evolution, each: TablePlan) -> tuple[str, ...]:
    """Columns whose values are nowhere afterwards, or may come out shorter."""
    return tuple(sorted({*each.lost, *each.cut} - moved(evolution, each)))


def purge_runs(evolution: Evolution, db2: Db2) -> Iterator[Statement]:
    """Runs whose staged rows go with their tables are marked as purged."""
    for table in evolution.before.tables:
        if table.kind is TableKind.RECONCILIATION and table.name.endswith(RUNS):
            note = "What was staged is gone: a run is not resumed or reconciled any more."
            yield db2.statement("purge_runs", note, name=db2.qualified(table.name))


def drop_steps(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    """On the way down: what the way up has created."""
    gone = dropped(evolution)
    if gone:
        yield Step(
            f"Drop {listed(table.name for table in gone)}",
            tuple(statement for table in gone for statement in db2.drop_table(table)),
            notes=("Rows that were written since the way up are gone with it.",),
            irreversible=True,
        )


def leaving_steps(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    """A table that keeps the state of the business is not dropped by a migration."""
    gone = leaving(evolution)
    if gone:
        drops = (statement for table in gone for statement in db2.drop_table(table))
        yield Step(
            f"Kept, and no longer written: {listed(table.name for table in gone)}",
            tuple(replace(statement, disabled=True) for statement in drops),
            notes=("Whoever drops a table by hand takes its rows from the way down too.",),
        )


def comments(evolution: Evolution, plans: Sequence[TablePlan], db2: Db2) -> Iterator[Statement]:
    """COMMENT ON of new tables and columns, and of those that say something else now."""
    for table in created(evolution):
        yield from db2.all_comments(table)
    for each in plans:
        yield from _changed(each, db2)


def _changed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """A comment that differs in "(FILE:LINE)" alone stays as it is."""
    before, after = each.before, each.after
    former = {later.name: former.comment for former, later in each.pairs}
    new = {birth.column.name for birth in each.births}
    changed = [
        c.name
        for c in after.columns
        if c.name in new or _said(c.comment) != _said(former.get(c.name, ""))
    ]
    whole = _said(before.table.comment) != _said(after.table.comment)
    yield from db2.comments(after, changed, whole=whole)


def _said(comment: str) -> str:
    return _PLACE.sub("", comment)


def listed(names: Iterable[str]) -> str:
    """As a sentence has them."""
    return ", ".join(names)
