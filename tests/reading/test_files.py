"""Which records are in which file, how they are told apart, and how the file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading.model import All

from .conftest import spoken

if TYPE_CHECKING:
    from .conftest import Case, Read, Refused

ONE = "01 REC.\n   05 REC-ID PIC 9(5).\n   05 A PIC X(5)."
TWO = ONE + "\n01 OTHER.\n   05 OTHER-ID PIC 9(5).\n   05 B PIC X(5)."
SHARED = "copybooks: {shared_records: true}\n"
FILE = """
    01 HEAD-REC.
       05 H-TYPE PIC X.
          88 IS-HEAD VALUE 'H'.
       05 H-DATE PIC 9(8).
       05 FILLER PIC X(11).
    01 REC.
       05 REC-TYPE PIC X.
       05 REC-ID PIC 9(5).
       05 AMOUNT PIC S9(5)V99.
       05 PARTS.
          10 QTY PIC 9(3) COMP-3 OCCURS 2.
       05 FILLER PIC X(3).
    01 TAIL-REC.
       05 T-TYPE PIC X.
          88 IS-TAIL VALUE 'T'.
       05 T-COUNT PIC 9(7).
       05 T-SUM PIC S9(9)V99 COMP-3.
       05 T-QTY PIC 9(5).
       05 FILLER PIC X.
"""
FILE_JOB = """
copybooks: {shared_records: true}
records:
  HEAD-REC: {role: header, when: IS-HEAD}
  REC: {key: [REC-ID]}
  TAIL-REC:
    role: trailer
    when: IS-TAIL
    trailer: {count: T-COUNT, counts_all: true, totals: {T-SUM: AMOUNT, T-QTY: QTY}}
