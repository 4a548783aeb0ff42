"""What a piece of text that is no data description entry most likely is, in plain words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches

from generator.copybook.copying.tags import UNREPLACED, hint_for
from generator.copybook.dialect import Dialect
from generator.copybook.entries.entry import CONSTANT, Entry, Word
from generator.copybook.entries.usages import IBM, WORDS, UsageWord
from generator.copybook.entries.words import COMMON, RESERVED
from generator.copybook.source.text import Statement
from generator.copybook.support.table import refused
from generator.problems import Location, Problem, Severity

_OPENING = (
    *("PICTURE", "PIC", "USAGE", "VALUE", "VALUES", "OCCURS", "REDEFINES", "SIGN"),
    *("SYNCHRONIZED", "SYNC", "JUSTIFIED", "JUST", "BLANK", "EXTERNAL", "GLOBAL"),
    *("LEADING", "TRAILING", "GROUP-USAGE", "VOLATILE", "TYPE", "TYPEDEF", "IS"),
)
_INNER = (
    *("DEPENDING", "INDEXED", "RENAMES", "ASCENDING", "DESCENDING", "SEPARATE"),
    *("BYTE-LENGTH", "TIMES"),
)
_IBM_USAGES = tuple(each.word for each in WORDS.values() if each.owner == IBM)
CLAUSE_WORDS = frozenset((*_OPENING, *_INNER, *_IBM_USAGES, "THRU", "FILLER"))
"""Words that are no data name at the beginning of an entry, if a clause can begin with them."""
NO_NAMES = frozenset(
    ("PICTURE", "PIC", "USAGE", "VALUE", "VALUES", "OCCURS", "REDEFINES", "RENAMES", "IS")
)
"""Words that no compiler takes for a data name."""
_SHORT = ("IS",)
_COMMON = tuple(word for word in (*_OPENING, *_INNER, *WORDS) if word not in _SHORT)

_OWNERS = dict.fromkeys(
    ("DEPENDING", "INDEXED", "ASCENDING", "DESCENDING", "TIMES"), "it belongs behind OCCURS"
) | {"SEPARATE": "it belongs behind LEADING or TRAILING", "THRU": "it belongs behind a literal"}
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
_LETTERS_FOR_DIGITS = re.compile(r"(?=.*\d|.*O)[0-9OIL]{1,2}")
_DIGITS = str.maketrans("OIL", "011")
_GLUED = re.compile(r"\d{1,2}(?=[A-Z])")
_BARE_LEVEL = re.compile(r"(?:0?[1-9]|[1-4][0-9]|66|77|78|88)(?=[\s.]|$)")
_CONSTANT = re.compile(r"78\b|0?1\s+\S+\s+CONSTANT\s(?!\s*RECORD\b)", re.IGNORECASE)
_POINT_LAST = re.compile(r"[+-]?\d+\.")
_GLUED_ENTRY = re.compile(
    r"\.(?=(?:0?[1-9]|[1-4][0-9]|66|77|78|88)\s+[A-Z][A-Z0-9_-]*"
    r"(?:\s*(?:\Z|\.)|\s+(?:PIC|PICTURE|USAGE|VALUES?|OCCURS|REDEFINES|RENAMES|COMP|BINARY)\b))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[+-]?\d+")
_USAGE = re.compile(r"\bUSAGE(?:\s+IS)?\s*\Z", re.IGNORECASE)
_PLACEHOLDER = re.compile(r":[A-Za-z0-9_-]+:")
_PLACEHOLDER_OR_LITERAL = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|(:[A-Za-z0-9_-]+:)")
_WANTED = {
    "CHARACTER_STRING": "a PICTURE character-string",
    "LITERAL": "a literal",
    "INTEGER": "a number",
    "NAME": "a name",
}

_LEVEL_DIGITS = 2

LEVELS = frozenset((*range(1, 50), 66, 77, 78, 88))
NAME_LENGTH = 30


def is_suspect(name: str) -> bool:
    """Whether the compiler objects to a name."""
    return len(name) > NAME_LENGTH or name in RESERVED or name[-1] in "-_"


EARLY_PERIOD = "CPY303"
"""Code that says that an entry was ended too early."""

NO_LEVEL = "CPY304"
"""Code of a text that does not begin with a level number."""

NO_ENTRY = (EARLY_PERIOD, NO_LEVEL)
"""Codes of texts behind which the next entry may begin without a period."""

INCOMPLETE = "CPY308"
"""Code of a clause that breaks off."""

REFUSED = "CPY902"
"""Code of what is refused by name."""

PROCEDURE = "CPY307"
"""Code of a statement of the PROCEDURE DIVISION."""

PROGRAM_CODES = ("CPY306", PROCEDURE)
"""Codes that say of a file without entries that it is no copybook of data descriptions."""


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
            "give the copybook that holds the record, or take the program's records with --program "
            "(copybooks: program: true in job.yaml)",
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
            PROCEDURE,
            f"{upper}: this is procedure code, not a data description",
            here,
            "give a copybook of data descriptions, or the whole program with --program",
        )
    tag = _PLACEHOLDER.match(string)
    if tag:
        return unreplaced(statement, 0, tag[0])
    message = f"{word!r} stands where an entry begins; an entry starts with a level number"
    return Problem("CPY304", message, here, _hint_of_level(upper))


def _hint_of_level(word: str) -> str:
    """What to do where a level number is wanted."""
    if _LETTERS_FOR_DIGITS.fullmatch(word):
        digits = word.translate(_DIGITS)
        return f"write {digits}: a letter stands in the place of a digit"
    return "give it a level number, or take out the period before it"


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
    message = f"the placeholder {tag} is not replaced"
    return Problem(UNREPLACED, message, statement.location(at, len(tag)), hint_for(tag))


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
        message += f", where {expected} must follow" if expected else ""
        return Problem("CPY308", message, here, _HINT_COMPLETE)
    if _CONSTANT.match(string):
        return _no_literal(word, here)
    if refused(upper):
        return refusal(statement, at, upper)
    if upper == "COPY":
        return Problem("CPY203", "a COPY statement that cannot be read", here, _HINT_COPY)
    open_before = before[0].count("(") > before[0].count(")")
    if open_before or (upper[0] == "(" and before[0].upper() not in ("PIC", "PICTURE")):
        message = f"{_word_at(string, at)!r} after a blank: PICTURE has no blanks in it"
        return Problem("CPY309", message, here, "write the repetition next to its symbol: X(10)")
    if at and string[at - 1] not in " \n,;":
        at = _previous_word(string, at)
        word = _word_at(string, at)
        here = statement.location(at, len(word))
        if _POINT_LAST.fullmatch(word):
            message = f"{word!r}: a number does not end with its decimal point"
            return Problem("CPY310", message, here, "leave out one of the two periods")
        return Problem("CPY310", f"{word!r} is no data name and no clause", here, _HINT_NAME)
    return _stray(string, at, here, expected if "PICTURE" not in wanted else None)


def _stray(string: str, at: int, here: Location, expected: str | None) -> Problem:
    """A whole word that cannot stand where it does."""
    word, before = _word_at(string, at), string[:at].split()[-1:] or [""]
    if string[:at].strip().isdigit():
        return Problem("CPY310", f"{word!r} is no data name and no clause", here, _HINT_NAME)
    if expected:
        message = f"{word!r} after {before[0]}, where {expected} must follow"
        return Problem("CPY308", message, here, _HINT_COMPLETE)
    upper = word.upper()
    glued = _GLUED.match(upper) if not string[:at].strip() else None
    if glued:
        message = f"{word!r} stands where an entry begins; an entry starts with a level number"
        return Problem("CPY304", message, here, f"write a blank behind {glued[0]}")
    if f"{before[0].upper()}-{upper}" in WORDS:
        message = f"unknown clause {word!r}"
        return Problem("CPY305", message, here, f"did you mean {before[0]}-{word}?")
    if upper in _COMMON or upper in CLAUSE_WORDS:
        owner = _OWNERS.get(upper, "is the word before it complete?")
        return Problem("CPY305", f"{word!r} cannot stand after {before[0]}", here, owner)
    is_usage = _USAGE.search(string[:at]) is not None
    close = get_close_matches(upper, tuple(WORDS) if is_usage else _COMMON, 1, 0.6)
    hint = f"did you mean {close[0]}?" if close else _HINT_CLAUSE
    kind = "USAGE" if is_usage else "clause"
    return Problem("CPY305", f"unknown {kind} {word!r}", here, hint)


def missing_period(statement: Statement, at: int) -> int | None:
    """The offset of the next entry when a period is missing before it.

    The word at `at`, or a number shortly before it that was taken for part of a clause, is then
    a level number at the beginning of a line.
    """
    string = statement.string
    before = _previous_word(string, at)
    for start in (at, before, _previous_word(string, before)):
        begin = start + len(string[start:]) - len(string[start:].lstrip())
        lead = string[:begin].rstrip(" ")
        if lead.endswith("\n") and _BARE_LEVEL.match(string, begin):
            return begin
    return None


def glued_entry(statement: Statement, at: int) -> Problem | None:
    """A period behind which the next entry begins without a blank.

    The parser was stuck at `at`, on the word with the period or on the one behind it. In a
    number the point is a decimal point.
    """
    string = statement.string
    at += len(string[at:]) - len(string[at:].lstrip())
    found = _GLUED_ENTRY.search(string, _previous_word(string, _previous_word(string, at)))
    if found is None or found.start() > at + len(_word_at(string, at)):
        return None
    period = found.start()
    if _NUMBER.fullmatch(string, _previous_word(string, period), period):
        return None
    message = "no blank follows the period that ends this entry"
    hint = "write a blank behind it, or begin a new line"
    return Problem("CPY302", message, statement.location(period), hint)


def second_period(statement: Statement) -> Problem | None:
    """Periods in front of the one that ends the entry, if nothing else can be meant by them.

    What ends with a number may have lost its decimals.
    """
    string = statement.string
    body = string.rstrip(".")
    if len(body) == len(string) or not statement.closed:
        return None
    if _NUMBER.fullmatch(string, _previous_word(string, len(body)), len(body)):
        return None
    message, hint = "a second period is ignored", "leave out one of the two periods"
    place = statement.location(len(body))
    return Problem("CPY316", message, place, hint, severity=Severity.WARNING)


def period_missing(statement: Statement, end: int) -> Problem:
    """A period is missing after the text before offset `end`."""
    body = statement.string[:end].rstrip()
    where = statement.location(len(body) - 1, 1)
    return Problem("CPY302", "the period that ends this entry is missing", where, "add a period")


def cut_off(statement: Statement) -> Problem:
    """The last entry of the text has no period."""
    hint = "add a period; or is the end of the file lost?"
    return replace(period_missing(statement, len(statement.string)), hint=hint)


def name_problems(statement: Statement, name: Word, dialect: Dialect) -> Iterator[Problem]:
    """What the compiler has against a name: a hyphen, its length, that it is reserved."""
    text, place = name.text, statement.location(name.at, len(name.text))
    if text[-1] in "-_":
        what = "a hyphen" if text[-1] == "-" else "an underscore"
        message = f"{text}: a name neither begins nor ends with {what}"
        yield Problem("CPY310", message, place, _HINT_NAME)
    if len(text) > NAME_LENGTH:
        message = f"{text} has {len(text)} characters; Enterprise COBOL allows {NAME_LENGTH}"
        hint = "shorten it: the compiler refuses longer ones"
        yield Problem("CPY311", message, place, hint, severity=Severity.WARNING)
    if text in RESERVED:
        tolerated = text in COMMON or dialect.tolerates("reserved-names")
        end = "taken for a name" if tolerated else "no name"
        message = f"{text} is reserved by Enterprise COBOL ({RESERVED[text]}): {end}"
        severity = Severity.WARNING if tolerated else Severity.ERROR
        hint = _HINT_RESERVED if tolerated else _HINT_TOLERATE
        yield Problem("CPY315", message, place, hint, severity=severity)


def level_problem(statement: Statement) -> Problem | None:
    """Levels that have no layout here, or do not exist."""
    found = re.match(r"\d+", statement.string)
    number = found[0] if found else ""
    if number and len(number) <= _LEVEL_DIGITS and int(number) in LEVELS:
        return None
    where = statement.location(0, len(number))
    return Problem(
        "CPY301", f"{number} is no level number (01-49, 66, 77, 78 or 88)", where, _HINT_LEVEL
    )


def refusal(statement: Statement, at: int, word: str) -> Problem:
    """A word that is refused by name, with the reason of the table of support."""
    reason = refused(word)
    message = f"{word} is refused: {reason}" if reason else f"{word} is refused"
    return Problem(REFUSED, message, statement.location(at, len(word)), _HINT_REFUSED)


def usage_problem(entry: Entry, word: UsageWord) -> Problem:
    """A USAGE that is not Enterprise COBOL's: laid out with a warning, or refused."""
    if word.usage is None:
        message = f"{word.word} is refused: {word.note} ({word.owner})"
        return Problem(REFUSED, message, _place(entry, "usage", word.word), _HINT_REFUSED)
    note = f", {word.note}" if word.note else ""
    message = f"{word.word} is {word.owner}'s, not Enterprise COBOL's{note}"
    where = _place(entry, "usage", word.word)
    return Problem("CPY904", message, where, _HINT_DIALECT, severity=Severity.WARNING)


