"""Passes on the structure: which item belongs to which, and whose storage it shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.copybook.entries.entry import CONSTANT, Entry, Word
from generator.copybook.fields import Occurs, Usage, Value
from generator.copybook.layout.columns import NONE, Layout, Renaming, is_record
from generator.problems import Problem, Severity

_T = TypeVar("_T")
_RENAMES = 66
_INDEPENDENT = 77
_CONDITION = 88


def nest_levels(layout: Layout) -> Layout:
    """An item belongs to the nearest item before it with a lower level number; 88 to its item.

    Level numbers need not be regular (Enterprise COBOL Language Reference, "Level-numbers").
    """
    tree = _Tree()
    for entry in layout.entries:
        if entry.level == _CONDITION:
            tree.add_condition(entry)
        elif entry.level == _RENAMES:
            tree.add_renaming(entry)
        elif entry.level != CONSTANT:
            tree.add_item(entry)
    tree.add_pictures()
    roots = tuple(item for item, parent in enumerate(tree.parents) if parent == NONE)
    return layout._replace(
        items=tuple(tree.items),
        roots=roots,
        implied=tuple(root for root in roots if not is_record(tree.items[root])),
        parents=tuple(tree.parents),
        children=tree.column(tree.children),
        names=tree.names,
        conditions=tree.column(tree.conditions),
        renamings=tuple(tree.renamings),
        problems=(*layout.problems, *tree.problems),
    )


@dataclass(slots=True)
class _Tree:
    """The columns in the making; local to `nest_levels`."""

    items: list[Entry] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    children: dict[int, list[int]] = field(default_factory=dict)
    conditions: dict[int, list[Entry]] = field(default_factory=dict)
    renamings: list[Renaming] = field(default_factory=list)
    names: dict[str, list[int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open_items: list[tuple[int, int]] = field(default_factory=list)  # level number and item
    closed_by: Entry | None = None  # the level 66 behind which a record has no further items

    def add_item(self, entry: Entry) -> None:
        """An item of level 01-49 or 77, below the nearest one with a lower level number."""
        if entry.clauses.occurs is not None:
            entry = self._with_its_maximum(entry, entry.clauses.occurs)
        items, open_items = self.items, self.open_items
        rank = 1 if entry.level == _INDEPENDENT else entry.level
        while open_items and open_items[-1][0] >= rank:
            open_items.pop()
        parent = open_items[-1][1] if open_items else NONE
        if rank == 1:
            self.closed_by = None
        elif self.closed_by is not None:
            self.problems.append(_behind_66(entry, self.closed_by))
            self.closed_by = None
        if parent != NONE:
            self.children.setdefault(parent, []).append(len(items))
            if items[parent].level == _INDEPENDENT:
                self.problems.append(_below_77(entry, items[parent]))
        if entry.name is not None and entry.name.text != "FILLER":
            self.names.setdefault(entry.name.text, []).append(len(items))
        open_items.append((rank, len(items)))
        items.append(entry)
        self.parents.append(parent)

    def column(self, below: Mapping[int, list[_T]]) -> tuple[tuple[_T, ...], ...]:
        """What stands below each item."""
        return tuple(tuple(below.get(item, ())) for item in range(len(self.items)))

    def _with_its_maximum(self, entry: Entry, occurs: Occurs) -> Entry:
        """OCCURS m TO n without DEPENDING ON is a table of n; the compiler warns of it."""
        if occurs.depending_on or not 0 <= occurs.minimum < occurs.maximum:
            return entry
        message = (
            f"{entry.title}: OCCURS {occurs.minimum} TO {occurs.maximum} without DEPENDING ON:"
            f" laid out with {occurs.maximum}"
        )
        hint = "say which item holds the number, DEPENDING ON name, or write one number"
        self.problems.append(entry.problem("CPY523", message, "occurs", hint, Severity.WARNING))
        table = replace(occurs, minimum=occurs.maximum)
        return entry._replace(clauses=replace(entry.clauses, occurs=table))

    def add_condition(self, entry: Entry) -> None:
        """A level 88 belongs to the entry before it.

        After a level 66 GnuCOBOL takes it; the Language Reference does not ("VALUE clause").
        """
        if self.closed_by is not None:
            last = self.renamings[-1]
            self.renamings[-1] = replace(last, conditions=(*last.conditions, entry))
            message = f"{entry.title}: a level 88 below the level 66 {last.entry.title}"
            hint = "Enterprise COBOL has condition-names only on items; put it there"
            self.problems.append(entry.problem("CPY541", message, "", hint, Severity.WARNING))
        elif self.items:
            self.conditions.setdefault(len(self.items) - 1, []).append(entry)
        else:
            hint = "put the item whose values it names in front of it, or take it out"
            message = f"{entry.title}: no item above this 88"
            self.problems.append(entry.problem("CPY501", message, "", hint))

    def add_renaming(self, entry: Entry) -> None:
        """A level 66 belongs to the record before it."""
        if self.items:
            self.renamings.append(Renaming(entry, len(self.items) - 1))
            self.closed_by = entry
        else:
            hint = "a level 66 stands behind the last item of its record"
            message = f"{entry.title}: no record above this 66"
            self.problems.append(entry.problem("CPY540", message, "", hint))

    def add_pictures(self) -> None:
        """A literal as VALUE of an item without PICTURE has its length, as for GnuCOBOL.

        (ISO COBOL 2002, PICTURE clause; not in Enterprise COBOL.)
        """
        for item, entry in enumerate(self.items):
            if entry.clauses.picture is None and entry.clauses.values and item not in self.children:
                length = literal_length(entry.clauses.values[0].low)
                if length and entry.clauses.usage in (None, Usage.DISPLAY) and not is_record(entry):
                    picture = Word(f"X({length})", entry.clauses.places["values"])
                    clauses = replace(entry.clauses, picture=picture)
                    self.items[item] = entry._replace(clauses=clauses)
                    message = f"{entry.title} has no PICTURE: taken for X({length}) by its VALUE"
                    hint = "Enterprise COBOL wants a PICTURE; write it"
                    warning = entry.problem("CPY904", message, "values", hint, Severity.WARNING)
                    self.problems.append(warning)


def literal_length(value: Value) -> int | None:
    """Bytes of a literal in quotes; None for other values."""
    if value.kind == "hex":
        return len(value.text) // 2
    if value.kind == "null-terminated":
        return len(value.text) + 1
    return len(value.text) if value.kind == "text" else None


def _behind_66(entry: Entry, renaming: Entry) -> Problem:
    message = f"{entry.title} stands behind {renaming.title}, a level 66 of the same record"
    hint = f"move {renaming.title} behind the last item of the record"
    return entry.problem("CPY540", message, "", hint)


def _below_77(entry: Entry, above: Entry) -> Problem:
    message = f"{entry.title} stands below {above.title}, a level-77 item, which has no items"
    hint = "make the 77 a 01, or start a 01 for this item"
    return entry.problem("CPY502", message, "", hint)


def link_redefines(layout: Layout) -> Layout:
    """Find the redefined item: the nearest sibling before, only redefinitions between.

    (Enterprise COBOL Language Reference, "REDEFINES clause": same level-number, and no entry
    with a lower level number or new storage between.)
    """
    bases = [NONE] * len(layout.items)
    problems: list[Problem] = []
    for item, entry in enumerate(layout.items):
        if entry.clauses.redefines is None:
            continue
        found = _redefined(layout, item, bases)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        problems += _check_target(layout, item, found)
        bases[item] = bases[found] if bases[found] != NONE else found
    return layout._replace(bases=tuple(bases), problems=(*layout.problems, *problems))


def _redefined(layout: Layout, item: int, bases: list[int]) -> int | Problem:
    entry = layout.items[item]
    name = entry.clauses.redefines.text if entry.clauses.redefines else ""
    if name == "FILLER":
        hint = "give the redefined item a name"
        return _at_target(entry, "CPY503", "REDEFINES FILLER: FILLER names no item", hint)
    siblings = layout.siblings(item)
    for sibling in reversed(siblings[: bisect_left(siblings, item)]):
        other = layout.items[sibling]
        if other.name is not None and other.name.text == name:
            if other.level == entry.level:
                return sibling
            message = f"REDEFINES {name}: {name} has level {other.level:02}, not {entry.level:02}"
            return _at_target(entry, "CPY504", message, "give both the same level number")
        if bases[sibling] == NONE:
            break
    if redefines_above(layout, item):
        other = layout.items[layout.parents[item]]
        message = f"REDEFINES {name}: {name} has level {other.level:02}, not {entry.level:02}"
        hint = "give both the same level number; an item cannot redefine what it stands in"
        return _at_target(entry, "CPY504", message, hint)
    known = [other for other in layout.items[:item] if other.name and other.name.text == name]
    if known:
        message = f"REDEFINES {name}: {name} is not the item right before, at the same level"
        hint = "a redefinition follows the item that it redefines, or another redefinition of it"
        return _at_target(entry, "CPY504", message, hint)
    hint = "check the spelling; the redefined item stands right before, at the same level"
    return _at_target(entry, "CPY503", f"REDEFINES {name}: no such item before this one", hint)


def redefines_above(layout: Layout, item: int) -> bool:
    """Whether an item redefines the one above it: its level number is wrong, and nothing else."""
    parent, redefined = layout.parents[item], layout.items[item].clauses.redefines
    above = layout.items[parent].name if parent != NONE else None
    return redefined is not None and above is not None and above.text == redefined.text


def _at_target(entry: Entry, code: str, message: str, hint: str | None = None) -> Problem:
    target = entry.clauses.redefines
    if target is None:
        return entry.problem(code, message, "redefines", hint)
    return Problem(code, message, entry.place(target), hint)


def _check_target(layout: Layout, item: int, target: int) -> list[Problem]:
    """The redefined item has no OCCURS; neither side has DEPENDING ON anywhere inside.

    (Enterprise COBOL Language Reference, "REDEFINES clause".)
    """
    entry, other = layout.items[item], layout.items[target]
    problems: list[Problem] = []
    if other.clauses.occurs is not None:
        message = f"REDEFINES {other.title}, which has OCCURS: placed at its first occurrence"
        problem = _at_target(entry, "CPY505", message, "redefine the group around the table")
        problems.append(replace(problem, severity=Severity.WARNING))
    for which in (item, target):
        table = _variable_table(layout, which)
        if table is not None:
            name = layout.items[which].title
            message = f"{name} takes part in REDEFINES, but has a variable length (DEPENDING ON)"
            hint = "give the table a fixed number of occurrences, or redefine another item"
            problems.append(_at_target(entry, "CPY506", message, hint))
    return problems


def _variable_table(layout: Layout, item: int) -> int | None:
    occurs = layout.items[item].clauses.occurs
    if occurs is not None and occurs.depending_on is not None:
        return item
    for child in layout.children[item]:
        found = _variable_table(layout, child)
        if found is not None:
            return found
    return None
