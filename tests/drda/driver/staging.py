"""What the modules about writers share: records that are staged, each of them once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gateway.faults import Event, Fault
from repository.batches import batches
from repository.connection_factory import ConnectionFactory
from repository.db_writer import WriterResult, start_db_writers
from repository.retry_policy import RetryConfig
from repository.staging_repository import check_complete, with_descendants
from steps import row_counts, staged
from support import TARGET, read_back

from samples import ROOT

PATIENT = RetryConfig(max_attempts=30, initial_delay=0.05, max_delay=0.2)
SIZE, BATCHES = 40, 5
STATEMENTS = len(with_descendants(ROOT.row_type))  # of each kind in a unit of work
Records = Sequence[Any]

# Where in the units of work of a run.
POINTS: dict[str, Fault] = {
    "connect": Fault(Event.CONNECT),
    "preparing the ledger row": Fault(Event.PREPARE, nth=1),
    "preparing the rows": Fault(Event.PREPARE, nth=STATEMENTS + 1),
    "before the ledger row": Fault(Event.EXECUTE),
    "behind the ledger row": Fault(Event.EXECUTED),
    "before the last ledger row": Fault(Event.EXECUTE, nth=STATEMENTS),
    "behind the last ledger row": Fault(Event.EXECUTED, nth=STATEMENTS),
    "before the first row": Fault(Event.ROW),
    "before the second row": Fault(Event.ROW, nth=2),
    "in the middle of the rows": Fault(Event.ROW, nth=SIZE // 2),
    "before the last row": Fault(Event.ROW, nth=SIZE),
    "behind the first array": Fault(Event.ROWS_DONE),
    "behind the last array": Fault(Event.ROWS_DONE, nth=2 * STATEMENTS),
    "before the commit": Fault(Event.COMMIT),
    "behind the commit": Fault(Event.COMMITTED),
    "before a later commit": Fault(Event.COMMIT, nth=3),
    "behind a later commit": Fault(Event.COMMITTED, nth=3),
    "behind the last commit": Fault(Event.COMMITTED, nth=BATCHES),
}


def stage(
    factory: ConnectionFactory, run_id: str, records: Records, *, writers: int = 1, rejects: int = 0
) -> list[WriterResult]:
    with start_db_writers(
        factory, run_id, writers=writers, max_rejects=rejects, retry=PATIENT
    ) as group:
        for batch in batches(records, SIZE):
            group.put(batch)
    return group.results()


def assert_staged_once(factory: ConnectionFactory, run_id: str, records: Records) -> None:
    """Every row of every table is in, once, as it was; the ledger agrees."""
    for row_type, rows in row_counts(ROOT, records).items():
        assert staged(factory, row_type, run_id) == rows
    with factory.opened() as connection:
        expected = [(record.record_no, record.row) for record in records]
        assert read_back(connection, run_id, ROOT.row_type) == expected
        check_complete(connection, TARGET, run_id)
