"""Passes on single items: the picture analysed, and what an item inherits from its groups."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.copybook.entries.entry import Entry, Word
from generator.copybook.entries.usages import implied_picture
from generator.copybook.fields import Category, Picture, Sign, Usage
from generator.copybook.layout.columns import NONE, Layout
from generator.copybook.layout.picture import BadPicture, analyse
from generator.problems import Problem, Severity

_TRAILING = Sign("trailing")
_OF_CATEGORY = {
    Category.NATIONAL: Usage.NATIONAL,
    Category.NATIONAL_EDITED: Usage.NATIONAL,
    Category.DBCS: Usage.DISPLAY_1,
    Category.UTF_8: Usage.UTF_8,
}


_CLAUSE = re.compile(
    r"(?<=.)(?:USAGE|VALUES?|OCCURS|REDEFINES|SIGN|SYNC|COMP(?:UTATIONAL)?(?:-[1-5])?|BINARY"
    r"|PACKED-DECIMAL|DISPLAY|NATIONAL|JUST|BLANK|LEADING|TRAILING)\Z",
    re.IGNORECASE,
)


def read_pictures(layout: Layout) -> Layout:
    """Analyse each PICTURE character-string."""
    pictures: list[Picture | None] = []
    problems: list[Problem] = []
    for entry in layout.items:
        picture = None
        if entry.clauses.picture is not None:
            try:
                picture = analyse(entry.clauses.picture.text, layout.dialect)
            except BadPicture as error:
                problems.append(_bad(entry, entry.clauses.picture, error))
            else:
                if picture.text != entry.clauses.picture.text:
                    problems.append(_tolerated(entry, picture))
        pictures.append(picture)
    return layout._replace(pictures=tuple(pictures), problems=(*layout.problems, *problems))


def _bad(entry: Entry, word: Word, error: BadPicture) -> Problem:
    glued = _CLAUSE.search(word.text)
    if glued:
        message = f"no blank between PICTURE {word.text[: glued.start()]} and {glued[0]}"
        hint = "a PICTURE ends at the first blank: write one in front of the next clause"
        return Problem("CPY401", message, entry.place(word, glued.start()), hint)
    return Problem(
        "CPY401", f"PICTURE {word.text} {error}", entry.place(word, error.at), error.hint
    )


def _tolerated(entry: Entry, picture: Picture) -> Problem:
    message = f"{entry.title}: taken for PICTURE {picture.text} (tolerance decimal-point)"
    hint = "write V where the point is assumed"
    return entry.problem("CPY905", message, "picture", hint, Severity.WARNING)


def inherit_usage(layout: Layout) -> Layout:
    """USAGE of a group holds for the elementary items below it, SIGN for the signed ones.

    GROUP-USAGE does so as well, and SYNCHRONIZED of a level 01 (Enterprise COBOL Language
    Reference, "USAGE clause", "GROUP-USAGE clause", "SIGN clause", "SYNCHRONIZED clause").
    Columns hold the effect, so groups have none. An item whose USAGE takes no PICTURE gets one
    for its category.
    """
    given_usage: list[Usage | None] = []
    given_sign: list[Sign | None] = []
    given_sync: list[bool] = []
    usages: list[Usage | None] = []
    signs: list[Sign | None] = []
    pictures: list[Picture | None] = []
    columns = zip(layout.items, layout.parents, layout.children, layout.pictures, strict=True)
    for entry, parent, below, picture in columns:
        clauses, above = entry.clauses, parent != NONE
        given = clauses.usage or clauses.group_usage or (given_usage[parent] if above else None)
        sign = clauses.sign or (given_sign[parent] if above else None)
        given_usage.append(given)
        given_sign.append(sign)
        given_sync.append(clauses.synchronized or (above and given_sync[parent]))
        usage = None if below else _usage(entry, picture, given)
        effective = picture if usage is None else _picture(entry, picture, usage)
        usages.append(usage)
        pictures.append(effective)
        signs.append(_sign(effective, usage, sign) if effective and effective.signed else None)
    return layout._replace(
        pictures=tuple(pictures),
        usages=tuple(usages),
        signs=tuple(signs),
        synchronized=tuple(given_sync),
    )


def _usage(entry: Entry, picture: Picture | None, given: Usage | None) -> Usage:
    """The USAGE that was given here or above; else that of the PICTURE's symbols.

    N without USAGE is NATIONAL under the default option NSYMBOL(NATIONAL); G is DISPLAY-1 and U
    is UTF-8. A group's DISPLAY says nothing to them (Enterprise COBOL Language Reference, "USAGE
    clause", "NATIONAL phrase"; Programming Guide, "NSYMBOL").
    """
    by_symbols = _OF_CATEGORY.get(picture.category) if picture else None
    if by_symbols and (given is None or (given is Usage.DISPLAY and entry.clauses.usage is None)):
        return by_symbols
    return given or Usage.DISPLAY


def _picture(entry: Entry, picture: Picture | None, usage: Usage) -> Picture | None:
    """The picture as the USAGE makes it: N with DISPLAY-1 is DBCS, a pointer has none."""
    if picture is None:
        return (
            implied_picture(usage, unsigned=entry.clauses.unsigned)
            if entry.clauses.picture is None
            else None
        )
    if usage is Usage.DISPLAY_1 and picture.category is Category.NATIONAL:
        return replace(picture, category=Category.DBCS)
    return picture


def _sign(picture: Picture, usage: Usage | None, given: Sign | None) -> Sign | None:
    """Only numbers in characters have a sign that can be placed."""
    if usage not in (Usage.DISPLAY, Usage.NATIONAL):
        return None
    return (given or _TRAILING) if picture.category is Category.NUMERIC else None
