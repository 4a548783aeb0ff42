"""What `migrate verify` finds when it carries migrations out in memory."""

from __future__ import annotations

from generator.evolve.trial import tried
from generator.render.files import Owner, RenderedFile

DDL = ("CREATE TABLE T (\n  A TEXT,\n  B TEXT\n);",)


def files(up: str, down: str) -> tuple[RenderedFile, ...]:
    path = "migrations/sqlite/0001_added_b"
    return tuple(
        RenderedFile(f"{path}.{kind}.sql", text, Owner.MIGRATION)
        for kind, text in (("up", up), ("down", down))
    )


def told(up: str, down: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in tried(DDL, files(up, down))]


def test_down_and_up_again_give_the_same_tables() -> None:
    assert told("ALTER TABLE T ADD COLUMN B TEXT;", "ALTER TABLE T DROP COLUMN B;") == []


def test_the_order_of_columns_and_remarks_are_no_difference() -> None:
    down = "DROP TABLE T; CREATE TABLE T (A TEXT);"
    up = "DROP TABLE T; CREATE TABLE T (B TEXT, -- B @ 0\n  A TEXT);"
    assert told(up, down) == []


def test_tables_that_come_out_otherwise() -> None:
    ((code, message),) = told("ALTER TABLE T ADD COLUMN C TEXT;", "ALTER TABLE T DROP COLUMN B;")
    assert (code, "gives other tables" in message) == ("MIG304", True)


def test_a_script_that_does_not_run() -> None:
    ((code, message),) = told("", "ALTER TABLE T DROP COLUMN NOPE;")
    assert (code, "0001_added_b.down.sql does not run" in message) == ("MIG304", True)
