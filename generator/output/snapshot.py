"""The relational model in a compact stable form, kept in the manifest and compared by `diff`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from generator.relational.tables import (
    BitData,
    Char,
    Column,
    Decimal,
    Float,
    Integer,
    Schema,
    SqlType,
    Table,
    VarChar,
)

_INTEGERS = {16: "SMALLINT", 32: "INTEGER", 64: "BIGINT"}


def spelt(sql_type: SqlType) -> str:
    """The type in SQL words that no target disputes."""
    match sql_type:
        case Char(length):
            return f"CHAR({length})"
        case VarChar(length):
            return f"VARCHAR({length})"
        case BitData(length):
            return f"BITDATA({length})"
        case Decimal(precision, scale):
            return f"DECIMAL({precision},{scale})"
        case Integer(bits):
            return _INTEGERS[bits]
        case Float(size):
            return "REAL" if size == 4 else "DOUBLE"  # noqa: PLR2004 - bytes of COMP-1
        case _:
            return type(sql_type).__name__.upper()


def snapshot(schema: Schema) -> dict[str, object]:
    """Tables by name, each with its columns in order, keys and indexes."""
    tables: dict[str, Table] = {}
    kinds: dict[str, tuple[str, str]] = {}
    for entity in schema.entities:
        for kind, table in (("staging", entity.staging), ("final", entity.final)):
            tables[table.name], kinds[table.name] = table, (kind, entity.record)
    for table in schema.audit.tables:
        tables[table.name], kinds[table.name] = table, ("reconciliation", "")
    return {
        "name": schema.name,
        "tables": {name: _table(tables[name], *kinds[name]) for name in sorted(tables)},
    }


def _table(table: Table, kind: str, record: str) -> dict[str, object]:
    return {
        "kind": kind,
        "record": record,
        "primary_key": list(table.primary_key),
        "columns": [_column(column) for column in table.columns],
        "indexes": {
            index.name: {
                "columns": ", ".join(
                    f"{name} DESC" if name in index.descending else name for name in index.columns
                ),
                "unique": index.unique,
            }
            for index in table.indexes
        },
        "checks": {
            check.name: ", ".join(
                [check.column, *check.values, *(f"{low} to {high}" for low, high in check.ranges)]
            )
            for check in table.checks
        },
    }


def _column(column: Column) -> dict[str, object]:
    shape: dict[str, object] = {
        "name": column.name,
        "type": spelt(column.type),
        "nullable": column.nullable,
    }
    if column.source is not None:
        field = column.source.field
        shape |= {
            "source": ".".join(field.path)
            + "".join(f"({subscript})" for subscript in column.source.occurrences),
            "offset": column.source.offset,
            "length": column.source.length,
            "picture": field.picture.text if field.picture else None,
        }
    return shape


def changes(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[str, ...]:
    """What differs between two snapshots, a line for each table, column, key, index and check.

    Fields that only lie elsewhere in the record come last, each once however many tables hold it.
    """
    before, after = _tables(old), _tables(new)
    lines = (
        []
        if old.get("name") == new.get("name")
        else [f"schema: {old.get('name')} -> {new.get('name')}"]
    )
    for name in sorted({*before, *after}):
        if name not in before:
            lines.append(f"+ table {name} ({len(_columns(after[name]))} columns)")
        elif name not in after:
            lines.append(f"- table {name}")
        else:
            lines += [
                f"{line[0]} {name}: {line[2:]}" for line in _compare(before[name], after[name])
            ]
    return (*lines, *_moves(before, after))


def _moves(
    before: Mapping[str, Mapping[str, object]], after: Mapping[str, Mapping[str, object]]
) -> list[str]:
    """A line for each run of fields, in the order of the record, that move by the same distance."""
    fields: dict[tuple[str, int, str], int] = {}
    for table in (name for name in after if name in before):
        old = _columns(before[table])
        for name, column in _columns(after[table]).items():
            was, now = old.get(name, {}).get("offset"), column.get("offset")
            if isinstance(was, int) and isinstance(now, int):
                record = str(after[table].get("record", ""))
                fields[record, now, str(column.get("source", name))] = now - was
    lines = []
    for (record, distance), run in groupby(
        sorted(fields), key=lambda field: (field[0], fields[field])
    ):
        if distance:
            moved = [(source.removeprefix(f"{record}."), now) for _, now, source in run]
            lines.append(f"~ {record}: {_moved(moved, distance)}".replace("~ :", "~"))
    return lines


def _moved(fields: list[tuple[str, int]], distance: int) -> str:
    (first, now), (last, _) = fields[0], fields[-1]
    if len(fields) == 1:
        return f"{first} moves by {distance:+}, from offset {now - distance} to {now}"
    return f"{len(fields)} fields from {first} to {last} move by {distance:+}"


def _compare(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    lines = _differences("column", _columns(old), _columns(new))
    if not lines and list(_columns(old)) != list(_columns(new)):
        lines.append("~ columns are in another order")
    if old.get("primary_key") != new.get("primary_key"):
        lines.append(f"~ primary key {_names(old)} -> {_names(new)}")
    for kind, part in (("index", "indexes"), ("check", "checks")):
        lines += _differences(kind, _part(old, part), _part(new, part))
    return lines


def _differences(kind: str, old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    lines = [f"- {kind} {name}" for name in old if name not in new]
    lines += [f"+ {kind} {name} {_words(new[name])}".rstrip() for name in new if name not in old]
    lines += [
        f"~ {kind} {name}: {_changed(old[name], new[name])}"
        for name in new
        if name in old and _unmoved(old[name]) != _unmoved(new[name])
    ]
    return lines


def _changed(old: object, new: object) -> str:
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return f"{old} -> {new}"
    return ", ".join(
        f"{key} {old.get(key)} -> {new.get(key)}"
        for key in sorted({*old, *new})
        if key != "offset" and old.get(key) != new.get(key)
    )


def _unmoved(value: object) -> object:
    """A column without its place, which `_moves` reports."""
    if not isinstance(value, Mapping):
        return value
    return {key: part for key, part in value.items() if key != "offset"}


def _words(value: object) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    if "type" in value:
        return f"{value['type']}{'' if value['nullable'] else ' NOT NULL'}"
    return f"({value.get('columns', '')})"


def _tables(shape: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    return _part(shape, "tables")


def _columns(table: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    columns = table.get("columns", [])
    return {str(column["name"]): column for column in columns} if isinstance(columns, list) else {}


def _part(shape: Mapping[str, object], key: str) -> dict[str, Mapping[str, object]]:
    part = shape.get(key, {})
    return dict(part) if isinstance(part, Mapping) else {}


def _names(table: Mapping[str, object]) -> str:
    key = table.get("primary_key", [])
    return f"({', '.join(key)})" if isinstance(key, list) else "()"
