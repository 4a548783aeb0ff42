"""The JSON schema of job.yaml, for editors: completion, descriptions, errors while typing."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any, Literal, get_args, get_origin

from generator.config import model
from generator.config.shape import alternatives, constraints, entries

_TITLE = "job.yaml of cobrepo"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE = {str: "string", int: "integer", bool: "boolean"}


def json_schema() -> str:
    """The schema as JSON text with a line end; the same text every time."""
    definitions: dict[str, Any] = {}
    top = _object(model.JobConfig, definitions)
    whole = {"$schema": _DRAFT, "title": _TITLE, **top, "$defs": dict(sorted(definitions.items()))}
    return json.dumps(whole, indent=2) + "\n"


def _object(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    defaults = {f.name: f.default for f in fields(cls)}
    known = entries(cls)
    return {
        "description": cls.__doc__,
        "type": "object",
        "additionalProperties": False,
        "required": [entry.key for entry in known.values() if entry.required],
        "properties": {
            key: _property(entry.hint, defaults[entry.attribute], definitions)
            for key, entry in known.items()
        },
    }


def _property(hint: Any, default: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    described = next((extra for extra in constraints(hint) if isinstance(extra, str)), None)
    schema: dict[str, Any] = {"description": described} if described else {}
    schema |= _or_nothing(_type(hint, definitions))
    if isinstance(default, str | bool | int):
        schema["default"] = default
    return schema


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    choices = [_choice(choice, definitions) for choice in alternatives(hint)]
    schema = choices[0] if len(choices) == 1 else {"anyOf": choices}
    for limit in constraints(hint):
        schema |= _limit(limit)
    if any(isinstance(limit, model.NullIsAWord) for limit in constraints(hint)):
        schema = {**schema, "type": ["string", "null"]}
    return schema


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    """A list or a mapping may be left blank behind its key, as the loader allows."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if schema.get("type") in ("array", "object"):
        return {**schema, "type": [schema["type"], "null"]}
    return schema


def _limit(limit: Any) -> dict[str, Any]:
    match limit:
        case model.Between(low, high):
            return {"minimum": low, "maximum": high}
        case model.AtLeastOne():
            return {"minItems": 1}
        case model.SqlIdentifier(pattern):
            return {"pattern": f"^{pattern}$"}
        case _:
            return {}


def _choice(choice: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if get_origin(choice) is Literal:
        words = list(get_args(choice))
        return {"const": words[0]} if len(words) == 1 else {"enum": words}
    if get_origin(choice) is tuple:
        return {"type": "array", "items": _type(get_args(choice)[0], definitions)}
    if get_origin(choice) is dict:
        return {
            "type": "object",
            "additionalProperties": _or_nothing(_type(get_args(choice)[1], definitions)),
        }
    if is_dataclass(choice):
        return _reference(choice, definitions)
    return {"type": _SIMPLE[choice]}


def _reference(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        definitions[cls.__name__] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}
