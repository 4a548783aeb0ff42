"""Column types as Python: the annotation, the check before the driver, the way back."""

from __future__ import annotations

from typing import assert_never

from generator.relational.tables import (
    BitData,
    Char,
    Column,
    Date,
    Decimal,
    Float,
    Integer,
    SqlType,
    Time,
    Timestamp,
    VarChar,
)


def python_type(kind: SqlType) -> str:
    """The annotation of a value that is not null."""
    match kind:
        case Char() | VarChar():
            return "str"
        case BitData():
            return "bytes"
        case Decimal():
            return "Decimal"
        case Integer():
            return "int"
        case Float():
            return "float"
        case Date():
            return "date"
        case Time():
            return "time"
        case Timestamp():
            return "datetime"
        case _:
            assert_never(kind)


def check(column: Column, where: str, value: str, *, in_bytes: bool) -> str:
    """The call of values.py that checks `value`; `where` names the column in its error."""
    head = f'"{where}", {value}'
    unit = ', "bytes"' if in_bytes else ""
    match column.type:
        case Char(length):
            return f"check_char({head}, {length}{unit})"
        case VarChar(length):
            return f"check_text({head}, {length}{unit})"
        case BitData(length):
            varying = column.source is not None and column.source.varying
            return f"check_bytes({head}, {length}{', fixed=False' if varying else ''})"
        case Decimal(precision, scale):
            return f"check_decimal({head}, {precision}, {scale})"
        case Integer(bits):
            return f"check_int({head}, {bits})"
        case Float(size):
            return f"check_float({head}, {size})"
        case Date():
            return f"check_date({head})"
        case Time():
            return f"check_time({head})"
        case Timestamp():
            return f"check_datetime({head})"
        case _:
            assert_never(column.type)


def read(kind: SqlType, cell: str) -> str:
    """The call of values.py that gives the value of a result's cell."""
    match kind:
        case Char():
            return f"read_char({cell})"
        case VarChar():
            return f"read_text({cell})"
        case Decimal(_, scale):
            return f"read_decimal({cell}, {scale})"
        case _:
            return f"read_{python_type(kind)}({cell})"
