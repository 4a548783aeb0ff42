"""A server that is killed and started again while it works: what it committed is on its disk."""

from __future__ import annotations

import pytest
from gateway.faults import Action, Event, Fault
from repository.connection_factory import ConnectionFactory
from repository.ddl import deploy
from staging import SIZE, assert_staged_once, stage
from support import TARGET, Arm, configured

from samples import ROOT

POINTS = {
    "in the middle of the rows": Fault(Event.ROW, Action.RESTART, nth=SIZE * 4, seconds=0.5),
    "before a commit": Fault(Event.COMMIT, Action.RESTART, nth=4, seconds=0.5),
    "behind a commit": Fault(Event.COMMITTED, Action.RESTART, nth=4, seconds=0.5),
}


@pytest.fixture(scope="module")
def on_disk() -> ConnectionFactory:
    factory = ConnectionFactory(configured(database="DISK1"))
    with factory.opened() as connection:
        deploy(connection, TARGET)
    return factory


@pytest.mark.parametrize("point", list(POINTS))
def test_a_server_is_started_again(
    on_disk: ConnectionFactory, run_id: str, arm: Arm, point: str
) -> None:
    records = ROOT.records(SIZE * 8)
    arm(POINTS[point])
    stage(on_disk, run_id, records, writers=4)
    assert arm.struck == 1
    assert_staged_once(on_disk, run_id, records)
