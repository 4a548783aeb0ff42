"""`cobrepo inspect --why FIELD`: which rule decided a column's name, type and nulls."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app

COPYBOOK = """
       01  REC.
           05  CM-ID          PIC 9(8).
           05  CM-OPEN-DATE   PIC 9(8).
           05  CM-CLOSE-DATE  PIC 9(8).
           05  CM-CITY        PIC X(20).
           05  CM-ORDER       PIC X(5).
           05  CM-PHONE       PIC X(15) OCCURS 2.
           05  CM-FLAGS       PIC X(4).
           05  CM-AMOUNT      PIC S9(7)V99 COMP-3.
           05  FILLER         PIC X(9).
"""
YAML = """
version: 1
job: CASE
naming: {strip_prefixes: [CM-]}
defaults:
  occurs: columns
  nulls: dates-only
records:
  REC:
    key: [CM-ID]
    fields:
      "CM-*-DATE": {date: YYYYMMDD}
      CM-CLOSE-DATE: {name: ENDED, not_null: true}
      CM-FLAGS: {ignore: true, reason: runtime only}
      CM-CITY: {type: VARCHAR(30)}
"""
BOOK = "source/jobs/CASE/copybooks/REC.cpy"


@pytest.fixture(autouse=True)
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = tmp_path / BOOK
    book.parent.mkdir(parents=True)
    book.write_text(COPYBOOK.lstrip("\n"), "utf-8")
    (book.parents[1] / "job.yaml").write_text(YAML.lstrip("\n"), "utf-8")
    monkeypatch.chdir(tmp_path)


def run(field: str, *more: str, book: str = BOOK) -> Result:
    return CliRunner().invoke(app, ("inspect", book, "--why", field, *more))


def answers(field: str) -> list[dict[str, Any]]:
    done = run(field, "--format", "json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def reasons(field: str) -> dict[str, tuple[str, str]]:
    (answer,) = answers(field)
    at = "source/jobs/CASE/job.yaml:"
    return {r["part"]: (r["rule"], r["place"].removeprefix(at)) for r in answer["reasons"]}


def test_the_answer_reads_as_a_page() -> None:
    done = run("CM-CLOSE-DATE")
    assert done.exit_code == 0
    assert done.stdout == textwrap.dedent("""\
        source/jobs/CASE/copybooks/REC.cpy:4: 05 CM-CLOSE-DATE PIC 9(8)
          REC.ENDED  DATE NOT NULL
            name  fields."CM-CLOSE-DATE".name: ENDED     source/jobs/CASE/job.yaml:12
            type  fields."CM-*-DATE".date: YYYYMMDD      source/jobs/CASE/job.yaml:11
            null  fields."CM-CLOSE-DATE".not_null: true  source/jobs/CASE/job.yaml:12
        """)


def test_rules_of_the_job_and_defaults() -> None:
    assert reasons("CM-ID") == {
        "name": ("naming.strip_prefixes: CM-", "3"),
        "type": ("defaults.integers: decimal", "default"),
        "null": ("a key is never null", "9"),
    }
    assert reasons("CM-OPEN-DATE")["null"] == ("contents that are no date", "6")
    assert reasons("CM-CITY")["type"] == ('fields."CM-CITY".type: VARCHAR(30)', "14")
    assert reasons("CM-AMOUNT")["type"] == ("decimal: PICTURE and USAGE", "rules for types")


def test_a_name_that_was_kept_from_being_reserved() -> None:
    rule, place = reasons("CM-ORDER")["name"]
    assert rule.startswith("prefix-kept: without its prefix it would be ORDER")
    assert place == "rules for names"


def test_numbered_columns_are_one_answer() -> None:
    (answer,) = answers("CM-PHONE")
    assert [column["name"] for column in answer["columns"]] == ["REC.PHONE_1", "REC.PHONE_2"]
    assert reasons("CM-PHONE")["type"] == ("defaults.text.varchar_over: 254", "default")


def test_a_field_without_a_column_says_why() -> None:
    (answer,) = answers("CM-FLAGS")
    assert answer["columns"] == []
    assert reasons("CM-FLAGS") == {"none": ('fields."CM-FLAGS".ignore: true', "13")}
    assert reasons("FILLER")["none"][0] == "FILLER: 9 bytes at 88 dropped (FILLER has no name)"
    assert "no column" in run("FILLER").stdout


def test_the_lock_keeps_a_name() -> None:
    assert CliRunner().invoke(app, ("generate", "CASE")).exit_code == 0
    config = Path("source/jobs/CASE/job.yaml")
    config.write_text(config.read_text("utf-8").replace("[CM-]", "[C]"), "utf-8")
    rule, place = reasons("CM-CITY")["name"]
    assert rule.startswith("kept-name: schema.lock.json has it under this name")
    assert place == "schema.lock.json"


def test_a_selector_may_name_several_fields() -> None:
    assert [answer["field"] for answer in answers("CM-*-DATE")] == ["CM-OPEN-DATE", "CM-CLOSE-DATE"]


def test_a_field_that_is_not_there() -> None:
    done = run("CM-OPEN-DAT")
    assert done.exit_code == 2
    assert "error[MAP101]: CM-OPEN-DAT names nothing in record REC" in done.stderr
    assert "did you mean CM-OPEN-DATE?" in done.stderr


def test_a_copybook_of_no_job() -> None:
    Path("DATES.cpy").write_text("       01 X PIC X.\n", "utf-8")
    done = run("X", book="DATES.cpy")
    assert done.exit_code == 2
    assert "error[GEN640]: DATES.cpy is a copybook of no job" in done.stderr


def test_a_member_of_a_library_is_asked_about_with_its_job() -> None:
    library = Path("copylib")
    library.mkdir()
    (library / "DATES.cpy").write_text("           05  CM-BORN  PIC 9(8).\n", "utf-8")
    book = Path(BOOK)
    book.write_text(book.read_text("utf-8") + "           COPY DATES.\n", "utf-8")
    config = Path("source/jobs/CASE/job.yaml")
    text = config.read_text("utf-8") + "copybooks: {library: [../../../copylib]}\n"
    config.write_text(text, "utf-8")
    assert run("CM-BORN").stdout.startswith("copylib/DATES.cpy:1: 05 CM-BORN PIC 9(8)\n  REC.BORN")
    done = run("CM-BORN", "--job", "CASE", book="copylib/DATES.cpy")
    assert done.stdout == run("CM-BORN").stdout
    assert run("CM-BORN", "--job", "CASES", book="copylib/DATES.cpy").exit_code == 2


def test_other_forms_are_refused() -> None:
    assert run("CM-ID", "--format", "csv").exit_code == 2


def test_the_documentation_shows_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.chdir(root / "samples")
    text = (root / "docs/mapping.md").read_text("utf-8")
    book = "source/jobs/POLICY/copybooks/POLTRAN.cpy"
    said = run("PT-PM-PAID-THROUGH", book=book).stdout
    assert f"--why PT-PM-PAID-THROUGH\n{said}```" in text
