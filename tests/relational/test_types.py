"""The type table: DCLGEN's declarations backwards, and what DCLGEN never writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.targets import find

if TYPE_CHECKING:
    from generator.problems import Problem

    from .conftest import Mapped, Refused

SPELL = find("db2-luw").spell

BY_PICTURE = [
    ("PIC X(5)", "CHAR(5)"),
    ("PIC A(5)", "CHAR(5)"),
    ("PIC X(254)", "CHAR(254)"),
    ("PIC X(255)", "VARCHAR(255)"),
    ("PIC X(30000)", "VARCHAR(30000)"),
    ("PIC 9(5)", "DECIMAL(5,0)"),
    ("PIC S9(5)", "DECIMAL(5,0)"),
    ("PIC S9(7)V99", "DECIMAL(9,2)"),
    ("PIC V999", "DECIMAL(3,3)"),
    ("PIC S9(9)V99 COMP-3", "DECIMAL(11,2)"),
    ("PIC S9(31) COMP-3", "DECIMAL(31,0)"),
    ("PIC S9(4) COMP", "SMALLINT"),
    ("PIC S9(5) COMP", "INTEGER"),
    ("PIC S9(9) BINARY", "INTEGER"),
    ("PIC S9(10) COMP-4", "BIGINT"),
    ("PIC S9(18) COMP", "BIGINT"),
    ("PIC 9(4) COMP", "SMALLINT"),
    ("PIC 9(9) COMP", "INTEGER"),
    ("PIC 9(18) COMP", "BIGINT"),
    ("PIC S9(5)V99 COMP", "DECIMAL(7,2)"),
    ("PIC S9(4) COMP-5", "SMALLINT"),
    ("PIC S9(9) COMP-5", "INTEGER"),
    ("PIC S9(18) COMP-5", "BIGINT"),
    ("PIC 9(4) COMP-5", "INTEGER"),
    ("PIC 9(9) COMP-5", "BIGINT"),
    ("PIC 9(18) COMP-5", "DECIMAL(20,0)"),
    ("PIC S9(2)V99 COMP-5", "DECIMAL(5,2)"),
    ("PIC S9(16)V99 COMP-5", "DECIMAL(19,2)"),
    ("PIC 9(16)V99 COMP-5", "DECIMAL(20,2)"),
    ("PIC 9(3)PP", "DECIMAL(5,0)"),
    ("PIC VPP9(3)", "DECIMAL(5,5)"),
    ("PIC S9(5)PP COMP-3", "DECIMAL(7,0)"),
    ("PIC 9(3)PP COMP", "DECIMAL(5,0)"),
    ("COMP-1", "REAL"),
    ("COMP-2", "DOUBLE"),
    ("PIC ZZZ,ZZ9.99CR", "CHAR(12)"),
    ("PIC 99/99/9999", "CHAR(10)"),
    ("PIC XX/XX", "CHAR(5)"),
]
SMALLEST = [
    ("PIC 9(4)", "SMALLINT"),
    ("PIC S9(5) COMP-3", "INTEGER"),
    ("PIC 9(9)", "INTEGER"),
    ("PIC 9(10)", "BIGINT"),
    ("PIC 9(18)", "BIGINT"),
    ("PIC S9(19) COMP-3", "DECIMAL(19,0)"),
    ("PIC 9(3)PP", "INTEGER"),
    ("PIC 9(3)V99", "DECIMAL(5,2)"),
]
ACCEPTED = [
    ("PIC X(5)", "CHAR(5)", "CHAR(5)"),
    ("PIC X(5)", "VARCHAR(9)", "VARCHAR(9)"),
    ("PIC X(5)", "CHAR(5) FOR BIT DATA", "CHAR(5) FOR BIT DATA"),
    ("PIC 9(5)", "CHAR(5)", "CHAR(5)"),
    ("PIC 9(5) COMP-3", "CHAR(5)", "CHAR(5)"),
    ("PIC 9(3)PP", "CHAR(5)", "CHAR(5)"),
    ("PIC S9(5)V99", "DECIMAL(7,2)", "DECIMAL(7,2)"),
    ("PIC S9(5)V99", "DECIMAL(9,4)", "DECIMAL(9,4)"),
    ("PIC 9(4)", "SMALLINT", "SMALLINT"),
    ("PIC 9(9) COMP-3", "INTEGER", "INTEGER"),
    ("PIC S9(4) COMP-5", "SMALLINT", "SMALLINT"),
    ("PIC S9(4) COMP-5", "DECIMAL(5,0)", "DECIMAL(5,0)"),
    ("PIC 9(4) COMP-5", "CHAR(5)", "CHAR(5)"),
    ("COMP-1", "DOUBLE", "DOUBLE"),
    ("PIC Z,ZZ9.99-", "DECIMAL(6,2)", "DECIMAL(6,2)"),
    ("PIC $$$,$$9.99CR", "DECIMAL(9,3)", "DECIMAL(9,3)"),
    ("PIC ZZ9", "SMALLINT", "SMALLINT"),
    ("PIC ZZ9 USAGE NATIONAL", "SMALLINT", "SMALLINT"),
    ("PIC ZZ9PP", "DECIMAL(5,0)", "DECIMAL(5,0)"),
    ("PIC ZZ9.99", "CHAR(6)", "CHAR(6)"),
]
REFUSED = [
    ("PIC X(5)", "CHAR(4)", "use at least 5"),
    ("PIC X(5)", "CHAR(4) FOR BIT DATA", "use at least 5"),
    ("PIC X(5)", "DECIMAL(5,0)", "text, which may hold anything"),
    ("PIC XXBXX", "INTEGER", "text, which may hold anything"),
    ("PIC Z(5)", "SMALLINT", "5 digits"),
    ("PIC $$$,$$9.99", "DECIMAL(6,2)", "5 digits before the point"),
    ("PIC ZZ9.99-", "INTEGER", "2 decimal places"),
    ("PIC ZZ9.99-", "DOUBLE", "not exact"),
    ("PIC .-(3)", "DECIMAL(5,3)", "text, which may hold anything"),
    ("PIC +9.9(6)E+99", "DECIMAL(31,6)", "DOUBLE none exactly; use CHAR"),
    ("PIC +9.9(6)E+99", "DOUBLE", "DOUBLE none exactly; use CHAR"),
    ("PIC 9(5)", "SMALLINT", "5 digits"),
    ("PIC 9(5)", "CHAR(4)", "use at least 5"),
    ("PIC S9(5)", "CHAR(5)", "unsigned"),
    ("PIC 9(3)V99", "CHAR(5)", "without decimals"),
    ("PIC 9(3)V99", "INTEGER", "2 decimal places"),
    ("PIC 9(5)V99", "DECIMAL(7,1)", "2 decimal places"),
    ("PIC 9(5)V99", "DECIMAL(7,3)", "5 digits before the point"),
    ("PIC 9(4) COMP-5", "SMALLINT", "5 digits"),
    ("PIC 9(5)", "DOUBLE", "not exact"),
    ("COMP-2", "REAL", "use DOUBLE"),
    ("COMP-2", "DECIMAL(15,2)", "no fixed number of digits"),
]


def spelt(mapped: Mapped, picture: str, job: str = "records: {REC: {key: [K]}}") -> str:
    case = mapped(f"01  REC.\n    05  K PIC X.\n    05  F {picture}.", job)
    return SPELL(case.column("F").type)


@pytest.mark.parametrize(("picture", "expected"), BY_PICTURE)
def test_type_of_a_picture(mapped: Mapped, picture: str, expected: str) -> None:
    assert spelt(mapped, picture) == expected


@pytest.mark.parametrize(("picture", "expected"), SMALLEST)
def test_smallest_integers(mapped: Mapped, picture: str, expected: str) -> None:
    job = "defaults: {integers: smallest}\nrecords: {REC: {key: [K]}}"
    assert spelt(mapped, picture, job) == expected


@pytest.mark.parametrize(("picture", "asked", "expected"), ACCEPTED)
def test_a_type_that_holds_every_value(
    mapped: Mapped, picture: str, asked: str, expected: str
) -> None:
    job = f'records: {{REC: {{key: [K], fields: {{F: {{type: "{asked}"}}}}}}}}'
    assert spelt(mapped, picture, job) == expected


@pytest.mark.parametrize(("picture", "asked", "reason"), REFUSED)
def test_a_type_that_loses_values(refused: Refused, picture: str, asked: str, reason: str) -> None:
    job = f'records: {{REC: {{key: [K], fields: {{F: {{type: "{asked}"}}}}}}}}'
    problem = only(refused(f"01  REC.\n    05  K PIC X.\n    05  F {picture}.", job))
    assert problem.code == "MAP142"
    assert reason in str(problem.hint)
    assert problem.location is not None
    assert problem.location.path.endswith("job.yaml")


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


def test_more_than_a_varchar_holds(refused: Refused) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  F PIC X(32673)."
    codes = [problem.code for problem in refused(text, "records: {REC: {key: [K]}}")]
    assert codes == ["MAP131"]


def test_more_than_31_digits(refused: Refused) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  F PIC 9(17)P(12) COMP-5."
    problem = only(refused(text, "records: {REC: {key: [K]}}"))
    assert problem.code == "MAP132"
    assert "32 digits" in problem.message


def test_the_limit_of_char_can_be_lowered(mapped: Mapped) -> None:
    job = "defaults: {text: {varchar_over: 30}}\nrecords: {REC: {key: [K]}}"
    assert spelt(mapped, "PIC X(31)", job) == "VARCHAR(31)"
    assert spelt(mapped, "PIC X(30)", job) == "CHAR(30)"


VARCHAR_PAIR = """
    01  REC.
        05  K PIC X.
        05  NOTE.
            49  NOTE-LEN   PIC S9(4) {usage}.
            49  NOTE-TEXT  PIC X(200).
