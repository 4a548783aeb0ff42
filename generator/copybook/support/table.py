"""Which parts of the language are laid out, recorded, left out or refused, as data.

`cobrepo support` prints these rows; the parser takes from them what it refuses by name and why.
Each row has an example in tests/support, named after its `key`. Rows stand by area, each area in
a tuple of its own, some in modules of their own.
"""

from __future__ import annotations

from generator.copybook.entries.usages import WORDS
from generator.copybook.support.clause_rows import CLAUSES, LEVELS, OCCURS
from generator.copybook.support.copy_rows import COPY
from generator.copybook.support.layout_rows import PICTURE, STRUCTURE
from generator.copybook.support.treatment import Row, Treatment
from generator.copybook.support.usage_rows import DIALECT, USAGE

__all__ = ["ROWS", "Row", "Treatment", "refused"]

_LAID_OUT = Treatment.LAID_OUT
_ACCEPTED = Treatment.ACCEPTED
_OPTION = Treatment.OPTION
_REFUSED = Treatment.REFUSED

SOURCE: tuple[Row, ...] = (
    Row(
        "fixed-format",
        "source",
        "fixed format: columns 1-6, 7, 8-72, 73-80",
        _LAID_OUT,
        "columns 1-6 and 73-80 hold anything; tabs go to the next eighth column",
        "Language Reference, Reference format",
    ),
    Row(
        "extended-format",
        "source",
        "variable (extended) format",
        _LAID_OUT,
        "as fixed format, without a right margin",
        "COBOL for Linux Programming Guide, SRCFORMAT",
    ),
    Row(
        "free-format",
        "source",
        "free format",
        _LAID_OUT,
        "comments with *>, or with * or / in column 1 as for Micro Focus",
        "ISO COBOL 2002, reference format",
    ),
    Row(
        "source-directive",
        "source",
        '>>SOURCE FORMAT FREE, $SET SOURCEFORMAT"FREE"',
        _LAID_OUT,
        "from the next line on; FIXED and VARIABLE as well",
        "ISO COBOL 2002, SOURCE FORMAT directive",
    ),
    Row(
        "comments",
        "source",
        "* and / in column 7, *> anywhere",
        _ACCEPTED,
        "",
        "Language Reference, Comment lines",
    ),
    Row(
        "continuation",
        "source",
        "- in column 7: words, numbers, literals",
        _LAID_OUT,
        "comment and blank lines may stand between",
        "Language Reference, Continuation lines",
    ),
    Row(
        "debugging-line",
        "source",
        "D in column 7, >>D",
        _OPTION,
        "left out unless the program is compiled WITH DEBUGGING MODE",
        "Language Reference, Debugging lines",
    ),
    Row(
        "listing-control",
        "source",
        "EJECT, SKIP1-3, TITLE, *CBL, *CONTROL",
        _ACCEPTED,
        "",
        "Language Reference, Compiler-directing statements",
    ),
    Row(
        "compiler-options",
        "source",
        "CBL, PROCESS",
        _ACCEPTED,
        "a warning names options that decide on bytes and were not given to cobrepo: ARITH, LP",
        "Language Reference, CBL (PROCESS) statement",
    ),
    Row(
        "harmless-directive",
        "source",
        ">>CALLINTERFACE, >>INLINE, >>LISTING, >>PAGE, >>TURN",
        _ACCEPTED,
        "",
        "Language Reference, Compiler directives",
    ),
    Row(
        "conditional-compilation",
        "source",
        ">>IF, >>EVALUATE, >>DEFINE, $IF",
        _REFUSED,
        "what is compiled depends on the compiler's options",
        "Language Reference, Conditional compilation",
        "CPY901",
    ),
    Row(
        "unknown-directive",
        "source",
        ">> and $ with other words",
        _REFUSED,
        "it may change the layout",
        "Language Reference, Compiler directives",
        "CPY901",
    ),
    Row(
        "library-control",
        "source",
        "BASIS, INSERT, DELETE; ++INCLUDE, -INC",
        _REFUSED,
        "the text is changed by a library that is not here",
        "Language Reference, BASIS statement",
        "CPY901",
    ),
    Row(
        "ebcdic",
        "source",
        "EBCDIC source, with line ends or in 80-byte records",
        _LAID_OUT,
        "read by code page 1047 or 037; a note says which",
        "Programming Guide, CODEPAGE",
    ),
    Row(
        "card-images",
        "source",
        "80-byte records without line ends",
        _LAID_OUT,
        "each record is a line",
        "Language Reference, Reference format",
    ),
    Row(
        "column-7-digit",
        "source",
        "a level number that starts in column 7",
        _OPTION,
        "--tolerate column-7-digit",
        "Language Reference, Indicator area",
        "CPY106",
    ),
)

ROWS: tuple[Row, ...] = (
    *SOURCE,
    *COPY,
    *LEVELS,
    *PICTURE,
    *STRUCTURE,
    *USAGE,
    *CLAUSES,
    *OCCURS,
    *DIALECT,
)

_REASONS = {word: row.note for row in ROWS if row.treatment is _REFUSED for word in row.words} | {
    each.word: each.note for each in WORDS.values() if each.treatment is _REFUSED
}


def refused(word: str) -> str | None:
    """Why a word of a data description entry is refused; None for any other word."""
    return _REASONS.get(word)
