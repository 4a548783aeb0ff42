"""A whole load on sqlite: a million records from their EBCDIC file to reconciled tables.

Against it, each in a process of its own and into a new database: `limit`, executemany of tuples
that were built before the clock starts, and `usual`, the code that is usually written by hand: a
queue of dictionaries, four threads, floats for amounts, no ledger, no checks, no reconciliation.
"""

from __future__ import annotations

import json
import os
import queue
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import accounts

RECORDS = int(os.environ.get("RECORDS", "1000000"))
BATCH = 5_000
CHUNK = 50_000
THREADS = 4
WRITERS = (1, 2, 4)
LENGTH = 124
FIELDS = (
    *(("id", 0, 10), ("name", 10, 40), ("city", 40, 60), ("acc_type", 60, 62)),
    *(("status", 62, 63), ("officer", 109, 117), ("points", 117, 124)),
    *(("opened", 93, 101), ("changed", 101, 109)),
)
PACKED = (("balance", 63, 70, 2), ("acc_limit", 70, 76, 2), ("rate", 76, 80, 4))
COLUMNS = (
    *("id", "name", "city", "acc_type", "status", "balance", "acc_limit", "rate"),
    *("moves", "region", "fee", "opened", "changed", "officer", "points"),
)
INSERT = (
    f"INSERT INTO STG_ACCOUNT (RUN_ID, WORKER_ID, BATCH_NO, RECORD_NO, {', '.join(COLUMNS)})"
    f" VALUES (?, ?, ?, ?{', ?' * len(COLUMNS)})"
)


def limit(path: Path) -> float:
    """Seconds of executemany and commit over prebuilt tuples, in the same batches."""
    factory = import_module("repository").ConnectionFactory
    settings = import_module("repository").load_settings()
    kind = import_module("record_io").LAYOUTS["ACCOUNT"].kinds[0]
    connection = factory(settings.connection).create()
    took, number = 0.0, 0
    with path.open("rb") as file:
        while block := file.read(CHUNK * LENGTH):
            raw = (block[at : at + LENGTH] for at in range(0, len(block), LENGTH))
            rows = [
                ("RUN", 1, 1, number + place, *kind.decode(record)[0].to_params())
                for place, record in enumerate(raw)
            ]
            number += len(rows)
            begin = time.perf_counter()
            for batch in batches_of(rows):
                connection.cursor().executemany(INSERT, batch)
                connection.commit()
            took += time.perf_counter() - begin
    return took


def usual(path: Path) -> float:
    """Seconds from the first read to the last join."""
    database = import_module("repository").load_settings().connection.database
    source: queue.Queue[Any] = queue.Queue(maxsize=8)
    threads = [
        threading.Thread(target=_write, args=(database, source, number))
        for number in range(THREADS)
    ]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    with path.open("rb") as file:
        records = (_parsed(raw) for raw in iter(lambda: file.read(LENGTH), b""))
        while batch := list(islice(records, BATCH)):
            source.put(batch)
    for _ in threads:
        source.put(None)
    for thread in threads:
        thread.join()
    return time.perf_counter() - begin


def _parsed(raw: bytes) -> dict[str, Any]:
    record: dict[str, Any] = {
        name: raw[start:end].decode("cp037").strip() for name, start, end in FIELDS
    }
    for name, start, end, scale in PACKED:
        digits = raw[start:end].hex()
        record[name] = float(int(digits[:-1]) / 10**scale) * (-1 if digits[-1] == "d" else 1)
    record["moves"] = int.from_bytes(raw[80:84], "big", signed=True)
    record["region"] = int.from_bytes(raw[84:86], "big", signed=True)
    zoned = raw[86:93].hex()
    record["fee"] = int(zoned[1::2]) / 100 * (-1 if zoned[-2] == "d" else 1)
    return record


_NUMBER = iter(range(1, sys.maxsize))


def _write(database: str, source: queue.Queue[Any], worker: int) -> None:
    connection = sqlite3.connect(database, timeout=60)
    while (batch := source.get()) is not None:
        rows = [
            ("RUN", worker, 1, next(_NUMBER), *(record[name] for name in COLUMNS))
            for record in batch
        ]
        connection.executemany(INSERT, rows)
        connection.commit()
        source.task_done()


def batches_of(rows: list[Any]) -> Iterator[list[Any]]:
    """The rows in batches."""
    return (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))


def run(job: Path, *arguments: str) -> tuple[str, float]:
    """What a new process prints, and its peak of memory in MiB."""
    environment = os.environ | {"PYTHONPATH": "src"}
    command = (sys.executable, *arguments)
    with subprocess.Popen(
        command, cwd=job, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        printed = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return printed.decode(), usage.ru_maxrss / 1024


def new_database(job: Path) -> None:
    """The job's tables, empty."""
    for file in job.glob("accounts.sqlite*"):
        file.unlink()
    run(job, "-m", "accounts", "deploy")


def loaded(job: Path, path: Path, writers: int) -> tuple[float, float, float]:
    """Seconds of reading and staging, of the whole load, and the peak of memory in MiB."""
    new_database(job)
    options = ("--writers", str(writers), "--batch-size", str(BATCH), "--format", "json")
    printed, peak = run(job, "-m", "accounts", "load", str(path), *options)
    seconds = json.loads(printed)["seconds"]
    return seconds["stage"], sum(seconds.values()), peak


def compared(job: Path, path: Path, name: str) -> tuple[float, float]:
    """Seconds of staging with another way, and its peak of memory in MiB."""
    new_database(job)
    printed, peak = run(job, __file__, name, str(path))
    return float(printed), peak


def main() -> None:
    """Write the file and print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        job, path = accounts.generate(folder), folder / "accounts.dat"
        with path.open("wb") as file:
            file.writelines(accounts.records(RECORDS))
        limit_seconds, limit_peak = compared(job, path, "limit")
        usual_seconds, usual_peak = compared(job, path, "usual")
        print(f"\n| sqlite, {RECORDS:,} records of {accounts.FIELDS} fields | staged rows/s "
              "| ratio | whole load, rows/s | peak MiB |")  # fmt: skip
        print("| --- | ---: | ---: | ---: | ---: |")
        base = RECORDS / limit_seconds
        print(f"| executemany of prebuilt tuples | {base:,.0f} | 1.00 | | {limit_peak:.0f} |")
        row = f"{RECORDS / usual_seconds:,.0f} | {limit_seconds / usual_seconds:.2f}"
        print(f"| the usual hand-written code, {THREADS} threads | {row} | | {usual_peak:.0f} |")
        for writers in WRITERS:
            staging, whole, peak = loaded(job, path, writers)
            row = f"{RECORDS / staging:,.0f} | {limit_seconds / staging:.2f}"
            print(f"| the job's load, {writers} writers | {row} "
                  f"| {RECORDS / whole:,.0f} | {peak:.0f} |")  # fmt: skip


WAYS: dict[str, Callable[[Path], float]] = {"limit": limit, "usual": usual}

if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(WAYS[sys.argv[1]](Path(sys.argv[2])))
    else:
        main()
