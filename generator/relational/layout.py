"""The staging and the final table around the data columns: what each row also carries."""

from __future__ import annotations

from dataclasses import dataclass

from generator.relational.names import NameRules, shorten
from generator.relational.tables import (
    Check,
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

RUN_ID = VarChar(50)
NOW = "current timestamp"


def _added(
    name: str, kind: SqlType, role: Role, comment: str, default: str | None = None
) -> Column:
    return Column(name, name.lower(), kind, role, default=default, comment=comment)


BEFORE_STAGED = (
    _added("STG_ID", Integer(64), Role.IDENTITY, "Row number, without meaning for the order"),
    _added("RUN_ID", RUN_ID, Role.RUN_ID, "Run that staged the row"),
    _added("WORKER_ID", Integer(32), Role.WORKER_ID, "Writer that staged the row"),
    _added("BATCH_NO", Integer(32), Role.BATCH_NO, "Batch of the run, numbered by the reader"),
    _added("RECORD_NO", Integer(64), Role.RECORD_NO, "Ordinal of the record in its source file"),
)
AFTER_STAGED = (_added("INSERT_TS", Timestamp(), Role.INSERT_TS, "When the row was staged", NOW),)
AFTER_FINAL = (
    _added("CREATED_RUN_ID", RUN_ID, Role.CREATED_RUN_ID, "Run that inserted the row"),
    _added("CREATED_TS", Timestamp(), Role.CREATED_TS, "When the row was inserted", NOW),
    _added("LAST_RUN_ID", RUN_ID, Role.LAST_RUN_ID, "Run that changed the row last"),
    _added("UPDATE_TS", Timestamp(), Role.UPDATE_TS, "When the row was changed last", NOW),
)


def sequence_column(name: str, item: str) -> Column:
    """The number of the occurrence, counted from 1."""
    comment = f"Number of the occurrence of {item}, from 1"
    return Column(name, "", Integer(32), Role.SEQUENCE, comment=comment, rule="sequence")


@dataclass(frozen=True, slots=True)
class Core:
    """What a table is built around. `sequences` are the numbers of a child's occurrences."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    comment: str
    physical: Physical
    sequences: tuple[str, ...] = ()


def staging_table(core: Core, names: NameRules) -> Table:
    """Rows as read. The unique index makes a batch that is sent twice fail instead of doubling.

    The table of a record has an index in the order in which the MERGE looks for the last record
    of each key; a child's rows are found through the record number of their parent.
    """
    limit = names.object_limit
    replay = Index(
        shorten(f"UX_{core.name}", limit),
        ("RUN_ID", "RECORD_NO", *core.sequences),
        unique=True,
        purpose="a record is staged once in a run",
    )
    latest = Index(
        shorten(f"IX_{core.name}", limit),
        ("RUN_ID", *core.key, "RECORD_NO"),
        descending=("RECORD_NO",),
        purpose="the MERGE takes the last record of each key",
    )
    return Table(
        name=core.name,
        columns=(*BEFORE_STAGED, *core.columns, *AFTER_STAGED),
        primary_key=("STG_ID",),
        primary_key_name=shorten(f"PK_{core.name}", limit),
        comment=core.comment,
        indexes=(replay,) if core.sequences else (replay, latest),
        physical=core.physical,
    )


def final_table(
    core: Core, names: NameRules, indexes: tuple[Index, ...], checks: tuple[Check, ...]
) -> Table:
    """The state after the last run; the run columns split a MERGE into inserted and updated."""
    return Table(
        name=core.name,
        columns=(*core.columns, *AFTER_FINAL),
        primary_key=core.key,
        primary_key_name=shorten(f"PK_{core.name}", names.object_limit),
        comment=core.comment,
        indexes=indexes,
        checks=checks,
        physical=core.physical,
    )
