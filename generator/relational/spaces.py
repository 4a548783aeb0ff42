"""Db2 for z/OS: a table space for each table, its name and its clauses decided.

A partition-by-growth table space holds one table (SQL Reference, "CREATE TABLESPACE"), so the
names that job.yaml gives for other targets are of no use here. A name has at most 8 characters
and is made from the table's: without underscores; then without vowels, from the end, until it
fits; or else its first letter, the first three of its last word and four digits of its hash. It
depends on other tables only where two would have the same name: then both end in their hash.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.config.physical import pages_of
from generator.config.select import suggest
from generator.relational.limits import page
from generator.relational.tables import Entity, Schema, Table, TableSpace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.config.load import LoadedJob
    from generator.config.zos import SpaceRule
    from generator.relational.findings import Findings
    from generator.relational.target import Target

DEFAULT_DATABASE = "DSNDB04"  # CREATE TABLESPACE, IN: it is in every subsystem
MAX_PARTITIONS = 64  # the default of 256 costs storage for control blocks that most never use
HASH_DIGITS = 4
# Writers enter their batches and runs move on at once: their rows must not share a lock.
_LOCK_SIZES = {"reconciliation": "ROW"}
# One for each page size in every subsystem; a row that fits 4K takes what the database has.
_POOLS: dict[str, str | None] = {"4K": None, "8K": "BP8K0", "16K": "BP16K0", "32K": "BP32K"}
_VOWELS = "AEIOU"


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    reason: str


def placed(
    schema: Schema, loaded: LoadedJob, targets: Sequence[Target], findings: Findings
) -> Schema:
    """The schema with a table space for every table, where a target of the job has such."""
    found = [(at, target) for at, target in enumerate(targets) if target.space_name]
    if not found:
        return schema
    at, target = found[0]
    rules = loaded.config.physical.zos
    if rules.database is None:
        message = f"the table spaces for {target.name} are created in {DEFAULT_DATABASE}, the"
        message += " database of those who name none"
        hint = "name one: physical: {zos: {database: NAME}}"
        findings.warn("DDL110", message, loaded.where("targets", at), hint)
    spaces = _Spaces(loaded, target, findings, _names(schema, loaded, target, findings))
    audit = schema.audit
    ledgers = {
        kind: spaces.put(getattr(audit, kind), rules.reconciliation, "reconciliation")
        for kind in audit.__dataclass_fields__
    }
    entities = tuple(spaces.entity(entity) for entity in schema.entities)
    return replace(schema, audit=replace(audit, **ledgers), entities=entities)


@dataclass(frozen=True, slots=True)
class _Spaces:
    """Puts tables into their table spaces; `names` are by table."""

    loaded: LoadedJob
    target: Target
    findings: Findings
    names: Mapping[str, _Named]

    def entity(self, entity: Entity) -> Entity:
        rules = self.loaded.config.physical.zos
        return replace(
            entity,
            staging=self.put(entity.staging, rules.staging, "staging"),
            final=self.put(entity.final, rules.final, "final"),
        )

    def put(self, table: Table, rule: SpaceRule, kind: str) -> Table:
        rules = self.loaded.config.physical.zos
        named = self.names[table.name]
        database = rules.database or DEFAULT_DATABASE
        text = f"{table.name} is in table space {database}.{named.name}"
        self.findings.decide(table.name, "table-space", text, named.reason, None)
        space = TableSpace(
            database=database,
            name=named.name,
            max_partitions=rule.max_partitions or MAX_PARTITIONS,
            storage_group=rules.storage_group,
            buffer_pool=self._pool(table, rule, kind),
            index_buffer_pool=rule.index_buffer_pool or rules.index_buffer_pool,
            dssize=rule.dssize,
            segsize=rule.segsize,
            lock_size=_word(rule.lock_size) or _LOCK_SIZES.get(kind),
            ccsid=_word(rules.ccsid),
            member_cluster=rule.member_cluster,
            append=rule.append,
            audit=_word(rule.audit),
            data_capture=rule.data_capture,
            restrict_on_drop=rule.restrict_on_drop,
        )
        return replace(table, physical=replace(table.physical, space=space))

    def _pool(self, table: Table, rule: SpaceRule, kind: str) -> str | None:
        """The pool of job.yaml, if a row fits its pages; else one with the pages it takes."""
        found = page(table, self.target)
        if found is None:
            return None  # which is reported with the limits
        if rule.buffer_pool is None:
            said = self.loaded.config.physical.zos.buffer_pools.items()
            return next((pool for size, pool in said if size == found.title), _POOLS[found.title])
        sizes = [each.title for each in self.target.pages]
        if sizes.index(pages_of(rule.buffer_pool)) < sizes.index(found.title):
            message = f"a row of {table.name} takes {found.title} pages, {rule.buffer_pool} has"
            message += f" pages of {pages_of(rule.buffer_pool)}"
            place = self.loaded.where.value("physical", "zos", kind, "buffer_pool")
            hint = "leave it out and give buffer_pools by page size"
            self.findings.error("DDL111", message, place, hint)
        return rule.buffer_pool


def _word(text: str | None) -> str | None:
    """A word of job.yaml as SQL has it."""
    return text.upper() if text else None


def _names(
    schema: Schema, loaded: LoadedJob, target: Target, findings: Findings
) -> dict[str, _Named]:
    """A name for the table space of each table: that of job.yaml, or a derived one."""
    tables = [table.name for table in every_table(schema)]
    said = loaded.config.physical.zos.table_spaces
    for table in said:
        if table not in tables:
            near = suggest(table, tables)
            hint = f"did you mean {near}?" if near else f"tables: {', '.join(tables)}"
            place = loaded.where("physical", "zos", "table_spaces", table)
            findings.error("DDL112", f"there is no table {table}", place, hint)
    taken = target.reserved | frozenset(said.values())
    free = [table for table in tables if table not in said]
    return {
        **{table: _Named(name, "named in job.yaml") for table, name in said.items()},
        **_derived(free, target.space_name, taken),
    }


def every_table(schema: Schema) -> tuple[Table, ...]:
    """The tables of a schema in the order in which they are created."""
    return (
        *schema.audit.tables,
        *(entity.staging for entity in schema.entities),
        *(entity.final for entity in schema.entities),
    )


def _derived(tables: Sequence[str], limit: int, taken: frozenset[str]) -> dict[str, _Named]:
    short = {table: _squeezed(table, limit) for table in tables}
    times = Counter(named.name for named in short.values())
    return {
        table: (
            named if times[named.name] == 1 and named.name not in taken else _hashed(table, limit)
        )
        for table, named in short.items()
    }


def _squeezed(table: str, limit: int) -> _Named:
    """The table's name in the fewest steps that make it fit."""
    name = table.replace("_", "")
    if len(name) <= limit:
        return _Named(name, "the table's name without underscores")
    letters = list(name)
    for at in reversed(range(1, len(name))):
        if name[at] in _VOWELS:
            del letters[at]
        if len(letters) <= limit:
            reason = f"the table's name without vowels from the end: at most {limit} characters"
            return _Named("".join(letters), reason)
    return _hashed(table, limit)


def _hashed(table: str, limit: int) -> _Named:
    digest = hashlib.sha256(table.encode()).hexdigest().upper()[:HASH_DIGITS]
    *first, last = table.split("_")
    head = (table[0] if first else "") + last
    reason = f"letters of the table's name and {HASH_DIGITS} digits of its hash"
    return _Named(head[: limit - HASH_DIGITS] + digest, reason)
