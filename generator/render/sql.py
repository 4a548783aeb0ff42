"""The statements that the generated repositories run: one file each, the same names per target.

A record "wins" when it is the last of its key in its source, that is, when its RECORD_NO is the
highest of the run; identity values are of no use for that, since several writers insert at once.
The rows of a child table win with the record that they stand in, so the winner is looked up in
the staging table of the outermost entity.

No statement asks for uncommitted reads: all counts and sums decide whether a run may go on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from generator.relational.tables import (
    Audit,
    Column,
    Decimal,
    Entity,
    Integer,
    Role,
    Schema,
    SqlType,
    Table,
)
from generator.render.files import Job, RenderedFile
from generator.render.render import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PAGE_ROWS = 1000
CHUNK_ROWS = 10_000
MARKERS_A_LINE = 10
_UNQUALIFIED = frozenset({"sqlite"})
# Db2 12 for z/OS, "What's new", function level 500: MERGE from a table, DELETE ... FETCH FIRST.
_SINCE = "V12R1M500"
_NEWER = {"db2-zos": ("clear_staging", "merge")}

EVERY_ENTITY = (
    "insert_staging",
    "count_staging",
    "count_keys",
    "clear_staging",
    "merge",
    "count_final_of_run",
    "count_written",
    "count_final",
    "find_by_key",
    "stream_first",
    "stream_after",
)
WITH_CONTROL_TOTALS = (
    "control_totals_staging",
    "control_totals_winners",
    "control_totals_final",
)
CHILD_TABLES = ("delete_obsolete",)
AUDIT = (
    "run_insert",
    "run_hold",
    "run_find",
    "run_list",
    "run_restart",
    "run_update_status",
    "run_finish",
    "run_purge",
    "run_lock",
    "run_count_newer_merged",
    "run_unfinished",
    "batch_insert",
    "batch_find",
    "batch_list",
    "batch_total",
    "reject_insert",
    "reject_count",
    "reject_list",
    "check_insert",
    "check_delete",
    "check_list",
    "migration_list",
)
CATALOGUE = "tables_find"


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column that a merge compares and sets; `padded` is as wide as the widest of them."""

    name: str
    padded: str
    nullable: bool


@dataclass(frozen=True, slots=True)
class Total:
    """A control total and what follows it in the select list."""

    name: str
    scale: int
    separator: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A column of the outermost entity's key: its name there and its name here."""

    root: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """One alternative of a keyset comparison: the columns before are equal, this is greater."""

    equal: tuple[str, ...]
    greater: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """What the templates of an entity's statements print.

    `picked` are the columns that the statement needs of the winning rows. `rank` names the
    ROW_NUMBER column, chosen so that it is no column of the table.
    """

    name: str
    staging: str
    final: str
    child: bool
    root_name: str
    root_staging: str
    root_key: tuple[str, ...]
    joined: tuple[Joined, ...]
    columns: tuple[str, ...]
    attributes: tuple[str, ...]
    key: tuple[str, ...]
    key_attributes: tuple[str, ...]
    data: tuple[DataColumn, ...]
    totals: tuple[Total, ...]
    identity: str
    inserted: str
    last_run_id: str
    update_ts: str
    markers: tuple[str, ...]
    winner_parameters: str
    rank: str
    leading: str
    steps: tuple[Step, ...]
    after_parameters: tuple[str, ...]
    picked: tuple[str, ...] = ()
    page: int = PAGE_ROWS
    chunk: int = CHUNK_ROWS


@dataclass(frozen=True, slots=True)
class AuditView:
    """The names of the audit tables."""

    run: str
    batch: str
    reject: str
    check: str
    migration: str


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """Where the tables stand in the catalogue: literals, or the register of the schema in use."""

    schema: str
    names: tuple[str, ...]


def files(job: Job) -> tuple[RenderedFile, ...]:
    """All statements of a job for all of its targets."""
    return tuple(file for target in job.config.targets for file in _of_target(job, target))


def statements(entity: Entity) -> tuple[str, ...]:
    """The names of an entity's statements, without the entity's own name in front."""
    totals = WITH_CONTROL_TOTALS if entity.control_totals else ()
    return (*EVERY_ENTITY, *totals, *(CHILD_TABLES if entity.parent else ()))


def root_of(entity: Entity, entities: Mapping[str, Entity]) -> Entity:
    """The entity of the whole record, however deep the table stands in it."""
    while entity.parent is not None:
        entity = entities[entity.parent]
    return entity


def _of_target(job: Job, target: str) -> Iterable[RenderedFile]:
    schema = replace(job.schema, name=None) if target in _UNQUALIFIED else job.schema
    entities = {entity.name: entity for entity in schema.entities}
    for entity in schema.entities:
        view = _entity_view(entity, root_of(entity, entities), schema)
        for statement in statements(entity):
            yield RenderedFile(
                f"src/repository/sql/{target}/{entity.name.lower()}_{statement}.sql",
                render(
                    _template(job, target, statement),
                    header=job.header,
                    entity=replace(view, picked=_picked(statement, entity)),
                ),
            )
    audit = _audit_view(schema.audit, schema)
    for statement in AUDIT:
        yield RenderedFile(
            f"src/repository/sql/{target}/{statement}.sql",
            render(f"{target}/sql/{statement}.sql.j2", header=job.header, audit=audit),
        )
    template = f"{target}/sql/{CATALOGUE}.sql.j2"
    text = render(template, header=job.header, catalogue=_catalogue_view(schema))
    yield RenderedFile(f"src/repository/sql/{target}/{CATALOGUE}.sql", text)


