"""Fields that lie elsewhere in the record, told once for each run that moves by one distance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.evolve.fates import Decided
from generator.evolve.model import Change, ChangeClass
from generator.evolve.pairing import below
from generator.relational.accepted import TableKind


@dataclass(frozen=True, slots=True, order=True)
class _Field:
    """A field of both sides; `item` is the table inside the record that its offset counts in."""

    record: str
    item: tuple[str, ...]
    offset: int
    name: str
    distance: int
    table: str


def moved(every: Iterable[Decided]) -> tuple[Change, ...]:
    """The runs of each record, in the order of its bytes."""
    fields: dict[tuple[str, tuple[str, ...], int, str], _Field] = {}
    for decided in every:
        for field in _fields(decided):
            fields.setdefault((field.record, field.item, field.offset, field.name), field)
    runs = groupby(sorted(fields.values()), key=lambda f: (f.record, f.item, f.distance))
    return tuple(_change(list(run)) for (_, _, distance), run in runs if distance)


def _fields(decided: Decided) -> Iterator[_Field]:
    old, new = decided.before, decided.after
    if old is None or new is None or new.kind is not TableKind.FINAL:
        return
    item = below(new.item, new.record)
    for before, after in decided.columns.same:
        was, now = old.places.get(before.name), new.places.get(after.name)
        if was is None or now is None or below(now.path, new.record)[: len(item)] != item:
            continue  # a key of the parent, which the parent tells
        subscripts = "".join(f"({number})" for number in now.occurrences)
        name = ".".join(now.path[1:] or now.path) + subscripts
        distance = now.offset - was.offset
        yield _Field(new.record, new.item, now.offset, name, distance, new.name)


def _change(run: list[_Field]) -> Change:
    first, last = run[0], run[-1]
    count = f"{len(run)} fields from {first.name} to {last.name}"
    what = first.name if len(run) == 1 else count
    where = f"from offset {first.offset - first.distance} to {first.offset}"
    return Change(
        kind="fields-moved",
        change_class=ChangeClass.LAYOUT_ONLY,
        table=first.table,
        subject="",
        before=f"offset {first.offset - first.distance}",
        after=f"offset {first.offset}",
        source=".".join(first.item) or first.record,
        ddl="nothing",
        reader=f"{what} {'move' if len(run) > 1 else 'moves'} by {first.distance:+}, {where}",
        data="nothing; files written by the old layout need the old reader",
    )
