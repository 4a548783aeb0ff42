"""The decision table: what we last wrote, what is on disk, what we would write."""

from __future__ import annotations

import pytest

from generator.output.compare import Action, compare
from generator.output.manifest import Entry

A, B, C = "a" * 64, "b" * 64, "c" * 64


def decide(
    base: str | None,
    disk: str | None,
    new: str | None,
    owner: str = "owned",
    *,
    forced: bool = False,
) -> Action:
    def entries(text: str | None) -> dict[str, Entry]:
        return {"file": Entry(owner, text)} if text else {}

    on_disk = {"file": disk} if disk else {}
    force = frozenset({"file"} if forced else ())
    (change,) = compare(entries(base), on_disk, entries(new), force)
    assert (change.base, change.disk, change.new) == (base, disk, new)
    return change.action


@pytest.mark.parametrize(
    ("base", "disk", "new", "expected"),
    [
        (None, None, A, Action.CREATE),
        (A, None, A, Action.RESTORE),
        (A, None, B, Action.RESTORE),
        (A, A, A, Action.UNCHANGED),
        (A, A, B, Action.UPDATE),
        (A, B, B, Action.RECORD),
        (None, A, A, Action.RECORD),
        (A, B, A, Action.KEEP),
        (A, B, C, Action.CONFLICT),
        (None, A, B, Action.FOREIGN),
        (A, A, None, Action.REMOVE),
        (A, B, None, Action.KEEP_STALE),
        (A, None, None, Action.GONE),
    ],
)
@pytest.mark.parametrize("owner", ["owned", "report"])
def test_ours(
    base: str | None, disk: str | None, new: str | None, expected: Action, owner: str
) -> None:
    assert decide(base, disk, new, owner) is expected


@pytest.mark.parametrize(
    ("base", "disk", "new", "expected"),
    [
        (None, None, A, Action.CREATE),
        (None, B, A, Action.RECORD),
        (A, B, C, Action.UNCHANGED),
        (A, A, B, Action.UNCHANGED),
        (A, None, B, Action.UNCHANGED),
        (A, B, None, Action.RELEASE),
    ],
)
def test_the_users_from_then_on(
    base: str | None, disk: str | None, new: str | None, expected: Action
) -> None:
    assert decide(base, disk, new, "once") is expected


@pytest.mark.parametrize(
    ("base", "disk", "new", "expected"),
    [
        (A, B, C, Action.UPDATE),
        (A, B, A, Action.UPDATE),
        (None, B, A, Action.UPDATE),
        (A, B, None, Action.REMOVE),
    ],
)
def test_named_with_force(
    base: str | None, disk: str | None, new: str | None, expected: Action
) -> None:
    assert decide(base, disk, new, forced=True) is expected


@pytest.mark.parametrize(
    ("base", "disk", "new", "expected"),
    [
        (None, None, A, Action.CREATE),
        (None, A, A, Action.RECORD),
        (None, B, A, Action.FOREIGN),
        (A, A, A, Action.UNCHANGED),
        (A, A, B, Action.UNCHANGED),
        (A, A, None, Action.UNCHANGED),
        (A, B, B, Action.MIGRATION_EDITED),
        (A, B, None, Action.MIGRATION_EDITED),
        (A, None, None, Action.RESTORE),
        (A, None, A, Action.RESTORE),
    ],
)
@pytest.mark.parametrize("forced", [False, True])
def test_written_once_and_never_again(
    base: str | None, disk: str | None, new: str | None, expected: Action, *, forced: bool
) -> None:
    assert decide(base, disk, new, "migration", forced=forced) is expected


def test_paths_are_sorted() -> None:
    one = Entry("owned", A)
    changes = compare({"b": one, "d": one}, {}, {"c": one, "a": one})
    assert [change.path for change in changes] == ["a", "b", "c", "d"]
