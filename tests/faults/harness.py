"""Carries out a plan on a layer, and compares what is in the database with the model.

A load that fails is resumed until it completes, as an operator would. After each attempt nothing
may be half done, and no thread may be left.
"""

from __future__ import annotations

import logging
import shutil
import signal
import sqlite3
import sys
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from . import model
from .files import bytes_of
from .layers import Layer
from .plans import MARK, PASSWORD, SKIPPED, TRANSIENT, TRIGGERED, File, Plan, Record
from .server import SERVERS, ProducerError, Server

SECONDS = 30
ATTEMPTS = 3
JOB_PREFIX = "FAULTS_RECON"


class Stuck(BaseException):
    """A run did not end by itself. No Exception: nothing on its way may catch it."""


class Wrong(AssertionError):
    """What is in the database is not what the model says."""


@dataclass
class Outcome:
    """What became of a plan."""

    fired: Counter[str] = field(default_factory=Counter)
    attempts: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass
class Database:
    """An sqlite file with the tables of the job."""

    path: Path

    def select(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.path, timeout=20)) as connection:
            return connection.execute(sql, parameters).fetchall()

    def final(self) -> model.Tables:
        tables: model.Tables = {}
        for table, key in model.KEYS.items():
            rows = self.rows(table, table)
            tables[table] = {tuple(row[name] for name in key): row for row in rows}
            if len(rows) != len(tables[table]):
                raise Wrong(f"{table} has a key twice")
        return tables

    def staged(self, run_id: str) -> Counter[Any]:
        found: Counter[Any] = Counter()
        for table in model.KEYS:
            where = "WHERE RUN_ID = ?"
            numbers = self.select(f"SELECT RECORD_NO FROM STG_{table} {where} ORDER BY 1", run_id)
            rows = self.rows(table, f"STG_{table} {where} ORDER BY RECORD_NO", run_id)
            for (number,), row in zip(numbers, rows, strict=True):
                found[table, number, tuple(row.items())] += 1
        return found

    def rows(self, table: str, source: str, *parameters: object) -> list[dict[str, Any]]:
        columns = COLUMNS[table]
        sql = f"SELECT {', '.join(columns)} FROM {source}"
        return [dict(zip(columns, row, strict=True)) for row in self.select(sql, *parameters)]

    def rejected(self, run_id: str) -> Counter[Any]:
        sql = f"SELECT TABLE_NAME, RECORD_NO FROM {JOB_PREFIX}_REJECT WHERE RUN_ID = ?"
        return Counter(self.select(sql, run_id))

    def merged(self) -> list[str]:
        """The runs that were merged, in the order in which they were started."""
        sql = (
            f"SELECT R.RUN_ID FROM {JOB_PREFIX}_RUN AS R WHERE EXISTS (SELECT 1 FROM"
            f" {JOB_PREFIX}_BATCH AS B WHERE B.RUN_ID = R.RUN_ID AND B.PHASE = 'MERGE')"
            " ORDER BY RUN_SEQ"
        )
        return [str(run_id) for (run_id,) in self.select(sql)]

    def status(self, run_id: str) -> str:
        found = self.select(f"SELECT STATUS FROM {JOB_PREFIX}_RUN WHERE RUN_ID = ?", run_id)
        return str(found[0][0]) if found else ""


COLUMNS: dict[str, tuple[str, ...]] = {
    "ORDERS": ("rec_type", "order_no", "order_ref", "order_text", "order_total", "line_count"),
    "ORDER_LINE": ("order_no", "line_no", "sku", "line_amt"),
    "LINE_CHARGE": ("order_no", "line_no", "charge_no", "charge_code", "charge_amt"),
    "CUSTOMER": ("cust_type", "cust_id", "cust_since", "cust_name", "cust_balance"),
}


