"""A tree of nodes to the dataclasses of `model`, by their annotations.

Every difference between the file and the model is a problem at its place; reading goes on, so
that one run shows them all. What could not be read is left out and remembered in `damaged`, so
that later checks do not complain about a gap that the reader made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, is_dataclass
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    get_args,
    get_origin,
)

from generator.config import model
from generator.config.select import suggest
from generator.config.shape import (
    alternatives,
    constraints,
    entries,
    example,
    expected,
    is_list,
    is_mapping,
)
from generator.config.where import KeyPath, Place
from generator.config.yaml import Mapping, Node, Scalar, Sequence
from generator.problems import Location, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_BAD: Any = object()
_YES_AND_NO = ("yes", "no", "on", "off")


@dataclass(slots=True)
class Reading:
    """What reading has found so far."""

    problems: list[Problem] = field(default_factory=list)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    damaged: set[KeyPath] = field(default_factory=set)

    def report(  # noqa: PLR0913 - a problem has that many parts
        self,
        path: KeyPath,
        code: str,
        message: str,
        location: Location,
        *,
        hint: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Add an error; what holds the entry is damaged."""
        self.problems.append(Problem(code, message, location, hint, notes))
        self.damaged.update({path, path[:-1]})


def read_job(node: Mapping, reading: Reading, assumed: dict[str, Any]) -> model.JobConfig:
    """The whole file; `assumed` stands for required keys that are absent or wrong."""
    values = _values(node, model.JobConfig, (), reading)
    return model.JobConfig(**(assumed | values))


def _value(node: Node, hint: Any, path: KeyPath, reading: Reading) -> Any:
    choices = tuple(alternatives(hint))
    if isinstance(node, Scalar):
        return _scalar(node, hint, choices, path, reading)
    wanted = is_list if isinstance(node, Sequence) else is_mapping
    chosen = next((choice for choice in choices if wanted(choice)), None)
    if chosen is None:
        _wrong_type(node, choices, path, reading)
        return _BAD
    if isinstance(node, Sequence):
        return _sequence(node, chosen, constraints(hint), path, reading)
    if is_dataclass(chosen):
        return _object(node, chosen, path, reading)
    return _named(node, get_args(chosen)[1], path, reading)


def _object(node: Mapping, cls: Any, path: KeyPath, reading: Reading) -> Any:
    values = _values(node, cls, path, reading)
    missing = [e.key for e in entries(cls).values() if e.required and e.attribute not in values]
    return _BAD if missing else cls(**values)


def _values(node: Mapping, cls: type, path: KeyPath, reading: Reading) -> dict[str, Any]:
    """The attributes that the mapping gives, read one by one."""
    allowed = entries(cls)
    values: dict[str, Any] = {}
    given = set()
    for key, value in _unique(node, path, reading):
        entry = allowed.get(key.text)
        if entry is None:
            _unknown_key(key, cls, path, reading)
            continue
        given.add(key.text)
        read = _value(value, entry.hint, (*path, key.text), reading)
        if read is not _BAD:
            values[entry.attribute] = read
    for entry in allowed.values():
        if entry.required and entry.key not in given:
            message = f"the key {entry.key} is missing"
            hint = f"add {entry.key}: {example(entry)}"
            place = reading.places[path].key if path in reading.places else node.location
            reading.report((*path, entry.key), "CFG105", message, place, hint=hint)
    return values


def _named(node: Mapping, hint: Any, path: KeyPath, reading: Reading) -> dict[str, Any]:
    """A mapping whose keys are names from the copybook."""
    pairs = (
        (key.text, _value(value, hint, (*path, key.text), reading))
        for key, value in _unique(node, path, reading, any_case=True)
    )
    return {name: read for name, read in pairs if read is not _BAD}


