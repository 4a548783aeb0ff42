"""What a target cannot hold, found before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.problems import Location
    from generator.relational.findings import Findings
    from generator.relational.tables import Check, Table
    from generator.relational.target import Page, Target


def row_length(table: Table, target: Target) -> int:
    """Bytes of a row in a page; 0 where the target counts none."""
    size = target.row_bytes
    if size is None:
        return 0
    return sum(size(column.type, column.nullable) for column in table.columns)


def key_length(table: Table, columns: Sequence[str], target: Target) -> int:
    """Bytes of an index key."""
    size = target.row_bytes
    if size is None:
        return 0
    found = [table.column(name) for name in columns]
    return sum(size(column.type, column.nullable) for column in found)


def keys(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The primary key and every index, by name."""
    primary = (table.primary_key_name, table.primary_key)
    return (primary, *((index.name, index.columns) for index in table.indexes))


def page(table: Table, target: Target) -> Page | None:
    """The smallest page that holds a row and every index key, None when none does."""
    row, width = row_length(table, target), len(table.columns)
    longest = max(key_length(table, columns, target) for _, columns in keys(table))
    fits = (
        page
        for page in target.pages
        if row <= page.row and width <= page.columns and longest <= page.key
    )
    return next(fits, None)


def check_table(table: Table, target: Target, place: Location, findings: Findings) -> None:
    """Report each limit that the table exceeds; say the page size when the smallest is no good."""
    biggest = target.pages[-1]
    row, width = row_length(table, target), len(table.columns)
    most = max(page.columns for page in target.pages)
    if row > biggest.row:
        message = f"a row of {table.name} has {row:,} bytes, {target.title} takes {biggest.row:,}"
        hint = "make long texts or tables a child_table, or ignore fields"
        findings.error("DDL101", message, place, hint)
    if width > most:
        message = f"{table.name} has {width:,} columns, {target.title} takes {most:,}"
        findings.error(
            "DDL102", message, place, "make OCCURS items a child_table, or ignore fields"
        )
    for name, columns in keys(table):
        for message in _key_problems(table, name, columns, target):
            findings.error("DDL103", message, place, "index fewer or shorter fields")
    for check in table.checks:
        if 0 < target.check_text < _length(check):
            message = f"the condition of {check.name} has {_length(check):,} bytes"
            message += f", {target.title} takes {target.check_text:,}"
            findings.error(
                "DDL113", message, place, "leave out defaults.checks, or shorten the 88s"
            )
    found, smallest = page(table, target), target.pages[0]
    if found and found is not smallest:
        text = f"{table.name} needs a table space of {found.title} pages on {target.name}"
        reason = "; ".join(_too_big(table, target, smallest))
        findings.decide(table.name, "page-size", text, reason, None)


def _length(check: Check) -> int:
    """Bytes of the condition: IN with the values, OR, BETWEEN for each range."""
    column = len(check.column.encode())
    values = sum(len(value.encode()) + len(", ") for value in check.values)
    ranges = sum(
        column + len((low + high).encode()) + len(" OR  BETWEEN  AND ")
        for low, high in check.ranges
    )
    return column + len(" IN ()") + values + ranges


def _too_big(table: Table, target: Target, page: Page) -> Iterator[str]:
    """What of the table does not fit a page."""
    row, width = row_length(table, target), len(table.columns)
    if row > page.row:
        yield f"a row has up to {row:,} bytes, a {page.title} page takes {page.row:,}"
    if width > page.columns:
        yield f"it has {width:,} columns, a {page.title} page takes {page.columns:,}"
    for name, columns in keys(table):
        length = key_length(table, columns, target)
        if length > page.key:
            yield (
                f"the key of {name} has up to {length:,} bytes, "
                f"an index page of {page.title} takes {page.key:,}"
            )


def _key_problems(table: Table, name: str, columns: Sequence[str], target: Target) -> Iterator[str]:
    length, longest = key_length(table, columns, target), target.pages[-1].key
    if length > longest:
        yield f"the key of {name} has {length:,} bytes, {target.title} takes {longest:,}"
    if len(columns) > target.key_columns:
        yield f"{name} has {len(columns)} columns, {target.title} takes {target.key_columns}"


def check_unique(named: Iterable[tuple[str, Location]], findings: Findings, hint: str) -> None:
    """Report tables that have the same name."""
    seen: set[str] = set()
    for name, place in named:
        if name in seen:
            findings.error("DDL105", f"two tables would be called {name}", place, hint)
        seen.add(name)
