"""The reading model: how the bytes of a job's files become the rows of its tables.

Types only, all frozen. Everything that depends on a copybook or on job.yaml is decided here; the
templates print it. Offsets and lengths are in bytes, zero-based.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.config.model import ByteOrder, NumberContents, RecordFormat, Role, TextContents
from generator.copybook.fields import Field
from generator.relational.tables import Column, DateRule, Decision, Entity


@dataclass(frozen=True, slots=True)
class Size:
    """A number of bytes: `fixed`, and one `Size` for each occurrence that a counter counts.

    A record with DEPENDING ON is fixed + counter * (size of an occurrence) + ...; the size of an
    occurrence varies when tables are nested.
    """

    fixed: int
    varying: tuple[tuple[str, Size], ...] = ()  # (name of a Counter, one occurrence)


@dataclass(frozen=True, slots=True)
class Text:
    """DISPLAY characters in the file's code page. `justified`: the padding stands in front."""

    justified: bool = False


@dataclass(frozen=True, slots=True)
class Zoned:
    """Unsigned or signed DISPLAY digits; `sign` is where the sign stands, None without one."""

    sign: Literal["leading", "trailing"] | None = None
    separate: bool = False


@dataclass(frozen=True, slots=True)
class National:
    """UTF-16."""

    order: ByteOrder


@dataclass(frozen=True, slots=True)
class Edited:
    """A numeric-edited item whose column is a number: characters of `text`.

    `picture` has a symbol for each position ("Z,ZZ9.99CR"), and V where the decimal point is only
    assumed, but no P; the number is what its digit positions make, and the item's scale says
    where its point is. `point` and `currency` are the symbols that the program has for these.
    """

    picture: str
    text: Text | National
    point: str = "."
    currency: str = "$"
    blank_when_zero: bool = False


@dataclass(frozen=True, slots=True)
class Packed:
    """COMP-3; `sign_nibble` is False for COMP-6."""

    signed: bool
    sign_nibble: bool = True


@dataclass(frozen=True, slots=True)
class Binary:
    """COMP, COMP-5 and their like, two's complement; `digits` is None where the bytes decide."""

    signed: bool
    order: ByteOrder
    digits: int | None = None


@dataclass(frozen=True, slots=True)
class Float:
    """COMP-1 and COMP-2 by their length; hexadecimal (always big-endian) or IEEE 754."""

    hexadecimal: bool
    order: ByteOrder = "big"


@dataclass(frozen=True, slots=True)
class NationalDigits:
    """A numeric item of USAGE NATIONAL: digits in UTF-16, the sign a character of its own."""

    order: ByteOrder
    sign: Literal["leading", "trailing"] | None = None


@dataclass(frozen=True, slots=True)
class Dbcs:
    """DISPLAY-1: pure double-byte characters, without shift-out and shift-in."""

    code_page: str


@dataclass(frozen=True, slots=True)
class Utf8:
    """USAGE UTF-8."""


@dataclass(frozen=True, slots=True)
class Bits:
    """Bytes as they are."""


@dataclass(frozen=True, slots=True)
class Varying:
    """A level-49 pair: a binary halfword that counts, then text of at most `maximum` bytes.

    The halfword counts characters: two bytes each for National and Dbcs text.
    """

    count: Binary
    text: Text | National | Dbcs | Utf8 | Bits
    maximum: int


