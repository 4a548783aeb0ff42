"""The relational model: tables, columns and keys, before any target spells them.

Types only, all frozen. A `Schema` holds what every template needs, decided: no template and no
target adds a column, renames one or drops one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.copybook.fields import Field
    from generator.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Char:
    """CHAR(length), length in characters."""

    length: int


@dataclass(frozen=True, slots=True)
class VarChar:
    """VARCHAR(length), length in characters."""

    length: int


@dataclass(frozen=True, slots=True)
class BitData:
    """CHAR or VARCHAR FOR BIT DATA: bytes as they are."""

    length: int


@dataclass(frozen=True, slots=True)
class Decimal:
    """DECIMAL(precision, scale), 1 <= precision <= 31, 0 <= scale <= precision."""

    precision: int
    scale: int


@dataclass(frozen=True, slots=True)
class Integer:
    """SMALLINT, INTEGER or BIGINT by its size in bits: 16, 32 or 64."""

    bits: int


@dataclass(frozen=True, slots=True)
class Float:
    """REAL (4 bytes) or DOUBLE (8 bytes); only for COMP-1 and COMP-2."""

    size: int


@dataclass(frozen=True, slots=True)
class Date:
    """DATE."""


@dataclass(frozen=True, slots=True)
class Time:
    """TIME."""


@dataclass(frozen=True, slots=True)
class Timestamp:
    """TIMESTAMP(6)."""


SqlType = Char | VarChar | BitData | Decimal | Integer | Float | Date | Time | Timestamp


class Role(StrEnum):
    """What a column is for."""

    IDENTITY = "identity"
    RUN_ID = "run_id"
    WORKER_ID = "worker_id"
    BATCH_NO = "batch_no"
    RECORD_NO = "record_no"
    SEQUENCE = "sequence"
    KEY = "key"
    DATA = "data"
    INSERT_TS = "insert_ts"
    CREATED_RUN_ID = "created_run_id"
    CREATED_TS = "created_ts"
    LAST_RUN_ID = "last_run_id"
    UPDATE_TS = "update_ts"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a column's value comes from in the record.

    `occurrences` are the 1-based subscripts of a flattened OCCURS, outermost first. `varying`
    says that `field` is the group of a level-49 LEN/TEXT pair: the column holds TEXT[:LEN].
    """

    field: Field
    occurrences: tuple[int, ...] = ()
    offset: int = 0
    length: int = 0
    varying: bool = False
    date: DateRule | None = None


@dataclass(frozen=True, slots=True)
class DateRule:
    """How a date, time or timestamp is written in the record.

    `pattern` uses YYYY, YY, CC, C, MM, DD, DDD, HH, MI, SS, FF. `zeros`, `spaces`,
    `low_values`, `high_values` say what such contents mean: "null", "reject", or an ISO
    literal. `pivot` is the first two-digit year taken as 19xx.
    """

    pattern: str
    zeros: str = "null"
    spaces: str = "null"
    low_values: str = "null"
    high_values: str = "null"
    pivot: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `attribute` is its name in the Python row class.

    `default` is "current timestamp" or None. `comment` is the text of COMMENT ON, already within
    the limits of every target. `cobol` is the entry as written, for the comment beside the Python
    attribute. `rule` names the mapping rule that decided the type, for the review.
    """

    name: str
    attribute: str
    type: SqlType
    role: Role
    nullable: bool = False
    default: str | None = None
    comment: str = ""
    cobol: str = ""
    rule: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """An index with its purpose in words for the DBA; `descending` names columns in DESC order."""

    name: str
    columns: tuple[str, ...]
    unique: bool = False
    descending: tuple[str, ...] = ()
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A CHECK constraint from level-88 entries: the column is in `values` or between `ranges`.

    Values are SQL literals, already quoted.
    """

    name: str
    column: str
    values: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TableSpace:
    """The table space of one table on Db2 for z/OS, with what its table and indexes take from it.

    Every clause is decided; what is None or False is not written, so the default holds.
    """

    database: str
    name: str
    max_partitions: int
    storage_group: str | None = None
    buffer_pool: str | None = None
    index_buffer_pool: str | None = None
    dssize: int | None = None
    segsize: int | None = None
    lock_size: str | None = None
    ccsid: str | None = None
    member_cluster: bool = False
    append: bool = False
    audit: str | None = None
    data_capture: bool = False
    restrict_on_drop: bool = False

    @property
    def qualified(self) -> str:
        """With its database, as a statement names it."""
        return f"{self.database}.{self.name}"


@dataclass(frozen=True, slots=True)
class Physical:
    """Physical clauses of one table, None where the site's defaults hold.

    `space` is for Db2 for z/OS, the table spaces before it for the other targets.
    """

    tablespace: str | None = None
    index_tablespace: str | None = None
    compress: bool | None = None
    space: TableSpace | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Index and constraint names are unique in the schema."""

    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    primary_key_name: str
    comment: str = ""
    indexes: tuple[Index, ...] = ()
    checks: tuple[Check, ...] = ()
    physical: Physical = Physical()

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        return {column.name: column for column in self.columns}[name]


@dataclass(frozen=True, slots=True)
class Entity:
    """What one record (or variant, or table inside a record) becomes: a staging and a final table.

    `name` is the final table's name and is the stem of file names in lower case; `class_name`
    is the Python row class (CamelCase + "Row"). `columns` are the key and data columns in record
    order, the same in staging and final, SEQUENCE included for a child. `key` are the names of
    the business key (parent key + sequence for a child). `parent` is the parent entity's name.
    `when` is the job.yaml condition under which a record belongs here, None for always.
    `item` is the OCCURS item whose occurrences are the rows of a child; its first stands at
    `item.offset`, the next each `item.length` bytes on. Occurrences that hold nothing but
    `skip_empty` ("spaces", "zeros", "low-values") give no row.
    """

    name: str
    class_name: str
    record: str
    copybook: str
    staging: Table
    final: Table
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    control_totals: tuple[str, ...] = ()
    parent: str | None = None
    when: str | None = None
    item: Field | None = None
    skip_empty: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """The audit tables of a job."""

    run: Table
    batch: Table
    reject: Table
    check: Table
    migration: Table

    @property
    def tables(self) -> tuple[Table, ...]:
        """All of them, in the order in which they are created."""
        return (self.run, self.batch, self.reject, self.check, self.migration)


@dataclass(frozen=True, slots=True)
class Decision:
    """Something decided on the user's behalf, or by a line of job.yaml, with its reason."""

    subject: str  # qualified COBOL name or table name
    rule: str  # short name of the rule: "filler-dropped", "reserved-word", ...
    text: str  # what was done
    reason: str
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A description of bytes that no table maps. `mapped` are those that hold instead."""

    item: Field
    mapped: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which bytes of a record reach no column: half-open ranges [start, end)."""

    record: str
    length: int
    unmapped: tuple[tuple[int, int], ...]
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Unmatched:
    """What happens to a record that matches no branch of a REDEFINES: "reject" or "ignore"."""

    record: str
    selector: str  # the redefined item as job.yaml writes it
    action: str


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that a job becomes in the database. `entities` has parents before children."""

    job: str
    name: str | None  # SQL schema that qualifies the tables, None for unqualified
    entities: tuple[Entity, ...]
    audit: Audit
    decisions: tuple[Decision, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    problems: tuple[Problem, ...] = ()  # warnings and notes
    unmatched: tuple[Unmatched, ...] = ()
