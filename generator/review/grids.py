"""The tables of the page: captions, heads and cells, every value a final string."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Content = Mapping[str, Any]

WORDS, CODE, NUMBER = "words", "code", "number"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `css` is that of its cells."""

    text: str
    css: str = WORDS


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. `href` makes it a link, `names` the one that names its row, `tag` a small mark."""

    text: str
    css: str = WORDS
    href: str = ""
    names: bool = False
    tag: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its anchor, "" for none."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    css: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the page."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    anchor: str = ""
    css: str = ""


def _grid(
    caption: str, heads: Sequence[Head], rows: Iterable[Sequence[object]], css: str = ""
) -> Grid:
    """A grid of plain values; the first of a row names it."""
    return Grid(
        caption,
        tuple(heads),
        tuple(
            Row(
                tuple(
                    _cell(v, head, names=at == 0)
                    for at, (v, head) in enumerate(zip(row, heads, strict=True))
                )
            )
            for row in rows
        ),
        css=css,
    )


def _cell(value: object, head: Head, *, names: bool = False) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell(_text(value), head.css, names=names)


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else str(value)


def runs(content: Content) -> Grid:
    """The inputs with their hashes."""
    rows = [
        (item["path"], item["read_as"], (item["sha256"] or "")[:16]) for item in content["inputs"]
    ]
    rows.append(("cobrepo", "generator", content["generator"]))
    heads = (Head("Input", CODE), Head("Read as"), Head("SHA-256, or version", CODE))
    return _grid("Inputs", heads, rows)


def change_class(group: Content) -> Grid:
    """The changes of one class."""
    heads = (
        Head("Subject", CODE),
        Head("Change", CODE),
        Head("Tables"),
        Head("Reader"),
        Head("Rows that are there"),
        Head("Costs"),
    )
    rows = [_change(change) for change in group["changes"]]
    caption = f"{group['class'].capitalize()}: {group['meaning']}"
    return _grid(caption, heads, rows, css=f"changes class-{group['class']}")


def _change(change: Content) -> Sequence[object]:
    subject = ".\n".join(part for part in (change["table"], change["subject"]) if part)
    costs = ";\n".join(f"{target}: {', '.join(flags)}" for target, flags in change["flags"].items())
    return (
        Cell(subject, CODE, names=True, more=change["source"]),
        _difference(change["before"], change["after"]),
        change["ddl"],
        change["reader"],
        change["data"],
        costs,
    )


def _difference(before: str | None, after: str | None) -> str:
    if before and after:
        return f"{before}\n\u2192 {after}"
    return f"+ {after}" if after else f"\u2212 {before}" if before else ""


def question(item: Content) -> Grid:
    """What may have become of a column that is gone."""
    gone = ".".join(part for part in (item["table"], item["gone"]) if part)
    heads = (Head("Candidate", CODE), Head("Score", NUMBER), Head("Because"))
    rows = [(c["after"], c["score"], "; ".join(c["reasons"])) for c in item["candidates"]]
    return _grid(f"{gone} of {item['record']} is gone: renamed, or dropped?", heads, rows)


def entity_note(entity: Content) -> str:
    """What is special about the table of a record, in sentences."""
    totals = ", ".join(entity["control_totals"])
    added = ", ".join(entity["added"]["final"])
    parts = (
        f"From {entity['copybook']}, staged in {entity['staging']}.",
        f"Only records with {entity['when']}." if entity["when"] else "",
        f"Its rows belong to {entity['parent']}." if entity["parent"] else "",
        f"Control totals: {totals}." if totals else "",
        f"Beyond the record it has {added}." if added else "",
    )
    return " ".join(part for part in parts if part)


def mapping(entity: Content, targets: Sequence[Content]) -> Grid:
    """Field by field: what it is in the record, and what it becomes."""
    heads = (
        Head("Level", NUMBER),
        Head("COBOL name", CODE),
        Head("Picture", CODE),
        Head("Usage", CODE),
        Head("Offset", NUMBER),
        Head("Length", NUMBER),
        Head("Column", CODE),
        *(Head(target["name"], CODE) for target in targets),
        Head("Null", CODE),
        Head("Rule"),
    )
    rows = tuple(_mapped(column, entity, heads, targets) for column in entity["columns"])
    caption = f"{entity['final']}: how the record becomes its columns"
    return Grid(caption, heads, rows, css="mapping")


def _mapped(
    column: Content, entity: Content, heads: Sequence[Head], targets: Sequence[Content]
) -> Row:
    anchor = f"{entity['final']}.{column['column']}"
    values = (
        column["level"] and f"{column['level']:02}",
        column["cobol_name"],
        column["picture"],
        column["usage"],
        column["offset"],
        column["length"],
        Cell(
            column["column"],
            CODE,
            href=f"#{anchor}",
            names=True,
            tag="key" if column["key"] else "",
        ),
        *(column["types"][target["name"]] for target in targets),
        "" if column["nullable"] else "NOT NULL",
        Cell(column["rule"], more=date_rule(column["date"])),
    )
    cells = (_cell(value, head) for value, head in zip(values, heads, strict=True))
    return Row(tuple(cells), anchor, "is-key" if column["key"] else "")


def date_rule(date: Content | None) -> str:
    """The pattern, and what contents that are no date mean."""
    if date is None:
        return ""
    pivot = "" if date["pivot"] is None else f", years from {date['pivot']:02} are 19xx"
    contents: dict[str, list[str]] = {}
    for content in ("zeros", "spaces", "low-values", "high-values"):
        contents.setdefault(date[content], []).append(content)
    meanings = "; ".join(f"{', '.join(which)}: {what}" for what, which in contents.items())
    return f"{date['pattern']}{pivot}; {meanings}"


def dropped(item: Content) -> Grid:
    """A description of bytes that no table maps."""
    instead = ", ".join(item["instead"])
    heads = (
        Head("COBOL name", CODE),
        Head("Level", NUMBER),
        Head("Picture", CODE),
        Head("Usage", CODE),
        Head("Offset", NUMBER),
        Head("Length", NUMBER),
    )
    rows = [
        (f["cobol_name"], f"{f['level']:02}", f["picture"], f["usage"], f["offset"], f["length"])
        for f in item["fields"]
    ]
    caption = f"{item['description']} describes the same bytes as {instead} and is not mapped"
    return _grid(caption, heads, rows)


def sizes(content: Content) -> Grid:
    """The longest row of each table against the page that takes it."""
    heads = (
        Head("Table", CODE),
        Head("Target", CODE),
        Head("Longest row", NUMBER),
        Head("Smallest page", NUMBER),
        Head("Takes rows of", NUMBER),
        Head("Used by a row, %", NUMBER),
        Head("Rows a page, at least", NUMBER),
    )
    rows = [
        (
            size["table"],
            size["target"],
            size["row_bytes"],
            size["page"] or "too long for any page",
            size["page_bytes"],
            size["page_bytes"] and -(-100 * size["row_bytes"] // size["page_bytes"]),
            size["rows_a_page"],
        )
        for size in content["sizes"]
    ]
    return _grid(
        "Bytes of a row with each column at its longest, against the page that takes it",
        heads,
        rows,
    )


def keys(content: Content) -> Grid:
    """Primary keys and indexes of every table."""
    heads = (Head("Key or index", CODE), Head("On", CODE), Head("Columns", CODE), Head("Purpose"))
    every = [
        index for item in (*content["entities"], *content["audit"]) for index in item["indexes"]
    ]
    rows = [
        (
            Cell(index["name"], CODE, names=True, tag="unique" if index["unique"] else ""),
            index["table"],
            ", ".join(index["columns"]),
            index["purpose"],
        )
        for index in every
    ]
    return _grid("Keys and indexes", heads, rows)


def checks(content: Content) -> Grid:
    """CHECK constraints of the final tables."""
    heads = (Head("Constraint", CODE), Head("Column", CODE), Head("Allowed", CODE))
    rows = [
        (check["name"], f"{entity['final']}.{check['column']}", ", ".join(check["allowed"]))
        for entity in content["entities"]
        for check in entity["checks"]
    ]
    return _grid("Check constraints", heads, rows)


def decisions(content: Content) -> Grid:
    """What was decided for the user or by job.yaml."""
    heads = (
        Head("Subject", CODE),
        Head("Rule"),
        Head("Decided"),
        Head("Reason"),
        Head("Place", CODE),
    )
    rows = [
        (item["subject"], item["rule"], item["decided"], item["reason"], item["place"])
        for item in content["decisions"]
    ]
    return _grid("Decisions", heads, rows)


def findings(content: Content) -> Grid:
    """What the checks found; a waived finding with its reason."""
    anchors = {
        f"{entity['final']}{column}"
        for entity in content["entities"]
        for column in ("", *(f".{c['column']}" for c in entity["columns"]))
    }
    heads = (
        Head("Code", CODE),
        Head("Severity"),
        Head("About", CODE),
        Head("Place", CODE),
        Head("Finding"),
        Head("Waived"),
    )
    rows = [
        (
            item["code"],
            item["severity"],
            Cell(
                item["subject"],
                CODE,
                href=f"#{item['subject']}" if item["subject"] in anchors else "",
            ),
            item["place"],
            Cell(item["message"], more=item["hint"] or ""),
            waiver(item["waived"]),
        )
        for item in content["findings"]
    ]
    return _grid("Findings", heads, rows)


def waiver(waived: Content | None) -> str:
    """The reason, and until when."""
    if waived is None:
        return ""
    return str(waived["reason"]) + (f" (until {waived['until']})" if waived["until"] else "")


def steps(target: Content) -> Grid:
    """The scripts of a first deployment with those that undo them."""
    heads = (Head("Script", CODE), Head("What it creates"), Head("Undone by", CODE))
    folder = f"src/repository/ddl/{target['name']}/"
    rows = [
        (
            step["path"].removeprefix(folder),
            step["purpose"],
            (
                Cell(step["undo"].removeprefix(folder), CODE)
                if step["undo"]
                else Cell("goes with its table")
            ),
        )
        for step in target["steps"]
    ]
    return _grid(f"Scripts in {folder}", heads, rows)
