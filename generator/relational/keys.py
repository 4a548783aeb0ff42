"""The business key, the control totals and the indexes: selectors to columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.config.contents import is_address
from generator.config.select import has_wildcard
from generator.relational.context import Context, match_one, matches
from generator.relational.redefines import unions
from generator.relational.tables import Decimal, Float, Integer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.copybook.fields import Field
    from generator.problems import Location
    from generator.relational.leaves import Leaf
    from generator.relational.walk import Block


def key_leaves(ctx: Context, block: Block) -> tuple[Leaf, ...]:
    """The key's columns in the order of job.yaml; a group stands for its items."""
    if not ctx.rule.key:
        _no_key(ctx, block)
        return ()
    found: list[Leaf] = []
    for index, selector in enumerate(ctx.rule.key):
        item = match_one(ctx, selector, "key", index)
        if item is not None:
            found += _key_part(ctx, block, item, ctx.place("key", index))
    return _without_repetition(ctx, found)


def _no_key(ctx: Context, block: Block) -> None:
    names = [ctx.title(leaf.item) for leaf in block.leaves if not leaf.at.subscripts]
    likely = next((name for name in names if _looks_like_key(name)), None)
    example = f", perhaps {likely}" if likely else ""
    hint = (
        f"write in {ctx.where.path} under records.{ctx.record.name} as key: [...] the field or "
        f"fields that tell one record from another{example}; or ignore: true"
    )
    message = f"record {ctx.record.name} has no key"
    ctx.findings.error("MAP110", message, ctx.place("key"), hint)


def _looks_like_key(name: str) -> bool:
    return name.upper().split("-")[-1] in {"ID", "NO", "NUMBER", "KEY", "NBR", "NUM"}


def _key_part(ctx: Context, block: Block, item: Field, place: Location) -> list[Leaf]:
    own = {id(leaf.item) for leaf in block.leaves if not leaf.at.subscripts}
    wanted = [part for part in item.walk() if id(part) in own]
    leaves = [leaf for part in wanted for leaf in block.leaves if leaf.item is part]
    if not leaves and not ctx.record.root.occurs:  # which is told as such
        reason = _why_no_column(ctx, block, item)
        message = f"key field {ctx.title(item)} {reason}"
        hint = "the key must be in every row of the table; name other fields"
        ctx.findings.error("MAP111", message, place, hint)
    for leaf in leaves:
        _check_key(ctx, leaf, place)
    return [replace(leaf, null="") for leaf in leaves]


def _why_no_column(ctx: Context, block: Block, item: Field) -> str:
    if is_address(item):
        return f"is {item.usage}, an address that means nothing outside its run"
    if _repeats(item, block) or any(leaf.item is item for leaf in block.leaves):
        return "is inside a table (OCCURS)"
    above = [part for part in ctx.record.root.walk() if any(below is item for below in part.walk())]
    if any(ctx.of(part).rule.ignore for part in above):
        return "is ignored, so it becomes no column"
    columns = {id(leaf.item): leaf.item for leaf in block.leaves}
    whole = next((columns[id(part)] for part in above if id(part) in columns), None)
    if whole is not None:
        return f"is a part of the column of {ctx.title(whole)}"
    found = unions(ctx.record.root.children)
    overlaid = {id(member) for union in found for member in union.all}
    if any(id(part) in overlaid for part in above):
        return "is not in a description that every row of the table has"
    return "becomes no column"


def _repeats(item: Field, block: Block) -> bool:
    inner = [part for child in block.blocks if child.item for part in child.item.walk()]
    return any(part is item for part in inner)


def _check_key(ctx: Context, leaf: Leaf, place: Location) -> None:
    title = ctx.title(leaf.item)
    if leaf.null == "date":
        hint = f"add fields.{title}: not_null: true, then such records are rejected"
        message = f"key field {title} is a date that may be null"
        ctx.findings.error("MAP112", message, place, hint)
    if leaf.null == "said":
        message = f"key field {title} has not_null: false"
        ctx.findings.error("MAP112", message, place, "a key is never null; take not_null out")
    if isinstance(leaf.type, Float):
        message = f"key field {title} is floating-point, which is not exact"
        ctx.findings.error("MAP113", message, place, "name fields that compare equal exactly")


def _without_repetition(ctx: Context, leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    seen: set[int] = set()
    for leaf in leaves:
        if id(leaf.item) in seen:
            message = f"{ctx.title(leaf.item)} is in the key twice"
            ctx.findings.error("MAP114", message, ctx.place("key"), "name it once")
        seen.add(id(leaf.item))
    return tuple({id(leaf.item): leaf for leaf in leaves}.values())


def totals(ctx: Context) -> tuple[tuple[Field, Location], ...]:
    """The fields of the control totals, in the order of job.yaml, with their places."""
    found: list[tuple[Field, Location]] = []
    for index, selector in enumerate(ctx.rule.control_totals):
        keys = ("control_totals", index)
        if has_wildcard(selector):
            items = matches(ctx, selector, *keys)
        else:
            items = tuple(item for item in (match_one(ctx, selector, *keys),) if item)
        found += [(item, ctx.place(*keys)) for item in items]
    return tuple(found)


def check_total(ctx: Context, item: Field, place: Location, blocks: Sequence[Block]) -> None:
    """A total is an exact number of some table."""
    every = [leaf for block in blocks for leaf in leaves_below(block)]
    columns = [leaf for leaf in every if leaf.item is item]
    title = ctx.title(item)
    if not columns:
        message, hint = f"control total {title} becomes no column", "name a field that has one"
        ctx.findings.error("MAP121", message, place, hint)
    elif not all(isinstance(leaf.type, Decimal | Integer) for leaf in columns):
        message = f"control total {title} is not an exact number"
        ctx.findings.error("MAP120", message, place, "name fields with a numeric PICTURE")


def leaves_below(block: Block) -> tuple[Leaf, ...]:
    """The columns of the block and of the tables inside it."""
    return (*block.leaves, *(leaf for inner in block.blocks for leaf in leaves_below(inner)))
