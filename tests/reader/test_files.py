"""Files as an operating system gives them: piped, named, forbidden, changing, failing."""

from __future__ import annotations

import errno
import gzip
import io
import os
import pty
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.reader.payments import LENGTH, line, some

if TYPE_CHECKING:
    from tests.reader.conftest import Reading
    from tests.reader.payments import Payments

SCRIPT = """
import sys
from record_io.source import Source
from record_io.frames import fixed
with Source(sys.argv[1]) as source:
    for offset, record in fixed(source.chunks(), 20):
        print(offset, record.hex())
    print(source.size, source.bytes_read)
"""


def read(reading: Reading, layout: Any, path: object) -> tuple[Any, list[Any]]:
    with reading.reader.FileReader(layout, str(path)) as reader:
        return reader, list(reader.batches(500))


def error(reading: Reading, layout: Any, path: object) -> str:
    with pytest.raises(reading.source.FileError) as caught:
        read(reading, layout, path)
    return str(caught.value)


@pytest.mark.parametrize("how", ["piped", "redirected"])
def test_standard_input_of_a_process(reading: Reading, tmp_path: Path, how: str) -> None:
    records = some(3000)
    path = tmp_path / "payments.dat"
    path.write_bytes(b"".join(records))
    command = [sys.executable, "-c", SCRIPT, "-"]
    environment = {**os.environ, "PYTHONPATH": str(reading.folder)}
    if how == "piped":
        run = subprocess.run(
            command, input=path.read_bytes(), env=environment, capture_output=True, check=False
        )
    else:
        with path.open("rb") as stdin:
            run = subprocess.run(
                command, stdin=stdin, env=environment, capture_output=True, check=False
            )
    assert run.returncode == 0, run.stderr.decode()
    *found, last = run.stdout.decode().splitlines()
    assert found == [f"{n * LENGTH} {one.hex()}" for n, one in enumerate(records)]
    assert last == f"None {LENGTH * 3000}"


