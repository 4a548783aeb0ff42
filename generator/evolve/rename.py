"""Which entry of job.yaml says that a column or a record was renamed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems import GenerationFailed, Problem
from generator.relational.accepted import AcceptedTable, TableKind

if TYPE_CHECKING:
    from generator.config.where import KeyPath
    from generator.relational.accepted import AcceptedSchema


@dataclass(frozen=True, slots=True)
class Rename:
    """`keys` is where job.yaml says it, `former` what it says."""

    keys: KeyPath
    former: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A column, or a table when `column` is empty, by all the names that a user may give it."""

    table: AcceptedTable
    column: str = ""

    @property
    def cobol(self) -> str:
        place = self.table.places.get(self.column)
        return place.path[-1].upper() if place else ""

    @property
    def origin(self) -> object:
        """What one word of job.yaml is about: all columns of a field, in every table."""
        place = self.table.places.get(self.column)
        return (self.table.record, place.path) if place else (self.table.name, self.column)

    def is_called(self, name: str) -> bool:
        if not self.column:
            return name in {self.table.name, self.table.record.upper()}
        full = f"{self.table.name}.{self.column}"
        return name in {self.column, full, self.cobol, f"{self.table.record.upper()}.{self.cobol}"}


def find_rename(before: AcceptedSchema, model: AcceptedSchema, old: str, new: str) -> Rename:
    """What to write so that `old` of the accepted tables is `new` of the model.

    Both may be COLUMN, TABLE.COLUMN or a COBOL name, or a table or a record. GenerationFailed when
    one of them is not there, is not of its side, or may be several.
    """
    gone, here = _only(before, model), _only(model, before)
    was = _one(
        old, gone, "is no column or table that schema.lock.json has and the copybooks do not give"
    )
    now = _one(new, here, "is no column or table that is new in the copybooks")
    if bool(was.column) != bool(now.column):
        raise GenerationFailed(
            [_wrong(f"{old} and {new} are not of one kind", "name two columns or two tables")]
        )
    record = now.table.record
    if not now.column:
        return _of_table(was.table, now.table)
    if now.column not in now.table.places:
        raise GenerationFailed([_wrong(f"{new} comes from no field", "it follows its table")])
    path = now.table.places[now.column].path
    return Rename(
        ("records", record, "fields", _selector(path, now.table), "renamed_from"), was.column
    )


def _of_table(was: AcceptedTable, now: AcceptedTable) -> Rename:
    """The record was renamed, or the item with OCCURS whose rows they are."""
    if now.item and was.item:
        keys = ("records", now.record, "fields", " OF ".join(reversed(now.item[1:])))
        return Rename((*keys, "renamed_from"), was.item[-1])
    if was.record == now.record:
        message = f"{was.name} and {now.name} are both of {now.record}"
        raise GenerationFailed([_wrong(message, f"name it {was.name} in job.yaml, then rename it")])
    return Rename(("records", now.record, "renamed_from"), was.record)


def _only(one: AcceptedSchema, other: AcceptedSchema) -> list[_Named]:
    """What only the first model has, final tables alone; whole tables come before columns."""
    found: list[_Named] = []
    for table in (t for t in one.tables if t.kind is TableKind.FINAL and not t.gone):
        twin = other.table(table.name)
        if twin is None:
            found.append(_Named(table))
        names = {column.name for column in twin.table.columns} if twin else set()
        found += [_Named(table, c.name) for c in table.table.columns if c.name not in names]
    return found


def _one(name: str, named: Iterable[_Named], wrong: str) -> _Named:
    every = list(named)
    upper = name.upper()
    called = [item for item in every if item.is_called(upper)]
    found = list({item.origin: item for item in reversed(called)}.values())
    if not found:
        words = [f"{i.table.name}.{i.column}".rstrip(".") for i in every]
        near = difflib.get_close_matches(upper, words, 1, 0.4)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(words) or 'none'}"
        raise GenerationFailed([_wrong(f"{name} {wrong}", hint)])
    if len(found) > 1:
        words = [f"{i.table.name}.{i.column}".rstrip(".") for i in found]
        raise GenerationFailed(
            [_wrong(f"{name} may be {len(found)} things", f"write one of: {', '.join(words)}")]
        )
    return found[0]


def _selector(path: tuple[str, ...], table: AcceptedTable) -> str:
    """The field's name, qualified by its groups where another field of the record has it too."""
    twins = {place.path for place in table.places.values() if place.path[-1] == path[-1]}
    return path[-1] if len(twins) == 1 else " OF ".join(reversed(path[1:]))


def _wrong(message: str, hint: str) -> Problem:
    return Problem("MIG206", message, hint=hint)
