"""How the copybooks are read, written as job.yaml has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from generator.config.model import Copybooks


def settings_lines(settings: Copybooks) -> tuple[str, ...]:
    """One line for each key below `copybooks:` whose value is not the default; library left out."""
    return tuple(_lines(settings))


def _lines(settings: Copybooks) -> Iterator[str]:
    usual = Copybooks()
    for item in fields(Copybooks):
        value = getattr(settings, item.name)
        if item.name != "library" and value != getattr(usual, item.name):
            yield f"{item.name}: {_flow(value)}"


def _flow(value: Any) -> str:
    """A value on one line; text is quoted, as tags with colons must be."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(value) + "]"
    if isinstance(value, str) and value.isalpha() and value.islower():
        return value
    return json.dumps(value, ensure_ascii=False)
