"""A file in the wrong code page is named, and none that is right is refused."""

from __future__ import annotations

import random
import string
from typing import TYPE_CHECKING, Any

import ebcdic  # noqa: F401 - registers the code pages of the mainframe
import pytest

from tests.reader.payments import LENGTH

if TYPE_CHECKING:
    from tests.reader.conftest import Reading
    from tests.reader.payments import Payments

LATIN = ["cp037", "cp500", "cp1047", "cp1140", "cp273", "cp277", "cp278", "cp280", "cp284", "cp285"]
LATIN += ["cp297", "cp871", "cp1141", "cp1148"]
SCRIPTS = {
    "cp273": "GRÖSSE ÄNDERUNG müßig überfällig",
    "cp277": "ÆRØ ØRESUND ÅLBORG blåbærgrød",
    "cp297": "élève où ça été façon",
    "cp875": "ΑΘΗΝΑ ΠΕΙΡΑΙΑΣ Θεσσαλονίκη",
    "cp1025": "МОСКВА Санкт-Петербург",  # noqa: RUF001 - Cyrillic is meant
    "cp424": "שלום ירושלים חיפה",
    "cp290": "ﾄｳｷﾖｳ ｵｵｻｶ",
    "cp1026": "İSTANBUL ŞIŞLI ığdır",  # noqa: RUF001 - Turkish is meant
}


def said(reading: Reading, layout: Any, texts: list[bytes]) -> str:
    """What is said of records with these texts."""
    blank = layout.blank
    records = [b"P" + b"\0" * 9 + text[:10].ljust(10, blank) for text in texts]
    return str(reading.code_page_check.wrong_code_page(layout, records))


def seeded(seed: int | str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same texts every time


def words(rng: random.Random, letters: str) -> list[str]:
    """Twenty texts, each some letters and blanks."""
    return ["".join(rng.choices(letters, k=rng.randint(2, 10))) for _ in range(20)]


@pytest.mark.parametrize("encoding", LATIN)
@pytest.mark.parametrize(
    "letters",
    [string.ascii_uppercase, string.ascii_letters + " ", string.digits, "ABC 123 -./"],
    ids=["upper", "mixed", "digits", "signs"],
)
def test_ascii_where_ebcdic_should_be(
    reading: Reading, payments: Payments, encoding: str, letters: str
) -> None:
    rng = seeded(encoding + letters)
    layout = payments.layout(encoding, kind_of=lambda _: payments.payment)
    texts = words(rng, letters)
    assert said(reading, layout, [text.encode(encoding) for text in texts]) == ""
    wrong = said(reading, layout, [text.encode("ascii") for text in texts])
    assert f"mostly unprintable in {encoding}" in wrong
    assert "Set encoding: ascii under input in job.yaml" in wrong


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "cp1252"])
def test_ebcdic_where_ascii_should_be(reading: Reading, payments: Payments, encoding: str) -> None:
    rng = seeded(encoding)
    layout = payments.layout(encoding, kind_of=lambda _: payments.payment)
    texts = words(rng, string.ascii_letters + string.digits + " -.")
    assert said(reading, layout, [text.encode(encoding) for text in texts]) == ""
    assert "Set encoding: cp037" in said(reading, layout, [text.encode("cp037") for text in texts])


@pytest.mark.parametrize("encoding", sorted(SCRIPTS))
def test_a_national_script_is_no_mistake(
    reading: Reading, payments: Payments, encoding: str
) -> None:
    rng = seeded(encoding)
    layout = payments.layout(encoding, kind_of=lambda _: payments.payment)
    texts = [text.encode(encoding) for text in words(rng, SCRIPTS[encoding])]
    assert said(reading, layout, texts) == ""


def test_double_byte_text_is_no_evidence(reading: Reading, payments: Payments) -> None:
    layout = payments.layout("cp037", kind_of=lambda _: payments.payment)
    texts = [b"\x0e" + bytes([0x45, 0x41 + n]) * 4 + b"\x0f" for n in range(26)]
    assert said(reading, layout, texts) == ""


@pytest.mark.parametrize("seed", range(200))
def test_rubbish_is_no_evidence(reading: Reading, payments: Payments, seed: int) -> None:
    """Bytes that are no text in any code page: records will be refused, each by its name."""
    rng = seeded(seed)
    layout = payments.layout(rng.choice([*LATIN, "ascii"]), kind_of=lambda _: payments.payment)
    assert said(reading, layout, [rng.randbytes(10) for _ in range(20)]) == ""


@pytest.mark.parametrize("byte", range(256))
def test_text_of_one_byte_alone_never_stops_ebcdic(
    reading: Reading, payments: Payments, byte: int
) -> None:
    layout = payments.layout("cp037", kind_of=lambda _: payments.payment)
    wrong = said(reading, layout, [bytes([byte]) * 10 for _ in range(3)])
    text = bytes([byte])
    assert bool(wrong) == (
        0x20 < byte < 0x7F
        and text != b"\x40"
        and not (text.decode("cp037").isascii() and text.decode("cp037").isprintable())
    )


def test_records_of_no_kind_speak_when_none_is_known(reading: Reading, payments: Payments) -> None:
    layout = payments.layout(kind_of=lambda _: None)
    records = [f"P{n:09}{'SOMEBODY':10}".encode("ascii") for n in range(9)]
    assert all(len(one) == LENGTH for one in records)
    assert "in ASCII" in reading.code_page_check.wrong_code_page(layout, records)


def test_a_few_bytes_are_not_enough(reading: Reading, payments: Payments) -> None:
    layout = payments.layout(kind_of=lambda _: payments.payment)
    assert said(reading, layout, [b"ABC", b"DEFGH"]) == ""
    assert said(reading, layout, [b"ABCDEFGH", b"DEFGHIJK"]) != ""
