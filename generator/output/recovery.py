"""One run after the other on a job, and what a killed one left behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from generator.output import state, tree
from generator.output.manifest import NAME, digest
from generator.problems import GenerationFailed, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from generator.workspace import JobPlace

T = TypeVar("T")
R = TypeVar("R")


def in_turn(place: JobPlace, prepare: Callable[[], T], act: Callable[[T], R]) -> R:
    """Act on what was prepared, alone on the job.

    Preparing holds nothing; when another run wrote meanwhile it is done again. What a killed run
    left is completed first, because it may be what `prepare` reads.
    """
    while True:
        recover(place)
        before = _mark(place)
        prepared = prepare()
        with state.exclusive(place.root, place.package):
            if not tree.interrupted(place.output) and _mark(place) == before:
                return act(prepared)


def recover(place: JobPlace) -> None:
    """Complete what a killed run began, or undo it; waits for one that is still at it."""
    if tree.interrupted(place.output):
        from generator.output import write  # noqa: PLC0415 - hardly ever needed

        with state.exclusive(place.root, place.package):
            write.recover(place.output, place.folder)


def require_whole(place: JobPlace) -> None:
    """Refuse to judge a tree that is half written."""
    if tree.interrupted(place.output):
        raise GenerationFailed([half_written(place)])


def half_written(place: JobPlace) -> Problem:
    """The tree is between two states."""
    return Problem(
        code="GEN618",
        message=f"{place.output.as_posix()} is being written, or the run that wrote it was killed",
        hint=f"when no other cobrepo is running, run cobrepo generate {place.name}: it completes "
        "what was begun",
    )


def _mark(place: JobPlace) -> tuple[str | None, ...]:
    """What every run that writes changes."""
    return tuple(_hash(path) for path in (place.output / NAME, place.lock))


def _hash(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except OSError:
        return None
