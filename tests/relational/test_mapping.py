"""Keys, indexes, names of tables, comments, checks, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.relational import limits
from generator.relational.comments import LIMIT, cut
from generator.relational.tables import Date, DateRule, Role, Time, Timestamp
from generator.review import files, review
from generator.targets import find

if TYPE_CHECKING:
    from .conftest import Mapped, Refused

FLAT = """
    01  REC.
        05  REC-KEY.
            10  BRANCH   PIC 9(3).
            10  SERIAL-NO PIC 9(6).
        05  AMOUNT       PIC S9(7)V99 COMP-3.
        05  FILLER       PIC X(2).
        05  NOTE         PIC X(9).
"""


def test_the_columns_of_the_staging_table(mapped: Mapped) -> None:
    table = mapped(FLAT, "records: {REC: {key: [REC-KEY]}}").entity().staging
    assert [column.name for column in table.columns] == [
        *("STG_ID", "RUN_ID", "WORKER_ID", "BATCH_NO", "RECORD_NO"),
        *("BRANCH", "SERIAL_NO", "AMOUNT", "NOTE"),
        "INSERT_TS",
    ]
    assert table.primary_key == ("STG_ID",)
    assert table.column("STG_ID").role is Role.IDENTITY
    replay, latest = table.indexes
    assert (replay.columns, replay.unique) == (("RUN_ID", "RECORD_NO"), True)
    assert latest.columns == ("RUN_ID", "BRANCH", "SERIAL_NO", "RECORD_NO")
    assert latest.descending == ("RECORD_NO",)
    assert table.checks == ()


def test_the_columns_of_the_final_table(mapped: Mapped) -> None:
    entity = mapped(FLAT, "records: {REC: {key: [REC-KEY]}}").entity()
    assert [column.name for column in entity.final.columns] == [
        *("BRANCH", "SERIAL_NO", "AMOUNT", "NOTE"),
        *("CREATED_RUN_ID", "CREATED_TS", "LAST_RUN_ID", "UPDATE_TS"),
    ]
    assert entity.final.primary_key == entity.key == ("BRANCH", "SERIAL_NO")
    assert entity.class_name == "RecRow"
    assert [column.role for column in entity.columns] == [Role.KEY, Role.KEY, Role.DATA, Role.DATA]


def test_filler_is_dropped_and_listed(mapped: Mapped) -> None:
    case = mapped(FLAT, "records: {REC: {key: [REC-KEY]}}")
    (decision,) = case.decisions("filler")
    assert decision.text == "FILLER: 2 bytes at 14 dropped"
    assert case.schema.coverage[0].unmapped == ((14, 16),)


def test_filler_with_a_name_is_kept(mapped: Mapped) -> None:
    job = "records: {REC: {key: [REC-KEY], fields: {FILLER: {name: UNUSED}}}}"
    assert "UNUSED" in mapped(FLAT, job).names()


def test_ignored_fields_are_listed_with_the_reason(mapped: Mapped) -> None:
    job = "records: {REC: {key: [REC-KEY], fields: {NOTE: {ignore: true, reason: of no use}}}}"
    case = mapped(FLAT, job)
    (decision,) = case.decisions("ignored")
    assert (decision.subject, decision.reason) == ("NOTE", "of no use")
    assert "NOTE" not in case.names()


def test_indexes_of_job_yaml(mapped: Mapped) -> None:
    job = """
        records:
          REC:
            key: [REC-KEY]
            indexes:
              - {fields: [NOTE, AMOUNT], unique: true}
              - {fields: [AMOUNT], name: MY_INDEX}
    """
    first, second = mapped(FLAT, job).entity().final.indexes
    assert (first.name, first.columns, first.unique) == (
        "UX_REC_NOTE_AMOUNT",
        ("NOTE", "AMOUNT"),
        True,
    )
    assert second.name == "MY_INDEX"


def test_an_index_is_on_the_table_that_has_a_column_of_its_own_in_it(mapped: Mapped) -> None:
    text = FLAT + "        05  T OCCURS 20.\n            10  CODE-X PIC X.\n"
    job = """
        records:
          REC:
            key: [REC-KEY]
            indexes: [{fields: [SERIAL-NO]}, {fields: [CODE-X]}, {fields: [SERIAL-NO, CODE-X]}]
    """
    case = mapped(text, job)
    assert [i.columns for i in case.entity().final.indexes] == [("SERIAL_NO",)]
    child = case.entity("REC_T").final.indexes
    assert [i.columns for i in child] == [("CODE_X",), ("SERIAL_NO", "CODE_X")]


def test_the_most_specific_selector_wins_for_each_part(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  A-DATE PIC 9(8).
            05  B-DATE PIC 9(6).
    """
    job = """
        records:
          REC:
            key: [K]
            fields:
              B-DATE: {date: YYMMDD, pivot: 50, name: BORN}
              "*-DATE": {date: YYYYMMDD, zeros: reject}
    """
    case = mapped(text, job)
    born = case.column("BORN").source
    assert born is not None
    assert born.date == DateRule("YYMMDD", zeros="reject", pivot=50)


