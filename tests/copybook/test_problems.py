"""Bad copybooks, one mistake a file: the first two lines are the expected message and place."""

from pathlib import Path

import pytest

from generator.copybook import parse_copybook
from generator.problems import GenerationFailed, Problem, Severity

FILES = sorted((Path(__file__).parent.parent / "problems").glob("*.cpy"))
MARK = "      *> "


def found(path: Path) -> list[Problem]:
    try:
        problems = parse_copybook(path).problems
    except GenerationFailed as failed:
        problems = failed.problems
    return [problem for problem in problems if problem.severity is not Severity.NOTE]


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 100


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_message_and_place(path: Path) -> None:
    message, place, *_ = path.read_text(encoding="utf-8").splitlines()
    heads = [(f"{p.severity}[{p.code}]: {p.message}", p.location) for p in found(path)]
    assert [head for head, _ in heads] == [message.removeprefix(MARK)]
    where = heads[0][1]
    assert where is not None
    assert f"at {where.line}:{where.column}" == place.removeprefix(MARK)
    line = path.read_text(encoding="utf-8").split("\n")[where.line - 1]
    assert where.source_line in (line, "")
