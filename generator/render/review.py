"""What the DBA reads: how each byte of the record becomes a column, and what was decided why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.copybook.fields import Field, Kind
from generator.problems import Location
from generator.relational import limits
from generator.relational.tables import Column, Coverage, DateRule, Dropped, Entity, Index, Table
from generator.relational.target import Target
from generator.render.files import Job, Owner, RenderedFile
from generator.render.render import render
from generator.targets import find

Content = dict[str, Any]


def files(job: Job, rendered: Iterable[RenderedFile]) -> tuple[RenderedFile, ...]:
    """review/schema.md and review/schema.json; `rendered` are the job's other files."""
    content = review(job, [file.path for file in rendered])
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    return (
        RenderedFile(
            "review/schema.md", render("review/schema.md.j2", **_view(content)), Owner.REPORT
        ),
        RenderedFile("review/schema.json", text, Owner.REPORT),
    )


def review(job: Job, paths: Sequence[str]) -> Content:
    """The content of the review, the same for every form in which it is shown."""
    schema = job.schema
    targets = [find(name) for name in job.config.targets]
    tables = _tables(job)
    decisions = (*schema.decisions, *job.reading.decisions)
    return {
        "header": job.header,
        "job": job.name,
        "inputs": [
            {"copybook": _name(book.path), "source_format": book.source_format}
            for book in job.copybooks
        ],
        "targets": [{"name": target.name, "title": target.title} for target in targets],
        "counts": {
            "records": len({(e.copybook, e.record) for e in schema.entities}),
            "tables": len(tables),
            "columns": sum(len(table.columns) for _, table in tables),
            "indexes": sum(len(table.indexes) for _, table in tables),
            "decisions": len(decisions),
        },
        "records": [_coverage(item) for item in schema.coverage],
        "entities": [_entity(entity, targets) for entity in schema.entities],
        "sizes": [
            size for _, table in tables for target in targets for size in _size(table, target)
        ],
        "audit": [
            {"table": table.name, "comment": table.comment}
            for kind, table in tables
            if kind == "reconciliation"
        ],
        "decisions": [
            {
                "subject": decision.subject,
                "rule": decision.rule,
                "decided": decision.text,
                "reason": decision.reason,
                "place": _place(decision.location),
            }
            for decision in decisions
        ],
        "findings": [
            {
                "code": problem.code,
                "severity": str(problem.severity),
                "message": problem.message,
                "place": _place(problem.location),
            }
            for problem in schema.problems
        ],
        "deployment": [_deployment(target.name, paths) for target in targets],
    }


def _tables(job: Job) -> list[tuple[str, Table]]:
    pairs = [
        (kind, table)
        for entity in job.schema.entities
        for kind, table in (("staging", entity.staging), ("final", entity.final))
    ]
    return pairs + [("reconciliation", table) for table in job.schema.audit.tables]


def _coverage(coverage: Coverage) -> Content:
    return {
        "record": coverage.record,
        "length": coverage.length,
        "unmapped": [{"offset": low, "length": high - low} for low, high in coverage.unmapped],
        "dropped": [_dropped(item) for item in coverage.dropped],
    }


def _dropped(dropped: Dropped) -> Content:
    return {
        "description": dropped.item.name or "FILLER",
        "instead": [item.name or "FILLER" for item in dropped.mapped],
        "fields": [_item(item) for item in dropped.item.walk() if item.kind is not Kind.RENAMES],
    }


def _item(item: Field) -> Content:
    times = f" OCCURS {item.occurs.maximum}" if item.occurs else ""
    return {
        "level": item.level,
        "cobol_name": (item.name or "FILLER") + times,
        "picture": (item.picture.text or None) if item.picture else None,
        "usage": str(item.usage) if item.usage else None,
        "offset": item.offset,
        "length": item.length,
    }


def _entity(entity: Entity, targets: Sequence[Target]) -> Content:
    return {
        "name": entity.name,
        "record": entity.record,
        "copybook": _name(entity.copybook),
        "staging": entity.staging.name,
        "final": entity.final.name,
        "parent": entity.parent,
        "when": entity.when,
        "key": list(entity.key),
        "control_totals": list(entity.control_totals),
        "columns": [_column(column, targets) for column in entity.columns],
        "indexes": [
            *_indexes(entity.staging),
            *_indexes(entity.final),
        ],
        "checks": [
            {
                "name": check.name,
                "column": check.column,
                "allowed": [*check.values, *(f"{low} to {high}" for low, high in check.ranges)],
            }
            for check in entity.final.checks
        ],
    }


def _column(column: Column, targets: Sequence[Target]) -> Content:
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


def _size(table: Table, target: Target) -> list[Content]:
    """Bytes of the longest row, where the target has a limit to hold them against."""
    if target.row_bytes is None:
        return []
    row = limits.row_length(table, target)
    page = limits.page(table, target)
    return [
        {
            "table": table.name,
            "target": target.name,
            "row_bytes": row,
            "page": page.title if page else None,
            "rows_a_page": page.row // row if page else None,
        }
    ]


