from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.config.load import load_job
from generator.copybook.fields import Occurs
from generator.problems import GenerationFailed
from generator.relational import to_schema
from generator.relational.tables import Role
from generator.render.python import files
from generator.targets import find

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Mapped

NESTED = """
    01  REC.
        05  K         PIC 9(4).
        05  ITEM      OCCURS {items}.
            10  NO-OF  PIC 9(3).
            10  TAX   PIC S9(3)V99 COMP-3 OCCURS {taxes}.
        05  AFTER-IT  PIC X(3).
"""


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("PIC X OCCURS 12", "columns"),
        ("PIC X OCCURS 13", "child_table"),
        ("PIC X OCCURS 1 TO 3 DEPENDING ON N", "child_table"),
    ],
)
def test_what_happens_when_job_yaml_says_nothing(
    mapped: Mapped, clause: str, expected: str
) -> None:
    text = f"01  REC.\n    05  K PIC X.\n    05  N PIC 9.\n    05  T {clause}."
    case = mapped(text, "records: {REC: {key: [K]}}")
    (decision,) = case.decisions(f"occurs-{expected}")
    assert decision.subject == "T"
    assert (len(case.schema.entities) == 2) is (expected == "child_table")


def test_defaults_occurs_decides_for_all(mapped: Mapped) -> None:
    text = NESTED.format(items="2", taxes="2")
    case = mapped(text, "defaults: {occurs: columns}\nrecords: {REC: {key: [K]}}")
    expected = ["K", "NO_OF_1", "TAX_1_1", "TAX_1_2", "NO_OF_2", "TAX_2_1", "TAX_2_2", "AFTER_IT"]
    assert case.names() == expected
    offsets = [column.source.offset for column in case.entity().columns if column.source]
    assert offsets == [0, 4, 7, 10, 13, 16, 19, 22]


def test_tables_in_tables_carry_the_keys_of_all_above(mapped: Mapped) -> None:
    text = NESTED.format(items="20", taxes="1 TO 5\n DEPENDING ON K")
    case = mapped(text, "records: {REC: {key: [K]}}")
    names = {entity.name: (entity.parent, entity.key) for entity in case.schema.entities}
    assert names == {
        "REC": (None, ("K",)),
        "REC_ITEM": ("REC", ("K", "ITEM_SEQ")),
        "REC_ITEM_TAX": ("REC_ITEM", ("K", "ITEM_SEQ", "TAX_SEQ")),
    }
    tax = case.entity("REC_ITEM_TAX")
    assert [column.role for column in tax.columns[:3]] == [Role.KEY, Role.SEQUENCE, Role.SEQUENCE]
    unique = tax.staging.indexes[0]
    assert unique.columns == ("RUN_ID", "RECORD_NO", "ITEM_SEQ", "TAX_SEQ")
    assert unique.unique
    assert len(tax.staging.indexes) == 1
    assert case.schema.coverage[0].unmapped == ()


def test_names_of_the_child_table_come_from_job_yaml(mapped: Mapped) -> None:
    job = """
        records:
          REC:
            key: [K]
            occurs:
              ITEM: {as: child_table, table: LINE_ITEM, sequence: LINE_NO, skip_empty: zeros}
              TAX: ignore
    """
    case = mapped(NESTED.format(items="3", taxes="2"), job)
    child = case.entity("LINE_ITEM")
    assert child.staging.name == "STG_LINE_ITEM"
    assert child.key == ("K", "LINE_NO")
    assert child.skip_empty == "zeros"
    assert child.item is not None
    assert (child.item.offset, child.item.length) == (4, 9)
    assert case.schema.coverage[0].unmapped == ((7, 13), (16, 22), (25, 31))


def test_occurrences_beyond_the_minimum_may_be_null(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  N PIC 9.
            05  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
    """
    case = mapped(text, "records: {REC: {key: [K], occurs: {T: columns}}}")
    nulls = {column.name: column.nullable for column in case.entity().columns}
    assert nulls == {"K": False, "N": False, "T_1": False, "T_2": True, "T_3": True}


def test_a_child_column_that_is_called_like_the_parents_key_is_qualified(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  HEAD.
                10  NO-OF PIC 9(4).
            05  ITEM OCCURS 20.
                10  NO-OF PIC 9(3).
    """
    case = mapped(text, "records: {REC: {key: [NO-OF OF HEAD]}}")
    assert case.names("REC_ITEM") == ["NO_OF", "ITEM_SEQ", "ITEM_NO_OF"]


def test_the_default_sequence_gives_way_to_a_field(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  ITEM OCCURS 20.
                10  ITEM-SEQ PIC 9(3).
    """
    case = mapped(text, "records: {REC: {key: [K]}}")
    assert case.names("REC_ITEM") == ["K", "ITEM_SEQ", "ITEM_ITEM_SEQ"]


def test_a_nameless_table_is_called_after_its_first_item(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  OCCURS 20.\n      10  CODE-X PIC XX."
    case = mapped(text, "records: {REC: {key: [K]}}")
    assert case.entity("REC_CODE_X").key == ("K", "CODE_X_SEQ")


def test_a_wildcard_chooses_only_tables(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  T-A PIC X OCCURS 20.\n    05  T-B PIC X."
    case = mapped(text, 'records: {REC: {key: [K], occurs: {"T-*": columns}}}')
    assert len(case.names()) == 22


def test_a_table_without_a_name_is_called_by_its_first_item(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K       PIC X(4).
            05  FILLER  OCCURS 20 TIMES.
                10  CODE-A  PIC X.
    """
    case = mapped(text, "records: {REC: {key: [K]}}")
    assert case.entity("REC_CODE_A").staging.comment.startswith("Staging of CODE-A of REC")
    records = next(file.text for file in files(case.job) if file.path.endswith("records.py"))
    assert '"""CODE-A of REC of REC.cpy, in STG_REC_CODE_A and REC_CODE_A."""' in records


def test_a_record_that_is_a_table_is_refused(mapped: Mapped, tmp_path: Path) -> None:
    case = mapped("01  REC.\n    05  K PIC X.", "records: {REC: {key: [K]}}")
    (book,) = case.copybooks
    (record,) = book.records
    table = replace(record, root=replace(record.root, occurs=Occurs(3, 3)))
    loaded = load_job(tmp_path / "CASE" / "job.yaml")
    with pytest.raises(GenerationFailed) as failed:
        to_schema((replace(book, records=(table,)),), loaded, (find("db2-luw"),))
    assert "MAP302" in [problem.code for problem in failed.value.problems]
