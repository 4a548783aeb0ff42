"""Migrations for Db2 for z/OS.

A definition change that waits for REORG shuts out those that work at once, in its statement and
afterwards (SQLCODE -20385), and rows cannot be changed in the unit of work that alters their table
(-910). So the steps are: keys go and columns come, at once; values are carried; columns go and
table spaces change, at the REORG; columns get their names; keys come.

The null attribute of a column cannot be altered, nor can a type get smaller or change its family
(Administration Guide, "Altering the data type of a column"): a new column takes the values over.
No column is dropped of a table that has a CHECK (SQL Reference, "ALTER TABLE", DROP COLUMN).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.evolve.db2 import alters as db2_alters
from generator.evolve.db2 import spaces as db2_spaces
from generator.evolve.db2 import steps as db2_steps
from generator.evolve.db2.checks import checks
from generator.evolve.db2.statements import Db2
from generator.evolve.db2.tables import Rules
from generator.evolve.db2.values import decimals, whole_digits
from generator.evolve.model import Script, Step
from generator.relational.tables import BitData, Char, Decimal, Float, Integer, VarChar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.evolve.db2.tables import TablePlan
    from generator.evolve.model import Evolution, Statement
    from generator.relational.tables import SqlType
    from generator.relational.target import Target

_AT_ONCE = (
    "Works at once; packages are bound again. Undo: ROLLBACK, or the script of the other way."
)


def retypes(before: SqlType, after: SqlType) -> bool:
    """Whether SET DATA TYPE takes the column there: only without truncation or lost precision."""
    match before, after:
        case (Char(a) | VarChar(a), Char(b) | VarChar(b)) | (BitData(a), BitData(b)):
            return b >= a
        case Integer(a), Integer(b):
            return b >= a
        case (Integer() | Decimal()), Decimal():
            grown = whole_digits(after) >= whole_digits(before)
            return grown and decimals(after) >= decimals(before)
        case Float(a), Float(b):
            return b >= a
    return False


RULES = Rules(retypes, changes_nullability=False, drops_beside_checks=False)


def script(evolution: Evolution, target: Target) -> Script:
    """The steps from one model to the other, and what must hold before."""
    db2 = Db2(target, evolution.after.schema, together=False)
    plans = db2_steps.altered(evolution, RULES, db2)
    names = db2_steps.names_during(plans, renamed=True)

    def carried(each: TablePlan) -> Iterator[Statement]:
        yield from db2_alters.filled(each, db2)
        yield from db2_steps.gathered(evolution, each, names, db2)

    steps = (
        *_schema(evolution, db2),
        *_staging(evolution, db2),
        *_created(evolution, db2),
        *db2_steps.spread_steps(evolution, db2),
        *_each(plans, "Free {} of keys", lambda each: db2_alters.unkeyed(each, db2)),
        *_each(plans, "Rename to {}", lambda each: db2_alters.renamed(each, db2)),
        *_altered(plans, db2),
        *_carried(plans, carried),
        *_pending(evolution, plans, db2),
        *_reorganized(plans, db2),
        *_each(plans, "Column names of {}", lambda each: db2_alters.renames(each, db2)),
        *_keyed(plans, db2),
        *db2_steps.drop_steps(evolution, db2),
        *db2_steps.leaving_steps(evolution, db2),
        *db2_spaces.by_hand(plans),
        *_commented(evolution, plans, db2),
        *_measured(plans, db2),
    )
    return Script(steps, tuple(checks(evolution, plans, db2)))


def _each(
    plans: Iterable[TablePlan], title: str, statements: Callable[[TablePlan], Iterable[Statement]]
) -> Iterator[Step]:
    """A step a table that has such statements."""
    for each in plans:
        found = tuple(statements(each))
        if found:
            yield Step(title.format(each.name), found, notes=(_AT_ONCE,))


def _schema(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    former, schema = evolution.before.schema, evolution.after.schema
    if former != schema:
        lines = db2.sql("schema_by_hand", former=former, schema=schema).split("\n")
        yield Step(
            f"By hand: the tables move from schema {former or '(none)'} to {schema or '(none)'}",
            (),
            notes=(
                (
                    "Db2 renames no table into another schema. Change the qualifier of all objects"
                    " before this script runs, by CATMAINT (Db2 in maintenance mode, all packages"
                    " are bound again), or unload, create and load each table:"
                ),
                *lines,
                "The other steps work in the later schema. Undo: the same way back.",
            ),
        )


def _staging(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    """A table space is created again once its DROP is committed."""
    gone, new = db2_steps.staging(evolution)
    if gone:
        purged = db2_steps.purge_runs(evolution, db2)
        drops = (s for table in gone for s in db2.drop_table(table))
        note = "No run may be under way; what is staged is in the final tables or is read again."
        yield Step("Drop staging tables", (*purged, *drops), notes=(note,))
    if new:
        creates = (s for table in new for s in db2_alters.create(table, db2))
        described = (s for table in new for s in db2.all_comments(table))
        notes = db2_steps.granted(gone, new)
        yield Step("Create staging tables", (*creates, *described), notes=notes)


def _created(evolution: Evolution, db2: Db2) -> Iterator[Step]:
    new = db2_steps.created(evolution)
    if new:
        creates = tuple(s for table in new for s in db2_alters.create(table, db2))
        title = f"Create {db2_steps.listed(table.name for table in new)}"
        yield Step(title, creates, notes=(db2_steps.GRANT,))


def _altered(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        clauses = db2_alters.retyped(each, db2) + db2_alters.redefaulted(each, db2)
        statements = (
            *db2_alters.added(each, db2),
            *db2.alters(each.name, clauses),
            *db2_spaces.immediate(each, db2),
            *db2_alters.retired(each, db2),
        )
        note = db2_alters.given(each)
        notes = [_AT_ONCE, *([note] if note else [])]
        if each.retyped:
            notes.append(
                "SET DATA TYPE leaves the table space in AREO*; it waits for the REORG instead"
                " where DDL_MATERIALIZATION is ALWAYS_PENDING: then run this script with"
                " ALWAYS_IMMEDIATE."
            )
        if statements:
            yield Step(f"Alter {each.name}", statements, tuple(notes))


def _carried(
    plans: Iterable[TablePlan], statements: Callable[[TablePlan], Iterable[Statement]]
) -> Iterator[Step]:
    for each in plans:
        found = tuple(statements(each))
        if found:
            note = "Updates every row in one unit of work: locks the table, fills the log."
            notes = (note, *filter(None, [db2_alters.refused(each)]))
            title = f"Values of new columns of {each.name}"
            yield Step(title, found, notes, irreversible=bool(each.cut))


def is_pending(each: TablePlan) -> bool:
    """Whether a definition change waits for REORG."""
    return bool(each.dropped) or db2_spaces.changes_at_reorg(each)


def reorganizes(each: TablePlan) -> bool:
    """Whether the script cannot go on without REORG.

    A default cannot be altered of a column that was added since the last one (Administration
    Guide, "Specifying a default value when altering a column").
    """
    return is_pending(each) or any(birth.default for birth in each.births)


def _pending(evolution: Evolution, plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        statements = (
            *db2_spaces.pending(each, db2),
            *db2.alters(each.name, db2_alters.dropped(each, db2)),
        )
        if statements:
            lost = db2_steps.lost(evolution, each)
            notes = (
                "Waits for the REORG (AREOR), and shuts out other changes of the table (-20385).",
                "Undo before the REORG: ALTER TABLESPACE DROP PENDING CHANGES.",
                *db2_alters.losses(each, lost),
            )
            title = f"Pending until the REORG of {each.name}"
            yield Step(title, statements, notes, irreversible=bool(lost))


def _reorganized(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        if reorganizes(each):
            yield Step(
                f"Reorganize {each.name}",
                (),
                notes=(
                    "Stop here and run this utility job; the next steps fail without it:",
                    *_utility("reorg", each, db2),
                    "SHRLEVEL REFERENCE: the table can be read meanwhile. Packages become invalid.",
                ),
            )


def _utility(template: str, each: TablePlan, db2: Db2) -> tuple[str, ...]:
    space = each.after.table.physical.space
    found = space.qualified if space else ""
    return tuple(db2.sql(template, name=db2.qualified(each.name), space=found).split("\n"))


def _keyed(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    for each in plans:
        drops = [db2.clause("drop_default", column=b.column.name) for b in each.births if b.default]
        statements = [*db2.alters(each.name, drops), *db2_alters.keyed(each, db2)]
        notes = [_AT_ONCE]
        if each.keys.add_checks:
            statements.insert(0, db2.statement("rules"))
            notes.append("CURRENT RULES 'STD' has each CHECK verified at once, not CHECK-pending.")
        if statements:
            yield Step(
                f"Keys, constraints and indexes of {each.name}", tuple(statements), tuple(notes)
            )


def _commented(evolution: Evolution, plans: tuple[TablePlan, ...], db2: Db2) -> Iterator[Step]:
    statements = tuple(db2_steps.comments(evolution, plans, db2))
    if statements:
        yield Step("Comments", statements)


def _measured(plans: Iterable[TablePlan], db2: Db2) -> Iterator[Step]:
    changed = [
        each
        for each in plans
        if reorganizes(each) or each.births or each.retyped or each.keys.add_indexes
    ]
    if changed:
        lines = (line for each in changed for line in _utility("runstats", each, db2))
        advised = [each.name for each in changed if each.retyped and not reorganizes(each)]
        later = f"REORG soon: {db2_steps.listed(advised)} (AREO*)." if advised else ""
        yield Step(
            "Statistics",
            (),
            notes=(
                "Run this utility job, then REBIND the job's packages:",
                *lines,
                *([later] if later else []),
            ),
        )
