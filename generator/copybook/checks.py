"""Passes that only look: what the compiler would refuse or warn of in a data description.

Enterprise COBOL for z/OS Language Reference, "Data division--data description entry", the rules
of each clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.copybook.columns import Layout, is_record
from generator.copybook.entries import Entry
from generator.copybook.fields import Category, Picture, Usage, ValueRange
from generator.copybook.usages import FACTS
from generator.problems import Problem, Severity

_COMP_DIGITS = 18
_INDEPENDENT = 77
_STANDARD_DIGITS = 18
_BINARY = (Usage.COMP, Usage.COMP_5)
_FLOAT = (Usage.COMP_1, Usage.COMP_2)
_NUMBERS = (Category.NUMERIC, Category.NUMERIC_EDITED)


def check_items(layout: Layout) -> Layout:
    """Rules on groups, elementary items and their clauses."""
    problems: list[Problem] = []
    for item, entry in enumerate(layout.items):
        problems += _occurs(entry)
        if layout.is_group(item):
            problems += _group(entry)
        elif not entry.broken:
            usage = layout.usages[item] or Usage.DISPLAY
            problems += _elementary(entry, usage, layout.pictures[item])
    return replace(layout, problems=(*layout.problems, *problems))


def _group(entry: Entry) -> Iterator[Problem]:
    if entry.picture is not None and entry.level != _INDEPENDENT:
        yield entry.problem(
            "CPY511",
            f"{entry.title} has a PICTURE, but items stand below it",
            "picture",
            "take out the PICTURE, or give the items below it the same or a lower level number",
        )
    for clause, given in (
        ("justified", entry.justified),
        ("blank_when_zero", entry.blank_when_zero),
        ("synchronized", entry.synchronized and not is_record(entry)),
    ):
        if given:
            word = clause.replace("_", " ").upper()
            where = "elementary items and level 01" if clause[0] == "s" else "elementary items"
            message = f"{entry.title}: {word} on a group; it is allowed on {where}"
            yield entry.problem("CPY512", message, clause)


def _elementary(entry: Entry, usage: Usage, picture: Picture | None) -> Iterator[Problem]:
    if not FACTS[usage].takes_picture:
        if entry.picture is not None:
            yield entry.problem("CPY513", f"{entry.title}: {usage} takes no PICTURE", "picture")
        return
    if entry.picture is None:
        hint = "give it a PICTURE, or check the level number of the next item"
        message = f"{entry.title} has no PICTURE and no items below it"
        yield entry.problem("CPY514", message, "", hint)
        return
    if picture is None:
        return
    yield from _usage(entry, usage, picture)
    yield from _clauses(entry, usage, picture)
    yield from _literals(entry, picture)


def _usage(entry: Entry, usage: Usage, picture: Picture) -> Iterator[Problem]:
    inherited = "" if entry.usage else " (USAGE of its group)"
    if usage is not Usage.DISPLAY and picture.category is not Category.NUMERIC:
        what = picture.category.value
        message = f"{entry.title} is {usage}{inherited}, but PICTURE {picture.text} is {what}"
        yield entry.problem("CPY515", message, "picture", f"{usage} needs a numeric PICTURE")
    elif usage in _BINARY and picture.digits > _COMP_DIGITS:
        message = f"{entry.title} is {usage}{inherited} with {picture.digits} digits"
        yield entry.problem("CPY516", message, "picture", f"{usage} holds up to 18 digits")
    elif picture.category is Category.NUMERIC and picture.digits > _STANDARD_DIGITS:
        message = f"{entry.title} has {picture.digits} digits, which needs ARITH(EXTEND)"
        yield entry.problem("CPY517", message, "picture", None, Severity.WARNING)


def _clauses(entry: Entry, usage: Usage, picture: Picture) -> Iterator[Problem]:
    numeric = picture.category is Category.NUMERIC
    if entry.sign and not (numeric and picture.signed and usage is Usage.DISPLAY):
        message = f"{entry.title}: SIGN is for signed numeric DISPLAY items"
        yield entry.problem("CPY518", message, "sign", "write S in front of the PICTURE")
    if entry.justified and picture.category not in (Category.ALPHABETIC, Category.ALPHANUMERIC):
        message = f"{entry.title}: JUSTIFIED is for alphabetic and alphanumeric items"
        yield entry.problem("CPY519", message, "justified")
    if entry.blank_when_zero and (
        picture.category not in _NUMBERS
        or usage is not Usage.DISPLAY
        or (numeric and picture.signed)
    ):
        message = f"{entry.title}: BLANK WHEN ZERO is for unsigned or edited DISPLAY numbers"
        yield entry.problem("CPY520", message, "blank_when_zero")
    elif entry.blank_when_zero and "*" in picture.text:
        message = f"{entry.title}: BLANK WHEN ZERO does not go with the asterisk in {picture.text}"
        yield entry.problem("CPY520", message, "blank_when_zero")


def _occurs(entry: Entry) -> Iterator[Problem]:
    occurs = entry.occurs
    if occurs is None:
        return
    if is_record(entry):
        hint = "put the table one level below a 01"
        message = f"{entry.title}: OCCURS at level {entry.level:02}"
        yield entry.problem("CPY521", message, "occurs", hint)
    if occurs.maximum < 1 or occurs.minimum > occurs.maximum:
        message = f"{entry.title}: OCCURS {occurs.minimum} TO {occurs.maximum}"
        yield entry.problem("CPY522", message, "occurs", "the number must be 1 or more")
    elif occurs.minimum != occurs.maximum and occurs.depending_on is None:
        message = f"{entry.title}: OCCURS {occurs.minimum} TO {occurs.maximum} without DEPENDING ON"
        hint = "say which item holds the number: DEPENDING ON name"
        yield entry.problem("CPY523", message, "occurs", hint)


def _literals(entry: Entry, picture: Picture) -> Iterator[Problem]:
    value = entry.value
    if len(entry.values) > 1 or (entry.values and entry.values[0].high):
        message = f"{entry.title}: only level 88 has several values"
        yield entry.problem("CPY524", message, "values")
    elif value is not None and value.kind == "numeric":
        yield from _number(entry, picture, value.text)
    elif value is not None and value.kind == "text":
        if picture.category is Category.NUMERIC:
            message = f"{entry.title}: a numeric item with a text literal as VALUE"
            yield entry.problem("CPY526", message, "values", None, Severity.WARNING)
        elif len(value.text) > picture.size:
            message = (
                f"{entry.title}: VALUE has {len(value.text)} characters,"
                f" PICTURE {picture.text} holds {picture.size}"
            )
            yield entry.problem("CPY525", message, "values", None, Severity.WARNING)


def _number(entry: Entry, picture: Picture, text: str) -> Iterator[Problem]:
    if picture.category is not Category.NUMERIC:
        if picture.category is not Category.NUMERIC_EDITED:
            message = f"{entry.title}: a text item with a number as VALUE"
            yield entry.problem("CPY526", message, "values", None, Severity.WARNING)
        return
    whole = text.lstrip("+-").partition(".")[0].lstrip("0")
    room = picture.digits - max(picture.scale, 0)
    if "E" not in text and picture.scale >= 0 and len(whole) > max(room, 0):
        message = f"{entry.title}: VALUE {text} does not fit PICTURE {picture.text}"
        yield entry.problem("CPY525", message, "values", None, Severity.WARNING)


def check_conditions(layout: Layout) -> Layout:
    """Level 88: ranges in order, literals that fit their item."""
    problems: list[Problem] = []
    for item, entries in enumerate(layout.conditions):
        for entry in entries:
            for values in entry.values:
                problems += _range(entry, values, layout.pictures[item])
    return replace(layout, problems=(*layout.problems, *problems))


def _range(entry: Entry, values: ValueRange, picture: Picture | None) -> Iterator[Problem]:
    low, high = values.low, values.high
    if high and low.kind == high.kind == "text" and low.text > high.text:
        message = f"{entry.title}: {low.text!r} THRU {high.text!r} is empty in ASCII order"
        yield entry.problem("CPY527", message, "values", None, Severity.NOTE)
    if picture is None or picture.category in _NUMBERS:
        return
    if any(
        value and value.kind == "text" and len(value.text) > picture.size for value in (low, high)
    ):
        message = f"{entry.title}: a value is longer than PICTURE {picture.text}"
        yield entry.problem("CPY525", message, "values", None, Severity.WARNING)


def check_names(layout: Layout) -> Layout:
    """DEPENDING ON names a number that can be counted with, KEY an item of the table."""
    problems: list[Problem] = []
    for item, entry in enumerate(layout.items):
        if entry.occurs is None:
            continue
        problems += _object(layout, item)
        below = {layout.name_of(each) for each in layout.below(item)}
        for key in entry.occurs.keys:
            for name in key.names:
                if name not in below:
                    message = f"{entry.title}: KEY {name} is no item of this table"
                    problems.append(entry.problem("CPY529", message, "occurs"))
    return replace(layout, problems=(*layout.problems, *problems))


def _object(layout: Layout, item: int) -> Iterator[Problem]:
    """The object of DEPENDING ON: an integer in front of the table, or outside the copybook.

    (Enterprise COBOL Language Reference, "OCCURS DEPENDING ON clause".)
    """
    entry = layout.items[item]
    if entry.depending_on is None:
        return
    name, *qualifiers = entry.depending_on.text.split(" OF ")
    named = [each for each in range(len(layout.items)) if layout.name_of(each) == name]
    found = [each for each in named if _is_qualified(layout, each, qualifiers)]
    where = entry.statement.location(entry.depending_on.at, len(name))
    title = f"{entry.title}: DEPENDING ON {entry.depending_on.text}"
    if not found:
        # A copybook without level 01 may be copied below the qualifier.
        outside = not named or bool(layout.implied)
        severity = Severity.WARNING if outside else Severity.ERROR
        hint = "copy the member that defines it" if outside else f"{name} stands in another group"
        message = f"{title}: no such item in this copybook"
        yield Problem("CPY528", message, where, hint, severity=severity)
        return
    reasons = [_no_counter(layout, item, each) for each in found]
    if all(reasons):
        yield Problem("CPY530", f"{title}: {name} {reasons[0]}", where, _HINT_OBJECT)


def _is_qualified(layout: Layout, item: int, qualifiers: list[str]) -> bool:
    """Whether the qualifiers name groups above an item, from the inside to the outside."""
    names = (layout.name_of(group) for group in layout.above(item))
    return all(qualifier in names for qualifier in qualifiers)


def _no_counter(layout: Layout, table: int, item: int) -> str | None:
    """Why an item cannot hold the number of occurrences of a table."""
    picture, usage = layout.pictures[item], layout.usages[item]
    if layout.is_group(item) or usage in _FLOAT:
        return "is no integer"
    if picture and (picture.category is not Category.NUMERIC or picture.scale > 0):
        return f"is no integer, but PICTURE {picture.text}"
    if item >= table and layout.record_of(item) == layout.record_of(table):
        return "stands behind the beginning of the table"
    return None


_HINT_OBJECT = "the number of occurrences is an integer that stands in front of the table"
