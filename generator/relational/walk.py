"""The record to blocks of columns: a block is the record itself or a table inside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.config.contents import is_address
from generator.config.model import OccursRule
from generator.config.select import has_wildcard
from generator.copybook.fields import Field, Kind, Record
from generator.relational.leaves import At, Leaf, is_varchar, leaf
from generator.relational.packed import Shared
from generator.relational.packed import report as report_shared
from generator.relational.redefines import Plan, report
from generator.relational.sqltypes import refused_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.relational.context import Context

FEW = 12


@dataclass(frozen=True, slots=True)
class Block:
    """Columns of one table, and the tables inside it. `item` is the OCCURS item of a child."""

    leaves: tuple[Leaf, ...]
    blocks: tuple[Block, ...] = ()
    item: Field | None = None
    rule: OccursRule | None = None
    selector: str | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk over one record under one plan."""

    ctx: Context
    plan: Plan
    shared: Mapping[int, Shared] = field(default_factory=dict)

    def record(self) -> Block:
        """The whole record."""
        root = self.ctx.record.root
        if root.occurs:
            message = f"record {self.ctx.record.name} has OCCURS: it is a table and no record"
            hint = "ignore: true, or take OCCURS off where the file has one element a record"
            self.ctx.findings.error("MAP302", message, root.location, hint)
            return Block(())
        parts = self.children(root, At()) if root.children else self.item(root, At())
        return _block(parts)

    def children(self, group: Field, at: At) -> Iterator[Leaf | Block]:
        """The items of a group, of each union the description that holds."""
        for item in group.children:
            if item.kind is Kind.RENAMES:
                self._say_renamed(item)
            elif not item.redefines or id(item) in self.plan.unions:
                yield from self.item(self._description(item), at)

    def _description(self, item: Field) -> Field:
        union = self.plan.unions.get(id(item))
        chosen = self.plan.description(item)
        if union:
            report(self.ctx, union, chosen, decided=id(item) in self.plan.decided)
        return chosen

    def item(self, item: Field, at: At) -> Iterator[Leaf | Block]:
        """A field with all its occurrences."""
        ruled = self.ctx.of(item)
        if ruled.rule.ignore:
            self._say(item, "ignored", "becomes no column", ruled.rule.reason or "job.yaml says so")
        elif is_address(item):
            self._say_address(item)
        elif item.occurs:
            yield from self.table(item, at)
        else:
            yield from self.element(item, at)

    def table(self, item: Field, at: At) -> Iterator[Leaf | Block]:
        """An OCCURS item: numbered columns, a table of its own, or nothing."""
        if not self._holds_column(item):
            self._say(item, "no-columns", "becomes no table", "nothing in it becomes a column")
            return
        selector, rule = self._treatment(item, at)
        if rule.treatment == "child_table":
            parts = self.element(item, At())
            yield replace(_block(parts), item=item, rule=rule, selector=selector)
        elif rule.treatment == "columns":
            yield from self._columns(item, at)

    def _holds_column(self, item: Field) -> bool:
        """Whether anything of an item becomes a column."""
        if item.kind is Kind.RENAMES or is_address(item) or self.ctx.of(item).rule.ignore:
            return False
        if self._is_column(item):
            return True
        first = (c for c in item.children if not c.redefines or id(c) in self.plan.unions)
        return any(self._holds_column(self.plan.description(child)) for child in first)

    def _columns(self, item: Field, at: At) -> Iterator[Leaf | Block]:
        if item.occurs is None:
            raise ValueError(item)
        for number in range(1, item.occurs.maximum + 1):
            shift = at.shift + (number - 1) * item.length
            absent = at.optional or number > item.occurs.minimum
            yield from self.element(item, At((*at.subscripts, number), shift, absent))

    def _treatment(self, item: Field, at: At) -> tuple[str | None, OccursRule]:
        selector, rule = self.ctx.tables.get(id(item), (None, None))
        if rule is not None:
            reason = "job.yaml says so"
        else:
            default = self.ctx.config.defaults.occurs
            rule = OccursRule(
                treatment=default or ("columns" if _is_small(item) else "child_table")
            )
            reason = "defaults.occurs" if default else _why(item)
        if at.subscripts and rule.treatment == "child_table":
            rule, reason = self._inside_columns(item, selector), "it is inside numbered columns"
        self._say(item, f"occurs-{rule.treatment}", rule.treatment.replace("_", " "), reason)
        return selector, rule

    def _inside_columns(self, item: Field, selector: str | None) -> OccursRule:
        """A table inside numbered columns has no row of its own to belong to."""
        if selector is not None:
            message = f"{self.ctx.title(item)} lies inside a table that becomes columns"
            hint = "make the outer table a child_table too, or this one columns"
            place = self.ctx.place("occurs", selector)
            self.ctx.findings.error("MAP301", message, place, hint)
        return OccursRule(treatment="columns")

    def element(self, item: Field, at: At) -> Iterator[Leaf | Block]:
        """One occurrence of a field: a column, or the columns of a group."""
        if self._is_column(item):
            yield from self._column(item, at)
        elif item.kind is Kind.GROUP:
            self._check_group(item)
            yield from self.children(item, at)
        else:
            text = f"{item.length} bytes at {item.offset} dropped"
            self._say(item, "filler", text, "FILLER has no name")

    def _column(self, item: Field, at: At) -> Iterator[Leaf]:
        found = self.shared.get(id(item))
        column = leaf(item, self.ctx, at, binary=found is not None and not found.kept)
        if column and found and not self.ctx.of(item).said.keys() & {"type", "date"}:
            report_shared(self.ctx, item, found)
        if column:
            yield column

    def _is_column(self, item: Field) -> bool:
        rule = self.ctx.of(item).rule
        if item.kind is Kind.GROUP:
            return rule.as_one_column or rule.date is not None or is_varchar(item)
        return not item.is_filler or rule.name is not None

    def _say_renamed(self, item: Field) -> None:
        """A level-66 entry has no bytes of its own."""
        first, last = item.renames or ("", None)
        through = f" THRU {last}" if last else ""
        self._say(item, "level-66", "becomes no column", f"the same bytes as {first}{through}")

    def _say_address(self, item: Field) -> None:
        """An INDEX, a pointer or an object reference; a rule that wants a column is an error."""
        self._say(item, "address", "becomes no column", "an address means nothing outside its run")
        for part in ("name", "type", "date"):
            selector = self.ctx.of(item).said.get(part)
            if selector is not None and not has_wildcard(selector):
                refusal = refused_address(item)
                place = self.ctx.place("fields", selector, part)
                self.ctx.findings.error(refusal.code, refusal.message, place, refusal.hint)

    def _check_group(self, item: Field) -> None:
        """A group that stays a group has neither a column's name nor its type."""
        for part in ("name", "type", "not_null"):
            selector = self.ctx.of(item).said.get(part)
            if selector is not None and "*" not in selector:
                message = f"{self.ctx.title(item)} is a group, so it has no {part} of its own"
                hint = "add as_one_column: true, or name its items"
                place = self.ctx.place("fields", selector, part)
                self.ctx.findings.error("MAP143", message, place, hint)

    def _say(self, item: Field, rule: str, text: str, reason: str) -> None:
        title = self.ctx.title(item)
        self.ctx.findings.decide(title, rule, f"{title}: {text}", reason, item.location)


