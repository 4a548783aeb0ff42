"""Severities and waivers: what they change, what they cannot, and when they end."""

from __future__ import annotations

from datetime import date

import pytest

from generator.config.model import FindingRules, Waiver
from generator.findings import judge
from generator.problems import GenerationFailed, Problem, Severity, counts
from generator.sources import Sources

from .cases import TEXT, TWO, keyed
from .conftest import Read

DATES = """
01  REC.
    05  REC-ID PIC X(8).
    05  OPEN-DATE PIC 9(8).
    05  CLOSE-DATE PIC 9(8).
    05  REMARKS PIC X(120).
"""
TODAY = date(2026, 11, 21)


def told(found: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(p.code, p.subject, str(p.severity)) for p in found]


def left(sources: Sources, day: date = TODAY) -> list[tuple[str, str, str]]:
    return told(judge.left(judge.settled(sources.findings, sources.loaded, day)))


def rules(text: str) -> str:
    return keyed(above=f"findings: {text}\n")


BOTH = [("DDL214", "REC.OPEN_DATE", "note"), ("DDL214", "REC.CLOSE_DATE", "note")]
LONG = [("DDL212", "REC.REMARKS", "note")]


def test_nothing_is_said_of_nothing(read: Read) -> None:
    assert left(read(TWO, keyed())) == []


def test_notes_alone_do_not_count(read: Read) -> None:
    sources = read(DATES, keyed())
    found = judge.left(judge.settled(sources.findings, sources.loaded, TODAY))
    assert told(found) == BOTH + LONG
    assert not counts(found)
    assert judge.shown(found) == ()


@pytest.mark.parametrize("word", ["error", "warning", "note"])
def test_a_severity_is_changed(word: str, read: Read) -> None:
    found = left(read(DATES, rules(f"{{severity: {{DDL212: {word}}}}}")))
    assert ("DDL212", "REC.REMARKS", word) in found
    assert set(BOTH) < set(found)


def test_off_takes_a_code_out(read: Read) -> None:
    assert left(read(DATES, rules("{severity: {DDL214: off}}"))) == LONG


def test_the_closer_pattern_wins(read: Read) -> None:
    found = left(read(DATES, rules('{severity: {"*": off, "DDL2*": warning, DDL214: note}}')))
    assert found == [("DDL212", "REC.REMARKS", "warning"), *BOTH]


def test_the_worst_comes_first(read: Read) -> None:
    found = left(read(DATES, rules("{severity: {DDL212: warning}}")))
    assert [severity for _, _, severity in found] == ["warning", "note", "note"]


def test_a_waiver_accepts_what_it_names(read: Read) -> None:
    waive = "{waive: [{code: DDL214, where: REC.OPEN_DATE, reason: a key of the archive}]}"
    sources = read(DATES, rules(waive))
    assert left(sources) == [BOTH[1], *LONG]
    (waived,) = [finding for finding in sources.findings if finding.waived]
    assert waived.waived
    assert waived.waived.reason == "a key of the archive"
    assert waived.problem.subject == "REC.OPEN_DATE"
    assert waived.to_dict()["waived"] == {
        "code": "DDL214",
        "where": "REC.OPEN_DATE",
        "reason": "a key of the archive",
        "until": None,
    }


@pytest.mark.parametrize("where", ['"REC.*_DATE"', '"*"', "rec.*", '"*-DATE"'])
def test_a_waiver_may_hold_a_pattern_or_a_cobol_name(where: str, read: Read) -> None:
    waive = f"{{waive: [{{code: DDL214, where: {where}, reason: agreed}}]}}"
    assert left(read(DATES, rules(waive))) == LONG


def test_a_waiver_of_a_table_is_none_of_its_columns(read: Read) -> None:
    waive = "{waive: [{code: DDL214, where: REC, reason: agreed}]}"
    found = left(read(DATES, rules(waive)))
    assert found == [("CFG173", "DDL214", "warning"), *BOTH, *LONG]


def test_a_waiver_that_accepts_nothing_is_told_at_its_line(read: Read) -> None:
    sources = read(TWO, rules("\n  waive:\n  - {code: DDL214, reason: agreed}"))
    (found,) = judge.left(judge.settled(sources.findings, sources.loaded, TODAY))
    assert found.code == "CFG173"
    assert found.message == "the waiver of DDL214 for * accepts nothing"
    assert found.location
    assert (found.location.line, found.location.column) == (5, 5)
    assert counts([found])


@pytest.mark.parametrize("code", ["GEN604", "MIG201", "GEN*"])
def test_a_waiver_of_what_comes_and_goes_with_the_files_may_wait(code: str, read: Read) -> None:
    assert left(read(TWO, rules(f'{{waive: [{{code: "{code}", reason: agreed}}]}}'))) == []


def test_a_waiver_holds_on_its_last_day_and_no_longer(read: Read) -> None:
    waive = '{waive: [{code: DDL214, reason: until the cutover, until: "2026-11-21"}]}'
    sources = read(DATES, rules(waive))
    assert left(sources, date(2026, 11, 21)) == LONG
    assert left(sources, date(2026, 11, 22)) == [("CFG174", "DDL214", "warning"), *BOTH, *LONG]
    ended, *_ = judge.left(judge.settled(sources.findings, sources.loaded, date(2027, 1, 1)))
    assert "ended on 2026-11-21" in ended.message
    assert "until the cutover" in str(ended.hint)


