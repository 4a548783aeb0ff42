"""From statements to data description entries. The only module that imports lark.

Lark parses each form of an entry once in the life of a process: `X OCCURS 1 PIC 9` stands for
every table of that shape. The words of the entry itself are then put into what lark gave.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import lark
from lark import Lark, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from generator.cache import cache_folder
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.entries import diagnose
from generator.copybook.entries.building import Builder, form_of
from generator.copybook.entries.clauses import RULES, Form, Parsed, Token
from generator.copybook.entries.entry import Clauses, Entry, Word
from generator.copybook.entries.typedefs import expand_types
from generator.copybook.entries.usages import FACTS, WORDS
from generator.copybook.source.text import Statement, Text, statements
from generator.problems import Problem

_GRAMMAR = Path(__file__).with_name("copybook.lark")
_LEVELS = {written: n for n in diagnose.LEVELS for written in (str(n), f"{n:02}")}
_LEADS = {66: "66 X", 78: "78 X", 88: "88 X"}
_LEAD = "01 X"
_NAMED = re.compile(
    r"(\d{1,2})\s+((?:[0-9][0-9_-]*)?[A-Z][A-Z0-9_-]*)(?:[\s,;]+|\Z)", re.IGNORECASE
)
_ENTRY = re.compile(r"\d{1,2}\s")
_LATER = re.compile(r"(?<=\n)[ ]*(\d{1,2})\s+[A-Z]", re.IGNORECASE)
_HEAD = re.compile(r"(\d{1,2})(?:\s+([A-Z0-9_-]+))?", re.IGNORECASE)
_TOKEN = re.compile(
    r"""[\s,;]*+(?:
        (?P<picture>PIC(?:TURE)?(?:\s+IS)?)\s+(?!IS\s)(?P<string>,*[^\s;,]+(?:,+[^\s;,]+)*(?:,+\Z)?)
      | (?P<literal>(?:[XZNGUHB]|NX|GX|UX)?(?:'(?:[^'\n]|'')*'|"(?:[^"\n]|"")*"))
      | (?P<number>[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:E[+-]?[0-9]+)?)(?![A-Z0-9_-])
      | (?P<word>[A-Z0-9][A-Z0-9_-]*)
      | (?P<other>\S)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_DECIMAL_COMMA = re.compile(
    r"""('[^'\n]*'|"[^"\n]*"|\bPIC(?:TURE)?\s+(?:IS\s+)?\S+)|(?<![^\s\d]),(?=\d)""", re.IGNORECASE
)

_PICTURELESS = frozenset(
    each.word for each in WORDS.values() if each.usage and not FACTS[each.usage].takes_picture
)
_BEGIN_CLAUSES = diagnose.CLAUSE_WORDS | _PICTURELESS

Shape: TypeAlias = tuple[str, tuple[Any, ...]]


class Leaf(NamedTuple):
    """A word in a shape: its terminal and its number in the entry."""

    kind: str
    number: int


def cache_file() -> str | None:
    """Where lark keeps its tables."""
    folder = cache_folder("grammar")
    version = f"{lark.__version__}-py{sys.version_info.major}{sys.version_info.minor}"
    return str(folder / version) if folder else None


def _grammar() -> str:
    """The grammar with the words of the USAGE clause, the longer ones first."""
    words = sorted((word for word in WORDS if " " not in word), key=len, reverse=True)
    usages = "|".join(words).replace("HANDLE", r"HANDLE(?:\s+(?:OF\s+)?(?!PIC)[A-Z][A-Z-]*)?")
    return f"{_GRAMMAR.read_text(encoding='utf-8')}\nUSAGE_WORD: /(?:{usages})/ _END\n"


@cache
def _parser() -> Lark:
    """The LALR parser of the grammar, built once and kept in the cache file."""
    return Lark(
        _grammar(),
        parser="lalr",
        lexer="contextual",
        g_regex_flags=re.IGNORECASE,
        maybe_placeholders=False,
        cache=cache_file() or False,
    )


@cache
def _keywords() -> frozenset[str]:
    """Every word that the grammar knows; any other word of an entry is a name."""
    return frozenset(re.findall(r"[A-Z][A-Z0-9-]+", _grammar()))


def parse_entries(
    text: Text, dialect: Dialect = IBM
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Every entry of the text, and everything that is none; goes on after each mistake.

    Statements of a program among the entries are one mistake.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    reader = _Reader(entries, problems, Builder(problems, dialect), dialect.decimal_comma)
    in_code = False
    for statement in statements(text):
        if in_code and not _ENTRY.match(statement.string):
            continue
        reader.read(statement)
        code = problems[-1].code if problems else ""
        if code in diagnose.PROGRAM_CODES and not (code == diagnose.PROCEDURE and entries):
            return (), (problems[-1],)
        in_code = in_code or code == diagnose.PROCEDURE
    expanded, unknown = expand_types(tuple(entries))
    return expanded, (*problems, *unknown)


@dataclass(slots=True)
class _Reader:
    """Reads one statement after the other; local to `parse_entries`."""

    entries: list[Entry]
    problems: list[Problem]
    builder: Builder
    comma: bool

    def read(self, statement: Statement) -> None:
        """One statement; more than one entry where a period is missing between them."""
        rest: Statement | None = statement
        while rest is not None:
            rest = self._first(rest)

    def _first(self, statement: Statement, *, splits: bool = True) -> Statement | None:
        """The entry at the beginning; gives what follows it when its period is missing."""
        string = statement.string
        head = _NAMED.match(string)
        if head is None or head[1] not in _LEVELS or ":" in string:
            wrong = self._no_entry(statement, string)
            if wrong is not None:
                return self._skip(statement, wrong)
        try:
            parsed = _parsed(string, head, comma=self.comma)
        except UnexpectedInput as error:
            return self._recover(statement, error, splits=splits)
        self.entries.append(self.builder.entry(statement, parsed))
        if not statement.closed:
            self.entries[-1] = self.entries[-1]._replace(broken=True)
            self.problems.append(diagnose.cut_off(statement))
        return None

    def _skip(self, statement: Statement, wrong: Problem) -> Statement | None:
        """Report what is no entry; go on with an entry at the beginning of a later line of it.

        What stands behind the period of an entry that ends too early was reported with it.
        """
        if not (wrong.code == diagnose.NO_LEVEL and self._ended_too_early(wrong)):
            self.problems.append(wrong)
        found = _LATER.search(statement.string) if wrong.code in diagnose.NO_ENTRY else None
        if found is None or int(found[1]) not in diagnose.LEVELS:
            return None
        at = found.start(1)
        rest = statement.string[at:]
        return statement._replace(start=statement.start + at, string=rest)

    def _ended_too_early(self, wrong: Problem) -> bool:
        """Whether the last problem is that an entry breaks off, on the same line."""
        if not self.problems or self.problems[-1].code != diagnose.INCOMPLETE:
            return False
        last, here = self.problems[-1].location, wrong.location
        return last is not None and here is not None and last.line == here.line

    def _no_entry(self, statement: Statement, string: str) -> Problem | None:
        """What is wrong before the clauses are looked at."""
        if not string.strip("."):
            return diagnose.second_period(statement) or diagnose.not_an_entry(statement)
        if not string[0].isdigit():
            wrong = diagnose.not_an_entry(statement)
            if self.entries and wrong.code == diagnose.EARLY_PERIOD:
                self.entries[-1] = self.entries[-1]._replace(broken=True)
            return wrong
        wrong_level = diagnose.level_problem(statement)
        if wrong_level is not None:
            return wrong_level
        tag = diagnose.placeholder(statement)
        if tag is not None:
            self.entries.append(_stub(statement))
        return tag

    def _recover(
        self, statement: Statement, error: UnexpectedInput, *, splits: bool
    ) -> Statement | None:
        """Explain what cannot be parsed; go on behind a missing period."""
        second = diagnose.second_period(statement)
        if second is not None:
            self.problems.append(second)
            body = statement.string.rstrip(".")
            return self._first(statement._replace(string=body), splits=splits)
        at = _stuck(statement, error)
        split = diagnose.missing_period(statement, at) if splits else None
        if split is None:
            glued = diagnose.glued_entry(statement, at)
            wrong = glued or diagnose.syntax_error(statement, at, _wanted(error))
            self.problems.append(wrong)
            self.entries.append(_stub(statement))
            return None
        string = statement.string
        head = statement._replace(string=string[:split].rstrip(), closed=True)
        self.problems.append(diagnose.period_missing(head, len(head.string)))
        self._first(head, splits=False)
        return statement._replace(start=statement.start + split, string=string[split:])


def _parsed(string: str, head: re.Match[str] | None, *, comma: bool) -> Parsed:
    """Level, name and clauses of an entry. Raises what lark raises."""
    if comma and "," in string:
        string = _DECIMAL_COMMA.sub(lambda found: found[1] or ".", string)
    if head is None:
        return _parsed_whole(string)
    level, name, end = int(head[1]), Word(head[2].upper(), head.start(2)), head.end()
    if name.text in _BEGIN_CLAUSES and _is_clause(string, name):
        return _parsed_whole(string)
    form = _form(_LEADS.get(level, _LEAD), string[end:])
    return _parsed_whole(string) if form is None else Parsed(level, name, form, end)


def _is_clause(string: str, name: Word) -> bool:
    """Whether the word behind the level begins a clause, so that the item has no name.

    POINTER PIC X and FLOAT COMP-1 are items called POINTER and FLOAT, but POINTER alone is a
    nameless pointer.
    """
    if name.text == "FILLER":
        return False
    found = _form("01", string[name.at :])
    if found is None:
        return name.text in diagnose.NO_NAMES
    clauses = [clause for clause, *_ in found.written]
    return name.text not in _PICTURELESS or not ("picture" in clauses or clauses.count("usage") > 1)


def _parsed_whole(string: str) -> Parsed:
    """The slow way, for mistakes and for nameless items."""
    tree = _parser().parse(string)
    leaves: list[Token] = []
    shape = _shape_of(tree, leaves)
    tokens = [Token(*leaf) for leaf in leaves]
    first = [leaf for leaf in shape[1] if isinstance(leaf, Leaf)]
    name = tokens[first[1].number] if len(first) > 1 else None
    word = Word(name.text.upper(), name.at) if name else None
    return Parsed(int(tokens[0].text), word, Form(tuple(_build(shape, tokens))))


def _shape_of(tree: Tree[lark.Token], leaves: list[Token]) -> Shape:
    """The tree with each word replaced by its number; collects the words."""
    children: list[Any] = []
    for child in tree.children:
        if isinstance(child, Tree):
            children.append(_shape_of(child, leaves))
        else:
            children.append(Leaf(child.type, len(leaves)))
            leaves.append(Token(child.type, str(child), child.start_pos or 0))
    return str(tree.data), tuple(children)


@lru_cache(maxsize=16384)
def _form(lead: str, rest: str) -> Form | None:
    """The clauses behind level and name; None if they cannot be parsed."""
    words: list[str] = [lead]
    tokens: list[tuple[str, int]] = []
    keywords = _keywords()
    end = 0
    while found := _TOKEN.match(rest, end):
        end = found.end()
        kind = found.lastgroup or ""
        text, at = found[kind], found.start(kind)
        if kind == "string":
            words.append("PIC ?")
            tokens.append((found["picture"], found.start("picture")))
        elif kind == "word":
            word = text.upper()
            words.append(word if word in keywords else "X")
        elif kind == "literal":
            words.append(text[: min(i for i in (text.find("'"), text.find('"')) if i >= 0)] + "''")
        elif kind == "number":
            words.append("1" if text.isdigit() else "1.1")
        else:
            return None
        tokens.append((text, at))
    shape = _shape(" ".join(words))
    return None if shape is None else form_of(_build(shape, tokens), rest)


@lru_cache(maxsize=8192)
def _shape(string: str) -> Shape | None:
    """What lark makes of an entry whose words are put in later."""
    try:
        tree = _parser().parse(string)
    except UnexpectedInput:
        return None
    leaves: list[Token] = []
    shape = _shape_of(tree, leaves)
    lead = len(_LEAD.split()) if string[3:4] == "X" else 1
    starts = [found.start() for found in re.finditer(r"\S+", string)]
    order = {start: index - lead for index, start in enumerate(starts)}
    return _renumbered(shape, [order[leaf.at] for leaf in leaves])


def _renumbered(shape: Shape, numbers: list[int]) -> Shape:
    """The shape with the words counted behind level and name, which are left out."""
    children = tuple(
        (
            Leaf(child.kind, numbers[child.number])
            if isinstance(child, Leaf)
            else _renumbered(child, numbers)
        )
        for child in shape[1]
    )
    return shape[0], tuple(c for c in children if not isinstance(c, Leaf) or c.number >= 0)


def _build(shape: Shape, tokens: list[Any]) -> Any:
    """What the rules say of the words of one entry."""
    rule, children = shape
    return RULES[rule](
        [
            (
                Token(child.kind, tokens[child.number][-2], tokens[child.number][-1])
                if type(child) is Leaf
                else _build(child, tokens)
            )
            for child in children
        ]
    )


def _stub(statement: Statement) -> Entry:
    """Level and name of an entry that cannot be parsed, so that the structure stays whole."""
    found = _HEAD.match(statement.string)
    level = int(found[1]) if found else 1
    name = Word(found[2].upper(), found.start(2)) if found and found[2] else None
    return Entry(statement, level, name, Clauses({}), broken=True)


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
