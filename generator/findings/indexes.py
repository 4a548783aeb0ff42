"""Keys and indexes: which are not needed, which do not do what they seem to, which are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.model import Case, note, warning
from generator.relational.limits import key_length
from generator.relational.tables import Char, Float

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem
    from generator.relational.tables import Column, Index

FEW_VALUES = 8
MANY_INDEXES = 5
LONG_KEY = 100

Key = tuple[str, tuple[tuple[str, bool], ...], bool]  # name, (column, descending), unique


def redundant(case: Case) -> Iterator[Problem]:
    """An index whose columns begin another one: Db2 scans the longer one as well.

    (Db2 LUW, "Index design": an index on a prefix of another one's key is rarely needed.) A unique
    one stays, since it refuses rows that the longer one takes.
    """
    for index in case.entity.final.indexes:
        longer = next((key for key in _keys(case) if _begins(index, key)), None)
        if longer and not index.unique:
            told = f"{index.name} ({_listed(index)}) is how {longer[0]} begins"
            hint = f"take it out: {longer[0]} serves the same searches, and each row costs one less"
            yield warning("DDL201", index.name, told, case.index_at(index), hint)


def implied_uniqueness(case: Case) -> Iterator[Problem]:
    """A unique index that holds all columns of another unique key proves nothing more."""
    for index in case.entity.final.indexes:
        others = [key for key in _keys(case) if key[2] and key[0] != index.name]
        inner = next((key for key in others if {c for c, _ in key[1]} < set(index.columns)), None)
        if index.unique and inner:
            columns = ", ".join(column for column, _ in inner[1])
            told = f"{index.name} is unique anyway: {inner[0]} already holds {columns} to one row"
            hint = "leave unique out, or index fewer fields if these alone shall be unique"
            yield note("DDL202", index.name, told, case.index_at(index), hint)


def one_null(case: Case) -> Iterator[Problem]:
    """A unique index takes null as a value like others: one row has it (CREATE INDEX, UNIQUE)."""
    for index in case.entity.final.indexes:
        empty = [name for name in index.columns if case.entity.final.column(name).nullable]
        if index.unique and empty:
            which = " and ".join(empty)
            rest = " for each value of the others" if len(index.columns) > len(empty) else ""
            told = f"{index.name} is unique and {which} may be null: only one row may be so{rest}"
            hint = "not_null: true under fields, if every record has it; else leave unique out"
            yield warning("DDL203", index.name, told, case.index_at(index), hint)


def inexact(case: Case) -> Iterator[Problem]:
    """Approximate numbers compare equal by luck."""
    for index in case.entity.final.indexes:
        for name in index.columns:
            if isinstance(case.entity.final.column(name).type, Float):
                told = f"{index.name} is on {name}, a floating-point number that seldom equals"
                hint = "index another field, or give this one type: DECIMAL(p,s)"
                yield warning("DDL204", index.name, told, case.index_at(index), hint)


def long_key(case: Case) -> Iterator[Problem]:
    """A key that every index entry, child row and MERGE carries."""
    table = case.entity.final
    for target in case.scene.targets[:1]:
        size = target.row_bytes
        length = key_length(table, table.primary_key, target)
        if case.entity.parent is None and size and length > LONG_KEY:
            columns = [table.column(name) for name in table.primary_key]
            widest = max(columns, key=lambda column: size(column.type, column.nullable))
            told = (
                f"the key of {table.name} has {length:,} bytes, {widest.name} alone "
                f"{size(widest.type, widest.nullable):,}: staging and final table carry it in "
                "their indexes, and so does every child"
            )
            hint = "is it the shortest that tells records apart? Name fewer or shorter fields"
            yield note("DDL205", table.name, told, case.place, hint)


def no_merge_index(case: Case) -> Iterator[Problem]:
    """The MERGE looks for the last record of each key of one run.

    A child's rows are found by run and record number of their parent.
    """
    staging, key = case.entity.staging, case.entity.key
    head = ("RUN_ID", "RECORD_NO") if case.entity.parent else ("RUN_ID", *key, "RECORD_NO")
    if not any(index.columns[: len(head)] == head for index in staging.indexes):
        told = f"no index of {staging.name} is on {', '.join(head)}: the MERGE scans all runs"
        hint = f"CREATE INDEX on {staging.name} ({', '.join(head)})"
        yield warning("DDL206", staging.name, told, case.place, hint)


def no_parent_index(case: Case) -> Iterator[Problem]:
    """Joins from the parent, and its deletes, look for the rows of one parent key."""
    if case.entity.parent is None:
        return
    key = set(case.scene.tables[case.entity.parent].key)
    if not any({c for c, _ in columns[: len(key)]} == key for _, columns, _ in _keys(case)):
        told = f"no index of {case.name} begins with {', '.join(sorted(key))}, the parent's key"
        hint = f"each join from {case.entity.parent} scans the table; index these columns"
        yield warning("DDL207", case.name, told, case.place, hint)


def few_values(case: Case) -> Iterator[Problem]:
    """An index on a flag: each value has so many rows that a scan is cheaper."""
    for index in case.entity.final.indexes:
        column = case.entity.final.column(index.columns[0])
        values = _values(column)
        if len(index.columns) == 1 and not index.unique and values:
            told = f"{index.name} is on {column.name} alone, {values}: a search reads most pages"
            hint = "put a field that tells more in front of it, or take the index out"
            yield note("DDL208", index.name, told, case.index_at(index), hint)


def many_indexes(case: Case) -> Iterator[Problem]:
    """Every row that the MERGE writes is written to every index."""
    count = len(case.entity.final.indexes) + 1
    if count > MANY_INDEXES:
        told = f"{case.name} has {count} indexes with its key: each inserted row is written to all"
        hint = "which queries need them? An index that nobody names in a query is only a cost"
        place = case.scene.loaded.where("records", case.record, "indexes")
        yield note("DDL209", case.name, told, place, hint)


def _keys(case: Case) -> tuple[Key, ...]:
    """The primary key and the indexes of the final table."""
    table = case.entity.final
    primary = tuple((name, False) for name in table.primary_key)
    return (
        (table.primary_key_name, primary, True),
        *((index.name, _ordered(index), index.unique) for index in table.indexes),
    )


def _ordered(index: Index) -> tuple[tuple[str, bool], ...]:
    return tuple((name, name in index.descending) for name in index.columns)


def _begins(index: Index, key: Key) -> bool:
    """Whether the other key has the same columns in front; an index runs in both directions."""
    name, columns, _ = key
    own = _ordered(index)
    head = columns[: len(own)]
    backwards = tuple((column, not descending) for column, descending in own)
    return name != index.name and len(columns) > len(own) and head in (own, backwards)


def _listed(index: Index) -> str:
    return ", ".join(index.columns)


def _values(column: Column) -> str:
    """How few values the column has, in words; "" when nothing says so."""
    conditions = column.source.field.conditions if column.source else ()
    ranges = [value for condition in conditions for value in condition.values]
    if ranges and all(value.high is None for value in ranges):
        count = len({value.low.text for value in ranges})
        return f"which has {count} values by its level-88 entries" if count <= FEW_VALUES else ""
    return "one character" if column.type == Char(1) and not ranges else ""
