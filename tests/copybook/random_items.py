"""Random data description entries: a tree of items that is valid COBOL, with sizes.

Sizes are added up while the clauses are chosen, from numbers of digits and characters and never
from a PICTURE's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

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


def _apart_from_unions(item: Item) -> list[Item]:
    if item.base:
        return []
    return [item, *(each for child in item.children for each in _apart_from_unions(child))]


class Chooser:
    """Chooses items. `ibm` allows what GnuCOBOL lacks or places elsewhere."""

    def __init__(self, random: Random, prefix: str, *, ibm: bool) -> None:
        self.random = random
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
            clauses, record.size, numeric, _ = self.elementary("", "")
            record.clauses, record.numeric = clauses, numeric
            self.decorate(record)
            return record
        usage, sign = self.inherited(record)
        record.children = self.children(record, usage, sign, depth=1, tables=0, free=True)
        return record

    def single(self) -> Item:
        """A level-77 item."""
        clauses, size, numeric, _ = self.elementary("", "")
        item = Item(77, self.name(), clauses, size, numeric=numeric)
        self.decorate(item)
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

    def children(
        self, parent: Item, usage: str, sign: str, *, depth: int, tables: int, free: bool
    ) -> list[Item]:
        """The items of a group. `free` allows DEPENDING ON: outside unions."""
        level = self.random.randint(parent.level + 1, min(49, parent.level + 9))
        found: list[Item] = []
        for _ in range(self.random.randint(1, 5)):
            last = found[-1] if found else None
            if last and self.redefinable(last) and self.chance(15):
                found.append(self.union(last, level, usage, sign, depth, tables))
            else:
                found.append(self.item(level, usage, sign, depth, tables, free=free))
        if depth == 1:
            self.synchronize(found)
        return found

    @staticmethod
    def redefinable(item: Item) -> bool:
        first = item.base or item
        return bool(first.name) and first.name != "FILLER" and not first.table and not item.varies

    def union(self, last: Item, level: int, usage: str, sign: str, depth: int, tables: int) -> Item:
        base = last.base or last
        item = Item(level, self.name(), base=base)
        target = last.name if self.chance(30) and last.name not in ("", "FILLER") else base.name
        self.unions += 1
        self.fill(item, usage, sign, depth, tables, free=False)
        self.unions -= 1
        item.clauses.insert(0, f"REDEFINES {target}")
        return item

    def item(
        self, level: int, usage: str, sign: str, depth: int, tables: int, *, free: bool
    ) -> Item:
        item = Item(level, self.name())
        table = self.occurs(item, free=free) if tables < 3 and self.chance(20) else ""
        self.fill(item, usage, sign, depth, tables + item.table, free=free)
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

    def fill(
        self, item: Item, usage: str, sign: str, depth: int, tables: int, *, free: bool
    ) -> None:
        """Make it a group or an elementary item."""
        if depth < _DEEPEST and item.level < 40 and self.chance(35):
            own_usage, own_sign = self.inherited(item) if not usage else ("", "")
            item.copied = not self.copies and self.chance(8)
            self.copies += item.copied
            item.children = self.children(
                item, own_usage or usage, own_sign or sign, depth=depth + 1, tables=tables,
                free=free and (self.ibm or not item.table),
            )  # fmt: skip
            self.copies -= item.copied
            return
        clauses, item.size, item.numeric, counter = self.elementary(usage, sign)
        item.clauses += clauses
        if counter and not tables and item.base is None and free:
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

    def elementary(
        self, usage: str, sign: str
    ) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        """Clauses, bytes, digits and sign, and whether it can count a table."""
        if usage and usage != "DISPLAY":
            picture, digits, signed = self.number()
            valued = self.whole(picture, digits, signed=signed)
            return [picture], self.stored(usage, digits), valued, False
        kinds = (self.text, self.display, self.packed, self.binary, self.other, self.edited,
                 self.counting, self.text)  # fmt: skip
        if self.ibm and not usage and self.chance(10):
            return self.mainframe()
        if usage == "DISPLAY":
            kinds = (self.text, self.display, self.edited)
        return self.random.choice(kinds)(sign)

    @staticmethod
    def stored(usage: str, digits: int) -> int:
        if usage in ("COMP-3", "PACKED-DECIMAL", "COMPUTATIONAL-3"):
            return digits // 2 + 1
        return 2 if digits < 5 else 4 if digits < 10 else 8

    def number(self) -> tuple[str, int, bool]:
        """A numeric PICTURE, its digits and sign; with P on either side now and then."""
        digits = self.random.randint(1, 18)
        scale = self.random.randint(0, digits)
        sign = self.random.choice(("S", "s", ""))
        if self.chance(6) and digits < 15:
            zeros = "P" * self.random.randint(1, 3)
            point = self.random.choice((f"{self.nines(digits)}{zeros}", f"V{zeros}9({digits})"))
        else:
            point = self.nines(digits - scale)
            point += "V" + self.nines(scale) if scale or self.chance(10) else ""
        word = self.random.choice(("PIC", "PICTURE", "PIC IS"))
        return f"{word} {sign}{point or '9'}", digits, bool(sign)

    def nines(self, count: int) -> str:
        if count > 3 and self.chance(10):
            return f"9(2){self.nines(count - 2)}"
        if count == 0:
            return ""
        return "9" * count if count < 3 else f"9({count:0{self.random.randint(1, 3)}})"

    def text(self, sign: str) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        size = self.random.randint(1, 40)
        fails = not self.ibm and "SEPARATE" in sign  # GnuCOBOL on a PICTURE A there
        symbol = "X" if fails else self.random.choice("XXXA")
        picture = symbol * size if size < 4 else f"{symbol}({size:03})"
        just = ["JUST"] if self.chance(5) else []
        valued = (0, False) if size > 8 and symbol == "X" and not just else None
        return [f"PIC {picture}", *just], size, valued, False

    def counting(self, _: str) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        usage, size = self.random.choice((("", 4), (" COMP", 2), (" COMP-3", 3)))
        return [f"PIC 9(4){usage}"], size, (4, False), True

    def display(self, sign: str) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        picture, digits, signed = self.number()
        separate = "SEPARATE" in sign
        clauses = [picture]
        if signed and self.chance(30):
            separate = self.chance(50)
            words = self.random.choice(("SIGN LEADING", "SIGN IS TRAILING", "LEADING", "TRAILING"))
            character = self.random.choice((" SEPARATE", " SEPARATE CHARACTER"))
            clauses.append(words + (character if separate else ""))
        if self.chance(10):
            clauses.append("DISPLAY")
        valued = self.whole(picture, digits, signed=signed)
        return clauses, digits + (signed and separate), valued, False

    @staticmethod
    def whole(picture: str, digits: int, *, signed: bool) -> tuple[int, bool] | None:
        """VALUE and 88 are given to whole numbers only, whose literals cannot be too long."""
        return None if set("PV") & set(picture.split()[-1].upper()) else (digits, signed)

    def packed(self, _: str) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        picture, digits, signed = self.number()
        word = self.random.choice(("COMP-3", "PACKED-DECIMAL", "COMPUTATIONAL-3"))
        usage = self.random.choice(("", "USAGE ", "USAGE IS "))
        valued = self.whole(picture, digits, signed=signed)
        return [picture, usage + word], digits // 2 + 1, valued, False

    def binary(self, _: str) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        picture, digits, signed = self.number()
        words = ["COMP", "BINARY", "COMP-4", "COMPUTATIONAL"]
        words += ["COMP-5"] if self.ibm or digits > 2 else []
        usage = self.random.choice(("", "USAGE ", "USAGE IS "))
        valued = self.whole(picture, digits, signed=signed)
        clauses = [picture, usage + self.random.choice(words)]
        return clauses, self.stored("COMP", digits), valued, False

    def other(self, _: str) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        """Usages without PICTURE, and those of other compilers."""
        size = self.random.randint(1, 9)
        word, length = self.random.choice((
            ("COMP-1", 4), ("COMP-2", 8), ("COMPUTATIONAL-1", 4), ("INDEX", 4),
            ("BINARY-CHAR", 1), ("BINARY-SHORT", 2), ("BINARY-LONG UNSIGNED", 4),
            ("BINARY-DOUBLE", 8), ("FLOAT-SHORT", 4), ("FLOAT-LONG", 8),
            (f"PIC 9({size}) COMP-6", (size + 1) // 2),
            (f"PIC N({size})", 2 * size), (f"PIC N({size}) NATIONAL", 2 * size),
        ))  # fmt: skip
        return [word], length, None, False

    def mainframe(self) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        """What GnuCOBOL lacks, or sizes otherwise."""
        size = self.random.randint(1, 9)
        word, length = self.random.choice((
            ("POINTER", 4), ("PROCEDURE-POINTER", 8), ("FUNCTION-POINTER", 4), ("POINTER-32", 4),
            (f"PIC G({size}) DISPLAY-1", 2 * size), (f"PIC U({size}) UTF-8", 4 * size),
            (f"PIC 9({size}) NATIONAL", 2 * size), (f"PIC NBN({size}) NATIONAL", 4 + 2 * size),
            (f"PIC S9({size}) NATIONAL SIGN TRAILING SEPARATE", 2 + 2 * size),
            (f"PIC +9({size}).9E+99", size + 7), ("PIC 9 COMP-5", 2),
        ))  # fmt: skip
        return [word], length, None, False

    def edited(self, sign: str) -> tuple[list[str], int, tuple[int, bool] | None, bool]:
        """Edited pictures, put together from parts of known size."""
        if self.chance(20):
            picture, size = self.random.choice((
                ("99/99/9(4)", 10), ("X(3)BX(2)/X", 8), ("XX0X", 4), ("9(3)B9(2)0", 7),
                ("A(3)BA", 5), ("9.9", 3), ("B9", 2), ("Z(4)PP", 4),
            ))  # fmt: skip
            return [f"PIC {picture}"], size, None, False
        fails = not self.ibm and "SEPARATE" in sign  # GnuCOBOL on edited signs there
        symbol = self.random.choice("Z*$" if fails else "Z*$+-")
        count = self.random.randint(2, 7)
        parts, size = ["$"] if symbol in "Z*" and self.chance(30) else [], count
        size += len(parts)
        parts.append(symbol * count if count < 4 else f"{symbol}({count})")
        for _ in range(self.random.randint(0, 2)):
            parts.append("," + symbol * 3)
            size += 4
        if self.chance(80):
            parts.append("9")
            size += 1
            if self.chance(60):
                parts.append(self.random.choice((".99", ".9(2)", "V99")))
                size += 3 - (parts[-1] == "V99")
        if symbol in "Z*$" and not fails and self.chance(40):
            parts.append(self.random.choice(("CR", "DB", "-", "+")))
            size += len(parts[-1])
        blank = symbol != "*" and "V99" not in parts and self.chance(10)
        picture = "".join(parts)
        return [f"PIC {picture}", *(["BLANK WHEN ZERO"] if blank else [])], size, None, False
