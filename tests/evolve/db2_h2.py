"""Migrations of the Db2 family carried out on H2 in its Db2 mode, with rows in the tables.

H2 knows no utilities, no table spaces and one clause an ALTER TABLE: `translated` leaves out, cuts
up or rewrites exactly those. What it changes in an expression (DIGITS, CHAR of a date, CONCAT) is
replaced by what means the same there.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jpype

from generator.evolve.db2 import luw as db2_luw
from generator.evolve.db2 import zos as db2_zos
from generator.evolve.db2.statements import Db2
from generator.evolve.model import Evolution, Script
from generator.relational.accepted import AcceptedSchema, AcceptedTable
from generator.relational.tables import (
    BitData,
    Char,
    Column,
    Date,
    Decimal,
    Float,
    Integer,
    Role,
    SqlType,
    Time,
    VarChar,
)
from generator.targets import find

H2 = Path("/usr/share/java/h2.jar")
WRITERS = {"db2-luw": db2_luw.script, "db2-zos": db2_zos.script}
TARGETS = tuple(WRITERS)
Row = dict[str, Any]

_UTILITY = re.compile(r"(CALL|SET CURRENT|ALTER TABLESPACE|CREATE TABLESPACE)\b")
_CLAUSE = re.compile(r"\n  (?=(?:ADD|DROP|ALTER COLUMN|RENAME|COMPRESS)\b)")
_PHYSICAL = re.compile(
    r"\n  (IN|INDEX IN|COMPRESS|AUDIT|DATA CAPTURE|WITH RESTRICT|APPEND|USING|CLUSTER|BUFFERPOOL)"
    r"\b[^\n]*"
)
_REWRITTEN = (
    (re.compile(r"WITH DEFAULT"), "DEFAULT CURRENT TIMESTAMP"),
    (re.compile(r"SET DEFAULT$"), "SET DEFAULT CURRENT TIMESTAMP"),
    (re.compile(r"\bDROP CHECK\b"), "DROP CONSTRAINT"),
    (re.compile(r"(DROP COLUMN \w+) RESTRICT"), r"\1"),
    (re.compile(r"^RENAME (TABLE|INDEX) (\S+) TO (\w+)$"), r"ALTER \1 \2 RENAME TO \3"),
    (re.compile(r",? ORDER\)"), ")"),
    (re.compile(r"\bCONCAT\b"), "||"),
    (re.compile(r"CHAR\((\w+), ISO\)"), r"CAST(\1 AS VARCHAR)"),
    (re.compile(r"VARCHAR\(([A-Z]\w*)\)"), r"CAST(\1 AS VARCHAR)"),
    (re.compile(r"\bDATE\("), "TO_DATE_("),
)


def translated(text: str, digits: Iterable[tuple[str, int, int]] = ()) -> Iterator[str]:
    """What H2 is given for a statement; `digits` are the exact columns with their digits."""
    if _UTILITY.match(text):
        return
    text = _PHYSICAL.sub("", "\n".join(re.sub(r"\s+--.*| *--.*", "", x) for x in text.split("\n")))
    for name, precision, scale in digits:
        shifted = f"CAST(ABS({name}) * 1{'0' * scale} AS DECIMAL({precision},0))"
        filled = f"LPAD(CAST({shifted} AS VARCHAR), {precision}, '0')"
        text = text.replace(f"DIGITS({name})", filled)
        eight = f"DIGITS(CAST({name} AS DECIMAL(8,0)))"
        text = text.replace(eight, f"LPAD(CAST({name} AS VARCHAR), 8, '0')")
    parts = [text]
    if text.startswith("ALTER TABLE"):
        head, *clauses = _CLAUSE.split(text)
        parts = [f"{head} {clause}" for clause in clauses]
    for part in parts:
        for pattern, replacement in _REWRITTEN:
            part = pattern.sub(replacement, part)  # noqa: PLW2901
        yield _dated(part)


def _dated(text: str) -> str:
    """DATE(…) as CAST(… AS DATE): H2 has no such function."""
    while "TO_DATE_(" in text:
        start = text.index("TO_DATE_(") + len("TO_DATE_(")
        depth, at = 1, start
        while depth:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
        inner = text[start : at - 1]
        text = f"{text[: start - len('TO_DATE_(')]}CAST({inner} AS DATE){text[at:]}"
    return text


class Database:
    """An H2 database with the tables of a model."""

    def __init__(self, target: str) -> None:
        if not jpype.isJVMStarted():
            jpype.startJVM("-Xmx256m", classpath=[str(H2)], convertStrings=True)
        manager = jpype.JClass("java.sql.DriverManager")
        url = f"jdbc:h2:mem:{uuid.uuid4().hex};MODE=DB2"
        self._connection = manager.getConnection(url, "sa", "")
        self.target = find(target)
        self._spaces: dict[str, str] = {}

    def close(self) -> None:
        self._connection.close()

    def execute(self, text: str) -> None:
        statement = self._connection.createStatement()
        try:
            statement.execute(text)
        except jpype.JException as error:
            raise AssertionError(f"{error.getMessage()}\n{text}") from error
        finally:
            statement.close()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        statement, rows = self._connection.createStatement(), []
        try:
            found = statement.executeQuery(query)
            width = found.getMetaData().getColumnCount()
            while found.next():
                values = (found.getString(at) for at in range(1, width + 1))
                rows.append(tuple(None if v is None else str(v) for v in values))
        except jpype.JException as error:
            raise AssertionError(f"{error.getMessage()}\n{query}") from error
        finally:
            statement.close()
        return rows

    def run(self, text: str, digits: Iterable[tuple[str, int, int]] = ()) -> None:
        """A statement of a script. DROP TABLESPACE takes the table along that is in it."""
        text = joined(text, self.target.record) if self.target.record else text
        placed = re.search(r"CREATE TABLE (\S+) \(.*\n  IN (\S+)", text, re.DOTALL)
        if placed:
            self._spaces[placed[2]] = placed[1]
        dropped = re.fullmatch(r"DROP TABLESPACE (\S+)", text)
        if dropped:
            text = f"DROP TABLE {self._spaces.pop(dropped[1])}"
        for part in translated(text, digits):
            self.execute(part)

    def create(self, model: AcceptedSchema) -> None:
        """The tables of a model as DDL creates them."""
        db2 = Db2(self.target, model.schema, together=True)
        if model.schema:
            self.execute(f"CREATE SCHEMA IF NOT EXISTS {model.schema}")
        for table in model.tables:
            for statement in db2.create(table):
                self.run(statement.text)
            for statement in db2.create_indexes(table, table.table.indexes, primary=True):
                self.run(statement.text)
            for statement in db2.all_comments(table):
                self.run(statement.text)

    def carry_out(self, script: Script, model: AcceptedSchema) -> None:
        """All steps; `model` has the columns that are read."""
        digits = tuple(exact_columns(model))
        for step in script.steps:
            for statement in step.statements:
                if not statement.disabled:
                    self.run(statement.text, digits)

    def clear(self, script: Script, model: AcceptedSchema) -> int:
        """Delete the rows that the checks find, which is what a user would see to."""
        digits, cleared = tuple(exact_columns(model)), 0
        for check in script.checks:
            for text in translated(check.text, digits):
                if self.rows(text) == [("0",)]:
                    continue
                cleared += 1
                table = re.findall(r"FROM +([A-Z]\S*)", text)[-1]
                condition = text[text.index("WHERE") :] if "WHERE" in text else ""
                self.execute(f"DELETE FROM {table} {condition}")
        return cleared

    def offenders(self, script: Script, model: AcceptedSchema) -> list[str]:
        """What the checks find."""
        digits, found = tuple(exact_columns(model)), list[str]()
        for check in script.checks:
            texts = translated(check.text, digits)
            found += [" ".join(check.notes) for text in texts if self.rows(text) != [("0",)]]
        return found

    def shape(self, model: AcceptedSchema) -> dict[str, list[tuple[Any, ...]]]:
        """What the catalogue says; the places in comments are left out."""
        names = {t.name for t in model.tables}
        found: dict[str, list[tuple[Any, ...]]] = {}
        for query in _CATALOGUE:
            for table, *rest in self.rows(query):
                assert table in names, table
                told = tuple(_plain(value) for value in rest)
                found.setdefault(table, []).append(told)
        key_names = {t.table.primary_key_name for t in model.tables}
        return {
            table: sorted(
                (row for row in rows if row[1] not in key_names or row[0] == "key"), key=repr
            )
            for table, rows in found.items()
        }


def _plain(value: str | None) -> str | None:
    return value if value is None else re.sub(r" \([^()]+:\d+\)", "", value)


_CATALOGUE = (
    """SELECT TABLE_NAME, 'column', COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH,
    NUMERIC_PRECISION, NUMERIC_SCALE, IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY, REMARKS
    FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'""",
    """SELECT C.TABLE_NAME, 'key', C.CONSTRAINT_NAME, C.CONSTRAINT_TYPE, X.COLUMN_NAME,
    X.ORDINAL_POSITION FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
    JOIN INFORMATION_SCHEMA.INDEX_COLUMNS X ON X.INDEX_NAME = C.INDEX_NAME
    AND X.INDEX_SCHEMA = C.INDEX_SCHEMA""",
    """SELECT C.TABLE_NAME, 'check', C.CONSTRAINT_NAME, H.CHECK_CLAUSE
    FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS H
    ON H.CONSTRAINT_NAME = C.CONSTRAINT_NAME AND H.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA""",
    """SELECT I.TABLE_NAME, 'index', I.INDEX_NAME, I.INDEX_TYPE_NAME, X.COLUMN_NAME,
    X.ORDINAL_POSITION, X.ORDERING_SPECIFICATION FROM INFORMATION_SCHEMA.INDEXES I
    JOIN INFORMATION_SCHEMA.INDEX_COLUMNS X ON X.INDEX_NAME = I.INDEX_NAME
    AND X.INDEX_SCHEMA = I.INDEX_SCHEMA WHERE I.INDEX_TYPE_NAME <> 'PRIMARY KEY'""",
    """SELECT TABLE_NAME, 'table', REMARKS FROM INFORMATION_SCHEMA.TABLES
    WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA'""",
)


