"""Selectors: how job.yaml names fields of a record.

A data-name, qualified as `A OF B` (or IN) or as `B.A`, in any case, with `*` for any characters
and `?` for one. A qualifier is any group above the field, as in COBOL, not only its parent.
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.copybook.fields import Field, Kind, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUTOFF = 0.6
_OF = re.compile(r"\s+(?:OF|IN)\s+", re.IGNORECASE)
_PART = r"[A-Za-z0-9*?](?:[\w*?-]*[\w*?])?"
_SELECTOR = re.compile(rf"\s*{_PART}(?:(?:\s+(?:OF|IN)\s+|\s*\.\s*){_PART})*\s*", re.IGNORECASE)


def select(pattern: str, record: Record) -> tuple[Field, ...]:
    """The fields that the pattern names, in record order; none when nothing matches.

    FILLER is found only when the pattern says FILLER, a level-66 entry only by its full name.
    """
    parts = split(pattern)
    fields = tuple(item for item in record.root.walk() if item.name is not None)
    listed = fields[1:] if record.implied and fields and fields[0] is record.root else fields
    return tuple(item for item in listed if _matches(item, parts, record.name))


def split(pattern: str) -> tuple[str, ...]:
    """The name and its qualifiers, innermost first, in upper case."""
    by_of = [part.strip().upper() for part in _OF.split(pattern)]
    if len(by_of) == 1:
        return tuple(part.strip() for part in reversed(by_of[0].split(".")))
    return tuple(by_of)


def is_selector(pattern: str) -> bool:
    """Whether the text has the form of a selector."""
    return _SELECTOR.fullmatch(pattern) is not None


def has_wildcard(pattern: str) -> bool:
    """Whether the selector may name several fields."""
    return "*" in pattern or "?" in pattern


def _matches(item: Field, parts: tuple[str, ...], record_name: str) -> bool:
    name = str(item.name).upper()
    if (item.is_filler or item.kind is Kind.RENAMES) and parts[0] != name:
        return False
    if not _wildcard(parts[0]).fullmatch(name):
        return False
    above = iter([*(group.upper() for group in reversed(item.path[:-1])), record_name.upper()])
    return all(any(_wildcard(part).fullmatch(group) for group in above) for part in parts[1:])


@lru_cache(maxsize=512)
def _wildcard(part: str) -> re.Pattern[str]:
    return re.compile(re.escape(part).replace(r"\*", ".*").replace(r"\?", "."))


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that the user most likely meant, None when none is near."""
    by_upper = {candidate.upper(): candidate for candidate in candidates}
    near = difflib.get_close_matches(word.upper(), by_upper, n=1, cutoff=_CUTOFF)
    return by_upper[near[0]] if near else None


def suggest_field(pattern: str, record: Record) -> str | None:
    """The field's name that the user most likely meant by a selector that matches nothing."""
    named = [item.name for item in record.fields() if item.name and not item.is_filler]
    return suggest(split(pattern)[0], named)


def shortest_name(item: Field, record: Record) -> str:
    """The field's name, qualified as far as it takes to name it alone: `CITY OF BILL-TO`."""
    name = str(item.name)
    for group in (None, *reversed(item.path[:-1])):
        candidate = name if group is None else f"{name} OF {group}"
        if len(select(candidate, record)) == 1:
            return candidate
    return " OF ".join(reversed(item.path))
