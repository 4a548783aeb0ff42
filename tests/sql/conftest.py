"""Small schemas made by hand, and two engines that run the statements made for them.

The Db2 text runs verbatim on H2 in its Db2 mode, the sqlite text on sqlite. Both engines bind by
the names in the statement's second line, as the generated repositories do.
"""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import replace
from datetime import date
from decimal import Context
from decimal import Decimal as Number
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import jpype
import pytest

from generator.config.model import JobConfig, PhysicalRules
from generator.config.zos import ZosRules
from generator.copybook.fields import Copybook
from generator.relational.audit import audit_tables
from generator.relational.tables import (
    BitData,
    Char,
    Column,
    Date,
    Decimal,
    Entity,
    Index,
    Integer,
    Physical,
    Role,
    Schema,
    SqlType,
    Table,
    Timestamp,
    VarChar,
)
from generator.render import sql
from generator.render.files import Job
from generator.targets import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

H2 = Path("/usr/share/java/h2.jar")
TARGETS = ("db2-luw", "db2-zos", "sqlite")
OLDER = "db2-zos before V12R1M500"
Texts = dict[tuple[str, str], str]  # by target and name of the statement
EXACT = Context(prec=99)


def _column(name: str, kind: SqlType, role: Role = Role.DATA, *, nullable: bool = False) -> Column:
    return Column(name=name, attribute=name.lower(), type=kind, role=role, nullable=nullable)


def _key(name: str, kind: SqlType) -> Column:
    return _column(name, kind, Role.KEY)


def _staging(name: str, columns: tuple[Column, ...], unique: tuple[str, ...]) -> Table:
    now = replace(_column("INSERT_TS", Timestamp(), Role.INSERT_TS), default="current timestamp")
    unique_index = Index(f"UX_{name}", ("RUN_ID", "RECORD_NO", *unique), unique=True)
    return Table(
        name=name,
        columns=(
            _column("STG_ID", Integer(64), Role.IDENTITY),
            _column("RUN_ID", VarChar(50), Role.RUN_ID),
            _column("WORKER_ID", Integer(32), Role.WORKER_ID),
            _column("BATCH_NO", Integer(32), Role.BATCH_NO),
            _column("RECORD_NO", Integer(64), Role.RECORD_NO),
            *columns,
            now,
        ),
        primary_key=("STG_ID",),
        primary_key_name=f"PK_{name}",
        indexes=(unique_index,),
    )


def _final(name: str, columns: tuple[Column, ...], key: tuple[str, ...]) -> Table:
    return Table(
        name=name,
        columns=(
            *columns,
            _column("CREATED_RUN_ID", VarChar(50), Role.CREATED_RUN_ID),
            _column("CREATED_TS", Timestamp(), Role.CREATED_TS),
            _column("LAST_RUN_ID", VarChar(50), Role.LAST_RUN_ID),
            _column("UPDATE_TS", Timestamp(), Role.UPDATE_TS),
        ),
        primary_key=key,
        primary_key_name=f"PK_{name}",
    )


def _entity(
    name: str,
    *columns: Column,
    key: tuple[str, ...],
    totals: tuple[str, ...] = (),
    parent: str | None = None,
) -> Entity:
    sequence = tuple(column.name for column in columns if column.role is Role.SEQUENCE)
    return Entity(
        name=name,
        class_name=f"{name.title().replace('_', '')}Row",
        record=name,
        copybook="REC.cpy",
        staging=_staging(f"STG_{name}", columns, sequence),
        final=_final(name, columns, key),
        columns=columns,
        key=key,
        control_totals=totals,
        parent=parent,
    )


