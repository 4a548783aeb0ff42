"""The audit tables of a job: its runs, the batch ledger, rejects, checks and migrations.

Every row fits a 4 KB page, so the tables can be created wherever the staging tables can. Sums and
counts that are compared travel as text of exact numbers: the two sides of a check may have any
scale, and neither becomes a float on the way. Control totals are rows of RECON_CHECK, not columns
of RECON_RUN, so that the tables have the same columns in every job.
"""

from __future__ import annotations

from dataclasses import replace

from generator.relational.tables import (
    Audit,
    BitData,
    Char,
    Column,
    Index,
    Integer,
    Physical,
    Role,
    SqlType,
    Table,
    Timestamp,
    VarChar,
)

RUN_STATUSES = ("STARTED", "STAGED", "MERGED", "COMPLETED", "FAILED", "INTERRUPTED")
PHASES = ("STAGE", "MERGE")
DIRECTIONS = ("UP", "DOWN")
RAW_RECORD_BYTES = 3000
DIGEST_DIGITS = 32
_NOW = "current timestamp"
_RUN_ID = "The run, as in RECON_RUN"
_TABLE_NAME = "Final table that the rows are for"


def audit_tables(prefix: str, physical: Physical) -> Audit:
    """The tables; `prefix` is the job's name as a legal identifier of the right length."""
    return Audit(
        run=replace(_run(f"{prefix}_RECON_RUN"), physical=physical),
        batch=replace(_batch(f"{prefix}_RECON_BATCH"), physical=physical),
        reject=replace(_reject(f"{prefix}_RECON_REJECT"), physical=physical),
        check=replace(_check(f"{prefix}_RECON_CHECK"), physical=physical),
        migration=replace(_migration(f"{prefix}_RECON_MIGRATION"), physical=physical),
    )


def _run(name: str) -> Table:
    run_id = Index(
        name=f"UX_{name}",
        columns=("RUN_ID",),
        unique=True,
        purpose="a run is started once; finds a run by its name",
    )
    return Table(
        name=name,
        columns=(
            _identity("RUN_SEQ", "Order in which the runs were started"),
            _column("RUN_ID", VarChar(50), "Name of the run, given by its caller"),
            _column("JOB_NAME", VarChar(128), "The job, as in source/jobs"),
            _column("SOURCE_NAME", VarChar(1024), "What was read: file or data set name"),
            _column("STATUS", VarChar(12), ", ".join(RUN_STATUSES)),
            _optional("BATCH_SIZE", Integer(32), "Records of a batch, as the reader cut them"),
            _optional("SOURCE_COUNT", Integer(64), "Records read from the source"),
            _optional("STAGED_COUNT", Integer(64), "Rows written to the staging tables"),
            _optional("REJECTED_COUNT", Integer(64), "Records that were rejected"),
            _optional("MERGED_COUNT", Integer(64), "Rows of the final tables inserted or updated"),
            _stamp("STARTED_TS", "When the run was started"),
            _optional("FINISHED_TS", Timestamp(), "When the run was finished, null until then"),
            _optional("PURGED_TS", Timestamp(), "When its staged rows were deleted, else null"),
        ),
        primary_key=("RUN_SEQ",),
        primary_key_name=f"PK_{name}",
        comment="One row for each run: its status and its counts",
        indexes=(run_id,),
    )


def _batch(name: str) -> Table:
    return Table(
        name=name,
        columns=(
            _column("RUN_ID", VarChar(50), _RUN_ID),
            _column("TABLE_NAME", VarChar(128), _TABLE_NAME),
            _column("PHASE", VarChar(5), " or ".join(PHASES)),
            _column("BATCH_NO", Integer(32), "Number that the reader gave to the batch"),
            _optional("WORKER_ID", Integer(32), "Writer that committed the batch"),
            _column("ROW_COUNT", Integer(64), "Rows of the batch"),
            _optional("FIRST_RECORD_NO", Integer(64), "First record of the batch in its source"),
            _optional("LAST_RECORD_NO", Integer(64), "Last record of the batch in its source"),
            _optional("CONTENT_DIGEST", Char(DIGEST_DIGITS), "Digest of its bytes, in hexadecimal"),
            _stamp("INSERT_TS", "When the batch was written"),
        ),
        primary_key=("RUN_ID", "TABLE_NAME", "PHASE", "BATCH_NO"),
        primary_key_name=f"PK_{name}",
        comment=(
            "Ledger of committed batches: the first statement of a unit of work inserts its row, "
            "so no batch is ever in twice"
        ),
    )


