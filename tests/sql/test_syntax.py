"""Every Db2 statement is checked by a grammar of its own, and by H2 as far as H2 knows Db2."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import jpype
import lark
import pytest

from generator.targets import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.render.files import Job
    from tests.sql.conftest import H2Connection, SqliteConnection, Texts

# H2 has no DELETE of a subselect and no catalogue of Db2's: they rest on the grammar alone.
UNKNOWN_TO_H2 = ("_clear_staging", "tables_find")
# Six entities, three of them with control totals, three of them child tables; the audit tables.
STATEMENTS = 6 * 11 + 3 * 3 + 3 + 21
PARSER = lark.Lark(
    (Path(__file__).parent / "db2_dml.lark").read_text("utf-8"),
    parser="lalr",
    maybe_placeholders=False,
)


def for_db2(texts: Texts) -> dict[str, str]:
    return {name: text for (target, name), text in texts.items() if target == "db2-luw"}


@pytest.mark.parametrize("schema", [None, "APP"])
def test_every_db2_statement_is_within_the_grammar(
    schema: str | None, job_maker: Callable[..., Job], text_maker: Callable[[Job], Texts]
) -> None:
    found = for_db2(text_maker(job_maker(schema)))
    assert len(found) == STATEMENTS
    for text in found.values():
        PARSER.parse(text)


def test_no_name_in_a_db2_statement_is_reserved(texts: Texts) -> None:
    for name, text in for_db2(texts).items():
        words = PARSER.parse(text).scan_values(lambda token: token.type == "NAME")
        assert not set(words) & find("db2-luw").reserved, name


def test_as_many_values_are_inserted_as_columns_are_named(texts: Texts) -> None:
    inserts = 0
    for text in for_db2(texts).values():
        for tree in PARSER.parse(text).iter_subtrees():
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
        PARSER.parse(text)


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
