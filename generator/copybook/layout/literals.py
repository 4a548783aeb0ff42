"""The pass on literals: VALUE of an item, and the values of its condition-names.

Enterprise COBOL for z/OS Language Reference, "VALUE clause": format 1 for items, format 2 for
level 88. What `cobc -std=ibm` takes with a warning, or the manual alone forbids, is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.copybook.entries.entry import Entry
from generator.copybook.fields import Category, Picture, Usage, Value, ValueRange
from generator.copybook.layout.columns import NONE, Layout
from generator.copybook.layout.place import binary_length
from generator.copybook.layout.structure import literal_length
from generator.problems import Problem, Severity

_TEXTS = frozenset(("text", "hex", "null-terminated"))
_NATIONALS = frozenset(("national", "national-hex"))
_DBCS = frozenset(("dbcs", "dbcs-hex", "national"))
_UTF_8 = frozenset(("utf-8", "utf-8-hex"))
_CLASSES = {
    Category.ALPHABETIC: _TEXTS,
    Category.ALPHANUMERIC: _TEXTS,
    Category.ALPHANUMERIC_EDITED: _TEXTS,
    Category.NUMERIC_EDITED: _TEXTS | _NATIONALS | {"numeric"},
    Category.NATIONAL: _TEXTS | _NATIONALS,
    Category.NATIONAL_EDITED: _TEXTS | _NATIONALS,
    Category.DBCS: _DBCS,
    Category.UTF_8: _TEXTS | _UTF_8,
}
_NUMBERS = (Category.NUMERIC, Category.FLOATING_POINT, Category.EXTERNAL_FLOATING_POINT)
_ADDRESSES = (
    Category.DATA_POINTER,
    Category.PROCEDURE_POINTER,
    Category.FUNCTION_POINTER,
    Category.OBJECT_REFERENCE,
)
_HEX_DIGITS = {"hex": 2, "national-hex": 4, "dbcs-hex": 4, "utf-8-hex": 2}
_HEXADECIMAL = re.compile("[0-9A-F]*")
_BINARY = (Usage.COMP, Usage.COMP_5)
_NO_NUMBER = frozenset(("SPACE", "QUOTE", "HIGH-VALUE", "LOW-VALUE", "NULL"))
_FITTING = {
    "alphabetic": "a literal of letters in quotes",
    "alphanumeric": "a literal in quotes",
    "alphanumeric-edited": "a literal in quotes",
    "numeric-edited": "a literal in quotes",
    "national": "N'...'",
    "national-edited": "N'...'",
    "dbcs": "G'...'",
    "utf-8": "U'...'",
}


def check_literals(layout: Layout) -> Layout:
    """VALUE of items and level 88: their class, and whether they fit."""
    problems: list[Problem] = []
    for item, entry in enumerate(layout.items):
        conditions = layout.conditions[item]
        if not (entry.clauses.values or conditions) or entry.broken:
            continue
        if entry.clauses.values:
            problems += _value(layout, item, entry)
        for condition in conditions:
            problems += _condition(layout, item, condition)
    return layout._replace(problems=(*layout.problems, *problems))


def _value(layout: Layout, item: int, entry: Entry) -> Iterator[Problem]:
    value = entry.clauses.values[0].low
    yield from _hexadecimal(entry, value)
    if any(layout.bases[each] != NONE for each in (item, *layout.above(item))):
        message = f"{entry.title}: VALUE in a redefinition, whose storage another item initializes"
        hint = "Enterprise COBOL forbids it; take it out, or make it a level 88"
        yield entry.problem("CPY533", message, "values", hint, Severity.WARNING)
    if len(entry.clauses.values) > 1 or entry.clauses.values[0].high:
        message = f"{entry.title}: only level 88 has several values"
        yield entry.problem("CPY524", message, "values", "leave one, or write level 88 entries")
    elif layout.is_group(item):
        yield from _text(entry, value, layout.lengths[item], "the group", _of_group(layout, item))
    else:
        picture = layout.pictures[item]
        usage = layout.usages[item] or Usage.DISPLAY
        if picture is not None:
            yield from _literal(entry, value, picture, usage, is_value=True)


def _condition(layout: Layout, item: int, entry: Entry) -> Iterator[Problem]:
    picture = layout.pictures[item]
    usage = layout.usages[item] or Usage.DISPLAY
    values = [each for pair in entry.clauses.values for each in (pair.low, pair.high) if each]
    if entry.clauses.false_value:
        values.append(entry.clauses.false_value)
    for value in values:
        yield from _hexadecimal(entry, value)
        if layout.is_group(item):
            yield from _text(
                entry, value, layout.lengths[item], "its group", _of_group(layout, item)
            )
        elif picture is not None:
            yield from _literal(entry, value, picture, usage, is_value=False)
    for pair in entry.clauses.values:
        yield from _order(entry, pair)


def _of_group(layout: Layout, item: int) -> frozenset[str]:
    """A group is alphanumeric, or of its GROUP-USAGE."""
    return {Usage.NATIONAL: _TEXTS | _NATIONALS, Usage.UTF_8: _TEXTS | _UTF_8}.get(
        layout.items[item].clauses.group_usage or Usage.DISPLAY, _TEXTS
    )


def _hexadecimal(entry: Entry, value: Value) -> Iterator[Problem]:
    """Two digits a byte, four a national or DBCS character.

    (Language Reference, "Alphanumeric literals", "National literals", "DBCS literals".)
    """
    count = _HEX_DIGITS.get(value.kind)
    if count and (len(value.text) % count or not _HEXADECIMAL.fullmatch(value.text)):
        message = f"{entry.title}: {value.text!r} is no hexadecimal literal"
        hint = f"{count} hexadecimal digits, 0-9 and A-F, make a character of it"
        yield entry.problem("CPY532", message, "values", hint)


def _literal(
    entry: Entry, value: Value, picture: Picture, usage: Usage, *, is_value: bool
) -> Iterator[Problem]:
    """One literal against its item."""
    category = picture.category
    if category in _ADDRESSES or category is Category.INDEX:
        yield from _address(entry, value, category, is_value=is_value)
    elif category in _NUMBERS:
        yield from _number(entry, value, picture, usage, is_value=is_value)
    elif value.kind == "figurative":
        if category is Category.ALPHABETIC and value.text == "ZERO" and is_value:
            message = f"{entry.title}: ZERO as VALUE of alphabetic text"
            yield entry.problem("CPY526", message, "values", "write SPACE, or make it PICTURE X")
    elif value.kind not in _CLASSES.get(category, _TEXTS) or (
        value.kind == "numeric" and is_value and category is Category.NUMERIC_EDITED
    ):
        kind = "number" if value.kind == "numeric" else f"{value.kind} literal"
        if value.text.startswith("-") and not picture.signed and value.kind == "numeric":
            yield _unsigned(entry, value, picture, is_value=is_value)
            return
        what = "an edited number" if category is Category.NUMERIC_EDITED else f"{category} text"
        message = f"{entry.title}: a {kind} as VALUE of {what}"
        yield _warning(entry, "CPY526", message, f"write {_FITTING.get(category, 'text')}")
    elif value.kind != "numeric":
        yield from _text(entry, value, picture.size, f"PICTURE {picture.text}", None)
        if category is Category.ALPHABETIC and value.kind == "text" and _no_letters(value.text):
            message = f"{entry.title}: VALUE {value.text!r} holds more than letters and blanks"
            yield _warning(entry, "CPY526", message, "PICTURE X takes any character")


def _no_letters(text: str) -> bool:
    return not text.replace(" ", "a").isalpha()


def _address(
    entry: Entry, value: Value, category: Category, *, is_value: bool
) -> Iterator[Problem]:
    """Only NULL, and nothing for an index item; GnuCOBOL takes condition-names on them."""
    if not is_value:
        message = f"{entry.title}: a condition-name on an item of category {category}"
        hint = "Enterprise COBOL has none there; compare the item itself"
        yield _warning(entry, "CPY526", message, hint)
    elif category is Category.INDEX:
        message = f"{entry.title}: VALUE of an index item"
        yield _warning(entry, "CPY526", message, "leave it out; SET gives the index its value")
    elif value.text != "NULL":
        message = f"{entry.title}: VALUE of an item of category {category}"
        yield entry.problem("CPY526", message, "values", "the only value is NULL")


def _number(
    entry: Entry, value: Value, picture: Picture, usage: Usage, *, is_value: bool
) -> Iterator[Problem]:
    """A numeric literal, without nonzero digits that PICTURE would cut off."""
    if value.kind == "figurative":
        yield from _figurative(entry, value, is_value=is_value)
    elif value.kind != "numeric":
        what = "text" if value.kind == "text" else value.kind
        message = f"{entry.title}: a numeric item with a {what} literal as VALUE"
        yield _warning(entry, "CPY526", message, "write the number without quotes")
    elif picture.category is not Category.NUMERIC:
        return
    elif "E" in value.text:
        message = f"{entry.title}: a floating-point literal as VALUE of {picture.text or usage}"
        hint = "write the number in full; COMP-1 and COMP-2 alone take an exponent"
        yield _warning(entry, "CPY526", message, hint)
    elif value.text.startswith("-") and not picture.signed and value.text.strip("-0."):
        yield _unsigned(entry, value, picture, is_value=is_value)
    elif is_value and usage in _BINARY and _overflows(value.text, picture):
        message = f"{entry.title}: VALUE {value.text} does not fit the bytes of {picture.text}"
        yield entry.problem("CPY525", message, "values", "make the PICTURE larger")
    elif picture.text and usage is not Usage.COMP_5 and not _fits(value.text, picture):
        message = f"{entry.title}: VALUE {value.text} does not fit PICTURE {picture.text}"
        yield _warning(entry, "CPY525", message, "make the PICTURE larger or the number shorter")


def _unsigned(entry: Entry, value: Value, picture: Picture, *, is_value: bool) -> Problem:
    message = f"{entry.title}: VALUE {value.text} of an item without sign"
    hint = "put S in front of its PICTURE" if picture.text else "leave out UNSIGNED"
    if picture.category is not Category.NUMERIC:
        hint = "write a literal in quotes"
    severity = Severity.ERROR if is_value else Severity.WARNING
    return entry.problem("CPY525", message, "values", hint, severity)


def _figurative(entry: Entry, value: Value, *, is_value: bool) -> Iterator[Problem]:
    """The compilers take ZERO; in VALUE of an item GnuCOBOL takes HIGH- and LOW-VALUE as well."""
    if value.text in _NO_NUMBER:
        lax = is_value and value.text not in ("SPACE", "QUOTE")
        message = f"{entry.title}: {value.text} as VALUE of a numeric item"
        hint = "write a number or ZERO, or make the item PICTURE X"
        severity = Severity.WARNING if lax else Severity.ERROR
        yield entry.problem("CPY526", message, "values", hint, severity)


def _overflows(text: str, picture: Picture) -> bool:
    """Whether a whole number takes more bits than its binary item has."""
    number = text.partition(".")[0].lstrip("+-").lstrip("0")
    if picture.scale or not number:
        return False
    limit = 1 << (8 * binary_length(picture.digits) - picture.signed)
    return len(number) > len(str(limit)) or int(number) >= limit + text.startswith("-")


def _fits(text: str, picture: Picture) -> bool:
    """Whether no digit but zeros stands outside the PICTURE's digits."""
    whole, _, decimals = text.lstrip("+-").partition(".")
    whole, decimals = whole.lstrip("0"), decimals.rstrip("0")
    scale = picture.scale
    if scale < 0:
        round_ = not whole or whole.endswith("0" * -scale)
        return not decimals and round_ and len(whole) <= picture.digits - scale
    leading = len(decimals) - len(decimals.lstrip("0"))
    below = scale > picture.digits and decimals and leading < scale - picture.digits
    return len(whole) <= max(picture.digits - scale, 0) and len(decimals) <= scale and not below


