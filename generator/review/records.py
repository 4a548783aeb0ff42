"""Where the bytes of a record go: which columns take them, and which reach none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.copybook.fields import Field, Kind, Record
from generator.relational.tables import Coverage, Dropped, Entity
from generator.render.files import Job

Content = dict[str, Any]

DRAWN = 64  # occurrences of a table that are drawn one by one


class Fate(StrEnum):
    """What becomes of the bytes of a field."""

    KEY = "key"
    COLUMN = "column"
    OTHERWISE = "otherwise"  # another description of the same bytes has the column
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive bytes with one fate. `lane` counts descriptions of the same bytes from 0."""

    offset: int
    length: int
    lane: int
    name: str
    fate: Fate
    entry: str = ""
    columns: tuple[str, ...] = ()
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class _Taken:
    """Who takes a field: columns by the field's path, with the subscripts that they have."""

    columns: Mapping[tuple[tuple[str, ...], tuple[int, ...]], tuple[str, ...]]
    keys: frozenset[str]
    paths: frozenset[tuple[str, ...]]
    unmapped: tuple[tuple[int, int], ...]

    def by(self, item: Field, subscripts: tuple[int, ...]) -> tuple[str, ...]:
        """The columns of an occurrence; a child table's column is that of each of its rows."""
        tails = (subscripts[start:] for start in range(len(subscripts) + 1))
        found = (self.columns.get((item.path, tail)) for tail in tails)
        return next((columns for columns in found if columns), ())

    def cut(self, offset: int, length: int) -> Iterator[tuple[int, int, Fate]]:
        """Bytes of a field without a column: those that no other description holds, and the rest.

        Each part with its offset and length.
        """
        at, end = offset, offset + length
        for low, high in self.unmapped:
            first, last = max(low, at), min(high, end)
            if first < last:
                yield from [(at, first - at, Fate.OTHERWISE)] if at < first else []
                yield first, last - first, Fate.NOWHERE
                at = last
        if at < end:
            yield at, end - at, Fate.OTHERWISE


def content(job: Job) -> list[Content]:
    """Each record that becomes tables."""
    known = {record.name: record for book in job.copybooks for record in book.records}
    entities = job.schema.entities
    return [_record(held, known.get(held.record), entities) for held in job.schema.coverage]


def _record(coverage: Coverage, record: Record | None, entities: Sequence[Entity]) -> Content:
    drawn = pieces(record, coverage, entities) if record else ()
    return {
        "record": coverage.record,
        "length": coverage.length,
        "unmapped": [{"offset": low, "length": high - low} for low, high in coverage.unmapped],
        "dropped": [_dropped(item) for item in coverage.dropped],
        "pieces": [
            {
                "offset": piece.offset,
                "length": piece.length,
                "lane": piece.lane,
                "name": piece.name,
                "entry": piece.entry,
                "fate": str(piece.fate),
                "columns": list(piece.columns),
                "occurrence": piece.occurrence,
            }
            for piece in drawn
        ],
    }


def _dropped(dropped: Dropped) -> Content:
    return {
        "description": dropped.item.name or "FILLER",
        "instead": [item.name or "FILLER" for item in dropped.mapped],
        "fields": [_item(item) for item in dropped.item.walk() if item.kind is not Kind.RENAMES],
    }


def _item(item: Field) -> Content:
    times = f" OCCURS {item.occurs.maximum}" if item.occurs else ""
    return {
        "level": item.level,
        "cobol_name": (item.name or "FILLER") + times,
        "picture": (item.picture.text or None) if item.picture else None,
        "usage": str(item.usage) if item.usage else None,
        "offset": item.offset,
        "length": item.length,
    }


def pieces(record: Record, coverage: Coverage, entities: Iterable[Entity]) -> tuple[Piece, ...]:
    """The record cut into its fields, each description of the same bytes in a lane of its own."""
    own = [entity for entity in entities if entity.record == record.name]
    lanes = _lanes(record.root)
    taken = _taken(own, coverage)
    fields = tuple(_cut(record.root, 0, (), lanes, taken))
    return tuple(sorted((*fields, *_slack(fields, coverage)), key=lambda p: (p.lane, p.offset)))


