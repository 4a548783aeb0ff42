"""What SPACES, LOW-VALUES and HIGH-VALUES mean in a column, and what is trimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.model import NumberContents, TextContents

if TYPE_CHECKING:
    from .conftest import Read, Refused

COPYBOOK = """
    01 REC.
       05 REC-ID PIC 9(5).
       05 NAME-1 PIC X(9).
       05 AMOUNT PIC S9(5)V99 COMP-3.
       05 BLANK-1 PIC 9(5) BLANK WHEN ZERO.
       05 COUNT-1 PIC S9(4) COMP.
       05 DATE-1 PIC 9(8).
"""


def test_defaults(read: Read) -> None:
    job = "records: {REC: {key: [REC-ID], fields: {DATE-1: {date: YYYYMMDD}}}}"
    case = read(COPYBOOK, job)
    assert case.value("name_1").contents == TextContents(low_values="spaces", high_values="reject")
    assert case.value("amount").contents == NumberContents()
    assert case.value("blank_1").contents == NumberContents(spaces="zero")
    assert case.value("count_1").contents is None
    assert case.value("date_1").contents is None
    assert case.value("date_1").date
    assert case.value("name_1").trim


def test_nothing_is_trimmed_when_job_yaml_says_so(read: Read) -> None:
    job = "defaults: {text: {trim: none}}\nrecords: {REC: {key: [REC-ID]}}"
    assert not read(COPYBOOK, job).value("name_1").trim


def test_settings_of_the_file(read: Read) -> None:
    job = """
        input: {text: {low_values: reject, high_values: keep}, numbers: {spaces: zero}}
        records: {REC: {key: [REC-ID]}}
    """
    case = read(COPYBOOK, job)
    assert case.value("name_1").contents == TextContents(low_values="reject", high_values="keep")
    assert case.value("amount").contents == NumberContents(spaces="zero")


def test_null_where_the_column_may_be_null_and_never_in_a_key(read: Read) -> None:
    job = """
        defaults: {nulls: keys-and-audit-only}
        input: {text: {low_values: null}, numbers: {spaces: null, low_values: zero}}
        records: {REC: {key: [REC-ID]}}
    """
    case = read(COPYBOOK, job)
    assert case.value("amount").contents == NumberContents(spaces="null", low_values="zero")
    assert case.value("rec_id").contents == NumberContents(spaces="reject", low_values="zero")
    assert case.value("name_1").contents == TextContents(low_values="null")


def test_null_for_the_job_where_a_column_is_not_null(refused: Refused) -> None:
    job = "input: {numbers: {spaces: null}}\nrecords: {REC: {key: [REC-ID]}}"
    (problem,) = refused(COPYBOOK, job)
    assert problem.code == "MAP410"
    columns = "columns AMOUNT, BLANK_1, DATE_1 are NOT NULL"
    assert problem.message == f"input.numbers.spaces is null, but {columns}"


def test_a_field_says_otherwise(read: Read) -> None:
    job = """
        records:
          REC:
            key: [REC-ID]
            fields:
              NAME-1: {high_values: keep, low_values: reject}
              AMOUNT: {spaces: zero, low_values: null, not_null: false}
              BLANK-1: {spaces: reject}
    """
    case = read(COPYBOOK, job)
    assert case.value("name_1").contents == TextContents(low_values="reject", high_values="keep")
    assert case.value("amount").contents == NumberContents(spaces="zero", low_values="null")
    assert case.value("blank_1").contents == NumberContents(spaces="reject")


def test_a_pattern_of_names_means_the_fields_that_it_suits(read: Read) -> None:
    job = """
        records:
          REC:
            key: [REC-ID]
            fields:
              "*-1": {high_values: keep}
              DATE-1: {date: YYYYMMDD}
    """
    case = read(COPYBOOK, job)
    assert case.value("name_1").contents == TextContents(high_values="keep")
    assert case.value("blank_1").contents == NumberContents(spaces="zero")
    date = case.value("date_1").date
    assert date
    assert date.high_values == "null"


@pytest.mark.parametrize(
    ("rule", "message", "hint"),
    [
        (
            "NAME-1: {high_values: zero}",
            "NAME-1: high_values cannot be 'zero'",
            "write keep, spaces, null, reject",
        ),
        ("NAME-1: {spaces: zero}", "NAME-1: spaces cannot be 'zero'", "remove it"),
        ("AMOUNT: {spaces: keep}", "AMOUNT: spaces cannot be 'keep'", "write zero, null, reject"),
        ("COUNT-1: {low_values: zero}", "COUNT-1: low_values cannot be 'zero'", "remove it"),
    ],
)
def test_a_word_that_does_not_suit_the_field(
    refused: Refused, rule: str, message: str, hint: str
) -> None:
    (problem,) = refused(COPYBOOK, f"records: {{REC: {{key: [REC-ID], fields: {{{rule}}}}}}}")
    assert (problem.code, problem.message, problem.hint) == ("MAP411", message, hint)


def test_a_key_is_never_null(refused: Refused) -> None:
    job = "records: {REC: {key: [REC-ID], fields: {REC-ID: {spaces: null}}}}"
    (problem,) = refused(COPYBOOK, job)
    assert (problem.code, problem.hint) == ("MAP410", "a key is never null: write reject")


def test_words_for_numbers_mean_nothing_in_a_date(refused: Refused) -> None:
    job = """
        records:
          REC:
            key: [REC-ID]
            fields:
              "DATE-*": {date: YYYYMMDD}
              DATE-1: {low_values: zero}
    """
    (problem,) = refused(COPYBOOK, job)
    assert (problem.code, problem.message) == (
        "MAP156",
        "DATE-1 is a date: low_values cannot be 'zero'",
    )