ACCOUNT = _entity(
    "ACCOUNT",
    _column("HOLDER", VarChar(40), nullable=True),
    _key("BRANCH", Char(4)),
    _key("ACCT_NO", Decimal(11, 0)),
    _column("OPENED", Date(), nullable=True),
    _column("STATUS_CODE", Integer(16)),
    _column("BALANCE", Decimal(31, 2)),
    _column("POINTS", Integer(64), nullable=True),
    _column("ROW_RANK", VarChar(3), nullable=True),
    _column("STAMP", BitData(4), nullable=True),
    key=("BRANCH", "ACCT_NO"),
    totals=("BALANCE", "POINTS"),
)
ORDERS = _entity(
    "ORDERS",
    _key("ORDER_ID", Decimal(9, 0)),
    _column("CUSTOMER", VarChar(20)),
    key=("ORDER_ID",),
)
# The parent's key has another name here, and the key is not in the order of the columns.
ORDER_LINE = _entity(
    "ORDER_LINE",
    _column("LINE_SEQ", Integer(32), Role.SEQUENCE),
    _key("ORD_ORDER_ID", Decimal(9, 0)),
    _column("AMOUNT", Decimal(9, 2)),
    key=("ORD_ORDER_ID", "LINE_SEQ"),
    totals=("AMOUNT",),
    parent="ORDERS",
)
DISCOUNT = _entity(
    "DISCOUNT",
    _key("ORD_ORDER_ID", Decimal(9, 0)),
    _column("LINE_SEQ", Integer(32), Role.SEQUENCE),
    _column("DISC_SEQ", Integer(32), Role.SEQUENCE),
    _column("RATE", Decimal(5, 3)),
    key=("ORD_ORDER_ID", "LINE_SEQ", "DISC_SEQ"),
    totals=("RATE",),
    parent="ORDER_LINE",
)
BRANCH_CODE = _entity("BRANCH_CODE", _key("BRANCH", Char(4)), key=("BRANCH",))
LINE_TAG = _entity(
    "LINE_TAG",
    _key("ORD_ORDER_ID", Decimal(9, 0)),
    _column("TAG_SEQ", Integer(32), Role.SEQUENCE),
    key=("ORD_ORDER_ID", "TAG_SEQ"),
    parent="ORDERS",
)
ENTITIES = (ACCOUNT, ORDERS, ORDER_LINE, DISCOUNT, BRANCH_CODE, LINE_TAG)


def make_job(
    schema_name: str | None = "APP",
    entities: tuple[Entity, ...] = ENTITIES,
    level: str = "V13R1M500",
) -> Job:
    audit = audit_tables("NIGHTLY", Physical())
    physical = PhysicalRules(zos=ZosRules(function_level=level))
    return Job(
        name="NIGHTLY",
        package="nightly",
        config=JobConfig(version=1, job="NIGHTLY", targets=TARGETS, physical=physical),
        copybooks=(Copybook(path="copybooks/REC.cpy", source_format="fixed", records=()),),
        schema=Schema(job="NIGHTLY", name=schema_name, entities=entities, audit=audit),
    )


def statements_of(job: Job) -> Texts:
    """Text by target and statement name."""
    named = {}
    for file in sql.files(job):
        *_, target, name = file.path.split("/")
        named[target, name.removesuffix(".sql")] = file.text
    return named


def statements_in(text: str) -> list[str]:
    """The statements of a file, each with the names of its markers on its first line."""
    return text.split("-- parameters: ")[1:]


@pytest.fixture(scope="session")
def job() -> Job:
    return make_job()


@pytest.fixture(scope="session")
def texts(job: Job) -> Texts:
    return statements_of(job)


@pytest.fixture(scope="session")
def job_maker() -> Callable[..., Job]:
    return make_job


@pytest.fixture(scope="session")
def text_maker() -> Callable[[Job], Texts]:
    return statements_of


class Connection(Protocol):
    """The part of a connection in which the engines differ."""

    def execute(
        self, text: str, values: tuple[object, ...] = ()
    ) -> tuple[list[tuple[Any, ...]], int]:
        """Rows of a query, and the count of a change."""


