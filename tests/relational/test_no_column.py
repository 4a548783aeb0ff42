"""Addresses and level-66 entries get no column; records that share their bytes say so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.config.load import load_job
from generator.relational import to_schema
from generator.targets import find

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Case, Mapped, Refused

ADDRESSES = """
    01  REC.
        05  K           PIC X(4).
        05  ROW-INDEX   USAGE INDEX.
        05  NEXT-REC    USAGE POINTER.
        05  CALLS       USAGE PROCEDURE-POINTER OCCURS 3 TIMES.
        05  HANDLER     USAGE FUNCTION-POINTER.
        05  AMOUNT      PIC S9(5).
"""
RENAMED = """
    01  REC.
        05  K       PIC X(4).
        05  FIRST-N PIC X(10).
        05  LAST-N  PIC X(10).
    66  WHOLE-N RENAMES FIRST-N THRU LAST-N.
"""
KEY = "records: {REC: {key: [K]}}"
MEANINGLESS = "an address means nothing outside its run"


def test_an_address_becomes_no_column(mapped: Mapped) -> None:
    case = mapped(ADDRESSES, KEY)
    assert case.names() == ["K", "AMOUNT"]
    assert [entity.name for entity in case.schema.entities] == ["REC"]
    decided = case.decisions("address")
    assert [found.subject for found in decided] == ["ROW-INDEX", "NEXT-REC", "CALLS", "HANDLER"]
    assert {found.reason for found in decided} == {MEANINGLESS}
    assert case.schema.coverage[0].unmapped == ((4, 40),)


def test_a_table_in_which_nothing_becomes_a_column_becomes_no_table(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K       PIC X(4).
            05  LINKS   OCCURS 3 TIMES.
                10  P   POINTER.
                10      PIC X.
            05  FILLER  PIC X(3) OCCURS 50 TIMES.
            05  FILLER  OCCURS 20 TIMES.
                10  A   PIC X.
    """
    case = mapped(text, KEY)
    assert [entity.name for entity in case.schema.entities] == ["REC", "REC_A"]
    found = case.decisions("no-columns")
    assert [decision.reason for decision in found] == ["nothing in it becomes a column"] * 2


def test_a_record_that_is_an_address_has_no_key(refused: Refused) -> None:
    (problem,) = refused("77  P  POINTER.", "records: {P: {key: [P]}}")
    assert problem.code == "MAP111"


@pytest.mark.parametrize(
    ("job", "code", "message"),
    [
        ("key: [NEXT-REC]", "MAP111", "NEXT-REC is POINTER, an address"),
        ("key: [K], control_totals: [NEXT-REC]", "MAP121", "becomes no column"),
        ("key: [K], indexes: [{fields: [ROW-INDEX]}]", "MAP115", "no table has all"),
        ("key: [K], when: NEXT-REC = LOW-VALUES", "MAP214", "NEXT-REC is POINTER, an address"),
        ("key: [K], fields: {ROW-INDEX: {type: INTEGER}}", "MAP136", "ROW-INDEX is INDEX"),
        ("key: [K], fields: {ROW-INDEX: {date: YYYYMMDD}}", "MAP136", "ROW-INDEX is INDEX"),
    ],
)
def test_an_address_is_never_used(refused: Refused, job: str, code: str, message: str) -> None:
    problems = refused(ADDRESSES, f"records: {{REC: {{{job}}}}}")
    assert [problem.code for problem in problems] == [code]
    assert message in problems[0].message
    assert problems[0].location is not None
    assert problems[0].location.path.endswith("job.yaml")


def test_a_rule_for_many_fields_leaves_addresses_alone(mapped: Mapped) -> None:
    job = "records: {REC: {key: [K], fields: {'*': {not_null: false}, K: {not_null: true}}}}"
    assert mapped(ADDRESSES, job).names() == ["K", "AMOUNT"]


def test_an_address_may_be_ignored_like_any_field(mapped: Mapped) -> None:
    job = "records: {REC: {key: [K], fields: {NEXT-REC: {ignore: true, reason: unused}}}}"
    case = mapped(ADDRESSES, job)
    assert "NEXT-REC" not in [found.subject for found in case.decisions("address")]
    assert [found.reason for found in case.decisions("ignored")] == ["unused"]