def joined(text: str, record: int) -> str:
    """As DSNTEP2 reads it: what is open at the end of a record goes on in the next one."""
    whole, last = "", 0
    for line in text.split("\n"):
        if line.lstrip().startswith("--"):
            continue
        if whole.count("'") % 2:
            whole += " " * (record - last)
        elif last < record:
            whole += "\n"
        whole, last = whole + line, len(line)
    return whole.strip("\n")


def exact_columns(model: AcceptedSchema) -> Iterator[tuple[str, int, int]]:
    """Every exact column: DIGITS gives as many characters."""
    for table in model.tables:
        for column in table.columns:
            match column.type:
                case Decimal(precision, scale):
                    yield column.name, precision, scale
                case Integer(bits):
                    yield column.name, {16: 5, 32: 10, 64: 19}[bits], 0


def fill(database: Database, model: AcceptedSchema, style: str) -> None:
    """Three rows in each table that keeps its rows; the second has nulls where they may be."""
    for table in model.tables:
        columns = [c for c in table.columns if c.role is not Role.IDENTITY]
        name = f"{model.schema}.{table.name}" if model.schema else table.name
        listed = ", ".join(c.name for c in columns)
        for number in range(1, 4):
            values = ", ".join(literal(c, table, number, style) for c in columns)
            database.execute(f"INSERT INTO {name} ({listed}) VALUES ({values})")


