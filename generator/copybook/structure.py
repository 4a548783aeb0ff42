"""Passes on the structure: which item belongs to which, and whose storage it shares."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from generator.copybook.columns import NONE, Layout, is_record
from generator.copybook.entries import Entry
from generator.problems import Problem, Severity

_CONDITION = 88
_INDEPENDENT = 77


def nest_levels(layout: Layout) -> Layout:
    """An item belongs to the nearest item before it with a lower level number; 88 to its item.

    Level numbers need not be regular (Enterprise COBOL Language Reference, "Level-numbers").
    """
    items: list[Entry] = []
    parents: list[int] = []
    children: list[list[int]] = []
    conditions: list[list[Entry]] = []
    problems: list[Problem] = []
    open_items: list[int] = []
    for entry in layout.entries:
        if entry.level == _CONDITION:
            if conditions:
                conditions[-1].append(entry)
            else:
                problems.append(entry.problem("CPY501", f"{entry.title}: no item above this 88"))
            continue
        rank = _rank(entry)
        while open_items and _rank(items[open_items[-1]]) >= rank:
            open_items.pop()
        parent = open_items[-1] if open_items else NONE
        if parent != NONE:
            children[parent].append(len(items))
            if items[parent].level == _INDEPENDENT:
                problems.append(_below_77(entry, items[parent]))
        open_items.append(len(items))
        items.append(entry)
        parents.append(parent)
        children.append([])
        conditions.append([])
    roots = tuple(item for item, parent in enumerate(parents) if parent == NONE)
    return replace(
        layout,
        items=tuple(items),
        roots=roots,
        implied=tuple(root for root in roots if not is_record(items[root])),
        parents=tuple(parents),
        children=tuple(tuple(below) for below in children),
        conditions=tuple(tuple(below) for below in conditions),
        problems=(*layout.problems, *problems),
    )


def _rank(entry: Entry) -> int:
    return 1 if is_record(entry) else entry.level


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
        if entry.redefines is None:
            continue
        found = _redefined(layout, item, bases)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        problems += _check_target(layout, item, found)
        bases[item] = bases[found] if bases[found] != NONE else found
    return replace(layout, bases=tuple(bases), problems=(*layout.problems, *problems))


def _redefined(layout: Layout, item: int, bases: list[int]) -> int | Problem:
    entry = layout.items[item]
    name = entry.redefines.text if entry.redefines else ""
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
    known = [other for other in layout.items[:item] if other.name and other.name.text == name]
    if known:
        message = f"REDEFINES {name}: {name} is not the item right before, at the same level"
        hint = "a redefinition follows the item that it redefines, or another redefinition of it"
        return _at_target(entry, "CPY504", message, hint)
    return _at_target(entry, "CPY503", f"REDEFINES {name}: no such item before this one")


def _at_target(entry: Entry, code: str, message: str, hint: str | None = None) -> Problem:
    target = entry.redefines
    if target is None:
        return entry.problem(code, message, "redefines", hint)
    place = entry.statement.location(target.at, len(target.text))
    return Problem(code, message, place, hint)


def _check_target(layout: Layout, item: int, target: int) -> list[Problem]:
    """The redefined item has no OCCURS; neither side has DEPENDING ON anywhere inside.

    (Enterprise COBOL Language Reference, "REDEFINES clause".)
    """
    entry, other = layout.items[item], layout.items[target]
    problems: list[Problem] = []
    if other.occurs is not None:
        message = f"REDEFINES {other.title}, which has OCCURS: placed at its first occurrence"
        problem = _at_target(entry, "CPY505", message, "redefine the group around the table")
        problems.append(replace(problem, severity=Severity.WARNING))
    for which in (item, target):
        table = _variable_table(layout, which)
        if table is not None:
            name = layout.items[which].title
            message = f"{name} takes part in REDEFINES, but has a variable length (DEPENDING ON)"
            problems.append(_at_target(entry, "CPY506", message))
    return problems


def _variable_table(layout: Layout, item: int) -> int | None:
    occurs = layout.items[item].occurs
    if occurs is not None and occurs.depending_on is not None:
        return item
    for child in layout.children[item]:
        found = _variable_table(layout, child)
        if found is not None:
            return found
    return None
