"""The statements that create each table, now and as it was last accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.relational.accepted import AcceptedSchema, AcceptedTable, TableKind
from generator.relational.target import Target
from generator.render import ddl
from generator.render.files import Job
from generator.render.render import render
from generator.render.table_lines import Build
from generator.review.basis import Basis
from generator.review.scripts import code_lines

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Named:
    """The SQL schema of an accepted model, as the DDL takes it."""

    name: str | None


def content(job: Job, target: Target, basis: Basis) -> Content:
    """CREATE TABLE and CREATE INDEX of each table; `before` where they were others."""
    now = _statements(ddl.scripts(job.deployed, target), target)
    before = _accepted(basis.accepted, target) if basis.accepted else now
    return {
        "target": target.name,
        "title": target.title,
        "tables": [
            {
                "table": name,
                "ddl": text,
                "before": _if_other(before.get(name), text),
                "new": name not in before,
            }
            for name, text in now.items()
        ],
    }


def _if_other(before: str | None, now: str) -> str | None:
    """The text before, unless it differs in remarks only."""
    return None if before in {None, now} or code_lines(before) == code_lines(now) else before


def _statements(scripts: Sequence[ddl.Script], target: Target) -> Mapping[str, str]:
    made = [script for script in scripts if not script.path.startswith("drop/")]
    indexes = [index for script in made for index in script.indexes]
    return {
        table.name: _text(table, [i for i in indexes if i.table == table.name], target)
        for script in made
        for table in script.tables
    }


def _text(table: ddl.TableView, indexes: Sequence[ddl.IndexView], target: Target) -> str:
    scripts = [ddl.Script("", "tables.sql.j2", "", tables=(table,))]
    scripts += [ddl.Script("", "indexes.sql.j2", "", indexes=tuple(indexes))] if indexes else []
    parts = (
        render(f"{target.name}/ddl/{script.template}", header="", script=script)
        for script in scripts
    )
    return ddl.in_columns("\n".join(part.partition("\n\n")[2] for part in parts), target)


def _accepted(schema: AcceptedSchema, target: Target) -> Mapping[str, str]:
    return dict(_of_table(held, schema, target) for held in schema.tables if not held.gone)


def _of_table(held: AcceptedTable, schema: AcceptedSchema, target: Target) -> tuple[str, str]:
    named = _Named(schema.schema)
    table = replace(held.table, columns=held.columns)
    identity = {
        TableKind.RECONCILIATION: target.ordered_identity,
        TableKind.STAGING: target.identity,
        TableKind.FINAL: "",
    }[held.kind]
    build = Build(table, named, target, identity, checked=held.kind is TableKind.FINAL)
    view = ddl.table_view(build)
    return view.name, _text(view, tuple(_indexes(table, named, target)), target)


def _indexes(table: Any, named: _Named, target: Target) -> Iterator[ddl.IndexView]:
    yield from ddl.index_views(table, named, target)