def _template(job: Job, target: str, statement: str) -> str:
    """The statement in the words that the function level of a Db2 for z/OS allows."""
    older = job.config.physical.zos.function_level < _SINCE
    folder = "before_500/" if older and statement in _NEWER.get(target, ()) else ""
    return f"{target}/sql/{folder}{statement}.sql.j2"


def _picked(statement: str, entity: Entity) -> tuple[str, ...]:
    if statement == "merge":
        return ("RUN_ID", *(column.name for column in entity.columns))
    return entity.control_totals if statement in WITH_CONTROL_TOTALS else entity.key


def _entity_view(entity: Entity, root: Entity, schema: Schema) -> EntityView:
    columns = tuple(column.name for column in entity.columns)
    by_name = {column.name: column for column in entity.columns}
    data = tuple(column for column in entity.columns if column.name not in entity.key)
    width = max(len(name) for name in ("LAST_RUN_ID", *(column.name for column in data)))
    attributes = tuple(by_name[name].attribute for name in entity.key)
    return EntityView(
        name=entity.name,
        staging=_qualified(entity.staging, schema),
        final=_qualified(entity.final, schema),
        child=entity.parent is not None,
        root_name=root.name,
        root_staging=_qualified(root.staging, schema),
        root_key=root.key,
        joined=tuple(
            Joined(above, here) for above, here in zip(root.key, entity.key, strict=False)
        ),
        columns=columns,
        attributes=tuple(column.attribute for column in entity.columns),
        key=entity.key,
        key_attributes=attributes,
        data=tuple(DataColumn(c.name, c.name.ljust(width), c.nullable) for c in data),
        totals=_totals(entity, by_name),
        identity=_with_role(entity.staging, Role.IDENTITY),
        inserted=_with_role(entity.staging, Role.INSERT_TS),
        last_run_id="LAST_RUN_ID".ljust(width),
        update_ts="UPDATE_TS".ljust(width),
        markers=_marker_lines(4 + len(columns)),
        winner_parameters="run_id, run_id" if entity.parent else "run_id",
        rank=_free_name("ROW_RANK", columns),
        leading=entity.key[0],
        steps=_steps(entity.key),
        after_parameters=_after_parameters(attributes),
    )


def _audit_view(audit: Audit, schema: Schema) -> AuditView:
    return AuditView(
        run=_qualified(audit.run, schema),
        batch=_qualified(audit.batch, schema),
        reject=_qualified(audit.reject, schema),
        check=_qualified(audit.check, schema),
        migration=_qualified(audit.migration, schema),
    )


def _catalogue_view(schema: Schema) -> CatalogueView:
    pairs = ((entity.staging, entity.final) for entity in schema.entities)
    tables = (*schema.audit.tables, *chain.from_iterable(pairs))
    return CatalogueView(
        schema=f"'{schema.name}'" if schema.name else "CURRENT SCHEMA",
        names=tuple(f"'{table.name}'" for table in tables),
    )


def _qualified(table: Table, schema: Schema) -> str:
    return f"{schema.name}.{table.name}" if schema.name else table.name


def _with_role(table: Table, role: Role) -> str:
    return next(column.name for column in table.columns if column.role is role)


def _totals(entity: Entity, by_name: Mapping[str, Column]) -> tuple[Total, ...]:
    last = entity.control_totals[-1:]
    return tuple(
        Total(name, _scale(by_name[name].type), "" if (name,) == last else ",")
        for name in entity.control_totals
    )


def _scale(kind: SqlType) -> int:
    """Decimal places of a sum; the mapping lets no other type be a control total."""
    match kind:
        case Decimal(_, scale):
            return scale
        case Integer():
            return 0
        case _:
            raise TypeError(f"no exact sum of {kind}")


def _marker_lines(count: int) -> tuple[str, ...]:
    marks = ["?"] * count
    return tuple(
        ", ".join(marks[start : start + MARKERS_A_LINE])
        for start in range(0, count, MARKERS_A_LINE)
    )


def _free_name(name: str, taken: Iterable[str]) -> str:
    used = frozenset(taken)
    while name in used:
        name += "_"
    return name


def _steps(key: tuple[str, ...]) -> tuple[Step, ...]:
    """None for a key of one column: its comparison needs no alternatives."""
    return tuple(Step(key[:at], key[at]) for at in range(len(key))) if len(key) > 1 else ()


def _after_parameters(attributes: tuple[str, ...]) -> tuple[str, ...]:
    """The leading column bounds the index scan, then come the alternatives."""
    if len(attributes) == 1:
        return attributes
    steps = (attributes[: at + 1] for at in range(len(attributes)))
    return (attributes[0], *(name for step in steps for name in step))
