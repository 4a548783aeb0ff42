"""The words of the USAGE clause: what each means, whose it is, and how many bytes it takes.

Sizes and boundaries: Enterprise COBOL for z/OS Language Reference, "USAGE clause" and
"SYNCHRONIZED clause"; Programming Guide, "Pointer data items with AMODE 64 programs". Those of
words that are not Enterprise COBOL's: GnuCOBOL, whose `-std=ibm` accepts them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.copybook.fields import Category, Picture, Usage
from generator.copybook.support.treatment import Treatment

IBM = "Enterprise COBOL"


@dataclass(frozen=True, slots=True)
class Facts:
    """What placement needs to know of a USAGE.

    `size` is None where the PICTURE decides. `boundary` is that of SYNCHRONIZED, 0 where the
    digits decide and 1 where SYNCHRONIZED has no effect; `wide` is size and boundary under LP(64).
    `category` is that of an item without a PICTURE, `digits` what its largest number has.
    """

    size: int | None = None
    boundary: int = 1
    wide: int | None = None
    category: Category | None = None
    digits: int = 0

    @property
    def takes_picture(self) -> bool:
        """Whether a PICTURE must be given, or must not."""
        return self.size is None


@dataclass(frozen=True, slots=True)
class UsageWord:
    """A word of the USAGE clause. `usage` is None where it is refused, for the reason `note`."""

    word: str
    usage: Usage | None
    treatment: Treatment = Treatment.LAID_OUT
    owner: str = IBM
    note: str = ""
    unsigned: bool = False


_FLOAT = Category.FLOATING_POINT
_INTEGER = Category.NUMERIC

FACTS: dict[Usage, Facts] = {
    Usage.DISPLAY: Facts(),
    Usage.DISPLAY_1: Facts(),
    Usage.NATIONAL: Facts(),
    Usage.UTF_8: Facts(),
    Usage.COMP: Facts(boundary=0),
    Usage.COMP_1: Facts(4, 4, category=_FLOAT),
    Usage.COMP_2: Facts(8, 8, category=_FLOAT),
    Usage.COMP_3: Facts(),
    Usage.COMP_5: Facts(boundary=0),
    Usage.INDEX: Facts(4, 4, wide=8, category=Category.INDEX),
    Usage.POINTER: Facts(4, 4, wide=8, category=Category.DATA_POINTER),
    Usage.POINTER_32: Facts(4, 4, category=Category.DATA_POINTER),
    Usage.PROCEDURE_POINTER: Facts(8, 8, category=Category.PROCEDURE_POINTER),
    Usage.FUNCTION_POINTER: Facts(4, 4, wide=8, category=Category.FUNCTION_POINTER),
    Usage.OBJECT_REFERENCE: Facts(4, 4, category=Category.OBJECT_REFERENCE),
    Usage.COMP_6: Facts(),
    Usage.COMP_N: Facts(),
    Usage.COMP_X: Facts(),
    Usage.BINARY_CHAR: Facts(1, 1, category=_INTEGER, digits=3),
    Usage.BINARY_SHORT: Facts(2, 2, category=_INTEGER, digits=5),
    Usage.BINARY_LONG: Facts(4, 4, category=_INTEGER, digits=10),
    Usage.BINARY_DOUBLE: Facts(8, 8, category=_INTEGER, digits=19),
    Usage.FLOAT_SHORT: Facts(4, 4, category=_FLOAT),
    Usage.FLOAT_LONG: Facts(8, 8, category=_FLOAT),
    Usage.FLOAT_DECIMAL_16: Facts(8, 8, category=_FLOAT),
    Usage.FLOAT_DECIMAL_34: Facts(16, 16, category=_FLOAT),
}

_STANDARD = "COBOL 2002"
_MICRO_FOCUS = "Micro Focus COBOL"
_ACUCOBOL = "ACUCOBOL-GT"
_GNU = "GnuCOBOL"


def _ibm(usage: Usage, *words: str) -> list[UsageWord]:
    return [UsageWord(word, usage) for word in words]


def _dialect(
    usage: Usage, owner: str, *words: str, unsigned: bool = False, note: str = ""
) -> list[UsageWord]:
    return [UsageWord(word, usage, Treatment.DIALECT, owner, note, unsigned) for word in words]


def _refused(owner: str, note: str, *words: str) -> list[UsageWord]:
    return [UsageWord(word, None, Treatment.REFUSED, owner, note) for word in words]


def _comp(number: str) -> tuple[str, str]:
    return f"COMP-{number}", f"COMPUTATIONAL-{number}"


_LONG = "8 bytes, as on 64-bit Linux"
_UNKNOWN = "its bytes differ between compilers"

WORDS: dict[str, UsageWord] = {
    each.word: each
    for each in (
        *_ibm(Usage.DISPLAY, "DISPLAY"),
        *_ibm(Usage.DISPLAY_1, "DISPLAY-1", "KANJI"),
        *_ibm(Usage.NATIONAL, "NATIONAL"),
        *_ibm(Usage.UTF_8, "UTF-8"),
        *_ibm(Usage.COMP, "BINARY", "COMP", "COMPUTATIONAL", *_comp("4")),
        *_ibm(Usage.COMP_1, *_comp("1")),
        *_ibm(Usage.COMP_2, *_comp("2")),
        *_ibm(Usage.COMP_3, *_comp("3"), "PACKED-DECIMAL"),
        *_ibm(Usage.COMP_5, *_comp("5")),
        *_ibm(Usage.INDEX, "INDEX"),
        *_ibm(Usage.POINTER, "POINTER"),
        *_ibm(Usage.POINTER_32, "POINTER-32"),
        *_ibm(Usage.PROCEDURE_POINTER, "PROCEDURE-POINTER"),
        *_ibm(Usage.FUNCTION_POINTER, "FUNCTION-POINTER"),
        *_ibm(Usage.OBJECT_REFERENCE, "OBJECT REFERENCE"),
        *_dialect(Usage.COMP_6, _ACUCOBOL, *_comp("6")),
        *_dialect(Usage.COMP_X, _MICRO_FOCUS, *_comp("X")),
        *_dialect(Usage.COMP_N, _MICRO_FOCUS, *_comp("N")),
        *_dialect(Usage.BINARY_CHAR, _STANDARD, "BINARY-CHAR"),
        *_dialect(Usage.BINARY_SHORT, _STANDARD, "BINARY-SHORT"),
        *_dialect(Usage.BINARY_LONG, _STANDARD, "BINARY-LONG"),
        *_dialect(Usage.BINARY_DOUBLE, _STANDARD, "BINARY-DOUBLE"),
        *_dialect(Usage.BINARY_LONG, _GNU, "BINARY-INT"),
        *_dialect(Usage.BINARY_DOUBLE, _GNU, "BINARY-LONG-LONG"),
        *_dialect(Usage.BINARY_DOUBLE, _GNU, "BINARY-C-LONG", note=_LONG),
        *_dialect(Usage.BINARY_SHORT, _ACUCOBOL, "SIGNED-SHORT"),
        *_dialect(Usage.BINARY_SHORT, _ACUCOBOL, "UNSIGNED-SHORT", unsigned=True),
        *_dialect(Usage.BINARY_LONG, _ACUCOBOL, "SIGNED-INT"),
        *_dialect(Usage.BINARY_LONG, _ACUCOBOL, "UNSIGNED-INT", unsigned=True),
        *_dialect(Usage.BINARY_DOUBLE, _GNU, "SIGNED-LONG", note=_LONG),
        *_dialect(Usage.BINARY_DOUBLE, _GNU, "UNSIGNED-LONG", unsigned=True, note=_LONG),
        *_dialect(Usage.FLOAT_SHORT, _STANDARD, "FLOAT-SHORT"),
        *_dialect(Usage.FLOAT_LONG, _STANDARD, "FLOAT-LONG"),
        *_dialect(Usage.FLOAT_SHORT, _ACUCOBOL, "FLOAT"),
        *_dialect(Usage.FLOAT_LONG, _ACUCOBOL, "DOUBLE"),
        *_dialect(Usage.FLOAT_DECIMAL_16, "COBOL 2014", "FLOAT-DECIMAL-16"),
        *_dialect(Usage.FLOAT_DECIMAL_34, "COBOL 2014", "FLOAT-DECIMAL-34"),
        *_dialect(Usage.PROCEDURE_POINTER, _STANDARD, "PROGRAM-POINTER"),
        *_refused(_STANDARD, _UNKNOWN, "FLOAT-EXTENDED"),
        *_refused("COBOL 2014", _UNKNOWN, "FLOAT-BINARY-32", "FLOAT-BINARY-64", "FLOAT-BINARY-128"),
        *_refused("several compilers", _UNKNOWN, *_comp("0"), *_comp("9"), *_comp("10")),
        *_refused("several compilers", _UNKNOWN, *_comp("7"), *_comp("8"), *_comp("15")),
        *_refused(_GNU, "its bytes depend on the window system", "HANDLE"),
        *_refused(_STANDARD, "items of single bits have no bytes of their own", "BIT"),
    )
}


def size_of(usage: Usage, *, lp64: bool) -> int | None:
    """Bytes of an item whose USAGE alone decides; POINTER and its like have 8 under LP(64)."""
    facts = FACTS[usage]
    return facts.wide if lp64 and facts.wide else facts.size


def implied_picture(usage: Usage, *, unsigned: bool = False) -> Picture | None:
    """What stands for the PICTURE of an item that has none; None for a USAGE that needs one."""
    facts = FACTS[usage]
    if facts.category is None:
        return None
    signed = facts.category is Category.NUMERIC and not unsigned
    return Picture("", facts.category, 0, facts.digits, signed=signed)
