"""Every USAGE and every category has a column on every target, or a reason why it has none."""

from __future__ import annotations

import pytest

from generator.config.contents import ADDRESSES, DECIMAL_FLOATS, is_text
from generator.config.model import Defaults
from generator.copybook.fields import Category, Field, Kind, Picture, Usage
from generator.problems import Location
from generator.relational.reasons import reason
from generator.relational.sqltypes import Choice, Refusal, natural
from generator.relational.tables import Column, Role, Source
from generator.render.python_samples import _bad_values, _room, _value
from generator.render.python_types import check, python_type, read
from generator.targets import TARGETS, find

PLACE = Location("REC.cpy", 1)


def item(  # noqa: PLR0913 - what tests vary of an item
    usage: Usage = Usage.DISPLAY,
    category: Category = Category.ALPHANUMERIC,
    length: int = 8,
    *,
    text: str = "",
    digits: int = 0,
    scale: int = 0,
    signed: bool = False,
    blank_when_zero: bool = False,
) -> Field:
    """An elementary item F as the layout gives it."""
    picture = Picture(text, category, length, digits, scale, signed)
    names = ("REC", "F")
    return Field(
        "F",
        5,
        Kind.ELEMENTARY,
        names,
        PLACE,
        0,
        length,
        picture,
        usage,
        blank_when_zero=blank_when_zero,
    )


NUMERIC, FLOAT = Category.NUMERIC, Category.FLOATING_POINT
OF_USAGE = {
    Usage.DISPLAY: (item(length=8), "CHAR(8)"),
    Usage.DISPLAY_1: (item(Usage.DISPLAY_1, Category.DBCS, 20), "CHAR(30)"),
    Usage.NATIONAL: (item(Usage.NATIONAL, Category.NATIONAL, 20), "CHAR(30)"),
    Usage.UTF_8: (item(Usage.UTF_8, Category.UTF_8, 40), "CHAR(40)"),
    Usage.COMP: (item(Usage.COMP, NUMERIC, 4, digits=9, signed=True), "INTEGER"),
    Usage.COMP_1: (item(Usage.COMP_1, FLOAT, 4), "REAL"),
    Usage.COMP_2: (item(Usage.COMP_2, FLOAT), "DOUBLE"),
    Usage.COMP_3: (item(Usage.COMP_3, NUMERIC, 3, digits=5), "DECIMAL(5,0)"),
    Usage.COMP_5: (item(Usage.COMP_5, NUMERIC, 8, digits=18), "DECIMAL(20,0)"),
    Usage.COMP_6: (item(Usage.COMP_6, NUMERIC, 3, digits=5, scale=2), "DECIMAL(5,2)"),
    Usage.COMP_N: (item(Usage.COMP_N, NUMERIC, 3, digits=7), "INTEGER"),
    Usage.COMP_X: (item(Usage.COMP_X, length=4, text="X(4)"), "BIGINT"),
    Usage.BINARY_CHAR: (item(Usage.BINARY_CHAR, NUMERIC, 1, digits=3), "SMALLINT"),
    Usage.BINARY_SHORT: (item(Usage.BINARY_SHORT, NUMERIC, 2, digits=5), "INTEGER"),
    Usage.BINARY_LONG: (item(Usage.BINARY_LONG, NUMERIC, 4, digits=10), "BIGINT"),
    Usage.BINARY_DOUBLE: (item(Usage.BINARY_DOUBLE, NUMERIC, 8, digits=19), "DECIMAL(20,0)"),
    Usage.FLOAT_SHORT: (item(Usage.FLOAT_SHORT, FLOAT, 4), "REAL"),
    Usage.FLOAT_LONG: (item(Usage.FLOAT_LONG, FLOAT), "DOUBLE"),
}
REFUSED = {
    **dict.fromkeys(ADDRESSES, "MAP136"),
    **dict.fromkeys(DECIMAL_FLOATS, "MAP135"),
}
OF_CATEGORY = {
    Category.ALPHABETIC: (item(category=Category.ALPHABETIC), "CHAR(8)", "text"),
    Category.ALPHANUMERIC: (item(), "CHAR(8)", "text"),
    Category.ALPHANUMERIC_EDITED: (
        item(category=Category.ALPHANUMERIC_EDITED),
        "CHAR(8)",
        "edited-as-text",
    ),
    Category.NUMERIC: (item(category=NUMERIC, length=3, digits=3), "DECIMAL(3,0)", "decimal"),
    Category.NUMERIC_EDITED: (
        item(category=Category.NUMERIC_EDITED, text="ZZ9.99-"),
        "CHAR(8)",
        "edited-as-text",
    ),
    Category.FLOATING_POINT: (item(Usage.COMP_2, FLOAT), "DOUBLE", "floating-point"),
    Category.EXTERNAL_FLOATING_POINT: (
        item(category=Category.EXTERNAL_FLOATING_POINT, text="+9.9E+99"),
        "CHAR(8)",
        "floating-point-as-text",
    ),
    Category.NATIONAL: (*OF_USAGE[Usage.NATIONAL], "national-text"),
    Category.NATIONAL_EDITED: (
        item(Usage.NATIONAL, Category.NATIONAL_EDITED),
        "CHAR(12)",
        "edited-as-text",
    ),
    Category.DBCS: (*OF_USAGE[Usage.DISPLAY_1], "dbcs-text"),
    Category.UTF_8: (*OF_USAGE[Usage.UTF_8], "utf-8-text"),
}
SIGNED = [
    (Usage.BINARY_CHAR, 1, "SMALLINT"),
    (Usage.BINARY_SHORT, 2, "SMALLINT"),
    (Usage.BINARY_LONG, 4, "INTEGER"),
    (Usage.BINARY_DOUBLE, 8, "BIGINT"),
]
OF_AN_ADDRESS = {
    Category.INDEX,
    Category.DATA_POINTER,
    Category.PROCEDURE_POINTER,
    Category.FUNCTION_POINTER,
    Category.OBJECT_REFERENCE,
}


