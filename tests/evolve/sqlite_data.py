"""Tables of a model on sqlite with rows in them, and what a value is apart from its column type."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Context
from decimal import Decimal as Number
from random import Random
from typing import Any

from generator.evolve.model import Script, Statement
from generator.evolve.sqlite.tables import CreateView, NoSchema, build_of, sql
from generator.relational.accepted import AcceptedSchema, AcceptedTable, TableKind
from generator.relational.tables import (
    BitData,
    Char,
    Check,
    Column,
    Date,
    Decimal,
    Float,
    Integer,
    Role,
    SqlType,
    Time,
    Timestamp,
    VarChar,
)
from generator.render.ddl import index_views
from generator.render.table_lines import table_lines
from generator.targets import find

SQLITE = find("sqlite")
ROWS = 12
LETTERS = "ABC xyz019é"
TABLE = re.compile(r"FROM (\w+)\)?\n(?:WHERE|GROUP)|COUNT\(\*\)\nFROM (\w+)$")
Row = dict[str, Any]


def opened() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def create(connection: sqlite3.Connection, model: AcceptedSchema) -> None:
    """Every table and index of the model, those included that it only keeps."""
    for table in model.tables:
        lines = table_lines(build_of(table, SQLITE))
        connection.execute(sql("create_table", table=CreateView(table.name, lines)))
        for view in index_views(table.table, NoSchema(), SQLITE):
            connection.execute(sql("create_index", index=view))


def objects(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Tables and indexes by name: what their statements say, remarks and order apart."""
    query = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    return {name: _parts(text) for name, text in connection.execute(query)}


def _parts(text: str) -> list[str]:
    lines = re.sub(r"--[^\n]*", "", text).replace('"', "")
    head, _, body = " ".join(lines.split()).partition("(")
    return sorted([head.strip(), *(part.strip() for part in re.split(r", (?=[A-Z])", body[:-1]))])


def run(connection: sqlite3.Connection, statements: Iterable[Statement]) -> None:
    for statement in statements:
        if not statement.disabled:
            connection.execute(statement.text)


def carry_out(connection: sqlite3.Connection, script: Script) -> None:
    """Each step is a transaction."""
    for step in script.steps:
        connection.execute("BEGIN IMMEDIATE")
        try:
            run(connection, step.statements)
        except sqlite3.Error:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def found(connection: sqlite3.Connection, script: Script) -> list[tuple[str, tuple[Any, ...]]]:
    """What the checks find, each with its query."""
    return [
        (check.text, row)
        for check in script.checks
        for row in connection.execute(check.text).fetchall()
        if row != (0,) or not check.text.startswith("SELECT COUNT")
    ]


def live(model: AcceptedSchema) -> list[AcceptedTable]:
    return [table for table in model.tables if table.kind is TableKind.FINAL]


def rows_of(connection: sqlite3.Connection, table: AcceptedTable) -> list[Row]:
    names = [column.name for column in table.columns]
    query = f"SELECT {', '.join(names)} FROM {table.name} ORDER BY rowid"
    return [dict(zip(names, row, strict=True)) for row in connection.execute(query)]


