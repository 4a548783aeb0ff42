"""The pass on level 66: which items a RENAMES entry takes together.

Enterprise COBOL for z/OS Language Reference, "RENAMES clause".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.copybook.entries.entry import Entry, Word
from generator.copybook.layout.columns import Layout, Renaming
from generator.problems import Problem

_HINT = "level 66 renames items of level 02-49 of the record right before it"


def link_renames(layout: Layout) -> Layout:
    """Find the renamed items; an entry that breaks a rule is left out with its problem."""
    problems: list[Problem] = []
    renamings: list[Renaming] = []
    for renaming in layout.renamings:
        names = renaming.entry.clauses.renames
        if names is None:
            continue
        found = [_find(layout, renaming, name) for name in names if name]
        wrong = [each for each in found if isinstance(each, Problem)]
        items = [each for each in found if not isinstance(each, Problem)]
        if not wrong:
            wrong = list(_rules(layout, renaming.entry, names, items[0], items[-1]))
        problems += wrong
        if not wrong:
            renamings.append(replace(renaming, first=items[0], last=items[-1]))
    return layout._replace(renamings=tuple(renamings), problems=(*layout.problems, *problems))


def _find(layout: Layout, renaming: Renaming, word: Word) -> int | Problem:
    """The one item of this record that a name with its qualifiers means."""
    record = layout.record_of(renaming.behind)
    named = layout.named(word.text)
    found = [item for item in named if layout.record_of(item) == record]
    entry = renaming.entry
    if len(found) > 1:
        hint = f"write {word.text} OF a group that holds only one of them"
        return _problem(entry, word, f"{word.text} names {len(found)} items", hint)
    if found and found[0] == record:
        return _problem(entry, word, f"{word.text} is a record, not an item of one", _HINT)
    if found:
        return found[0]
    if named:
        return _problem(entry, word, f"{word.text} is no item of the record before it", _HINT)
    if any(each.entry.name and each.entry.name.text == word.text for each in layout.renamings):
        return _problem(entry, word, f"{word.text} is a level 66 itself", _HINT)
    return _problem(entry, word, f"no item {word.text} in this copybook", _HINT)


def _rules(
    layout: Layout, entry: Entry, names: tuple[Word, Word | None], first: int, last: int
) -> Iterator[Problem]:
    """No tables at the ends, none of variable length between; THRU goes on to the right."""
    thru = names[1]
    for word, item in ((names[0], first), *(((thru, last),) if thru else ())):
        table = next((each for each in (item, *layout.above(item)) if _occurs(layout, each)), None)
        if table is not None:
            title = layout.items[table].title
            why = f"stands in the table {title}" if table != item else "has OCCURS"
            hint = "rename a group around the table"
            yield _problem(entry, word, f"{word.text} {why}", hint)
    if thru:
        yield from _order(layout, entry, thru, first, last)
    end = last
    while layout.children[end]:
        end = layout.children[end][-1]
    for other in layout.items[first : end + 1]:
        if other.clauses.occurs and other.clauses.occurs.depending_on:
            message = f"the table {other.title} among its items has DEPENDING ON"
            hint = "rename items in front of the table only"
            yield _problem(entry, names[0], message, hint)


def _order(layout: Layout, entry: Entry, thru: Word, first: int, last: int) -> Iterator[Problem]:
    start, end = layout.offsets[first], layout.offsets[first] + layout.lengths[first]
    stop = layout.offsets[last] + layout.lengths[last]
    if first == last:
        message = f"THRU {thru.text} names the same item again"
        yield _problem(entry, thru, message, "leave THRU out to rename one item")
    elif first in layout.above(last):
        message = f"THRU {thru.text} stands within {layout.items[first].title}"
        yield _problem(entry, thru, message, "leave THRU out, or name an item behind the group")
    elif layout.offsets[last] < start or stop < end:
        message = f"THRU {thru.text} ends or begins before {layout.items[first].title}"
        yield _problem(entry, thru, message, "name the first item first and the last one last")


def _occurs(layout: Layout, item: int) -> bool:
    return layout.items[item].clauses.occurs is not None


def _problem(entry: Entry, word: Word, message: str, hint: str) -> Problem:
    return Problem("CPY542", f"{entry.title}: {message}", entry.place(word), hint)
