"""SQL on the page: in colours, side by side where it changed, and as steps of a deployment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.review import grids
from generator.review.sql_words import Word, words

Content = Mapping[str, Any]

_FIRST = (
    "In this order, in one unit of work. Nothing is there yet: it locks no table that has users, "
    "needs no REORG and invalidates no package. RUNSTATS belongs behind the first load."
)


@dataclass(frozen=True, slots=True)
class Twin:
    """A line of both sides, empty where a side has none."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]
    css: str = ""


@dataclass(frozen=True, slots=True)
class Create:
    """The DDL of a table, as it is or beside what it was."""

    name: str
    anchor: str
    mark: str
    words: tuple[Word, ...]
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The DDL of all tables on one target."""

    name: str
    title: str
    anchor: str
    tables: tuple[Create, ...]


def target_view(target: Content) -> Target:
    """The DDL of a target."""
    name = target["target"]
    tables = tuple(_create(table, name) for table in target["tables"])
    return Target(name, target["title"], f"ddl-{name}", tables)


def _create(table: Content, target: str) -> Create:
    anchor = f"ddl-{target}-{table['table']}"
    text = table["ddl"].rstrip("\n")
    if table["before"] is None:
        return Create(table["table"], anchor, "new" if table["new"] else "", words(text))
    return Create(table["table"], anchor, "changed", (), tuple(twins(table["before"], text)))


def twins(before: str, after: str) -> Iterator[Twin]:
    """The lines of both, those that belong together beside each other."""
    old, new = before.rstrip("\n").splitlines(), after.splitlines()
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        longest = max(b - a, d - c)
        for at in range(longest):
            yield _twin(
                old[a:b][at : at + 1], new[c:d][at : at + 1], "" if kind == "equal" else kind
            )


def _twin(old: Sequence[str], new: Sequence[str], kind: str) -> Twin:
    left, right = (words(side[0]) if side else () for side in (old, new))
    css = {(True, False): "gone", (False, True): "added"}.get((bool(old), bool(new)), kind)
    return Twin(left, right, css)


def deployment_view(target: Content) -> Mapping[str, Any]:
    """The steps of a target: of the migration, and of a first deployment."""
    migration = target["migration"]
    return {
        "name": target["name"],
        "title": target["title"],
        "anchor": f"deployment-{target['name']}",
        "note": _FIRST,
        "grids": (grids.steps(target),),
        "migration": migration
        and {
            "checks": [statement_view(check) for check in migration["checks"]],
            "steps": [
                {**step, "statements": [statement_view(one) for one in step["statements"]]}
                for step in migration["steps"]
            ],
        },
        "files": [
            {"path": file["path"], "words": words(file["text"].rstrip("\n")), "disabled": False}
            for file in target["files"]
        ],
    }


def statement_view(statement: Content) -> Mapping[str, Any]:
    """A statement below its notes; one that waits for the user's word is a comment."""
    lines = [*(f"-- {note}" for note in statement["notes"]), *statement["text"].splitlines()]
    if statement["disabled"]:
        kept = len(statement["notes"])
        lines = [*lines[:kept], *(f"-- {line}" for line in lines[kept:])]
    return {"words": words("\n".join(lines)), "disabled": statement["disabled"]}
