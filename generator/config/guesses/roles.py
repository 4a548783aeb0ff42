"""Headers, trailers and what tells the records of a file apart, as names and level 88 suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import is_address, is_floating, is_numeric
from generator.config.guesses.names import words
from generator.config.literals import spelled
from generator.config.select import shortest_name
from generator.copybook.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.copybook.fields import Condition, Copybook, Field, Record

_ROLES = {
    "header": frozenset(("HDR", "HEADER", "HEAD", "HD")),
    "trailer": frozenset(("TRL", "TRLR", "TRAILER", "TAIL", "FOOTER", "FTR")),
}
_COUNTS = frozenset(("COUNT", "CNT", "RECORDS", "RECS", "RECNT"))
_CODES = frozenset(("TYPE", "TYP", "CODE", "CD", "KIND", "ID", "IND"))
_LONGEST_CODE = 4


@dataclass(frozen=True, slots=True)
class RoleGuess:
    """A role with the word that suggests it; `count` is a trailer's number of records."""

    role: str
    reason: str
    count: Field | None = None


def guess_role(record: Record) -> RoleGuess | None:
    """What the record's name says it is, else the level-88 entries of its first code."""
    found = _of_name(record.name)
    if found is None:
        return None
    role, word = found
    count = _count(record) if role == "trailer" else None
    return RoleGuess(role, f"perhaps: {word} in its name; then it has no key", count)


def role_of_branch(name: str | None, conditions: str) -> str | None:
    """What the name of a description, or of the condition that selects it, says it is."""
    found = _of_name(name or "") or _of_name(conditions)
    return found[0] if found else None


def _of_name(name: str) -> tuple[str, str] | None:
    return next(
        (
            (role, word)
            for word in words(name.replace(" ", "-"))
            for role, known in _ROLES.items()
            if word in known
        ),
        None,
    )


def _count(record: Record) -> Field | None:
    return next(
        (
            item
            for item in _outside_tables(record.root)
            if is_numeric(item)
            and not is_floating(item)
            and item.scale == 0
            and _COUNTS & set(words(item.name))
        ),
        None,
    )


def guess_when(record: Record) -> tuple[str, str]:
    """A condition that tells the record from others, and what it means; empty when unknown."""
    fits = [
        item
        for item in _outside_tables(record.root)
        if item.kind is Kind.ELEMENTARY and not item.is_filler and not is_address(item)
    ]
    named = _named(record)
    if named is not None:
        condition = _telling(named, record)
        return condition.name, f"{named.name} = {_values(condition)}"
    code = next(
        (i for i in fits if words(i.name)[-1] in _CODES and i.length <= _LONGEST_CODE), None
    )
    example = shortest_name(code or fits[0], record) if fits else "NAME"
    return f"\"{example} = '?'\"", ""


def is_told_apart(record: Record, book: Copybook) -> bool:
    """Whether another 01 entry has level-88 entries of an item in the same place, too."""
    places = [(item.offset, item.length) for item in map(_named, book.records) if item]
    own = _named(record)
    return own is not None and places.count((own.offset, own.length)) > 1


def _named(record: Record) -> Field | None:
    """The first item whose values have names."""
    fits = (
        item
        for item in _outside_tables(record.root)
        if item.kind is Kind.ELEMENTARY and not item.is_filler and not is_address(item)
    )
    return next((item for item in fits if item.conditions), None)


def _telling(item: Field, record: Record) -> Condition:
    """The entry whose name has most in common with the record's."""
    own = set(words(record.name))
    role = _of_name(record.name)
    alike = _ROLES[role[0]] if role else frozenset[str]()
    return max(item.conditions, key=lambda each: len((own | alike) & set(words(each.name))))


def _values(condition: Condition) -> str:
    return ", ".join(
        spelled(entry.low) + (f" thru {spelled(entry.high)}" if entry.high else "")
        for entry in condition.values
    )


def _outside_tables(item: Field) -> Iterator[Field]:
    if item.occurs is None and item.kind is not Kind.RENAMES:
        yield item
        for child in item.children:
            yield from _outside_tables(child)
