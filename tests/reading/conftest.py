"""A job from the text of its copybooks and of its job.yaml, read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generator.config.load import load_job
from generator.copybook import parse_copybook
from generator.problems import GenerationFailed, Problem
from generator.reading.mapping import to_reading
from generator.relational import to_schema
from generator.sources import dialect_of
from generator.targets import find

if TYPE_CHECKING:
    from pathlib import Path

    from generator.copybook.fields import Copybook, Field
    from generator.reading.model import (
        Block,
        Item,
        Kind,
        Reading,
        Size,
        SourceFile,
        Storage,
        Test,
        Value,
    )

Read = Callable[..., "Case"]
Refused = Callable[..., tuple[Problem, ...]]


@dataclass(frozen=True)
class Case:
    """The files of a job."""

    books: tuple[Copybook, ...]
    reading: Reading

    @property
    def file(self) -> SourceFile:
        (file,) = self.reading.files
        return file

    @property
    def kind(self) -> Kind:
        (kind,) = self.file.kinds
        return kind

    @property
    def block(self) -> Block:
        assert self.kind.block
        return self.kind.block

    def blocks(self) -> Iterator[Block]:
        for file in self.reading.files:
            for kind in file.kinds:
                if kind.block:
                    yield from every(kind.block)

    def value(self, attribute: str) -> Value:
        found = [v for b in self.blocks() for v in b.values if v.column.attribute == attribute]
        (value,) = found
        return value

    def item(self, attribute: str) -> Item:
        return self.value(attribute).item

    def storage(self, attribute: str) -> Storage:
        return self.item(attribute).storage

    def field(self, name: str) -> Field:
        found = [f for b in self.books for r in b.records for f in r.fields() if f.name == name]
        (field,) = found
        return field

    def decisions(self, rule: str) -> list[str]:
        return [d.text for d in self.reading.decisions if d.rule == rule]


def every(block: Block) -> Iterator[Block]:
    yield block
    for child in block.children:
        yield from every(child)


def sized(size: Size) -> str:
    """8, or 8 + n * 3 where a counter n varies it."""
    parts = []
    for counter, each in size.varying:
        inner = sized(each)
        parts.append(f" + {counter} * " + (f"({inner})" if each.varying else inner))
    return str(size.fixed) + "".join(parts)


def spoken(test: Test) -> str:
    """A test as one line."""
    kind = type(test).__name__
    if kind == "Compare":
        return f"{test.item.path} {test.operator} {test.literal!r}"  # type: ignore[union-attr]
    if kind == "Not":
        return f"not ({spoken(test.part)})"  # type: ignore[union-attr]
    word = " and " if kind == "All" else " or "
    return "(" + word.join(spoken(part) for part in test.parts) + ")"  # type: ignore[union-attr]


def fixed(text: str) -> str:
    """Copybook text in reference format: indented to column 8."""
    lines = textwrap.dedent(text).strip("\n").splitlines()
    return "".join(f"       {line}\n" if line else "\n" for line in lines)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """`read(copybook, job)`: the job of one copybook REC.cpy; further ones by name."""

    def run(copybook: str, job: str = "records: {REC: {key: [REC-ID]}}", **more: str) -> Case:
        folder = tmp_path / "CASE"
        folder.mkdir(exist_ok=True)
        for name, text in {"REC": copybook, **more}.items():
            (folder / f"{name}.cpy").write_text(fixed(text), "utf-8")
        head = "version: 1\njob: CASE\n"
        (folder / "job.yaml").write_text(head + textwrap.dedent(job).strip("\n") + "\n", "utf-8")
        loaded = load_job(folder / "job.yaml")
        dialect = dialect_of(loaded.config.copybooks)
        books = tuple(
            parse_copybook(path, dialect=dialect) for path in sorted(folder.glob("*.cpy"))
        )
        targets = tuple(find(name) for name in loaded.config.targets)
        schema = to_schema(books, loaded, targets)
        return Case(books, to_reading(books, loaded, schema))

    return run


@pytest.fixture
def refused(read: Read) -> Refused:
    """The problems of a job that cannot be read."""

    def run(
        copybook: str, job: str = "records: {REC: {key: [REC-ID]}}", **more: str
    ) -> tuple[Problem, ...]:
        with pytest.raises(GenerationFailed) as failed:
            read(copybook, job, **more)
        return failed.value.problems

    return run
