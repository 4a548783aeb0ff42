"""A generated job takes its loaded tables from version to version, whatever ends it in between."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator import migrations, pipeline
from generator.output.report import Status
from generator.workspace import JobPlace
from tests.evolve.sqlite_data import objects
from tests.jobs import alone

KILLS = 40
ROWS = 150
JOB = """\
version: 1
job: METER
targets: [sqlite]
records:
  METER-RECORD:
    tables: {{final: METER}}
    key: [MT-NO]
    occurs: {{MT-READING: {form}}}
  PLACE-RECORD: {{key: [PC-NO], tables: {{final: PLACE}}}}
"""
METER = """\
       01  METER-RECORD.
           05  MT-NO       PIC 9(6).
           05  MT-NAME     PIC X({name}).
           05  MT-USED     PIC S9(7)V9({scale}) COMP-3.
           05  MT-READING  OCCURS 3.
               10  MT-DAY   PIC 9(3).
               10  MT-VALUE PIC 9(7)V9.
"""
PLACE = """\
       01  PLACE-RECORD.
           05  PC-NO       PIC 9(4).
           05  PC-CITY     PIC X({city}).
"""
CHILD = "{as: child_table, table: METER_READING, sequence: READING_NO}"


@dataclass(frozen=True)
class Job:
    """The generated package, imported, and a database of its version 0 with rows in it."""

    folder: Path
    database: Path
    runner: Any
    factory_of: Callable[[Path], Any]

    def copy(self, path: Path) -> Path:
        """A database to work on, without what a killed process left of the one before."""
        for left in path.parent.glob(f"{path.name}-*"):
            left.unlink()
        shutil.copy(self.database, path)
        return path

    def migrate(self, database: Path, *, down: bool = False, to: int | None = None) -> int:
        """Take every step that is left; gives their number."""
        factory = self.factory_of(database)
        with factory.opened() as connection:
            _, moves = self.runner.plan(connection, "sqlite", to, down=down)
        return sum(1 for move in moves for _ in self.runner.carry_out(factory, move))


def contents(database: Path) -> dict[str, list[str]]:
    """Every row of every table but the ledger, as text."""
    with closing(sqlite3.connect(database)) as connection:
        return {
            name: sorted(repr(row) for row in connection.execute(f"SELECT * FROM {name}"))
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.endswith("_RECON_MIGRATION") and not name.startswith("sqlite_")
        }


def shape(database: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return objects(connection)


def inputs(root: Path, *, name: int, scale: int, city: int, form: str) -> JobPlace:
    place = JobPlace(root, "METER", "meter")
    (place.folder / "copybooks").mkdir(parents=True, exist_ok=True)
    (place.folder / "copybooks" / "METER.cpy").write_text(METER.format(name=name, scale=scale))
    (place.folder / "copybooks" / "PLACE.cpy").write_text(PLACE.format(city=city))
    (place.folder / "job.yaml").write_text(JOB.format(form=form))
    return place


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Job]:
    """Version 0 deployed and filled; versions 1 and 2 wait for it."""
    root = tmp_path_factory.mktemp("workspace")
    place = inputs(root, name=10, scale=1, city=20, form="columns")
    (root / "source").mkdir(exist_ok=True)
    assert pipeline.generate(place, pipeline.Options()).status is Status.WRITTEN
    database = root / "old.sqlite"
    deploy(place.output, database)
    fill(database)
    inputs(root, name=30, scale=3, city=25, form="columns")
    assert migrations.new(place).status is Status.WRITTEN
    inputs(root, name=30, scale=3, city=30, form=CHILD)
    assert migrations.new(place).status is Status.WRITTEN
    with alone(place.output / "src"):
        generated = import_module("repository.migrations")
        connections = import_module("repository.connection_factory")

        def factory_of(path: Path) -> Any:
            config = connections.ConnectionConfig(target="sqlite", database=str(path))
            return connections.ConnectionFactory(config)

        yield Job(place.output, database, generated, factory_of)


def deploy(output: Path, database: Path) -> None:
    scripts = sorted((output / "src/repository/ddl/sqlite").glob("*.sql"))
    with closing(sqlite3.connect(database)) as connection:
        for script in scripts:
            connection.executescript(script.read_text("utf-8"))


def fill(database: Path) -> None:
    random = Random(7)  # noqa: S311 - rows for a test
    with closing(sqlite3.connect(database)) as connection:
        for number in range(ROWS):
            readings = [
                part
                for _ in range(3)
                for part in (random.randint(0, 365), f"{random.randint(0, 99)}.{number % 10}")
            ]
            row = [number, f"METER {number}", f"-{number}.5", *readings, "R", "R"]
            marks = ", ".join("?" * len(row))
            connection.execute(
                "INSERT INTO METER (MT_NO, MT_NAME, MT_USED, MT_DAY_1, MT_VALUE_1, MT_DAY_2,"
                " MT_VALUE_2, MT_DAY_3, MT_VALUE_3, CREATED_RUN_ID, LAST_RUN_ID)"
                f" VALUES ({marks})",
                row,
            )
            connection.execute(
                "INSERT INTO PLACE (PC_NO, PC_CITY, CREATED_RUN_ID, LAST_RUN_ID)"
                " VALUES (?, ?, 'R', 'R')",
                (number, f"CITY {number}"),
            )
        connection.commit()


@pytest.fixture(scope="module")
def wanted(job: Job, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same database, migrated by a process that nobody disturbed."""
    path = job.copy(tmp_path_factory.mktemp("wanted") / "job.sqlite")
    assert job.migrate(path) > 3
    return path


