"""The keys below `copybooks:` in job.yaml: how the text of the copybooks is read."""

from pathlib import Path
from typing import get_args

import pytest

from generator.config.load import parse_job
from generator.config.model import Copybooks, Tolerance
from generator.config.schema import json_schema
from generator.copybook.dialect import IBM, TOLERANCES, Dialect
from generator.drafting import write_draft
from generator.output.inputs import inputs
from generator.problems import GenerationFailed
from generator.sources import dialect_of, load_sources, parse_members, roots
from generator.workspace import JobPlace

EVERYTHING = """\
copybooks:
  replacing: {":TAG:": CUST, ":X:": "", ORDREC: {":TAG:": ORD}}
  debugging_lines: true
  decimal_point: comma
  currency: F
  arith: extend
  lp: 64
  program: true
  shared_records: true
  tolerate: [decimal-point, group-picture]
"""


def read(text: str, folder: Path) -> Copybooks:
    job = folder / "JOB"
    job.mkdir(exist_ok=True)
    return parse_job(f"version: 1\njob: JOB\n{text}", job / "job.yaml").config.copybooks


def place(folder: Path, **members: str) -> JobPlace:
    copybooks = folder / "source" / "jobs" / "JOB" / "copybooks"
    copybooks.mkdir(parents=True)
    for name, text in members.items():
        lines = (f"       {line}\n" for line in text.split("\n"))
        (copybooks / f"{name}.cpy").write_text("".join(lines))
    return JobPlace(folder, "JOB", "job")


def test_every_key(tmp_path: Path) -> None:
    found = read(EVERYTHING, tmp_path)
    assert found.replacing == {":TAG:": "CUST", ":X:": "", "ORDREC": {":TAG:": "ORD"}}
    assert dialect_of(found) == Dialect(
        debugging=True,
        decimal_comma=True,
        currency="F",
        arith_extend=True,
        lp64=True,
        program=True,
        shared_records=True,
        tolerate=("decimal-point", "group-picture"),
    )


def test_without_a_key_the_text_is_read_as_ibm_does(tmp_path: Path) -> None:
    assert dialect_of(read("", tmp_path)) == IBM


def test_the_tolerances_are_those_of_the_parser() -> None:
    assert get_args(Tolerance) == tuple(TOLERANCES)
    assert all(f'"{name}"' in json_schema() for name in TOLERANCES)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("lp: 31", "'31' is no value for copybooks.lp", "expected 32 or 64"),
        ("currency: EUR", "copybooks.currency is the text 'EUR', expected one character", None),
        ('replacing: {":T:": 5}', "copybooks.replacing.:T: is the number 5, expected text",
         "put it in quotes: '5'"),
        ('replacing: {M: {":T:": [A]}}', "copybooks.replacing.M.:T: is a list, expected text",
         None),
        ("tolerate: [group-pictures]",
         "'group-pictures' is no value for copybooks.tolerate[1]", "did you mean group-picture?"),
        ("decimal_comma: true", "unknown key decimal_comma under copybooks",
         "did you mean decimal_point?"),
    ],
)  # fmt: skip
def test_what_does_not_fit(tmp_path: Path, text: str, message: str, hint: str | None) -> None:
    with pytest.raises(GenerationFailed) as failed:
        read(f"copybooks:\n  {text}\n", tmp_path)
    (problem,) = failed.value.problems
    assert problem.message == message
    assert str(problem.hint).startswith(str(hint))


def test_a_member_is_replaced_by_its_own_pairs_first(tmp_path: Path) -> None:
    text = "01 :TAG:-REC.\n  05 :TAG:-A PIC X(:LEN:)."
    job = place(tmp_path, ORDREC=text, CUSTREC=text)
    settings = Copybooks(
        replacing={":TAG:": "CUST", ":LEN:": "4", "ordrec": {":TAG:": "ORD", ":LEN:": "6"}}
    )
    books = parse_members(tuple(sorted(job.copybooks.iterdir())), settings, ())
    assert [(book.records[0].name, book.records[0].length) for book in books] == [
        ("CUST-REC", 4), ("ORD-REC", 6),
    ]  # fmt: skip


def test_the_error_names_the_key(tmp_path: Path) -> None:
    job = place(tmp_path, M="01 :TAG:-REC PIC X.")
    with pytest.raises(GenerationFailed) as failed:
        parse_members(tuple(job.copybooks.iterdir()), Copybooks(), ())
    (problem,) = failed.value.problems
    assert 'under copybooks: replacing: {":TAG:": NAME}' in str(problem.hint)
    given = Copybooks(replacing={":TAG:": "NAME"})
    assert parse_members(tuple(job.copybooks.iterdir()), given, ())


def test_the_draft_says_how_the_copybooks_were_read(tmp_path: Path) -> None:
    job = place(tmp_path, M="01 :TAG:-REC.\n  05 A PIC Z9,99.\n  05 B PIC X(:LEN:).")
    settings = Copybooks(
        replacing={":TAG:": "CU", "M": {":LEN:": "5"}}, decimal_point="comma", lp=64
    )
    write_draft(job, (), force=False, settings=settings)
    text = job.config.read_text()
    assert '  replacing: {":TAG:": "CU", "M": {":LEN:": "5"}}\n' in text
    assert "  decimal_point: comma\n  lp: 64\n" in text
    assert parse_job(text, job.config).config.copybooks == settings


def test_another_value_makes_other_inputs(tmp_path: Path) -> None:
    job = place(tmp_path, M="01 A PIC X.")
    hashes = set()
    for extra in ("", "copybooks: {arith: extend}\n", "copybooks: {lp: 64}\n"):
        job.config.write_text(f"version: 1\njob: JOB\n{extra}records: {{A: {{key: [A]}}}}\n")
        hashes.add(str(inputs(job, load_sources(job).files, {})))
    assert len(hashes) == 3


def test_a_member_that_sql_includes_is_no_root(tmp_path: Path) -> None:
    job = place(tmp_path, A="01 R.\nEXEC SQL INCLUDE B END-EXEC.", B="  05 X PIC X.")
    assert [path.name for path in roots(tuple(sorted(job.copybooks.iterdir())))] == ["A.cpy"]
