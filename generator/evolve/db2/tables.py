"""What has to be done to one table, before it is cut into statements and units of work.

Columns are named as they are until they are renamed, which comes after everything else. A column
whose name is still another's is added under a name of its own and renamed with the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.evolve.db2.values import carried, cuts, initial, read_as, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.evolve.db2.statements import Db2
    from generator.evolve.model import TableChange
    from generator.relational.accepted import AcceptedTable
    from generator.relational.tables import Check, Column, Index, SqlType


@dataclass(frozen=True, slots=True)
class Rules:
    """What ALTER TABLE of a target does to a column in its place.

    `drops_beside_checks` says that it drops a column of a table that has a CHECK on another one.
    """

    retypes: Callable[[SqlType, SqlType], bool]
    changes_nullability: bool
    drops_beside_checks: bool


@dataclass(frozen=True, slots=True)
class Birth:
    """A column that is added, under the name that it has at first.

    `default` is what rows that are there get, None where that is null or the column's own default.
    `value` is an expression over the column whose values it takes, named by `origin`.
    """

    name: str
    column: Column
    default: str | None
    value: str | None = None
    origin: Column | None = None


@dataclass(frozen=True, slots=True)
class Keys:
    """Indexes and constraints that go before the columns change, and come afterwards."""

    drop_primary: bool
    drop_checks: tuple[str, ...]
    drop_indexes: tuple[str, ...]
    rename_indexes: tuple[tuple[str, str], ...]
    add_primary: bool
    add_checks: tuple[Check, ...]
    add_indexes: tuple[Index, ...]


@dataclass(frozen=True, slots=True)
class TablePlan:
    """All changes of one table.

    `pairs` are the columns of both sides. `lost` are columns whose values no other takes over,
    `cut` those whose values may come out shorter. `filled` are retired columns that come back, with
    the value that rows without one get.
    """

    before: AcceptedTable
    after: AcceptedTable
    pairs: tuple[tuple[Column, Column], ...]
    births: tuple[Birth, ...]
    dropped: tuple[Column, ...]
    lost: tuple[str, ...]
    cut: tuple[str, ...]
    retyped: tuple[tuple[Column, Column], ...]
    closed: tuple[str, ...]
    opened: tuple[str, ...]
    filled: tuple[tuple[str, str], ...]
    default_set: tuple[str, ...]
    default_dropped: tuple[str, ...]
    retiring: tuple[Column, ...]
    renames: tuple[tuple[str, str], ...]
    keys: Keys

    @property
    def name(self) -> str:
        """The table's later name."""
        return self.after.name


def plan(change: TableChange, rules: Rules, db2: Db2) -> TablePlan | None:
    """The changes of a table, None where one of the sides has no such table."""
    if change.before is None or change.after is None:
        return None
    before, after = change.before, change.after
    pairs = tuple((p.before, p.after) for p in change.columns if p.before and p.after)
    new = [p.after for p in change.columns if p.after and not p.before]
    gone = tuple(p.before for p in change.columns if p.before and not p.after)
    both = [pair for pair in pairs if _in_place(*pair, rules)]
    again = [pair for pair in pairs if pair not in both]
    births = tuple(_births(before, after, new, again, db2))
    dropped = (*gone, *(former for former, _ in again))
    taken = {birth.origin.name for birth in births if birth.origin and birth.value}
    revived = {c.name for c in before.retired} - {c.name for c in after.retired}
    known = {column.name for column in before.retired}
    names = {former.name: later.name for former, later in pairs}
    bare = bool(dropped) and not rules.drops_beside_checks
    touched = {column.name for column in dropped}
    touched |= {b.name for b, a in both if (b.type, b.nullable) != (a.type, a.nullable)}
    return TablePlan(
        before=before,
        after=after,
        pairs=pairs,
        births=births,
        dropped=dropped,
        lost=tuple(column.name for column in dropped if column.name not in taken),
        cut=tuple(b.name for b, a in pairs if cuts(b.type, a.type)),
        retyped=tuple((b, a) for b, a in both if b.type != a.type),
        closed=tuple(b.name for b, a in both if b.nullable and not a.nullable),
        opened=tuple(b.name for b, a in both if a.nullable and not b.nullable),
        filled=tuple(
            (b.name, initial(a, after.table.checks))
            for b, a in pairs
            if b.nullable and not a.nullable and b.name in revived
        ),
        default_set=tuple(b.name for b, a in both if a.default and not b.default),
        default_dropped=tuple(b.name for b, a in both if b.default and not a.default),
        retiring=tuple(column for column in after.retired if column.name not in known),
        renames=_renames(both, births, db2),
        keys=_keys(before, after, names, frozenset(touched), bare=bare),
    )


def _in_place(before: Column, after: Column, rules: Rules) -> bool:
    """Whether ALTER TABLE makes the one the other."""
    if before.type != after.type and not rules.retypes(before.type, after.type):
        return False
    return rules.changes_nullability or before.nullable == after.nullable


