"""The language of `when`: which records belong to a branch.

    condition  = and-part { or and-part }
    and-part   = part { and part }
    part       = [not] part | ( condition ) | predicate
    predicate  = name compare literal | name [not] in ( literals ) | name
    compare    = "=" | "<>" | "<" | ">" | "<=" | ">="

A name alone is a level-88 condition-name. Names may be qualified (A OF B); words are read in
any case. Literals are 'text', numbers, and SPACES, ZEROS, LOW-VALUES, HIGH-VALUES.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal as OneOf
from typing import NoReturn, TypeAlias

Operator = OneOf["=", "<>", "<", ">", "<=", ">="]


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its qualifiers, innermost first; `position` is where it stands in the text."""

    word: str
    qualifiers: tuple[str, ...] = ()
    position: int = field(default=0, compare=False)
    width: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return " OF ".join((self.word, *self.qualifiers))


@dataclass(frozen=True, slots=True)
class Literal:
    """`kind` is text, number or figurative; a figurative constant is singular: SPACE."""

    kind: OneOf["text", "number", "figurative"]
    text: str

    def __str__(self) -> str:
        return "'" + self.text.replace("'", "''") + "'" if self.kind == "text" else self.text


@dataclass(frozen=True, slots=True)
class Comparison:
    """`name operator literal`."""

    name: Name
    operator: Operator
    literal: Literal


@dataclass(frozen=True, slots=True)
class Membership:
    """`name in (literals)`."""

    name: Name
    literals: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class ConditionName:
    """A level-88 name that stands alone."""

    name: Name


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Condition


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = Comparison | Membership | ConditionName | Not | And | Or


class ConditionError(Exception):
    """The text is not a condition; `position` counts from 0 inside it."""

    def __init__(self, message: str, position: int, width: int, hint: str | None) -> None:
        self.message = message
        self.position = position
        self.width = width
        self.hint = hint
        super().__init__(message)


def parse(text: str) -> Condition:
    """The condition that the text states; ConditionError when it states none."""
    parser = _Parser(text)
    if parser.kind == "end":
        parser.fail("the condition is empty", "write for example REC-TYPE = 'P'")
    condition = parser.condition()
    if parser.kind != "end":
        parser.fail_at_unexpected()
    return condition


def names(condition: Condition) -> tuple[Name, ...]:
    """Every name in order: compared items and condition-names."""
    match condition:
        case Comparison(name=name) | Membership(name=name) | ConditionName(name=name):
            return (name,)
        case Not(part=part):
            return names(part)
        case And(parts=parts) | Or(parts=parts):
            return tuple(name for part in parts for name in names(part))


def condition_names(condition: Condition) -> tuple[Name, ...]:
    """Only the names that stand alone and so must be level-88 entries."""
    match condition:
        case ConditionName(name=name):
            return (name,)
        case Not(part=part):
            return condition_names(part)
        case And(parts=parts) | Or(parts=parts):
            return tuple(name for part in parts for name in condition_names(part))
        case _:
            return ()


def render(condition: Condition) -> str:
    """The condition as text in one spelling; `parse` reads it back to the same value."""
    match condition:
        case Comparison(name=name, operator=operator, literal=literal):
            return f"{name} {operator} {literal}"
        case Membership(name=name, literals=literals):
            return f"{name} in ({', '.join(str(literal) for literal in literals)})"
        case ConditionName(name=name):
            return str(name)
        case Not(part=part):
            return f"not {_inner(part, And, Or)}"
        case And(parts=parts):
            return " and ".join(_inner(part, And, Or) for part in parts)
        case Or(parts=parts):
            return " or ".join(_inner(part, Or) for part in parts)


def _inner(part: Condition, *weaker: type) -> str:
    return f"({render(part)})" if isinstance(part, weaker) else render(part)


