"""Clauses of a data description entry: in any order, with every USAGE, constants and types.

Lengths are those that `cobc -std=ibm` gives, or what the comment cites.
"""

from __future__ import annotations

import itertools

import pytest

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.entries.usages import FACTS, WORDS
from generator.copybook.entries.words import COMMON, RESERVED
from generator.copybook.fields import (
    Category,
    Copybook,
    Field,
    OccursKey,
    Sign,
    Usage,
    Value,
    ValueRange,
)
from generator.copybook.read import parse_bytes
from generator.copybook.support.table import refused
from generator.problems import GenerationFailed, Severity

CLAUSES = (
    "PIC S9(4)",
    "USAGE IS COMP",
    "OCCURS 3 TIMES INDEXED BY I",
    "VALUE IS -12",
    "SYNC LEFT",
)


def parse(*lines: str, dialect: Dialect = IBM) -> Copybook:
    return parse_bytes("".join(f"       {line}\n" for line in lines).encode(), dialect=dialect)


def named(book: Copybook, name: str) -> Field:
    return next(f for r in book.records for f in r.fields() if f.name == name)


def errors(*lines: str) -> list[tuple[str, int, int]]:
    with pytest.raises(GenerationFailed) as caught:
        parse(*lines)
    places = [(p.code, p.location) for p in caught.value.problems if p.severity is Severity.ERROR]
    return [(code, place.line, place.column) for code, place in places if place]


@pytest.mark.parametrize("order", list(itertools.permutations(CLAUSES))[::7])
def test_clauses_in_any_order(order: tuple[str, ...]) -> None:
    field = named(
        parse("01 R.", "   05 A", *(f"      {each}," for each in order[:-1]), f"{order[-1]}."), "A"
    )
    assert (field.length, field.usage, field.synchronized) == (2, Usage.COMP, True)
    assert field.value == Value("numeric", "-12")
    assert field.occurs
    assert (field.occurs.maximum, field.occurs.indexed_by) == (3, ("I",))


@pytest.mark.parametrize(
    ("clauses", "length"),
    [
        ("PIC 9(5) COMP-6", 3),
        ("PIC 9(6) COMP-6", 3),
        ("PIC 9(2) COMP-X", 1),
        ("PIC 9(7) COMP-X", 3),
        ("PIC 9(18) COMP-N", 8),
        ("PIC X(5) COMP-X", 5),
        ("BINARY-CHAR UNSIGNED", 1),
        ("BINARY-SHORT", 2),
        ("USAGE BINARY-LONG SIGNED", 4),
        ("BINARY-DOUBLE", 8),
        ("BINARY-C-LONG", 8),
        ("UNSIGNED-INT", 4),
        ("SIGNED-LONG", 8),
        ("FLOAT-SHORT", 4),
        ("DOUBLE", 8),
        ("FLOAT-DECIMAL-34", 16),
        ("PROCEDURE-POINTER", 8),
        ("INDEX", 4),
        # Enterprise COBOL: 4 bytes under LP(32) (Language Reference, "POINTER phrase").
        ("POINTER", 4),
        ("POINTER-32", 4),
        ("FUNCTION-POINTER", 4),
        ("OBJECT REFERENCE A-CLASS", 4),
        # 2 bytes a digit and 2 for the sign (Language Reference, "USAGE clause", NATIONAL).
        ("PIC S9(4) NATIONAL SIGN LEADING SEPARATE", 10),
        ("PIC N(5)", 10),
        ("PIC G(5) USAGE DISPLAY-1", 10),
        ("PIC U(5)", 20),
        ("PIC U BYTE-LENGTH 7", 7),
    ],
)
def test_bytes_of_a_usage(clauses: str, length: int) -> None:
    assert named(parse("01 R.", f"   05 A {clauses}."), "A").length == length


def test_addresses_under_lp64() -> None:
    book = parse(
        "01 R SYNC.", "   05 C PIC X.", "   05 A POINTER.", "   05 D PIC X.", "   05 B INDEX.",
        "   05 E POINTER-32.", dialect=Dialect(lp64=True),
    )  # fmt: skip
    assert [(f.name, f.offset, f.length) for f in book.records[0].fields()][1:] == [
        ("C", 0, 1), ("A", 8, 8), ("D", 16, 1), ("B", 24, 8), ("E", 32, 4),
    ]  # fmt: skip


def test_boundaries_of_addresses() -> None:
    """Language Reference, "SYNCHRONIZED clause": fullword, PROCEDURE-POINTER doubleword."""
    book = parse(
        "01 R.", "   05 C PIC X.", "   05 A POINTER SYNC.", "   05 D PIC X.",
        "   05 B PROCEDURE-POINTER SYNC.", "   05 E PIC X.", "   05 F INDEX SYNC.",
    )  # fmt: skip
    assert [named(book, name).offset for name in "ABF"] == [4, 16, 28]


