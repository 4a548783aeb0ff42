"""What must hold inside job.yaml beyond the type of each value. Needs no copybook and no file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config import condition, dates, sqltypes
from generator.config.findings import check_findings
from generator.config.inputs import check_branch_role, check_inputs, check_role
from generator.config.model import (
    CONTENTS,
    POLICIES,
    Copybooks,
    FieldRule,
    JobConfig,
    OccursRule,
    RecordRule,
    Variant,
)
from generator.config.physical import check_physical
from generator.config.select import is_selector, suggest
from generator.copybook.dialect import NO_CURRENCY
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.config.where import KeyPath, Where

WORDS = ("null", "reject", "zero", "spaces", "keep")  # of a field that is no date


@dataclass(frozen=True, slots=True)
class _At:
    """An entry under check: its path, and the places of the file."""

    path: KeyPath
    where: Where

    def key(self, code: str, message: str, hint: str | None, *keys: str | int) -> Problem:
        return Problem(code, message, self.where(*self.path, *keys), hint)

    def value(self, code: str, message: str, hint: str | None, *keys: str | int) -> Problem:
        return Problem(code, message, self.where.value(*self.path, *keys), hint)

    def down(self, *keys: str | int) -> _At:
        return _At((*self.path, *keys), self.where)

    def has(self, key: str) -> bool:
        return (*self.path, key) in self.where


def check(config: JobConfig, where: Where) -> tuple[Problem, ...]:
    """Every contradiction, in the order of the file's sections."""
    found = [
        *_currency(config.copybooks, _At(("copybooks",), where)),
        *check_inputs(config, where),
        *check_physical(config, where),
        *check_findings(config.findings, where),
    ]
    for name, rule in config.records.items():
        at = _At(("records", name), where)
        found += _selectors(rule, at)
        found += _ignored_record(rule, at)
        found += check_role(rule, at.path, where)
        found += _condition(rule.when, at)
        for item, redefines in rule.redefines.items():
            found += _redefines(redefines, at.down("redefines", item))
        for item, occurs in rule.occurs.items():
            if isinstance(occurs, OccursRule):
                found += _occurs(occurs, at.down("occurs", item))
        for item, field in rule.fields.items():
            found += _field(field, at.down("fields", item))
    return tuple(found)


def _currency(rule: Copybooks, at: _At) -> Iterator[Problem]:
    if rule.currency.upper() in NO_CURRENCY:
        message = f"{rule.currency!r} means something else in a PICTURE"
        hint = "give the symbol of CURRENCY SIGN, or leave the key out"
        yield at.value("CFG114", message, hint, "currency")


def _selectors(rule: RecordRule, at: _At) -> Iterator[Problem]:
    """Each name that is written has the form of a COBOL name or of a selector."""
    lists = {"key": rule.key, "control_totals": rule.control_totals}
    paths: list[tuple[str | int, ...]] = [
        *((key, index) for key, items in lists.items() for index, _ in enumerate(items)),
        *(
            ("indexes", number, "fields", index)
            for number, index_rule in enumerate(rule.indexes)
            for index, _ in enumerate(index_rule.fields)
        ),
    ]
    texts = [
        *(item for items in lists.values() for item in items),
        *(item for index_rule in rule.indexes for item in index_rule.fields),
    ]
    for section in ("redefines", "occurs", "fields"):
        names: Iterable[str] = getattr(rule, section)
        paths += [(section, name) for name in names]
        texts += names
    for path, text in zip(paths, texts, strict=True):
        if not is_selector(text):
            message = f"{text!r} is not a COBOL name"
            yield at.key("CFG150", message, "write A, A OF B, B.A; * and ? are wildcards", *path)


def _ignored_record(rule: RecordRule, at: _At) -> Iterator[Problem]:
    if rule.ignore and rule.key:
        message = "the record is ignored, yet has a key"
        yield at.key("CFG151", message, "remove ignore, or the other rules", "ignore")
    if rule.reason and not rule.ignore:
        yield at.key("CFG151", "reason goes with ignore: true", "add it, or remove it", "reason")


def _redefines(rule: str | Variant | tuple[Variant, ...], at: _At) -> Iterator[Problem]:
    if isinstance(rule, tuple):
        yield from _branches(rule, at)
    elif isinstance(rule, Variant):
        yield from _single_use(rule, at)


def _single_use(rule: Variant, at: _At) -> Iterator[Problem]:
    if rule.use is None:
        hint = 'write {use: NAME}, or a list of branches: - {use: NAME, when: "..."}'
        yield at.key("CFG130", "the rule names no description to use", hint)
        return
    for key in ("when", "into", "otherwise", "role", "trailer"):
        if at.has(key):
            hint = "write a list of branches, each with - in front, or only {use: NAME}"
            yield at.key("CFG130", f"{key} belongs in a list of branches", hint, key)


def _branches(rule: tuple[Variant, ...], at: _At) -> Iterator[Problem]:
    if not any(branch.use for branch in rule):
        hint = "add - {use: NAME, when: \"REC-TYPE = 'P'\"}"
        yield at.key("CFG130", "no branch of the list uses a description", hint)
    used: set[tuple[str, str | None]] = set()
    for index, branch in enumerate(rule):
        here = at.down(index)
        if branch.otherwise is None:
            yield from _branch(branch, here)
            yield from check_branch_role(branch, here.path, here.where)
        else:
            yield from _otherwise(here, last=index == len(rule) - 1)
        target = ((branch.use or "").upper(), branch.into)
        if branch.use and target in used:
            message = f"{branch.use} has two branches that go into the same table"
            yield here.value("CFG132", message, "join the conditions by or", "use")
        used.add(target)