def _block(parts: Iterator[Leaf | Block]) -> Block:
    every = tuple(parts)
    leaves = tuple(part for part in every if isinstance(part, Leaf))
    return Block(leaves, tuple(part for part in every if isinstance(part, Block)))


def _is_small(item: Field) -> bool:
    occurs = item.occurs
    fixed = occurs is not None and not occurs.depending_on and occurs.maximum <= FEW
    return fixed and item.kind is Kind.ELEMENTARY


def _why(item: Field) -> str:
    if _is_small(item):
        return f"an elementary item of at most {FEW} occurrences"
    if item.occurs and item.occurs.depending_on:
        return f"DEPENDING ON {item.occurs.depending_on}"
    return "a group" if item.kind is Kind.GROUP else f"more than {FEW} occurrences"


def coverage(record: Record, blocks: tuple[Block, ...]) -> tuple[tuple[int, int], ...]:
    """The bytes that no column of the blocks holds, as half-open ranges."""
    reached = bytearray(record.length)
    for block in blocks:
        _mark(reached, block, ())
    ranges: list[tuple[int, int]] = []
    for offset, byte in enumerate(reached):
        if byte:
            continue
        if ranges and ranges[-1][1] == offset:
            ranges[-1] = (ranges[-1][0], offset + 1)
        else:
            ranges.append((offset, offset + 1))
    return tuple(ranges)


def _mark(reached: bytearray, block: Block, strides: tuple[tuple[int, int], ...]) -> None:
    if block.item is not None and block.item.occurs is not None:
        strides = (*strides, (block.item.length, block.item.occurs.maximum))
    for column in block.leaves:
        for start in _starts(column.offset, strides):
            reached[start : start + column.item.length] = b"\x01" * column.item.length
    for inner in block.blocks:
        _mark(reached, inner, strides)


def _starts(offset: int, strides: tuple[tuple[int, int], ...]) -> Iterator[int]:
    if not strides:
        yield offset
        return
    (length, count), *rest = strides
    for number in range(count):
        yield from _starts(offset + number * length, tuple(rest))
