"""Where the items of a record are, with each table at the number of occurrences that it has.

The field model lays tables with DEPENDING ON out at their maximum. In the file the items behind
such a table follow its last occurrence (Enterprise COBOL Programming Guide, "Complex OCCURS
DEPENDING ON"); with `odo: maximum` only a table that ends the record varies.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.config.select import select
from generator.copybook.fields import Field, Kind, Record
from generator.reading.model import Size
from generator.reading.sizes import NOTHING, plus, times
from generator.relational.names import attribute_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Counting:
    """The object of one or more DEPENDING ON; `item` is None outside of the record."""

    name: str
    item: Field | None
    tables: tuple[Field, ...]

    @property
    def minimum(self) -> int:
        """What every table of it has at least."""
        return max(table.occurs.minimum for table in self.tables if table.occurs)

    @property
    def maximum(self) -> int:
        """What no table of it has more of."""
        return min(table.occurs.maximum for table in self.tables if table.occurs)


@dataclass(frozen=True, slots=True)
class Layout:
    """Places by identity of the item.

    `starts` count from the occurrence of the innermost table around the item, else from the
    record; `around` names these tables, outermost first, the item itself included when it is one.
    """

    record: Record
    counting: tuple[Counting, ...]
    counters: Mapping[int, Counting]  # by identity of the table
    sizes: Mapping[int, Size]  # of one occurrence
    starts: Mapping[int, Size]
    around: Mapping[int, tuple[Field, ...]]

    @property
    def whole(self) -> Size:
        """The record."""
        return self.sizes[id(self.record.root)]

    def offset(self, item: Field, inside: Field | None, subscripts: Sequence[int] = ()) -> Size:
        """From the record, or from an occurrence of the table `inside`.

        `subscripts` are those of the tables between, outermost first; the first occurrence where
        none is given.
        """
        tables = self.around[id(item)]
        first = 0
        if inside is not None and inside is not item:
            first = next(n for n, table in enumerate(tables) if table is inside) + 1
        elif inside is item:
            return NOTHING
        between = tables[first:]
        found = NOTHING if between and between[-1] is item else self.starts[id(item)]
        numbers = (*subscripts, *(1 for _ in between[len(subscripts) :]))
        for table, number in zip(between, numbers, strict=True):
            moved = times(self.sizes[id(table)], number - 1)
            found = plus(found, plus(self.starts[id(table)], moved))
        return found


def place(record: Record, *, slide: bool) -> Layout:
    """The layout of a record."""
    counting = _counting(record)
    counters = {id(table): each for each in counting for table in each.tables}
    placer = _Placer(record, slide, counters)
    placer.measure(record.root)
    placer.put(record.root, NOTHING, ())
    return Layout(record, counting, counters, placer.sizes, placer.starts, placer.around)


def _counting(record: Record) -> tuple[Counting, ...]:
    """The objects, in the order in which they stand in the record; one outside comes last."""
    tables = [i for i in record.root.walk() if i.occurs and i.occurs.depending_on]
    if not tables:
        return ()
    found: dict[object, tuple[str, Field | None, list[Field]]] = {}
    for table in tables:
        written = str(table.occurs and table.occurs.depending_on)
        item = _object(written, table, record)
        key = written.upper() if item is None else id(item)
        found.setdefault(key, (written.split(maxsplit=1)[0], item, []))[2].append(table)
    ordered = sorted(found.values(), key=lambda each: each[1].offset if each[1] else record.length)
    names = attribute_names(name.replace("-", "_") for name, _, _ in ordered)
    return tuple(
        Counting(name, item, tuple(each))
        for name, (_, item, each) in zip(names, ordered, strict=True)
    )


def _object(written: str, table: Field, record: Record) -> Field | None:
    found = [item for item in select(written, record) if item.kind is Kind.ELEMENTARY]
    before = [item for item in found if item.offset < table.offset]
    return before[0] if before else None


@dataclass(slots=True)
class _Placer:
    record: Record
    slide: bool
    counters: Mapping[int, Counting]
    sizes: dict[int, Size] = field(default_factory=dict)
    starts: dict[int, Size] = field(default_factory=dict)
    around: dict[int, tuple[Field, ...]] = field(default_factory=dict)

    def measure(self, item: Field) -> Size:
        """The size of one occurrence; tells those of all items below."""
        size = Size(item.length)
        for child in item.children:
            if child.kind is not Kind.RENAMES:
                self.measure(child)
                all_of_it = self._area(child)
                if all_of_it.varying:
                    size = plus(size, plus(all_of_it, Size(-child.total_length)))
        self.sizes[id(item)] = size
        return size

    def _area(self, item: Field) -> Size:
        """All occurrences."""
        one = self.sizes[id(item)]
        if item.occurs is None:
            return one
        if id(item) in self.counters and self._varies(item):
            return Size(0, ((self.counters[id(item)].name, one),))
        return times(one, item.occurs.maximum)

    def _varies(self, item: Field) -> bool:
        """Whether the record shrinks with the table."""
        return self.slide or item.offset + item.total_length == self.record.length

    def put(self, item: Field, start: Size, around: tuple[Field, ...]) -> None:
        """Place an item and what is below."""
        self.starts[id(item)] = start
        if item.occurs:
            around, start = (*around, item), NOTHING
        self.around[id(item)] = around
        moving = [each for each in item.children if self._moves(each)]
        for child in item.children:
            here = plus(start, Size(child.offset - item.offset))
            for other in moving:
                if other.offset + other.total_length <= child.offset:
                    here = plus(here, self._shift(other))
            self.put(child, here, around)

    def _shift(self, item: Field) -> Size:
        """How much nearer everything behind an item comes than at its maximum."""
        return plus(self._area(item), Size(-item.total_length))

    def _moves(self, item: Field) -> bool:
        return item.kind is not Kind.RENAMES and bool(self._area(item).varying)
