"""cobrepo.lock: what was generated from what, so that the next run knows our text from yours.

Sorted, no timestamps, one line for each file and column, so that a change reads well in a diff.
Hashes are of texts with LF line ends: a checkout with CRLF is not an edit.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.problems import GenerationFailed, Problem, is_unmerged
from generator.tidy_json import tidy_json

NAME = "cobrepo.lock"
_FORM = 1
_HASH = re.compile(r"[0-9a-f]{64}")
_OWNERS = ("owned", "once", "report", "migration")

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One generated file: who owns it and the hash of the text that we gave it."""

    owner: str
    hash: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the output depends on: paths are from the root, with "/"."""

    version: str
    templates: str
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What python/<job_name>/cobrepo.lock says."""

    job: str
    inputs: Inputs
    files: Mapping[str, Entry]
    schema: Json = field(default_factory=dict)


def digest(content: bytes) -> str:
    """Hash of a file's content with LF line ends."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def text_digest(text: str) -> str:
    """Hash of a text as it will be written."""
    return hashlib.sha256(text.encode()).hexdigest()


def dump(manifest: Manifest) -> str:
    """The manifest's text."""
    content = {
        "form": _FORM,
        "job": manifest.job,
        "generator": {"version": manifest.inputs.version, "templates": manifest.inputs.templates},
        "inputs": dict(manifest.inputs.files),
        "files": {
            path: {"owner": entry.owner, "hash": entry.hash}
            for path, entry in manifest.files.items()
        },
        "schema": manifest.schema,
    }
    return tidy_json(content)


def load(path: Path, shown: str | None = None) -> Manifest | None:
    """The manifest at `path`, None when there is none; an unusable one is the user's to repair."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise GenerationFailed([_damaged(shown or path.as_posix(), str(error))]) from error
    if is_unmerged(text):
        raise GenerationFailed([_unmerged(shown or path.as_posix())])
    try:
        return _read(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GenerationFailed([_damaged(shown or path.as_posix(), str(error))]) from error


def _read(content: Mapping[str, Any]) -> Manifest:
    if content["form"] != _FORM:
        raise ValueError(f"its form is {content['form']!r}, this version reads {_FORM}")
    generator, inputs = content["generator"], content["inputs"]
    return Manifest(
        job=str(content["job"]),
        inputs=Inputs(
            version=str(generator["version"]),
            templates=str(generator["templates"]),
            files={path: str(value) for path, value in inputs.items()},
        ),
        files={path: _entry(path, item) for path, item in content["files"].items()},
        schema=content.get("schema", {}),
    )


def _entry(path: str, item: Mapping[str, str]) -> Entry:
    entry = Entry(owner=item["owner"], hash=item["hash"])
    if not is_safe(path) or entry.owner not in _OWNERS or not _HASH.fullmatch(entry.hash):
        raise ValueError(f"the entry of {path!r} is not one that cobrepo writes")
    return entry


def is_safe(path: str) -> bool:
    """Whether the path stays below the job's folder on every system."""
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and "/".join(parts) == path
        and path != NAME
        and not set(path) & set('\\:*?"<>|\0\n\r')
        and not any(part in {"..", "/"} or part != part.rstrip(" .") for part in parts)
    )


def _unmerged(path: str) -> Problem:
    return Problem(
        code="GEN607",
        message=f"{path} has the marks of a merge conflict",
        hint="generated files are not merged, they are generated again: take those of one branch,"
        f" git restore --source=HEAD --staged --worktree {PurePosixPath(path).parent}, then"
        " cobrepo generate, or cobrepo migrate new where both branches changed the tables",
    )


def _damaged(path: str, reason: str) -> Problem:
    return Problem(
        code="GEN607",
        message=f"{path} cannot be used: {reason}",
        hint="take the committed version back (git checkout), or delete it: then files that equal "
        "the new output are recorded again and every other one is reported, not overwritten",
    )
