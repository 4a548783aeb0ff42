"""Where items are: as the copybook says at the maximum, and nearer where tables are shorter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.inspect import as_json
from generator.reading.sizes import measured

from .conftest import sized

if TYPE_CHECKING:
    from generator.reading.model import Block

    from .conftest import Case, Read

FLAT = """
    01 REC.
       05 REC-ID PIC 9(5).
       05 GROUP-1.
          10 A PIC X(3).
          10 B PIC S9(5)V99 COMP-3.
       05 C PIC S9(9) COMP SYNC.
       05 D PIC N(4).
       05 E REDEFINES D PIC X(8).
       05 F PIC S9(3) SIGN LEADING SEPARATE.
"""
SLIDING = """
    01 REC.
       05 REC-ID PIC 9(5).
       05 N PIC 9(2).
       05 LINES-1 OCCURS 1 TO 10 DEPENDING ON N.
          10 SKU PIC X(4).
          10 QTY PIC 9(3).
       05 M PIC 9(2).
       05 NOTE-1 PIC X(6) OCCURS 0 TO 4 DEPENDING ON M.
       05 TAIL-1 PIC X(9).
"""
CHILDREN = """
records:
  REC:
    key: [REC-ID]
    occurs: {LINES-1: child_table, NOTE-1: child_table}
"""
NESTED = """
    01 REC.
       05 REC-ID PIC 9(5).
       05 N PIC 9(2).
       05 M PIC 9(2).
       05 OUTER-1 OCCURS 0 TO 3 DEPENDING ON N.
          10 O-ID PIC X(2).
          10 INNER-1 OCCURS 1 TO 5 DEPENDING ON M.
             15 I-ID PIC X(3).
          10 O-TAIL PIC X(4).
       05 TAIL-1 PIC X(9).
