"""Level-88 values of every kind: in CHECK constraints, in comments, or left out with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config.literals import characters, spelled
from generator.copybook.fields import Category, Condition, Picture, Usage, Value, ValueRange
from generator.relational.comments import condition
from generator.relational.conditions import Allowed, allowed
from generator.relational.leaves import Leaf
from generator.relational.tables import Char, Decimal

from .test_contents import PLACE, item


def leaf(*values: Value, false: Value | None = None, number: bool = False) -> Leaf:
    found = Condition("C", tuple(ValueRange(value) for value in values), PLACE, false)
    if number:
        field = item(category=Category.NUMERIC, length=3, digits=3)
        return Leaf(replace(field, conditions=(found,)), Decimal(3, 0), "")
    picture = Picture("N(4)", Category.NATIONAL, 4)
    field = replace(item(Usage.NATIONAL, length=8), picture=picture, conditions=(found,))
    return Leaf(field, Char(12), "")


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        (Value("text", "O'K"), "'O''K'"),
        (Value("national", "\u00e9t\u00e9"), "'\u00e9t\u00e9'"),
        (Value("national-hex", "00410042"), "'AB'"),
        (Value("dbcs", "\x0e\u65e5\u672c\x0f"), "'\u65e5\u672c'"),
        (Value("utf-8", "a"), "'a'"),
        (Value("utf-8-hex", "C3A9"), "'\u00e9'"),
        (Value("numeric", "7"), "'7'"),
        (Value("figurative", "SPACE"), "' '"),
        (Value("figurative", "ZERO"), "'0000'"),
        (Value("figurative", "QUOTE"), '\'""""\''),
        (Value("figurative", "ALL *-"), "'*-*-'"),
    ],
)
def test_a_value_that_is_characters_is_allowed(value: Value, literal: str) -> None:
    assert allowed(leaf(value)) == Allowed((literal,), ())


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (Value("hex", "C1C2"), "X'C1C2', bytes whose characters depend on the code page"),
        (Value("null-terminated", "AB"), "Z'AB', bytes whose characters depend on the code page"),
        (Value("national-hex", "0000"), "NX'0000', no literal of a column that is text"),
        (Value("national-hex", "D800"), "NX'D800', no literal of a column that is text"),
        (Value("figurative", "HIGH-VALUE"), "HIGH-VALUE, which is no character of the column"),
        (Value("figurative", "LOW-VALUE"), "LOW-VALUE, which is no character of the column"),
    ],
)
def test_a_value_that_is_none_leaves_the_check_out(value: Value, reason: str) -> None:
    assert allowed(leaf(Value("text", "A"), value)) == f"88 C has {reason}"


def test_numbers() -> None:
    zero = Value("figurative", "ZERO")
    assert allowed(leaf(Value("numeric", "7"), zero, number=True)) == Allowed(("7", "0"), ())
    reason = "88 C has 'A', no literal of a column that is a number"
    assert allowed(leaf(Value("text", "A"), number=True)) == reason


def test_the_value_of_set_to_false_is_allowed_too() -> None:
    found = allowed(leaf(Value("text", "Y"), false=Value("text", "N")))
    assert found == Allowed(("'Y'", "'N'"), ())


def test_a_comment_shows_the_condition_as_cobol_writes_it() -> None:
    values = (
        ValueRange(Value("national", "A"), Value("national", "C")),
        ValueRange(Value("hex", "C1")),
        ValueRange(Value("figurative", "ALL *")),
    )
    found = Condition("C", values, PLACE, Value("text", "'"))
    assert condition(found) == "88 C N'A' THRU N'C' X'C1' ALL '*' FALSE ''''"


def test_literals_of_every_kind_are_spelled() -> None:
    assert spelled(Value("null-terminated", "x")) == "Z'x'"
    assert spelled(Value("utf-8-hex", "C3A9")) == "UX'C3A9'"
    assert spelled(Value("figurative", "NULL")) == "NULL"
    assert characters(Value("utf-8-hex", "FF")) is None
