"""Records that share one storage area: the 01 entries of one FD, or one that redefines another.

(Enterprise COBOL Language Reference, "File description entry": each 01 behind an FD describes the
same record area.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.copybook.fields import Copybook, Record


def sharing(record: Record, book: Copybook) -> tuple[Record, ...]:
    """The other records of the copybook that describe the same bytes."""
    area = _area(record, book)
    return tuple(r for r in book.records if r is not record and _area(r, book) == area)


def _area(record: Record, book: Copybook) -> tuple[str, str]:
    """What the record lies in: the area of its file, or the record that it redefines in the end."""
    by_name = {other.name.upper(): other for other in book.records}
    base, seen = record, {record.name.upper()}
    while base.root.redefines and base.root.redefines.upper() not in seen:
        seen.add(base.root.redefines.upper())
        base = by_name.get(base.root.redefines.upper(), base)
    return ("file", base.file) if base.file else ("record", base.name.upper())