def dialect_clause(entry: Entry, clause: str, word: str) -> Problem:
    """A clause of other compilers."""
    message = f"{word} is ISO COBOL's, not Enterprise COBOL's"
    return entry.problem("CPY904", message, clause, _HINT_DIALECT, Severity.WARNING)


def no_constant(entry: Entry, name: str, clause: str) -> Problem:
    """A name where a literal or a constant stands."""
    if entry.level == CONSTANT:
        return _no_literal(name, _place(entry, clause, name))
    message = f"{entry.title}: {name} is no literal, and no constant (level 78) before this entry"
    close = get_close_matches(name, _COMMON, 1, 0.6)
    hint = f"did you mean {close[0]}?" if close else _HINT_CONSTANT
    return Problem("CPY314", message, _place(entry, clause, name), hint)


def constant_again(entry: Entry) -> Problem:
    """A second value for a constant, which other entries may mean as well."""
    message = f"{entry.title}: this constant has another value above"
    return entry.problem("CPY314", message, "", "name it otherwise, or take one of them out")


def _no_literal(word: str, where: Location) -> Problem:
    """NEXT, START OF, LENGTH OF or an expression as the value of a constant."""
    message = f"{word} in the value of a constant is refused: only a literal is read"
    return Problem(REFUSED, message, where, "write the number or the text itself")


