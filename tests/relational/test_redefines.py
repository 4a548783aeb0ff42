from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Severity
from generator.relational.tables import BitData, Char, Unmatched
from generator.review import files, review

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
    warning = case.schema.problems[0]
    assert (warning.code, warning.severity) == ("MAP201", Severity.WARNING)
    assert "PERSON, FIRM" in warning.message
    assert warning.location is not None
    assert warning.location.line == 5


def test_a_choice_that_was_made_is_no_warning(mapped: Mapped) -> None:
    text = UNION.replace("COMP-3", "SIGN TRAILING")
    case = mapped(text, "records: {REC: {key: [K], redefines: {DETAIL: base}}}")
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
    (decision,) = case.decisions("unmatched-records")
    assert decision.text == (
        "the reader, which turns bytes into rows, rejects records that match no branch of DETAIL; "
        "the tables do not see them"
    )
    (decision,) = case.decisions("one-table-per-branch")
    assert "changes its type keeps its row in the table of the old type" in decision.text


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
    (warning,) = [p for p in mapped(UNION, job).schema.problems if p.code != "MAP207"]
    assert (warning.code, warning.severity) == ("MAP104", Severity.WARNING)
    assert warning.location is not None
    assert warning.location.path.endswith("job.yaml")


AREA = """
    01  REC.
        05  K         PIC 9(4).
        05  DETAIL    PIC X(300).
        05  FIRM REDEFINES DETAIL.
            10  FIRM-NAME PIC X(8).
            10  FIRM-ITEM OCCURS 2.
                15  AMOUNT    PIC S9(3) COMP-3.
                15  NOTE-TEXT PIC X(2).
"""


def test_text_over_packed_bytes_is_kept_as_bytes_and_said(mapped: Mapped) -> None:
    for rule in ("", ", redefines: {DETAIL: base}"):
        case = mapped(AREA, f"records: {{REC: {{key: [K]{rule}}}}}")
        assert case.column("DETAIL").type == BitData(300)
        (warning,) = [p for p in case.schema.problems if p.code == "MAP207"]
        assert warning.severity is Severity.WARNING
        assert warning.message == (
            "DETAIL is text where AMOUNT COMP-3 at 12 may lie; it becomes bytes, FOR BIT DATA"
        )
        assert warning.location is not None
        assert warning.location.line == 3
        assert "redefines.DETAIL" in str(warning.hint)
        (decision,) = case.decisions("shares-bytes-with-numbers")
        assert decision.text == "DETAIL: bytes, FOR BIT DATA"


def test_text_over_text_alone_stays_text(mapped: Mapped) -> None:
    text = AREA.replace("PIC X(300)", "PIC X(8)").replace("05  FIRM ", "05  FIRM-ONLY ")
    text = text[: text.index("            10  FIRM-ITEM")]
    case = mapped(text, "records: {REC: {key: [K], redefines: {DETAIL: base}}}")
    assert (case.column("DETAIL").type, case.schema.problems) == (Char(8), ())


PARTS = """
    01  REC.
        05  K         PIC 9(4).
        05  DETAIL.
            10  CODE-A    PIC X(8).
            10  CODE-B    PIC X(2) OCCURS 2.
        05  FIRM REDEFINES DETAIL.
            10  FIRM-NAME PIC X(8).
            10  FILLER    PIC X(2).
            10  AMOUNT    PIC S9(4) COMP.
"""


def test_only_the_items_that_lie_over_numbers_become_bytes(mapped: Mapped) -> None:
    case = mapped(PARTS, "records: {REC: {key: [K], redefines: {DETAIL: base}}}")
    assert [column.type for column in case.entity().columns[1:]] == [
        Char(8),
        BitData(2),
        BitData(2),
    ]


def test_a_type_or_a_named_group_that_holds_stays_text(mapped: Mapped) -> None:
    job = "records: {REC: {key: [K], redefines: {DETAIL: base}, fields: {CODE-B: {type: CHAR(2)}}}}"
    case = mapped(PARTS, job)
    assert (case.column("CODE_B_1").type, case.schema.problems) == (Char(2), ())
    case = mapped(UNION, "records: {REC: {key: [K], redefines: {DETAIL: {use: PERSON}}}}")
    assert case.column("LAST_NAME").type == Char(6)
    (warning,) = case.schema.problems
    assert warning.code == "MAP207"
    assert "text all the same" in warning.message


def test_a_branch_has_its_condition_and_is_no_doubt(mapped: Mapped) -> None:
    assert mapped(UNION, VARIANTS).schema.problems == ()


def test_the_review_lists_the_descriptions_that_are_not_mapped(mapped: Mapped) -> None:
    case = mapped(AREA, "records: {REC: {key: [K], redefines: {DETAIL: base}}}")
    content = review(case.job, [])
    (dropped,) = content["records"][0]["dropped"]
    assert (dropped["description"], dropped["instead"]) == ("FIRM", ["DETAIL"])
    assert [(f["cobol_name"], f["offset"], f["length"]) for f in dropped["fields"]] == [
        ("FIRM", 4, 16),
        ("FIRM-NAME", 4, 8),
        ("FIRM-ITEM OCCURS 2", 12, 4),
        ("AMOUNT", 12, 2),
        ("NOTE-TEXT", 14, 2),
    ]
    _, markdown, _ = files(case.job, [])
    assert "FIRM describes the same bytes as DETAIL and is not mapped" in markdown.text
    assert "| `AMOUNT` | 15 | `S9(3)` | `COMP-3` | 12 | 2 |" in markdown.text
