"""What a changed model waits for, as problems that name every way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.problems import Problem, Severity

if TYPE_CHECKING:
    from generator.config.load import LoadedJob
    from generator.evolve.model import Candidate, Change, Question

_SHOWN = 3


def problem(question: Question, loaded: LoadedJob) -> Problem:
    """The question at its record's entry in job.yaml."""
    keys = {name.upper(): name for name in loaded.config.records}
    key = keys.get(question.record.upper())
    place = loaded.where("records", key) if key else loaded.where("records")
    subject = f"{question.table}.{question.gone}" if question.table else question.gone
    code, message, hint = _column(question, loaded) if question.table else _table(question, loaded)
    notes = tuple(_note(candidate) for candidate in question.candidates[:_SHOWN])
    return Problem(code, message, place, hint, notes, subject=subject)


def missing(name: str, changes: Iterable[Change]) -> Problem:
    """Nothing has to be asked, and no migration leads to the tables of the job `name`."""
    counted = Counter(str(change.change_class) for change in changes)
    said = ", ".join(f"{number} {kind}" for kind, number in sorted(counted.items()))
    return Problem(
        code="MIG201",
        message=f"the tables of {name} are not those of schema.lock.json ({said}), and no "
        "migration takes them there",
        hint=f"cobrepo migrate plan {name} shows it, cobrepo migrate new {name} writes it; "
        f"when no database has the tables yet: cobrepo generate {name} --baseline",
        severity=Severity.WARNING,
        subject=name,
    )


def _column(question: Question, loaded: LoadedJob) -> tuple[str, str, str]:
    name = f"{question.table}.{question.gone}"
    new = question.candidates[0].after if question.candidates else "NEW"
    drop = f"removed: {{{question.gone}: drop}}"
    keep = f"removed: {{{question.gone}: keep}}"
    message = (
        f"column {name} holds data, no field gives it any more, and job.yaml has no word on it"
    )
    hint = (
        f"renamed: cobrepo migrate accept-rename {loaded.config.job} {name} {new}; "
        f"given up: under records: {question.record}: write {drop} (its data is lost) "
        f"or {keep} (the column stays, unused)"
    )
    return "MIG202", message, hint


def _table(question: Question, loaded: LoadedJob) -> tuple[str, str, str]:
    new = question.candidates[0].after if question.candidates else "NEW"
    message = f"table {question.gone} holds data, and nothing gives it any more, but {new} is new"
    hint = (
        f"renamed: cobrepo migrate accept-rename {loaded.config.job} {question.gone} {new}; "
        f"another one: under records: {question.record}: write "
        f"removed: {{{question.gone}: keep}} (the table stays as it is)"
    )
    return "MIG208", message, hint


def _note(candidate: Candidate) -> str:
    why = f" ({', '.join(candidate.reasons)})" if candidate.reasons else ""
    return f"perhaps renamed to {candidate.after}{why}"