def _births(
    before: AcceptedTable,
    after: AcceptedTable,
    new: Iterable[Column],
    again: Iterable[tuple[Column, Column]],
    db2: Db2,
) -> Iterator[Birth]:
    """New columns, and those that take the place of a column which cannot be altered to fit."""
    kept = {column.name for column in after.retired}
    revived = tuple(column for column in before.retired if column.name not in kept)
    former = {column.name for column in before.columns}
    taken = former | {column.name for column in after.columns}
    wanted: list[tuple[Column | None, Column]] = [(None, column) for column in new]
    for origin, column in (*wanted, *again):
        name = column.name if column.name not in former else _free(column.name, taken, db2)
        taken.add(name)
        default = initial(column, after.table.checks)
        value = _value(before, origin, after, column, db2) if origin else None
        if origin and value and origin in revived and not column.nullable:
            value = db2.sql("value_or_default", value=value, default=default)
        given = None if column.nullable or column.default else default
        yield Birth(name, column, given, value, origin)


def _value(
    before: AcceptedTable, origin: Column, after: AcceptedTable, column: Column, db2: Db2
) -> str | None:
    source = read_as(source_of(before, origin), after, column)
    return carried(db2, source, column.type)


def _free(name: str, taken: Iterable[str], db2: Db2) -> str:
    """A name for a column until it gets its own."""
    known = frozenset(taken)
    numbers = ("", *map(str, range(2, len(known) + 3)))
    limit = db2.target.column_name
    words = (f"{name[: limit - len(f'_NEW{n}')]}_NEW{n}" for n in numbers)
    return next(word for word in words if word not in known)


def _apart(name: str, taken: Iterable[str], db2: Db2) -> str:
    """A name for a column of a ring."""
    short = f"{name}_"
    return (
        short
        if len(short) <= db2.target.column_name and short not in taken
        else (_free(name, taken, db2))
    )


def _renames(
    both: Sequence[tuple[Column, Column]], births: Sequence[Birth], db2: Db2
) -> tuple[tuple[str, str], ...]:
    """In an order in which no name is taken twice; a ring goes through a name of its own."""
    waiting = [(b.name, a.name) for b, a in both if b.name != a.name]
    waiting += [(birth.name, birth.column.name) for birth in births]
    waiting = [(old, new) for old, new in waiting if old != new]
    taken = {b.name for b, _ in both} | {birth.name for birth in births}
    done: list[tuple[str, str]] = []
    while waiting:
        free = next(((old, new) for old, new in waiting if new not in taken), None)
        if free is None:
            old, new = waiting.pop(0)
            free = (old, _apart(old, taken, db2))
            waiting.append((free[1], new))
        else:
            waiting.remove(free)
        taken = (taken - {free[0]}) | {free[1]}
        done.append(free)
    return tuple(done)


def _keys(
    before: AcceptedTable,
    after: AcceptedTable,
    names: dict[str, str],
    touched: frozenset[str],
    *,
    bare: bool,
) -> Keys:
    """What stays are keys whose columns and name stay; a constraint cannot be renamed in Db2.

    A CHECK goes and comes where its column or its table gets another name, and each of a table
    that has to be `bare` of them.
    """
    old, new = before.table, after.table
    same_primary = (
        old.primary_key_name == new.primary_key_name
        and _mapped(old.primary_key, names) == new.primary_key
        and not touched & set(old.primary_key)
    )
    stands = old.checks if old.name == new.name and not bare else ()
    kept = [c for c in stands if c in new.checks and names.get(c.column) == c.column]
    kept = [check for check in kept if check.column not in touched]
    stay, renamed = _index_pairs(before, after, names, touched)
    gone = [i for i in old.indexes if i.name not in stay and i.name not in dict(renamed)]
    there = {*stay, *(later for _, later in renamed)}
    return Keys(
        drop_primary=not same_primary,
        drop_checks=tuple(check.name for check in old.checks if check not in kept),
        drop_indexes=tuple(index.name for index in gone),
        rename_indexes=tuple(renamed),
        add_primary=not same_primary,
        add_checks=tuple(check for check in new.checks if check not in kept),
        add_indexes=tuple(index for index in new.indexes if index.name not in there),
    )


def _mapped(columns: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(column, "") for column in columns)


def _index_pairs(
    before: AcceptedTable, after: AcceptedTable, names: dict[str, str], touched: frozenset[str]
) -> tuple[set[str], list[tuple[str, str]]]:
    """Indexes that stay as they are, and those that only change their names."""
    stay: set[str] = set()
    renamed: list[tuple[str, str]] = []
    later = {index.name: index for index in after.table.indexes}
    for index in before.table.indexes:
        if touched & set(index.columns):
            continue
        shape = _shape(index, names)
        if index.name in later and _shape(later[index.name], {}) == shape:
            stay.add(index.name)
            continue
        former = {i.name for i in before.table.indexes} | {new for _, new in renamed}
        alike = (i.name for i in later.values() if _shape(i, {}) == shape and i.name not in former)
        found = next(alike, None)
        if found:
            renamed.append((index.name, found))
    return stay, renamed


def _shape(index: Index, names: dict[str, str]) -> tuple[object, ...]:
    def mapped(columns: Iterable[str]) -> tuple[str, ...]:
        return tuple(names.get(column, column) for column in columns)

    return (mapped(index.columns), index.unique, frozenset(mapped(index.descending)))
