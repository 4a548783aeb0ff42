"""Pairs of a job's versions in folders, and what lies between them.

`cases/<case>/before` and `after` hold job.yaml and copybooks/*.cpy as a user has them, `earlier`
what came before both, where the case needs a history; `expected/changes.txt` what is told,
`expected/<target>.{up,down,checks}.sql` what is run.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.config.load import load_job
from generator.evolve.comparing.compare import compare
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
    text = (folder / "job.yaml").read_text("utf-8")
    with TemporaryDirectory() as root:  # where the folder has the job's name
        job = shutil.copytree(folder, Path(root) / text.split("job: ")[1].split()[0])
        return mapped(job, lock)


def mapped(job: Path, lock: AcceptedSchema | None = None) -> Version:
    """The job in a folder that has its name."""
    loaded = load_job(job / "job.yaml")
    members = tuple(sorted((job / "copybooks").glob("*.cpy")))
    books = parse_members(members, loaded.config.copybooks, loaded.libraries)
    targets = tuple(find(name) for name in loaded.config.targets)
    schema = to_schema(books, loaded, targets, lock)
    return Version(accepted(schema), words_of(loaded, books), targets)


def step(folder: Path, lock: AcceptedSchema) -> Comparison:
    """From the lock to the job in a folder."""
    after = version(folder, lock)
    return compare(lock, after.model, after.words, after.targets)


@cache
def comparison_of(case: str) -> Comparison:
    """What leads from the first version of a case to the second one."""
    folder = CASES / case
    if not (folder / "earlier").exists():
        return step(folder / "after", version(folder / "before").model)
    first = version(folder / "earlier").model
    return step(folder / "after", step(folder / "before", first).evolution.after)


def evolution_of(case: str) -> Evolution:
    """What lies between the two versions of a case."""
    return comparison_of(case).evolution


@cache
def targets_of(case: str) -> tuple[Target, ...]:
    """The targets of the second version of a case."""
    return version(CASES / case / "after").targets
