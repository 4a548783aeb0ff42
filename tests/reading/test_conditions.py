"""`when` to tests of the record's bytes, in the code page of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import spoken

if TYPE_CHECKING:
    from .conftest import Read, Refused

COPYBOOK = """
    01 REC.
       05 REC-ID PIC 9(5).
       05 REC-TYPE PIC X(3).
          88 IS-SALE VALUE 'S'.
          88 IS-RETURN VALUES 'R' 'RX'.
          88 IS-RANGE VALUE 'A' THRU 'F'.
          88 IS-BLANK VALUE SPACES.
          88 IS-HEX VALUE X'C1FF'.
          88 IS-STARS VALUE ALL '*'.
       05 AMOUNT PIC S9(5)V99 COMP-3.
          88 IS-ZERO VALUE ZERO.
          88 IS-BIG VALUE 1000.5 THRU 9999.
       05 CODE-1 PIC 9(2).
       05 NAME-1 PIC N(3).
"""
EBCDIC = [
    ("REC-TYPE = 'S'", "REC-TYPE = {!r}".format("S  ".encode("cp037"))),
    ("REC-TYPE <> 'S  '", "REC-TYPE <> {!r}".format("S  ".encode("cp037"))),
    ("IS-SALE", "REC-TYPE = {!r}".format("S  ".encode("cp037"))),
    (
        "IS-RETURN",
        "(REC-TYPE = {!r} or REC-TYPE = {!r})".format("R  ".encode("cp037"), "RX ".encode("cp037")),
    ),
    (
        "IS-RANGE",
        "(REC-TYPE >= {!r} and REC-TYPE <= {!r})".format(
            "A  ".encode("cp037"), "F  ".encode("cp037")
        ),
    ),
    ("IS-BLANK", "REC-TYPE = b'@@@'"),
    ("IS-HEX", r"REC-TYPE = b'\xc1\xff@'"),
    ("IS-STARS", "REC-TYPE = {!r}".format("***".encode("cp037"))),
    ("REC-TYPE = LOW-VALUES", r"REC-TYPE = b'\x00\x00\x00'"),
    ("REC-TYPE < HIGH-VALUES", r"REC-TYPE < b'\xff\xff\xff'"),
    ("REC-TYPE = ZEROS", r"REC-TYPE = b'\xf0\xf0\xf0'"),
    (
        "REC-TYPE in ('A', 'B')",
        "(REC-TYPE = {!r} or REC-TYPE = {!r})".format("A  ".encode("cp037"), "B  ".encode("cp037")),
    ),
    ("AMOUNT >= -12.50", "AMOUNT >= '-12.50'"),
    ("IS-ZERO", "AMOUNT = '0'"),
    ("AMOUNT = ZEROS", "AMOUNT = '0'"),
    ("IS-BIG", "(AMOUNT >= '1000.5' and AMOUNT <= '9999')"),
    ("CODE-1 = 07", "CODE-1 = '07'"),
    ("CODE-1 = '07'", r"CODE-1 = b'\xf0\xf7'"),
    ("CODE-1 = SPACES", "CODE-1 = b'@@'"),
    ("NAME-1 = 'AB'", "NAME-1 = {!r}".format("AB ".encode("utf-16-be"))),
    ("not IS-BLANK and CODE-1 > 5", "(not (REC-TYPE = b'@@@') and CODE-1 > '5')"),
    ("IS-ZERO or IS-BLANK", "(AMOUNT = '0' or REC-TYPE = b'@@@')"),
]


@pytest.mark.parametrize(("when", "expected"), EBCDIC)
def test_conditions_of_ebcdic_records(read: Read, when: str, expected: str) -> None:
    case = read(COPYBOOK, f'records: {{REC: {{key: [REC-ID], when: "{when}"}}}}')
    assert spoken(case.kind.when) == expected


def test_text_is_in_the_code_page_of_the_file(read: Read) -> None:
    job = "input: {{encoding: {}}}\nrecords: {{REC: {{key: [REC-ID], when: \"REC-TYPE = 'ß!'\"}}}}"
    for name in ("cp273", "cp1141", "latin-1", "cp850"):
        case = read(COPYBOOK, job.format(name))
        literal = "ß! ".encode(case.file.encoding)
        assert spoken(case.kind.when) == f"REC-TYPE = {literal!r}"


def test_capitals_are_the_same_in_every_mixed_code_page(read: Read) -> None:
    job = "input: {encoding: cp930}\nrecords: {REC: {key: [REC-ID], when: \"REC-TYPE = 'A1'\"}}"
    assert spoken(read(COPYBOOK, job).kind.when) == r"REC-TYPE = b'\xc1\xf1@'"


def test_a_branch_holds_under_its_record_s_condition_too(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC 9.
           05 T PIC X.
           05 U PIC X.
           05 BODY PIC X(4).
           05 ONE REDEFINES BODY.
              10 A PIC X(4).
    """
    job = """
        records:
          REC:
            key: [REC-ID]
            when: T = '1'
            redefines: {BODY: [{use: ONE, when: U = 'A'}, {otherwise: reject}]}
    """
    assert spoken(read(copybook, job).kind.when) == r"(T = b'\xf1' and U = b'\xc1')"


@pytest.mark.parametrize(
    ("when", "encoding", "message"),
    [
        ("REC-TYPE = 'é'", "cp930", "'é' of 'é' is not in the same place in every EBCDIC"),
        ("REC-TYPE = '€'", "cp037", "'€' of '€' is not in cp037"),
    ],
)
def test_a_character_that_the_code_page_lacks(
    refused: Refused, when: str, encoding: str, message: str
) -> None:
    job = f'input: {{encoding: {encoding}}}\nrecords: {{REC: {{key: [REC-ID], when: "{when}"}}}}'
    (problem,) = refused(COPYBOOK, job)
    assert problem.code == "MAP409"
    assert message in problem.message


def test_the_order_of_little_endian_text_is_not_that_of_its_bytes(refused: Refused) -> None:
    job = "input: {national: little}\nrecords: {REC: {key: [REC-ID], when: \"NAME-1 > 'A'\"}}"
    (problem,) = refused(COPYBOOK, job)
    assert (problem.code, problem.hint) == ("MAP409", "compare it by =, <> or in")


def test_double_byte_text_is_compared_with_blanks_alone(read: Read, refused: Refused) -> None:
    copybook = "01 REC.\n   05 REC-ID PIC 9.\n   05 WIDE-1 PIC G(2) DISPLAY-1."
    job = 'input: {{dbcs: cp939}}\nrecords: {{REC: {{key: [REC-ID], when: "{}"}}}}'
    assert spoken(read(copybook, job.format("WIDE-1 = SPACES")).kind.when) == "WIDE-1 = b'@@@@'"
    (problem,) = refused(copybook, job.format("WIDE-1 = 'A'"))
    assert problem.code == "MAP409"
