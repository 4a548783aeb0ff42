"""Passes that only look: what the compiler would refuse or warn of in a data description.

Enterprise COBOL for z/OS Language Reference, "Data division--data description entry", the rules
of each clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.copybook.entries.entry import Entry
from generator.copybook.entries.usages import FACTS
from generator.copybook.fields import Category, Picture, Usage
from generator.copybook.layout.columns import NONE, Layout, is_record
from generator.copybook.layout.structure import redefines_above
from generator.problems import Problem, Severity

_COMP_DIGITS = 18
_STANDARD_DIGITS = 18
_INDEPENDENT = 77
_MAX_DIMENSIONS = 7
_MAX_LENGTH = 999_999_999
_BINARY = (Usage.COMP, Usage.COMP_5)
_NUMBERS = (Category.NUMERIC, Category.NUMERIC_EDITED)
_CHARACTERS = (Usage.DISPLAY, Usage.NATIONAL)
_JUSTIFIED = (
    Category.ALPHABETIC,
    Category.ALPHANUMERIC,
    Category.DBCS,
    Category.NATIONAL,
    Category.UTF_8,
)

# Which categories a USAGE can have, by the phrases of the Language Reference's "USAGE clause".
_NUMERIC_ONLY = frozenset((Category.NUMERIC,))
_CATEGORIES = {
    Usage.DISPLAY: frozenset(
        (
            Category.ALPHABETIC,
            Category.ALPHANUMERIC,
            Category.ALPHANUMERIC_EDITED,
            Category.NUMERIC,
            Category.NUMERIC_EDITED,
            Category.EXTERNAL_FLOATING_POINT,
        )
    ),
    Usage.DISPLAY_1: frozenset((Category.DBCS,)),
    Usage.NATIONAL: frozenset(
        (
            Category.NATIONAL,
            Category.NATIONAL_EDITED,
            Category.NUMERIC,
            Category.NUMERIC_EDITED,
            Category.EXTERNAL_FLOATING_POINT,
        )
    ),
    Usage.UTF_8: frozenset((Category.UTF_8,)),
    Usage.COMP_X: frozenset((Category.NUMERIC, Category.ALPHANUMERIC)),
    Usage.COMP_N: frozenset((Category.NUMERIC, Category.ALPHANUMERIC)),
}
_WANTED = {
    Usage.DISPLAY: "a PICTURE without N, G and U",
    Usage.DISPLAY_1: "a PICTURE of G, or of N",
    Usage.NATIONAL: "a PICTURE of N, or a numeric one",
    Usage.UTF_8: "a PICTURE of U",
}


def check_items(layout: Layout) -> Layout:
    """Rules on groups, elementary items and their clauses."""
    problems: list[Problem] = []
    for item, entry in enumerate(layout.items):
        clauses = entry.clauses
        if clauses.occurs is not None:
            problems += _occurs(layout, item, entry)
        if clauses.external or clauses.global_:
            problems += _scope(entry)
        if layout.children[item]:
            problems += _group(layout, item, entry)
        elif not entry.broken:
            usage = layout.usages[item] or Usage.DISPLAY
            problems += _elementary(layout, item, usage)
    return layout._replace(problems=(*layout.problems, *problems))


def check_sizes(layout: Layout) -> Layout:
    """No record longer than the compiler's limit (Language Reference, "Compiler limits")."""
    problems = [
        layout.items[root].problem(
            "CPY545",
            f"{layout.items[root].title} takes {layout.lengths[root]} bytes;"
            f" the limit is {_MAX_LENGTH}",
            "",
            "check its OCCURS and its pictures",
        )
        for root in layout.roots
        if layout.lengths[root] > _MAX_LENGTH
    ]
    return layout._replace(problems=(*layout.problems, *problems))


def _scope(entry: Entry) -> Iterator[Problem]:
    """EXTERNAL and GLOBAL stand at level 01, EXTERNAL not beside REDEFINES."""
    for clause, given in (("external", entry.clauses.external), ("global_", entry.clauses.global_)):
        if given and not is_record(entry):
            word = clause.strip("_").upper()
            message = f"{entry.title}: {word} at level {entry.level:02}"
            yield entry.problem("CPY544", message, clause, f"write {word} at level 01")
    if entry.clauses.external and entry.clauses.redefines:
        message = f"{entry.title}: EXTERNAL beside REDEFINES"
        hint = "take out EXTERNAL: the redefined record has the storage"
        yield entry.problem("CPY544", message, "external", hint)


