"""What a generated reader makes of the bytes that COBOL programs write, and COBOL of ours."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from cobol import RECORDS, Flavour, run
from trees import ASCII, EBCDIC, FLAT, NAMES, TRANSLATED

if TYPE_CHECKING:
    from pathlib import Path

    from trees import Bench, Told

_SHOWN = re.compile(r"[+-]\d{38}")  # 19 digits on either side of the point
FLAVOURS = [pytest.param(flavour, id=NAMES[flavour]) for flavour in (EBCDIC, ASCII, TRANSLATED)]


def number(token: str) -> Decimal:
    return Decimal(f"{token[:20]}.{token[20:]}" if _SHOWN.fullmatch(token) else token)


def agrees(token: str, value: list[str] | None) -> bool:
    """Whether what COBOL shows is the value that was read."""
    if value is None:
        return not token.strip()
    kind, text = value
    if kind == "number":
        return number(token) == Decimal(text)
    if kind == "float":
        return float(number(token)) == float.fromhex(text)
    return text in {token.rstrip(" "), token.lstrip(" ")}  # the padding may stand in front


def compared(lines: list[list[str]], rows: list[list[Any]]) -> int:
    """Fail at the first value that is another; give the number of values."""
    assert len(lines) == len(rows)
    count = 0
    for tokens, (record, _, values) in zip(lines, rows, strict=True):
        assert len(tokens) == len(values), (record, tokens, values)
        for place, (token, value) in enumerate(zip(tokens, values, strict=True)):
            assert agrees(token, value), (record, place, token, value)
        count += len(values)
    return count


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("book", FLAT)
def test_values_of_cobol_are_read_and_ours_are_read_by_cobol(
    bench: Bench, book: str, flavour: Flavour, tmp_path: Path
) -> None:
    told = bench.told(book, flavour)
    read, _, mixed = bench.flat(flavour).all_rows(
        ("read", book, told.path),
        ("copy", book, told.path, tmp_path / "copy"),
        ("mix", book, told.path, tmp_path / "mixed", "7"),
    )
    assert compared(told.lines, read) == RECORDS * len(told.lines[0])
    same_bytes(told, (tmp_path / "copy").read_bytes())
    assert (tmp_path / "mixed").read_bytes() != told.path.read_bytes()
    assert compared(run(told.binary, "READ", tmp_path / "mixed"), mixed)


def same_bytes(told: Told, ours: bytes) -> None:
    """What was read and written again is what COBOL wrote, where both write it alike."""
    theirs, same = told.path.read_bytes(), written_alike(told)
    assert len(same) > RECORDS / 10
    assert len(ours) == len(theirs)
    length = len(theirs) // RECORDS
    for record in same:
        part = slice(record * length, (record + 1) * length)
        assert ours[part].hex() == theirs[part].hex(), told.lines[record]


def written_alike(told: Told) -> list[int]:
    """The records without what we write in another way: -0, which a MOVE may leave behind, and
    the blanks at the end of a varying text, which are trimmed."""
    minus_zero = "-" + "0" * 38
    return [
        number
        for number, tokens in enumerate(told.lines)
        if minus_zero not in tokens and not (told.path.stem == "TEXTS" and tokens[7].endswith(" "))
    ]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_printed_numbers_are_what_a_move_takes_of_them(
    bench: Bench, flavour: Flavour, tmp_path: Path
) -> None:
    told = bench.told_numbers(flavour)
    job = bench.printed(flavour)
    assert compared(told.lines, job.rows("read", "EDITED", told.path)) == RECORDS * 10
    rows = job.rows("mix", "EDITED", told.path, tmp_path / "mixed", "7")
    assert compared(run(told.binary, "READ", tmp_path / "mixed"), rows)


SHAPES = {
    "tables": ("TABLES", "FIXED", ()),
    "variants": ("VARIANTS", "FIXED", ()),
    "depending-on": ("DEPEND", "VARYING", ("-fodoslide",)),
}


def by_table(lines: list[list[str]]) -> dict[str, list[list[str]]]:
    found = defaultdict(list)
    for table, *tokens in lines:
        found[table].append(tokens)
    return found


def rows_by_table(rows: list[list[Any]]) -> dict[str, list[list[Any]]]:
    found = defaultdict(list)
    for row in rows:
        found[row[1]].append(row)
    return found


def tables_compared(lines: list[list[str]], rows: list[list[Any]]) -> None:
    said, read = by_table(lines), rows_by_table(rows)
    assert set(said) == set(read)
    for table, tokens in said.items():
        assert compared(tokens, read[table]), table


@pytest.mark.parametrize("shape", SHAPES)
def test_what_cobol_writes_in_tables_is_read(bench: Bench, shape: str) -> None:
    book, skeleton, options = SHAPES[shape]
    told = bench.told_by_hand(book, skeleton, *options)
    tables_compared(told.lines, bench.shaped().rows("read", book, told.path))


@pytest.mark.parametrize("shape", SHAPES)
def test_cobol_reads_the_tables_that_are_written(bench: Bench, shape: str, tmp_path: Path) -> None:
    book, skeleton, options = SHAPES[shape]
    told = bench.told_by_hand(book, skeleton, *options)
    bench.shaped().rows("copy", book, told.path, tmp_path / "copy")
    said = run(told.binary, "READ", tmp_path / "copy")
    assert [plus_zero(tokens) for tokens in said] == [plus_zero(tokens) for tokens in told.lines]


def plus_zero(tokens: list[str]) -> list[str]:
    return [token.replace("-" + "0" * 38, "+" + "0" * 38) for token in tokens]


def test_a_table_at_its_maximum_has_items_behind_it_at_their_place(bench: Bench) -> None:
    told = bench.told_by_hand("DEPEND", "VARYING")
    rows = bench.shaped("input: {odo: maximum}\n").rows("read", "DEPEND", told.path)
    tables_compared(told.lines, rows)


def test_dates_are_those_that_cobol_counted_out(bench: Bench, tmp_path: Path) -> None:
    told = bench.told_by_hand("DATES", "FIXED")
    job = bench.shaped()
    assert compared(told.lines, job.rows("read", "DATES", told.path)) == RECORDS * 16
    job.rows("copy", "DATES", told.path, tmp_path / "copy")
    assert compared(told.lines, job.rows("read", "DATES", tmp_path / "copy"))


REVERSED = {
    "NATIVE": (4, 2, 2, 4, 4, 8, 8, 4, 1, 1, 2, 4, 8),  # and COMP-X, which is always big-endian
    "FLOATS": (4, 8),
}


@pytest.mark.parametrize("book", REVERSED)
def test_the_other_byte_order_is_the_bytes_reversed(
    bench: Bench, book: str, tmp_path: Path
) -> None:
    told = bench.told(book, EBCDIC)
    content = told.path.read_bytes()
    length = len(content) // RECORDS
    lengths = REVERSED[book]
    last = 2 if book == "NATIVE" else 0
    first = length - sum(lengths) - last
    with (tmp_path / "file").open("wb") as file:
        for start in range(0, len(content), length):
            record, at = content[start : start + length], first
            file.write(record[:at])
            for size in lengths:
                file.write(record[at : at + size][::-1])
                at += size
            file.write(record[at:])
    rows = bench.big_endian().rows("read", book, tmp_path / "file")
    assert compared(told.lines, rows) == RECORDS * len(told.lines[0])


@pytest.mark.parametrize("order", ["big", "little"])
def test_utf_16_is_what_iconv_makes_of_it(bench: Bench, order: str, tmp_path: Path) -> None:
    told = bench.told("INLATIN", ASCII)
    codec = f"UTF-16{order[0].upper()}E"
    content = converted(told.path.read_bytes(), "LATIN1", codec)
    (tmp_path / "file").write_bytes(content)
    job = bench.national(order)
    rows = job.rows("mix", "NATIONAL", tmp_path / "file", tmp_path / "mixed", "7")
    assert compared(told.lines, job.rows("read", "NATIONAL", tmp_path / "file"))
    mixed = converted((tmp_path / "mixed").read_bytes(), codec, "LATIN1")
    (tmp_path / "latin").write_bytes(mixed)
    assert compared(run(told.binary, "READ", tmp_path / "latin"), rows)


def converted(content: bytes, code: str, other: str) -> bytes:
    command = ["iconv", "--from-code", code, "--to-code", other]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout
