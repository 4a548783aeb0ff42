from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.condition import (
    And,
    Comparison,
    Condition,
    ConditionError,
    ConditionName,
    Literal,
    Membership,
    Name,
    Not,
    Or,
    condition_names,
    names,
    parse,
    render,
)

P = Literal("text", "P")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CM-REC-TYPE = 'P'", Comparison(Name("CM-REC-TYPE"), "=", P)),
        ('cm-rec-type <> "P"', Comparison(Name("CM-REC-TYPE"), "<>", P)),
        (
            "X in ('C','F')",
            Membership(Name("X"), (Literal("text", "C"), Literal("text", "F"))),
        ),
        (
            "X not in (1, -2.50)",
            Not(Membership(Name("X"), (Literal("number", "1"), Literal("number", "-2.50")))),
        ),
        ("CM-IS-PERSON", ConditionName(Name("CM-IS-PERSON"))),
        ("NOT CM-IS-PERSON", Not(ConditionName(Name("CM-IS-PERSON")))),
        (
            "A OF B IN C = SPACES",
            Comparison(Name("A", ("B", "C")), "=", Literal("figurative", "SPACE")),
        ),
        ("A IN B IN ('P')", Membership(Name("A", ("B",)), (P,))),
        ("A>=10", Comparison(Name("A"), ">=", Literal("number", "10"))),
        ("A = 'it''s'", Comparison(Name("A"), "=", Literal("text", "it's"))),
        (
            "1ST-BYTE = LOW-VALUES",
            Comparison(Name("1ST-BYTE"), "=", Literal("figurative", "LOW-VALUE")),
        ),
        (
            "A or B and not C",
            Or(
                (
                    ConditionName(Name("A")),
                    And((ConditionName(Name("B")), Not(ConditionName(Name("C"))))),
                )
            ),
        ),
        (
            "(A or B) and C",
            And(
                (Or((ConditionName(Name("A")), ConditionName(Name("B")))), ConditionName(Name("C")))
            ),
        ),
    ],
)
def test_what_a_condition_means(text: str, expected: Condition) -> None:
    assert parse(text) == expected
    assert parse(render(expected)) == expected


@pytest.mark.parametrize(
    ("text", "position", "width", "message", "hint"),
    [
        ("", 0, 0, "the condition is empty", "write for example REC-TYPE = 'P'"),
        ("A == 'P'", 2, 2, "== is not expected here", "write ="),
        ("A != 'P'", 2, 2, "!= is not expected here", "write <>"),
        ("A = P", 4, 1, "a value is expected, not a name", "text needs quotes: 'P'"),
        ("A =", 3, 0, "a value is expected", "'text', a number, or SPACES, ZEROS, LOW-VALUES"),
        ("A = 'P", 4, 1, "the quote is not closed", None),
        (
            "'P' = A",
            0,
            3,
            "the name comes first, then the value",
            "write for example REC-TYPE = 'P'",
        ),
        ("A B", 2, 1, "B is not expected here", "join conditions by and / or"),
        ("A and", 5, 0, "the condition ends where a name is expected", None),
        ("A in ('P' 'Q')", 10, 3, "a comma is missing between the values", None),
        ("A in ('P'", 9, 0, "a closing parenthesis is missing", None),
        ("A in 'P'", 5, 3, "the list of values starts with a parenthesis: in ('A','B')", None),
        ("(A", 2, 0, "a closing parenthesis is missing", None),
        ("A)", 1, 1, ") is not expected here", "join conditions by and / or"),
        ("A of = 'P'", 5, 1, "the name of a group is expected behind OF", None),
        ("A is 'P'", 2, 2, "is is not expected here", "write ="),
        ("A && B", 2, 2, "&& is not expected here", "write and"),
        ("= 'P'", 0, 1, "= is not expected here", "join conditions by and / or"),
        ("A not B", 6, 1, "B is not expected here", "join conditions by and / or"),
    ],
)
def test_an_error_knows_its_place(
    text: str, position: int, width: int, message: str, hint: str | None
) -> None:
    with pytest.raises(ConditionError) as error:
        parse(text)
    found = error.value
    assert (found.message, found.position, found.width, found.hint) == (
        message,
        position,
        width,
        hint,
    )


def test_names_in_order() -> None:
    condition = parse("A OF B = 1 and (not IS-OPEN or C in ('X'))")
    assert [str(name) for name in names(condition)] == ["A OF B", "IS-OPEN", "C"]
    assert [str(name) for name in condition_names(condition)] == ["IS-OPEN"]
    assert [(name.position, name.width) for name in names(condition)] == [(0, 6), (20, 7), (31, 1)]


NAMES = st.builds(
    Name,
    st.sampled_from(["A", "REC-TYPE", "IS-OPEN", "9-LIVES"]),
    st.lists(st.sampled_from(["GRP", "REC"]), max_size=2).map(tuple),
)
LITERALS = st.one_of(
    st.builds(Literal, st.just("text"), st.text(st.characters(codec="ascii"), max_size=5)),
    st.builds(Literal, st.just("number"), st.sampled_from(["0", "-1", "12.50"])),
    st.builds(Literal, st.just("figurative"), st.sampled_from(["SPACE", "ZERO"])),
)
CONDITIONS = st.recursive(
    st.one_of(
        st.builds(ConditionName, NAMES),
        st.builds(Comparison, NAMES, st.sampled_from(["=", "<>", "<", ">", "<=", ">="]), LITERALS),
        st.builds(Membership, NAMES, st.lists(LITERALS, min_size=1, max_size=3).map(tuple)),
    ),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@given(CONDITIONS)
def test_rendered_text_means_the_same(condition: Condition) -> None:
    assert parse(render(condition)) == condition


def outcome(text: str) -> Condition | ConditionError:
    try:
        return parse(text)
    except ConditionError as error:
        return error


@given(st.text(max_size=30))
def test_any_text_is_a_condition_or_an_error_inside_it(text: str) -> None:
    found = outcome(text)
    if isinstance(found, ConditionError):
        assert 0 <= found.position <= found.position + found.width <= len(text)
    else:
        assert parse(render(found)) == found
