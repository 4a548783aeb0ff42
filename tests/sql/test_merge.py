"""What a run leaves in a final table, executed on sqlite and, as Db2 text, on H2."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from generator.relational.tables import Entity
    from generator.render.files import Job
    from tests.sql.conftest import Engine


@pytest.fixture
def account(job: Job) -> Entity:
    return job.schema.entities[0]


@pytest.fixture
def branch_code(job: Job) -> Entity:
    return next(entity for entity in job.schema.entities if entity.name == "BRANCH_CODE")


def row(number: int, **changed: object) -> tuple[object, ...]:
    values = {
        "holder": "ADA",
        "branch": "0001",
        "acct_no": Decimal(number),
        "opened": dt.date(2020, 2, 29),
        "status_code": 1,
        "balance": Decimal("10.00"),
        "points": 5,
        "row_rank": "A",
        "stamp": b"\x00\xff\x00\x01",
    }
    return tuple((values | changed).values())


def values(engine: Engine, account: Entity, **key: object) -> dict[str, Any]:
    """The single row with this key, by column."""
    (found,) = engine.rows("account_find_by_key", **key)
    return dict(zip((column.attribute for column in account.columns), found, strict=True))


def run_columns(engine: Engine, number: int) -> list[tuple[str, str]]:
    table = engine.table("ACCOUNT")
    text = f"SELECT CREATED_RUN_ID, LAST_RUN_ID FROM {table} WHERE ACCT_NO = ?"
    return engine.query(text, Decimal(number))


def written(engine: Engine, run_id: str) -> list[tuple[int, int]]:
    return engine.rows("account_count_written", run_id=run_id)


def test_a_run_inserts_and_a_second_merge_changes_nothing(engine: Engine, account: Entity) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.stage(account, "R1", 2, *row(2, holder=None, opened=None, points=None, stamp=None))
    assert engine.merge(account, "R1") == 2
    before = engine.query(f"SELECT * FROM {engine.table('ACCOUNT')} ORDER BY ACCT_NO")
    assert engine.merge(account, "R1") == 0
    assert engine.query(f"SELECT * FROM {engine.table('ACCOUNT')} ORDER BY ACCT_NO") == before
    assert written(engine, "R1") == [(2, 0)]


def test_the_last_record_wins_even_when_it_was_staged_first(
    engine: Engine, account: Entity
) -> None:
    engine.stage(account, "R1", 30, *row(1, holder="LAST"))
    engine.stage(account, "R1", 10, *row(1, holder="FIRST"))
    engine.stage(account, "R1", 20, *row(1, holder="SECOND"))
    assert engine.merge(account, "R1") == 1
    assert values(engine, account, branch="0001", acct_no=Decimal(1))["holder"] == "LAST"


def test_the_last_record_wins_in_an_update_too(engine: Engine, account: Entity) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.merge(account, "R1")
    engine.stage(account, "R2", 9, *row(1, holder="LAST"))
    engine.stage(account, "R2", 8, *row(1, holder="FIRST"))
    assert engine.merge(account, "R2") == 1
    assert values(engine, account, branch="0001", acct_no=Decimal(1))["holder"] == "LAST"
    assert run_columns(engine, 1) == [("R1", "R2")]


def test_only_the_rows_that_differ_are_written(engine: Engine, account: Entity) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.stage(account, "R1", 2, *row(2))
    engine.merge(account, "R1")
    engine.stage(account, "R2", 1, *row(1))
    engine.stage(account, "R2", 2, *row(2, balance=Decimal("10.01")))
    engine.stage(account, "R2", 3, *row(3))
    assert engine.merge(account, "R2") == 2
    assert run_columns(engine, 1) == [("R1", "R1")]
    assert run_columns(engine, 2) == [("R1", "R2")]
    assert run_columns(engine, 3) == [("R2", "R2")]
    assert written(engine, "R2") == [(1, 1)]


@pytest.mark.parametrize(
    "changed",
    [
        {"holder": "BOB"},
        {"holder": None},
        {"opened": dt.date(2020, 3, 1)},
        {"opened": None},
        {"status_code": 2},
        {"balance": Decimal("-10.00")},
        {"points": None},
        {"points": 0},
        {"row_rank": None},
        {"stamp": b"\x00\xff\x00\x02"},
        {"stamp": None},
    ],
    ids=str,
)
def test_every_column_counts_as_a_difference_there_and_back(
    engine: Engine, account: Entity, changed: dict[str, object]
) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.merge(account, "R1")
    engine.stage(account, "R2", 1, *row(1, **changed))
    assert engine.merge(account, "R2") == 1
    assert engine.merge(account, "R2") == 0
    engine.stage(account, "R3", 1, *row(1))
    assert engine.merge(account, "R3") == 1
    assert run_columns(engine, 1) == [("R1", "R3")]


def test_both_columns_of_the_key_tell_rows_apart(engine: Engine, account: Entity) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.stage(account, "R1", 2, *row(1, branch="0002"))
    assert engine.merge(account, "R1") == 2
    assert engine.rows("account_count_final") == [(2,)]
    assert engine.rows("account_find_by_key", branch="0003", acct_no=Decimal(1)) == []


def test_only_the_run_that_is_merged_counts(engine: Engine, account: Entity) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.stage(account, "R2", 1, *row(2))
    engine.stage(account, "R2", 2, *row(2))
    engine.stage(account, "R2", 3, *row(3))
    assert engine.merge(account, "R2") == 2
    assert engine.rows("account_count_staging", run_id="R2") == [(3,)]
    assert engine.rows("account_count_keys", run_id="R2") == [(2,)]
    assert engine.rows("account_count_final_of_run", run_id="R2") == [(2,)]
    assert engine.rows("account_count_final_of_run", run_id="R1") == [(0,)]
    assert engine.merge(account, "none") == 0
    assert engine.merge(account, "R1") == 1
    assert run_columns(engine, 1) == [("R1", "R1")]
    assert run_columns(engine, 2) == [("R2", "R2")]


def test_rows_of_a_later_run_wait_for_their_own_merge(engine: Engine, account: Entity) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.stage(account, "R2", 2, *row(1, holder="LATER"))
    engine.stage(account, "R2", 3, *row(2))
    assert engine.merge(account, "R1") == 1
    assert values(engine, account, branch="0001", acct_no=Decimal(1))["holder"] == "ADA"


def test_a_table_of_keys_only_is_never_updated(engine: Engine, branch_code: Entity) -> None:
    for record_no, branch in enumerate(("0001", "0002", "0001"), 1):
        engine.stage(branch_code, "R1", record_no, branch)
    assert engine.merge(branch_code, "R1") == 2
    engine.stage(branch_code, "R2", 1, "0002")
    engine.stage(branch_code, "R2", 2, "0003")
    assert engine.merge(branch_code, "R2") == 1
    assert engine.final(branch_code) == [("0001",), ("0002",), ("0003",)]
    assert engine.rows("branch_code_count_written", run_id="R2") == [(1, 0)]


def test_what_a_later_run_changed_still_counts_as_inserted_by_the_first(
    engine: Engine, account: Entity
) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.merge(account, "R1")
    engine.stage(account, "R2", 1, *row(1, holder="BOB"))
    engine.merge(account, "R2")
    assert written(engine, "R1") == [(1, 0)]
    assert written(engine, "R2") == [(0, 1)]


def totals(engine: Engine, name: str, run_id: str) -> tuple[Decimal, Decimal]:
    ((balance, points),) = engine.rows(f"account_control_totals_{name}", run_id=run_id)
    return Decimal(balance), Decimal(points)


def test_control_totals_are_exact_with_many_digits(engine: Engine, account: Entity) -> None:
    great = Decimal("12345678901234567890123456789.01")
    with_cents = [great, Decimal("-0.02"), Decimal("0.10")]
    for number, balance in enumerate(with_cents, 1):
        engine.stage(account, "R1", number, *row(number, balance=balance, points=None))
    total = Decimal("12345678901234567890123456789.09")
    assert totals(engine, "staging", "R1") == (total, 0)
    engine.merge(account, "R1")
    assert totals(engine, "final", "R1") == (total, 0)


def test_control_totals_of_winners_leave_out_what_was_superseded(
    engine: Engine, account: Entity
) -> None:
    engine.stage(account, "R1", 1, *row(1, balance=Decimal("1.00"), points=2**40))
    engine.stage(account, "R1", 3, *row(1, balance=Decimal("5.55"), points=2**41))
    engine.stage(account, "R1", 2, *row(1, balance=Decimal("2.00"), points=7))
    engine.stage(account, "R1", 4, *row(2, balance=Decimal("0.45"), points=1))
    assert totals(engine, "staging", "R1") == (Decimal("9.00"), 2**40 + 2**41 + 8)
    assert totals(engine, "winners", "R1") == (Decimal("6.00"), 2**41 + 1)
    engine.merge(account, "R1")
    assert totals(engine, "final", "R1") == (Decimal("6.00"), 2**41 + 1)


def test_control_totals_of_final_hold_only_the_keys_of_the_run(
    engine: Engine, account: Entity
) -> None:
    engine.stage(account, "R1", 1, *row(1))
    engine.stage(account, "R1", 2, *row(2))
    engine.merge(account, "R1")
    engine.stage(account, "R2", 1, *row(2))
    assert totals(engine, "final", "R2") == (Decimal("10.00"), 5)


def test_control_totals_of_nothing_are_zero(engine: Engine) -> None:
    for name in ("staging", "winners", "final"):
        assert totals(engine, name, "none") == (0, 0)
