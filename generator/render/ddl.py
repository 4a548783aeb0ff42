"""The DDL of a job: CREATE scripts in the order of deployment, DROP scripts that undo them.

Nothing physical is written unless job.yaml says so; what a row needs stands in a comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as Number
from itertools import chain
from typing import TYPE_CHECKING

from generator.relational.limits import page, row_length
from generator.relational.tables import (
    Check,
    Column,
    Decimal,
    Index,
    Physical,
    Role,
    Schema,
    Table,
)
from generator.render.files import Job, RenderedFile
from generator.render.render import render
from generator.targets import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.relational.target import Target

LINE = 96
_LEDGER = "Runs, batch ledger, rejects, checks and migrations"
_DIGEST = 12  # so many of its digits tell two models apart


@dataclass(frozen=True, slots=True)
class TableView:
    """CREATE TABLE: `items` are the columns and constraints, `tail` the lines behind them."""

    name: str
    notes: tuple[str, ...]
    items: tuple[str, ...]
    tail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """CREATE INDEX; `columns` are in parentheses, on one line or on several."""

    name: str
    kind: str
    table: str
    columns: str
    purpose: str


@dataclass(frozen=True, slots=True)
class CommentView:
    """COMMENT ON: `text` is a literal with its quotes."""

    kind: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class DeploymentView:
    """The row that a deployment leaves in the ledger of the table versions."""

    table: str
    version: int
    name: str


@dataclass(frozen=True, slots=True)
class Script:
    """One file: its name below the target's folder, its template, and what that shows."""

    path: str
    template: str
    purpose: str
    tables: tuple[TableView, ...] = ()
    indexes: tuple[IndexView, ...] = ()
    comments: tuple[CommentView, ...] = ()


def files(job: Job) -> tuple[RenderedFile, ...]:
    """Every script of every target of the job."""
    return tuple(chain.from_iterable(_target_files(job, find(n)) for n in job.config.targets))


def _target_files(job: Job, target: Target) -> Iterator[RenderedFile]:
    for script in scripts(job.schema, target):
        template = f"{target.name}/ddl/{script.template}"
        text = render(template, header=job.header, script=script)
        yield RenderedFile(f"src/repository/ddl/{target.name}/{script.path}", text)
    yield _version_file(job, target)


def _version_file(job: Job, target: Target) -> RenderedFile:
    """The script that records which version of the tables the others have created."""
    table = qualified(job.schema.audit.migration.name, job.schema, target)
    deployed = DeploymentView(table, job.version, f"deployed {job.digest[:_DIGEST]}")
    text = render(f"{target.name}/ddl/version.sql.j2", header=job.header, deployed=deployed)
    return RenderedFile(f"src/repository/ddl/{target.name}/060_version.sql", text)


def scripts(schema: Schema, target: Target) -> tuple[Script, ...]:
    """The CREATE scripts, then the DROP scripts, each group in the order in which it runs."""
    ledger = schema.audit.tables
    staging = tuple(entity.staging for entity in schema.entities)
    final = tuple(entity.final for entity in schema.entities)
    every = (*ledger, *staging, *final)
    build = {
        **{table.name: Build(table, schema, target, target.ordered_identity) for table in ledger},
        **{table.name: Build(table, schema, target, target.identity) for table in staging},
        **{table.name: Build(table, schema, target, "", checked=True) for table in final},
    }
    views = {name: table_view(parts) for name, parts in build.items()}
    indexes = tuple(view for table in every for view in index_views(table, schema, target))

    def create(path: str, purpose: str, tables: Sequence[Table]) -> Script:
        return Script(path, "tables.sql.j2", purpose, tuple(views[t.name] for t in tables))

    def drop(path: str, purpose: str, tables: Sequence[Table]) -> Script:
        gone = tuple(views[table.name] for table in reversed(tables))
        return Script(f"drop/{path}", "drop/tables.sql.j2", purpose, gone)

    return (
        create("010_reconciliation_tables.sql", _LEDGER, ledger),
        create("020_staging_tables.sql", "Records as read, by run", staging),
        create("030_final_tables.sql", "The state after the last run, by business key", final),
        Script("040_indexes.sql", "indexes.sql.j2", "Indexes of all tables", indexes=indexes),
        *_comment_scripts(every, schema, target),
        Script(
            "drop/010_drop_indexes.sql",
            "drop/indexes.sql.j2",
            "Undoes 040_indexes.sql",
            indexes=tuple(reversed(indexes)),
        ),
        drop("020_drop_final_tables.sql", "Undoes 030_final_tables.sql", final),
        drop("030_drop_staging_tables.sql", "Undoes 020_staging_tables.sql", staging),
        drop("040_drop_reconciliation_tables.sql", "Undoes 010_reconciliation_tables.sql", ledger),
    )


def qualified(name: str, schema: Schema, target: Target) -> str:
    """The name with its schema, where the target has schemas."""
    return f"{schema.name}.{name}" if schema.name and target.qualified else name


@dataclass(frozen=True, slots=True)
class Build:
    """A table for a target. `checked`: its values are held to their types by constraints."""

    table: Table
    schema: Schema
    target: Target
    identity: str
    checked: bool = False


