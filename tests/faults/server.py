"""A database that fails as planned: it stands between the layer and sqlite, at DB-API level.

What the driver says are its real texts; what the server has done by then is what they mean.
"""

from __future__ import annotations

import errno
import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import IO, Any, NoReturn

from .plans import PASSWORD, SKIPPED, Fault

_CLI = "[IBM][CLI Driver]"
_SERVER = f"{_CLI}[DB2/LINUXX8664]"
REFUSED = (
    f'{_CLI} SQL30081N  A communication error has been detected. Communication API: "SOCKETS".'
    ' Function detecting the error: "connect". Protocol specific error code(s): "111", "*", "*".'
    f"  SQLSTATE=08001 SQLCODE=-30081 DATABASE=LOADDB;UID=batch;PWD={PASSWORD};"
)
NO_ACCESS = (
    f'{_CLI} SQL30082N  Security processing failed with reason "24" ("USERNAME AND/OR PASSWORD'
    f' INVALID").  SQLSTATE=08001 SQLCODE=-30082 UID=batch;PWD={PASSWORD};'
)
LINK_LOST = (
    f"{_CLI} SQL30081N  A communication error has been detected."
    ' Protocol specific error code(s): "*", "*", "0".  SQLSTATE=08001 SQLCODE=-30081'
)
LINK_IS_DOWN = f"{_CLI} CLI0108E  Communication link failure. SQLSTATE=40003 SQLCODE=-99999"
RECONNECTED = (
    f"{_CLI} SQL30108N  A connection failed in an automatic client reroute environment."
    " The transaction was rolled back.  SQLSTATE=08506 SQLCODE=-30108"
)
RECONNECTED_ROWS = (
    f"Error 1: {_CLI} SQL20542N  A statement failed because of a connection failure.  SQLSTATE"
    "=54068 SQLCODE=-20542"
)
RESTARTED = (
    f"{_SERVER} SQL1224N  The database manager is not able to accept new requests, has terminated"
    " all requests in progress.  SQLSTATE=55032 SQLCODE=-1224"
)
DEADLOCK = (
    f"{_SERVER} SQL0911N  The current transaction has been rolled back because of a deadlock or"
    ' timeout.  Reason code "2".  SQLSTATE=40001 SQLCODE=-911'
)
LOCK_TIMEOUT = DEADLOCK.replace('"2"', '"68"')
LOCK_TIMEOUT_ZOS = (
    f"{_CLI}[DB2] SQL0913N  Unsuccessful execution caused by deadlock or timeout."
    '  Reason code "00C9008E".  SQLSTATE=57033 SQLCODE=-913'
)
LOG_FULL = (
    f"{_SERVER} SQL0964C  The transaction log for the database is full."
    "  SQLSTATE=57011 SQLCODE=-964"
)
NOT_NULL = (
    f"Error 1: {_SERVER} SQL0407N  Assignment of a NULL value to a NOT NULL column is not allowed."
    "  SQLSTATE=23502 SQLCODE=-407"
)
# When the first row of several is refused and no other, the driver overwrites what it knows.
EMPTY = "ibm_db_dbi::Error: "


class DriverError(Exception):
    """What the driver raises: its class says nothing, its text holds the codes."""


class ProducerError(Exception):
    """The reader cannot go on."""


def fail(event: str, text: str) -> NoReturn:
    """Raise as the driver does: what a failed commit or rollback says stands in a cause only."""
    if not event.startswith(("commit", "rollback")):
        raise DriverError(text)
    try:
        raise SystemError("<built-in function commit>") from Exception(text)  # noqa: TRY301
    except SystemError:
        said = "SystemError('<built-in function commit> returned a result with an exception set')"
        raise DriverError(said)  # noqa: B904 - its context is the only way to the codes


