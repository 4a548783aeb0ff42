"""How dates, times and timestamps are written in records: the patterns of job.yaml.

A pattern is made of YYYY, YY, C, MM, DD, DDD, HH, MI, SS, F to FFFFFF and separators. C is the
century digit of CYYMMDD: 0 for 19xx, 1 for 20xx.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

EXAMPLES = (
    "YYYYMMDD",
    "YYMMDD",
    "YYYYDDD",
    "YYDDD",
    "CYYMMDD",
    "MMDDYYYY",
    "DDMMYYYY",
    "MMDDYY",
    "DDMMYY",
    "YYYY-MM-DD",
    "DD.MM.YYYY",
    "MM/DD/YYYY",
    "HHMISS",
    "HH:MI:SS",
    "YYYYMMDDHHMISS",
    "YYYY-MM-DD-HH.MI.SS.FFFFFF",
)
ISO_EXAMPLES = {"date": "9999-12-31", "time": "23:59:59", "timestamp": "9999-12-31 00:00:00"}
_ISO: dict[str, Callable[[str], object]] = {
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "timestamp": dt.datetime.fromisoformat,
}
_TOKEN = re.compile(r"YYYY|YY|C(?=YY)|DDD|DD|MM|HH|MI|SS|F{1,6}|[-/.: T]")
_DATES = (
    ("D", "M", "YYYY"),
    ("D", "M", "YY"),
    ("C", "D", "M", "YY"),
    ("DDD", "YYYY"),
    ("DDD", "YY"),
    ("C", "DDD", "YY"),
)
_TIMES = (("HH", "MI"), ("HH", "MI", "SS"), ("F", "HH", "MI", "SS"))


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A pattern, understood: `kind` is date, time or timestamp, `size` its characters."""

    text: str
    kind: str
    size: int
    two_digit_year: bool = False
    all_digits: bool = True


def parse_pattern(text: str) -> DatePattern | None:
    """The pattern, or None when it names no complete date, time or timestamp.

    CCYY is YYYY, and MM behind HH is MI, as in the formats that mainframe manuals print.
    """
    canonical = _canonical(text)
    tokens = _TOKEN.findall(canonical)
    if "".join(tokens) != canonical:
        return None
    parts = tuple(_part(token) for token in tokens if token[0] not in "-/.: T")
    date = tuple(sorted(part for part in parts if part in {"C", "YYYY", "YY", "M", "D", "DDD"}))
    time = tuple(sorted(part for part in parts if part in {"HH", "MI", "SS", "F"}))
    kind = _kind(date, time)
    if kind is None or not _date_first(parts):
        return None
    return DatePattern(
        text=canonical,
        kind=kind,
        size=len(canonical),
        two_digit_year="YY" in parts and "C" not in parts,
        all_digits=canonical.isalpha() and "T" not in canonical,
    )


def _canonical(text: str) -> str:
    year = text.replace("CCYY", "YYYY")
    return re.sub(r"(HH[-/.: ]?)MM", r"\1MI", year)


def _part(token: str) -> str:
    return {"MM": "M", "DD": "D"}.get(token, "F" if token[0] == "F" else token)


def _kind(date: tuple[str, ...], time: tuple[str, ...]) -> str | None:
    kinds = {(True, True): "timestamp", (True, False): "date", (False, True): "time"}
    complete = (not date or date in _DATES) and (not time or time in _TIMES)
    return kinds.get((bool(date), bool(time))) if complete else None


def _date_first(parts: tuple[str, ...]) -> bool:
    """Hours, minutes, seconds and fractions stand in this order, behind the date."""
    order = {"HH": 1, "MI": 2, "SS": 3, "F": 4}
    ranks = [order.get(part, 0) for part in parts]
    return ranks == sorted(ranks)


def is_iso(value: str, kind: str) -> bool:
    """Whether the text is a date, time or timestamp of the calendar, as ISO 8601 writes it."""
    try:
        _ISO[kind](value)
    except ValueError:
        return False
    return kind == "timestamp" or len(value) == len(ISO_EXAMPLES[kind])
