"""schema.lock.json on disk: read here, written with the files that belong to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.problems import GenerationFailed, Problem
from generator.relational.accepted import AcceptedSchema, from_dict

if TYPE_CHECKING:
    from generator.workspace import JobPlace


def load_accepted(place: JobPlace) -> AcceptedSchema | None:
    """The model that was last accepted, None before the first `generate`."""
    path = place.lock
    try:
        schema = from_dict(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GenerationFailed([_damaged(path.as_posix(), str(error))]) from error
    if schema.job != place.name:
        reason = f"it is of the job {schema.job}"
        raise GenerationFailed([_damaged(path.as_posix(), reason)])
    return schema


def _damaged(path: str, reason: str) -> Problem:
    return Problem(
        code="MIG101",
        message=f"{path} cannot be used: {reason}",
        hint="take the committed version back (git checkout); it says which tables are there, so "
        "nothing can be generated without it",
    )