"""


def inspected(case: Case) -> dict[str, Any]:
    """What `cobrepo inspect --format json` says of the record."""
    (record,) = json.loads(as_json(case.books[0]))["records"]
    return dict(record)


def offsets(case: Case) -> dict[str, str]:
    """By attribute; in a child table from the start of the occurrence."""
    return {
        value.column.attribute: sized(value.item.offset)
        for block in case.blocks()
        for value in block.values
    }


def test_a_flat_record_is_as_inspect_shows_it(read: Read) -> None:
    case = read(FLAT)
    record = inspected(case)
    shown = {field["name"]: (field["offset"], field["length"]) for field in record["fields"]}
    found = {
        value.item.path: (value.item.offset.fixed, value.item.length) for value in case.block.values
    }
    assert found == {name: shown[name] for name in ("REC-ID", "A", "B", "C", "D", "F")}
    assert (case.kind.length.fixed, case.file.length) == (record["length"], record["length"])
    assert case.file.format == "fixed"


def test_items_slide_behind_the_last_occurrence(read: Read) -> None:
    case = read(SLIDING, CHILDREN)
    assert offsets(case) == {
        "rec_id": "0",
        "n": "5",
        "m": "7 + n * 7",
        "tail_1": "9 + n * 7 + m * 6",
        "sku": "0",
        "qty": "4",
        "note_1": "0",
    }
    lines, notes = case.block.children
    assert lines.table
    assert notes.table
    assert (sized(lines.table.offset), lines.table.count) == ("7", "n")
    assert (sized(notes.table.offset), notes.table.count) == ("9 + n * 7", "m")
    assert sized(case.kind.length) == "18 + n * 7 + m * 6"
    assert (case.kind.minimum, case.kind.maximum) == (25, 18 + 70 + 24)
    record = case.books[0].records[0]
    assert (case.kind.minimum, case.kind.maximum) == (record.min_length, record.length)
    assert case.file.format == "variable"


def test_counters_are_read_before_what_they_move(read: Read) -> None:
    counters = read(SLIDING, CHILDREN).kind.counters
    found = [(c.name, sized(c.item.offset), c.minimum, c.maximum) for c in counters if c.item]
    assert found == [("n", "5", 1, 10), ("m", "7 + n * 7", 0, 4)]


def test_at_its_maximum_every_item_is_where_inspect_shows_it(read: Read) -> None:
    case = read(SLIDING, CHILDREN)
    record = inspected(case)
    shown = {field["name"]: field["offset"] for field in record["fields"]}
    for value in case.block.values:
        assert measured(value.item.offset, {"n": 10, "m": 4}) == shown[value.item.path]


def test_only_a_table_at_the_end_varies_when_the_places_are_kept(read: Read) -> None:
    case = read(SLIDING, CHILDREN + "input: {odo: maximum}")
    assert offsets(case)["tail_1"] == "103"
    assert sized(case.kind.length) == "112"
    assert case.file.format == "fixed"
    assert [block.table.count for block in case.block.children if block.table] == ["n", "m"]
    shorter = SLIDING.replace("   05 TAIL-1 PIC X(9).\n", "")
    case = read(shorter, CHILDREN + "input: {odo: maximum}")
    assert sized(case.kind.length) == "79 + m * 6"
    assert case.file.format == "variable"


def test_tables_inside_tables(read: Read) -> None:
    case = read(NESTED)
    (outer,) = case.block.children
    (inner,) = outer.children
    assert outer.table
    assert inner.table
    assert (sized(outer.table.offset), sized(outer.table.occurrence)) == ("9", "6 + m * 3")
    assert (sized(inner.table.offset), sized(inner.table.occurrence)) == ("2", "3")
    assert (outer.table.count, inner.table.count) == ("n", "m")
    assert offsets(case)["o_tail"] == "2 + m * 3"
    assert offsets(case)["tail_1"] == "9 + n * (6 + m * 3)"
    assert measured(case.kind.length, {"n": 2, "m": 4}) == 5 + 4 + 2 * (6 + 12) + 9
    assert (case.kind.minimum, case.kind.maximum) == (18, 9 + 3 * 21 + 9)


def test_keys_and_numbers_that_the_rows_of_a_table_take(read: Read) -> None:
    case = read(NESTED)
    (outer,) = case.block.children
    (inner,) = outer.children
    assert (outer.inherited, outer.sequence) == (("rec_id",), "outer_1_seq")
    assert (inner.inherited, inner.sequence) == (("rec_id", "outer_1_seq"), "inner_1_seq")
    assert [value.column.attribute for value in inner.values] == ["i_id"]


def test_numbered_columns_and_those_that_may_be_absent(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC 9(5).
           05 N PIC 9.
           05 T OCCURS 2 TO 4 DEPENDING ON N.
              10 A PIC X(3).
              10 B PIC 9(2) OCCURS 2.
           05 TAIL-1 PIC X.
    """
    case = read(copybook, "records: {REC: {key: [REC-ID], occurs: {T: columns}}}")
    assert sized(case.item("a_1").offset) == "6"
    assert sized(case.item("a_4").offset) == "27"
    assert sized(case.item("b_3_2").offset) == str(6 + 2 * 7 + 3 + 2)
    assert case.item("b_3_2").path == "B(3, 2)"
    assert sized(case.item("tail_1").offset) == "6 + n * 7"
    present = {v.column.attribute: v.present for v in case.block.values if v.present}
    assert present == {
        **dict.fromkeys(("a_3", "b_3_1", "b_3_2"), ("n", 3)),
        **dict.fromkeys(("a_4", "b_4_1", "b_4_2"), ("n", 4)),
    }


def test_an_ignored_table_moves_what_is_behind_it_all_the_same(read: Read) -> None:
    job = "records: {REC: {key: [REC-ID], occurs: {LINES-1: ignore, NOTE-1: ignore}}}"
    assert offsets(read(SLIDING, job))["tail_1"] == "9 + n * 7 + m * 6"


