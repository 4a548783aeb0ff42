from __future__ import annotations

import ast
import keyword
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.relational import names
from generator.relational.names import Candidate, NameRules
from generator.targets import reserved

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from .conftest import Mapped

RULES = NameRules(reserved=reserved.EVERY)
ZOS = NameRules(reserved=reserved.EVERY, column_limit=30)
COBOL = st.from_regex(r"[A-Z0-9]{1,8}(-[A-Z0-9]{1,8}){0,3}", fullmatch=True)


@pytest.mark.parametrize(
    ("cobol", "expected"),
    [
        ("ACCT-BAL", "ACCT_BAL"),
        ("acct-bal", "ACCT_BAL"),
        ("1ST-NAME", "C_1ST_NAME"),
        ("ORDER", "ORDER_"),
        ("DATE", "DATE_"),
        ("VALUE", "VALUE_"),
        ("RUN-ID", "RUN_ID_"),
        ("STG-ID", "STG_ID_"),
        ("ORDER-NO", "ORDER_NO"),
    ],
)
def test_a_cobol_name_becomes_an_ordinary_identifier(cobol: str, expected: str) -> None:
    assert names.column_name(names.sql_name(cobol, RULES), RULES) == expected


def test_the_longest_prefix_goes_and_something_is_left() -> None:
    rules = NameRules(prefixes=("CM-", "CM-CUST-"))
    assert names.sql_name("CM-CUST-ID", rules) == "ID"
    assert names.sql_name("cm-name", rules) == "NAME"
    assert names.sql_name("CM-CUST-", NameRules(prefixes=("CM-CUST-",))) == "CM_CUST_"


def test_the_glossary_replaces_words_the_longest_entry_first() -> None:
    glossary = {"CUST": "CUSTOMER", "CUST-NO": "CUSTOMER_NUMBER", "BAL": "BALANCE"}
    rules = NameRules(glossary=glossary)
    assert names.sql_name("CUST-BAL", rules) == "CUSTOMER_BALANCE"
    assert names.sql_name("OLD-CUST-NO", rules) == "OLD_CUSTOMER_NUMBER"
    assert names.sql_name("CUSTOM-BALL", rules) == "CUSTOM_BALL"


def test_a_long_name_is_cut_and_stays_unique() -> None:
    first = names.column_name("CUSTOMER_CORRESPONDENCE_ADDRESS_LINE_1", ZOS)
    second = names.column_name("CUSTOMER_CORRESPONDENCE_ADDRESS_LINE_2", ZOS)
    assert len(first) <= 30 >= len(second)
    assert first != second
    assert first.startswith("CUSTOMER_CORRESPONDENCE")
    assert names.column_name("CUSTOMER_CORRESPONDENCE_ADDRESS_LINE_1", RULES).endswith("LINE_1")


def candidate(path: tuple[str, ...], offset: int = 0, rules: NameRules = RULES) -> Candidate:
    return Candidate((path, offset), names.forms(path, offset, rules))


def assigned(*paths: tuple[str, ...], rules: NameRules = RULES) -> dict[tuple[str, ...], str]:
    wanted = [candidate(path, at, rules) for at, path in enumerate(paths)]
    return {p: n.name for p, n in zip(paths, names.assign(wanted, rules), strict=True)}


def test_every_duplicate_is_qualified_by_its_group() -> None:
    given_names = assigned(("REC", "HOME", "CITY"), ("REC", "WORK", "CITY"), ("REC", "ID"))
    assert list(given_names.values()) == ["HOME_CITY", "WORK_CITY", "ID"]


def test_an_item_outside_any_group_keeps_its_name() -> None:
    given_names = assigned(("REC", "STREET"), ("REC", "BILL-TO", "STREET"))
    assert list(given_names.values()) == ["STREET", "BILL_TO_STREET"]


def test_duplicates_that_a_prefix_made_get_the_prefix_back() -> None:
    rules = NameRules(prefixes=("A-", "B-"))
    given_names = assigned(("REC", "A-ID"), ("REC", "B-ID"), rules=rules)
    assert list(given_names.values()) == ["A_ID", "B_ID"]


def test_groups_of_the_same_name_are_qualified_further_up() -> None:
    given_names = assigned(("REC", "OLD", "ADR", "CITY"), ("REC", "NEW", "ADR", "CITY"))
    assert list(given_names.values()) == ["OLD_ADR_CITY", "NEW_ADR_CITY"]


