"""The content as Markdown, for a pull request: the same grids as those of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.render.render import render
from generator.review import scripts
from generator.review.grids import CODE, NUMBER, Cell, Grid

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A fenced text."""

    language: str
    lines: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with what stands below it, in this order."""

    heading: str
    notes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()


def text(content: Content, shown: Content) -> str:
    """The chapters, those of the page in its order; `shown` is the content as the page has it."""
    return render(
        "review/schema.md.j2",
        header=content["header"],
        job=content["job"],
        lead=_plain(shown["lead"]),
        chapters=tuple(_chapters(content, shown)),
        signed=shown["signed"],
        environments=shown["environments"],
    )


def _chapters(content: Content, shown: Content) -> Iterator[Chapter]:
    yield Chapter("## What was run", tables=_tables(*shown["runs"]))
    counts = tuple(f"{count['name']}: {count['number']}" for count in shown["counts"])
    yield Chapter("## Counts", items=counts)
    changes = shown["changes"]
    yield Chapter(
        "## Changes since the last accepted schema",
        notes=(changes["summary"],),
        tables=_tables(*changes["questions"], *changes["grids"]),
    )
    for record in shown["records"]:
        notes = (record.summary,)
        yield Chapter(f"## Record {record.name}", notes, record.unmapped)
        for entity in record.entities:
            yield Chapter(f"### Table {entity.name}", (entity.note,), tables=_tables(*entity.grids))
        for grid in record.dropped:
            yield Chapter(f"### {grid.caption}", tables=_tables(grid))
    for section in shown["sections"]:
        said = (section.note,) if section.note else ()
        yield Chapter(f"## {section.title}", said, tables=_tables(*section.grids))
    for target in content["ddl"]:
        yield Chapter(f"## DDL for {target['title']}", texts=tuple(map(_ddl, target["tables"])))
    for target, made in zip(shown["deployment"], content["deployment"], strict=True):
        yield from _deployment(target, made)


def _ddl(table: Content) -> Text:
    text = table["ddl"].rstrip("\n")
    if table["before"] is None:
        return Text("sql", text)
    pairs = scripts.twins(table["before"], text)
    return Text("diff", "\n".join(line for twin in pairs for line in _changed(twin)))


def _changed(twin: scripts.Twin) -> Iterator[str]:
    before, after = ("".join(word.text for word in side) for side in (twin.before, twin.after))
    if not twin.css:
        yield f" {after}"
        return
    if twin.before:
        yield f"-{before}"
    if twin.after:
        yield f"+{after}"


def _deployment(target: Content, made: Content) -> Iterator[Chapter]:
    migration = made["migration"]
    yield Chapter(f"## Deployment on {target['title']}")
    if migration and migration["checks"]:
        queries = _statements(migration["checks"])
        yield Chapter("### Before it each of these queries must find nothing", texts=queries)
    for number, step in enumerate(migration["steps"] if migration else (), 1):
        yield Chapter(
            f"### Step {number}: {step['title']}" + (" (irreversible)" * step["irreversible"]),
            items=tuple(step["notes"]),
            texts=_statements(step["statements"]),
        )
    for file in made["files"]:
        yield Chapter(f"### {file['path']}", texts=(Text("sql", file["text"].rstrip("\n")),))
    yield Chapter("### First deployment", (target["note"],), tables=_tables(*target["grids"]))


def _statements(statements: Sequence[Content]) -> tuple[Text, ...]:
    return (Text("sql", "\n\n".join(map(scripts.statement_text, statements))),)


def _tables(*grids: Grid) -> tuple[str, ...]:
    return tuple("\n".join(_lines(grid)) for grid in grids)


def _lines(grid: Grid) -> Iterator[str]:
    yield f"**{_plain(grid.caption)}**"
    yield ""
    yield _row(_plain(head.text) for head in grid.heads)
    yield _row("---:" if head.css == NUMBER else "---" for head in grid.heads)
    for row in grid.rows:
        yield _row(map(_cell, row.cells))


def _row(cells: Any) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    text = " ".join(cell.text.split())
    shown = f"`{text}`" if cell.css == CODE and text and "`" not in text else _plain(text)
    words = (shown.replace("|", "\\|"), f"({cell.tag})" if cell.tag and cell.names else "")
    more = _plain(cell.more).replace("|", "\\|")
    return " ".join(word for word in (*words, more) if word)


def _plain(text: str) -> str:
    """Text that means nothing to Markdown or HTML."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
