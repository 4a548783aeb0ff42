"""The repository package of a job and its tests.

Every file is a template; the views here decide every name, type and expression in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from textwrap import wrap

from generator.relational.entities import first_name
from generator.relational.tables import Column, Entity, Schema
from generator.render.ddl import DIGEST
from generator.render.files import Job, RenderedFile
from generator.render.import_order import exported, imported
from generator.render.python_samples import sample_views
from generator.render.python_types import check, python_type, read
from generator.render.render import render

_WIDTH = 100
_PACKAGE = "src/repository"
# Path in the job's folder -> template. Those in _EMBEDDED need the sqlite target.
_TEMPLATES = {
    f"{_PACKAGE}/__init__.py": "python/init.py.j2",
    f"{_PACKAGE}/batch_rows.py": "python/batch_rows.py.j2",
    f"{_PACKAGE}/batch_stager.py": "python/batch_stager.py.j2",
    f"{_PACKAGE}/batches.py": "python/batches.py.j2",
    f"{_PACKAGE}/checks.py": "python/checks.py.j2",
    f"{_PACKAGE}/connection_factory.py": "python/connection_factory.py.j2",
    f"{_PACKAGE}/db_writer.py": "python/db_writer.py.j2",
    f"{_PACKAGE}/ddl/__init__.py": "python/ddl_init.py.j2",
    f"{_PACKAGE}/final_repository.py": "python/final_repository.py.j2",
    f"{_PACKAGE}/ledger.py": "python/ledger.py.j2",
    f"{_PACKAGE}/migrations/__init__.py": "python/migrations/init.py.j2",
    f"{_PACKAGE}/migrations/runner.py": "python/migrations/runner.py.j2",
    f"{_PACKAGE}/migrations/scripts.py": "python/migrations/scripts.py.j2",
    f"{_PACKAGE}/migrations/standing.py": "python/migrations/standing.py.j2",
    f"{_PACKAGE}/migrations/version.py": "python/migrations/version.py.j2",
    f"{_PACKAGE}/reconciliation_repository.py": "python/reconciliation_repository.py.j2",
    f"{_PACKAGE}/records.py": "python/records.py.j2",
    f"{_PACKAGE}/retry_policy.py": "python/retry_policy.py.j2",
    f"{_PACKAGE}/settings.py": "python/settings.py.j2",
    f"{_PACKAGE}/sql/__init__.py": "python/sql_init.py.j2",
    f"{_PACKAGE}/staging_repository.py": "python/staging_repository.py.j2",
    f"{_PACKAGE}/unit_of_work.py": "python/unit_of_work.py.j2",
    f"{_PACKAGE}/values.py": "python/values.py.j2",
    "config/db2dsdriver.cfg": "config/db2dsdriver.cfg.j2",
    "tests/samples.py": "python/tests/samples.py.j2",
    "tests/test_connection_factory.py": "python/tests/test_connection_factory.py.j2",
    "tests/test_records.py": "python/tests/test_records.py.j2",
    "tests/test_retry_policy.py": "python/tests/test_retry_policy.py.j2",
    "tests/test_settings.py": "python/tests/test_settings.py.j2",
    "tests/test_values.py": "python/tests/test_values.py.j2",
}
_EMBEDDED = {
    "tests/conftest.py": "python/tests/conftest.py.j2",
    "tests/faults.py": "python/tests/faults.py.j2",
    "tests/places.py": "python/tests/places.py.j2",
    "tests/steps.py": "python/tests/steps.py.j2",
    "tests/test_db_writer.py": "python/tests/test_db_writer.py.j2",
    "tests/test_ddl.py": "python/tests/test_ddl.py.j2",
    "tests/test_embedded.py": "python/tests/test_embedded.py.j2",
    "tests/test_final_repository.py": "python/tests/test_final_repository.py.j2",
    "tests/test_migrations.py": "python/tests/test_migrations.py.j2",
    "tests/test_reconciliation.py": "python/tests/test_reconciliation.py.j2",
    "tests/test_staging_repository.py": "python/tests/test_staging_repository.py.j2",
}


@dataclass(frozen=True, slots=True)
class ColumnView:
    """An attribute of a row class: its lines in the class, in to_params and in from_row."""

    attribute: str
    python: str
    comment: str
    comment_above: tuple[str, ...]
    check: str
    read: str


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key column as a parameter of find_by_key."""

    attribute: str
    parameter: str
    python: str
    check_parameter: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """A row class and its two repositories."""

    name: str
    row: str
    staging_class: str
    final_class: str
    staging: str
    final: str
    purpose: str
    columns: tuple[ColumnView, ...]
    keys: tuple[KeyView, ...]
    control_totals: tuple[str, ...]
    parent: str | None


