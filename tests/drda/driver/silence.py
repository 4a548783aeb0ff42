"""A server that answers no more on a link that stays open: the receive timeout ends the wait."""

from __future__ import annotations

import pytest
from gateway.faults import Action, Event, Fault
from repository.connection_factory import ConnectionFactory, ConnectionFailed
from repository.retry_policy import ErrorKind, classify
from staging import BATCHES, POINTS, SIZE, assert_staged_once, stage
from support import Arm

from samples import ROOT


@pytest.fixture
def factory(deployed: ConnectionFactory) -> ConnectionFactory:
    return ConnectionFactory(deployed.config.model_copy(update={"connect_timeout": 1}))


def test_a_connection_is_given_up(factory: ConnectionFactory, arm: Arm) -> None:
    arm(Fault(Event.CONNECT, Action.HANG))
    with pytest.raises(ConnectionFailed) as caught:
        factory.create()
    assert classify(caught.value).kind is ErrorKind.RECONNECT


@pytest.mark.parametrize("point", list(POINTS))
def test_a_unit_of_work_is_given_up_at_each_point(
    factory: ConnectionFactory, run_id: str, arm: Arm, point: str
) -> None:
    records = ROOT.records(SIZE * BATCHES)
    arm(POINTS[point].but(action=Action.HANG))
    (result,) = stage(factory, run_id, records)
    assert arm.struck == 1
    assert_staged_once(factory, run_id, records)
    assert result.replayed == (POINTS[point].event is Event.COMMITTED)
