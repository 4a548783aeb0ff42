"""What the generated tests of the decoders must know of each kind of record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.record_io.descriptions import blocks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.model import Block, Kind
    from generator.relational.tables import Schema
    from generator.render.record_io.slots import Place


@dataclass(frozen=True, slots=True)
class TrialView:
    """A kind: its names in the modules under test."""

    name: str
    constant: str
    row: str
    layout: str
    tables: tuple[str, ...]


def trial_views(
    schema: Schema, rows: Sequence[tuple[Place, Kind, Block]]
) -> tuple[TrialView, ...]:
    """Each kind with a table."""
    del schema
    return tuple(
        TrialView(
            kind.name,
            kind.name.upper(),
            block.entity.class_name,
            place.file.name,
            tuple(each.entity.class_name for each in blocks_of(block)),
        )
        for place, kind, block in rows
    )
