"""What the generated tests of the decoders must know of each kind of record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.record_io.names import constant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.model import Kind
    from generator.render.record_io.slots import Place


@dataclass(frozen=True, slots=True)
class TrialView:
    """A kind with a table: its names in the modules under test, and its file."""

    name: str
    constant: str
    file: str


def trial_views(kinds: Sequence[tuple[Place, Kind]]) -> tuple[TrialView, ...]:
    """Each kind with a table."""
    return tuple(
        TrialView(kind.name, constant(kind.name), place.file.name)
        for place, kind in kinds
        if kind.block
    )