class Logged(logging.Handler):
    """Keeps what the layer logs, tracebacks included."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(levelname)s %(threadName)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@dataclass
class Stage:
    """A database with a server that fails as planned, and a layer that knows nothing of it."""

    layer: Layer
    plan: Plan
    folder: Path
    template: Path

    def __post_init__(self) -> None:
        path = self.folder / f"{self.layer.name}-{self.plan.seed}.db"
        shutil.copy(self.template, path)
        self.database = Database(path)
        self.server = SERVERS[str(path)] = Server(self.plan.faults)
        self.rejects_allowed = self.plan.max_rejects
        self.logged = Logged()
        self.outcome = Outcome()
        self.lock = threading.Lock()

    def factory(self) -> Any:
        config = self.layer.connection_factory.ConnectionConfig(
            target="sqlite", database=str(self.database.path), uid="batch", pwd=PASSWORD
        )
        factory = self.layer.connection_factory.ConnectionFactory(config)
        if not self.plan.one_writes:
            factory.writing = suppress()
        return factory

    def retry(self) -> Any:
        return self.layer.retry_policy.RetryConfig(
            max_attempts=ATTEMPTS, initial_delay=0.001, max_delay=0.003
        )

    # A load, as a job does it.

    def load(self, run_id: str, file: File) -> None:
        """Stage, merge, reconcile and finish; what is done already is not done again."""
        if self.plan.program:
            self.run_program(run_id, file)
            return
        run = self.audit("get_run", run_id)
        status = run.status if run else ""
        if status == "COMPLETED":
            return
        half_merged = status == "STAGED" and self.plan.scenario == "table by table"
        if not half_merged and status != "MERGED":
            self.audit("start_run", run_id, "test file", batch_size=self.plan.batch_size)
            self.stage(run_id, file)
            self.audit("record_source", run_id, self.totals(file))
            self.audit("mark_staged", run_id)
        if status != "MERGED":
            self.merge(run_id)
        self.reconcile(run_id)

    def begin(self, run_id: str, file: File) -> None:
        """A load that ends before its merge."""
        if self.plan.program:
            self.run_program(run_id, file, stage_only=True)
        else:
            self.audit("start_run", run_id, "test file", batch_size=self.plan.batch_size)
            self.stage(run_id, file)

    def run_program(self, run_id: str, file: File, *, stage_only: bool = False) -> None:
        """The same through the job's own program, from a file of bytes."""
        program, modules = self.layer.modules["faults_job.load"], self.layer.modules
        stop = modules["faults_job.signals"].StopRequest()
        self.server.interrupted = stop.note
        data = bytes_of(file)
        path = Path(f"{self.database.path}.{zlib.crc32(data)}")
        with self.lock:
            if not path.exists():
                path.write_bytes(data)
        sources = modules["faults_job.sources"].sources_of(
            [str(path)], modules["record_io.layouts"].LAYOUTS
        )
        options = program.LoadOptions(
            run_id,
            batch_size=self.plan.batch_size,
            writers=self.plan.writers,
            queue_size=self.plan.queue_size,
            max_rejects=self.rejects_allowed,
            resume=bool(self.database.status(run_id)),
            stage_only=stage_only,
        )
        try:
            result = program.load(self.factory(), sources, options, self.retry(), stop=stop)
        except program.LoadFailed as failed:
            raise failed.__cause__ or failed from None
        finally:
            self.server.interrupted = None
        if result.differences and not self.overtaken(run_id):
            raise Wrong(f"run {run_id} does not balance: {result.differences}")
        if result.status != ("STAGED" if stage_only else "COMPLETED") and not result.differences:
            raise Wrong(f"run {run_id} is {result.status}")

    def audit(self, step: str, *arguments: Any, **options: Any) -> Any:
        """A step on the audit trail, taken again on a new connection if need be."""
        audit = self.layer.reconciliation_repository.ReconciliationRepository
        return self.layer.unit_of_work.in_unit_of_work(
            self.factory(),
            self.retry(),
            lambda connection: getattr(audit(connection, "sqlite"), step)(*arguments, **options),
        )

    def stage(self, run_id: str, file: File) -> None:
        """Hand every batch to the writers, or only those that the ledger lacks."""
        is_in = self.layer.ledger.is_in
        ledger = self.audit("get_batches", run_id) if self.plan.skips else {}
        group = self.layer.db_writer.start_db_writers(
            self.factory(),
            run_id,
            writers=self.plan.writers,
            queue_size=self.plan.queue_size,
            max_rejects=self.rejects_allowed,
            retry=self.retry(),
        )
        try:
            with group:
                for batch in self.batches(file):
                    if not is_in(ledger, batch):
                        group.put(batch)
        finally:
            self.results = group.results()
        for result in self.results:
            self.audit("record_worker", run_id, result)

    def merge(self, run_id: str) -> Any:
        if self.plan.scenario != "table by table":
            return self.layer.final_repository.merge_all(self.factory(), run_id, self.retry())
        results = {}
        for row_type in self.layer.records.ROWS:
            with self.factory().opened() as connection:
                final = self.layer.final_repository.FINAL[row_type](connection, "sqlite")
                results[row_type] = final.merge_from_staging(run_id)
        return results

    def reconcile(self, run_id: str) -> None:
        report = self.audit("reconcile", run_id)
        if not report.balanced and not self.overtaken(run_id):
            raise Wrong(f"run {run_id} does not balance: {report.differences}")
        status = self.audit("finish_run", run_id, report)
        if report.balanced and status != "COMPLETED":
            raise Wrong(f"run {run_id} is {status}")

    def overtaken(self, run_id: str) -> bool:
        """Whether a newer run was merged: the final tables show its rows then."""
        return self.database.merged()[-1:] not in ([], [run_id])

    def batches(self, file: File) -> Iterator[Any]:
        """Batches as a reader gives them: of one class each, numbered within it."""
        made = {root: self._batches_of(root) for root in model.FAMILIES}
        waiting: dict[str, list[Record]] = {root: [] for root in model.FAMILIES}
        for record in file:
            self.server.record()
            waiting[record.table].append(record)
            if len(waiting[record.table]) == self.plan.batch_size:
                yield made[record.table](waiting[record.table])
                waiting[record.table] = []
        for root, records in waiting.items():
            if records:
                yield made[root](records)

    def _batches_of(self, root: str) -> Callable[[list[Record]], Any]:
        types = self.layer.row_types()
        number = 0

        def make(records: list[Record]) -> Any:
            nonlocal number
            number += 1
            batches = self.layer.batches
            good = tuple(
                batches.SourceRecord(
                    one.number,
                    types[root](**one.rows[0][1]),
                    tuple(types[table](**values) for table, values in one.rows[1:]),
                    one.raw,
                )
                for one in records
                if one.poison != "unreadable"
            )
            refused = tuple(
                batches.RefusedRecord(
                    one.number,
                    None,
                    f"record {one.number}: byte {one.number * 80}: nibbles are no digits",
                    one.raw,
                    self.readable_totals(one),
                )
                for one in records
                if one.poison == "unreadable"
            )
            digest = batches.digest_of(
                sorted((*good, *refused), key=lambda record: record.record_no)
            )
            return batches.ProcessedBatch(number, types[root], good, refused, digest)

        return make

    @staticmethod
    def readable_totals(record: Record) -> dict[str, Decimal]:
        name = model.TOTALS[record.table]
        return {name: record.rows[0][1][name]}

    def totals(self, file: File) -> dict[type[Any], Any]:
        """What the reader counted and added up."""
        types = self.layer.row_types()
        counts: Counter[str] = Counter()
        sums: dict[str, Decimal] = dict.fromkeys(model.TOTALS.values(), Decimal(0))
        for record in file:
            rows = record.rows[:1] if record.poison == "unreadable" else record.rows
            for table, values in rows:
                counts[table] += 1
                if table in model.TOTALS:
                    sums[model.TOTALS[table]] += values[model.TOTALS[table]]
        made = self.layer.reconciliation_repository.SourceTotals
        return {
            types[table]: made(
                counts[table],
                {model.TOTALS[table]: sums[model.TOTALS[table]]} if table in model.TOTALS else {},
            )
            for table in model.KEYS
        }


