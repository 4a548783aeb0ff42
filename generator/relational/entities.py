"""A record, or a branch of it, to its entities: the record's own tables and those inside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.relational import names
from generator.relational.columns import check_identifier, data_columns, named
from generator.relational.comments import cut
from generator.relational.conditions import Allowed, allowed
from generator.relational.context import Context, match_one
from generator.relational.keys import key_leaves
from generator.relational.layout import Core, final_table, sequence_column, staging_table
from generator.relational.tables import Check, Column, Entity, Index, Physical, Role
from generator.relational.when import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config.model import IndexRule, PhysicalRule
    from generator.copybook.fields import Field
    from generator.relational.held import Child
    from generator.relational.leaves import Leaf
    from generator.relational.redefines import Plan
    from generator.relational.walk import Block


NAMED_COLUMNS = 3  # of an index, in its name


@dataclass(frozen=True, slots=True)
class Family:
    """What the entities of one plan share."""

    ctx: Context
    plan: Plan
    totals: tuple[Field, ...]

    @property
    def when(self) -> str | None:
        """The condition under which a record belongs to the plan."""
        variant = self.plan.variant
        return joined(self.ctx.rule.when, variant.when if variant else None)


@dataclass(frozen=True, slots=True)
class Shape:
    """An entity before its tables: names, columns and key. `chosen` are the named leaves."""

    final: str
    staging: str
    block: Block
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    sequences: tuple[str, ...]
    chosen: tuple[tuple[Leaf, str], ...]
    parent: str | None


def entities(family: Family, block: Block) -> Iterator[Entity]:
    """The record's entity, then those of its tables, parents first."""
    ctx = family.ctx
    key = key_leaves(ctx, block)
    final, staging = _table_names(family)
    chosen = named(ctx, block.leaves, final)
    is_key = [leaf.item for leaf in key]
    key_names = tuple(name for item in is_key for leaf, name in chosen if leaf.item is item)
    columns = _with_attributes(data_columns(chosen, frozenset(key_names)))
    shape = Shape(final, staging, block, columns, key_names, (), chosen, None)
    yield _entity(family, shape)
    for inner in block.blocks:
        yield from _child(family, inner, shape)


def _child(family: Family, block: Block, parent: Shape) -> Iterator[Entity]:
    """A table inside the record: the parent's key, a sequence number, then its own columns."""
    ctx = family.ctx
    held = ctx.held.child(block.item.path, family.when) if block.item else None
    final, staging = _child_names(ctx, block, parent.final, held)
    sequence = _sequence_name(ctx, block, parent.key, held)
    keys = tuple(column for column in parent.columns if column.name in parent.key)
    ordered = tuple(next(c for c in keys if c.name == name) for name in parent.key)
    number = sequence_column(sequence, first_name(block.item) if block.item else "")
    chosen = named(ctx, block.leaves, final, frozenset((*parent.key, sequence)))
    own = data_columns(chosen, frozenset())
    columns = _with_attributes((*ordered, number, *own))
    key = (*parent.key, sequence)
    sequences = (*parent.sequences, sequence)
    shape = Shape(final, staging, block, columns, key, sequences, chosen, parent.final)
    yield _entity(family, shape)
    for inner in block.blocks:
        yield from _child(family, inner, shape)


def _with_attributes(columns: Sequence[Column]) -> tuple[Column, ...]:
    attributes = names.attribute_names(column.name for column in columns)
    return tuple(
        replace(column, attribute=attribute)
        for column, attribute in zip(columns, attributes, strict=True)
    )


def _table_names(family: Family) -> tuple[str, str]:
    """Final and staging table of the record or of the branch."""
    ctx, variant = family.ctx, family.plan.variant
    tables = ctx.rule.tables
    base = tables.final or names.raw_name(ctx.record.name)
    if variant is None:
        final = tables.final or names.object_name(base, ctx.names)
        staging = tables.staging
    else:
        branch = names.sql_name(variant.use or "", ctx.names)
        final = variant.into or names.object_name(f"{base}_{branch}", ctx.names)
        staging = None
        if tables.staging:
            staging = names.object_name(f"{tables.staging}_{branch}", ctx.names)
    for said, keys in (
        (tables.final, ("tables", "final")),
        (tables.staging, ("tables", "staging")),
        (variant.into if variant else None, (*family.plan.keys, "into")),
    ):
        if said:
            check_identifier(ctx, said, ctx.place(*keys), ctx.names.object_limit)
    return final, staging or names.object_name(f"STG_{final}", ctx.names)


def _child_names(ctx: Context, block: Block, parent: str, held: Child | None) -> tuple[str, str]:
    said = block.rule.table if block.rule else None
    if said and block.selector is not None:
        place = ctx.place("occurs", block.selector, "table")
        check_identifier(ctx, said, place, ctx.names.object_limit)
    if held and not said:
        return held.final, held.staging
    own = names.sql_name(first_name(block.item), ctx.names)
    final = said or names.object_name(f"{parent}_{own}", ctx.names)
    return final, names.object_name(f"STG_{final}", ctx.names)


def first_name(item: Field | None) -> str:
    """The item's name; of a FILLER group that of the first named item inside."""
    named_items = [] if item is None else [part for part in item.walk() if not part.is_filler]
    return str(named_items[0].name) if named_items else "FILLER"


def _sequence_name(ctx: Context, block: Block, taken: Sequence[str], held: Child | None) -> str:
    said = block.rule.sequence if block.rule else None
    if held and not said:
        return held.sequence
    if said is None or block.selector is None:
        own = names.sql_name(first_name(block.item), ctx.names)
        free = names.column_name(f"{own}_SEQ", ctx.names)
        return names.unique([free], ctx.names.column_limit, frozenset(taken))[0]
    place = ctx.place("occurs", block.selector, "sequence")
    check_identifier(ctx, said, place, ctx.names.column_limit)
    if said in taken or said in names.SYSTEM_COLUMNS:
        message = f"column {said} is there twice"
        ctx.findings.error("NAM101", message, place, "choose another name for the sequence")
    return said


