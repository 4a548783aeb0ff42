"""Which table and which column of one model is which of the other.

What job.yaml says comes first, then where a value comes from in the record, then the name. What
remains is new on one side and gone on the other: see `generator.evolve.comparing.ranking`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from generator.config.select import split
from generator.evolve.model import Words
from generator.relational.accepted import AcceptedSchema, AcceptedTable, TableKind
from generator.relational.held import below
from generator.relational.tables import Column, Role

Path = tuple[str, ...]
Origin = tuple[Path, tuple[int, ...]]
Old = TypeVar("Old")
New = TypeVar("New")


@dataclass(frozen=True, slots=True)
class TablePair:
    """The same table on both sides, as the lock and the model have it; None where it is not."""

    before: AcceptedTable | None
    after: AcceptedTable | None


@dataclass(frozen=True, slots=True)
class ColumnPairs:
    """The columns of a pair of tables.

    `same` are (before, after) in the order of the model; `lost` are columns in use that the model
    no longer has, `idle` those that were retired before and stay so.
    """

    same: tuple[tuple[Column, Column], ...] = ()
    added: tuple[Column, ...] = ()
    lost: tuple[Column, ...] = ()
    idle: tuple[Column, ...] = ()

    def now(self, name: str) -> str | None:
        """What the column `name` of the earlier table is called, None when it is gone."""
        return next((new.name for old, new in self.same if old.name == name), None)


def origin(table: AcceptedTable, name: str) -> Origin | None:
    """Where the column's value comes from, below the 01; None for one that no field gives."""
    place = table.places.get(name)
    return None if place is None else (below(place.path, table.record), place.occurrences)


def pair_tables(
    before: AcceptedSchema, model: AcceptedSchema, words: Words
) -> tuple[TablePair, ...]:
    """Every table of either side, those of the model first and in its order."""
    found = _finals(before, model, words)
    final = {old.name: new.name for old, new in found if old.kind is TableKind.FINAL}
    left = [table for table in before.tables if all(table is not old for old, _ in found)]
    right = [table for table in model.tables if all(table is not new for _, new in found)]
    found += matches(left, right, lambda old: final.get(old.entity), lambda new: new.entity)
    known = {new.name: old for old, new in found}
    gone = (table for table in before.tables if all(table is not old for old, _ in found))
    return (
        *(TablePair(known.get(table.name), table) for table in model.tables),
        *(TablePair(table, None) for table in gone),
    )


def _finals(
    before: AcceptedSchema, model: AcceptedSchema, words: Words
) -> list[tuple[AcceptedTable, AcceptedTable]]:
    """Tables by name, by what their rows are, and by what job.yaml says that they were."""
    left, right = list(before.tables), list(model.tables)
    found = matches(left, right, _by_name, _by_name)
    live = [table for table in left if not table.gone]
    found += matches(live, right, _identity, _identity)
    found += matches(live, right, _identity, partial(_former_identity, words))
    return found


def _by_name(table: AcceptedTable) -> Hashable:
    return table.kind, table.name


def _identity(table: AcceptedTable) -> Hashable:
    if table.kind is not TableKind.FINAL:
        return None
    return table.record.upper(), below(table.item, table.record), table.when


def _former_identity(words: Words, table: AcceptedTable) -> Hashable:
    if table.kind is not TableKind.FINAL:
        return None
    record = words.records.get(table.record, table.record)
    return record.upper(), former(words, table.record, table.item), table.when


def former(words: Words, record: str, path: Path) -> Path:
    """The path that a field had before its groups or itself were renamed, below the 01."""
    parts = list(path)
    for end in range(1, len(path) + 1):
        said = words.renamed.get((record, ".".join(path[:end])))
        if said:
            parts[end - 1] = split(said)[0]
    return below(parts, record)