def _group(layout: Layout, item: int, entry: Entry) -> Iterator[Problem]:
    if entry.clauses.picture is not None and layout.dialect.tolerates("group-picture"):
        message = f"{entry.title} is a group: its PICTURE is ignored (tolerance group-picture)"
        hint = "take out the PICTURE, which Enterprise COBOL refuses"
        yield entry.problem("CPY905", message, "picture", hint, Severity.WARNING)
    elif entry.clauses.picture is not None and not (
        entry.level == _INDEPENDENT or redefines_above(layout, layout.children[item][0])
    ):
        yield entry.problem(
            "CPY511",
            f"{entry.title} has a PICTURE, but items stand below it",
            "picture",
            "take out the PICTURE, or give the items below it the same or a lower level number;"
            " --tolerate group-picture ignores it",
        )
    if entry.clauses.usage:
        yield from _contradiction(layout, item, entry.clauses.usage)
    if entry.clauses.group_usage and entry.clauses.usage:
        message = f"{entry.title}: USAGE beside GROUP-USAGE"
        yield entry.problem("CPY512", message, "usage", "leave one of the two")
    for clause, word, given in (
        ("justified", "JUSTIFIED", entry.clauses.justified),
        ("blank_when_zero", "BLANK WHEN ZERO", entry.clauses.blank_when_zero),
        ("byte_length", "BYTE-LENGTH", entry.clauses.byte_length is not None),
        ("synchronized", "SYNCHRONIZED", entry.clauses.synchronized and not is_record(entry)),
    ):
        if given:
            where = "elementary items and level 01" if clause[0] == "s" else "elementary items"
            message = f"{entry.title}: {word} on a group; it is allowed on {where}"
            hint = "write it on the items of the group"
            yield entry.problem("CPY512", message, clause, hint)


def _elementary(layout: Layout, item: int, usage: Usage) -> Iterator[Problem]:
    entry, picture = layout.items[item], layout.pictures[item]
    clauses = entry.clauses
    if clauses.group_usage is not None or clauses.byte_length is not None:
        yield from _national_clauses(entry, picture)
    if clauses.usage is not None:
        yield from _contradiction(layout, item, usage)
    if not FACTS[usage].takes_picture:
        if clauses.picture is not None:
            hint = "take out the PICTURE, or the USAGE"
            message = f"{entry.title}: {usage} takes no PICTURE"
            yield entry.problem("CPY513", message, "picture", hint)
        yield from _clauses(entry, usage, picture)
        return
    if clauses.picture is None:
        if not redefines_above(layout, item):
            hint = "give it a PICTURE, or check the level number of the next item"
            message = f"{entry.title} has no PICTURE and no items below it"
            yield entry.problem("CPY514", message, "", hint)
    elif picture is not None:
        yield from _usage(layout, entry, usage, picture)
        if clauses.sign or clauses.justified or clauses.blank_when_zero:
            yield from _clauses(entry, usage, picture)
        if usage is Usage.NATIONAL and picture.category is Category.NUMERIC:
            yield from _national_sign(layout, item)


def _national_clauses(entry: Entry, picture: Picture | None) -> Iterator[Problem]:
    """GROUP-USAGE is for groups; BYTE-LENGTH for one U, which stands for all its characters.

    (Language Reference, "GROUP-USAGE clause"; Programming Guide, "Defining UTF-8 data items".)
    """
    if entry.clauses.group_usage is not None:
        message = f"{entry.title}: GROUP-USAGE on an elementary item; it is allowed on groups"
        yield entry.problem("CPY512", message, "group_usage", "write USAGE")
    length = entry.clauses.byte_length
    if length is not None and picture is not None:
        single = picture.category is Category.UTF_8 and picture.size == 1
        if not single or length < 1:
            message = f"{entry.title}: BYTE-LENGTH {length} with PICTURE {picture.text}"
            hint = "write PICTURE U and the number of bytes, 1 or more"
            yield entry.problem("CPY512", message, "byte_length", hint)


def _national_sign(layout: Layout, item: int) -> Iterator[Problem]:
    """A signed national number has its sign apart (Language Reference, "SIGN clause")."""
    sign = layout.signs[item]
    if sign is not None and not sign.separate:
        message = f"{layout.items[item].title} is NATIONAL and signed, but not SIGN SEPARATE"
        hint = "Enterprise COBOL wants SIGN LEADING or TRAILING SEPARATE, which takes 2 bytes more"
        yield layout.items[item].problem("CPY518", message, "picture", hint, Severity.WARNING)