def _text(
    entry: Entry, value: Value, room: int, where: str, kinds: frozenset[str] | None
) -> Iterator[Problem]:
    """The literal's characters against the room for them."""
    if kinds is not None and value.kind != "figurative" and value.kind not in kinds:
        kind = "number" if value.kind == "numeric" else f"{value.kind} literal"
        message = f"{entry.title}: a {kind} as VALUE of {where}"
        yield _warning(entry, "CPY526", message, "write a literal in quotes")
        return
    length = _length(value)
    if length is not None and length > room:
        message = f"{entry.title}: VALUE has {length} characters, {where} holds {room}"
        yield _warning(entry, "CPY525", message, "make the item larger or the literal shorter")


def _length(value: Value) -> int | None:
    """Characters of a literal; None where its text does not tell."""
    if value.kind in ("national", "utf-8"):
        return len(value.text)
    return len(value.text) // 4 if value.kind == "national-hex" else literal_length(value)


def _order(entry: Entry, pair: ValueRange) -> Iterator[Problem]:
    """THRU goes upwards; of text only the collating sequence of ASCII is known here."""
    low, high = pair.low, pair.high
    if high is None:
        return
    if low.kind == high.kind == "text" and low.text > high.text:
        message = f"{entry.title}: {low.text!r} THRU {high.text!r} is empty in ASCII order"
        hint = "in EBCDIC digits follow letters; check which order the data have"
        yield entry.problem("CPY527", message, "values", hint, Severity.NOTE)
    elif low.kind == high.kind == "numeric" and float(low.text) >= float(high.text):
        message = f"{entry.title}: {low.text} THRU {high.text} goes downwards"
        yield _warning(entry, "CPY527", message, "write the smaller number first")


def _warning(entry: Entry, code: str, message: str, hint: str) -> Problem:
    return entry.problem(code, message, "values", hint, Severity.WARNING)
