"""Accepted models made by hand, without a copybook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.relational.accepted import AcceptedSchema, AcceptedTable, Place, TableKind
from generator.relational.tables import (
    Char,
    Check,
    Column,
    Decimal,
    Index,
    Integer,
    Physical,
    Role,
    SqlType,
    Table,
)

ID = Decimal(9, 0)
TEXT = Char(10)
NO_CLAUSES = Physical()


@dataclass(frozen=True)
class Item:
    """A field of a record: its COBOL path below the 01, and its column."""

    path: str
    type: SqlType = TEXT
    column: str = ""
    nullable: bool = False
    occurrences: tuple[int, ...] = ()
    picture: str = "X(10)"
    offset: int = 0

    @property
    def name(self) -> str:
        return self.column or self.path.split(".")[-1].replace("-", "_") + "".join(
            f"_{number}" for number in self.occurrences
        )


@dataclass(frozen=True)
class Rows:
    """A final table, and the staging table before it."""

    name: str
    items: tuple[Item, ...]
    record: str = "REC"
    key: tuple[str, ...] = ("ID",)
    item: str = ""
    when: str | None = None
    parent: str | None = None
    sequence: str = ""
    indexes: tuple[Index, ...] = ()
    checks: tuple[Check, ...] = ()
    physical: Physical = NO_CLAUSES


def model(*tables: Rows, version: int = 0, schema: str | None = None) -> AcceptedSchema:
    made = [_accepted(rows, kind) for kind in TableKind for rows in tables if _has(kind)]
    return AcceptedSchema("JOB", version, schema, tuple(made))


def _has(kind: TableKind) -> bool:
    return kind is not TableKind.RECONCILIATION


def _accepted(rows: Rows, kind: TableKind) -> AcceptedTable:
    is_final = kind is TableKind.FINAL
    columns = [_column(item, rows.key) for item in rows.items]
    if rows.sequence:
        number = Column(rows.sequence, "", Integer(32), Role.SEQUENCE)
        columns.insert(len(rows.key) - 1, number)
    name = rows.name if is_final else f"STG_{rows.name}"
    return AcceptedTable(
        kind=kind,
        table=Table(
            name=name,
            columns=tuple(columns),
            primary_key=rows.key,
            primary_key_name=f"PK_{name}",
            indexes=rows.indexes if is_final else (),
            checks=rows.checks if is_final else (),
            physical=rows.physical,
        ),
        record=rows.record,
        item=(rows.record, *rows.item.split(".")) if rows.item else (),
        when=rows.when,
        entity=rows.name,
        parent=rows.parent,
        places={item.name: _place(rows.record, item) for item in rows.items},
    )


def _column(item: Item, key: Sequence[str]) -> Column:
    role = Role.KEY if item.name in key else Role.DATA
    return Column(item.name, "", item.type, role, nullable=item.nullable)


def _place(record: str, item: Item) -> Place:
    path = (record, *item.path.split("."))
    return Place(path, item.occurrences, item.offset, 10, item.picture, "DISPLAY")


def rows(*items: Item, name: str = "T", **more: object) -> Rows:
    """A table with the key ID in front of the items."""
    return Rows(name, (Item("ID", ID), *items), **more)  # type: ignore[arg-type]
