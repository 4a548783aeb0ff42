"""`cobrepo init`: the first job.yaml of a job, from its copybooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.draft import draft
from generator.config.model import Copybooks
from generator.problems import GenerationFailed, Problem
from generator.sources import parse_members
from generator.workspace import require_copybooks, shared_folders

if TYPE_CHECKING:
    from generator.workspace import JobPlace


def write_draft(
    place: JobPlace,
    libraries: tuple[Path, ...],
    *,
    force: bool,
    settings: Copybooks = Copybooks(),  # noqa: B008 - frozen
) -> Path:
    """Write job.yaml and name it; an existing one stays unless told otherwise.

    Without `libraries`, members are looked for in the folders beside source/jobs. `settings`
    say how the copybooks are read; job.yaml then says the same.
    """
    if place.config.exists() and not force:
        message = f"{place.config.as_posix()} exists"
        hint = "edit it; or replace it by a new draft with --force"
        raise GenerationFailed([Problem("GEN626", message, hint=hint)])
    folders = libraries or shared_folders(place.root)
    books = parse_members(require_copybooks(place), settings, folders)
    text = draft(place.name, books, settings)
    temporary = place.config.with_name(f".{place.config.name}.cobrepo-tmp")
    try:
        temporary.write_text(text, "utf-8", newline="\n")
        temporary.replace(place.config)
    except OSError as error:
        message = f"{place.config.as_posix()} cannot be written: {error.strerror}"
        hint = "give yourself write permission for the job's folder"
        raise GenerationFailed([Problem("GEN610", message, hint=hint)]) from error
    return place.config
