"""`when`: its names exist in the record, and its literals can be equal to what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config import condition as language
from generator.config.condition import Comparison, Literal, Membership, Name
from generator.config.contents import (
    is_address,
    is_floating,
    is_numeric,
    positions,
)
from generator.config.select import select, suggest
from generator.copybook.fields import Field, Kind, Usage
from generator.relational.context import renames_problem
from generator.relational.sqltypes import highest

if TYPE_CHECKING:
    from generator.problems import Location
    from generator.relational.context import Context


def joined(*texts: str | None) -> str | None:
    """One condition out of those that are there: all of them hold."""
    parts = [language.parse(text) for text in texts if text]
    if len(parts) > 1:
        return language.render(language.And(tuple(parts)))
    return next((text for text in texts if text), None)


def check_when(ctx: Context, text: str | None, *keys: str | int) -> None:
    """Report what is wrong with a condition of the record, each name at its place."""
    if text is None:
        return
    condition = language.parse(text)
    alone = language.condition_names(condition)
    for name in language.names(condition):
        place = ctx.where.inside(
            "records", ctx.key, *keys, text=text, position=name.position, width=name.width
        )
        if any(name is other for other in alone):
            _check_condition_name(ctx, name, place)
        else:
            _check_compared(ctx, name, _literals(condition, name), place)


def _literals(part: language.Condition, name: Name) -> tuple[Literal, ...]:
    match part:
        case Comparison() if part.name is name:
            return (part.literal,)
        case Membership() if part.name is name:
            return part.literals
        case language.Not():
            return _literals(part.part, name)
        case language.And() | language.Or():
            return tuple(found for inner in part.parts for found in _literals(inner, name))
        case _:
            return ()


def _check_condition_name(ctx: Context, name: Name, place: Location) -> None:
    owners = [item for item in ctx.record.fields() if _has_condition(item, name)]
    if len(owners) == 1:
        _check_place(ctx, owners[0], name, place)
        return
    if owners:
        message = f"{name} is a level-88 entry of several items"
        listed = ", ".join(f"{name.word} OF {owner.name}" for owner in owners)
        ctx.findings.error("MAP210", message, place, f"write one of: {listed}")
        return
    every = [found.name for item in ctx.record.fields() for found in item.conditions]
    if select(str(name), ctx.record):
        message = f"{name} is a field and no condition"
        ctx.findings.error("MAP210", message, place, f"compare it with a value: {name} = 'X'")
        return
    near = suggest(name.word, every)
    hint = f"did you mean {near}?" if near else "write a level-88 name, or NAME = 'X'"
    ctx.findings.error("MAP210", f"{name} is no level-88 entry of the record", place, hint)


def _has_condition(item: Field, name: Name) -> bool:
    above = {part.upper() for part in item.path}
    named = any(found.name.upper() == name.word for found in item.conditions)
    return named and above.issuperset(name.qualifiers)


def _check_compared(
    ctx: Context, name: Name, literals: tuple[Literal, ...], place: Location
) -> None:
    found = select(str(name), ctx.record)
    if len(found) != 1:
        near = suggest(name.word, [str(item.name) for item in ctx.record.fields() if item.name])
        hint = f"did you mean {near}?" if near else "write the name of a field of the record"
        if found:
            hint = f"write one of: {', '.join(ctx.title(item) for item in found)}"
        message = f"{name} names {len(found) or 'no'} field{'s' * bool(found)} of the record"
        ctx.findings.error("MAP211", message, place, hint)
        return
    if found[0].kind is Kind.RENAMES:
        ctx.findings.error("MAP107", *renames_problem(found[0], place))
        return
    if is_address(found[0]):
        message = f"{name} is {found[0].usage}, an address that means nothing outside its run"
        ctx.findings.error("MAP214", message, place, "name a field that tells the records apart")
        return
    _check_place(ctx, found[0], name, place)
    for literal in literals:
        problem = misfit(found[0], literal)
        if problem:
            message = f"{name} can never be {literal}: {problem}"
            ctx.findings.error("MAP213", message, place, "correct the value, or the field's name")


def _check_place(ctx: Context, item: Field, name: Name, place: Location) -> None:
    above = [part for part in ctx.record.root.walk() if any(below is item for below in part.walk())]
    if any(part.occurs for part in above):
        message = f"{name} is inside a table, so it has no single value"
        ctx.findings.error("MAP212", message, place, "name a field outside every OCCURS")
    elif item.variable_offset:
        message = f"{name} stands behind a table of variable length"
        hint = "name a field in front of it; its place must be known before the record is read"
        ctx.findings.error("MAP212", message, place, hint)


def misfit(item: Field, literal: Literal) -> str | None:
    """Why the item can never be equal to the literal, or None."""
    if literal.kind == "figurative":
        return None
    if is_numeric(item):
        return _number_misfit(item, literal)
    if item.kind is Kind.ELEMENTARY and literal.kind == "number":
        return f"the item is text; write '{literal.text}'"
    size = positions(item)
    return f"the item is {size} long" if len(literal.text.rstrip()) > size else None


def _number_misfit(item: Field, literal: Literal) -> str | None:
    if literal.kind == "text":
        if literal.text.isdigit() and len(literal.text) == item.length and _is_plain(item):
            return None
        return "the item is a number; write it without quotes"
    if is_floating(item):
        return None
    digits, _, places = literal.text.lstrip("-").partition(".")
    scale = max(item.scale, 0)
    whole = max(len(str(highest(item))) - scale, 0)
    if len(digits.lstrip("0")) > whole or len(places.rstrip("0")) > scale:
        return f"the item has {whole} digits and {scale} decimal places"
    if literal.text.startswith("-") and not item.signed:
        return "the item has no sign"
    return None


def _is_plain(item: Field) -> bool:
    """Unsigned zoned digits compare with text as they are."""
    return item.usage is Usage.DISPLAY and not item.signed and item.scale == 0
