"""A job from the text of its copybook and of its job.yaml, mapped."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generator.config.load import LoadedJob, load_job
from generator.copybook import parse_copybook
from generator.problems import GenerationFailed, Problem
from generator.reading.mapping import to_reading
from generator.relational import to_schema
from generator.render.files import Job
from generator.sources import dialect_of
from generator.targets import find

if TYPE_CHECKING:
    from pathlib import Path

    from generator.copybook.fields import Copybook
    from generator.reading.model import Reading
    from generator.relational.tables import Column, Decision, Entity, Schema

HEAD = "version: 1\njob: CASE\n"
Mapped = Callable[..., "Case"]
Refused = Callable[..., tuple[Problem, ...]]


@dataclass(frozen=True)
class Case:
    """A mapped job."""

    loaded: LoadedJob
    copybooks: tuple[Copybook, ...]
    schema: Schema
    reading: Reading

    @property
    def job(self) -> Job:
        config = self.loaded.config
        return Job("CASE", "case", config, self.copybooks, self.schema, self.reading)

    def entity(self, name: str = "REC") -> Entity:
        return next(entity for entity in self.schema.entities if entity.name == name)

    def column(self, name: str, entity: str = "REC") -> Column:
        return next(c for c in self.entity(entity).columns if c.name == name)

    def names(self, entity: str = "REC") -> list[str]:
        return [column.name for column in self.entity(entity).columns]

    def decisions(self, rule: str) -> list[Decision]:
        return [decision for decision in self.schema.decisions if decision.rule == rule]


def fixed(text: str) -> str:
    """Copybook text in reference format: indented to column 8."""
    lines = textwrap.dedent(text).strip("\n").splitlines()
    return "".join(f"       {line}\n" if line else "\n" for line in lines)


def map_folder(folder: Path) -> Case:
    """The job in a folder: its job.yaml and all its copybooks."""
    loaded = load_job(folder / "job.yaml")
    dialect = dialect_of(loaded.config.copybooks)
    books = tuple(
        parse_copybook(path, libraries=loaded.libraries, dialect=dialect)
        for path in sorted(folder.glob("*.cpy"))
    )
    targets = tuple(find(name) for name in loaded.config.targets)
    schema = to_schema(books, loaded, targets)
    return Case(loaded, books, schema, to_reading(books, loaded, schema))


@pytest.fixture
def mapped(tmp_path: Path) -> Mapped:
    """`mapped(copybook, job)`: the job of one copybook REC.cpy; `job` goes below `job: CASE`."""

    def run(copybook: str, job: str, **files: str) -> Case:
        folder = tmp_path / "CASE"
        folder.mkdir(exist_ok=True)
        (folder / "REC.cpy").write_text(fixed(copybook), "utf-8")
        (folder / "job.yaml").write_text(HEAD + textwrap.dedent(job), "utf-8")
        for name, text in files.items():
            (folder / name.replace("__", ".")).write_text(text, "utf-8")
        return map_folder(folder)

    return run


@pytest.fixture
def refused(mapped: Mapped) -> Refused:
    """The problems of a job that cannot be mapped."""

    def run(copybook: str, job: str) -> tuple[Problem, ...]:
        with pytest.raises(GenerationFailed) as failed:
            mapped(copybook, job)
        return failed.value.problems

    return run
