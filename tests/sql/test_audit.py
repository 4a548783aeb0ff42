"""The audit tables and the statements on them."""

from __future__ import annotations

import sqlite3
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

import jpype
import pytest

from generator.relational.audit import audit_tables
from generator.relational.tables import Physical, Role
from generator.targets import find

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.relational.tables import Table
    from generator.render.files import Job
    from tests.sql.conftest import Engine, SqliteConnection, Texts

LUW = find("db2-luw")


@pytest.fixture
def tables() -> tuple[Table, ...]:
    return audit_tables("NIGHTLY", Physical(tablespace="TS_AUDIT")).tables


def test_names_begin_with_the_prefix(tables: tuple[Table, ...]) -> None:
    assert [table.name for table in tables] == [
        "NIGHTLY_RECON_RUN",
        "NIGHTLY_RECON_BATCH",
        "NIGHTLY_RECON_REJECT",
        "NIGHTLY_RECON_CHECK",
        "NIGHTLY_RECON_MIGRATION",
    ]
    objects = [name for t in tables for name in (t.name, t.primary_key_name)]
    objects += [index.name for table in tables for index in table.indexes]
    assert len(set(objects)) == len(objects) == 13


def test_every_row_fits_the_smallest_page(tables: tuple[Table, ...]) -> None:
    for table in tables:
        width = sum(LUW.row_bytes(column.type, column.nullable) for column in table.columns)
        assert width <= LUW.pages[0].row


def test_every_name_is_free_to_use_and_every_comment_fits(tables: tuple[Table, ...]) -> None:
    for table in tables:
        assert table.physical.tablespace == "TS_AUDIT"
        assert 0 < len(table.comment) <= LUW.comment
        for column in table.columns:
            assert column.name not in LUW.reserved
            assert 0 < len(column.comment) <= LUW.comment


def test_keys_are_never_null_and_an_identity_is_the_whole_key(tables: tuple[Table, ...]) -> None:
    for table in tables:
        assert not [name for name in table.primary_key if table.column(name).nullable]
        identity = tuple(c.name for c in table.columns if c.role is Role.IDENTITY)
        assert identity in ((), table.primary_key)
    assert tables[1].primary_key == ("RUN_ID", "TABLE_NAME", "PHASE", "BATCH_NO")


def test_every_index_says_what_it_is_for(tables: tuple[Table, ...]) -> None:
    for index in (index for table in tables for index in table.indexes):
        assert index.purpose
        assert all(astuple(index)[:2])


def start(engine: Engine, *run_ids: str) -> None:
    for run_id in run_ids:
        values = {"job": "NIGHTLY", "source_name": "IN.DAT", "batch_size": 5000}
        engine.change("run_insert", run_id=run_id, **values)


def refused(engine: Engine) -> AbstractContextManager[Any]:
    if engine.target == "sqlite":
        return pytest.raises(sqlite3.IntegrityError)
    return pytest.raises(jpype.JClass("java.sql.SQLIntegrityConstraintViolationException"))


def test_runs_are_numbered_in_the_order_of_their_start(engine: Engine) -> None:
    start(engine, "Z", "A")
    (first,), (second,) = (engine.rows("run_find", run_id=name) for name in ("Z", "A"))
    assert first[1] < second[1]
    assert (first[2], second[2]) == ("STARTED", "STARTED")
    assert engine.rows("run_list") == [second, first]
    assert engine.rows("run_find", run_id="none") == []


def test_a_run_is_started_once(engine: Engine) -> None:
    start(engine, "R1")
    with refused(engine):
        start(engine, "R1")


def test_a_run_is_finished_with_its_counts(engine: Engine) -> None:
    start(engine, "R1", "R2")
    assert engine.change("run_update_status", status="STAGED", run_id="R1") == 1
    counts = {"source_count": 2**40, "staged_count": 9, "rejected_count": 1, "merged_count": 8}
    assert engine.change("run_finish", status="COMPLETED", **counts, run_id="R1") == 1
    found = engine.query(
        "SELECT STATUS, SOURCE_COUNT, STAGED_COUNT, REJECTED_COUNT, MERGED_COUNT,"
        f" CASE WHEN FINISHED_TS IS NULL THEN 0 ELSE 1 END FROM {engine.table('NIGHTLY_RECON_RUN')}"
        " ORDER BY RUN_SEQ"
    )
    assert found == [
        ("COMPLETED", 2**40, 9, 1, 8, 1),
        ("STARTED", None, None, None, None, 0),
    ]


DIGEST = "0123456789abcdef" * 2


