"""What is on disk, what we last wrote there and what we would write now: what to do about it.

The decision table of the output. It looks at hashes only and does nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.output.manifest import Entry


class Action(StrEnum):
    """What becomes of one file."""

    CREATE = "create"  # new, nothing there
    RESTORE = "restore"  # ours, somebody deleted it
    UPDATE = "update"  # ours and unedited (or named with --force), the text changes
    RECORD = "record"  # what is there is what we would write; only the manifest changes
    UNCHANGED = "unchanged"
    KEEP = "keep"  # edited, and we have nothing new to say
    CONFLICT = "conflict"  # edited, and we have something new to say
    FOREIGN = "foreign"  # there before us
    REMOVE = "remove"  # no longer generated, unedited
    KEEP_STALE = "keep stale"  # no longer generated, edited
    GONE = "gone"  # no longer generated and not there any more
    RELEASE = "release"  # no longer generated, the user's own
    MERGE = "merge"  # your edit and our change, joined
    MERGE_CONFLICTS = "merge with conflicts"  # as MERGE, and some lines are for you to decide
    MIGRATION_EDITED = "migration edited"  # immutable, and somebody changed it
    MIGRATION_LOST = "migration lost"  # immutable, not there, and its text is not known here


MERGES = frozenset({Action.MERGE, Action.MERGE_CONFLICTS})
WRITES = frozenset({Action.CREATE, Action.RESTORE, Action.UPDATE}) | MERGES
FROZEN = frozenset({Action.MIGRATION_EDITED, Action.MIGRATION_LOST})
REFUSALS = frozenset({Action.CONFLICT, Action.FOREIGN})


@dataclass(frozen=True, slots=True)
class Change:
    """One file and its three hashes, each None where there is no such text."""

    path: str
    action: Action
    owner: str
    base: str | None
    disk: str | None
    new: str | None


def compare(
    recorded: Mapping[str, Entry],
    disk: Mapping[str, str],
    new: Mapping[str, Entry],
    forced: frozenset[str] = frozenset(),
) -> tuple[Change, ...]:
    """A change for each path that is recorded or new, sorted by path."""
    changes = []
    for path in sorted({*recorded, *new}):
        base, now, text = recorded.get(path), disk.get(path), new.get(path)
        owner = (text or base or Entry("owned", "")).owner
        hashes = (base.hash if base else None, now, text.hash if text else None)
        decide = _DECIDE.get(owner, _decide)
        changes.append(Change(path, decide(*hashes, forced=path in forced), owner, *hashes))
    return tuple(changes)


def _decide(base: str | None, disk: str | None, new: str | None, *, forced: bool) -> Action:
    if new is None:
        if disk is None:
            return Action.GONE
        return Action.REMOVE if forced or disk == base else Action.KEEP_STALE
    if disk is None:
        return Action.CREATE if base is None else Action.RESTORE
    if disk == new:
        return Action.UNCHANGED if base == new else Action.RECORD
    if forced or disk == base:
        return Action.UPDATE
    if base is None:
        return Action.FOREIGN
    return Action.KEEP if new == base else Action.CONFLICT


def _decide_once(base: str | None, disk: str | None, new: str | None, *, forced: bool) -> Action:
    """A file that is the user's from the first time on, also when it was deleted since."""
    if new is None:
        return Action.RELEASE
    if forced:
        return Action.UPDATE
    if disk is None:
        return Action.CREATE if base is None else Action.UNCHANGED
    return Action.RECORD if base is None else Action.UNCHANGED


def _decide_migration(
    base: str | None, disk: str | None, new: str | None, *, forced: bool
) -> Action:
    """A file that is written once and never changes, because a database may have run it.

    `new` is what is on disk for one that was there before. One that is missing is restored from
    the text that is recorded, if that is known.
    """
    del forced  # whatever is asked for
    if base is None:
        if disk is None:
            return Action.CREATE
        return Action.RECORD if disk == new else Action.FOREIGN
    if disk is None:
        return Action.RESTORE
    return Action.UNCHANGED if disk == base else Action.MIGRATION_EDITED


_DECIDE = {"once": _decide_once, "migration": _decide_migration}
