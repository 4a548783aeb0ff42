"""Streams page by page, and the clearing of a run by chunks."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.render.files import Job
    from tests.sql.conftest import Engine, SqliteConnection, Texts


def insert_final(engine: Engine, keys: Iterable[tuple[int, ...]]) -> None:
    text = (
        f"INSERT INTO {engine.table('DISCOUNT')} (ORD_ORDER_ID, LINE_SEQ, DISC_SEQ, RATE,"
        " CREATED_RUN_ID, CREATED_TS, LAST_RUN_ID, UPDATE_TS)"
        " VALUES (?, ?, ?, 0, 'R', CURRENT_TIMESTAMP, 'R', CURRENT_TIMESTAMP)"
    )
    for key in keys:
        engine.query(text, *key)


def pages(engine: Engine) -> Iterator[list[tuple[int, ...]]]:
    """At most four, so that a stream that never ends fails and does not hang."""
    rows = engine.rows("discount_stream_first")
    for _ in range(4):
        if not rows:
            return
        yield [tuple(map(int, row[:3])) for row in rows]
        last = dict(zip(("ord_order_id", "line_seq", "disc_seq"), rows[-1][:3], strict=True))
        rows = engine.rows("discount_stream_after", **last)


def test_a_stream_gives_every_row_once_in_the_order_of_the_key(engine: Engine) -> None:
    keys = list(product(range(1, 4), range(-10, 10), range(1, 42)))  # 2,460 rows
    insert_final(engine, sorted(keys, key=lambda key: (key[2], -key[1], key[0])))
    found = list(pages(engine))
    assert [len(page) for page in found] == [1000, 1000, 460]
    assert [key for page in found for key in page] == keys


def test_a_page_that_ends_with_the_table_is_followed_by_an_empty_one(engine: Engine) -> None:
    insert_final(engine, product([1], range(10), range(100)))
    assert [len(page) for page in pages(engine)] == [1000]


def test_a_key_of_one_column_needs_one_marker(engine: Engine, job: Job) -> None:
    orders = job.schema.entities[1]
    for number in (10, 9, 100):
        engine.stage(orders, "R1", number, Decimal(number), "C")
    engine.merge(orders, "R1")
    assert [int(row[0]) for row in engine.rows("orders_stream_first")] == [9, 10, 100]
    after = engine.rows("orders_stream_after", order_id=Decimal(9))
    assert [int(row[0]) for row in after] == [10, 100]


def test_a_run_is_cleared_by_chunks_and_others_stay(sqlite: SqliteConnection, texts: Texts) -> None:
    """On sqlite: H2 does not know the DELETE of a subselect, which the grammar checks."""
    sqlite.execute(
        "WITH RECURSIVE N(I) AS (SELECT 1 UNION ALL SELECT I + 1 FROM N WHERE I < 24000)"
        " INSERT INTO STG_BRANCH_CODE (RUN_ID, WORKER_ID, BATCH_NO, RECORD_NO, BRANCH)"
        " SELECT CASE I % 2 WHEN 0 THEN 'R1' ELSE 'R2' END, 1, 1, I, '0001' FROM N"
    )
    clear = texts["sqlite", "branch_code_clear_staging"]
    assert [sqlite.execute(clear, ("R1",))[1] for _ in range(3)] == [10_000, 2_000, 0]
    left = sqlite.execute("SELECT RUN_ID, COUNT(*) FROM STG_BRANCH_CODE GROUP BY RUN_ID")
    assert left[0] == [("R2", 12_000)]
