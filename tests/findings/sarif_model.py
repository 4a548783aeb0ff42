"""The parts of SARIF 2.1.0 that we write, strictly: which properties an object must and may have.

From the standard's section 3; anything that is not listed here is refused, so that a new property
is looked up before it is written.
"""

from __future__ import annotations

import re
from typing import Any

LEVELS = {"none", "note", "warning", "error"}
URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")

# object: (required, optional); each property has the object that it holds, or a check of its value
OBJECTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "sarifLog": ({"version": {"2.1.0"}, "runs": ["run"]}, {"$schema": str}),
    "run": (
        {"tool": "tool"},
        {
            "results": ["result"],
            "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
            "originalUriBaseIds": {str: "artifactLocation"},
            "invocations": ["invocation"],
        },
    ),
    "tool": ({"driver": "toolComponent"}, {}),
    "toolComponent": ({"name": str}, {"version": str, "rules": ["reportingDescriptor"]}),
    "reportingDescriptor": (
        {"id": str},
        {
            "shortDescription": "multiformatMessageString",
            "help": "multiformatMessageString",
            "helpUri": str,
            "defaultConfiguration": "reportingConfiguration",
        },
    ),
    "multiformatMessageString": ({"text": str}, {"markdown": str}),
    "reportingConfiguration": ({}, {"level": LEVELS}),
    "invocation": ({"executionSuccessful": bool}, {"exitCode": int}),
    "result": (
        {"message": "message"},
        {
            "ruleId": str,
            "ruleIndex": int,
            "level": LEVELS,
            "locations": ["location"],
            "relatedLocations": ["location"],
            "partialFingerprints": {str: str},
            "suppressions": ["suppression"],
            "properties": {str: str},
        },
    ),
    "message": ({"text": str}, {}),
    "location": (
        {},
        {
            "physicalLocation": "physicalLocation",
            "logicalLocations": ["logicalLocation"],
            "message": "message",
        },
    ),
    "physicalLocation": ({"artifactLocation": "artifactLocation"}, {"region": "region"}),
    "artifactLocation": ({}, {"uri": URI, "uriBaseId": str, "description": "message"}),
    "logicalLocation": ({}, {"fullyQualifiedName": str}),
    "region": ({}, {"startLine": int, "startColumn": int, "endColumn": int}),
    "suppression": (
        {"kind": {"inSource", "external"}},
        {"status": {"accepted", "underReview", "rejected"}, "justification": str},
    ),
}


def check(value: Any, kind: Any = "sarifLog", path: str = "$") -> None:
    """AssertionError at the first place that the standard does not allow."""
    if isinstance(kind, str):
        _check_object(value, kind, path)
    elif isinstance(kind, list):
        assert isinstance(value, list), path
        for number, each in enumerate(value):
            check(each, kind[0], f"{path}[{number}]")
    elif isinstance(kind, dict):
        ((_, inner),) = kind.items()
        for key, each in value.items():
            check(each, inner, f"{path}.{key}")
    elif isinstance(kind, set):
        assert value in kind, path
    elif isinstance(kind, re.Pattern):
        assert kind.fullmatch(value), f"{path}: {value}"
    else:
        assert type(value) is kind, f"{path}: {value!r}"


def _check_object(value: Any, kind: str, path: str) -> None:
    required, optional = OBJECTS[kind]
    assert isinstance(value, dict), path
    assert set(required) <= set(value), f"{path}: {set(required) - set(value)} missing"
    properties = required | optional
    for key, each in value.items():
        assert key in properties, f"{path}.{key} is not of {kind}"
        check(each, properties[key], f"{path}.{key}")
    if kind == "region":
        assert value["startLine"] >= 1, path
        assert value["endColumn"] > value["startColumn"] >= 1, path
