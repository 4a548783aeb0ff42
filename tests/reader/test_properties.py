"""Whatever the records are and however the file comes in pieces: nothing is lost, nothing added."""

from __future__ import annotations

import io
import sys
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reader.payments import line, some

if TYPE_CHECKING:
    from tests.reader.conftest import Reading
    from tests.reader.payments import Payments

SETTINGS = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
RECORDS = st.lists(st.binary(max_size=30), max_size=12)
ORDERS = st.sampled_from(["big", "little"])


@st.composite
def pieces(draw: st.DrawFn, data: bytes) -> list[bytes]:
    """The data cut anywhere."""
    places = sorted(draw(st.lists(st.integers(0, len(data)), max_size=8)))
    return [data[begin:end] for begin, end in pairwise([0, *places, len(data)]) if begin < end]


def word(length: int, code: int, order: Any) -> bytes:
    return (length << 16 | code << 8).to_bytes(4, order)


def as_segments(record: bytes, places: list[int], order: str) -> list[bytes]:
    """The record cut at these places, a descriptor word before each part."""
    inside = sorted({place for place in places if 0 < place < len(record)})
    parts = [record[begin:end] for begin, end in pairwise([0, *inside, len(record)])]
    codes = [0] if len(parts) == 1 else [1, *[3] * (len(parts) - 2), 2]
    coded = zip(codes, parts, strict=True)
    return [word(len(part) + 4, code, order) + part for code, part in coded]


@given(st.data(), st.integers(1, 40), st.integers(0, 20))
@SETTINGS
def test_fixed(reading: Reading, data: st.DataObject, length: int, count: int) -> None:
    content = data.draw(st.binary(min_size=length * count, max_size=length * count))
    frames = list(reading.frames.fixed(data.draw(pieces(content)), length))
    assert b"".join(raw for _, raw in frames) == content
    assert [offset for offset, _ in frames] == list(range(0, len(content), length))


@given(st.data(), RECORDS, ORDERS)
@SETTINGS
def test_variable(reading: Reading, data: st.DataObject, records: list[bytes], order: str) -> None:
    cuts = st.lists(st.integers(1, 30), max_size=3)
    parts = [part for one in records for part in as_segments(one, data.draw(cuts), order)]
    found = reading.descriptors.variable(data.draw(pieces(b"".join(parts))), order)
    assert [raw for _, raw in found] == records


@given(st.data(), RECORDS, ORDERS)
@SETTINGS
def test_variable_in_blocks(
    reading: Reading, data: st.DataObject, records: list[bytes], order: str
) -> None:
    cuts = st.lists(st.integers(1, 30), max_size=3)
    parts = [part for one in records for part in as_segments(one, data.draw(cuts), order)]
    ends = sorted({*data.draw(st.lists(st.integers(1, 40), max_size=5)), len(parts)})
    blocks = [b"".join(parts[begin:end]) for begin, end in pairwise([0, *ends])]
    content = b"".join(word(len(one) + 4, 0, order) + one for one in blocks if one)
    found = reading.descriptors.variable(data.draw(pieces(content)), order, blocked=True)
    assert [raw for _, raw in found] == records


@given(st.data(), st.binary(max_size=200), ORDERS)
@SETTINGS
def test_any_bytes_are_records_or_refused(
    reading: Reading, data: st.DataObject, content: bytes, order: str
) -> None:
    blocked = data.draw(st.booleans())
    found = []
    for chunks in ([content], data.draw(pieces(content))):
        seen: list[object] = []
        try:
            seen.extend(reading.descriptors.variable(chunks, order, blocked=blocked))
        except reading.descriptors.FrameError as error:
            seen.append((error.offset, error.reason))
        found.append(seen)
    assert found[0] == found[1]


@given(st.data(), st.lists(st.text("ab c", max_size=9), max_size=12))
@SETTINGS
def test_lines(reading: Reading, data: st.DataObject, texts: list[str]) -> None:
    ended = data.draw(st.booleans())
    newline = data.draw(st.sampled_from([b"\n", b"\r\n"]))
    lines = [text.rstrip().encode() for text in texts]
    content = newline.join(lines) + (newline if ended or not any(lines[-1:]) else b"")
    if not lines:
        content = b""
    found = reading.frames.lines(data.draw(pieces(content)), 9)
    assert [raw for _, raw in found] == [one.ljust(9) for one in lines]


KINDS = st.sampled_from("PRXHT?")


