"""PICTURE character-strings: symbols, category, size, digits and scale.

Enterprise COBOL for z/OS Language Reference, "PICTURE clause": symbols and their sizes,
"Data categories and PICTURE rules", "Editing".
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.fields import Category, Picture

MAX_TEXT = 50
MAX_DIGITS = 31
MAX_SIZE = 999_999_999
MAX_EDITED = 249
MAX_MANTISSA = 16

_CONSTANT = re.compile(r"\(([0-9-]*[A-Z][A-Z0-9]*-[A-Z0-9-]*[A-Z0-9])\)", re.IGNORECASE)
_SYMBOL = re.compile(r"(CR|DB|[A-Z0-9/,.+\-*$])(?:\((\d+)\))?")
_REPEATED = re.compile(r"([^()])\((\d+)\)")
_ONCE = frozenset(("S", "V", ".", "E", "CR", "DB"))
_INSERTION = frozenset("B0/,")
_EDITING = frozenset((*"Z*+-$,./B0", "CR", "DB"))
_KNOWN = _EDITING | frozenset("XA9SVPNGUE")
_TEXT = frozenset("XA9B0/")
_NUMERIC = re.compile(r"S?(?:9(?:V9?)?|V9|9PV?|V?P9)")
_EXCHANGED = str.maketrans(".,", ",.")

# Characters of more than one byte: the categories without and with editing, and what goes with
# the symbol (Language Reference, "DBCS items", "National items", "National-edited items").
_WIDE = {
    "N": (Category.NATIONAL, Category.NATIONAL_EDITED, frozenset("B0/")),
    "G": (Category.DBCS, Category.DBCS, frozenset("B")),
    "U": (Category.UTF_8, Category.UTF_8, frozenset()),
}

# An edited picture with insertion symbols taken out and repetitions drawn together; C is CR or DB.
_POINT = r"(?:[.V]9?)?"
_FIXED = re.compile(rf"[+-]?\$?(?:9?{_POINT}|Z9?{_POINT}|Z?[.V]Z|\*9?{_POINT}|\*?[.V]\*)[+\-C]?")
_FLOATING_CURRENCY = re.compile(rf"[+-]?(?:\$9?{_POINT}|\$?[.V]\$)[+\-C]?")
_FLOATING_SIGN = re.compile(rf"\$?(?:[+-]9?{_POINT}|\+?[.V]\+|-?[.V]-)")
_SCALED = re.compile(r"(?P<right>[^.VP]+)PV?|(?:V?P(?=9)|VP)(?P<left>[9Z*][+\-C]?)")
_FLOATING_POINT = re.compile(r"[+-](?:9[.V]?9?|[.V]9)E[+-]9")
_SIGNED_POINT = re.compile(r"S9*(?:\(\d+\))?(?:9|\(\d+\))*\.(?:9|\(\d+\))+")

_SYMBOLS = "symbols are A B E G N P S U V X Z 9 0 / , . + - CR DB * and the currency symbol"
_SMALLER = "check the number in parentheses"
_FEWER = "check the numbers in parentheses; Enterprise COBOL has no longer numbers"
_ORDER = "a number is written S, digits, V, digits, with P left or right of all of them: S9(5)V99"
_EDITED = (
    "in front stand sign and currency symbol, then Z or *, then 9, at the end a sign, CR or DB"
)
_EXPONENT = "write it as +9.9(5)E+99: two signs, up to 16 digits, E and two digits"
_SCALING = "has P between digits; P stands left or right of all of them"
_SIGN_HINT = "use + or - for an edited sign"
_POINT_HINT = (
    "use V for an assumed point, or + or - for an edited sign;"
    " --tolerate decimal-point reads the point as V"
)

Run = tuple[str, int]


class BadPicture(ValueError):  # noqa: N818 - a finding about the user's text
    """The character-string breaks a rule; `at` is the offset of the symbol."""

    def __init__(self, message: str, at: int = 0, hint: str | None = None) -> None:
        super().__init__(message)
        self.at = at
        self.hint = hint


@lru_cache(maxsize=4096)
def analyse(text: str, dialect: Dialect = IBM) -> Picture:
    """Size, digits, scale, sign and category of a character-string; raises BadPicture.

    With the tolerance "decimal-point" the point of S9(5).99 is read as V, and the text of the
    result says so.
    """
    if len(text) > MAX_TEXT:
        message = f"has {len(text)} characters; the limit is {MAX_TEXT}"
        raise BadPicture(message, 0, "repeat symbols with a number in parentheses: X(60)")
    written = text.upper()
    plain = _in_plain_symbols(written, dialect)
    if dialect.tolerates("decimal-point") and _SIGNED_POINT.fullmatch(plain):
        plain = plain.replace(".", "V")
        written = plain
    runs = _runs(plain)
    kinds = {symbol for symbol, _ in runs}
    size = _size(runs)
    if size > MAX_SIZE:
        raise BadPicture(f"describes {size} bytes; the limit is {MAX_SIZE}", 0, _SMALLER)
    wide = next((symbol for symbol in _WIDE if symbol in kinds), None)
    if wide:
        return Picture(written, _wide_category(wide, kinds), size)
    if kinds & {"X", "A"}:
        return Picture(written, _text_category(kinds), size)
    if "E" in kinds:
        return _floating_point(written, runs, size)
    if kinds & _EDITING:
        return _edited(written, runs, size)
    return _numeric(written, runs, size)


def every_symbol(text: str) -> str:
    """The character-string without numbers in parentheses: Z(3)9 is ZZZ9."""
    return _REPEATED.sub(lambda found: found[1] * int(found[2]), text)


def _in_plain_symbols(text: str, dialect: Dialect) -> str:
    """The string with $ for the currency symbol and the point for the decimal point.

    (Language Reference, "CURRENCY SIGN clause", "DECIMAL-POINT IS COMMA clause".)
    """
    if dialect.currency != "$":
        at = text.find("$")
        if at >= 0:
            message = f"holds '$', but the currency symbol is {dialect.currency!r}"
            hint = "write that symbol, or name $ as the currency symbol"
            raise BadPicture(message, at, hint)
        text = text.replace(dialect.currency.upper(), "$")
    return text.translate(_EXCHANGED) if dialect.decimal_comma else text


def _runs(text: str) -> tuple[Run, ...]:
    """Symbols with their repetition, equal neighbours drawn together."""
    runs: list[Run] = []
    at = 0
    while at < len(text):
        found = _SYMBOL.match(text, at)
        if not found:
            raise _no_symbol(text, at)
        symbol, repetition = found[1], found[2]
        if symbol not in _KNOWN:
            raise _unknown(symbol, at)
        count = _count(symbol, repetition, at)
        if runs and runs[-1][0] == symbol:
            count += runs.pop()[1]
        runs.append((symbol, count))
        at = found.end()
    return tuple(runs)


def _unknown(symbol: str, at: int) -> BadPicture:
    if symbol == "1":
        return BadPicture("holds '1' (boolean), which Enterprise COBOL has not", at, "write X")
    message = f"holds {symbol!r}, which is no PICTURE symbol"
    return BadPicture(message, at, _SYMBOLS)


def _count(symbol: str, repetition: str | None, at: int) -> int:
    if repetition is None:
        return 1
    if len(repetition.lstrip("0")) > len(str(MAX_SIZE)):
        raise BadPicture(f"describes more than {MAX_SIZE} bytes", at, _SMALLER)
    count = int(repetition)
    if count == 0:
        raise BadPicture("has a repetition of 0", at, "a symbol is repeated at least once")
    if count > 1 and symbol in _ONCE:
        raise BadPicture(f"repeats {symbol}, which stands only once", at, f"write {symbol} once")
    return count


def _no_symbol(text: str, at: int) -> BadPicture:
    character = text[at]
    named = _CONSTANT.match(text, at)
    if named:
        message = f"repeats by {named[1]}, and no constant (level 78) before it has that name"
        return BadPicture(
            message, at, "write the number itself, or define it with a level 78 above"
        )
    if character in "()":
        message = "has unbalanced or misplaced parentheses"
        return BadPicture(message, at, "one number in parentheses follows its symbol: 9(5)")
    return BadPicture(f"holds {character!r}, which is no PICTURE symbol", at, _SYMBOLS)


def _size(runs: tuple[Run, ...]) -> int:
    """Character positions: S, V and P take none, CR and DB two."""
    return sum(
        count * 2 if symbol in ("CR", "DB") else count
        for symbol, count in runs
        if symbol not in ("S", "V", "P")
    )


def _wide_category(wide: str, kinds: set[str]) -> Category:
    plain, edited, insertion = _WIDE[wide]
    foreign = sorted(kinds - insertion - {wide})
    if foreign:
        hint = f"{wide} goes with {' '.join(sorted(insertion)) or 'no other symbol'}"
        raise BadPicture(f"mixes {foreign[0]} with {wide}", 0, hint)
    return edited if kinds - {wide} else plain


def _text_category(kinds: set[str]) -> Category:
    foreign = sorted(kinds - _TEXT)
    if foreign:
        hint = "X and A go with 9 B 0 / only"
        raise BadPicture(f"mixes {foreign[0]} with X or A", 0, hint)
    if kinds == {"A"}:
        return Category.ALPHABETIC
    return Category.ALPHANUMERIC_EDITED if kinds & _INSERTION else Category.ALPHANUMERIC


def _floating_point(text: str, runs: tuple[Run, ...], size: int) -> Picture:
    """A signed mantissa of up to 16 digits, E, a signed exponent of two.

    (Language Reference, "External floating-point items".) Digits and scale are the mantissa's.
    """
    mantissa = runs[: [symbol for symbol, _ in runs].index("E")]
    if not _FLOATING_POINT.fullmatch("".join(symbol for symbol, _ in runs)):
        message = "has E, but not the form of floating point"
        raise BadPicture(message, 0, _EXPONENT)
    signs = sum(count for symbol, count in runs if symbol in "+-")
    digits = _positions(mantissa, "9")
    if runs[-1][1] != len("99") or signs != len("++"):
        raise BadPicture("has E without a signed exponent of two digits", 0, _EXPONENT)
    if digits > MAX_MANTISSA:
        message = f"has {digits} digits before E; the limit is {MAX_MANTISSA}"
        raise BadPicture(message, 0, "a COMP-2 item holds no more than 16 digits either")
    category = Category.EXTERNAL_FLOATING_POINT
    return Picture(text, category, size, digits, _scale(mantissa, "9"), signed=True)


def _numeric(text: str, runs: tuple[Run, ...], size: int) -> Picture:
    shape = "".join(symbol for symbol, _ in runs)
    if any(symbol in "SV" and count > 1 for symbol, count in runs):
        raise BadPicture("repeats S or V, which stand only once", 0, _ORDER)
    if not _NUMERIC.fullmatch(shape):
        raise BadPicture(_why_not_numeric(shape), max(text.find("P"), 0), _ORDER)
    digits = _positions(runs, "9")
    if digits + _positions(runs, "P") > MAX_DIGITS:
        message = f"has {digits + _positions(runs, 'P')} digits; the limit is {MAX_DIGITS}"
        raise BadPicture(message, 0, _FEWER)
    return Picture(text, Category.NUMERIC, size, digits, _scale(runs, "9"), "S" in shape)


def _why_not_numeric(shape: str) -> str:
    if "9" not in shape:
        return "has no digit position (9)"
    if shape.find("S") > 0:
        return "has S not in front"
    if shape.count("S") > 1 or shape.count("V") > 1:
        return "repeats S or V, which stand only once"
    if "P" in shape:
        return _SCALING
    return "breaks the rules for numeric items"


def _positions(runs: tuple[Run, ...], symbols: str) -> int:
    return sum(count for symbol, count in runs if len(symbol) == 1 and symbol in symbols)


def _scale(runs: tuple[Run, ...], digits: str) -> int:
    """Digits right of the decimal point; P counts as a digit on its side."""
    shape = [symbol for symbol, _ in runs if symbol not in ("S", "+", "-", "$", "CR", "DB")]
    if "P" in shape:
        left = any(symbol in digits for symbol in shape[shape.index("P") :])
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
    ordered = rule.fullmatch(core) and _signs_outside(runs, floating)
    if wrong or not ordered or _is_divided(plain, floating):
        wrong = wrong or ("has its symbols in an order that no edited item has", _EDITED)
        raise BadPicture(wrong[0], 0, wrong[1])
    signed = bool(signs) or "C" in shape
    scale = _scale(plain, places)
    if floating and "P" not in shape:
        scale = min(scale, digits)  # the first floating symbol is no digit, also behind the point
    return Picture(text, Category.NUMERIC_EDITED, size, digits, scale, signed)


def _is_divided(runs: tuple[Run, ...], floating: str) -> bool:
    """One floating symbol before the point and others behind it: a string has two or more."""
    point = next((i for i, (symbol, _) in enumerate(runs) if symbol in (".", "V")), len(runs))
    return bool(
        floating and _positions(runs[:point], floating) == 1 and _positions(runs[point:], floating)
    )


def _why_not_edited(runs: tuple[Run, ...], shape: str, digits: int) -> tuple[str, str] | None:
    """The rule that a numeric-edited picture breaks, if it is one with a name."""
    scaling_inside = "P" in shape and not (
        runs[0][0] in "VP" or runs[-1][0] == "P" or [s for s, _ in runs[-2:]] == ["P", "V"]
    )
    points = sum(count for symbol, count in runs if symbol in (".", "V"))
    letters = sum(count for symbol, count in runs if symbol in ("CR", "DB"))
    floating = [kind for kind in ("+", "-", "$") if _positions(runs, kind) > 1]
    size = _size(runs)
    rules = (
        ("S" in shape, "mixes S with editing symbols", _POINT_HINT if "." in shape else _SIGN_HINT),
        (digits < 1, "has no digit position", "give it a 9, Z or *"),
        (digits > MAX_DIGITS, f"has {digits} digits; the limit is {MAX_DIGITS}", _FEWER),
        (size > MAX_EDITED, f"has {size} positions; an edited number has up to 249", _FEWER),
        (points > 1, "has two decimal points", "one point or V divides the digits"),
        (letters > 1, "repeats CR or DB, which stand only once", "write it once, at the end"),
        (len(floating) > 1, "has two floating strings", "one of + - and currency can float"),
        ("Z" in shape and "*" in shape, "mixes Z and *", "suppress zeros with one of them"),
        (scaling_inside, _SCALING, _ORDER),
    )
    return next(((message, hint) for broken, message, hint in rules if broken), None)


def _signs_outside(runs: tuple[Run, ...], floating: str) -> bool:
    """One fixed sign, as the first or the last symbol; a fixed currency sign in front."""
    kinds = [symbol for symbol, _ in runs]
    signs = [i for i, symbol in enumerate(kinds) if symbol in ("+", "-", "CR", "DB")]
    outer = floating == "+-" or all(i in (0, len(kinds) - 1) for i in signs)
    fixed_currency = "$" in kinds and floating != "$"
    leading = not fixed_currency or kinds.index("$") <= (kinds[0] in ("+", "-"))
    return outer and leading and (floating == "+-" or len(signs) <= 1)