def _unique(
    node: Mapping, path: KeyPath, reading: Reading, *, any_case: bool = False
) -> Iterator[tuple[Scalar, Node]]:
    """The entries with each key once, their places noted. COBOL names are equal in any case."""
    first: dict[str, Scalar] = {}
    for key, value in node.entries:
        if not isinstance(key, Scalar):
            message = "a key must be one word, not a list or a mapping"
            reading.report(path, "CFG106", message, key.location, hint="quote it: '[A]'")
            continue
        name = key.text.upper() if any_case else key.text
        if name in first:
            message = f"the key {key.text} is given twice"
            note = f"first given in line {first[name].location.line}"
            hint = "put both together under one key"
            reading.report(
                (*path, key.text), "CFG103", message, key.location, hint=hint, notes=(note,)
            )
            continue
        first[name] = key
        reading.places[*path, key.text] = Place(key.location, value.location)
        yield key, value


def _sequence(
    node: Sequence, hint: Any, limits: tuple[Any, ...], path: KeyPath, reading: Reading
) -> Any:
    if not node.items and any(isinstance(limit, model.AtLeastOne) for limit in limits):
        message = f"the list {path[-1]} is empty"
        reading.report(
            path, "CFG112", message, node.location, hint="give at least one, or remove it"
        )
        return _BAD
    values = []
    for index, item in enumerate(node.items):
        reading.places[*path, index] = Place(item.location, item.location)
        values.append(_value(item, get_args(hint)[0], (*path, index), reading))
    _no_repeats(node, path, reading)
    return tuple(value for value in values if value is not _BAD)


def _no_repeats(node: Sequence, path: KeyPath, reading: Reading) -> None:
    seen: dict[str, int] = {}
    for item in node.items:
        if not isinstance(item, Scalar):
            continue
        if item.text.upper() in seen:
            message = f"{item.text} is in the list twice"
            reading.report(path, "CFG113", message, item.location, hint="remove one of them")
        seen[item.text.upper()] = 1


def _scalar(
    node: Scalar, hint: Any, choices: tuple[Any, ...], path: KeyPath, reading: Reading
) -> Any:
    limits = constraints(hint)
    if node.kind == "null":
        return _null(node, choices, limits, path, reading)
    words = tuple(w for c in choices if get_origin(c) is Literal for w in get_args(c))
    if words:
        return _word(node, words, choices, path, reading)
    if int in choices and node.kind == "number":
        return _number(node, limits, path, reading)
    if bool in choices and node.kind == "boolean":
        return node.text.lower() == "true"
    if str in choices and node.kind == "text":
        return _text(node, limits, path, reading)
    _wrong_type(node, choices, path, reading)
    return _BAD


def _null(
    node: Scalar, choices: tuple[Any, ...], limits: tuple[Any, ...], path: KeyPath, reading: Reading
) -> Any:
    """Nothing behind the colon: no entries, where entries can stand; else a value is missing."""
    if any(isinstance(limit, model.NullIsAWord) for limit in limits) and node.text:
        return "null"
    if len(choices) == 1 and is_list(choices[0]):
        return ()
    if len(choices) == 1 and is_mapping(choices[0]):
        empty = Mapping((), node.location)
        return _value(empty, choices[0], path, reading)
    place = reading.places[path].key if path in reading.places else node.location
    message = f"{_spoken(path)} has no value"
    reading.report(path, "CFG106", message, place, hint=f"expected {expected(choices)}")
    return _BAD


def _word(
    node: Scalar,
    words: tuple[str | int, ...],
    choices: tuple[Any, ...],
    path: KeyPath,
    reading: Reading,
) -> Any:
    found = next((word for word in words if str(word) == node.text), None)
    if found is not None:
        return found
    near = suggest(node.text, [str(word) for word in words])
    listed = ", ".join(str(word) for word in words)
    hint = f"did you mean {near}? " if near else ""
    message = f"{node.text!r} is no value for {_spoken(path)}"
    reading.report(
        path,
        "CFG107",
        message,
        node.location,
        hint=f"{hint}expected {expected(choices) or listed}",
    )
    return _BAD


