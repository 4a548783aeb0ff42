"""Db2 for z/OS (Db2 13, SQL Reference, "Limits in Db2 for z/OS", "CREATE TABLE", "CREATE INDEX").

A record has up to 4056, 8138, 16330 or 32714 bytes by page size, 8 of them its own; an index key
2000 bytes, whatever the page. A database and a table space have names of 8 bytes, a column one of
30, or of 128 where the subsystem parameter TABLE_COL_NAME_EXPANSION is ON ("Column names longer
than 30 bytes"). A primary key needs an index that is created by name when the table space is. The
condition of a CHECK constraint has up to 3800 bytes without redundant blanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.relational.target import Page, Target
from generator.targets import reserved
from generator.targets.db2_facts import IDENTITY, is_varying, spell, stored_bytes

if TYPE_CHECKING:
    from generator.relational.tables import SqlType

# NO CACHE alone keeps the numbers in order on one member; ORDER does on a data sharing group. The
# comma between attributes may be left out, but no version asks for that.
ORDERED_IDENTITY = "GENERATED ALWAYS AS IDENTITY (NO CACHE, ORDER)"


def row_bytes(kind: SqlType, nullable: bool) -> int:  # noqa: FBT001 - the shape of Target.row_bytes
    """One byte more for a nullable column, two more for a varying one."""
    return stored_bytes(kind) + (2 if is_varying(kind) else 0) + (1 if nullable else 0)


DB2_ZOS = Target(
    name="db2-zos",
    title="Db2 for z/OS",
    driver="ibm_db_dbi",
    spell=spell,
    row_bytes=row_bytes,
    column_name=30,
    object_name=128,
    key_columns=64,
    comment=762,
    pages=(
        Page(4096, 4048, 750, 2000),
        Page(8192, 8130, 750, 2000),
        Page(16384, 16322, 750, 2000),
        Page(32768, 32706, 750, 2000),
    ),
    reserved=reserved.EVERY,
    identity=IDENTITY,
    ordered_identity=ORDERED_IDENTITY,
    page_overhead=22,  # "Calculating the space required for a table"
    row_overhead=8,
    stamp="WITH DEFAULT",  # of a TIMESTAMP that is CURRENT TIMESTAMP, which cannot be written
    line=72,
    record=72,
    space_name=8,
    key_index=True,
    long_column_name=128,
    check_text=3800,
    hand=(
        # DSNTEP2 itself goes on until the tenth error, and commits what went well
        (
            "Run it with DSNTEP2, which the next line stops at the first error, or SPUFI, one step"
            " at a time: a step is a unit of work. After an error go on with the step that the"
            " ledger lacks. What a failed step has done may be committed by DSNTEP2: undo it, its"
            " row too."
        ),
    ),
    control="--#SET MAXERRORS 1",
)
