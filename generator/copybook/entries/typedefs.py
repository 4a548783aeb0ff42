"""TYPE and SAME AS: the entries of a type, or of another item, put in below the item.

COBOL for Linux on x86 Language Reference, "TYPE clause" and "TYPEDEF clause"; ISO COBOL 2002,
"SAME AS clause". An item with TYPEDEF has no storage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.copybook.entries.diagnose import dialect_clause
from generator.copybook.entries.entry import Entry, Word
from generator.problems import Problem

_DEEPEST = 49
_CONDITION = 88
_RECORDS = (1, 77)
_BESIDE = frozenset(
    ("type_of", "same_as", "typedef", "redefines", "occurs", "values", "external", "global_")
)
"""Clauses that an item with TYPE or SAME AS may have of its own."""


def expand_types(
    entries: tuple[Entry, ...],
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries without type declarations and with what the types stand for."""
    if not any(entry.clauses.typedef or entry.clauses.pattern for entry in entries):
        return entries, ()
    expander = _Types()
    at = 0
    while at < len(entries):
        end = _end(entries, at)
        if entries[at].clauses.typedef:
            if entries[at].level not in _RECORDS:
                expander.problems.append(_below_01(entries[at]))
            expander.declare(entries[at:end])
            at = end
        else:
            expander.add(entries[at], alone=end == at + 1)
            at += 1
    return tuple(expander.entries), tuple(expander.problems)


def _end(entries: tuple[Entry, ...], at: int) -> int:
    """The index behind an item, the items below it and their condition-names."""
    level = entries[at].level
    end = at + 1
    while end < len(entries) and _is_below(entries[end], level):
        end += 1
    return end


def _is_below(entry: Entry, level: int) -> bool:
    return entry.level == _CONDITION or level < entry.level <= _DEEPEST


class _Types:
    """The entries in the making; local to `expand_types`."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.types: dict[str, tuple[Entry, ...]] = {}

    def declare(self, entries: tuple[Entry, ...]) -> None:
        """Keep a type, with the types inside it put in."""
        inner = _Types()
        inner.types = self.types
        for at, entry in enumerate(entries):
            inner.add(entry, alone=_end(entries, at) == at + 1)
        self.problems += inner.problems
        name = entries[0].name
        if name is not None:
            self.types[name.text] = tuple(inner.entries)

    def add(self, entry: Entry, *, alone: bool) -> None:
        """An entry, with what its TYPE or SAME AS stands for."""
        if entry.clauses.pattern is None:
            self.entries.append(entry)
            return
        clause = "type_of" if "type_of" in entry.clauses.places else "same_as"
        source = self._source(entry, clause)
        if not isinstance(source, Problem):
            source = (
                _misplaced(source, entry, clause, alone=alone)
                or _contradicted(entry, clause, self._groups(entry))
                or source
            )
        if isinstance(source, Problem):
            self.problems.append(source)
            self.entries.append(
                entry._replace(clauses=replace(entry.clauses, pattern=None), broken=True)
            )
            return
        if clause == "same_as":
            self.problems.append(dialect_clause(entry, clause, "SAME AS"))
        self.entries += _put(source, entry, entry.clauses.pattern)

    def _groups(self, entry: Entry) -> Iterator[Entry]:
        """The groups that an entry stands in, from the inside to the outside."""
        level = entry.level if entry.level not in _RECORDS else 0
        for each in reversed(self.entries):
            if each.level < level:
                level = each.level
                yield each

    def _source(self, entry: Entry, clause: str) -> tuple[Entry, ...] | Problem:
        name = entry.clauses.pattern.text if entry.clauses.pattern else ""
        if clause == "type_of":
            found = self.types.get(name)
            hint = "add the copybook that declares the type in front of this one, with COPY"
            message = f"TYPE {name} is refused: no TYPEDEF of that name before this entry"
            return found or entry.problem("CPY902", message, clause, hint)
        items = tuple(self.entries)
        places = [at for at, each in enumerate(items) if each.name and each.name.text == name]
        if len(places) == 1:
            return items[places[0] : _end(items, places[0])]
        what = "several items" if places else "no item"
        message = f"SAME AS {name} is refused: {what} of that name before this entry"
        return entry.problem("CPY902", message, clause, "write the description again")


def _misplaced(
    source: tuple[Entry, ...], entry: Entry, clause: str, *, alone: bool
) -> Problem | None:
    """Why a description cannot stand in the place of an entry."""
    if not alone:
        message = f"{entry.title} has the items of {entry.clauses.pattern}; none can stand below it"
        hint = "give the next item the same or a lower level number"
        return entry.problem("CPY902", message, clause, hint)
    levels = _levels(source, entry.level)
    deepest = (levels[each.level] for each in source[1:] if each.level != _CONDITION)
    if max(deepest, default=0) > _DEEPEST:
        message = f"{entry.title}: the items of {entry.clauses.pattern} would stand below level 49"
        return entry.problem("CPY902", message, clause, "give it a lower level number")
    return None


def _below_01(entry: Entry) -> Problem:
    message = f"{entry.title}: TYPEDEF at level {entry.level:02}"
    return entry.problem("CPY544", message, "typedef", "write TYPEDEF at level 01")


def _contradicted(entry: Entry, clause: str, groups: Iterator[Entry]) -> Problem | None:
    """Clauses of the item or of its groups that would change what the type says.

    (ISO COBOL 2002, "TYPE clause", "SAME AS clause"; GnuCOBOL refuses those of the item.)
    """
    word = clause.removesuffix("_of").replace("_", " ").upper()
    other = next((name for name in entry.clauses.places if name not in _BESIDE), None)
    if other:
        clause_name = other.replace("_", " ").strip().upper()
        message = f"{entry.title}: {clause_name} beside {word}"
        return entry.problem(
            "CPY902",
            message,
            other,
            "take it out: the description that it refers to says what it is",
        )
    for group in groups:
        given = group.clauses
        if given.usage or given.sign or given.group_usage:
            message = f"{entry.title}: {word} in {group.title}, which has USAGE or SIGN"
            hint = "write USAGE and SIGN on the other items of the group"
            return entry.problem("CPY902", message, clause, hint)
    return None


def _levels(source: tuple[Entry, ...], level: int) -> dict[int, int]:
    """The levels of a description when its first one is `level`, the others drawn together."""
    below = sorted({each.level for each in source[1:] if each.level != _CONDITION})
    steps = {old: level + step for step, old in enumerate(below, 1)}
    return steps | {source[0].level: level, _CONDITION: _CONDITION}


def _put(source: tuple[Entry, ...], entry: Entry, name: Word) -> Iterator[Entry]:
    """The description of a type or item in the place of an entry."""
    pattern, own = source[0], entry.clauses
    picture = pattern.clauses.picture
    clauses = replace(
        pattern.clauses,
        places=own.places,
        picture=Word(picture.text, name.at) if picture else None,
        redefines=own.redefines,
        occurs=own.occurs,
        depending_on=own.depending_on,
        values=own.values or pattern.clauses.values,
        external=own.external,
        global_=own.global_,
        typedef=False,
        pattern=None,
    )
    yield Entry(entry.statement, entry.level, entry.name, clauses, entry.shift, pattern.broken)
    levels = _levels(source, entry.level)
    for each in source[1:]:
        yield each._replace(level=levels[each.level])
