"""Whatever the bytes: they hold a value that can be written again, or none."""

from __future__ import annotations

import struct
from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.decoders.conftest import Modules

thorough = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
NUMBERS = (
    "Zoned(5)",
    "Zoned(5, 'trailing')",
    "Zoned(5, 'leading')",
    "Zoned(5, 'trailing', separate=True)",
    "Zoned(5, 'leading', separate=True)",
    "Zoned(5, 'trailing', zero=0x30, signs=ASCII_SIGNS, plus=0x2B, minus=0x2D)",
    "Zoned(5, 'leading', zero=0x30, signs=TRANSLATED_SIGNS, plus=0x2B, minus=0x2D)",
    "Packed(5, signed=True)",
    "Packed(4, signed=True)",
    "Packed(5, signed=False)",
    "Packed(5, signed=False, sign_nibble=False)",
    "Packed(6, signed=False, sign_nibble=False)",
    "Binary(1, signed=True)",
    "Binary(2, signed=False)",
    "Binary(3, signed=True, order='little')",
    "Binary(8, signed=True)",
    "Binary(16, signed=True)",
    "NationalDigits(4, 'big', 'trailing')",
    "NationalDigits(4, 'little', 'leading')",
)
each_number = pytest.mark.parametrize("made", NUMBERS)


def storage(io: Modules, made: str) -> Any:
    return eval(made, vars(io.storage))  # noqa: S307 - it is written above


@each_number
@given(data=st.data())
@thorough
def test_numbers_are_read_as_they_are_written(io: Modules, made: str, data: st.DataObject) -> None:
    how = storage(io, made)
    signed = how.signed if hasattr(how, "signed") else how.sign is not None
    if hasattr(how, "digits"):
        highest, lowest = 10**how.digits - 1, -(10**how.digits) + 1
    else:
        highest = 2 ** (8 * how.length - how.signed) - 1
        lowest = -highest - 1
    value = data.draw(st.integers(lowest if signed else 0, highest))
    assert how.read(how.write(value)) == value
    for beyond in (highest + 1, lowest - 1):
        with pytest.raises(io.storage.UnwritableError):
            how.write(beyond)


@each_number
@given(data=st.data())
@thorough
def test_any_bytes_hold_a_number_or_none(io: Modules, made: str, data: st.DataObject) -> None:
    how = storage(io, made)
    length = len(how.write(0))
    usual = st.sampled_from(how.write(0) + how.write(1) + b"\xf5\xc3\xd3\x33\x5c\x0f\x75\xa1\xb1")
    drawn = st.lists(usual | st.integers(0, 255), min_size=length, max_size=length)
    content = bytes(data.draw(drawn))
    try:
        value = how.read(content)
    except io.storage.UnreadableError:
        return
    assert how.read(how.write(value)) == value


@given(value=st.floats(min_value=-(2.0**200), max_value=2.0**200, allow_nan=False))
@thorough
def test_every_double_is_a_long_hexadecimal_number(io: Modules, value: float) -> None:
    how = io.storage.HexFloat(8)
    if abs(value) < 16.0**-65:
        return
    assert how.read(how.write(value)) == value


@given(content=st.binary(min_size=8, max_size=8))
@thorough
def test_hexadecimal_numbers_are_the_nearest_double(io: Modules, content: bytes) -> None:
    sign, characteristic = content[0] >> 7, content[0] & 0x7F
    exact = int.from_bytes(content[1:], "big") * Fraction(16) ** (characteristic - 64 - 14)
    assert io.storage.HexFloat(8).read(content) == float(-exact if sign else exact)
    short = io.storage.HexFloat(4).read(content[:4])
    assert short == io.storage.HexFloat(8).read(content[:4] + bytes(4))
    if abs(short) < 3e38 and (abs(short) > 1e-37 or short == 0):
        assert struct.unpack(">f", struct.pack(">f", short))[0] == short


