"""The shape of job.yaml: the few decisions that a copybook cannot express.

Frozen dataclasses whose annotations say everything once: `load` checks a file against them,
`schema` writes them as a JSON schema. The text in each annotation is what an editor shows.
`Key` gives the word in job.yaml where it differs from the attribute.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal


@dataclass(frozen=True, slots=True)
class Key:
    """The key in job.yaml, where it is not the attribute's name."""

    name: str


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds of a number, both allowed."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class AtLeastOne:
    """A list that may not be empty."""


@dataclass(frozen=True, slots=True)
class SqlIdentifier:
    """An ordinary SQL identifier: A-Z, then A-Z, 0-9 and _, at most 128 in all."""

    pattern: str = "[A-Z][A-Z0-9_]{0,127}"


@dataclass(frozen=True, slots=True)
class NullIsAWord:
    """An unquoted null means the word "null"."""


SqlName = Annotated[str, SqlIdentifier()]
SourceFormat = Literal["auto", "fixed", "free", "variable"]
TargetName = Literal["db2-luw", "db2-zos", "sqlite"]
Treatment = Literal["columns", "child_table", "ignore"]
Policy = Annotated[str, NullIsAWord()]  # "null", "reject" or an ISO literal
Selector = str  # data-name, A OF B or B.A; * and ? stand for any characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Copybooks:
    """Where the copybooks are and how they are written."""

    format: Annotated[
        SourceFormat, "Reference format of the copybooks; auto looks at each of them"
    ] = "auto"
    library: Annotated[
        tuple[str, ...], "Directories with COPY members, relative to job.yaml, searched in order"
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How COBOL names become column names."""

    strip_prefixes: Annotated[
        tuple[str, ...], "Prefixes taken off the COBOL names, with their hyphen: CM-"
    ] = ()
    glossary: Annotated[
        str | None, "CSV file relative to job.yaml; each line is COBOL word,SQL word"
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """CHAR or VARCHAR, and trimming."""

    varchar_over: Annotated[
        int, "Text of more characters than this becomes VARCHAR", Between(1, 254)
    ] = 254
    trim: Annotated[
        Literal["right", "none"], "Whether blanks at the end of text are cut before it is stored"
    ] = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for every field that says nothing else."""

    integers: Annotated[
        Literal["decimal", "smallest"],
        "Numbers without decimals: DECIMAL(p,0), or the smallest of SMALLINT, INTEGER, BIGINT",
    ] = "decimal"
    text: Annotated[Text, "CHAR or VARCHAR, and trimming"] = Text()
    nulls: Annotated[
        Literal["keys-and-audit-only", "dates-only"],
        "What may be null: keys-and-audit-only makes only those columns NOT NULL, "
        "dates-only makes every column NOT NULL but the dates",
    ] = "dates-only"
    checks: Annotated[
        bool, "Whether level-88 entries become CHECK constraints on the final table"
    ] = False
    occurs: Annotated[Treatment | None, "What becomes of an OCCURS that has no rule of its own"] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Names of the tables of a record."""

    staging: Annotated[SqlName | None, "Staging table; STG_ and the record's name when absent"] = (
        None
    )
    final: Annotated[SqlName | None, "Final table; the record's name when absent"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRule:
    """An additional index on the final table."""

    fields: Annotated[tuple[str, ...], "The fields, in the order of the index", AtLeastOne()]
    unique: Annotated[bool, "Whether no two rows may have the same values"] = False
    name: Annotated[SqlName | None, "Name of the index"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One branch of a REDEFINES, or what happens to records that match none."""

    use: Annotated[str | None, "The description that holds in this branch"] = None
    when: Annotated[
        str | None, "The condition: REC-TYPE = 'P', X in ('C','F'), or a level-88 name"
    ] = None
    into: Annotated[SqlName | None, "Final table of this branch"] = None
    otherwise: Annotated[
        Literal["reject", "ignore"] | None, "What happens to records that match no branch"
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OccursRule:
    """What becomes of a table inside the record."""

    treatment: Annotated[
        Treatment,
        "Numbered columns, a table of its own with a sequence number, or nothing",
        Key("as"),
    ]
    table: Annotated[SqlName | None, "Final table of a child_table"] = None
    sequence: Annotated[SqlName | None, "Column with the number of the occurrence"] = None
    skip_empty: Annotated[
        Literal["spaces", "zeros", "low-values"] | None,
        "Occurrences that hold nothing but this give no row",
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """What becomes of one field; the selector may hold `*` and `?`."""

    name: Annotated[SqlName | None, "Name of the column"] = None
    type: Annotated[
        str | None,
        "CHAR(n), VARCHAR(n), either FOR BIT DATA, DECIMAL(p,s), SMALLINT, INTEGER, BIGINT, "
        "REAL or DOUBLE",
    ] = None
    date: Annotated[
        str | None,
        "How a date, time or timestamp is written: YYYYMMDD, YYDDD, CYYMMDD, HHMISS, "
        "YYYY-MM-DD-HH.MI.SS.FFFFFF and the like",
    ] = None
    zeros: Annotated[Policy, "What zeros mean in a date: null, reject or an ISO value"] = "null"
    spaces: Annotated[Policy, "What spaces mean in a date: null, reject or an ISO value"] = "null"
    low_values: Annotated[
        Policy, "What LOW-VALUES mean in a date: null, reject or an ISO value"
    ] = "null"
    high_values: Annotated[
        Policy, "What HIGH-VALUES (or all nines) mean in a date: null, reject or an ISO value"
    ] = "null"
    pivot: Annotated[int | None, "The first two-digit year that is 19xx", Between(0, 99)] = None
    ignore: Annotated[bool, "The field becomes no column"] = False
    reason: Annotated[str | None, "Why it is ignored, for the review"] = None
    as_one_column: Annotated[bool, "A group becomes one column of text"] = False
    not_null: Annotated[bool | None, "NOT NULL or not, whatever the default says"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRule:
    """What becomes of one 01 record."""

    tables: Annotated[Tables, "Names of the tables"] = Tables()
    key: Annotated[
        tuple[str, ...], "The business key: the fields that tell one record from another"
    ] = ()
    indexes: Annotated[tuple[IndexRule, ...], "Additional indexes on the final table"] = ()
    control_totals: Annotated[
        tuple[str, ...], "Amounts that are summed in source, staging and final, and compared"
    ] = ()
    redefines: Annotated[
        dict[str, Literal["base"] | Variant | tuple[Variant, ...]],
        "By redefined item: base, {use: NAME}, or a list of branches with their conditions",
    ] = field(default_factory=dict)
    occurs: Annotated[
        dict[str, Treatment | OccursRule], "By item with OCCURS: columns, child_table or ignore"
    ] = field(default_factory=dict)
    fields: Annotated[
        dict[str, FieldRule], "By field; the selector may hold * and ?, or be qualified: A OF B"
    ] = field(default_factory=dict)
    ignore: Annotated[bool, "The record becomes no table"] = False
    reason: Annotated[str | None, "Why it is ignored, for the review"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhysicalRule:
    """Physical clauses, none by default."""

    tablespace: Annotated[SqlName | None, "Table space of the table"] = None
    index_tablespace: Annotated[SqlName | None, "Table space of its indexes"] = None
    compress: Annotated[bool | None, "Row compression"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhysicalRules:
    """Where the tables live."""

    schema_name: Annotated[
        SqlName | None,
        "SQL schema that qualifies the tables; unqualified when absent",
        Key("schema"),
    ] = None
    staging: Annotated[PhysicalRule, "Staging tables"] = PhysicalRule()
    final: Annotated[PhysicalRule, "Final tables"] = PhysicalRule()
    reconciliation: Annotated[PhysicalRule, "Reconciliation tables"] = PhysicalRule()


@dataclass(frozen=True, slots=True, kw_only=True)
class JobConfig:
    """A whole job.yaml."""

    version: Annotated[Literal[1], "Version of this format"]
    job: Annotated[str, "The job's name, the same as the folder's"]
    targets: Annotated[tuple[TargetName, ...], "Databases to generate for", AtLeastOne()] = (
        "db2-luw",
        "sqlite",
    )
    copybooks: Annotated[Copybooks, "Where the copybooks are and how they are written"] = (
        Copybooks()
    )
    naming: Annotated[Naming, "How COBOL names become column names"] = Naming()
    defaults: Annotated[Defaults, "What holds for every field that says nothing else"] = Defaults()
    records: Annotated[dict[str, RecordRule], "Rules by record (01 level)"] = field(
        default_factory=dict
    )
    physical: Annotated[PhysicalRules, "Where the tables live"] = PhysicalRules()
