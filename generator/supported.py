"""How each part of the copybook language is treated, as text: the rows that the parser reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from generator.copybook.support.table import ROWS, Row


def as_table(rows: Sequence[Row] = ROWS) -> str:
    """A block an area, with the form, the treatment and the note."""
    form = max((len(row.form) for row in rows), default=0)
    treatment = max((len(row.treatment) for row in rows), default=0)
    lines: list[str] = []
    for area in areas(rows):
        lines += ["", area] if lines else [area]
        for row in rows:
            if row.area == area:
                text = f"  {row.form:{form}}  {row.treatment:{treatment}}  {told(row)}"
                lines.append(text.rstrip())
    return "\n".join(lines) + "\n"


def as_markdown(rows: Sequence[Row] = ROWS) -> str:
    """The same as tables for the documentation."""
    parts: list[str] = []
    for area in areas(rows):
        parts += [f"### {area[:1].upper()}{area[1:]}", ""]
        parts += ["| form | treatment | note |", "| --- | --- | --- |"]
        parts += [_markdown(row) for row in rows if row.area == area]
        parts.append("")
    return "\n".join(parts)


def as_json(rows: Sequence[Row] = ROWS) -> str:
    """Every field of every row."""
    return json.dumps([asdict(row) for row in rows], indent=2, ensure_ascii=False) + "\n"


def areas(rows: Sequence[Row]) -> list[str]:
    """The areas in the order of their first rows."""
    return list(dict.fromkeys(row.area for row in rows))


def told(row: Row) -> str:
    """The note, and the code of the message that goes with it."""
    if not row.code:
        return row.note
    return f"{row.note} ({row.code})" if row.note else row.code


def _markdown(row: Row) -> str:
    cells = (f"`{row.form}`", str(row.treatment), told(row))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
