"""Running the pipeline over jobs: unchanged ones at no cost, several at once, failures as values.

The pipeline with its grammar, templates and formatter is imported only for a job that changed.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.output.recovery import recover, require_whole
from generator.output.report import JobReport, Status, failed, report
from generator.output.stamp import is_unchanged
from generator.output.state import write_log
from generator.problems import GenerationFailed, Problem, is_drift
from generator.workspace import unreadable

if TYPE_CHECKING:
    from generator.workspace import JobPlace

Work = Callable[["JobPlace"], JobReport]

_MEANT = ("forced", "targets", "baseline")  # do something also where nothing changed
_stopped: Any = None


def generate(place: JobPlace, *, dry_run: bool = False, **said: Any) -> JobReport:
    """Generate the job, or tell at once that nothing changed; complete what a killed run began.

    `said` are the other options of `generator.pipeline.Options`.
    """
    if not dry_run:
        recover(place)
    told = None if any(said.get(word) for word in _MEANT) else is_unchanged(place)
    if told is not None:
        return report(place, Status.UNCHANGED, problems=told.problems, left_out=told.left_out)
    from generator import pipeline

    return pipeline.generate(place, pipeline.Options(dry_run=dry_run, **said))


def check(place: JobPlace) -> JobReport:
    """Check the job, or tell at once that nothing changed."""
    told = is_unchanged(place)
    if told is not None:
        status = Status.FINDINGS if is_drift(told.problems) else Status.CLEAN
        return report(place, status, problems=told.problems)
    from generator import pipeline

    return pipeline.check(place)


def lint(place: JobPlace) -> JobReport:
    """Everything that is found in the job, notes and accepted findings, too."""
    from generator import pipeline

    return pipeline.lint(place)


def diff(place: JobPlace) -> JobReport:
    """What generate would change."""
    from generator import pipeline

    return pipeline.diff(place)


def migrate(command: str, place: JobPlace, **said: Any) -> JobReport:
    """One of the commands of `cobrepo migrate`: plan, new, verify or accept_rename."""
    if command != "new":  # which completes what a killed run began
        require_whole(place)
    from generator import migrations

    report_on: Callable[..., JobReport] = getattr(migrations, command)
    return report_on(place, **said)


def guarded(work: Work, place: JobPlace) -> JobReport:
    """The report of one job, whatever happens: wrong input and our own bugs are reports too."""
    try:
        return work(place)
    except GenerationFailed as failure:
        return failed(place.name, place.output.as_posix(), failure.problems)
    except PermissionError as error:
        problem = unreadable(error, os.fsdecode(error.filename or place.folder))
        return failed(place.name, place.output.as_posix(), (problem,))
    except Exception as error:  # noqa: BLE001 - one job's bug must not hide the others' results
        return crashed(place, error)


def crashed(place: JobPlace, error: BaseException) -> JobReport:
    """An internal error, its traceback in a log."""
    log = write_log(place.root, error).as_posix()
    problem = Problem(
        code="GEN699",
        message=f"internal error in {place.name}: {type(error).__name__}: {error}",
        hint=f"this is a bug in cobrepo; the traceback is in {log}",
    )
    output = place.output.as_posix()
    return JobReport(place.name, output, Status.CRASHED, problems=(problem,), log=log)


def run(work: Work, places: tuple[JobPlace, ...], processes: int) -> Iterator[JobReport]:
    """A report for each job in the order given, as soon as it and those before it are done.

    An interrupt ends it with KeyboardInterrupt; in processes, after the jobs that are being worked
    on and the reports of all that are done.
    """
    todo = partial(guarded, work)
    if processes == 1 or len(places) == 1:
        yield from map(todo, places)
        return
    from multiprocessing.sharedctypes import RawValue

    stopped = RawValue("b", 0)
    before = signal.signal(signal.SIGINT, partial(_stop, stopped))
    try:
        yield from _in_processes(todo, places, processes, stopped)
    finally:
        signal.signal(signal.SIGINT, before)
    if stopped.value:
        raise KeyboardInterrupt


def _in_processes(
    todo: Work, places: tuple[JobPlace, ...], processes: int, stopped: Any
) -> Iterator[JobReport]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    workers = min(processes, len(places), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(stopped,)) as pool:
        futures = [pool.submit(_unless_stopped, todo, place) for place in places]
        try:
            for place, future in zip(places, futures, strict=True):
                try:
                    done = future.result()
                except BrokenProcessPool as error:
                    done = crashed(place, error)
                if done is not None:
                    yield done
        except BaseException:
            stopped.value = 1
            raise


def _stop(stopped: Any, signum: int, frame: object) -> None:  # noqa: ARG001 - a signal's handler
    """Ctrl-C: jobs that wait are dropped, those that run end. Takes no lock, so never hangs."""
    stopped.value = 1


def _begin(stopped: Any) -> None:
    """A worker: Ctrl-C reaches it too, and is its parent's business."""
    global _stopped  # noqa: PLW0603 - how a worker process keeps what it starts with
    _stopped = stopped
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _unless_stopped(todo: Work, place: JobPlace) -> JobReport | None:
    return None if _stopped.value else todo(place)
