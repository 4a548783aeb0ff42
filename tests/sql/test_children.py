"""Tables inside a record: their rows win, and go, with the record that they stand in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.relational.tables import Entity
    from generator.render.files import Job
    from tests.sql.conftest import Engine, SqliteConnection, Texts

    Stage = Callable[[str, int, int, list[tuple[str, list[str]]]], None]
    Merge = Callable[[str], tuple[int, int]]
    Final = Callable[[str], list[tuple[Decimal, ...]]]

ORDER = ("ORDERS", "ORDER_LINE", "DISCOUNT", "LINE_TAG")


@pytest.fixture
def entities(job: Job) -> dict[str, Entity]:
    return {entity.name: entity for entity in job.schema.entities}


@pytest.fixture
def stage(engine: Engine, entities: dict[str, Entity]) -> Stage:
    def staged(run_id: str, record_no: int, order: int, lines: list[tuple[str, list[str]]]) -> None:
        """One record: `lines` are amounts with the rates of their discounts."""
        number = Decimal(order)
        engine.stage(entities["ORDERS"], run_id, record_no, number, f"C{record_no}")
        for line, (amount, rates) in enumerate(lines, 1):
            engine.stage(entities["ORDER_LINE"], run_id, record_no, line, number, Decimal(amount))
            for at, rate in enumerate(rates, 1):
                engine.stage(
                    entities["DISCOUNT"], run_id, record_no, number, line, at, Decimal(rate)
                )

    return staged


@pytest.fixture
def merge(engine: Engine, entities: dict[str, Entity]) -> Merge:
    def merged(run_id: str) -> tuple[int, int]:
        """As the generated repository does it; rows written and rows deleted."""
        changed = deleted = 0
        for name in ORDER:
            if entities[name].parent:
                deleted += engine.change(f"{name.lower()}_delete_obsolete", run_id=run_id)
            changed += engine.merge(entities[name], run_id)
        return changed, deleted

    return merged


@pytest.fixture
def final(engine: Engine, entities: dict[str, Entity]) -> Final:
    def rows(name: str) -> list[tuple[Decimal, ...]]:
        return [tuple(map(Decimal, row)) for row in engine.final(entities[name])]

    return rows


def numbers(*rows: tuple[int | str, ...]) -> list[tuple[Decimal, ...]]:
    return [tuple(map(Decimal, row)) for row in rows]


def test_children_are_those_of_the_last_record_of_the_key(
    stage: Stage, merge: Merge, final: Final
) -> None:
    stage("R1", 2, 7, [("2.00", ["0.500"])])
    stage("R1", 1, 7, [("1.00", ["0.100", "0.200"]), ("1.10", ["0.300"]), ("1.20", [])])
    assert merge("R1") == (3, 0)
    assert final("ORDER_LINE") == numbers((1, 7, "2.00"))
    assert final("DISCOUNT") == numbers((7, 1, 1, "0.500"))


def test_children_that_the_record_no_longer_has_are_deleted(
    stage: Stage, merge: Merge, final: Final
) -> None:
    stage("R1", 1, 7, [("1.00", ["0.100", "0.200"]), ("1.10", ["0.300"])])
    stage("R1", 2, 8, [("8.00", ["0.800"])])
    assert merge("R1") == (2 + 3 + 4, 0)
    stage("R2", 1, 7, [("1.00", ["0.100"])])
    assert merge("R2") == (0, 1 + 2)
    assert final("ORDER_LINE") == numbers((1, 7, "1.00"), (1, 8, "8.00"))
    assert final("DISCOUNT") == numbers((7, 1, 1, "0.100"), (8, 1, 1, "0.800"))


def test_a_record_without_children_deletes_all_of_them(
    stage: Stage, merge: Merge, final: Final
) -> None:
    stage("R1", 1, 7, [("1.00", ["0.100"]), ("1.10", [])])
    stage("R1", 2, 8, [("8.00", [])])
    merge("R1")
    stage("R2", 1, 7, [("9.99", ["0.900"])])  # superseded by the next record
    stage("R2", 2, 7, [])
    changed, deleted = merge("R2")
    assert (changed, deleted) == (1, 2 + 1)
    assert final("ORDER_LINE") == numbers((1, 8, "8.00"))
    assert final("DISCOUNT") == []


def test_children_of_records_that_the_run_does_not_have_stay(
    stage: Stage, merge: Merge, final: Final
) -> None:
    stage("R1", 1, 7, [("1.00", ["0.100"])])
    merge("R1")
    stage("R2", 1, 8, [])
    assert merge("R2") == (1, 0)
    assert final("ORDER_LINE") == numbers((1, 7, "1.00"))


def test_a_second_merge_changes_nothing(stage: Stage, merge: Merge) -> None:
    stage("R1", 1, 7, [("1.00", ["0.100"])])
    stage("R1", 2, 7, [("1.00", []), ("2.00", ["0.200"])])
    stage("R1", 3, 8, [])
    assert merge("R1") == (2 + 2 + 1, 0)
    assert merge("R1") == (0, 0)


def test_rows_of_another_run_are_never_taken(stage: Stage, merge: Merge, final: Final) -> None:
    stage("R1", 1, 7, [("1.00", [])])
    stage("R2", 1, 7, [("2.00", []), ("2.10", [])])
    stage("R2", 2, 7, [])
    assert merge("R1") == (2, 0)
    assert final("ORDER_LINE") == numbers((1, 7, "1.00"))


def test_what_another_run_staged_keeps_no_row(stage: Stage, merge: Merge, final: Final) -> None:
    stage("R1", 1, 7, [("1.00", []), ("1.10", [])])
    merge("R1")
    stage("R2", 1, 7, [("1.00", [])])
    for other in ("R1", "R3"):
        stage(other, 2, 7, [("1.00", []), ("1.10", [])])
    assert merge("R2") == (0, 1)
    assert final("ORDER_LINE") == numbers((1, 7, "1.00"))


def test_children_without_their_record_in_staging_are_left_out(
    engine: Engine, entities: dict[str, Entity], merge: Merge, final: Final
) -> None:
    engine.stage(entities["ORDER_LINE"], "R1", 1, 1, Decimal(7), Decimal("1.00"))
    assert merge("R1") == (0, 0)
    assert final("ORDER_LINE") == []


def test_a_child_of_keys_only_follows_its_record(
    engine: Engine, entities: dict[str, Entity], stage: Stage, merge: Merge, final: Final
) -> None:
    stage("R1", 1, 7, [])
    for sequence in (1, 2):
        engine.stage(entities["LINE_TAG"], "R1", 1, Decimal(7), sequence)
    assert merge("R1") == (3, 0)
    stage("R2", 1, 7, [])
    engine.stage(entities["LINE_TAG"], "R2", 1, Decimal(7), 1)
    assert merge("R2") == (0, 1)
    assert final("LINE_TAG") == numbers((7, 1))


def test_counts_of_winners_and_of_final_meet_once_all_is_merged(
    engine: Engine, entities: dict[str, Entity], stage: Stage, merge: Merge
) -> None:
    stage("R1", 1, 7, [("1.00", ["0.100"]), ("1.10", ["0.300"])])
    merge("R1")
    stage("R2", 1, 7, [("4.00", []), ("5.00", []), ("6.00", [])])
    stage("R2", 2, 7, [("4.00", ["0.400"])])

    def count(name: str, table: str = "order_line") -> int:
        return engine.rows(f"{table}_{name}", run_id="R2")[0][0]

    assert (count("count_staging"), count("count_keys")) == (4, 1)
    engine.merge(entities["ORDER_LINE"], "R2")
    assert count("count_final_of_run") == 2  # what is obsolete is seen
    merge("R2")
    assert count("count_final_of_run") == 1
    assert count("count_keys", "discount") == count("count_final_of_run", "discount") == 1


def test_control_totals_follow_the_winning_record(
    engine: Engine, stage: Stage, merge: Merge
) -> None:
    stage("R1", 1, 7, [("100.00", ["9.000"])])
    stage("R1", 2, 8, [("0.10", ["0.125"]), ("0.20", [])])
    stage("R1", 3, 7, [("1.01", ["0.250"])])

    def total(table: str, name: str) -> Decimal:
        return Decimal(engine.rows(f"{table}_control_totals_{name}", run_id="R1")[0][0])

    assert total("order_line", "staging") == Decimal("101.31")
    assert total("order_line", "winners") == Decimal("1.31")
    assert total("discount", "winners") == Decimal("0.375")
    merge("R1")
    assert total("order_line", "final") == Decimal("1.31")
    assert total("discount", "final") == Decimal("0.375")


def test_a_row_finds_its_winner_through_the_unique_index(
    sqlite: SqliteConnection, texts: Texts
) -> None:
    """Else each row of the final table reads all that the run staged: minutes, not moments."""
    text = texts["sqlite", "order_line_delete_obsolete"]
    plan = sqlite.execute("EXPLAIN QUERY PLAN " + text, ("R1",) * 3)[0]
    (step,) = [row[3] for row in plan if row[3].startswith("SEARCH S ")]
    assert "UX_STG_ORDER_LINE (RUN_ID=? AND RECORD_NO=? AND LINE_SEQ=?)" in step
