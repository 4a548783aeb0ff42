"""The lines between the parentheses of CREATE TABLE: columns in line, a clause a line.

A column's first line ends in a remark that says where the column comes from; its clauses beyond
NOT NULL stand below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal as Number
from typing import TYPE_CHECKING, Protocol

from generator.relational.tables import Check, Column, Decimal, Role, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.relational.target import Target

LINE = 96  # characters of a line without its remark
BESIDE = 100  # from this length of lines on remarks stand beside what they are about
ELLIPSIS = "..."
_CHECK = "  CHECK ("
_OR = "      OR "
_PLACE = re.compile(r" \([^()]+:\d+\)(?:; (?P<more>.*))?$")


class Qualifier(Protocol):
    """What has the SQL schema of its tables for a name: a `Schema`, or as little as that."""

    @property
    def name(self) -> str | None:
        """None for unqualified names."""


@dataclass(frozen=True, slots=True)
class Build:
    """A table for a target. `checked`: its values are held to their types by constraints."""

    table: Table
    schema: Qualifier
    target: Target
    identity: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class _Element:
    """A column or a constraint: its lines, and the remark behind the first of them."""

    lines: tuple[str, ...]
    remark: str = ""


def table_lines(build: Build) -> tuple[str, ...]:
    """Columns and constraints, each but the last with its comma."""
    elements = (*_columns(build), *(_Element(lines) for lines in _constraints(build)))
    ended = [_ended(element) for element in elements[:-1]] + [elements[-1]]
    width = build.target.line
    if width < BESIDE:
        return tuple(line for e in ended for line in _below_remark(e, width))
    edge = max((len(element.lines[0]) for element in ended if element.remark), default=0)
    return tuple(line for e in ended for line in _beside_remark(e, edge, width + width // 3))


def _ended(element: _Element) -> _Element:
    *first, last = element.lines
    return _Element((*first, f"{last},"), element.remark)


def _beside_remark(element: _Element, edge: int, width: int) -> Iterator[str]:
    first, *rest = element.lines
    text = _cut(element.remark, width - edge - len("    -- "))
    yield f"{first:<{edge}}  -- {text}" if text else first
    yield from rest


def _below_remark(element: _Element, width: int) -> Iterator[str]:
    if element.remark:
        yield f"-- {_cut(element.remark, width - len('  -- '))}"
    yield from element.lines


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - len(ELLIPSIS)].rstrip() + ELLIPSIS


def _columns(build: Build) -> Iterator[_Element]:
    table, target = build.table, build.target
    names = max(len(column.name) for column in table.columns)
    types = max(len(target.spell(column.type)) for column in table.columns)
    for column in table.columns:
        null, *clauses = _clauses(column, build)
        head = f"{column.name:<{names}}  {target.spell(column.type):<{types}}  {null}".rstrip()
        below = (_below(clause, names + types + 4, build.target) for clause in clauses)
        yield _Element((head, *below), origin(column.comment))


def _below(clause: str, column: int, target: Target) -> str:
    """A clause under NOT NULL, or as far left as its line must begin to hold it."""
    return " " * max(min(column, room(target) - len(clause) - 1), 2) + clause


def _clauses(column: Column, build: Build) -> Sequence[str]:
    """NOT NULL or nothing first, then what goes below it."""
    target = build.target
    clauses = ["" if column.nullable else "NOT NULL"]
    if column.role is Role.IDENTITY:
        clauses = [*([""] if target.identity_is_key else clauses), build.identity]
    if column.default and target.stamp:
        clauses[0] = f"{clauses[0]} {target.stamp}".lstrip()
    elif column.default:
        clauses.append(f"DEFAULT {target.now}")
    return clauses


def column_line(column: Column, build: Build) -> str:
    """A column's definition on one line, without a remark."""
    words = (column.name, build.target.spell(column.type), *_clauses(column, build))
    return " ".join(word for word in words if word)


def origin(comment: str) -> str:
    """What COMMENT ON says, without the line of the copybook and its level-88 entries."""
    return _PLACE.sub("", comment).rstrip("; ")


def conditions(comment: str) -> str:
    """The level-88 entries in what COMMENT ON says."""
    found = _PLACE.search(comment)
    return (found["more"] or "") if found else ""


def _constraints(build: Build) -> Iterator[tuple[str, ...]]:
    table, target = build.table, build.target
    if target.value_check and build.checked:
        for column in table.columns:
            yield _type_constraint(column, target.value_check(column.name, column.type))
    for check in table.checks:
        yield (f"CONSTRAINT {check.name}", *check_lines(check, table, target))
    if not (target.identity_is_key and has_identity(table)):
        key = filled("  PRIMARY KEY (", table.primary_key, room(target))
        yield (f"CONSTRAINT {table.primary_key_name}", *key)


def has_identity(table: Table) -> bool:
    """Whether the database numbers the rows."""
    return any(column.role is Role.IDENTITY for column in table.columns)


def _type_constraint(column: Column, condition: str) -> tuple[str, ...]:
    if column.nullable:
        condition = f"{column.name} IS NULL OR ({condition})"
    return (f"CONSTRAINT TYPE_OF_{column.name}", f"  CHECK ({condition})")


def check_lines(check: Check, table: Table, target: Target) -> tuple[str, ...]:
    """IN for the values and BETWEEN for each range, joined by OR at the beginning of a line."""
    column = table.column(check.column)
    stored_as_text = target.spell(column.type) == "TEXT"
    left, literals = check.column, check.values
    if stored_as_text and isinstance(column.type, Decimal):
        literals = tuple(_canonical(value, column.type.scale) for value in check.values)
    elif stored_as_text:
        left = f"rtrim({check.column})"
        literals = tuple(f"'{value[1:-1].rstrip()}'" for value in check.values)
    listed = filled(f"{left} IN (", literals, room(target) - len(_CHECK) - 1) if literals else ()
    if stored_as_text and isinstance(column.type, Decimal):
        left = f"CAST({check.column} AS NUMERIC)"
    ranges = tuple(f"{left} BETWEEN {low} AND {high}" for low, high in check.ranges)
    rows = [*(" " * len(_CHECK) + line for line in listed), *(_OR + text for text in ranges)]
    rows = [_CHECK + rows[0][len(_CHECK) :], *rows[1:]]
    return (*rows[:-1], rows[-1] + ")")


def _canonical(literal: str, scale: int) -> str:
    return f"'{Number(literal):.{scale}f}'"


def room(target: Target) -> int:
    """Characters of a line inside the parentheses that are not a remark."""
    return min(LINE, target.line) - len("  ")


def filled(head: str, words: Iterable[str], width: int) -> tuple[str, ...]:
    """`head`, the words with commas and a closing parenthesis, on as many lines as they take."""
    *first, last = words
    lines = [head]
    for word in (*(f"{word}," for word in first), f"{last})"):
        blank = "" if lines[-1].endswith("(") or not lines[-1].strip() else " "
        if len(lines[-1]) + len(blank) + len(word) > width and blank:
            lines.append(" " * len(head) + word)
        else:
            lines[-1] += blank + word
    return tuple(lines)
