"""The field model: what a copybook's data description entries mean, with their bytes.

Types only. Everything is frozen; the layout passes return new values. Offsets and lengths are
zero-based and in bytes. An item under OCCURS has the offset of its first occurrence and the
length of one occurrence; a table with DEPENDING ON is laid out at its maximum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.problems import Location, Problem

_BLANKS = re.compile(r"('[^']*'|\"[^\"]*\")|\s+")


class Kind(StrEnum):
    """What an entry describes."""

    GROUP = "group"
    ELEMENTARY = "elementary"
    RENAMES = "renames"


class Usage(StrEnum):
    """USAGE in one spelling each: BINARY and COMP-4 are COMP, PACKED-DECIMAL is COMP-3.

    The last group is not Enterprise COBOL's; entries/usages.py says whose.
    """

    DISPLAY = "DISPLAY"
    DISPLAY_1 = "DISPLAY-1"
    NATIONAL = "NATIONAL"
    UTF_8 = "UTF-8"
    COMP = "COMP"
    COMP_1 = "COMP-1"
    COMP_2 = "COMP-2"
    COMP_3 = "COMP-3"
    COMP_5 = "COMP-5"
    INDEX = "INDEX"
    POINTER = "POINTER"
    POINTER_32 = "POINTER-32"
    PROCEDURE_POINTER = "PROCEDURE-POINTER"
    FUNCTION_POINTER = "FUNCTION-POINTER"
    OBJECT_REFERENCE = "OBJECT REFERENCE"

    COMP_6 = "COMP-6"
    COMP_N = "COMP-N"
    COMP_X = "COMP-X"
    BINARY_CHAR = "BINARY-CHAR"
    BINARY_SHORT = "BINARY-SHORT"
    BINARY_LONG = "BINARY-LONG"
    BINARY_DOUBLE = "BINARY-DOUBLE"
    FLOAT_SHORT = "FLOAT-SHORT"
    FLOAT_LONG = "FLOAT-LONG"
    FLOAT_DECIMAL_16 = "FLOAT-DECIMAL-16"
    FLOAT_DECIMAL_34 = "FLOAT-DECIMAL-34"


class Category(StrEnum):
    """Category of an elementary item.

    (Enterprise COBOL Language Reference, "Classes and categories of data".)
    """

    ALPHABETIC = "alphabetic"
    ALPHANUMERIC = "alphanumeric"
    ALPHANUMERIC_EDITED = "alphanumeric-edited"
    NUMERIC = "numeric"
    NUMERIC_EDITED = "numeric-edited"
    FLOATING_POINT = "internal-floating-point"
    EXTERNAL_FLOATING_POINT = "external-floating-point"
    NATIONAL = "national"
    NATIONAL_EDITED = "national-edited"
    DBCS = "dbcs"
    UTF_8 = "utf-8"
    INDEX = "index"
    DATA_POINTER = "data-pointer"
    PROCEDURE_POINTER = "procedure-pointer"
    FUNCTION_POINTER = "function-pointer"
    OBJECT_REFERENCE = "object-reference"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PICTURE character-string, analysed.

    `text` is as written, upper case, without blanks. `digits` counts the digit positions that
    are stored (9s; P not counted); `scale` is the number of digits right of the assumed decimal
    point and is negative for P on the right (9(3)PP has scale -2, VPP9(3) has scale 5). `size`
    is the number of character positions in standard data format (P, S and V take none); a
    position of a national or DBCS item takes two bytes, of a UTF-8 item four. An item whose
    USAGE takes no PICTURE has one with an empty `text` here, for its category.
    """

    text: str
    category: Category
    size: int
    digits: int = 0
    scale: int = 0
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """The operational sign of a signed DISPLAY item: where it is, and whether in its own byte."""

    position: str  # "leading" or "trailing"
    separate: bool = False


