"""Queries that must count nothing before a migration of the Db2 family runs.

They name tables and columns as they are before the migration.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.evolve.db2.values import (
    ISO_DATE,
    Source,
    carried,
    cuts,
    decimals,
    family,
    limits,
    read_as,
    source_of,
    whole_digits,
)
from generator.relational.accepted import TableKind
from generator.relational.tables import (
    BitData,
    Char,
    Column,
    Date,
    Decimal,
    Float,
    Integer,
    SqlType,
    VarChar,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.evolve.db2.statements import Db2
    from generator.evolve.db2.tables import TablePlan
    from generator.evolve.model import Evolution, Move, Statement

_RUNS = "_RECON_RUN"
_REAL = ("-3.4E+38", "3.4E+38")


def checks(evolution: Evolution, plans: Iterable[TablePlan], db2: Db2) -> Iterator[Statement]:
    """Every check of a migration."""
    if any(c.before and c.before.kind is TableKind.STAGING for c in evolution.tables):
        yield from _unfinished(evolution, db2)
    for each in plans:
        yield from _columns(each, db2)
        if each.after.name in evolution.detached:
            yield from _detached(each, db2)
        yield from _duplicates(each, db2)
        yield from _constraints(each, db2)
    for move in evolution.moves:
        if not move.spread:
            yield _beyond(move, db2)


def _unfinished(evolution: Evolution, db2: Db2) -> Iterator[Statement]:
    for table in evolution.before.tables:
        if table.kind is TableKind.RECONCILIATION and table.name.endswith(_RUNS):
            note = "Runs that still need their staged rows: finish or purge them first."
            name, conditions = db2.qualified(table.name), (db2.sql("test_unfinished"),)
            yield db2.statement("check_rows", note, name=name, conditions=conditions)


def _beyond(move: Move, db2: Db2) -> Statement:
    """Rows for which there is no column."""
    last = max(number for number, _ in move.rows)
    note = f"Rows of {move.tall} beyond occurrence {last}, for which there is no column."
    condition = db2.sql("test_range", name=move.sequence, low="1", high=str(last))
    name = db2.qualified(move.tall)
    return db2.statement("check_rows", note, name=name, conditions=(condition,))


def _columns(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Values that the later column cannot hold."""
    filled = dict(each.filled)
    for before, after in each.pairs:
        former, later = db2.target.spell(before.type), db2.target.spell(after.type)
        title = before.name if former == later else f"{before.name}, {former} -> {later}"
        if before.nullable and not after.nullable and before.name not in filled:
            test = db2.sql("test_null", name=before.name)
            yield _rows(each, db2, f"{title}: rows without a value.", test)
        source = read_as(source_of(each.before, before), each.after, after)
        digits = source_of(each.after, after).digits
        for what, condition in _tests(source, after.type, digits, db2):
            yield _rows(each, db2, f"{title}: {what}.", _beside(source, condition, db2))


def _beside(source: Source, condition: str, db2: Db2) -> str:
    """Nothing at all is no mistake where it becomes NULL."""
    if source.empty is None:
        return condition
    return db2.sql("test_unless", source=source, test=condition)


def _rows(each: TablePlan, db2: Db2, note: str, condition: str) -> Statement:
    name = db2.qualified(each.before.name)
    return db2.statement("check_rows", note, name=name, conditions=(condition,))


def _tests(source: Source, new: SqlType, digits: int, db2: Db2) -> Iterator[tuple[str, str]]:
    """What is wrong with a value, and the condition that finds it.

    `digits` are those of the later picture.
    """
    old, name = source.kind, source.name
    if old == new:
        return
    if carried(db2, source, new) is None:
        yield "values that the later type cannot show", db2.sql("test_something", name=name)
        return
    match old, new:
        case (Char(a) | VarChar(a) | BitData(a)), (Char(b) | VarChar(b) | BitData(b)):
            if b < a:
                kind = "test_long_bytes" if isinstance(old, BitData) else "test_long_text"
                yield f"values longer than {b}", db2.sql(kind, value=name, length=b)
        case (Decimal() | Integer()), (Decimal() | Integer()):
            yield from _numbers(old, new, name, db2)
        case (Char(length) | VarChar(length)), (Decimal() | Integer()):
            test = _number_test(name, length, new, digits)
            kind = "test_decimal" if test.scale else "test_number"
            yield "text that is not how such a number is written", db2.sql(kind, test=test)
        case _, (Char(length) | VarChar(length)) if family(old) in ("exact", "float"):
            text = carried(db2, source, new)
            yield f"values longer than {length}", db2.sql("test_long", value=text, length=length)
        case _:
            yield from _others(old, new, name, db2)