@dataclass
class Server:
    """Carries out the faults, and keeps which of them came to pass."""

    faults: tuple[Fault, ...] = ()
    ledger: bool = True  # whether a unit of work begins with a row of the ledger
    calls: Counter[str] = field(default_factory=Counter)
    fired: Counter[str] = field(default_factory=Counter)
    fired_now: Counter[str] = field(default_factory=Counter)  # since `begin`
    refused: set[threading.Thread] = field(default_factory=set)  # at the door, by the password
    knocked_again: int = 0
    generation: int = 0
    page_limit: int | None = None
    armed: bool = False  # whether the main thread may be interrupted
    interrupted: Callable[[int], None] | None = None  # who hears of it; None: KeyboardInterrupt
    lock: Any = field(default_factory=threading.Lock)
    late: list[threading.Thread] = field(default_factory=list)

    def at(self, event: str) -> Fault | None:
        """Count a call of the event; the fault that is planned for it."""
        with self.lock:
            self.calls[event] += 1
            call = self.calls[event]
            for fault in self.faults:
                if fault.event == event and fault.on <= call < fault.on + fault.times:
                    self.fired[fault.kind] += 1
                    self.fired_now[fault.kind] += 1
                    return fault
        return None

    def record(self) -> None:
        """The reader reads a record."""
        fault = self.at("record")
        if fault and fault.kind == "producer":
            raise ProducerError("the file ends in the middle of a block")
        if fault:
            self.interrupt()

    def thread(self) -> None:
        """A writer is started."""
        if self.at("thread"):
            raise RuntimeError("can't start new thread")

    def interrupt(self) -> None:
        """Ctrl-C: Python delivers it to the main thread, whoever noticed it."""
        if self.armed:
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    def begin(self) -> None:
        """A load begins."""
        self.fired_now.clear()
        self.refused.clear()
        self.page_limit = None

    def heal(self) -> None:
        """What an operator does before the next attempt."""
        self.page_limit = None
        self.refused.clear()
        self.settle()

    def settle(self) -> None:
        """Wait for what the server still does behind lost links."""
        for thread in self.late:
            thread.join()
        self.late.clear()

    def connect(self, database: str, **options: Any) -> FaultyConnection:
        generation = self.generation
        self.knocked_again += threading.current_thread() in self.refused
        fault = self.at("connect")
        if fault:
            self.connect_fails(fault)
        real = sqlite3.connect(database, check_same_thread=False, **options)
        # Nothing here outlives the machine: what is synced to the disk is not under test.
        real.execute("PRAGMA synchronous = OFF").close()
        return FaultyConnection(real, self, generation)

    def connect_fails(self, fault: Fault) -> None:
        if fault.kind == "slow":
            time.sleep(fault.amount / 1000)
        elif fault.kind == "memory":
            raise MemoryError
        elif fault.kind == "ctrl-c":
            self.interrupt()
        elif fault.kind == "restart":
            self.generation += 1
            raise DriverError(RESTARTED)
        elif fault.kind == "password refused":
            self.refused.add(threading.current_thread())
            raise DriverError(NO_ACCESS)
        else:
            raise DriverError(REFUSED)

    def afterwards(self, real: sqlite3.Connection, fault: Fault, *, commits: bool) -> None:
        """The unit of work behind a lost link ends when the server notices, and not before."""

        def end() -> None:
            time.sleep(fault.amount / 1000)
            if commits:
                real.commit()
            real.close()

        thread = threading.Thread(target=end, name="late")
        thread.start()
        self.late.append(thread)


SERVERS: dict[str, Server] = {}


