"""The job of the benchmarks: one file of accounts, 15 fields a record, written as a mainframe does.

The records are put together here from bytes, not by the encoder of the job under test.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COPYBOOK = """\
       01  ACCOUNT.
           05  ACC-ID                  PIC 9(10).
           05  ACC-NAME                PIC X(30).
           05  ACC-CITY                PIC X(20).
           05  ACC-TYPE                PIC XX.
           05  ACC-STATUS              PIC X.
           05  ACC-BALANCE             PIC S9(11)V99 COMP-3.
           05  ACC-LIMIT               PIC S9(9)V99 COMP-3.
           05  ACC-RATE                PIC S9(3)V9(4) COMP-3.
           05  ACC-MOVES               PIC S9(9) COMP.
           05  ACC-REGION              PIC S9(4) COMP.
           05  ACC-FEE                 PIC S9(5)V99.
           05  ACC-OPENED              PIC 9(8).
           05  ACC-CHANGED             PIC 9(8).
           05  ACC-OFFICER             PIC X(8).
           05  ACC-POINTS              PIC 9(7).
"""
JOB = """\
version: 1
job: ACCOUNTS
targets: [db2-luw, sqlite]
naming: {strip_prefixes: [ACC-]}
records:
  ACCOUNT:
    key: [ACC-ID]
    control_totals: [ACC-BALANCE]
    fields:
      ACC-OPENED: {date: YYYYMMDD}
      ACC-CHANGED: {date: YYYYMMDD}
"""
FIELDS = 15
_SIGN = {False: "c", True: "d"}


def generate(root: Path) -> Path:
    """Write the job below `root` and generate it; gives its folder, python/accounts."""
    source = root / "source" / "jobs" / "ACCOUNTS"
    (source / "copybooks").mkdir(parents=True)
    (source / "copybooks" / "ACCOUNT.cpy").write_text(COPYBOOK, "ascii")
    (source / "job.yaml").write_text(JOB, "ascii")
    command = (sys.executable, "-m", "generator", "generate", "ACCOUNTS")
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return root / "python" / "accounts"


def records(count: int) -> Iterator[bytes]:
    """So many records in EBCDIC, each with a key of its own."""
    for number in range(1, count + 1):
        yield _record(number)


def _record(number: int) -> bytes:
    cents = (number * 7919) % 10**9 - 10**8
    day = f"{1990 + number % 35}{1 + number % 12:02}{1 + number % 28:02}"
    parts = (
        f"{number:010}".encode("cp037"),
        f"CUSTOMER NUMBER {number}".ljust(30).encode("cp037"),
        f"CITY OF {number % 977}".ljust(20).encode("cp037"),
        "CK".encode("cp037"),
        "O".encode("cp037"),
        _packed(cents, 13),
        _packed(500_000, 11),
        _packed(12_500 + number % 100, 7),
        (number % 10_000).to_bytes(4, "big"),
        (number % 50 - 25).to_bytes(2, "big", signed=True),
        _zoned(number % 2000 - 1000, 7),
        day.encode("cp037"),
        "20260131".encode("cp037"),
        f"OFF{number % 400}".ljust(8).encode("cp037"),
        f"{number % 10**7:07}".encode("cp037"),
    )
    return b"".join(parts)


def _packed(value: int, digits: int) -> bytes:
    return bytes.fromhex(f"{abs(value):0{digits}}{_SIGN[value < 0]}")


def _zoned(value: int, digits: int) -> bytes:
    zones = "".join(f"f{digit}" for digit in f"{abs(value):0{digits}}")
    return bytes.fromhex(f"{zones[:-2]}{_SIGN[value < 0]}{zones[-1]}")
