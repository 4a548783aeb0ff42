"""What the page is based on beyond the job itself. Types only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.evolve.model import Comparison
from generator.findings.model import Finding
from generator.relational.accepted import AcceptedSchema
from generator.render.files import RenderedFile


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything optional: without it the page is that of a first generation.

    `accepted` is the model that was last accepted, `comparison` what lies between it and the
    job's. `migrations` are the files of those that were written. `inputs` are the hashes of the
    input files by their paths. `findings` are None where nobody looked.
    """

    accepted: AcceptedSchema | None = None
    comparison: Comparison | None = None
    migrations: tuple[RenderedFile, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] | None = None


NOTHING = Basis()
