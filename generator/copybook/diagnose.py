"""What a piece of text that is no data description entry most likely is, in plain words."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

from generator.copybook.entries import Entry
from generator.copybook.support import refused
from generator.copybook.text import Statement
from generator.copybook.usages import WORDS, UsageWord
from generator.problems import Problem, Severity

_OPENING = (
    *("PICTURE", "PIC", "USAGE", "VALUE", "VALUES", "OCCURS", "REDEFINES", "SIGN"),
    *("SYNCHRONIZED", "SYNC", "JUSTIFIED", "JUST", "BLANK", "EXTERNAL", "GLOBAL"),
    *("LEADING", "TRAILING", "GROUP-USAGE", "VOLATILE", "TYPE", "TYPEDEF", "IS"),
)
CLAUSE_WORDS = frozenset(
    (*_OPENING, *WORDS, "DEPENDING", "ASCENDING", "DESCENDING", "INDEXED")
    + ("SEPARATE", "TIMES", "THRU", "FILLER", "RENAMES", "BYTE-LENGTH")
)
_COMMON = tuple(
    word for word in (*_OPENING, *WORDS, "DEPENDING", "INDEXED", "RENAMES") if len(word) > 2
)

_PROGRAM = re.compile(
    r"(?:IDENTIFICATION|ID|ENVIRONMENT|DATA|PROCEDURE)\s+DIVISION\b"
    r"|(?:FILE|WORKING-STORAGE|LINKAGE|LOCAL-STORAGE|INPUT-OUTPUT|CONFIGURATION|REPORT|SCREEN)"
    r"\s+SECTION\b|(?:FD|SD|RD|SELECT|PROGRAM-ID|SPECIAL-NAMES|FILE-CONTROL)\b",
    re.IGNORECASE,
)
_VERBS = (
    *("ACCEPT", "ADD", "ALTER", "CALL", "CANCEL", "CLOSE"),
    *("COMPUTE", "CONTINUE", "DELETE", "DISPLAY", "DIVIDE", "ELSE"),
    *("END-IF", "END-PERFORM", "END-EVALUATE", "ENTRY", "EVALUATE", "EXIT"),
    *("GO", "GOBACK", "IF", "INITIALIZE", "INSPECT", "MERGE"),
    *("MOVE", "MULTIPLY", "NEXT", "OPEN", "PERFORM", "READ"),
    *("RELEASE", "RETURN", "REWRITE", "SEARCH", "SET", "SORT"),
    *("START", "STOP", "STRING", "SUBTRACT", "UNSTRING", "WRITE"),
    *("WHEN", "END-READ", "END-CALL", "END-COMPUTE", "END-STRING"),
)
_DIRECTIVES = frozenset(("REPLACE", "BASIS", "INSERT", "CBL", "PROCESS", "ENTER", "USE"))
_BARE_LEVEL = re.compile(r"(?:0?[1-9]|[1-4][0-9]|66|77|78|88)(?=[\s.]|$)")
_PLACEHOLDER = re.compile(r":[A-Za-z0-9_-]+:")
_PLACEHOLDER_OR_LITERAL = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|(:[A-Za-z0-9_-]+:)")
_WANTED = {
    "CHARACTER_STRING": "a PICTURE character-string",
    "LITERAL": "a literal",
    "INTEGER": "a number",
    "NAME": "a name",
}

EARLY_PERIOD = "CPY303"
"""Code that says that an entry was ended too early."""

PROGRAM_CODES = ("CPY306", "CPY307")
"""Codes that say that the file as a whole is no copybook of data descriptions."""


def not_an_entry(statement: Statement) -> Problem:
    """Explain a statement that does not begin with a level number."""
    string = statement.string
    word = _word_at(string, 0)
    upper = word.upper()
    here = statement.location(0, len(word))
    if _PROGRAM.match(string):
        return Problem(
            "CPY306",
            f"{_two_words(string)}: this is a program, not a copybook",
            here,
            "give the copybook that holds the record, or cut the record out of the program",
        )
    if upper == "EXEC":
        return _refused_statement(statement, _two_words(string))
    if upper in _DIRECTIVES or upper.startswith("*"):
        return _refused_statement(statement, upper)
    if upper == "COPY":
        return Problem("CPY203", "a COPY statement that cannot be read", here, _HINT_COPY)
    if upper in CLAUSE_WORDS and upper != "DISPLAY":
        message = f"{upper} without an entry: the period before it ends the entry too early"
        return Problem("CPY303", message, here, "take out the period before it")
    if upper in _VERBS:
        return Problem(
            "CPY307",
            f"{upper}: this is procedure code, not a data description",
            here,
            "cobrepo reads copybooks of data descriptions only",
        )
    tag = _PLACEHOLDER.match(string)
    if tag:
        return unreplaced(statement, 0, tag[0])
    message = f"{word!r} stands where an entry begins; an entry starts with a level number"
    return Problem("CPY304", message, here, "is the period of the entry before it too early?")


def _refused_statement(statement: Statement, what: str) -> Problem:
    """A statement that no copybook of data descriptions is made of."""
    message = f"{what} is refused: it is no data description"
    return Problem("CPY901", message, statement.location(0, len(what)), _HINT_REFUSED)


def placeholder(statement: Statement) -> Problem | None:
    """The first placeholder outside literals."""
    if ":" not in statement.string:
        return None
    for found in _PLACEHOLDER_OR_LITERAL.finditer(statement.string):
        if found[1]:
            return unreplaced(statement, found.start(), found[1])
    return None


def unreplaced(statement: Statement, at: int, tag: str) -> Problem:
    """A placeholder that COPY REPLACING would have filled."""
    return Problem(
        "CPY204",
        f"the placeholder {tag} is not replaced",
        statement.location(at, len(tag)),
        f"supply it with --replacing '{tag}=NAME', or COPY this member with "
        f"REPLACING =={tag}== BY ==NAME==",
    )


def syntax_error(statement: Statement, at: int, wanted: Collection[str]) -> Problem:
    """Explain the word at offset `at`, where the parser could not go on."""
    string = statement.string
    at += len(string[at:]) - len(string[at:].lstrip(" \n,;"))
    word = _word_at(string, at)
    upper = word.upper()
    here = statement.location(min(at, len(string) - 1), len(word))
    expected = next((text for name, text in _WANTED.items() if name in wanted), None)
    before = string[:at].split()[-1:] or [""]
    if not word:
        message = f"the entry ends after {before[0]}"
        return Problem(
            "CPY308", message + (f", where {expected} must follow" if expected else ""), here
        )
    if refused(upper):
        return refusal(statement, at, upper)
    if upper == "COPY":
        message = "COPY inside an entry"
        return Problem("CPY203", message, here, "end the entry with a period before COPY")
    if upper[0] == "(" and before[0].upper() not in ("PIC", "PICTURE"):
        message = f"{_word_at(string, at)!r} after a blank: PICTURE has no blanks in it"
        return Problem("CPY309", message, here, "write the repetition next to its symbol: X(10)")
    if at and string[at - 1] not in " \n,;":
        start = _previous_word(string, at)
        name = _word_at(string, start)
        here = statement.location(start, len(name))
        return Problem("CPY310", f"{name!r} is no data name and no clause", here, _HINT_NAME)
    if string[:at].strip().isdigit():
        return Problem("CPY310", f"{word!r} is no data name and no clause", here, _HINT_NAME)
    if expected and "PICTURE" not in wanted:
        return Problem("CPY308", f"{word!r} after {before[0]}, where {expected} must follow", here)
    close = get_close_matches(upper, _COMMON, 1, 0.6)
    hint = f"did you mean {close[0]}?" if close else None
    return Problem("CPY305", f"unknown clause {word!r}", here, hint)


def missing_period(statement: Statement, at: int) -> int | None:
    """The offset of the next entry when a period is missing before it.

    The word at `at`, or the number before it that was taken for part of a clause, is then a
    level number at the beginning of a line.
    """
    string = statement.string
    for start in (at, _previous_word(string, at)):
        begin = start + len(string[start:]) - len(string[start:].lstrip())
        lead = string[:begin].rstrip(" ")
        if lead.endswith("\n") and _BARE_LEVEL.match(string, begin):
            return begin
    return None


def period_missing(statement: Statement, end: int) -> Problem:
    """A period is missing after the text before offset `end`."""
    body = statement.string[:end].rstrip()
    where = statement.location(len(body) - 1, 1)
    return Problem("CPY302", "the period that ends this entry is missing", where, "add a period")


def long_name(statement: Statement, at: int, name: str) -> Problem | None:
    """Names have up to 30 characters; longer ones are kept and reported."""
    if name.endswith("-") or name.startswith("-"):
        message = f"{name}: a name neither begins nor ends with a hyphen"
        return Problem("CPY310", message, statement.location(at, len(name)), _HINT_NAME)
    if len(name) <= 30:  # noqa: PLR2004 - the language's own limit
        return None
    message = f"{name} has {len(name)} characters; Enterprise COBOL allows 30"
    place = statement.location(at, len(name))
    return Problem("CPY311", message, place, severity=Severity.WARNING)


def level_problem(statement: Statement) -> Problem | None:
    """Levels that have no layout here, or do not exist."""
    found = re.match(r"\d+", statement.string)
    number = found[0] if found else ""
    level = int(number) if number else 0
    if len(number) <= 2 and (
        1 <= level <= 49 or level in (66, 77, 78, 88)
    ):  # noqa: PLR2004 - levels
        return None
    where = statement.location(0, len(number))
    return Problem("CPY301", f"{number} is no level number (01-49, 66, 77, 78, 88)", where)


def refusal(statement: Statement, at: int, word: str) -> Problem:
    """A word that is refused by name, with the reason of the table in support.py."""
    reason = refused(word)
    message = f"{word} is refused: {reason}" if reason else f"{word} is refused"
    return Problem("CPY902", message, statement.location(at, len(word)), _HINT_REFUSED)


def usage_problem(entry: Entry, word: UsageWord) -> Problem:
    """A USAGE that is not Enterprise COBOL's: laid out with a warning, or refused."""
    if word.usage is None:
        message = f"{word.word} is refused: {word.note} ({word.owner})"
        return entry.problem("CPY902", message, "usage", _HINT_REFUSED)
    note = f", {word.note}" if word.note else ""
    message = f"{word.word} is {word.owner}'s, not Enterprise COBOL's{note}"
    return entry.problem("CPY904", message, "usage", None, Severity.WARNING)


