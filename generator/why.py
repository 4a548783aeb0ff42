"""`cobrepo inspect --why FIELD`: which rule gave a field's columns their name, type and nulls.

Each answer ends with the place of the rule in job.yaml, or says that it is a default.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.contents import is_numeric
from generator.config.select import select, suggest_field
from generator.problems import GenerationFailed, Problem
from generator.relational.accepted import spelt
from generator.relational.findings import Findings
from generator.relational.mapping import name_rules
from generator.relational.names import raw_name, sql_name, strip_prefix
from generator.relational.selection import contexts
from generator.relational.tables import BitData, Char, Decimal, Integer, VarChar
from generator.sources import load_sources
from generator.targets import find
from generator.workspace import JobPlace, package_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.copybook.fields import Field
    from generator.relational.context import Context
    from generator.relational.tables import Column, Entity, Schema
    from generator.sources import Sources

BELOW_ROOT = 4  # source/jobs/<JOB>/copybooks
NAMING = frozenset(
    (
        *("kept-name", "explicit-name", "duplicate-name", "reserved-word", "system-column"),
        *("long-name", "leading-digit", "prefix-kept"),
    )
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was decided of a column: by which rule, and where it stands."""

    part: str  # name, type or null
    rule: str
    place: str


@dataclass(frozen=True, slots=True)
class Named:
    """A column as TABLE.COLUMN, and its type."""

    name: str
    declared: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns of a field for which the same rules hold; none where the field has no column."""

    field: str
    source: str
    place: str
    columns: tuple[Named, ...]
    reasons: tuple[Reason, ...]


def why(copybook: Path, selector: str, job: JobPlace | None = None) -> tuple[Answer, ...]:
    """Every column of every field that the selector names in the records of the copybook.

    `job` says whose rules; without it, those of the job in whose folder the copybook lies.
    """
    sources = load_sources(job or _job_of(copybook))
    found = [
        answer
        for ctx in _contexts(sources, copybook)
        for item in select(selector, ctx.record)
        for answer in _answers(ctx, sources.job.schema, item)
    ]
    if not found:
        raise GenerationFailed([_nothing(sources, copybook, selector)])
    return tuple(found)


def as_table(answers: tuple[Answer, ...]) -> str:
    """For people: the field, its column, then a line for each reason."""
    return "".join(_block(answer) for answer in answers)


def as_json(answers: tuple[Answer, ...]) -> str:
    """For programs."""
    shown = [
        {
            "field": answer.field,
            "source": answer.source,
            "place": answer.place,
            "columns": [{"name": c.name, "declared": c.declared} for c in answer.columns],
            "reasons": [
                {"part": reason.part, "rule": reason.rule, "place": reason.place}
                for reason in answer.reasons
            ],
        }
        for answer in answers
    ]
    return json.dumps(shown, indent=2) + "\n"


def _block(answer: Answer) -> str:
    named = max((len(column.name) for column in answer.columns), default=0)
    columns = [f"  {c.name:<{named}}  {c.declared}" for c in answer.columns] or ["  no column"]
    wide = max(len(reason.rule) for reason in answer.reasons)
    lines = [f"    {r.part:<4}  {r.rule:<{wide}}  {r.place}".rstrip() for r in answer.reasons]
    return "\n".join((f"{answer.place}: {answer.source}", *columns, *lines)) + "\n"


def _job_of(copybook: Path) -> JobPlace:
    """The job in whose folder the copybook lies."""
    whole = copybook.resolve()
    if len(whole.parents) <= BELOW_ROOT or not (whole.parents[1] / "job.yaml").is_file():
        message = f"{copybook.as_posix()} is a copybook of no job, and --why asks for rules of one"
        hint = "say whose rules by --job JOB; a member of a copy library may be in many jobs"
        raise GenerationFailed([Problem("GEN640", message, hint=hint)])
    root = Path(os.path.relpath(whole.parents[BELOW_ROOT]))
    name = whole.parents[1].name
    return JobPlace(root, name, package_name(name))


def _contexts(sources: Sources, copybook: Path) -> Iterator[Context]:
    """The records of the copybook, with what job.yaml says of them."""
    loaded, job = sources.loaded, sources.job
    rules = name_rules(loaded, tuple(find(name) for name in job.config.targets))
    for ctx in contexts(job.copybooks, loaded, rules, Findings(), sources.accepted):
        if copybook.resolve() in (Path(name).resolve() for name in ctx.book.members):
            yield ctx


def _nothing(sources: Sources, copybook: Path, selector: str) -> Problem:
    records = [ctx.record for ctx in _contexts(sources, copybook)]
    near = next((near for r in records if (near := suggest_field(selector, r))), None)
    hint = f"did you mean {near}?" if near else f"see `cobrepo inspect {copybook.as_posix()}`"
    names = ", ".join(record.name for record in records)
    message = f"{selector} names nothing in record {names}"
    if not records:
        message = f"no record of {copybook.as_posix()} becomes a table"
    return Problem("MAP101", message, hint=hint)


def _answers(ctx: Context, schema: Schema, item: Field) -> Iterator[Answer]:
    """The columns of one field, those with the same reasons together."""
    title, place = ctx.title(item), f"{item.location.path}:{item.location.line}"
    grouped: dict[tuple[Reason, ...], list[Named]] = {}
    for entity, column in _columns(schema, item):
        reasons = (
            _name(ctx, schema, item, column),
            _type(ctx, item, column),
            _null(ctx, entity, item, column),
        )
        declared = f"{spelt(column.type)}{'' if column.nullable else ' NOT NULL'}"
        named = Named(f"{entity.final.name}.{column.name}", declared)
        grouped.setdefault(reasons, []).append(named)
    for same, columns in grouped.items():
        yield Answer(title, item.source, place, tuple(columns), same)
    if not grouped:
        yield Answer(title, item.source, place, (), _no_column(ctx, schema, item))


def _columns(schema: Schema, item: Field) -> Iterator[tuple[Entity, Column]]:
    for entity in schema.entities:
        for column in entity.columns:
            field = column.source.field if column.source else None
            if field and (field.path, field.location) == (item.path, item.location):
                yield entity, column


def _name(ctx: Context, schema: Schema, item: Field, column: Column) -> Reason:
    if "name" in ctx.of(item).said:
        return _said(ctx, item, "name", "name")
    title = ctx.title(item)
    decided = [d for d in schema.decisions if d.subject == title and d.rule in NAMING]
    own = [d for d in decided if d.text.endswith(f" {column.name}")]
    if own:
        by = "schema.lock.json" if own[0].rule == "kept-name" else "rules for names"
        return Reason("name", f"{own[0].rule}: {own[0].reason}", by)
    stripped = strip_prefix(str(item.name), ctx.names.prefixes)
    if raw_name(stripped) != sql_name(str(item.name), ctx.names):
        return _key(ctx, "name", "naming", "glossary")
    if stripped != str(item.name).upper():
        return _key(ctx, "name", "naming", "strip_prefixes")
    return Reason("name", "the COBOL name", "rules for names")


def _type(ctx: Context, item: Field, column: Column) -> Reason:
    for part in ("type", "date", "as_one_column"):
        if part in ctx.of(item).said:
            return _said(ctx, item, "type", part)
    whole = isinstance(column.type, Integer) or (
        isinstance(column.type, Decimal) and not column.type.scale
    )
    if whole and is_numeric(item):
        return _key(ctx, "type", "defaults", "integers")
    if isinstance(column.type, Char | VarChar) and not column.rule.startswith("varchar-pair"):
        return _key(ctx, "type", "defaults", "text", "varchar_over")
    what = "its bytes" if isinstance(column.type, BitData) else "PICTURE and USAGE"
    return Reason("type", f"{column.rule}: {what}", "rules for types")


def _null(ctx: Context, entity: Entity, item: Field, column: Column) -> Reason:
    if column.name in entity.key:
        return Reason("null", "a key is never null", _place(ctx, "records", ctx.key, "key"))
    if "not_null" in ctx.of(item).said:
        return _said(ctx, item, "null", "not_null")
    if column.source and column.source.date and column.nullable:
        return Reason("null", "contents that are no date", _place(ctx, "defaults", "nulls"))
    if column.source and column.source.occurrences and column.nullable:
        return Reason("null", "an occurrence that may be absent", _place(ctx, "defaults", "nulls"))
    return _key(ctx, "null", "defaults", "nulls")


def _no_column(ctx: Context, schema: Schema, item: Field) -> tuple[Reason, ...]:
    """Why a field has none: job.yaml says so, or what was decided of it or of its parts."""
    if "ignore" in ctx.of(item).said:
        return (_said(ctx, item, "none", "ignore"),)
    title = ctx.title(item)
    decided = [d for d in schema.decisions if d.subject == title]
    if decided:
        return tuple(Reason("none", f"{d.text} ({d.reason})", d.rule) for d in decided)
    if item.children:
        return (Reason("none", "a group: its items have columns", "rules for types"),)
    return (Reason("none", "in no description or table that is mapped", ""),)


def _said(ctx: Context, item: Field, part: str, key: str) -> Reason:
    """A rule for the field: the selector that won, and its value."""
    ruled = ctx.of(item)
    selector = ruled.said[key]
    value = getattr(ruled.rule, key)
    rule = f'fields."{selector}".{key}: {str(value).lower() if value is True else value}'
    return Reason(part, rule, _place(ctx, "records", ctx.key, "fields", selector, key))


def _key(ctx: Context, part: str, *keys: str) -> Reason:
    """A rule for the whole job, with its value."""
    value: object = ctx.config
    for key in keys:
        value = getattr(value, key)
    shown = ", ".join(value) if isinstance(value, tuple) else value
    return Reason(part, f"{'.'.join(keys)}: {shown}", _place(ctx, *keys))


def _place(ctx: Context, *keys: str) -> str:
    if keys not in ctx.where:
        return "default"
    place = ctx.where(*keys)
    return f"{place.path}:{place.line}"
