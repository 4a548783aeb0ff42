"""Random data description entries: a tree of items that is valid COBOL, with sizes.

Sizes come with the clauses, from numbers of digits and characters and never from a PICTURE's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from random_elementary import Elementary

_STEMS = ("FLD", "COMP-CODE", "PIC-X", "VALUE-DT", "ADDR", "IS-OK", "N", "9-X", "OCCURS-NO", "SIGN")
_LITERALS = ("'. 05 X'", "'A'", '"IT\'S"', "'a.'", '"SAY ""NO"""', "'*> no'", "SPACES", "ALL '-'")
_DEEPEST = 6


@dataclass
class Item:
    """An entry: what is written of it, and what it is."""

    level: int
    name: str  # "FILLER" or "" for an item without a name
    clauses: list[str] = field(default_factory=list)
    size: int = 0  # bytes of one occurrence of an elementary item
    boundary: int = 1
    least: int = 1
    most: int = 1
    odo: bool = False
    table: bool = False
    base: Item | None = None
    conditions: list[Condition] = field(default_factory=list)
    children: list[Item] = field(default_factory=list)
    copied: bool = False  # its children stand in a member of their own
    numeric: tuple[int, bool] | None = None  # digits and sign, for VALUE and level 88

    @property
    def shown(self) -> str:
        return self.name or "FILLER"

    @property
    def varies(self) -> bool:
        return self.odo or any(child.varies for child in self.children)

    def walk(self) -> list[Item]:
        return [self, *(each for child in self.children for each in child.walk())]


@dataclass(frozen=True)
class Condition:
    """A level 88: its text, and its values as pairs."""

    name: str
    text: str
    values: tuple[tuple[str, str | None], ...]


class Place(NamedTuple):
    """Where an item is chosen: what it inherits, how deep, in how many tables.

    `free` allows DEPENDING ON: outside unions.
    """

    usage: str = ""
    sign: str = ""
    depth: int = 0
    tables: int = 0
    free: bool = True


def _apart_from_unions(item: Item) -> list[Item]:
    if item.base:
        return []
    return [item, *(each for child in item.children for each in _apart_from_unions(child))]


