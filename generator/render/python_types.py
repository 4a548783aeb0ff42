"""Column types as Python: the annotation, the check before the driver, the way back."""

from __future__ import annotations

from typing import assert_never

from generator.config.contents import is_unsigned
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
    arguments = "".join(f", {argument}" for argument in _limits(column, in_bytes=in_bytes))
    return f'check_{_name(column.type)}("{where}", {value}{arguments})'


def read(kind: SqlType, cell: str) -> str:
    """The call of values.py that gives the value of a result's cell."""
    scale = f", {kind.scale}" if isinstance(kind, Decimal) else ""
    return f"read_{_name(kind)}({cell}{scale})"


def _name(kind: SqlType) -> str:
    """What the functions of a type are called."""
    match kind:
        case Char():
            return "char"
        case VarChar():
            return "text"
        case _:
            return python_type(kind).lower()


def _limits(column: Column, *, in_bytes: bool) -> tuple[str, ...]:
    """What a check must know beside the value."""
    match column.type:
        case Char(length) | VarChar(length):
            return (f"{length}", '"bytes"') if in_bytes else (f"{length}",)
        case BitData(length):
            return (f"{length}",) if _is_filled(column) else (f"{length}", "fixed=False")
        case Decimal(precision, scale):
            return (f"{precision}", f"{scale}", *_sign(column))
        case Integer(bits):
            return (f"{bits}", *_sign(column))
        case Float(size):
            return (f"{size}",)
        case _:
            return ()


def never_negative(column: Column) -> bool:
    """Whether the column holds a number whose item has no sign."""
    number = isinstance(column.type, Decimal | Integer)
    return number and column.source is not None and is_unsigned(column.source.field)


def _sign(column: Column) -> tuple[str, ...]:
    return ("signed=False",) if never_negative(column) else ()


def _is_filled(column: Column) -> bool:
    """Whether the item always fills its column, so that nothing is padded."""
    source = column.source
    return source is not None and not source.varying and source.length == _size(column.type)


def _size(kind: SqlType) -> int:
    return kind.length if isinstance(kind, BitData) else 0
