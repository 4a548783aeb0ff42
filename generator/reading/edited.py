"""Numeric-edited items whose columns are numbers.

(Enterprise COBOL Language Reference, "PICTURE clause editing" and "MOVE statement", de-editing.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.copybook.fields import Usage
from generator.copybook.layout.picture import every_symbol
from generator.reading.model import Edited, National, Text

if TYPE_CHECKING:
    from generator.config.model import Copybooks
    from generator.copybook.fields import Field
    from generator.reading.settings import Settings

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


def zero(how: Edited) -> str:
    """The characters of zero."""
    body = how.picture[:-2] if how.picture.endswith(("CR", "DB")) else how.picture
    blanks, cells = len(how.picture) - len(body), body.replace("V", "")
    if how.blank_when_zero or ("9" not in cells and "*" not in cells):
        return " " * (len(cells) + blanks)
    if "9" not in cells:
        points = (each if each == how.point else "*" for each in cells)
        return "".join(points) + "*" * blanks
    floating = next((each for each in ("+", "-", how.currency) if cells.count(each) > 1), "")
    start = min((cells.find(each) for each in f"Z*{floating}" if each in cells), default=len(cells))
    end = min(at for at, each in enumerate(body) if each in ("9", "V", how.point))
    shown = [_zero(each) for each in cells]
    shown[start:end] = ("*" if "*" in cells else " ") * (end - start)
    if floating:
        shown[end - 1] = _zero(floating)
    return "".join(shown) + " " * blanks


def _zero(symbol: str) -> str:
    return {"9": "0", "B": " ", "-": " "}.get(symbol, symbol)


def expanded(picture: str, currency: str = "$") -> str:
    """The picture with a symbol for each position: no P, and no V behind everything.

    The currency symbol is as the program has it: a PICTURE is in upper case here.
    """
    every = every_symbol(picture)
    if "P" in every:
        left = every.lstrip("V").startswith("P")
        every = ("V" if left else "") + every.replace("P", "").replace("V", "")
    return every.replace(currency.upper(), currency)
