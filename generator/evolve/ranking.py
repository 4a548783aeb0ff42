"""Columns and tables that are gone beside those that are new: what may be a rename.

A score ranks, it does not decide: a field that takes over the bytes of another scores high too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.evolve.model import Candidate
from generator.evolve.pairing import ColumnPairs, TablePair
from generator.relational.accepted import AcceptedTable, Place, spelt
from generator.relational.tables import Column

NEIGHBOUR, PICTURE, TYPE, BYTES, ORDINAL, TOKENS = 15, 25, 15, 15, 10, 20
LIKELY, SHOWN = 30, 3
SIMILAR = 50  # per cent of a table's columns


def column_candidates(
    pair: TablePair, columns: ColumnPairs, lost: Column, added: Iterable[Column]
) -> tuple[Candidate, ...]:
    """The new columns that `lost` may have become, the likeliest first."""
    every = (_candidate(pair, columns, lost, column) for column in added)
    return _likely(candidate for candidate in every if candidate.score >= LIKELY)


def table_candidates(gone: AcceptedTable, added: Iterable[AcceptedTable]) -> tuple[Candidate, ...]:
    """The new tables that `gone` may have become: those with as many of its columns."""
    every = (_table_candidate(gone, table) for table in added)
    return _likely(candidate for candidate in every if candidate.score >= SIMILAR)


def _likely(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.after))[:SHOWN])


def _candidate(pair: TablePair, columns: ColumnPairs, lost: Column, new: Column) -> Candidate:
    reasons = tuple(_reasons(pair, columns, lost, new))
    return Candidate(
        lost.name, new.name, sum(score for score, _ in reasons), tuple(why for _, why in reasons)
    )


def _reasons(
    pair: TablePair, columns: ColumnPairs, lost: Column, new: Column
) -> Iterator[tuple[int, str]]:
    if pair.before is None or pair.after is None:
        return
    was, now = pair.before.places.get(lost.name), pair.after.places.get(new.name)
    yield from _neighbours(pair, columns, lost, new)
    yield from _alike(lost, new, was, now)
    if was is not None and now is not None:
        if (was.offset, was.length) == (now.offset, now.length):
            yield BYTES, f"the same bytes: offset {now.offset}, length {now.length}"
        if _ordinal(pair.before, lost) == _ordinal(pair.after, new):
            yield ORDINAL, f"the same position in the record: {_ordinal(pair.after, new) + 1}"
    common = _tokens(lost, was) & _tokens(new, now)
    if common:
        every = _tokens(lost, was) | _tokens(new, now)
        score = TOKENS * len(common) // len(every)
        yield score, f"words in common: {', '.join(sorted(common))}"


def _alike(
    lost: Column, new: Column, was: Place | None, now: Place | None
) -> Iterator[tuple[int, str]]:
    picture = was.picture if was else None
    if now is not None and picture is not None and picture == now.picture:
        yield PICTURE, f"the same picture: {picture}"
    elif lost.type == new.type:
        yield TYPE, f"the same type: {spelt(new.type)}"


def _neighbours(
    pair: TablePair, columns: ColumnPairs, lost: Column, new: Column
) -> Iterator[tuple[int, str]]:
    if pair.before is None or pair.after is None:
        return
    for step, side in ((-1, "behind"), (1, "before")):
        old = _beside(pair.before.table.columns, lost, step)
        now = _beside(pair.after.table.columns, new, step)
        if old is not None and now is not None and columns.now(old.name) == now.name:
            yield NEIGHBOUR, f"{side} {now.name} as before"


def _beside(columns: Sequence[Column], column: Column, step: int) -> Column | None:
    index = [known.name for known in columns].index(column.name) + step
    return columns[index] if 0 <= index < len(columns) else None


def _ordinal(table: AcceptedTable, column: Column) -> int:
    return [known.name for known in table.table.columns].index(column.name)


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
