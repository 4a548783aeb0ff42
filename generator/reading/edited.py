"""Numeric-edited items whose columns are numbers.

(Enterprise COBOL Language Reference, "PICTURE clause editing" and "MOVE statement", de-editing.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.copybook.fields import Usage
from generator.reading.model import Edited, National, Text

if TYPE_CHECKING:
    from generator.config.model import Copybooks
    from generator.copybook.fields import Field
    from generator.reading.settings import Settings

_RUN = re.compile(r"(CR|DB|[^()])(?:\((\d+)\))?")
_POINTS = {"period": ".", "comma": ","}


def edited(item: Field, settings: Settings, copybooks: Copybooks) -> Edited:
    """How the number of a numeric-edited item is written."""
    national = item.usage is Usage.NATIONAL
    return Edited(
        expanded(item.picture.text if item.picture else "", copybooks.currency),
        National(settings.national) if national else Text(),
        _POINTS[copybooks.decimal_point],
        copybooks.currency,
        item.blank_when_zero,
    )


def expanded(picture: str, currency: str = "$") -> str:
    """The picture with a symbol for each position: no P, and no V behind everything.

    The currency symbol is as the program has it: a PICTURE is in upper case here.
    """
    every = _RUN.sub(lambda found: found[1] * int(found[2] or 1), picture)
    if "P" in every:
        left = every.lstrip("V").startswith("P")
        every = ("V" if left else "") + every.replace("P", "").replace("V", "")
    return every.replace(currency.upper(), currency)
