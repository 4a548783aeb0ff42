"""The names of a record's fields, each qualified as far as it takes to name it alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.copybook.fields import Field, Record


def qualified(record: Record) -> Mapping[int, str]:
    """By identity: what `config.select.shortest_name` gives for each, for all of them at once."""
    alike: dict[str, list[Field]] = defaultdict(list)
    for item in record.root.walk():
        if item.name is not None:
            alike[item.name.upper()].append(item)
    found = {id(item): _one(item, same) for same in alike.values() for item in same}
    return defaultdict(lambda: "FILLER", found)


def _one(item: Field, same: Sequence[Field]) -> str:
    """A group above the item that no other of the same name lies in."""
    if len(same) == 1:
        return str(item.name)
    for group in reversed(item.path[:-1]):
        inside = [other for other in same if group.upper() in map(str.upper, other.path[:-1])]
        if len(inside) == 1:
            return f"{item.name} OF {group}"
    return " OF ".join(reversed(item.path))
