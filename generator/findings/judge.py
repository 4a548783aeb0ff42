"""How findings count: the severities and waivers of job.yaml.

An error stands whatever job.yaml says: nothing is generated from an input that has one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from generator.findings.hints import hints
from generator.findings.model import Finding, warning
from generator.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from generator.config.load import LoadedJob
    from generator.config.model import FindingRules, Waiver
    from generator.relational.tables import Schema
    from generator.relational.target import Target

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ENTRY = re.compile(r"^(?:.{6}[ D-])?\s*\d{1,2}\s+([A-Z0-9][A-Z0-9_-]*)", re.IGNORECASE)
_OF_FILES = ("GEN", "MIG")
_HINT = re.compile(r"(?:DDL|NAM)2\d\d")


def review_findings(
    problems: Iterable[Problem], schema: Schema, targets: Sequence[Target], loaded: LoadedJob
) -> tuple[Finding, ...]:
    """What was found while reading the job, and the hints on its design, for good: no day counts.

    A waiver that has run out is shown as one, with its last day.
    """
    return judged((*problems, *hints(schema, targets, loaded)), loaded.config.findings)


def judged(problems: Iterable[Problem], rules: FindingRules) -> tuple[Finding, ...]:
    """Each problem with its severity and its waiver, whatever day it is; the worst first."""
    found = [
        Finding(problem, _waiver(problem, rules.waive))
        for problem in (_weighed(named(problem), rules) for problem in dict.fromkeys(problems))
        if problem is not None
    ]
    return tuple(sorted(found, key=_rank))


def settled(findings: Sequence[Finding], loaded: LoadedJob, today: date) -> tuple[Finding, ...]:
    """What is left today, and what is to be said of the waivers themselves.

    Call it with everything that was found: a waiver that nothing needed is a finding.
    """
    told = [
        *_unused(findings, loaded),
        *_expired(findings, loaded, today),
    ]
    rules = replace(loaded.config.findings, waive=())
    return tuple(sorted((*in_force(findings, today), *judged(told, rules)), key=_rank))


def in_force(findings: Sequence[Finding], today: date) -> tuple[Finding, ...]:
    """The findings as they are today: a waiver whose last day is over accepts nothing."""
    return tuple(
        Finding(f.problem) if f.waived and is_over(f.waived, today) else f for f in findings
    )


def left(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """What nobody accepted."""
    return tuple(finding.problem for finding in findings if finding.waived is None)


def shown(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What `generate` and `check` tell, too: all but the remarks on the design."""
    return tuple(
        p for p in problems if p.severity is not Severity.NOTE or not _HINT.fullmatch(p.code)
    )


def is_over(waiver: Waiver, today: date) -> bool:
    """Whether the waiver's last day lies behind us."""
    return waiver.until is not None and waiver.until < today.isoformat()


def holds_until(findings: Iterable[Finding], today: date) -> str | None:
    """The last day on which the same findings are waived, None for good."""
    days = [f.waived.until for f in findings if f.waived and not is_over(f.waived, today)]
    return min((day for day in days if day), default=None)


def named(problem: Problem) -> Problem:
    """The problem with a subject: the COBOL name of the entry that it points at."""
    return problem if problem.subject else replace(problem, subject=_entry(problem))


def _weighed(problem: Problem, rules: FindingRules) -> Problem | None:
    """The problem as severe as job.yaml says, None where it is off."""
    if problem.severity is Severity.ERROR:
        return problem
    patterns = [pattern for pattern in rules.severity if fnmatchcase(problem.code, pattern)]
    if not patterns:
        return problem
    word = rules.severity[max(patterns, key=_closeness)]
    return None if word == "off" else replace(problem, severity=Severity(word))


def _closeness(pattern: str) -> tuple[bool, int]:
    """A code goes before a pattern, the longer pattern before the shorter."""
    return not ({"*", "?"} & set(pattern)), len(pattern.replace("*", ""))


def _waiver(problem: Problem, waivers: Sequence[Waiver]) -> Waiver | None:
    return next((waiver for waiver in waivers if _covers(waiver, problem)), None)


def _covers(waiver: Waiver, problem: Problem) -> bool:
    if problem.severity is Severity.ERROR and not _HINT.fullmatch(problem.code):
        return False
    names = {problem.subject.upper(), _entry(problem).upper()}
    where = waiver.where.upper()
    return fnmatchcase(problem.code, waiver.code) and any(fnmatchcase(n, where) for n in names)


def _entry(problem: Problem) -> str:
    """The name of the data description entry on the source line, "" where there is none."""
    place = problem.location
    match = _ENTRY.match(place.source_line) if place else None
    return match[1] if match else ""


def _unused(findings: Sequence[Finding], loaded: LoadedJob) -> Iterator[Problem]:
    """What comes and goes with the files may be waived ahead, and what other jobs have, too."""
    for index, waiver in enumerate(loaded.config.findings.waive):
        ours = loaded.where("findings", "waive", index).path == loaded.where.path
        needed = any(_covers(waiver, finding.problem) for finding in findings)
        if ours and not needed and not waiver.code.startswith(_OF_FILES):
            told = f"the waiver of {waiver.code} for {waiver.where} accepts nothing"
            place = loaded.where("findings", "waive", index)
            hint = "take it out: what it was for is cured, or is called otherwise now"
            yield warning("CFG173", waiver.code, told, place, hint)


def _expired(findings: Sequence[Finding], loaded: LoadedJob, today: date) -> Iterator[Problem]:
    """Each waiver that would still accept something had it not run out."""
    for index, waiver in enumerate(loaded.config.findings.waive):
        if is_over(waiver, today) and any(_covers(waiver, f.problem) for f in findings):
            told = f"the waiver of {waiver.code} for {waiver.where} ended on {waiver.until}"
            place = loaded.where.value("findings", "waive", index, "until")
            hint = f"cure what it accepted ({waiver.reason}), or agree on another day"
            yield warning("CFG174", waiver.code, told, place, hint)


def _rank(finding: Finding) -> tuple[object, ...]:
    problem = finding.problem
    place = problem.location
    at = (place.path, place.line, place.column) if place else ("", 0, 0)
    return _ORDER[problem.severity], *at, problem.code, problem.subject, problem.message
