"""The record drawn as a ruler of bytes: where each field lies, in lanes for redefinitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

GUTTER = 46  # room for the offset at the beginning of a row
WIDTH = 1104  # of a full row of bytes
LANE = 24
TICKS = 16
GAP = 8
_LETTER = 6.7  # width of a letter of a label
_PADDING = 6
_SHORTEST = 3  # letters of a label that still says something
_SAME = 3  # rows of one piece that are drawn
_ROWS = 48  # a longer record has more bytes in a row
_FATES = {
    "key": "part of a key",
    "column": "in a column",
    "otherwise": "in a column by another description",
    "nowhere": "reaches no column",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A field or a part of it in one row; `title` says everything, `label` what there is room for.

    `label_x` is the middle of the box.
    """

    x: int
    y: int
    width: int
    css: str
    title: str
    label: str
    label_x: int
    label_y: int
    bare: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of bytes: the offset of its first byte and its scale, a tick each eight bytes."""

    offset: int
    offset_y: int
    ticks: str


@dataclass(frozen=True, slots=True)
class Skip:
    """Rows that are left out because they show one piece and nothing else."""

    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """The whole drawing, in the units of its view box."""

    width: int
    height: int
    title: str
    in_row: int
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    skips: tuple[Skip, ...]
    lane: int = LANE - 2


Piece = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def whole(self) -> int | None:
        """The offset of the one piece that fills the row."""
        first, *others = self.pieces or ({"offset": None},)
        return None if others else first["offset"]


def ruler(record: Mapping[str, Any]) -> Ruler:
    """The drawing of a record as `records.content` has it."""
    length, pieces = record["length"], record["pieces"]
    in_row = 64
    while length > in_row * _ROWS:
        in_row *= 2
    lines: list[Line] = []
    boxes: list[Box] = []
    skips: list[Skip] = []
    top = 0
    for rows in _alike(_rows(length, pieces, in_row)):
        for row in rows if len(rows) <= _SAME else (rows[0], None, rows[-1]):
            if row is None:
                left_out = f"{len(rows) - 2} rows more of {rows[0].pieces[0]['name']}"
                skips.append(Skip(top + TICKS, left_out))
                top += TICKS
                continue
            lanes = sorted({piece["lane"] for piece in row.pieces})
            lines.append(Line(row.start, top + TICKS - 4, _ticks(row, in_row, top)))
            boxes += _boxes(row, lanes, in_row, top + TICKS)
            top += TICKS + LANE * max(len(lanes), 1) + GAP
    title = f"{record['record']}, {length:,} bytes, {in_row} in a row"
    width = GUTTER + WIDTH + 2
    return Ruler(width, top, title, in_row, tuple(lines), tuple(boxes), tuple(skips))


def _rows(length: int, pieces: Sequence[Piece], in_row: int) -> Iterator[_Row]:
    for start in range(0, length, in_row):
        end = min(start + in_row, length)
        held = (p for p in pieces if p["offset"] < end and start < p["offset"] + p["length"])
        yield _Row(start, end, tuple(held))


def _alike(rows: Iterable[_Row]) -> Iterator[tuple[_Row, ...]]:
    """Rows that show the same piece together, any other by itself."""
    for whole, group in groupby(rows, key=lambda row: row.whole):
        together = tuple(group)
        yield from [together] if whole is not None else [(row,) for row in together]


def _ticks(row: _Row, in_row: int, top: int) -> str:
    """A path: a stroke at each eighth of the row's bytes."""
    step, count = in_row // 8, row.end - row.start
    places = [*range(0, count, step), count]
    strokes = (f"M{_x(place, in_row)} {top + TICKS - 5}v4" for place in dict.fromkeys(places))
    return "".join(strokes)


def _x(place: int, in_row: int) -> int:
    return GUTTER + place * WIDTH // in_row


def _boxes(row: _Row, lanes: Sequence[int], in_row: int, top: int) -> Iterator[Box]:
    start, end = row.start, row.end
    for piece in row.pieces:
        low = max(piece["offset"], start)
        high = min(piece["offset"] + piece["length"], end)
        left, right = _x(low - start, in_row), _x(high - start, in_row)
        y = top + LANE * lanes.index(piece["lane"])
        yield Box(
            x=left,
            y=y,
            width=right - left,
            css=piece["fate"] + (" even" if (piece["occurrence"] or 1) % 2 == 0 else ""),
            title=_title(piece),
            label=_label(piece, right - left),
            label_x=(left + right) // 2,
            label_y=y + 15,
            bare=piece["fate"] == "nowhere",
        )


def _title(piece: Piece) -> str:
    last = piece["offset"] + piece["length"] - 1
    place = f"byte {last}" if piece["length"] == 1 else f"bytes {piece['offset']} to {last}"
    into = ", ".join(piece["columns"]) or _FATES[piece["fate"]]
    return f"{piece['name']}: {piece['entry']}: {place}: {into}"


def _label(piece: Piece, width: int) -> str:
    """The column's name where one takes it, else the field's, cut to the room that there is."""
    text = str(piece["columns"][0].partition(".")[2] if piece["columns"] else piece["name"])
    room = int((width - _PADDING) / _LETTER)
    if len(text) <= room:
        return text
    return f"{text[: room - 1]}\u2026" if room >= _SHORTEST else ""
