"""Copybooks and job.yaml to the relational model: the rules in their order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.config.model import OccursRule
from generator.config.select import select
from generator.problems import GenerationFailed, Location, Severity, has_errors
from generator.relational import limits, names, redefines, storage
from generator.relational.audit import audit_tables
from generator.relational.entities import Family, entities
from generator.relational.findings import Findings
from generator.relational.keys import check_total, totals
from generator.relational.names import NameRules
from generator.relational.packed import shared
from generator.relational.selection import contexts, is_about_the_file
from generator.relational.spaces import every_table, placed
from generator.relational.tables import Audit, Coverage, Entity, Physical, Schema, Table
from generator.relational.walk import Walk, coverage
from generator.relational.when import check_when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config.load import LoadedJob
    from generator.copybook.fields import Copybook
    from generator.relational.accepted import AcceptedSchema
    from generator.relational.context import Context
    from generator.relational.target import Target

LONGEST_ADDITION = len("PK__RECON_MIGRATION")


def to_schema(
    copybooks: tuple[Copybook, ...],
    loaded: LoadedJob,
    targets: tuple[Target, ...],
    accepted: AcceptedSchema | None = None,
) -> Schema:
    """The whole job; GenerationFailed with every problem of every record."""
    findings = Findings()
    rules = name_rules(loaded, targets)
    _check_schema_name(loaded, findings)
    every = tuple(contexts(copybooks, loaded, rules, findings, accepted))
    found = tuple(ctx for ctx in every if not is_about_the_file(ctx))
    records = [_record(ctx) for ctx in found]
    schema = Schema(
        job=loaded.config.job,
        name=loaded.config.physical.schema_name,
        entities=tuple(entity for mapped, _ in records for entity in mapped),
        audit=_audit(loaded, rules),
        coverage=tuple(unreached for _, unreached in records),
        unmatched=tuple(rule for ctx in found for rule in redefines.unmatched(ctx)),
    )
    schema = _with_unique_constraints(schema, rules)
    schema = placed(schema, loaded, targets, findings)
    _check_whole(schema, loaded, targets, findings)
    return _finished(schema, findings)


def name_rules(loaded: LoadedJob, targets: Sequence[Target]) -> NameRules:
    """The naming rules of the job, with the shortest limit of its targets."""
    naming = loaded.config.naming
    return NameRules(
        reserved=frozenset().union(*(target.reserved for target in targets)),
        column_limit=min(_column_limit(target, loaded) for target in targets),
        object_limit=min(target.object_name for target in targets),
        prefixes=naming.strip_prefixes,
        glossary=loaded.glossary,
    )


def _column_limit(target: Target, loaded: LoadedJob) -> int:
    long = loaded.config.physical.zos.long_column_names and target.long_column_name
    return long or target.column_name


def _check_schema_name(loaded: LoadedJob, findings: Findings) -> None:
    """SYS, SESSION and Q are for Db2's own schemas (SQL Reference, "Reserved schema names")."""
    name = loaded.config.physical.schema_name or ""
    place = loaded.where.value("physical", "schema")
    if name.startswith("SYS") or name == "SESSION":
        message = f"schema {name}: such names are for Db2 itself"
        findings.error("NAM106", message, place, "choose a name that does not begin with SYS")
    elif name.startswith("Q"):
        message = f"schema {name}: IBM advises against schema names that begin with Q"
        hint = "other Db2 platforms keep them for the system"
        findings.warn("NAM106", message, place, hint, name)


def _record(ctx: Context) -> tuple[tuple[Entity, ...], Coverage]:
    """The entities of one record, and the bytes of it that reach no column."""
    storage.report(ctx)
    check_when(ctx, ctx.rule.when, "when")
    plans = redefines.plans(ctx)
    for plan in plans:
        if plan.variant:
            check_when(ctx, plan.variant.when, *plan.keys, "when")
    plans = redefines.with_rows(ctx, plans)
    blocks = tuple(Walk(ctx, plan, shared(plan)).record() for plan in plans)
    found = totals(ctx)
    for item, place in found:
        check_total(ctx, item, place, blocks)
    _warn_of_unused(ctx, plans)
    mapped: list[Entity] = []
    for plan, block in zip(plans, blocks, strict=True):
        mapped += entities(Family(ctx, plan, tuple(item for item, _ in found)), block)
    _check_indexes(ctx)
    unreached = coverage(ctx.record, blocks)
    dropped = redefines.dropped(plans)
    return tuple(mapped), Coverage(ctx.record.name, ctx.record.length, unreached, dropped)


def _warn_of_unused(ctx: Context, plans: Sequence[redefines.Plan]) -> None:
    """A rule for fields that are only in descriptions which are not mapped has no effect."""
    unions = [union for plan in plans for union in plan.unions.values()]
    mapped = {id(plan.description(u.base)) for plan in plans for u in plan.unions.values()}
    left = [item for union in unions for item in union.all if id(item) not in mapped]
    unused = {id(part) for item in left for part in item.walk()}
    for selector in ctx.rule.fields:
        found = select(selector, ctx.record)
        if found and all(id(item) in unused for item in found):
            message = f"{selector} names only items of a description that is not mapped"
            hint = "take the rule out, or change the rule of the REDEFINES"
            ctx.findings.warn("MAP104", message, ctx.place("fields", selector), hint, selector)


