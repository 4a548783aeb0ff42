"""A load under faults: the layer, its database, and the steps as a job takes them."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from . import model
from .database import Database, Wrong
from .files import bytes_of
from .layers import Layer
from .plans import PASSWORD, TRIGGERED, File, Plan, Record
from .server import SERVERS, Server

ATTEMPTS = 3


@dataclass
class Outcome:
    """What became of a plan."""

    fired: Counter[str] = field(default_factory=Counter)
    attempts: int = 0
    errors: list[str] = field(default_factory=list)


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
            factory.writing = nullcontext()
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
        made = self.layer.checks.SourceTotals
        return {
            types[table]: made(
                counts[table],
                {model.TOTALS[table]: sums[model.TOTALS[table]]} if table in model.TOTALS else {},
            )
            for table in model.KEYS
        }


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