def files(job: Job) -> tuple[RenderedFile, ...]:
    """The repository layer of a job and its tests."""
    view = _view(job)
    paths = _TEMPLATES | (_EMBEDDED if "sqlite" in job.config.targets else {})
    return tuple(RenderedFile(path, render(paths[path], **view)) for path in sorted(paths))


def _view(job: Job) -> dict[str, object]:
    in_bytes = _counts_bytes(job)
    entities = tuple(_entity(entity, in_bytes=in_bytes) for entity in job.schema.entities)
    return {
        "header": job.header,
        "xml_header": job.header.replace("--", "- -"),
        "job": job.name,
        "version": job.version,
        "digest": job.digest[:DIGEST],
        "env_prefix": f"{job.package.upper()}_",
        "entities": entities,
        "samples": sample_views(job.schema, in_bytes=in_bytes),
        **_imports(job.schema, entities),
    }


def _counts_bytes(job: Job) -> bool:
    """Whether lengths of text are bytes of UTF-8; on z/OS a table may be in a code page."""
    targets, ccsid = job.config.targets, job.config.physical.zos.ccsid
    return "db2-luw" in targets or ("db2-zos" in targets and ccsid == "unicode")


def _imports(schema: Schema, entities: tuple[EntityView, ...]) -> dict[str, object]:
    """What each module imports, as ruff sorts it."""
    columns = [column for entity in schema.entities for column in entity.columns]
    keys = [_columns(entity)[name] for entity in schema.entities for name in entity.key]
    calls = [column.check for entity in entities for column in entity.columns]
    calls += [column.read for entity in entities for column in entity.columns]
    key_calls = [key.check_parameter for entity in entities for key in entity.keys]
    rows = [entity.row for entity in entities]
    return {
        "row_stdlib": _stdlib_imports(columns),
        "key_stdlib": _stdlib_imports(keys),
        "value_names": imported(["Entity", "Row", *_called(calls)]),
        "key_value_names": imported(["Row", *_called(key_calls)]),
        "rows": imported(["ROWS", *rows]),
        "row_names": imported(rows),
        "root_names": imported(
            ["FinalRepository", "MergeResult", "StaleRunError", "merge_all"]
            + [entity.final_class for entity in entities]
        ),
        "staging_names": imported(
            ["StagingIncomplete", "StagingRepository", "purge"]
            + [entity.staging_class for entity in entities]
        ),
        "exported": exported([*_EXPORTED, *_entity_names(entities)]),
    }


_EXPORTED = (
    "BatchConflict",
    "Check",
    "CommitError",
    "ConnectionConfig",
    "ConnectionFactory",
    "ConnectionFailed",
    "DbWriter",
    "ErrorKind",
    "FieldError",
    "FinalRepository",
    "LedgerEntry",
    "MergeResult",
    "NoTables",
    "ProcessedBatch",
    "ROWS",
    "ReconciliationReport",
    "ReconciliationRepository",
    "RefusedRecord",
    "Reject",
    "RetryConfig",
    "RetryPolicy",
    "Run",
    "RunExists",
    "RunNotReady",
    "RunPurged",
    "Settings",
    "SettingsError",
    "SourceRecord",
    "SourceTotals",
    "StagingIncomplete",
    "StagingRepository",
    "StaleRunError",
    "TablesExist",
    "TooManyRejects",
    "WriterGroup",
    "WriterResult",
    "WritersFailed",
    "batches",
    "classify",
    "deploy",
    "drop",
    "in_unit_of_work",
    "is_in",
    "load_settings",
    "merge_all",
    "new_run_id",
    "percentiles",
    "purge",
    "start_db_writers",
)


