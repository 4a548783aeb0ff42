"""The shape of job.yaml: the few decisions that a copybook cannot express.

Frozen dataclasses whose annotations say everything once: `read` lets pydantic check a file
against them, `schema` lets it write them as a JSON schema. The text in each annotation is what
an editor shows. Nothing here imports pydantic: who reads a value need not load what checks it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from generator.config.forms import ByForm, Demand, Entries, Flag, NullIsAWord, SqlName
from generator.config.zos import ZosRules

SourceFormat = Literal["auto", "fixed", "free", "variable"]
RecordFormat = Literal["fixed", "variable", "text"]
ByteOrder = Literal["big", "little"]
Role = Literal["detail", "header", "trailer"]
TargetName = Literal["db2-luw", "db2-zos", "sqlite"]
Treatment = Literal["columns", "child_table", "ignore"]
Policy = Annotated[str, NullIsAWord()]  # "null", "reject" or an ISO literal
NumberWord = Annotated[Literal["zero", "null", "reject"], NullIsAWord()]
CONTENTS = ("spaces", "low_values", "high_values")  # that are no value of an item
POLICIES = ("zeros", *CONTENTS)  # of a date
Tolerance = Literal[
    "column-7-digit", "decimal-point", "group-picture", "level-01-occurs", "reserved-names"
]
Words = Annotated[str, Demand(min_length=0)]  # what COPY REPLACING puts in may be nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Copybooks(Entries):
    """Where the copybooks are and how they are written."""

    format: Annotated[
        SourceFormat, "Reference format of the copybooks; auto looks at each of them"
    ] = "auto"
    library: Annotated[
        tuple[str, ...], "Directories with COPY members, relative to job.yaml, searched in order"
    ] = ()
    replacing: Annotated[
        dict[str, Annotated[Words | dict[str, Words], ByForm()]],
        "What the program's COPY REPLACING puts in: OLD: NEW for every copybook, or a mapping "
        "MEMBER: {OLD: NEW} for one",
    ] = field(default_factory=dict)
    debugging_lines: Annotated[
        Flag, "Whether lines with D in column 7 are taken, as WITH DEBUGGING MODE does"
    ] = False
    decimal_point: Annotated[
        Literal["period", "comma"], "comma where the program says DECIMAL-POINT IS COMMA"
    ] = "period"
    currency: Annotated[
        Annotated[str, Demand(max_length=1)], "The PICTURE symbol of CURRENCY SIGN"
    ] = "$"
    arith: Annotated[
        Literal["compat", "extend"], "Compiler option ARITH; extend allows up to 31 digits"
    ] = "compat"
    lp: Annotated[Literal[32, 64], "Compiler option LP; with 64 pointers take 8 bytes"] = 32
    program: Annotated[Flag, "Whether the records of a whole program's DATA DIVISION are taken"] = (
        False
    )
    shared_records: Annotated[
        Flag, "Whether the 01 entries of a copybook share their storage, as under one FD"
    ] = False
    tolerate: Annotated[
        tuple[Tolerance, ...], "Breaches of the language that are accepted, each with a warning"
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming(Entries):
    """How COBOL names become column names."""

    strip_prefixes: Annotated[
        tuple[str, ...], "Prefixes taken off the COBOL names, with their hyphen: CM-"
    ] = ()
    glossary: Annotated[
        str | None, "CSV file relative to job.yaml; each line is COBOL word,SQL word"
    ] = None
    keep_names: Annotated[
        Flag,
        "Whether columns in schema.lock.json keep their names when a glossary or a prefix changes; "
        "false renames them by the rules as they are now",
    ] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Entries):
    """CHAR or VARCHAR, and trimming."""

    varchar_over: Annotated[
        Annotated[int, Demand(ge=1, le=254, strict=True)],
        "Text of more characters than this becomes VARCHAR",
    ] = 254
    trim: Annotated[
        Literal["right", "none"], "Whether blanks at the end of text are cut before it is stored"
    ] = "right"
    bytes_per_character: Annotated[
        Annotated[int, Demand(ge=1, le=3, strict=True)],
        "Room for each character of X(n) and A(n) in the column: lengths count bytes of UTF-8, "
        "where a letter with an accent takes 2, the euro sign 3",
    ] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults(Entries):
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
        Flag, "Whether level-88 entries become CHECK constraints on the final table"
    ] = False
    occurs: Annotated[Treatment | None, "What becomes of an OCCURS that has no rule of its own"] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(Entries):
    """Names of the tables of a record."""

    staging: Annotated[SqlName | None, "Staging table; STG_ and the record's name when absent"] = (
        None
    )
    final: Annotated[SqlName | None, "Final table; the record's name when absent"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRule(Entries):
    """An additional index on the final table."""

    fields: Annotated[
        tuple[str, ...], "The fields, in the order of the index", Demand(min_length=1)
    ]
    unique: Annotated[Flag, "Whether no two rows may have the same values"] = False
    name: Annotated[SqlName | None, "Name of the index"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailer(Entries):
    """What a trailer says of the records before it; a file that disagrees is not merged."""

    count: Annotated[str | None, "The field with the number of detail records"] = None
    counts_all: Annotated[Flag, "Whether headers and trailers are counted too"] = False
    totals: Annotated[
        dict[str, str], "Field of the trailer: field of the detail records that it adds up"
    ] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Entries):
    """One branch of a REDEFINES, or what happens to records that match none."""

    use: Annotated[str | None, "The description that holds in this branch"] = None
    when: Annotated[
        str | None, "The condition: REC-TYPE = 'P', X in ('C','F'), or a level-88 name"
    ] = None
    into: Annotated[SqlName | None, "Final table of this branch"] = None
    otherwise: Annotated[
        Literal["reject", "ignore"] | None, "What happens to records that match no branch"
    ] = None
    role: Annotated[Role, "header or trailer: a record about the file, which becomes no row"] = (
        "detail"
    )
    trailer: Annotated[Trailer, "What a trailer says of the records before it"] = Trailer()


@dataclass(frozen=True, slots=True, kw_only=True)
class OccursRule(Entries):
    """What becomes of a table inside the record."""

    treatment: Annotated[
        Treatment, "Numbered columns, a table of its own with a sequence number, or nothing"
    ] = field(metadata={"alias": "as"})
    table: Annotated[SqlName | None, "Final table of a child_table"] = None
    sequence: Annotated[SqlName | None, "Column with the number of the occurrence"] = None
    skip_empty: Annotated[
        Literal["spaces", "zeros", "low-values"] | None,
        "Occurrences that hold nothing but this give no row",
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule(Entries):
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
    zeros: Annotated[
        Policy,
        "What zeros mean in a date: null, reject or an ISO value; in a time midnight when absent",
    ] = "null"
    spaces: Annotated[
        Policy,
        "What spaces mean: in a date null, reject or an ISO value; in a number zero, null or "
        "reject",
    ] = "null"
    low_values: Annotated[
        Policy,
        "What LOW-VALUES mean: in a date null, reject or an ISO value; in a number zero, null or "
        "reject; in text spaces, null or reject",
    ] = "null"
    high_values: Annotated[
        Policy,
        "What HIGH-VALUES mean: in a date (all nines too) null, reject or an ISO value; in a "
        "number zero, null or reject; in text keep, spaces, null or reject",
    ] = "null"
    pivot: Annotated[
        Annotated[int, Demand(ge=0, le=99, strict=True)] | None,
        "The first two-digit year that is 19xx",
    ] = None
    ignore: Annotated[Flag, "The field becomes no column"] = False
    reason: Annotated[str | None, "Why it is ignored, for the review"] = None
    as_one_column: Annotated[Flag, "A group becomes one column of text"] = False
    not_null: Annotated[Flag | None, "NOT NULL or not, whatever the default says"] = None
    renamed_from: Annotated[
        str | None, "The column's name in schema.lock.json, or the field's former COBOL name"
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRule(Entries):
    """What becomes of one 01 record."""

    tables: Annotated[Tables, "Names of the tables"] = Tables()
    when: Annotated[
        str | None,
        "Which records of the file are of this kind, where several 01 entries describe them: "
        "REC-TYPE = 'H', or a level-88 name",
    ] = None
    key: Annotated[
        tuple[str, ...], "The business key: the fields that tell one record from another"
    ] = ()
    indexes: Annotated[tuple[IndexRule, ...], "Additional indexes on the final table"] = ()
    control_totals: Annotated[
        tuple[str, ...], "Amounts that are summed in source, staging and final, and compared"
    ] = ()
    redefines: Annotated[
        dict[str, Annotated[Literal["base"] | Variant | tuple[Variant, ...], ByForm()]],
        "By redefined item: base, {use: NAME}, or a list of branches with their conditions",
    ] = field(default_factory=dict)
    occurs: Annotated[
        dict[str, Annotated[Treatment | OccursRule, ByForm()]],
        "By item with OCCURS: columns, child_table or ignore",
    ] = field(default_factory=dict)
    fields: Annotated[
        dict[str, FieldRule], "By field; the selector may hold * and ?, or be qualified: A OF B"
    ] = field(default_factory=dict)
    renamed_from: Annotated[
        str | None, "The record's former name, where its tables hold data under the old one"
    ] = None
    removed: Annotated[
        dict[str, Literal["drop", "keep"]],
        "By column of a final table (COLUMN, or TABLE.COLUMN) that no field gives any more: drop "
        "it with its data, or keep it, unused and nullable",
    ] = field(default_factory=dict)
    ignore: Annotated[Flag, "The record becomes no table"] = False
    reason: Annotated[str | None, "Why it is ignored, for the review"] = None
    role: Annotated[Role, "header or trailer: a record about the file, which becomes no table"] = (
        "detail"
    )
    trailer: Annotated[Trailer, "What a trailer says of the records before it"] = Trailer()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextContents(Entries):
    """What text means that is no text; it holds for an item that has nothing else in it."""

    low_values: Annotated[
        Literal["spaces", "null", "reject"],
        NullIsAWord(),
        "Text of LOW-VALUES: as if blank (at the end of text, too), null, or an error",
    ] = "spaces"
    high_values: Annotated[
        Literal["keep", "spaces", "null", "reject"],
        NullIsAWord(),
        "Text of HIGH-VALUES: as the code page has it, as if blank, null, or an error",
    ] = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberContents(Entries):
    """What a number means that is none; it holds for an item that has nothing else in it."""

    spaces: Annotated[NumberWord, "A number of SPACES: zero, null, or an error"] = "reject"
    low_values: Annotated[NumberWord, "A DISPLAY or packed number of LOW-VALUES"] = "reject"
    high_values: Annotated[NumberWord, "A DISPLAY or packed number of HIGH-VALUES"] = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input(Entries):
    """How the mainframe wrote a file. What is left out here is as under `input:` of the job."""

    encoding: Annotated[
        str | None,
        "Code page of DISPLAY items: cp037 (the default), cp500, cp1047, cp1140, ascii, cp939 …",
    ] = None
    dbcs: Annotated[
        Literal["cp930", "cp935", "cp937", "cp939"] | None, "Code page of DISPLAY-1 items"
    ] = None
    national: Annotated[ByteOrder | None, "Byte order of the UTF-16 of NATIONAL items; big"] = None
    format: Annotated[
        RecordFormat | None,
        "fixed (RECFM F, FB), variable (V, VB: a record descriptor word in front), or text lines",
    ] = None
    blocked: Annotated[Flag | None, "Whether blocks with descriptor words are in the file"] = None
    descriptors: Annotated[ByteOrder | None, "Byte order of the descriptor words; big"] = None
    binary: Annotated[ByteOrder | None, "Byte order of COMP-5 and its like; big"] = None
    floats: Annotated[
        Literal["ibm", "ieee"] | None, "COMP-1 and COMP-2: IBM hexadecimal, or IEEE 754"
    ] = None
    signs: Annotated[
        Literal["ebcdic", "ascii"] | None,
        "How a sign is written over a digit of ASCII data; EBCDIC data need no word. ebcdic "
        "({ A-I, } J-R, as translated by a transfer) or ascii (p-y for negative digits)",
    ] = None
    odo: Annotated[
        Literal["slide", "maximum"] | None,
        "Items behind a table with DEPENDING ON: behind its last occurrence (slide), or where "
        "the largest table ends",
    ] = None
    invalid: Annotated[
        Literal["reject", "fail"] | None,
        "A record that cannot be read: rejected by name, up to max_rejects, or the run fails",
    ] = None
    text: Annotated[TextContents | None, "What LOW- and HIGH-VALUES in text mean"] = None
    numbers: Annotated[NumberContents | None, "What SPACES and the like in numbers mean"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule(Entries):
    """One input file, and the records that it holds."""

    records: Annotated[
        tuple[str, ...],
        "The records in it, in the order in which they are tried",
        Demand(min_length=1),
    ]
    input: Annotated[Input, "What is not as under `input:` of the job"] = Input()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhysicalRule(Entries):
    """Physical clauses, none by default."""

    tablespace: Annotated[SqlName | None, "Table space of the table on db2-luw"] = None
    index_tablespace: Annotated[SqlName | None, "Table space of its indexes on db2-luw"] = None
    compress: Annotated[Flag | None, "Row compression, of the table space on db2-zos"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhysicalRules(Entries):
    """Where the tables live."""

    schema_name: Annotated[
        SqlName | None, "SQL schema that qualifies the tables; unqualified when absent"
    ] = field(default=None, metadata={"alias": "schema"})
    staging: Annotated[PhysicalRule, "Staging tables"] = PhysicalRule()
    final: Annotated[PhysicalRule, "Final tables"] = PhysicalRule()
    reconciliation: Annotated[PhysicalRule, "Reconciliation tables"] = PhysicalRule()
    zos: Annotated[ZosRules, "Db2 for z/OS: database, table spaces, function level, JCL"] = field(
        default_factory=ZosRules
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Entries):
    """A finding that is accepted, for a reason and not for ever."""

    code: Annotated[str, "The finding's code: DDL202"]
    where: Annotated[str, "The table, TABLE.COLUMN or COBOL name that it is about; may hold *"] = (
        "*"
    )
    reason: Annotated[str, "Why it is accepted, for the review"]
    until: Annotated[
        Annotated[str, Demand(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None,
        "The last day on which it holds, as YYYY-MM-DD; for good when absent",
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRules(Entries):
    """How findings count: see `cobrepo explain CODE`."""

    severity: Annotated[
        dict[str, Literal["error", "warning", "note", "off"]],
        "By code, or by a pattern like DDL2*: how much it matters; errors stay errors",
    ] = field(default_factory=dict)
    waive: Annotated[tuple[Waiver, ...], "Findings that are accepted"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JobConfig(Entries):
    """A whole job.yaml."""

    version: Annotated[Literal[1], "Version of this format"]
    job: Annotated[str, "The job's name, the same as the folder's"]
    targets: Annotated[
        tuple[TargetName, ...], "Databases to generate for", Demand(min_length=1)
    ] = ("db2-luw", "sqlite")
    copybooks: Annotated[Copybooks, "Where the copybooks are and how they are written"] = (
        Copybooks()
    )
    naming: Annotated[Naming, "How COBOL names become column names"] = Naming()
    defaults: Annotated[Defaults, "What holds for every field that says nothing else"] = Defaults()
    records: Annotated[dict[str, RecordRule], "Rules by record (01 level)"] = field(
        default_factory=dict
    )
    input: Annotated[Input, "How the files are written"] = Input()
    files: Annotated[
        dict[str, FileRule],
        "By name, the files of the job; when absent every copybook with tables is one file, "
        "with the copybook's name",
    ] = field(default_factory=dict)
    physical: Annotated[PhysicalRules, "Where the tables live"] = PhysicalRules()
    findings: Annotated[FindingRules, "How findings count"] = FindingRules()
