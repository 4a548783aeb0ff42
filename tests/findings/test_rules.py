"""Each rule of design speaks where a DBA would, and is silent where it only looks alike."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import generator.findings
from generator.findings.hints import hints
from generator.problems import Problem, Severity
from generator.relational.tables import Schema
from generator.sources import Sources
from generator.targets import find

from .cases import RULES, TWO, Rule, keyed
from .conftest import Read

CHILD = """
01  REC.
    05  REC-ID PIC X(8).
    05  LINE-ITEM OCCURS 3.
        10  SKU PIC X(9).
"""
AS_TABLE = keyed("occurs: {LINE-ITEM: {as: child_table}}")


def of(sources: Sources, code: str) -> list[Problem]:
    return [finding.problem for finding in sources.findings if finding.problem.code == code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_speaks(rule: Rule, read: Read) -> None:
    found = of(read(*rule.raises), rule.code)
    assert [problem.subject for problem in found] == [rule.subject]
    problem = found[0]
    assert rule.told in problem.message
    assert problem.hint
    assert problem.location
    assert problem.location.line > 0
    assert problem.severity in {Severity.WARNING, Severity.NOTE}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_near_miss_is_silent(rule: Rule, read: Read) -> None:
    assert of(read(*rule.misses), rule.code) == []


def hinted(sources: Sources, schema: Schema) -> list[tuple[str, str]]:
    targets = [find(name) for name in sources.job.config.targets]
    return [(p.code, p.subject) for p in hints(schema, targets, sources.loaded)]


def test_the_merge_has_its_index_and_is_missed_without(read: Read) -> None:
    sources = read(TWO, keyed())
    (entity,) = sources.job.schema.entities
    assert ("DDL206", "STG_REC") not in hinted(sources, sources.job.schema)
    bare = replace(entity, staging=replace(entity.staging, indexes=entity.staging.indexes[:1]))
    schema = replace(sources.job.schema, entities=(bare,))
    assert ("DDL206", "STG_REC") in hinted(sources, schema)


def test_a_child_is_found_by_its_parents_key(read: Read) -> None:
    sources = read(CHILD, AS_TABLE)
    parent, child = sources.job.schema.entities
    assert "DDL207" not in dict(hinted(sources, sources.job.schema))
    sequence_first = replace(child.final, primary_key=child.final.primary_key[::-1])
    turned = replace(child, final=sequence_first)
    schema = replace(sources.job.schema, entities=(parent, turned))
    assert ("DDL207", child.name) in hinted(sources, schema)


def test_a_field_in_several_tables_is_told_once(read: Read) -> None:
    copybook = """
    01  REC.
        05  REC-ID PIC X(8).
        05  KIND PIC X.
        05  OPEN-DATE PIC 9(8).
        05  FIRST-PART.
            10  A PIC X(9).
        05  OTHER-PART REDEFINES FIRST-PART.
            10  B PIC X(9).
    """
    branches = """[
      {use: FIRST-PART, when: "KIND = 'A'", into: ONE},
      {use: OTHER-PART, when: "KIND = 'B'", into: TWO},
      {otherwise: reject}]"""
    sources = read(copybook, keyed(f"redefines: {{FIRST-PART: {branches}}}"))
    assert len(sources.job.schema.entities) == 2
    assert [p.subject for p in of(sources, "DDL214")] == ["ONE.OPEN_DATE"]


def test_rules_about_room_are_silent_without_db2(read: Read) -> None:
    rules = [rule for rule in RULES if rule.code in {"DDL211", "DDL212", "DDL221", "DDL224"}]
    for rule in rules:
        copybook, yaml = rule.raises
        assert of(read(copybook, "targets: [sqlite]\n" + yaml), rule.code) == []


def test_every_rule_has_a_case() -> None:
    folder = Path(generator.findings.__file__).parent
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.py"))]
    raised = {code for text in texts for code in re.findall(r'"((?:DDL|NAM)2\d\d)"', text)}
    by_hand = {"DDL206", "DDL207"}
    assert raised == {rule.code for rule in RULES} | by_hand