def _branch(branch: Variant, at: _At) -> Iterator[Problem]:
    for key, example in (("use", "NAME"), ("when", "\"REC-TYPE = 'P'\"")):
        if getattr(branch, key) is None:
            message = f"the branch has no {key}"
            yield at.key(
                "CFG130", message, f"add {key}: {example}; or write - {{otherwise: reject}}"
            )
    if branch.use is not None and not is_selector(branch.use):
        yield at.value("CFG150", f"{branch.use!r} is not a COBOL name", None, "use")
    yield from _condition(branch.when, at)


def _condition(text: str | None, at: _At) -> Iterator[Problem]:
    if text is None:
        return
    try:
        condition.parse(text)
    except condition.ConditionError as error:
        place = at.where.inside(
            *at.path, "when", text=text, position=error.position, width=error.width
        )
        yield Problem("CFG133", f"not a condition: {error.message}", place, error.hint)


def _otherwise(at: _At, *, last: bool) -> Iterator[Problem]:
    for key in ("use", "when", "into", "role", "trailer"):
        if at.has(key):
            hint = "it is a line of its own: - {otherwise: reject}"
            yield at.key("CFG131", f"otherwise takes no {key}", hint, key)
    if not last:
        message = "otherwise is not the last of the list"
        yield at.key("CFG131", message, "it takes what no branch took; move it down", "otherwise")


def _occurs(rule: OccursRule, at: _At) -> Iterator[Problem]:
    if rule.treatment == "child_table":
        return
    for key in ("table", "sequence", "skip_empty"):
        if getattr(rule, key) is not None:
            message = f"{key} has no meaning with as: {rule.treatment}"
            yield at.key("CFG134", message, "write as: child_table, or remove it", key)


def _field(rule: FieldRule, at: _At) -> Iterator[Problem]:
    yield from _contradictions(rule, at)
    if rule.type is not None and isinstance(
        bad := sqltypes.parse_type(rule.type), sqltypes.BadType
    ):
        yield at.value("CFG144", bad.message, bad.hint, "type")
    if rule.date is None:
        yield from _only_with_date(rule, at)
    else:
        yield from _date(rule, rule.date, at)


def _contradictions(rule: FieldRule, at: _At) -> Iterator[Problem]:
    if rule.reason and not rule.ignore:
        yield at.key("CFG145", "reason goes with ignore: true", "add it, or remove it", "reason")
    given = [key for key in ("name", "type", "date", "as_one_column", "not_null") if at.has(key)]
    if rule.ignore and given:
        message = f"the field is ignored, yet has {given[0]}"
        yield at.key("CFG145", message, "remove ignore, or the other rules", given[0])
    if rule.date is not None and rule.type is not None:
        message = "type and date exclude each other: the pattern decides the type"
        yield at.key("CFG145", message, "remove type", "type")
    if rule.date is not None and rule.as_one_column:
        message = "as_one_column is not needed: a group with date is one column"
        yield at.key("CFG145", message, "remove as_one_column", "as_one_column")


def _only_with_date(rule: FieldRule, at: _At) -> Iterator[Problem]:
    for key in ("zeros", "pivot"):
        if at.has(key):
            message = f"{key} has a meaning only for a date"
            yield at.key("CFG142", message, "add date: with its pattern, or remove it", key)
    for key in CONTENTS:
        value = getattr(rule, key)
        if at.has(key) and value not in WORDS:
            message = f"{key}: {value} has a meaning only for a date"
            hint = f"add date: with its pattern; without one write {', '.join(WORDS)}"
            yield at.value("CFG142", message, hint, key)


def _date(rule: FieldRule, text: str, at: _At) -> Iterator[Problem]:
    pattern = dates.parse_pattern(text)
    if pattern is None:
        near = suggest(text, dates.EXAMPLES)
        meant = f"did you mean {near}? " if near else ""
        hint = f"{meant}known are {', '.join(dates.EXAMPLES)} and the like"
        message = f"{text!r} is not a complete date, time or timestamp"
        yield at.value("CFG140", message, hint, "date")
        return
    yield from _pivot(rule, pattern, at)
    for key in POLICIES:
        value = getattr(rule, key)
        if value not in {"null", "reject"} and not dates.is_iso(value, pattern.kind):
            message = f"{key} cannot be {value!r}"
            example = dates.ISO_EXAMPLES[pattern.kind]
            hint = f'write "null", reject, or a {pattern.kind} as "{example}"'
            yield at.value("CFG143", message, hint, key)


def _pivot(rule: FieldRule, pattern: dates.DatePattern, at: _At) -> Iterator[Problem]:
    if pattern.two_digit_year and rule.pivot is None:
        message = f"{rule.date} has a year of two digits and nothing says which century it is in"
        hint = "add pivot: 50 when 50 to 99 are 19xx and 00 to 49 are 20xx"
        yield at.value("CFG141", message, hint, "date")
    if rule.pivot is not None and not pattern.two_digit_year:
        message = f"pivot has no meaning: {rule.date} has no year of two digits alone"
        yield at.key("CFG141", message, "remove it", "pivot")
