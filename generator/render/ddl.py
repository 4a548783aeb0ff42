"""The DDL of a job: CREATE scripts in the order of deployment, DROP scripts that undo them.

Nothing physical is written unless job.yaml says so; what a row needs stands in a comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING

from generator.relational.limits import page, row_length
from generator.relational.tables import (
    Index,
    Physical,
    Schema,
    Table,
)
from generator.render import jcl, zos
from generator.render.files import Job, RenderedFile
from generator.render.narrow import narrow
from generator.render.render import render
from generator.render.table_lines import (
    LINE,
    Build,
    Qualifier,
    conditions,
    has_identity,
    table_lines,
)
from generator.targets import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.relational.target import Target

_LEDGER = "Runs, batch ledger, rejects, checks and migrations"
DIGEST = 12  # so many of its digits tell two models apart


@dataclass(frozen=True, slots=True)
class TableView:
    """CREATE TABLE: `lines` are the columns and constraints, `tail` what stands behind them.

    `space` is the statement that creates its table space before, `drops` those that drop it, all
    without the terminator; the space's is on its last line.
    """

    name: str
    notes: tuple[str, ...]
    lines: tuple[str, ...]
    tail: tuple[str, ...]
    space: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexView:
    """CREATE INDEX; `columns` are in parentheses, on one line or on several.

    `ending` is what stands behind them, terminator included. `of_key` marks the index of the
    primary key, which is dropped with its table only.
    """

    name: str
    kind: str
    table: str
    columns: str
    purpose: str
    ending: str = ";"
    of_key: bool = False


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
    return tuple(chain.from_iterable(_with_jcl(job, find(n)) for n in job.config.targets))


def _with_jcl(job: Job, target: Target) -> Iterator[RenderedFile]:
    """The scripts, and the members that run them where job.yaml asks for such."""
    found = tuple(_target_files(job, target))
    yield from found
    rule = job.config.physical.zos.jcl if target.record else None
    if rule:
        yield from jcl.files(job.header, found, rule)


def _target_files(job: Job, target: Target) -> Iterator[RenderedFile]:
    for script in scripts(job.deployed, target):
        template = f"{target.name}/ddl/{script.template}"
        text = render(template, header=job.header, script=script)
        yield RenderedFile(
            f"src/repository/ddl/{target.name}/{script.path}", in_columns(text, target)
        )
    yield _version_file(job, target)


def _version_file(job: Job, target: Target) -> RenderedFile:
    """The script that records which version of the tables the others have created."""
    table = qualified(job.schema.audit.migration.name, job.schema, target)
    deployed = DeploymentView(table, job.version, f"deployed {job.digest[:DIGEST]}")
    text = render(f"{target.name}/ddl/version.sql.j2", header=job.header, deployed=deployed)
    path = f"src/repository/ddl/{target.name}/060_version.sql"
    return RenderedFile(path, in_columns(text, target))


def in_columns(text: str, target: Target) -> str:
    """The script with lines as long as the target's own programs read them."""
    return narrow(text, target.record) if target.record else text


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
            indexes=tuple(view for view in reversed(indexes) if not view.of_key),
        ),
        drop("020_drop_final_tables.sql", "Undoes 030_final_tables.sql", final),
        drop("030_drop_staging_tables.sql", "Undoes 020_staging_tables.sql", staging),
        drop("040_drop_reconciliation_tables.sql", "Undoes 010_reconciliation_tables.sql", ledger),
    )


def qualified(name: str, schema: Qualifier, target: Target) -> str:
    """The name with its schema, where the target has schemas."""
    return f"{schema.name}.{name}" if schema.name and target.qualified else name


def table_view(build: Build) -> TableView:
    """A CREATE TABLE statement, its columns in line."""
    table, target = build.table, build.target
    name = qualified(table.name, build.schema, target)
    return TableView(
        name=name,
        notes=_notes(table, target),
        lines=table_lines(build),
        tail=_tail(table.physical, target),
        space=zos.space_lines(table.physical, target),
        drops=zos.drops(name, table.physical, target),
    )


def _notes(table: Table, target: Target) -> tuple[str, ...]:
    """What a DBA wants to know of the table before reading its columns."""
    width = target.line - len("-- ")
    found = page(table, target)
    if target.row_bytes and found:
        size = f"at most {row_length(table, target):,} bytes a row: {found.title} pages"
        return (*wrap(table.comment, width), size)
    listed = {c.name: text for c in table.columns if (text := conditions(c.comment))}
    names = max(map(len, listed), default=0)
    lines = (
        wrap(f"  {name:<{names}}  {text}", width, subsequent_indent=" " * (names + 4))
        for name, text in listed.items()
    )
    return (*wrap(table.comment, width), *chain.from_iterable(lines))


def _tail(physical: Physical, target: Target) -> tuple[str, ...]:
    clauses: list[str] = []
    if target.space_name:
        clauses += zos.table_clauses(physical.space)
    elif target.qualified:
        clauses += [f"IN {physical.tablespace}"] if physical.tablespace else []
        clauses += [f"INDEX IN {physical.index_tablespace}"] if physical.index_tablespace else []
        if physical.compress is not None:
            clauses.append("COMPRESS YES" if physical.compress else "COMPRESS NO")
    lines = (")", *(f"  {clause}" for clause in clauses))
    return (*lines[:-1], lines[-1] + target.terminator)


def index_views(table: Table, schema: Qualifier, target: Target) -> Iterator[IndexView]:
    """The indexes of a table, and that of its primary key where the database adds none."""
    space = table.physical.space if target.space_name else None
    if space and target.key_index:
        purpose = "the primary key: without it the table is incomplete"
        key = Index(table.primary_key_name, table.primary_key, unique=True, purpose=purpose)
        yield _index_view(key, table, schema, target)
    for index in table.indexes:
        yield _index_view(index, table, schema, target)


def _index_view(index: Index, table: Table, schema: Qualifier, target: Target) -> IndexView:
    of_key = index.name == table.primary_key_name
    space = table.physical.space if target.space_name else None
    clusters = of_key and not has_identity(table)
    clauses = tuple(zos.index_clauses(space, clusters=clusters))
    return IndexView(
        name=qualified(index.name, schema, target),
        kind="UNIQUE INDEX" if index.unique else "INDEX",
        table=qualified(table.name, schema, target),
        columns=_listed(index, target),
        purpose=index.purpose,
        ending="".join(f"\n  {clause}" for clause in clauses) + target.terminator,
        of_key=of_key,
    )


def _listed(index: Index, target: Target) -> str:
    names = [f"{name} DESC" if name in index.descending else name for name in index.columns]
    line = ", ".join(names)
    broken = ",\n    ".join(names)
    room = target.record // 2 or LINE
    return f"({line})" if len(line) <= room else f"(\n    {broken}\n  )"


def _comment_scripts(tables: Sequence[Table], schema: Schema, target: Target) -> Iterator[Script]:
    """COMMENT ON for each table and column, where the target keeps comments."""
    if target.comment == 0:
        return
    views = tuple(view for table in tables for view in comment_views(table, schema, target))
    purpose = "What each column is in the copybook"
    yield Script("050_comments.sql", "comments.sql.j2", purpose, comments=views)


def comment_views(table: Table, schema: Qualifier, target: Target) -> Iterator[CommentView]:
    """COMMENT ON of a table and of its columns."""
    name = qualified(table.name, schema, target)
    yield CommentView("TABLE", name, _quoted(table.comment))
    for column in table.columns:
        if column.comment:
            yield CommentView("COLUMN", f"{name}.{column.name}", _quoted(column.comment))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
