"""What the review says of one table: its mapping, keys, checks and size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.relational import limits
from generator.relational.tables import Column, DateRule, Entity, Index, Table
from generator.relational.target import Target

Content = dict[str, Any]


def entity(entity: Entity, targets: Sequence[Target]) -> Content:
    """The mapping of a record, variant or table inside a record."""
    mapped = {column.name for column in entity.columns}
    return {
        "name": entity.name,
        "record": entity.record,
        "copybook": entity.copybook.replace("\\", "/").rsplit("/", 1)[-1],
        "staging": entity.staging.name,
        "final": entity.final.name,
        "parent": entity.parent,
        "when": entity.when,
        "key": list(entity.key),
        "control_totals": list(entity.control_totals),
        "columns": [_column(column, entity, targets) for column in entity.columns],
        "added": {
            "staging": [c.name for c in entity.staging.columns if c.name not in mapped],
            "final": [c.name for c in entity.final.columns if c.name not in mapped],
        },
        "indexes": [*_indexes(entity.staging), *_indexes(entity.final)],
        "checks": [
            {
                "name": check.name,
                "column": check.column,
                "allowed": [*check.values, *(f"{low} to {high}" for low, high in check.ranges)],
            }
            for check in entity.final.checks
        ],
    }


def _column(column: Column, entity: Entity, targets: Sequence[Target]) -> Content:
    source = column.source
    field = source.field if source else None
    subscripts = "".join(f"({n})" for n in source.occurrences) if source else ""
    return {
        "level": field.level if field else None,
        "cobol_name": f"{field.name}{subscripts}" if field else None,
        "picture": (field.picture.text or None) if field and field.picture else None,
        "usage": str(field.usage) if field and field.usage else None,
        "offset": source.offset if source else None,
        "length": source.length if source else None,
        "column": column.name,
        "types": {target.name: target.spell(column.type) for target in targets},
        "nullable": column.nullable,
        "key": column.name in entity.key,
        "rule": column.rule,
        "date": _date(source.date) if source and source.date else None,
    }


def _date(rule: DateRule) -> Content:
    return {
        "pattern": rule.pattern,
        "zeros": rule.zeros,
        "spaces": rule.spaces,
        "low-values": rule.low_values,
        "high-values": rule.high_values,
        "pivot": rule.pivot,
    }


def keys(table: Table) -> Content:
    """The primary key and the indexes of a table that no record is mapped to."""
    return {"indexes": _indexes(table)}


def _indexes(table: Table) -> list[Content]:
    primary = Index(table.primary_key_name, table.primary_key, unique=True, purpose="primary key")
    return [
        {
            "name": index.name,
            "table": table.name,
            "columns": [
                f"{name} DESC" if name in index.descending else name for name in index.columns
            ],
            "unique": index.unique,
            "purpose": index.purpose,
        }
        for index in (primary, *table.indexes)
    ]


def size(table: Table, target: Target) -> Content:
    """Bytes of the longest row, the smallest page that takes it, and how many it takes."""
    row = limits.row_length(table, target)
    page = limits.page(table, target)
    used = row + target.row_overhead
    return {
        "table": table.name,
        "target": target.name,
        "row_bytes": row,
        "page": page.title if page else None,
        "page_bytes": page.row if page else None,
        "rows_a_page": min((page.size - target.page_overhead) // used, 255) if page else None,
    }