def _taken(entities: Sequence[Entity], coverage: Coverage) -> _Taken:
    columns: dict[tuple[tuple[str, ...], tuple[int, ...]], tuple[str, ...]] = defaultdict(tuple)
    keys = set()
    for entity in entities:
        for column in entity.columns:
            if column.source:
                name = f"{entity.final.name}.{column.name}"
                columns[column.source.field.path, column.source.occurrences] += (name,)
                keys |= {name} if column.name in entity.key else set()
    paths = frozenset(path for path, _ in columns)
    return _Taken(columns, frozenset(keys), paths, coverage.unmapped)


def _lanes(root: Field) -> Mapping[int, int]:
    """The lane of each item, by its identity: a REDEFINES goes below what it overlays."""
    lanes = {id(root): 0}
    deepest: dict[int, int] = {}  # byte -> lanes in use, of the first occurrence

    def walk(item: Field, lane: int) -> None:
        for child in item.children:
            if child.kind is Kind.RENAMES:
                continue
            span = range(child.offset, child.offset + child.total_length)
            inner = lane
            if child.redefines:
                inner = max((deepest.get(byte, lane - 1) for byte in span), default=lane - 1) + 1
            lanes[id(child)] = inner
            walk(child, inner)
            for byte in span:
                deepest[byte] = max(deepest.get(byte, 0), inner)

    walk(root, 0)
    return lanes


def _cut(
    item: Field,
    shift: int,
    subscripts: tuple[int, ...],
    lanes: Mapping[int, int],
    taken: _Taken,
) -> Iterator[Piece]:
    """The pieces of an item: of a table each occurrence, or the first and the rest in one."""
    times = item.occurs.maximum if item.occurs else 1
    leaves = sum(1 for each in item.walk() if not each.children)
    drawn = times if times * leaves <= DRAWN else 1
    for number in range(1, drawn + 1):
        inner = (*subscripts, number) if item.occurs else subscripts
        yield from _occurrence(item, shift + (number - 1) * item.length, inner, lanes, taken)
    if drawn < times:
        name = f"{item.name or 'FILLER'}(2) to ({times})"
        start, length = item.offset + shift + item.length, item.length * (times - 1)
        parts = [(start, length, Fate.COLUMN)]
        if not any(each.path in taken.paths for each in item.walk()):
            parts = list(taken.cut(start, length))
        for offset, size, fate in parts:
            yield Piece(offset, size, lanes[id(item)], name, fate, "as the first occurrence")


def _occurrence(
    item: Field,
    shift: int,
    subscripts: tuple[int, ...],
    lanes: Mapping[int, int],
    taken: _Taken,
) -> Iterator[Piece]:
    children = [child for child in item.children if child.kind is not Kind.RENAMES]
    if children and item.path not in taken.paths:
        for child in children:
            yield from _cut(child, shift, subscripts, lanes, taken)
        return
    columns = taken.by(item, subscripts)
    listed = f"({','.join(map(str, subscripts))})" if subscripts else ""
    name, entry = (item.name or "FILLER") + listed, " ".join(item.source.split())
    offset, lane = item.offset + shift, lanes[id(item)]
    number = subscripts[-1] if subscripts else None
    if columns:
        fate = Fate.KEY if taken.keys & set(columns) else Fate.COLUMN
        yield Piece(offset, item.length, lane, name, fate, entry, columns, number)
        return
    for start, length, fate in taken.cut(offset, item.length):
        yield Piece(start, length, lane, name, fate, entry, (), number)


def _slack(fields: Sequence[Piece], coverage: Coverage) -> Iterator[Piece]:
    """Bytes that the compiler puts in and no field describes."""
    end = 0
    for offset, length in sorted((piece.offset, piece.length) for piece in fields):
        if offset > end:
            yield _slack_piece(end, offset - end)
        end = max(end, offset + length)
    if end < coverage.length:
        yield _slack_piece(end, coverage.length - end)


def _slack_piece(offset: int, length: int) -> Piece:
    return Piece(offset, length, 0, "slack bytes", Fate.NOWHERE, "put in by the compiler")
