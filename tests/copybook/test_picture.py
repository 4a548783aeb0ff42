"""PICTURE character-strings. Sizes and categories from the Language Reference, "PICTURE clause";
the tables agree with `cobc -std=ibm`."""

import pytest

from generator.copybook.dialect import Dialect
from generator.copybook.fields import Category, Picture
from generator.copybook.layout.picture import BadPicture, analyse

N, X, A = Category.NUMERIC, Category.ALPHANUMERIC, Category.ALPHABETIC
NE, XE = Category.NUMERIC_EDITED, Category.ALPHANUMERIC_EDITED


@pytest.mark.parametrize(
    ("text", "category", "size", "digits", "scale", "signed"),
    [
        ("X", X, 1, 0, 0, False),
        ("x(010)", X, 10, 0, 0, False),
        ("XXX(3)X", X, 6, 0, 0, False),
        ("A(5)", A, 5, 0, 0, False),
        ("AX9", X, 3, 0, 0, False),
        ("9", N, 1, 1, 0, False),
        ("S9(5)V99", N, 7, 7, 2, True),
        ("SV9(7)", N, 7, 7, 7, True),
        ("9(5)V", N, 5, 5, 0, False),
        ("9(3)PP", N, 3, 3, -2, False),
        ("9P(3)V", N, 1, 1, -3, False),
        ("VPP9(3)", N, 3, 3, 5, False),
        ("PP9(3)", N, 3, 3, 5, False),
        ("SVP(3)9(5)", N, 5, 5, 8, True),
        ("S9(31)", N, 31, 31, 0, True),
        ("Z(5)9", NE, 6, 6, 0, False),
        ("ZZ,ZZ9.99", NE, 9, 7, 2, False),
        ("$$$,$$9.99CR", NE, 12, 7, 2, True),
        ("-(6)9.99", NE, 10, 8, 2, True),
        ("9(5).99-", NE, 9, 7, 2, True),
        ("+$ZZ9.9", NE, 7, 4, 1, True),
        ("**,**9.99", NE, 9, 7, 2, False),
        ("ZZZ.ZZ", NE, 6, 5, 2, False),
        ("Z(3)V99", NE, 5, 5, 2, False),
        ("99/99/9999", NE, 10, 8, 0, False),
        ("9(3)B9(2)0", NE, 7, 5, 0, False),
        ("$(4)9", NE, 5, 4, 0, False),
        ("9.99DB", NE, 6, 3, 2, True),
        ("V++", NE, 2, 1, 1, True),
        (".$$$", NE, 4, 2, 2, False),
        ("VPP99+", NE, 3, 2, 4, True),
        ("PP9(3)DB", NE, 5, 3, 5, True),
        ("VPZZB", NE, 3, 2, 3, False),
        ("VP(3)**", NE, 2, 2, 5, False),
        ("X(3)BX(3)/X", XE, 9, 0, 0, False),
        ("XX0XX", XE, 5, 0, 0, False),
    ],
)
def test_picture(  # noqa: PLR0913 - one row of the table
    text: str, category: Category, size: int, digits: int, scale: int, *, signed: bool
) -> None:
    assert analyse(text) == Picture(text.upper(), category, size, digits, scale, signed)


