"""Findings as SARIF 2.1.0 (OASIS), which code scanning services read.

Places are relative to %SRCROOT%, the directory that cobrepo was run in. What job.yaml accepts is
a result with a suppression. A result's fingerprint has neither lines nor numbers in it, so that a
finding stays the same one while the copybook above it changes.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator import __version__
from generator.explain import codes, explained

if TYPE_CHECKING:
    from generator.findings.model import Finding
    from generator.problems import Location, Problem

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
BASE = "%SRCROOT%"
FINGERPRINT = "cobrepo/v1"


@dataclass(frozen=True, slots=True)
class JobFindings:
    """The findings of one job; `config` is its job.yaml, the place of what has no other."""

    job: str
    config: str
    findings: tuple[Finding, ...]


def sarif(jobs: Sequence[JobFindings], root: str, exit_code: int) -> dict[str, Any]:
    """One log with one run. `root` is the directory that holds source/, as the user gave it."""
    rules = sorted({finding.problem.code for job in jobs for finding in job.findings})
    seen: Counter[str] = Counter()
    results = [
        _result(job, finding, rules.index(finding.problem.code), root, seen)
        for job in jobs
        for finding in job.findings
    ]
    driver = {"name": "cobrepo", "version": __version__, "rules": [_rule(code) for code in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            BASE: {"description": {"text": "The directory that cobrepo was run in"}}
        },
        "invocations": [{"executionSuccessful": exit_code <= 1, "exitCode": exit_code}],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    if code not in codes():
        return {"id": code}
    page = explained(code)
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": page.severities[0]},
    }


def _result(
    job: JobFindings, finding: Finding, rule: int, root: str, seen: Counter[str]
) -> dict[str, Any]:
    problem, waiver = finding.problem, finding.waived
    uri = _uri(problem.location.path if problem.location else job.config, root)
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": str(problem.severity),
        "message": {"text": _text(problem)},
        "locations": [_location(problem, uri)],
        "partialFingerprints": {FINGERPRINT: _fingerprint(job.job, problem, uri, seen)},
        "properties": {"job": job.job},
    }
    if problem.location and problem.location.included_from:
        result["relatedLocations"] = [
            {**_physical(_uri(at.path, root), at), "message": {"text": "copied here"}}
            for at in problem.location.included_from
        ]
    if waiver:
        until = f" (until {waiver.until})" if waiver.until else ""
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": waiver.reason + until}
        ]
    return result


def _text(problem: Problem) -> str:
    hint = (f"Cure: {problem.hint}",) if problem.hint else ()
    return "\n".join((problem.message, *problem.notes, *hint))


def _location(problem: Problem, uri: str) -> dict[str, Any]:
    location = _physical(uri, problem.location)
    if problem.subject:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.subject}]
    return location


def _physical(uri: str, place: Location | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": BASE}}
    if place:
        end = place.column + max(place.width, 1)
        region = {"startLine": place.line, "startColumn": place.column, "endColumn": end}
        physical["region"] = region
    return {"physicalLocation": physical}


def _uri(path: str, root: str) -> str:
    """From where we are; where the root was given as a whole path, from there."""
    near = os.path.relpath(path, root) if PurePath(path).is_absolute() else os.path.normpath(path)
    return quote(PurePath(near).as_posix())


def _fingerprint(job: str, problem: Problem, uri: str, seen: Counter[str]) -> str:
    """Equal findings of one file are told apart by their order."""
    what = problem.subject or re.sub(r"\d+", "#", problem.message)
    basis = f"{job}\n{problem.code}\n{uri}\n{what}"
    seen[basis] += 1
    return hashlib.sha256(f"{basis}\n{seen[basis]}".encode()).hexdigest()[:32]
