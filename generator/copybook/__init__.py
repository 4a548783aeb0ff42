"""Copybooks: source text to field model. Knows nothing of databases.

`parse_copybook` is loaded on first use, so that the types in `fields` cost no parser.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.copybook.read import parse_copybook

__all__ = ["parse_copybook"]


def __getattr__(name: str) -> object:
    if name == "parse_copybook":
        return importlib.import_module("generator.copybook.read").parse_copybook
    raise AttributeError(name)
