"""Changes of table spaces and of compression: what SQL does, and what is left to the DBA."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.evolve.model import Evolution, Pair, Script, Step, TableChange
from generator.relational.accepted import AcceptedSchema, AcceptedTable, TableKind, parsed
from generator.relational.tables import Column, Physical, Role, Table, TableSpace
from tests.evolve.db2_h2 import both_ways

ID = Column("ID", "", parsed("INTEGER"), Role.KEY, comment="ID PIC S9(9) COMP")
SPACE = TableSpace("DB", "TS", 64)


def evolution(before: Physical, after: Physical, schema: str | None = "APP") -> Evolution:
    def table(physical: Physical) -> AcceptedTable:
        return AcceptedTable(TableKind.FINAL, Table("T", (ID,), ("ID",), "PK_T", physical=physical))

    former, later = table(before), table(after)
    return Evolution(
        AcceptedSchema("JOB", 0, schema, (former,)),
        AcceptedSchema("JOB", 1, schema, (later,)),
        (TableChange(former, later, (Pair(ID, ID),)),),
    )


def zos(**changed: object) -> Script:
    later = Physical(space=replace(SPACE, **changed))  # type: ignore[arg-type]
    return both_ways(evolution(Physical(space=SPACE), later), "db2-zos")[0]


def executed(script: Script) -> list[str]:
    return [s.text for step in script.steps for s in step.statements if not s.disabled]


def titles(script: Script) -> list[str]:
    return [step.title for step in script.steps]


@pytest.mark.parametrize(
    ("name", "value", "clause"),
    [("max_partitions", 128, "MAXPARTITIONS 128"), ("lock_size", "ROW", "LOCKSIZE ROW")],
)
def test_what_works_at_once_needs_no_reorg(name: str, value: object, clause: str) -> None:
    script = zos(**{name: value})
    assert executed(script) == [f"ALTER TABLESPACE DB.TS\n  {clause}"]
    assert titles(script) == ["Alter T"]


def test_a_lock_size_that_job_yaml_gives_up_is_the_default() -> None:
    before = Physical(space=replace(SPACE, lock_size="ROW"))
    script, down = both_ways(evolution(before, Physical(space=SPACE)), "db2-zos")
    assert executed(script) == ["ALTER TABLESPACE DB.TS\n  LOCKSIZE ANY"]
    assert executed(down) == ["ALTER TABLESPACE DB.TS\n  LOCKSIZE ROW"]


@pytest.mark.parametrize(
    ("name", "value", "clause"),
    [
        ("dssize", 8, "DSSIZE 8 G"),
        ("segsize", 64, "SEGSIZE 64"),
        ("buffer_pool", "BP8K0", "BUFFERPOOL BP8K0"),
    ],
)
def test_what_waits_for_reorg_is_followed_by_one(name: str, value: object, clause: str) -> None:
    script = zos(**{name: value})
    assert executed(script) == [f"ALTER TABLESPACE DB.TS\n  {clause}"]
    assert titles(script)[:2] == ["Pending until the REORG of T", "Reorganize T"]
    assert "REORG TABLESPACE DB.TS" in script.steps[1].notes


def test_another_table_space_is_left_to_the_dba() -> None:
    script = zos(name="TS2", ccsid="UNICODE")
    assert executed(script) == []
    (step,) = script.steps
    assert step.title == "By hand: the table space of T"
    assert step.notes[1:] == ("name: TS -> TS2", "ccsid: None -> UNICODE")


def test_luw_compresses_and_reorganizes() -> None:
    script, down = both_ways(evolution(Physical(), Physical(compress=True)), "db2-luw")
    reorg = "CALL SYSPROC.ADMIN_CMD('REORG TABLE APP.T')"
    assert executed(script) == ["ALTER TABLE APP.T\n  COMPRESS YES", reorg]
    assert executed(down) == ["ALTER TABLE APP.T\n  COMPRESS NO", reorg]


@pytest.mark.parametrize(("schema", "shown"), [("APP", "'APP'"), (None, "CURRENT SCHEMA")])
def test_luw_leaves_another_table_space_to_admin_move_table(schema: str | None, shown: str) -> None:
    made = evolution(Physical(), Physical(tablespace="TS", index_tablespace="TX"), schema)
    script, _ = both_ways(made, "db2-luw")
    step: Step = script.steps[0]
    assert step.title == "By hand: T moves to table space TS"
    assert [statement.disabled for statement in step.statements] == [True]
    assert f"{shown}, 'T',\n  'TS', 'TX', 'TS'," in step.statements[0].text
