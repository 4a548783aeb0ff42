"""Pairs of a job's versions in folders, and what lies between them.

`cases/<case>/before` and `after` hold job.yaml and copybooks/*.cpy as a user has them;
`expected/changes.txt` what is told, `expected/<target>.{up,down,checks}.sql` what is run.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.config.load import load_job
from generator.evolve.compare import compare
from generator.evolve.model import Comparison, Evolution, Words
from generator.evolve.words import words_of
from generator.relational import to_schema
from generator.relational.accepted import AcceptedSchema, accepted
from generator.relational.target import Target
from generator.sources import parse_members
from generator.targets import find

CASES = Path(__file__).parent / "cases"
NAMES = tuple(sorted(path.name for path in CASES.iterdir() if path.is_dir()))


@dataclass(frozen=True)
class Version:
    """One side of a case."""

    model: AcceptedSchema
    words: Words
    targets: tuple[Target, ...]


def version(folder: Path, lock: AcceptedSchema | None = None) -> Version:
    """The job in a folder as the model has it; names are kept by the lock."""
    loaded = load_job(folder / "job.yaml")
    members = tuple(sorted((folder / "copybooks").glob("*.cpy")))
    books = parse_members(members, loaded.config.copybooks, loaded.libraries)
    targets = tuple(find(name) for name in loaded.config.targets)
    schema = to_schema(books, loaded, targets, lock)
    return Version(accepted(schema), words_of(loaded, books), targets)


def comparison_of(case: str) -> Comparison:
    """The lock of the case's first version compared with the model of its second one."""
    lock = version(CASES / case / "before").model
    after = version(CASES / case / "after", lock)
    return compare(lock, after.model, after.words, after.targets)


def evolution_of(case: str) -> Evolution:
    """What lies between the two versions of a case."""
    return comparison_of(case).evolution


def targets_of(case: str) -> tuple[Target, ...]:
    """The targets of the case's second version."""
    names = load_job(CASES / case / "after" / "job.yaml").config.targets
    return tuple(find(name) for name in names)


def again(lock: AcceptedSchema, case: str) -> Comparison:
    """The second version once more, after its lock was accepted."""
    after = version(CASES / case / "after", lock)
    return compare(lock, replace(after.model, version=lock.version), after.words, after.targets)
