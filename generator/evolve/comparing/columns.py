"""What lies between the columns of two tables, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.evolve.comparing.classes import Effect, flags, type_class, type_flags
from generator.evolve.comparing.fates import Decided, Fate
from generator.evolve.model import Change, ChangeClass, Flag
from generator.relational.accepted import AcceptedTable, Place, spelt
from generator.relational.tables import Column, Decimal, SqlType

Targets = Sequence[str]


def changes(
    decided: Decided, old: AcceptedTable, new: AcceptedTable, targets: Targets
) -> Iterator[Change]:
    """Columns of both sides in the order of the model, then new ones, then those that are gone."""
    retired = {column.name for column in old.retired}
    for before, after in decided.columns.same:
        if before.name in retired:
            yield _back(new, before, after, targets)
            told = replace(before, nullable=after.nullable)
            yield from _column(old, new, told, after, targets)
        else:
            yield from _column(old, new, before, after, targets)
    for column in decided.columns.added:
        yield _column_added(new, column, targets)
    for column in (*decided.columns.lost, *decided.columns.idle):
        if column.name in decided.fates:
            yield _column_lost(old, new, column, decided.fates[column.name], targets)


def _column_added(table: AcceptedTable, column: Column, targets: Targets) -> Change:
    place = table.places.get(column.name)
    null = "" if column.nullable else " NOT NULL"
    initial = "null" if column.nullable else "what INITIALIZE sets (blanks, zero)"
    return Change(
        kind="column-added",
        change_class=ChangeClass.SAFE,
        table=table.name,
        subject=column.name,
        after=spelt(column.type) + null,
        source=_source(place),
        ddl=f"ADD COLUMN {column.name} {spelt(column.type)}{null}",
        reader=f"reads {_stored(place)} at offset {place.offset}" if place else "",
        data=f"rows that are there get {initial}",
        flags=flags(Effect.ADD, targets),
    )


_LOST_DATA = {
    Fate.DROP: "its values are lost for good",
    Fate.MOVED: "its values become rows of the child table first",
    Fate.KEEP: "its values stay; new rows have null",
    Fate.CARRIED: "its values become rows of the child table, and stay here too",
    Fate.ASK: "its values stay until job.yaml says drop, keep or renamed_from",
}
_LOST_KINDS = {
    Fate.DROP: ("column-dropped", ChangeClass.DESTRUCTIVE),
    Fate.MOVED: ("column-moved", ChangeClass.DATA_DEPENDENT),
    Fate.KEEP: ("column-retired", ChangeClass.SAFE),
    Fate.CARRIED: ("column-carried", ChangeClass.SAFE),
    Fate.ASK: ("column-gone", ChangeClass.DESTRUCTIVE),
}


def _column_lost(
    old: AcceptedTable, new: AcceptedTable, column: Column, fate: Fate, targets: Targets
) -> Change:
    kind, change_class = _LOST_KINDS[fate]
    stays = "stays, nullable; its DROP COLUMN stands in the migration as a comment"
    return Change(
        kind=kind,
        change_class=change_class,
        table=new.name,
        subject=column.name,
        before=spelt(column.type) + ("" if column.nullable else " NOT NULL"),
        source=_source(old.places.get(column.name)),
        ddl=f"DROP COLUMN {column.name}" if fate.drops else f"{column.name} {stays}",
        reader="the field is read no more" if column.name in old.places else "",
        data=_LOST_DATA[fate],
        flags=flags(_lost_effect(column, fate), targets),
    )


def _lost_effect(column: Column, fate: Fate) -> Effect:
    if fate.drops:
        return Effect.DROP_CARRIED if fate is Fate.MOVED else Effect.DROP
    return Effect.NOTHING if column.nullable else Effect.NULLABILITY


def _back(table: AcceptedTable, before: Column, after: Column, targets: Targets) -> Change:
    effect = Effect.NOTHING if before.nullable == after.nullable else Effect.NULLABILITY
    fills = "; nulls become what INITIALIZE sets" if effect is Effect.NULLABILITY else ""
    return Change(
        kind="column-back",
        change_class=ChangeClass.SAFE,
        table=table.name,
        subject=after.name,
        after=spelt(after.type) + ("" if after.nullable else " NOT NULL"),
        source=_source(table.places.get(after.name)),
        ddl=f"{before.name} is still there and is taken up again",
        reader="the field is read again",
        data=f"values of old rows are as they were{fills}",
        flags=flags(effect, targets),
    )


def _column(
    old: AcceptedTable, new: AcceptedTable, before: Column, after: Column, targets: Targets
) -> Iterator[Change]:
    was, now = old.places.get(before.name), new.places.get(after.name)
    told = Change("", ChangeClass.SAFE, new.name, after.name, source=_source(now))
    if before.name != after.name:
        yield replace(
            told,
            kind="column-renamed",
            before=before.name,
            after=after.name,
            ddl=f"RENAME COLUMN {before.name} TO {after.name}",
            reader=_renamed(was, now),
            data="values stay; other programs and views must name the new column",
            flags=flags(Effect.RENAME, targets),
        )
    if before.type != after.type:
        keyed = _is_indexed(old, before.name)
        cost = type_flags(before.type, after.type, targets, keyed=keyed)
        yield _retyped(told, before, after, (was, now), cost)
    if before.nullable != after.nullable:
        yield _nullability(told, after, targets)
    if before.default != after.default:
        yield replace(
            told,
            kind="default-changed",
            change_class=ChangeClass.PHYSICAL,
            before=before.default or "none",
            after=after.default or "none",
            ddl=f"{after.name} has default {after.default or 'none'}",
            data="rows that are there stay as they are",
        )
    if was is not None and now is not None:
        is_same = before.type == after.type and before.name == after.name
        yield from _field(told, was, now, is_same=is_same)


def _is_indexed(table: AcceptedTable, name: str) -> bool:
    inner = table.table
    return name in inner.primary_key or any(name in index.columns for index in inner.indexes)


def _retyped(
    told: Change,
    before: Column,
    after: Column,
    places: tuple[Place | None, Place | None],
    cost: Mapping[str, tuple[Flag, ...]],
) -> Change:
    change_class = type_class(before.type, after.type)
    data = {
        ChangeClass.WIDENING: "every value fits",
        ChangeClass.NARROWING: "only if every value fits: a check finds the rows that do not",
        ChangeClass.DATA_DEPENDENT: "each value is converted: a check finds those that cannot be",
    }
    was, now = places
    return replace(
        told,
        kind=_type_kind(before.type, after.type, change_class),
        change_class=change_class,
        before=spelt(before.type),
        after=spelt(after.type),
        ddl=f"{after.name} {spelt(before.type)} becomes {spelt(after.type)}",
        reader=_read(was, now),
        data=data[change_class],
        flags=cost,
    )


def _type_kind(before: SqlType, after: SqlType, change_class: ChangeClass) -> str:
    if change_class is ChangeClass.DATA_DEPENDENT:
        return "type-changed"
    match before, after:
        case Decimal(scale=had), Decimal(scale=has) if had != has:
            return "scale-changed"
    return "column-widened" if change_class is ChangeClass.WIDENING else "column-narrowed"


def _nullability(told: Change, after: Column, targets: Targets) -> Change:
    words = ("NOT NULL", "may be null") if after.nullable else ("may be null", "NOT NULL")
    is_safe = after.nullable
    return replace(
        told,
        kind="nullability-changed",
        change_class=ChangeClass.SAFE if is_safe else ChangeClass.DATA_DEPENDENT,
        before=words[0],
        after=words[1],
        ddl=f"{after.name} {'DROP' if is_safe else 'SET'} NOT NULL",
        reader="gives null where it may" if is_safe else "gives a value or rejects the record",
        data="rows stay" if is_safe else "only if no row has null: a check finds those that do",
        flags=flags(Effect.NULLABILITY, targets),
    )


def _field(told: Change, was: Place, now: Place, *, is_same: bool) -> Iterator[Change]:
    """The column is the same in the table, the field in the record is not.

    Where it stands and which groups it is in is told for many at once, in `comparing.runs`.
    """
    quiet = replace(told, change_class=ChangeClass.LAYOUT_ONLY)
    if is_same and was.path[-1] != now.path[-1]:
        yield replace(
            quiet,
            kind="field-renamed",
            before=was.name,
            after=now.name,
            reader=_renamed(was, now),
        )
    stored = _stored(was), _stored(now)
    if is_same and stored[0] != stored[1]:
        yield replace(
            quiet,
            kind="storage-changed",
            before=stored[0],
            after=stored[1],
            reader=f"reads {stored[1]} instead of {stored[0]}",
        )


def _renamed(was: Place | None, now: Place | None) -> str:
    if was is None or now is None or was.path[-1] == now.path[-1]:
        return ""
    return f"reads {now.name}, as {was.name} before"


def _read(was: Place | None, now: Place | None) -> str:
    if was is None or now is None:
        return ""
    before, after = _stored(was), _stored(now)
    if before == after:
        return "reads the same bytes as the other type"
    return f"reads {after} instead of {before}"


def _stored(place: Place | None) -> str:
    """``PIC S9(7)V99 COMP-3 (5 bytes)``."""
    if place is None:
        return ""
    picture = [f"PIC {place.picture}"] if place.picture else ["a group"] if not place.usage else []
    usage = [place.usage] if place.usage and place.usage != "DISPLAY" else []
    unit = "byte" if place.length == 1 else "bytes"
    return f"{' '.join([*picture, *usage])} ({place.length} {unit})"


def _source(place: Place | None) -> str:
    if place is None:
        return ""
    return ".".join(place.path) + "".join(f"({number})" for number in place.occurrences)