FIRST, LAST = datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2899-12-31")
PATTERNS = (
    ("YYYYMMDD", "date"),
    ("CYYMMDD", "date"),
    ("YYYYDDD", "date"),
    ("DD.MM.YYYY", "date"),
    ("HHMISS", "time"),
    ("YYYY-MM-DD-HH.MI.SS.FFFFFF", "timestamp"),
    ("YYYYDDDHHMISS", "timestamp"),
)


@pytest.mark.parametrize(("pattern", "kind"), PATTERNS)
@given(moment=st.datetimes(FIRST, LAST))
@thorough
def test_dates_are_read_as_they_are_written(
    io: Modules, pattern: str, kind: str, moment: datetime
) -> None:
    rule = io.dates.DateFormat(pattern, kind)
    whole = moment if "F" in pattern else moment.replace(microsecond=0)
    value: date | time = whole
    if kind != "timestamp":
        value = whole.date() if kind == "date" else whole.time()
    if kind == "time" and value == time():
        return
    assert rule.read(rule.write(value)) == value


@pytest.mark.parametrize(("pattern", "kind"), PATTERNS)
@given(data=st.data())
@thorough
def test_any_characters_are_a_date_or_none(
    io: Modules, pattern: str, kind: str, data: st.DataObject
) -> None:
    rule = io.dates.DateFormat(pattern, kind, zeros=None, nines=None)
    characters = st.sampled_from("0123456789 -.:\u0661_")
    text = "".join(
        (
            data.draw(st.sampled_from("0123") if letter.isalpha() else st.just(letter))
            if data.draw(st.integers(0, 9))
            else data.draw(characters)
        )
        for letter in pattern
    )
    try:
        value = rule.read(text)
    except io.storage.UnreadableError:
        return
    if value is not None and "24" not in text:
        assert rule.write(value) == text


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
@thorough
def test_text_is_read_as_it_is_written_or_not_written(job: Any, text: str) -> None:
    for name, constant in (("EBCDIC", "CP037"), ("JAPAN", "CP939"), ("WINDOWS", "CP1252")):
        modules = job(name)
        how = modules.texts.Text(12, getattr(modules.code_pages, constant))
        try:
            content = how.write(text)
        except modules.storage.UnwritableError:
            continue
        assert len(content) == 12
        if "\0" not in text:
            assert how.read(content).rstrip(" ") == text.rstrip(" ")


@given(content=st.binary(min_size=9, max_size=9))
@thorough
def test_any_bytes_are_text_or_none(job: Any, content: bytes) -> None:
    for name, constant in (("EBCDIC", "CP037"), ("JAPAN", "CP939"), ("GAPS", "CP424")):
        modules = job(name)
        page = getattr(modules.code_pages, constant)
        shifted = b"\x0e" + content[:8] + b"\x0f"
        for data in (content, shifted):
            try:
                text = modules.texts.Text(len(data), page).read(data)
            except modules.storage.UnreadableError:
                continue
            assert page.decode(page.encode(text)) == text


def test_low_values_at_the_end_of_text_are_padding_unless_they_are_refused(
    job: Callable[[str], Modules],
) -> None:
    """A program that fills its record with LOW-VALUES first leaves them behind shorter text."""
    for name, means in (("EBCDIC", "AB"), ("JAPAN", "AB"), ("ASCII", None)):
        slots = [
            slot
            for slots in vars(job(name).descriptions).values()
            if isinstance(slots, tuple)
            for slot in slots
            if type(getattr(slot, "storage", None)).__name__ == "Text"
            and type(slot.column).__name__ == "TextColumn"
            and slot.length > 2
            and not slot.column.justified
        ]
        assert slots
        for slot in slots:
            text = slot.storage.page.encode("AB")
            padded = text.ljust(slot.length, b"\0")
            if means is None:
                with pytest.raises(job(name).storage.UnreadableError, match="is NUL"):
                    slot.read(padded)
            else:
                assert slot.read(padded) == means
                inside = (text[:1] + b"\0" + text[1:]).ljust(slot.length, b"\x40")
                with pytest.raises(job(name).storage.UnreadableError, match="2 is NUL"):
                    slot.read(inside)
