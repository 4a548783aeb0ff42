"""Whole tables: rows on pages, what comes near a limit, tables that hold little or too much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.findings.model import Case, note, warning
from generator.relational.limits import key_length, keys, page, row_length
from generator.relational.tables import BitData, VarChar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem
    from generator.relational.tables import Table
    from generator.relational.target import Page, Target

NEAR = 0.9
WASTE = 0.25
VARYING = 0.2
NUMBERED = 25


@dataclass(frozen=True, slots=True)
class _Room:
    """How much of a limit is taken, and by what."""

    code: str
    subject: str
    taken: int
    limit: int
    told: str

    @property
    def share(self) -> float:
        return self.taken / self.limit


def near_limits(case: Case) -> Iterator[Problem]:
    """What still fits and will not after the next few fields: see DDL101 to DDL103.

    Of the tables and targets the one that is nearest to its limit is named.
    """
    rooms = [room for target in case.scene.targets for room in _rooms(case, target)]
    for code in ("DDL221", "DDL222", "DDL223"):
        fullest = max((r for r in rooms if r.code == code), key=lambda r: r.share, default=None)
        if fullest and NEAR < fullest.share <= 1:
            hint = "make tables inside the record child tables, or ignore fields, before it is full"
            if code == "DDL223":
                hint = "index fewer or shorter fields"
            yield warning(code, fullest.subject, fullest.told, case.place, hint)


def _rooms(case: Case, target: Target) -> Iterator[_Room]:
    biggest, name = target.pages[-1], target.name
    most = max(each.columns for each in target.pages)
    for table in (case.entity.final, case.entity.staging):
        row, width = row_length(table, target), len(table.columns)
        told = f"a row of {table.name} has up to {row:,} of the {biggest.row:,} bytes of {name}"
        yield _Room("DDL221", table.name, row, biggest.row, told)
        told = f"{table.name} has {width:,} of the {most:,} columns of {name}"
        yield _Room("DDL222", table.name, width, most, told)
        for index, columns in keys(table):
            key = key_length(table, columns, target)
            told = f"the key of {index} has up to {key:,} of the {biggest.key:,} bytes of {name}"
            yield _Room("DDL223", index, key, biggest.key, told)


def wasted_pages(case: Case) -> Iterator[Problem]:
    """Rows that leave much of each page empty, where bigger pages would not.

    Rows of a table do not span pages (Db2 LUW, "Table pages"). Tables with much varying text are
    left out: their rows are shorter than they may be.
    """
    table = case.entity.final
    for target in case.scene.targets[:1]:
        now = page(table, target)
        row = row_length(table, target)
        if now is None or _varying(table, target) > VARYING * row:
            continue
        waste = _waste(now, row)
        bigger = [each for each in target.pages if each.size > now.size]
        best = min(bigger, key=lambda each: _waste(each, row), default=None)
        if waste > WASTE and best and _waste(best, row) * 2 <= waste:
            rows = now.row // row
            told = (
                f"a row of {table.name} has {row:,} bytes: {rows} on a page of {now.title}, "
                f"{waste:.0%} of which stays empty"
            )
            hint = (
                f"a table space of {best.title} pages holds {best.row // row} rows a page and "
                f"wastes {_waste(best, row):.0%}: physical.final.tablespace"
            )
            yield note("DDL224", table.name, told, case.place, hint)


def no_data(case: Case) -> Iterator[Problem]:
    """A MERGE into a table of keys can only insert."""
    data = [c for c in case.entity.columns if c.name not in case.entity.key]
    if not data:
        told = f"{case.name} has no column besides its key: the MERGE inserts and never updates"
        hint = "is the key longer than what tells records apart, or are fields ignored?"
        yield note("DDL225", case.name, told, case.place, hint)


def numbered_columns(case: Case) -> Iterator[Problem]:
    """A table in the record that was laid flat: a search must name every column."""
    flat = [c for c in case.own if c.source and c.source.occurrences]
    if len(flat) >= NUMBERED:
        first = flat[0]
        told = (
            f"{len(flat)} of {len(case.entity.columns)} columns of {case.name} are numbered, from "
            f"{first.name} on: a search for a value must name each of them"
        )
        hint = "occurs: {as: child_table} makes them rows, and skip_empty leaves the empty ones out"
        yield note("DDL226", case.name, told, case.at(first), hint)


def _waste(each: Page, row: int) -> float:
    return 1.0 if row > each.row else (each.row % row) / each.row


def _varying(table: Table, target: Target) -> int:
    size = target.row_bytes
    varying = [c for c in table.columns if isinstance(c.type, VarChar | BitData)]
    return sum(size(c.type, c.nullable) for c in varying if c.source) if size else 0