@dataclass(frozen=True, slots=True)
class OccursKey:
    """One ASCENDING or DESCENDING KEY phrase."""

    ascending: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occurs:
    """OCCURS: minimum equals maximum unless DEPENDING ON is given."""

    minimum: int
    maximum: int
    depending_on: str | None = None  # as written, qualification kept ("N OF HDR")
    keys: tuple[OccursKey, ...] = ()
    indexed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One literal of a VALUE clause.

    `kind` is numeric, text, figurative, hex (X"C1C2"), null-terminated (Z"..."), national
    (N"..."), national-hex (NX"..."), dbcs (G"...") or utf-8 (U"...", UX"..." is utf-8-hex).
    `text` holds a number in plain decimal notation, the characters or the hexadecimal digits of
    a literal without its quotes, or a figurative constant in upper case and singular ("SPACE",
    "ZERO", "HIGH-VALUE", "LOW-VALUE", "QUOTE", "NULL", "ALL x").
    """

    kind: str
    text: str


PREFIXES = {
    "text": "",
    "hex": "X",
    "null-terminated": "Z",
    "national": "N",
    "national-hex": "NX",
    "dbcs": "G",
    "utf-8": "U",
    "utf-8-hex": "UX",
}
"""What stands before the quotation mark of a literal, by the kind of its value."""


@dataclass(frozen=True, slots=True)
class ValueRange:
    """`low` THRU `high`; a single value has no `high`."""

    low: Value
    high: Value | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A level-88 entry: the condition-name and the values for which it is true.

    `false` is the value of WHEN SET TO FALSE.
    """

    name: str
    values: tuple[ValueRange, ...]
    location: Location
    false: Value | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One data description entry of level 01-49, 66 or 77, placed in its record.

    `name` is "FILLER" as written, or None when the word is absent. `path` is the chain of names
    from the record down to this item (a nameless item appears in it as "FILLER"). `length` is
    that of one occurrence. `redefines` names the redefined item as written. `renames` holds the
    first and last name of a level-66 entry. `variable_offset` says that a table with DEPENDING
    ON stands before this item, so that `offset` holds for the maximum only. `slack` is the
    number of slack bytes that the compiler puts in front of the item.
    """

    name: str | None
    level: int
    kind: Kind
    path: tuple[str, ...]
    location: Location
    offset: int
    length: int
    picture: Picture | None = None
    usage: Usage | None = None  # of an elementary item, after inheritance; None for a group
    sign: Sign | None = None  # only for signed DISPLAY items
    occurs: Occurs | None = None
    redefines: str | None = None
    renames: tuple[str, str | None] | None = None
    value: Value | None = None
    synchronized: bool = False
    justified: bool = False
    blank_when_zero: bool = False
    group_usage: Usage | None = None  # GROUP-USAGE of a group: NATIONAL or UTF-8
    external: bool = False
    global_: bool = False
    volatile: bool = False
    variable_offset: bool = False
    slack: int = 0
    text: str = ""  # the entry as written, without its period
    conditions: tuple[Condition, ...] = ()
    children: tuple[Field, ...] = ()

    @property
    def is_filler(self) -> bool:
        """True for FILLER and for a nameless entry."""
        return self.name is None or self.name == "FILLER"

    @property
    def source(self) -> str:
        """The entry on one line, as written: "05 ACCT-BAL PIC S9(9)V99 COMP-3"."""
        return _BLANKS.sub(lambda found: found[1] or " ", self.text).strip()

    @property
    def digits(self) -> int:
        """Digit positions stored, 0 for an item that is not numeric."""
        return self.picture.digits if self.picture else 0

    @property
    def scale(self) -> int:
        """Digits right of the decimal point; negative where P stands on the right."""
        return self.picture.scale if self.picture else 0

    @property
    def signed(self) -> bool:
        """Whether the item has an operational sign."""
        return bool(self.picture and self.picture.signed)

    @property
    def total_length(self) -> int:
        """Bytes of all occurrences at the maximum."""
        return self.length * (self.occurs.maximum if self.occurs else 1)

    def walk(self) -> Iterator[Field]:
        """This item and all below it, in source order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Record:
    """A record: one 01 or 77 entry, or the top items of a copybook that starts below 01.

    `implied` says that the copybook gave no 01: `root` then is a group with the member's name
    that is not among the listed fields. `min_length` counts each DEPENDING ON at its minimum.
    `file` is the file-name of the FD or SD entry under which a program describes the record.
    """

    name: str
    root: Field
    length: int
    min_length: int
    implied: bool = False
    file: str | None = None

    def fields(self) -> tuple[Field, ...]:
        """Every entry of the copybook in source order, the 01 first, an implied root left out."""
        every = tuple(self.root.walk())
        return every[1:] if self.implied else every


@dataclass(frozen=True, slots=True)
class Constant:
    """A level-78 entry: a name for a literal, used in OCCURS, PICTURE and VALUE."""

    name: str
    value: Value
    location: Location


@dataclass(frozen=True, slots=True)
class Copybook:
    """A parsed copybook. `members` are the files read for it: itself and its COPY closure."""

    path: str
    source_format: str
    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()  # warnings and notes; errors raise GenerationFailed
    members: tuple[str, ...] = ()
    constants: tuple[Constant, ...] = ()
