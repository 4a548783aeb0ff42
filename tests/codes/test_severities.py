"""The severities that a page names are those with which its code is raised."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from generator.explain import codes, explained

ROOT = Path(__file__).parents[2]
HEAD = re.compile(r"(error|warning|note)\[([A-Z]{3}\d{3})\]: ")
HELPERS = {"warn": "warning", "warning": "warning", "note": "note"}


def said_by(call: ast.Call) -> Iterator[tuple[str, str]]:
    """A code among the arguments, with the severity beside it or in the name of what is called."""
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    literals = [a.value for a in arguments if isinstance(a, ast.Constant)]
    helper = HELPERS.get(ast.unparse(call.func).split(".")[-1].lstrip("_"))
    words = [word.lower() for a in arguments for word in _severities(a)]
    for code in set(literals) & set(codes()):
        yield from ((str(code), word) for word in (*words, helper) if word)


def _severities(argument: ast.expr) -> list[str]:
    return re.findall(r"\bSeverity\.([A-Z]+)", ast.unparse(argument))


def in_the_source() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from said_by(node)


def in_other_tests() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "tests" / "problems").rglob("*.*")):
        for line in path.read_text("latin-1").splitlines()[:6]:
            yield from ((code, severity) for severity, code in HEAD.findall(line))


def test_severities_agree() -> None:
    told = {*in_the_source(), *in_other_tests()}
    assert len(told) > 200
    named = {(code, severity) for code in codes() for severity in explained(code).severities}
    assert sorted(told - named) == []