def _reject(name: str) -> Table:
    return Table(
        name=name,
        columns=(
            _identity("REJECT_ID", "Order in which the rejects were written"),
            _column("RUN_ID", VarChar(50), _RUN_ID),
            _column("TABLE_NAME", VarChar(128), _TABLE_NAME),
            _column("RECORD_NO", Integer(64), "Number of the record in its source"),
            _optional("FIELD_NAME", VarChar(128), "Field at fault, null when it is the whole row"),
            _optional("SQLCODE", Integer(32), "SQLCODE, null when the database was not asked"),
            _column("REASON", VarChar(500), "Why the record was rejected"),
            _optional(
                "RAW_RECORD",
                BitData(RAW_RECORD_BYTES),
                f"The record as it was read, its first {RAW_RECORD_BYTES:,} bytes",
            ),
            _stamp("INSERT_TS", "When the reject was written"),
        ),
        primary_key=("REJECT_ID",),
        primary_key_name=f"PK_{name}",
        comment="One row for each row that was not staged, with the reason",
        indexes=(
            Index(
                name=f"IX_{name}",
                columns=("RUN_ID", "TABLE_NAME", "RECORD_NO"),
                purpose="finds and counts the rejects of a run",
            ),
        ),
    )


def _check(name: str) -> Table:
    return Table(
        name=name,
        columns=(
            _identity("CHECK_ID", "Order in which the checks were made"),
            _column("RUN_ID", VarChar(50), _RUN_ID),
            _column("CHECK_NAME", VarChar(254), "What was compared, or the writer reported on"),
            _column("LEFT_NAME", VarChar(128), "What the first value is"),
            _optional("LEFT_VALUE", VarChar(1000), "First value, exact, as text"),
            _column("RIGHT_NAME", VarChar(128), "What the second value is"),
            _optional("RIGHT_VALUE", VarChar(1000), "Second value, exact, as text"),
            _column("VERDICT", VarChar(20), "What the comparison says"),
            _stamp("INSERT_TS", "When the check was made"),
        ),
        primary_key=("CHECK_ID",),
        primary_key_name=f"PK_{name}",
        comment="One row for each comparison of counts or control totals, and for each writer",
        indexes=(
            Index(
                name=f"IX_{name}",
                columns=("RUN_ID", "CHECK_ID"),
                purpose="lists the checks of a run in their order",
            ),
        ),
    )


def _migration(name: str) -> Table:
    return Table(
        name=name,
        columns=(
            _column("VERSION_NO", Integer(32), "Version of the tables, 0 for the first"),
            _column("DIRECTION", VarChar(4), " or ".join(DIRECTIONS)),
            _column("STEP_NO", Integer(32), "Number of the step in its script, 0 for a deployment"),
            _column("NAME", VarChar(128), "What the step does, or the model that was deployed"),
            _stamp("APPLIED_TS", "When the step was carried out"),
        ),
        primary_key=("VERSION_NO", "DIRECTION", "STEP_NO"),
        primary_key_name=f"PK_{name}",
        comment=(
            "Ledger of the table versions: the first statement of each step of a migration inserts "
            "its row, so no step is ever taken twice"
        ),
    )


def _column(name: str, kind: SqlType, comment: str) -> Column:
    return Column(name=name, attribute=name.lower(), type=kind, role=Role.AUDIT, comment=comment)


def _optional(name: str, kind: SqlType, comment: str) -> Column:
    return replace(_column(name, kind, comment), nullable=True)


def _stamp(name: str, comment: str) -> Column:
    return replace(_column(name, Timestamp(), comment), default=_NOW)


def _identity(name: str, comment: str) -> Column:
    return replace(_column(name, Integer(64), comment), role=Role.IDENTITY)
