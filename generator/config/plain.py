"""A tree of nodes to plain values for pydantic, with the place of each of them.

What only the file knows is found here: a key that is given twice, an item that is repeated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.config.where import KeyPath, Place
from generator.config.yaml import Mapping, Node, Scalar, Sequence
from generator.problems import Location, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEPTHS_OF_NAMES = (1, 3)  # records.<record>, records.<record>.fields.<field>


@dataclass(slots=True)
class Reading:
    """What reading has found so far; `damaged` are the entries that could not be read."""

    problems: list[Problem] = field(default_factory=list)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    nodes: dict[KeyPath, Node] = field(default_factory=dict)
    damaged: list[KeyPath] = field(default_factory=list)

    def report(
        self, code: str, message: str, location: Location, hint: str | None, *notes: str
    ) -> None:
        """Add an error."""
        self.problems.append(Problem(code, message, location, hint, notes))


def plain(node: Node, path: KeyPath, reading: Reading) -> Any:
    """Dictionaries, tuples, text, numbers and truth values, as YAML understands the file.

    A null and a number that is not a decimal integer stay nodes, which no type accepts.
    """
    reading.nodes[path] = node
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Mapping):
        return {
            key: plain(value, (*path, key), reading) for key, value in _once(node, path, reading)
        }
    for index, item in enumerate(node.items):
        reading.places[*path, index] = Place(item.location, item.location)
    return tuple(plain(item, (*path, index), reading) for index, item in enumerate(node.items))


def _scalar(node: Scalar) -> Any:
    if node.kind == "number" and node.text.replace("_", "").lstrip("+-").isdigit():
        return int(node.text.replace("_", ""))
    if node.kind == "boolean":
        return node.text.lower() == "true"
    return node.text if node.kind == "text" else node


def _once(node: Mapping, path: KeyPath, reading: Reading) -> Iterator[tuple[str, Node]]:
    """The entries with each key once, their places noted. COBOL names are equal in any case."""
    any_case = path[:1] == ("records",) and len(path) in _DEPTHS_OF_NAMES
    first: dict[str, Location] = {}
    for key, value in node.entries:
        if not isinstance(key, Scalar):
            message = "a key must be one word, not a list or a mapping"
            reading.report("CFG106", message, key.location, "quote it: '[A]'")
            reading.damaged.append(path)
            continue
        name = key.text.upper() if any_case else key.text
        if name in first:
            message = f"the key {key.text} is given twice"
            note = f"first given in line {first[name].line}"
            reading.report("CFG103", message, key.location, "put both together under one key", note)
            continue
        first[name] = key.location
        reading.places[*path, key.text] = Place(key.location, value.location)
        yield key.text, value


def report_repeats(reading: Reading) -> None:
    """Add an error for each word that a list has twice, unless the list is wrong as such."""
    for path, node in reading.nodes.items():
        if isinstance(node, Sequence) and not any(
            path[: len(wrong)] == wrong for wrong in reading.damaged
        ):
            _no_repeats(node, reading)


def _no_repeats(node: Sequence, reading: Reading) -> None:
    seen: set[str] = set()
    for item in node.items:
        if isinstance(item, Scalar):
            if item.text.upper() in seen:
                message = f"{item.text} is in the list twice"
                reading.report("CFG113", message, item.location, "remove one of them")
            seen.add(item.text.upper())
