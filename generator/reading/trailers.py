"""What trailers say of the records before them: their number, and sums of amounts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.config.contents import is_edited_number, is_floating, is_numeric
from generator.config.select import has_wildcard, select
from generator.reading.model import Item, Total
from generator.relational.context import match_one
from generator.relational.tables import Decimal, Integer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.copybook.fields import Field
    from generator.problems import Location
    from generator.reading.kinds import Told
    from generator.reading.model import Block

Sums = tuple[tuple[str, str], ...]


def with_trailers(told: Sequence[Told]) -> tuple[Told, ...]:
    """The kinds of a file with what its trailers say."""
    return tuple(_resolved(each, told) if each.kind.role == "trailer" else each for each in told)


def _resolved(told: Told, all_of_file: Sequence[Told]) -> Told:
    rule, keys = told.trailer, (*told.keys, "trailer")
    count = _number(told, rule.count, *keys, "count") if rule.count else None
    totals = []
    for name, summed in rule.totals.items():
        item = _number(told, name, *keys, "totals", name)
        place = told.of.ctx.where.value("records", told.of.ctx.key, *keys, "totals", name)
        sums = _sums(told, summed, all_of_file, place)
        if item and sums:
            totals.append(Total(item, sums))
    kind = replace(told.kind, count=count, counts_all=rule.counts_all, totals=tuple(totals))
    return replace(told, kind=kind)


def _number(told: Told, selector: str, *keys: str | int) -> Item | None:
    """A field of the trailer that holds one number."""
    ctx = told.of.ctx
    field = match_one(ctx, selector, *keys)
    if field is None:
        return None
    if not (is_numeric(field) or is_edited_number(field)) or is_floating(field):
        message = f"{ctx.title(field)} is no number, so nothing can be compared with it"
        ctx.findings.error(
            "MAP412", message, ctx.place(*keys), "name a numeric field of the trailer"
        )
    elif told.of.layout.around[id(field)]:
        message = f"{ctx.title(field)} is inside a table, so it has no single value"
        ctx.findings.error("MAP412", message, ctx.place(*keys), "name a field outside every OCCURS")
    else:
        return told.of.number(field)
    return None


def _sums(told: Told, selector: str, all_of_file: Sequence[Told], place: Location) -> Sums:
    """The columns of the detail records that the selector names."""
    findings = told.of.ctx.findings
    named: dict[int, Field] = {}
    for each in all_of_file:
        found = select(selector, each.of.ctx.record) if each.kind.block else ()
        named |= {id(field): field for field in found}
        if len(found) > 1 and not has_wildcard(selector):
            listed = ", ".join(each.of.ctx.title(field) for field in found)
            message = f"{selector} names {len(found)} fields of record {each.of.ctx.record.name}"
            findings.error("MAP102", message, place, f"write one of: {listed}")
            return ()
    if not named:
        message = f"{selector} names nothing in the detail records of the file"
        findings.error("MAP413", message, place, "name a field of a record that becomes a table")
        return ()
    blocks = [each.kind.block for each in all_of_file if each.kind.block]
    sums = tuple(sum_ for block in blocks for sum_ in _columns(block, named))
    if not sums:
        message = f"{selector} is no numeric column of any table of the file"
        findings.error("MAP413", message, place, "name a field that becomes a numeric column")
    return sums


def _columns(block: Block, named: dict[int, Field]) -> Iterator[tuple[str, str]]:
    for value in block.values:
        column = value.column
        is_number = isinstance(column.type, Decimal | Integer)
        if is_number and column.source and id(column.source.field) in named:
            yield block.entity.class_name, column.attribute
    for child in block.children:
        yield from _columns(child, named)
