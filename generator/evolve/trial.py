"""Migrations carried out on empty tables in memory: down to the first and up again."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from generator.evolve.files import FILE
from generator.evolve.sqlite.tables import Work, index_statements
from generator.problems import Problem
from generator.targets.sqlite import SQLITE

if TYPE_CHECKING:
    from generator.evolve.model import Statement
    from generator.relational.accepted import AcceptedSchema
    from generator.render.files import RenderedFile

_REMARK = re.compile(r"--[^\n]*")
_TABLES = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def tried(ddl: Iterable[str], files: Iterable[RenderedFile]) -> tuple[Problem, ...]:
    """What went wrong on sqlite; `ddl` creates the tables as they are now."""
    own = [
        (match, file)
        for file in files
        if (match := FILE.fullmatch(file.path)) and match[1] == "sqlite"
    ]
    down = sorted((f for m, f in own if m[4] == "down"), key=lambda f: f.path, reverse=True)
    up = sorted((f for m, f in own if m[4] == "up"), key=lambda f: f.path)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for text in ddl:
            connection.executescript(text)
        before = _shape(connection)
        for file in (*down, *up):
            try:
                connection.executescript(file.text)
            except sqlite3.Error as error:
                message = f"{file.path} does not run on the tables of its version: {error}"
                return (Problem("MIG304", message, hint="see what changed in it or before it"),)
        if _shape(connection) != before:
            message = "going down to the first version and up again gives other tables"
            hint = "a migration was edited, or the model changed without one"
            return (Problem("MIG304", message, hint=hint),)
    return ()


def gone_tables(schema: AcceptedSchema) -> Iterator[str]:
    """Those that the model has no more and a database keeps: earlier migrations know them."""
    for table in schema.tables:
        if table.gone:
            work = Work(SQLITE, None, table, ())
            statements = (work.create(table.name), *_texts(index_statements(work, every=True)))
            yield "".join(f"{statement.removesuffix(';')};\n" for statement in statements)


def _texts(statements: Iterable[Statement]) -> Iterator[str]:
    return (statement.text for statement in statements)


def _shape(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """The tables and indexes with the parts of their statements; the order of columns is free."""
    return [(*row[:3], *_parts(row[3] or "")) for row in connection.execute(_TABLES)]


def _parts(sql: str) -> list[str]:
    """No blanks, quotes or remarks."""
    words = " ".join(_REMARK.sub("", sql).replace('"', "").split())
    return sorted(part.strip(" ()") for part in re.split(r"[(,] ?(?=[A-Z])", words))
