"""`cobrepo init`: the first job.yaml of a job, from its copybooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.draft import draft
from generator.config.load import load_job
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
    settings: Copybooks | None = None,
) -> Path:
    """Write job.yaml and name it; an existing one stays unless told otherwise.

    `settings` say how the copybooks are read; without them an existing job.yaml does, whose
    `copybooks:` section is kept. Without `libraries` either, members are looked for in the folders
    beside source/jobs.
    """
    exists = place.config.exists()
    if exists and not force:
        message = f"{place.config.as_posix()} exists"
        hint = "edit it; or replace it by a new draft with --force, which keeps copybooks:"
        raise GenerationFailed([Problem("GEN626", message, hint=hint)])
    kept = load_job(place.config) if exists and settings is None else None
    settings = kept.config.copybooks if kept else settings or Copybooks()
    folders = libraries or (kept.libraries if kept else ()) or shared_folders(place.root)
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