def in_a_process(work: Callable[[], object]) -> int:
    """Run it in a child of this process; gives the child's id."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - the parent reads the exit code
        os._exit(2 if type(error).__name__ == "MigrationRefused" else 3)
    os._exit(0)


def test_nothing_is_lost_on_the_way(job: Job, wanted: Path, tmp_path: Path) -> None:
    before, after = contents(job.database), contents(wanted)
    assert len(after["METER"]) == len(before["METER"]) == ROWS
    assert len(after["METER_READING"]) == 3 * ROWS
    with closing(sqlite3.connect(wanted)) as connection:
        used = connection.execute("SELECT MT_USED FROM METER WHERE MT_NO = 17").fetchone()
        assert used == ("-17.500",)
    fresh = tmp_path / "fresh.sqlite"
    deploy(job.folder, fresh)
    assert shape(wanted) == shape(fresh)


def test_down_is_the_way_back(job: Job, wanted: Path, tmp_path: Path) -> None:
    path = tmp_path / "job.sqlite"
    shutil.copy(wanted, path)
    assert job.migrate(path, down=True, to=0) > 3
    assert contents(path) == contents(job.database)
    assert shape(path) == shape(job.database)
    assert job.migrate(path) > 3
    assert contents(path) == contents(wanted)


def test_what_commits_by_itself_is_entered_when_it_has_succeeded(job: Job, tmp_path: Path) -> None:
    path, runner = job.copy(tmp_path / "job.sqlite"), import_module("repository.migrations.runner")
    entry = (
        "INSERT INTO METER_RECON_MIGRATION (VERSION_NO, DIRECTION, STEP_NO, NAME)\n"
        "  VALUES (1, 'UP', 1, 'x')"
    )
    entered = "SELECT COUNT(*) FROM METER_RECON_MIGRATION WHERE VERSION_NO = 1"
    for first, count in (("REORG", 0), ("ANALYZE", 1)):
        with job.factory_of(path).opened() as connection, suppress(job.runner.MigrationFailed):
            step = job.runner.Step(1, "Reorganize", (first, entry), irreversible=False)
            move = job.runner.Move(job.runner.read_scripts("sqlite")[0], "UP")
            runner._take(connection, "sqlite", move, step)  # noqa: SLF001 - a step of our own
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute(entered).fetchone() == (count,), first


def test_killed_at_every_statement_it_goes_on(
    job: Job, wanted: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The process kills itself before its first statement, then before its second, and so on."""
    number, path = 0, tmp_path / "job.sqlite"
    while True:
        number += 1
        job.copy(path)
        child = in_a_process(partial(killed_before, job, path, number))
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break
        assert os.WTERMSIG(status) == signal.SIGKILL
        job.migrate(path)
        assert contents(path) == contents(wanted), f"killed before statement {number}"
        assert shape(path) == shape(wanted)
    assert os.waitstatus_to_exitcode(status) == 0
    assert number > 30
    record_property("faults survived", {"migrations killed": number - 1, "runs": number - 1})


def killed_before(job: Job, path: Path, number: int) -> None:
    left = number

    def count(_: str) -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    opened = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = opened(*arguments, **options)
        connection.set_trace_callback(count)
        return connection

    sqlite3.connect = traced  # type: ignore[assignment]
    job.migrate(path)


def test_killed_at_any_moment_it_goes_on(
    job: Job, wanted: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    random, path = Random(11), tmp_path / "job.sqlite"  # noqa: S311 - moments for a test
    started = time.monotonic()
    job.migrate(job.copy(tmp_path / "once.sqlite"))
    took = time.monotonic() - started
    killed = 0
    for _ in range(KILLS):
        job.copy(path)
        child = in_a_process(partial(job.migrate, path))
        time.sleep(random.random() * took)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        job.migrate(path)
        assert contents(path) == contents(wanted)
        assert shape(path) == shape(wanted)
    assert killed > KILLS // 4
    record_property("faults survived", {"migrations killed": killed, "runs": KILLS})


def test_two_at_once_do_each_step_once(job: Job, wanted: Path, tmp_path: Path) -> None:
    for _ in range(5):
        path = job.copy(tmp_path / "job.sqlite")
        children = [in_a_process(partial(job.migrate, path)) for _ in range(3)]
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert 0 in codes
        assert set(codes) <= {0, 2}
        assert contents(path) == contents(wanted)
        assert job.migrate(path) == 0


def test_a_view_of_the_users_own_stays(job: Job, tmp_path: Path) -> None:
    path = job.copy(tmp_path / "job.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW MINE AS SELECT MT_NO, MT_NAME FROM METER")
    job.migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM MINE").fetchone() == (ROWS,)


def test_an_index_of_the_users_own_is_not_lost(job: Job, tmp_path: Path) -> None:
    path = job.copy(tmp_path / "job.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE INDEX MINE ON METER (MT_NAME)")
    with pytest.raises(job.runner.MigrationRefused, match="1 found, the first: index MINE"):
        job.migrate(path)
    assert contents(path) == contents(job.database)