def test_usage_follows_the_symbols_where_none_is_given() -> None:
    """Programming Guide, option NSYMBOL(NATIONAL)."""
    book = parse(
        "01 R DISPLAY.", "   05 A PIC N(2).", "   05 B PIC G(2).", "   05 C PIC U(2).",
        "   05 D PIC N(2) DISPLAY-1.", "   05 E PIC 9(2).",
    )  # fmt: skip
    assert [named(book, name).usage for name in "ABCDE"] == [
        Usage.NATIONAL, Usage.DISPLAY_1, Usage.UTF_8, Usage.DISPLAY_1, Usage.DISPLAY,
    ]  # fmt: skip
    picture = named(book, "D").picture
    assert picture
    assert picture.category is Category.DBCS


def test_group_usage_holds_for_numbers_too() -> None:
    book = parse(
        "01 R GROUP-USAGE NATIONAL.", "   05 A PIC N(2).",
        "   05 B PIC S9(3) SIGN TRAILING SEPARATE.",
    )  # fmt: skip
    field = named(book, "B")
    assert (field.usage, field.length, field.offset) == (Usage.NATIONAL, 8, 4)
    assert field.sign == Sign("trailing", separate=True)
    assert named(book, "R").group_usage is Usage.NATIONAL


def test_items_without_a_picture_have_a_category() -> None:
    book = parse(
        "01 R.", "   05 A BINARY-SHORT UNSIGNED.", "   05 B BINARY-LONG.", "   05 C INDEX."
    )
    assert [(named(book, n).digits, named(book, n).signed) for n in "ABC"] == [
        (5, False), (10, True), (0, False),
    ]  # fmt: skip
    picture = named(book, "C").picture
    assert picture
    assert picture.category is Category.INDEX


def test_constants_stand_for_their_literals() -> None:
    book = parse(
        "78 SIZE-A VALUE 12.", "01 COUNT-B CONSTANT AS 3.", "78 WORD-C VALUE 'AB'.",
        "01 R.", "   05 A PIC X(SIZE-A) OCCURS COUNT-B TIMES VALUE WORD-C.",
        "      88 IS-C VALUE WORD-C.",
    )  # fmt: skip
    field = named(book, "A")
    assert (field.length, field.value) == (12, Value("text", "AB"))
    assert field.occurs
    assert field.occurs.maximum == 3
    assert field.conditions[0].values == (ValueRange(Value("text", "AB")),)


def test_keys_of_a_table() -> None:
    book = parse(
        "01 R.", "   05 T OCCURS 5 ASCENDING KEY IS A B, DESCENDING C",
        "      INDEXED BY I, J",
        "      ASCENDING B.", "      10 A PIC X.", "      10 B PIC X.", "      10 C PIC X.",
    )  # fmt: skip
    occurs = named(book, "T").occurs
    assert occurs
    assert occurs.keys == (
        OccursKey(ascending=True, names=("A", "B")), OccursKey(ascending=False, names=("C",)),
        OccursKey(ascending=True, names=("B",)),
    )  # fmt: skip
    assert occurs.indexed_by == ("I", "J")


def test_literals_of_every_kind() -> None:
    literals = {
        "X'c1C2'": Value("hex", "C1C2"), "Z'AB'": Value("null-terminated", "AB"),
        "N'AB'": Value("national", "AB"), "NX'0041'": Value("national-hex", "0041"),
        "G'AB'": Value("dbcs", "AB"), "U'AB'": Value("utf-8", "AB"),
        "UX'41'": Value("utf-8-hex", "41"),
        "'A' & \"B\"": Value("text", "AB"), "+1.50": Value("numeric", "1.50"),
        "ALL ZEROES": Value("figurative", "ZERO"),
    }  # fmt: skip
    for text, value in literals.items():
        book = parse("01 R.", "   05 A PIC X(9).", f"      88 B VALUE 'Z', {text} FALSE 'N'.")
        (condition,) = named(book, "A").conditions
        assert condition.values == (ValueRange(Value("text", "Z")), ValueRange(value))
        assert condition.false == Value("text", "N")


def test_a_decimal_comma_in_literals_only_where_it_is_the_point() -> None:
    text = "   05 A PIC 9V9 VALUE 1,5."
    assert named(parse("01 R.", text, dialect=Dialect(decimal_comma=True)), "A").value == Value(
        "numeric", "1.5"
    )