def carry_out(layer: Layer, plan: Plan, folder: Path, template: Path) -> Outcome:
    """Run the plan; the faults that the layer survived. Raises Wrong or Stuck if it did not."""
    stage = Stage(layer, plan, folder, template)
    logger = logging.getLogger(layer.name)
    logger.propagate = False
    logger.addHandler(stage.logged)
    try:
        with layer.active(), bounded(stage.server), threads_refused(stage.server), none_dies():
            SCENARIOS[plan.scenario](stage)
        check_log(stage)
    except Stuck as error:
        stage.outcome.errors.append(repr(error))
        raise Wrong(f"it did not end within {SECONDS} s: {error}") from error
    finally:
        logger.removeHandler(stage.logged)
        SERVERS.pop(str(stage.database.path), None)
        stage.server.settle()
        for path in folder.glob(f"{stage.database.path.name}*"):
            path.unlink()
    stage.outcome.fired = stage.server.fired
    return stage.outcome


@contextmanager
def bounded(server: Server) -> Iterator[None]:
    """SIGALRM ends what does not end by itself; SIGINT counts while a load is armed."""

    def alarm(*_: object) -> None:
        frames = sys._current_frames().values()  # noqa: SLF001 - where they stand
        places = [f"{frame.f_code.co_filename}:{frame.f_lineno}" for frame in frames]
        raise Stuck(", ".join(places))

    def interrupt(*_: object) -> None:
        if server.armed:
            server.armed = False
            if server.interrupted is None:
                raise KeyboardInterrupt
            server.interrupted(signal.SIGINT)

    before = signal.signal(signal.SIGALRM, alarm), signal.signal(signal.SIGINT, interrupt)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before[0])
        signal.signal(signal.SIGINT, before[1])


