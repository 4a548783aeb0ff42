"""The copybook written anew: the form of the text, and that it is laid out alike."""

import re
from dataclasses import replace

import pytest
from cobc_layout import Book
from hypothesis import given, settings
from hypothesis import strategies as st
from record import SILENT, ask, recorded
from test_oracle import BOOKS, parsed
from test_oracle import dialect as options

from generator.cobol import as_cobol, normal_picture
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.fields import Copybook, Field
from generator.copybook.layout.picture import analyse
from generator.copybook.read import parse_bytes
from generator.problems import Location

NOWHERE = Location("", 0)


def book(*lines: str, dialect: Dialect = IBM) -> Copybook:
    text = "".join(f"       {line}\n" for line in lines)
    return parse_bytes(text.encode(), "BOOK.cpy", dialect=dialect)


def anew(*lines: str, dialect: Dialect = IBM) -> list[str]:
    """The lines of the new text from column 8, comments left out; it is laid out alike."""
    before = book(*lines, dialect=dialect)
    text = as_cobol(before, dialect)
    assert_alike(before, text, dialect)
    return [line[7:] for line in text.splitlines() if line[6:7] != "*"]


def assert_alike(before: Copybook, text: str, dialect: Dialect = IBM) -> None:
    assert max(len(line) for line in text.splitlines()) <= 72
    after = parse_bytes(text.encode(), before.path, dialect=dialect)
    assert after.source_format == "fixed"
    assert layout(after) == layout(before)
    assert as_cobol(after, dialect) == re.sub(r" *\*> file .*\n", "", text)


def layout(copybook: Copybook) -> list[object]:
    """All that the text has to keep: everything but places, spellings and irregular levels."""
    return [
        (record.name, record.length, record.min_length, record.implied, *map(kept, record.fields()))
        for record in copybook.records
    ]


def kept(field: Field) -> Field:
    picture = field.picture and replace(field.picture, text="")
    return replace(
        field,
        name=field.path[-1],
        level=0,
        location=NOWHERE,
        picture=picture,
        synchronized=field.synchronized and not field.children,
        text="",
        conditions=tuple(replace(each, location=NOWHERE) for each in field.conditions),
        children=tuple(kept(child) for child in field.children),
    )


def test_one_form() -> None:
    assert anew(
        "01 ACCT-RECORD.",
        "  05  acct-key usage comp-3.",
        "   10 ACCT-ID COMPUTATIONAL-3 PICTURE IS 9(0011). 10 N PIC S999.",
        "  05 PIC XXX.",
        "  05 ACCT-BAL; VALUE IS +1.50, PIC S9999V9(02)",
        "       SIGN LEADING SEPARATE CHARACTER.",
        "  05 ACCT-T REDEFINES ACCT-BAL.",
        "     10 ACCT-U USAGE IS DISPLAY OCCURS 2 PIC XX.",
    ) == [
        "01  ACCT-RECORD.",
        "    05  ACCT-KEY.",
        "        10  ACCT-ID             PIC 9(11) COMP-3.",
        "        10  N                   PIC S9(3) COMP-3.",
        "    05  FILLER                  PIC X(3).",
        "    05  ACCT-BAL                PIC S9(4)V99",
        "                                SIGN LEADING SEPARATE VALUE 1.50.",
        "    05  ACCT-T                  REDEFINES ACCT-BAL.",
        "        10  ACCT-U              PIC XX OCCURS 2 TIMES.",
    ]


def test_tables_and_conditions() -> None:
    assert anew(
        "01 R.",
        "  05 N PIC S9(4) BINARY.",
        "  05 T OCCURS 0 TO 99 INDEXED I J ASCENDING A B DEPENDING N OF R.",
        "    10 A PIC X JUST. 88 A-YES VALUES 'Y', 'J' THROUGH 'L'.",
        "    10 B PIC 9 BLANK ZEROES.",
    ) == [
        "01  R.",
        "    05  N                       PIC S9(4) COMP.",
        "    05  T                       OCCURS 0 TO 99 TIMES",
        "                                DEPENDING ON N OF R",
        "                                ASCENDING KEY A B INDEXED BY I J.",
        "        10  A                   PIC X JUST RIGHT.",
        "            88  A-YES           VALUE 'Y' 'J' THRU 'L'.",
        "        10  B                   PIC 9 BLANK WHEN ZERO.",
    ]


