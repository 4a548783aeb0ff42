"""COMP-1 and COMP-2 as the mainframe has them, against published values."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from trees import EBCDIC, HERE, generated, texts

if TYPE_CHECKING:
    from pathlib import Path

    from trees import Job

# z/Architecture Principles of Operation, "HFP Number Representation": the examples of its table.
PRINCIPLES = {
    "41100000": Fraction(1),
    "40800000": Fraction(1, 2),
    "3F400000": Fraction(1, 64),
    "00000000": Fraction(0),
    "C1F00000": Fraction(-15),
    "00100000": Fraction(1, 16) / 16**64,  # about 5.4E-79, the smallest normalized one
    "7FFFFFFF": (1 - Fraction(1, 16**6)) * 16**63,  # about 7.2E+75, the largest
}
# Xerox 550 Reference Manual, table 7, whose positive numbers are of the same format.
XEROX = {
    "43500000": 16**3 * Fraction(5, 16),
    "3DD10000": Fraction(209, 256) / 16**3,
    "017FF000": Fraction(2047, 4096) / 16**63,
}
OTHERS = {
    "C276A000": Fraction("-118.625"),  # the example of Wikipedia's article on the format
    "41219999": Fraction(0x219999, 0x1000000) * 16,  # 2.1, cut: 2.09999943
    "80000000": Fraction(0),  # a negative zero is a zero
    "42000010": Fraction(1, 4096),  # not normalized
}
LONG = {
    "401999999999999A": 0.1,  # as published beside 4019999A
    "4110000000000000": 1.0,
    "C1F0000000000000": -15.0,
    "7FFFFFFFFFFFFFFF": math.ldexp(1.0, 252),  # its 56 bits to the nearest double
    "0010000000000000": math.ldexp(1.0, -260),
    "4E00000000000001": 1.0,
    "3400000000000001": math.ldexp(1.0, -104),
}


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    config = (HERE / "flat.yaml").read_text()
    kept = config[: config.index("records:")]
    kept += "records:\n  FLOATS-RECORD:\n    key: [FLOATS-KEY]\n"
    kept += "    fields: {F-SHORT: {type: DOUBLE}}\n"  # a Db2 REAL ends at 3.4E+38
    return generated("FLAT", kept, texts(("FLOATS",)), tmp_path_factory.mktemp("floats"))


def values(job: Job, path: Path, shorts: list[str], longs: list[str]) -> list[tuple[float, float]]:
    """What the job reads."""
    assert EBCDIC.ebcdic
    records = (
        b"%06d" % number + bytes.fromhex(short + long)
        for number, (short, long) in enumerate(zip(shorts, longs, strict=True))
    )
    translated = (bytes(0xC0 + byte for byte in record[:6]) + record[6:] for record in records)
    path.write_bytes(b"".join(translated))
    rows = job.rows("read", "FLOATS", path)
    return [(float.fromhex(of[1][1]), float.fromhex(of[2][1])) for _, _, of in rows]


def test_short_numbers_are_the_published_ones(job: Job, tmp_path: Path) -> None:
    expected = PRINCIPLES | XEROX | OTHERS
    read = values(job, tmp_path / "file", list(expected), ["00" * 8] * len(expected))
    assert [Fraction(short) for short, _ in read] == list(expected.values())


def test_long_numbers_are_the_published_ones(job: Job, tmp_path: Path) -> None:
    read = values(job, tmp_path / "file", ["00" * 4] * len(LONG), list(LONG))
    assert [long for _, long in read] == list(LONG.values())


def test_they_are_written_as_they_were_read(job: Job, tmp_path: Path) -> None:
    normalized = [*PRINCIPLES, *XEROX, "C276A000", "41219999"]
    read = values(job, tmp_path / "file", normalized, [f"{short}00000000" for short in normalized])
    assert all(short == long for short, long in read)
    job.rows("copy", "FLOATS", tmp_path / "file", tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == (tmp_path / "file").read_bytes()
