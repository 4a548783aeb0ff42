"""SQLite, the embedded target ("Datatypes In SQLite", "Limits In SQLite").

SQLite has no exact decimal: a DECIMAL column is an INTEGER where it has no decimal places and
fits 64 bits, otherwise TEXT in canonical form with all its decimal places ("-12.30"). Dates and
times are ISO 8601 TEXT.
"""

from __future__ import annotations

from generator.relational.tables import BitData, Decimal, Float, Integer, SqlType
from generator.relational.target import Page, Target
from generator.targets import reserved

INTEGER_DIGITS = 18


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


SQLITE = Target(
    name="sqlite",
    title="SQLite",
    driver="sqlite3",
    spell=spell,
    row_bytes=None,
    column_name=128,
    object_name=128,
    key_columns=2000,
    comment=10_000,
    pages=(Page(65536, 1_000_000_000, 2000, 1_000_000_000),),
    reserved=reserved.EVERY,
)
