"""The shape of job.yaml: the few decisions that a copybook cannot express.

Pydantic models, frozen and strict; the JSON schema that `cobrepo schema` prints comes from
them. Docstrings and field descriptions are what an editor shows to the user.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    """Strict and frozen; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


SqlName = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{0,127}$")]
SourceFormat = Literal["auto", "fixed", "free", "variable"]
TargetName = Literal["db2-luw", "db2-zos", "sqlite"]
Treatment = Literal["columns", "child_table", "ignore"]
Policy = str  # "null", "reject" or an ISO literal


class Copybooks(_Model):
    """Where the copybooks are and how they are written."""

    format: SourceFormat = "auto"
    library: tuple[str, ...] = ()  # directories, relative to job.yaml


class Naming(_Model):
    """How COBOL names become column names."""

    strip_prefixes: tuple[str, ...] = ()
    glossary: str | None = None  # CSV file (COBOL word, SQL word), relative to job.yaml


class Text(_Model):
    """CHAR or VARCHAR, and trimming."""

    varchar_over: Annotated[int, Field(ge=1, le=254)] = 254
    trim: Literal["right", "none"] = "right"


class Defaults(_Model):
    """What holds for every field that says nothing else."""

    integers: Literal["decimal", "smallest"] = "decimal"
    text: Text = Text()
    nulls: Literal["keys-and-audit-only", "dates-only"] = "keys-and-audit-only"
    checks: bool = True  # 88-levels become CHECK constraints on the final table
    occurs: Treatment | None = None


class Tables(_Model):
    """Names of the tables of a record."""

    staging: SqlName | None = None
    final: SqlName | None = None


class IndexRule(_Model):
    """An additional index on the final table."""

    fields: Annotated[tuple[str, ...], Field(min_length=1)]
    unique: bool = False
    name: SqlName | None = None


class Variant(_Model):
    """One branch of a REDEFINES, or what happens to records that match none."""

    use: str | None = None
    when: str | None = None
    into: SqlName | None = None
    otherwise: Literal["reject", "ignore"] | None = None


class OccursRule(_Model):
    """What becomes of a table inside the record."""

    treatment: Treatment = Field(alias="as")
    table: SqlName | None = None
    sequence: SqlName | None = None
    skip_empty: Literal["spaces", "zeros", "low-values"] | None = None


class FieldRule(_Model):
    """What becomes of one field; the selector may hold `*` and `?`."""

    name: SqlName | None = None
    type: str | None = None  # "CHAR(n)", "VARCHAR(n)", "DECIMAL(p,s)", "INTEGER", ... : checked in mapping
    date: str | None = None
    zeros: Policy = "null"
    spaces: Policy = "null"
    low_values: Policy = "null"
    high_values: Policy = "null"
    pivot: Annotated[int, Field(ge=0, le=99)] | None = None
    ignore: bool = False
    reason: str | None = None
    as_one_column: bool = False
    not_null: bool | None = None


class RecordRule(_Model):
    """What becomes of one 01 record."""

    tables: Tables = Tables()
    key: tuple[str, ...] = ()
    indexes: tuple[IndexRule, ...] = ()
    control_totals: tuple[str, ...] = ()
    redefines: dict[str, Literal["base"] | Variant | tuple[Variant, ...]] = {}
    occurs: dict[str, Treatment | OccursRule] = {}
    fields: dict[str, FieldRule] = {}
    ignore: bool = False
    reason: str | None = None


class PhysicalRule(_Model):
    """Physical clauses, none by default."""

    tablespace: str | None = None
    index_tablespace: str | None = None
    compress: bool | None = None


class PhysicalRules(_Model):
    """Where the tables live."""

    schema_name: SqlName | None = Field(default=None, alias="schema")
    staging: PhysicalRule = PhysicalRule()
    final: PhysicalRule = PhysicalRule()
    reconciliation: PhysicalRule = PhysicalRule()


class JobConfig(_Model):
    """A whole job.yaml."""

    version: Literal[1]
    job: str
    targets: tuple[TargetName, ...] = ("db2-luw", "sqlite")
    copybooks: Copybooks = Copybooks()
    naming: Naming = Naming()
    defaults: Defaults = Defaults()
    records: dict[str, RecordRule] = {}
    physical: PhysicalRules = PhysicalRules()
