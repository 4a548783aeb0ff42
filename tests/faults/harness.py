"""Carries out a plan on a layer; Wrong when the database is not what the model says."""

from __future__ import annotations

import logging
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .database import Wrong
from .layers import PACKAGES, Layer
from .plans import MARK, PASSWORD, Plan
from .scenarios import SCENARIOS, Stuck
from .server import SERVERS, Server
from .stage import Outcome, Stage

SECONDS = 30
PICTURED = re.compile(r"x'[0-9A-F]{4,}'")


def carry_out(layer: Layer, plan: Plan, folder: Path, template: Path) -> Outcome:
    """Run the plan; the faults that the layer survived. Raises Wrong or Stuck if it did not."""
    stage = Stage(layer, plan, folder, template)
    try:
        with ExitStack() as under:
            under.enter_context(logged(stage))
            under.enter_context(layer.active())
            under.enter_context(bounded(stage.server))
            under.enter_context(threads_refused(stage.server))
            under.enter_context(none_dies())
            SCENARIOS[plan.scenario](stage)
        check_log(stage)
    except Stuck as error:
        stage.outcome.errors.append(repr(error))
        raise Wrong(f"it did not end within {SECONDS} s: {error}") from error
    finally:
        SERVERS.pop(str(stage.database.path), None)
        stage.server.settle()
        for path in folder.glob(f"{stage.database.path.name}*"):
            path.unlink()
    stage.outcome.fired = stage.server.fired
    return stage.outcome


@contextmanager
def logged(stage: Stage) -> Iterator[None]:
    """The stage keeps what the layer logs, and nobody else."""
    loggers = [logging.getLogger(name) for name in {stage.layer.name, *PACKAGES}]
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(stage.logged)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(stage.logged)


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


def check_log(stage: Stage) -> None:
    text = "\n".join(stage.logged.lines)
    if PASSWORD in text:
        raise Wrong("the password is in the log")
    if PICTURED.search(text):
        raise Wrong("the bytes of an item are in the log")
    if MARK in text:
        at = text.index(MARK)
        raise Wrong(f"a value is in the log: {text[max(0, at - 200) : at + 60]}")
