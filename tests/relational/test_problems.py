"""Jobs with one mistake each: the first lines of job.yaml say what must be told, and where."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.problems import GenerationFailed, Severity

from .conftest import map_folder

CASES = sorted((Path(__file__).parents[1] / "problems/mapping").iterdir())
EXPECTED = re.compile(r"^# error\[(\w+)\]: (.*)\n# at (\S+) (\d+):(\d+)$", re.MULTILINE)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 50


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_mistake_is_told_with_its_place_and_a_hint(folder: Path, tmp_path: Path) -> None:
    case = Path(shutil.copytree(folder, tmp_path / "CASE"))
    expected = EXPECTED.findall((case / "job.yaml").read_text("utf-8"))
    with pytest.raises(GenerationFailed) as failed:
        map_folder(case)
    errors = [p for p in failed.value.problems if p.severity is Severity.ERROR]
    found = []
    for problem in errors:
        assert problem.hint
        assert problem.location
        name = Path(problem.location.path).name
        place = (name, str(problem.location.line), str(problem.location.column))
        found.append((problem.code, problem.message, *place))
    assert expected
    assert found == expected