def test_dates_times_and_timestamps(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K   PIC X.
            05  D   PIC S9(7) COMP-3.
            05  T   PIC 9(6).
            05  TS  PIC X(26).
            05  G.
                10  YY-OF PIC 99.
                10  MM-OF PIC 99.
                10  DD-OF PIC 99.
    """
    job = """
        records:
          REC:
            key: [K]
            fields:
              D: {date: CYYMMDD}
              T: {date: HHMISS}
              TS: {date: YYYY-MM-DD-HH.MI.SS.FFFFFF}
              G: {date: YYMMDD, pivot: 60}
    """
    case = mapped(text, job)
    kinds = {column.name: column.type for column in case.entity().columns[1:]}
    assert kinds == {"D": Date(), "T": Time(), "TS": Timestamp(), "G": Date()}


@pytest.mark.parametrize(
    ("rule", "zeros"),
    [
        ("{date: HHMISS}", "00:00:00"),
        ("{date: HHMISS, not_null: true}", "00:00:00"),
        ("{date: HHMISS, zeros: null}", "null"),
        ("{date: HHMISS, zeros: reject}", "reject"),
        ("{date: YYMMDD, pivot: 50}", "null"),
    ],
)
def test_zeros_are_midnight_unless_job_yaml_says_otherwise(
    mapped: Mapped, rule: str, zeros: str
) -> None:
    job = f"records: {{REC: {{key: [K], fields: {{T: {rule}}}}}}}"
    source = mapped("01 REC. 05 K PIC X. 05 T PIC 9(6).", job).column("T").source
    assert source is not None
    assert source.date is not None
    assert source.date.zeros == zeros


def test_comments_say_what_the_column_is_in_the_copybook(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K          PIC X(3).
            05  STATUS-X   PIC X.
                88  OPEN-X     VALUE 'O'.
                88  CLOSED-X   VALUE 'C' THRU 'E', SPACE.
            05  AMT        PIC S9(9)V99 COMP-3 OCCURS 2.
            05  SGN        PIC S9(3) SIGN LEADING SEPARATE.
    """
    case = mapped(text, "records: {REC: {key: [K]}}")
    comments = [column.comment for column in case.entity().columns]
    assert comments == [
        "K PIC X(3) @ 0 L 3 (REC.cpy:2)",
        "STATUS-X PIC X @ 3 L 1 (REC.cpy:3); 88 OPEN-X 'O'; 88 CLOSED-X 'C' THRU 'E' SPACE",
        "AMT(1) PIC S9(9)V99 COMP-3 @ 4 L 6 (REC.cpy:6)",
        "AMT(2) PIC S9(9)V99 COMP-3 @ 10 L 6 (REC.cpy:6)",
        "SGN PIC S9(3) SIGN LEADING SEPARATE @ 16 L 4 (REC.cpy:7)",
    ]
    assert case.column("AMT_2").cobol == "05 AMT PIC S9(9)V99 COMP-3 OCCURS 2"


def test_an_offset_behind_a_variable_table_is_the_greatest(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC 9.
            05  T PIC X OCCURS 1 TO 9 DEPENDING ON K.
            05  Z PIC X.
    """
    comment = mapped(text, "records: {REC: {key: [K]}}").column("Z").comment
    assert comment == "Z PIC X @ 10 at most L 1 (REC.cpy:4)"


def test_comments_are_cut_by_bytes() -> None:
    assert cut("x" * LIMIT) == "x" * LIMIT
    text = cut("é" * 200)
    assert len(text.encode()) <= LIMIT
    assert text.endswith("é...")


def test_checks_are_written_only_when_asked_for(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  C PIC X.\n      88  YES-X VALUE 'Y' 'J'."
    assert mapped(text, "records: {REC: {key: [K]}}").entity().final.checks == ()
    job = "defaults: {checks: true}\nrecords: {REC: {key: [K]}}"
    (check,) = mapped(text, job).entity().final.checks
    assert (check.name, check.column, check.values) == ("CK_REC_C", "C", ("'Y'", "'J'"))


def test_checks_of_figurative_constants_and_ranges(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  N PIC S9(3)V9.
                88  NONE-X VALUE ZERO.
                88  SOME-X VALUE 1 THRU 9.5, -1.
            05  T PIC XX.
                88  BLANK-T VALUE SPACES.
                88  DIGITS-T VALUE '01' THRU '09'.
            05  H PIC X.
                88  END-X VALUE HIGH-VALUES.
            05  R PIC X.
                88  LETTERS VALUE 'A' THRU 'Z'.
    """
    case = mapped(text, "defaults: {checks: true}\nrecords: {REC: {key: [K]}}")
    number, words = case.entity().final.checks
    assert (number.values, number.ranges) == (("0", "-1"), (("1", "9.5"),))
    assert (words.values, words.ranges) == (("' '",), (("'01'", "'09'"),))
    texts = [decision.text for decision in case.decisions("condition-names")]
    assert texts[2:] == ["H gets no CHECK", "R gets no CHECK"]


def test_two_records_and_an_ignored_one(mapped: Mapped) -> None:
    text = "01  HEAD.\n    05  A PIC X.\n01  REC.\n    05  A PIC X.\n77  COUNTER PIC 9."
    job = """
        records:
          head: {ignore: true, reason: no data}
          REC: {key: [A]}
          COUNTER: {key: [COUNTER], tables: {staging: S_COUNTER, final: F_COUNTER}}
    """
    case = mapped(text, job)
    assert [entity.name for entity in case.schema.entities] == ["REC", "F_COUNTER"]
    assert case.names("F_COUNTER") == ["COUNTER"]
    assert case.entity("F_COUNTER").staging.name == "S_COUNTER"


def test_the_page_size_follows_the_row(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  A PIC X({})."
    sizes = {3000: "4K", 4000: "8K", 9000: "16K", 20000: "32K"}
    for length, title in sizes.items():
        case = mapped(text.format(length), "records: {REC: {key: [K]}}")
        found = limits.page(case.entity().staging, find("db2-luw"))
        assert found is not None
        assert found.title == title


def test_row_bytes_as_in_the_manual(mapped: Mapped) -> None:
    """IBM's example: INTEGER NOT NULL is 4 bytes, nullable 5; VARCHAR(5000) nullable is 5005."""
    size = find("db2-luw").row_bytes
    case = mapped(
        "01  REC.\n    05  K PIC S9(9) COMP.\n    05  V PIC X(5000).", "records: {REC: {key: [K]}}"
    )
    assert size is not None
    found = [
        size(case.column(name).type, null)
        for name, null in (("K", False), ("K", True), ("V", True))
    ]
    assert found == [4, 5, 5005]


def test_names_of_indexes_and_constraints_are_unique(mapped: Mapped) -> None:
    text = (
        "01  A-B.\n    05  K PIC X.\n    05  C PIC X.\n01  A.\n    05  B-C PIC X.\n    05  D PIC X."
    )
    job = """
        records:
          A-B: {key: [K], indexes: [{fields: [C]}]}
          A: {key: [D], indexes: [{fields: [B-C]}]}
    """
    case = mapped(text, job)
    found = [i.name for e in case.schema.entities for i in (*e.staging.indexes, *e.final.indexes)]
    assert len(set(found)) == len(found)
    assert "IX_A_B_C_2" in found


def test_the_prefix_of_the_audit_tables_is_the_job(mapped: Mapped) -> None:
    case = mapped(FLAT, "records: {REC: {key: [REC-KEY]}}")
    audit = case.schema.audit
    names = [table.name for table in audit.tables]
    parts = ("RUN", "BATCH", "REJECT", "CHECK", "MIGRATION")
    assert names == [f"CASE_RECON_{part}" for part in parts]


def test_the_physical_rules_reach_the_tables(mapped: Mapped) -> None:
    job = """
        records: {REC: {key: [REC-KEY]}}
        physical:
          schema: APP
          final: {tablespace: TS, compress: true}
          reconciliation: {tablespace: TA}
    """
    case = mapped(FLAT, job)
    assert case.schema.name == "APP"
    assert case.entity().final.physical.tablespace == "TS"
    assert case.entity().staging.physical.tablespace is None
    assert case.schema.audit.run.physical.tablespace == "TA"


def test_the_date_rule_is_told_wherever_the_column_is(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  OPENED PIC 9(06).
                88  NEVER VALUE 999999.
    """
    rule = '{date: YYMMDD, pivot: 50, zeros: reject, high_values: "9999-12-31"}'
    case = mapped(text, f"records: {{REC: {{key: [K], fields: {{OPENED: {rule}}}}}}}")
    column = case.column("OPENED")
    assert column.comment == "OPENED PIC 9(06) YYMMDD @ 1 L 6 (REC.cpy:3); 88 NEVER 999999"
    assert column.cobol == "05 OPENED PIC 9(06) YYMMDD"
    _, shown = review(case.job, [])["entities"][0]["columns"]
    assert shown["date"] == {
        "pattern": "YYMMDD",
        "zeros": "reject",
        "spaces": "null",
        "low-values": "null",
        "high-values": "9999-12-31",
        "pivot": 50,
    }
    assert (
        "| date-rule YYMMDD, years from 50 are 19xx; zeros: reject; "
        "spaces, low-values: null; high-values: 9999-12-31 |"
    ) in files(case.job, [])[1].text


LONG = "01  REC.\n    05  K PIC X({key}).\n    05  T PIC X({text})."


def test_the_smallest_page_is_no_decision(mapped: Mapped) -> None:
    case = mapped(LONG.format(key=10, text=3000), "records: {REC: {key: [K]}}")
    assert case.decisions("page-size") == []


def test_a_bigger_page_is_told_with_what_needs_it(mapped: Mapped) -> None:
    case = mapped(LONG.format(key=1100, text=10), "records: {REC: {key: [K]}}")
    found = {decision.subject: decision for decision in case.decisions("page-size")}
    assert found["REC"].text == "REC needs a table space of 8K pages on db2-luw"
    assert found["REC"].reason == (
        "the key of PK_REC has up to 1,104 bytes, an index page of 4K takes 1,024"
    )
    sizes = {(s["table"], s["target"]): s["page"] for s in review(case.job, [])["sizes"]}
    assert sizes["REC", "db2-luw"] == "8K"
    case = mapped(LONG.format(key=10, text=5000), "records: {REC: {key: [K]}}")
    staging, final = case.decisions("page-size")
    assert staging.reason.startswith("a row has up to 5,")
    assert final.reason.endswith("bytes, a 4K page takes 4,005")


def test_no_key_is_proposed_when_none_is_plausible(refused: Refused) -> None:
    (problem,) = refused("01  REC.\n    05  AUD-USER PIC X(8).", "records: {REC: {}}")
    assert problem.code == "MAP110"
    assert "AUD-USER" not in str(problem.hint)
    (problem,) = refused(
        "01  REC.\n    05  NAME PIC X.\n    05  CUST-NO PIC 9.", "records: {REC: {}}"
    )
    assert "perhaps CUST-NO;" in str(problem.hint)
