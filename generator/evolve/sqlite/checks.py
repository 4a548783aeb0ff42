"""Queries that must find nothing before a migration runs on SQLite; each gives keys, no values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.evolve.model import Pair, Statement
from generator.evolve.sqlite.moves import gathered_from
from generator.evolve.sqlite.rows import fills_nulls, value_of
from generator.evolve.sqlite.tables import Work, sql
from generator.evolve.sqlite.values import always_fits
from generator.relational.accepted import TableKind, spelt
from generator.render.table_lines import check_lines

if TYPE_CHECKING:
    from generator.relational.tables import Check, Column

_NEW = "_NEW"  # how a query calls the value that is to be


@dataclass(frozen=True, slots=True)
class CheckView:
    """A query on the rows that are there."""

    table: str
    keys: tuple[str, ...] = ()
    value: str = ""
    condition: str = ""


def checks(work: Work) -> Iterator[Statement]:
    """What stands in the way of a table that keeps its rows."""
    if work.before is None or work.after is None or work.kept:
        return
    if work.kind is TableKind.STAGING:
        return
    if work.rebuilt:
        yield _objects(work)
    if work.detached:
        note = f"{work.old}: its rows do not have the new key of their parent; delete them."
        yield Statement(sql("check_empty", check=CheckView(work.old or "")), (note,))
    gathered = gathered_from(work)
    for pair in work.pairs:
        if pair.before is not None and pair.after is not None and pair.after.name not in gathered:
            yield from _values(work, pair, pair.before, pair.after)
    yield from _conditions(work, gathered)
    yield from _keys(work)
    yield from _occurrences(work)


def _objects(work: Work) -> Statement:
    indexes = work.before.table.indexes if work.before else ()
    names = tuple(f"'{index.name}'" for index in indexes)
    text = sql("check_objects", check=CheckView(work.old or "", names))
    note = (
        f"{work.old} is built anew: indexes and triggers that are not the job's would go with it."
        " Drop them, and create them again afterwards."
    )
    return Statement(text, (note,))


def _values(work: Work, pair: Pair, old: Column, new: Column) -> Iterator[Statement]:
    if old.nullable and not new.nullable and not fills_nulls(work, pair):
        text = sql("check_nulls", check=_view(work, old.name))
        yield Statement(text, (f"{work.old}.{old.name} must not be NULL any more.",))
    check = work.target.value_check
    if check and not always_fits(old.type, new.type):
        view = _view(work, value_of(work, new), check(_NEW, new.type))
        note = f"{work.old}.{old.name}: {spelt(old.type)} that no {spelt(new.type)} holds exactly."
        yield Statement(sql("check_values", check=view), (note,))


def _conditions(work: Work, gathered: dict[str, str]) -> Iterator[Statement]:
    """Level-88 entries that are new or hold for another value than before."""
    assert work.after is not None and work.before is not None  # noqa: S101, PT018 - it stays
    known = {(check.column, check.values, check.ranges) for check in work.before.table.checks}
    columns = {column.name: column for column in work.after.columns}
    for check in work.after.table.checks:
        column = columns[check.column]
        value = gathered.get(column.name) or value_of(work, column)
        if (value, check.values, check.ranges) not in known:
            view = _view(work, value, _condition(work, check, column))
            note = f"{work.final}.{check.column}: values that {check.name} does not allow."
            yield Statement(sql("check_values", check=view), (note,))


def _condition(work: Work, check: Check, column: Column) -> str:
    assert work.after is not None  # noqa: S101 - the check is that of the later table
    table = replace(work.after.table, columns=(replace(column, name=_NEW),))
    lines = check_lines(replace(check, column=_NEW), table, work.target)
    return " ".join(line.strip() for line in lines).removeprefix("CHECK (").removesuffix(")")


def _keys(work: Work) -> Iterator[Statement]:
    """A key that is other than before need not tell the rows apart."""
    assert work.after is not None and work.before is not None  # noqa: S101, PT018 - it stays
    table = work.after.table
    unique = [(table.primary_key_name, table.primary_key)]
    unique += [(index.name, index.columns) for index in table.indexes if index.unique]
    there = [set(work.before.table.primary_key)]
    there += [set(index.columns) for index in work.before.table.indexes if index.unique]
    for name, columns in unique:
        values = {c.name: value_of(work, c) for c in work.after.columns if c.name in columns}
        if not any(known <= set(values.values()) for known in there):
            listed = ", ".join(f"{value} AS {name}" for name, value in values.items())
            view = CheckView(work.old or "", tuple(values), listed)
            note = f"{work.final}: rows that {name} would not tell apart."
            yield Statement(sql("check_duplicates", check=view), (note,))


def _occurrences(work: Work) -> Iterator[Statement]:
    for move, giver in work.takes:
        if not move.spread and giver.before is not None:
            numbers = ", ".join(str(number) for number, _ in move.rows)
            view = CheckView(
                giver.before.name,
                giver.before.table.primary_key,
                condition=f"{move.sequence} NOT IN ({numbers})",
            )
            note = f"{giver.old}: rows for which {work.final} has no columns."
            yield Statement(sql("check_occurrences", check=view), (note,))


def _view(work: Work, value: str, condition: str = "") -> CheckView:
    keys = work.before.table.primary_key if work.before else ()
    return CheckView(work.old or "", keys, value, condition)
