"""The JSON schema of job.yaml, for editors: completion, descriptions, errors while typing."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, get_type_hints

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from generator.config import model
from generator.config.repository import SECTIONS
from generator.workspace import DEFAULTS


def json_schema() -> str:
    """The schema as JSON text with a line end; the same text every time."""
    return _text(_job(), "job.yaml of cobrepo")


def defaults_schema() -> str:
    """The schema of source/jobs/defaults.yaml: sections of job.yaml, none of them required."""
    top = _job()
    properties = {key: top["properties"][key] for key in ("version", *SECTIONS)}
    del top["required"]
    return _text(top | {"properties": properties}, f"{DEFAULTS} of cobrepo")


def _job() -> dict[str, Any]:
    return TypeAdapter(model.JobConfig).json_schema(schema_generator=_ForEditors)


def _text(top: dict[str, Any], title: str) -> str:
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": title}
    return json.dumps({**head, **(top | head)}, indent=2) + "\n"


class _ForEditors(GenerateJsonSchema):
    """The schema of pydantic with the texts of `model`, and with null where `read` takes it."""

    def field_title_should_be_set(self, _: Any) -> bool:
        return False

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> dict[str, Any]:
        made = super().default_schema(schema)
        if not isinstance(made.get("default"), str | bool | int):
            made.pop("default", None)
        return made

    def dataclass_schema(self, schema: Any) -> dict[str, Any]:
        made = super().dataclass_schema(schema)
        texts = get_type_hints(schema["cls"], include_extras=True)
        for item in fields(schema["cls"]):
            key = item.metadata.get("alias", item.name)
            text = next(extra for extra in texts[item.name].__metadata__ if isinstance(extra, str))
            made["properties"][key] = {
                "description": text,
                **_or_nothing(made["properties"][key]),
            }
        return made

    def dict_schema(self, schema: Any) -> dict[str, Any]:
        made = super().dict_schema(schema)
        if "patternProperties" in made:
            return made | {"additionalProperties": False}
        return made | {"additionalProperties": _or_nothing(made["additionalProperties"])}


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    """A list or a mapping may be left blank behind its key."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if schema.get("type") in ("array", "object") and "minItems" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return schema