def _others(old: SqlType, new: SqlType, name: str, db2: Db2) -> Iterator[tuple[str, str]]:
    """Approximate numbers and dates."""
    match old, new:
        case Float(), (Decimal() | Integer()):
            low, high = limits(new)
            yield "values out of range", db2.sql("test_range", name=name, low=low, high=high)
            yield "values that come out other", _rounded(old, new, name, db2)
        case (Float() | Decimal() | Integer()), Float() if cuts(old, new):
            yield "values that come out other", _rounded(old, new, name, db2)
        case (Char(length) | VarChar(length)), Date():
            kind = "test_compact_date" if length < ISO_DATE else "test_iso_date"
            yield "text that is no date", db2.sql(kind, name=name)
        case (Char() | VarChar()), Float():
            yield "text that is not how a number is written", db2.sql("test_float", name=name)
        case (Decimal() | Integer()), Date():
            yield "numbers that are no date", db2.sql("test_date_number", name=name)


def _rounded(old: SqlType, new: SqlType, name: str, db2: Db2) -> str:
    """The values within reach that are another number as the later type has them."""
    low, high = limits(new) if isinstance(new, Decimal | Integer) else _REAL
    there, back = db2.target.spell(new), db2.target.spell(old)
    return db2.sql("test_rounded", name=name, there=there, back=back, low=low, high=high)


@dataclass(frozen=True, slots=True)
class NumberTest:
    """Text that is a number as `db2_values` writes it: so many digits, zeros in front."""

    name: str
    width: int
    whole: int
    scale: int


def _number_test(name: str, length: int, new: Decimal | Integer, digits: int) -> NumberTest:
    whole = whole_digits(new) - (1 if isinstance(new, Integer) else 0)
    if decimals(new):
        return NumberTest(name, whole + 1, whole, decimals(new))
    return NumberTest(name, min(digits or whole, length), whole, 0)


def _numbers(
    old: Decimal | Integer, new: Decimal | Integer, name: str, db2: Db2
) -> Iterator[tuple[str, str]]:
    (low, high), (lowest, highest) = limits(new), limits(old)
    if float(lowest) < float(low) or float(highest) > float(high):
        yield "values out of range", db2.sql("test_range", name=name, low=low, high=high)
    if cuts(old, new):
        yield (
            f"values with more than {decimals(new)} decimals",
            db2.sql("test_decimals", name=name, scale=decimals(new)),
        )


def _detached(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Rows of a child table whose key gets a column of the parent's that they do not have."""
    names = {after.name for _, after in each.pairs}
    new = [name for name in each.after.table.primary_key if name not in names]
    note = f"{each.before.name}: rows without {', '.join(new)}, which is to lead to their parent."
    yield _rows(each, db2, note, db2.sql("test_any"))


def _duplicates(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Rows that would have the same key: asked of the values that the key will have."""
    old, new = each.before.table, each.after.table
    former = [set(old.primary_key), *(set(i.columns) for i in old.indexes if i.unique)]
    wanted = [(new.primary_key_name, new.primary_key)] if each.keys.add_primary else []
    wanted += [(i.name, i.columns) for i in each.keys.add_indexes if i.unique]
    pairs = {after.name: (before, after) for before, after in each.pairs}
    for key, columns in wanted:
        found = [pairs[name] for name in columns if name in pairs]
        names = {before.name for before, _ in found}
        if all(_one_to_one(*pair) for pair in found) and any(key <= names for key in former):
            continue
        values = tuple(_key_value(each, before, after, db2) for before, after in found)
        note = f"{key}: keys that more than one row would have."
        name = db2.qualified(each.before.name)
        yield db2.statement("check_duplicates", note, name=name, columns=values)


def _one_to_one(before: Column, after: Column) -> bool:
    """Whether two values stay two: the other checks see to it that none is cut."""
    return family(before.type) == family(after.type) or family(before.type) == "exact"


def _key_value(each: TablePlan, before: Column, after: Column, db2: Db2) -> str:
    return carried(db2, source_of(each.before, before), after.type) or before.name


def _constraints(each: TablePlan, db2: Db2) -> Iterator[Statement]:
    """Values outside a CHECK that is new or other than before."""
    names = {after.name: before.name for before, after in each.pairs}
    former = {(check.column, check.values, check.ranges) for check in each.before.table.checks}
    for check in each.keys.add_checks:
        column = names.get(check.column)
        if column and (column, check.values, check.ranges) not in former:
            note = f"{check.name}: values of {column} that it does not allow."
            yield _rows(each, db2, note, db2.outside(each.before, replace(check, column=column)))
