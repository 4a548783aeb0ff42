"""Names that are legal and will be cursed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.findings.model import Case, Scene, note, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem
    from generator.relational.tables import Column

ZOS_BYTES = 30
_MADE_UP = ("reserved-word", "system-column", "leading-digit")


def cut(scene: Scene) -> Iterator[Problem]:
    """A name that ends in a hash says nothing at its end."""
    for decision in scene.schema.decisions:
        if decision.rule == "long-name":
            hint = "give it a name under fields, or shorten its words by naming.glossary"
            told = f"{decision.text}, cut to fit: {decision.reason}"
            yield note("NAM201", decision.subject, told, decision.location, hint)


def too_long_for_zos(case: Case) -> Iterator[Problem]:
    """Db2 for z/OS takes 30 bytes for a column ("Limits in Db2 for z/OS"); 13 can take more."""
    long = [c.name for c in case.own if len(c.name) > ZOS_BYTES]
    if long and all(target.column_name > ZOS_BYTES for target in case.scene.targets):
        others = f" and {len(long) - 1} more" if len(long) > 1 else ""
        told = f"{case.name} has names of more than {ZOS_BYTES} bytes: {long[0]}{others}"
        hint = "Db2 for z/OS takes 30; naming.glossary shortens their words before tables exist"
        yield note("NAM202", case.name, told, case.place, hint)


def named_by_offset(case: Case) -> Iterator[Problem]:
    """The last resort of the rules for names, which moves with the bytes."""
    alike: dict[str, list[Column]] = defaultdict(list)
    for column in case.own:
        stem, mark, _ = column.name.partition("_AT_")
        if mark and column.source and f"_AT_{column.source.field.offset}" in column.name:
            alike[stem].append(column)
    for columns in alike.values():
        names = " and ".join(column.name for column in columns)
        verb = "has" if len(columns) == 1 else "have"
        told = f"{names} of {case.name} {verb} the offset in the name, and nothing else to tell it"
        hint = "give each a name under fields: the offset changes with the copybook"
        first = columns[0]
        yield warning("NAM203", case.column(first.name), told, case.at(first), hint)


def named_like_table(case: Case) -> Iterator[Problem]:
    """Legal, and a trap for those who read the SQL."""
    for column in case.own:
        if column.name == case.name:
            told = f"{case.name} has a column of its own name"
            hint = "another name under fields, or for the table, reads better in a join"
            yield note("NAM204", case.column(column.name), told, case.at(column), hint)


def nearly_equal(case: Case) -> Iterator[Problem]:
    """Names that sound the same."""
    spoken: dict[str, list[str]] = defaultdict(list)
    columns = {column.name: column for column in case.own}
    for name in columns:
        spoken[name.replace("_", "")].append(name)
    for alike in spoken.values():
        if len(alike) > 1:
            told = f"{' and '.join(alike)} of {case.name} differ only by an underscore"
            hint = "give one of them another name under fields"
            yield note("NAM205", case.column(alike[1]), told, case.at(columns[alike[1]]), hint)


def made_legal(scene: Scene) -> Iterator[Problem]:
    """DATE_ is not a reserved word, and not a name that anybody would choose."""
    for decision in scene.schema.decisions:
        if decision.rule in _MADE_UP:
            told = f"{decision.text}: {decision.reason}"
            hint = "give it a name under fields that says which it is"
            yield note("NAM206", decision.subject, told, decision.location, hint)