@contextmanager
def threads_refused(server: Server) -> Iterator[None]:
    """The operating system gives no more threads, when the plan says so."""
    real = threading.Thread.start

    def start(thread: threading.Thread) -> None:
        if thread.name.startswith("db-writer"):
            server.thread()
        real(thread)

    threading.Thread.start = start  # type: ignore[method-assign]
    try:
        yield
    finally:
        threading.Thread.start = real  # type: ignore[method-assign]


@contextmanager
def none_dies() -> Iterator[None]:
    """A thread that an error ends outside of everybody's sight is wrong."""
    died: list[str] = []
    real = threading.excepthook
    threading.excepthook = lambda told: died.append(f"{told.thread}: {told.exc_value!r}")
    try:
        yield
    finally:
        threading.excepthook = real
    if died:
        raise Wrong(f"threads died: {died}")


# Scenarios.


def until_done(stage: Stage, run_id: str, file: File, before: list[File]) -> None:
    """Load; after a failure load again, as `--resume` does, until it is done."""
    limit = 3 + sum(fault.times for fault in stage.plan.faults)
    for _ in range(limit):
        stage.outcome.attempts += 1
        error = attempt(stage, run_id, file)
        stage.server.heal()
        check_between(stage, run_id, file, before)
        if error is None:
            break
        judge(stage, error, file)
        merge_too_early(stage, run_id, before)
    else:
        raise Wrong(f"not done after {limit} attempts: {stage.outcome.errors}")
    check_done(stage, run_id, file, [*before, file])


def attempt(stage: Stage, run_id: str, file: File) -> BaseException | None:
    """One load, with nothing left running behind it; its error."""
    threads = set(threading.enumerate())
    error: BaseException | None = None
    stage.server.begin()
    try:
        stage.server.armed = threading.current_thread() is threading.main_thread()
        stage.load(run_id, file)
    except Stuck:
        raise
    except BaseException as failure:  # noqa: BLE001 - whatever it is, the load is resumed
        error = failure
        stage.outcome.errors.append(f"{type(failure).__name__}: {failure}")
    finally:
        stage.server.armed = False
    # The program marks the run and asks how it stands; nothing else may knock again.
    if stage.server.knocked_again > (2 if stage.plan.program else 0):
        raise Wrong("a password that was refused is tried again") from error
    stage.server.refused.clear()
    stage.server.knocked_again = 0
    left = [one.name for one in set(threading.enumerate()) - threads if one.name != "late"]
    if left and stage.plan.scenario in ONE_AT_A_TIME:
        raise Wrong(f"threads are left behind: {left}") from error
    stage.server.settle()
    if isinstance(error, Wrong):
        raise error
    unmerged = ("STARTED",) if stage.plan.scenario == "table by table" else ("STARTED", "STAGED")
    says = stage.plan.says_failed and not stage.plan.program  # the program says it itself
    if error and says and stage.database.status(run_id) in unmerged:
        with suppress(Exception):
            if isinstance(error, KeyboardInterrupt):
                stage.audit("interrupt_run", run_id)
            else:
                stage.audit("finish_run", run_id, None)
    return error


