"""Our layouts against the compiler's, and the recorded files against the compiler."""

from pathlib import Path

import pytest
from cobc_layout import refused
from our_layout import placed
from record import HERE, MEMBERS, REFUSED, SILENT, ask, books, recorded

from generator.copybook import parse_copybook
from generator.copybook.dialect import Dialect
from generator.copybook.fields import Category, Copybook, Field, Kind, Usage

BOOKS = {book.name: book for book in books()}
READ_BY_COBC = ("free", "variable")  # options that our parser finds out by itself

_KINDS = {
    Category.ALPHABETIC: "text", Category.ALPHANUMERIC: "text", Category.NATIONAL: "national",
    Category.ALPHANUMERIC_EDITED: "edited-text", Category.NUMERIC_EDITED: "edited",
    Category.NATIONAL_EDITED: "edited-national", Category.INDEX: "index",
    Category.DATA_POINTER: "pointer", Category.PROCEDURE_POINTER: "pointer",
    Category.EXTERNAL_FLOATING_POINT: "edited",
}  # fmt: skip
_NUMBERS = {
    Usage.DISPLAY: "display", Usage.NATIONAL: "display", Usage.COMP_3: "packed",
    Usage.COMP_6: "packed",
}  # fmt: skip
_OTHERS = {
    Usage.COMP_1: "float", Usage.COMP_2: "double", Usage.FLOAT_SHORT: "float",
    Usage.FLOAT_LONG: "double", Usage.FLOAT_DECIMAL_16: "decimal64",
    Usage.FLOAT_DECIMAL_34: "decimal128",
}  # fmt: skip

_BYTES_ONLY = {  # what cobc takes for their digits is its own affair
    Usage.COMP_X, Usage.COMP_N, Usage.BINARY_CHAR, Usage.BINARY_SHORT, Usage.BINARY_LONG,
    Usage.BINARY_DOUBLE,
}  # fmt: skip


def dialect(options: dict[str, str]) -> Dialect:
    """The options of a copybook's `*> with:` line."""
    ours = {key: value for key, value in options.items() if key not in READ_BY_COBC}
    return Dialect(**{key.replace("-", "_"): value or True for key, value in ours.items()})  # type: ignore[arg-type]


def parsed(name: str) -> Copybook:
    options = dialect(BOOKS[name].options)
    return parse_copybook(HERE / f"{name}.cpy", libraries=[MEMBERS], dialect=options)


def kind(field: Field | None) -> str:
    """A field in the words of the `.layout` files."""
    if field is None or field.kind is not Kind.ELEMENTARY or field.usage is None:
        return ""
    if field.usage in _OTHERS:
        return _OTHERS[field.usage]
    picture = field.picture
    assert picture
    if picture.category in _KINDS:
        words = [_KINDS[picture.category]]
    elif field.blank_when_zero:  # edited by the manual; our model keeps its digits
        words = ["edited"]
    else:
        scaled = max(picture.digits, picture.scale, picture.digits - picture.scale)
        words = [_NUMBERS.get(field.usage, "binary"), f"{scaled},{picture.scale}"]
        words += ["signed"] if picture.signed else []
        words += ["leading"] if field.sign and field.sign.position == "leading" else []
        words += ["separate"] if field.sign and field.sign.separate else []
    words += ["native"] if field.usage is Usage.COMP_5 else []
    words += ["blank-when-zero"] if field.blank_when_zero else []
    words += ["justified"] if field.justified else []
    return " ".join(words)


@pytest.mark.parametrize("name", BOOKS)
def test_layout_is_the_compilers(name: str) -> None:
    said = recorded(name)
    found = placed(parsed(name))
    expected = said.cobc | said.ibm
    assert list(found) == list(expected)
    assert {path: row for path, (row, _) in found.items()} == expected
    compared = {
        path: field
        for path, (_, field) in found.items()
        if said.kinds.get(path) and not (field and field.usage in _BYTES_ONLY)
    }
    assert {path: kind(field) for path, field in compared.items()} == {
        path: said.kinds[path] for path in compared
    }


@pytest.mark.parametrize("name", BOOKS)
def test_deviation_cites_the_rule(name: str) -> None:
    said = recorded(name)
    assert bool(said.ibm) == said.has("# ibm:")
    assert bool(said.cobc) != said.has(SILENT)
    assert all(said.cobc.get(path) != row for path, row in said.ibm.items())


def test_recorded_files_are_what_cobc_says() -> None:
    asked = ask(BOOKS.values())
    kept = {name: recorded(name) for name in asked}
    assert {name: said.cobc for name, said in asked.items()} == {
        name: said.cobc for name, said in kept.items()
    }
    assert {name: said.kinds for name, said in asked.items()} == {
        name: said.kinds for name, said in kept.items()
    }


def test_cobc_takes_them_as_they_stand_unless_said_otherwise() -> None:
    answers = refused(list(BOOKS.values()), MEMBERS)
    marked = {name for name in BOOKS if recorded(name).has(REFUSED) or recorded(name).has(SILENT)}
    assert set(answers) == marked, {n: a for n, a in answers.items() if n not in marked}


def test_every_layout_has_its_copybook() -> None:
    assert {path.stem for path in Path(HERE).glob("*.layout")} == set(BOOKS)