@dataclass
class Filler:
    """Random rows for every final table: children below their parents."""

    connection: sqlite3.Connection
    model: AcceptedSchema
    random: Random
    later: dict[tuple[str, str], tuple[SqlType, int]] = field(default_factory=dict)
    keys: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def fill(self) -> None:
        for table in live(self.model):
            if table.parent is None:
                self._fill(table, [()] * ROWS)
        for table in live(self.model):
            if table.parent is not None:
                self._fill(table, self._below(table))

    def _below(self, table: AcceptedTable) -> list[tuple[Any, ...]]:
        parents = self.keys.get(str(table.parent), [])
        count = len(table.table.primary_key)
        whole = [key for key in parents if len(key) == count - 1]
        return [(*key, n) for key in whole for n in range(1, self.random.randint(0, 3) + 1)]

    def _fill(self, table: AcceptedTable, keys: list[tuple[Any, ...]]) -> None:
        taken: list[tuple[Any, ...]] = []
        for key in keys:
            fixed = dict(zip(table.table.primary_key, key, strict=False))
            row = {c.name: fixed.get(c.name, self._value(table, c)) for c in table.columns}
            marks = ", ".join("?" * len(row))
            text = f"INSERT OR IGNORE INTO {table.name} ({', '.join(row)}) VALUES ({marks})"
            if self.connection.execute(text, tuple(row.values())).rowcount:
                taken.append(tuple(row[name] for name in table.table.primary_key))
        self.keys[table.name] = taken

    def _value(self, table: AcceptedTable, column: Column) -> Any:
        if column.nullable and self.random.random() < 0.25:
            return None
        checks = [check for check in table.table.checks if check.column == column.name]
        if checks:
            return _allowed(checks[0], column.type, self.random)
        if column.role in {Role.CREATED_RUN_ID, Role.LAST_RUN_ID}:
            return "R1"
        if (table.name, column.name) in self.later and self.random.random() < 0.7:
            return self._that_fits(column.type, *self.later[table.name, column.name])
        return value(column.type, self.random)

    def _that_fits(self, kind: SqlType, now: SqlType, digits: int) -> Any:
        """A value that has the form of another type, as far as it goes."""
        match kind, now:
            case (Char(length) | VarChar(length), Integer() | Decimal()):
                number = value(now, self.random)
                width = max(min(digits, length), 1)
                return str(abs(number)).zfill(width) if isinstance(number, int) else number[:length]
            case (Char(length) | VarChar(length), Date()):
                text = _moment(now, self.random)
                return text.replace("-", "") if length == 8 else text[:length]
            case (Integer() | Decimal(8, 0), Date()):
                return int(_moment(now, self.random).replace("-", ""))
            case _:
                return value(kind, self.random)


def _allowed(check: Check, kind: SqlType, random: Random) -> Any:
    literals = [*check.values, *(end for pair in check.ranges for end in pair)]
    literal = random.choice(literals)
    if isinstance(kind, Integer | Decimal):
        return stored(Number(literal.strip("'")), kind)
    return literal[1:-1].replace("''", "'")


def value(kind: SqlType, random: Random) -> Any:
    """A value of the type as the writers store it."""
    match kind:
        case Char(length) | VarChar(length):
            if random.random() < 0.4:
                size = random.choice([length, max(length - 1, 1)])
                return "".join(random.choice("0123456789") for _ in range(size))
            size = random.choice([0, 1, length, random.randint(0, length)])
            return "".join(random.choice(LETTERS) for _ in range(size)).strip()[:length]
        case Integer(bits):
            digits = len(str(2 ** (bits - 1))) - 1
            return random.choice([-1, 1]) * random.randint(0, 10 ** random.randint(0, digits) - 1)
        case Decimal(precision, scale):
            number = Number(random.randint(0, 10 ** random.randint(0, precision) - 1))
            if random.random() < 0.3:
                number = number // 10**scale * 10**scale
            return stored(number.scaleb(-scale) * random.choice([1, 1, -1]), kind)
        case Float():
            return float(random.choice([0, 1, -2, random.randint(0, 10**6) / 8]))
        case BitData(length):
            return random.randbytes(random.randint(0, length))
        case _:
            return _moment(kind, random)


def _moment(kind: SqlType, random: Random) -> str:
    day = date(1950, 1, 1) + timedelta(days=random.randint(0, 40_000))
    hour = time(random.randint(0, 23), random.randint(0, 59), random.randint(0, 59))
    if isinstance(kind, Date):
        return day.isoformat()
    if isinstance(kind, Time):
        return hour.isoformat()
    assert isinstance(kind, Timestamp)
    return datetime.combine(day, hour).isoformat(" ", "microseconds")


