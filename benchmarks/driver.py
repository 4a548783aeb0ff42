"""DbWriters on IBM's driver, against bare executemany of prebuilt tuples on the same driver.

Behind the driver is the gateway of `tests/drda` with Apache Derby's network server, on the same
machine: the ratio says what the layer costs, the rows a second say nothing about a Db2. Both
commit as often, on as many connections at once.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import accounts

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "drda"))

from gateway.remote import HOST, PASSWORD, USER, Process

ROWS = 20_000
BATCH = 1_000
ROUNDS = 3
WRITERS = (1, 4)
TARGET = "db2-luw"


def database(repository: Any, port: int, name: str) -> Any:
    """A factory for a new database in memory with the job's tables."""
    config = repository.ConnectionConfig(
        target=TARGET,
        database=name,
        hostname=HOST,
        port=port,
        uid=USER,
        pwd=PASSWORD,
        authentication="SERVER",
    )
    factory = repository.ConnectionFactory(config)
    with factory.opened() as connection:
        repository.deploy(connection, TARGET)
        repository.ReconciliationRepository(connection, TARGET).start_run("RUN", "bench")
    return factory


def bare(repository: Any, factory: Any, batches: list[Any], threads: int) -> float:
    """Rows a second of executemany over tuples that were built before the clock starts."""
    statement = import_module("repository.sql").load(TARGET, "account_insert_staging").text
    prepare = repository.AccountStagingRepository.prepare
    waiting = [
        prepare([(one.record_no, one.row) for one in batch.records], "RUN", 1, batch.batch_no)
        for batch in batches
    ]

    def write() -> None:
        with factory.opened() as connection:
            while rows := _popped(waiting):
                cursor = connection.cursor()
                cursor.executemany(statement, rows)
                cursor.close()
                connection.commit()

    started = [threading.Thread(target=write) for _ in range(threads)]
    start = time.perf_counter()
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    took = time.perf_counter() - start
    check(factory)
    return ROWS / took


def _popped(waiting: list[Any]) -> Any:
    try:
        return waiting.pop()
    except IndexError:
        return None


def layer(repository: Any, factory: Any, batches: list[Any], writers: int) -> float:
    """Rows a second of DbWriters with typed rows, from the first put to the last join."""
    start = time.perf_counter()
    with repository.start_db_writers(factory, "RUN", writers=writers) as group:
        for batch in batches:
            group.put(batch)
    took = time.perf_counter() - start
    check(factory)
    return ROWS / took


def check(factory: Any) -> None:
    """End the benchmark when rows are missing."""
    with factory.opened() as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT COUNT(*) FROM STG_ACCOUNT")
        (count,) = cursor.fetchone()
        cursor.close()
    if int(count) != ROWS:
        raise SystemExit(f"{count} rows staged of {ROWS}")


def measure(repository: Any, port: int, batches: list[Any]) -> None:
    """Print the table."""
    print(f"\n| driver, {ROWS:,} rows of {accounts.FIELDS} fields | rows/s | ratio | aim |")
    print("| --- | ---: | ---: | ---: |")
    for writers in WRITERS:
        plain, typed = [], []
        for turn in range(ROUNDS + 1):  # the first one warms the server up
            for name, function, times in (("B", bare, plain), ("L", layer, typed)):
                factory = database(repository, port, f"{name}{writers}R{turn}")
                times.append(function(repository, factory, batches, writers))
        base, ours = statistics.median(plain[1:]), statistics.median(typed[1:])
        shown = "one connection" if writers == 1 else f"{writers} connections"
        print(f"| bare executemany, prebuilt tuples, {shown} | {base:,.0f} | 1.00 | |")
        print(f"| DbWriter, typed rows, {shown} | {ours:,.0f} | {ours / base:.2f} | 0.9 |")


def main() -> None:
    """Generate the job, start the server, measure, end the server."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        sys.path.insert(0, str(accounts.generate(root) / "src"))
        repository = import_module("repository")
        kind = import_module("record_io").LAYOUTS["ACCOUNT"].kinds[0]
        records = [
            repository.SourceRecord(number, kind.decode(raw)[0])
            for number, raw in enumerate(accounts.records(ROWS), 1)
        ]
        home = root / "derby"
        home.mkdir()
        process = Process(home, heap="2g")
        process.start()
        try:
            measure(repository, process.port, list(repository.batches(records, BATCH)))
        finally:
            process.stop()


if __name__ == "__main__":
    main()
