"""Random elementary items: clauses whose bytes are known from digits and characters."""

from __future__ import annotations

from random import Random
from typing import NamedTuple


class Clauses(NamedTuple):
    """What is written of an elementary item, and its bytes.

    `numeric` has digits and sign where VALUE and level 88 may follow: 0 digits for text. `counts`
    says that it can be the object of DEPENDING ON.
    """

    words: list[str]
    size: int
    numeric: tuple[int, bool] | None = None
    counts: bool = False


class Elementary:
    """Chooses elementary items. `ibm` allows what GnuCOBOL lacks or sizes otherwise."""

    def __init__(self, random: Random, *, ibm: bool) -> None:
        self.random = random
        self.ibm = ibm

    def chance(self, percent: int) -> bool:
        return self.random.randint(1, 100) > 100 - percent

    def choose(self, usage: str, sign: str) -> Clauses:
        """Clauses, bytes, digits and sign, and whether it can count a table."""
        if usage and usage != "DISPLAY":
            picture, digits, signed = self.number()
            valued = self.whole(picture, digits, signed=signed)
            return Clauses([picture], self.stored(usage, digits), valued)
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

    def text(self, sign: str) -> Clauses:
        size = self.random.randint(1, 40)
        fails = not self.ibm and "SEPARATE" in sign  # GnuCOBOL on a PICTURE A there
        symbol = "X" if fails else self.random.choice("XXXA")
        picture = symbol * size if size < 4 else f"{symbol}({size:03})"
        just = ["JUST"] if self.chance(5) else []
        valued = (0, False) if size > 8 and symbol == "X" and not just else None
        return Clauses([f"PIC {picture}", *just], size, valued)

    def counting(self, _: str) -> Clauses:
        usage, size = self.random.choice((("", 4), (" COMP", 2), (" COMP-3", 3)))
        return Clauses([f"PIC 9(4){usage}"], size, (4, False), counts=True)

    def display(self, sign: str) -> Clauses:
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
        return Clauses(clauses, digits + (signed and separate), valued)

    @staticmethod
    def whole(picture: str, digits: int, *, signed: bool) -> tuple[int, bool] | None:
        """VALUE and 88 are given to whole numbers only, whose literals cannot be too long."""
        return None if set("PV") & set(picture.rsplit(None, 1)[-1].upper()) else (digits, signed)

    def packed(self, _: str) -> Clauses:
        picture, digits, signed = self.number()
        word = self.random.choice(("COMP-3", "PACKED-DECIMAL", "COMPUTATIONAL-3"))
        usage = self.random.choice(("", "USAGE ", "USAGE IS "))
        valued = self.whole(picture, digits, signed=signed)
        return Clauses([picture, usage + word], digits // 2 + 1, valued)

    def binary(self, _: str) -> Clauses:
        picture, digits, signed = self.number()
        words = ["COMP", "BINARY", "COMP-4", "COMPUTATIONAL"]
        words += ["COMP-5"] if self.ibm or digits > 2 else []
        usage = self.random.choice(("", "USAGE ", "USAGE IS "))
        valued = self.whole(picture, digits, signed=signed)
        clauses = [picture, usage + self.random.choice(words)]
        return Clauses(clauses, self.stored("COMP", digits), valued)

    def other(self, _: str) -> Clauses:
        """Usages without PICTURE, and those of other compilers.

        Their words are names for IBM, so that a nameless item needs the word USAGE.
        """
        size = self.random.randint(1, 9)
        word, length = self.random.choice((
            ("COMP-1", 4), ("COMP-2", 8), ("COMPUTATIONAL-1", 4), ("INDEX", 4),
            ("USAGE BINARY-CHAR", 1), ("USAGE BINARY-SHORT", 2), ("USAGE BINARY-LONG UNSIGNED", 4),
            ("USAGE BINARY-DOUBLE", 8), ("USAGE FLOAT-SHORT", 4), ("USAGE FLOAT-LONG", 8),
            (f"PIC 9({size}) COMP-6", (size + 1) // 2),
            (f"PIC N({size})", 2 * size), (f"PIC N({size}) NATIONAL", 2 * size),
        ))  # fmt: skip
        return Clauses([word], length)

    def mainframe(self) -> Clauses:
        """What GnuCOBOL lacks, or sizes otherwise."""
        size = self.random.randint(1, 9)
        word, length = self.random.choice((
            ("POINTER", 4), ("PROCEDURE-POINTER", 8), ("FUNCTION-POINTER", 4), ("POINTER-32", 4),
            (f"PIC G({size}) DISPLAY-1", 2 * size), (f"PIC U({size}) UTF-8", 4 * size),
            (f"PIC 9({size}) NATIONAL", 2 * size), (f"PIC NBN({size}) NATIONAL", 4 + 2 * size),
            (f"PIC S9({size}) NATIONAL SIGN TRAILING SEPARATE", 2 + 2 * size),
            (f"PIC +9({size}).9E+99", size + 7), ("PIC 9 COMP-5", 2),
        ))  # fmt: skip
        return Clauses([word], length)

    def edited(self, sign: str) -> Clauses:
        """Edited pictures, put together from parts of known size."""
        if self.chance(20):
            picture, size = self.random.choice((
                ("99/99/9(4)", 10), ("X(3)BX(2)/X", 8), ("XX0X", 4), ("9(3)B9(2)0", 7),
                ("A(3)BA", 5), ("9.9", 3), ("B9", 2), ("Z(4)PP", 4),
            ))  # fmt: skip
            return Clauses([f"PIC {picture}"], size)
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
        return Clauses([f"PIC {picture}", *(["BLANK WHEN ZERO"] if blank else [])], size)
