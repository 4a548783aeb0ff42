"""Migrations for Db2 for Linux, UNIX and Windows.

All alters of a table are one unit of work, then comes its REORG, then its keys. A unit of work
with an operation that recommends a REORG leaves the table readable only, and the fourth of them
is refused (SQL0668N reason 7; SQL Reference, "ALTER TABLE", Notes): here there is one a table.
Rows are updated before it, since afterwards they cannot be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.evolve import db2_steps
from generator.evolve.db2_checks import checks
from generator.evolve.db2_statements import Db2
from generator.evolve.db2_tables import Rules
from generator.evolve.db2_values import family
from generator.evolve.model import Script, Statement, Step
from generator.relational.tables import Float, VarChar
from generator.targets.db2_facts import is_varying

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.evolve.db2_tables import TablePlan
    from generator.evolve.model import Evolution
    from generator.relational.accepted import AcceptedTable
    from generator.relational.tables import SqlType
    from generator.relational.target import Target


def retypes(before: SqlType, after: SqlType) -> bool:
    """Whether SET DATA TYPE takes the column there with its values.

    Db2 scans the rows and refuses what does not fit, but for digits behind the point, which it
    cuts. It takes no VARCHAR back to CHAR ("Altering tables": not to a type that comes sooner in
    the promotion order). Between families a new column says what happens to each value.
    """
    if isinstance(before, VarChar) and not isinstance(after, VarChar):
        return False
    if isinstance(before, Float):
        return isinstance(after, Float) and after.size >= before.size
    return family(before) == family(after) and is_varying(before) <= is_varying(after)


RULES = Rules(retypes, changes_nullability=True)


def script(evolution: Evolution, target: Target) -> Script:
    """The steps from one model to the other, and what must hold before."""
    db2 = Db2(target, evolution.after.schema)
    plans = db2_steps.altered(evolution, RULES, db2)
    steps = (
        *_schema(evolution, db2),
        *_staging(evolution, db2),
        *_created(evolution, db2),
        *db2_steps.spread_steps(evolution, db2),
        *_altered(evolution, plans, db2),
        *_reorganized(plans, db2),
        *_keyed(plans, db2),
        *_dropped(evolution, db2),
        *_leaving(evolution, db2),
        *_moved_spaces(plans, db2),
        *_commented(evolution, plans, db2),
        *_measured(evolution, plans, db2),
    )
    return Script(steps, tuple(checks(evolution, plans, db2)))


def _schema(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    """RENAME leaves a table in its schema ("RENAME": the target has no qualifier)."""
    former, schema = evolution.before.schema, evolution.after.schema
    if former == schema:
        return
    copy = db2.disabled("schema_by_hand", former=former or "", schema=schema or "")
    yield Step(
        f"By hand: the tables move from schema {former or '(none)'} to {schema or '(none)'}",
        (copy,),
        notes=(
            "Db2 renames no table into another schema, and ADMIN_MOVE_TABLE does not either.",
            "Copy them before this script runs, by ADMIN_COPY_SCHEMA as below or by db2move.",
            "The new schema must not exist; take a backup then, the load is not recoverable.",
            "The other steps work on the copies. Undo: use the former schema, which stays.",
        ),
    )


def _staging(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    gone, new = db2_steps.staging(evolution)
    if not gone and not new:
        return
    purged = tuple(db2_steps.purge_runs(evolution, db2)) if gone else ()
    drops = tuple(s for table in gone for s in db2.drop_table(table))
    creates = tuple(s for table in new for s in _create(table, db2))
    names = (c.name for table in new for c in table.columns)
    described = tuple(s for table in new for s in db2.comments(table, names, whole=True))
    described = tuple(
        s for t in new for s in db2.comments(t, [c.name for c in t.columns], whole=True)
    )
    yield Step(
        "Drop and create staging tables",
        (*purged, *drops, *creates, *described),
        notes=(
            "No run may be under way; what was staged is in the final tables or is read again.",
        ),
    )


def _create(table: AcceptedTable, db2: Db2) -> Iterator[Statement]:
    yield from db2.create(table)
    yield from db2.create_indexes(table, table.table.indexes, primary=True)


def _created(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    new = db2_steps.created(evolution)
    if new:
        names = db2_steps.listed(table.name for table in new)
        yield Step(
            f"Create {names}",
            tuple(s for table in new for s in _create(table, db2)),
            notes=("Grant the job's user what it has on the other tables.",),
        )


def _altered(evolution: Evolution, plans: tuple[TablePlan, ...], db2: Db2) -> Iterator[Step]:
    names = db2_steps.names_during(plans, renamed=True)
    for each in plans:
        carried = tuple(db2_steps.gathered(evolution, each, names, db2))
        statements = (
            *_unkeyed(each, db2),
            *_renamed(each, db2),
            *_added(each, db2),
            *_filled(each, db2),
            *carried,
            *_changed(each, db2),
            *(_rename(each, old, new, db2) for old, new in each.renames),
            *(_retired(each, column.name, db2) for column in each.retiring),
        )
        if statements:
            lost = db2_steps.lost(evolution, each)
            yield Step(f"Alter {each.name}", statements, _notes(each), irreversible=bool(lost))


def _unkeyed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Keys, indexes and constraints that change, or whose columns do.

    With auto_reval DISABLED a table with a CHECK cannot be renamed (SQL0750N).
    """
    keys, former = each.keys, each.before.name
    clauses = [db2.clause("drop_check", constraint=name) for name in keys.drop_checks]
    clauses += [db2.clause("drop_primary_key")] if keys.drop_primary else []
    if clauses:
        yield db2.alter(former, clauses)
    for name in keys.drop_indexes:
        yield db2.statement("drop_index", name=db2.qualified(name))


