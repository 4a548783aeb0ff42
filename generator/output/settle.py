"""Changes whose text is not the generated one: merged files, and migrations that are missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.output import state
from generator.output.compare import Action, Change
from generator.output.merging import Merged, merge
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.workspace import JobPlace


@dataclass(frozen=True, slots=True)
class Settled:
    """The changes, the texts to be written that are not the generated ones, and what failed."""

    changes: tuple[Change, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def settle(
    place: JobPlace, changes: tuple[Change, ...], new: Mapping[str, str], *, merging: bool
) -> Settled:
    """Look up the texts that were written before, where a change needs one; reads only."""
    wanted = [change for change in changes if _needs_base(change, merging=merging)]
    if not wanted:
        return Settled(changes)
    bases = state.load_texts(place.root, place.package)
    found = {
        change.path: (
            _merged(place, change, bases.get(change.base or ""), new[change.path])
            if change.action is Action.CONFLICT
            else _restored(bases.get(change.base or ""))
        )
        for change in wanted
    }
    return Settled(
        tuple(replace(c, action=found[c.path][0]) if c.path in found else c for c in changes),
        {path: text for path, (_, text) in found.items() if isinstance(text, str)},
        tuple(problem for _, problem in found.values() if isinstance(problem, Problem)),
    )


def _needs_base(change: Change, *, merging: bool) -> bool:
    lost = change.owner == "migration" and change.action is Action.RESTORE
    return lost or (merging and change.action is Action.CONFLICT)


def _restored(base: str | None) -> tuple[Action, str | None]:
    """A missing migration gets its own text back and no other."""
    return (Action.MIGRATION_LOST if base is None else Action.RESTORE, base)


def _merged(
    place: JobPlace, change: Change, base: str | None, new: str
) -> tuple[Action, str | Problem]:
    path = place.output / change.path
    result = merge(path.as_posix(), path.read_bytes(), base, new)
    if not isinstance(result, Merged):
        return Action.CONFLICT, result
    return (Action.MERGE_CONFLICTS if result.conflicts else Action.MERGE), result.text