"""


def files(case: Case) -> list[tuple[str, list[str]]]:
    return [(file.name, [kind.record for kind in file.kinds]) for file in case.reading.files]


def test_a_copybook_is_a_file(read: Read) -> None:
    file = read(ONE).file
    assert (file.name, file.format, file.length, file.encoding) == ("REC", "fixed", 10, "cp037")
    assert (file.unmatched, file.invalid, file.blocked, file.descriptors) == (
        "reject",
        "reject",
        False,
        "big",
    )
    assert file.reject_to == "RecRow"
    assert file.kinds[0].when == All()


def test_unrelated_records_without_conditions_are_files_of_their_own(read: Read) -> None:
    case = read(TWO, "records: {REC: {key: [REC-ID]}, OTHER: {key: [OTHER-ID]}}")
    assert files(case) == [("REC", ["REC"]), ("OTHER", ["OTHER"])]


def test_records_with_conditions_are_one_file_and_the_one_without_comes_last(read: Read) -> None:
    job = "records: {REC: {key: [REC-ID]}, OTHER: {key: [OTHER-ID], when: B = 'X'}}"
    case = read(TWO, job)
    assert files(case) == [("REC", ["OTHER", "REC"])]
    assert case.file.kinds[-1].when == All()
    (text,) = case.decisions("input-file")
    assert text.endswith("REC takes every record that is of no other kind")


def test_copybooks_are_files_unless_job_yaml_says_so(read: Read) -> None:
    other = "01 OTHER.\n   05 OTHER-ID PIC 9(5).\n   05 B PIC X(8)."
    records = "records: {REC: {key: [REC-ID], when: A = 'R'}, OTHER: {key: [OTHER-ID]}}\n"
    assert files(read(ONE, records, OTHER=other)) == [("OTHER", ["OTHER"]), ("REC", ["REC"])]
    said = (
        records + "files: {DAILY: {records: [rec, OTHER], input: {format: text, encoding: ascii}}}"
    )
    case = read(ONE, said, OTHER=other)
    assert files(case) == [("DAILY", ["REC", "OTHER"])]
    assert (case.file.format, case.file.encoding, case.file.length) == ("text", "ascii", 13)
    assert case.decisions("code-page") == ["read in ascii"]


def test_records_of_several_lengths_are_a_variable_file(read: Read) -> None:
    two = TWO.replace("B PIC X(5)", "B PIC X(9)")
    job = SHARED + "records: {REC: {key: [REC-ID], when: A = 'R'}, OTHER: {key: [OTHER-ID]}}"
    file = read(two, job).file
    assert (file.format, file.length) == ("variable", 14)
    job += "\ninput: {format: fixed}"
    assert read(two, job).file.format == "fixed"


def test_input_of_the_file_over_that_of_the_job(read: Read) -> None:
    job = """
        records: {REC: {key: [REC-ID]}}
        input: {encoding: cp273, format: variable, invalid: fail, blocked: true}
        files:
          IN:
            records: [REC]
            input: {encoding: cp1047, blocked: false, descriptors: little}
    """
    file = read(ONE, job).file
    assert (file.encoding, file.format, file.invalid) == ("cp1047", "variable", "fail")
    assert (file.blocked, file.descriptors) == (False, "little")


@pytest.mark.parametrize(
    ("said", "encoding", "signs"),
    [
        ("{}", "cp037", "ebcdic"),
        ("{encoding: IBM-1047}", "cp1047", "ebcdic"),
        ("{encoding: latin-1}", "iso8859-1", "ebcdic"),
        ("{encoding: latin-1, signs: ascii}", "iso8859-1", "ascii"),
        ("{encoding: cp939}", "cp939", "ebcdic"),
    ],
)
def test_code_pages_by_the_name_that_python_knows(
    read: Read, said: str, encoding: str, signs: str
) -> None:
    file = read(ONE, f"records: {{REC: {{key: [REC-ID]}}}}\ninput: {said}").file
    assert (file.encoding, file.signs) == (encoding, signs)


def test_headers_and_trailers_become_no_rows(read: Read) -> None:
    case = read(FILE, FILE_JOB)
    header, trailer, detail = case.file.kinds
    assert [kind.role for kind in case.file.kinds] == ["header", "trailer", "detail"]
    assert (header.block, trailer.block) == (None, None)
    assert spoken(header.when) == r"H-TYPE = b'\xc8'"
    assert detail.when == All()
    assert detail.block
    assert case.file.reject_to == "RecRow"


def test_what_a_trailer_counts_and_adds_up(read: Read) -> None:
    trailer = read(FILE, FILE_JOB).file.kinds[1]
    assert trailer.count
    assert (trailer.count.path, trailer.count.offset.fixed, trailer.counts_all) == (
        "T-COUNT",
        1,
        True,
    )
    found = [(total.item.path, total.item.scale, total.attributes) for total in trailer.totals]
    assert found == [
        ("T-SUM", 2, (("RecRow", "amount"),)),
        ("T-QTY", 0, (("RecRow", "qty_1"), ("RecRow", "qty_2"))),
    ]


def test_a_trailer_adds_up_rows_of_a_table_inside(read: Read) -> None:
    job = FILE_JOB.replace("{key: [REC-ID]}", "{key: [REC-ID], occurs: {QTY: child_table}}")
    trailer = read(FILE, job).file.kinds[1]
    assert trailer.totals[1].attributes == (("RecQtyRow", "qty"),)


def test_a_branch_may_be_a_header(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-TYPE PIC X.
           05 BODY PIC X(9).
           05 HEAD-1 REDEFINES BODY.
              10 H-DATE PIC 9(8).
           05 DETAIL-1 REDEFINES BODY.
              10 REC-ID PIC 9(5).
              10 AMOUNT PIC 9(4).
           05 TAIL-1 REDEFINES BODY.
              10 T-SUM PIC 9(9).
    """
    job = """
        records:
          REC:
            key: [REC-ID]
            redefines:
              BODY:
                - {use: HEAD-1, when: REC-TYPE = 'H', role: header}
                - {use: DETAIL-1, when: REC-TYPE = 'D', into: DETAIL}
                - use: TAIL-1
                  when: REC-TYPE = 'T'
                  role: trailer
                  trailer: {totals: {T-SUM: AMOUNT}}
                - {otherwise: ignore}
    """
    case = read(copybook, job)
    assert [kind.name for kind in case.file.kinds] == ["rec_head_1", "detail", "rec_tail_1"]
    assert [bool(kind.block) for kind in case.file.kinds] == [False, True, False]
    assert case.file.unmatched == "ignore"
    assert case.file.kinds[2].totals[0].attributes == (("DetailRow", "amount"),)


BRANCHES = """
    01 REC.
       05 REC-TYPE PIC X.
       05 REC-SUB PIC X.
       05 REC-ID PIC 9(3).
       05 BODY PIC X(5).
       05 ONE REDEFINES BODY.
          10 A PIC X(5).
    01 OTHER.
       05 FILLER PIC X(2).
       05 OTHER-ID PIC 9(3).
       05 B PIC X(5).
"""
BRANCH_JOB = """
copybooks: {{shared_records: true}}
records:
  REC:
    key: [REC-ID]
    when: REC-TYPE = 'R'
    redefines: {{BODY: [{{use: ONE, when: REC-SUB = '1'}}, {{otherwise: {}}}]}}
  OTHER: {{key: [OTHER-ID]}}
"""


