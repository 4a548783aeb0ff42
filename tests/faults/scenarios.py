"""What is done with a file: loaded once, twice, changed, beside another, after a newer one.

A load that fails is resumed until it is done, as an operator would. After each attempt nothing
may be half done, and no thread may be left.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from . import model
from .checks import check_audit, check_between, check_done, check_final, check_staged
from .database import Wrong
from .plans import MARK, TRANSIENT, File, Record
from .stage import ATTEMPTS, Stage


class Stuck(BaseException):
    """A run did not end by itself. No Exception: nothing on its way may catch it."""


def until_done(stage: Stage, run_id: str, file: File, before: list[File]) -> None:
    """Load; after a failure load again, as `--resume` does, until it is done."""
    whole = stage.plan.scenario != "table by table"
    limit = 3 + sum(fault.times for fault in stage.plan.faults)
    for _ in range(limit):
        stage.outcome.attempts += 1
        error = attempt(stage, run_id, file)
        stage.server.heal()
        check_between(stage.database, run_id, file, before, whole=whole)
        if error is None:
            break
        judge(stage, error, file)
        merge_too_early(stage, run_id, before)
    else:
        raise Wrong(f"not done after {limit} attempts: {stage.outcome.errors}")
    check_done(stage.database, run_id, file, [*before, file], stage.plan.batch_size)


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
    if stage.server.knocked_again:
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
    refused = sum(bool(record.poison) for record in file)
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
    check_final(stage.database, before)


def scenario_alone(stage: Stage) -> None:
    until_done(stage, "RUN-1", stage.plan.file, [])


def scenario_again(stage: Stage) -> None:
    """The same file under the same run id, then under a new one."""
    file = stage.plan.file
    until_done(stage, "RUN-1", file, [])
    try:
        stage.audit("start_run", "RUN-1", "test file")
    except Exception as error:
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
    check_final(stage.database, [])
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
        check_final(stage.database, [new])
        if type(error).__name__ == "StaleRunError":
            return
        stage.server.heal()
    raise Wrong(f"it should be stale: {stage.outcome.errors[-1]}")


def scenario_two_at_once(stage: Stage) -> None:
    """Two runs over the same keys: what is there in the end is the newer run's, over the older."""
    stage.rejects_allowed = max(len(stage.plan.file), len(stage.plan.second))
    runs = {"RUN-1": stage.plan.file, "RUN-2": stage.plan.second}
    at_once(stage, runs)
    done = stage.database.merged()
    if stage.database.runs()[-1:] != done[-1:]:
        raise Wrong(f"the newest run was not merged: {stage.outcome.errors}")
    check_final(stage.database, [runs[run_id] for run_id in done])
    for run_id in done:
        check_staged(stage.database, run_id, runs[run_id])
    check_audit(stage.database, done[-1], runs[done[-1]], stage.plan.batch_size)


def scenario_same_id_at_once(stage: Stage) -> None:
    """Two loads of one file under one run id get in each other's way, and nothing is in twice."""
    stage.rejects_allowed = len(stage.plan.file)
    at_once(stage, {"RUN-1": stage.plan.file}, times=2)
    check_done(stage.database, "RUN-1", stage.plan.file, [stage.plan.file], stage.plan.batch_size)


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
