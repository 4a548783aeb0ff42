"""What job.yaml says about one record, with every selector resolved to fields.

Fields are told apart by identity, since two of them may be equal in all that they say.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from generator.config.model import FieldRule, JobConfig, OccursRule, RecordRule
from generator.config.select import has_wildcard, select, shortest_name, split, suggest_field
from generator.copybook.fields import Kind
from generator.relational.held import NOTHING, Held

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.config.where import Where
    from generator.copybook.fields import Copybook, Field, Record
    from generator.problems import Location
    from generator.relational.findings import Findings
    from generator.relational.names import NameRules

_RULE_KEYS = tuple(item.name for item in fields(FieldRule))


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rules of one field merged. `said` names the selector that each part came from."""

    rule: FieldRule
    said: Mapping[str, str]


NOTHING_SAID = Ruled(FieldRule(), {})


@dataclass(frozen=True, slots=True)
class Context:
    """One record with its rules. `ruled` and `tables` are by identity of the field."""

    book: Copybook
    record: Record
    key: str  # the record's name as job.yaml writes it
    rule: RecordRule
    config: JobConfig
    names: NameRules
    where: Where
    findings: Findings
    held: Held = NOTHING
    ruled: Mapping[int, Ruled] = field(default_factory=dict)
    tables: Mapping[int, tuple[str, OccursRule]] = field(default_factory=dict)

    def place(self, *keys: str | int) -> Location:
        """The place of an entry below the record in job.yaml."""
        return self.where("records", self.key, *keys)

    def of(self, item: Field) -> Ruled:
        """What job.yaml says about a field."""
        return self.ruled.get(id(item), NOTHING_SAID)

    def said_at(self, item: Field, part: str) -> Location:
        """Where job.yaml says it, or the field's own place in the copybook."""
        selector = self.of(item).said.get(part)
        return item.location if selector is None else self.place("fields", selector, part)

    def title(self, item: Field) -> str:
        """The field's name, qualified when it takes that to name it alone."""
        return shortest_name(item, self.record) if item.name else "FILLER"


def resolved(ctx: Context) -> Context:
    """The context with every selector of `fields` and `occurs` resolved."""
    return replace(ctx, ruled=_field_rules(ctx), tables=_table_rules(ctx))


def matches(ctx: Context, selector: str, *keys: str | int) -> tuple[Field, ...]:
    """The fields that a selector names; none is an error at its place."""
    found = select(selector, ctx.record)
    if not found:
        near = suggest_field(selector, ctx.record)
        hint = f"did you mean {near}?" if near else f"see `cobrepo inspect {ctx.book.path}`"
        message = f"{selector} names nothing in record {ctx.record.name}"
        ctx.findings.error("MAP101", message, ctx.place(*keys), hint)
    renamed = [item for item in found if item.kind is Kind.RENAMES]
    for item in renamed:
        ctx.findings.error("MAP107", *renames_problem(item, ctx.place(*keys)))
    return tuple(item for item in found if item.kind is not Kind.RENAMES)


def renames_problem(item: Field, place: Location) -> tuple[str, Location, str]:
    """What to say of job.yaml where it names a level-66 entry."""
    first, last = item.renames or ("", None)
    through = f" to {last}" if last else ""
    message = f"{item.name} is a level-66 entry, another name for the bytes of {first}{through}"
    return message, place, f"name {first}{through}, which have the columns"


def match_one(ctx: Context, selector: str, *keys: str | int) -> Field | None:
    """The one field that a selector names; several are an error too."""
    found = matches(ctx, selector, *keys)
    if len(found) > 1:
        listed = ", ".join(ctx.title(item) for item in found)
        message = f"{selector} names {len(found)} fields of record {ctx.record.name}"
        ctx.findings.error("MAP102", message, ctx.place(*keys), f"write one of: {listed}")
    return found[0] if len(found) == 1 else None


def _field_rules(ctx: Context) -> dict[int, Ruled]:
    """Merge the rules of each field; the most specific selector wins for each part."""
    ordered = sorted(ctx.rule.fields, key=_specificity)
    merged: dict[int, Ruled] = {}
    for selector in ordered:
        for item in matches(ctx, selector, "fields", selector):
            merged[id(item)] = _merge(ctx, merged.get(id(item), NOTHING_SAID), selector)
    return merged


def _specificity(selector: str) -> tuple[bool, int, int]:
    """A name goes before a pattern, the longer pattern before the shorter."""
    parts = split(selector)
    literal = sum(len(part) - part.count("*") - part.count("?") for part in parts)
    return (not has_wildcard(selector), len(parts) if not has_wildcard(selector) else 0, literal)


def _merge(ctx: Context, before: Ruled, selector: str) -> Ruled:
    rule = ctx.rule.fields[selector]
    parts = [
        part for part in _RULE_KEYS if ("records", ctx.key, "fields", selector, part) in ctx.where
    ]
    values = {part: getattr(rule, part) for part in parts}
    said = {**before.said, **dict.fromkeys(parts, selector)}
    return Ruled(replace(before.rule, **values), said)


def _table_rules(ctx: Context) -> dict[int, tuple[str, OccursRule]]:
    resolved: dict[int, tuple[str, OccursRule]] = {}
    for selector in sorted(ctx.rule.occurs, key=_specificity):
        rule = ctx.rule.occurs[selector]
        whole = OccursRule(treatment=rule) if isinstance(rule, str) else rule
        found = matches(ctx, selector, "occurs", selector)
        tables = [item for item in found if item.occurs]
        if found and not tables:
            message = f"{selector} has no OCCURS"
            hint = "name the item that has the OCCURS clause"
            ctx.findings.error("MAP103", message, ctx.place("occurs", selector), hint)
        resolved |= {id(item): (selector, whole) for item in tables}
    return resolved
