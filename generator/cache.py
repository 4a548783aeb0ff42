"""The user's cache folder: what is built once per installation, all of it expendable."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


def _base() -> Path:
    """Where the system wants caches (XDG Base Directory Specification; its kin elsewhere)."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".cache"


@cache
def cache_folder(kind: str) -> Path | None:
    """A private folder of that kind, None where no cache can be kept.

    A folder that belongs to somebody else is not used: what is found there is run.
    """
    try:
        place = _base() / "cobrepo" / kind
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = os.name == "nt" or place.stat().st_uid == os.getuid()
    except (OSError, RuntimeError):
        return None
    return place if ours and os.access(place, os.W_OK | os.X_OK) else None