def test_types_have_no_storage_and_lend_their_items() -> None:
    book = parse(
        "01 T-A IS TYPEDEF.", "   05 A PIC X.", "      88 A-ON VALUE 'Y'.",
        "   05 B PIC 9(4) COMP.",
        "01 R.", "   03 X TYPE T-A.", "   03 Y TYPE TO T-A OCCURS 2 TIMES.", "   03 Z SAME AS X.",
        "   03 E PIC X.",
    )  # fmt: skip
    (record,) = book.records
    assert record.length == 13
    assert [(f.path[1:], f.offset) for f in record.fields()][1:] == [
        (("X",), 0), (("X", "A"), 0), (("X", "B"), 1), (("Y",), 3), (("Y", "A"), 3),
        (("Y", "B"), 4), (("Z",), 9), (("Z", "A"), 9), (("Z", "B"), 10), (("E",), 12),
    ]  # fmt: skip
    assert [c.name for f in record.fields() for c in f.conditions] == ["A-ON"] * 3


@pytest.mark.parametrize(
    "name",
    [
        *("ADDRESS", "DATE", "RECORD", "STATUS", "TEXT", "TYPE", "POINTER", "INDEX", "SIGN"),
        *("VALUE-DATE", "COMP-CODE", "PIC-X", "INDEX-1", "POINTER-X", "DOUBLE", "HANDLE"),
        *("1ST-LINE", "A_B", "OCCURS-NO", "IS-OPEN", "88-X", "KEY", "CONSTANT"),
    ],
)
def test_keywords_are_names_where_no_clause_can_begin(name: str) -> None:
    book = parse("01 R.", f"   05 {name} PIC 9(3).", "   05 AFTER-IT PIC X.")
    assert [(f.name, f.offset) for f in book.records[0].fields()][1:] == [
        (name, 0), ("AFTER-IT", 3),
    ]  # fmt: skip
    reserved = [problem for problem in book.problems if problem.code == "CPY315"]
    assert len(reserved) == (name in RESERVED)


@pytest.mark.parametrize("name", ["FLOAT", "DOUBLE", "SIGNED-INT", "BINARY-LONG", "POINTER"])
@pytest.mark.parametrize("usage", ["COMP-1", "USAGE IS COMP-1", "OCCURS 3 COMP-1", "SYNC COMP-1"])
def test_a_word_of_usage_before_another_usage_is_a_name(name: str, usage: str) -> None:
    """Enterprise COBOL reserves none of the words of other compilers."""
    book = parse("01 R.", f"   05 {name} {usage}.", "   05 AFTER-IT PIC X.")
    assert [(f.name, f.usage) for f in book.records[0].fields()][1:] == [
        (name, Usage.COMP_1), ("AFTER-IT", Usage.DISPLAY),
    ]  # fmt: skip
    assert [p.code for p in book.problems if p.code != "CPY315"] == []


def test_clauses_are_no_names() -> None:
    assert errors("01 R.", "   05 PIC PIC X.") == [("CPY305", 2, 22)]
    assert errors("01 R.", "   05 OCCURS PIC X.") == [("CPY308", 2, 21)]


def test_a_nameless_item_may_have_any_clause_first() -> None:
    book = parse(
        "01 R.", "   05 COMP-1.", "   05 POINTER.", "   05 OCCURS 2 PIC X.", "   05 DISPLAY PIC X.",
        "   05 VALUE 'A' PIC X.", "   05 A PIC X.",
    )  # fmt: skip
    assert [f.offset for f in book.records[0].fields()][1:] == [0, 4, 8, 10, 11, 12]


def test_entries_of_one_shape_keep_their_own_words_and_places() -> None:
    lines = ["01 R."]
    lines += [f"   05 F{n} PIC X({n}) OCCURS {n} TIMES VALUE 'V{n}'." for n in range(1, 9)]
    book = parse(*lines)
    for n in range(1, 9):
        field = named(book, f"F{n}")
        assert (field.length, field.value) == (n, Value("text", f"V{n}"))
        assert field.occurs
        assert field.occurs.maximum == n
    assert errors("01 R.", "   05 A PIC X(3).", "   05 LONGER   REDEFINES B PIC X(3).") == [
        ("CPY503", 3, 33)
    ]


@pytest.mark.parametrize("word", [each for each in WORDS if WORDS[each].usage is None])
def test_refused_usages_are_named(word: str) -> None:
    with pytest.raises(GenerationFailed) as caught:
        parse("01 R.", f"   05 A USAGE IS {word}.", "   05 B PIC X.")
    (problem,) = caught.value.problems
    assert problem.code == "CPY902"
    assert word in problem.message
    assert refused(word)


def test_every_usage_has_facts_and_a_word() -> None:
    assert set(FACTS) == set(Usage)
    assert {each.usage for each in WORDS.values()} - {None} == set(Usage)


def test_reserved_words_that_are_no_nouns_need_the_tolerance() -> None:
    assert "MOVE" not in COMMON
    assert errors("01 R.", "   05 MOVE PIC X.") == [("CPY315", 2, 14)]
    book = parse("01 R.", "   05 MOVE PIC X.", dialect=Dialect(tolerate=("reserved-names",)))
    assert named(book, "MOVE").length == 1
