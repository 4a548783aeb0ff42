"""Where each entry of job.yaml stands, so that later stages can report at its line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.problems import Location

KeyPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The key (for an item of a list: the item) and its value."""

    key: Location
    value: Location


@dataclass(frozen=True, slots=True)
class Where:
    """Looks places up by key path; for a path that is not in the file, by its nearest parent.

    `where("records", "CUST-RECORD", "key", 0)` is the place of the first item of the key,
    `where("records", "CUST-RECORD", "occurs", "CM-ACCT")` that of the word CM-ACCT.
    """

    path: str
    places: dict[KeyPath, Place] = field(default_factory=dict)

    def __call__(self, *keys: str | int) -> Location:
        """The place of the last key, or of the item when the last one is an index."""
        place = self._nearest(keys)
        return place.key if place else Location(self.path, 1)

    def value(self, *keys: str | int) -> Location:
        """The place of what stands behind the last key."""
        place = self._nearest(keys)
        return place.value if place else Location(self.path, 1)

    def inside(self, *keys: str | int, text: str, position: int, width: int = 1) -> Location:
        """The place of a part of a value: `width` characters of `text` from `position` on.

        Falls back to the whole value where the file spells it otherwise (escapes, several lines).
        """
        whole = self.value(*keys)
        start = whole.source_line.find(text, whole.column - 1)
        if start < 0:
            return whole
        return replace(whole, column=start + position + 1, width=max(width, 1))

    def __contains__(self, keys: KeyPath) -> bool:
        return keys in self.places

    def _nearest(self, keys: KeyPath) -> Place | None:
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys)