def literal(column: Column, table: AcceptedTable, number: int, style: str) -> str:
    """A value that the column and its CHECK allow."""
    if column.nullable and number == 2:
        return "NULL"
    if column.name == "STATUS":
        return "'COMPLETED'"
    for check in table.table.checks:
        if check.column == column.name:
            choice = [*check.values, *(low for low, _ in check.ranges)]
            return choice[(number - 1) % len(choice)]
    return _value(column.type, number, style)


def _value(kind: SqlType, number: int, style: str) -> str:  # noqa: PLR0911
    match kind:
        case Char(length) | VarChar(length):
            if style == "dates" and length >= 8:
                return f"'2026-01-0{number}'" if length >= 10 else f"'2026010{number}'"
            wide = str(number).zfill(min(length, 30 if style == "digits" else 1))
            return f"'{wide}'"
        case BitData():
            return f"X'0{number}'"
        case Decimal(precision, scale):
            if style == "dates" and precision - scale >= 8:
                return f"2026010{number}"
            return str(number) if precision > scale else f"0.{number}"
        case Date():
            return f"'2026-01-0{number}'"
        case Time():
            return f"'10:00:0{number}'"
        case Integer() | Float():
            return str(number)
        case _:
            return f"'2026-01-0{number} 10:00:00'"


def contents(database: Database, model: AcceptedSchema) -> dict[str, list[Row]]:
    """Rows of each table by its key."""
    found = {}
    for table in model.tables:
        name = f"{model.schema}.{table.name}" if model.schema else table.name
        names = [column.name for column in table.columns]
        order = ", ".join(table.table.primary_key)
        rows = database.rows(f"SELECT {', '.join(names)} FROM {name} ORDER BY {order}")
        found[table.name] = [dict(zip(names, row, strict=True)) for row in rows]
    return found


def both_ways(evolution: Evolution, target: str) -> tuple[Script, Script]:
    """Up and down."""
    facts, write = find(target), WRITERS[target]
    return write(evolution, facts), write(evolution.reversed(), facts)