def test_what_no_branch_takes_is_not_left_to_a_record_without_a_condition(read: Read) -> None:
    case = read(BRANCHES, BRANCH_JOB.format("reject"))
    assert [kind.record for kind in case.file.kinds] == ["REC", "OTHER"]
    assert spoken(case.file.kinds[1].when) == r"not (REC-TYPE = b'\xd9')"
    assert case.file.unmatched == "reject"


def test_what_no_branch_takes_may_be_skipped_while_the_rest_is_not(read: Read) -> None:
    case = read(BRANCHES, BRANCH_JOB.format("ignore"))
    found = [(kind.name, bool(kind.block)) for kind in case.file.kinds]
    assert found == [("rec_one", True), ("rec_other", False), ("other", True)]
    assert spoken(case.file.kinds[1].when) == r"REC-TYPE = b'\xd9'"
    assert case.file.unmatched == "reject"


def test_an_ignored_record_with_a_condition_is_known_and_skipped(read: Read) -> None:
    job = SHARED + "records: {REC: {ignore: true, when: A = 'R'}, OTHER: {key: [OTHER-ID]}}"
    case = read(TWO, job)
    assert [(kind.record, bool(kind.block)) for kind in case.file.kinds] == [
        ("REC", False),
        ("OTHER", True),
    ]


def test_kinds_have_names_of_their_own(read: Read) -> None:
    other = "01 OTHER.\n   05 OTHER-ID PIC 9(5).\n   05 B PIC X(8)."
    job = """
        records:
          REC: {key: [REC-ID], tables: {final: CLASS}}
          OTHER: {key: [OTHER-ID]}
    """
    case = read(ONE, job, OTHER=other)
    assert [kind.name for file in case.reading.files for kind in file.kinds] == ["other", "class_"]


def test_everything_decided_is_said(read: Read) -> None:
    rules = [decision.rule for decision in read(FILE, FILE_JOB).reading.decisions]
    assert rules == [
        "input-file",
        "code-page",
        "record-format",
        "contents",
        "invalid-records",
        "trailer",
    ]


def test_decisions_where_an_item_makes_them_matter(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC 9(5).
           05 N PIC 9.
           05 SIGNED-1 PIC S9(3).
           05 REAL-1 COMP-1.
           05 NATIVE PIC 9(4) COMP-5.
           05 NAME-1 PIC N(3).
           05 T PIC X OCCURS 1 TO 3 DEPENDING ON N.
    """
    case = read(copybook, "records: {REC: {key: [REC-ID]}}\ninput: {encoding: ascii}")
    found = [
        text
        for rule in ("odo", "signs", "floats", "binary", "national")
        for text in case.decisions(rule)
    ]
    assert found == [
        "items behind a table with DEPENDING ON stand behind the last occurrence",
        "signs over digits as in EBCDIC",
        "COMP-1 and COMP-2 are IBM hexadecimal",
        "COMP-5 is big-endian",
        "NATIONAL is UTF-16, big-endian",
    ]


def test_a_trailer_of_no_known_file(refused: Refused) -> None:
    copybook = TWO + "\n01 TAIL-REC.\n   05 T PIC X(10)."
    job = """
        records:
          REC: {key: [REC-ID]}
          OTHER: {key: [OTHER-ID]}
          TAIL-REC: {role: trailer, when: T = 'T'}
    """
    (problem,) = refused(copybook, job)
    assert (problem.code, problem.hint) == (
        "MAP416",
        "say under files: which records each file holds",
    )


def test_a_header_in_a_copybook_of_its_own(refused: Refused, read: Read) -> None:
    head = "01 HEAD-REC.\n   05 H PIC X(10)."
    job = "records: {HEAD-REC: {role: header, when: H = 'H'}, REC: {key: [REC-ID]}}"
    (problem,) = refused(ONE, job, HEAD=head)
    assert problem.code == "MAP416"
    case = read(ONE, job + "\nfiles: {IN: {records: [HEAD-REC, REC]}}", HEAD=head)
    assert files(case) == [("IN", ["HEAD-REC", "REC"])]
