"""What the modules of this folder share: settings, and rows that come back as they went."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gateway.faults import Fault
from gateway.remote import HOST, PASSWORD, USER, Remote
from repository.connection_factory import Connection, ConnectionConfig, cursor_of
from repository.sql import load
from repository.staging_repository import STAGING
from repository.values import Row

JOB = Path(os.environ["GATEWAY_JOB"])
DATABASE = f"M{os.getpid() % 1000000}"
TARGET = "db2-luw"
RECEIVE_TIMEOUT = int(os.environ.get("GATEWAY_RECEIVE_TIMEOUT", "10"))  # of the whole process

Configure = Callable[..., ConnectionConfig]


class Arm:
    """Lets faults strike, and says how many did."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote

    def __call__(self, *faults: Fault) -> None:
        self._remote.arm(*faults)

    @property
    def struck(self) -> int:
        return len(self._remote.struck())


def configured(**changes: Any) -> ConnectionConfig:
    values = {
        "target": TARGET,
        "database": DATABASE,
        "hostname": HOST,
        "port": int(os.environ["GATEWAY_PORT"]),
        "uid": USER,
        "pwd": PASSWORD,
        "authentication": "SERVER",
        "connect_timeout": 10,
        "receive_timeout": RECEIVE_TIMEOUT,
    }
    return ConnectionConfig.model_validate(values | changes)


def read_back(connection: Connection, run_id: str, row_type: type[Row]) -> list[tuple[int, Row]]:
    """What is staged, by record number."""
    insert = load(TARGET, f"{row_type.ENTITY.name}_insert_staging").text
    columns = re.findall(r"\w+", insert[insert.index("(") : insert.index(")")])[4:]
    with cursor_of(connection) as cursor:
        cursor.execute(
            f"SELECT RECORD_NO, {', '.join(columns)} FROM {row_type.ENTITY.staging}"
            " WHERE RUN_ID = ? ORDER BY RECORD_NO",
            (run_id,),
        )
        found = cursor.fetchall()
    return [(int(row[0]), row_type.from_row(row[1:])) for row in found]


def go_through(connection: Connection, run_id: str, rows: Sequence[Any]) -> None:
    """Insert the rows in one array, and expect them as they were."""
    row_type = type(rows[0])
    numbered = list(enumerate(rows, 1))
    staging = STAGING[row_type](connection, TARGET)
    assert staging.bulk_insert(numbered, run_id, 1, 1) == len(rows)
    assert read_back(connection, run_id, row_type) == numbered