def test_constants_renames_and_false_values() -> None:
    assert anew(
        "78 MAX-N VALUE 5.",
        "01 R EXTERNAL.",
        "  05 A PIC X(MAX-N) VALUE ALL 'ab'.",
        "     88 A-LOW VALUE LOW-VALUES FALSE X'0a'.",
        "  05 B PIC 9 VOLATILE. 05 C PIC 9.",
        "66 E RENAMES A.",
        "66 D RENAMES A OF R THROUGH C OF R.",
    ) == [
        "78  MAX-N                       VALUE 5.",
        "01  R                           EXTERNAL.",
        "    05  A                       PIC X(5) VALUE ALL 'ab'.",
        "        88  A-LOW               VALUE LOW-VALUE",
        "                                WHEN SET TO FALSE X'0A'.",
        "    05  B                       PIC 9 VOLATILE.",
        "    05  C                       PIC 9.",
        "66  E                           RENAMES A.",
        "66  D                           RENAMES A OF R THRU C OF R.",
    ]


def test_usages_and_literals_of_every_kind() -> None:
    assert anew(
        "01 R.",
        "  05 A BINARY-LONG UNSIGNED. 05 B SIGNED-INT. 05 C POINTER.",
        "  05 D PIC N(3) VALUE NX'0041'. 05 E PIC G(2) DISPLAY-1.",
        "  05 F GROUP-USAGE NATIONAL. 10 G PIC 99. 10 H PIC N.",
        "  05 I PIC U(3). 05 J PIC U BYTE-LENGTH 10.",
        "  05 K PIC S9(3) NATIONAL SIGN LEADING SEPARATE.",
        "  05 L OBJECT REFERENCE ACCOUNT. 05 M PIC X(3) VALUE Z'ab'.",
    ) == [
        "01  R.",
        "    05  A                       USAGE BINARY-LONG UNSIGNED.",
        "    05  B                       USAGE BINARY-LONG.",
        "    05  C                       USAGE POINTER.",
        "    05  D                       PIC N(3) USAGE NATIONAL",
        "                                VALUE NX'0041'.",
        "    05  E                       PIC GG USAGE DISPLAY-1.",
        "    05  F                       GROUP-USAGE NATIONAL.",
        "        10  G                   PIC 99 USAGE NATIONAL.",
        "        10  H                   PIC N USAGE NATIONAL.",
        "    05  I                       PIC U(3) USAGE UTF-8.",
        "    05  J                       PIC U BYTE-LENGTH 10 USAGE UTF-8.",
        "    05  K                       PIC S9(3) USAGE NATIONAL",
        "                                SIGN LEADING SEPARATE.",
        "    05  L                       USAGE OBJECT REFERENCE.",
        "    05  M                       PIC X(3) VALUE Z'ab'.",
    ]


def test_decimal_comma_and_a_picture_that_ends_with_its_point() -> None:
    lines = (
        "01 R.",
        "  05 A PIC ZZ9,99 VALUE 1,5.",
        "  05 B COMP-1 VALUE -2,5E3.",
        "  05 C PIC 99..",
    )
    assert anew(*lines, dialect=Dialect(decimal_comma=True)) == [
        "01  R.",
        "    05  A                       PIC ZZ9,99 VALUE 1,5.",
        "    05  B                       COMP-1 VALUE -2,5E3.",
        "    05  C                       PIC 99..",
    ]


def test_a_tolerated_decimal_point_becomes_v() -> None:
    dialect = Dialect(tolerate=("decimal-point",))
    text = as_cobol(book("01 A PIC S9(5).99.", dialect=dialect), dialect)
    assert text.splitlines()[-1].endswith("PIC S9(5)V99.")
    assert [record.length for record in parse_bytes(text.encode()).records] == [7]


def test_records_of_files() -> None:
    lines = "FD F1 RECORD CONTAINS 80.", "01 A PIC X.", "01 B PIC XX.", "FD F2.", "01 C PIC 9."
    assert anew(*lines) == [
        "FD  F1.",
        "01  A                           PIC X.",
        "01  B                           PIC XX.",
        "FD  F2.",
        "01  C                           PIC 9.",
    ]


def test_records_that_share_their_storage() -> None:
    lines = "01 A PIC X.", "01 B PIC XX.", "01 C REDEFINES B PIC X."
    dialect = Dialect(shared_records=True)
    text = as_cobol(book(*lines, dialect=dialect), dialect)
    assert_alike(book(*lines, dialect=dialect), text, dialect)


def test_siblings_of_different_levels_get_the_lowest_of_them() -> None:
    assert anew("01 R.", "  10 G.", "    15 A PIC X.", "  05 B PIC X.") == [
        "01  R.",
        "    05  G.",
        "        15  A                   PIC X.",
        "    05  B                       PIC X.",
    ]