def judge(stage: Stage, error: BaseException, file: File) -> None:
    """Whether the load had a reason to fail; too many rejects are allowed the next time."""
    text = str(error)
    roots = Counter(record.table for record in file if record.poison)
    refused = max(roots.values(), default=0)
    if "allowed" in text and "refused" in text:
        if refused <= stage.rejects_allowed:
            raise Wrong(f"too many rejects are no more than allowed: {text}") from error
        stage.rejects_allowed = refused
        return
    fired = stage.server.fired_now
    if stage.plan.scenario == "table by table":  # a merge of one table is not taken again
        return
    if fired.keys() <= TRANSIENT and fired.total() <= ATTEMPTS - 1:
        raise Wrong(f"{dict(fired)} ended it: {type(error).__name__}: {text}") from error


def merge_too_early(stage: Stage, run_id: str, before: list[File]) -> None:
    """Somebody merges a run that is not staged: it is refused."""
    if stage.database.status(run_id) in ("STAGED", "MERGED", "COMPLETED"):
        return
    stage.server.begin()
    with suppress(Exception):
        stage.layer.final_repository.merge_all(stage.factory(), run_id, stage.retry())
        stage.outcome.errors.append("merged too early")
    check_final(stage, before)


def scenario_alone(stage: Stage) -> None:
    until_done(stage, "RUN-1", stage.plan.file, [])


def scenario_again(stage: Stage) -> None:
    """The same file under the same run id, then under a new one."""
    file = stage.plan.file
    until_done(stage, "RUN-1", file, [])
    try:
        stage.audit("start_run", "RUN-1", "test file")
    except Exception as error:  # noqa: BLE001 - a fault may come first
        if type(error).__name__ != "RunExists" and not stage.server.fired:
            raise
    else:
        raise Wrong("a run that was merged can be started again")
    written = "SELECT {} FROM {} ORDER BY 1, 2, 3"
    told = {
        table: stage.database.select(written.format("LAST_RUN_ID, UPDATE_TS, rowid", table))
        for table in model.KEYS
    }
    until_done(stage, "RUN-2", file, [file])
    for table, rows in told.items():
        now = stage.database.select(written.format("LAST_RUN_ID, UPDATE_TS, rowid", table))
        if rows != now:
            raise Wrong(f"{table}: rows that did not change were written again")


def scenario_changed(stage: Stage) -> None:
    """Another file under a run id of which batches are staged: refused, and nothing merged."""
    file = stage.plan.file
    stage.rejects_allowed = len(file)
    for _ in range(10):
        stage.server.begin()
        with suppress(Exception):
            stage.begin("RUN-1", file)
            break
        stage.server.heal()
    changed = tuple(
        Record(one.number, ((one.table, one.rows[0][1] | _other(one.table)),), one.poison)
        for one in file
    )
    error = attempt(stage, "RUN-1", changed)
    if error is None:
        raise Wrong("another file was loaded under the run id")
    if not stage.server.fired_now and "BatchConflict" not in repr(error):
        raise Wrong(f"it should be a conflict: {error!r}")
    check_final(stage, [])
    until_done(stage, "RUN-1", file, [])


def _other(table: str) -> dict[str, Any]:
    return {"ORDERS": {"order_ref": f"{MARK}other"}, "CUSTOMER": {"cust_type": "X"}}[table]


def scenario_newer_first(stage: Stage) -> None:
    """An older run that comes after a newer one has nothing more to say."""
    old, new = stage.plan.file, stage.plan.second
    stage.rejects_allowed = max(len(old), len(new))
    for _ in range(20):
        stage.server.begin()
        try:
            stage.audit("start_run", "RUN-1", "test file")
            break
        except Exception:  # noqa: BLE001 - a fault
            stage.server.heal()
    until_done(stage, "RUN-2", new, [])
    for _ in range(20):
        error = attempt(stage, "RUN-1", old)
        if error is None:
            raise Wrong("an older run was merged over a newer one")
        check_final(stage, [new])
        if type(error).__name__ == "StaleRunError":
            return
        stage.server.heal()
    raise Wrong(f"it should be stale: {stage.outcome.errors[-1]}")