@pytest.mark.parametrize(
    "text",
    [
        *("", "S", "V", "SV", "PPP", "P", "B", "/", ",", "$", "+", "-", "Y", "9A(", "X()", "X(-1)"),
        *("9(3)P9", "9S", "S9S", "9V9V", "99V9.9", "S9.99", "9..9", "X(3)Z", "ZZ*9", "9Z"),
        *(
            "CR9",
            "9CRDB",
            "9CRCR",
            "+9+",
            "+9CR",
            "9$",
            "B$9",
            "$$--9",
            "9(0)",
            "P9P",
            "(5)X",
            "X)",
        ),
        *("$.$$", "+.+", "+V++", "PPZZ", "VPP$$", "VPPZ9", "-PP99", "99PP-"),
        *(
            "X(3",
            "9(32)",
            "V(2)9",
            "S(2)9",
            "X(1000000000)",
            "X(99999999999999999999)",
            "9'9",
            "9#",
        ),
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(BadPicture):
        analyse(text)


F = Category.EXTERNAL_FLOATING_POINT


@pytest.mark.parametrize(
    ("text", "category", "size"),
    [
        ("N(4)", Category.NATIONAL, 4),
        ("NNBNN", Category.NATIONAL_EDITED, 5),
        ("N/N0", Category.NATIONAL_EDITED, 4),
        ("G(4)", Category.DBCS, 4),
        ("GGBGG", Category.DBCS, 5),
        ("u(4)", Category.UTF_8, 4),
    ],
)
def test_wide_characters(text: str, category: Category, size: int) -> None:
    assert analyse(text) == Picture(text.upper(), category, size)


@pytest.mark.parametrize("text", ["N9", "N.N", "G0G", "GN", "UB", "U/U", "NX", "N(4)V", "SG"])
def test_wide_characters_go_with_few_symbols(text: str) -> None:
    with pytest.raises(BadPicture, match="mixes"):
        analyse(text)


@pytest.mark.parametrize(
    ("text", "size", "digits", "scale"),
    [
        ("+9.9(5)E+99", 12, 6, 5),
        ("-9V9(9)E-99", 15, 10, 9),  # the manual's own example: V takes no byte
        ("+.99E-99", 8, 2, 2),
        ("-99.E+9(2)", 8, 2, 0),
        ("+9(16)E+99", 21, 16, 0),
    ],
)
def test_external_floating_point(text: str, size: int, digits: int, scale: int) -> None:
    assert analyse(text) == Picture(text, F, size, digits, scale, signed=True)


@pytest.mark.parametrize(
    "text",
    ["9.9E+99", "+9.9E99", "+9.9E+9", "+9.9E+999", "+9(17)E+99", "+9,9E+99", "E+99", "++9E+99"],
)
def test_no_floating_point(text: str) -> None:
    with pytest.raises(BadPicture):
        analyse(text)


@pytest.mark.parametrize(("text", "size"), [("99.", 3), ("ZZ9,", 4), ("$$,$$9.", 7)])
def test_a_point_or_comma_at_the_end_takes_a_byte(text: str, size: int) -> None:
    assert analyse(text).size == size


COMMA = Dialect(decimal_comma=True)


@pytest.mark.parametrize(
    ("text", "size", "scale"), [("Z.ZZ9,99", 8, 2), ("9(5),9", 7, 1), ("9.999", 5, 0)]
)
def test_decimal_comma(text: str, size: int, scale: int) -> None:
    found = analyse(text, COMMA)
    assert (found.text, found.size, found.scale) == (text, size, scale)
    assert found.category is NE


@pytest.mark.parametrize("text", ["9,999,99", "S9,99"])
def test_decimal_comma_refused(text: str) -> None:
    with pytest.raises(BadPicture):
        analyse(text, COMMA)


@pytest.mark.parametrize("symbol", ["F", "f", "#", "Y"])
def test_currency(symbol: str) -> None:
    text = f"{symbol * 4},{symbol}{symbol}9.99"
    found = analyse(text, Dialect(currency=symbol))
    assert found == Picture(text.upper(), NE, 11, 8, 2)


def test_the_dollar_is_no_currency_symbol_beside_another() -> None:
    with pytest.raises(BadPicture, match="the currency symbol is 'F'"):
        analyse("$$9", Dialect(currency="F"))


LAX = Dialect(tolerate=("decimal-point",))


@pytest.mark.parametrize(
    ("text", "plain"),
    [("S9(5).99", "S9(5)V99"), ("S9.9(2)", "S9V9(2)"), ("S999.9", "S999V9"), ("S.99", "SV99")],
)
def test_a_decimal_point_beside_s_is_read_as_v_on_request(text: str, plain: str) -> None:
    assert analyse(text, LAX) == analyse(plain)


@pytest.mark.parametrize("text", ["S9(5).", "S9.9.9", "SZ9.99", "S9,9.9"])
def test_no_more_than_that_is_tolerated(text: str) -> None:
    with pytest.raises(BadPicture):
        analyse(text, LAX)


def test_each_refusal_says_what_to_do() -> None:
    for text in ("9(32)", "X(0)", "9Y", "9(", "X1", "9V9V9", "9P9", "XZ", "NX", "ZZ*9", "9+9"):
        with pytest.raises(BadPicture) as caught:
            analyse(text)
        assert caught.value.hint
