"""Records of whole programs and of file descriptions; EXEC blocks around records."""

from pathlib import Path
from typing import Any

import pytest

from generator.copybook import parse_copybook
from generator.copybook.dialect import Dialect
from generator.copybook.fields import Copybook
from generator.problems import GenerationFailed, Severity

PROGRAM = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PROG.
       AUTHOR. P. O'BRIEN. COPY RIGHT.
       ENVIRONMENT DIVISION.
       CONFIGURATION SECTION.
       SOURCE-COMPUTER. IBM-Z WITH DEBUGGING MODE.
       SPECIAL-NAMES. DECIMAL-POINT IS COMMA
           CURRENCY SIGN IS 'F'.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT CUSTFILE ASSIGN TO CUSTDD.
       DATA DIVISION.
       FILE SECTION.
       FD  CUSTFILE GLOBAL
           BLOCK CONTAINS 0
           RECORD CONTAINS 80 CHARACTERS
           LABEL RECORDS ARE STANDARD
           DATA RECORDS ARE CUST-REC, CUST-HDR
           LINAGE IS 60 LINES WITH FOOTING AT 55 LINES AT TOP 2
           RECORDING MODE IS F.
       01  CUST-REC.
           05 A PIC X(80).
       01  CUST-HDR.
           05 B PIC ZZ9,99.
           05 BF PIC FFF9.
       01  CUST-TRL REDEFINES CUST-HDR PIC X(10).
       SD  SORTFILE.
       COPY SORTREC.
       FD  CUSTFILE2 BLOCK 120 RECORD 120.
       01  CUST-REC-2 PIC X(120).
       WORKING-STORAGE SECTION.
       77  WS-1 PIC 9(4) COMP.
           EXEC SQL INCLUDE SQLCA END-EXEC.
      D01  DBG PIC X.
       01  WS-2.
           05 X PIC X(3).
       REPORT SECTION.
       RD  R1.
       01  RLINE TYPE HEADING.
       LINKAGE SECTION.
       01  L PIC X(7).
       PROCEDURE DIVISION USING L.
       MAIN-PARA.
           COPY NOSUCH.
           MOVE 'abc TO X.
           DISPLAY 'FILE SECTION. 01 ZZ PIC X.'
           GOBACK.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. INNER.
       DATA DIVISION.
       LOCAL-STORAGE SECTION.
       01  INNER-REC PIC X(9).
       PROCEDURE DIVISION.
           GOBACK.
       END PROGRAM INNER.
       END PROGRAM PROG.
