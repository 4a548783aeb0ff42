"""NEGATIVE CONTROL, not to be copied: a Db2 writer as it is usually written by hand.

A connection pool, a writer thread with a poison pill, a retry decorator on Exception, SQL in
f-strings. It looks sound and its unit tests with mocks pass. The same harness shows what becomes
of the rows. Every habit stands here as it is met in the wild; only the waits are shorter.
"""

# ruff: noqa: BLE001, T201
from __future__ import annotations

import functools
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .server import Driver

driver = Driver("sqlite3")
COLUMNS = ("cust_type", "cust_id", "cust_since", "cust_name", "cust_balance")


@dataclass
class ConnectionConfig:
    """Where the database is; the password shows in its repr."""

    database: str
    uid: str = "batch"
    pwd: str = ""


class ConnectionFactory:
    """Connections from a pool."""

    def __init__(self, config: ConnectionConfig, pool_size: int = 8) -> None:
        self.config = config
        self._pool: queue.Queue[Any] = queue.Queue(pool_size)
        self._pool_size = pool_size
        self._current_size = 0

    def create(self) -> Any:
        conn = driver.connect(self.config.database)
        conn.autocommit = False
        return conn

    def get_connection(self) -> Any:
        try:
            return self._pool.get_nowait()
        except queue.Empty:
            pass
        if self._current_size < self._pool_size:
            self._current_size += 1
            return self.create()
        return self._pool.get()

    def return_connection(self, conn: Any) -> None:
        self._pool.put(conn)


def retry(max_attempts: int = 3, delay: float = 0.001) -> Callable[[Any], Any]:
    """Try again whatever went wrong."""

    def decorate(function: Any) -> Any:
        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            for attempt in range(max_attempts):
                try:
                    return function(*args, **kwargs)
                except Exception as e:
                    print(f"attempt {attempt + 1} failed: {e}")
                    if attempt == max_attempts - 1:
                        raise
                    time.sleep(delay * 2**attempt)
            return None

        return wrapper

    return decorate


class StagingRepository:
    """Inserts rows."""

    def __init__(self, conn: Any, table: str = "STG_CUSTOMER") -> None:
        self.conn = conn
        self.table = table

    @retry()
    def bulk_insert(self, rows: list[dict[str, Any]], run_id: str, worker_id: int) -> int:
        cursor = self.conn.cursor()
        sql = (
            f"INSERT INTO {self.table} (RUN_ID, WORKER_ID, {', '.join(COLUMNS)})"
            f" VALUES (?, ?, {', '.join('?' * len(COLUMNS))})"
        )
        params = [
            (
                run_id,
                worker_id,
                *(row[name] for name in COLUMNS[:-1]),
                float(row["cust_balance"]),
            )
            for row in rows
        ]
        cursor.executemany(sql, params)
        self.conn.commit()
        cursor.close()
        return len(params)


class FinalRepository:
    """Merges staging into the final table."""

    def __init__(self, conn: Any, table: str = "CUSTOMER") -> None:
        self.conn = conn
        self.table = table

    @retry()
    def merge_from_staging(self, run_id: str) -> int:
        cursor = self.conn.cursor()
        names = ", ".join(COLUMNS)
        changed = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS)
        cursor.execute(
            f"INSERT INTO {self.table} AS T ({names}) SELECT {names} FROM STG_{self.table}"
            f" WHERE RUN_ID = '{run_id}' ON CONFLICT (cust_id, cust_since) DO UPDATE SET {changed}"
        )
        self.conn.commit()
        return int(cursor.rowcount)


class DbWriter(threading.Thread):
    """Takes batches from the queue until the poison pill."""

    def __init__(
        self, worker_id: int, factory: ConnectionFactory, source: queue.Queue[Any], run_id: str
    ) -> None:
        super().__init__(daemon=True)
        self.worker_id = worker_id
        self.factory = factory
        self.queue = source
        self.run_id = run_id
        self.records_written = 0
        self.errors = 0
        self.result: dict[str, int] | None = None

    def run(self) -> None:
        conn = self.factory.get_connection()
        repo = StagingRepository(conn)
        while True:
            batch = self.queue.get()
            if batch is None:
                break
            try:
                self.records_written += repo.bulk_insert(batch, self.run_id, self.worker_id)
            except Exception as e:
                self.errors += 1
                print(f"worker {self.worker_id}: {e}")
                conn.rollback()
            self.queue.task_done()
        self.factory.return_connection(conn)
        self.result = {"written": self.records_written, "errors": self.errors}

    def get_result(self) -> dict[str, int] | None:
        return self.result


def load(
    config: ConnectionConfig, batches: list[list[dict[str, Any]]], run_id: str, writers: int
) -> list[dict[str, int] | None]:
    """The whole load, as its main program does it."""
    factory = ConnectionFactory(config)
    source: queue.Queue[Any] = queue.Queue(maxsize=2)
    threads = [DbWriter(number, factory, source, run_id) for number in range(writers)]
    for thread in threads:
        thread.start()
    for batch in batches:
        source.put(batch)
    for _ in threads:
        source.put(None)
    for thread in threads:
        thread.join()
    results = [thread.get_result() for thread in threads]
    FinalRepository(factory.get_connection()).merge_from_staging(run_id)
    print(f"Load completed: {sum(r['written'] for r in results if r)} records")
    return results
