"""What an option of the command line may be."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    JSON = "json"


class LintFormat(StrEnum):
    """How findings are printed."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class LayoutFormat(StrEnum):
    """How a layout is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    COBOL = "cobol"


class SupportFormat(StrEnum):
    """How the table of what is supported is printed."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


class SourceFormat(StrEnum):
    """How the lines of a copybook are laid out."""

    AUTO = "auto"
    FIXED = "fixed"
    FREE = "free"
    VARIABLE = "variable"


class Arith(StrEnum):
    """The compiler option ARITH."""

    COMPAT = "compat"
    EXTEND = "extend"


class Pointers(StrEnum):
    """The compiler option LP: the bits of a pointer."""

    LP32 = "32"
    LP64 = "64"
