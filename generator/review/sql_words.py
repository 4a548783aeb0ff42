"""SQL cut into words of a kind each, for colours and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KEYWORDS = _listed("""
ADD ALTER ALWAYS AND AS ASC AUDIT AUTOINCREMENT BEGIN BETWEEN BIT BUFFERPOOL BY CACHE CALL CAPTURE
CASCADE CASE CAST CCSID CHANGES CHECK CLUSTER COLUMN COMMENT COMMIT COMPRESS CONSTRAINT CREATE
CURRENT DATA DATABASE DEFAULT DELETE DESC DISTINCT DROP ELSE END EXISTS FETCH FIRST FOR FOREIGN FROM
GENERATED GROUP HAVING IDENTITY IMMEDIATE IN INDEX INNER INSERT INTO IS JOIN KEY LEFT LIKE MATCHED
MAXPARTITIONS MERGE NO NOT NULL ON ONLY OR ORDER OUTER PRIMARY REFERENCES RENAME REORG RESTRICT ROW
ROWS RUNSTATS SELECT SET STOGROUP TABLE TABLESPACE THEN TO UNION UNIQUE UPDATE USING VALUES WHEN
WHERE WITH YES
""")
_TYPES = _listed("""
BIGINT BLOB CHAR CLOB DATE DECIMAL DOUBLE INTEGER NUMERIC REAL SMALLINT TEXT TIME TIMESTAMP VARCHAR
""")
_WORD = re.compile(
    r"""(?P<c>--[^\n]*)          # a remark
      | (?P<s>'(?:[^']|'')*'?)   # a literal, its quotes doubled inside
      | "[^"]*"?                 # a name in quotes
      | (?P<w>[A-Za-z_][\w@\#$]*)
      | (?P<n>\d+(?:\.\d+)?)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of SQL: `kind` is k(eyword), t(ype), s(tring), c(omment), or "" for the rest."""

    text: str
    kind: str = ""


def words(text: str) -> tuple[Word, ...]:
    """The text cut up; joined again it is the same text."""
    found: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        kind = _kind(match)
        if kind:
            if at < match.start():
                found.append(Word(text[at : match.start()]))
            found.append(Word(match[0], kind))
            at = match.end()
    return (*found, Word(text[at:])) if at < len(text) else tuple(found)


def _kind(match: re.Match[str]) -> str:
    if match.lastgroup != "w":
        return "" if match.lastgroup == "n" else match.lastgroup or ""
    word = match[0].upper()
    return "t" if word in _TYPES else "k" if word in _KEYWORDS else ""
