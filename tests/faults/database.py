"""What is in a database, read without the layer."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import model

PREFIX = "FAULTS_RECON"


class Wrong(AssertionError):  # noqa: N818 - reads as the verdict that it is
    """What is in the database is not what the model says."""


@dataclass
class Database:
    """An sqlite file with the tables of the job."""

    path: Path

    def select(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.path, timeout=20)) as connection:
            return connection.execute(sql, parameters).fetchall()

    def final(self) -> model.Tables:
        tables: model.Tables = {}
        for table, key in model.KEYS.items():
            rows = self.rows(table, table)
            tables[table] = {tuple(row[name] for name in key): row for row in rows}
            if len(rows) != len(tables[table]):
                raise Wrong(f"{table} has a key twice")
        return tables

    def staged(self, run_id: str) -> Counter[Any]:
        found: Counter[Any] = Counter()
        for table in model.KEYS:
            where = "WHERE RUN_ID = ?"
            numbers = self.select(f"SELECT RECORD_NO FROM STG_{table} {where} ORDER BY 1", run_id)
            rows = self.rows(table, f"STG_{table} {where} ORDER BY RECORD_NO", run_id)
            for (number,), row in zip(numbers, rows, strict=True):
                found[table, number, tuple(row.items())] += 1
        return found

    def rows(self, table: str, source: str, *parameters: object) -> list[dict[str, Any]]:
        columns = COLUMNS[table]
        sql = f"SELECT {', '.join(columns)} FROM {source}"
        return [dict(zip(columns, row, strict=True)) for row in self.select(sql, *parameters)]

    def rejected(self, run_id: str) -> Counter[Any]:
        sql = f"SELECT TABLE_NAME, RECORD_NO FROM {PREFIX}_REJECT WHERE RUN_ID = ?"
        return Counter(self.select(sql, run_id))

    def runs(self) -> list[str]:
        """The runs in the order in which they were started."""
        sql = f"SELECT RUN_ID FROM {PREFIX}_RUN ORDER BY RUN_SEQ"
        return [str(run_id) for (run_id,) in self.select(sql)]

    def merged(self) -> list[str]:
        """The runs that were merged, in the order in which they were started."""
        sql = (
            f"SELECT R.RUN_ID FROM {PREFIX}_RUN AS R WHERE EXISTS (SELECT 1 FROM"
            f" {PREFIX}_BATCH AS B WHERE B.RUN_ID = R.RUN_ID AND B.PHASE = 'MERGE')"
            " ORDER BY RUN_SEQ"
        )
        return [str(run_id) for (run_id,) in self.select(sql)]

    def ledger(self, run_id: str, table: str) -> list[tuple[Any, ...]]:
        """Of each batch of the table: number, rows, first and last record."""
        return self.select(
            "SELECT BATCH_NO, ROW_COUNT, FIRST_RECORD_NO, LAST_RECORD_NO FROM"
            f" {PREFIX}_BATCH WHERE RUN_ID = ? AND TABLE_NAME = ? AND PHASE = 'STAGE' ORDER BY 1",
            run_id,
            table,
        )

    def status(self, run_id: str) -> str:
        found = self.select(f"SELECT STATUS FROM {PREFIX}_RUN WHERE RUN_ID = ?", run_id)
        return str(found[0][0]) if found else ""


COLUMNS: dict[str, tuple[str, ...]] = {
    "ORDERS": ("rec_type", "order_no", "order_ref", "order_text", "order_total", "line_count"),
    "ORDER_LINE": ("order_no", "line_no", "sku", "line_amt"),
    "LINE_CHARGE": ("order_no", "line_no", "charge_no", "charge_code", "charge_amt"),
    "CUSTOMER": ("cust_type", "cust_id", "cust_since", "cust_name", "cust_balance"),
}
