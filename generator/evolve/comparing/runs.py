"""Fields whose columns stay and whose places in the record do not, many of them in one line.

They make no DDL, but the program that reads the file must change in step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.evolve.comparing.fates import Decided
from generator.evolve.model import Change, ChangeClass
from generator.relational.accepted import AcceptedTable, Place, TableKind
from generator.relational.held import below


@dataclass(frozen=True, slots=True, order=True)
class _Field:
    """A field of both sides; `item` is the table inside the record that its offset counts in.

    `variant` numbers the tables that descriptions of the same bytes give: their fields are apart.
    """

    record: str
    item: tuple[str, ...]
    variant: int
    offset: int
    name: str
    distance: int
    groups: tuple[str, str]
    table: str


def runs(every: Iterable[Decided]) -> tuple[Change, ...]:
    """Fields that are in other groups, then those that lie elsewhere, in the order of the bytes."""
    fields: dict[tuple[object, ...], _Field] = {}
    for variant, decided in enumerate(every):
        for field in _fields(decided, variant):
            fields.setdefault((field.record, field.item, field.offset, field.name), field)
    ordered = sorted(fields.values())
    regrouped = groupby(ordered, key=lambda f: (f.record, f.item, f.table, f.groups))
    moved = groupby(ordered, key=lambda f: (f.record, f.item, f.table, f.distance))
    return (
        *(_regrouped(list(run)) for (*_, (was, now)), run in regrouped if was != now),
        *(_moved(list(run)) for (*_, distance), run in moved if distance),
    )


def _fields(decided: Decided, variant: int) -> Iterator[_Field]:
    old, new = decided.before, decided.after
    if old is None or new is None or new.kind is not TableKind.FINAL:
        return
    item = below(new.item, new.record)
    for before, after in decided.columns.same:
        was, now = old.places.get(before.name), new.places.get(after.name)
        if was is None or now is None or below(now.path, new.record)[: len(item)] != item:
            continue  # a key of the parent, which the parent tells
        if any(number > 1 for number in now.occurrences):
            continue  # the first occurrence tells where the item is
        name = ".".join(_path(new, now))
        groups = ".".join(_path(old, was)[:-1]), ".".join(_path(new, now)[:-1])
        distance = now.offset - was.offset
        yield _Field(new.record, new.item, variant, now.offset, name, distance, groups, new.name)


def _path(table: AcceptedTable, place: Place) -> tuple[str, ...]:
    """Without the 01, in the case of the copybook."""
    return place.path[1:] if place.path[:1] == (table.record,) else place.path


def _regrouped(run: list[_Field]) -> Change:
    was, now = run[0].groups
    ways = {
        (True, False): f"outside of {was}",
        (False, True): f"in {now}",
        (True, True): f"in {now} instead of {was}",
    }
    where = ways[bool(was), bool(now)]
    return _change("fields-regrouped", run, (was, now), f"{_told(run)} now {where}")


def _moved(run: list[_Field]) -> Change:
    first, by = run[0], run[0].distance
    sides = f"offset {first.offset - by}", f"offset {first.offset}"
    verb = "moves" if len(run) == 1 else "move"
    reader = f"{_told(run)} {verb} by {by:+}, from {sides[0]} to {first.offset}"
    return _change("fields-moved", run, sides, reader)


def _change(kind: str, run: list[_Field], sides: tuple[str, str], reader: str) -> Change:
    return Change(
        kind=kind,
        change_class=ChangeClass.LAYOUT_ONLY,
        table=run[0].table,
        before=sides[0] or None,
        after=sides[1] or None,
        source=".".join(run[0].item) or run[0].record,
        reader=reader,
        data=(
            "files written by the old layout need the old reader" if kind == "fields-moved" else ""
        ),
    )


def _told(run: list[_Field]) -> str:
    if len(run) == 1:
        return run[0].name
    return f"{len(run)} fields from {run[0].name} to {run[-1].name}"
