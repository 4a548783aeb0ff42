"""What the Db2 family shares: its types, as every Db2 since version 10 spells them."""

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

# CACHE (Db2, "CREATE TABLE"): the default of 20 writes the catalogue every 20 rows; without a cache
# no member of a pureScale or data sharing group hands out numbers of its own.
IDENTITY = "GENERATED ALWAYS AS IDENTITY (CACHE 5000)"
ORDERED_IDENTITY = "GENERATED ALWAYS AS IDENTITY (NO CACHE)"
INTEGERS = {16: "SMALLINT", 32: "INTEGER", 64: "BIGINT"}
FLOATS = {4: "REAL", 8: "DOUBLE"}
CHAR_LIMIT = 254


def spell(kind: SqlType) -> str:  # noqa: PLR0911 - one case per type
    """The type in a column definition. FOR BIT DATA is fixed up to CHAR's limit, else varying."""
    match kind:
        case Char(length):
            return f"CHAR({length})"
        case VarChar(length):
            return f"VARCHAR({length})"
        case BitData(length):
            word = "CHAR" if length <= CHAR_LIMIT else "VARCHAR"
            return f"{word}({length}) FOR BIT DATA"
        case Decimal(precision, scale):
            return f"DECIMAL({precision},{scale})"
        case Integer(bits):
            return INTEGERS[bits]
        case Float(size):
            return FLOATS[size]
        case Date():
            return "DATE"
        case Time():
            return "TIME"
        case Timestamp():
            return "TIMESTAMP(6)"


def stored_bytes(kind: SqlType) -> int:
    """Bytes of a value without its null and length bytes (CREATE TABLE, "Byte Counts")."""
    match kind:
        case Char(length) | VarChar(length) | BitData(length):
            return length
        case Decimal(precision, _):
            return precision // 2 + 1
        case Integer(bits):
            return bits // 8
        case Float(size):
            return size
        case Date():
            return 4
        case Time():
            return 3
        case Timestamp():
            return 10


def is_varying(kind: SqlType) -> bool:
    """Whether the value carries its length."""
    return isinstance(kind, VarChar) or (isinstance(kind, BitData) and kind.length > CHAR_LIMIT)
