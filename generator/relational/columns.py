"""Leaves to named columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.relational import names
from generator.relational.comments import column_comment, entry
from generator.relational.names import Candidate, Named
from generator.relational.tables import Column, Role, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.problems import Location
    from generator.relational.context import Context
    from generator.relational.leaves import Leaf


def named(
    ctx: Context, leaves: Sequence[Leaf], table: str, taken: frozenset[str] = frozenset()
) -> tuple[tuple[Leaf, str], ...]:
    """Each leaf with the name of its column in the final table `table`.

    `taken` are names that the table already has.
    """
    candidates = tuple(_candidate(ctx, leaf, table) for leaf in leaves)
    result = names.assign(candidates, ctx.names, taken)
    alone = names.assign([replace(c, held=None) for c in candidates], ctx.names, taken)
    for leaf, candidate, name, by_rule in zip(leaves, candidates, result, alone, strict=True):
        if candidate.explicit:
            _check_explicit(ctx, leaf, name)
        if name.name == by_rule.name:
            _report(ctx, leaf, candidate, by_rule)
        else:
            _report_kept(ctx, leaf, name.name, by_rule.name)
    return tuple((leaf, name.name) for leaf, name in zip(leaves, result, strict=True))


def _report_kept(ctx: Context, leaf: Leaf, name: str, by_rule: str) -> None:
    """A column that has another name than the rules of today give."""
    title = ctx.title(leaf.item)
    reason = f"schema.lock.json has it under this name; a new column would be {by_rule}"
    ctx.findings.decide(title, "kept-name", f"{title} stays {name}", reason, leaf.item.location)


def _candidate(ctx: Context, leaf: Leaf, table: str) -> Candidate:
    explicit = leaf.explicit + leaf.suffix if leaf.explicit else None
    path = leaf.item.path
    if path[0] != ctx.record.name:
        path = (ctx.record.name, *path)
    shapes = names.forms(path, leaf.item.offset, ctx.names, leaf.suffix)
    held = ctx.held.column(table, leaf.item.path, leaf.at.subscripts)
    fits = held is not None and len(held) <= ctx.names.column_limit
    return Candidate(id(leaf.item), shapes, leaf.suffix, explicit, held if fits else None)


def _check_explicit(ctx: Context, leaf: Leaf, name: Named) -> None:
    place = ctx.said_at(leaf.item, "name")
    if name.clash:
        message = f"column {name.name} is there twice"
        ctx.findings.error("NAM101", message, place, "give each field a name of its own")
    check_identifier(ctx, name.name, place, ctx.names.column_limit)
    if name.name in names.SYSTEM_COLUMNS:
        message = f"{name.name} is a column that the generator adds to its tables"
        ctx.findings.error("NAM104", message, place, "choose another name")


def check_identifier(ctx: Context, name: str, place: Location, limit: int) -> None:
    """An explicit name is taken as it is, so it must be right."""
    if name in ctx.names.reserved:
        message = f"{name} is a reserved word"
        ctx.findings.error("NAM102", message, place, f"choose another name, for example {name}_")
    if len(name) > limit:
        message = f"{name} has {len(name)} characters, a target of the job takes {limit}"
        ctx.findings.error("NAM103", message, place, "choose a shorter name")


def _report(ctx: Context, leaf: Leaf, candidate: Candidate, name: Named) -> None:
    """Say why a column is not called what its COBOL name suggests."""
    if candidate.explicit:
        rule, reason = "explicit-name", "job.yaml says so"
    elif name.clash:
        message = f"no name tells {ctx.title(leaf.item)} apart from another column {name.name}"
        hint = "give it a name under fields in job.yaml"
        ctx.findings.error("NAM105", message, leaf.item.location, hint)
        return
    elif name.level:
        rule, reason = "duplicate-name", "the short name would be there twice"
    elif name.name != names.raw_name(candidate.forms[0]) + candidate.suffix:
        rule, reason = _why(candidate, name, ctx)
    elif (alone := _stripped(leaf, ctx)) and alone != candidate.forms[0]:
        what = (
            "a reserved word"
            if alone + leaf.suffix in ctx.names.reserved
            else "a column of the generator"
        )
        rule, reason = "prefix-kept", f"without its prefix it would be {alone}, {what}"
    else:
        return
    title = ctx.title(leaf.item)
    ctx.findings.decide(title, rule, f"{title} becomes {name.name}", reason, leaf.item.location)


def _stripped(leaf: Leaf, ctx: Context) -> str:
    return "" if leaf.item.is_filler else names.sql_name(str(leaf.item.name), ctx.names)


def _why(candidate: Candidate, name: Named, ctx: Context) -> tuple[str, str]:
    form = candidate.forms[0] + candidate.suffix
    if form in ctx.names.reserved:
        return "reserved-word", f"{form} is a reserved word"
    if form in names.SYSTEM_COLUMNS:
        return "system-column", f"the generator adds a column {form} to its tables"
    if len(form) > len(name.name):
        return "long-name", f"a target of the job takes {ctx.names.column_limit} characters"
    return "leading-digit", "a name begins with a letter"


def data_columns(chosen: Sequence[tuple[Leaf, str]], key: frozenset[str]) -> tuple[Column, ...]:
    """The columns in record order; attributes come later, when the table is complete."""
    return tuple(_column(leaf, name, is_key=name in key) for leaf, name in chosen)


def _column(leaf: Leaf, name: str, *, is_key: bool) -> Column:
    return Column(
        name=name,
        attribute="",
        type=leaf.type,
        role=Role.KEY if is_key else Role.DATA,
        nullable=bool(leaf.null) and not is_key,
        comment=column_comment(leaf),
        cobol=entry(leaf),
        rule=leaf.rule,
        source=Source(
            field=leaf.item,
            occurrences=leaf.at.subscripts,
            offset=leaf.offset,
            length=leaf.item.length,
            varying=leaf.varying,
            date=leaf.date,
        ),
    )