def _usage(layout: Layout, entry: Entry, usage: Usage, picture: Picture) -> Sequence[Problem]:
    """Why a PICTURE does not go with its USAGE."""
    inherited = "" if entry.clauses.usage else " (USAGE of its group)"
    if picture.category not in _CATEGORIES.get(usage, _NUMERIC_ONLY):
        what = picture.category.value
        message = f"{entry.title} is {usage}{inherited}, but PICTURE {picture.text} is {what}"
        hint = f"{usage} needs {_WANTED.get(usage, 'a numeric PICTURE')}"
        return (entry.problem("CPY515", message, "picture", hint),)
    if usage in _BINARY and picture.digits > _COMP_DIGITS:
        message = f"{entry.title} is {usage}{inherited} with {picture.digits} digits"
        return (entry.problem("CPY516", message, "picture", f"{usage} holds up to 18 digits"),)
    if picture.category in _NUMBERS and not layout.dialect.arith_extend:
        digits = max(picture.digits, picture.scale, picture.digits - picture.scale)
        if digits > _STANDARD_DIGITS:
            message = f"{entry.title} has {digits} digits, which needs ARITH(EXTEND)"
            hint = "the program is compiled with that option; --arith extend says so here"
            return (entry.problem("CPY517", message, "picture", hint, Severity.WARNING),)
    return ()


def _contradiction(layout: Layout, item: int, usage: Usage) -> Iterator[Problem]:
    """An item of another USAGE than its group: the item's own counts for GnuCOBOL.

    (Language Reference, "USAGE clause": the USAGE of an item cannot contradict its group's.)
    """
    entry = layout.items[item]
    for group in layout.above(item):
        other = layout.items[group]
        above = other.clauses.usage or other.clauses.group_usage
        if above is None or above is usage:
            continue
        message = f"{entry.title} is {usage} in {other.title}, a {above} group"
        hint = f"laid out as {usage}; take the USAGE out of the group"
        severity = Severity.NOTE
        if other.clauses.group_usage is not None:
            hint = "a group with GROUP-USAGE holds items of that USAGE only"
            severity = Severity.ERROR
        yield entry.problem("CPY531", message, "usage", hint, severity)
        return


def _clauses(entry: Entry, usage: Usage, picture: Picture | None) -> Iterator[Problem]:
    if picture is None:
        return
    numeric = picture.category is Category.NUMERIC
    if entry.clauses.sign and not (numeric and picture.signed and usage in _CHARACTERS):
        message = f"{entry.title}: SIGN is for signed numeric DISPLAY items"
        hint = "write S in front of the PICTURE" if usage in _CHARACTERS else "take out SIGN"
        yield entry.problem("CPY518", message, "sign", hint)
    if entry.clauses.justified and picture.category not in _JUSTIFIED:
        message = f"{entry.title}: JUSTIFIED is for alphabetic and alphanumeric items"
        yield entry.problem("CPY519", message, "justified", "take out JUSTIFIED")
    if entry.clauses.blank_when_zero:
        yield from _blank_when_zero(entry, usage, picture)


def _blank_when_zero(entry: Entry, usage: Usage, picture: Picture) -> Iterator[Problem]:
    numeric = picture.category is Category.NUMERIC
    if picture.category not in _NUMBERS or usage not in _CHARACTERS or (numeric and picture.signed):
        message = f"{entry.title}: BLANK WHEN ZERO is for unsigned or edited DISPLAY numbers"
        yield entry.problem("CPY520", message, "blank_when_zero", "take out BLANK WHEN ZERO")
    elif "*" in picture.text:
        message = f"{entry.title}: BLANK WHEN ZERO does not go with the asterisk in {picture.text}"
        yield entry.problem("CPY520", message, "blank_when_zero", "write Z for the asterisk")


def _occurs(layout: Layout, item: int, entry: Entry) -> Iterator[Problem]:
    occurs = entry.clauses.occurs
    if occurs is None:
        return
    if is_record(entry):
        yield _occurs_at_01(layout, entry)
    given_twice = occurs.depending_on and occurs.minimum == occurs.maximum > 1
    if occurs.maximum < 1 or occurs.minimum > occurs.maximum or given_twice:
        numbers = f"{occurs.minimum} TO {occurs.maximum}" if occurs.maximum else "0"
        message = f"{entry.title}: OCCURS {numbers}"
        hint = "the second number must be greater than the first, and 1 or more"
        yield entry.problem("CPY522", message, "occurs", hint)
    groups = layout.above(item)
    dimensions = 1 + sum(layout.items[group].clauses.occurs is not None for group in groups)
    if dimensions > _MAX_DIMENSIONS:
        message = f"{entry.title} is the {dimensions}th table within another"
        hint = f"Enterprise COBOL has up to {_MAX_DIMENSIONS} dimensions"
        yield entry.problem("CPY543", message, "occurs", hint)


def check_names(layout: Layout) -> Layout:
    """DEPENDING ON names a number that can be counted with, KEY an item of the table."""
    problems: list[Problem] = []
    for item, entry in enumerate(layout.items):
        if entry.clauses.occurs is None:
            continue
        problems += _object(layout, item)
        for key in entry.clauses.occurs.keys:
            for name in key.names:
                problems += _key(layout, item, name)
    return layout._replace(problems=(*layout.problems, *problems))