def enter(engine: Engine, run_id: str, batch_no: int, phase: str = "STAGE", rows: int = 5) -> None:
    engine.change(
        "batch_insert",
        run_id=run_id,
        table_name="ACCOUNT",
        phase=phase,
        batch_no=batch_no,
        worker_id=None if phase == "MERGE" else 1,
        row_count=rows,
        first_record_no=1,
        last_record_no=rows,
        content_digest=None if phase == "MERGE" else DIGEST,
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [("STARTED", 0), ("STAGED", 0), ("FAILED", 0), ("MERGED", 1), ("COMPLETED", 1)],
)
def test_a_newer_run_counts_once_it_is_merged(engine: Engine, status: str, expected: int) -> None:
    start(engine, "R1", "R2")
    engine.change("run_update_status", status=status, run_id="R2")
    assert engine.rows("run_count_newer_merged", run_id="R1") == [(expected,)]
    assert engine.rows("run_count_newer_merged", run_id="R2") == [(0,)]


def test_a_newer_run_that_failed_in_the_middle_of_its_merge_counts(engine: Engine) -> None:
    start(engine, "R1", "R2")
    engine.change("run_update_status", status="FAILED", run_id="R2")
    enter(engine, "R2", 1)
    assert engine.rows("run_count_newer_merged", run_id="R1") == [(0,)]
    enter(engine, "R2", 1, "MERGE")
    enter(engine, "R2", 2, "MERGE")
    assert engine.rows("run_count_newer_merged", run_id="R1") == [(1,)]


def test_an_older_merged_run_does_not_count(engine: Engine) -> None:
    start(engine, "R1", "R2")
    engine.change("run_update_status", status="COMPLETED", run_id="R1")
    assert engine.rows("run_count_newer_merged", run_id="R2") == [(0,)]


def test_a_batch_is_in_the_ledger_once(engine: Engine) -> None:
    enter(engine, "R1", 1)
    enter(engine, "R1", 1, "MERGE")
    enter(engine, "R2", 1)
    with refused(engine):
        enter(engine, "R1", 1)


def test_the_ledger_finds_and_adds_up(engine: Engine) -> None:
    enter(engine, "R1", 1, rows=5000)
    enter(engine, "R1", 2, rows=17)
    enter(engine, "R1", 1, "MERGE", rows=3)
    batch = {"run_id": "R1", "table_name": "ACCOUNT", "phase": "STAGE"}
    assert engine.rows("batch_find", **batch, batch_no=2)[0][0] == 17
    assert engine.rows("batch_find", **batch, batch_no=3) == []
    assert engine.rows("batch_total", **batch) == [(2, 5017, 2)]
    assert engine.rows("batch_total", **batch | {"run_id": "none"}) == [(0, 0, 0)]


def test_the_ledger_lists_what_a_run_has_staged(engine: Engine) -> None:
    enter(engine, "R1", 2, rows=17)
    enter(engine, "R1", 1, rows=5000)
    enter(engine, "R1", 1, "MERGE", rows=3)
    enter(engine, "R2", 3)
    assert engine.rows("batch_list", run_id="R1", phase="STAGE") == [
        ("ACCOUNT", 1, 5000, 1, 5000, DIGEST),
        ("ACCOUNT", 2, 17, 1, 17, DIGEST),
    ]
    batch = {"run_id": "R1", "table_name": "ACCOUNT", "phase": "STAGE"}
    assert engine.rows("batch_find", **batch, batch_no=1) == [(5000, 1, 5000, DIGEST)]
    assert engine.rows("batch_find", **batch | {"phase": "MERGE"}, batch_no=1)[0][-1] is None


def test_a_run_is_taken_up_again_with_what_is_known_of_it(engine: Engine) -> None:
    start(engine, "R1", "R2")
    counts = dict.fromkeys(("source_count", "staged_count", "rejected_count", "merged_count"), 7)
    engine.change("run_finish", status="FAILED", **counts, run_id="R1")
    ((_, _, status, *found, _, finished, purged),) = engine.rows("run_find", run_id="R1")
    assert (status, purged) == ("FAILED", None)
    assert found == ["IN.DAT", 5000, 7, 7, 7, 7]
    assert finished is not None
    assert engine.change("run_restart", batch_size=100, run_id="R1") == 1
    for run_id, size in (("R1", 100), ("R2", 5000)):
        ((_, _, status, _, kept, *_, finished, _),) = engine.rows("run_find", run_id=run_id)
        assert (status, kept, finished) == ("STARTED", size, None)


def test_a_run_is_marked_as_purged_once(engine: Engine) -> None:
    start(engine, "R1", "R2")
    assert engine.change("run_purge", run_id="R1") == 1
    assert engine.change("run_purge", run_id="R1") == 0
    assert engine.rows("run_find", run_id="R1")[0][-1] is not None
    assert engine.rows("run_find", run_id="R2")[0][-1] is None


