"""Levels 66, 77, 78 and 88, irregular level numbers, and what the records say of their entries.

Places of level 66 are those of `cobc -std=ibm` (LENGTH OF and ADDRESS OF of a compiled program).
"""

from __future__ import annotations

import pytest

from generator.copybook.dialect import Dialect
from generator.copybook.fields import Category, Copybook, Field, Kind, Sign, Usage, Value
from generator.copybook.read import parse_bytes
from generator.problems import Severity


def book(text: str, **options: object) -> Copybook:
    lines = "".join(f"       {line}\n" for line in text.strip("\n").split("\n"))
    return parse_bytes(lines.encode(), "BOOK.cpy", "fixed", Dialect(**options))  # type: ignore[arg-type]


def fields(text: str) -> dict[str, Field]:
    return {field.name or "": field for record in book(text).records for field in record.fields()}


RENAMED = """
01  REC.
    05  A PIC X(3).
    05  G.
        10  B PIC S9(5) COMP-3.
        10  C PIC S9(4) SIGN LEADING SEPARATE.
    05  D PIC X(2).
66  ONE RENAMES B.
66  SIGNED-ONE RENAMES C OF G.
66  GROUP-ONE RENAMES G.
66  FROM-B RENAMES B THRU D.
66  ALL-OF-IT RENAMES A THRU G.
"""


@pytest.mark.parametrize(
    ("name", "offset", "length"),
    [
        ("ONE", 3, 3),
        ("SIGNED-ONE", 6, 5),
        ("GROUP-ONE", 3, 8),
        ("FROM-B", 3, 10),
        ("ALL-OF-IT", 0, 11),
    ],
)
def test_renames_has_the_bytes_of_its_items(name: str, offset: int, length: int) -> None:
    field = fields(RENAMED)[name]
    assert (field.kind, field.level) == (Kind.RENAMES, 66)
    assert (field.offset, field.length) == (offset, length)
    assert field.path == ("REC", name)


def test_renaming_one_item_has_its_attributes_and_a_range_has_none() -> None:
    found = fields(RENAMED)
    one, signed, group = found["ONE"], found["SIGNED-ONE"], found["GROUP-ONE"]
    assert (one.picture, one.usage) == (found["B"].picture, Usage.COMP_3)
    assert signed.sign == Sign("leading", separate=True)
    assert (group.picture, group.usage) == (None, None)
    assert found["FROM-B"].picture is None
    assert one.renames == ("B", None)
    assert signed.renames == ("C OF G", None)
    assert found["FROM-B"].renames == ("B", "D")


def test_renames_stand_behind_the_items_of_their_own_record() -> None:
    records = book("""
01  ONE.
    05  A PIC X.
66  R RENAMES A.
66  S RENAMES A.
01  TWO.
    05  A PIC XX.
66  R RENAMES A.
""").records
    assert [[f.name for f in record.fields()] for record in records] == [
        ["ONE", "A", "R", "S"],
        ["TWO", "A", "R"],
    ]
    assert [record.length for record in records] == [1, 2]
    assert [record.fields()[-1].length for record in records] == [1, 2]


def test_renames_in_a_copybook_without_01() -> None:
    (record,) = book("""
05  A PIC X(3).
05  B PIC X(4).
66  R RENAMES B.
""").records
    assert record.implied
    assert [(f.name, f.offset, f.length) for f in record.fields()] == [
        ("A", 0, 3),
        ("B", 3, 4),
        ("R", 3, 4),
    ]
    assert record.length == len("AAABBBB")


def test_renames_over_redefinitions_ends_where_its_last_item_does() -> None:
    found = fields("""
01  REC.
    05  A PIC X(4).
    05  B REDEFINES A.
        10  C PIC X(2).
        10  D PIC X(6).
66  R RENAMES A THRU D.
""")
    assert (found["R"].offset, found["R"].length) == (0, 8)


def test_renames_behind_a_variable_table_has_a_variable_offset() -> None:
    found = fields("""
01  REC.
    05  N PIC 9.
    05  T PIC X OCCURS 1 TO 9 DEPENDING ON N.
    05  A PIC X.
66  R RENAMES A.
66  S RENAMES N.
""")
    assert found["R"].variable_offset
    assert not found["S"].variable_offset