def test_the_offset_tells_apart_what_nothing_else_does() -> None:
    wanted = [candidate(("REC", "FILLER", "X"), 4), candidate(("REC", "FILLER", "X"), 9)]
    assert [n.name for n in names.assign(wanted, RULES)] == ["X_AT_4", "X_AT_9"]


def test_two_explicit_names_clash() -> None:
    wanted = [Candidate("a", ("A",), explicit="X"), Candidate("b", ("B",), explicit="X")]
    assert all(found.clash for found in names.assign(wanted, RULES))


def test_an_explicit_name_wins_over_a_derived_one() -> None:
    derived = candidate(("REC", "G", "X"))
    found = names.assign([derived, Candidate("b", ("B",), explicit="X")], RULES)
    assert [n.name for n in found] == ["G_X", "X"]
    assert not any(n.clash for n in found)


@given(st.lists(st.tuples(COBOL, COBOL), min_size=1, max_size=12, unique=True), st.randoms())
def test_the_order_of_the_items_never_changes_a_name(
    pairs: list[tuple[str, str]], shuffler: random.Random
) -> None:
    paths = [("REC", group, item) for group, item in pairs]
    offsets = {path: at for at, path in enumerate(paths)}

    def run(order: list[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
        wanted = [candidate(path, offsets[path]) for path in order]
        return {p: n.name for p, n in zip(order, names.assign(wanted, RULES), strict=True)}

    mixed = list(paths)
    shuffler.shuffle(mixed)
    assert run(list(paths)) == run(mixed)


@given(st.lists(st.tuples(COBOL, COBOL), min_size=1, max_size=12, unique=True))
def test_names_are_unique_legal_and_within_the_limit(pairs: list[tuple[str, str]]) -> None:
    paths = [("REC", group, item) for group, item in pairs]
    wanted = [candidate(path, at, ZOS) for at, path in enumerate(paths)]
    found = [named.name for named in names.assign(wanted, ZOS)]
    assert len(set(found)) == len(found)
    for name in found:
        assert re.fullmatch(r"[A-Z][A-Z0-9_]{0,29}", name)
        assert name not in reserved.EVERY
        assert name not in names.SYSTEM_COLUMNS


def test_no_renamed_word_needs_quotes_in_sqlite() -> None:
    columns = ", ".join(names.column_name(word, RULES) for word in sorted(reserved.EVERY))
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE T_ ({columns})")
    connection.execute(f"SELECT {columns} FROM T_")
    connection.close()


# SQLite, "SQLite Keywords".
KEYWORDS = [
    "ABORT",
    "ACTION",
    "ADD",
    "AFTER",
    "ALL",
    "ALTER",
    "ALWAYS",
    "ANALYZE",
    "AND",
    "AS",
    "ASC",
    "ATTACH",
    "AUTOINCREMENT",
    "BEFORE",
    "BEGIN",
    "BETWEEN",
    "BY",
    "CASCADE",
    "CASE",
    "CAST",
    "CHECK",
    "COLLATE",
    "COLUMN",
    "COMMIT",
    "CONFLICT",
    "CONSTRAINT",
    "CREATE",
    "CROSS",
    "CURRENT",
    "DATABASE",
    "DEFAULT",
    "DEFERRABLE",
    "DEFERRED",
    "DELETE",
    "DESC",
    "DETACH",
    "DISTINCT",
    "DO",
    "DROP",
    "EACH",
    "ELSE",
    "END",
    "ESCAPE",
    "EXCEPT",
    "EXCLUDE",
    "EXCLUSIVE",
    "EXISTS",
    "EXPLAIN",
    "FAIL",
    "FILTER",
    "FIRST",
    "FOLLOWING",
    "FOR",
    "FOREIGN",
    "FROM",
    "FULL",
    "GENERATED",
    "GLOB",
    "GROUP",
    "GROUPS",
    "HAVING",
    "IF",
    "IGNORE",
    "IMMEDIATE",
    "IN",
    "INDEX",
    "INDEXED",
    "INITIALLY",
    "INNER",
    "INSERT",
    "INSTEAD",
    "INTERSECT",
    "INTO",
    "IS",
    "ISNULL",
    "JOIN",
    "KEY",
    "LAST",
    "LEFT",
    "LIKE",
    "LIMIT",
    "MATCH",
    "MATERIALIZED",
    "NATURAL",
    "NO",
    "NOT",
    "NOTHING",
    "NOTNULL",
    "NULL",
    "NULLS",
    "OF",
    "OFFSET",
    "ON",
    "OR",
    "ORDER",
    "OTHERS",
    "OUTER",
    "OVER",
    "PARTITION",
    "PLAN",
    "PRAGMA",
    "PRECEDING",
    "PRIMARY",
    "QUERY",
    "RAISE",
    "RANGE",
    "RECURSIVE",
    "REFERENCES",
    "REGEXP",
    "REINDEX",
    "RELEASE",
    "RENAME",
    "REPLACE",
    "RESTRICT",
    "RETURNING",
    "RIGHT",
    "ROLLBACK",
    "ROW",
    "ROWS",
    "SAVEPOINT",
    "SELECT",
    "SET",
    "TABLE",
    "TEMP",
    "TEMPORARY",
    "THEN",
    "TIES",
    "TO",
    "TRANSACTION",
    "TRIGGER",
    "UNBOUNDED",
    "UNION",
    "UNIQUE",
    "UPDATE",
    "USING",
    "VACUUM",
    "VALUES",
    "VIEW",
    "VIRTUAL",
    "WHEN",
    "WHERE",
    "WINDOW",
    "WITH",
    "WITHOUT",
]


def test_sqlite_refuses_no_other_word() -> None:
    """Every keyword that SQLite does not take as a column name is on the list."""
    assert [word for word in KEYWORDS if refused(word) and word not in reserved.EVERY] == []


def refused(word: str) -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE TABLE T_ ({word} TEXT)")
        connection.execute(f"SELECT {word} FROM T_ ORDER BY {word}")
    except sqlite3.OperationalError:
        return True
    finally:
        connection.close()
    return False


def test_attributes_are_no_keywords_and_no_types() -> None:
    found = names.attribute_names(["CLASS", "DATE_", "STR", "ID", "STR_", "BYTES"])
    assert found == ("class_", "date_", "str__", "id", "str_", "bytes_")
    assert not any(keyword.iskeyword(name) for name in found)


def test_class_names() -> None:
    assert names.class_name("CUSTOMER_ACCOUNT") == "CustomerAccountRow"
    assert names.class_name("ORDER_") == "OrderRow"


def test_a_name_that_was_used_gets_a_number() -> None:
    found = names.unique(["A", "A", "B"], 128, frozenset(("B",)))
    assert found == ("A", "A_2", "B_2")


def test_no_attribute_is_called_what_an_annotation_of_its_class_means() -> None:
    """A class body is a scope of its own: an attribute `object` would hide the builtin."""
    golden = Path(__file__).parents[1] / "golden"
    used = {
        name.id
        for path in golden.glob("*/expected/src/repository/records.py")
        for row in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(row, ast.ClassDef)
        for scope in _annotations(row)
        for name in ast.walk(scope)
        if isinstance(name, ast.Name) and name.id.islower()
    }
    assert {"object", "tuple", "str", "date"} <= used
    for name in sorted(used):
        assert names.attribute_names([name.upper()]) == (f"{name}_",)


def _annotations(row: ast.ClassDef) -> Iterator[ast.AST]:
    for part in row.body:
        if isinstance(part, ast.AnnAssign):
            yield part.annotation
        elif isinstance(part, ast.FunctionDef):
            yield from part.decorator_list
            yield from (part.args, *([part.returns] if part.returns else []))


def test_the_prefix_stays_where_the_rest_is_a_reserved_word(mapped: Mapped) -> None:
    text = """
        01  CLAIM.
            05  CLM-NO     PIC 9(4).
            05  CLM-RUN-ID PIC 9(4).
            05  CLM-DATE   PIC 9(8) OCCURS 2.
            05  CLM-PAID   PIC 9(8).
            05  ORDER      PIC X.
    """
    job = "naming: {strip_prefixes: [CLM-]}\nrecords: {CLAIM: {key: [CLM-NO]}}"
    case = mapped(text, job)
    assert case.names("CLAIM") == ["CLM_NO", "CLM_RUN_ID", "DATE_1", "DATE_2", "PAID", "ORDER_"]
    assert [(d.text, d.reason) for d in case.decisions("prefix-kept")] == [
        ("CLM-NO becomes CLM_NO", "without its prefix it would be NO, a reserved word"),
        (
            "CLM-RUN-ID becomes CLM_RUN_ID",
            "without its prefix it would be RUN_ID, a column of the generator",
        ),
    ]
