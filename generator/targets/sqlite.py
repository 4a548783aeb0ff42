"""SQLite, the embedded target ("Datatypes In SQLite", "Limits In SQLite").

SQLite has no exact decimal: a DECIMAL column is an INTEGER where it has no decimal places and
fits 64 bits, otherwise TEXT in canonical form with all its decimal places ("-12.30"). Dates and
times are ISO 8601 TEXT.
"""

from __future__ import annotations

from generator.relational.tables import (
    BitData,
    Char,
    Date,
    Decimal,
    Float,
    Integer,
    SqlType,
    Time,
    Timestamp,
    VarChar,
)
from generator.relational.target import Page, Target
from generator.targets import reserved

INTEGER_DIGITS = 18
# Without a modifier SQLite gives back what is no date (2023-02-30) as it was written.
NORMALIZE = "'+0 seconds'"


def spell(kind: SqlType) -> str:
    """One of SQLite's storage classes; CHECK constraints hold what the class does not."""
    match kind:
        case Integer():
            return "INTEGER"
        case Decimal(precision, 0) if precision <= INTEGER_DIGITS:
            return "INTEGER"
        case Float():
            return "REAL"
        case BitData():
            return "BLOB"
        case _:
            return "TEXT"


def value_check(name: str, kind: SqlType) -> str:
    """What Db2 refuses by the column's type: too long, too big, inexact, no date."""
    match kind:
        case Char(length) | VarChar(length):
            return f"typeof({name}) = 'text' AND length({name}) <= {length}"
        case BitData(length):
            return f"typeof({name}) = 'blob' AND length({name}) <= {length}"
        case Float():
            return f"typeof({name}) = 'real'"
        case Integer(bits):
            low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
            return f"typeof({name}) = 'integer' AND {name} BETWEEN {low} AND {high}"
        case Decimal(precision, scale):
            return _decimal_check(name, precision, scale)
        case Date() | Time():
            function = "date" if isinstance(kind, Date) else "time"
            return f"typeof({name}) = 'text' AND {function}({name}, {NORMALIZE}) IS {name}"
        case Timestamp():
            return _timestamp_check(name)


def _decimal_check(name: str, precision: int, scale: int) -> str:
    if scale == 0 and precision <= INTEGER_DIGITS:
        limit = 10**precision - 1
        return f"typeof({name}) = 'integer' AND {name} BETWEEN -{limit} AND {limit}"
    unsigned = f"ltrim({name}, '-')"
    whole = max(precision - scale, 1)
    conditions = [f"typeof({name}) = 'text'", f"length({name}) - length({unsigned}) <= 1"]
    if scale:
        conditions.append(f"{name} GLOB '*[0-9].{'[0-9]' * scale}'")
        unsigned = f"substr({unsigned}, 1, length({unsigned}) - {scale + 1})"
    conditions.append(f"{unsigned} NOT GLOB '*[^0-9]*'")
    conditions.append(f"length({unsigned}) BETWEEN 1 AND {whole}")
    return " AND ".join(conditions)


def _timestamp_check(name: str) -> str:
    """ISO 8601 with up to six digits of a second's fraction."""
    second, fraction = f"substr({name}, 1, 19)", f"substr({name}, 21)"
    return " AND ".join(
        (
            f"typeof({name}) = 'text'",
            f"datetime({second}, {NORMALIZE}) IS replace({second}, 'T', ' ')",
            f"substr({name}, 20, 1) IN ('', '.')",
            f"length({fraction}) <= 6",
            f"{fraction} NOT GLOB '*[^0-9]*'",
        )
    )


SQLITE = Target(
    name="sqlite",
    title="SQLite",
    driver="sqlite3",
    spell=spell,
    row_bytes=None,
    column_name=128,
    object_name=128,
    key_columns=2000,
    comment=0,
    pages=(Page(65536, 1_000_000_000, 2000, 1_000_000_000),),
    reserved=reserved.EVERY,
    identity="PRIMARY KEY AUTOINCREMENT",
    ordered_identity="PRIMARY KEY AUTOINCREMENT",
    now="CURRENT_TIMESTAMP",
    begin="BEGIN IMMEDIATE",
    value_check=value_check,
    qualified=False,
    identity_is_key=True,
    hand=("Run it with `migrate` of the job, or sqlite3 -bail, which stops at the first error.",),
)