def _deployment(target: str, paths: Sequence[str]) -> Content:
    folder = f"src/repository/ddl/{target}/"
    scripts = sorted(path for path in paths if path.startswith(folder) and path.endswith(".sql"))
    drops = [path for path in scripts if path.startswith(f"{folder}drop/")]
    return {
        "name": target,
        "steps": [path for path in scripts if path not in drops],
        "undo": drops,
    }


def _name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _place(location: Location | None) -> str | None:
    return f"{_name(location.path)}:{location.line}" if location else None


def _view(content: Content) -> Content:
    """The content as cells and lines of Markdown."""
    names = [target["name"] for target in content["targets"]]
    counts = content["counts"]
    return {
        "header": content["header"],
        "job": content["job"],
        "inputs": [
            _row(f"`{item['copybook']}`", f"copybook, {item['source_format']} format")
            for item in content["inputs"]
        ],
        "counts": [_row(name.capitalize(), counts[name]) for name in counts],
        "targets": [f"Type on {name}" for name in names],
        "rules": ["---"] * len(names),
        "records": [_record_view(item, content["entities"], names) for item in content["records"]],
        "sizes": [
            _row(
                f"`{size['table']}`",
                size["target"],
                f"{size['row_bytes']:,}",
                size["page"] or "too long for any page",
                size["rows_a_page"],
            )
            for size in content["sizes"]
        ],
        "audit": [f"`{item['table']}`: {_cell(item['comment'])}" for item in content["audit"]],
        "decisions": [
            _row(
                _code(item["subject"]), item["rule"], item["decided"], item["reason"], item["place"]
            )
            for item in content["decisions"]
        ],
        "findings": [
            _cell(f"{item['severity']}[{item['code']}] {item['place'] or ''} {item['message']}")
            for item in content["findings"]
        ],
        "deployment": content["deployment"],
    }


def _record_view(record: Content, entities: Iterable[Content], targets: Sequence[str]) -> Content:
    unmapped = record["unmapped"]
    total = sum(part["length"] for part in unmapped)
    own = [entity for entity in entities if entity["record"] == record["record"]]
    return {
        "name": record["record"],
        "summary": f"{record['length']:,} bytes, {record['length'] - total:,} of them in columns"
        + (f"; {total:,} reach no column:" if unmapped else "; every byte reaches a column."),
        "unmapped": [
            f"offset {part['offset']}, {part['length']} byte{'s' if part['length'] > 1 else ''}"
            for part in unmapped
        ],
        "entities": [_entity_view(entity, targets) for entity in own],
        "dropped": [_dropped_view(item) for item in record["dropped"]],
    }


def _dropped_view(dropped: Content) -> Content:
    instead = ", ".join(dropped["instead"])
    return {
        "title": f"{dropped['description']} describes the same bytes as {instead} "
        "and is not mapped",
        "fields": [
            _row(
                item["level"],
                _code(item["cobol_name"]),
                _code(item["picture"]),
                item["usage"],
                item["offset"],
                item["length"],
            )
            for item in dropped["fields"]
        ],
    }


def _entity_view(entity: Content, targets: Sequence[str]) -> Content:
    totals = ", ".join(f"`{name}`" for name in entity["control_totals"])
    parts = (
        f"From `{entity['copybook']}`, staged in `{entity['staging']}`.",
        f"Only records with {_code(entity['when'])}." if entity["when"] else "",
        f"Rows belong to `{entity['parent']}`." if entity["parent"] else "",
        f"Control totals: {totals}." if totals else "",
    )
    return {
        "title": f"Table {entity['final']}",
        "summary": " ".join(part for part in parts if part),
        "columns": [
            _row(
                column["level"],
                _code(column["cobol_name"]),
                _code(column["picture"]),
                column["usage"],
                column["offset"],
                column["length"],
                f"`{column['column']}`",
                *(column["types"][name] for name in targets),
                "" if column["nullable"] else "NOT NULL",
                column["rule"] + _date_view(column["date"]),
            )
            for column in entity["columns"]
        ],
        "indexes": [
            _row(
                f"`{index['name']}`" + (" (unique)" if index["unique"] else ""),
                f"`{index['table']}`",
                ", ".join(index["columns"]),
                index["purpose"],
            )
            for index in entity["indexes"]
        ],
        "checks": [
            _row(f"`{check['name']}`", f"`{check['column']}`", ", ".join(check["allowed"]))
            for check in entity["checks"]
        ],
    }


def _date_view(date: Content | None) -> str:
    """The pattern, and what contents that are no date mean."""
    if date is None:
        return ""
    pivot = "" if date["pivot"] is None else f", years from {date['pivot']:02} are 19xx"
    contents = ("zeros", "spaces", "low-values", "high-values")
    meanings = ", ".join(f"{content}: {date[content]}" for content in contents)
    return f" {date['pattern']}{pivot}; {meanings}"


def _row(*values: object) -> list[str]:
    return [_cell(value) for value in values]


def _cell(value: object) -> str:
    """A value in one cell of a Markdown table."""
    if value is None:
        return ""
    return " ".join(str(value).split()).replace("|", "\\|")


def _code(value: str | None) -> str:
    return f"`{value}`" if value else ""
