"""schema.lock.json: the relational model that was last accepted, apart from any copybook.

What a table needs to be created again, altered or compared is kept: its columns with types and
comments, its constraints, indexes and physical clauses, and where each column comes from in the
record. Column names stay what they are here, whatever a glossary says later.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.relational.tables import (
    BitData,
    Char,
    Check,
    Column,
    Date,
    DateRule,
    Decimal,
    Entity,
    Float,
    Index,
    Integer,
    Physical,
    Role,
    Schema,
    SqlType,
    Table,
    TableSpace,
    Time,
    Timestamp,
    VarChar,
)
from generator.tidy_json import tidy_json

if TYPE_CHECKING:
    from generator.copybook.fields import Field

FORM = 1
_INTEGERS = {16: "SMALLINT", 32: "INTEGER", 64: "BIGINT"}
_FLOATS = {4: "REAL", 8: "DOUBLE"}
_PLAIN: dict[str, SqlType] = {
    **{name: Integer(bits) for bits, name in _INTEGERS.items()},
    **{name: Float(size) for size, name in _FLOATS.items()},
    "DATE": Date(),
    "TIME": Time(),
    "TIMESTAMP": Timestamp(),
}
_LENGTHS: dict[str, Callable[[int], SqlType]] = {
    "CHAR": Char,
    "VARCHAR": VarChar,
    "BITDATA": BitData,
}
_SIZED = re.compile(r"(CHAR|VARCHAR|BITDATA)\((\d+)\)|DECIMAL\((\d+),(\d+)\)")


class TableKind(StrEnum):
    """What a table is for, which decides how it may change."""

    STAGING = "staging"  # dropped and created
    FINAL = "final"  # altered only
    RECONCILIATION = "reconciliation"  # altered only


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column comes from: qualified name from the 01 on, subscripts, and bytes.

    `offset` counts from 0 at the beginning of the record, or of the occurrence for a table inside
    it; `length` is in bytes. `date` is how the record has a date: schema.lock.json does not keep
    it, so it is None for what was accepted before.
    """

    path: tuple[str, ...]
    occurrences: tuple[int, ...] = ()
    offset: int = 0
    length: int = 0
    picture: str | None = None
    usage: str | None = None
    date: DateRule | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The COBOL name as a DBA reads it: ``CM-PHONE(2)``."""
        return self.path[-1] + "".join(f"({number})" for number in self.occurrences)


@dataclass(frozen=True, slots=True)
class AcceptedTable:
    """A table and where it comes from.

    `record` is the 01, "" for the audit tables; `item` the path of the OCCURS item whose
    occurrences are the rows, () for the record itself, and `occurs` says how many there can be;
    `when` is the condition of a variant.
    `entity` is the name of the final table that a staging table is for. `places` are by column
    name. `retired` are columns that the model no longer has and the table still does; all may be
    null. `dropped` names those that were dropped by the user's word, so that the word is known to
    be done. A `gone` table is one that the model no longer has: it is never dropped.
    """

    kind: TableKind
    table: Table
    record: str = ""
    item: tuple[str, ...] = ()
    occurs: str = ""
    when: str | None = None
    entity: str = ""
    parent: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    retired: tuple[Column, ...] = ()
    dropped: tuple[str, ...] = ()
    gone: bool = False

    @property
    def name(self) -> str:
        """The table's name, without the schema."""
        return self.table.name

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column that the table has in the database."""
        return (*self.table.columns, *self.retired)


@dataclass(frozen=True, slots=True)
class AcceptedSchema:
    """The model of a job at one version: 0 is the first, each migration adds one."""

    job: str
    version: int
    schema: str | None
    tables: tuple[AcceptedTable, ...]

    def table(self, name: str) -> AcceptedTable | None:
        """The table of that name."""
        return next((table for table in self.tables if table.name == name), None)

    @property
    def digest(self) -> str:
        """What tells the tables of this model from any others.

        Comments and bytes do not count, nor does an order: no migration changes them alone.
        """
        tables = [
            [
                table.name,
                sorted([c.name, spelt(c.type), c.nullable, c.default or ""] for c in table.columns),
                [table.table.primary_key_name, *table.table.primary_key],
                sorted(repr(replace(index, purpose="")) for index in table.table.indexes),
                sorted(repr(check) for check in table.table.checks),
            ]
            for table in sorted(self.tables, key=lambda table: table.name)
        ]
        return hashlib.sha256(tidy_json([self.schema, tables]).encode()).hexdigest()


def accepted(schema: Schema, version: int = 0) -> AcceptedSchema:
    """The model that the copybooks give now, in the form in which it is kept."""
    return AcceptedSchema(
        job=schema.job,
        version=version,
        schema=schema.name,
        tables=(
            *(
                AcceptedTable(TableKind.RECONCILIATION, _bare(table))
                for table in schema.audit.tables
            ),
            *(_of(entity, TableKind.STAGING, entity.staging) for entity in schema.entities),
            *(_of(entity, TableKind.FINAL, entity.final) for entity in schema.entities),
        ),
    )


def _of(entity: Entity, kind: TableKind, table: Table) -> AcceptedTable:
    return AcceptedTable(
        kind=kind,
        table=_bare(table),
        record=entity.record,
        item=entity.item.path if entity.item else (),
        occurs=_occurs(entity.item),
        when=entity.when,
        entity=entity.final.name,
        parent=entity.parent,
        places={c.name: place for c in table.columns if (place := _place(c)) is not None},
    )


def _occurs(item: Field | None) -> str:
    """``1 TO 20 DEPENDING ON LINE-COUNT``."""
    times = item.occurs if item else None
    if times is None:
        return ""
    if times.depending_on is None:
        return str(times.maximum)
    return f"{times.minimum} TO {times.maximum} DEPENDING ON {times.depending_on}"


def _bare(table: Table) -> Table:
    """The table with nothing that only a copybook can give back."""
    columns = tuple(
        replace(column, attribute="", cobol="", rule="", source=None) for column in table.columns
    )
    return replace(table, columns=columns)


def _place(column: Column) -> Place | None:
    source = column.source
    if source is None:
        return None
    return Place(
        path=source.field.path,
        occurrences=source.occurrences,
        offset=source.offset,
        length=source.length,
        picture=source.field.picture.text if source.field.picture else None,
        usage=str(source.field.usage) if source.field.usage else None,
        date=source.date,
    )


def dump(schema: AcceptedSchema) -> str:
    """The text of schema.lock.json."""
    return tidy_json(to_dict(schema))


def to_dict(schema: AcceptedSchema) -> dict[str, object]:
    """The model as JSON has it: tables by name, a line for each column."""
    return {
        "form": FORM,
        "job": schema.job,
        "version": schema.version,
        "schema": schema.schema,
        "order": [table.name for table in schema.tables],
        "tables": {table.name: _table_out(table) for table in schema.tables},
    }


def _table_out(table: AcceptedTable) -> dict[str, object]:
    inner = table.table
    return {
        "kind": str(table.kind),
        "record": table.record,
        "item": ".".join(table.item),
        "occurs": table.occurs,
        "when": table.when,
        "entity": table.entity,
        "parent": table.parent,
        "gone": table.gone,
        "comment": inner.comment,
        "primary_key": {"name": inner.primary_key_name, "columns": list(inner.primary_key)},
        "physical": _said(asdict(inner.physical)),
        "columns": [_column_out(column, table.places) for column in inner.columns],
        "retired": [_column_out(column, {}) for column in table.retired],
        "dropped": list(table.dropped),
        "indexes": [asdict(index) for index in inner.indexes],
        "checks": [asdict(check) for check in inner.checks],
    }


def _column_out(column: Column, places: Mapping[str, Place]) -> dict[str, object]:
    place = places.get(column.name)
    shape = {
        "name": column.name,
        "type": spelt(column.type),
        "role": str(column.role),
        "nullable": column.nullable,
        "default": column.default,
        "comment": column.comment,
    }
    if place is not None:
        shape |= {
            "source": ".".join(place.path),
            "occurrences": list(place.occurrences) or None,
            "offset": place.offset,
            "length": place.length,
            "picture": place.picture,
            "usage": place.usage,
        }
    return _said(shape)


def _said(shape: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in shape.items() if value is not None}


def from_dict(content: Mapping[str, Any]) -> AcceptedSchema:
    """The model that `to_dict` wrote; ValueError, KeyError or TypeError when it is another's."""
    if content["form"] != FORM:
        raise ValueError(f"its form is {content['form']!r}, this version reads {FORM}")
    tables = content["tables"]
    return AcceptedSchema(
        job=str(content["job"]),
        version=int(content["version"]),
        schema=content["schema"],
        tables=tuple(_table_in(name, tables[name]) for name in content["order"]),
    )


