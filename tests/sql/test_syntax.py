"""Every Db2 statement is checked by a grammar of its own, and by H2 as far as H2 knows Db2."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import jpype
import lark
import pytest

from generator.targets import find

from .conftest import statements_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.render.files import Job
    from tests.sql.conftest import H2Connection, SqliteConnection, Texts

# H2 has no DELETE of a subselect and no catalogue of Db2's: they rest on the grammar alone.
UNKNOWN_TO_H2 = ("_clear_staging", "tables_find")
# Six entities, three of them with control totals, three of them child tables; the audit tables.
STATEMENTS = 6 * 11 + 3 * 3 + 3 + 23
PARSER = lark.Lark(
    (Path(__file__).parent / "db2_dml.lark").read_text("utf-8"),
    parser="lalr",
    maybe_placeholders=False,
    start=["luw", "zos", "older"],
)


def for_db2(texts: Texts, wanted: str = "db2-luw") -> dict[str, str]:
    return {name: text for (target, name), text in texts.items() if target == wanted}


@pytest.mark.parametrize("schema", [None, "APP"])
def test_every_db2_statement_is_within_the_grammar(
    schema: str | None, job_maker: Callable[..., Job], text_maker: Callable[[Job], Texts]
) -> None:
    found = for_db2(text_maker(job_maker(schema)))
    assert len(found) == STATEMENTS
    for text in found.values():
        PARSER.parse(text, start="luw")


@pytest.mark.parametrize(
    ("level", "start"), [("V13R1M500", "zos"), ("V12R1M500", "zos"), ("V12R1M100", "older")]
)
@pytest.mark.parametrize("schema", [None, "APP"])
def test_every_zos_statement_is_in_the_grammar_of_its_function_level(
    schema: str | None,
    level: str,
    start: str,
    job_maker: Callable[..., Job],
    text_maker: Callable[[Job], Texts],
) -> None:
    found = for_db2(text_maker(job_maker(schema, level=level)), "db2-zos")
    assert len(found) == STATEMENTS
    merges = 0
    for name, text in found.items():
        parts = statements_in(text)
        merges += name.endswith("_merge") and len(parts)
        for part in parts:
            tree = PARSER.parse(f"-- {part}", start=start)
            words = set(tree.scan_values(lambda token: token.type == "NAME"))
            assert not (words - {"SYSIBM"}) & find("db2-zos").reserved, name
    # BRANCH_CODE and LINE_TAG are nothing but their keys: there is nothing to update.
    assert merges == (6 if start == "zos" else 6 + 4)


@pytest.mark.parametrize(
    "text",
    [
        "DELETE FROM (SELECT 1 FROM T WHERE A = ? FETCH FIRST 10 ROWS ONLY)",
        "DELETE FROM T AS T WHERE T.A = ?",
        "SELECT TABNAME FROM SYSCAT.TABLES WITH UR",
    ],
)
def test_the_grammar_refuses_what_only_luw_takes(text: str) -> None:
    with pytest.raises(lark.exceptions.UnexpectedInput):
        PARSER.parse(text, start="zos")


def test_below_500_neither_merge_nor_delete_takes_what_came_with_it(
    job_maker: Callable[..., Job], text_maker: Callable[[Job], Texts]
) -> None:
    newer = for_db2(text_maker(job_maker()), "db2-zos")
    for name in ("account_merge", "account_clear_staging"):
        with pytest.raises(lark.exceptions.UnexpectedInput):
            PARSER.parse(newer[name], start="older")


@pytest.mark.parametrize("level", ["V13R1M500", "V12R1M100"])
def test_h2_knows_every_zos_statement_but_that_of_the_catalogue(
    level: str, job_maker: Callable[..., Job], text_maker: Callable[[Job], Texts], h2: H2Connection
) -> None:
    found = for_db2(text_maker(job_maker(level=level)), "db2-zos")
    catalogue = found.pop("tables_find")
    for text in found.values():
        for part in statements_in(text):
            h2.prepare(f"-- {part}")
    assert "FROM   SYSIBM.SYSTABLES\nWHERE  CREATOR = 'APP'\n" in catalogue


def test_no_name_in_a_db2_statement_is_reserved(texts: Texts) -> None:
    for name, text in for_db2(texts).items():
        words = PARSER.parse(text, start="luw").scan_values(lambda token: token.type == "NAME")
        assert not set(words) & find("db2-luw").reserved, name


def test_as_many_values_are_inserted_as_columns_are_named(texts: Texts) -> None:
    inserts = 0
    for text in for_db2(texts).values():
        for tree in PARSER.parse(text, start="luw").iter_subtrees():
            if tree.data in ("insert", "when_not_matched"):
                columns, values = (next(tree.find_data(n)) for n in ("column_list", "value_list"))
                assert len(columns.children) == len(values.children)
                inserts += 1
    assert inserts == 6 + 6 + 4  # one to stage and one to merge an entity, and the audit's


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ? FROM T",
        "SELECT A FROM T WHERE ? = ?",
        "SELECT A FROM T LIMIT 10",
        "SELECT A FROM T WHERE A IS NOT B",
        "SELECT A FROM T WHERE true",
        "SELECT COUNT(*) FROM (SELECT A FROM T)",
        "SELECT A FROM T;",
        "SELECT A FROM T WITH UR",
        "INSERT INTO T (A) VALUES (?) ON CONFLICT (A) DO NOTHING",
        "DELETE FROM T WHERE A = ? FETCH FIRST 10 ROWS ONLY",
        "UPDATE T SET T.A = ? WHERE B = ?",
        "UPDATE T SET A = ?",
        "DELETE FROM T",
        (
            "MERGE INTO T AS T USING (SELECT A FROM S) AS S ON T.A = S.A"
            " WHEN MATCHED THEN UPDATE SET B = S.B WHEN NOT MATCHED THEN INSERT (A) VALUES (S.A)"
        ),
        (
            "MERGE INTO T AS T USING (SELECT A FROM S) AS S ON T.A = S.A"
            " WHEN NOT MATCHED THEN INSERT (A) VALUES (S.A) ELSE IGNORE"
        ),
    ],
)
def test_the_grammar_refuses_what_db2_or_a_reviewer_refuses(text: str) -> None:
    with pytest.raises(lark.exceptions.UnexpectedInput):
        PARSER.parse(text, start="luw")


def test_h2_accepts_every_db2_statement_that_it_can_know(texts: Texts, h2: H2Connection) -> None:
    checked = 0
    for name, text in for_db2(texts).items():
        if not name.endswith(UNKNOWN_TO_H2):
            h2.prepare(text)
            checked += 1
    assert checked == STATEMENTS - 7


def test_h2_still_cannot_know_the_others(texts: Texts, h2: H2Connection) -> None:
    others = [text for name, text in for_db2(texts).items() if name.endswith(UNKNOWN_TO_H2)]
    assert len(others) == 7
    for text in others:
        with pytest.raises(jpype.JClass("java.sql.SQLException")):
            h2.prepare(text)


def test_sqlite_accepts_every_sqlite_statement(texts: Texts, sqlite: SqliteConnection) -> None:
    found = [text for (target, _), text in texts.items() if target == "sqlite"]
    assert len(found) == STATEMENTS
    for text in found:
        sqlite.execute("EXPLAIN " + text, (None,) * text.count("?"))
