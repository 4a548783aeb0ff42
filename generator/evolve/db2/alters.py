"""The statements of a table's plan that both Db2 targets have, in the order in which they run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.evolve.db2 import steps as db2_steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.evolve.db2.statements import Db2
    from generator.evolve.db2.tables import Birth, TablePlan
    from generator.evolve.model import Statement
    from generator.relational.accepted import AcceptedTable
    from generator.relational.tables import Column


def create(table: AcceptedTable, db2: Db2) -> Iterator[Statement]:
    """A table with its indexes."""
    yield from db2.create(table)
    yield from db2.create_indexes(table, table.table.indexes, primary=True)


def unkeyed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Keys, indexes and constraints that change, or whose columns do.

    A column in a CHECK is not renamed (z/OS: SQLCODE -750), nor is a table with one on LUW while
    auto_reval is DISABLED (SQL0750N).
    """
    keys, table = each.keys, each.before
    clauses = [db2.clause("drop_check", constraint=name) for name in keys.drop_checks]
    clauses += [db2.clause("drop_primary_key")] if keys.drop_primary else []
    yield from db2.alters(table.name, clauses)
    own = db2.key_index(table) if keys.drop_primary else None
    for name in (*([own] if own else []), *map(db2.qualified, keys.drop_indexes)):
        yield db2.statement("drop_index", name=name)


def renamed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """The table and its indexes under their later names."""
    if each.before.name != each.after.name:
        former = db2.qualified(each.before.name)
        yield db2.statement("rename_table", name=former, to=each.after.name)
    for old, new in each.keys.rename_indexes:
        yield db2.statement("rename_index", name=db2.qualified(old), to=new)


def added(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """New columns. NOT NULL takes a default (SQL Reference, "ALTER TABLE"), which goes later."""
    clauses = []
    for birth in each.births:
        definition = db2.definition(replace(birth.column, name=birth.name), each.after)
        clauses.append(db2.clause("add_column", definition=definition, default=birth.default))
    yield from db2.alters(each.name, clauses)


def retyped(each: TablePlan, db2: Db2) -> list[str]:
    """Clauses that give columns their later type."""
    return [
        db2.clause("set_data_type", column=former.name, type=db2.target.spell(later.type))
        for former, later in each.retyped
    ]


def dropped(each: TablePlan, db2: Db2) -> list[str]:
    """Clauses that drop columns."""
    return [db2.clause("drop_column", column=column.name) for column in each.dropped]


def redefaulted(each: TablePlan, db2: Db2) -> list[str]:
    """Clauses for columns whose own default changes."""
    given = [
        db2.clause("set_default", column=name, default=db2.target.now) for name in each.default_set
    ]
    return given + [db2.clause("drop_default", column=name) for name in each.default_dropped]


def filled(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Values of columns that take the place of others, and of those that come back."""
    name = db2.qualified(each.name)
    names = {birth.origin.name: birth.name for birth in each.births if birth.origin}
    assignments = db2_steps.assignments(each)
    if assignments:
        yield db2.statement("update", name=name, assignments=assignments, condition="")
    for column, value in each.filled:
        if column in names:
            continue
        yield db2.statement(
            "update",
            f"Rows that came while {column} was retired have no value.",
            name=name,
            assignments=(f"{column} = {value}",),
            condition=db2.sql("test_null", name=column),
        )


def renames(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Columns under their later names, each in a statement of its own."""
    for old, new in each.renames:
        yield from db2.alters(each.name, [db2.clause("rename_column", column=old, to=new)])


def retired(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """What would drop the columns that are kept."""
    for column in each.retiring:
        yield db2.disabled(
            "alter_table",
            f"{column.name} is kept as long as job.yaml does not say removed: "
            f"{{{column.name}: drop}}.",
            name=db2.qualified(each.name),
            clauses=(db2.clause("drop_column", column=column.name),),
        )


def keyed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Indexes first: on z/OS the primary key needs its own."""
    keys, table = each.keys, each.after.table
    yield from db2.create_indexes(each.after, keys.add_indexes, primary=keys.add_primary)
    clauses = []
    if keys.add_primary:
        name, columns = table.primary_key_name, table.primary_key
        clauses.append(db2.clause("add_primary_key", constraint=name, columns=columns))
    clauses += [db2.check_clause(each.after, check) for check in keys.add_checks]
    yield from db2.alters(each.name, clauses)


def given(each: TablePlan) -> str:
    """A note on what rows that are there get in new columns, "" where there is none."""
    new = {b.column.name: b.default for b in each.births if b.default and not b.origin}
    if not new:
        return ""
    values = db2_steps.listed(f"{name} {value}" for name, value in new.items())
    return f"Rows that are there get an initial value: {values}."


def losses(each: TablePlan, lost: Iterable[str]) -> Iterator[str]:
    """Notes on values that are lost: of columns that go, of digits that the later type has not."""
    names = tuple(lost)
    gone = db2_steps.listed(name for name in names if name not in each.cut)
    cut = db2_steps.listed(name for name in names if name in each.cut)
    if gone:
        yield f"The values of {gone} go for good."
    if cut:
        yield f"Digits of {cut} go for good where a check has found some."


def refused(each: TablePlan) -> str:
    """A note on columns that no row may have null (SQLCODE -407); a way down has no checks."""
    filled = dict(each.filled)
    taken = [b.origin.name for b in each.births if b.origin and _demands(b, b.origin)]
    names = [name for name in (*each.closed, *taken) if name not in filled]
    return f"Refused while a row has no value in {db2_steps.listed(names)}." if names else ""


def _demands(birth: Birth, origin: Column) -> bool:
    return bool(birth.value) and origin.nullable and not birth.column.nullable


def costs(each: TablePlan) -> tuple[str, ...]:
    """Notes on rows that are updated and on what else is to be looked at."""
    notes = [given(each), refused(each)]
    if db2_steps.assignments(each):
        notes.append("Every row is updated: the log must hold them all.")
    if each.before.name != each.after.name:
        notes.append("Views, triggers and grants on the former name are to be looked at.")
    return tuple(note for note in notes if note)
