"""SQL cut into words of a kind each, for colours and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KEYWORDS = _listed("""
ADD ALTER ALWAYS AND AS ASC AUDIT AUTOINCREMENT BEGIN BETWEEN BUFFERPOOL BY CACHE CALL CASCADE CASE
CAST CCSID CHECK CLUSTER COLUMN COMMENT COMMIT COMPRESS CONSTRAINT CREATE CURRENT DATABASE DEFAULT
DELETE DESC DISTINCT DROP ELSE END EXISTS FETCH FIRST FOR FOREIGN FROM GENERATED GROUP HAVING
IDENTITY IMMEDIATE IN INDEX INNER INSERT INTO IS JOIN KEY LEFT LIKE MATCHED MAXPARTITIONS MERGE NO
NOT NULL ON ONLY OR ORDER OUTER PRIMARY REFERENCES RENAME REORG RESTRICT ROW ROWS RUNSTATS SELECT
SET STOGROUP TABLE TABLESPACE THEN TO UNION UNIQUE UPDATE USING VALUES WHEN WHERE WITH YES
""")
_TYPES = _listed("""
BIGINT BIT BLOB CHAR CLOB DATA DATE DECIMAL DOUBLE INTEGER NUMERIC REAL SMALLINT TEXT TIME TIMESTAMP
VARCHAR
""")
_WORD = re.compile(
    r"""(?P<c>--[^\n]*)          # a remark
      | (?P<s>'(?:[^']|'')*'?)   # a literal, its quotes doubled inside
      | (?P<n>\b\d+(?:\.\d+)?\b)
      | (?P<w>[A-Za-z_][A-Za-z0-9_@\#$]*)
      | (?P<o>"[^"]*"?|[^-'"\w]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of SQL: `kind` is k(eyword), t(ype), s(tring), c(omment), or "" for the rest."""

    text: str
    kind: str = ""


def words(text: str) -> tuple[Word, ...]:
    """The text cut up; joined again it is the same text."""
    runs = groupby(_classified(text), key=lambda word: word.kind)
    return tuple(Word("".join(word.text for word in run), kind) for kind, run in runs)


def _classified(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        part = found[0]
        match found.lastgroup:
            case "c" | "s":
                yield Word(part, found.lastgroup)
            case "w" if part.upper() in _TYPES:
                yield Word(part, "t")
            case "w" if part.upper() in _KEYWORDS:
                yield Word(part, "k")
            case _:
                yield Word(part)
