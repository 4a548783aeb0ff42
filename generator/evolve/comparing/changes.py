"""What lies between two tables, in words: what it means for tables, reader and data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.evolve.comparing import columns, constraints
from generator.evolve.comparing.classes import Effect, flags
from generator.evolve.comparing.fates import Decided
from generator.evolve.model import Change, ChangeClass, Move
from generator.relational.accepted import AcceptedTable, TableKind

Targets = Sequence[str]


def table_changes(decided: Decided, targets: Targets) -> Iterator[Change]:
    """The differences of one table, the table itself first."""
    old, new = decided.before, decided.after
    if old is None and new is not None:
        yield _added(new)
    elif old is not None and new is None:
        yield _staging("staging-dropped", old, "is dropped")
    elif old is not None and new is not None:
        if new.kind is TableKind.STAGING:
            yield from _staged(decided, old, new)
        elif new.gone:
            yield from _gone(old, new)
        else:
            yield from _kept(decided, old, new, targets)


def _added(table: AcceptedTable) -> Change:
    if table.kind is TableKind.STAGING:
        return _staging("staging-added", table, "is created")
    return Change(
        kind="table-added",
        change_class=ChangeClass.SAFE,
        table=table.name,
        after=f"{len(table.table.columns)} columns",
        source=".".join(table.item) or table.record,
        ddl=f"CREATE TABLE {table.name}",
        reader=f"{table.record} gives rows of it" if table.record else "",
        data="no row that is there is touched",
    )


def _staging(kind: str, table: AcceptedTable, done: str) -> Change:
    return Change(
        kind=kind,
        change_class=ChangeClass.SAFE,
        table=table.name,
        ddl=f"staging table {table.name} {done}",
        data="" if kind == "staging-added" else "staged rows go: finish the runs in it first",
    )


def _staged(decided: Decided, old: AcceptedTable, new: AcceptedTable) -> Iterator[Change]:
    if decided.change is not None:
        change = _staging("staging-recreated", old, f"is dropped, {new.name} is created")
        yield replace(change, table=new.name)


def _gone(old: AcceptedTable, new: AcceptedTable) -> Iterator[Change]:
    if not old.gone:
        yield Change(
            kind="table-gone",
            change_class=ChangeClass.SAFE,
            table=new.name,
            before=f"{len(old.table.columns)} columns",
            source=".".join(old.item) or old.record,
            ddl=f"{new.name} stays; its DROP TABLE stands in the migration as a comment",
            reader="no record gives rows of it any more",
            data="its rows stay as they are",
        )


def _kept(
    decided: Decided, old: AcceptedTable, new: AcceptedTable, targets: Targets
) -> Iterator[Change]:
    yield from _table(old, new, targets)
    yield from columns.changes(decided, old, new, targets)
    yield from constraints.changes(decided, old, new, targets)


def detached_change(table: AcceptedTable) -> Change:
    """The rows of a child table cannot follow the key of their parent."""
    return Change(
        kind="rows-detached",
        change_class=ChangeClass.DATA_DEPENDENT,
        table=table.name,
        source=".".join(table.item),
        ddl=f"rows of {table.name} do not have the new key of {table.parent}",
        data="only if it has no rows: a check counts them; read the file again afterwards",
    )


def _table(old: AcceptedTable, new: AcceptedTable, targets: Targets) -> Iterator[Change]:
    if old.gone:
        yield Change(
            kind="table-back",
            change_class=ChangeClass.SAFE,
            table=new.name,
            source=".".join(new.item) or new.record,
            ddl=f"{new.name} is still there and is taken up again",
            reader=f"{new.record} gives rows of it again",
            data="its old rows are updated by their key as any others",
        )
    if old.name != new.name:
        yield Change(
            kind="table-renamed",
            change_class=ChangeClass.SAFE,
            table=new.name,
            before=old.name,
            after=new.name,
            source=".".join(new.item) or new.record,
            ddl=f"RENAME TABLE {old.name} TO {new.name}",
            data="rows stay; other programs, views and grants must name the new table",
            flags=flags(Effect.RENAME, targets),
        )
    yield from _record(old, new)


def _record(old: AcceptedTable, new: AcceptedTable) -> Iterator[Change]:
    if old.record != new.record:
        yield Change(
            kind="record-renamed",
            change_class=ChangeClass.LAYOUT_ONLY,
            table=new.name,
            before=old.record,
            after=new.record,
            source=new.record,
            reader=f"reads {new.record}, as {old.record} before",
        )
    if old.occurs != new.occurs:
        yield Change(
            kind="occurs-changed",
            change_class=ChangeClass.LAYOUT_ONLY,
            table=new.name,
            before=f"OCCURS {old.occurs}",
            after=f"OCCURS {new.occurs}",
            source=".".join(new.item),
            reader=f"reads the table as OCCURS {new.occurs}",
            data="rows stay as they are",
        )
    if old.when != new.when:
        yield Change(
            kind="condition-changed",
            change_class=ChangeClass.LAYOUT_ONLY,
            table=new.name,
            before=old.when or "every record",
            after=new.when or "every record",
            source=new.record,
            reader=f"gives rows of {new.name} for {new.when or 'every record'}",
            data="rows of records that matched before stay",
        )


def move_change(move: Move) -> Change:
    """Values go between columns and rows."""
    count = len({wide for _, columns in move.rows for wide, _ in columns})
    if move.spread:
        kind, table = "columns-to-table", move.tall
        data = f"{count} columns of {move.wide} become up to {len(move.rows)} rows of {move.tall}"
    else:
        kind, table = "table-to-columns", move.wide
        data = f"rows of {move.tall} become {count} columns of {move.wide}"
        data += f": a check finds those with {move.sequence} over {len(move.rows)}"
    return Change(
        kind=kind,
        change_class=ChangeClass.DATA_DEPENDENT,
        table=table,
        before=move.wide if move.spread else move.tall,
        after=move.tall if move.spread else move.wide,
        ddl="the migration carries the values over",
        reader="gives rows of a child table" if move.spread else "gives columns instead of rows",
        data=data,
    )
