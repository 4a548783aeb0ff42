"""Db2 for Linux, UNIX and Windows (SQL Reference, "SQL and XML limits" and CREATE TABLE)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.relational.target import Page, Target
from generator.targets import reserved
from generator.targets.db2_facts import IDENTITY, ORDERED_IDENTITY, is_varying, spell, stored_bytes

if TYPE_CHECKING:
    from generator.relational.tables import SqlType


def row_bytes(kind: SqlType, nullable: bool) -> int:  # noqa: FBT001 - the shape of Target.row_bytes
    """One byte more for a nullable column, four for a varying one (CREATE TABLE, "Row Size")."""
    return stored_bytes(kind) + (4 if is_varying(kind) else 0) + (1 if nullable else 0)


DB2_LUW = Target(
    name="db2-luw",
    title="Db2 for Linux, UNIX and Windows",
    driver="ibm_db_dbi",
    spell=spell,
    row_bytes=row_bytes,
    column_name=128,
    object_name=128,
    key_columns=64,
    comment=254,
    pages=(
        Page(4096, 4005, 500, 1024),
        Page(8192, 8101, 1012, 2048),
        Page(16384, 16293, 1012, 4096),
        Page(32768, 32677, 1012, 8192),
    ),
    reserved=reserved.EVERY,
    identity=IDENTITY,
    ordered_identity=ORDERED_IDENTITY,
    page_overhead=68,  # "Space requirements for user table data"
    row_overhead=10,
    hand=(  # "Command line processor options": -c, autocommit, is on unless it is turned off
        "Run it with db2 +c -tvsf: a step is a unit of work, and the first error ends the script.",
        "Then: db2 rollback, and go on with the step that the ledger lacks. `migrate` does both.",
    ),
)
