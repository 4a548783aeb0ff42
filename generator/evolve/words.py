"""What job.yaml says about columns and tables that changed their names or went away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.config.select import select
from generator.evolve.model import Words
from generator.problems import GenerationFailed, Location, Problem

if TYPE_CHECKING:
    from generator.config.load import LoadedJob
    from generator.config.model import RecordRule
    from generator.copybook.fields import Copybook, Record


def words_of(loaded: LoadedJob, copybooks: Iterable[Copybook]) -> Words:
    """The words, selectors resolved; GenerationFailed where one of them names several fields."""
    rules = {name.upper(): (name, rule) for name, rule in loaded.config.records.items()}
    every = [record for book in copybooks for record in book.records]
    known = [
        (record, *rules[record.name.upper()]) for record in every if record.name.upper() in rules
    ]
    problems = [p for record, key, rule in known for p in _ambiguous(loaded, record, key, rule)]
    if problems:
        raise GenerationFailed(problems)
    return Words(
        renamed={
            (record.name, path): former
            for record, _, rule in known
            for path, _, former in _renamed(record, rule)
        },
        records={r.name: rule.renamed_from for r, _, rule in known if rule.renamed_from},
        removed={
            (record.name, name.upper()): word
            for record, _, rule in known
            for name, word in rule.removed.items()
        },
        places={at: place for each in known for at, place in _places(loaded, *each)},
    )


def _renamed(record: Record, rule: RecordRule) -> Iterator[tuple[str, str, str]]:
    """The path of each field, the selector that names it and what the field was."""
    for selector, field in rule.fields.items():
        if field.renamed_from:
            for item in select(selector, record):
                yield ".".join(item.path), selector, field.renamed_from.upper()


def _places(
    loaded: LoadedJob, record: Record, key: str, rule: RecordRule
) -> Iterator[tuple[tuple[str, str | tuple[str, str]], Location]]:
    yield ("records", record.name), loaded.where("records", key, "renamed_from")
    for name in rule.removed:
        place = loaded.where("records", key, "removed", name)
        yield ("removed", (record.name, name.upper())), place
    for path, selector, _ in _renamed(record, rule):
        place = loaded.where("records", key, "fields", selector, "renamed_from")
        yield ("renamed", (record.name, path)), place


def _ambiguous(loaded: LoadedJob, record: Record, key: str, rule: RecordRule) -> Iterator[Problem]:
    for selector, field in rule.fields.items():
        found = select(selector, record) if field.renamed_from else ()
        if len(found) > 1:
            yield Problem(
                code="MIG204",
                message=f"{selector} names {len(found)} fields, and renamed_from is of one",
                location=loaded.where("records", key, "fields", selector, "renamed_from"),
                hint="write an entry for the field that was renamed: "
                + ", ".join(" OF ".join(reversed(item.path[1:])) for item in found),
            )