def dialect_clause(entry: Entry, clause: str, word: str) -> Problem:
    """A clause of other compilers that does not change the layout."""
    message = f"{word} is ISO COBOL's, not Enterprise COBOL's; it does not change the layout"
    return entry.problem("CPY904", message, clause, None, Severity.WARNING)


def no_constant(entry: Entry, name: str, clause: str) -> Problem:
    """A name where a literal or a constant stands."""
    message = f"{entry.title}: {name} is no literal, and no constant (level 78) before this entry"
    close = get_close_matches(name, _COMMON, 1, 0.6)
    hint = f"did you mean {close[0]}?" if close else None
    return entry.problem("CPY314", message, clause, hint)


def numeric_notation(entry: Entry, clause: str, letter: str) -> Problem:
    """H"..." and B"...", numbers in hexadecimal and binary notation."""
    message = f'{letter}"..." is refused: a numeric literal of other compilers'
    return entry.problem("CPY902", message, clause, "write the number in decimal notation")


def _word_at(string: str, at: int) -> str:
    found = re.match(r"[^\s,;]+", string[at:])
    return found[0] if found else ""


def _two_words(string: str) -> str:
    return " ".join(string.split()[:2]).upper()


def _previous_word(string: str, at: int) -> int:
    body = string[:at].rstrip()
    return len(body) - len(body.split()[-1]) if body else 0


_HINT_REFUSED = "take it out of the copybook, or describe the item in another way"
_HINT_COPY = "COPY member [OF library] [REPLACING ==text== BY ==text==]."
_HINT_NAME = "a data name has letters, digits, hyphens and underscores, and at least one letter"
