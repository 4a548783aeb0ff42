"""Which parts of the language are laid out, recorded, left out or refused, as data.

`cobrepo support` prints these rows; the parser takes from them what it refuses by name and why.
Each row has an example in tests/support, named after its `key`. Rows stand by area, each area in
a tuple of its own.
"""

from __future__ import annotations

from generator.copybook.treatment import Row, Treatment
from generator.copybook.usages import WORDS

__all__ = ["ROWS", "Row", "Treatment", "refused"]

_LAID_OUT = Treatment.LAID_OUT
_RECORDED = Treatment.RECORDED
_ACCEPTED = Treatment.ACCEPTED
_LEFT_OUT = Treatment.LEFT_OUT
_DIALECT = Treatment.DIALECT
_OPTION = Treatment.OPTION
_REFUSED = Treatment.REFUSED

SOURCE: tuple[Row, ...] = ()

COPY: tuple[Row, ...] = ()

LEVELS: tuple[Row, ...] = ()

PICTURE: tuple[Row, ...] = ()

USAGE: tuple[Row, ...] = ()

CLAUSES: tuple[Row, ...] = (
    Row(
        "any-length",
        "clauses",
        "ANY LENGTH",
        _REFUSED,
        "the caller decides on the length",
        "ISO COBOL 2002, ANY LENGTH clause",
        "CPY902",
        ("ANY",),
    ),
    Row(
        "dynamic-length",
        "clauses",
        "DYNAMIC [LENGTH] [LIMIT n]",
        _REFUSED,
        "the item does not stand in its record; its length varies at run time",
        "Language Reference, DYNAMIC LENGTH clause",
        "CPY902",
        ("DYNAMIC",),
    ),
    Row(
        "like",
        "clauses",
        "LIKE name",
        _REFUSED,
        "ILE COBOL's clause; the lengths that it gives are not Enterprise COBOL's",
        "ILE COBOL Reference, LIKE clause",
        "CPY902",
        ("LIKE",),
    ),
    Row(
        "aligned",
        "clauses",
        "ALIGNED",
        _REFUSED,
        "boundaries differ between the compilers that have it",
        "ISO COBOL 2002, ALIGNED clause",
        "CPY902",
        ("ALIGNED",),
    ),
)

OCCURS: tuple[Row, ...] = (
    Row(
        "unbounded",
        "occurs",
        "OCCURS [m TO] UNBOUNDED DEPENDING ON name",
        _REFUSED,
        "the table has no maximum, so the record has no length; write the largest number",
        "Language Reference, OCCURS DEPENDING ON clause",
        "CPY902",
        ("UNBOUNDED",),
    ),
    Row(
        "occurs-dynamic",
        "occurs",
        "OCCURS DYNAMIC",
        _REFUSED,
        "the table does not stand in its record",
        "ISO COBOL 2014, OCCURS clause",
        "CPY902",
        (),
    ),
)

DIALECT: tuple[Row, ...] = ()

ROWS: tuple[Row, ...] = (
    *SOURCE,
    *COPY,
    *LEVELS,
    *PICTURE,
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
