"""Four writers of a generated job on sqlite, against one plain loop of executemany.

The loop gets tuples that were built before the clock starts; the writers get typed rows, check
every value, enter each batch in the ledger and count what they did. Both commit every 5,000 rows.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parents[1] / "samples"
ROWS = 200_000
BATCH = 5_000
REPEATS = 3


def account(repository: Any, number: int) -> Any:
    """A row of the account master with a key and amounts of its own."""
    cents = Decimal(number) / 100
    opened = date(1990 + number % 30, 1 + number % 12, 1 + number % 28)
    return repository.AccountRow(
        bank_no=Decimal(7),
        branch_no=Decimal(number % 500),
        number=Decimal(number),
        customer_id=f"C{number:08d}",
        short_name=f"CUSTOMER {number}",
        acct_type="CK",
        status="O",
        currency="EUR",
        ledger_bal=cents,
        avail_bal=cents,
        hold_amt=Decimal("0.00"),
        od_limit=Decimal("500.00"),
        int_rate=Decimal("0.012500"),
        accrued_int=Decimal("1.234567"),
        open_date=opened,
        close_date=None,
        last_stmt_date=opened,
        maturity_date=None,
        txn_count_mtd=number % 1000,
        txn_count_ytd=number,
        days_overdrawn=Decimal(0),
        stmt_cycle=Decimal(15),
        officer="JONES",
        source_update_ts=datetime(2024, 5, 17, 8, 30, 0, 123456),  # noqa: DTZ001 - as in the record
    )


def database(repository: Any, folder: Path, name: str) -> Any:
    """A factory for a new database with the job's tables."""
    config = repository.ConnectionConfig(target="sqlite", database=str(folder / name))
    factory = repository.ConnectionFactory(config)
    with closing(factory.create()) as connection:
        repository.deploy(connection, "sqlite")
    return factory


def plain_loop(repository: Any, factory: Any, batches: list[Any]) -> float:
    """Rows a second of executemany over prebuilt tuples on one connection."""
    staging = repository.AccountStagingRepository
    prepared = [
        staging.prepare([(r.record_no, r.row) for r in batch.records], "RUN", 1, batch.batch_no)
        for batch in batches
    ]
    with closing(factory.create()) as connection, closing(connection.cursor()) as cursor:
        statement = repository.sql.load("sqlite", "account_insert_staging").text
        start = time.perf_counter()
        for rows in prepared:
            cursor.executemany(statement, rows)
            connection.commit()
        return ROWS / (time.perf_counter() - start)


def four_writers(repository: Any, factory: Any, batches: list[Any]) -> float:
    """Rows a second of four DbWriters, from the first put to the last join."""
    with closing(factory.create()) as connection:
        repository.ReconciliationRepository(connection, "sqlite").start_run("RUN", "bench")
    start = time.perf_counter()
    with repository.start_db_writers(factory, "RUN", writers=4) as writers:
        for batch in batches:
            writers.put(batch)
    took = time.perf_counter() - start
    staged = sum(result.rows for result in writers.results())
    if staged != ROWS:
        raise SystemExit(f"{staged} rows staged of {ROWS}")
    return ROWS / took


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(SAMPLES / "source", root / "source")
        command = (sys.executable, "-m", "generator", "generate", "ACCTMAST")
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        sys.path.insert(0, str(root / "python" / "acctmast" / "src"))
        import repository  # noqa: PLC0415 - generated a moment ago
        import repository.sql  # noqa: PLC0415 - generated a moment ago

        records = (
            repository.SourceRecord(number, account(repository, number))
            for number in range(1, ROWS + 1)
        )
        batches = list(repository.batches(records, BATCH))
        plain, writers = [], []
        for turn in range(REPEATS):
            factory = database(repository, root, f"plain{turn}.db")
            plain.append(plain_loop(repository, factory, batches))
            factory = database(repository, root, f"writers{turn}.db")
            writers.append(four_writers(repository, factory, batches))
        base, layer = statistics.median(plain), statistics.median(writers)
        print(f"\n| sqlite, {ROWS:,} rows of 24 columns | rows/s | ratio | aim |")
        print("| --- | ---: | ---: | ---: |")
        print(f"| one loop of executemany, prebuilt tuples | {base:,.0f} | 1.00 | |")
        print(f"| four DbWriters, typed rows | {layer:,.0f} | {layer / base:.2f} | 0.5 |")


if __name__ == "__main__":
    main()
