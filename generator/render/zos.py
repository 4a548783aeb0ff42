"""What DDL for Db2 for z/OS says beyond that for other targets: table spaces and their clauses.

Each clause stands on a line of its own and only where job.yaml asks for it; MAXPARTITIONS, which
makes a table space one that grows by partitions at every function level, always does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.relational.tables import Physical, TableSpace
    from generator.relational.target import Target


def space_lines(physical: Physical, target: Target) -> tuple[str, ...]:
    """CREATE TABLESPACE, a clause a line; nothing where the table has no space of its own."""
    space = physical.space
    if space is None or not target.space_name:
        return ()
    clauses = tuple(_space_clauses(space, physical))
    lines = (f"CREATE TABLESPACE {space.name}", *(f"  {clause}" for clause in clauses))
    return (*lines[:-1], lines[-1] + target.terminator)


def _space_clauses(space: TableSpace, physical: Physical) -> Iterator[str]:
    yield f"IN {space.database}"
    if space.storage_group:
        yield f"USING STOGROUP {space.storage_group}"
    yield f"MAXPARTITIONS {space.max_partitions}"
    if space.dssize:
        yield f"DSSIZE {space.dssize} G"
    if space.segsize:
        yield f"SEGSIZE {space.segsize}"
    if space.buffer_pool:
        yield f"BUFFERPOOL {space.buffer_pool}"
    if space.lock_size:
        yield f"LOCKSIZE {space.lock_size}"
    if space.member_cluster:
        yield "MEMBER CLUSTER"
    if physical.compress is not None:
        yield "COMPRESS YES" if physical.compress else "COMPRESS NO"
    if space.ccsid:
        yield f"CCSID {space.ccsid}"


def table_clauses(space: TableSpace | None) -> Iterator[str]:
    """What stands behind the columns. The CCSID of the table is that of its table space."""
    if space is None:
        return
    yield f"IN {space.qualified}"
    if space.audit:
        yield f"AUDIT {space.audit}"
    if space.data_capture:
        yield "DATA CAPTURE CHANGES"
    if space.restrict_on_drop:
        yield "WITH RESTRICT ON DROP"
    if space.append:
        yield "APPEND YES"


def index_clauses(space: TableSpace | None, *, clusters: bool) -> Iterator[str]:
    """No PRIQTY and SECQTY: Db2 sizes the extents of an index that says nothing."""
    if space is None:
        return
    if space.storage_group:
        yield f"USING STOGROUP {space.storage_group}"
    if clusters and not space.append:
        yield "CLUSTER"
    if space.index_buffer_pool:
        yield f"BUFFERPOOL {space.index_buffer_pool}"


def drops(table: str, physical: Physical, target: Target) -> tuple[str, ...]:
    """The statements that drop a table.

    With its table space: below function level V12R1M506 Db2 refuses to drop the table alone
    (SQLCODE -669, reason 0001), and from there on the table takes its table space with it.
    """
    space = physical.space if target.space_name else None
    if space is None:
        return (f"DROP TABLE {table}",)
    released = (f"ALTER TABLE {table} DROP RESTRICT ON DROP",) if space.restrict_on_drop else ()
    return (*released, f"DROP TABLESPACE {space.qualified}")