def test_a_condition_below_a_level_66_is_kept_with_a_warning() -> None:
    copybook = book("""
01  REC.
    05  A PIC X.
66  R RENAMES A.
    88  R-YES VALUE 'Y'.
""")
    assert [(p.code, p.severity) for p in copybook.problems] == [("CPY541", Severity.WARNING)]
    (condition,) = copybook.records[0].fields()[-1].conditions
    assert condition.name == "R-YES"


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("01 A.\n 05 B.\n  10 C PIC X.\n  07 D PIC X.\n 05 E PIC X.", "A AB ABC ABD AE"),
        ("01 A.\n 05 B.\n  10 C PIC X.\n 04 D.\n  06 E PIC X.", "A AB ABC AD ADE"),
        ("01 A.\n 49 B PIC X.\n 02 C.\n  03 D PIC X.", "A AB AC ACD"),
    ],
)
def test_level_numbers_need_not_be_regular(text: str, paths: str) -> None:
    (record,) = book(text).records
    assert [field.path for field in record.fields()] == [tuple(path) for path in paths.split()]
    assert [field.offset for field in record.fields()][-1] == record.length - 1


def test_constants_are_no_items() -> None:
    copybook = book("""
78  ROWS VALUE 3.
01  REC.
    05  T PIC X(ROWS) OCCURS ROWS TIMES.
78  LAST-ONE VALUE 'Z'.
77  B PIC X VALUE LAST-ONE.
""")
    assert [record.name for record in copybook.records] == ["REC", "B"]
    assert copybook.records[0].length == 3 * 3
    assert copybook.records[1].root.value == Value("text", "Z")


def test_the_false_value_of_a_condition_is_kept() -> None:
    field = fields("01  A PIC X.\n    88  B VALUE 'Y' WHEN SET TO FALSE 'N'.")["A"]
    assert field.conditions[0].false == Value("text", "N")


def test_scope_and_group_usage_are_kept() -> None:
    found = fields("""
01  A GLOBAL EXTERNAL.
    05  B PIC X VOLATILE.
01  G GROUP-USAGE NATIONAL.
    05  C PIC N(3).
""")
    assert (found["A"].external, found["A"].global_, found["B"].volatile) == (True, True, True)
    assert (found["G"].group_usage, found["G"].usage) == (Usage.NATIONAL, None)
    assert found["C"].length == 2 * 3


@pytest.mark.parametrize(
    ("usage", "category"),
    [
        ("COMP-1", Category.FLOATING_POINT),
        ("INDEX", Category.INDEX),
        ("POINTER", Category.DATA_POINTER),
        ("PROCEDURE-POINTER", Category.PROCEDURE_POINTER),
        ("FUNCTION-POINTER", Category.FUNCTION_POINTER),
        ("OBJECT REFERENCE", Category.OBJECT_REFERENCE),
    ],
)
def test_an_item_without_picture_has_an_empty_one_of_its_category(
    usage: str, category: Category
) -> None:
    picture = fields(f"01  A USAGE {usage}.")["A"].picture
    assert picture is not None
    assert (picture.text, picture.category) == ("", category)


def test_to_without_depending_on_is_a_table_of_the_maximum() -> None:
    copybook = book("01  A.\n    05  B PIC X OCCURS 2 TO 5 TIMES.")
    (record,) = copybook.records
    assert (record.length, record.min_length) == (5, 5)
    assert [p.code for p in copybook.problems] == ["CPY523"]


def test_a_record_that_repeats_counts_all_its_occurrences() -> None:
    (record,) = book("01  A OCCURS 3.\n    05  B PIC XX.", tolerate=("level-01-occurs",)).records
    assert (record.length, record.min_length, record.root.length) == (6, 6, 2)


def test_the_picture_of_a_group_is_ignored_on_request() -> None:
    (record,) = book(
        "01  A.\n    05  G PIC X(9).\n        10  B PIC XX.", tolerate=("group-picture",)
    ).records
    group = record.fields()[1]
    assert (group.kind, group.picture, group.length) == (Kind.GROUP, None, 2)


def test_records_of_one_file_redefine_its_first_one() -> None:
    text = "01  A PIC X.\n01  B PIC XX.\n01  D REDEFINES B PIC 9.\n77  C PIC X."
    assert [r.root.redefines for r in book(text).records] == [None, None, "B", None]
    shared = book(text, shared_records=True).records
    assert [record.root.redefines for record in shared] == [None, "A", "B", None]
    assert [record.length for record in shared] == [1, 2, 1, 1]


def test_a_literal_gives_its_length_to_an_item_without_picture() -> None:
    copybook = book("01  A.\n    05  VALUE 'ABC' OCCURS 2.\n    05  B VALUE X'4142'.")
    (record,) = copybook.records
    assert [(f.name, f.offset, f.length) for f in record.fields()[1:]] == [
        (None, 0, 3),
        ("B", 6, 2),
    ]
    assert [p.code for p in copybook.problems] == ["CPY904", "CPY904"]
