"""Migrations for Db2 for Linux, UNIX and Windows.

All alters of a table are one unit of work, then comes its REORG, then its keys. A unit of work
with an operation that recommends a REORG leaves the table readable only, and the fourth of them
is refused (SQL0668N reason 7; SQL Reference, "ALTER TABLE", Notes): here there is one a table.
Rows are updated before it, since afterwards they cannot be.
A column is dropped with RESTRICT: without the word Db2 drops the indexes and triggers that somebody
made on it as well ("ALTER TABLE", DROP COLUMN).
REORG issues a COMMIT at its beginning ("REORG TABLE command using the ADMIN_CMD procedure").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.evolve.db2 import alters as db2_alters
from generator.evolve.db2 import steps as db2_steps
from generator.evolve.db2.checks import checks
from generator.evolve.db2.statements import Db2
from generator.evolve.db2.tables import Rules
from generator.evolve.db2.values import family
from generator.evolve.model import Script, Statement, Step
from generator.relational.tables import Float, VarChar
from generator.targets.db2_facts import is_varying

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.evolve.db2.tables import TablePlan
    from generator.evolve.model import Evolution
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


_UNDO = "Undo: ROLLBACK; after the COMMIT the script of the other way."
RULES = Rules(retypes, changes_nullability=True, drops_beside_checks=True)


def script(evolution: Evolution, target: Target) -> Script:
    """The steps from one model to the other, and what must hold before."""
    db2 = Db2(target, evolution.after.schema, together=True)
    plans = db2_steps.altered(evolution, RULES, db2)
    steps = (
        *_schema(evolution, db2),
        *_staging(evolution, db2),
        *_created(evolution, db2),
        *db2_steps.spread_steps(evolution, db2),
        *_altered(evolution, plans, db2),
        *_reorganized(plans, db2),
        *_keyed(plans, db2),
        *db2_steps.drop_steps(evolution, db2),
        *db2_steps.leaving_steps(evolution, db2),
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
    copy = db2.disabled("schema_by_hand", former=former, schema=schema)
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
    creates = tuple(s for table in new for s in db2_alters.create(table, db2))
    described = tuple(s for table in new for s in db2.all_comments(table))
    note = "No run may be under way; what is staged is in the final tables or is read again."
    notes = (*([note] if gone else []), *db2_steps.granted(gone, new))
    title = "Drop and create staging tables"
    yield Step(title, (*purged, *drops, *creates, *described), notes=notes)


def _created(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    new = db2_steps.created(evolution)
    if new:
        creates = tuple(s for table in new for s in db2_alters.create(table, db2))
        title = f"Create {db2_steps.listed(table.name for table in new)}"
        yield Step(title, creates, notes=(db2_steps.GRANT,))


def _altered(evolution: Evolution, plans: tuple[TablePlan, ...], db2: Db2) -> Iterator[Step]:
    names = db2_steps.names_during(plans, renamed=True)
    for each in plans:
        statements = (
            *db2_alters.unkeyed(each, db2),
            *db2_alters.renamed(each, db2),
            *db2_alters.added(each, db2),
            *db2_alters.filled(each, db2),
            *db2_steps.gathered(evolution, each, names, db2),
            *_changed(each, db2),
            *db2_alters.renames(each, db2),
            *db2_alters.retired(each, db2),
        )
        if statements:
            lost = db2_steps.lost(evolution, each)
            notes = (*_notes(each), *db2_alters.losses(each, lost), _UNDO)
            yield Step(f"Alter {each.name}", statements, notes, irreversible=bool(lost))


def _changed(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """A column stands in one clause of a statement only (SQLSTATE 42711): types come first."""
    births = [db2.clause("drop_default", column=b.name) for b in each.births if b.default]
    first = births + db2_alters.dropped(each, db2) + db2_alters.retyped(each, db2)
    if _compresses(each):
        first.append(db2.clause("compress", yes=bool(each.after.table.physical.compress)))
    yield from db2.alters(each.name, first)
    nulls = [db2.clause("set_not_null", column=name) for name in each.closed]
    nulls += [db2.clause("drop_not_null", column=name) for name in each.opened]
    yield from db2.alters(each.name, nulls)
    yield from db2.alters(each.name, db2_alters.redefaulted(each, db2))


def _compresses(each: TablePlan) -> bool:
    return each.before.table.physical.compress != each.after.table.physical.compress


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
    lock = "Exclusive lock on the table until the COMMIT; packages that use it are bound again."
    wait = "From here to its REORG the table can only be read, by a table scan."
    return (lock, *db2_alters.costs(each), *([wait] if reorganizes(each) else []))


def _reorganized(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        if reorganizes(each) or _compresses(each):
            yield Step(
                f"Reorganize {each.name}",
                (db2.statement("reorg", name=db2.qualified(each.name)),),
                notes=(
                    "Offline: nobody reads or writes the table; needs room for its copy.",
                    "REORG commits before it begins. If it fails, this step is to be repeated.",
                ),
                commits=True,
            )


def _keyed(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        statements = tuple(db2_alters.keyed(each, db2))
        note = "Reads the whole table while updates wait; packages are bound again."
        if statements:
            yield Step(f"Keys, constraints and indexes of {each.name}", statements, notes=(note,))


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
                        schema=db2.name,
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
            notes=("RUNSTATS commits by itself; bind the job's static packages again after it.",),
            commits=True,
        )