def chosen(field: Field) -> Choice:
    choice = natural(field, Defaults())
    assert isinstance(choice, Choice), choice
    return choice


def test_every_usage_and_category_is_in_these_tables() -> None:
    assert set(OF_USAGE) | set(REFUSED) == set(Usage)
    assert set(OF_CATEGORY) | OF_AN_ADDRESS == set(Category)


@pytest.mark.parametrize("usage", OF_USAGE)
def test_the_column_of_a_usage(usage: Usage) -> None:
    field, expected = OF_USAGE[usage]
    assert find("db2-luw").spell(chosen(field).type) == expected


@pytest.mark.parametrize("category", OF_CATEGORY)
def test_the_column_of_a_category(category: Category) -> None:
    field, expected, rule = OF_CATEGORY[category]
    assert find("db2-luw").spell(chosen(field).type) == expected
    assert chosen(field).rule == rule


@pytest.mark.parametrize("usage", sorted(REFUSED))
def test_a_usage_without_a_column_is_refused_by_name(usage: Usage) -> None:
    refusal = natural(item(usage, Category.INDEX), Defaults())
    assert isinstance(refusal, Refusal)
    assert refusal.code == REFUSED[usage]
    assert str(usage) in refusal.message
    assert refusal.hint


@pytest.mark.parametrize(("usage", "length", "expected"), SIGNED)
def test_signed_binaries_have_the_integer_of_their_size(
    usage: Usage, length: int, expected: str
) -> None:
    field = item(usage, NUMERIC, length, digits=3, signed=True)
    assert find("db2-luw").spell(chosen(field).type) == expected


@pytest.mark.parametrize("usage", OF_USAGE)
@pytest.mark.parametrize("target", TARGETS)
def test_every_type_has_a_spelling_a_check_and_samples(usage: Usage, target: str) -> None:
    field = OF_USAGE[usage][0]
    kind = chosen(field).type
    place = find(target)
    column = Column("F", "f", kind, Role.DATA, source=Source(field, length=field.length))
    assert place.spell(kind)
    assert place.value_check is None or place.value_check("F", kind)
    assert place.row_bytes is None or place.row_bytes(kind, column.nullable) > 0
    assert python_type(kind)
    assert check(column, "Rec.f", "self.f", in_bytes=True).startswith("check_")
    assert read(kind, "row[0]").startswith("read_")
    assert _value(kind, None, "number")
    assert _room(kind) > 1
    assert _bad_values(column, in_bytes=True)


def test_a_number_that_is_blank_when_zero_is_a_number() -> None:
    field = item(category=Category.NUMERIC_EDITED, length=4, text="9(4)", digits=4)
    assert is_text(field)
    field = item(
        category=Category.NUMERIC_EDITED, length=4, text="9(4)", digits=4, blank_when_zero=True
    )
    assert find("db2-luw").spell(chosen(field).type) == "DECIMAL(4,0)"
    edited = item(category=Category.NUMERIC_EDITED, text="ZZ9.99", blank_when_zero=True)
    assert is_text(edited)


def test_what_is_unusual_has_a_reason() -> None:
    usual = {"text", "decimal", "binary", "floating-point", "edited-as-text"}
    fields = [field for field, *_ in (*OF_USAGE.values(), *OF_CATEGORY.values())]
    for field in fields:
        rule = chosen(field).rule
        expected = field.usage is Usage.NATIONAL or rule not in usual
        expected = expected and field.usage is not Usage.COMP_5
        assert (reason(field, rule) is not None) == expected, field
    assert reason(item(Usage.NATIONAL, Category.NATIONAL, 400), "national-text-varchar")
    byte = item(Usage.BINARY_CHAR, NUMERIC, 1)
    found = reason(byte, chosen(byte).rule)
    assert found is not None
    assert found[1] == "a type that holds up to 255, the most of 1 byte"


def test_binaries_longer_than_eight_bytes() -> None:
    spelled = find("db2-luw").spell(chosen(item(Usage.COMP_X, length=9, text="X(9)")).type)
    assert spelled == "DECIMAL(22,0)"
    refusal = natural(item(Usage.COMP_X, length=13, text="X(13)"), Defaults())
    assert isinstance(refusal, Refusal)
    assert refusal.code == "MAP132"
