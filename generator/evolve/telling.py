"""Changes and questions as lines of text and as JSON."""

from __future__ import annotations

from generator.evolve.model import Change, ChangeClass, Comparison, Question

_MARKS = {
    "added": "+",
    "back": "+",
    "dropped": "-",
    "gone": "-",
    "retired": "-",
    "carried": "-",
    "moved": "-",
}
ORDER = tuple(reversed(ChangeClass))


def line(change: Change) -> str:
    """``~ CUSTOMER.NAME: column-widened CHAR(20) -> CHAR(30) (widening; db2-luw reorg)``."""
    is_run = change.kind.startswith("fields-")
    mark = "~" if is_run else _MARKS.get(change.kind.rpartition("-")[2], "~")
    where = ".".join(part for part in (change.table, change.subject) if part)
    sides = " -> ".join(side for side in (change.before, change.after) if side is not None)
    cost = (f"{target} {', '.join(flags)}" for target, flags in sorted(change.flags.items()))
    care = "; ".join((change.change_class, *cost))
    told = f"{change.kind} {sides}".rstrip()
    if is_run:
        told = change.reader
    return f"{mark} {where}: {told} ({care})".replace(" : ", " ")


def meaning(change: Change) -> tuple[str, ...]:
    """What the change means, a line each; what it does not touch is left out."""
    told = (("tables", change.ddl), ("reader", change.reader), ("data", change.data))
    return tuple(f"{who}: {text}" for who, text in told if text)


def by_class(comparison: Comparison) -> dict[ChangeClass, tuple[Change, ...]]:
    """The changes by class, the one that takes most care first; classes without any left out."""
    found = {
        each: tuple(change for change in comparison.changes if change.change_class is each)
        for each in ORDER
    }
    return {each: changes for each, changes in found.items() if changes}


def change_dict(change: Change) -> dict[str, object]:
    """One change; the keys are those of `Change`, "class" for its class."""
    return {
        "kind": change.kind,
        "class": str(change.change_class),
        "table": change.table,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
        "source": change.source,
        "ddl": change.ddl,
        "reader": change.reader,
        "data": change.data,
        "flags": {
            target: [str(flag) for flag in flags]
            for target, flags in sorted(change.flags.items())
            if flags
        },
    }


def question_dict(question: Question) -> dict[str, object]:
    """One question with its candidates."""
    return {
        "record": question.record,
        "table": question.table,
        "gone": question.gone,
        "candidates": [
            {"after": each.after, "score": each.score, "reasons": list(each.reasons)}
            for each in question.candidates
        ],
    }
