"""Random valid copybooks whose layout is known without parsing them.

`random_items` chooses the entries, this module adds up where they stand, `random_text` writes them
as people do. Slack bytes are those of Enterprise COBOL (Language Reference, SYNCHRONIZED clause,
"Slack bytes within records"); only a book made with `ibm` needs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from cobc_layout import MINIMUM
from random_items import Chooser, Condition, Item
from random_text import Writer
from record import numbered

Span = tuple[int, int]


@dataclass(frozen=True)
class Renames:
    """A level-66 entry."""

    name: str
    first: Item
    last: Item | None


@dataclass
class Book:
    """The text, the members that it copies, and what is known of it."""

    name: str
    text: bytes
    members: dict[str, bytes]
    rows: dict[str, Span]
    conditions: dict[str, Condition] = field(default_factory=dict)


class Storage:
    """Where the items of a record stand: offset and length of each."""

    def __init__(self, record: Item) -> None:
        self.record = record
        self.starts: dict[int, int] = {}
        self.lengths: dict[int, int] = {}
        self.inside: dict[int, int] = {}  # the largest boundary in an item
        self._measure(record)
        self._place(record, 0)

    def span(self, item: Item) -> Span:
        return self.starts[id(item)], self.lengths[id(item)]

    def _measure(self, item: Item) -> int:
        largest = max([item.boundary, *(self._measure(child) for child in item.children)])
        self.inside[id(item)] = largest
        return largest

    def _first(self, item: Item) -> int:
        """The boundary on which an item begins: that of the first item in it, all of a table's."""
        return self._first(item.children[0]) if item.children else item.boundary

    def _place(self, item: Item, start: int) -> int:
        """Give an item its storage; the end of its last occurrence."""
        self.starts[id(item)] = start
        end = start + item.size
        before: Item | None = None
        for child in item.children:
            if child.base:
                end = max(end, self._place(child, self.starts[id(child.base)]))
            else:
                slack = -end % self._first(child)
                self._stretch(before, slack)
                end = self._place(child, end + slack)
            before = child
        length = end - start
        if item.table:
            length += -length % self.inside[id(item)]
        self.lengths[id(item)] = length
        return start + length * item.most

    def _stretch(self, before: Item | None, slack: int) -> None:
        """Slack bytes have the level of the elementary item before them: its groups hold them."""
        while before and before.children and not before.table and not before.base:
            self.lengths[id(before)] += slack
            before = before.children[-1]

    def minimum(self, item: Item) -> int:
        """The length of one occurrence with every table in it at its minimum."""
        lost = sum(
            self.lengths[id(child)] * child.most - self.minimum(child) * child.least
            for child in item.children
            if not child.base
        )
        return self.lengths[id(item)] - lost


def random_book(random: Random, name: str = "RANDOM", *, ibm: bool = False) -> Book:
    """A random copybook; all names in it begin with the book's, so that many can be compiled."""
    chooser = Chooser(random, f"{name}-", ibm=ibm)
    records = [chooser.record()]
    while chooser.chance(25):
        records.append(chooser.single() if chooser.chance(50) else chooser.record())
    only = records[0]
    implied = len(records) == 1 and only.children and not only.clauses and chooser.chance(15)
    if implied:
        records[0] = Item(0, name, children=records[0].children)
    storages = [Storage(record) for record in records]
    renames = [list(_renames(chooser, storage)) if not implied else [] for storage in storages]
    rows = _rows(records, storages, renames)
    writer = Writer(random, name, ibm=ibm)
    for record, renamed in zip(records, renames, strict=True):
        writer.record(record, [(each.name, each.first.name, each.last.name if each.last else "")
                               for each in renamed])  # fmt: skip
    conditions = {
        condition.name: condition
        for record in records
        for item in record.walk()
        for condition in item.conditions
    }
    return Book(name, writer.text(), writer.members, rows, conditions)


def _renames(chooser: Chooser, storage: Storage) -> Iterator[Renames]:
    """Level 66 for items that stand in no table and in front of none that varies."""
    able = list(_fixed(storage.record))
    while able and chooser.chance(15):
        first = chooser.random.choice(able)
        behind = [
            each
            for each in able[able.index(first) + 1 :]
            if each not in first.walk() and _end(storage, each) > _end(storage, first)
            and storage.span(each)[0] >= _end(storage, first)
        ]  # fmt: skip
        last = chooser.random.choice(behind) if behind and chooser.chance(60) else None
        pictured = bool(first.children) or any("PIC" in clause for clause in first.clauses)
        if not last and not pictured and not chooser.ibm:
            continue  # GnuCOBOL fails
        yield Renames(chooser.name(), first, last)


def _fixed(item: Item) -> Iterator[Item]:
    for child in item.children:
        if child.varies:
            return
        if child.table:
            continue
        if child.name not in ("", "FILLER") and not any(each.table for each in child.walk()):
            yield child
        yield from _fixed(child)


def _end(storage: Storage, item: Item) -> int:
    start, length = storage.span(item)
    return start + length


def _rows(
    records: list[Item], storages: list[Storage], renames: list[list[Renames]]
) -> dict[str, Span]:
    paths: list[tuple[str, ...]] = []
    spans: list[Span] = []

    def add(item: Item, storage: Storage, above: tuple[str, ...]) -> None:
        paths.append((*above, item.shown))
        spans.append(storage.span(item))
        for child in item.children:
            add(child, storage, (*above, item.shown))

    for record, storage, renamed in zip(records, storages, renames, strict=True):
        add(record, storage, ())
        for each in renamed:
            start = storage.span(each.first)[0]
            paths.append((record.name, each.name))
            spans.append((start, _end(storage, each.last or each.first) - start))
    for record, storage in zip(records, storages, strict=True):
        least, most = storage.minimum(record), storage.span(record)[1]
        if least != most:
            paths.append((record.name, MINIMUM))
            spans.append((0, least))
    return dict(zip(numbered(paths), spans, strict=True))
