"""Values for the generated tests: valid for every type, key and CHECK, and the same every time.

A sample row has a number that decides its key, a path of sequence numbers when it belongs to a
child table, and a `change` that gives other data under the same key.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as Number

from generator.relational.tables import (
    BitData,
    Char,
    Check,
    Column,
    Date,
    Decimal,
    Entity,
    Float,
    Integer,
    Schema,
    SqlType,
    Time,
    Timestamp,
    VarChar,
)
from generator.render.python_types import never_negative, python_type

_MANY = 10**6
_LETTERS = 6  # of a sample text
_DAYS, _SECONDS, _FLOATS = 20_000, 86_400, 1000
_REAL_BYTES = 4
_TIMES: dict[type[Date | Time | Timestamp], str] = {Date: "day", Time: "clock", Timestamp: "moment"}


@dataclass(frozen=True, slots=True)
class FieldView:
    """An argument of a sample row, and a value that its column must refuse."""

    attribute: str
    value: str
    bad_values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleView:
    """The sample rows of a class. `keys` is how many different keys the numbers can make."""

    name: str
    row: str
    parent: str | None
    fields: tuple[FieldView, ...]
    nullable: tuple[str, ...]
    keys: int


def sample_views(schema: Schema, *, in_bytes: bool) -> tuple[SampleView, ...]:
    """The samples of each row class, parents first."""
    by_name = {entity.name: entity for entity in schema.entities}
    return tuple(_sample(entity, by_name, in_bytes=in_bytes) for entity in schema.entities)


def _sample(entity: Entity, by_name: dict[str, Entity], *, in_bytes: bool) -> SampleView:
    root = entity
    while root.parent:
        root = by_name[root.parent]
    keys, room = _key_values(root)
    values = dict(zip(entity.key, keys, strict=False))
    domains = _domains(entity)
    for depth, name in enumerate(entity.key[len(root.key) :]):
        values[name] = _sequence(_column(entity, name), depth)
    for column in entity.columns:
        values.setdefault(column.name, _data(column, domains.get(column.name)))
    fields = tuple(
        FieldView(
            column.attribute,
            values[column.name],
            _bad_values(column, in_bytes=in_bytes),
        )
        for column in entity.columns
    )
    parent = entity.parent.lower() if entity.parent else None
    nullable = tuple(column.attribute for column in entity.columns if column.nullable)
    return SampleView(
        entity.name.lower(), entity.class_name, parent, fields, nullable, min(room, _MANY)
    )


def _key_values(root: Entity) -> tuple[list[str], int]:
    """An expression for each key column, the last one counting fastest, and how many keys."""
    domains = _domains(root)
    expressions, weight = [], 1
    for name in reversed(root.key):
        column = _column(root, name)
        domain = domains.get(name)
        number = f"number // {weight}" if weight > 1 else "number"
        expressions.append(_value(column.type, domain, number))
        weight *= len(domain) if domain else _room(column.type)
    return expressions[::-1], weight


def _column(entity: Entity, name: str) -> Column:
    return next(column for column in entity.columns if column.name == name)


def _data(column: Column, domain: tuple[str, ...] | None) -> str:
    value = _value(column.type, domain, "number + change")
    return f"None if (number + change) % 3 == 2 else {value}" if column.nullable else value


def _sequence(column: Column, depth: int) -> str:
    return f"{python_type(column.type)}(path[{depth}])"


def _room(kind: SqlType) -> int:
    """How many different values `_value` makes of a type."""
    match kind:
        case Char(length) | VarChar(length):
            return int(36 ** min(length, _LETTERS))
        case BitData(length):
            return int(256 ** min(length, 4))
        case Decimal(precision, _):
            return int(10**precision)
        case Integer(bits):
            return int(2 ** (bits - 1))
        case Float():
            return _FLOATS
        case Date():
            return _DAYS
        case Time():
            return _SECONDS
        case Timestamp():
            return _MANY


def _value(kind: SqlType, domain: tuple[str, ...] | None, number: str) -> str:
    if domain:
        return f"choice(({', '.join(domain)},), {number})"
    match kind:
        case Char(length) | VarChar(length):
            return f"text({number}, {min(length, _LETTERS)})"
        case BitData(length):
            return f"octets({number}, {length})"
        case Decimal(precision, scale):
            return f"decimal({number}, {precision}, {scale})"
        case Integer(bits):
            return f"integer({number}, {bits})"
        case Float():
            return f"float(({number}) % {_FLOATS})"
        case Date() | Time() | Timestamp():
            return f"{_TIMES[type(kind)]}({number})"


def _domains(entity: Entity) -> dict[str, tuple[str, ...]]:
    """For each column under a CHECK the values that may stand in it, as Python."""
    types = {column.name: column.type for column in entity.columns}
    return {
        check.column: _domain(check, types[check.column])
        for check in entity.final.checks
        if check.column in types
    }


def _domain(check: Check, kind: SqlType) -> tuple[str, ...]:
    literals = [*check.values, *(end for ends in check.ranges for end in ends)]
    return tuple(dict.fromkeys(_literal(literal, kind) for literal in literals))


def _literal(sql: str, kind: SqlType) -> str:
    """A SQL literal as Python, of the column's type."""
    text = sql[1:-1].replace("''", "'") if sql.startswith("'") else sql
    match kind:
        case Decimal(_, scale):
            return f'Decimal("{Number(text).quantize(Number(1).scaleb(-scale))}")'
        case Integer():
            return str(int(Number(text)))
        case Char():
            return repr(text.rstrip(" "))
        case _:
            return repr(text)


def _bad_values(column: Column, *, in_bytes: bool) -> tuple[str, ...]:
    """Values that a driver would change or misread without a word, or that no record holds."""
    bad = _bad_of_type(column.type, in_bytes=in_bytes)
    if not never_negative(column):
        return bad
    if isinstance(column.type, Decimal):
        return (*bad, f'Decimal("{Number(-1).scaleb(-column.type.scale)}")')
    return (*bad, "-1")


def _bad_of_type(kind: SqlType, *, in_bytes: bool) -> tuple[str, ...]:
    match kind:
        case Char(length) | VarChar(length):
            wide = (f'"\\u00e9" * {length}',) if in_bytes else ()
            return (f'"x" * {length + 1}', '"\\0"', '"\\ud800"', "1", 'b"x"', *wide)
        case BitData(length):
            return (f"bytes({length + 1})", f"bytearray({length})", '"x"')
        case Decimal(precision, scale):
            return (
                f'Decimal("1e{precision - scale}")',
                f'Decimal("1e-{scale + 1}")',
                'Decimal("NaN")',
                'Decimal("Infinity")',
                "1",
                "1.5",
                '"1"',
            )
        case Integer(bits):
            return (f"2**{bits - 1}", f"-(2**{bits - 1}) - 1", "True", "1.0", 'Decimal("1")')
        case Float(size):
            return (
                'float("nan")',
                'float("inf")',
                "1",
                *(("1e39",) if size == _REAL_BYTES else ()),
            )
        case Date():
            return ("datetime(2024, 1, 2)", '"2024-01-02"', "20240102")
        case Time():
            return ("time(1, 2, 3, 4)", "time(1, tzinfo=UTC)", '"01:02:03"')
        case Timestamp():
            return ("datetime(2024, 1, 2, tzinfo=UTC)", "date(2024, 1, 2)", '"2024-01-02"')