class Driver(ModuleType):
    """sqlite3 for the layer, with connections of the planned servers."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sqlite3, name)

    def connect(self, database: str, **options: Any) -> FaultyConnection:
        return SERVERS.setdefault(database, Server()).connect(database, **options)


class TornFile:
    """A file that cannot be read to its end, when the plan says so."""

    def __init__(self, real: IO[bytes], path: str) -> None:
        self.real = real
        self.server = SERVERS.get(path.partition(".db")[0] + ".db", Server())

    def read(self, size: int) -> bytes:
        try:
            self.server.record()
        except ProducerError as error:
            raise OSError(errno.EIO, "Input/output error") from error
        return self.real.read(size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


class FaultyConnection:
    """Dead after a lost link: it fails at everything."""

    def __init__(self, real: sqlite3.Connection, server: Server, generation: int) -> None:
        self.real = real
        self.server = server
        self.generation = generation
        self.dead = False
        self.did = ""

    def execute(self, sql: str) -> sqlite3.Cursor:
        """A pragma, when the connection is opened."""
        return self.real.execute(sql)

    def create_aggregate(self, name: str, count: int, made: Any) -> None:
        self.real.create_aggregate(name, count, made)

    def cursor(self) -> FaultyCursor:
        if self.dead:
            raise DriverError(LINK_IS_DOWN)
        return FaultyCursor(self, self.real.cursor())

    def commit(self) -> None:
        event = {"stage": "commit", "merge": "commit of merge"}.get(self.did, "commit of audit")
        self.did = ""
        self.carry_out(event, self.real.commit)

    def rollback(self) -> None:
        self.did = ""
        if self.dead:
            raise DriverError(LINK_IS_DOWN)
        self.carry_out("rollback", self.real.rollback)

    def close(self) -> None:
        self.real.close()

    def die(self) -> None:
        """The server undoes the unit of work; the client's end is of no use any more."""
        self.real.rollback()
        self.dead = True

    def carry_out(self, event: str, action: Callable[[], Any], part: Any = None) -> Any:
        """Run a call and what is planned for it."""
        if self.dead:
            raise DriverError(LINK_IS_DOWN)
        if self.generation != self.server.generation:
            self.die()
            fail(event, LINK_LOST)
        self.limit_pages()
        fault = self.server.at(event)
        if fault is None:
            return action()
        return FAILURES[fault.kind](self, event, action, fault, part)

    def limit_pages(self) -> None:
        if self.server.page_limit is not None and not self.dead:
            self.real.execute(f"PRAGMA max_page_count = {self.server.page_limit}").close()


class FaultyCursor:
    """executemany goes on behind a row that it cannot insert, as the driver does."""

    def __init__(self, connection: FaultyConnection, real: sqlite3.Cursor) -> None:
        self.connection = connection
        self.real = real
        self.count: int | None = None

    @property
    def rowcount(self) -> int:
        return self.real.rowcount if self.count is None else self.count

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> object:
        event = event_of(sql, parameters)
        if event != "audit":
            self.connection.did = "merge" if event == "merge" else "stage"
        return self.connection.carry_out(event, lambda: self.real.execute(sql, parameters))

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]], /) -> object:
        def insert(part: Sequence[Sequence[Any]] = rows) -> None:
            kept = [row for row in part if SKIPPED not in row]
            self.real.executemany(sql, kept)
            self.count = len(kept)
            if len(kept) == len(part) - 1 and len(part) > 1 and SKIPPED in part[0]:
                raise DriverError(EMPTY)
            if len(kept) != len(part):
                raise DriverError(NOT_NULL)

        if not self.connection.server.ledger:
            self.connection.did = "stage"
        event = "rows" if self.connection.did else "trial"
        return self.connection.carry_out(event, insert, lambda n: insert(rows[:n]))

    def fetchone(self) -> Any:
        return self.real.fetchone()

    def fetchall(self) -> Sequence[Any]:
        return self.real.fetchall()

    def close(self) -> None:
        self.real.close()


def event_of(sql: str, parameters: Sequence[Any]) -> str:
    """What a statement is for."""
    first = sql.lstrip().upper()
    if first.startswith("INSERT") and "_RECON_BATCH " in first and "STAGE" in parameters:
        return "ledger"
    if first.startswith("INSERT") and "_RECON_REJECT " in first:
        return "reject"
    if first.startswith(("INSERT", "DELETE")) and " AS T" in first:
        return "merge"
    return "audit"


Action = Callable[[], Any]
Failure = Callable[[FaultyConnection, str, Action, Fault, Any], Any]


def _lost_before(link: FaultyConnection, event: str, _: Action, __: Fault, ___: Any) -> Any:
    link.die()
    fail(event, LINK_LOST)


def _lost_during(link: FaultyConnection, event: str, _: Action, fault: Fault, part: Any) -> Any:
    part(fault.amount)
    link.die()
    fail(event, LINK_LOST)


def _lost_after(link: FaultyConnection, event: str, action: Action, _: Fault, __: Any) -> Any:
    action()
    link.die()
    fail(event, LINK_LOST)


def _late(*, commits: bool) -> Failure:
    def lose(link: FaultyConnection, event: str, _: Action, fault: Fault, __: Any) -> Any:
        link.dead = True
        link.server.afterwards(link.real, fault, commits=commits)
        link.real = sqlite3.connect(":memory:", check_same_thread=False)
        fail(event, LINK_LOST)

    return lose


