"""Fields that look like dates: by the words of their name and a PICTURE that fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import is_numeric, leaves, positions
from generator.config.dates import parse_pattern
from generator.config.guesses.names import picture, words
from generator.copybook.fields import Category, Field, Kind, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATE = frozenset(("DATE", "DT", "DTE", "DAT", "DOB"))
_PERHAPS = frozenset(
    (
        *("EXPIRY", "EXPIRES", "EXPIRATION", "EXP", "MATURITY", "EFFECTIVE", "EFF", "BIRTH"),
        *("BIRTHDAY", "BORN", "HIRED", "HIRE", "DATUM"),
        *("UNTIL", "THROUGH", "THRU", "ENDING", "SINCE"),
    )
)
_TIME = frozenset(("TIME", "TM", "TME", "HHMMSS", "HMS"))
_STAMP = frozenset(("TS", "TIMESTAMP", "TSTAMP", "TMSTMP", "TMS", "DATETIME", "DTTM", "STAMP"))
_ORDERS = {
    "YMD": ("YYYYMMDD", "YYMMDD"),
    "YYMMDD": ("YYMMDD",),
    "YYYYMMDD": ("YYYYMMDD",),
    "CCYYMMDD": ("YYYYMMDD",),
    "CYMD": ("CYYMMDD",),
    "CYYMMDD": ("CYYMMDD",),
    "MDY": ("MMDDYYYY", "MMDDYY"),
    "MMDDYY": ("MMDDYY",),
    "MMDDYYYY": ("MMDDYYYY",),
    "MMDDCCYY": ("MMDDYYYY",),
    "DMY": ("DDMMYYYY", "DDMMYY"),
    "DDMMYY": ("DDMMYY",),
    "DDMMYYYY": ("DDMMYYYY",),
    "JUL": ("YYYYDDD", "YYDDD"),
    "JULIAN": ("YYYYDDD", "YYDDD"),
    "YYDDD": ("YYDDD",),
    "YYYYDDD": ("YYYYDDD",),
    "CCYYDDD": ("YYYYDDD",),
}
_NOT_A_DATE = frozenset(
    (
        "FORMAT",
        "FMT",
        "CODE",
        "CD",
        "IND",
        "TYPE",
        "FLAG",
        "SW",
        "COUNT",
        "CNT",
        "NO",
        "LEN",
        "ZONE",
    )
)
_TIMESTAMP = "YYYY-MM-DD-HH.MI.SS.FFFFFF"
_BY_SIZE: dict[str, dict[tuple[str, int], tuple[str, bool, str]]] = {
    "date": {
        ("9", 8): ("YYYYMMDD", True, ""),
        ("X", 8): ("YYYYMMDD", False, "or MM/DD/YY"),
        ("9", 6): ("YYMMDD", False, "or MMDDYY"),
        ("X", 6): ("YYMMDD", False, "or MMDDYY"),
        ("9", 7): ("YYYYDDD", False, "or CYYMMDD"),
        ("9", 5): ("YYDDD", False, "Julian"),
        ("9", 9): ("YYYYMMDD", False, "one digit more than a date"),
        ("X", 10): ("YYYY-MM-DD", True, "as DCLGEN declares a DATE"),
        ("X", 26): (_TIMESTAMP, True, "as DCLGEN declares a TIMESTAMP"),
        ("9", 14): ("YYYYMMDDHHMISS", False, "date and time"),
    },
    "time": {
        ("9", 6): ("HHMISS", True, ""),
        ("X", 6): ("HHMISS", False, "or a duration"),
        ("9", 4): ("HHMI", False, "or a duration"),
        ("9", 7): ("HHMISS", False, "one digit more than a time"),
        ("9", 8): ("HHMISSFF", False, "with hundredths"),
        ("9", 9): ("HHMISSFFF", False, "with thousandths"),
        ("X", 8): ("HH.MI.SS", False, "or HH:MI:SS"),
        ("X", 26): (_TIMESTAMP, True, "as DCLGEN declares a TIMESTAMP"),
    },
    "timestamp": {
        ("X", 26): (_TIMESTAMP, True, "as DCLGEN declares a TIMESTAMP"),
        ("9", 14): ("YYYYMMDDHHMISS", True, ""),
        ("X", 14): ("YYYYMMDDHHMISS", True, ""),
        ("X", 19): ("YYYY-MM-DD-HH.MI.SS", False, "or with blanks and colons"),
    },
}
_PERHAPS_SHAPES = {
    ("9", 8): "YYYYMMDD",
    ("X", 8): "YYYYMMDD",
    ("X", 10): "YYYY-MM-DD",
    ("9", 6): "YYMMDD",
    ("X", 6): "YYMMDD",
}
_PARTS = {
    4: {"CCYY": "YYYY", "YYYY": "YYYY", "YEAR": "YYYY", "YR": "YYYY", "YY": "YYYY"},
    3: {"DDD": "DDD", "JUL": "DDD", "JULIAN": "DDD", "DAY": "DDD", "DAYS": "DDD"},
    2: {
        "CC": "CC",
        "CENTURY": "CC",
        "CENT": "CC",
        "YY": "YY",
        "YEAR": "YY",
        "YR": "YY",
        "MM": "MM",
        "MO": "MM",
        "MON": "MM",
        "MONTH": "MM",
        "MTH": "MM",
        "DD": "DD",
        "DAY": "DD",
        "DA": "DD",
        "HH": "HH",
        "HR": "HH",
        "HOUR": "HH",
        "MI": "MI",
        "MIN": "MI",
        "MINUTE": "MI",
        "SS": "SS",
        "SEC": "SS",
        "SECOND": "SS",
    },
}
_TEXT = (Category.ALPHANUMERIC, Category.ALPHABETIC, Category.NATIONAL)
_SEPARATORS = "-/.: "


@dataclass(frozen=True, slots=True)
class DateGuess:
    """A field with the pattern that it seems to have; only a sure guess is written as a rule."""

    item: Field
    pattern: str
    sure: bool
    reason: str

    @property
    def needs_pivot(self) -> bool:
        """Whether the century of the year must be stated."""
        pattern = parse_pattern(self.pattern)
        return pattern is not None and pattern.two_digit_year


def guess_date(item: Field, views: Iterable[Field] = ()) -> DateGuess | None:
    """What the item seems to hold; `views` are other descriptions of its bytes."""
    if item.is_filler or item.kind is Kind.RENAMES:
        return None
    if item.kind is Kind.GROUP:
        return _from_parts(item, item)
    whole = _from_name(item)
    for view in views:
        parts = _from_parts(view, item)
        if parts and (whole or not _odd_size(item, parts.pattern)):
            return parts
    return whole


def _odd_size(item: Field, pattern: str) -> bool:
    return (item.digits or item.length) != len(pattern)


def _from_parts(group: Field, item: Field) -> DateGuess | None:
    """A group whose items are year, month and day: they say the order."""
    items = leaves(group)
    parts = [_part(leaf) for leaf in items]
    if not parts or None in parts or any(leaf.occurs for leaf in items):
        return None
    text = "".join(str(part) for part in parts)
    pattern = parse_pattern(text.replace("?", "-"))
    if pattern is None or _odd_size(item, pattern.text) or "CC" in pattern.text:
        return None
    shown = ", ".join(str(leaf.name) for leaf in items if not leaf.is_filler)
    reason = f"its parts are {shown}" if group is item else f"{group.name} has {shown}"
    return DateGuess(item, pattern.text, "?" not in text, reason)


def _part(leaf: Field) -> str | None:
    """What a part of a date stands for; "?" for a separator that is not known."""
    if leaf.usage is not Usage.DISPLAY or leaf.signed or leaf.picture is None:
        return None
    if leaf.is_filler:
        value = leaf.value.text if leaf.value else "?"
        return value if leaf.length == 1 and value in _SEPARATORS + "?" else None
    meanings = _PARTS.get(leaf.length, {})
    return next((meanings[word] for word in reversed(words(leaf.name)) if word in meanings), None)


def _from_name(item: Field) -> DateGuess | None:
    kind, size = _class_and_size(item)
    parts = words(item.name)
    if not kind or parts[-1] in _NOT_A_DATE:
        return None
    for word in reversed(parts):
        for pattern in _ORDERS.get(word, ()):
            if len(pattern) == size:
                return DateGuess(
                    item, pattern, sure=True, reason=f"{picture(item)}, {word} in the name"
                )
    return _by_size(item, parts, (kind, size))


def _by_size(item: Field, parts: tuple[str, ...], shape: tuple[str, int]) -> DateGuess | None:
    for vocabulary, meaning in ((_STAMP, "timestamp"), (_DATE, "date"), (_TIME, "time")):
        word = next((word for word in reversed(parts) if word in vocabulary), None)
        found = _BY_SIZE[meaning].get(shape) if word else None
        if found:
            pattern, sure, note = found
            said = f"{picture(item)} named {word}" + (f", {note}" if note else "")
            return DateGuess(item, pattern, sure and _is_plain(item), said)
    if parts[-1] in _PERHAPS and shape in _PERHAPS_SHAPES:
        return DateGuess(
            item, _PERHAPS_SHAPES[shape], sure=False, reason=f"{picture(item)} named {parts[-1]}"
        )
    return None


def _is_plain(item: Field) -> bool:
    """Zoned or packed; a binary or edited number is rarely a date."""
    return item.usage in (Usage.DISPLAY, Usage.COMP_3)


def _class_and_size(item: Field) -> tuple[str, int]:
    if item.picture is None or item.scale:
        return "", 0
    if is_numeric(item):
        return "9", item.digits
    return ("X", positions(item)) if item.picture.category in _TEXT else ("", 0)
