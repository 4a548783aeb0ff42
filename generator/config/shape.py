"""What the annotations of `model` allow: keys, kinds of values, and the words for them."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from generator.config import model

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Entry:
    """A key that is allowed in a mapping: how it is written, and what it means."""

    key: str
    attribute: str
    hint: Any
    required: bool


@cache
def entries(cls: type) -> dict[str, Entry]:
    """The keys of a dataclass of `model`, by their spelling in job.yaml."""
    hints = get_type_hints(cls, include_extras=True)
    found = (
        Entry(
            key=next((m.name for m in _extras(hints[f.name]) if isinstance(m, model.Key)), f.name),
            attribute=f.name,
            hint=hints[f.name],
            required=f.default is MISSING and f.default_factory is MISSING,
        )
        for f in fields(cls)
    )
    return {entry.key: entry for entry in found}


def alternatives(hint: Any) -> Iterator[Any]:
    """The members of a union without None, and without the annotations around them."""
    if get_origin(hint) is Annotated:
        yield from alternatives(get_args(hint)[0])
    elif get_origin(hint) in (UnionType, Union):
        for member in get_args(hint):
            yield from alternatives(member)
    elif hint is not type(None):
        yield hint


def constraints(hint: Any) -> tuple[Any, ...]:
    """Every annotation of a type and of the members of a union in it."""
    if get_origin(hint) is Annotated:
        return (*_extras(hint), *constraints(get_args(hint)[0]))
    if get_origin(hint) in (UnionType, Union):
        return tuple(extra for member in get_args(hint) for extra in constraints(member))
    return ()


def _extras(hint: Any) -> tuple[Any, ...]:
    return getattr(hint, "__metadata__", ())


def is_list(choice: Any) -> bool:
    """Whether the type takes a list."""
    return get_origin(choice) is tuple


def is_mapping(choice: Any) -> bool:
    """Whether the type takes a mapping."""
    return get_origin(choice) is dict or is_dataclass(choice)


def example(entry: Entry) -> str:
    """What could stand behind the key."""
    choice = next(alternatives(entry.hint))
    if get_origin(choice) is Literal:
        return str(get_args(choice)[0])
    return "[FIELD]" if is_list(choice) else "NAME"


def expected(choices: tuple[Any, ...]) -> str:
    """The alternatives in words: "a list", "one of a, b or a mapping {as: ...}"."""
    names = [_kind(choice) for choice in choices]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]


def _kind(choice: Any) -> str:
    if get_origin(choice) is Literal:
        words = [str(word) for word in get_args(choice)]
        return words[0] if len(words) == 1 else "one of " + ", ".join(words)
    if is_list(choice):
        inner = tuple(alternatives(get_args(choice)[0]))
        return "a list of mappings" if is_mapping(inner[0]) else "a list"
    if isinstance(choice, type) and is_dataclass(choice):
        return "a mapping {" + ", ".join(f"{key}: …" for key in list(entries(choice))[:2]) + "}"
    return {str: "text", int: "a whole number", bool: "true or false"}.get(choice, "a mapping")