Storage: TypeAlias = (
    Text
    | Zoned
    | Edited
    | Packed
    | Binary
    | Float
    | National
    | NationalDigits
    | Dbcs
    | Utf8
    | Bits
    | Varying
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item in the record: where its bytes are, and how a value is written in them.

    `offset` counts from the start of the record, or of the occurrence of its Block. `scale` is the
    item's: digits right of the decimal point, negative for P on the right. `path` is its
    qualified COBOL name, for messages.
    """

    path: str
    offset: Size
    length: int
    storage: Storage
    scale: int
    field: Field


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a column. Exactly what the row class wants: its type, scale and padding.

    `contents` says what SPACES, LOW-VALUES and HIGH-VALUES mean; for a date `date` says it.
    `trim` drops the padding. `present` is (counter, number of the occurrence) for an occurrence
    of a flattened table that DEPENDING ON may leave out: then the value is null.
    """

    column: Column
    item: Item
    date: DateRule | None = None
    contents: TextContents | NumberContents | None = None
    trim: bool = True
    present: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table inside the record whose occurrences are rows.

    `offset` counts from the start of the enclosing block; `occurrence` is the distance from one
    to the next. `count` is the number of occurrences, or the name of the counter that says it.
    `empty` is the byte that fills an occurrence that gives no row.
    """

    offset: Size
    occurrence: Size
    count: int | str
    empty: bytes | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one entity: the record as a whole, or each occurrence of a table.

    A child's row begins with the attributes of its parent's key, which `inherited` names in the
    order of the parent's key, then `sequence` (1 for the first occurrence).
    """

    entity: Entity
    values: tuple[Value, ...]
    table: Table | None = None
    inherited: tuple[str, ...] = ()
    sequence: str | None = None
    children: tuple[Block, ...] = ()

    def everything(self) -> Iterator[Value]:
        """Every value of the rows and of those of the tables inside."""
        yield from self.values
        for child in self.children:
            yield from child.everything()


@dataclass(frozen=True, slots=True)
class Counter:
    """The object of a DEPENDING ON, read before anything that its table moves.

    `name` is a Python name, unique in the record. A value outside minimum to maximum is an error
    of the record. `item` is None where the object lies outside of the record: then the table is
    the only one that varies, it ends the record, and the record's length tells its occurrences.
    """

    name: str
    item: Item | None
    minimum: int
    maximum: int


Operator = Literal["=", "<>", "<", ">", "<=", ">="]


@dataclass(frozen=True, slots=True)
class Compare:
    """An item against a literal.

    Text is compared as the mainframe does, by the bytes of the file's code page: `literal` is
    those bytes, padded to the item's length, and the item's own bytes are compared with it
    whatever its storage (a number with SPACES). Numbers are compared by value: `literal` is the
    number in plain decimal notation. An item behind the end of a shorter record is not equal,
    nor anything else.
    """

    item: Item
    operator: Operator
    literal: bytes | str


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts, always."""

    parts: tuple[Test, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Test


Test: TypeAlias = Compare | All | Any | Not


@dataclass(frozen=True, slots=True)
class Total:
    """A sum in a trailer: `item` of it against the sum of the attribute over rows of the entities.

    `attributes` are (name of a row class, attribute).
    """

    item: Item
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record in a file, told from the others by `when`; the first that holds wins.

    `block` is None for a header, a trailer, and a record that becomes no table. `length` is the
    exact length of a record of a varying file, `minimum` and `maximum` its bounds. A record of
    fixed length may be longer: the file is as wide as its widest record.
    """

    record: str
    name: str  # Python name, unique in the job: policy_premium
    role: Role
    when: Test
    length: Size
    minimum: int
    maximum: int
    counters: tuple[Counter, ...] = ()
    block: Block | None = None
    count: Item | None = None  # of a trailer: the number of records
    counts_all: bool = False
    totals: tuple[Total, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that the job reads. `name` is what the command line calls it.

    `length` is the record length of a fixed file. `encoding` is a name that Python's codecs know,
    those of the `ebcdic` package and cp930, cp935, cp937, cp939 (shift-out, shift-in) included.
    `unmatched` is what becomes of a record that is of no kind; its rejection is entered under the
    table of `reject_to`, the row class of the first kind with a table.
    """

    name: str
    format: RecordFormat
    length: int
    encoding: str
    kinds: tuple[Kind, ...]
    reject_to: str
    unmatched: Literal["reject", "ignore"] = "reject"
    invalid: Literal["reject", "fail"] = "reject"
    blocked: bool = False
    descriptors: ByteOrder = "big"
    signs: Literal["ebcdic", "ascii"] = "ebcdic"


@dataclass(frozen=True, slots=True)
class Reading:
    """Every file of a job, in the order of job.yaml or of the copybooks; what was decided."""

    files: tuple[SourceFile, ...]
    decisions: tuple[Decision, ...] = ()
