"""Db2's SQL in Derby's words, where the two differ in what the generated statements use.

What is rewritten is not tested here: it is tested on H2, or on a Db2 (DB2_DSN).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple


class Rule(NamedTuple):
    """A difference, and how Derby says the same."""

    why: str
    db2: re.Pattern[str]
    derby: str | Callable[[re.Match[str]], str]


def _rule(why: str, db2: str, derby: str | Callable[[re.Match[str]], str]) -> Rule:
    return Rule(why, re.compile(db2, re.IGNORECASE | re.DOTALL), derby)


RULES: Final = (
    _rule(
        "the driver tells its locale; Derby ignores SET CLIENT",
        r"\ASET CURRENT LOCALE",
        "SET CLIENT  LOCALE",
    ),
    _rule(
        "no comments: a statement that fails too where the table is not there",
        r"\A\s*COMMENT ON (?:TABLE (?P<table>[\w.]+)|COLUMN (?P<of>[\w.]+)\.\w+) IS .*\Z",
        r"LOCK TABLE \g<table>\g<of> IN SHARE MODE",
    ),
    _rule(
        "no precision of a timestamp: it has nine decimal places",
        r"\bTIMESTAMP\(6\)",
        "TIMESTAMP",
    ),
    _rule(
        "no physical clauses behind the columns of a table",
        r"(?P<end>\))\s+IN \w+(?:\s+INDEX IN \w+)?(?:\s+COMPRESS YES)?\s*\Z",
        r"\g<end>",
    ),
    _rule(
        "another catalogue",
        r"\bSYSCAT\.TABLES\b",
        "(SELECT T.TABLENAME AS TABNAME, S.SCHEMANAME AS TABSCHEMA"
        " FROM SYS.SYSTABLES AS T JOIN SYS.SYSSCHEMAS AS S ON S.SCHEMAID = T.SCHEMAID) AS C",
    ),
    _rule("a reserved word", r"\bSQLCODE\b", '"SQLCODE"'),
    _rule(
        "identity: no cache",
        r"(?<=AS IDENTITY )\((?:NO CACHE|CACHE \d+)\)",
        "(START WITH 1, INCREMENT BY 1)",
    ),
    _rule(
        "no deletion from a query: the identity column names the same rows",
        r"\A\s*DELETE FROM \(\s*SELECT 1\s+FROM\s+(?P<table>[\w.]+)(?P<rest>.*)\)\s*\Z",
        r"DELETE FROM \g<table> WHERE STG_ID IN (SELECT STG_ID FROM \g<table>\g<rest>)",
    ),
)


def derby_sql(text: str) -> str:
    """The statement as Derby takes it."""
    for rule in RULES:
        text = rule.db2.sub(rule.derby, text)
    return text
