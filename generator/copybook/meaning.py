"""Passes on single items: the picture analysed, and what an item inherits from its groups."""

from __future__ import annotations

from dataclasses import replace

from generator.copybook.columns import NONE, Layout
from generator.copybook.entries import Entry
from generator.copybook.fields import Category, Picture, Sign, Usage
from generator.copybook.picture import BadPicture, analyse
from generator.problems import Problem

_TRAILING = Sign("trailing")


def read_pictures(layout: Layout) -> Layout:
    """Analyse each PICTURE character-string."""
    pictures: list[Picture | None] = []
    problems: list[Problem] = []
    for entry in layout.items:
        picture = None
        if entry.picture is not None:
            try:
                picture = analyse(entry.picture.text)
            except BadPicture as error:
                problems.append(_bad(entry, error))
        pictures.append(picture)
    return replace(layout, pictures=tuple(pictures), problems=(*layout.problems, *problems))


def _bad(entry: Entry, error: BadPicture) -> Problem:
    word = entry.picture
    text, at = (word.text, word.at) if word else ("", 0)
    where = entry.statement.location(at + error.at, max(1, len(text) - error.at))
    if not error.supported:
        return Problem("CPY902", f"{error} are not supported yet", where)
    return Problem("CPY401", f"PICTURE {text} {error}", where)


def inherit_usage(layout: Layout) -> Layout:
    """USAGE of a group holds for the elementary items below it, SIGN for the signed ones.

    SYNCHRONIZED is inherited from level 01 (Enterprise COBOL Language Reference, "USAGE clause",
    "SIGN clause", "SYNCHRONIZED clause"). Columns hold the effect, so groups have none.
    """
    given_usage: list[Usage | None] = []
    given_sign: list[Sign | None] = []
    given_sync: list[bool] = []
    usages: list[Usage | None] = []
    signs: list[Sign | None] = []
    for item, entry in enumerate(layout.items):
        parent = layout.parents[item]
        above = parent != NONE
        given_usage.append(entry.usage or (given_usage[parent] if above else None))
        given_sign.append(entry.sign or (given_sign[parent] if above else None))
        given_sync.append(entry.synchronized or (above and given_sync[parent]))
        group = layout.is_group(item)
        usage = None if group else given_usage[item] or Usage.DISPLAY
        usages.append(usage)
        signs.append(_sign(layout.pictures[item], usage, given_sign[item]))
    return replace(layout, usages=tuple(usages), signs=tuple(signs), synchronized=tuple(given_sync))


def _sign(picture: Picture | None, usage: Usage | None, given: Sign | None) -> Sign | None:
    if usage is not Usage.DISPLAY or picture is None or not picture.signed:
        return None
    return (given or _TRAILING) if picture.category is Category.NUMERIC else None
