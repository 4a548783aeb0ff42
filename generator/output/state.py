"""What cobrepo remembers on this machine, in <root>/.cobrepo/: nothing there needs to be kept.

The lock of a running generation, the texts that the manifest's hashes stand for (so that a
conflict can show both sides), and a stamp of the last complete run (so that an unchanged job is
known to be unchanged without reading a grammar). The folder ignores itself in git.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import time
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.problems import GenerationFailed, Problem

WAIT_SECONDS = 60.0
_POLL_SECONDS = 0.05


def folder(root: Path) -> Path:
    """The state folder, made when it is not there."""
    place = root / ".cobrepo"
    if not place.is_dir():
        place.mkdir(parents=True, exist_ok=True)
        (place / ".gitignore").write_text("*\n", "utf-8")
    return place


@contextlib.contextmanager
def exclusive(root: Path, package: str, wait: float | None = None) -> Iterator[None]:
    """Hold the job alone; a second run waits. The system frees the lock of a dead one."""
    try:
        place = folder(root) / "locks"
        place.mkdir(exist_ok=True)
        handle = os.open(place / f"{package}.lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise GenerationFailed([_not_writable(root, error)]) from error
    try:
        _acquire(handle, package, WAIT_SECONDS if wait is None else wait)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, package: str, wait: float) -> None:
    end = time.monotonic() + wait
    while not _try_lock(handle):
        if time.monotonic() >= end:
            raise GenerationFailed(
                [
                    Problem(
                        code="GEN612",
                        message=f"another cobrepo is writing python/{package}, for more than "
                        f"{wait:.0f} seconds",
                        hint="wait until it has finished, or end it",
                    )
                ]
            )
        time.sleep(_POLL_SECONDS)


if os.name == "nt":  # pragma: no cover - the other branch runs where the tests run
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def load_stamp(root: Path, package: str) -> dict[str, object] | None:
    """What the last complete run left, None when there is none that can be used."""
    try:
        stamp = json.loads((root / ".cobrepo" / "stamps" / f"{package}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


def save_stamp(root: Path, package: str, stamp: Mapping[str, object]) -> None:
    """Remember a complete run. Losing it costs the next run time and nothing else."""
    _remember(root, f"stamps/{package}.json", json.dumps(stamp))


def load_texts(root: Path, package: str) -> dict[str, str]:
    """Texts by their hash, as far as they were kept on this machine."""
    try:
        texts = json.loads((root / ".cobrepo" / "base" / f"{package}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return texts if isinstance(texts, dict) else {}


def save_texts(root: Path, package: str, texts: Mapping[str, str]) -> None:
    """Keep the texts that the manifest's hashes stand for."""
    _remember(root, f"base/{package}.json", json.dumps(texts))


def _remember(root: Path, path: str, text: str) -> None:
    with contextlib.suppress(OSError):  # a cache that cannot be written is no reason to fail
        place = folder(root) / path
        place.parent.mkdir(exist_ok=True)
        temporary = place.with_name(f"{place.name}.{os.getpid()}")
        temporary.write_text(text, "utf-8")
        temporary.replace(place)


def write_log(root: Path, error: BaseException) -> Path:
    """The traceback of an internal error, below the root or where temporary files go."""
    text = "".join(traceback.format_exception(error))
    for place in (root / ".cobrepo", Path(tempfile.gettempdir())):
        try:
            if place.name == ".cobrepo":
                if not root.is_dir():
                    continue
                folder(root)
            handle, name = tempfile.mkstemp(".log", "cobrepo-error-", place)
        except OSError:
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as log:
            log.write(text)
        return Path(name)
    raise error


def _not_writable(root: Path, error: OSError) -> Problem:
    return Problem(
        code="GEN610",
        message=f"{(root / '.cobrepo').as_posix()} is not writable: {error.strerror or error}",
        hint="give yourself write permission, or choose another root with --root",
    )
