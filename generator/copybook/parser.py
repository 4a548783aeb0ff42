"""From statements to data description entries. The only module that imports lark."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias, cast

import lark
from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from generator.cache import cache_folder
from generator.copybook import diagnose
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.entries import Entry, Word
from generator.copybook.fields import Occurs, OccursKey, Sign, Usage, Value, ValueRange
from generator.copybook.text import Statement, Text, statements
from generator.problems import Problem, Severity

_GRAMMAR = Path(__file__).with_name("copybook.lark")
_USAGES = {
    "DISPLAY": Usage.DISPLAY,
    "BINARY": Usage.COMP,
    "COMP_1": Usage.COMP_1,
    "COMP_2": Usage.COMP_2,
    "COMP_3": Usage.COMP_3,
    "COMP_5": Usage.COMP_5,
}
_FIGURATIVE = {
    "ZEROES": "ZERO",
    "ZEROS": "ZERO",
    "SPACES": "SPACE",
    "HIGH-VALUES": "HIGH-VALUE",
    "LOW-VALUES": "LOW-VALUE",
    "QUOTES": "QUOTE",
    "NULLS": "NULL",
}

_CONDITION = 88
_NAMED = re.compile(r"(\d{1,2})\s+((?:[0-9][0-9_-]*)?[A-Z][A-Z0-9_-]*)(?=[\s,;]|\Z)", re.IGNORECASE)
_HEAD = re.compile(r"(\d{1,2})(?:\s+([A-Z0-9_-]+))?", re.IGNORECASE)

Clause: TypeAlias = tuple[str, int, object]
Children: TypeAlias = list[Token]


def _word(token: Token) -> Word:
    return Word(token.upper(), token.start_pos or 0)


def _at(token: Token) -> int:
    return token.start_pos or 0


class _Clauses(Transformer[Token, "Parsed"]):
    """Each clause becomes (name of the clause, offset, value); runs while lark parses."""

    def __init__(self) -> None:
        super().__init__(visit_tokens=False)

    def redefines(self, children: Children) -> Clause:
        return "redefines", _at(children[0]), _word(children[1])

    def picture(self, children: Children) -> Clause:
        return "picture", _at(children[0]), _word(children[1])

    def usage(self, children: Children) -> Clause:
        return "usage", _at(children[0]), _USAGES[children[-1].type]

    def sign(self, children: Children) -> Clause:
        kinds = [token.type for token in children]
        position = "leading" if "LEADING" in kinds else "trailing"
        return "sign", _at(children[0]), Sign(position, separate="SEPARATE" in kinds)

    def qualified_name(self, children: Children) -> Word:
        return Word(" OF ".join(token.upper() for token in children), _at(children[0]))

    def depending_on(self, children: list[Token | Word]) -> tuple[str, Word | Token]:
        return "depending", children[1]

    def key(self, children: Children) -> tuple[str, OccursKey]:
        names = tuple(token.upper() for token in children[1:])
        return "key", OccursKey(children[0].type == "ASCENDING", names)

    def indexed_by(self, children: Children) -> tuple[str, tuple[str, ...]]:
        return "indexed", tuple(token.upper() for token in children[1:])

    def occurs(self, children: list[Token | tuple[str, object]]) -> Clause:
        numbers = [int(child) for child in children[1:] if isinstance(child, Token)]
        phrases = [child for child in children if isinstance(child, tuple)]
        return "occurs", _at(_token(children[0])), (tuple(numbers), tuple(phrases))

    def number(self, children: Children) -> Value:
        return Value("numeric", children[0].upper().removeprefix("+"))

    def text(self, children: Children) -> Value:
        return _literal(children[0])

    def figurative(self, children: Children) -> Value:
        word = children[0].upper()
        return Value("figurative", _FIGURATIVE.get(word, word))

    def all(self, children: Children) -> Value:
        token = children[1]
        if token.type == "FIGURATIVE":
            return self.figurative(children[1:])
        literal = _literal(token)
        if literal.kind != "text":
            return literal
        return Value("figurative", f"ALL {literal.text}")

    def value_range(self, children: list[Value]) -> ValueRange:
        return ValueRange(*children)

    def value(self, children: list[Token | ValueRange]) -> Clause:
        return "values", _at(_token(children[0])), tuple(children[1:])

    def false_value(self, children: list[Token | Value]) -> Clause:
        return "false_value", _at(_token(children[0])), True

    def synchronized(self, children: Children) -> Clause:
        return "synchronized", _at(children[0]), True

    def justified(self, children: Children) -> Clause:
        return "justified", _at(children[0]), True

    def blank_when_zero(self, children: Children) -> Clause:
        return "blank_when_zero", _at(children[0]), True

    def storage(self, children: Children) -> Clause:
        return children[0].type.lower(), _at(children[0]), True

    def data_description(self, children: list[Token | Clause]) -> Parsed:
        tokens = [child for child in children if isinstance(child, Token)]
        clauses = [child for child in children if not isinstance(child, Token)]
        return int(tokens[0]), _word(tokens[1]) if len(tokens) > 1 else None, clauses

    def condition_name(self, children: list[Token | Clause]) -> Parsed:
        return self.data_description(children)


Parsed: TypeAlias = tuple[int, Word | None, list[Clause]]


def _token(child: object) -> Token:
    assert isinstance(child, Token)  # noqa: S101 - what the grammar guarantees
    return child


def _literal(token: Token) -> Value:
    """The characters of a literal; X"..." keeps its digits, other prefixes their notation."""
    body = str(token)
    start = min(i for i in (body.find("'"), body.find('"')) if i >= 0)
    prefix, quote = body[:start].upper(), body[start]
    inner = body[start + 1 : -1].replace(quote * 2, quote)
    if not prefix:
        return Value("text", inner)
    return Value("hex", inner.upper()) if prefix == "X" else Value("prefixed", body)


def cache_file() -> str | None:
    """Where lark keeps its tables."""
    folder = cache_folder("grammar")
    version = f"{lark.__version__}-py{sys.version_info.major}{sys.version_info.minor}"
    return str(folder / version) if folder else None


@cache
def _parser() -> Callable[[str], Parsed]:
    """The LALR parser of the grammar, built once and kept in the cache file."""
    grammar = _GRAMMAR.read_text(encoding="utf-8")
    tables = Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        g_regex_flags=re.IGNORECASE,
        maybe_placeholders=False,
        transformer=_Clauses(),
        cache=cache_file() or False,
    )
    return cast("Callable[[str], Parsed]", tables.parse)


def parse_entries(
    text: Text, dialect: Dialect = IBM
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Every entry of the text, and everything that is none; goes on after each mistake."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for statement in statements(text):
        _parse(statement, entries, problems)
        if problems and problems[-1].code in diagnose.PROGRAM_CODES:
            return (), (problems[-1],)
    return tuple(entries), tuple(problems)


def _parse(statement: Statement, entries: list[Entry], problems: list[Problem]) -> None:
    """One statement; more than one entry where a period is missing between them."""
    rest: Statement | None = statement
    while rest is not None:
        rest = _parse_first(rest, entries, problems)


def _parse_first(
    statement: Statement, entries: list[Entry], problems: list[Problem], *, splits: bool = True
) -> Statement | None:
    """The entry at the beginning; gives what follows it when its period is missing."""
    if not statement.string[0].isdigit():
        problems.append(diagnose.not_an_entry(statement))
        if entries and problems[-1].code == diagnose.EARLY_PERIOD:
            entries[-1] = replace(entries[-1], broken=True)
        return None
    wrong = diagnose.level_problem(statement)
    if wrong:
        problems.append(wrong)
        return None
    wrong = diagnose.placeholder(statement)
    if wrong:
        problems.append(wrong)
        entries.append(_stub(statement))
        return None
    try:
        parsed = _parsed(statement.string)
    except UnexpectedInput as error:
        at = _stuck(statement, error)
        split = diagnose.missing_period(statement, at) if splits else None
        if split:
            return _split(statement, split, entries, problems)
        problems.append(diagnose.syntax_error(statement, at, _wanted(error)))
        entries.append(_stub(statement))
        return None
    entries.append(_entry(statement, parsed, problems))
    if not statement.closed:
        problems.append(diagnose.period_missing(statement, len(statement.string)))
    return None


def _split(
    statement: Statement, at: int, entries: list[Entry], problems: list[Problem]
) -> Statement:
    """Take the entry before the missing period; gives the rest."""
    end = statement.start + len(statement.string[:at].rstrip())
    head = replace(statement, end=end, closed=True)
    problems.append(diagnose.period_missing(head, len(head.string)))
    _parse_first(head, entries, problems, splits=False)
    return replace(statement, start=statement.start + at)


def _parsed(string: str) -> Parsed:
    """Level, name and clauses. Entries that differ only in their names are parsed once."""
    head = _NAMED.match(string)
    if head is None or head[2].upper() in diagnose.CLAUSE_WORDS:
        return _parser()(string)
    level, name = int(head[1]), Word(head[2].upper(), head.start(2))
    lead = "88 X" if level == _CONDITION else "01 X"
    try:
        _, _, clauses = _shared(lead + string[head.end() :])
    except UnexpectedInput:
        return _parser()(string)
    shift = head.end() - len(lead)
    return level, name, [_shifted(clause, shift) for clause in clauses]


@lru_cache(maxsize=8192)
def _shared(string: str) -> Parsed:
    return _parser()(string)


def _shifted(clause: Clause, shift: int) -> Clause:
    """The clause with its offsets counted in the entry that it came from."""
    kind, at, value = clause
    if isinstance(value, Word):
        value = Word(value.text, value.at + shift)
    elif kind == "occurs":
        numbers, phrases = cast("tuple[tuple[int, ...], tuple[tuple[str, object], ...]]", value)
        value = numbers, tuple(
            (name, Word(each.text, each.at + shift) if isinstance(each, Word) else each)
            for name, each in phrases
        )
    return kind, at + shift, value


def _stub(statement: Statement) -> Entry:
    """Level and name of an entry that cannot be parsed, so that the structure stays whole."""
    found = _HEAD.match(statement.string)
    level = int(found[1]) if found else 1
    name = Word(found[2].upper(), found.start(2)) if found and found[2] else None
    return Entry(statement, level, name, {}, broken=True)


def _stuck(statement: Statement, error: UnexpectedInput) -> int:
    """The offset at which lark could not go on."""
    if isinstance(error, UnexpectedToken) and error.token.type != "$END":
        return error.token.start_pos or 0
    if isinstance(error, UnexpectedCharacters):
        return error.pos_in_stream or 0
    return len(statement.string)


def _wanted(error: UnexpectedInput) -> set[str]:
    """The terminals with which lark would have gone on."""
    if isinstance(error, UnexpectedToken):
        return set(error.accepts or error.expected)
    return set(error.allowed or ()) if isinstance(error, UnexpectedCharacters) else set()


def _entry(statement: Statement, parsed: Parsed, problems: list[Problem]) -> Entry:
    level, name, clauses = parsed
    given: dict[str, Any] = {}
    places: dict[str, int] = {}
    for clause, at, value in clauses:
        if clause in places:
            word = clause.upper().replace("_", " ").removesuffix("S")
            message = f"{word} is given twice in this entry"
            problems.append(Problem("CPY312", message, statement.location(at, len(word))))
            continue
        places[clause] = at
        given[clause] = value
    if "occurs" in given:
        numbers, phrases = given["occurs"]
        given["occurs"], given["depending_on"] = _occurs(statement, numbers, phrases, problems)
    for clause in ("external", "global"):
        given.pop(clause, None)
    if given.pop("false_value", False):
        message = "the FALSE value of a condition-name is not kept"
        where = statement.location(places["false_value"], 5)
        problems.append(Problem("CPY903", message, where, severity=Severity.WARNING))
    wrong = name and diagnose.long_name(statement, name.at, name.text)
    if wrong:
        problems.append(wrong)
    entry = Entry(statement, level, name, places, **given)
    if any("prefixed" in (r.low.kind, r.high and r.high.kind) for r in entry.values):
        message = "national and null-terminated literals are not supported yet"
        problems.append(entry.problem("CPY902", message, "values"))
    return entry


def _occurs(
    statement: Statement,
    numbers: tuple[int, ...],
    phrases: tuple[tuple[str, Any], ...],
    problems: list[Problem],
) -> tuple[Occurs, Word | None]:
    """OCCURS m TO n; without TO the minimum is 1 when DEPENDING ON is given.

    (Enterprise COBOL Language Reference, "OCCURS DEPENDING ON clause".)
    """
    depending = [value for kind, value in phrases if kind == "depending"]
    if len(depending) > 1:
        where = statement.location(depending[1].at, len(depending[1].text))
        problems.append(Problem("CPY312", "DEPENDING ON is given twice in this entry", where))
    keys = tuple(value for kind, value in phrases if kind == "key")
    indexes = tuple(name for kind, value in phrases if kind == "indexed" for name in value)
    maximum = numbers[-1]
    minimum = numbers[0] if len(numbers) > 1 or not depending else 1
    object_name = depending[0] if depending else None
    text = object_name.text if object_name else None
    return Occurs(minimum, maximum, text, keys, indexes), object_name
