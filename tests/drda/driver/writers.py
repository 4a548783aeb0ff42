"""Writers stage each record exactly once, whatever is lost, and wherever in a unit of work."""

from __future__ import annotations

import re

import pytest
from gateway.faults import Action, Event, Fault
from repository.batches import batches
from repository.connection_factory import ConnectionFactory, cursor_of
from repository.db_writer import WritersFailed, start_db_writers
from repository.sql import load
from staging import BATCHES, POINTS, SIZE, assert_staged_once, stage
from steps import rejected, staged
from support import TARGET, Arm

from samples import ROOT


@pytest.mark.parametrize("writers", [1, 4])
@pytest.mark.parametrize("point", list(POINTS))
def test_a_link_lost_at_each_point_of_a_unit_of_work(
    factory: ConnectionFactory, run_id: str, arm: Arm, point: str, writers: int
) -> None:
    records = ROOT.records(SIZE * BATCHES)
    arm(POINTS[point])
    results = stage(factory, run_id, records, writers=writers)
    assert arm.struck == 1
    assert_staged_once(factory, run_id, records)
    behind = POINTS[point].event is Event.COMMITTED
    assert sum(result.replayed for result in results) == behind
    assert sum(result.batches for result in results) == BATCHES - behind
    assert sum(result.retries for result in results) == 1


@pytest.mark.parametrize("event", [Event.COMMIT, Event.ROWS_DONE, Event.EXECUTED])
def test_a_unit_of_work_that_the_server_still_holds_is_waited_for(
    factory: ConnectionFactory, run_id: str, arm: Arm, event: Event
) -> None:
    """The ledger's key is locked by the lost link: the second try waits for it, or times out."""
    records = ROOT.records(SIZE)
    arm(Fault(event, linger=3))
    (result,) = stage(factory, run_id, records)
    assert_staged_once(factory, run_id, records)
    assert result.retries >= 2


def test_lost_again_and_again(factory: ConnectionFactory, run_id: str, arm: Arm) -> None:
    arm(
        Fault(Event.COMMITTED, times=3),
        Fault(Event.ROW, nth=SIZE, times=3),
        Fault(Event.CONNECT, nth=2, times=4),
        Fault(Event.EXECUTE, nth=20),
    )
    records = ROOT.records(SIZE * BATCHES)
    stage(factory, run_id, records, writers=4)
    assert_staged_once(factory, run_id, records)


TRANSIENT = {
    "deadlock at the ledger": Fault(
        Event.EXECUTE, Action.REFUSE, sqlcode=-911, sqlstate="40001", tokens=("2",)
    ),
    "deadlock in the rows": Fault(
        Event.ROW, Action.REFUSE, 2, sqlcode=-911, sqlstate="40001", tokens=("2",)
    ),
    "lock timeout on z/OS": Fault(Event.EXECUTE, Action.REFUSE, sqlcode=-913, sqlstate="57033"),
    "log full": Fault(Event.ROW, Action.REFUSE, 7, sqlcode=-964, sqlstate="57011"),
    "log full at a first row": Fault(Event.ROW, Action.REFUSE, sqlcode=-964, sqlstate="57011"),
    "disk full": Fault(Event.EXECUTE, Action.REFUSE, sqlcode=-968, sqlstate="57011"),
    "slow": Fault(Event.ROWS_DONE, Action.SLOW, seconds=1),
}


@pytest.mark.parametrize("name", list(TRANSIENT))
def test_what_goes_away_is_waited_for(
    factory: ConnectionFactory, run_id: str, arm: Arm, name: str
) -> None:
    records = ROOT.records(SIZE * BATCHES)
    arm(TRANSIENT[name])
    stage(factory, run_id, records, writers=2)
    assert arm.struck == 1
    assert_staged_once(factory, run_id, records)


@pytest.mark.parametrize("bad", [1, 2, SIZE // 2, SIZE])
def test_a_row_that_the_server_refuses_is_rejected_by_its_number(
    factory: ConnectionFactory, run_id: str, bad: int
) -> None:
    records = ROOT.records(SIZE)
    refuse(factory, run_id, bad)
    (result,) = stage(factory, run_id, records, rejects=1)
    assert result.rejected == 1
    assert_staged_once(factory, run_id, [one for one in records if one.record_no != bad])
    assert rejected(factory, ROOT.row_type, run_id) == 1
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute(
            f"SELECT RECORD_NO, SQLCODE FROM {reject_table()} WHERE RUN_ID = ?", (run_id,)
        )
        assert {tuple(map(int, row)) for row in cursor.fetchall()} == {(bad, -545)}


def test_a_refused_row_and_a_lost_link_while_it_is_searched(
    factory: ConnectionFactory, run_id: str, arm: Arm
) -> None:
    records = ROOT.records(SIZE)
    refuse(factory, run_id, 9)
    arm(Fault(Event.ROWS_DONE, nth=3), Fault(Event.ROLLBACK, nth=5), Fault(Event.COMMITTED))
    stage(factory, run_id, records, rejects=1)
    assert arm.struck == 3
    assert_staged_once(factory, run_id, [one for one in records if one.record_no != 9])


def test_more_refused_rows_than_allowed_stage_nothing_of_their_batch(
    factory: ConnectionFactory, run_id: str
) -> None:
    refuse(factory, run_id, 3)
    with pytest.raises(WritersFailed, match="-545"):
        stage(factory, run_id, ROOT.records(SIZE))
    assert staged(factory, ROOT.row_type, run_id) == 0


def refuse(factory: ConnectionFactory, run_id: str, number: int) -> None:
    """Let the server refuse this record of the run, as a CHECK does."""
    name = f"CK_{abs(hash(run_id)) % 10**9}"
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute(
            f"ALTER TABLE {ROOT.row_type.ENTITY.staging} ADD CONSTRAINT {name}"
            f" CHECK (RUN_ID <> '{run_id}' OR RECORD_NO <> {number})"
        )
        connection.commit()


def reject_table() -> str:
    found = re.search(r"INTO (\w+)", load(TARGET, "reject_insert").text)
    assert found
    return found[1]


def test_five_thousand_records_by_four_writers(factory: ConnectionFactory, run_id: str) -> None:
    records = ROOT.records(5000)
    with start_db_writers(factory, run_id, writers=4) as group:
        for batch in batches(records, 500):
            group.put(batch)
    assert sum(result.batches for result in group.results()) == 10
    assert_staged_once(factory, run_id, records)