def stored(number: Number, kind: SqlType) -> Any:
    """A number as the writers store it."""
    if isinstance(kind, Decimal):
        exact = number.quantize(Number(1).scaleb(-kind.scale))
        text = f"{exact or abs(exact):f}"
        return text if SQLITE.spell(kind) == "TEXT" else int(text)
    return int(number)


def meaning(value: Any, kind: SqlType) -> Any:
    """What a stored value says, whatever its column's scale and length."""
    if value is None:
        return None
    if isinstance(kind, Integer | Decimal):
        assert SQLITE.spell(kind) == ("TEXT" if isinstance(value, str) else "INTEGER")
        return Number(str(value))
    if isinstance(kind, Char | VarChar):
        assert isinstance(value, str)
        return value.rstrip(" ")
    return value


def same(old: Any, was: SqlType, new: Any, now: SqlType) -> bool:
    """Whether the new value is the old one, as exactly as the types allow."""
    if old is None or new is None:
        return old is new or (isinstance(was, Date) != isinstance(now, Date))
    sides = {type(was), type(now)}
    if sides <= {Integer, Decimal, Float} and len(sides & {Float}) == 1:
        return Number(str(old)) == Number(str(new))
    if sides & {Char, VarChar} and sides & {Integer, Decimal}:
        return Number(str(old).strip()) == Number(str(new).strip())
    if Date in sides and sides & {Char, VarChar, Integer, Decimal, Timestamp}:
        digits = [re.sub(r"\D", "", str(v))[:8] for v in (old, new)]
        return digits[0] == digits[1]
    return bool(meaning(old, was) == meaning(new, now))


def fits(value: Any, kind: SqlType) -> bool:
    """Whether a value of the same family can be held: by count, not by what SQL says of it."""
    match kind:
        case Char(length) | VarChar(length):
            return len(str(value).rstrip(" ")) <= length
        case BitData(length):
            return len(value) <= length
        case Decimal(precision, scale):
            number = Number(str(value))
            unit = Number(1).scaleb(-scale)
            exact = number == number.quantize(unit, context=Context(prec=60))
            return exact and abs(number) < 10 ** (precision - scale)
        case Integer(bits):
            number = Number(str(value))
            return number == int(number) and -(2 ** (bits - 1)) <= number < 2 ** (bits - 1)
        case _:
            return True


def alike(was: SqlType, now: SqlType) -> bool:
    """Whether two types are of one family."""
    families = ((Char, VarChar), (BitData,), (Integer, Decimal), (Date,), (Time,), (Timestamp,))
    return any(isinstance(was, family) and isinstance(now, family) for family in families)


def clear_offenders(
    connection: sqlite3.Connection, model: AcceptedSchema, offenders: Iterable[tuple[str, Any]]
) -> None:
    """Delete the rows that checks found, and the rows of child tables below them."""
    for text, row in offenders:
        match = TABLE.search(text)
        assert match, f"a check that no case should meet: {text}"
        table = model.table(match[1] or match[2])
        assert table is not None
        if match[2]:
            connection.execute(f"DELETE FROM {table.name}")
        elif "HAVING" in text:
            connection.execute(
                f"DELETE FROM {table.name} WHERE rowid > (SELECT MIN(rowid) FROM {table.name})"
            )
        else:
            _delete(connection, table, row)
    for table in live(model):
        parent = model.table(table.parent) if table.parent else None
        if parent is not None and not table.gone and not parent.gone:
            pairs = zip(parent.table.primary_key, table.table.primary_key, strict=False)
            joined = " AND ".join(f"P.{up} = {table.name}.{down}" for up, down in pairs)
            orphans = f"NOT EXISTS (SELECT 1 FROM {parent.name} AS P WHERE {joined})"
            connection.execute(f"DELETE FROM {table.name} WHERE {orphans}")


def _delete(connection: sqlite3.Connection, table: AcceptedTable, key: Any) -> None:
    where = " AND ".join(f"{name} = ?" for name in table.table.primary_key)
    connection.execute(f"DELETE FROM {table.name} WHERE {where}", tuple(key))
