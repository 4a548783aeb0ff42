"""File description entries, FD and SD: their clauses are read over, their name is kept.

Enterprise COBOL for z/OS Language Reference, "FILE SECTION", "Data division - file description
entries".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.copybook.source.text import Statement
from generator.problems import Problem

_HEAD = re.compile(r"(FD|SD)\s+([A-Z0-9][\w-]*)", re.IGNORECASE)
_CLAUSES = (
    *("EXTERNAL", "GLOBAL", "BLOCK", "RECORD", "RECORDS", "LABEL", "DATA", "RECORDING", "LINAGE"),
    *("VALUE", "CODE-SET", "REPORT", "REPORTS", "IS", "WITH", "LINES", "FOOTING", "TOP", "BOTTOM"),
)
_NAME = rf"(?!(?:{'|'.join(_CLAUSES)})(?![\w-])|\d{{1,2}}\s)[\w-]+"
_NAMES = rf"{_NAME}(?:[\s,;]+{_NAME})*"
_VALUE = rf"(?:'[^'\n]*'|\"[^\"\n]*\"|{_NAME})"
_IS = r"(?:(?:IS|ARE)\s+)?"
_CLAUSE = rf"""[\s,;]*(?:
        (?:IS\s+)?(?:EXTERNAL|GLOBAL)
      | BLOCK\s+(?:CONTAINS\s+)?\d+(?:\s+TO\s+\d+)?
        (?:\s+(?:CHARACTERS?|RECORDS|RECORD(?!\s+(?:CONTAINS|IS|VARYING|\d)|[\w-])))?
      | RECORD\s+{_IS}(?:CONTAINS\s+)?\d+(?:\s+TO\s+\d+)?(?:\s+CHARACTERS?)?
        (?:\s+DEPENDING\s+(?:ON\s+)?{_NAME})?
      | RECORD\s+{_IS}VARYING(?:\s+IN)?(?:\s+SIZE)?(?:\s+FROM)?(?:\s+\d+)?(?:\s+TO\s+\d+)?
        (?:\s+CHARACTERS?)?(?:\s+DEPENDING\s+(?:ON\s+)?{_NAME})?
      | LABEL\s+RECORDS?\s+{_IS}{_NAMES}
      | DATA\s+RECORDS?\s+{_IS}{_NAMES}
      | RECORDING\s+(?:MODE\s+)?{_IS}(?:FIXED|VARIABLE|UNDEFINED|SPANNED|[FVUS])
      | LINAGE\s+{_IS}[\w-]+(?:\s+LINES)?(?:[\s,;]+(?:WITH\s+)?FOOTING\s+(?:AT\s+)?[\w-]+)?
        (?:[\s,;]+(?:LINES\s+)?(?:AT\s+)?TOP\s+[\w-]+)?
        (?:[\s,;]+(?:LINES\s+)?(?:AT\s+)?BOTTOM\s+[\w-]+)?
      | VALUE\s+OF\s+{_NAME}\s+{_IS}{_VALUE}(?:[\s,;]+{_NAME}\s+{_IS}{_VALUE})*
      | CODE-SET\s+{_IS}[\w-]+
      | REPORTS?\s+{_IS}{_NAMES}
    )(?![\w-])"""
_LEVEL = re.compile(r"\s*\n\s*(?:0?1|77)\s")
_WORD = re.compile(r"[^\s,;]+")


@dataclass(frozen=True, slots=True)
class FileDescription:
    """A file as an FD or SD entry names it; `number` tells entries of one name apart."""

    kind: str
    name: str
    number: int = 0

    @property
    def title(self) -> str:
        """The entry's first two words."""
        return f"{self.kind} {self.name}".strip()


def read_file_description(statement: Statement) -> tuple[FileDescription, list[Problem], int]:
    """The file, what is wrong with its entry, and where the entry ends."""
    string = statement.string
    head = _HEAD.match(string)
    if head is None:
        message = f"{string[:2].upper()} without the name of a file"
        hint = "FD file-name, its clauses, and a period"
        problem = Problem("CPY208", message, statement.location(0, 2), hint)
        return FileDescription(string[:2].upper(), "", statement.start), [problem], len(string)
    file = FileDescription(head[1].upper(), head[2].upper(), statement.start)
    at, clause = head.end(), re.compile(_CLAUSE, re.VERBOSE | re.IGNORECASE)
    while found := clause.match(string, at):
        at = found.end()
    if _LEVEL.match(string, at) or not statement.closed:
        where = statement.location(at - 1)
        message = f"the period that ends {file.title} is missing"
        return file, [Problem("CPY302", message, where, "add a period")], at
    word = _WORD.search(string, at)
    if word is None:
        return file, [], len(string)
    message = f"{file.title}: unknown clause {word[0]!r}"
    where = statement.location(word.start(), len(word[0]))
    hint = "clauses are BLOCK, RECORD, LABEL, DATA, RECORDING, LINAGE, VALUE OF, CODE-SET, REPORT"
    return file, [Problem("CPY208", message, where, hint)], len(string)
