"""The `findings:` of job.yaml: codes that exist, days that exist, and nothing that must not be."""

from __future__ import annotations

from datetime import date
from fnmatch import filter as matching
from typing import TYPE_CHECKING

from generator.config.select import suggest
from generator.explain import codes, explained
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.model import FindingRules
    from generator.config.where import Where
    from generator.problems import Location


def check_findings(rules: FindingRules, where: Where) -> Iterator[Problem]:
    """A pattern that matches no code, an error that is turned down, a day that never comes."""
    for pattern in rules.severity:
        yield from _code(pattern, where("findings", "severity", pattern), "changed")
    for index, waiver in enumerate(rules.waive):
        at = ("findings", "waive", index)
        yield from _code(waiver.code, where.value(*at, "code"), "waived")
        if waiver.until is not None and not _is_day(waiver.until):
            message, place = f"{waiver.until} is no day", where.value(*at, "until")
            yield Problem("CFG172", message, place, "write the last day as YYYY-MM-DD")


def _code(pattern: str, place: Location, verb: str) -> Iterator[Problem]:
    known = matching(codes(), pattern)
    if not known:
        near = suggest(pattern, codes())
        hint = f"did you mean {near}?" if near else "`cobrepo explain` lists the codes"
        yield Problem("CFG170", f"{pattern} is no code of a finding", place, hint)
    elif all(explained(code).severities == ("error",) for code in known):
        message = f"{pattern} is always an error, which cannot be {verb}"
        yield Problem("CFG171", message, place, "cure what it reports: nothing is generated before")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