def test_without_level_01_it_stays_so() -> None:
    assert anew("05 A PIC X.", "05 G.", "  10 B PIC X.") == [
        "05  A                           PIC X.",
        "05  G.",
        "    10  B                       PIC X.",
    ]


def test_several_records_and_independent_items() -> None:
    assert anew("01 A PIC X.", "77 B PIC X.", "01 C.", " 05 D PIC X.") == [
        "01  A                           PIC X.",
        "77  B                           PIC X.",
        "01  C.",
        "    05  D                       PIC X.",
    ]


def test_the_first_lines_say_what_it_is_and_how_it_is_read() -> None:
    dialect = Dialect(
        decimal_comma=True,
        arith_extend=True,
        debugging=True,
        currency="F",
        tolerate=("group-picture", "reserved-names"),
    )
    assert as_cobol(book("01 A PIC X."), dialect).splitlines()[:-1] == [
        "      *> BOOK.cpy, as cobrepo reads it",
        "      *> with: --arith extend",
        "      *> with: --currency F",
        "      *> with: --decimal-comma",
        "      *> with: --tolerate reserved-names",
    ]
    assert as_cobol(book("01 A PIC X.")).splitlines()[1] == "       01  A" + " " * 27 + "PIC X."


def test_a_long_literal_goes_to_the_margin_and_on() -> None:
    lines = as_cobol(long_value("ABCDEFGHIJ" * 12)).splitlines()
    assert lines[2] == " " * 12 + "'" + "ABCDEFGHIJ" * 5 + "ABCDEFGHI"
    assert lines[3] == "      -    'J" + "ABCDEFGHIJ" * 5 + "ABCDEFGHI"
    assert lines[4] == "      -    'J'."


def long_value(text: str) -> Copybook:
    """A book whose VALUE does not fit on a line of fixed format."""
    quoted = text.replace("'", "''")
    return parse_bytes(f"01 A PIC X(200) VALUE '{quoted}'.\n".encode(), "A.cpy", "free")


@given(text=st.text("AB '\"-*. ", min_size=1, max_size=160))
@settings(max_examples=300, deadline=None)
def test_any_literal_is_cut_so_that_it_is_read_again(text: str) -> None:
    before = long_value(text)
    after = parse_bytes(as_cobol(before).encode(), "A.cpy")
    assert max(len(line) for line in as_cobol(before).splitlines()) <= 72
    assert after.records[0].root.value == before.records[0].root.value


@given(length=st.integers(1, 200))
@settings(deadline=None)
def test_a_literal_of_any_length_keeps_its_period(length: int) -> None:
    test_any_literal_is_cut_so_that_it_is_read_again.hypothesis.inner_test("X" * length)


def test_no_blank_and_no_quote_at_a_cut_where_that_can_be() -> None:
    lines = as_cobol(long_value("it's a long text, and " * 7)).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("x(0005)", "X(5)"),
        ("X", "X"),
        ("X(02)", "XX"),
        ("S99999V9(1)9", "S9(5)V99"),
        ("ZZZZZ9", "Z(5)9"),
        ("99/99/9999", "99/99/9999"),
        ("$$$,$$9.99CR", "$$$,$$9.99CR"),
        ("9(3)PP", "9(3)PP"),
    ],
)
def test_pictures(written: str, normal: str) -> None:
    assert normal_picture(analyse(written)) == normal


def written_anew(name: str) -> tuple[Copybook, str, Dialect]:
    """A copybook of the oracle, its new text, and how both are read."""
    before = parsed(name)
    dialect = replace(options(BOOKS[name].options), debugging=False, program=False)
    return before, as_cobol(before, dialect), dialect


@pytest.mark.parametrize("name", BOOKS)
def test_the_oracles_copybooks_are_laid_out_alike(name: str) -> None:
    assert_alike(*written_anew(name))


def test_the_compiler_lays_the_new_text_out_alike() -> None:
    """SYNCHRONIZED of a level 01, which GnuCOBOL ignores there, is written on the items."""
    known = {name: recorded(name) for name in BOOKS}
    names = [name for name, said in known.items() if not (said.ibm or said.has(SILENT))]
    around = {"currency", "decimal-comma"}
    books = [
        Book(
            name,
            written_anew(name)[1].encode("latin-1"),
            {key: value for key, value in BOOKS[name].options.items() if key in around},
        )
        for name in names
    ]
    said = ask(books)
    assert {name: layout.cobc for name, layout in said.items()} == {
        name: known[name].cobc for name in names
    }
    assert {name: layout.kinds for name, layout in said.items()} == {
        name: known[name].kinds for name in names
    }
