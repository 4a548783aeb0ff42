"""Records that share one storage area: the 01 entries of one FD, or one that redefines another.

(Enterprise COBOL Language Reference, "File description entry": each 01 behind an FD describes the
same record area.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.select import shortest_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.copybook.fields import Copybook, Field, Record
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
        key = f"records.{name}.when"
        example = f", perhaps of {shown}" if (shown := _discriminator(ctx)) else ""
        reason = f"{where}; no rule tells the reader which record it has: add {key}{example}"
    ctx.findings.decide(name, "shared-storage", text, reason, ctx.record.root.location)


def sharing(record: Record, book: Copybook) -> tuple[Record, ...]:
    """The other records of the copybook that describe the same bytes."""
    area = _area(record, book)
    return tuple(r for r in book.records if r is not record and _area(r, book) == area)


def _area(record: Record, book: Copybook) -> tuple[str, str]:
    """What the record lies in: the area of its file, or the record that it redefines in the end."""
    by_name = {other.name.upper(): other for other in book.records}
    base, seen = record, {record.name.upper()}
    while base.root.redefines and base.root.redefines.upper() not in seen:
        seen.add(base.root.redefines.upper())
        base = by_name.get(base.root.redefines.upper(), base)
    return ("file", base.file) if base.file else ("record", base.name.upper())


def _discriminator(ctx: Context) -> str | None:
    """The first field with level-88 entries outside of tables."""
    found = next((item for item in _outside_tables(ctx.record.root) if item.conditions), None)
    return shortest_name(found, ctx.record) if found is not None and found.name else None


def _outside_tables(item: Field) -> Iterator[Field]:
    if item.occurs is None:
        yield item
        for child in item.children:
            yield from _outside_tables(child)
