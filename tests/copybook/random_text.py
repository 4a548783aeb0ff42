"""Writes entries as people do: any case, any columns, broken anywhere that the format allows."""

from __future__ import annotations

import re
from random import Random

from random_items import Item

_COMMENTS = (
    "      * 05 NO-ENTRY PIC X(5).",
    "000100*COPYRIGHT 2001. ALL RIGHTS RESERVED. 'QUOTE",
    "      / 01 PAGE",
    "",
    "   ",
    "       *> 10 NOT-THIS-ONE PIC 9.",
    "           SKIP2",
    "           EJECT",
    "      *",
)
_FREE_COMMENTS = ("*> 05 NO-ENTRY PIC X(5).", "", "   *> don't", "     ")
_TOKEN = re.compile(r"""(?:ALL\s+)?(?:'(?:[^']|'')*'|"(?:[^"]|"")*")[.,]?|\S+""")
_TOKEN_KEEPING_DOLLARS = re.compile(  # GnuCOBOL drops a line that begins with a dollar sign
    r"\S+\s+\$\S+|" + _TOKEN.pattern
)
_MARGIN = 65  # columns 8 to 72


class Writer:
    """Collects the lines of one copybook and of the members that it copies."""

    def __init__(self, random: Random, name: str, *, ibm: bool) -> None:
        self.random = random
        self.token = _TOKEN if ibm else _TOKEN_KEEPING_DOLLARS
        self.name = name
        self.members: dict[str, bytes] = {}
        self.lines: list[str] = []
        self.free = self.chance(15)
        self.numbered = self.chance(25)
        self.marked = self.chance(20)
        self.tabs = not self.free and not self.numbered and self.chance(10)
        self.case = random.choice((str.upper, str.upper, str.lower, str.title))
        self.ending = random.choice(("\n", "\n", "\r\n"))
        self.header = random.choice(
            ("       >>SOURCE FORMAT FREE", "       >>SOURCE FORMAT IS FREE")
        )

    def chance(self, percent: int) -> bool:
        return self.random.randint(1, 100) > 100 - percent

    def record(self, record: Item, renames: list[tuple[str, str, str]]) -> None:
        self.entries(record)
        for name, first, last in renames:
            through = self.random.choice((" THRU ", " THROUGH ")) + last if last else ""
            self.entry(f"66 {name} RENAMES {first}{through}")

    def entries(self, item: Item) -> None:
        if item.level:
            level = f"{item.level:02}" if self.chance(90) else str(item.level)
            self.entry(" ".join((level, item.name, *item.clauses)))
            for condition in item.conditions:
                self.entry(f"88 {condition.name} {condition.text}")
        if item.copied:
            self.copy(item)
            return
        for child in item.children:
            self.entries(child)

    def copy(self, item: Item) -> None:
        """Put the items of a group into a member, with placeholders if it can be, and copy it."""
        kept, self.lines = self.lines, []
        for child in item.children:
            self.entries(child)
        text = "".join(line + self.ending for line in self.lines)
        member, self.lines = f"{self.name}M{len(self.members)}", kept
        tag, words = self.random.choice(
            (("", ""), (":TAG:", "==:TAG:== BY"), ("PFX", "LEADING ==PFX== BY"))
        )
        if not tag or "\n      -" in text.replace("\r", "") or (self.marked and tag == "PFX"):
            self.members[member] = self.bytes(text)
            self.entry(f"COPY {member}")
            return
        text = re.sub(rf"\b{self.name}(?=-)", tag, text, flags=re.IGNORECASE)
        self.members[member] = self.bytes(text)
        self.entry(f"COPY {member} REPLACING {words} =={self.name}==")

    def bytes(self, text: str) -> bytes:
        header = self.header + self.ending if self.free else ""
        return (header + text).encode()

    def text(self) -> bytes:
        text = "".join(line + self.ending for line in self.lines)
        return self.bytes(text if self.chance(90) else text.rstrip("\r\n"))

    def entry(self, text: str) -> None:
        """Write an entry, on lines of its own or behind the one before."""
        while self.chance(10):
            self.lines.append(self.random.choice(_FREE_COMMENTS if self.free else _COMMENTS))
        words = self.token.findall(text)
        if not text.startswith("COPY"):
            words = [self.cased(word) for word in words]
        if self.chance(92):
            words[-1] += "."
        else:
            words.append(".")
        if self.free:
            self.lines += self.free_lines(words)
        else:
            rows = self.fixed_lines(words, whole=text.startswith("COPY"))
            continued = [mark == "-" for mark, _ in rows[1:]] + [False]
            self.lines += [
                self.framed(code, mark, last=not goes_on)
                for (mark, code), goes_on in zip(rows, continued, strict=True)
            ]

    def cased(self, word: str) -> str:
        return word if "'" in word or '"' in word else self.case(word)

    def free_lines(self, words: list[str]) -> list[str]:
        rows = [" " * self.random.randint(0, 12)]
        for word in words:
            rows[-1] += word + " " * self.random.randint(1, 3)
            if self.chance(10):
                remark = self.random.choice(("", "*> remark. 05 X", ""))
                rows[-1] += remark
                rows.append(" " * self.random.randint(1, 20))  # an asterisk in column 1 is doubtful
        return [row.rstrip() if self.chance(50) else row for row in rows]

    def fixed_lines(self, words: list[str], *, whole: bool) -> list[tuple[str, str]]:
        """Pairs of indicator and text: words cut at a random width, now and then in themselves."""
        width = self.random.choice((30, 45, 60, _MARGIN))
        rows = [(" ", " " * self.random.choice((0, 1, 2, 4, 8)))]
        for word in words:
            mark, row = rows[-1]
            gap = " " * self.random.choice((1, 1, 2, 5)) if row.strip() else ""
            quoted = "'" in word or '"' in word or self.tabs or whole
            if len(row) + len(gap) + len(word) <= width:
                rows[-1] = mark, row + gap + word
            elif not quoted and len(word) > 3 and row.strip() and self.chance(25):
                rows = self.broken_word(rows, gap, word)
            elif word[0] in "'\"" and not self.tabs and self.chance(50):
                rows = self.broken_literal(rows, gap, word)
            else:
                rows.append((" ", " " * self.random.randint(0, 12) + word))
        return rows

    def broken_word(
        self, rows: list[tuple[str, str]], gap: str, word: str
    ) -> list[tuple[str, str]]:
        """Columns of a word go on in the next line behind a hyphen in column 7."""
        mark, row = rows[-1]
        at = self.random.randint(1, len(word) - 2)
        if len(row) + len(gap) + at > _MARGIN or word[at - 1] in ",;.":
            return [*rows, (" ", word)]
        indent = " " * self.random.randint(4, 12)
        return [*rows[:-1], (mark, row + gap + word[:at]), ("-", indent + word[at:])]

    def broken_literal(
        self, rows: list[tuple[str, str]], gap: str, word: str
    ) -> list[tuple[str, str]]:
        """A literal runs up to column 72 and goes on behind a quote."""
        mark, row = rows[-1]
        body = word.rstrip(".,")
        start = row + gap
        at = _MARGIN - len(start)
        if not 3 < at < len(body) - 2 or body[0] in body[at - 1 : at + 1]:
            return [*rows, (" ", "    " + word)]
        indent = " " * self.random.randint(4, 12)
        return [*rows[:-1], (mark, start + word[:at]), ("-", indent + word[0] + word[at:])]

    def framed(self, code: str, mark: str, *, last: bool) -> str:
        if self.tabs and len(code) < 40:
            return "\t" + code.lstrip()
        sequence = "      "
        if self.numbered or self.chance(5):
            sequence = self.random.choice(
                (f"{self.random.randint(0, 999999):06}", "CHG01 ", "A-1.'")
            )
        line = f"{sequence:6}{mark}{code}"
        if self.marked and self.chance(50):
            line = f"{line:72}{self.random.choice(('CHG00001', '00000100', 'ABC', '05/12/87'))}"
        elif last and len(line) < 60 and self.chance(3):
            line += "  *> 05 X."
        return line