def pair_columns(pair: TablePair, words: Words) -> ColumnPairs:
    """The columns of the two tables; all are lost or added where one side is not there."""
    old, new = pair.before, pair.after
    if old is None or new is None:
        return ColumnPairs(
            added=new.table.columns if new else (), lost=old.table.columns if old else ()
        )
    left, right = list(old.columns), list(new.table.columns)
    by_word = _by_word(pair, words)
    found = matches(left, right, lambda c: c.name, lambda c: by_word.get(c.name))
    sides = partial(origin, old), partial(origin, new)
    found += matches(left, right, lambda c: sides[0](c.name), lambda c: sides[1](c.name))
    found += matches(
        left, right, lambda c: sides[0](c.name), lambda c: _former_origin(words, new, c.name)
    )
    found += matches(left, right, lambda c: c.name, lambda c: c.name)
    found += matches(left, right, partial(_duty, old), partial(_duty, new))
    order = {column.name: number for number, column in enumerate(new.table.columns)}
    retired = {column.name for column in old.retired}
    return ColumnPairs(
        same=tuple(sorted(found, key=lambda both: order[both[1].name])),
        added=tuple(right),
        lost=tuple(column for column in left if column.name not in retired),
        idle=tuple(column for column in left if column.name in retired),
    )


def _by_word(pair: TablePair, words: Words) -> dict[str, str]:
    """The earlier names of columns that job.yaml renames.

    A word was carried out when the lock has the field and the copybook has what it was renamed
    from, if that is still anything. (A takes the name of B, and B another one: both are to do.)
    """
    old, new = pair.before, pair.after
    if old is None or new is None:
        return {}
    held = {origin(old, column.name) for column in old.columns}
    here = {origin(new, column.name) for column in new.table.columns}
    known = ((column.name, renamed_from(pair, column, words)) for column in new.table.columns)
    return {
        name: former.name
        for name, former in known
        if former and (origin(new, name) not in held or origin(old, former.name) not in here)
    }


def renamed_from(pair: TablePair, column: Column, words: Words) -> Column | None:
    """The earlier column that job.yaml names for a column of the model.

    The word is about a field: for one with OCCURS it names the field or any of its columns.
    """
    old, new = pair.before, pair.after
    place = new.places.get(column.name) if new else None
    if old is None or new is None or place is None:
        return None
    said = words.renamed.get((new.record, ".".join(place.path)))
    if said is None:
        return None
    named = old.places.get(said)
    found = [
        known
        for known in old.table.columns
        if (at := old.places.get(known.name)) is not None
        and at.occurrences == place.occurrences
        and (at.path == named.path if named else _ends(at.path, split(said)))
    ]
    found += [known for known in old.retired if known.name == said]
    return found[0] if len(found) == 1 else None


def _ends(path: Path, wanted: Sequence[str]) -> bool:
    """Whether a path is the field that a selector names, whose parts are innermost first."""
    above = iter(part.upper() for part in reversed(path))
    return next(above) == wanted[0] and all(part in above for part in wanted[1:])


def _former_origin(words: Words, table: AcceptedTable, name: str) -> Origin | None:
    place = table.places.get(name)
    if place is None:
        return None
    return former(words, table.record, place.path), place.occurrences


def _duty(table: AcceptedTable, column: Column) -> Hashable:
    """What a column that no field gives is for; sequence numbers by their place in the key."""
    if column.role is Role.SEQUENCE and column.name in table.table.primary_key:
        numbers = [c.name for c in table.table.columns if c.role is Role.SEQUENCE]
        return column.role, len(numbers) - numbers.index(column.name)
    is_plain = column.role in {Role.KEY, Role.DATA, Role.AUDIT, Role.SEQUENCE}
    return None if is_plain else column.role


def matches(
    left: list[Old],
    right: list[New],
    old_key: Callable[[Old], Hashable],
    new_key: Callable[[New], Hashable],
) -> list[tuple[Old, New]]:
    """Take the pairs with the same key out of both lists; a key that is there twice is none."""
    olds, news = _unique(left, old_key), _unique(right, new_key)
    found = [(olds[key], new) for key, new in news.items() if key in olds]
    taken = {id(part) for both in found for part in both}
    left[:] = [item for item in left if id(item) not in taken]
    right[:] = [item for item in right if id(item) not in taken]
    return found


def _unique(items: Iterable[Old], key: Callable[[Old], Hashable]) -> dict[Hashable, Old]:
    keyed = [(key(item), item) for item in items]
    count = Counter(found for found, _ in keyed)
    return {found: item for found, item in keyed if found is not None and count[found] == 1}
