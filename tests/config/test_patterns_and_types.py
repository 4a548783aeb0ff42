from __future__ import annotations

import pytest

from generator.config.dates import EXAMPLES, parse_pattern
from generator.config.sqltypes import BadType, TypeRule, parse_type


@pytest.mark.parametrize(
    ("text", "canonical", "kind", "two_digits", "all_digits"),
    [
        ("YYYYMMDD", "YYYYMMDD", "date", 0, 1),
        ("CCYYMMDD", "YYYYMMDD", "date", 0, 1),
        ("YYMMDD", "YYMMDD", "date", 1, 1),
        ("CYYMMDD", "CYYMMDD", "date", 0, 1),
        ("YYYYDDD", "YYYYDDD", "date", 0, 1),
        ("YYDDD", "YYDDD", "date", 1, 1),
        ("MM/DD/YYYY", "MM/DD/YYYY", "date", 0, 0),
        ("DD.MM.YY", "DD.MM.YY", "date", 1, 0),
        ("HHMMSS", "HHMISS", "time", 0, 1),
        ("HHMI", "HHMI", "time", 0, 1),
        ("HH:MM:SS", "HH:MI:SS", "time", 0, 0),
        ("YYYYMMDDHHMMSS", "YYYYMMDDHHMISS", "timestamp", 0, 1),
        ("YYYY-MM-DD-HH.MM.SS.FFFFFF", "YYYY-MM-DD-HH.MI.SS.FFFFFF", "timestamp", 0, 0),
        ("YYYY-MM-DDTHH:MI:SS", "YYYY-MM-DDTHH:MI:SS", "timestamp", 0, 0),
    ],
)
def test_patterns(text: str, canonical: str, kind: str, two_digits: int, all_digits: int) -> None:
    pattern = parse_pattern(text)
    assert pattern is not None
    assert (pattern.text, pattern.kind, pattern.size) == (canonical, kind, len(canonical))
    assert (pattern.two_digit_year, pattern.all_digits) == (two_digits, all_digits)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "YYYYMM",
        "MMDD",
        "YYYY",
        "DDD",
        "YYYYMMDDD",
        "YYYYMMDDMM",
        "HH",
        "MISS",
        "SSMIHH",
        "CYYYYMMDD",
        "yyyymmdd",
        "YYYYMMDDX",
        "HHMISSYYYYMMDD",
        "YYYY_MM_DD",
        "YYMMDDYY",
        "--",
        "YYYYMMDDFFF",
    ],
)
def test_no_patterns(text: str) -> None:
    assert parse_pattern(text) is None


def test_every_example_is_a_pattern() -> None:
    assert all(parse_pattern(text) for text in EXAMPLES)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("CHAR(5)", TypeRule("CHAR", length=5)),
        ("varchar( 32672 )", TypeRule("VARCHAR", length=32672)),
        ("CHAR(8) FOR BIT DATA", TypeRule("CHAR", length=8, bit_data=True)),
        ("DECIMAL(31,2)", TypeRule("DECIMAL", precision=31, scale=2)),
        ("DEC(9)", TypeRule("DECIMAL", precision=9)),
        ("INT", TypeRule("INTEGER")),
        ("DOUBLE", TypeRule("DOUBLE")),
    ],
)
def test_types(text: str, rule: TypeRule) -> None:
    assert parse_type(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "CHAR",
        "CHAR(0)",
        "CHAR(255)",
        "CHAR(5,2)",
        "VARCHAR(32673)",
        "DECIMAL(32,0)",
        "DECIMAL(5,6)",
        "DECIMAL",
        "INTEGER(4)",
        "TIMESTAMP(6)",
        "BLOB(5)",
        "REAL FOR BIT DATA",
    ],
)
def test_no_types(text: str) -> None:
    assert isinstance(parse_type(text), BadType)
