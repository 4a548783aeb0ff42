"""Records that share one storage area have tables of their own: what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.areas import sharing
from generator.config.select import shortest_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.copybook.fields import Field
    from generator.relational.context import Context


def report(ctx: Context) -> None:
    """Say which records lie in the same bytes, and how whoever reads them tells them apart."""
    others = sharing(ctx.record, ctx.book)
    if not others:
        return
    name, listed = ctx.record.name, ", ".join(other.name for other in others)
    text = f"{name} has tables of its own; its bytes are those of {listed} too"
    where = (
        "one record area" if ctx.record.file is None else f"the record area of {ctx.record.file}"
    )
    if ctx.rule.when:
        reason = f"{where}; the reader takes the records where {ctx.rule.when}"
    else:
        rest = "the reader takes the records that are of no other kind"
        reason = f"{where}; {rest}; to say which, {how_to_tell(ctx)}"
    ctx.findings.decide(name, "shared-storage", text, reason, ctx.record.root.location)


def how_to_tell(ctx: Context) -> str:
    """What to write where nothing tells the record from others of its file."""
    shown = _discriminator(ctx)
    return f"add records.{ctx.record.name}.when" + (f", perhaps of {shown}" if shown else "")


def _discriminator(ctx: Context) -> str | None:
    """The first field with level-88 entries outside of tables."""
    found = next((item for item in _outside_tables(ctx.record.root) if item.conditions), None)
    return shortest_name(found, ctx.record) if found is not None and found.name else None


def _outside_tables(item: Field) -> Iterator[Field]:
    if item.occurs is None:
        yield item
        for child in item.children:
            yield from _outside_tables(child)