def _entity(family: Family, shape: Shape) -> Entity:
    ctx = family.ctx
    totals = tuple(
        name for item in family.totals for leaf, name in shape.chosen if leaf.item is item
    )
    physical = ctx.config.physical
    staging, final = _comments(ctx, shape)
    staged = Core(shape.staging, shape.columns, shape.key, staging, _physical(physical.staging))
    kept = Core(shape.final, shape.columns, shape.key, final, _physical(physical.final))
    return Entity(
        name=shape.final,
        class_name=names.class_name(shape.final),
        record=ctx.record.name,
        copybook=ctx.book.path,
        staging=staging_table(replace(staged, sequences=shape.sequences), ctx.names),
        final=final_table(kept, ctx.names, _indexes(family, shape), _checks(ctx, shape)),
        columns=shape.columns,
        key=shape.key,
        control_totals=totals,
        parent=shape.parent,
        when=family.when,
        item=shape.block.item,
        skip_empty=shape.block.rule.skip_empty if shape.block.rule else None,
    )


def _comments(ctx: Context, shape: Shape) -> tuple[str, str]:
    """What COMMENT ON TABLE says of the staging and of the final table."""
    member = PurePosixPath(ctx.book.path).name
    what, unit = f"{ctx.record.name} ({member})", "record"
    if shape.block.item is not None:
        what, unit = f"{first_name(shape.block.item)} of {what}", "occurrence"
    staging = f"Staging of {what}: one row per {unit} of a run"
    return cut(staging), cut(f"{what}: one row per {', '.join(shape.key)}")


def _physical(rule: PhysicalRule) -> Physical:
    return Physical(rule.tablespace, rule.index_tablespace, rule.compress)


def _indexes(family: Family, shape: Shape) -> tuple[Index, ...]:
    """The indexes of job.yaml whose columns the entity has."""
    ctx = family.ctx
    found: list[Index] = []
    for position, rule in enumerate(ctx.rule.indexes):
        columns = _index_columns(ctx, position, rule, shape)
        if columns:
            _refuse_repeated(ctx, position, columns, shape, found)
            name = _index_name(ctx, position, shape, columns)
            found.append(Index(name, columns, unique=rule.unique, purpose="asked for in job.yaml"))
            ctx.findings.indexed.add((ctx.key, position))
    return tuple(found)


def _refuse_repeated(
    ctx: Context, position: int, columns: tuple[str, ...], shape: Shape, found: Sequence[Index]
) -> None:
    """Db2 creates no second index on the same columns (SQL0605W), so a script that stops ends."""
    there = {tuple(shape.key): "the primary key"}
    there |= {index.columns: f"index {index.name}" for index in found}
    if columns in there:
        message = f"an index on {', '.join(columns)} is there already: {there[columns]}"
        place = ctx.place("indexes", position)
        ctx.findings.error("MAP134", message, place, "remove it, or add a field to it")


def _index_name(ctx: Context, position: int, shape: Shape, columns: Sequence[str]) -> str:
    rule = ctx.rule.indexes[position]
    if rule.name is None:
        kind = "UX" if rule.unique else "IX"
        wanted = "_".join((kind, shape.final, *columns[:NAMED_COLUMNS]))
        return names.shorten(wanted, ctx.names.object_limit)
    place = ctx.place("indexes", position, "name")
    check_identifier(ctx, rule.name, place, ctx.names.object_limit)
    if rule.name in ctx.findings.index_names:
        message = f"two indexes would be called {rule.name}"
        ctx.findings.error("NAM107", message, place, "without a name each table's has its own")
    ctx.findings.index_names.add(rule.name)
    return rule.name


def _index_columns(ctx: Context, position: int, rule: IndexRule, shape: Shape) -> tuple[str, ...]:
    """The columns of the index, none when it belongs to another table.

    A child has its parent's key too; an index on nothing else is the parent's.
    """
    found: list[str] = []
    for number, selector in enumerate(rule.fields):
        item = match_one(ctx, selector, "indexes", position, "fields", number)
        parts = [] if item is None else [id(part) for part in item.walk()]
        own = [column.name for column in shape.columns if _is_of(column, parts)]
        if not own:
            return ()
        found += own
    own_names = {name for _, name in shape.chosen}
    return tuple(dict.fromkeys(found)) if own_names.intersection(found) else ()


def _is_of(column: Column, parts: Sequence[int]) -> bool:
    return column.source is not None and id(column.source.field) in parts


def _checks(ctx: Context, shape: Shape) -> tuple[Check, ...]:
    """CHECK constraints from level-88 entries, when defaults.checks asks for them."""
    if not ctx.config.defaults.checks:
        return ()
    found = []
    keyed = {column.name: column for column in shape.columns}
    for leaf, name in shape.chosen:
        if not leaf.item.conditions:
            continue
        leaf_of_column = replace(leaf, null="") if keyed[name].role is Role.KEY else leaf
        result = allowed(leaf_of_column)
        title = ctx.title(leaf.item)
        if isinstance(result, Allowed):
            constraint = names.shorten(f"CK_{shape.final}_{name}", ctx.names.object_limit)
            found.append(Check(constraint, name, result.values, result.ranges))
            text, reason = f"{title} gets CHECK {constraint}", "defaults.checks"
        else:
            text, reason = f"{title} gets no CHECK", result
        ctx.findings.decide(title, "condition-names", text, reason, leaf.item.location)
    return tuple(found)