def _renamed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    if each.before.name != each.after.name:
        former = db2.qualified(each.before.name)
        yield db2.statement("rename_table", name=former, to=each.after.name)
    for old, new in each.keys.rename_indexes:
        yield db2.statement("rename_index", name=db2.qualified(old), to=new)


def _added(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    clauses = [
        db2.clause(
            "add_column", definition=db2.definition(birth, each.after), default=birth.default
        )
        for birth in each.births
    ]
    if clauses:
        yield db2.alter(each.name, clauses)


def _filled(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    name = db2.qualified(each.name)
    for column, value in each.filled:
        yield db2.statement(
            "update",
            f"Rows that came while {column} was retired have no value.",
            name=name,
            assignments=(f"{column} = {value}",),
            condition=db2.sql("test_null", name=column),
        )
    assignments = db2_steps.assignments(each)
    if assignments:
        yield db2.statement("update", name=name, assignments=assignments, condition="")


def _changed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """A column stands in one clause of a statement only (SQLSTATE 42711): types come first."""
    first = [db2.clause("drop_default", column=b.name) for b in each.births if b.default]
    first += [db2.clause("drop_column", column=column.name) for column in each.dropped]
    first += [
        db2.clause("set_data_type", column=former.name, type=db2.target.spell(later.type))
        for former, later in each.retyped
    ]
    if each.before.table.physical.compress != each.after.table.physical.compress:
        first.append(db2.clause("compress", yes=bool(each.after.table.physical.compress)))
    if first:
        yield db2.alter(each.name, first)
    then = [db2.clause("set_not_null", column=name) for name in each.closed]
    then += [db2.clause("drop_not_null", column=name) for name in each.opened]
    if then:
        yield db2.alter(each.name, then)
    last = [
        db2.clause("set_default", column=name, default=db2.target.now) for name in each.default_set
    ]
    last += [db2.clause("drop_default", column=name) for name in each.default_dropped]
    if last:
        yield db2.alter(each.name, last)


def _rename(each: TablePlan, old: str, new: str, db2: Db2) -> Statement:
    return db2.alter(each.name, [db2.clause("rename_column", column=old, to=new)])


def _retired(each: TablePlan, column: str, db2: Db2) -> Statement:
    clause = db2.clause("drop_column", column=column)
    return db2.disabled(
        "alter_table",
        f"{column} is kept for as long as job.yaml does not say removed: {{{column}: drop}}.",
        name=db2.qualified(each.name),
        clauses=(clause,),
    )


def reorganizes(each: TablePlan) -> bool:
    """Whether the alters recommend a REORG: all but new columns and growing VARCHAR."""
    grown = all(
        isinstance(a.type, VarChar)
        and isinstance(b.type, VarChar)
        and a.type.length >= b.type.length
        for b, a in each.retyped
    )
    return bool(each.dropped or each.closed or each.opened) or not grown


def _notes(each: TablePlan) -> tuple[str, ...]:
    notes = ["Exclusive lock on the table until the COMMIT; packages that use it are bound again."]
    given = [birth.column.name for birth in each.births if birth.default and not birth.origin]
    if given:
        notes.append(
            f"Rows that are there get the initial value in {db2_steps.listed(given)}: "
            + db2_steps.listed(
                dict.fromkeys(b.default for b in each.births if b.default and not b.origin)
            )
            + "."
        )
    if db2_steps.assignments(each):
        notes.append("Every row is updated: the log must hold them all.")
    if reorganizes(each):
        notes.append("From here to its REORG the table can only be read by a table scan.")
    if each.lost or each.cut:
        notes.append(f"Values may be lost of {db2_steps.listed((*each.lost, *each.cut))}.")
    if each.before.name != each.after.name:
        notes.append("Views, triggers and routines on the former name must be made again.")
    return tuple(notes)


def _reorganized(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        if (
            reorganizes(each)
            or each.before.table.physical.compress != each.after.table.physical.compress
        ):
            yield Step(
                f"Reorganize {each.name}",
                (db2.statement("reorg", name=db2.qualified(each.name)),),
                notes=(
                    "Offline: nobody reads or writes the table; needs room for its copy.",
                    "ADMIN_CMD commits by itself. If it fails, repeat REORG TABLE by hand.",
                ),
            )


def _keyed(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        keys = each.keys
        table = each.after.table
        clauses = []
        if keys.add_primary:
            name, columns = table.primary_key_name, table.primary_key
            clauses.append(db2.clause("add_primary_key", constraint=name, columns=columns))
        clauses += [db2.check_clause(each.after, check) for check in keys.add_checks]
        statements = [*db2.create_indexes(each.after, keys.add_indexes, primary=False)]
        if clauses:
            statements.insert(0, db2.alter(each.name, clauses))
        if statements:
            yield Step(
                f"Keys, constraints and indexes of {each.name}",
                tuple(statements),
                notes=("Reads the whole table; updates wait. Packages are bound again.",),
            )


def _dropped(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    gone = db2_steps.dropped(evolution)
    if gone:
        names = db2_steps.listed(table.name for table in gone)
        yield Step(
            f"Drop {names}",
            tuple(s for table in gone for s in db2.drop_table(table)),
            notes=("The rows written since the way up are gone with it.",),
            irreversible=True,
        )


def _leaving(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    gone = db2_steps.leaving(evolution)
    if gone:
        names = db2_steps.listed(table.name for table in gone)
        waiting = tuple(
            Statement(s.text, s.notes, disabled=True) for t in gone for s in db2.drop_table(t)
        )
        yield Step(
            f"{names} stays, and is not written any more",
            waiting,
            notes=("A table with the state of the business is never dropped by a migration.",),
        )


def _moved_spaces(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    """Only ADMIN_MOVE_TABLE takes a table into another table space."""
    for each in plans:
        before, after = each.before.table.physical, each.after.table.physical
        former = (before.tablespace, before.index_tablespace)
        later = (after.tablespace, after.index_tablespace)
        if former != later:
            yield Step(
                f"By hand: {each.name} moves to table space {after.tablespace or '(default)'}",
                (
                    db2.disabled(
                        "move_table",
                        schema=db2.name or "",
                        name=each.name,
                        tablespace=after.tablespace or "",
                        index_tablespace=after.index_tablespace or after.tablespace or "",
                    ),
                ),
                notes=(
                    "Online: the table stays in use while it is copied; needs room for its copy.",
                    "ADMIN_MOVE_TABLE commits by itself. Undo: move it back.",
                ),
            )


def _commented(evolution: Evolution, plans: tuple[TablePlan, ...], db2: Db2) -> Iterator[Step]:
    statements = tuple(db2_steps.comments(evolution, plans, db2))
    if statements:
        yield Step("Comments", statements)


def _measured(evolution: Evolution, plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    filled = {move.tall for move in evolution.moves if move.spread}
    names = [t.name for t in db2_steps.created(evolution) if t.name in filled]
    names += [
        each.name
        for each in plans
        if reorganizes(each) or each.births or each.keys.add_indexes or each.keys.add_primary
    ]
    for name in names:
        yield Step(
            f"Statistics of {name}",
            (db2.statement("runstats", name=db2.qualified(name)),),
            notes=("ADMIN_CMD commits by itself; bind the job's static packages again after it.",),
        )
