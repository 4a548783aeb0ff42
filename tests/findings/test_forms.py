"""What other programs read: SARIF, annotations, JSON; and what people read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config.model import Waiver
from generator.findings.github import annotation
from generator.findings.model import Finding
from generator.findings.sarif import JobFindings, sarif
from generator.linted import as_annotations, as_sarif
from generator.output.report import JobReport, Status
from generator.problems import Location, Problem, Severity

from . import sarif_model

ENTRY = "           05  OPEN-DATE  PIC 9(8)."
AT = Location("source/jobs/CASE/copybooks/REC.cpy", 12, 16, 9, ENTRY)
NOTE = Severity.NOTE
DATE = Problem("DDL214", "OPEN_DATE is a number", AT, "a hint", (), NOTE, "REC.OPEN_DATE")
WAIVED = Finding(DATE, Waiver(code="DDL214", reason="agreed with Ann", until="2027-01-31"))


def log(*findings: Finding, root: str = ".", code: int = 0) -> dict[str, Any]:
    job = JobFindings("CASE", f"{root}/source/jobs/CASE/job.yaml", findings)
    content = sarif([job], root, code)
    sarif_model.check(content)
    return content


def results(*findings: Finding, root: str = ".") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(*findings, root=root)["runs"][0]["results"]
    return found


def fingerprint(problem: Problem) -> str:
    (result,) = results(Finding(problem))
    return str(result["partialFingerprints"]["cobrepo/v1"])


def test_a_log_of_nothing_is_valid() -> None:
    (run,) = log()["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_a_result_names_rule_place_and_subject() -> None:
    (result,) = results(Finding(DATE))
    assert result["ruleId"] == "DDL214"
    assert result["level"] == "note"
    assert result["message"]["text"] == "OPEN_DATE is a number\nCure: a hint"
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": AT.path, "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {"startLine": 12, "startColumn": 16, "endColumn": 25}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "REC.OPEN_DATE"}]
    assert "suppressions" not in result


def test_a_rule_brings_its_page() -> None:
    (run,) = log(Finding(DATE))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "DDL214"
    assert rule["defaultConfiguration"] == {"level": "note"}
    assert rule["shortDescription"]["text"] == "a date is kept as a number or text"
    assert rule["help"]["markdown"].startswith("# DDL214: ")


def test_rules_are_found_by_their_index() -> None:
    other = Problem("CFG173", "the waiver accepts nothing", severity=Severity.WARNING)
    (run,) = log(Finding(DATE), Finding(other), Finding(DATE))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CFG173", "DDL214"]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == ["DDL214", "CFG173", "DDL214"]


def test_what_is_accepted_is_suppressed_with_its_reason() -> None:
    (result,) = results(WAIVED)
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "agreed with Ann (until 2027-01-31)",
        }
    ]


def test_what_has_no_place_is_at_its_job() -> None:
    (result,) = results(Finding(Problem("DDL231", "no table space", severity=Severity.WARNING)))
    physical = result["locations"][0]["physicalLocation"]
    assert physical == {
        "artifactLocation": {"uri": "source/jobs/CASE/job.yaml", "uriBaseId": "%SRCROOT%"}
    }


@pytest.mark.parametrize(
    ("root", "path", "uri"),
    [
        (".", "source/jobs/A B/x#1.cpy", "source/jobs/A%20B/x%231.cpy"),
        ("sub", "sub/source/jobs/A/x.cpy", "sub/source/jobs/A/x.cpy"),
        ("/srv/repo", "/srv/repo/source/jobs/A/x.cpy", "source/jobs/A/x.cpy"),
        (".", "./source/../source/x.cpy", "source/x.cpy"),
    ],
)
def test_places_are_relative(root: str, path: str, uri: str) -> None:
    problem = Problem("DDL214", "told", Location(path, 1), severity=NOTE)
    (result,) = results(Finding(problem), root=root)
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_copied_line_names_who_copied_it() -> None:
    place = Location("lib/DATES.cpy", 3, 12, 4, "", (Location("source/REC.cpy", 7, 12, 1, ""),))
    (result,) = results(Finding(Problem("DDL214", "told", place, severity=NOTE)))
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "source/REC.cpy"
    assert related["message"]["text"] == "copied here"


def test_a_fingerprint_outlives_moved_lines_and_other_figures() -> None:
    moved = Location(AT.path, 40, 20, 9, ENTRY)
    assert fingerprint(DATE) == fingerprint(
        Problem("DDL214", "x 9", moved, None, (), NOTE, DATE.subject)
    )
    first = Problem("GEN604", "a/b.py was edited 3 times", severity=Severity.WARNING)
    later = Problem("GEN604", "a/b.py was edited 4 times", severity=Severity.WARNING)
    assert fingerprint(first) == fingerprint(later)


@pytest.mark.parametrize(
    "other",
    [
        Problem("DDL213", DATE.message, AT, None, (), NOTE, DATE.subject),
        Problem("DDL214", DATE.message, AT, None, (), NOTE, "REC.CLOSE_DATE"),
        Problem("DDL214", DATE.message, Location("other.cpy", 12), None, (), NOTE, DATE.subject),
    ],
)
def test_a_fingerprint_tells_findings_apart(other: Problem) -> None:
    assert fingerprint(DATE) != fingerprint(other)


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    prints = [r["partialFingerprints"]["cobrepo/v1"] for r in results(Finding(DATE), Finding(DATE))]
    assert len(set(prints)) == 2


@pytest.mark.parametrize(("code", "successful"), [(0, True), (1, True), (2, False), (5, False)])
def test_findings_are_no_failure_of_the_run(code: int, *, successful: bool) -> None:
    (run,) = log(code=code)["runs"]
    assert run["invocations"] == [{"executionSuccessful": successful, "exitCode": code}]


def test_an_annotation_says_where_and_what() -> None:
    assert annotation(DATE) == (
        "::notice file=source/jobs/CASE/copybooks/REC.cpy,line=12,col=16,endColumn=24,"
        "title=DDL214 REC.OPEN_DATE::OPEN_DATE is a number%0Aa hint"
    )


def test_an_annotation_cannot_be_broken_out_of() -> None:
    place = Location("a,line=1::b:%2C\n.cpy", 1)
    problem = Problem("CPY101", "100%\r\n::error::owned, really: yes", place)
    assert annotation(problem) == (
        "::error file=a%2Cline=1%3A%3Ab%3A%252C%0A.cpy,line=1,col=1,endColumn=1,title=CPY101"
        "::100%25%0D%0A::error::owned, really: yes"
    )


def report(*problems: Problem, waived: tuple[Finding, ...] = ()) -> JobReport:
    return JobReport("CASE", "python/case", Status.FINDINGS, problems=problems, waived=waived)


def test_accepted_findings_are_no_annotations() -> None:
    assert as_annotations([report(waived=(WAIVED,))]) == ""
    assert as_annotations([report(DATE, DATE)]).count("\n") == 2


def test_the_jobs_of_a_run_are_one_log() -> None:
    text = as_sarif([report(DATE), report(DATE, waived=(WAIVED,))], Path())
    content = json.loads(text)
    sarif_model.check(content)
    (run,) = content["runs"]
    assert [bool(result.get("suppressions")) for result in run["results"]] == [False, False, True]
    assert run["invocations"][0]["exitCode"] == 1
