"""Data description entries as the wrapper around a copybook sees them.

A small reading of the compiler's own preprocessed text (`cobc -E`): statements, level numbers,
names and OCCURS. It shares nothing with the generator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_STATEMENT = re.compile(r"""(?:'[^']*'|"[^"]*"|[^.'"]|\.(?!\s|$))+""")
_ENTRY = re.compile(
    r"\s*(?P<level>\d{1,2})(?![\w-])(?P<gap>\s*)(?P<name>[A-Z0-9_-]*[A-Z_][A-Z0-9_-]*)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = re.compile(
    r"PIC|PICTURE|USAGE|VALUES?|OCCURS|REDEFINES|COMP(-\w)?|COMPUTATIONAL(-\w)?|BINARY(-(CHAR|SHORT|LONG|DOUBLE|C-LONG))?"
    r"|SIGN|LEADING|TRAILING|PACKED-DECIMAL|DISPLAY|NATIONAL|SYNC|SYNCHRONIZED|JUST|JUSTIFIED"
    r"|BLANK|INDEX|POINTER|(PROCEDURE|PROGRAM)-POINTER|EXTERNAL|GLOBAL|IS|FLOAT-(SHORT|LONG|DECIMAL-16|DECIMAL-34)"
)
_LITERAL = re.compile(r"""('[^']*'|"[^"]*")""")
_OCCURS = re.compile(r"(?<![\w-])OCCURS(?![\w-])", re.IGNORECASE)
_DEPENDING = re.compile(
    r"(?<![\w-])DEPENDING\s+(?:ON\s+)?[A-Z0-9_-]+(?:\s+(?:OF|IN)\s+[A-Z0-9_-]+)*", re.IGNORECASE
)
_TIMES = re.compile(r"(?<![\w-])OCCURS\s+(?:([\w-]+)\s+TO\s+)?([\w-]+)", re.IGNORECASE)
_SECTION = re.compile(
    r"\b(?:FILE|WORKING-STORAGE|LOCAL-STORAGE|LINKAGE)\s+SECTION\s*\.|\b[FS]D\s+"
    r"""(?:'[^']*'|"[^"]*"|[^.'"]|\.(?!\s|$))*\.""",
    re.IGNORECASE,
)
_DATA = re.compile(r"\bDATA\s+DIVISION\s*\.(.*)", re.IGNORECASE | re.DOTALL)
_PROCEDURE = re.compile(r"\bPROCEDURE\s+DIVISION\b.*", re.IGNORECASE | re.DOTALL)
_STORED = re.compile(
    r"(?<![\w-])(PIC|PICTURE|(COMP|COMPUTATIONAL)-[12]|INDEX|([\w-]+-)?POINTER|BINARY-\w+|FLOAT-[\w-]+"
    r"|RENAMES|VALUES?)(?![\w-])",
    re.IGNORECASE,
)

FILLER = "FILLER"


@dataclass(frozen=True)
class Item:
    """One entry: where it stands, what it is called here, and what it was called."""

    level: int
    path: tuple[str, ...]  # as written, FILLER where there is no name
    names: tuple[str, ...]  # as compiled, where each FILLER has a name of its own
    text: str  # the entry as compiled
    subscripts: int = 0

    @property
    def reference(self) -> str:
        """The item for a statement, its first occurrence where it is in a table."""
        text = "\n OF ".join(reversed(self.names))
        return f"{text}\n ({' '.join(['1'] * self.subscripts)})" if self.subscripts else text

    @property
    def listed(self) -> bool:
        """Whether it has storage to speak of: condition-names and constants have none."""
        return self.level not in (78, 88)

    @property
    def depending(self) -> bool:
        return bool(_DEPENDING.search(_LITERAL.sub("", self.text)))


