"""Recognising a job in which nothing changed, by hashes and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.output import state
from generator.output.inputs import listing, program_mark
from generator.output.manifest import NAME, digest, load
from generator.output.tree import same_hashes
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.workspace import JobPlace


def is_unchanged(place: JobPlace) -> tuple[Problem, ...] | None:
    """The warnings of the last complete run when a new one would give the same; else None."""
    stamp = state.load_stamp(place.root, place.package)
    if stamp is None:
        return None
    try:
        libraries, warnings = list(stamp["libraries"]), list(stamp["warnings"])  # type: ignore[call-overload]
        content = (place.output / NAME).read_bytes()
        wanted = (place.name, program_mark(), digest(content), listing(place, libraries))
        if (stamp["job"], stamp["program"], stamp["manifest"], stamp["listing"]) != wanted:
            return None
        problems = tuple(_shown(place, Problem.from_dict(warning)) for warning in warnings)
    except (OSError, KeyError, TypeError, ValueError):
        return None
    manifest = load(place.output / NAME)
    if manifest is None or not same_hashes(place.root, manifest.inputs.files.items()):
        return None
    outputs = [(p, entry.hash) for p, entry in manifest.files.items() if entry.owner != "once"]
    return problems if same_hashes(place.output, outputs) else None


def save_stamp(
    place: JobPlace, manifest: str, libraries: tuple[str, ...], problems: tuple[Problem, ...]
) -> None:
    """Remember that the output is complete, with the warnings that belong to it."""
    state.save_stamp(
        place.root,
        place.package,
        {
            "job": place.name,
            "program": program_mark(),
            "manifest": digest(manifest.encode()),
            "libraries": libraries,
            "listing": listing(place, libraries),
            "warnings": [_stored(place, problem).to_dict() for problem in problems],
        },
    )


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
