"""The sqlite scripts run, refuse what Db2 refuses by the type of a column, and drop cleanly."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from generator.render import ddl

from .test_db2_ddl import FEATURES, SAMPLES, feature, sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.render.files import Job

    from .conftest import Mapped

FOLDER = "src/repository/ddl/sqlite/"


def scripts(job: Job, *, drop: bool = False) -> list[str]:
    found = {file.path: file.text for file in ddl.files(job) if file.path.startswith(FOLDER)}
    return [text for path, text in sorted(found.items()) if ("/drop/" in path) is drop]


def objects(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    return [name for (name,) in connection.execute(query)]


def deploy_and_drop(job: Job) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in scripts(job):
            connection.executescript(script)
        tables = [table.name for e in job.schema.entities for table in (e.staging, e.final)]
        assert set(tables) <= set(objects(connection))
        for script in scripts(job, drop=True):
            connection.executescript(script)
        assert objects(connection) == []


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_created_and_dropped(folder: Path) -> None:
    deploy_and_drop(sample(folder))


@pytest.mark.parametrize("folder", FEATURES, ids=lambda path: path.parent.name)
def test_a_feature_is_created_and_dropped(folder: Path, tmp_path: Path) -> None:
    deploy_and_drop(feature(folder, tmp_path))


COPYBOOK = """
    01  REC.
        05  K    PIC X(2).
        05  V    PIC X(300).
        05  N    PIC S9(3).
        05  D    PIC S9(3)V99.
        05  W    PIC S9(20) COMP-3.
        05  P    PIC V99.
        05  H    PIC S9(4) COMP.
        05  F    COMP-2.
        05  DT   PIC 9(8).
        05  TM   PIC 9(6).
        05  TS   PIC X(26).
        05  B.
            10  B-1  PIC X.
            10  B-2  PIC S9 COMP-3.
        05  C    PIC X(2).
            88  YES-C  VALUE 'Y' SPACE.
        05  L    PIC 9V9.
            88  LOW-L  VALUE 1.5, 2 THRU 3.
"""
JOB = """
    defaults: {checks: true}
    records:
      REC:
        key: [K]
        fields:
          DT: {date: YYYYMMDD}
          TM: {date: HHMISS}
          TS: {date: YYYY-MM-DD-HH.MI.SS.FFFFFF}
          B: {as_one_column: true}
"""
GOOD: dict[str, object] = {
    "K": "ab",
    "V": "x" * 300,
    "N": -999,
    "D": "-999.99",
    "W": "-12345678901234567890",
    "P": "0.99",
    "H": -32768,
    "F": 1.5,
    "DT": "2024-02-29",
    "TM": "23:59:59",
    "TS": "2024-02-29 23:59:59.123456",
    "B": b"ab",
    "C": "Y ",
    "L": "2.5",
    "CREATED_RUN_ID": "R1",
    "LAST_RUN_ID": "R1",
}
ALSO_GOOD = [
    ("K", ""),
    ("N", 0),
    ("D", "0.00"),
    ("D", "12.30"),
    ("W", "0"),
    ("DT", None),
    ("TM", None),
    ("TS", "2024-02-29 00:00:00"),
    ("TS", "2024-02-29T00:00:00.5"),
    ("TS", None),
    ("C", ""),
    ("C", " "),
    ("L", "1.5"),
    ("L", "3.0"),
]
BAD = [
    ("K", "abc"),
    ("K", None),
    ("V", "x" * 301),
    ("N", 1000),
    ("N", 1.5),
    ("N", "x"),
    ("D", "1000.00"),
    ("D", "1.5"),
    ("D", "1.555"),
    ("D", "--1.00"),
    ("D", "1-1.00"),
    ("D", "1.0e1"),
    ("D", ".50"),
    ("D", "1..00"),
    ("D", "1.5.00"),
    ("D", "-"),
    ("D", "-.00"),
    ("D", 1.5),
    ("W", "123456789012345678901"),
    ("W", "1.0"),
    ("W", "-"),
    ("W", "--1"),
    ("W", ""),
    ("P", "1.001"),
    ("H", 32768),
    ("F", "x"),
    ("DT", "2023-02-29"),
    ("DT", "20240229"),
    ("DT", "0"),
    ("TM", "24:00:01"),
    ("TM", "12:00"),
    ("TS", "2024-02-30 00:00:00"),
    ("TS", "2024-02-29 00:00:00.1234567"),
    ("TS", "2024-02-29"),
    ("B", b"abc"),
    ("B", "ab"),
    ("C", "N"),
    ("L", "1.6"),
    ("L", "3.1"),
    ("CREATED_RUN_ID", "x" * 51),
]


@pytest.fixture
def final(mapped: Mapped) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in scripts(mapped(COPYBOOK, JOB).job):
            connection.executescript(script)
        yield connection


def insert(connection: sqlite3.Connection, **changed: object) -> None:
    row = GOOD | changed
    columns, markers = ", ".join(row), ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO REC ({columns}) VALUES ({markers})", tuple(row.values()))


def test_good_values_are_taken(final: sqlite3.Connection) -> None:
    insert(final)
    (row,) = final.execute("SELECT D, W, UPDATE_TS FROM REC").fetchall()
    assert row[:2] == ("-999.99", "-12345678901234567890")
    assert len(row[2]) == 19


@pytest.mark.parametrize(("column", "value"), ALSO_GOOD)
def test_other_good_values(final: sqlite3.Connection, column: str, value: object) -> None:
    insert(final, **{column: value})


@pytest.mark.parametrize(("column", "value"), BAD)
def test_bad_values_are_refused(final: sqlite3.Connection, column: str, value: object) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=column):
        insert(final, **{column: value})


def test_the_key_is_unique(final: sqlite3.Connection) -> None:
    insert(final)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        insert(final)


def test_a_record_is_staged_once_in_a_run(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X."
    job = mapped(text, "records: {REC: {key: [K]}}").job
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in scripts(job):
            connection.executescript(script)
        columns = "RUN_ID, WORKER_ID, BATCH_NO, RECORD_NO, K"
        row = f"INSERT INTO STG_REC ({columns}) VALUES (?, 1, 1, 1, 'a')"
        connection.execute(row, ("R1",))
        connection.execute(row, ("R2",))
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            connection.execute(row, ("R1",))
