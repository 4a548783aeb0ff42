"""What changed since the last accepted schema, the changes that need most care first."""

from __future__ import annotations

from typing import Any

from generator.evolve.model import Change, ChangeClass, Question
from generator.review.basis import Basis

Content = dict[str, Any]

MEANING = {
    ChangeClass.DESTRUCTIVE: "data is lost, or waits for a word in job.yaml",
    ChangeClass.NARROWING: "values that are there may not fit",
    ChangeClass.DATA_DEPENDENT: "holds only if the rows do: a check query finds those that do not",
    ChangeClass.WIDENING: "every value that is there fits",
    ChangeClass.LAYOUT_ONLY: "bytes move: no DDL, but readers must change in step",
    ChangeClass.PHYSICAL: "other clauses or indexes, the same contents",
    ChangeClass.SAFE: "nothing that is there is touched",
}


def content(basis: Basis) -> Content:
    """The changes by class, and what must be answered before there is a migration."""
    compared = basis.comparison
    every = compared.changes if compared else ()
    return {
        "since": basis.accepted.version if basis.accepted else None,
        "classes": [
            {
                "class": str(kind),
                "meaning": MEANING[kind],
                "changes": [_change(change) for change in found],
            }
            for kind in MEANING
            if (found := [change for change in every if change.change_class is kind])
        ],
        "questions": [_question(item) for item in (compared.questions if compared else ())],
    }


def _change(change: Change) -> Content:
    return {
        "kind": change.kind,
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


def _question(question: Question) -> Content:
    return {
        "record": question.record,
        "table": question.table,
        "gone": question.gone,
        "candidates": [
            {"after": item.after, "score": item.score, "reasons": list(item.reasons)}
            for item in question.candidates
        ],
    }