def table_view(build: Build) -> TableView:
    """A CREATE TABLE statement, its columns in line."""
    table, target = build.table, build.target
    return TableView(
        name=qualified(table.name, build.schema, target),
        notes=_notes(table, target),
        items=(*_columns(build), *_constraints(build)),
        tail=_tail(table.physical, target),
    )


def _columns(build: Build) -> Iterator[str]:
    table, target = build.table, build.target
    names = max(len(column.name) for column in table.columns)
    types = max(len(target.spell(column.type)) for column in table.columns)
    for column in table.columns:
        kind = target.spell(column.type)
        yield f"{column.name:<{names}}  {kind:<{types}}  {_rule(column, build)}".rstrip()


def _rule(column: Column, build: Build) -> str:
    target = build.target
    words = [] if column.nullable else ["NOT NULL"]
    if column.role is Role.IDENTITY:
        words = [build.identity] if target.identity_is_key else [*words, build.identity]
    if column.default:
        words.append(f"DEFAULT {target.now}")
    return " ".join(words)


def _constraints(build: Build) -> Iterator[str]:
    table, target = build.table, build.target
    if target.value_check and build.checked:
        for column in table.columns:
            yield _type_constraint(column, target.value_check(column.name, column.type))
    for check in table.checks:
        yield f"CONSTRAINT {check.name} CHECK ({_condition(check, table, target)})"
    if not (target.identity_is_key and _has_identity(table)):
        key = ", ".join(table.primary_key)
        yield f"CONSTRAINT {table.primary_key_name} PRIMARY KEY ({key})"


def _has_identity(table: Table) -> bool:
    return any(column.role is Role.IDENTITY for column in table.columns)


def _type_constraint(column: Column, condition: str) -> str:
    if column.nullable:
        condition = f"{column.name} IS NULL OR ({condition})"
    return f"CONSTRAINT TYPE_OF_{column.name} CHECK ({condition})"


def _condition(check: Check, table: Table, target: Target) -> str:
    """IN for the values and BETWEEN for each range."""
    column = table.column(check.column)
    stored_as_text = target.spell(column.type) == "TEXT"
    number = isinstance(column.type, Decimal)
    left, literals = check.column, check.values
    if stored_as_text and isinstance(column.type, Decimal):
        literals = tuple(_canonical(value, column.type.scale) for value in check.values)
    elif stored_as_text:
        left = f"rtrim({check.column})"
        literals = tuple(f"'{value[1:-1].rstrip()}'" for value in check.values)
    parts = [f"{left} IN ({', '.join(literals)})"] if literals else []
    if stored_as_text and number:
        left = f"CAST({check.column} AS NUMERIC)"
    parts += [f"{left} BETWEEN {low} AND {high}" for low, high in check.ranges]
    return " OR ".join(parts)


def _canonical(literal: str, scale: int) -> str:
    return f"'{Number(literal):.{scale}f}'"


def _notes(table: Table, target: Target) -> tuple[str, ...]:
    """What a DBA wants to know of the table before reading its columns."""
    found = page(table, target)
    if target.row_bytes and found:
        size = f"at most {row_length(table, target):,} bytes a row: {found.title} pages"
        return (table.comment, size)
    names = max(len(column.name) for column in table.columns)
    listed = (f"  {column.name:<{names}}  {column.comment}" for column in table.columns)
    return (table.comment, *listed)


def _tail(physical: Physical, target: Target) -> tuple[str, ...]:
    clauses = []
    if target.qualified:
        clauses += [f"IN {physical.tablespace}"] if physical.tablespace else []
        clauses += [f"INDEX IN {physical.index_tablespace}"] if physical.index_tablespace else []
        if physical.compress is not None:
            clauses.append("COMPRESS YES" if physical.compress else "COMPRESS NO")
    lines = (")", *(f"  {clause}" for clause in clauses))
    return (*lines[:-1], lines[-1] + target.terminator)


def index_views(table: Table, schema: Schema, target: Target) -> Iterator[IndexView]:
    """The indexes of a table, but for that of its primary key, which the database adds."""
    for index in table.indexes:
        yield IndexView(
            name=qualified(index.name, schema, target),
            kind="UNIQUE INDEX" if index.unique else "INDEX",
            table=qualified(table.name, schema, target),
            columns=_listed(index),
            purpose=index.purpose,
        )


def _listed(index: Index) -> str:
    names = [f"{name} DESC" if name in index.descending else name for name in index.columns]
    line = ", ".join(names)
    broken = ",\n    ".join(names)
    return f"({line})" if len(line) <= LINE else f"(\n    {broken}\n  )"


def _comment_scripts(tables: Sequence[Table], schema: Schema, target: Target) -> Iterator[Script]:
    """COMMENT ON for each table and column, where the target keeps comments."""
    if target.comment == 0:
        return
    views = tuple(view for table in tables for view in comment_views(table, schema, target))
    purpose = "What each column is in the copybook"
    yield Script("050_comments.sql", "comments.sql.j2", purpose, comments=views)


def comment_views(table: Table, schema: Schema, target: Target) -> Iterator[CommentView]:
    """COMMENT ON of a table and of its columns."""
    name = qualified(table.name, schema, target)
    yield CommentView("TABLE", name, _quoted(table.comment))
    for column in table.columns:
        if column.comment:
            yield CommentView("COLUMN", f"{name}.{column.name}", _quoted(column.comment))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
