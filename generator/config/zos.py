"""The keys below `physical: {zos: ...}`: what a z/OS site decides and no copybook knows.

The limits are those of Db2 13 for z/OS, SQL Reference, "CREATE TABLESPACE", "CREATE TABLE" and
"CREATE INDEX".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from generator.config.forms import Demand, Entries, Flag, SqlName

_NAME = "[A-Z#@$][A-Z0-9#@$]{0,7}"
_NAME_8 = f"^{_NAME}$"
_SUBSYSTEM = "^[A-Z#@$][A-Z0-9#@$]{0,3}$"
_DATA_SET = rf"^{_NAME}(\.{_NAME}){{0,21}}$"
_JCL_LINE = "^//.{0,69}$"
_POOL = "^BP([0-9]|[1-4][0-9]|(8K|16K)[0-9]|32K[1-9]?)$"
_LEVEL = "^V1[23]R1M[15][0-9]{2}$"
SHAPES = {  # what each of them asks for, in words
    _NAME_8: "a letter A to Z, then letters and digits, at most 8 in all",
    _SUBSYSTEM: "a letter A to Z, then letters and digits, at most 4 in all",
    _DATA_SET: "a data set name: parts of up to 8 characters joined by periods",
    _JCL_LINE: "a line of JCL: // and at most 69 characters more",
    _POOL: "a buffer pool: BP0 to BP49, BP8K0 to BP8K9, BP16K0 to BP16K9, BP32K to BP32K9",
    _LEVEL: "a function level: V12R1M500, V13R1M504",
}

Name8 = Annotated[str, Demand(pattern=_NAME_8)]  # a database, a table space, a plan
Subsystem = Annotated[str, Demand(pattern=_SUBSYSTEM)]
DataSet = Annotated[str, Demand(pattern=_DATA_SET)]
JclLine = Annotated[str, Demand(pattern=_JCL_LINE)]
Pool = Annotated[str, Demand(pattern=_POOL)]
FunctionLevel = Annotated[str, Demand(pattern=_LEVEL)]
PageSize = Literal["4K", "8K", "16K", "32K"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceRule(Entries):
    """Clauses of the table spaces of a kind of tables; what is left out is not written."""

    max_partitions: Annotated[
        Annotated[int, Demand(ge=1, le=4096, strict=True)] | None,
        "MAXPARTITIONS: partitions up to which the table space grows; 64 when absent",
    ] = None
    dssize: Annotated[
        Literal[1, 2, 4, 8, 16, 32, 64, 128, 256] | None, "DSSIZE: gigabytes of a partition"
    ] = None
    segsize: Annotated[
        Literal[4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64] | None,
        "SEGSIZE: pages of a segment",
    ] = None
    lock_size: Annotated[
        Literal["any", "page", "row", "tablespace"] | None,
        "LOCKSIZE: what is locked at a time; row for reconciliation tables when absent",
    ] = None
    member_cluster: Annotated[
        Flag, "MEMBER CLUSTER: each member of a data sharing group inserts into pages of its own"
    ] = False
    append: Annotated[
        Flag, "APPEND YES: rows are put at the end, whatever the clustering index says"
    ] = False
    audit: Annotated[Literal["changes", "all"] | None, "AUDIT of the tables"] = None
    data_capture: Annotated[
        Flag, "DATA CAPTURE CHANGES: updates are logged whole, for replication"
    ] = False
    restrict_on_drop: Annotated[
        Flag, "WITH RESTRICT ON DROP: no one drops the tables by accident"
    ] = False
    buffer_pool: Annotated[
        Pool | None, "Buffer pool of these table spaces, whatever their rows need"
    ] = None
    index_buffer_pool: Annotated[Pool | None, "Buffer pool of their indexes"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JclRule(Entries):
    """How the scripts are run in batch; without it no JCL is written."""

    job_card: Annotated[
        tuple[JclLine, ...], "The JOB statement, a line an item", Demand(min_length=1)
    ]
    system: Annotated[Subsystem, "DSN SYSTEM: the subsystem or the group attachment"]
    plan: Annotated[Name8, "Plan of the program: DSNTEP13 or what the site calls it"]
    library: Annotated[DataSet, "Load library of the program: DSND10.RUNLIB.LOAD"]
    program: Annotated[Literal["DSNTEP2", "DSNTEP4"], "The program that runs the SQL"] = "DSNTEP2"
    steplib: Annotated[tuple[DataSet, ...], "Libraries of Db2: SDSNEXIT, SDSNLOAD"] = ()
    sqlid: Annotated[
        Name8 | None, "SET CURRENT SQLID: who owns what is created; the user of the job when absent"
    ] = None
    sql_library: Annotated[
        DataSet | None,
        "Library to which the scripts are transferred as members; they stand inline when absent",
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZosRules(Entries):
    """What Db2 for z/OS must be told beside the tables."""

    database: Annotated[Name8 | None, "Database of the table spaces"] = None
    storage_group: Annotated[SqlName | None, "USING STOGROUP; the database's own when absent"] = (
        None
    )
    function_level: Annotated[
        FunctionLevel,
        "APPLCOMPAT of the packages, as V12R1M500; below that a MERGE cannot read a table, and two "
        "statements stand for it",
    ] = "V13R1M500"
    ccsid: Annotated[
        Literal["ebcdic", "unicode", "ascii"] | None,
        "CCSID of the tables; the database's own when absent",
    ] = None
    long_column_names: Annotated[
        Flag,
        "Column names of up to 128 bytes: the subsystem has TABLE_COL_NAME_EXPANSION ON; else 30",
    ] = False
    buffer_pools: Annotated[dict[PageSize, Pool], "Buffer pools by page size: 4K, 8K, 16K, 32K"] = (
        field(default_factory=dict)
    )
    index_buffer_pool: Annotated[Pool | None, "Buffer pool of the indexes"] = None
    table_spaces: Annotated[
        dict[SqlName, Name8], "By table, the name of its table space; derived when absent"
    ] = field(default_factory=dict)
    staging: Annotated[SpaceRule, "Table spaces of staging tables"] = SpaceRule()
    final: Annotated[SpaceRule, "Table spaces of final tables"] = SpaceRule()
    reconciliation: Annotated[SpaceRule, "Table spaces of reconciliation tables"] = SpaceRule()
    jcl: Annotated[JclRule | None, "Members that run the scripts in batch"] = None
