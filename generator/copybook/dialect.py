"""What a copybook's text leaves open: compiler options, and paragraphs of the program around it.

The defaults are those of IBM Enterprise COBOL for z/OS. Types only.
"""

from __future__ import annotations

from dataclasses import dataclass

TOLERANCES = {
    "column-7-digit": "a level number that starts in column 7 of a fixed-format line",
    "decimal-point": "a decimal point in a numeric PICTURE with S, as in S9(5).99: taken for V",
    "group-picture": "a PICTURE on a group, which is ignored",
    "level-01-occurs": "OCCURS at level 01 or 77: a record that repeats",
    "reserved-names": "a word that the compiler reserves as the name of an item",
}
"""Breaches of the language found in production copybooks, each accepted when it is named."""

NO_CURRENCY = frozenset("0123456789ABCDEGNPRSUVXZ +-,.;()\"/='*")
"""What CURRENCY SIGN cannot name (Enterprise COBOL Language Reference, SPECIAL-NAMES)."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the program that copies a member reads it.

    `debugging` is WITH DEBUGGING MODE: lines with D in column 7 are compiled. `decimal_comma` is
    DECIMAL-POINT IS COMMA, `currency` the CURRENCY SIGN's picture symbol. `arith_extend` is the
    compiler option ARITH(EXTEND): up to 31 digits. `lp64` is LP(64): pointers of 8 bytes.
    `program` takes the records of a whole program's DATA DIVISION, which a copybook has not.
    `shared_records` says that the 01 entries stand under one FD and share their storage.
    `tolerate` names entries of TOLERANCES.
    """

    debugging: bool = False
    decimal_comma: bool = False
    currency: str = "$"
    arith_extend: bool = False
    lp64: bool = False
    program: bool = False
    shared_records: bool = False
    tolerate: tuple[str, ...] = ()

    def tolerates(self, name: str) -> bool:
        """Whether a breach of the language is accepted; `name` is a key of TOLERANCES."""
        return name in self.tolerate


IBM = Dialect()
