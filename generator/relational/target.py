"""What the mapping must know of a target: the shape of its facts.

Types only; the facts of each target are in `generator.targets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.relational.tables import SqlType


@dataclass(frozen=True, slots=True)
class Page:
    """A page size and what fits on it; sizes in bytes."""

    size: int
    row: int
    columns: int
    key: int

    @property
    def title(self) -> str:
        """As a DBA says it: ``4K``."""
        return f"{self.size // 1024}K"


@dataclass(frozen=True, slots=True)
class Target:
    """A database: how its types are spelt and how much it can hold.

    `spell` gives the type as it stands in CREATE TABLE. `row_bytes` gives the bytes that a column
    of a type takes in a row, by nullability; None where the database has no such limit.
    `driver` is the DB-API module that the generated Python imports. `identity` is what stands
    behind the type of an identity column that is filled in bulk, `ordered_identity` of one
    whose values are in the order of the inserts; `now` stands behind DEFAULT. `value_check`
    gives the condition that holds a column to its type where the database itself does not.
    `comment` is the limit of COMMENT ON in bytes, 0 where there is none. `qualified` says
    whether names take the schema, `identity_is_key` whether `identity` already makes the column
    the primary key. `stamp` is the clause of a column that the database fills with the time,
    DEFAULT and `now` when empty. `record` is the last column that the database's own programs
    read of a line, 0 without such a limit. `space_name` is the limit of names of table spaces
    where every table has one of its own, else 0; `key_index` says whether the index of a
    primary key must be created by name. A site may allow `long_column_name` bytes for a column.
    `check_text` is the limit of a CHECK condition in bytes, 0 without one. `begin` starts a
    unit of work where the database does not do so by itself; `line` is the length that lines of
    its scripts keep to. `hand` says at the head of a migration how a DBA runs it, `control` is a
    line for the program that does.
    """

    name: str
    title: str
    driver: str
    spell: Callable[[SqlType], str]
    row_bytes: Callable[[SqlType, bool], int] | None
    column_name: int
    object_name: int
    key_columns: int
    comment: int
    pages: tuple[Page, ...]
    reserved: frozenset[str]
    identity: str
    ordered_identity: str
    now: str = "CURRENT TIMESTAMP"
    value_check: Callable[[str, SqlType], str] | None = None
    qualified: bool = True
    identity_is_key: bool = False
    terminator: str = ";"
    begin: str = ""
    line: int = 100
    stamp: str = ""
    record: int = 0
    space_name: int = 0
    key_index: bool = False
    long_column_name: int = 0
    check_text: int = 0
    page_overhead: int = 0
    row_overhead: int = 0
    hand: tuple[str, ...] = ()
    control: str = ""
