"""Keys, indexes, checks and physical clauses of a table that is on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TypeVar

from generator.evolve.comparing.classes import Effect, flags
from generator.evolve.comparing.fates import Decided, clauses
from generator.evolve.model import Change, ChangeClass
from generator.relational.accepted import AcceptedTable
from generator.relational.tables import Check, Index, Physical, TableSpace

Named = TypeVar("Named", Index, Check)


def changes(
    decided: Decided, old: AcceptedTable, new: AcceptedTable, targets: Sequence[str]
) -> Iterator[Change]:
    """The differences, names of columns taken as they are now."""
    now = {before.name: after.name for before, after in decided.columns.same}
    yield from _key(old, new, now, targets)
    indexes = tuple(_index_now(index, now) for index in old.table.indexes)
    for had, has in _pairs(indexes, new.table.indexes):
        yield from _index(new.name, had, has, targets)
    checks = tuple(replace(c, column=now.get(c.column, c.column)) for c in old.table.checks)
    for had_check, has_check in _pairs(checks, new.table.checks):
        yield from _check(new.name, had_check, has_check, targets)
    yield from _physical(new.name, old.table.physical, new.table.physical, targets)


def _key(
    old: AcceptedTable, new: AcceptedTable, now: Mapping[str, str], targets: Sequence[str]
) -> Iterator[Change]:
    had = tuple(now.get(name, name) for name in old.table.primary_key)
    has = new.table.primary_key
    names = old.table.primary_key_name, new.table.primary_key_name
    if had == has and names[0] == names[1]:
        return
    told = Change(
        kind="key-renamed",
        change_class=ChangeClass.PHYSICAL,
        table=new.name,
        subject=new.table.primary_key_name,
        before=names[0],
        after=names[1],
        ddl=f"primary key {names[0]} becomes {names[1]}",
        flags=flags(Effect.KEY, targets),
    )
    if had == has:
        yield told
        return
    grows = set(had) < set(has)
    unique = "stay unique" if grows else "must be unique by the new key: a check finds doubles"
    yield replace(
        told,
        kind="key-changed",
        change_class=ChangeClass.DATA_DEPENDENT,
        before=", ".join(had),
        after=", ".join(has),
        ddl=f"primary key ({', '.join(had)}) becomes ({', '.join(has)})",
        reader="tells records apart by the new key; the MERGE updates by it",
        data=f"rows {unique}",
    )


def _index_now(index: Index, now: Mapping[str, str]) -> Index:
    return replace(
        index,
        columns=tuple(now.get(name, name) for name in index.columns),
        descending=tuple(now.get(name, name) for name in index.descending),
    )


def _pairs(
    old: Sequence[Named], new: Sequence[Named]
) -> Iterator[tuple[Named | None, Named | None]]:
    """By name, then by content, for one that was only renamed; the rest is alone."""
    names = {part.name for part in old} & {part.name for part in new}
    left = [part for part in old if part.name not in names]
    by_name = {part.name: part for part in old}
    for part in new:
        alike = next((other for other in left if _content(other) == _content(part)), None)
        if part.name in names:
            yield by_name[part.name], part
        else:
            left = [other for other in left if other is not alike]
            yield alike, part
    for part in left:
        yield part, None


def _content(part: Index | Check) -> Index | Check:
    if isinstance(part, Index):
        return replace(part, name="", purpose="")
    return replace(part, name="")


def _index(
    table: str, had: Index | None, has: Index | None, targets: Sequence[str]
) -> Iterator[Change]:
    one = has or had
    if one is None:
        return
    told = Change(
        kind="index-changed",
        change_class=ChangeClass.PHYSICAL,
        table=table,
        subject=one.name,
        before=None if had is None else index_text(had),
        after=None if has is None else index_text(has),
        flags=flags(Effect.INDEX, targets),
    )
    if has is None:
        yield replace(told, kind="index-dropped", ddl=f"DROP INDEX {one.name}")
        return
    create = f"CREATE {'UNIQUE ' if has.unique else ''}INDEX {has.name} ON ({index_text(has)})"
    if had is not None and _content(had) == _content(has):
        if had.name != has.name:
            ddl = f"index {had.name} becomes {has.name}"
            yield replace(told, kind="index-renamed", before=had.name, after=has.name, ddl=ddl)
        return
    if has.unique and not (had and had.unique and set(had.columns) <= set(has.columns)):
        told = replace(
            told,
            change_class=ChangeClass.DATA_DEPENDENT,
            data="only if no two rows have the same values: a check finds them",
        )
    if had is None:
        yield replace(told, kind="index-added", ddl=create)
    else:
        yield replace(told, ddl=f"DROP INDEX {had.name}; {create}")


def index_text(index: Index) -> str:
    """``UNIQUE A, B DESC``."""
    names = (f"{name} DESC" if name in index.descending else name for name in index.columns)
    return ("UNIQUE " if index.unique else "") + ", ".join(names)


def _check(
    table: str, had: Check | None, has: Check | None, targets: Sequence[str]
) -> Iterator[Change]:
    one = has or had
    if one is None:
        return
    told = Change(
        kind="check-changed",
        change_class=ChangeClass.SAFE,
        table=table,
        subject=one.name,
        before=None if had is None else check_text(had),
        after=None if has is None else check_text(has),
        data="every row that is there passes",
        flags=flags(Effect.CHECK, targets),
    )
    if has is None:
        yield replace(told, kind="check-dropped", ddl=f"DROP CONSTRAINT {one.name}")
        return
    if had is not None and _content(had) == _content(has):
        if had.name != has.name:
            ddl = f"constraint {had.name} becomes {has.name}"
            yield replace(told, kind="check-renamed", before=had.name, after=has.name, ddl=ddl)
        return
    if had is None or not _allows(has, had):
        told = replace(
            told,
            change_class=ChangeClass.DATA_DEPENDENT,
            data="only if every row passes: a check finds those that do not",
        )
    add = f"ADD CONSTRAINT {has.name} CHECK ({check_text(has)})"
    if had is None:
        yield replace(told, kind="check-added", ddl=add)
    else:
        yield replace(told, ddl=f"DROP CONSTRAINT {had.name}; {add}")


def _allows(wide: Check, narrow: Check) -> bool:
    """Whether each value that one check allows is named by the other one."""
    return (
        wide.column == narrow.column
        and set(narrow.values) <= set(wide.values)
        and set(narrow.ranges) <= set(wide.ranges)
    )


def check_text(check: Check) -> str:
    """``STATUS IN ('A', 'B') OR STATUS BETWEEN '1' AND '5'``."""
    parts = [f"{check.column} IN ({', '.join(check.values)})"] if check.values else []
    parts += [f"{check.column} BETWEEN {low} AND {high}" for low, high in check.ranges]
    return " OR ".join(parts)


def _physical(
    table: str, before: Physical, after: Physical, targets: Sequence[str]
) -> Iterator[Change]:
    had, has = clauses(before, after)
    if had == has:
        return
    costs = {target: flags(_physical_effect(had, has, target), (target,)) for target in targets}
    moves = any(_physical_effect(had, has, target) is Effect.PLACE for target in targets)
    yield Change(
        kind="physical-changed",
        change_class=ChangeClass.PHYSICAL,
        table=table,
        before=" ".join(part for part in _clauses(had) if part not in _clauses(has)) or "-",
        after=" ".join(part for part in _clauses(has) if part not in _clauses(had)) or "-",
        ddl="the table goes to another table space" if moves else "other clauses",
        data="rows are moved as they are" if moves else "rows stay as they are",
        flags={target: flag for cost in costs.values() for target, flag in cost.items()},
    )


def _physical_effect(had: Physical, has: Physical, target: str) -> Effect:
    """Table spaces are for Db2 LUW, `space` is for Db2 for z/OS."""
    if target == "db2-zos":
        was, now = had.space, has.space
        if was is not None and now is not None and was != now:
            fixed = [(each.database, each.storage_group, each.ccsid) for each in (was, now)]
            return Effect.PLACE if fixed[0] != fixed[1] else Effect.CLAUSES
    elif (had.tablespace, had.index_tablespace) != (has.tablespace, has.index_tablespace):
        return Effect.PLACE
    return Effect.NOTHING if had.compress == has.compress else Effect.CLAUSES


def _clauses(physical: Physical) -> list[str]:
    """What is said, clause by clause."""
    compress = {None: None, True: "COMPRESS YES", False: "COMPRESS NO"}[physical.compress]
    said = (
        f"IN {physical.tablespace}" if physical.tablespace else None,
        f"INDEX IN {physical.index_tablespace}" if physical.index_tablespace else None,
        compress,
        *(_space_texts(physical.space) if physical.space else ()),
    )
    return [part for part in said if part]


def _space_texts(space: TableSpace) -> Iterator[str]:
    """``DATABASE BANK``, ``LOCK_SIZE row``: what is said, in the words of job.yaml."""
    for name, value in asdict(space).items():
        if name == "name" or value is None or value is False:
            continue
        yield name.upper() if value is True else f"{name.upper()} {value}"
