from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.config.schema import json_schema

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads(json_schema())
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}


def mistakes(value: Any, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """The few keywords that the schema uses, checked as its specification says."""
    if "$ref" in schema:
        yield from mistakes(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], path)
    fitting = [not any(mistakes(value, s, path)) for s in schema.get("oneOf", ())]
    if fitting and fitting.count(True) != 1:
        yield f"{path}: fits {fitting.count(True)}, not one"
    if "anyOf" in schema and all(any(mistakes(value, s, path)) for s in schema["anyOf"]):
        yield f"{path}: fits none"
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{path}: {value} is not allowed"
    names = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", TYPES)
    if not any(isinstance(value, TYPES[name]) for name in names):
        yield f"{path}: {value!r} is not {names}"
    if isinstance(value, dict):
        yield from in_mapping(value, schema, path)
    if isinstance(value, list) and "items" in schema:
        yield from (m for inner in value for m in mistakes(inner, schema["items"], f"{path}[]"))


def in_mapping(value: dict[str, Any], schema: dict[str, Any], path: str) -> Iterator[str]:
    yield from (f"{path}: no {key}" for key in schema.get("required", ()) if key not in value)
    for key, inner in value.items():
        rest = schema.get("additionalProperties", True)
        known = schema.get("properties", {}).get(key, rest)
        if known is False:
            yield f"{path}.{key}: unknown"
        elif isinstance(known, dict):
            yield from mistakes(inner, known, f"{path}.{key}")


def parsed(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize(
    "path",
    sorted(
        (*ROOT.glob("samples/source/jobs/*/job.yaml"), *ROOT.glob("tests/golden/*/input/job.yaml"))
    ),
    ids=lambda path: f"{path.parents[1].name}-{path.parent.name}",
)
def test_good_files_fit(path: Path) -> None:
    assert list(mistakes(parsed(path.read_text("utf-8")), SCHEMA)) == []


@pytest.mark.parametrize(
    "name",
    [
        "unknown-key-at-the-top",
        "unknown-key-in-a-record",
        "unknown-word",
        "unknown-target",
        "text-for-a-list",
        "no-version",
        "version-two",
        "occurs-without-as",
        "redefines-number",
    ],
)
def test_bad_files_do_not_fit(name: str) -> None:
    text = (ROOT / "tests" / "problems" / "yaml" / f"{name}.yaml").read_text("utf-8")
    assert list(mistakes(parsed(text), SCHEMA))


def test_every_key_has_a_description() -> None:
    objects = [SCHEMA, *SCHEMA["$defs"].values()]
    bare = [
        key
        for each in objects
        for key, schema in each["properties"].items()
        if not schema.get("description")
    ]
    assert bare == []


def test_it_is_the_same_text_every_time() -> None:
    assert json_schema() == json_schema()
    assert json_schema().endswith("}\n")


def test_an_unquoted_null_is_a_word_for_contents_too() -> None:
    known = SCHEMA["$defs"]["TextContents"]["properties"]["low_values"]
    assert known["enum"] == ["spaces", "null", "reject", None]
    assert known["type"] == ["string", "null"]