def entries(text: str, prefix: str) -> list[Item]:
    """The entries of preprocessed data descriptions, nested by their level numbers.

    An item that cannot be addressed, a FILLER or one of several that have the same name and
    qualifiers, is given a name that begins with `prefix`.
    """
    stack: list[tuple[int, int]] = []
    chains: list[list[int]] = []
    read = list(_statements(text))
    for number, (level, _, _) in enumerate(read):
        rank = {77: 1, 66: 2, 88: 99, 78: 1}.get(level, level)
        while stack and stack[-1][0] >= rank:
            stack.pop()
        above = stack[:1] if level == 66 else stack
        chains.append([*(each[1] for each in above), number])
        if level not in (66, 78, 88):
            stack.append((rank, number))
    paths = [tuple(read[each][1] for each in chain) for chain in chains]
    hidden = set(_unaddressable([level for level, _, _ in read], paths))
    names = [f"{prefix}{n}" if n in hidden else name for n, (_, name, _) in enumerate(read)]
    tables = [bool(_OCCURS.search(_LITERAL.sub("", rest))) for _, _, rest in read]
    return [
        Item(level, paths[n], tuple(names[each] for each in chains[n]),
             f"{level:02} {names[n]} {rest.strip()}", sum(tables[each] for each in chains[n]))
        for n, (level, _, rest) in enumerate(read)
    ]  # fmt: skip


def _statements(text: str) -> Iterator[tuple[int, str, str]]:
    """Level, name (or FILLER) and clauses of each entry."""
    for statement in _STATEMENT.findall(text):
        entry = _ENTRY.fullmatch(statement)
        if not entry:
            assert not statement.strip(), f"no entry: {statement}"
            continue
        name, rest = (entry["name"] or FILLER).upper(), entry["rest"]
        if _CLAUSE.fullmatch(name):
            name, rest = FILLER, f"{entry['name']} {rest}"
        yield int(entry["level"]), name, rest


def _unaddressable(levels: Sequence[int], paths: Sequence[tuple[str, ...]]) -> Iterator[int]:
    same: dict[str, list[int]] = {}
    for number, path in enumerate(paths):
        if path[-1] == FILLER:
            yield number
        elif levels[number] != 88:
            same.setdefault(path[-1], []).append(number)
    for numbers in same.values():
        for one in numbers if len(numbers) > 1 else ():
            if any(_within(paths[one], paths[two]) for two in numbers if two != one):
                yield one


def _within(qualifiers: tuple[str, ...], path: tuple[str, ...]) -> bool:
    """Whether a reference with these names fits a path as well; FILLER is no name."""
    rest = iter(path)
    return all(name in rest for name in qualifiers if name != FILLER)


def below_record(text: str) -> bool:
    """Whether the first item stands below level 01, so that a program copies it under its own."""
    found = map(_ENTRY.fullmatch, _STATEMENT.findall(text))
    levels = (int(entry["level"]) for entry in found if entry)
    return next((level for level in levels if level != 78), 1) not in (1, 77)


def data_division(text: str) -> str:
    """The entries of a whole program, its file descriptions left out."""
    found = _DATA.search(text)
    assert found, "no DATA DIVISION"
    return _SECTION.sub(" ", _PROCEDURE.sub("", found[1]))


def at_maximum(every: Sequence[Item]) -> list[Item]:
    """Each table with DEPENDING ON as a plain table of its maximum."""
    return [_plain(item, maximum=True) for item in every]


def at_minimum(every: Sequence[Item]) -> list[Item]:
    """Each such table at its minimum; one that may be empty is left out, with what is below it."""
    kept: list[Item] = []
    empty: tuple[str, ...] = ()
    for item in every:
        if empty and item.names[: len(empty)] == empty:
            continue
        empty = ()
        times = _TIMES.search(item.text)
        if item.depending and times and times[1] == "0":
            empty = item.names
            continue
        kept.append(_plain(item, maximum=False))
    return list(_without_childless(kept))


def _plain(item: Item, *, maximum: bool) -> Item:
    if not item.depending:
        return item
    parts = _LITERAL.split(item.text)
    pick = r"OCCURS \2" if maximum else lambda found: f"OCCURS {found[1] or 1}"
    changed = [
        part if number % 2 else _TIMES.sub(pick, _DEPENDING.sub("", part))
        for number, part in enumerate(parts)
    ]
    return replace(item, text="".join(changed))


def _without_childless(every: Sequence[Item]) -> Iterator[Item]:
    """Leave out groups that lost all that was in them."""
    lost: set[tuple[str, ...]] = set()
    parents: set[tuple[str, ...]] = set()
    for item in reversed(every):
        if item.names in parents or _STORED.search(item.text):
            parents.add(item.names[:-1])
        else:
            lost.add(item.names)
    return (item for item in every if item.names not in lost)
