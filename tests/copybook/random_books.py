"""Random valid copybooks whose layout is known without parsing them.

Sizes are added up while the entries are chosen, from numbers of digits and characters and never
from a PICTURE's text. The text is then written with the noise of real members: sequence numbers,
identification, comments, lower case, clauses in any order and over several lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

Placed = tuple[tuple[str, ...], int, int]

_COMMENTS = (
    "      * 05 NO-ENTRY PIC X(5).",
    "000100*COPYRIGHT 2001. ALL RIGHTS RESERVED.",
    "      / 01 PAGE",
    "",
    "       *> 10 NOT-THIS-ONE PIC 9.",
    "           SKIP2",
)


@dataclass
class Book:
    """The text, every named item as (path, offset, length), and the record's smallest length."""

    text: str
    placed: list[Placed] = field(default_factory=list)
    length: int = 0
    minimum: int = 0


class Writer:
    """Chooses entries and places them."""

    def __init__(self, random: Random, prefix: str) -> None:
        self.random = random
        self.prefix = prefix
        self.number = 0
        self.entries: list[str] = []
        self.placed: list[Placed] = []
        self.counters: list[str] = []

    def book(self) -> Book:
        record = self.name()
        self.entries.append(f"01 {record}")
        levels = sorted(self.random.sample(range(2, 50), 5))
        slot = len(self.placed)
        length, minimum = self.children(levels, (record,), 0, tables=0, counted=True)
        self.placed.insert(slot, ((record,), 0, length))
        return Book(self.text(), self.placed, length, minimum)

    def name(self) -> str:
        self.number += 1
        stem = self.random.choice(("FLD", "COMP-CODE", "PIC-X", "VALUE-DT", "ADDR", "IS-OK", "N"))
        return f"{self.prefix}{stem}-{self.number}"

    def children(
        self, levels: list[int], path: tuple[str, ...], start: int, *, tables: int, counted: bool
    ) -> tuple[int, int]:
        """Entries of one group; gives its length at the maximum and at the minimum."""
        end, least = start, 0
        previous: tuple[str, int, int, int] | None = None  # name, offset, length, minimum so far
        for _ in range(self.random.randint(1, 5)):
            kind = self.random.random()
            if previous and kind < 0.2:
                name, at, _, area = previous
                length = self.union(levels, path, name, at, tables)
                end = max(end, at + length)
                least += max(0, length - area)
                previous = (name, at, length, max(area, length))
                continue
            name, length, minimum, fixed = self.item(levels, path, end, tables, counted=counted)
            previous = (name, end, length, minimum) if fixed else None
            end += length
            least += minimum
        return end - start, least

    def union(
        self, levels: list[int], path: tuple[str, ...], base: str, at: int, tables: int
    ) -> int:
        name = self.name()
        if len(levels) > 1 and self.random.random() < 0.5:
            self.entries.append(f"{levels[0]:02} {name} REDEFINES {base}")
            slot = len(self.placed)
            length, _ = self.children(levels[1:], (*path, name), at, tables=tables, counted=False)
        else:
            clauses, length = self.elementary()
            slot = len(self.placed)
            self.entries.append(" ".join((f"{levels[0]:02} {name} REDEFINES {base}", *clauses)))
        self.placed.insert(slot, ((*path, name), at, length))
        return length

    def item(
        self, levels: list[int], path: tuple[str, ...], at: int, tables: int, *, counted: bool
    ) -> tuple[str, int, int, bool]:
        name = self.name()
        most, fewest, clause = self.occurs(tables, counted=counted)
        filler = most == 1 and self.random.random() < 0.15
        shown = self.random.choice(("FILLER", "")) if filler else name
        slot = len(self.placed)
        if len(levels) > 1 and not filler and self.random.random() < 0.35:
            self.entries.append(f"{levels[0]:02} {name} {clause}")
            one, least = self.children(
                levels[1:], (*path, name), at,
                tables=tables + bool(clause), counted=counted and not clause,
            )  # fmt: skip
        else:
            clauses, one = self.elementary()
            least = one
            parts = [*clauses, clause] if clause else clauses
            self.random.shuffle(parts)
            self.entries.append(" ".join((f"{levels[0]:02} {shown}", *parts)))
            if self.counter(name, clauses, clause, tables) and not filler:
                self.counters.append(name)
        if not filler:
            self.placed.insert(slot, ((*path, name), at, one))
        fixed = not filler and not clause and one == least
        return name, one * most, least * fewest, fixed

    @staticmethod
    def counter(name: str, clauses: list[str], clause: str, tables: int) -> bool:
        return bool(name) and not clause and not tables and clauses[:1] == ["PIC 9(4)"]

    def occurs(self, tables: int, *, counted: bool) -> tuple[int, int, str]:
        if tables > 2 or self.random.random() < 0.8:
            return 1, 1, ""
        most = self.random.randint(1, 6)
        times = self.random.choice((" TIMES", ""))
        if counted and self.counters and self.random.random() < 0.4:
            fewest = self.random.randint(1, most)
            most += 1
            low = "" if fewest == 1 and self.random.random() < 0.3 else f"{fewest} TO "
            on = self.random.choice((" ON", ""))
            counter = self.random.choice(self.counters)
            return most, fewest, f"OCCURS {low}{most}{times} DEPENDING{on} {counter}"
        index = f" INDEXED BY {self.name()}" if self.random.random() < 0.3 else ""
        return most, most, f"OCCURS {most}{times}{index}"

    def elementary(self) -> tuple[list[str], int]:
        """Clauses of an elementary item and its bytes."""
        digits = self.random.randint(1, 18)
        scale = self.random.randint(0, digits)
        sign = self.random.choice(("S", ""))
        number = f"PIC {sign}{_nines(digits - scale)}{'V' + _nines(scale) if scale else ''}"
        usage = self.random.choice(("", "USAGE ", "USAGE IS "))
        kind = self.random.randrange(9)
        if kind == 0:
            word = self.random.choice(("COMP-3", "PACKED-DECIMAL", "COMPUTATIONAL-3"))
            return [number, usage + word], digits // 2 + 1
        if kind == 1:
            word = self.random.choice(("COMP", "BINARY", "COMP-4", "COMPUTATIONAL"))
            return [number, usage + word], 2 if digits < 5 else 4 if digits < 10 else 8
        if kind == 2:
            single = self.random.random() < 0.5
            return [usage + ("COMP-1" if single else "COMP-2")], 4 if single else 8
        if kind == 3 and sign:
            separate = self.random.random() < 0.5
            words = "SIGN " + self.random.choice(("LEADING", "IS TRAILING"))
            return [number, words + (" SEPARATE" if separate else "")], digits + separate
        if kind == 4:
            return ["PIC ZZ,ZZ9.99-"], 10
        if kind == 5:
            return ["PIC 9(4)"], 4
        if kind == 6:
            return [number], digits
        size = self.random.randint(1, 40)
        value = self.random.choice(("", "VALUE SPACES", "VALUE '. 05 X'"))
        picture = "PIC " + ("X" * size if size < 4 else f"X({size:03})")
        return [picture, value] if value and size > 5 else [picture], size

    def text(self) -> str:
        lines: list[str] = []
        for entry in self.entries:
            while self.random.random() < 0.1:
                lines.append(self.random.choice(_COMMENTS))
            lines += self.lines(entry)
        ending = self.random.choice(("\n", "\r\n"))
        return ending.join(lines) + self.random.choice((ending, ""))

    def lines(self, entry: str) -> list[str]:
        """An entry in columns 8-72, cut between words, with noise outside."""
        text = entry.strip() + "."
        if self.random.random() < 0.3 and "'" not in text:
            text = text.lower()
        width = self.random.choice((30, 45, 60))
        rows = [""]
        for word in _words(text):
            if rows[-1] and len(rows[-1]) + len(word) > width:
                rows.append("")
            rows[-1] += word + self.random.choice((" ", "  "))
        margin = " " * self.random.choice((0, 2, 4))
        return [self.framed(margin + row.rstrip()) for row in rows]

    def framed(self, code: str) -> str:
        sequence = self.random.choice(("      ", f"{self.random.randint(0, 999999):06}", "CHG01 "))
        line = f"{sequence} {code}"
        if self.random.random() < 0.2:
            line = f"{line:72}{self.random.choice(('CHG00001', '00000100', 'ABC'))}"
        return line


def _nines(count: int) -> str:
    if count == 0:
        return ""
    return "9" * count if count < 3 else f"9({count})"


def _words(text: str) -> list[str]:
    """Words of an entry; a literal stays whole."""
    if "'" not in text:
        return text.split()
    before, literal, after = text.split("'")
    return [*before.split(), f"'{literal}'{after.split(' ')[0]}", *after.split(" ")[1:]]


def random_book(random: Random, prefix: str = "") -> Book:
    """A random copybook; names begin with `prefix`, so that several can be compiled together."""
    return Writer(random, prefix).book()
