"""schema.lock.json on disk: read here, written with the files that belong to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.problems import GenerationFailed, Problem, is_unmerged
from generator.relational.accepted import AcceptedSchema, from_dict

if TYPE_CHECKING:
    from generator.workspace import JobPlace


def load_accepted(place: JobPlace) -> AcceptedSchema | None:
    """The model that was last accepted, None before the first `generate`."""
    path = place.lock
    try:
        text = path.read_text("utf-8")
        if is_unmerged(text):
            raise GenerationFailed([_unmerged(place)])
        schema = from_dict(json.loads(text))
    except FileNotFoundError:
        _require_none(place)
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GenerationFailed([_damaged(path.as_posix(), str(error))]) from error
    if schema.job != place.name:
        reason = f"it is of the job {schema.job}"
        raise GenerationFailed([_damaged(path.as_posix(), reason)])
    return schema


def _require_none(place: JobPlace) -> None:
    """That no table was accepted: migrations and the manifest know whether there was a lock."""
    known = place.output / "cobrepo.lock"
    said = known.read_text("utf-8", "replace") if known.is_file() else ""
    migrated = any(place.output.glob("migrations/*/*.sql"))
    if migrated or f'"{place.shown(place.lock)}"' in said:
        message = f"{place.lock.as_posix()} is missing: {place.output.as_posix()} came from it"
        hint = f"take it back (git restore {place.lock.as_posix()}): it says which tables are there"
        if not migrated:
            hint += f"; when no database has them yet: cobrepo generate {place.name} --baseline"
        raise GenerationFailed([Problem("MIG101", message, hint=hint)])


def _unmerged(place: JobPlace) -> Problem:
    taken = f"git restore --source=HEAD --staged --worktree {place.lock.as_posix()}"
    return Problem(
        code="MIG101",
        message=f"{place.lock.as_posix()} has the marks of a merge conflict",
        hint="take the branch whose tables were deployed first, all that is generated with it:"
        f" {taken} {place.output.as_posix()} (--source=MERGE_HEAD for the other branch); then"
        f" cobrepo migrate new {place.name}",
    )


def _damaged(path: str, reason: str) -> Problem:
    return Problem(
        code="MIG101",
        message=f"{path} cannot be used: {reason}",
        hint="take the committed version back (git checkout); it says which tables are there, so "
        "nothing can be generated without it",
    )