_TOKENS = re.compile(
    r"""\s*(?:
      (?P<text>'(?:[^']|'')*'|"(?:[^"]|"")*")
    | (?P<number>[+-]?\d+(?:\.\d+)?(?![\w-]))
    | (?P<word>[A-Za-z0-9](?:[\w-]*\w)?)
    | (?P<operator><>|<=|>=|=(?!=)|[<>])
    | (?P<open>\()
    | (?P<close>\))
    | (?P<comma>,)
    | (?P<end>\Z)
    | (?P<wrong>==|!=|¬=|&&|\|\||.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_FIGURATIVE = {
    "SPACE": "SPACE",
    "SPACES": "SPACE",
    "ZERO": "ZERO",
    "ZEROS": "ZERO",
    "ZEROES": "ZERO",
    "LOW-VALUE": "LOW-VALUE",
    "LOW-VALUES": "LOW-VALUE",
    "HIGH-VALUE": "HIGH-VALUE",
    "HIGH-VALUES": "HIGH-VALUE",
}
_RESERVED = frozenset(("AND", "OR", "NOT", "IN", "OF"))
_OTHER_SPELLINGS = {
    "==": "=",
    "!=": "<>",
    "¬=": "<>",
    "&&": "and",
    "||": "or",
    "IS": "=",
    "EQUAL": "=",
    "EQUALS": "=",
    "GREATER": ">",
    "LESS": "<",
    "LIKE": "= or in (...)",
    "BETWEEN": ">= and <=",
}
_OPERATORS: dict[str, Operator] = {
    "=": "=",
    "<>": "<>",
    "<": "<",
    ">": ">",
    "<=": "<=",
    ">=": ">=",
}


class _Parser:
    """Recursive descent, one token ahead."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = 0
        self.advance()

    def advance(self) -> str:
        """Go to the next token; the text of the one that was current."""
        passed = getattr(self, "token", "")
        found = _TOKENS.match(self.text, self.next)
        if found is None or found.lastgroup is None:  # pragma: no cover - the last group takes any
            raise AssertionError(self.text)
        self.kind: str = found.lastgroup
        self.token: str = found[self.kind]
        self.start = found.start(self.kind)
        self.next = found.end()
        return passed

    def word(self) -> str:
        return self.token.upper() if self.kind == "word" else ""

    def fail(self, message: str, hint: str | None = None) -> NoReturn:
        raise ConditionError(message, self.start, len(self.token), hint)

    def fail_at_unexpected(self) -> NoReturn:
        replacement = _OTHER_SPELLINGS.get(self.token.upper())
        if self.token in {"'", '"'}:
            self.fail("the quote is not closed")
        if self.kind == "end":
            self.fail("the condition ends too early")
        hint = f"write {replacement}" if replacement else "join conditions by and / or"
        self.fail(f"{self.token} is not expected here", hint)

    def condition(self) -> Condition:
        parts = [self.and_part()]
        while self.word() == "OR":
            self.advance()
            parts.append(self.and_part())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def and_part(self) -> Condition:
        parts = [self.part()]
        while self.word() == "AND":
            self.advance()
            parts.append(self.part())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def part(self) -> Condition:
        if self.word() == "NOT":
            self.advance()
            return Not(self.part())
        if self.kind == "open":
            self.advance()
            inner = self.condition()
            self.expect("close", "a closing parenthesis is missing")
            return inner
        return self.predicate()

    def expect(self, kind: str, message: str) -> None:
        if self.kind != kind:
            self.fail(message)
        self.advance()

    def predicate(self) -> Condition:
        name = self.name()
        negated = self.word() == "NOT"
        if negated:
            self.advance()
        if self.word() == "IN":
            self.advance()
            found: Condition = Membership(name, self.literals())
        elif self.kind == "operator":
            found = Comparison(name, _OPERATORS[self.advance()], self.literal())
        elif negated or self.kind == "wrong" or self.word() in _OTHER_SPELLINGS:
            self.fail_at_unexpected()
        else:
            found = ConditionName(name)
        return Not(found) if negated else found

    def name(self) -> Name:
        if self.kind == "end":
            self.fail("the condition ends where a name is expected")
        if self.kind in {"text", "number"} or self.word() in _FIGURATIVE:
            self.fail("the name comes first, then the value", "write for example REC-TYPE = 'P'")
        if self.kind != "word" or self.word() in _RESERVED:
            self.fail_at_unexpected()
        start, end = self.start, self.next
        words = [self.advance().upper()]
        while self.qualifies():
            self.advance()
            end = self.next
            words.append(self.advance().upper())
        return Name(words[0], tuple(words[1:]), start, end - start)

    def qualifies(self) -> bool:
        """Whether OF, or IN followed by a name and not by a list, goes on with the name."""
        if self.word() == "OF":
            return self.word_follows() or self.missing_qualifier()
        return self.word() == "IN" and self.word_follows()

    def word_follows(self) -> bool:
        found = _TOKENS.match(self.text, self.next)
        return bool(found and found.lastgroup == "word")

    def missing_qualifier(self) -> NoReturn:
        self.advance()
        self.fail("the name of a group is expected behind OF")

    def literals(self) -> tuple[Literal, ...]:
        self.expect("open", "the list of values starts with a parenthesis: in ('A','B')")
        found = [self.literal()]
        while self.kind == "comma":
            self.advance()
            found.append(self.literal())
        if self.kind in {"text", "number"}:
            self.fail("a comma is missing between the values")
        self.expect("close", "a closing parenthesis is missing")
        return tuple(found)

    def literal(self) -> Literal:
        if self.kind == "text":
            quote = self.token[0]
            return Literal("text", self.advance()[1:-1].replace(quote * 2, quote))
        if self.kind == "number":
            return Literal("number", self.advance().removeprefix("+"))
        if self.word() in _FIGURATIVE:
            return Literal("figurative", _FIGURATIVE[self.advance().upper()])
        return self.missing_literal()

    def missing_literal(self) -> NoReturn:
        if self.token in {"'", '"'}:
            self.fail("the quote is not closed")
        if self.kind == "word":
            self.fail("a value is expected, not a name", f"text needs quotes: '{self.token}'")
        self.fail("a value is expected", "'text', a number, or SPACES, ZEROS, LOW-VALUES")
