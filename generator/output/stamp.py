"""Recognising a job in which nothing changed, by hashes and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.findings.clock import today
from generator.output import state
from generator.output.ignored import ignore_mark
from generator.output.inputs import listing, program_mark
from generator.output.manifest import NAME, digest, load
from generator.output.tree import same_hashes
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.workspace import JobPlace


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What the last complete run told of the job, and a new one would tell again.

    `until` is the last day on which it would: then a waiver of a finding ends.
    """

    problems: tuple[Problem, ...]
    left_out: int = 0
    until: str | None = None


def is_unchanged(place: JobPlace) -> Unchanged | None:
    """What the last complete run told when a new one would give the same; else None."""
    stamp = state.load_stamp(place.root, place.package)
    if stamp is None:
        return None
    try:
        libraries, warnings = list(stamp["libraries"]), list(stamp["warnings"])  # type: ignore[call-overload]
        content = (place.output / NAME).read_bytes()
        if stamp["mark"] != _mark(place, content, libraries):
            return None
        problems = tuple(_shown(place, Problem.from_dict(warning)) for warning in warnings)
        until = stamp["until"]
        if until is not None and str(until) < today().isoformat():
            return None
        told = Unchanged(problems, int(stamp["left_out"]))  # type: ignore[call-overload]
    except (OSError, KeyError, TypeError, ValueError):
        return None
    manifest = load(place.output / NAME)
    if manifest is None or not same_hashes(place.root, manifest.inputs.files.items()):
        return None
    outputs = [(p, entry.hash) for p, entry in manifest.files.items() if entry.owner != "once"]
    return told if same_hashes(place.output, outputs) else None


def save_stamp(place: JobPlace, manifest: str, libraries: tuple[str, ...], told: Unchanged) -> None:
    """Remember that the output is complete, with what belongs to it."""
    state.save_stamp(
        place.root,
        place.package,
        {
            "mark": _mark(place, manifest.encode(), libraries),
            "libraries": libraries,
            "warnings": [_stored(place, problem).to_dict() for problem in told.problems],
            "left_out": told.left_out,
            "until": told.until,
        },
    )


def _mark(place: JobPlace, manifest: bytes, libraries: Iterable[str]) -> list[str]:
    """All that the output depends on beside the files whose hashes the manifest has."""
    return [
        place.name,
        program_mark(),
        digest(manifest),
        listing(place, libraries),
        ignore_mark(place),
    ]


def _stored(place: JobPlace, problem: Problem) -> Problem:
    """With its path from the root, whichever way the root was named."""
    at = problem.location
    return (
        problem if at is None else replace(problem, location=replace(at, path=place.shown(at.path)))
    )


def _shown(place: JobPlace, problem: Problem) -> Problem:
    at = problem.location
    if at is None or place.root.as_posix() == ".":
        return problem
    return replace(problem, location=replace(at, path=(place.root / at.path).as_posix()))