"""


def book(folder: Path, text: str, **options: Any) -> Copybook:
    path = folder / "BOOK.cbl"
    path.write_text(text)
    return parse_copybook(path, dialect=Dialect(**options))


def lines(*texts: str) -> str:
    return "".join(f"       {text}\n" for text in texts)


def errors(folder: Path, text: str, **options: Any) -> list[str]:
    with pytest.raises(GenerationFailed) as failed:
        book(folder, text, **options)
    wrong = [each for each in failed.value.problems if each.severity is Severity.ERROR]
    return [f"{each.code} {each.location.line}" for each in wrong if each.location]


def test_the_records_of_a_program(tmp_path: Path) -> None:
    (tmp_path / "SORTREC.cpy").write_text(lines("01  SREC PIC X(10).", "01  SREC-2 PIC X(5)."))
    found = book(tmp_path, PROGRAM, program=True)
    assert [(r.name, r.length, r.file, r.root.redefines) for r in found.records] == [
        ("CUST-REC", 80, "CUSTFILE", None),
        ("CUST-HDR", 10, "CUSTFILE", "CUST-REC"),
        ("CUST-TRL", 10, "CUSTFILE", "CUST-HDR"),
        ("SREC", 10, "SORTFILE", None),
        ("SREC-2", 5, "SORTFILE", "SREC"),
        ("CUST-REC-2", 120, "CUSTFILE2", None),
        ("WS-1", 2, None, None),
        ("DBG", 1, None, None),
        ("WS-2", 3, None, None),
        ("L", 7, None, None),
        ("INNER-REC", 9, None, None),
    ]
    assert [problem.code for problem in found.problems] == ["CPY905", "CPY907"]


def test_without_the_option_there_is_one_error(tmp_path: Path) -> None:
    assert errors(tmp_path, PROGRAM) == ["CPY306 1"]


def test_shared_records_are_those_of_files_only(tmp_path: Path) -> None:
    text = lines("01 A PIC X(4).", "77 B PIC X.", "01 C PIC X(2).")
    shared = [r.root.redefines for r in book(tmp_path, text, shared_records=True).records]
    assert shared == [None, None, "A"]
    text = lines("WORKING-STORAGE SECTION.") + text
    apart = book(tmp_path, text, shared_records=True, program=True).records
    assert [r.root.redefines for r in apart] == [None, None, None]


def test_a_file_description_needs_no_option(tmp_path: Path) -> None:
    found = book(tmp_path, lines("FD  F. 01  A PIC X(4).", "01  B PIC X(2)."))
    assert [(r.file, r.root.redefines) for r in found.records] == [("F", None), ("F", "A")]
    (note,) = found.problems
    assert (note.code, note.message) == (
        "CPY906", "FD F is left out; the records behind it share their storage",
    )  # fmt: skip


def test_nothing_follows_from_a_missing_member(tmp_path: Path) -> None:
    text = lines("FILE SECTION.", "FD  F  COPY K1.", "01  T COPY K2.", "01  U. 05 D COPY K3.",
                 "  05 E PIC X.", "WORKING-STORAGE SECTION.", "01 A PIC X.")  # fmt: skip
    assert errors(tmp_path, text, program=True) == ["CPY201 2", "CPY201 3", "CPY201 4"]


def test_a_block_within_an_entry_leaves_its_period(tmp_path: Path) -> None:
    text = lines("01 A.", "  05 B PIC X EXEC SQL X END-EXEC.", "  05 C PIC X(2).",
                 "  EXEC SQL Y END-EXEC", "  05 D PIC X.")  # fmt: skip
    (record,) = book(tmp_path, text).records
    assert [(field.name, field.offset) for field in record.root.children] == [
        ("B", 0), ("C", 1), ("D", 3),
    ]  # fmt: skip


def test_records_between_open_blocks_are_kept(tmp_path: Path) -> None:
    text = lines("EXEC SQL DECLARE A TABLE.", "01 A PIC X.", "EXEC SQL DECLARE B TABLE END-EXEC.")
    assert errors(tmp_path, text) == ["CPY205 1"]


def test_only_a_declaration(tmp_path: Path) -> None:
    with pytest.raises(GenerationFailed, match="only EXEC SQL DECLARE DBT TABLE"):
        book(tmp_path, lines("EXEC SQL DECLARE DBT TABLE (A CHAR(4)) END-EXEC."))
    with pytest.raises(GenerationFailed, match="only FD CUSTFILE"):
        book(tmp_path, lines("FD  CUSTFILE RECORDING MODE F."))


def test_a_dclgen_member_of_a_library(tmp_path: Path) -> None:
    (tmp_path / "DCLT.dcl").write_text(
        lines("EXEC SQL DECLARE T TABLE (A CHAR(4)) END-EXEC.", "01 DCLT.", "  10 A PIC X(4).")
    )
    found = book(tmp_path, lines("EXEC SQL INCLUDE DCLT END-EXEC.", "01 B PIC X."))
    assert [record.name for record in found.records] == ["DCLT", "B"]
    (note,) = found.problems
    assert note.location
    assert [Path(place.path).name for place in note.location.included_from] == ["BOOK.cbl"]
    (tmp_path / "SQLCA.cpy").write_text(lines("01 SQLCA PIC X(136)."))
    found = book(tmp_path, lines("EXEC SQL INCLUDE SQLCA END-EXEC."))
    assert [record.length for record in found.records] == [136]


def test_procedure_code_is_skipped_in_little_time(tmp_path: Path) -> None:
    text = lines("WORKING-STORAGE SECTION.", "01 A PIC X.", "PROCEDURE DIVISION.")
    code = lines("    IF A = 'Y' MOVE A TO B. PERFORM C THRU C-EXIT.") * 20_000
    assert book(tmp_path, text + code, program=True).records[0].length == 1


def test_replace_holds_from_any_division_on(tmp_path: Path) -> None:
    text = lines("ID DIVISION.", "ENVIRONMENT DIVISION.", "REPLACE ==SIZE1== BY ==X(4)==.",
                 "DATA DIVISION.", "WORKING-STORAGE SECTION.", "01 A PIC SIZE1.",
                 "PROCEDURE DIVISION.", "    MOVE 'REPLACE OFF' TO A.", "    REPLACE OFF.",
                 "DATA DIVISION.", "WORKING-STORAGE SECTION.", "01 SIZE1 PIC X.")  # fmt: skip
    found = book(tmp_path, text, program=True)
    assert [(record.name, record.length) for record in found.records] == [("A", 4), ("SIZE1", 1)]


@pytest.mark.parametrize(
    ("sign", "taken"),
    [
        ("'F'", True),
        ("'$' WITH PICTURE SYMBOL 'F'", True),
        ("X'9F' PICTURE SYMBOL 'F'", True),
        ("'USD' WITH PICTURE SYMBOL 'F'", False),
        ("X'9F40' PICTURE SYMBOL 'F'", False),
        ("X'9F'", False),
    ],
)
def test_a_currency_string_of_several_characters_is_refused(
    tmp_path: Path, sign: str, *, taken: bool
) -> None:
    program = PROGRAM.replace("IS 'F'", f"IS {sign}").replace("COPY SORTREC", "01 S PIC X")
    (tmp_path / "PROG.cbl").write_text(program)
    try:
        found = parse_copybook(tmp_path / "PROG.cbl", dialect=Dialect(program=True))
    except GenerationFailed as failure:
        errors = [p for p in failure.problems if p.severity is Severity.ERROR]
        assert not taken
        assert errors[0].code == "CPY902"
        assert sign.split(maxsplit=1)[0] in errors[0].message
    else:
        assert taken
        assert {record.name: record.length for record in found.records}["CUST-HDR"] == 10