def test_two_tables_with_one_counter(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC 9(5).
           05 N PIC 9(2).
           05 A PIC X(2) OCCURS 1 TO 10 DEPENDING ON N.
           05 B PIC X(3) OCCURS 0 TO 5 DEPENDING ON N.
           05 TAIL-1 PIC X.
    """
    case = read(copybook)
    (counter,) = case.kind.counters
    assert (counter.minimum, counter.maximum) == (1, 5)
    assert offsets(case)["tail_1"] == "7 + n * 5"


def test_the_length_of_the_record_counts_where_nothing_in_it_does(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC 9(5).
           05 T PIC X(4) OCCURS 0 TO 9 DEPENDING ON OUT-SIDE.
    """
    case = read(copybook)
    (counter,) = case.kind.counters
    assert (counter.item, counter.minimum, counter.maximum) == (None, 0, 9)
    assert case.block.children[0].table
    assert case.block.children[0].table.count == counter.name == "out_side"
    assert sized(case.kind.length) == "5 + out_side * 4"


@pytest.mark.parametrize(
    ("word", "empty"), [("spaces", b"@"), ("zeros", b"\xf0"), ("low-values", b"\x00")]
)
def test_occurrences_that_give_no_row(read: Read, word: str, empty: bytes) -> None:
    copybook = "01 REC.\n   05 REC-ID PIC 9(5).\n   05 T OCCURS 20.\n      10 A PIC X."
    rule = f"{{as: child_table, skip_empty: {word}}}"
    job = f"records: {{REC: {{key: [REC-ID], occurs: {{T: {rule}}}}}}}"
    (child,) = read(copybook, job).block.children
    assert child.table
    assert (child.table.empty, child.table.count) == (empty, 20)


COMPILED = """
    01 REC.
       05 REC-ID PIC 9(5).
       05 N PIC 9(2).
       05 LINES-1 OCCURS 0 TO 3 DEPENDING ON N.
          10 L-ID PIC X(2).
          10 L-NO PIC 9(2).
       05 K PIC 9(2).
       05 OUTER-1 OCCURS 0 TO 3 DEPENDING ON N.
          10 O-ID PIC X(2).
          10 INNER-1 OCCURS 1 TO 5 DEPENDING ON K.
             15 I-ID PIC X(3).
          10 O-TAIL PIC X(4).
       05 FIX-1 OCCURS 2.
          10 F-ID PIC X.
          10 F-IN PIC X(2) OCCURS 1 TO 5 DEPENDING ON K.
       05 TAIL-1 PIC X(9).
"""
# N, K, the length of the record, and where O-TAIL(N), I-ID(N K), F-ID(2), F-IN(2 K) and TAIL-1
# begin: as a program shows it that GnuCOBOL 3.1.2 compiled with -std=ibm -fodoslide.
PLACES = [
    (1, 1, 37, 18, 15, 25, 26, 28),
    (1, 3, 51, 24, 21, 35, 40, 42),
    (1, 5, 65, 30, 27, 45, 54, 56),
    (2, 1, 50, 31, 28, 38, 39, 41),
    (2, 3, 70, 43, 40, 54, 59, 61),
    (2, 5, 90, 55, 52, 70, 79, 81),
    (3, 1, 63, 44, 41, 51, 52, 54),
    (3, 3, 89, 62, 59, 73, 78, 80),
    (3, 5, 115, 80, 77, 95, 104, 106),
]


@pytest.mark.parametrize(("n", "k", "length", "places"), [(*p[:3], p[3:]) for p in PLACES])
def test_items_are_where_the_compiler_has_them(
    read: Read, n: int, k: int, length: int, places: tuple[int, ...]
) -> None:
    case = read(COMPILED)
    outer, fix = case.block.children[1:]
    (inner,), (f_in,) = outer.children, fix.children
    counts = {"n": n, "k": k}

    def at(*parts: tuple[Block, int]) -> int:
        """The start of an occurrence, each inside the one before."""
        tables = [(block.table, number) for block, number in parts if block.table]
        steps = [(t.offset, t.occurrence, number) for t, number in tables]
        return sum(measured(o, counts) + (i - 1) * measured(size, counts) for o, size, i in steps)

    def inside(attribute: str) -> int:
        return measured(case.item(attribute).offset, counts)

    assert measured(case.kind.length, counts) == length
    assert places == (
        at((outer, n)) + inside("o_tail"),
        at((outer, n), (inner, k)),
        at((fix, 2)),
        at((fix, 2), (f_in, k)),
        inside("tail_1"),
    )