def _reconnected(link: FaultyConnection, event: str, action: Action, fault: Fault, __: Any) -> Any:
    """The unit of work is gone and the connection is a new one, which shows nothing of it.

    A commit may have taken place all the same: the driver says the contrary.
    """
    if event.startswith("commit") and fault.amount % 2:
        action()
    link.real.rollback()
    fail(event, RECONNECTED_ROWS if event in ("rows", "trial") else RECONNECTED)


def _deadlock(link: FaultyConnection, event: str, _: Action, __: Fault, ___: Any) -> Any:
    link.real.rollback()
    fail(event, DEADLOCK)


def _lock_timeout(link: FaultyConnection, event: str, _: Action, fault: Fault, __: Any) -> Any:
    if fault.amount % 2:  # z/OS does not roll back
        fail(event, LOCK_TIMEOUT_ZOS)
    link.real.rollback()
    fail(event, LOCK_TIMEOUT)


def _log_full(link: FaultyConnection, event: str, _: Action, __: Fault, ___: Any) -> Any:
    if event.startswith("commit"):
        link.real.rollback()
    fail(event, LOG_FULL)


def _disk_full(link: FaultyConnection, _: str, action: Action, fault: Fault, __: Any) -> Any:
    """The database's own error, as soon as it needs more pages than there are."""
    pages = link.real.execute("PRAGMA page_count").fetchone()[0]
    link.server.page_limit = pages + fault.amount // 4
    link.limit_pages()
    return action()


def _slow(_: FaultyConnection, __: str, action: Action, fault: Fault, ___: Any) -> Any:
    time.sleep(fault.amount / 1000)
    return action()


def _half_open(link: FaultyConnection, event: str, action: Action, fault: Fault, _: Any) -> Any:
    """Nothing comes back until the receive timeout; what the server did is anybody's guess."""
    time.sleep(fault.amount / 1000)
    if fault.amount % 2:
        action()
    link.die()
    fail(event, LINK_LOST)


def _restart(link: FaultyConnection, event: str, action: Action, fault: Fault, _: Any) -> Any:
    """Every connection dies; a commit that came first is kept."""
    if event.startswith("commit") and fault.amount % 2:
        action()
    link.server.generation += 1
    link.die()
    fail(event, RESTARTED)


def _rollback_fails(link: FaultyConnection, event: str, _: Action, __: Fault, ___: Any) -> Any:
    link.die()
    fail(event, LINK_LOST)


def _left_out(_: FaultyConnection, __: str, ___: Action, ____: Fault, part: Any) -> Any:
    return part(-1)


def _memory(_: FaultyConnection, __: str, ___: Action, ____: Fault, _____: Any) -> Any:
    raise MemoryError


def _memory_after(_: FaultyConnection, __: str, action: Action, ___: Fault, ____: Any) -> Any:
    action()
    raise MemoryError


def _exits(_: FaultyConnection, __: str, ___: Action, fault: Fault, ____: Any) -> Any:
    raise (SystemExit, KeyboardInterrupt, GeneratorExit)[fault.amount % 3]


def _ctrl_c(link: FaultyConnection, _: str, action: Action, __: Fault, ___: Any) -> Any:
    link.server.interrupt()
    return action()


FAILURES: dict[str, Failure] = {
    "lost before": _lost_before,
    "lost during": _lost_during,
    "lost after": _lost_after,
    "lost commit, not applied": _lost_before,
    "lost commit, applied": _lost_after,
    "lost commit, applied late": _late(commits=True),
    "lost commit, undone late": _late(commits=False),
    "reconnected silently": _reconnected,
    "deadlock": _deadlock,
    "lock timeout": _lock_timeout,
    "log full": _log_full,
    "disk full": _disk_full,
    "slow": _slow,
    "half-open": _half_open,
    "restart": _restart,
    "rollback fails": _rollback_fails,
    "row left out": _left_out,
    "memory": _memory,
    "memory after commit": _memory_after,
    "exit in a thread": _exits,
    "ctrl-c": _ctrl_c,
}
