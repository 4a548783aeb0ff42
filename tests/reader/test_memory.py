"""Memory does not grow with the file."""

from __future__ import annotations

import sys
import tracemalloc
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from tests.reader.payments import LENGTH, line

if TYPE_CHECKING:
    from tests.reader.conftest import Reading
    from tests.reader.payments import Payments

MB = 1 << 20


class Endless:
    """A stream of the same bytes up to a size, which nobody holds."""

    def __init__(self, block: bytes, size: int) -> None:
        self._block, self._size, self._place = block, size, 0

    def read(self, size: int) -> bytes:
        begin = self._place % len(self._block)
        piece = self._block[begin : begin + min(size, self._size - self._place)]
        self._place += len(piece)
        return piece


def peak(
    reading: Reading, layout: Any, monkeypatch: pytest.MonkeyPatch, block: bytes, times: int
) -> int:
    """The most memory that was in use while so many blocks were read."""
    stream = Endless(block, len(block) * times)
    stdin = SimpleNamespace(buffer=stream, isatty=lambda: False)
    monkeypatch.setattr(sys, "stdin", stdin)
    tracemalloc.start()
    try:
        with reading.reader.FileReader(layout, "-") as reader:
            for _ in reader.batches(100):
                pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("form", ["fixed", "variable", "blocked", "text"])
def test_two_hundred_megabytes_take_no_more_than_ten(
    reading: Reading, payments: Payments, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Long records, so that there are few of them: their number is not what is measured."""
    length = 8000
    record = line("P", 1, 2, "SOMEBODY").ljust(length, b"\x40")
    word = (length + 4).to_bytes(2, "big") + b"\0\0"
    block_word = (length + 8).to_bytes(2, "big") + b"\0\0"
    written = {
        "fixed": record,
        "variable": word + record,
        "blocked": block_word + word + record,
        "text": record[:-1] + b"\x15",
    }
    block = written[form] * 32
    layout = payments.wide(
        length, format="variable" if form == "blocked" else form, blocked=form == "blocked"
    )
    small = peak(reading, layout, monkeypatch, block, 20 * MB // len(block))
    large = peak(reading, layout, monkeypatch, block, 200 * MB // len(block))
    assert large < 10 * MB
    assert large < small * 1.1


def test_thousands_of_groups_are_told_in_few_checks(
    reading: Reading, payments: Payments, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = line("H", 0) + line("P", 1, 5) + line("T", 1, 4)
    layout = payments.layout(marks=True)
    stream = Endless(group * 1000, LENGTH * 3 * 20000)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream, isatty=lambda: False))
    with reading.reader.FileReader(layout, "-") as reader:
        for _ in reader.batches(100):
            pass
    checks = reader.checks()
    assert len(checks) == 1 + 100 + 1
    assert (checks[0].name, checks[0].right[1]) == ("PAYMENTS: 20,000 TRAILER: records", 20000)
    assert checks[-1].left[1] == 20000 - 100
    assert "more numbers of trailers that differ, the first at record 303" in checks[-1].name
