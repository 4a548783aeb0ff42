"""PICTURE character-strings. Sizes and categories from the Language Reference, "PICTURE clause";
the tables agree with `cobc -std=ibm`."""

import pytest

from generator.copybook.fields import Category, Picture
from generator.copybook.picture import BadPicture, analyse

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
        *("9(3)P9", "9S", "S9S", "9V9V", "99V9.9", "S9.99", "9..9", "9.", "X(3)Z", "ZZ*9", "9Z"),
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
        *("X(3", "9(32)", "V(2)9", "S(2)9", "X(134217728)", "X(99999999999999999999)", "9'9", "9#"),
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(BadPicture):
        analyse(text)


@pytest.mark.parametrize("text", ["N(4)", "G(4)", "U(4)", "+9.9E+99"])
def test_not_yet(text: str) -> None:
    with pytest.raises(BadPicture) as caught:
        analyse(text)
    assert not caught.value.supported
