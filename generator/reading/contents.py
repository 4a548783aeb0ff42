"""What SPACES, LOW-VALUES and HIGH-VALUES mean in a column that is no date."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_type_hints

from generator.config.model import CONTENTS, NumberContents, TextContents
from generator.config.select import has_wildcard
from generator.reading.model import (
    Binary,
    Bits,
    Edited,
    Float,
    NationalDigits,
    Packed,
    Storage,
    Zoned,
)
from generator.relational.tables import Column, Role

if TYPE_CHECKING:
    from generator.copybook.fields import Field
    from generator.reading.settings import Settings
    from generator.relational.context import Context

Contents: TypeAlias = TextContents | NumberContents


def contents(
    column: Column, item: Field, how: Storage, ctx: Context, settings: Settings
) -> Contents | None:
    """The settings of the file, and what the rule of the field says instead."""
    found = _of_file(item, how, settings)
    if not column.nullable and found is not None:
        found = _without_null(column, found)
    said = ctx.of(item).said
    for part in CONTENTS:
        if part in said:
            found = _said(column, item, found, ctx, part)
    return found


def _of_file(item: Field, how: Storage, settings: Settings) -> Contents | None:
    if isinstance(how, Zoned | Edited | Packed | NationalDigits):
        blank = item.blank_when_zero and settings.numbers.spaces == "reject"
        return replace(settings.numbers, spaces="zero") if blank else settings.numbers
    return None if isinstance(how, Bits | Binary | Float) else settings.text


def _without_null(column: Column, found: Contents) -> Contents:
    """A key is never null: what would be null is rejected there."""
    if column.role is not Role.KEY:
        return found
    return _with(found, dict.fromkeys(nulls(found), "reject"))


def nulls(found: Contents) -> tuple[str, ...]:
    """The contents that mean null."""
    return tuple(part.name for part in fields(found) if getattr(found, part.name) == "null")


def _said(
    column: Column, item: Field, found: Contents | None, ctx: Context, part: str
) -> Contents | None:
    """The field's own rule; a pattern of names means only the fields that it suits."""
    selector, value = ctx.of(item).said[part], str(getattr(ctx.of(item).rule, part))
    place = ctx.place("fields", selector, part)
    allowed = _allowed(found, part)
    if value not in allowed:
        if not has_wildcard(selector):
            message = f"{ctx.title(item)}: {part} cannot be {value!r}"
            hint = f"write {', '.join(allowed)}" if allowed else "remove it"
            ctx.findings.error("MAP411", message, place, hint)
        return found
    if value == "null" and not column.nullable:
        message = f"{ctx.title(item)}: {part} are null, but column {column.name} is NOT NULL"
        hint = (
            "a key is never null: write reject"
            if column.role is Role.KEY
            else "add not_null: false"
        )
        ctx.findings.error("MAP410", message, place, hint)
    return found if found is None else _with(found, {part: value})


def _allowed(found: Contents | None, part: str) -> tuple[str, ...]:
    """The words that `part` may have."""
    hints = {} if found is None else get_type_hints(type(found))
    return get_args(hints[part]) if part in hints else ()


def _with(found: Contents, parts: dict[str, Any]) -> Contents:
    return replace(found, **parts)
