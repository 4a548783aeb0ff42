"""Runs the usual sample under faults, in a process of its own: what hangs is left hanging.

python -m tests.faults.usual_runs FOLDER SEEDS prints, as JSON, how many runs ended how.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import sqlite3
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from . import model, usual_sample
from .plans import Fault, File, Record, draw_records
from .server import SERVERS, Server

_COLUMNS = ", ".join(usual_sample.COLUMNS)
TABLES = (
    f"CREATE TABLE STG_CUSTOMER (STG_ID INTEGER PRIMARY KEY, RUN_ID, WORKER_ID, {_COLUMNS})",
    f"CREATE TABLE CUSTOMER ({_COLUMNS}, PRIMARY KEY (cust_id, cust_since))",
)
KINDS = (
    *(("connect", "connection refused"), ("rows", "lost before"), ("rows", "lost after")),
    *(("rows", "lost during"), ("rows", "deadlock"), ("rows", "log full"), ("rows", "half-open")),
    *(("commit", "lost commit, applied"), ("commit", "lost commit, not applied")),
    *(("commit", "reconnected silently"), ("commit", "restart"), ("rows", "row left out")),
    *(("rows", "memory"), ("none", "none")),
)
WRITERS, SIZE, RECORDS = 2, 5, 40
STILL_SECONDS = 0.6


def main(folder: Path, seeds: int) -> None:
    sqlite3.register_adapter(type(model.Decimal()), str)
    counts: Counter[str] = Counter()
    for seed in range(seeds):
        kind, ends = one_run(folder / f"{seed}.db", seed)
        counts.update(f"{kind}: {end}" for end in ends)
        counts.update(ends)
    sys.stdout.write(json.dumps(counts))
    sys.stdout.flush()
    os._exit(0)  # threads that hang would keep the process


def one_run(path: Path, seed: int) -> tuple[str, set[str]]:
    """The kind of fault, and what became of the run."""
    dice = random.Random(seed)  # noqa: S311 - a test repeats what it drew
    event, kind = KINDS[seed % len(KINDS)]
    on = 1 if event == "connect" else dice.randint(2, RECORDS // SIZE - 1)
    times = WRITERS if event == "connect" else dice.randint(1, 3)
    drawn = draw_records(dice, RECORDS * 2, 9999)
    file = tuple(record for record in drawn if record.table == "CUSTOMER")
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            connection.execute(table)
    # An odd amount lets a commit take place of which the driver says the contrary.
    amount = 1 + seed // len(KINDS) % 2
    server = Server((Fault(kind, event, on, times, amount),), ledger=False)
    SERVERS[str(path)] = server
    said: list[Any] = []
    load = threading.Thread(target=_load, args=(path, file, said), daemon=True)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        load.start()
        hung = _hangs(load, server)
    return kind, {"runs"} | _judge(path, file, said, hung=hung)


def _hangs(load: threading.Thread, server: Server) -> bool:
    """Whether the load does nothing any more and has not ended."""
    seen, since = -1, time.monotonic()
    while load.is_alive():
        load.join(0.02)
        calls = server.calls.total()
        if calls != seen:
            seen, since = calls, time.monotonic()
        if time.monotonic() - since > STILL_SECONDS:
            return True
    return False


def _load(path: Path, file: File, said: list[Any]) -> None:
    rows = [record.rows[0][1] for record in file]
    batches = [rows[at : at + SIZE] for at in range(0, len(rows), SIZE)]
    config = usual_sample.ConnectionConfig(str(path))
    with contextlib.suppress(Exception):
        said.append(usual_sample.load(config, batches, "RUN-1", WRITERS))


def _judge(path: Path, file: tuple[Record, ...], said: list[Any], *, hung: bool) -> set[str]:
    with closing(sqlite3.connect(path, timeout=10)) as connection:
        staged = Counter(
            connection.execute("SELECT cust_id, cust_since, cust_name FROM STG_CUSTOMER")
        )
        final = dict(connection.execute("SELECT cust_id || cust_since, cust_name FROM CUSTOMER"))
    names = ("cust_id", "cust_since", "cust_name")
    rows = [model.stored(record.rows[0][1]) for record in file]
    expected = Counter(tuple(row[name] for name in names) for row in rows)
    last = {row["cust_id"] + row["cust_since"]: row["cust_name"] for row in rows}
    ends = set()
    if expected - staged:
        ends.add("rows lost")
    if staged - expected:
        ends.add("rows twice")
    if hung:
        ends.add("hung")
    if not said and not hung:
        ends.add("failed loudly")
    if said and (staged != expected or final != last):
        ends.add("wrong, and said to be done")
    if said and staged == expected and final == last:
        ends.add("right")
    return ends


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
