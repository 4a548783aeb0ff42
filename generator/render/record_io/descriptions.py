"""Records item by item, for descriptions.py of a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.relational import tables
from generator.render.python_types import python_type
from generator.render.record_io.images import Images, spelled
from generator.render.record_io.names import constant
from generator.render.record_io.slots import Place, number_slot, size, slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.model import Block, Counter, Kind, SourceFile


@dataclass(frozen=True, slots=True)
class SlotsView:
    """The items of a row class."""

    constant: str
    row: str
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """A kind of record: its constant and the expression that describes it."""

    constant: str
    expression: str
    slots: tuple[SlotsView, ...]


def slots_name(block: Block) -> str:
    """The constant of the items of a row class."""
    return f"{constant(block.entity.name)}_SLOTS"


def record_view(kind: Kind, place: Place, images: Images, totals: tuple[str, ...]) -> RecordView:
    """A kind as Record of exactly.py."""
    exact = place.file.format == "variable"
    options = ""
    if kind.block:
        options += f", block={_block(kind.block, images)}, image={spelled(images.whole())}"
    if kind.counters:
        options += f", counters=({''.join(f'{_counter(c, place)}, ' for c in kind.counters)})"
    if totals:
        options += f", totals=({''.join(f'{name!r}, ' for name in totals)})"
    expression = f'Record("{kind.record}", {size(kind.length)}, exact={exact}{options})'
    slots = tuple(_slots(block, place) for block in blocks_of(kind.block)) if kind.block else ()
    return RecordView(constant(kind.name), expression, slots)


def blocks_of(block: Block) -> Iterator[Block]:
    """The block and those inside, outermost first."""
    yield block
    for child in block.children:
        yield from blocks_of(child)


def _slots(block: Block, place: Place) -> SlotsView:
    slots = tuple(slot(value, place) for value in block.values)
    return SlotsView(slots_name(block), block.entity.class_name, slots)


def _block(block: Block, images: Images) -> str:
    options = ""
    if block.table:
        table = block.table
        count = f'"{table.count}"' if isinstance(table.count, str) else str(table.count)
        empty = f", {table.empty!r}" if table.empty else ""
        where = f"{size(table.offset)}, {size(table.occurrence)}"
        item = block.entity.item.name if block.entity.item else block.entity.name
        options += f', table=Table("{item}", {where}, {count}{empty})'
        options += f", inherited=({''.join(f'{name!r}, ' for name in block.inherited)})"
        options += f", sequence={sequence_type(block)}"
        if table.empty and block.entity.item:
            options += f", image={spelled(images.occurrence(block.entity.item))}"
    if block.children:
        options += (
            f", children=({''.join(f'{_block(child, images)}, ' for child in block.children)})"
        )
    return f"Block({block.entity.class_name}, {slots_name(block)}{options})"


def sequence_type(block: Block) -> str:
    """The type of the number of an occurrence."""
    for column in block.entity.columns:
        if column.attribute == block.sequence:
            return python_type(column.type)
    raise ValueError(block.sequence)


def _counter(counter: Counter, place: Place) -> str:
    own = number_slot(counter.item, place, attribute=None) if counter.item else "None"
    return f'Counter("{counter.name}", {own}, {counter.minimum}, {counter.maximum})'


def total_attributes(kind: Kind, file: SourceFile) -> tuple[str, ...]:
    """The control totals of a root row, and what trailers of the file add up of it."""
    if kind.block is None:
        return ()
    entity = kind.block.entity
    attributes = {column.name: column.attribute for column in entity.columns}
    wanted = {attributes[name] for name in entity.control_totals}
    for other in file.kinds:
        for total in other.totals:
            wanted |= {name for row, name in total.attributes if row == entity.class_name}
    numbers = (tables.Decimal, tables.Integer)
    return tuple(
        column.attribute
        for column in entity.columns
        if column.attribute in wanted and isinstance(column.type, numbers)
    )
