"""A record and its entities to the kinds of record that a file may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import is_edited_number
from generator.copybook.fields import Field
from generator.reading.contents import contents
from generator.reading.edited import edited
from generator.reading.layout import Layout, place
from generator.reading.model import Bits, Block, Counter, Item, Storage, Table, Value
from generator.reading.names import qualified
from generator.reading.storage import storage
from generator.relational.tables import BitData, Column, Decimal, Entity, Integer, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.reading.settings import Settings
    from generator.relational.context import Context
    from generator.relational.tables import Source

_FILLS = {"spaces": " ", "zeros": "0"}


@dataclass(frozen=True, slots=True)
class Described:
    """A record in its file: its rules, its layout and how the file is written."""

    ctx: Context
    settings: Settings
    layout: Layout
    names: Mapping[int, str]

    def item(self, field: Field, inside: Field | None = None) -> Item:
        """A field outside of tables, or in the first occurrence of those inside `inside`."""
        return self._item(field, storage(field, self.settings), inside, ())

    def number(self, field: Field) -> Item:
        """A field outside of tables that holds a number, perhaps an edited one."""
        return self._item(field, self._number(field), None, ())

    def _item(
        self, field: Field, how: Storage, inside: Field | None, subscripts: Sequence[int]
    ) -> Item:
        path = self.names[id(field)]
        if subscripts:
            path += f"({', '.join(map(str, subscripts))})"
        offset = self.layout.offset(field, inside, subscripts)
        return Item(path, offset, field.length, how, field.scale, field)

    def counters(self) -> tuple[Counter, ...]:
        """Those of the record, in the order in which they are read."""
        return tuple(
            Counter(
                each.name,
                self.item(each.item) if each.item else None,
                each.minimum,
                each.maximum,
            )
            for each in self.layout.counting
        )

    def block(self, entity: Entity, entities: Sequence[Entity]) -> Block:
        """The rows of an entity of the record, with those of the tables inside."""
        return self._block(entity, None, entities)

    def _block(self, entity: Entity, parent: Entity | None, entities: Sequence[Entity]) -> Block:
        inherited = parent.key if parent else ()
        named = {column.name: column for column in parent.columns} if parent else {}
        own = [c for c in entity.columns[len(inherited) :] if c.role is not Role.SEQUENCE]
        sequences = [c for c in entity.columns[len(inherited) :] if c.role is Role.SEQUENCE]
        return Block(
            entity=entity,
            values=tuple(self._value(column, entity.item) for column in own),
            table=self._table(entity, entity.item, parent) if entity.item else None,
            inherited=tuple(named[name].attribute for name in inherited),
            sequence=sequences[0].attribute if sequences else None,
            children=tuple(
                self._block(child, entity, entities)
                for child in entities
                if child.parent == entity.name
            ),
        )

    def _table(self, entity: Entity, item: Field, parent: Entity | None) -> Table:
        outer = parent.item if parent else None
        counting = self.layout.counters.get(id(item))
        return Table(
            offset=self.layout.offset(item, outer),
            occurrence=self.layout.sizes[id(item)],
            count=counting.name if counting else item.occurs.maximum if item.occurs else 1,
            empty=self._empty(entity.skip_empty),
        )

    def _empty(self, word: str | None) -> bytes | None:
        if word is None:
            return None
        return self.settings.page.encode(_FILLS[word]) if word in _FILLS else b"\x00"

    def _value(self, column: Column, inside: Field | None) -> Value:
        source = column.source
        if source is None:
            raise ValueError(column)
        field = source.field
        how = self._storage(column, source)
        return Value(
            column=column,
            item=self._item(field, how, inside, source.occurrences),
            date=source.date,
            contents=(
                None if source.date else contents(column, field, how, self.ctx, self.settings)
            ),
            trim=self.ctx.config.defaults.text.trim == "right",
            present=self._present(field, source.occurrences),
        )

    def _storage(self, column: Column, source: Source) -> Storage:
        """How the value of a column is written."""
        if isinstance(column.type, BitData) and not source.varying:
            return Bits()
        if isinstance(column.type, Decimal | Integer):
            return self._number(source.field)
        return storage(source.field, self.settings)

    def _number(self, field: Field) -> Storage:
        if is_edited_number(field):
            return edited(field, self.settings, self.ctx.config.copybooks)
        return storage(field, self.settings)

    def _present(self, field: Field, subscripts: Sequence[int]) -> tuple[str, int] | None:
        """The counter of a flattened table beyond whose minimum the occurrence lies."""
        tables = self.layout.around[id(field)]
        flattened = tables[len(tables) - len(subscripts) :] if subscripts else ()
        optional = [
            (self.layout.counters[id(table)].name, number)
            for table, number in zip(flattened, subscripts, strict=True)
            if id(table) in self.layout.counters
            and number > self.layout.counters[id(table)].minimum
        ]
        if len(optional) > 1:
            message = (
                f"{self.ctx.title(field)} lies in numbered columns of two tables with DEPENDING ON"
            )
            hint = "make one of them a child_table"
            self.ctx.findings.error("MAP415", message, field.location, hint)
        return optional[0] if optional else None


def described(ctx: Context, settings: Settings) -> Described:
    """The record placed as the file has it."""
    layout = place(ctx.record, slide=settings.odo == "slide")
    return Described(ctx, settings, layout, qualified(ctx.record))