def _occurs_at_01(layout: Layout, entry: Entry) -> Problem:
    """GnuCOBOL repeats the record; Enterprise COBOL discards the clause (IGYDS1063-E)."""
    message = f"{entry.title}: OCCURS at level {entry.level:02}"
    if layout.dialect.tolerates("level-01-occurs"):
        message = f"{message}: the record repeats (tolerance level-01-occurs)"
        hint = "Enterprise COBOL discards the clause; put the table one level below a 01"
        return entry.problem("CPY905", message, "occurs", hint, Severity.WARNING)
    hint = (
        "Enterprise COBOL discards the clause, GnuCOBOL repeats the record: put the table one level"
        " below a 01, or give --tolerate level-01-occurs for the latter"
    )
    return entry.problem("CPY521", message, "occurs", hint)


def _key(layout: Layout, table: int, name: str) -> Iterator[Problem]:
    """A KEY is one item of the table, and none of a table inside it.

    (Enterprise COBOL Language Reference, "OCCURS clause", "ASCENDING KEY phrase".)
    """
    entry = layout.items[table]
    title = f"{entry.title}: KEY {name}"
    named = layout.named(name)
    found = [each for each in named if table in (each, *layout.above(each))]
    if not found:
        hint = "name the table itself or an item below it"
        yield entry.problem("CPY529", f"{title} is no item of this table", "occurs", hint)
    elif len(found) > 1:
        hint = "qualify it: KEY name OF group"
        yield entry.problem("CPY529", f"{title} names {len(found)} items", "occurs", hint)
    elif found[0] != table and _tables(layout, found[0], table):
        message = f"{title} occurs several times within one element"
        hint = "Enterprise COBOL sorts by items that stand once in an element"
        yield entry.problem("CPY529", message, "occurs", hint, Severity.WARNING)


def _tables(layout: Layout, item: int, within: int = NONE) -> bool:
    """Whether an item is a table or stands in one, up to the group `within`."""
    groups = layout.above(item)
    if within != NONE:
        groups = groups[: groups.index(within)]
    return any(layout.items[each].clauses.occurs is not None for each in (item, *groups))


def _object(layout: Layout, item: int) -> Iterator[Problem]:
    """The object of DEPENDING ON: an integer in front of the table, or outside the copybook.

    (Enterprise COBOL Language Reference, "OCCURS DEPENDING ON clause".)
    """
    entry = layout.items[item]
    if entry.clauses.depending_on is None:
        return
    name = entry.clauses.depending_on.text.split(" OF ")[0]
    found = layout.named(entry.clauses.depending_on.text)
    where = entry.place(entry.clauses.depending_on)
    title = f"{entry.title}: DEPENDING ON {entry.clauses.depending_on.text}"
    if not found and _names_condition(layout, name):
        message = f"{title}: {name} is a condition-name (level 88)"
        yield Problem("CPY530", message, where, _HINT_OBJECT)
        return
    if not found:
        # A copybook without level 01 may be copied below the qualifier.
        named = name in layout.names
        outside = not named or bool(layout.implied)
        severity = Severity.WARNING if outside else Severity.ERROR
        hint = "copy the member that defines it" if outside else f"{name} stands in another group"
        message = f"{title}: no such item in this copybook"
        yield Problem("CPY528", message, where, hint, severity=severity)
        return
    reasons = [_no_counter(layout, item, each) for each in found]
    if all(reasons):
        yield Problem("CPY530", f"{title}: {name} {reasons[0]}", where, _HINT_OBJECT)
    elif len(found) > 1:
        hint = f"qualify it: DEPENDING ON {name} OF group"
        yield Problem("CPY530", f"{title}: {len(found)} items have this name", where, hint)


def _no_counter(layout: Layout, table: int, item: int) -> str | None:
    """Why an item cannot hold the number of occurrences of a table."""
    picture = layout.pictures[item]
    if layout.is_group(item):
        return "is no integer"
    if picture and (picture.category is not Category.NUMERIC or picture.scale > 0):
        return f"is no integer, but PICTURE {picture.text}" if picture.text else "is no integer"
    if item >= table and layout.record_of(item) == layout.record_of(table):
        return "stands behind the beginning of the table"
    outer = set(layout.above(table))
    inner = any(
        layout.items[each].clauses.occurs
        for each in (item, *layout.above(item))
        if each not in outer
    )
    return "is a table" if inner else None


def _names_condition(layout: Layout, name: str) -> bool:
    return any(
        each.name is not None and each.name.text == name
        for conditions in layout.conditions
        for each in conditions
    )


_HINT_OBJECT = "the number of occurrences is an integer that stands in front of the table"
