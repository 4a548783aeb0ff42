"""Our layout of a copybook in the form of the `.layout` files."""

from __future__ import annotations

from cobc_layout import MINIMUM
from record import numbered

from generator.copybook.fields import Copybook, Field


def placed(copybook: Copybook) -> dict[str, tuple[tuple[int, int], Field | None]]:
    """Every item by its path as in the `.layout` files."""
    paths: list[tuple[str, ...]] = []
    values: list[tuple[tuple[int, int], Field | None]] = []
    for record in copybook.records:
        if record.implied:
            paths.append((record.name,))
            values.append(((0, record.length), None))
        for field in record.fields():
            paths.append((record.name, *field.path) if record.implied else field.path)
            values.append(((field.offset, field.length), field))
    for record in copybook.records:
        if record.min_length != record.length:
            paths.append((record.name, MINIMUM))
            values.append(((0, record.min_length), None))
    return dict(zip(numbered(paths), values, strict=True))
