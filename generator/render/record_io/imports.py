"""The imports of a generated module, known from the names in its expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.render.import_order import imported

_TEXT = re.compile(r'([bf]?)"((?:\\.|[^"\\])*)"')
_INNER = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"(?<![.\w])[A-Za-z_]\w*")

DESCRIPTIONS = {
    ".columns": (
        *("BytesColumn", "DateColumn", "DecimalColumn", "DigitsColumn", "FloatColumn"),
        *("IntegerColumn", "TextColumn"),
    ),
    ".dates": ("DateFormat",),
    ".edited": ("Edited",),
    ".exactly": (
        *("Block", "Counter", "Fill", "Record", "Refused", "Repeat", "Size", "Slot", "Table"),
    ),
    ".storage": (
        *("ASCII_SIGNS", "TRANSLATED_SIGNS", "Binary", "Bits", "HexFloat", "Ieee"),
        *("NationalDigits", "Packed", "Zoned"),
    ),
    ".texts": ("Dbcs", "National", "Octets", "Text", "Utf8", "Varying"),
}
FAST = {
    ".fast": (
        *("PLUS", "SEPARATE", "SIGN", "UNUSUAL", "Memo", "Moments", "MomentsOut", "UnusualError"),
        *("blanked", "counts", "digits", "known", "memo", "overpunch", "overpunched", "packed"),
        *("separate", "shifted", "unfrozen"),
    ),
}
STDLIB = {
    "codecs": ("charmap_decode",),
    "datetime": ("date", "datetime", "time"),
    "decimal": ("Decimal",),
    "functools": ("partial",),
    "math": ("isfinite",),
    "operator": ("itemgetter",),
}


def names_in(expressions: Iterable[str]) -> frozenset[str]:
    """The names that expressions begin with; attributes and what stands in quotes are none.

    An f-string counts: what stands in its braces are expressions.
    """
    found: set[str] = set()
    for expression in expressions:
        found.update(_NAME.findall(_TEXT.sub(_inside, expression)))
    return frozenset(found)


def _inside(text: re.Match[str]) -> str:
    return " ".join(_INNER.findall(text[2])) if text[1] == "f" else ""


def imports(names: frozenset[str], modules: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The lines for those names that the modules have."""
    lines = []
    for module, offered in sorted(modules.items()):
        wanted = [name for name in offered if name in names]
        if wanted:
            lines.append(f"from {module} import {', '.join(imported(wanted))}")
    return tuple(lines)