def test_what_is_reviewed_does_not_depend_on_the_day(read: Read) -> None:
    waive = '{waive: [{code: DDL214, reason: over, until: "2001-01-01"}]}'
    sources = read(DATES, rules(waive))
    assert sum(finding.waived is not None for finding in sources.findings) == 2
    assert "CFG174" not in {finding.problem.code for finding in sources.findings}


def test_the_day_on_which_the_findings_change_is_known(read: Read) -> None:
    waive = (
        '{waive: [{code: DDL214, reason: one, until: "2027-03-01"},'
        ' {code: DDL212, reason: two, until: "2027-01-01"}]}'
    )
    sources = read(DATES, rules(waive))
    assert judge.holds_until(sources.findings, TODAY) == "2027-01-01"
    assert judge.holds_until(sources.findings, date(2027, 2, 1)) == "2027-03-01"
    assert judge.holds_until(sources.findings, date(2028, 1, 1)) is None


def test_the_day_of_a_waiver_that_nothing_needs_changes_nothing(read: Read) -> None:
    sources = read(TEXT, keyed())
    assert judge.holds_until(sources.findings, TODAY) is None


def test_a_waiver_of_a_waiver_is_none(read: Read) -> None:
    """What is said of the waivers can be turned down, and cannot be waived."""
    waive = "waive: [{code: DDL214, reason: agreed}, {code: CFG173, reason: no}]"
    assert ("CFG173", "DDL214", "warning") in left(read(TWO, rules(f"{{{waive}}}")))
    found = left(read(TWO, rules(f"{{severity: {{CFG173: off}}, {waive}}}")))
    assert found == []


def test_an_error_cannot_be_waived_or_turned_off() -> None:
    problem = Problem("DDL101", "a row is too long", subject="REC")
    please = FindingRules(severity={"*": "off"}, waive=(Waiver(code="*", reason="please"),))
    (finding,) = judge.judged([problem], please)
    assert finding.waived is None
    assert finding.problem.severity is Severity.ERROR


def test_a_finding_that_was_made_an_error_can_be_waived(read: Read) -> None:
    text = (
        "{severity: {DDL214: error}, "
        "waive: [{code: DDL214, where: REC.OPEN_DATE, reason: a key of the archive}]}"
    )
    assert left(read(DATES, rules(text))) == [("DDL214", "REC.CLOSE_DATE", "error"), *LONG]


REFUSED = {
    "an unknown code": (
        "{severity: {DDL299: off}}",
        "CFG170",
        "DDL299 is no code of a finding",
        "did you mean DDL209?",
    ),
    "a pattern of nothing": (
        '{severity: {"DLL*": off}}',
        "CFG170",
        "DLL* is no code of a finding",
        "`cobrepo explain` lists the codes",
    ),
    "a waiver of an unknown code": (
        "{waive: [{code: DD214, reason: agreed}]}",
        "CFG170",
        "DD214 is no code of a finding",
        "did you mean DDL214?",
    ),
    "an error turned off": (
        "{severity: {MAP110: off}}",
        "CFG171",
        "MAP110 is always an error, which cannot be changed",
        "cure what it reports: nothing is generated before",
    ),
    "a waived error": (
        "{waive: [{code: MAP110, reason: agreed}]}",
        "CFG171",
        "MAP110 is always an error, which cannot be waived",
        "cure what it reports: nothing is generated before",
    ),
    "a day that never comes": (
        '{waive: [{code: DDL214, reason: agreed, until: "2026-02-30"}]}',
        "CFG172",
        "2026-02-30 is no day",
        "write the last day as YYYY-MM-DD",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_with_the_rules_stops(case: str, read: Read) -> None:
    text, code, message, hint = REFUSED[case]
    with pytest.raises(GenerationFailed) as failed:
        read(TWO, rules(text))
    (problem,) = failed.value.problems
    assert (problem.code, problem.message, problem.hint) == (code, message, hint)
    assert problem.location
    assert problem.location.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "{waive: [{code: DDL214}]}",
        '{waive: [{code: DDL214, reason: " "}]}',
        "{waive: [{code: DDL214, reason: agreed, until: tomorrow}]}",
        "{severity: {DDL214: fatal}}",
    ],
)
def test_the_shape_is_checked(text: str, read: Read) -> None:
    with pytest.raises(GenerationFailed):
        read(TWO, rules(text))


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("{waive: [{code: DDL214}]}", "CFG105", "the key reason is missing"),
        ("{waive: [{reason: agreed}]}", "CFG105", "the key code is missing"),
        ("{severities: {}}", "CFG104", "unknown key severities under findings"),
        (
            "{waive: [{code: DDL214, reason: agreed, table: REC}]}",
            "CFG104",
            "unknown key table under findings.waive[1]",
        ),
    ],
)
def test_a_wrong_key_is_told_as_elsewhere(text: str, code: str, message: str, read: Read) -> None:
    with pytest.raises(GenerationFailed) as failed:
        read(TWO, rules(text))
    assert [(p.code, p.message) for p in failed.value.problems] == [(code, message)]