def _entity_names(entities: Iterable[EntityView]) -> list[str]:
    return [
        name
        for entity in entities
        for name in (entity.row, entity.staging_class, entity.final_class)
    ]


def _entity(entity: Entity, *, in_bytes: bool) -> EntityView:
    stem = entity.class_name.removesuffix("Row")
    by_name = _columns(entity)
    return EntityView(
        name=entity.name.lower(),
        row=entity.class_name,
        staging_class=f"{stem}StagingRepository",
        final_class=f"{stem}FinalRepository",
        staging=entity.staging.name,
        final=entity.final.name,
        purpose=_purpose(entity),
        columns=tuple(
            _column(entity, column, number, in_bytes=in_bytes)
            for number, column in enumerate(entity.columns)
        ),
        keys=tuple(_key(entity, by_name[name], in_bytes=in_bytes) for name in entity.key),
        control_totals=tuple(by_name[name].attribute for name in entity.control_totals),
        parent=entity.parent.lower() if entity.parent else None,
    )


def _columns(entity: Entity) -> dict[str, Column]:
    return {column.name: column for column in entity.columns}


def _purpose(entity: Entity) -> str:
    member = PurePosixPath(entity.copybook).name
    where = f" where {entity.when}" if entity.when else ""
    item = f"{first_name(entity.item)} of " if entity.item else ""
    tables = f"{entity.staging.name} and {entity.final.name}"
    return f"{item}{entity.record} of {member}{where}, in {tables}."


def _column(entity: Entity, column: Column, number: int, *, in_bytes: bool) -> ColumnView:
    python = f"{python_type(column.type)} | None" if column.nullable else python_type(column.type)
    comment, above = _comment(f"    {column.attribute}: {python}", column.cobol)
    where = f"{entity.class_name}.{column.attribute}"
    value, cell = f"self.{column.attribute}", f"row[{number}]"
    checked, got = check(column, where, value, in_bytes=in_bytes), read(column.type, cell)
    if column.nullable:
        checked = f"None if {value} is None else {checked}"
        got = f"None if {cell} is None else {got}"
    return ColumnView(column.attribute, python, comment, above, checked, got)


def _comment(line: str, cobol: str) -> tuple[str, tuple[str, ...]]:
    """The COBOL entry behind the attribute, or in lines above it where it is too long."""
    text = " ".join(cobol.split())
    if not text:
        return "", ()
    if len(line) + len(text) + 4 <= _WIDTH:
        return f"  # {text}", ()
    return "", tuple(wrap(text, _WIDTH - 6))


def _key(entity: Entity, column: Column, *, in_bytes: bool) -> KeyView:
    where = f"{entity.class_name}.{column.attribute}"
    checker = check(column, where, column.attribute, in_bytes=in_bytes)
    return KeyView(column.attribute, column.attribute, python_type(column.type), checker)


def _called(expressions: Iterable[str]) -> set[str]:
    """The functions of values.py that the expressions call."""
    return {text.removeprefix("None if ").split(" else ")[-1].split("(")[0] for text in expressions}


def _stdlib_imports(columns: Iterable[Column]) -> tuple[str, ...]:
    types = {python_type(column.type) for column in columns}
    times = ", ".join(sorted(types & {"date", "datetime", "time"}))
    lines = [f"from datetime import {times}"] if times else []
    return (*lines, "from decimal import Decimal") if "Decimal" in types else tuple(lines)
