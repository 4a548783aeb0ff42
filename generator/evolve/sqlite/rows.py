"""The rows of a table as they go into the one that is built anew on SQLite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal as Number
from typing import TYPE_CHECKING

from generator.evolve.model import Pair, Statement
from generator.evolve.sqlite.tables import Work, sql
from generator.evolve.sqlite.values import converted, initial, means_none, misfit
from generator.relational.accepted import spelt
from generator.relational.tables import Decimal, Integer
from generator.targets.sqlite import spell

if TYPE_CHECKING:
    from generator.relational.tables import Check, Column


@dataclass(frozen=True, slots=True)
class RowsView:
    """INSERT … SELECT; where a row is there already its `updates` are made."""

    into: str
    columns: tuple[str, ...]
    values: tuple[str, ...]
    source: str
    condition: str = ""
    conflict: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()


def copied(work: Work, gathered: Mapping[str, str]) -> Statement:
    """Every row; `gathered` are the values that come from the rows of a child table."""
    columns = work.after.columns if work.after else ()
    rows = RowsView(
        work.new,
        tuple(column.name for column in columns),
        tuple(gathered.get(column.name) or value_of(work, column) for column in columns),
        work.old or "",
    )
    notes = (note for column in columns for note in _notes(work, column, gathered))
    return Statement(sql("copy_rows", rows=rows), tuple(notes))


def value_of(work: Work, column: Column) -> str:
    """The expression for a later column of a row that is there."""
    pair = work.pair_of(column.name)
    source = work.source(pair) if pair else None
    if pair is None or source is None:
        return misfit(column.type) if _is_detached(work, column) else fresh(work, column)
    value = converted(source, column, work.digits(column))
    return f"COALESCE({value}, {nothing(work, column)})" if fills_nulls(work, pair) else value


def _is_detached(work: Work, column: Column) -> bool:
    """Whether it belongs to the key of a parent that nobody can tell: no row may be there."""
    key = work.after.table.primary_key if work.after else ()
    return work.detached and column.name in key


def fills_nulls(work: Work, pair: Pair) -> bool:
    """Whether a NULL becomes the initial value, as nobody can have given another.

    So it is with a column that nobody filled while it was retired, and with a date that is to be
    a number again, where NULL stands for zeros.
    """
    old, new = pair.before, pair.after
    if old is None or new is None or new.nullable or not old.nullable:
        return False
    retired = work.before.retired if work.before else ()
    return old.name in {c.name for c in retired} or means_none(old.type, new.type)


def fresh(work: Work, column: Column) -> str:
    """What a new column holds in the rows that are there."""
    if column.nullable:
        return "NULL"
    return "CURRENT_TIMESTAMP" if column.default else nothing(work, column)


def nothing(work: Work, column: Column) -> str:
    """The initial value of a column, or the first that its level-88 entries allow.

    Else the constraint could never be added to a table with rows; a note of the step says so.
    """
    checks = work.after.table.checks if work.after else ()
    own = [check for check in checks if check.column == column.name]
    if all(_allows(check, column) for check in own):
        return initial(column.type)
    return _literal([*own[0].values, *(low for low, _ in own[0].ranges)][0], column)


def _allows(check: Check, column: Column) -> bool:
    """Whether the initial value is one of those that a level 88 names."""
    if isinstance(column.type, Integer | Decimal):
        ranges = ((Number(low), Number(high)) for low, high in check.ranges)
        named = any(Number(value) == 0 for value in check.values)
        return named or any(low <= 0 <= high for low, high in ranges)
    return any(not value[1:-1].strip() for value in check.values)


def _literal(value: str, column: Column) -> str:
    if isinstance(column.type, Decimal) and spell(column.type) == "TEXT":
        return f"'{Number(value):.{column.type.scale}f}'"
    return value


def _notes(work: Work, column: Column, gathered: Mapping[str, str]) -> Iterator[str]:
    pair = work.pair_of(column.name)
    old = pair.before if pair else None
    if column.name in gathered:
        yield f"{column.name}: from the rows of the child table."
    elif old is None:
        value = fresh(work, column)
        first = value not in {"NULL", "CURRENT_TIMESTAMP", initial(column.type)}
        why = ", the first value that its level-88 entries allow" if first else ""
        yield f"{column.name}: new, {value} in the rows that are there{why}."
    else:
        if old.name != column.name:
            yield f"{column.name}: was {old.name}."
        if old.type != column.type:
            yield f"{column.name}: {spelt(old.type)} becomes {spelt(column.type)}."
        if pair and fills_nulls(work, pair):
            yield f"{column.name}: {nothing(work, column)} where it is NULL."
