"""Unified diffs of the job's files."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from generator.output.compare import REFUSALS, WRITES, Action
from generator.output.state import load_texts
from generator.output.tree import read_text

if TYPE_CHECKING:
    from generator.output.plan import Plan


def unified(old: str, new: str, old_name: str, new_name: str) -> str:
    """A unified diff, empty when the texts are equal."""
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), old_name, new_name, lineterm=""
    )
    return "\n".join(lines)


def refused(plan: Plan) -> tuple[str, ...]:
    """For each file in the way both diffs: what you changed, and what we would change.

    Where the text that we once wrote is not kept on this machine, one diff from yours to ours.
    """
    output, found = plan.place.output, []
    bases = load_texts(plan.place.root, plan.place.package) if plan.refused else {}
    for change in plan.changes:
        if change.action not in REFUSALS:
            continue
        path, text = change.path, plan.texts[change.path]
        disk, base = read_text(output, path), bases.get(change.base or "")
        if base is None:
            found.append(unified(disk, text, f"{path} (on disk)", f"{path} (generated now)"))
        else:
            found.append(unified(base, disk, f"{path} (as generated)", f"{path} (your edit)"))
            found.append(unified(base, text, f"{path} (as generated)", f"{path} (generated now)"))
    return tuple(diff for diff in found if diff)


def pending(plan: Plan) -> tuple[str, ...]:
    """From the text on disk to the text that would be there, for each file that would change.

    Reports follow from the rest, are no drift, and would bury it: the review shows the changes.
    """
    output, found = plan.place.output, []
    for change in plan.changes:
        path = change.path
        if change.owner == "report":
            continue
        if change.action in WRITES | REFUSALS:
            old = f"{path} (on disk)" if change.disk else "/dev/null"
            new = f"{path} (generated now)"
            text = plan.settled.get(path) or plan.texts[path]
            found.append(unified(read_text(output, path), text, old, new))
        elif change.action is Action.REMOVE:
            found.append(unified(read_text(output, path), "", f"{path} (on disk)", "/dev/null"))
    return tuple(diff for diff in found if diff)
