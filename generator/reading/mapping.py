"""Copybooks, job.yaml and the relational model to the reading model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.problems import GenerationFailed, has_errors
from generator.reading.checks import check_items, check_nulls, check_record
from generator.reading.decisions import Decided
from generator.reading.files import FilePlan, plans
from generator.reading.kinds import Told, in_order, kinds
from generator.reading.model import All, Reading, SourceFile
from generator.reading.records import described
from generator.reading.settings import Settings, settings
from generator.reading.trailers import with_trailers
from generator.relational.context import Context, resolved
from generator.relational.findings import Findings
from generator.relational.names import NameRules, attribute_names, unique
from generator.relational.storage import how_to_tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config.load import LoadedJob
    from generator.config.model import RecordFormat
    from generator.config.where import Where
    from generator.copybook.fields import Copybook
    from generator.reading.records import Described
    from generator.relational.tables import Schema

LONGEST_NAME = 128


def to_reading(copybooks: tuple[Copybook, ...], loaded: LoadedJob, schema: Schema) -> Reading:
    """Every file of the job; GenerationFailed with every problem of all of them."""
    findings = Findings()
    contexts = tuple(_contexts(copybooks, loaded, findings))
    found = [_file(plan, loaded, schema, findings) for plan in plans(contexts, loaded, findings)]
    problems = tuple(dict.fromkeys(findings.problems))
    if has_errors(problems):
        raise GenerationFailed(problems)
    decided = [each for each in found if each]
    return Reading(
        _named_apart([each.file for each in decided]),
        tuple(decision for each in decided for decision in each.decisions()),
    )


def _contexts(
    copybooks: Sequence[Copybook], loaded: LoadedJob, findings: Findings
) -> Iterator[Context]:
    """Every record that job.yaml names, the ignored ones included."""
    keys = {key.upper(): key for key in loaded.config.records}
    for book in copybooks:
        for record in book.records:
            key = keys.get(record.name.upper())
            if key is not None:
                rule = loaded.config.records[key]
                rules = (loaded.config, NameRules(), loaded.where)
                ctx = resolved(Context(book, record, key, rule, *rules, Findings()))
                yield replace(ctx, findings=findings)


def _file(plan: FilePlan, loaded: LoadedJob, schema: Schema, findings: Findings) -> Decided | None:
    how = settings(loaded.config.input, plan.input)
    records = [described(ctx, how) for ctx in plan.contexts]
    every = [each for record in records for each in kinds(record, schema.entities)]
    in_turn, unmatched = in_order(every)
    told = with_trailers(in_turn)
    blocks = [each.kind.block for each in told if each.kind.block]
    place = loaded.where("files", plan.name) if plan.said else plan.place
    if not blocks:
        hint = "name at least one record that becomes a table"
        findings.error("MAP417", f"file {plan.name} holds no record with a table", place, hint)
        return None
    file = SourceFile(
        name=plan.name,
        format=_format(how, told),
        length=max(each.kind.maximum for each in told),
        encoding=how.page.name,
        kinds=tuple(each.kind for each in told),
        reject_to=blocks[0].entity.class_name,
        unmatched=unmatched,
        invalid=how.invalid,
        blocked=how.blocked,
        descriptors=how.descriptors,
        signs="ebcdic" if how.page.ebcdic else how.signs,
    )
    decided = Decided(file, plan, told, how, place)
    _check(decided, records, loaded.where, findings)
    return decided


def _format(how: Settings, told: Sequence[Told]) -> RecordFormat:
    """V where the lengths of records differ, else F, as the compiler decides.

    (Enterprise COBOL Language Reference, "RECORDING MODE clause".)
    """
    if how.format:
        return how.format
    lengths = {length for each in told for length in (each.kind.minimum, each.kind.maximum)}
    return "fixed" if len(lengths) == 1 else "variable"


def _check(file: Decided, records: Sequence[Described], where: Where, findings: Findings) -> None:
    """What the file must be for every record of it to be told apart and read."""
    for record in records:
        check_record(record, file.file.format)
    for told in file.told:
        check_items(told, file.file.format)
    check_nulls(file.told, where)
    for told in file.told[:-1]:
        if told.kind.when == All():
            name = told.of.ctx.record.name
            message = f"nothing tells {name} from the other records of its file"
            hint = f"{how_to_tell(told.of.ctx)}; only the last record can do without"
            findings.error("MAP404", message, where("records", told.of.ctx.key), hint)
    if file.file.format == "text" and "encoding" not in file.settings.said:
        message = "nothing says in which code page the lines of text are"
        keys = ("files", file.plan.name, "input", "format")
        place = where(*keys) if keys in where else where("input", "format")
        findings.error("MAP418", message, place, "add encoding: ascii, or the code page it is in")


def _named_apart(files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    """The files with a name for each kind that no other kind of the job has."""
    wanted = attribute_names(kind.name for file in files for kind in file.kinds)
    free = iter(unique(wanted, LONGEST_NAME))
    return tuple(
        replace(file, kinds=tuple(replace(kind, name=next(free)) for kind in file.kinds))
        for file in files
    )