@given(st.lists(st.tuples(KINDS, st.integers(0, 99)), max_size=40), st.integers(1, 9))
@SETTINGS
def test_every_record_is_accounted_for(
    reading: Reading,
    payments: Payments,
    tmp_path: Path,
    records: list[tuple[str, int]],
    size: int,
) -> None:
    """The batches, totals and checks against a plain reading of the same list."""
    lines = [line("P", "????", n) if kind == "?" else line(kind, n, n) for kind, n in records]
    path = tmp_path / "payments.dat"
    path.write_bytes(b"".join(lines))
    with reading.reader.FileReader(payments.layout(marks=True), str(path)) as reader:
        batches = list(reader.batches(size))
    numbered = list(enumerate(records, 1))
    staged = {r.record_no: (type(r.row), r.row.amount) for b in batches for r in b.records}
    classes = {"P": payments.Payment, "R": payments.Refund}
    assert staged == {n: (classes[k], Decimal(a)) for n, (k, a) in numbered if k in classes}
    refused = {r.record_no: r.raw for b in batches for r in b.refused}
    assert refused == {n: lines[n - 1] for n, (kind, _) in numbered if kind in "X?"}
    for row_type, kinds in ((payments.Payment, "PX?"), (payments.Refund, "R")):
        ours = [batch for batch in batches if batch.row_type is row_type]
        assert [batch.batch_no for batch in ours] == list(range(1, len(ours) + 1))
        sizes = [len(batch.records) + len(batch.refused) for batch in ours]
        assert all(one == size for one in sizes[:-1])
        totals = reader.totals()[row_type]
        assert totals.count == sum(sizes) == sum(kind in kinds for kind, _ in records)
        known = kinds.replace("X", "")
        assert totals.totals == {"amount": sum(a for kind, a in records if kind in known)}
    assert Counter(check.agrees for check in reader.checks()) == expected_checks(records)


def expected_checks(records: list[tuple[str, int]]) -> Counter[bool]:
    """How many checks agree and differ: of trailers, and of what is missing."""
    agreeing: set[str] = set()
    wrong = trailers = 0
    group: list[tuple[str, int]] = []  # since the last trailer
    part = 0  # records since the last header or trailer
    headed = headless = unclosed = False
    for kind, number in records:
        if kind not in "HT":
            group.append((kind, number))
            part += 1
            headless = headless or not headed
            continue
        if kind == "H":
            unclosed = unclosed or part > 0
        else:
            total = sum(n for one, n in group if one in "PR?")
            for name, read in (("count", len(group)), ("total", total)):
                if number == read:
                    agreeing.add(name)
                else:
                    wrong += 1
            group, trailers = [], trailers + 1
        headed, part = kind == "H", 0
    missing = bool(group) or not trailers
    return Counter({True: len(agreeing)}) + Counter({False: wrong + headless + unclosed + missing})


@pytest.mark.parametrize("size", [1, 2, 3, 50, 999, 5000])
def test_the_batches_are_the_same_on_every_run(
    reading: Reading,
    payments: Payments,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    size: int,
) -> None:
    lines = [line("R", n) if n % 3 else line("P", "????" if n % 5 else n) for n in range(700)]
    path = tmp_path / "payments.dat"
    path.write_bytes(b"".join(lines))

    def batches(path: str) -> list[Any]:
        with reading.reader.FileReader(payments.layout(), path) as reader:
            return list(reader.batches(size))

    first = batches(str(path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    piped = batches("-")
    assert [(b.row_type, b.batch_no, b.digest, b.records) for b in first] == [
        (b.row_type, b.batch_no, b.digest, b.records) for b in piped
    ]
    assert [[(r.record_no, r.raw) for r in b.refused] for b in first] == [
        [(r.record_no, r.raw) for r in b.refused] for b in piped
    ]
    changed = [*lines[:-1], line("P", 1)]
    path.write_bytes(b"".join(changed))
    assert [b.digest for b in batches(str(path))] != [b.digest for b in first]


def test_a_batch_is_the_same_whatever_comes_behind_it(
    reading: Reading, payments: Payments, tmp_path: Path
) -> None:
    path = tmp_path / "payments.dat"
    found = []
    for count in (25, 40):
        path.write_bytes(b"".join(some(count)))
        with reading.reader.FileReader(payments.layout(), str(path)) as reader:
            found.append(list(reader.batches(10)))
    assert found[0][:2] == found[1][:2]