def _check_indexes(ctx: Context) -> None:
    """Each index of job.yaml has its columns in at least one table."""
    for position, rule in enumerate(ctx.rule.indexes):
        if (ctx.key, position) not in ctx.findings.indexed:
            message = f"no table has all of {', '.join(rule.fields)}"
            hint = "an index is on columns of one table; name fields that become columns"
            ctx.findings.error("MAP115", message, ctx.place("indexes", position), hint)


def _audit(loaded: LoadedJob, rules: NameRules) -> Audit:
    """The audit tables, their prefix short enough for the longest of their names."""
    rule = loaded.config.physical.reconciliation
    snake = re.sub(r"[^A-Z0-9]+", "_", loaded.config.job.upper()).strip("_")
    limit = rules.object_limit - LONGEST_ADDITION
    prefix = names.legal(snake, limit, frozenset())
    return audit_tables(prefix, Physical(rule.tablespace, rule.index_tablespace, rule.compress))


def _with_unique_constraints(schema: Schema, rules: NameRules) -> Schema:
    """Indexes and constraints with a number behind where cutting or joining made them equal."""
    taken = {table.name for table in every_table(schema)}
    for table in schema.audit.tables:
        taken |= {table.primary_key_name, *(index.name for index in table.indexes)}
    renamed = []
    for entity in schema.entities:
        staging, taken = _renamed(entity.staging, taken, rules)
        final, taken = _renamed(entity.final, taken, rules)
        renamed.append(replace(entity, staging=staging, final=final))
    return replace(schema, entities=tuple(renamed))


def _renamed(table: Table, taken: set[str], rules: NameRules) -> tuple[Table, set[str]]:
    wanted = [
        table.primary_key_name,
        *(index.name for index in table.indexes),
        *(check.name for check in table.checks),
    ]
    free = names.unique(wanted, rules.object_limit, frozenset(taken))
    primary, rest = free[0], iter(free[1:])
    indexes = tuple(replace(index, name=next(rest)) for index in table.indexes)
    checks = tuple(replace(check, name=next(rest)) for check in table.checks)
    done = replace(table, primary_key_name=primary, indexes=indexes, checks=checks)
    return done, taken | set(free)


def _check_whole(
    schema: Schema, loaded: LoadedJob, targets: Sequence[Target], findings: Findings
) -> None:
    """Names that only the whole job shows to be there twice, and the limits of the targets."""
    places = _places(schema, loaded)
    hint = "choose other table names in job.yaml; without `table` each branch has its own"
    named = [(table.name, places[table.name]) for table in every_table(schema)]
    limits.check_unique(named, findings, hint)
    for target in targets:
        for table in every_table(schema):
            limits.check_table(table, target, places[table.name], findings)


def _places(schema: Schema, loaded: LoadedJob) -> dict[str, Location]:
    """Where job.yaml names each table, or else the record that it comes from."""
    keys = {key.upper(): key for key in loaded.config.records}
    places = {table.name: loaded.where("job") for table in every_table(schema)}
    for entity in schema.entities:
        key = keys[entity.record.upper()]
        place = loaded.where("records", key)
        said = dict(_named_tables(loaded, key))
        final = said.get(entity.final.name, place)
        places |= {entity.staging.name: said.get(entity.staging.name, final)}
        places |= {entity.final.name: final}
    return places


def _named_tables(loaded: LoadedJob, key: str) -> Iterator[tuple[str, Location]]:
    """The tables that job.yaml names for a record, with their places."""
    rule = loaded.config.records[key]
    for part, name in (("final", rule.tables.final), ("staging", rule.tables.staging)):
        if name:
            yield name, loaded.where.value("records", key, "tables", part)
    for selector, occurs in rule.occurs.items():
        if isinstance(occurs, OccursRule) and occurs.table:
            yield occurs.table, loaded.where.value("records", key, "occurs", selector, "table")
    for selector, branches in rule.redefines.items():
        for index, branch in enumerate(branches if isinstance(branches, tuple) else ()):
            if branch.into:
                path = ("records", key, "redefines", selector, index, "into")
                yield branch.into, loaded.where.value(*path)


def _finished(schema: Schema, findings: Findings) -> Schema:
    """The schema with what was decided; or every problem, errors first."""
    problems = tuple(dict.fromkeys(findings.problems))
    if has_errors(problems):
        raise GenerationFailed(sorted(problems, key=lambda p: p.severity is not Severity.ERROR))
    decisions = tuple(dict.fromkeys(findings.decisions))
    return replace(schema, decisions=decisions, problems=problems)