def numeric_notation(entry: Entry, clause: str, letter: str) -> Problem:
    """H"..." and B"...", numbers in hexadecimal and binary notation."""
    message = f"{letter}\"...\" is Micro Focus COBOL's, not Enterprise COBOL's: taken for a number"
    where = _place(entry, clause, letter)
    return Problem("CPY904", message, where, _HINT_DIALECT, severity=Severity.WARNING)


def mixed_literal(entry: Entry, clause: str) -> Problem:
    """Characters beside hexadecimal digits: their bytes depend on the code page."""
    message = f"{entry.title}: literals of several kinds joined by & are refused"
    return entry.problem(REFUSED, message, clause, "write one literal of one kind")


def _place(entry: Entry, clause: str, word: str) -> Location:
    """Where a word of a clause stands."""
    place = entry.clauses.places.get(clause)
    start = 0 if place is None else place + entry.shift
    pattern = rf"(?<![A-Z0-9_-]){re.escape(word)}(?![A-Z0-9_-])"
    found = re.compile(pattern, re.IGNORECASE).search(entry.statement.string, start)
    at = found.start() if found else start
    return entry.statement.location(at, len(word))


def _word_at(string: str, at: int) -> str:
    found = re.match(r"[^\s,;]+", string[at:])
    return found[0] if found else ""


def _two_words(string: str) -> str:
    return " ".join(string.split()[:2]).upper()


def _previous_word(string: str, at: int) -> int:
    body = string[:at].rstrip()
    return len(body) - len(body.split()[-1]) if body else 0


_HINT_CLAUSE = "take it out, or write the clause that is meant"
_HINT_COMPLETE = "complete the clause, or take it out"
_HINT_CONSTANT = "define it with a level 78 above, or write the literal itself"
_HINT_DIALECT = "compare the layout with that of the compiler that wrote the data"
_HINT_LEVEL = "write a level number of two digits; is the line in its columns?"
_HINT_REFUSED = "take it out of the copybook, or describe the item in another way"
_HINT_COPY = "COPY member [OF library] [REPLACING ==text== BY ==text==]."
_HINT_TOLERATE = "name it otherwise, or tolerate reserved-names"
_HINT_RESERVED = "the compiler refuses this name, unless the site's table of words allows it"
_HINT_NAME = "a data name has letters, digits, hyphens and underscores, and at least one letter"
