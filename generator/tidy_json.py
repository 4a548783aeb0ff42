"""JSON that reads well in a diff: sorted keys, one line for each innermost object or list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

_OPEN = " " * 4  # the two outer levels are never on one line


def tidy_json(value: object) -> str:
    """The text with a line end behind it."""
    return _lines(value, "") + "\n"


def _lines(value: object, indent: str) -> str:
    inner = indent + "  "
    if isinstance(value, Mapping) and _deep(value.values(), indent):
        parts = [f"{json.dumps(key)}: {_lines(value[key], inner)}" for key in sorted(value)]
        return "{\n" + ",\n".join(inner + part for part in parts) + f"\n{indent}}}"
    if isinstance(value, list | tuple) and _deep(value, indent):
        parts = [_lines(item, inner) for item in value]
        return "[\n" + ",\n".join(inner + part for part in parts) + f"\n{indent}]"
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _deep(values: Iterable[object], indent: str) -> bool:
    items = list(values)
    nested = any(isinstance(item, Mapping | list | tuple) for item in items)
    return bool(items) and (nested or len(indent) < len(_OPEN))
