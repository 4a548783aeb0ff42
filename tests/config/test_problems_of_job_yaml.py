"""Each file in tests/problems/yaml holds one mistake; its first lines say what must be told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.config.load import load_job
from generator.problems import GenerationFailed

FOLDER = Path(__file__).parents[1] / "problems" / "yaml"
CASES = sorted(FOLDER.glob("*.yaml"))
EXPECTED = re.compile(r"# error\[(CFG\d{3})\]: (.+)\n# at (?:(\S+\.csv):)?(\d+):(\d+)\n")


@pytest.fixture
def job_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "CASE"
    shutil.copytree(FOLDER / "glossaries", folder / "glossaries")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_one_mistake_one_problem(case: Path, job_folder: Path) -> None:
    text = case.read_text("utf-8")
    expected = EXPECTED.match(text)
    assert expected, "the first two lines state the problem and its place"
    code, message, file, line, column = expected.groups()
    (job_folder / "job.yaml").write_text(text, "utf-8")
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    problems = failure.value.problems
    assert [(p.code, p.message) for p in problems] == [(code, message)]
    place = problems[0].location
    assert place is not None
    assert (place.path, place.line, place.column) == (file or "job.yaml", int(line), int(column))
    lines = (job_folder / place.path).read_text("utf-8").splitlines()
    assert place.source_line == lines[place.line - 1]
    assert place.column + place.width <= len(place.source_line) + 2


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25


def test_all_mistakes_of_a_file_are_told_at_once(job_folder: Path) -> None:
    texts = [
        "version: 1",
        "job: OTHER",
        "targets: [db2]",
        "copybooks: {format: fixd, library: [nowhere]}",
        "records:",
        "  REC:",
        "    key: [REC-ID]",
        "    occurs: {A: {as: columns, table: T}}",
        "    fields:",
        "      B: {date: YYMMDD}",
        "      C: {nam: D}",
    ]
    (job_folder / "job.yaml").write_text("\n".join(texts), "utf-8")
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    found = [(p.code, p.location.line if p.location else 0) for p in failure.value.problems]
    assert found == [
        ("CFG110", 2),
        ("CFG107", 3),
        ("CFG107", 4),
        ("CFG120", 4),
        ("CFG134", 8),
        ("CFG141", 10),
        ("CFG104", 11),
    ]


def test_a_bad_value_does_not_give_a_second_problem_by_its_absence(job_folder: Path) -> None:
    (job_folder / "job.yaml").write_text(
        "version: 1\njob: CASE\nrecords:\n  R:\n    redefines:\n      A:\n"
        "        - {use: B, when: 5}\n        - {otherwise: reject}\n",
        "utf-8",
    )
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    assert [p.code for p in failure.value.problems] == ["CFG106"]


def test_no_file(job_folder: Path) -> None:
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    (problem,) = failure.value.problems
    assert problem.code == "CFG100"
    assert problem.hint == "`cobrepo init CASE` drafts it from the copybooks"
    assert job_folder.name == "CASE"


@pytest.mark.parametrize(
    ("content", "place", "byte", "word"),
    [
        ("version: 1\njob: CASE\n# Größe\n".encode("cp1252"), (3, 5), "F6", "cp1252"),
        ("version: 1\n".encode("utf-16"), (1, 1), "FF", "UTF-16"),
        ("version: 1\njob: CASE\n# A \xb7 B\n".encode("cp037"), (1, 1), "A5", "EBCDIC"),
    ],
)
def test_bytes_that_are_not_utf8(
    content: bytes, place: tuple[int, int], byte: str, word: str, job_folder: Path
) -> None:
    (job_folder / "job.yaml").write_bytes(content)
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    (problem,) = failure.value.problems
    assert problem.code == "CFG101"
    assert problem.message == f"the byte X'{byte}' is not UTF-8"
    assert problem.hint is not None
    assert word in problem.hint
    assert problem.location is not None
    assert (problem.location.line, problem.location.column) == place


def test_a_byte_order_mark_is_no_mistake(job_folder: Path) -> None:
    (job_folder / "job.yaml").write_text("version: 1\njob: CASE\n", "utf-8-sig")
    assert load_job(Path("job.yaml")).config.job == "CASE"


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file(text: str, job_folder: Path) -> None:
    (job_folder / "job.yaml").write_text(text, "utf-8")
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    assert [p.code for p in failure.value.problems] == ["CFG102"]


def test_an_alias_that_holds_itself(job_folder: Path) -> None:
    (job_folder / "job.yaml").write_text("version: 1\njob: CASE\nrecords: &r\n  A: *r\n", "utf-8")
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    assert [p.code for p in failure.value.problems] == ["CFG102"]


def test_a_character_that_yaml_does_not_allow(job_folder: Path) -> None:
    (job_folder / "job.yaml").write_text("version: 1\njob: C\x01ASE\n", "utf-8")
    with pytest.raises(GenerationFailed) as failure:
        load_job(Path("job.yaml"))
    (problem,) = failure.value.problems
    assert problem.location is not None
    assert (problem.location.line, problem.location.column) == (2, 7)
