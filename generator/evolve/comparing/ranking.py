"""Columns and tables that are gone beside those that are new: what may be a rename.

A score ranks, it does not decide: a field that takes over the bytes of another scores high too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.evolve.comparing.pairing import ColumnPairs, TablePair
from generator.evolve.model import Candidate
from generator.relational.accepted import AcceptedTable, Place, spelt
from generator.relational.tables import Column

NEIGHBOUR, PICTURE, TYPE, BYTES, ORDINAL, TOKENS = 15, 25, 15, 15, 10, 20
LIKELY, SHOWN = 30, 3
SIMILAR = 50  # per cent of a table's columns


@dataclass(frozen=True, slots=True)
class _Side:
    """The columns of one model's table, as far as they tell which is which."""

    columns: tuple[Column, ...]
    places: Mapping[str, Place]
    ordinals: Mapping[str, int]
    tokens: Mapping[str, frozenset[str]]

    def beside(self, column: Column, step: int) -> Column | None:
        index = self.ordinals[column.name] + step
        return self.columns[index] if 0 <= index < len(self.columns) else None


def _side(table: AcceptedTable) -> _Side:
    columns = table.table.columns
    return _Side(
        columns=columns,
        places=table.places,
        ordinals={column.name: number for number, column in enumerate(columns)},
        tokens={c.name: _tokens(c, table.places.get(c.name)) for c in columns},
    )


def column_candidates(
    pair: TablePair, columns: ColumnPairs, lost: Iterable[Column]
) -> dict[str, tuple[Candidate, ...]]:
    """For each lost column the new ones that it may have become, the likeliest first."""
    if pair.before is None or pair.after is None:
        return {}
    old, new = _side(pair.before), _side(pair.after)
    now = {before.name: after.name for before, after in columns.same}
    found = {}
    for column in lost:
        every = (_candidate(old, new, now, column, added) for added in columns.added)
        found[column.name] = _likely(each for each in every if each.score >= LIKELY)
    return found


def table_candidates(gone: AcceptedTable, added: Iterable[AcceptedTable]) -> tuple[Candidate, ...]:
    """The new tables that `gone` may have become: those with as many of its columns."""
    every = (_table_candidate(gone, table) for table in added)
    return _likely(candidate for candidate in every if candidate.score >= SIMILAR)


def _likely(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.after))[:SHOWN])


def _candidate(
    old: _Side, new: _Side, now: Mapping[str, str], lost: Column, added: Column
) -> Candidate:
    reasons = (
        *_neighbours(old, new, now, lost, added),
        *_alike(lost, added, old.places.get(lost.name), new.places.get(added.name)),
        *_position(old, new, lost, added),
        *_words(old.tokens[lost.name], new.tokens[added.name]),
    )
    score = sum(points for points, _ in reasons)
    return Candidate(lost.name, added.name, score, tuple(why for _, why in reasons))


def _neighbours(
    old: _Side, new: _Side, now: Mapping[str, str], lost: Column, added: Column
) -> Iterator[tuple[int, str]]:
    for step, side in ((-1, "behind"), (1, "before")):
        was, here = old.beside(lost, step), new.beside(added, step)
        if was is not None and here is not None and now.get(was.name) == here.name:
            yield NEIGHBOUR, f"{side} {here.name} as before"


def _alike(
    lost: Column, added: Column, was: Place | None, now: Place | None
) -> Iterator[tuple[int, str]]:
    picture = was.picture if was else None
    if now is not None and picture is not None and picture == now.picture:
        yield PICTURE, f"the same picture: {picture}"
    elif lost.type == added.type:
        yield TYPE, f"the same type: {spelt(added.type)}"


def _position(old: _Side, new: _Side, lost: Column, added: Column) -> Iterator[tuple[int, str]]:
    was, now = old.places.get(lost.name), new.places.get(added.name)
    if was is None or now is None:
        return
    if (was.offset, was.length) == (now.offset, now.length):
        yield BYTES, f"the same bytes: offset {now.offset}, length {now.length}"
    if old.ordinals[lost.name] == new.ordinals[added.name]:
        yield ORDINAL, f"the same position in the table: {new.ordinals[added.name] + 1}"


def _words(was: frozenset[str], now: frozenset[str]) -> Iterator[tuple[int, str]]:
    common = was & now
    if common:
        yield TOKENS * len(common) // len(
            was | now
        ), f"words in common: {', '.join(sorted(common))}"


def _tokens(column: Column, place: Place | None) -> frozenset[str]:
    text = place.path[-1] if place else column.name
    return frozenset(part for part in re.split(r"[^A-Z0-9]+", text.upper()) if part)


def _table_candidate(gone: AcceptedTable, table: AcceptedTable) -> Candidate:
    old, new = _columns(gone), _columns(table)
    score = 100 * len(old & new) // max(len(old), len(new), 1)
    reason = f"{len(old & new)} of {len(old)} columns have the same name and type"
    return Candidate(gone.name, table.name, score, (reason,))


def _columns(table: AcceptedTable) -> frozenset[tuple[str, str]]:
    return frozenset((c.name, spelt(c.type)) for c in table.table.columns if c.name in table.places)