def _number(node: Scalar, limits: tuple[Any, ...], path: KeyPath, reading: Reading) -> Any:
    number = int(node.text.replace("_", "")) if node.text.lstrip("+-").isdigit() else None
    bounds = next((limit for limit in limits if isinstance(limit, model.Between)), None)
    if number is not None and (bounds is None or bounds.low <= number <= bounds.high):
        return number
    span = f"{bounds.low} to {bounds.high}" if bounds else "a number in decimal notation"
    message = f"{_spoken(path)} cannot be {node.text}"
    reading.report(path, "CFG108", message, node.location, hint=f"expected {span}")
    return _BAD


def _text(node: Scalar, limits: tuple[Any, ...], path: KeyPath, reading: Reading) -> Any:
    if not node.text.strip():
        message = f"{_spoken(path)} is empty"
        reading.report(
            path, "CFG112", message, node.location, hint="give a value, or remove the key"
        )
        return _BAD
    for limit in limits:
        if isinstance(limit, model.SqlIdentifier) and not re.fullmatch(limit.pattern, node.text):
            message = f"{node.text!r} is not a name that SQL takes without quotes"
            reading.report(path, "CFG109", message, node.location, hint=_better_name(node.text))
            return _BAD
    return node.text


def _better_name(text: str) -> str:
    better = re.sub(r"[^A-Z0-9_]", "_", text.upper()).lstrip("_0123456789")
    rule = "a letter A to Z, then letters, digits and _, at most 128 in all"
    fits = better and len(better) <= 128  # noqa: PLR2004 - longest SQL name
    return f"write {better}: {rule}" if fits else rule


def _wrong_type(node: Node, choices: tuple[Any, ...], path: KeyPath, reading: Reading) -> None:
    message = f"{_spoken(path)} is {_found(node)}, expected {expected(choices)}"
    reading.report(path, "CFG106", message, node.location, hint=_cure(node, choices))


def _cure(node: Node, choices: tuple[Any, ...]) -> str | None:
    if not isinstance(node, Scalar):
        return None
    if any(is_list(choice) for choice in choices):
        return f"write [{node.text}]"
    if str in choices:
        return f"put it in quotes: '{node.text}'"
    if bool in choices and node.text.lower() in _YES_AND_NO:
        return "in YAML 1.2 only true and false are truth values"
    if int in choices and node.kind == "text" and node.text.isdigit():
        return "write the number without quotes"
    return None


def _unknown_key(key: Scalar, cls: type, path: KeyPath, reading: Reading) -> None:
    allowed = entries(cls)
    near = suggest(key.text, allowed)
    elsewhere = _belongs(key.text)
    if near:
        hint = f"did you mean {near}?"
    elif elsewhere:
        hint = f"{key.text} belongs under {elsewhere}"
    else:
        hint = f"allowed here: {', '.join(allowed)}"
    place = f"under {_spoken(path)}" if path else "at the top of job.yaml"
    reading.report(
        (*path, key.text), "CFG104", f"unknown key {key.text} {place}", key.location, hint=hint
    )


def _belongs(key: str) -> str | None:
    """Where a key is allowed that stands at the wrong place."""
    holders = {
        "records.<record>": model.RecordRule,
        "records.<record>.tables": model.Tables,
        "records.<record>.fields.<field>": model.FieldRule,
        "records.<record>.occurs.<item>": model.OccursRule,
        "records.<record>.redefines.<item>": model.Variant,
        "defaults": model.Defaults,
        "defaults.text": model.Text,
        "naming": model.Naming,
        "copybooks": model.Copybooks,
        "physical": model.PhysicalRules,
        "physical.<staging, final or reconciliation>": model.PhysicalRule,
        "the top level": model.JobConfig,
    }
    return next((name for name, cls in holders.items() if key in entries(cls)), None)


def _spoken(path: KeyPath) -> str:
    """A key path as the user would say it: records.CUST-RECORD.key[2]."""
    text = ""
    for key in path:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text or "job.yaml"


def _found(node: Node) -> str:
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a mapping"
    kind = "number" if node.kind == "float" else node.kind
    return f"the {kind} " + (repr(node.text) if kind == "text" else node.text)
