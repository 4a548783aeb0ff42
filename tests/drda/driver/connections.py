"""Connections: opened, refused, and with the settings that the job ships."""

from __future__ import annotations

import os
from pathlib import Path

import ibm_db
import pytest
from gateway.derby import free_port
from gateway.faults import Action, Event, Fault
from gateway.remote import PASSWORD
from repository.connection_factory import Connection, ConnectionFactory, ConnectionFailed, cursor_of
from repository.retry_policy import ErrorKind, classify
from support import JOB, Arm, Configure

WRONG = "wr0ng-one"
TABLE = "CREATE TABLE KEPT (N INTEGER NOT NULL)"


def count(factory: ConnectionFactory, table: str = "KEPT") -> int:
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        return int(cursor.fetchone()[0])


@pytest.fixture(scope="module")
def kept(deployed: ConnectionFactory) -> ConnectionFactory:
    with deployed.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute(TABLE)
        connection.commit()
    return deployed


def insert(connection: Connection) -> None:
    with cursor_of(connection) as cursor:
        cursor.execute("INSERT INTO KEPT VALUES (?)", (1,))


def test_the_connection_is_tested_with_a_query(factory: ConnectionFactory) -> None:
    factory.test_connection()


def test_autocommit_is_off(connection: Connection) -> None:
    handler = connection.conn_handler  # type: ignore[attr-defined]
    assert ibm_db.autocommit(handler) == 0


def test_what_is_not_committed_is_lost(kept: ConnectionFactory) -> None:
    before = count(kept)
    for end in ("rollback", "close"):
        with kept.opened() as connection:
            insert(connection)
            getattr(connection, end)()
        assert count(kept) == before
    with kept.opened() as connection:
        insert(connection)
        connection.commit()
    assert count(kept) == before + 1


def test_a_wrong_password_is_permanent_and_not_shown(configure: Configure) -> None:
    factory = ConnectionFactory(configure(pwd=WRONG))
    with pytest.raises(ConnectionFailed, match="SQL30082N") as caught:
        factory.create()
    assert WRONG not in str(caught.value)
    failure = classify(caught.value)
    assert (failure.kind, failure.sqlcode, failure.sqlstate) == (
        ErrorKind.PERMANENT,
        -30082,
        "08001",
    )


def test_a_server_that_cannot_decrypt_the_password_says_so(configure: Configure) -> None:
    with pytest.raises(ConnectionFailed, match=r'SQL30082N .* reason "17"') as caught:
        ConnectionFactory(configure(authentication=None)).create()
    assert PASSWORD not in str(caught.value)


def test_a_port_without_a_server_is_tried_again(configure: Configure) -> None:
    with pytest.raises(ConnectionFailed, match="SQL30081N") as caught:
        ConnectionFactory(configure(port=free_port())).create()
    assert classify(caught.value).kind is ErrorKind.RECONNECT


def test_the_current_schema_is_where_names_are_looked_up(
    factory: ConnectionFactory, configure: Configure
) -> None:
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute("CREATE SCHEMA OTHER")
        cursor.execute("CREATE TABLE OTHER.ONLY_THERE (N INTEGER)")
        connection.commit()
    assert count(ConnectionFactory(configure(current_schema="OTHER")), "ONLY_THERE") == 0


def test_the_jobs_driver_settings_turn_silent_reconnect_off(
    kept: ConnectionFactory, arm: Arm
) -> None:
    before = count(kept)
    with kept.opened() as connection:
        assert Path(os.environ["DB2DSDRIVER_CFG_PATH"]) == JOB / "config" / "db2dsdriver.cfg"
        arm(Fault(Event.EXECUTE))
        with pytest.raises(Exception, match="SQL30081N") as caught:
            insert(connection)
        assert classify(caught.value).kind is ErrorKind.RECONNECT
        with pytest.raises(Exception, match=r"CLI0106E|CLI0108E|SQL0900N|SQL30081N"):
            insert(connection)
    assert count(kept) == before


def test_a_slow_server_is_waited_for(factory: ConnectionFactory, arm: Arm) -> None:
    arm(Fault(Event.CONNECT, Action.SLOW, seconds=1), Fault(Event.QUERY, Action.SLOW, seconds=1))
    factory.test_connection()