def scenario_two_at_once(stage: Stage) -> None:
    """Two runs over the same keys: what is there in the end is the newer run's, over the older."""
    stage.rejects_allowed = max(len(stage.plan.file), len(stage.plan.second))
    runs = {"RUN-1": stage.plan.file, "RUN-2": stage.plan.second}
    at_once(stage, runs)
    newest = f"SELECT RUN_ID FROM {JOB_PREFIX}_RUN ORDER BY RUN_SEQ DESC"
    done = stage.database.merged()
    if not done or stage.database.select(newest)[0][0] not in done:
        raise Wrong(f"the newest run was not merged: {stage.outcome.errors}")
    check_final(stage, [runs[run_id] for run_id in done])
    for run_id in done:
        check_staged(stage, run_id, runs[run_id])
    check_audit(stage, done[-1], runs[done[-1]])


def scenario_same_id_at_once(stage: Stage) -> None:
    """Two loads of one file under one run id get in each other's way, and nothing is in twice."""
    stage.rejects_allowed = len(stage.plan.file)
    at_once(stage, {"RUN-1": stage.plan.file}, times=2)
    check_done(stage, "RUN-1", stage.plan.file, [stage.plan.file])


def at_once(stage: Stage, runs: dict[str, File], times: int = 1) -> None:
    threads = set(threading.enumerate())
    wrong: list[BaseException] = []

    def one(run_id: str, file: File) -> None:
        for _ in range(30):
            try:
                error = attempt(stage, run_id, file)
            except Wrong as failure:
                wrong.append(failure)
                return
            if error is None or type(error).__name__ == "StaleRunError":
                return
            with stage.lock:
                stage.server.page_limit = None

    loads = [
        threading.Thread(target=one, args=item, name="load")
        for item in runs.items()
        for _ in range(times)
    ]
    for load in loads:
        load.start()
    for load in loads:
        load.join()
    stage.server.settle()
    left = set(threading.enumerate()) - threads
    if wrong:
        raise wrong[0]
    if left:
        raise Wrong(f"threads are left behind: {left}")


ONE_AT_A_TIME = ("alone", "again", "table by table", "newer first", "changed")
SCENARIOS: dict[str, Callable[[Stage], None]] = {
    "alone": scenario_alone,
    "again": scenario_again,
    "changed": scenario_changed,
    "newer first": scenario_newer_first,
    "two at once": scenario_two_at_once,
    "same id at once": scenario_same_id_at_once,
    "table by table": scenario_alone,
}


# Checks.


def check_between(stage: Stage, run_id: str, file: File, before: list[File]) -> None:
    """After any attempt: whole batches are staged, and all of the run is merged or nothing."""
    database = stage.database
    status = database.status(run_id)
    merged = status in ("MERGED", "COMPLETED")
    if stage.plan.scenario != "table by table" or merged:
        check_final(stage, [*before, file] if merged else before)
    for table in model.KEYS:
        ledger = sum(rows for _, _, rows, *_ in ledger_of(stage, run_id, table))
        staged = database.select(f"SELECT COUNT(*) FROM STG_{table} WHERE RUN_ID = ?", run_id)
        refused = sum(n for (name, _), n in database.rejected(run_id).items() if name == table)
        if ledger != staged[0][0] + refused:
            raise Wrong(f"{table}: {ledger} in the ledger, {staged[0][0]} + {refused} in")
    too_many = database.staged(run_id) - model.staged(file)
    if too_many:
        raise Wrong(f"staged and not in the file, or twice: {list(too_many)[:3]}")
    if database.rejected(run_id) - model.rejected(file):
        raise Wrong("rejected and good, or twice")


def ledger_of(stage: Stage, run_id: str, table: str) -> list[tuple[Any, ...]]:
    return stage.database.select(
        "SELECT BATCH_NO, WORKER_ID, ROW_COUNT, FIRST_RECORD_NO, LAST_RECORD_NO FROM"
        f" {JOB_PREFIX}_BATCH WHERE RUN_ID = ? AND TABLE_NAME = ? AND PHASE = 'STAGE' ORDER BY 1",
        run_id,
        table,
    )


