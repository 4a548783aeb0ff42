"""Which records are in which file of the job."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.config.areas import sharing
from generator.config.model import Input
from generator.config.select import suggest
from generator.relational.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config.load import LoadedJob
    from generator.problems import Location
    from generator.relational.findings import Findings


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A file, its records in the order in which they are tried, and what job.yaml says of it."""

    name: str
    contexts: tuple[Context, ...]
    input: Input
    said: bool

    @property
    def place(self) -> Location:
        """The first record of the file."""
        return self.contexts[0].record.root.location


def plans(
    contexts: Sequence[Context], loaded: LoadedJob, findings: Findings
) -> tuple[FilePlan, ...]:
    """Every file of the job that holds a record with a table."""
    if loaded.config.files:
        return tuple(_said(contexts, loaded, findings))
    books: dict[str, list[Context]] = {}
    for ctx in contexts:
        books.setdefault(ctx.book.path, []).append(ctx)
    return tuple(plan for each in books.values() for plan in _of_book(each, findings))


def _said(contexts: Sequence[Context], loaded: LoadedJob, findings: Findings) -> Iterator[FilePlan]:
    by_name = {ctx.record.name.upper(): ctx for ctx in contexts}
    taken: dict[str, str] = {}
    for name, rule in loaded.config.files.items():
        found = []
        for index, record in enumerate(rule.records):
            place = loaded.where("files", name, "records", index)
            ctx = by_name.get(record.upper())
            if ctx is None:
                near = suggest(record, by_name)
                hint = f"did you mean {near}?" if near else f"there are: {', '.join(by_name)}"
                findings.error("MAP401", f"no copybook has a record {record}", place, hint)
            elif record.upper() in taken:
                message = f"record {record} is in {taken[record.upper()]} already"
                hint = "a record lies in one file; its rows are numbered by it"
                findings.error("MAP402", message, place, hint)
            else:
                taken[record.upper()] = name
                found.append(ctx)
        if len(found) == len(rule.records):
            yield FilePlan(name, tuple(found), rule.input, said=True)
    for ctx in contexts:
        if ctx.record.name.upper() not in taken and is_mapped(ctx):
            message = f"record {ctx.record.name} is in no file"
            place = loaded.where("files")
            hint = (
                f"add it to the records of a file under files:, or {ctx.record.name}: ignore: true"
            )
            findings.error("MAP403", message, place, hint)


def is_mapped(ctx: Context) -> bool:
    """Whether the record becomes tables."""
    return not ctx.rule.ignore and ctx.rule.role == "detail"


def _of_book(contexts: Sequence[Context], findings: Findings) -> Iterator[FilePlan]:
    """Without `files:`, the copybook's file, or one for each of several unrelated records."""
    used = [ctx for ctx in contexts if not ctx.rule.ignore or ctx.rule.when]
    if not any(is_mapped(ctx) for ctx in used):
        _say_homeless(used, findings)
        return
    stem = PurePosixPath(contexts[0].book.path.replace("\\", "/")).stem
    plain = [ctx for ctx in used if ctx.rule.when is None]
    areas = _areas(used)
    told = len(plain) <= 1 and len(plain) < len(used)
    if len(areas) == 1 or told:
        ordered = sorted(used, key=lambda ctx: ctx.rule.when is None)
        yield FilePlan(stem, tuple(ordered), Input(), said=False)
        return
    for area in areas:
        if any(is_mapped(ctx) for ctx in area):
            ordered = sorted(area, key=lambda ctx: ctx.rule.when is None)
            name = (len(area) > 1 and area[0].record.file) or area[0].record.name
            yield FilePlan(name, tuple(ordered), Input(), said=False)
            continue
        _say_homeless(area, findings)


def _say_homeless(contexts: Sequence[Context], findings: Findings) -> None:
    for ctx in contexts:
        if ctx.rule.role != "detail":
            message = f"which file the {ctx.rule.role} {ctx.record.name} is in is not known"
            hint = "say under files: which records each file holds"
            findings.error("MAP416", message, ctx.where("records", ctx.key), hint)


def _areas(contexts: Sequence[Context]) -> list[list[Context]]:
    """The records by the storage that they share."""
    found: list[list[Context]] = []
    for ctx in contexts:
        others = {id(record) for record in sharing(ctx.record, ctx.book)}
        for area in found:
            if any(id(each.record) in others for each in area):
                area.append(ctx)
                break
        else:
            found.append([ctx])
    return found
