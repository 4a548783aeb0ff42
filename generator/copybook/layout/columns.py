"""The value that the layout passes hand on. Types only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.entries.entry import Entry
from generator.copybook.fields import Picture, Sign, Usage
from generator.problems import Problem

NONE = -1
"""No parent, or no redefined item."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A level-66 entry, with the item before it and, once they are found, those that it renames.

    `last` is `first` where THRU is not given.
    """

    entry: Entry
    behind: int
    conditions: tuple[Entry, ...] = ()
    first: int = NONE
    last: int = NONE


class Layout(NamedTuple):
    """One column per question, each with one value per item.

    An item is an entry of level 01-49 or 77; `items` has them in source order and every other
    column is indexed alike. A column that its pass has not filled yet is empty.
    """

    entries: tuple[Entry, ...]
    member: str
    dialect: Dialect = IBM
    problems: tuple[Problem, ...] = ()
    items: tuple[Entry, ...] = ()
    names: Mapping[str, Sequence[int]] = MappingProxyType({})  # FILLER is none
    conditions: tuple[tuple[Entry, ...], ...] = ()
    renamings: tuple[Renaming, ...] = ()  # those that name no item are left out later
    parents: tuple[int, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()
    roots: tuple[int, ...] = ()  # 01, 77, and whatever stands before the first of them
    implied: tuple[int, ...] = ()  # the roots below 01: the copybook is copied under somebody's 01
    bases: tuple[int, ...] = ()  # the item whose storage this one redefines
    pictures: tuple[Picture | None, ...] = ()
    usages: tuple[Usage | None, ...] = ()
    signs: tuple[Sign | None, ...] = ()
    synchronized: tuple[bool, ...] = ()
    offsets: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()  # of one occurrence
    minimums: tuple[int, ...] = ()  # of one occurrence, tables inside at their minimum
    slacks: tuple[int, ...] = ()
    variable: tuple[bool, ...] = ()

    def siblings(self, item: int) -> tuple[int, ...]:
        """The items with the same parent, this one included."""
        parent = self.parents[item]
        if parent != NONE:
            return self.children[parent]
        return self.implied if not is_record(self.items[item]) else self.roots

    def is_group(self, item: int) -> bool:
        """Whether items stand below this one."""
        return bool(self.children[item])

    def name_of(self, item: int) -> str | None:
        """The data name, FILLER and nameless items left out."""
        name = self.items[item].name
        return None if name is None or name.text == "FILLER" else name.text

    def below(self, item: int) -> Iterator[int]:
        """An item and all items below it, in source order."""
        yield item
        for child in self.children[item]:
            yield from self.below(child)

    def above(self, item: int) -> tuple[int, ...]:
        """The groups around an item, from the inside to the outside."""
        parent = self.parents[item]
        return () if parent == NONE else (parent, *self.above(parent))

    def named(self, name: str) -> list[int]:
        """The items that a name means, with its qualifiers in the form "A OF B OF C"."""
        word, *qualifiers = name.split(" OF ")
        found = self.names.get(word, ())
        return [item for item in found if not qualifiers or self._is_within(item, qualifiers)]

    def _is_within(self, item: int, qualifiers: list[str]) -> bool:
        """Whether the qualifiers name groups above an item, from the inside to the outside."""
        names = (self.name_of(group) for group in self.above(item))
        return all(qualifier in names for qualifier in qualifiers)

    def record_of(self, item: int) -> int:
        """The 01 or 77 that an item stands in; none for the items copied under somebody's 01."""
        root = (item, *self.above(item))[-1]
        return root if is_record(self.items[root]) else NONE


def is_record(entry: Entry) -> bool:
    """Level 01 and 77 start at offset 0."""
    return entry.level in (1, 77)