def check_done(stage: Stage, run_id: str, file: File, files: list[File]) -> None:
    check_staged(stage, run_id, file)
    check_final(stage, files)
    check_audit(stage, run_id, file)


def check_staged(stage: Stage, run_id: str, file: File) -> None:
    _same("staging", stage.database.staged(run_id), model.staged(file))
    _same("rejects", stage.database.rejected(run_id), model.rejected(file))


def check_final(stage: Stage, files: list[File]) -> None:
    found, expected = stage.database.final(), model.final(files)
    for table, rows in expected.items():
        if rows != found[table]:
            lost = [key for key in rows if key not in found[table]]
            extra = [key for key in found[table] if key not in rows]
            other = [key for key in rows if key in found[table] and rows[key] != found[table][key]]
            raise Wrong(
                f"{table}: {len(lost)} rows lost {lost[:3]}, {len(extra)} too many {extra[:3]},"
                f" {len(other)} with other values {other[:3]}"
            )


def check_audit(stage: Stage, run_id: str, file: File) -> None:
    """The run, its ledger and its checks say what happened."""
    counts = stage.database.select(
        f"SELECT STATUS, SOURCE_COUNT, STAGED_COUNT, REJECTED_COUNT FROM {JOB_PREFIX}_RUN"
        " WHERE RUN_ID = ?",
        run_id,
    )
    staged, rejected = model.staged(file).total(), model.rejected(file).total()
    _same("run", counts, [("COMPLETED", staged + rejected, staged, rejected)])
    for root, family in model.FAMILIES.items():
        numbers = [record.number for record in file if record.table == root]
        size = stage.plan.batch_size
        cuts = [numbers[at : at + size] for at in range(0, len(numbers), size)]
        for table in family:
            ledger = ledger_of(stage, run_id, table)
            ours = [(no, cut[0], cut[-1]) for no, cut in enumerate(cuts, 1)]
            _same(f"ledger of {table}", [(row[0], *row[3:]) for row in ledger], ours)
    verdicts = stage.database.select(
        f"SELECT CHECK_NAME, VERDICT FROM {JOB_PREFIX}_CHECK WHERE RUN_ID = ?", run_id
    )
    different = [name for name, verdict in verdicts if verdict == "DIFFERENT"]
    if different:
        raise Wrong(f"checks that differ: {different}")
    if not any(verdict == "EQUAL" for _, verdict in verdicts):
        raise Wrong("nothing was compared")


def _same(what: str, found: Any, expected: Any) -> None:
    if found == expected:
        return
    if isinstance(expected, Counter):
        lost, extra = expected - found, found - expected
        raise Wrong(
            f"{what}: {lost.total()} missing {list(lost)[:3]}, {extra.total()} too many"
            f" {list(extra)[:3]}"
        )
    raise Wrong(f"{what}: {found}, expected {expected}")


def check_log(stage: Stage) -> None:
    text = "\n".join(stage.logged.lines)
    if PASSWORD in text:
        raise Wrong("the password is in the log")
    for mark in (TRIGGERED, SKIPPED, MARK):
        if mark in text:
            at = text.index(mark)
            raise Wrong(f"a value is in the log: {text[max(0, at - 200) : at + 60]}")


def make_template(layer: Layer, path: Path) -> None:
    """An empty database of the job; sqlite itself refuses rows with a certain text."""
    config = layer.connection_factory.ConnectionConfig(target="sqlite", database=str(path))
    SERVERS[str(path)] = Server()
    with layer.connection_factory.ConnectionFactory(config).opened() as connection:
        layer.ddl.deploy(connection, "sqlite")
    del SERVERS[str(path)]
    texts = {
        "ORDERS": "order_ref",
        "ORDER_LINE": "sku",
        "LINE_CHARGE": "charge_code",
        "CUSTOMER": "cust_name",
    }
    with closing(sqlite3.connect(path)) as connection:
        for table, column in texts.items():
            connection.execute(
                f"CREATE TRIGGER REFUSE_{table} BEFORE INSERT ON STG_{table}"
                f" WHEN NEW.{column} = '{TRIGGERED}'"
                " BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed'); END"
            )
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


__all__ = ["Outcome", "ProducerError", "Stuck", "Wrong", "carry_out", "make_template"]
