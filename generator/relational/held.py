"""Names that schema.lock.json holds: a table with data is not renamed because a glossary changed.

Looked up by where a column or a table inside a record comes from; what job.yaml names outright
goes before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.relational.accepted import TableKind
from generator.relational.tables import Role

if TYPE_CHECKING:
    from generator.relational.accepted import AcceptedSchema, AcceptedTable

Origin = tuple[tuple[str, ...], tuple[int, ...]]  # path below the 01 in upper case, subscripts


@dataclass(frozen=True, slots=True)
class Child:
    """The names of a table inside a record: its two tables and its own sequence column."""

    final: str
    staging: str
    sequence: str


@dataclass(frozen=True, slots=True)
class Held:
    """The names of one record. `columns` are by final table, `agreed` those that all share.

    `record` is the name that the record has now.
    """

    record: str = ""
    columns: Mapping[tuple[str, Origin], str] = field(default_factory=dict)
    agreed: Mapping[Origin, str] = field(default_factory=dict)
    children: Mapping[tuple[tuple[str, ...], str | None], Child] = field(default_factory=dict)

    def column(self, table: str, path: Iterable[str], subscripts: tuple[int, ...]) -> str | None:
        """The name that the column has, None for a new one."""
        origin = (below(path, self.record), subscripts)
        return self.columns.get((table, origin)) or self.agreed.get(origin)

    def child(self, path: Iterable[str], when: str | None) -> Child | None:
        """The names that the table of an OCCURS item has."""
        return self.children.get((below(path, self.record), when))


NOTHING = Held()


def held_names(schema: AcceptedSchema | None, record: str, former: str | None = None) -> Held:
    """What the lock holds of a record, under its former name until it has the new one."""
    if schema is None:
        return NOTHING
    live = [table for table in schema.tables if not table.gone]
    known = {table.record.upper() for table in live}
    name = next((n.upper() for n in (record, former) if n and n.upper() in known), "")
    own = [table for table in live if name and table.record.upper() == name]
    final = [table for table in own if table.kind is TableKind.FINAL]
    staging = {table.entity: table.name for table in own if table.kind is TableKind.STAGING}
    columns = {
        (table.name, (below(place.path, table.record), place.occurrences)): name
        for table in final
        for name, place in table.places.items()
    }
    return Held(record, columns, _agreed(columns), _children(final, staging))


def _agreed(columns: Mapping[tuple[str, Origin], str]) -> dict[Origin, str]:
    names: dict[Origin, set[str]] = {}
    for (_, origin), name in columns.items():
        names.setdefault(origin, set()).add(name)
    return {origin: found.pop() for origin, found in names.items() if len(found) == 1}


def _children(
    final: Iterable[AcceptedTable], staging: Mapping[str, str]
) -> dict[tuple[tuple[str, ...], str | None], Child]:
    return {
        (below(table.item, table.record), table.when): Child(
            table.name, staging[table.name], sequence
        )
        for table in final
        if table.item and table.name in staging and (sequence := _sequence(table))
    }


def _sequence(table: AcceptedTable) -> str:
    """The last of the key's sequence columns: those before it are the parents'."""
    numbers = [column.name for column in table.table.columns if column.role is Role.SEQUENCE]
    return numbers[-1] if numbers else ""


def below(path: Iterable[str], record: str) -> tuple[str, ...]:
    """The path in upper case without the 01, which a copybook may leave to its program."""
    parts = tuple(part.upper() for part in path)
    return parts[1:] if parts[:1] == (record.upper(),) else parts