def _table_in(name: str, content: Mapping[str, Any]) -> AcceptedTable:
    columns = content["columns"]
    return AcceptedTable(
        kind=TableKind(content["kind"]),
        table=Table(
            name=name,
            columns=_columns_in(columns),
            primary_key=tuple(content["primary_key"]["columns"]),
            primary_key_name=content["primary_key"]["name"],
            comment=content["comment"],
            indexes=tuple(Index(**_tuples(index)) for index in content["indexes"]),
            checks=tuple(_check_in(check) for check in content["checks"]),
            physical=_physical_in(content["physical"]),
        ),
        record=content["record"],
        item=_path(content["item"]),
        occurs=content.get("occurs", ""),
        when=content["when"],
        entity=content["entity"],
        parent=content["parent"],
        places={item["name"]: _place_in(item) for item in columns if "source" in item},
        retired=_columns_in(content["retired"]),
        dropped=tuple(content.get("dropped", ())),
        gone=content["gone"],
    )


def _physical_in(content: Mapping[str, Any]) -> Physical:
    space = content.get("space")
    return replace(Physical(**content), space=TableSpace(**space) if space else None)


def _columns_in(columns: Iterable[Mapping[str, Any]]) -> tuple[Column, ...]:
    return tuple(
        Column(
            name=item["name"],
            attribute="",
            type=parsed(item["type"]),
            role=Role(item["role"]),
            nullable=item["nullable"],
            default=item.get("default"),
            comment=item.get("comment", ""),
        )
        for item in columns
    )


def _place_in(item: Mapping[str, Any]) -> Place:
    return Place(
        path=_path(item["source"]),
        occurrences=tuple(item.get("occurrences", ())),
        offset=item["offset"],
        length=item["length"],
        picture=item.get("picture"),
        usage=item.get("usage"),
    )


def _path(text: str) -> tuple[str, ...]:
    return tuple(text.split(".")) if text else ()


def _tuples(content: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(value) if isinstance(value, list) else value for k, value in content.items()}


def _check_in(content: Mapping[str, Any]) -> Check:
    ranges = tuple((low, high) for low, high in content["ranges"])
    return Check(content["name"], content["column"], tuple(content["values"]), ranges)


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
            return _FLOATS[size]
        case _:
            return type(sql_type).__name__.upper()


def parsed(text: str) -> SqlType:
    """The type that `spelt` wrote; ValueError for any other text."""
    if text in _PLAIN:
        return _PLAIN[text]
    match = _SIZED.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a type")
    word, length, precision, scale = match.groups()
    if word is None:
        return Decimal(int(precision), int(scale))
    return _LENGTHS[word](int(length))