def test_text_over_an_address_is_kept_as_bytes(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  T PIC X(4).\n    05  P REDEFINES T POINTER."
    case = mapped(text, "records: {REC: {key: [K], redefines: {T: base}}}")
    assert case.column("T").rule == "text-as-bytes"
    found = case.decisions("shares-bytes-with-numbers")
    assert "no text of its code page" in found[0].reason


def test_a_level_66_entry_becomes_no_column(mapped: Mapped) -> None:
    case = mapped(RENAMED, KEY)
    assert case.names() == ["K", "FIRST_N", "LAST_N"]
    decided = case.decisions("level-66")
    assert [found.reason for found in decided] == ["the same bytes as FIRST-N THRU LAST-N"]
    assert case.schema.coverage[0].unmapped == ()


@pytest.mark.parametrize(
    "job",
    [
        "key: [WHOLE-N]",
        "key: [K], control_totals: [WHOLE-N]",
        "key: [K], when: WHOLE-N = 'A'",
        "key: [K], fields: {WHOLE-N: {name: WHOLE}}",
        "key: [K], redefines: {WHOLE-N: base}",
        "key: [K], indexes: [{fields: [WHOLE-N]}]",
    ],
)
def test_a_selector_of_a_level_66_entry_says_what_to_name(refused: Refused, job: str) -> None:
    problems = [p for p in refused(RENAMED, f"records: {{REC: {{{job}}}}}") if p.code == "MAP107"]
    assert len(problems) == 1
    assert "another name for the bytes of FIRST-N to LAST-N" in problems[0].message
    assert problems[0].hint == "name FIRST-N to LAST-N, which have the columns"


SEVERAL = """
    01  HEAD-REC.
        05  H-TYPE  PIC X.
            88  IS-HEAD  VALUE 'H'.
        05  H-NO    PIC 9(5).
    01  BODY-REC.
        05  B-TYPE  PIC X.
        05  B-NO    PIC 9(5).
"""
JOB = "records:\n  HEAD-REC: {{key: [H-NO]{head}}}\n  BODY-REC: {{key: [B-NO]{body}}}\n"


def in_one_area(case: Case, folder: Path, *, file: str | None) -> Case:
    """The job again, its records now under an FD, or the second one redefining the first."""
    book = case.copybooks[0]
    first, second = book.records
    if file:
        records = (replace(first, file=file), replace(second, file=file))
    else:
        root = replace(second.root, redefines="HEAD-REC")
        records = (first, replace(second, root=root))
    loaded = load_job(folder / "job.yaml")
    books = (replace(book, records=records),)
    return replace(case, schema=to_schema(books, loaded, (find("db2-luw"),)))


@pytest.mark.parametrize("file", ["ACCT-FILE", None])
def test_records_of_one_area_say_so(mapped: Mapped, tmp_path: Path, file: str | None) -> None:
    case = mapped(SEVERAL, JOB.format(head="", body=""))
    assert case.decisions("shared-storage") == []
    case = in_one_area(case, tmp_path / "CASE", file=file)
    assert [entity.name for entity in case.schema.entities] == ["HEAD_REC", "BODY_REC"]
    first, second = case.decisions("shared-storage")
    assert "its bytes are those of BODY-REC too" in first.text
    assert "its bytes are those of HEAD-REC too" in second.text
    assert "add records.HEAD-REC.when, perhaps of H-TYPE" in first.reason
    assert ("ACCT-FILE" in first.reason) == bool(file)


def test_when_tells_records_of_one_area_apart(mapped: Mapped, tmp_path: Path) -> None:
    job = JOB.format(head=", when: IS-HEAD", body=", when: B-TYPE <> 'H'")
    case = in_one_area(mapped(SEVERAL, job), tmp_path / "CASE", file="F")
    assert [entity.when for entity in case.schema.entities] == ["IS-HEAD", "B-TYPE <> 'H'"]
    assert "where IS-HEAD" in case.decisions("shared-storage")[0].reason


def test_when_of_a_record_is_checked(refused: Refused) -> None:
    job = JOB.format(head=", when: H-TIPE = 'H'", body="")
    (problem,) = refused(SEVERAL, job)
    assert problem.code == "MAP211"
    assert problem.hint == "did you mean H-TYPE?"


def test_when_of_a_record_and_of_its_branch_both_hold(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K  PIC X.
            05  T  PIC X.
            05  A  PIC X(4).
            05  B  REDEFINES A PIC X(4).
    """
    job = """
        records:
          REC:
            key: [K]
            when: K <> 'T' or K = 'U'
            redefines: {A: [{use: A, when: T = 'A'}, {use: B, when: T = 'B'}]}
    """
    case = mapped(text, job)
    assert case.schema.entities[0].when == "(K <> 'T' or K = 'U') and T = 'A'"
