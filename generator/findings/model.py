"""What is found and what the rules look at. Types only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import Problem, Severity
from generator.relational.target import Target

if TYPE_CHECKING:
    from generator.config.load import LoadedJob
    from generator.config.model import RecordRule, Waiver
    from generator.problems import Location
    from generator.relational.tables import Column, Entity, Index, Schema


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and the waiver of job.yaml that accepts it, None where nobody did."""

    problem: Problem
    waived: Waiver | None = None

    def to_dict(self) -> dict[str, object]:
        """JSON form: that of the problem and what accepts it."""
        waiver = self.waived
        accepted = waiver and {
            "code": waiver.code,
            "where": waiver.where,
            "reason": waiver.reason,
            "until": waiver.until,
        }
        return {**self.problem.to_dict(), "waived": accepted}


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole job as the rules of design see it.

    `targets` are those that count bytes (the Db2 family); a rule about room speaks of the first
    one for which it holds.
    """

    schema: Schema
    targets: tuple[Target, ...]
    loaded: LoadedJob
    tables: dict[str, Entity] = field(default_factory=dict)

    def cases(self) -> Iterator[Case]:
        """Each record, variant or table inside a record."""
        yield from (Case(self, entity) for entity in self.schema.entities)


@dataclass(frozen=True, slots=True)
class Case:
    """One entity under review, and the places to report at."""

    scene: Scene
    entity: Entity

    @property
    def name(self) -> str:
        """The final table, of which a finding speaks."""
        return self.entity.final.name

    @property
    def record(self) -> str:
        """The record as job.yaml writes it."""
        keys = {key.upper(): key for key in self.scene.loaded.config.records}
        return keys[self.entity.record.upper()]

    @property
    def rule(self) -> RecordRule:
        """What job.yaml says of the record."""
        return self.scene.loaded.config.records[self.record]

    @property
    def place(self) -> Location:
        """The record's entry in job.yaml."""
        return self.scene.loaded.where("records", self.record)

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns that come from the record, without the key that a child has of its parent."""
        inherited: tuple[str, ...] = ()
        if self.entity.parent:
            inherited = self.scene.tables[self.entity.parent].key
        return tuple(c for c in self.entity.columns if c.source and c.name not in inherited)

    def at(self, column: Column) -> Location:
        """The column's entry in the copybook."""
        return column.source.field.location if column.source else self.place

    def index_at(self, index: Index) -> Location:
        """The index's entry in job.yaml; the list's where it cannot be told which it is."""
        where, rules = self.scene.loaded.where, self.rule.indexes
        named = [n for n, rule in enumerate(rules) if rule.name == index.name]
        if not named and len(rules) == len(self.entity.final.indexes):
            named = [self.entity.final.indexes.index(index)]
        return where("records", self.record, "indexes", *named[:1])

    def column(self, name: str) -> str:
        """The subject of a finding about a column."""
        return f"{self.name}.{name}"


def warning(code: str, subject: str, message: str, place: Location | None, hint: str) -> Problem:
    """What a DBA would send back."""
    return Problem(code, message, place, hint, severity=Severity.WARNING, subject=subject)


def note(code: str, subject: str, message: str, place: Location | None, hint: str) -> Problem:
    """What a DBA would ask about."""
    return Problem(code, message, place, hint, severity=Severity.NOTE, subject=subject)