"""


@pytest.mark.parametrize("usage", ["COMP", "COMP-5", "BINARY"])
def test_a_level_49_pair_is_one_varchar(mapped: Mapped, usage: str) -> None:
    case = mapped(VARCHAR_PAIR.format(usage=usage), "records: {REC: {key: [K]}}")
    note = case.column("NOTE")
    assert SPELL(note.type) == "VARCHAR(200)"
    assert note.source is not None
    assert note.source.varying
    assert note.source.field.name == "NOTE"
    assert case.names() == ["K", "NOTE"]
    assert case.schema.coverage[0].unmapped == ()


def test_items_of_level_49_that_are_no_pair_stay_items(mapped: Mapped) -> None:
    text = VARCHAR_PAIR.format(usage="COMP-3")
    case = mapped(text, "records: {REC: {key: [K]}}")
    assert case.names() == ["K", "NOTE_LEN", "NOTE_TEXT"]


def test_a_group_as_one_column_is_text(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K.\n      10  A PIC X(2).\n      10  B PIC 9(3)."
    job = "records: {REC: {key: [K], fields: {K: {as_one_column: true}}}}"
    column = mapped(text, job).column("K")
    assert SPELL(column.type) == "CHAR(5)"
    assert column.rule == "group-as-text"


def test_a_group_with_packed_items_is_bytes(mapped: Mapped) -> None:
    text = "01  REC.\n  05  K PIC X.\n  05  G.\n      10  A PIC X(2).\n      10  B PIC 9(3) COMP-3."
    job = "records: {REC: {key: [K], fields: {G: {as_one_column: true}}}}"
    assert SPELL(mapped(text, job).column("G").type) == "CHAR(4) FOR BIT DATA"


def test_a_long_group_of_bytes_is_varying(mapped: Mapped) -> None:
    text = "01  REC.\n  05  K PIC X.\n  05  G.\n      10  A PIC X(300).\n      10  B COMP-2."
    job = "records: {REC: {key: [K], fields: {G: {as_one_column: true}}}}"
    assert SPELL(mapped(text, job).column("G").type) == "VARCHAR(308) FOR BIT DATA"


def test_only_dates_may_be_null(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  D PIC 9(8).\n    05  N PIC 9."
    fields = "fields: {D: {date: YYYYMMDD}}"
    case = mapped(text, f"records: {{REC: {{key: [K], {fields}}}}}")
    assert [column.nullable for column in case.entity().columns] == [False, True, False]
    job = f"defaults: {{nulls: keys-and-audit-only}}\nrecords: {{REC: {{key: [K], {fields}}}}}"
    case = mapped(text, job)
    assert [column.nullable for column in case.entity().columns] == [False, True, True]
    staged = case.entity().staging
    assert not any(staged.column(name).nullable for name in ("RUN_ID", "RECORD_NO", "INSERT_TS"))


def test_not_null_of_a_field_wins(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  D PIC 9(8).\n    05  N PIC 9."
    rules = "D: {date: YYYYMMDD, not_null: true}, N: {not_null: false}"
    case = mapped(text, f"records: {{REC: {{key: [K], fields: {{{rules}}}}}}}")
    assert not case.column("D").nullable
    assert case.column("N").nullable
    source = case.column("D").source
    assert source is not None
    assert source.date is not None
    assert (source.date.zeros, source.date.high_values) == ("reject", "reject")


@pytest.mark.parametrize(
    ("clause", "sql"),
    [
        ("PIC X(30)", "CHAR(60)"),
        ("PIC A(30)", "CHAR(60)"),
        ("PIC X(128)", "VARCHAR(256)"),
        ("PIC Z(5)9", "CHAR(6)"),
        ("PIC N(5)", "CHAR(15)"),
        ("PIC U(5)", "CHAR(20)"),
        ("PIC 9(5)", "DECIMAL(5,0)"),
    ],
)
def test_room_for_letters_with_accents(mapped: Mapped, clause: str, sql: str) -> None:
    job = "defaults: {text: {bytes_per_character: 2}}\nrecords: {REC: {key: [K]}}"
    assert spelt(mapped, clause, job) == sql


def test_groups_and_pairs_have_room_for_accents_too(mapped: Mapped) -> None:
    text = "\n        05  G.\n            10  A PIC X(3).\n            10  B PIC X(4).\n"
    rules = "REC: {key: [K], fields: {G: {as_one_column: true}}}"
    job = f"defaults: {{text: {{bytes_per_character: 3}}}}\nrecords: {{{rules}}}"
    case = mapped(VARCHAR_PAIR.format(usage="COMP") + text.lstrip("\n"), job)
    assert SPELL(case.column("NOTE").type) == "VARCHAR(600)"
    assert SPELL(case.column("G").type) == "CHAR(21)"
