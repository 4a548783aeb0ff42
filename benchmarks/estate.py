"""A synthetic estate of copybooks: the same text on every machine, from one seed.

The mix follows what a survey of public copybooks found: comments in column 7 in most files, a
third with CR LF, lower case, OCCURS or REDEFINES, a sixth without a level 01, sequence numbers or
an identification area in a tenth.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

COPYBOOKS = 5_000
LINES = 500_000
SEED = 19_590_528

_MARGIN = 72
_DEEPEST = 3
_SINGLES = 4
_WITH_RECORD = 0.84
_SUBJECTS = ("ACCT", "CUST", "POL", "CLM", "ORD", "ITEM", "EMP", "TXN", "BRCH", "CARD", "LOAN")
_THINGS = (
    "ID", "NO", "NAME", "TYPE-CD", "STAT-CD", "AMT", "BAL", "RATE", "DT", "TS", "CNT", "CCY",
    "DESC", "SEQ-NO", "IND", "LIMIT", "FEE", "TAX", "OFFICER", "REASON-CD", "PREV-BAL", "EFF-DT",
)  # fmt: skip
_TEXTS = ("X", "X(2)", "X(3)", "X(8)", "X(10)", "X(26)", "X(30)", "X(40)", "XX", "A(5)", "X(254)")
_DIGITS = ("9(2)", "9(4)", "9(5)", "9(8)", "9(3)V99", "S9(5)V99", "S9(7)", "999", "9(9)", "S9(4)")
_PACKED = ("S9(5)", "S9(7)V99", "S9(9)V99", "S9(11)V9(2)", "S9(13)V99", "9(7)", "S9(3)V9(6)")
_BINARY = ("S9(4)", "9(4)", "S9(9)", "9(9)", "S9(18)", "S9(8)")
_EDITED = ("ZZ,ZZ9.99-", "ZZZ9", "$$$,$$9.99", "99/99/9999", "-(7)9.99", "Z(5)9", "***,**9.99CR")
_COMP = ("COMP", "BINARY", "COMP-4", "USAGE IS COMP", "COMP-5")
_COMP_3 = ("COMP-3", "COMP-3", "PACKED-DECIMAL", "USAGE COMP-3")
_WEIGHTS = (41, 4, 21, 2, 16, 10, 5, 1)
_REMARKS = (
    "KEY OF THE RECORD",
    "CHANGED 1998-03-17 FOR YEAR 2000, REQUEST 4711",
    "01 = OPEN, 02 = CLOSED",
    "AMOUNTS ARE IN THE CURRENCY OF THE ACCOUNT",
    "NOT USED SINCE 2004",
)


class _Book:
    """One copybook in the making: entries as they come, then the margins around them."""

    def __init__(self, random: Random, name: str, lines: int, *, record: bool) -> None:
        self.random = random
        self.name = name
        self.wanted = lines
        self.lines: list[str] = []
        self.names = 0
        if record:
            self.lines.append(f"       01  {name}-REC.")

    def text(self) -> bytes:
        """The copybook in one of the forms in which they are found."""
        while len(self.lines) < self.wanted:
            before = len(self.lines)
            self._group(5, 8, depth=0)
            if len(self.lines) > self.wanted:
                del self.lines[before:]
                rest = self.wanted - before
                self.lines += (self._single() for _ in range(min(rest, _SINGLES)))
        end = "\r\n" if self._chance(0.35) else "\n"
        lower = self._chance(0.2)
        lines = [line.lower() for line in self.lines] if lower else self.lines
        return "".join(line + end for line in self._margins(lines)).encode()

    def _margins(self, lines: list[str]) -> list[str]:
        """Sequence numbers on the left, or a mark on the right."""
        if self._chance(0.11):
            return [f"{number * 100:06}{line[6:]}" for number, line in enumerate(lines, 1)]
        if self._chance(0.12):
            return [f"{line:<{_MARGIN}}{self.name}" for line in lines]
        return lines

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _name(self) -> str:
        self.names += 1
        return f"{self.name}-{self.random.choice(_THINGS)}-{self.names}"

    def _add(self, margin: int, text: str) -> None:
        line = " " * (margin + 3) + text
        if len(line) <= _MARGIN:
            self.lines.append(line)
        else:  # an entry that goes on in the next line
            head, _, tail = text.rpartition(" ")
            self._add(margin, head)
            self.lines.append(" " * 30 + tail)

    def _group(self, level: int, margin: int, depth: int) -> None:
        """A group and what is in it: items, tables, redefinitions, groups below."""
        if self._chance(0.3):
            self.lines.append(f"      * {self.random.choice(_REMARKS)}")
        self._add(margin, f"{level:02}  {self._name()}{self._occurs(0.12)}.")
        for _ in range(self.random.randint(3, 9)):
            if depth < _DEEPEST and self._chance(0.15):
                self._group(level + 5, margin + 4, depth + 1)
            else:
                self._item(level + 5, margin + 4)

    def _single(self) -> str:
        """An item on one line, to fill the last lines."""
        return f"           05  {self._name():<22} PIC {self.random.choice(_TEXTS)}."

    def _occurs(self, share: float) -> str:
        if not self._chance(share):
            return ""
        times = self.random.choice((2, 5, 10, 12, 31))
        index = f" INDEXED BY {self.name[:8]}-X{self.names}" if self._chance(0.3) else ""
        return f" OCCURS {times} TIMES{index}"

    def _item(self, level: int, margin: int) -> None:
        if self._chance(0.06):
            self._add(margin, f"{level:02}  FILLER PIC X({self.random.randint(1, 40)}).")
        elif self._chance(0.04):
            self._flag(level, margin)
        elif self._chance(0.03):
            self._date(level, margin)
        else:
            text = f"{self._name():<22} {self._clauses()}{self._occurs(0.05)}."
            self._add(margin, f"{level:02}  {text}")

    def _clauses(self) -> str:
        pick = self.random.choice
        forms = (
            f"PIC {pick(_TEXTS)}",
            f"PIC {pick(_TEXTS)} VALUE SPACES",
            f"PIC {pick(_DIGITS)}",
            f"PIC {pick(_DIGITS)} VALUE ZERO",
            f"PIC {pick(_PACKED)} {pick(_COMP_3)}",
            f"PIC {pick(_BINARY)} {pick(_COMP)}",
            f"PIC {pick(_EDITED)}",
            pick(("COMP-1", "COMP-2")),
        )
        return self.random.choices(forms, _WEIGHTS)[0]

    def _flag(self, level: int, margin: int) -> None:
        """An item with condition-names."""
        name = self._name()
        self._add(margin, f"{level:02}  {name:<22} PIC X.")
        self._add(margin + 4, f"88  {name}-Y VALUE 'Y'.")
        self._add(margin + 4, f"88  {name}-N VALUES 'N' 'X'.")

    def _date(self, level: int, margin: int) -> None:
        """A date and its parts, which redefine it."""
        name = self._name()
        self._add(margin, f"{level:02}  {name:<22} PIC 9(8).")
        self._add(margin, f"{level:02}  {name}-R REDEFINES {name}.")
        for part in ("CCYY    PIC 9(4)", "MM      PIC 9(2)", "DD      PIC 9(2)"):
            self._add(margin + 4, f"{level + 5:02}  {name}-{part}.")


def sizes(random: Random) -> list[int]:
    """Lines of each copybook: many small, few large, `LINES` in all."""
    raw = [random.lognormvariate(0, 0.8) for _ in range(COPYBOOKS)]
    scaled = [max(12, round(each * LINES / sum(raw))) for each in raw]
    scaled[scaled.index(max(scaled))] += LINES - sum(scaled)
    return scaled


def copybook(random: Random, number: int, lines: int) -> bytes:
    """One copybook of so many lines."""
    name = f"{random.choice(_SUBJECTS)}{number:04}"
    return _Book(random, name, lines, record=random.random() < _WITH_RECORD).text()


def copybooks() -> Iterator[tuple[str, bytes]]:
    """File name and text of each copybook of the estate."""
    random = Random(SEED)  # noqa: S311 - the same estate each time
    for number, lines in enumerate(sizes(random)):
        yield f"CPY{number:05}.cpy", copybook(random, number, lines)


def write(folder: Path) -> list[Path]:
    """The estate as files."""
    folder.mkdir(parents=True)
    paths = []
    for name, text in copybooks():
        paths.append(folder / name)
        paths[-1].write_bytes(text)
    return paths
