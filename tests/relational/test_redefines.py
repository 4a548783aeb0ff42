from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Severity
from generator.relational.tables import Unmatched

if TYPE_CHECKING:
    from .conftest import Mapped

UNION = """
    01  REC.
        05  K         PIC 9(4).
        05  REC-TYPE  PIC X.
            88  IS-FIRM   VALUE 'F' 'G'.
        05  DETAIL    PIC X(10).
        05  PERSON REDEFINES DETAIL.
            10  FIRST-NAME PIC X(4).
            10  LAST-NAME  PIC X(6).
        05  FIRM REDEFINES DETAIL.
            10  FIRM-NAME PIC X(8).
            10  AMOUNT    PIC S9(3) COMP-3.
        05  PHONE     PIC X(5) OCCURS 20.
"""


def test_the_first_description_holds_and_that_is_a_warning(mapped: Mapped) -> None:
    case = mapped(UNION, "records: {REC: {key: [K]}}")
    assert case.names() == ["K", "REC_TYPE", "DETAIL"]
    (warning,) = case.schema.problems
    assert (warning.code, warning.severity) == ("MAP201", Severity.WARNING)
    assert "PERSON, FIRM" in warning.message
    assert warning.location is not None
    assert warning.location.line == 5


def test_base_and_use_are_no_warnings(mapped: Mapped) -> None:
    case = mapped(UNION, "records: {REC: {key: [K], redefines: {DETAIL: base}}}")
    assert case.schema.problems == ()
    case = mapped(UNION, "records: {REC: {key: [K], redefines: {DETAIL: {use: FIRM}}}}")
    assert case.names() == ["K", "REC_TYPE", "FIRM_NAME", "AMOUNT"]
    (decision,) = case.decisions("redefines")
    assert decision.text == "FIRM is mapped; not mapped: DETAIL, PERSON"


VARIANTS = """
    records:
      REC:
        key: [K]
        control_totals: [AMOUNT]
        redefines:
          DETAIL:
            - {use: PERSON, when: "REC-TYPE = 'P'"}
            - {use: FIRM, when: IS-FIRM, into: COMPANY}
            - {otherwise: ignore}
"""


def test_each_branch_is_a_table_with_the_common_part(mapped: Mapped) -> None:
    case = mapped(UNION, VARIANTS)
    assert [(e.name, e.staging.name, e.when, e.parent) for e in case.schema.entities] == [
        ("REC_PERSON", "STG_REC_PERSON", "REC-TYPE = 'P'", None),
        ("REC_PERSON_PHONE", "STG_REC_PERSON_PHONE", "REC-TYPE = 'P'", "REC_PERSON"),
        ("COMPANY", "STG_COMPANY", "IS-FIRM", None),
        ("COMPANY_PHONE", "STG_COMPANY_PHONE", "IS-FIRM", "COMPANY"),
    ]
    assert case.names("REC_PERSON") == ["K", "REC_TYPE", "FIRST_NAME", "LAST_NAME"]
    assert case.names("COMPANY") == ["K", "REC_TYPE", "FIRM_NAME", "AMOUNT"]
    assert case.entity("COMPANY").control_totals == ("AMOUNT",)
    assert case.entity("REC_PERSON").control_totals == ()
    assert case.schema.unmatched == (Unmatched("REC", "DETAIL", "ignore"),)
    assert case.schema.coverage[0].unmapped == ()


def test_records_that_match_nothing_are_rejected_by_default(mapped: Mapped) -> None:
    case = mapped(UNION, VARIANTS.replace("            - {otherwise: ignore}\n", ""))
    assert case.schema.unmatched[0].action == "reject"


def test_a_redefinition_of_a_redefinition_is_one_union(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  A PIC X(4).
            05  B REDEFINES A PIC 9(4).
            05  C REDEFINES A.
                10  C-1 PIC XX.
                10  D REDEFINES C-1 PIC 99.
                10  C-2 PIC XX.
    """
    job = "records: {REC: {key: [K], redefines: {A: {use: C}, C-1: {use: D}}}}"
    assert mapped(text, job).names() == ["K", "D", "C_2"]


def test_a_union_inside_a_table(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  T OCCURS 20.
                10  A PIC X(4).
                10  B REDEFINES A PIC 9(4).
    """
    job = "records: {REC: {key: [K], redefines: {A: {use: B}}}}"
    assert mapped(text, job).names("REC_T") == ["K", "T_SEQ", "B"]


def test_the_rule_may_name_any_of_the_descriptions(mapped: Mapped) -> None:
    case = mapped(UNION, "records: {REC: {key: [K], redefines: {FIRM: {use: PERSON}}}}")
    assert case.names() == ["K", "REC_TYPE", "FIRST_NAME", "LAST_NAME"]


def test_a_rule_for_fields_that_are_not_mapped_is_a_warning(mapped: Mapped) -> None:
    job = "records: {REC: {key: [K], redefines: {DETAIL: base}, fields: {AMOUNT: {name: SUM_OF}}}}"
    (warning,) = mapped(UNION, job).schema.problems
    assert (warning.code, warning.severity) == ("MAP104", Severity.WARNING)
    assert warning.location is not None
    assert warning.location.path.endswith("job.yaml")