def test_rejects_are_kept_and_counted_by_table(engine: Engine) -> None:
    raw = bytes(range(256))
    reject = {"run_id": "R1", "record_no": 7, "reason": "not a date", "raw_record": raw}
    engine.change("reject_insert", **reject, table_name="A", field_name="OPENED", sqlcode=None)
    engine.change("reject_insert", **reject, table_name="A", field_name=None, sqlcode=-180)
    engine.change("reject_insert", **reject, table_name="B", field_name=None, sqlcode=-180)
    assert engine.rows("reject_count", run_id="R1", table_name="A") == [(2,)]
    assert engine.rows("reject_count", run_id="R2", table_name="A") == [(0,)]
    kept = engine.query(f"SELECT RAW_RECORD, SQLCODE FROM {engine.table('NIGHTLY_RECON_REJECT')}")
    assert kept == [(raw, None), (raw, -180), (raw, -180)]


def test_rejects_are_listed_in_the_order_of_the_source(engine: Engine) -> None:
    reject = {"run_id": "R1", "field_name": "OPENED", "sqlcode": None, "raw_record": None}
    for table, number, reason in (("B", 1, "x"), ("A", 7, "y"), ("A", 3, "z"), ("A", 3, "w")):
        values = {"table_name": table, "record_no": number, "reason": reason}
        engine.change("reject_insert", **reject, **values)
    assert engine.rows("reject_list", run_id="R1") == [
        ("A", 3, "OPENED", None, "z"),
        ("A", 3, "OPENED", None, "w"),
        ("A", 7, "OPENED", None, "y"),
        ("B", 1, "OPENED", None, "x"),
    ]
    assert engine.rows("reject_list", run_id="R2") == []


def test_a_run_is_held_without_a_change(engine: Engine) -> None:
    start(engine, "R1")
    before = engine.rows("run_list")
    assert engine.change("run_hold", run_id="R1") == 1
    assert engine.change("run_hold", run_id="R2") == 0
    assert engine.rows("run_list") == before


def test_the_tables_that_are_there_are_found(
    sqlite: SqliteConnection,
    texts: Texts,
    job_maker: Callable[..., Job],
    text_maker: Callable[[Job], Texts],
) -> None:
    found = {name for (name,) in sqlite.execute(texts["sqlite", "tables_find"])[0]}
    assert {"NIGHTLY_RECON_RUN", "ACCOUNT", "STG_LINE_TAG"} <= found
    assert len(found) == 5 + 2 * 6
    sqlite.execute("DROP TABLE ACCOUNT")
    assert len(sqlite.execute(texts["sqlite", "tables_find"])[0]) == 16
    assert "TABSCHEMA = 'APP'" in texts["db2-luw", "tables_find"]
    unqualified = text_maker(job_maker(None))
    assert "TABSCHEMA = CURRENT SCHEMA" in unqualified["db2-luw", "tables_find"]


def test_checks_are_listed_in_their_order(engine: Engine) -> None:
    sides = {"left_name": "source", "right_name": "staging"}
    for name, left, right in (("rows", "10", "10"), ("balance", "0.10", "0.1"), ("a", None, "1")):
        values = {"left_value": left, "right_value": right, "verdict": "EQUAL"}
        engine.change("check_insert", run_id="R1", check_name=name, **sides, **values)
    assert engine.rows("check_list", run_id="R1") == [
        ("rows", "source", "10", "staging", "10", "EQUAL"),
        ("balance", "source", "0.10", "staging", "0.1", "EQUAL"),
        ("a", "source", None, "staging", "1", "EQUAL"),
    ]


def test_checks_of_a_verdict_are_deleted_from_one_run(engine: Engine) -> None:
    sides = {"left_name": "a", "left_value": "1", "right_name": "b", "right_value": "1"}
    for run_id, verdict in (("R1", "SOURCE"), ("R1", "EQUAL"), ("R2", "SOURCE")):
        engine.change("check_insert", run_id=run_id, check_name="n", **sides, verdict=verdict)
    assert engine.change("check_delete", run_id="R1", verdict="SOURCE") == 1
    assert [row[-1] for row in engine.rows("check_list", run_id="R1")] == ["EQUAL"]
    assert [row[-1] for row in engine.rows("check_list", run_id="R2")] == ["SOURCE"]


def test_the_lock_changes_no_run_and_keeps_other_writers_out_on_sqlite(
    texts: Texts, tmp_path: Path
) -> None:
    path = tmp_path / "lock.db"
    first, second = (sqlite3.connect(path, isolation_level="IMMEDIATE", timeout=0) for _ in "12")
    first.execute("CREATE TABLE NIGHTLY_RECON_RUN (RUN_SEQ INTEGER PRIMARY KEY, STATUS TEXT)")
    first.execute("INSERT INTO NIGHTLY_RECON_RUN VALUES (1, 'COMPLETED'), (2, 'STAGED')")
    first.commit()
    assert first.execute(texts["sqlite", "run_lock"]).rowcount == 1
    kept = first.execute("SELECT * FROM NIGHTLY_RECON_RUN").fetchall()
    assert kept == [(1, "COMPLETED"), (2, "STAGED")]
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        second.execute(texts["sqlite", "run_lock"])
    first.commit()
    second.execute(texts["sqlite", "run_lock"])
    first.close()
    second.close()