class Chooser:
    """Chooses items. `ibm` allows what GnuCOBOL lacks or places elsewhere."""

    def __init__(self, random: Random, prefix: str, *, ibm: bool) -> None:
        self.random = random
        self.elementary = Elementary(random, ibm=ibm)
        self.prefix = prefix
        self.ibm = ibm
        self.named = 0
        self.counters: list[str] = []
        self.unions = 0  # how many redefinitions stand around the item being chosen
        self.copies = 0
        self.varied = False

    def chance(self, percent: int) -> bool:
        return self.random.randint(1, 100) > 100 - percent

    def name(self) -> str:
        self.named += 1
        return f"{self.prefix}{self.random.choice(_STEMS)}-{self.named}"

    def record(self) -> Item:
        record = Item(1, self.name())
        if self.chance(10):
            self.describe(record, Place())
            return record
        usage, sign = self.inherited(record)
        record.children = self.children(record, Place(usage, sign, depth=1))
        return record

    def single(self) -> Item:
        """A level-77 item."""
        item = Item(77, self.name())
        self.describe(item, Place())
        return item

    def inherited(self, group: Item) -> tuple[str, str]:
        """USAGE and SIGN clauses of a group, as they hold for its items."""
        usage = sign = ""
        if self.chance(6):
            usage = self.random.choice(("COMP", "COMP-3", "PACKED-DECIMAL", "BINARY", "DISPLAY"))
            group.clauses.append(self.random.choice(("", "USAGE ", "USAGE IS ")) + usage)
        if self.chance(6):
            sign = self.random.choice(
                ("LEADING SEPARATE", "TRAILING SEPARATE", "LEADING", "TRAILING")
            )
            group.clauses.append(self.random.choice(("SIGN ", "SIGN IS ")) + sign)
        return usage, sign

    def children(self, parent: Item, place: Place) -> list[Item]:
        """The items of a group."""
        level = self.random.randint(parent.level + 1, min(49, parent.level + 9))
        found: list[Item] = []
        for _ in range(self.random.randint(1, 5)):
            last = found[-1] if found else None
            if last and self.redefinable(last) and self.chance(15):
                found.append(self.union(last, level, place))
            else:
                found.append(self.item(level, place))
        if place.depth == 1:
            self.synchronize(found)
        return found

    @staticmethod
    def redefinable(item: Item) -> bool:
        first = item.base or item
        return bool(first.name) and first.name != "FILLER" and not first.table and not item.varies

    def union(self, last: Item, level: int, place: Place) -> Item:
        base = last.base or last
        item = Item(level, self.name(), base=base)
        target = last.name if self.chance(30) and last.name not in ("", "FILLER") else base.name
        self.unions += 1
        self.fill(item, place._replace(free=False))
        self.unions -= 1
        item.clauses.insert(0, f"REDEFINES {target}")
        return item

    def item(self, level: int, place: Place) -> Item:
        item = Item(level, self.name())
        table = self.occurs(item, free=place.free) if place.tables < 3 and self.chance(20) else ""
        self.fill(item, place._replace(tables=place.tables + item.table))
        if table:
            item.clauses.insert(0, table + self.keys(item) + self.indexes())
        if item.base is None:
            self.random.shuffle(item.clauses)
        counts = item.name in self.counters
        if not item.children and not item.conditions and not counts and self.chance(10):
            item.name = self.random.choice(("FILLER", ""))
        return item

    def keys(self, item: Item) -> str:
        """A KEY phrase that names the first item of a table's group."""
        first = item.children[0] if item.children else item
        if first is item or first.children or first.name in ("", "FILLER") or self.chance(60):
            return ""
        return self.random.choice((" ASCENDING KEY IS ", " DESCENDING ")) + first.name

    def indexes(self) -> str:
        if self.chance(70):
            return ""
        names = [self.name() for _ in range(self.random.randint(1, 2))]
        return self.random.choice((" INDEXED BY ", " INDEXED ")) + " ".join(names)

    def fill(self, item: Item, place: Place) -> None:
        """Make it a group or an elementary item."""
        if place.depth == _DEEPEST or item.level >= 40 or not self.chance(35):
            self.describe(item, place)
            return
        usage, sign = self.inherited(item) if not place.usage else ("", "")
        item.copied = not self.copies and self.chance(8)
        self.copies += item.copied
        below = Place(
            usage or place.usage,
            sign or place.sign,
            place.depth + 1,
            place.tables,
            free=place.free and (self.ibm or not item.table),
        )
        item.children = self.children(item, below)
        self.copies -= item.copied

    def describe(self, item: Item, place: Place) -> None:
        """Make it an elementary item."""
        chosen = self.elementary.choose(place.usage, place.sign)
        item.clauses += chosen.words
        item.size, item.numeric = chosen.size, chosen.numeric
        if chosen.counts and not place.tables and item.base is None and place.free:
            self.counters.append(item.name)
        self.decorate(item)

    def decorate(self, item: Item) -> None:
        """A VALUE clause or level-88 entries."""
        if item.numeric is None:
            return
        digits, signed = item.numeric
        if not self.unions and not item.table and self.chance(20):
            item.clauses.append(f"VALUE {self.literal(digits, signed=signed)}")
        while self.chance(12):
            item.conditions.append(self.condition(digits, signed=signed))

    def literal(self, digits: int, *, signed: bool) -> str:
        if not digits:
            return self.random.choice(_LITERALS)
        number = str(self.random.randint(0, 10 ** min(digits, 6) - 1))
        return self.random.choice((number, number, "-" + number if signed else number, "ZERO"))

    def condition(self, digits: int, *, signed: bool) -> Condition:
        name = self.name()
        words = self.random.choice(("VALUE", "VALUES", "VALUE IS", "VALUES ARE"))
        values: list[tuple[str, str | None]] = []
        for _ in range(self.random.randint(1, 3)):
            if not digits:
                values.append((self.random.choice(("'A'", "'.'", '"B"')), None))
                continue
            low = self.random.randint(-9 if signed else 0, 8)
            high = self.random.randint(low + 1, 9)
            values.append((str(low), str(high) if self.chance(40) else None))
        through = self.random.choice((" THRU ", " THROUGH "))
        between = self.random.choice((" ", ", "))
        listed = between.join(low + (through + high if high else "") for low, high in values)
        return Condition(name, f"{words} {listed}", tuple(values))

    def occurs(self, item: Item, *, free: bool) -> str:
        item.table = True
        times = self.random.choice((" TIMES", ""))
        item.least = item.most = self.random.randint(1, 6)
        if not (free and self.counters and self.chance(40)):
            return f"OCCURS {item.most}{times}"
        item.odo = self.varied = True
        item.most += 1
        item.least = self.random.randint(0, item.most - 1)
        on = self.random.choice((" ON", ""))
        counter = self.random.choice(self.counters)
        low = f"{item.least} TO "
        if item.least == 1 and self.chance(30):
            low = ""
        return f"OCCURS {low}{item.most}{times} DEPENDING{on} {counter}"

    def synchronize(self, items: list[Item]) -> None:
        """SYNC on some items of a record.

        Without `ibm` only where GnuCOBOL agrees: no doublewords, no table, behind an elementary
        item, in a record that does not vary.
        """
        if self.varied and not self.ibm:
            return
        every = [each for item in items for each in _apart_from_unions(item)] if self.ibm else items
        before: Item | None = None
        for item in every:
            boundary = self.boundary(item)
            plain = self.ibm or not (
                item.table or boundary > 4 or (before and before.children) or item.size > 4
            )
            if boundary > 1 and plain and not item.base and self.chance(25):
                item.clauses.append(self.random.choice(("SYNC", "SYNCHRONIZED", "SYNC RIGHT")))
                item.boundary = boundary
            before = item

    @staticmethod
    def boundary(item: Item) -> int:
        """Halfword up to four digits, fullword for more and for COMP-1; COMP-2 a doubleword."""
        words = {word for clause in item.clauses for word in clause.split()}
        if words & {"COMP-1"}:
            return 4
        if words & {"COMP-2"}:
            return 8
        binary = words & {"COMP", "BINARY", "COMP-4", "COMP-5", "COMPUTATIONAL", "INDEX"}
        return min(item.size, 4) if binary and not item.children else 1
