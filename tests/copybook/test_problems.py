"""Bad copybooks, one mistake a file: the first two lines are the expected message and place.

A third line `*> with: decimal-comma, arith-extend, currency=F, source-format=fixed` gives the
options under which the file is read: those of Dialect (`tolerate=NAME` once for each) and
`source-format`.
"""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from generator.copybook import parse_copybook
from generator.copybook.dialect import Dialect
from generator.problems import GenerationFailed, Problem, Severity

FILES = sorted((Path(__file__).parent.parent / "problems").glob("*.cpy"))
MARK = "      *> "
WITH = MARK + "with: "
NAMES = {field.name.replace("_", "-") for field in fields(Dialect)}


def options(path: Path) -> dict[str, Any]:
    """What the third line says, as arguments of parse_copybook."""
    line = path.read_text(encoding="latin-1").splitlines()[2]
    if not line.startswith(WITH):
        return {}
    given: dict[str, Any] = {}
    source: dict[str, Any] = {}
    for option in line.removeprefix(WITH).split(","):
        name, _, value = option.strip().partition("=")
        if name == "tolerate":
            given[name] = (*given.get(name, ()), value)
        elif name == "source-format":
            source["source_format"] = value
        else:
            assert name in NAMES, option
            given[name.replace("-", "_")] = value or True
    return {**source, "dialect": Dialect(**given)}


def found(path: Path) -> list[Problem]:
    try:
        problems = parse_copybook(path, **options(path)).problems
    except GenerationFailed as failed:
        problems = failed.problems
    return [problem for problem in problems if problem.severity is not Severity.NOTE]


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 130


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_message_and_place(path: Path) -> None:
    message, place, *_ = path.read_text(encoding="latin-1").splitlines()
    heads = [(f"{p.severity}[{p.code}]: {p.message}", p.location) for p in found(path)]
    assert [head for head, _ in heads] == [message.removeprefix(MARK)]
    where = heads[0][1]
    assert where is not None
    assert f"at {where.line}:{where.column}" == place.removeprefix(MARK)
    line = path.read_text(encoding="latin-1").split("\n")[where.line - 1]
    assert where.source_line in (line, "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_error_says_what_to_do(path: Path) -> None:
    assert [str(problem) for problem in found(path) if not problem.hint] == []
