"""Numbered columns that became a table of their own, and back: whose values go along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.evolve.comparing.pairing import ColumnPairs, Origin, TablePair, former, origin
from generator.evolve.model import Move, Words
from generator.relational.accepted import AcceptedTable, TableKind
from generator.relational.held import below
from generator.relational.tables import Role

Paired = tuple[TablePair, ColumnPairs]


def moves_between(paired: Sequence[Paired], words: Words) -> tuple[Move, ...]:
    """The moves that follow from tables inside a record that came or went."""
    final = [
        both
        for both in paired
        if any(side and side.kind is TableKind.FINAL for side in (both[0].before, both[0].after))
    ]
    return tuple(move for pair, _ in final for move in _moves(pair, final, words))


def _moves(pair: TablePair, every: Sequence[Paired], words: Words) -> Iterator[Move]:
    old, new = pair.before, pair.after
    if new is not None and new.item and (old is None or old.gone):
        yield from _spread(new, every, words)
    elif old is not None and old.item and new is None and not old.gone:
        yield from _gathered(old, every, words)


def _spread(tall: AcceptedTable, every: Sequence[Paired], words: Words) -> Iterator[Move]:
    for pair, columns in every:
        wide = pair.before
        if wide is None or pair.after is None or pair.after.name != tall.parent:
            continue
        item = former(words, tall.record, tall.item)
        rows = _rows(_own(_former_origins(tall, words), item), _origins(wide), item)
        names = [(name, columns.now(name)) for name in wide.table.primary_key]
        key = tuple((name, now) for name, now in names if now is not None)
        if rows and {now for _, now in key} == _parent_key(tall):
            yield Move(wide.name, tall.name, key, _sequence(tall), rows, spread=True)


def _gathered(tall: AcceptedTable, every: Sequence[Paired], words: Words) -> Iterator[Move]:
    for pair, columns in every:
        wide = pair.after
        if wide is None or pair.before is None or pair.before.name != tall.parent:
            continue
        item = below(tall.item, tall.record)
        rows = _rows(_own(_origins(tall), item), _former_origins(wide, words), item)
        names = [(columns.now(name), name) for name in pair.before.table.primary_key]
        key = tuple((now, name) for now, name in names if now is not None)
        if rows and {name for _, name in key} == _parent_key(tall):
            yield Move(wide.name, tall.name, key, _sequence(tall), rows, spread=False)


def _rows(
    tall: Mapping[Origin, str], wide: Mapping[Origin, str], item: tuple[str, ...]
) -> tuple[tuple[int, tuple[tuple[str, str], ...]], ...]:
    """By number of the occurrence the wide and the tall column of each value."""
    numbers = sorted({at[0] for path, at in wide if at and path[: len(item)] == item})
    found = (
        (
            number,
            tuple(
                (wide[path, (number, *at)], name)
                for (path, at), name in tall.items()
                if (path, (number, *at)) in wide
            ),
        )
        for number in numbers
    )
    return tuple((number, columns) for number, columns in found if columns)


def _own(origins: Mapping[Origin, str], item: tuple[str, ...]) -> dict[Origin, str]:
    """Without the key of the parent."""
    return {at: name for at, name in origins.items() if at[0][: len(item)] == item}


def _origins(table: AcceptedTable) -> dict[Origin, str]:
    found = ((origin(table, column.name), column.name) for column in table.table.columns)
    return {at: name for at, name in found if at is not None}


def _former_origins(table: AcceptedTable, words: Words) -> dict[Origin, str]:
    return {
        (former(words, table.record, place.path), place.occurrences): name
        for name, place in table.places.items()
    }


def _parent_key(tall: AcceptedTable) -> set[str]:
    return set(tall.table.primary_key) - {_sequence(tall)}


def _sequence(tall: AcceptedTable) -> str:
    """The last of the sequence columns: those before it are the parents'."""
    return [column.name for column in tall.table.columns if column.role is Role.SEQUENCE][-1]


def carried(moves: Iterable[Move]) -> frozenset[tuple[str, str]]:
    """The columns, with the earlier names of their tables, whose values went into rows."""
    return frozenset(
        (move.wide, wide)
        for move in moves
        if move.spread
        for _, columns in move.rows
        for wide, _ in columns
    )
