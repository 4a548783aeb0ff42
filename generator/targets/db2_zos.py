"""Db2 for z/OS (SQL Reference, "Limits in Db2 for z/OS").

The facts only, so that names and row lengths already fit; there are no templates for it yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.relational.target import Page, Target
from generator.targets import reserved
from generator.targets.db2_facts import IDENTITY, ORDERED_IDENTITY, is_varying, spell, stored_bytes

if TYPE_CHECKING:
    from generator.relational.tables import SqlType


def row_bytes(kind: SqlType, nullable: bool) -> int:  # noqa: FBT001 - the shape of Target.row_bytes
    """One byte more for a nullable column, two more for a varying one."""
    return stored_bytes(kind) + (2 if is_varying(kind) else 0) + (1 if nullable else 0)


DB2_ZOS = Target(
    name="db2-zos",
    title="Db2 for z/OS",
    line=72,
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
    supported=False,
)
