"""The plain values of job.yaml to the dataclasses of `model`, checked by pydantic.

Every complaint of pydantic becomes a problem at its place, in the words of job.yaml. The rule
that holds it is cut out, so that what is left is checked further in the same run and no later
check complains about a gap.
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import reduce
from itertools import takewhile
from operator import getitem
from typing import TYPE_CHECKING, Any

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError

from generator.config import model, zos
from generator.config.plain import Reading, plain, report_repeats
from generator.config.select import suggest
from generator.config.validator import validator
from generator.config.yaml import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from generator.config.where import KeyPath

_LONGEST_NAME = 128
_RULE_DEPTH = 4  # records, <record>, fields, <field>
_FILE_DEPTH = 2  # files, <file>
_JCL = ("physical", "zos", "jcl")  # as a whole: most of its keys are required
_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "too_short": "a list",
    "dict_type": "a mapping",
    "string_too_long": "one character",
}
_UNIONS = {
    "redefines": "base, a mapping {use: …} or a list of branches",
    "occurs": "columns, child_table, ignore or a mapping {as: …}",
}
_EMPTY: dict[str, Any] = {"tuple_type": tuple, "dict_type": dict, "dataclass_type": dict}
_EXAMPLES = {
    "version": "1",
    "job": "NAME",
    "as": "columns",
    "fields": "[FIELD]",
    "code": "DDL214",
    "reason": "why it is accepted",
    "system": "DB2P",
    "plan": "DSNTEP13",
    "library": "DSND10.RUNLIB.LOAD",
    "job_card": '["//NAME JOB (ACCT),CLASS=A"]',
}
_YES_AND_NO = {"yes", "no", "on", "off"}
_HOLDERS: dict[tuple[str, ...], type] = {
    ("records", "<record>"): model.RecordRule,
    ("records", "<record>", "tables"): model.Tables,
    ("records", "<record>", "fields", "<field>"): model.FieldRule,
    ("records", "<record>", "occurs", "<item>"): model.OccursRule,
    ("records", "<record>", "redefines", "<item>"): model.Variant,
    ("records", "<record>", "indexes"): model.IndexRule,
    ("records", "<record>", "trailer"): model.Trailer,
    ("records", "<record>", "redefines", "<item>", "trailer"): model.Trailer,
    ("input",): model.Input,
    ("input", "text"): model.TextContents,
    ("input", "numbers"): model.NumberContents,
    ("files", "<file>"): model.FileRule,
    ("files", "<file>", "input"): model.Input,
    ("files", "<file>", "input", "text"): model.TextContents,
    ("files", "<file>", "input", "numbers"): model.NumberContents,
    ("defaults",): model.Defaults,
    ("defaults", "text"): model.Text,
    ("naming",): model.Naming,
    ("copybooks",): model.Copybooks,
    ("findings",): model.FindingRules,
    ("findings", "waive"): model.Waiver,
    ("physical",): model.PhysicalRules,
    ("physical", "zos"): zos.ZosRules,
    ("physical", "zos", "jcl"): zos.JclRule,
    ("physical", "zos", "<staging, final or reconciliation>"): zos.SpaceRule,
    ("physical", "<staging, final or reconciliation>"): model.PhysicalRule,
    ("the top level",): model.JobConfig,
}


def read_job(node: Mapping, reading: Reading, assumed: dict[str, Any]) -> model.JobConfig:
    """The whole file; `assumed` stands for required keys that are absent or wrong."""
    checker = validator()
    values = plain(node, (), reading)
    errors = _errors(checker, values)
    if sum(_filled(values, error, reading) for error in errors):
        errors = _errors(checker, values)
    for error in errors:
        _report(error, reading)
    report_repeats(reading)
    for path in reading.damaged:
        _cut(values, path)
    config: model.JobConfig = checker.validate_python(assumed | values)
    return config


def _errors(checker: SchemaValidator, values: Any) -> list[ErrorDetails]:
    try:
        checker.validate_python(values)
    except ValidationError as failed:
        found = failed.errors(include_url=False)
        return [error for error in found if error["type"] != "too_short" or not error["input"]]
    return []


def _filled(values: Any, error: ErrorDetails, reading: Reading) -> bool:
    """Whether nothing behind a colon stands for no entries, or an unquoted null for the word."""
    *above, key = _path(error)
    node = reading.nodes.get((*above, key))
    empty = _EMPTY.get(error["type"])
    if not _is_null(node) or isinstance(key, int):
        return False
    if empty is None and (key not in model.POLICIES or not _text(node)):
        return False
    reduce(getitem, above, values)[key] = empty() if empty else "null"
    return True


def _cut(values: dict[str, Any], path: KeyPath) -> None:
    """Take out the rule that holds the entry; a list goes as a whole, to keep its numbering."""
    depth = _FILE_DEPTH if path[:1] == ("files",) else _RULE_DEPTH
    depth = len(_JCL) if path[: len(_JCL)] == _JCL else depth
    keys = [str(key) for key in takewhile(lambda key: isinstance(key, str), path)][:depth]
    for key in keys[:-1]:
        values = values.get(key, {})
    for key in keys[-1:]:
        values.pop(key, None)


def _path(error: ErrorDetails) -> KeyPath:
    """Where the error is, without the form that a union took; for a key, where its entry is."""
    path = error["loc"]
    if _is_of_key(error):
        return path[:-1]
    if path[2:3] in {("redefines",), ("occurs",)}:
        path = path[:_RULE_DEPTH] + path[_RULE_DEPTH + 1 :]
    if path[:2] == ("copybooks", "replacing"):
        path = path[:3] + path[4:]
    return path


def _is_of_key(error: ErrorDetails) -> bool:
    return error["loc"][-1:] == ("[key]",)


def _report(error: ErrorDetails, reading: Reading) -> None:
    path = _path(error)
    reading.damaged.append(path)
    holder, key, place = path[:-1], str(path[-1]), reading.places.get(path)
    if place is None:
        found = reading.places[holder].key if holder else reading.nodes[()].location
        reading.report("CFG105", f"the key {key} is missing", found, f"add {key}: {_EXAMPLES[key]}")
    elif error["type"] == "unexpected_keyword_argument":
        under = f"under {_spoken(holder)}" if holder else "at the top of job.yaml"
        reading.report("CFG104", f"unknown key {key} {under}", place.key, _meant(key, holder))
    elif _is_of_key(error) and error["type"] != "string_too_short":
        message = f"{key!r} is no name under {_spoken(holder)}"
        expected = error["ctx"].get("expected", _better_name(key))
        reading.report("CFG107", message, place.key, str(expected).replace("'", ""))
    elif _is_of_key(error):
        message = f"a name under {_spoken(holder)} is empty"
        reading.report("CFG112", message, place.key, "give the name, or remove the entry")
    elif _is_null(reading.nodes[path]):
        hint = f"expected {_expected(error, path)}"
        reading.report("CFG106", f"{_spoken(path)} has no value", place.key, hint)
    else:
        code, message, cure = _wrong(error, path, reading.nodes[path])
        reading.report(code, message, place.value, cure)


def _wrong(error: ErrorDetails, path: KeyPath, node: Node) -> tuple[str, str, str | None]:
    """Code, message and hint for a value that does not fit."""
    text, kind, spoken = _text(node), error["type"], _spoken(path)
    if kind == "literal_error" and isinstance(node, Scalar):
        near = suggest(text, re.findall(r"'([^']+)'", error["ctx"]["expected"]))
        meant = f"did you mean {near}? " if near else ""
        expected = _expected(error, path)
        hint = "write it without quotes" if text == expected else f"{meant}expected {expected}"
        return "CFG107", f"{text!r} is no value for {spoken}", hint
    if kind in {"greater_than_equal", "less_than_equal"}:
        limits = error["ctx"]
        bound = f"at least {limits['ge']}" if "ge" in limits else f"at most {limits['le']}"
        return "CFG108", f"{spoken} cannot be {text}", f"expected {bound}"
    if kind == "string_pattern_mismatch" and error["ctx"]["pattern"] in zos.SHAPES:
        shape = zos.SHAPES[error["ctx"]["pattern"]]
        return "CFG107", f"{text!r} is no value for {spoken}", f"expected {shape}"
    if kind == "string_pattern_mismatch":
        message = f"{text!r} is not a name that SQL takes without quotes"
        return "CFG109", message, _better_name(text)
    if kind == "string_too_short":
        return "CFG112", f"{spoken} is empty", "give a value, or remove the key"
    if kind == "too_short":
        return "CFG112", f"the list {path[-1]} is empty", "give at least one, or remove it"
    message = f"{spoken} is {_found(node)}, expected {_expected(error, path)}"
    return "CFG106", message, _cure(error, node)


def _expected(error: ErrorDetails, path: KeyPath) -> str:
    """What could stand there, in words."""
    if path[2:3] and path[2] in _UNIONS and len(path) == _RULE_DEPTH:
        return _UNIONS[str(path[2])]
    if error["type"] == "literal_error":
        return str(error["ctx"]["expected"]).replace("'", "")
    if error["type"] == "dataclass_type":
        return "a mapping {" + ", ".join(f"{key}: …" for key in _allowed(path)[:2]) + "}"
    return _KINDS[error["type"]]


def _cure(error: ErrorDetails, node: Node) -> str | None:
    if not isinstance(node, Scalar):
        return None
    match error["type"]:
        case "tuple_type":
            return f"write [{node.text}]"
        case "string_type":
            return f"put it in quotes: '{node.text}'"
        case "bool_type" if node.text.lower() in _YES_AND_NO:
            return "in YAML 1.2 only true and false are truth values"
        case "int_type" if node.text.isdigit():
            return "write the number without quotes"
        case "int_type" if node.kind == "number":
            return "write it in decimal notation"
    return None


def _meant(key: str, holder: KeyPath) -> str:
    """What to do about a key that is not allowed where it stands."""
    allowed = _allowed(holder)
    if near := suggest(key, allowed):
        return f"did you mean {near}?"
    elsewhere = next((path for path, cls in _HOLDERS.items() if key in _keys(cls)), None)
    if elsewhere:
        return f"{key} belongs under {'.'.join(elsewhere)}"
    return f"allowed here: {', '.join(allowed)}"


def _allowed(path: KeyPath) -> tuple[str, ...]:
    """The keys of the mapping at the path."""
    names = [str(key) for key in path if isinstance(key, str)] or ["the top level"]
    return next(
        _keys(cls)
        for template, cls in _HOLDERS.items()
        if len(template) == len(names)
        and all(part == name or part[0] == "<" for part, name in zip(template, names, strict=True))
    )


def _keys(cls: Any) -> tuple[str, ...]:
    return tuple(item.metadata.get("alias", item.name) for item in fields(cls))


def _better_name(text: str) -> str:
    better = re.sub(r"[^A-Z0-9_]", "_", text.upper()).lstrip("_0123456789")
    rule = "a letter A to Z, then letters, digits and _, at most 128 in all"
    return f"write {better}: {rule}" if 0 < len(better) <= _LONGEST_NAME else rule


def _is_null(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.kind == "null"


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _spoken(path: KeyPath) -> str:
    """A key path as the user would say it: records.CUST-RECORD.key[2]."""
    text = ""
    for key in path:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text or "job.yaml"


def _found(node: Node) -> str:
    if not isinstance(node, Scalar):
        return "a list" if isinstance(node, Sequence) else "a mapping"
    kind = "number" if node.kind == "float" else node.kind
    return f"the {kind} " + (repr(node.text) if kind == "text" else node.text)
