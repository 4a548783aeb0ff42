"""SQL cut into words of a kind each, for colours and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


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


_TAGS = {"k": "b", "t": "i", "s": "samp", "c": "em"}


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of SQL: `kind` is k(eyword), t(ype), s(tring), c(omment), or "" for the rest."""

    text: str
    kind: str = ""

    @property
    def tag(self) -> str:
        """Its element: a short one, since a wide table has tens of thousands of words."""
        return _TAGS[self.kind]


@lru_cache(maxsize=1 << 14)  # a line stands on both sides, and on several targets
def words(text: str) -> tuple[Word, ...]:
    """The text cut up; joined again it is the same text. Keywords in a row are one piece."""
    found: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        kind = _kind(match)
        if kind:
            between = text[at : match.start()]
            if kind == "k" and found and found[-1].kind == "k" and not between.strip(" "):
                found[-1] = Word(f"{found[-1].text}{between}{match[0]}", kind)
            else:
                found += [Word(between)] if between else []
                found.append(Word(match[0], kind))
            at = match.end()
    return (*found, Word(text[at:])) if at < len(text) else tuple(found)


def _kind(match: re.Match[str]) -> str:
    if match.lastgroup != "w":
        return "" if match.lastgroup == "n" else match.lastgroup or ""
    word = match[0].upper()
    return "t" if word in _TYPES else "k" if word in _KEYWORDS else ""
