"""PICTURE character-strings: symbols, category, size, digits and scale.

Enterprise COBOL for z/OS Language Reference, "PICTURE clause": symbols and their sizes,
"Data categories and PICTURE rules", "Editing".
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.copybook.fields import Category, Picture

MAX_TEXT = 50
MAX_DIGITS = 31
MAX_SIZE = 134_217_727

_SYMBOL = re.compile(r"(CR|DB|[A-Z0-9/,.+\-*$])(?:\((\d+)\))?")
_NOT_YET = {
    "N": "national",
    "G": "DBCS",
    "U": "UTF-8",
    "E": "external floating-point",
}
_INSERTION = frozenset("B0/,")
_EDITING = frozenset((*"Z*+-$,./B0", "CR", "DB"))
_TEXT = frozenset("XA9B0/")
_NUMERIC = re.compile(r"S?(?:9(?:V9?)?|V9|9PV?|V?P9)")

# An edited picture with insertion symbols taken out and repetitions drawn together; C is CR or DB.
_POINT = r"(?:[.V]9?)?"
_FIXED = re.compile(rf"[+-]?\$?(?:9?{_POINT}|Z9?{_POINT}|Z?[.V]Z|\*9?{_POINT}|\*?[.V]\*)[+\-C]?")
_FLOATING_CURRENCY = re.compile(rf"[+-]?(?:\$9?{_POINT}|\$?[.V]\$)[+\-C]?")
_FLOATING_SIGN = re.compile(rf"\$?(?:[+-]9?{_POINT}|\+?[.V]\+|-?[.V]-)")
_SCALED = re.compile(r"(?P<right>[^.VP]+)PV?|V?P(?P<left>9+)")

Run = tuple[str, int]


class BadPicture(ValueError):  # noqa: N818 - a finding about the user's text
    """The character-string breaks a rule; `at` is the offset of the symbol."""

    def __init__(self, message: str, at: int = 0, *, supported: bool = True) -> None:
        super().__init__(message)
        self.at = at
        self.supported = supported


@lru_cache(maxsize=4096)
def analyse(text: str) -> Picture:
    """Size, digits, scale, sign and category of a character-string; raises BadPicture."""
    if len(text) > MAX_TEXT:
        raise BadPicture(f"has {len(text)} characters; the limit is {MAX_TEXT}")
    text = text.upper()
    runs = _runs(text)
    kinds = {symbol for symbol, _ in runs}
    size = _size(runs)
    if size > MAX_SIZE:
        raise BadPicture(f"describes {size} bytes; the limit is {MAX_SIZE}")
    if kinds & {"X", "A"}:
        return Picture(text, _text_category(kinds), size)
    if kinds & _EDITING:
        return _edited(text, runs, size)
    return _numeric(text, runs, size)


def _runs(text: str) -> tuple[Run, ...]:
    """Symbols with their repetition, equal neighbours drawn together."""
    runs: list[Run] = []
    at = 0
    while at < len(text):
        found = _SYMBOL.match(text, at)
        if not found:
            raise BadPicture(_why_no_symbol(text, at), at)
        symbol, repetition = found[1], found[2]
        if symbol in _NOT_YET:
            raise BadPicture(f"{_NOT_YET[symbol]} pictures ({symbol})", at, supported=False)
        if symbol not in _EDITING and symbol not in "XA9SVP":
            raise BadPicture(f"holds {symbol!r}, which is no PICTURE symbol", at)
        count = _count(symbol, repetition, at)
        if runs and runs[-1][0] == symbol:
            count += runs.pop()[1]
        runs.append((symbol, count))
        at = found.end()
    return tuple(runs)


def _count(symbol: str, repetition: str | None, at: int) -> int:
    if repetition is None:
        return 1
    if len(repetition) > len(str(MAX_SIZE)):
        raise BadPicture(f"describes more than {MAX_SIZE} bytes", at)
    count = int(repetition)
    if count == 0:
        raise BadPicture("has a repetition of 0", at)
    if count > 1 and symbol in ("S", "V", ".", "CR", "DB"):
        raise BadPicture(f"repeats {symbol}, which stands only once", at)
    return count


def _why_no_symbol(text: str, at: int) -> str:
    character = text[at]
    if character in "()":
        return "has unbalanced or misplaced parentheses"
    return f"holds {character!r}, which is no PICTURE symbol"


def _size(runs: tuple[Run, ...]) -> int:
    """Character positions: S, V and P take none, CR and DB two."""
    return sum(
        count * 2 if symbol in ("CR", "DB") else count
        for symbol, count in runs
        if symbol not in ("S", "V", "P")
    )


def _text_category(kinds: set[str]) -> Category:
    foreign = sorted(kinds - _TEXT)
    if foreign:
        raise BadPicture(f"mixes {foreign[0]} with X or A")
    if kinds == {"A"}:
        return Category.ALPHABETIC
    return Category.ALPHANUMERIC_EDITED if kinds & _INSERTION else Category.ALPHANUMERIC


def _numeric(text: str, runs: tuple[Run, ...], size: int) -> Picture:
    shape = "".join(symbol for symbol, _ in runs)
    if any(symbol in "SV" and count > 1 for symbol, count in runs):
        raise BadPicture("repeats S or V, which stand only once")
    if not _NUMERIC.fullmatch(shape):
        raise BadPicture(_why_not_numeric(shape), max(text.find("P"), 0))
    digits = _positions(runs, "9")
    if digits + _positions(runs, "P") > MAX_DIGITS:
        raise BadPicture(f"has {digits + _positions(runs, 'P')} digits; the limit is {MAX_DIGITS}")
    return Picture(text, Category.NUMERIC, size, digits, _scale(runs, "9"), "S" in shape)


def _why_not_numeric(shape: str) -> str:
    if "9" not in shape:
        return "has no digit position (9)"
    if shape.find("S") > 0:
        return "has S not in front"
    if shape.count("S") > 1 or shape.count("V") > 1:
        return "repeats S or V, which stand only once"
    if "P" in shape:
        return "has P between digits; P stands left or right of all of them"
    return "breaks the rules for numeric items"


def _positions(runs: tuple[Run, ...], symbols: str) -> int:
    return sum(count for symbol, count in runs if len(symbol) == 1 and symbol in symbols)


def _scale(runs: tuple[Run, ...], digits: str) -> int:
    """Digits right of the decimal point; P counts as a digit on its side."""
    shape = [symbol for symbol, _ in runs if symbol not in ("S", "+", "-", "$", "CR", "DB")]
    if "P" in shape:
        left = "9" in shape and shape.index("P") < shape.index("9")
        scaling = _positions(runs, "P")
        return scaling + _positions(runs, digits) if left else -scaling
    point = next((i for i, (symbol, _) in enumerate(runs) if symbol in ("V", ".")), None)
    return 0 if point is None else _positions(runs[point:], digits)


def _edited(text: str, runs: tuple[Run, ...], size: int) -> Picture:
    plain = tuple(
        ("C" if symbol in ("CR", "DB") else symbol, count)
        for symbol, count in runs
        if symbol not in _INSERTION
    )
    shape = "".join(
        symbol for i, (symbol, _) in enumerate(plain) if i == 0 or plain[i - 1][0] != symbol
    )
    signs, currency = _positions(plain, "+-"), _positions(plain, "$")
    floating = "+-" if signs > 1 else "$" if currency > 1 else ""
    places = "9Z*" + floating
    digits = _positions(plain, places) - bool(floating)
    rule = _FLOATING_SIGN if signs > 1 else _FLOATING_CURRENCY if currency > 1 else _FIXED
    scaled = _SCALED.fullmatch(shape) if "P" in shape else None
    core = (scaled["right"] or scaled["left"]) if scaled else shape
    wrong = _why_not_edited(runs, shape, digits)
    if wrong or not rule.fullmatch(core) or not _signs_outside(runs, floating):
        raise BadPicture(wrong or "has its symbols in an order that no edited item has")
    signed = bool(signs) or "C" in shape
    return Picture(text, Category.NUMERIC_EDITED, size, digits, _scale(plain, places), signed)


def _why_not_edited(runs: tuple[Run, ...], shape: str, digits: int) -> str:
    """The rule that a numeric-edited picture breaks, if it is one with a name."""
    scaling_inside = "P" in shape and not (
        runs[0][0] in "VP" or runs[-1][0] == "P" or [s for s, _ in runs[-2:]] == ["P", "V"]
    )
    points = sum(count for symbol, count in runs if symbol in (".", "V"))
    letters = sum(count for symbol, count in runs if symbol in ("CR", "DB"))
    floating = [kind for kind in ("+", "-", "$") if _positions(runs, kind) > 1]
    rules = (
        ("S" in shape, "mixes S with editing symbols; use + or - for an edited sign"),
        (digits < 1, "has no digit position"),
        (digits > MAX_DIGITS, f"has {digits} digits; the limit is {MAX_DIGITS}"),
        (points > 1, "has two decimal points"),
        (letters > 1, "repeats CR or DB, which stand only once"),
        (len(floating) > 1, "has two floating strings"),
        ("Z" in shape and "*" in shape, "mixes Z and *"),
        (runs[-1][0] == ".", "ends with its decimal point"),
        (scaling_inside, "has P between digits; P stands left or right of all of them"),
    )
    return next((message for broken, message in rules if broken), "")


def _signs_outside(runs: tuple[Run, ...], floating: str) -> bool:
    """One fixed sign, as the first or the last symbol; a fixed currency sign in front."""
    kinds = [symbol for symbol, _ in runs]
    signs = [i for i, symbol in enumerate(kinds) if symbol in ("+", "-", "CR", "DB")]
    outer = floating == "+-" or all(i in (0, len(kinds) - 1) for i in signs)
    fixed_currency = "$" in kinds and floating != "$"
    leading = not fixed_currency or kinds.index("$") <= (kinds[0] in ("+", "-"))
    return outer and leading and (floating == "+-" or len(signs) <= 1)
