"""Numeric-edited items: numbers where job.yaml gives them a numeric type, otherwise text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.model import NumberContents
from generator.reading.edited import expanded, zero
from generator.reading.model import Edited, National, Text

if TYPE_CHECKING:
    from .conftest import Case, Read, Refused


def case(read: Read, entry: str, kind: str, copybooks: str = "{}", record: str = "") -> Case:
    job = (
        f"copybooks: {copybooks}\n"
        f"records: {{REC: {{key: [REC-ID], fields: {{AMOUNT: {{type: '{kind}'{record}}}}}}}}}"
    )
    return read(f"01 REC.\n   05 REC-ID PIC X(5).\n   05 AMOUNT {entry}.", job)


STORAGES = [
    ("PIC Z,ZZ9.99-", "DECIMAL(6,2)", Edited("Z,ZZ9.99-", Text()), 2),
    ("PIC -(7)9.9(2)", "DECIMAL(9,2)", Edited("-------9.99", Text()), 2),
    ("PIC $(3),$(2)9.99CR", "DECIMAL(9,4)", Edited("$$$,$$9.99CR", Text()), 2),
    ("PIC 9(3)B9(3)", "INTEGER", Edited("999B999", Text()), 0),
    ("PIC ZZ9V99", "DECIMAL(5,2)", Edited("ZZ9V99", Text()), 2),
    ("PIC ZZ9PP", "INTEGER", Edited("ZZ9", Text()), -2),
    ("PIC VPPZZ", "DECIMAL(4,4)", Edited("VZZ", Text()), 4),
    (
        "PIC 9(3).9 BLANK WHEN ZERO",
        "DECIMAL(4,1)",
        Edited("999.9", Text(), blank_when_zero=True),
        1,
    ),
    ("PIC ZZ9.9 USAGE NATIONAL", "DECIMAL(4,1)", Edited("ZZ9.9", National("big")), 1),
]


@pytest.mark.parametrize(("entry", "kind", "storage", "scale"), STORAGES)
def test_a_numeric_type_makes_it_a_number(
    read: Read, entry: str, kind: str, storage: Edited, scale: int
) -> None:
    item = case(read, entry, kind).item("amount")
    assert (item.storage, item.scale) == (storage, scale)


def test_the_program_has_its_own_symbols(read: Read) -> None:
    settings = "{decimal_point: comma, currency: w}"
    item = case(read, "PIC W(3).WW9,99", "DECIMAL(7,2)", settings).item("amount")
    assert item.storage == Edited("www.ww9,99", Text(), ",", "w")


@pytest.mark.parametrize("kind", ["CHAR(9)", "VARCHAR(20)"])
def test_it_is_text_otherwise(read: Read, kind: str) -> None:
    assert case(read, "PIC Z,ZZ9.99-", kind).storage("amount") == Text()


def test_contents_are_those_of_numbers(read: Read) -> None:
    assert case(read, "PIC ZZ9", "SMALLINT").value("amount").contents == NumberContents()
    found = case(read, "PIC ZZ9", "SMALLINT", record=", low_values: zero").value("amount")
    assert found.contents == NumberContents(low_values="zero")
    blank = case(read, "PIC 9.9 BLANK WHEN ZERO", "DECIMAL(2,1)").value("amount")
    assert blank.contents == NumberContents(spaces="zero")


def test_lines_of_text_may_have_it(read: Read) -> None:
    job = (
        "input: {format: text, encoding: ascii}\n"
        "records: {REC: {key: [REC-ID], fields: {AMOUNT: {type: SMALLINT}}}}"
    )
    found = read("01 REC.\n   05 REC-ID PIC X(5).\n   05 AMOUNT PIC ZZ9.", job)
    assert found.storage("amount") == Edited("ZZ9", Text())


def test_a_trailer_may_print_its_total(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC X(5).
           05 AMOUNT PIC ZZZ9.99-.
        01 TAIL.
           05 TAIL-ID PIC X(4).
           05 TAIL-SUM PIC Z(5)9-.
           05 TAIL-COUNT PIC Z.
    """
    job = """
        copybooks: {shared_records: true}
        records:
          REC: {key: [REC-ID], fields: {AMOUNT: {type: "DECIMAL(6,2)"}}}
          TAIL:
            role: trailer
            when: TAIL-ID = 'TAIL'
            trailer: {count: TAIL-COUNT, totals: {TAIL-SUM: AMOUNT}}
    """
    kind = next(kind for kind in read(copybook, job).file.kinds if kind.role == "trailer")
    assert kind.count
    assert kind.count.storage == Edited("Z", Text())
    assert [total.item.storage for total in kind.totals] == [Edited("ZZZZZ9-", Text())]


def test_what_is_not_in_the_code_page_is_said(refused: Refused, read: Read) -> None:
    job = (
        "copybooks: {{currency: €}}\ninput: {{encoding: {}}}\n"
        "records: {{REC: {{key: [REC-ID], fields: {{AMOUNT: {{type: SMALLINT}}}}}}}}"
    )
    copybook = "01 REC.\n   05 REC-ID PIC X(5).\n   05 AMOUNT PIC €€9."
    (problem,) = refused(copybook, job.format("cp037"))
    assert (problem.code, problem.message.endswith("'€', which is not in cp037")) == (
        "MAP419",
        True,
    )
    assert read(copybook, job.format("cp1140")).storage("amount") == Edited(
        "€€9", Text(), currency="€"
    )


ZEROS = [
    ("Z,ZZ9.99-", "    0.00 "),
    ("ZZZ.ZZ", "      "),
    ("ZZZ.99CR", "   .00  "),
    ("***.**-", "***.***"),
    ("$**9.99", "$**0.00"),
    ("+++9", "  +0"),
    ("$$,$$9.99", "    $0.00"),
    ("-9(3)B9", " 000 0"),
    ("99/99", "00/00"),
    ("$$$,999", "   $000"),
    ("ZZV99", "  00"),
]


@pytest.mark.parametrize(("picture", "text"), ZEROS)
def test_a_record_begins_with_an_edited_zero(picture: str, text: str) -> None:
    assert zero(Edited(expanded(picture), Text())) == text


def test_zero_is_blank_by_its_clause() -> None:
    assert zero(Edited("Z9.99", Text(), blank_when_zero=True)) == "     "