def test_standard_input_that_is_a_terminal(
    reading: Reading, payments: Payments, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        said = error(reading, payments.layout(), "-")
    os.close(ours)
    assert said == "standard input is a terminal: name a file, or pipe one into it"


def test_standard_input_that_is_closed(
    reading: Reading, payments: Payments, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert error(reading, payments.layout(), "-") == "standard input is closed"


def test_a_named_pipe(reading: Reading, payments: Payments, tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    data = b"".join(some(70000))
    writer = threading.Thread(target=path.write_bytes, args=(data,))
    writer.start()
    reader, batches = read(reading, payments.layout(), path)
    writer.join()
    assert sum(len(batch.records) for batch in batches) == 70000
    assert (reader.size, reader.bytes_read) == (None, len(data))


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "no permission to read it"),
        (OSError(errno.EMFILE, "Too many open files"), "cannot be opened: Too many open files"),
        (OSError(errno.ELOOP, "Too many levels"), "cannot be opened: Too many levels"),
    ],
)
def test_a_file_that_cannot_be_opened(
    reading: Reading,
    payments: Payments,
    monkeypatch: pytest.MonkeyPatch,
    raised: OSError,
    said: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(Path, "open", fail)
    assert error(reading, payments.layout(), "some.dat") == f"some.dat: {said}"


def test_a_disk_that_fails(
    reading: Reading, payments: Payments, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 1 << 20:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size)

    data = Failing(b"".join(some(90000)))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert error(reading, payments.layout(), "-") == "-: cannot be read: Input/output error"


@pytest.mark.parametrize("change", ["shrinks", "grows", "is written over"])
def test_a_file_that_changes_meanwhile(
    reading: Reading, payments: Payments, tmp_path: Path, change: str
) -> None:
    path = tmp_path / "payments.dat"
    path.write_bytes(b"".join(some(70000)))
    with reading.reader.FileReader(payments.layout(), str(path)) as reader:
        batches = reader.batches(100)
        next(batches)
        with path.open("r+b") as other:
            if change == "shrinks":
                other.truncate(60000 * LENGTH)
            elif change == "grows":
                other.seek(0, 2)
                other.write(line("P", 1))
            else:
                other.write(line("P", 2))
                later = path.stat().st_mtime + 5
                os.utime(path, (later, later))
        with pytest.raises(reading.source.FileError, match="was changed while it was read") as said:
            list(batches)
    assert str(said.value).endswith("Load it again when it is complete")


def test_the_file_is_closed_after_an_error(
    reading: Reading, payments: Payments, tmp_path: Path
) -> None:
    path = tmp_path / "payments.dat"
    path.write_bytes(b"".join(some(5)) + b"x")
    opened = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        error(reading, payments.layout(), path)
    assert len(list(Path("/proc/self/fd").iterdir())) == opened


def test_an_exception_in_the_middle_of_a_read_ends_the_reader(
    reading: Reading, payments: Payments, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a signal handler raises it."""

    class StopNow(BaseException):
        pass

    class Stopping(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 1 << 20:
                raise StopNow
            return super().read(size)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Stopping(b"".join(some(90000)))))
    with (
        reading.reader.FileReader(payments.layout(), "-") as reader,
        pytest.raises(StopNow),
    ):
        list(reader.batches(100))
    with pytest.raises(RuntimeError, match="is being read, not read"):
        reader.totals()


@pytest.mark.parametrize("form", ["variable", "blocked", "spanned", "spanned and blocked"])
def test_the_beginning_may_end_anywhere(
    reading: Reading, payments: Payments, tmp_path: Path, form: str
) -> None:
    """What is looked at before the reading ends in a descriptor word, a segment, a record."""
    length = 6000
    record = line("P", 1, 1).ljust(length, b"\x40")
    parts = [record[:2000], record[2000:5999], record[5999:]] if "spanned" in form else [record]
    codes = [1, 3, 2] if "spanned" in form else [0]
    written = [
        (len(part) + 4).to_bytes(2, "big") + bytes([code, 0]) + part
        for code, part in zip(codes, parts, strict=True)
    ]
    if "blocked" in form:
        written = [(len(one) + 4).to_bytes(2, "big") + b"\0\0" + one for one in written]
    content = b"".join(written)
    layout = payments.wide(length, format="variable", blocked="blocked" in form)
    path = tmp_path / "payments.dat"
    ends = {place + moved for place in (0, 2007, 2015, 6000) for moved in range(-10, 11)}
    for end in sorted(end % len(content) for end in ends):
        # The file begins with a short record, so that the first mebibyte ends there in a record.
        begin = (1 << 20) - end - (1 << 20) // len(content) * len(content) - 8
        first = (begin % len(content) + 4).to_bytes(2, "big") + b"\0\0"
        first += b"\x40" * (begin % len(content))
        if "blocked" in form:
            first = (len(first) + 4).to_bytes(2, "big") + b"\0\0" + first
        path.write_bytes(first + content * 180)
        reader, batches = read(reading, layout, path)
        assert reader.records == 181
        assert sum(len(batch.records) for batch in batches) == 180


@pytest.mark.parametrize("seed", range(5))
def test_gzip_members_and_padding(
    reading: Reading, payments: Payments, tmp_path: Path, seed: int
) -> None:
    records = some(1000 + seed)
    data = b"".join(records)
    middle = len(data) * seed // 5
    path = tmp_path / "payments.dat.gz"
    path.write_bytes(
        gzip.compress(data[:middle]) + gzip.compress(data[middle:]) + b"\0" * (512 * seed)
    )
    reader, batches = read(reading, payments.layout(), path)
    assert [r.raw for batch in batches for r in batch.records] == records
    assert reader.bytes_read == reader.size == path.stat().st_size


@pytest.mark.parametrize("cut", [1, 4, 8, 9, 100])
def test_a_truncated_gzip_file_is_named(
    reading: Reading, payments: Payments, tmp_path: Path, cut: int
) -> None:
    path = tmp_path / "payments.dat.gz"
    path.write_bytes(gzip.compress(os.urandom(LENGTH * 90000))[:-cut])
    assert error(reading, payments.layout(), path) == (
        f"{path}: the gzip file is truncated: it ends before its end marker."
        " Transfer it again, in binary"
    )


def test_a_gzip_file_with_a_flipped_bit_is_named(
    reading: Reading, payments: Payments, tmp_path: Path
) -> None:
    path = tmp_path / "payments.dat.gz"
    data = bytearray(gzip.compress(b"".join(some(5000))))
    data[-6] ^= 1
    path.write_bytes(data)
    assert "no gzip file, or a damaged one: CRC check failed" in error(
        reading, payments.layout(), path
    )


def test_an_uncompressed_size_is_told_at_the_end(
    reading: Reading, payments: Payments, tmp_path: Path
) -> None:
    path = tmp_path / "payments.dat.gz"
    path.write_bytes(gzip.compress(b"".join(some(90000)) + b"\xd7\xf1"))
    assert error(reading, payments.layout(), path).startswith(
        f"{path}: its size, 1,800,002, is no multiple of the record length, 20: 90,000 records,"
        " and 2 bytes of a truncated one. Lengths that would divide it: "
    )
