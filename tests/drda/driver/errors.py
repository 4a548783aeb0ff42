"""Errors as the driver tells them, and what the retry policy makes of each."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import pytest
from gateway.faults import Action, Event, Fault
from repository.connection_factory import Connection, ConnectionFactory, Cursor, cursor_of
from repository.retry_policy import CommitError, ErrorKind, Failure, classify
from support import Arm

TABLES = (
    """CREATE TABLE SHELF (
         K INTEGER NOT NULL PRIMARY KEY,
         V VARCHAR(5),
         S SMALLINT CHECK (S <> 13),
         D DECIMAL(5,2)
       )""",
    "CREATE TABLE BOOK (K INTEGER NOT NULL REFERENCES SHELF (K))",
)
INSERT = "INSERT INTO SHELF (K, V, S, D) VALUES (?, ?, ?, ?)"
# Statement, parameters -> SQLSTATE, SQLCODE, whether the row is to blame, whether it is there.
PERMANENT: dict[str, tuple[str, tuple[object, ...], str, int | None, bool, bool]] = {
    "duplicate": (INSERT, (1, "a", 1, None), "23505", -803, True, True),
    "not null": (INSERT, (None, "a", 1, None), "23502", -407, True, False),
    "check": (INSERT, (2, "a", 13, None), "23513", -545, True, False),
    "no parent": ("INSERT INTO BOOK VALUES (?)", (99,), "23503", -530, True, False),
    "too long": (INSERT, (2, "abcdef", 1, None), "22001", None, True, False),
    "too long, as a literal": (
        "INSERT INTO SHELF (K, V) VALUES (2, 'abcdef')",
        *((), "22001", -433, True, False),
    ),
    "out of range": ("INSERT INTO SHELF (K, S) VALUES (2, 99999)", (), "22003", -413, True, False),
    "out of range, as a parameter": (
        "INSERT INTO SHELF (K, D) VALUES (2, ?)",
        *(("12345.67",), "22003", None, True, False),
    ),
    "no number": ("INSERT INTO SHELF (K, D) VALUES (2, ?)", ("x",), "22005", None, True, False),
    "divided by zero": ("SELECT K / 0 FROM SHELF", (), "22012", -801, True, False),
    "no such table": ("SELECT * FROM NOWHERE", (), "42704", -204, False, False),
    "no such column": ("SELECT NOTHING FROM SHELF", (), "42703", -206, False, False),
    "syntax": ("SELEKT 1", (), "42601", -104, False, False),
    "there already": ("CREATE TABLE SHELF (K INTEGER)", (), "42710", -601, False, False),
}


@pytest.fixture(scope="module", autouse=True)
def shelf(deployed: ConnectionFactory) -> None:
    with deployed.opened() as connection, cursor_of(connection) as cursor:
        for text in TABLES:
            cursor.execute(text)
        cursor.execute("INSERT INTO SHELF (K, S) VALUES (1, 1), (10, 1), (20, 1)")
        connection.commit()


def failure_of(cursor: Cursor, text: str, values: tuple[object, ...] = ()) -> Failure:
    with pytest.raises(Exception, match="SQLSTATE") as caught:
        run(cursor, text, values)
    return classify(caught.value)


def run(cursor: Cursor, text: str, values: tuple[object, ...]) -> None:
    """To its first row, where a query has errors of its own."""
    _ = cursor.execute(text, values) if values else cursor.execute(text)
    cursor.fetchone()


@pytest.mark.parametrize("name", list(PERMANENT))
def test_what_no_repetition_cures(connection: Connection, name: str) -> None:
    text, values, state, code, row_level, duplicate = PERMANENT[name]
    with cursor_of(connection) as cursor:
        failure = failure_of(cursor, text, values)
    connection.rollback()
    assert (failure.kind, failure.sqlstate, failure.sqlcode) == (ErrorKind.PERMANENT, state, code)
    assert (failure.row_level, failure.duplicate) == (row_level, duplicate)


ARRAYS: dict[str, tuple[list[tuple[object, ...]], str, int]] = {
    "duplicate": ([(50, "a", 1, None), (1, "a", 1, None), (51, "a", 1, None)], "23505", -803),
    "too long": ([(50, "a", 1, None), (52, "abcdef", 1, None), (51, "a", 1, None)], "22001", -302),
    "check": ([(50, "a", 1, None), (52, "a", 13, None), (51, "a", 1, None)], "23513", -545),
    "not null": ([(50, "a", 1, None), (None, "a", 1, None), (51, "a", 1, None)], "23502", -407),
}


@pytest.mark.parametrize("name", list(ARRAYS))
def test_an_array_goes_on_behind_a_bad_row(connection: Connection, name: str) -> None:
    rows, state, code = ARRAYS[name]
    with cursor_of(connection) as cursor:
        with pytest.raises(Exception, match="Error 1:") as caught:
            cursor.executemany(INSERT, rows)
        failure = classify(caught.value)
        cursor.execute("SELECT COUNT(*) FROM SHELF WHERE K >= 50")
        assert cursor.fetchone()[0] == 2
    connection.rollback()
    assert (failure.kind, failure.sqlstate, failure.sqlcode) == (ErrorKind.PERMANENT, state, code)
    assert failure.row_level


def test_a_bad_first_row_is_an_error_without_a_word(connection: Connection) -> None:
    with cursor_of(connection) as cursor:
        with pytest.raises(Exception, match=r"\A\S*Error: \Z"):
            cursor.executemany(INSERT, [(1, "a", 1, None), (50, "a", 1, None)])
        cursor.execute("SELECT COUNT(*) FROM SHELF WHERE K >= 50")
        assert cursor.fetchone()[0] == 1
    connection.rollback()
    with cursor_of(connection) as cursor, pytest.raises(Exception, match="SQLCODE=-803"):
        cursor.executemany(INSERT, [(1, "a", 1, None)])
    connection.rollback()


@pytest.fixture
def locks(factory: ConnectionFactory) -> Iterator[tuple[Connection, Connection]]:
    with ExitStack() as stack:
        both = (stack.enter_context(factory.opened()), stack.enter_context(factory.opened()))
        yield both
        for one in both:
            one.rollback()


def lock(connection: Connection, key: int) -> None:
    with cursor_of(connection) as cursor:
        cursor.execute("UPDATE SHELF SET V = 'x' WHERE K = ?", (key,))


def test_a_lock_timeout_is_tried_again(locks: tuple[Connection, Connection]) -> None:
    first, second = locks
    lock(first, 10)
    with pytest.raises(Exception, match=r'SQL0911N .*Reason code "68"') as caught:
        lock(second, 10)
    failure = classify(caught.value)
    assert (failure.kind, failure.sqlcode) == (ErrorKind.RETRY, -911)
    assert not failure.link_lost
    first.rollback()
    lock(second, 10)


def test_a_deadlock_is_tried_again(locks: tuple[Connection, Connection]) -> None:
    caught: list[Exception] = []
    ready = threading.Barrier(2)

    def cross(connection: Connection, keys: tuple[int, int]) -> None:
        lock(connection, keys[0])
        ready.wait(10)
        try:
            lock(connection, keys[1])
        except Exception as error:  # noqa: BLE001 - the driver's class says nothing
            caught.append(error)
        connection.rollback()

    crossing = [
        threading.Thread(target=cross, args=(connection, keys))
        for connection, keys in zip(locks, ((10, 20), (20, 10)), strict=True)
    ]
    for thread in crossing:
        thread.start()
    for thread in crossing:
        thread.join(30)
    (error,) = caught
    assert 'Reason code "2"' in str(error)
    assert (classify(error).kind, classify(error).sqlcode) == (ErrorKind.RETRY, -911)


def test_the_unit_of_work_is_gone_after_a_deadlock(
    locks: tuple[Connection, Connection],
) -> None:
    first, second = locks
    lock(first, 10)
    lock(second, 20)
    with pytest.raises(Exception, match="SQL0911N"):
        lock(second, 10)
    lock(first, 20)


def test_a_deadlock_ends_an_array(connection: Connection, arm: Arm) -> None:
    arm(Fault(Event.ROW, Action.REFUSE, 3, sqlcode=-911, sqlstate="40001", tokens=("2",)))
    rows = [(number, "a", 1, None) for number in range(100, 110)]
    with cursor_of(connection) as cursor:
        with pytest.raises(Exception, match="SQL0911N") as caught:
            cursor.executemany(INSERT, rows)
        assert classify(caught.value).kind is ErrorKind.RETRY
        connection.rollback()
        cursor.execute("SELECT COUNT(*) FROM SHELF WHERE K >= 100")
        assert cursor.fetchone()[0] == 0


TOLD: dict[str, tuple[int, str, ErrorKind]] = {
    "log full": (-964, "57011", ErrorKind.RESOURCE),
    "disk full": (-968, "57011", ErrorKind.RESOURCE),
    "table space full": (-289, "57011", ErrorKind.RESOURCE),
    "lock list full": (-912, "57011", ErrorKind.RESOURCE),
    "agents": (-1040, "57030", ErrorKind.RESOURCE),
    "unavailable": (-904, "57011", ErrorKind.RESOURCE),
    "deadlock on z/OS": (-913, "57033", ErrorKind.RETRY),
    "forced off": (-1224, "55032", ErrorKind.RECONNECT),
    "cancelled": (-952, "57014", ErrorKind.PERMANENT),
    "merged twice": (-788, "21506", ErrorKind.PERMANENT),
    "no privilege": (-551, "42501", ErrorKind.PERMANENT),
}


@pytest.mark.parametrize("event", [Event.EXECUTE, Event.ROW])
@pytest.mark.parametrize("name", list(TOLD))
def test_what_a_db2_says_is_classified_from_the_drivers_text(
    factory: ConnectionFactory, arm: Arm, name: str, event: Event
) -> None:
    code, state, kind = TOLD[name]
    arm(Fault(event, Action.REFUSE, nth=1 + (event is Event.ROW), sqlcode=code, sqlstate=state))
    rows = [(200, "a", 1, None), (201, "b", 1, None)]
    with factory.opened() as connection, cursor_of(connection) as cursor:
        insert = partial(cursor.executemany, INSERT, rows)
        if event is Event.EXECUTE:
            insert = partial(cursor.execute, INSERT, rows[0])
        with pytest.raises(Exception, match=f"SQLCODE={code}") as caught:
            insert()
        assert (classify(caught.value).kind, classify(caught.value).sqlcode) == (kind, code)


@pytest.mark.parametrize("event", [Event.COMMIT, Event.COMMITTED])
def test_a_lost_commit_carries_its_codes_in_the_cause_of_the_context(
    factory: ConnectionFactory, arm: Arm, event: Event
) -> None:
    with factory.opened() as connection:
        lock(connection, 10)
        arm(Fault(event))
        with pytest.raises(Exception, match="SystemError") as caught:
            connection.commit()
    assert "SQLCODE" not in str(caught.value)
    assert classify(caught.value).kind is ErrorKind.RECONNECT
    assert classify(caught.value).sqlcode in (-30081, -30108)
    wrapped = CommitError("commit")
    wrapped.__cause__ = caught.value
    assert classify(wrapped).kind is ErrorKind.AMBIGUOUS


@pytest.mark.parametrize("event", [Event.PREPARE, Event.EXECUTE, Event.EXECUTED, Event.QUERY])
def test_a_lost_link_is_lost_for_good(factory: ConnectionFactory, arm: Arm, event: Event) -> None:
    text = "SELECT K FROM SHELF" if event is Event.QUERY else "DELETE FROM SHELF WHERE K = 10"
    with factory.opened() as connection, cursor_of(connection) as cursor:
        lock(connection, 20)
        arm(Fault(event))
        assert failure_of(cursor, text).link_lost
        with cursor_of(connection) as another, pytest.raises(Exception, match="SQLSTATE"):
            another.execute("SELECT K FROM SHELF")
    with factory.opened() as connection, cursor_of(connection) as cursor:
        cursor.execute("SELECT COUNT(*) FROM SHELF WHERE K = 10")
        assert cursor.fetchone()[0] == 1