class Engine:
    """Runs the statements of one target by their names."""

    def __init__(self, target: str, connection: Connection, texts: Texts) -> None:
        self.target = target
        self.connection = connection
        self._texts = texts

    def query(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        return self.connection.execute(text, values)[0]

    def rows(self, name: str, **values: object) -> list[tuple[Any, ...]]:
        return self.connection.execute(*self._bound(name, values))[0]

    def change(self, name: str, **values: object) -> int:
        parts = self._parts(name, values)
        return sum(self.connection.execute(text, bound)[1] for text, bound in parts)

    def _bound(self, name: str, values: dict[str, object]) -> tuple[str, tuple[object, ...]]:
        (one,) = self._parts(name, values)
        return one

    def _parts(self, name: str, values: dict[str, object]) -> list[tuple[str, tuple[object, ...]]]:
        """Each statement of a file, with the values of its markers."""
        found = []
        for text in statements_in(self._texts[self.target, name]):
            listed = text.splitlines()[0].split(", ")
            names = [] if listed == ["none"] else listed
            assert set(names) == set(values)
            found.append((f"-- {text}", tuple(values[word] for word in names)))
        return found

    def stage(self, entity: Entity, run_id: str, record_no: int, *values: object) -> None:
        named = dict(zip((c.attribute for c in entity.columns), values, strict=True))
        leading = {"run_id": run_id, "worker_id": 1, "batch_no": 1, "record_no": record_no}
        assert self.change(f"{entity.name.lower()}_insert_staging", **leading, **named) == 1

    def final(self, entity: Entity) -> list[tuple[Any, ...]]:
        """All rows as the streaming statement gives them."""
        return self.rows(f"{entity.name.lower()}_stream_first")

    def merge(self, entity: Entity, run_id: str) -> int:
        return self.change(f"{entity.name.lower()}_merge", run_id=run_id)

    def table(self, name: str) -> str:
        return name if self.target == "sqlite" else f"APP.{name}"


def _create(table: Table, target: str, qualifier: str) -> list[str]:
    """Plain DDL: enough for the statements, with the keys that they rely on."""
    spell = find(target).spell
    lines = []
    for column in table.columns:
        line = f"{column.name} {spell(column.type)}" + ("" if column.nullable else " NOT NULL")
        if column.role is Role.IDENTITY and target == "sqlite":
            line = f"{column.name} INTEGER PRIMARY KEY AUTOINCREMENT"
        elif column.role is Role.IDENTITY:
            line += " GENERATED ALWAYS AS IDENTITY"
        lines.append(line + (" DEFAULT CURRENT_TIMESTAMP" if column.default else ""))
    if not (target == "sqlite" and table.columns[0].role is Role.IDENTITY):
        lines.append(f"PRIMARY KEY ({', '.join(table.primary_key)})")
    yielded = [f"CREATE TABLE {qualifier}{table.name} ({', '.join(lines)})"]
    for index in table.indexes:
        unique = "UNIQUE " if index.unique else ""
        on = f"{qualifier}{table.name} ({', '.join(index.columns)})"
        yielded.append(f"CREATE {unique}INDEX {qualifier}{index.name} ON {on}")
    return yielded


def _create_all(connection: Connection, job: Job, target: str, qualifier: str) -> None:
    audit = job.schema.audit
    pairs = [table for entity in job.schema.entities for table in (entity.staging, entity.final)]
    for table in (*pairs, *audit.tables):
        for text in _create(table, target, qualifier):
            connection.execute(text, ())


class _DecimalSum:
    """What the generated ConnectionFactory registers: exact, and text."""

    def __init__(self) -> None:
        self._sum: Number | None = None

    def step(self, value: str | int | None) -> None:
        if value is not None:
            self._sum = EXACT.add(self._sum or Number(0), Number(value))

    def finalize(self) -> str | None:
        return None if self._sum is None else str(self._sum)


class SqliteConnection:
    """An sqlite database in memory; a Decimal is bound in canonical form."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self._connection.create_aggregate("DECIMAL_SUM", 1, _DecimalSum)

    def execute(
        self, text: str, values: tuple[object, ...] = ()
    ) -> tuple[list[tuple[Any, ...]], int]:
        cursor = self._connection.execute(text, tuple(map(self._bound, values)))
        return cursor.fetchall(), cursor.rowcount

    @staticmethod
    def _bound(value: object) -> object:
        if isinstance(value, Number):
            return str(value) if value.as_tuple().exponent else int(value)
        return value.isoformat() if isinstance(value, date) else value

    def close(self) -> None:
        self._connection.close()


class H2Connection:
    """An H2 database in memory in Db2 mode, over JDBC."""

    def __init__(self) -> None:
        manager = jpype.JClass("java.sql.DriverManager")
        url = f"jdbc:h2:mem:{uuid.uuid4().hex};MODE=DB2"
        self._connection = manager.getConnection(url, "sa", "")

    def prepare(self, text: str) -> None:
        """Parse a statement and find its tables and columns, nothing more."""
        self._connection.prepareStatement(text).close()

    def execute(
        self, text: str, values: tuple[object, ...] = ()
    ) -> tuple[list[tuple[Any, ...]], int]:
        statement = self._connection.prepareStatement(text)
        try:
            for at, value in enumerate(values, 1):
                statement.setObject(at, self._bound(value))
            if not statement.execute():
                return [], int(statement.getUpdateCount())
            return self._fetched(statement.getResultSet()), -1
        finally:
            statement.close()

    def _fetched(self, results: Any) -> list[tuple[Any, ...]]:
        rows = []
        width = results.getMetaData().getColumnCount()
        while results.next():
            rows.append(tuple(self._read(results.getObject(at)) for at in range(1, width + 1)))
        return rows

    @staticmethod
    def _bound(value: object) -> object:
        if isinstance(value, Number):
            return jpype.JClass("java.math.BigDecimal")(str(value))
        if isinstance(value, date):
            return jpype.JClass("java.time.LocalDate").of(value.year, value.month, value.day)
        if isinstance(value, bytes):
            return jpype.JArray(jpype.JByte)(value)
        return jpype.JLong(value) if isinstance(value, int) else value

    @staticmethod
    def _read(value: Any) -> Any:
        if value is None:
            return None
        name = type(value).__name__
        if name == "java.math.BigDecimal":
            return Number(str(value.toPlainString()))
        if name in ("java.lang.Long", "java.lang.Integer", "java.lang.Short"):
            return int(value)
        return bytes(value) if name == "byte[]" else str(value)

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="session")
def java() -> None:
    """The Java machine of this process: it starts once and cannot start again."""
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx256m", classpath=[str(H2)], convertStrings=False)


@pytest.fixture
def h2_of(request: pytest.FixtureRequest) -> Iterator[Callable[[Job], H2Connection]]:
    """H2 with the tables of a job."""
    request.getfixturevalue("java")
    opened = []

    def of(job: Job) -> H2Connection:
        connection = H2Connection()
        opened.append(connection)
        schema = job.schema.name
        if schema:
            connection.execute(f"CREATE SCHEMA {schema}")
        _create_all(connection, job, "db2-luw", f"{schema}." if schema else "")
        return connection

    yield of
    for connection in opened:
        connection.close()


@pytest.fixture
def sqlite_of() -> Iterator[Callable[[Job], SqliteConnection]]:
    """An sqlite database with the tables of a job."""
    opened = []

    def of(job: Job) -> SqliteConnection:
        connection = SqliteConnection()
        opened.append(connection)
        _create_all(connection, job, "sqlite", "")
        return connection

    yield of
    for connection in opened:
        connection.close()


@pytest.fixture
def h2(h2_of: Callable[[Job], H2Connection], job: Job) -> H2Connection:
    return h2_of(job)


@pytest.fixture
def sqlite(sqlite_of: Callable[[Job], SqliteConnection], job: Job) -> SqliteConnection:
    return sqlite_of(job)


@pytest.fixture(params=(*TARGETS, OLDER))
def engine(request: pytest.FixtureRequest, texts: Texts) -> Engine:
    connection = request.getfixturevalue("sqlite" if request.param == "sqlite" else "h2")
    if request.param == OLDER:
        older = statements_of(make_job(level="V12R1M100"))
        return Engine("db2-zos", connection, older)
    return Engine(request.param, connection, texts)
