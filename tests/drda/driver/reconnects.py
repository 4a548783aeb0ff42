"""Settings of a site's own, with which the driver reconnects without a word.

What it does then is shown first: a statement is repeated in a new unit of work, and what the old
one held is lost. The writers are right all the same.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gateway.faults import Event, Fault
from repository.connection_factory import ConnectionFactory, cursor_of
from staging import BATCHES, POINTS, SIZE, assert_staged_once, stage
from support import Arm

from samples import ROOT

SITE = str(Path(__file__).with_name("site.cfg"))


@pytest.fixture(scope="module", autouse=True)
def kept(deployed: ConnectionFactory) -> None:
    with deployed.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute("CREATE TABLE KEPT (N INTEGER NOT NULL)")
        connection.commit()


def numbers(factory: ConnectionFactory) -> set[int]:
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute("SELECT N FROM KEPT")
        return {int(row[0]) for row in cursor.fetchall()}


def test_the_sites_settings_are_respected(factory: ConnectionFactory) -> None:
    factory.test_connection()
    assert os.environ["DB2DSDRIVER_CFG_PATH"] == SITE


def test_a_first_statement_is_repeated_without_a_word(factory: ConnectionFactory, arm: Arm) -> None:
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute("SELECT N FROM KEPT")
        cursor.fetchall()
        connection.commit()
        arm(Fault(Event.EXECUTE))
        cursor.execute("INSERT INTO KEPT VALUES (?)", (1,))
        connection.commit()
    assert arm.struck == 1
    assert 1 in numbers(factory)


def test_a_commit_behind_a_lost_statement_succeeds_with_nothing_in_it(
    factory: ConnectionFactory, arm: Arm
) -> None:
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute("INSERT INTO KEPT VALUES (?)", (2,))
        arm(Fault(Event.EXECUTE))
        with pytest.raises(Exception, match=r"SQLCODE=-(30108|20542|30081)"):
            cursor.execute("INSERT INTO KEPT VALUES (?)", (3,))
        connection.commit()
    assert not numbers(factory) & {2, 3}


@pytest.mark.parametrize("point", list(POINTS))
@pytest.mark.parametrize("writers", [1, 4])
def test_the_writers_stage_each_record_once(
    factory: ConnectionFactory, run_id: str, arm: Arm, point: str, writers: int
) -> None:
    records = ROOT.records(SIZE * BATCHES)
    arm(POINTS[point])
    stage(factory, run_id, records, writers=writers)
    assert arm.struck == 1
    assert_staged_once(factory, run_id, records)
