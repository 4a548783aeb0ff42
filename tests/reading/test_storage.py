"""Each USAGE and PICTURE to the way in which its bytes are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading.model import (
    Binary,
    Bits,
    Dbcs,
    Float,
    National,
    NationalDigits,
    Packed,
    Storage,
    Text,
    Utf8,
    Varying,
    Zoned,
)

if TYPE_CHECKING:
    from .conftest import Read

NUMBERS = [
    ("PIC 9(5)", Zoned(), 0, 5),
    ("PIC S9(5)", Zoned("trailing"), 0, 5),
    ("PIC S9(5)V99 SIGN LEADING", Zoned("leading"), 2, 7),
    ("PIC S9(5) SIGN TRAILING SEPARATE", Zoned("trailing", separate=True), 0, 6),
    ("PIC S9(5) SIGN LEADING SEPARATE", Zoned("leading", separate=True), 0, 6),
    ("PIC 9(5) BLANK WHEN ZERO", Zoned(), 0, 5),
    ("PIC 9(3)PP", Zoned(), -2, 3),
    ("PIC SVPP9(3)", Zoned("trailing"), 5, 3),
    ("PIC S9(7)V99 COMP-3", Packed(signed=True), 2, 5),
    ("PIC 9(7) PACKED-DECIMAL", Packed(signed=False), 0, 4),
    ("PIC S9(4) COMP", Binary(signed=True, order="big", digits=4), 0, 2),
    ("PIC 9(9)V9 BINARY", Binary(signed=False, order="big", digits=10), 1, 8),
    ("PIC S9(9) COMP-5", Binary(signed=True, order="big"), 0, 4),
    ("PIC 9(4) USAGE NATIONAL", NationalDigits("big"), 0, 8),
    (
        "PIC S9(4) USAGE NATIONAL SIGN TRAILING SEPARATE",
        NationalDigits("big", "trailing"),
        0,
        10,
    ),
    ("COMP-1", Float(hexadecimal=True), 0, 4),
    ("COMP-2", Float(hexadecimal=True), 0, 8),
]


@pytest.mark.parametrize(("entry", "storage", "scale", "length"), NUMBERS)
def test_numbers(read: Read, entry: str, storage: Storage, scale: int, length: int) -> None:
    case = read(f"01 REC.\n   05 REC-ID PIC X.\n   05 AMOUNT {entry}.")
    item = case.item("amount")
    assert (item.storage, item.scale, item.length) == (storage, scale, length)
    assert item.offset.fixed == 1


TEXTS = [
    ("PIC X(8)", Text(), 8),
    ("PIC A(8)", Text(), 8),
    ("PIC X(8) JUSTIFIED RIGHT", Text(justified=True), 8),
    ("PIC ZZ,ZZ9.99-", Text(), 10),
    ("PIC XX/XX", Text(), 5),
    ("PIC +9.9(5)E+99", Text(), 12),
    ("PIC N(8)", National("big"), 16),
    ("PIC U(8)", Utf8(), 32),
    ("PIC G(8) DISPLAY-1", Dbcs("cp939"), 16),
]


@pytest.mark.parametrize(("entry", "storage", "length"), TEXTS)
def test_text(read: Read, entry: str, storage: Storage, length: int) -> None:
    job = "input: {dbcs: cp939}\nrecords: {REC: {key: [REC-ID]}}"
    case = read(f"01 REC.\n   05 REC-ID PIC X.\n   05 TEXT-1 {entry}.", job)
    item = case.item("text_1")
    assert (item.storage, item.length) == (storage, length)


def test_a_mixed_code_page_says_that_of_its_double_byte_items(read: Read) -> None:
    job = "input: {encoding: cp937}\nrecords: {REC: {key: [REC-ID]}}"
    case = read("01 REC.\n   05 REC-ID PIC X.\n   05 WIDE-1 PIC G(4) DISPLAY-1.", job)
    assert case.storage("wide_1") == Dbcs("cp937")
    assert case.file.encoding == "cp937"


def test_the_machine_of_the_file_decides_comp_5_and_never_comp(read: Read) -> None:
    job = "input: {binary: little, floats: ieee, national: little}\nrecords: {REC: {key: [REC-ID]}}"
    copybook = """
        01 REC.
           05 REC-ID PIC X.
           05 BIN PIC S9(9) COMP.
           05 NATIVE PIC S9(9) COMP-5.
           05 REAL-1 COMP-1.
           05 NAME-1 PIC N(4).
    """
    case = read(copybook, job)
    assert case.storage("bin") == Binary(signed=True, order="big", digits=9)
    assert case.storage("native") == Binary(signed=True, order="little")
    assert case.storage("real_1") == Float(hexadecimal=False, order="little")
    assert case.storage("name_1") == National("little")


def test_usages_of_other_compilers(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC X.
           05 PACKED-6 PIC 9(5) COMP-6.
           05 BIG-X PIC 9(4) COMP-X.
           05 OWN-N PIC 9(4) COMP-N.
           05 OWN-LONG BINARY-LONG.
           05 SHORT-1 FLOAT-SHORT.
    """
    case = read(copybook, "input: {binary: little}\nrecords: {REC: {key: [REC-ID]}}")
    assert case.storage("packed_6") == Packed(signed=False, sign_nibble=False)
    assert case.storage("big_x") == Binary(signed=False, order="big")
    assert case.storage("own_n") == Binary(signed=False, order="little")
    assert case.storage("own_long") == Binary(signed=True, order="little")
    assert case.storage("short_1") == Float(hexadecimal=False, order="little")


def test_groups_as_one_column(read: Read) -> None:
    copybook = """
        01 REC.
           05 REC-ID PIC X.
           05 PLAIN.
              10 A PIC X(3).
              10 B PIC 9(2).
           05 MIXED.
              10 C PIC X(3).
              10 D PIC S9(3) COMP-3.
           05 WIDE.
              10 E PIC N(2).
              10 F PIC N(3).
           05 VAR.
              49 V-LEN PIC S9(4) COMP.
              49 V-TEXT PIC X(40).
    """
    job = """
        records:
          REC:
            key: [REC-ID]
            fields:
              PLAIN: {as_one_column: true}
              MIXED: {as_one_column: true}
              WIDE: {as_one_column: true}
    """
    case = read(copybook, job)
    assert case.storage("plain") == Text()
    assert case.storage("mixed") == Bits()
    assert case.storage("wide") == National("big")
    count = Binary(signed=True, order="big", digits=4)
    assert case.storage("var") == Varying(count, Text(), 40)
    assert (case.item("var").offset.fixed, case.item("var").length) == (21, 42)


def test_for_bit_data_keeps_the_bytes(read: Read) -> None:
    job = 'records: {REC: {key: [REC-ID], fields: {TOKEN: {type: "CHAR(8) FOR BIT DATA"}}}}'
    case = read("01 REC.\n   05 REC-ID PIC X.\n   05 TOKEN PIC X(8).", job)
    assert case.storage("token") == Bits()
    assert case.value("token").contents is None
