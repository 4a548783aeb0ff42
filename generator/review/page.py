"""The content as a page: grids of cells, the record's ruler, SQL in colours."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.render.render import render
from generator.review import grids, scripts
from generator.review.grids import Grid
from generator.review.ruler import Ruler, ruler

Content = Mapping[str, Any]

STYLE = "review/page.css.j2"
SCRIPT = "review/page.js.j2"
ENVIRONMENTS = ("Development", "Test", "Production")


@dataclass(frozen=True, slots=True)
class Entity:
    """A table in its record: `note` says what is special, `grids` show the mapping."""

    name: str
    note: str
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its drawing."""

    name: str
    anchor: str
    summary: str
    unmapped: tuple[str, ...]
    ruler: Ruler
    entities: tuple[Entity, ...]
    dropped: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of grids; `note` says what there is to say without one."""

    anchor: str
    title: str
    note: str
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the table of contents."""

    anchor: str
    text: str
    below: tuple[Link, ...] = ()


def text(shown: Content) -> str:
    """The page that shows a view."""
    return render("review/schema.html.j2", policy=policy(), **shown)


def view(content: Content) -> dict[str, Any]:
    """The content in the order of the page, every value as it is shown."""
    sections = tuple(_sections(content))
    return {
        "header": content["header"],
        "job": content["job"],
        "lead": _lead(content),
        "contents": _contents(content, sections),
        "counts": [{"name": name, "number": f"{n:,}"} for name, n in content["counts"].items()],
        "runs": (grids.runs(content),),
        "changes": _changes(content),
        "records": [_record(record, content) for record in content["records"]],
        "sections": sections,
        "targets": [scripts.target_view(target) for target in content["ddl"]],
        "deployment": [scripts.deployment_view(target) for target in content["deployment"]],
        "signed": _signed(content),
        "environments": [{"name": name, "key": name.lower()} for name in ENVIRONMENTS],
    }


def _sections(content: Content) -> Iterator[Section]:
    """What stands between the mapping and the DDL, each in one grid."""
    every = (
        ("sizes", "Row sizes", grids.sizes(content), ""),
        ("keys", "Keys and indexes", grids.keys(content), ""),
        ("checks", "Checks", grids.checks(content), "No table has a check constraint."),
        ("decisions", "Decisions", grids.decisions(content), "Every column follows the defaults."),
        ("findings", "Findings", grids.findings(content), "None."),
    )
    for anchor, title, grid, otherwise in every:
        if grid.rows or otherwise:
            yield Section(
                anchor, title, "" if grid.rows else otherwise, (grid,) if grid.rows else ()
            )


def _contents(content: Content, sections: Iterable[Section]) -> tuple[Link, ...]:
    entities = tuple(Link(e["final"], e["final"]) for e in content["entities"])
    targets = tuple(Link(f"ddl-{t['name']}", t["name"]) for t in content["targets"])
    return (
        Link("run", "What was run"),
        Link("counts", "Counts"),
        Link("changes", "Changes"),
        Link("mapping", "Mapping", entities),
        *(Link(section.anchor, section.title) for section in sections),
        Link("ddl", "DDL", targets),
        Link("deployment", "Deployment"),
        Link("sign-off", "Sign-off"),
    )


def policy() -> str:
    """The Content-Security-Policy: nothing is loaded, and only our own style and script run."""
    style, script = (_hash(render(name)) for name in (STYLE, SCRIPT))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _lead(content: Content) -> str:
    counts, targets = content["counts"], content["targets"]
    names = _listed([target["title"] for target in targets])
    return (
        f"{_plural(counts['records'], 'record')} of {_plural(_members(content), 'copybook')} "
        f"{'becomes' if counts['records'] == 1 else 'become'} "
        f"{_plural(counts['tables'], 'table')} with "
        f"{_plural(counts['columns'], 'column')} on {names}."
    )


def _members(content: Content) -> int:
    return sum(1 for item in content["inputs"] if item["read_as"].startswith("copybook"))


def _changes(content: Content) -> Mapping[str, Any]:
    found = content["changes"]
    since = found["since"]
    version = f"version {since}" if since is not None else "the model itself"
    total = sum(len(group["changes"]) for group in found["classes"])
    summary = (
        f"{_plural(total, 'change')} since {version} of the accepted schema."
        if total
        else f"None: the model is {version} of the accepted schema.{_led_there(content)}"
    )
    return {
        "summary": summary,
        "grids": [grids.change_class(group) for group in found["classes"]],
        "questions": [grids.question(item) for item in found["questions"]],
    }


def _led_there(content: Content) -> str:
    """Where the changes stand that a migration has already made part of the accepted schema."""
    paths = (item["path"] for part in content["deployment"] for item in part["files"])
    found = next((path for path in paths if path.endswith(".up.sql")), "")
    name = found.rpartition("/")[2].removesuffix(".up.sql")
    return f" What led to it is migration {name}, under Deployment." if found else ""


def _record(record: Content, content: Content) -> Record:
    own = [e for e in content["entities"] if e["record"] == record["record"]]
    bare = sum(part["length"] for part in record["unmapped"])
    length = record["length"]
    rest = f"; {_plural(bare, 'byte')} reach no column" if bare else "; every byte reaches a column"
    return Record(
        name=record["record"],
        anchor=f"record-{record['record']}",
        summary=f"{length:,} bytes, {length - bare:,} of them in columns{rest}.",
        unmapped=tuple(
            f"{_plural(part['length'], 'byte')} at offset {part['offset']}"
            for part in record["unmapped"]
        ),
        ruler=ruler(record),
        entities=tuple(_entity(entity, content["targets"]) for entity in own),
        dropped=tuple(grids.dropped(item) for item in record["dropped"]),
    )


def _entity(entity: Content, targets: Sequence[Content]) -> Entity:
    return Entity(entity["final"], grids.entity_note(entity), (grids.mapping(entity, targets),))


def _signed(content: Content) -> str:
    changes = content["changes"]
    number, since = content["model"][:12], changes["since"]
    version = "after version" if changes["classes"] else "version"
    standing = "" if since is None else f", {version} {since} of its tables"
    return (
        f"This sign-off is for the model {number} of job {content['job']}{standing}; "
        "any other model has another number."
    )


def _plural(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
