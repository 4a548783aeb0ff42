"""Which records of the copybooks become tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.config.select import suggest
from generator.relational.context import Context, resolved
from generator.relational.held import held_names
from generator.relational.when import check_when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config.load import LoadedJob
    from generator.copybook.fields import Copybook, Record
    from generator.relational.accepted import AcceptedSchema
    from generator.relational.findings import Findings
    from generator.relational.names import NameRules


@dataclass(frozen=True, slots=True)
class Selection:
    """The records met so far, each with its copybook, and where their problems go."""

    loaded: LoadedJob
    findings: Findings
    seen: dict[str, Copybook] = field(default_factory=dict)

    def wants(self, record: Record, book: Copybook, key: str | None) -> bool:
        """Whether the record becomes tables; one that job.yaml does not name is an error."""
        before = self.seen.setdefault(record.name.upper(), book)
        if before is not book:
            self._repeated(record, before)
            return False
        if key is None:
            self._unknown(record)
            return False
        return not self._is_ignored(record, key)

    def _repeated(self, record: Record, before: Copybook) -> None:
        message = f"record {record.name} is in {before.path} too"
        hint = "give the records different names; job.yaml tells them apart by name"
        self.findings.error("MAP105", message, record.root.location, hint)

    def _unknown(self, record: Record) -> None:
        message = f"job.yaml says nothing about record {record.name}"
        hint = (
            f"write in {self.loaded.where.path} under records: {record.name}: {{key: [...]}}, "
            f"or {record.name}: {{ignore: true, reason: ...}}"
        )
        self.findings.error("MAP106", message, record.root.location, hint)

    def _is_ignored(self, record: Record, key: str) -> bool:
        rule = self.loaded.config.records[key]
        if rule.ignore:
            text, reason = f"{record.name} becomes no table", rule.reason or "job.yaml says so"
            place = self.loaded.where("records", key)
            self.findings.decide(record.name, "record-ignored", text, reason, place)
        return rule.ignore


def is_about_the_file(ctx: Context) -> bool:
    """Whether the record is a header or a trailer, which becomes no table; says so."""
    role = ctx.rule.role
    if role == "detail":
        return False
    check_when(ctx, ctx.rule.when, "when")
    text, reason = f"{ctx.record.name} becomes no table", f"job.yaml says that it is a {role}"
    ctx.findings.decide(ctx.record.name, role, text, reason, ctx.place("role"))
    return True


def contexts(
    copybooks: Sequence[Copybook],
    loaded: LoadedJob,
    rules: NameRules,
    findings: Findings,
    accepted: AcceptedSchema | None = None,
) -> Iterator[Context]:
    """One context for each record that becomes tables; then what job.yaml names in vain."""
    keys = {key.upper(): key for key in loaded.config.records}
    selection = Selection(loaded, findings)
    for book in copybooks:
        for record in book.records:
            key = keys.get(record.name.upper())
            if selection.wants(record, book, key) and key is not None:
                rule = loaded.config.records[key]
                kept = accepted if loaded.config.naming.keep_names else None
                held = held_names(kept, record.name, rule.renamed_from)
                place = (loaded.config, rules, loaded.where, findings, held)
                yield resolved(Context(book, record, key, rule, *place))
    for upper, key in keys.items():
        if upper not in selection.seen:
            near = suggest(key, selection.seen)
            listed = ", ".join(selection.seen)
            hint = f"did you mean {near}?" if near else f"the copybooks have: {listed}"
            message = f"no copybook has a record {key}"
            findings.error("MAP100", message, loaded.where("records", key), hint)
