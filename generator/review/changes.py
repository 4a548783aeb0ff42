"""What changed since the last accepted schema, the changes that need most care first."""

from __future__ import annotations

from typing import Any

from generator.evolve.model import ChangeClass
from generator.evolve.telling import by_class, change_dict, question_dict
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
    return {
        "since": basis.accepted.version if basis.accepted else None,
        "classes": [
            {
                "class": str(kind),
                "meaning": MEANING[kind],
                "changes": [change_dict(change) for change in found],
            }
            for kind, found in (by_class(compared) if compared else {}).items()
        ],
        "questions": [question_dict(item) for item in (compared.questions if compared else ())],
    }
