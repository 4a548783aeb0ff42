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
    "In this order. Nothing is there yet: it locks no table that has users, needs no REORG and "
    "invalidates no package. RUNSTATS belongs behind the first load."
)
_CARDS = " SPUFI and DSNTEP2 read the scripts as they are."


@dataclass(frozen=True, slots=True)
class Sql:
    """A text in colours."""

    words: tuple[Word, ...]


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
    sql: tuple[Sql, ...] = ()
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The DDL of all tables on one target."""

    name: str
    title: str
    anchor: str
    tables: tuple[Create, ...]

    @property
    def changed(self) -> tuple[Create, ...]:
        """Those that differ from the accepted schema."""
        return tuple(table for table in self.tables if table.mark)


def target_view(target: Content) -> Target:
    """The DDL of a target."""
    name = target["target"]
    tables = tuple(_create(table, name) for table in target["tables"])
    return Target(name, target["title"], f"ddl-{name}", tables)


def _create(table: Content, target: str) -> Create:
    anchor = f"ddl-{target}-{table['table']}"
    text = table["ddl"].rstrip("\n")
    if table["before"] is None:
        return Create(table["table"], anchor, "new" if table["new"] else "", (Sql(words(text)),))
    return Create(table["table"], anchor, "changed", twins=tuple(twins(table["before"], text)))


def twins(before: str, after: str) -> Iterator[Twin]:
    """The lines of both, those that belong together beside each other."""
    old, new = code_lines(before), code_lines(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        longest = max(b - a, d - c)
        for at in range(longest):
            yield _twin(
                old[a:b][at : at + 1], new[c:d][at : at + 1], "" if kind == "equal" else kind
            )


def code_lines(text: str) -> list[str]:
    """The lines without the remarks behind or above columns, which say where a column comes from.

    A column whose bytes moved is the same column.
    """
    lines = (words(line) for line in text.rstrip("\n").splitlines() if not _is_remark(line))
    return ["".join(word.text for word in _without_remark(line)).rstrip() for line in lines]


def _is_remark(line: str) -> bool:
    return line.startswith(" ") and line.lstrip().startswith("--")


def _without_remark(line: Sequence[Word]) -> Sequence[Word]:
    return line[:-1] if len(line) > 1 and line[-1].kind == "c" else line


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
        "note": _FIRST + (_CARDS if target["card_images"] else ""),
        "grids": (grids.steps(target),),
        "migration": migration
        and {
            "checks": sql(migration["checks"]),
            "steps": [{**step, "sql": sql(step["statements"])} for step in migration["steps"]],
        },
        "files": [
            {"path": file["path"], "sql": (Sql(words(file["text"].rstrip("\n"))),)}
            for file in target["files"]
        ],
    }


def sql(statements: Sequence[Content]) -> tuple[Sql, ...]:
    """Statements as they stand in a script; () when there are none."""
    text = "\n\n".join(map(statement_text, statements))
    return (Sql(words(text)),) if text else ()


def statement_text(statement: Content) -> str:
    """A statement below its notes; one that waits for the user's word is a comment."""
    notes = [f"-- {note}" for note in statement["notes"]]
    lines = f"{statement['text']};".splitlines()
    return "\n".join((*notes, *(f"-- {line}" if statement["disabled"] else line for line in lines)))
