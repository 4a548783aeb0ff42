"""How PICTURE and the structure of records are treated: rows of the table of support.

The rules are in layout/picture.py, those that need the item's other clauses in layout/checks.py.
"""

from __future__ import annotations

from generator.copybook.support.treatment import Row, Treatment

_REFERENCE = "Language Reference, PICTURE clause"


def _row(  # noqa: PLR0913, PLR0917 - the columns of the table
    key: str,
    form: str,
    treatment: Treatment,
    note: str,
    reference: str = _REFERENCE,
    code: str | None = None,
    words: tuple[str, ...] = (),
) -> Row:
    return Row(key, "picture", form, treatment, note, reference, code, words)


_LAID_OUT = Treatment.LAID_OUT
_OPTION = Treatment.OPTION
_REFUSED = Treatment.REFUSED

PICTURE: tuple[Row, ...] = (
    _row("picture-text", "X, A, 9, with B 0 /", _LAID_OUT, "alphanumeric, alphabetic, edited"),
    _row("picture-number", "S, 9, V", _LAID_OUT, "18 digits; S and V take no byte"),
    _row("picture-scaling", "P left or right of the digits", _LAID_OUT, "takes no byte"),
    _row("picture-edited", "Z * + - $ CR DB . , B 0 /", _LAID_OUT, "fixed and floating insertion"),
    _row(
        "picture-national",
        "N, with B 0 /",
        _LAID_OUT,
        "USAGE NATIONAL is implied; 2 bytes a position",
        "Language Reference, National items, National-edited items",
    ),
    _row(
        "picture-dbcs",
        "G, with B",
        _LAID_OUT,
        "USAGE DISPLAY-1 is implied; 2 bytes a position",
        "Language Reference, DBCS items",
    ),
    _row(
        "picture-floating",
        "+9.9(5)E+99",
        _LAID_OUT,
        "a byte a position, V none; DISPLAY or NATIONAL",
        "Language Reference, External floating-point items",
    ),
    _row(
        "picture-point-at-end",
        "9(5)., 9(5),",
        _LAID_OUT,
        "a point or comma right before the period that ends the entry takes a byte",
    ),
    _row(
        "extended-digits",
        "19 to 31 digits",
        _LAID_OUT,
        "a warning without --arith extend; BINARY has 18 at most",
        "Programming Guide, ARITH",
    ),
    _row(
        "decimal-comma",
        "9(5),99 under DECIMAL-POINT IS COMMA",
        _OPTION,
        "--decimal-comma exchanges comma and point",
        "Language Reference, DECIMAL-POINT IS COMMA clause",
        "CPY401",
    ),
    _row(
        "currency",
        "a currency symbol other than $",
        _OPTION,
        "--currency SYMBOL; a currency string of one character",
        "Language Reference, CURRENCY SIGN clause",
        "CPY401",
    ),
    _row(
        "decimal-point",
        "S9(5).99",
        _OPTION,
        "--tolerate decimal-point reads the point as V, which takes no byte; "
        "no COBOL compiler takes it, and tools that count a byte for the point differ",
        _REFERENCE,
        "CPY401",
    ),
    _row(
        "group-picture",
        "PICTURE on a group",
        _OPTION,
        "--tolerate group-picture ignores it",
        _REFERENCE,
        "CPY511",
    ),
    _row(
        "too-many-digits",
        "more than 31 digits",
        _REFUSED,
        "GnuCOBOL has up to 38, Enterprise COBOL 31",
        "Language Reference, Numeric items",
        "CPY401",
        ("9(32)",),
    ),
    _row(
        "picture-boolean",
        "1",
        _REFUSED,
        "Enterprise COBOL has no boolean items",
        "ISO COBOL 2002, PICTURE clause",
        "CPY401",
        ("1(8)",),
    ),
)

STRUCTURE: tuple[Row, ...] = (
    Row(
        "shared-records",
        "levels",
        "several 01s under one FD",
        _OPTION,
        "--shared-records: each is a redefinition of the first, as in a FILE SECTION",
        "Language Reference, File description entries",
    ),
    Row(
        "irregular-levels",
        "levels",
        "siblings with different level numbers",
        _LAID_OUT,
        "an item belongs to the nearest one before it with a lower number",
        "Language Reference, Level-numbers",
    ),
    Row(
        "level-01-occurs",
        "occurs",
        "OCCURS at level 01 or 77",
        _OPTION,
        "--tolerate level-01-occurs repeats the record, as GnuCOBOL does;"
        " Enterprise COBOL discards the clause with an error (IGYDS1063-E)",
        "Language Reference, OCCURS clause",
        "CPY521",
    ),
    Row(
        "value-without-picture",
        "clauses",
        "VALUE 'text' without PICTURE",
        Treatment.DIALECT,
        "PICTURE X of the literal's length; ISO COBOL's",
        "ISO COBOL 2002, PICTURE clause",
        "CPY904",
    ),
    Row(
        "occurs-to",
        "occurs",
        "OCCURS m TO n without DEPENDING ON",
        Treatment.DIALECT,
        "a table of n, as for GnuCOBOL",
        "GnuCOBOL Programmer's Guide, OCCURS",
        "CPY523",
    ),
)
