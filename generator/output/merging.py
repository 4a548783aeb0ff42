"""Joining a hand edit with what is generated now, by `git merge-file`.

The third side is the text that was generated last; it is kept in .cobrepo/base on the machine that
wrote it.
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from generator.output.tree import YOURS, has_conflicts
from generator.problems import Problem

_LABELS = (YOURS, "as generated before", "generated now")
_MOST = 127  # from there on git tells an error and not how many conflicts there are


@dataclass(frozen=True, slots=True)
class Merged:
    """The joined text, and how many places of it the user must decide."""

    text: str
    conflicts: int


def merge(path: str, content: bytes, base: str | None, new: str) -> Merged | Problem:
    """Three-way: `content` is on disk, `base` was generated last, `new` is generated now."""
    try:
        mine = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return _impossible(path, "it is not UTF-8", "save your edit elsewhere")
    if has_conflicts(mine):
        return _impossible(
            path, "the conflicts of the last merge are still in it", "decide them first"
        )
    if base is None:
        return _impossible(
            path,
            "the text that was generated last is not on this machine (.cobrepo/base)",
            "merge where it was generated, or save your edit elsewhere and take ours: "
            "generate --force PATH",
        )
    git = which("git")
    if git is None:
        return _impossible(
            path, "git is not installed", "install git: its merge-file joins the texts"
        )
    return _merge_file(git, path, (mine, base, new))


def _merge_file(git: str, path: str, texts: tuple[str, str, str]) -> Merged | Problem:
    """What git says: https://git-scm.com/docs/git-merge-file."""
    with tempfile.TemporaryDirectory(prefix="cobrepo-") as folder:
        places = [Path(folder, name) for name in ("mine", "base", "new")]
        for place, text in zip(places, texts, strict=True):
            place.write_bytes(text.encode())
        labels = [word for label in _LABELS for word in ("-L", label)]
        done = subprocess.run(  # noqa: S603 - the program that PATH names, on files that we wrote
            [git, "merge-file", "-p", *labels, *map(str, places)], capture_output=True, check=False
        )
    if not 0 <= done.returncode <= _MOST:
        reason = done.stderr.decode("utf-8", "replace").strip()
        return _impossible(path, f"git merge-file failed: {reason}", "save your edit elsewhere")
    return Merged(done.stdout.decode("utf-8"), done.returncode)


def _impossible(path: str, reason: str, hint: str) -> Problem:
    return Problem("GEN630", f"{path} cannot be merged: {reason}", hint=hint)
