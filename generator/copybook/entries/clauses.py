"""What the words of a clause say: one function for each rule of the grammar.

Each gets what the rule holds, words as `Token` and what the rules inside it gave, and returns a
value. A clause becomes (its name, the offset of its first word, its value).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from generator.copybook.entries.entry import Clauses, Word
from generator.copybook.entries.usages import WORDS, UsageWord
from generator.copybook.fields import OccursKey, Sign, Value, ValueRange


class Token(NamedTuple):
    """A word of an entry: the terminal of the grammar, the word as written, its offset."""

    kind: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Usage:
    """A USAGE clause: its word, and SIGNED or UNSIGNED if given."""

    word: UsageWord
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """An OCCURS clause; a count may be the name of a constant."""

    counts: tuple[int | Word, ...]
    unbounded: Word | None
    depending: tuple[Word, ...]
    keys: tuple[OccursKey, ...]
    indexes: tuple[str, ...]


Clause: TypeAlias = tuple[str, int, Any]
Child: TypeAlias = Any


class Form(NamedTuple):
    """Clauses as they are written, and what they come to.

    `clauses` is None when that depends on the copybook, or when something is to be said about them.
    """

    written: tuple[Clause, ...]
    clauses: Clauses | None = None


class Parsed(NamedTuple):
    """What a statement says; the offsets of the clauses count from `shift`."""

    level: int
    name: Word | None
    form: Form
    shift: int = 0


NAMED = "name"
"""Kind of a Value that is the name of a constant."""

MIXED = "mixed"
"""Kind of a Value that is made of literals of several kinds."""

_LONGEST = 18  # digits of an integer that says how many
_FIGURATIVE = {
    "ZEROES": "ZERO",
    "ZEROS": "ZERO",
    "SPACES": "SPACE",
    "HIGH-VALUES": "HIGH-VALUE",
    "LOW-VALUES": "LOW-VALUE",
    "QUOTES": "QUOTE",
    "NULLS": "NULL",
}
_PREFIXES = {
    "": "text",
    "X": "hex",
    "Z": "null-terminated",
    "N": "national",
    "NX": "national-hex",
    "G": "dbcs",
    "GX": "dbcs-hex",
    "U": "utf-8",
    "UX": "utf-8-hex",
    "H": "number-hex",
    "B": "number-bits",
}


def _word(token: Token) -> Word:
    return Word(token.text.upper(), token.at)


def integer(digits: str) -> int:
    """The number of an integer; one beyond every limit of the compiler for very long ones."""
    digits = digits.lstrip("0") or "0"
    return int(digits) if len(digits) <= _LONGEST else int("9" * _LONGEST)


def _flag(name: str) -> Callable[[list[Child]], Clause]:
    return lambda children: (name, children[0].at, True)


def _redefines(children: list[Child]) -> Clause:
    return "redefines", children[0].at, _word(children[1])


def _picture(children: list[Child]) -> Clause:
    return "picture", children[0].at, _word(children[1])


def _byte_length(children: list[Child]) -> Clause:
    return "byte_length", children[0].at, integer(children[1].text)


def _usage(children: list[Child]) -> Clause:
    at = children[0].at
    sign = None
    for token in children:
        if token.kind == "OBJECT_REFERENCE":
            return "usage", at, Usage(OBJECT_REFERENCE)
        if token.kind == "USAGE_WORD":
            word = WORDS[token.text.upper().split()[0]]  # HANDLE OF WINDOW
        elif token.kind in ("SIGNED", "UNSIGNED"):
            sign = token.kind
    return "usage", at, Usage(word, sign)


def _group_usage(children: list[Child]) -> Clause:
    return "group_usage", children[0].at, WORDS[children[1].text.upper().split()[0]]


def _sign(children: list[Child]) -> Clause:
    kinds = [token.kind for token in children]
    position = "leading" if "LEADING" in kinds else "trailing"
    return "sign", children[0].at, Sign(position, separate="SEPARATE" in kinds)


def _qualified_name(children: list[Child]) -> Word:
    return Word(" OF ".join(token.text.upper() for token in children), children[0].at)


def _depending_on(children: list[Child]) -> tuple[str, Word]:
    return "depending", children[1]


def _key(children: list[Child]) -> tuple[str, OccursKey]:
    names = tuple(word.text for word in children[1:])
    return "key", OccursKey(children[0].kind == "ASCENDING", names)


def _indexed_by(children: list[Child]) -> tuple[str, tuple[str, ...]]:
    return "indexed", tuple(token.text.upper() for token in children[1:])


def _occurs(children: list[Child]) -> Clause:
    tokens = [child for child in children[1:] if isinstance(child, Token)]
    phrases = [child for child in children if not isinstance(child, Token)]
    unbounded = next((_word(token) for token in tokens if token.kind == "UNBOUNDED"), None)
    counts = tuple(
        integer(token.text) if token.kind == "INTEGER" else _word(token)
        for token in tokens
        if token.kind != "UNBOUNDED"
    )
    table = Table(
        counts,
        unbounded,
        tuple(value for kind, value in phrases if kind == "depending"),
        tuple(value for kind, value in phrases if kind == "key"),
        tuple(name for kind, value in phrases if kind == "indexed" for name in value),
    )
    return "occurs", children[0].at, table


def _number(children: list[Child]) -> Value:
    return Value("numeric", children[0].text.upper().removeprefix("+"))


def _name(children: list[Child]) -> Value:
    return Value(NAMED, children[0].text.upper())


def _text(children: list[Child]) -> Value:
    """A literal, or several joined by &."""
    values = [_literal(token.text) for token in children]
    if len(values) == 1:
        return values[0]
    kind = values[0].kind if len({value.kind for value in values}) == 1 else MIXED
    return Value(kind, "".join(value.text for value in values))


def _literal(body: str) -> Value:
    """The characters of a literal between its quotes; hexadecimal digits in upper case."""
    start = min(i for i in (body.find("'"), body.find('"')) if i >= 0)
    kind, quote = _PREFIXES[body[:start].upper()], body[start]
    inner = body[start + 1 : -1].replace(quote * 2, quote)
    return Value(kind, inner.upper() if kind.endswith("hex") else inner)


def _figurative(children: list[Child]) -> Value:
    word = children[0].text.upper()
    return Value("figurative", _FIGURATIVE.get(word, word))


def _all(children: list[Child]) -> Value:
    """ALL literal; before a figurative constant the word ALL says nothing."""
    if children[1].kind == "FIGURATIVE":
        return _figurative(children[1:])
    literal = _text(children[1:])
    if literal.kind == "hex" and set(literal.text) in ({"0"}, {"F"}):
        return Value("figurative", "LOW-VALUE" if literal.text[0] == "0" else "HIGH-VALUE")
    return Value("figurative", f"ALL {literal.text}") if literal.kind == "text" else literal


def _value_range(children: list[Child]) -> ValueRange:
    return ValueRange(*children)


def _value(children: list[Child]) -> Clause:
    return "values", children[0].at, tuple(children[1:])


def _single_value(children: list[Child]) -> Clause:
    return "values", children[0].at, (ValueRange(children[1]),)


def _constant_value(children: list[Child]) -> Clause:
    return "constant", children[0].at, (ValueRange(children[1]),)


def _false_value(children: list[Child]) -> Clause:
    return "false_value", children[0].at, children[1]


def _renames(children: list[Child]) -> Clause:
    last = children[2] if len(children) > 2 else None  # noqa: PLR2004 - RENAMES a THRU b
    return "renames", children[0].at, (children[1], last)


def _named(name: str) -> Callable[[list[Child]], Clause]:
    return lambda children: (name, children[0].at, _word(children[1]))


def _entry(children: list[Child]) -> list[Clause]:
    return [child for child in children if not isinstance(child, Token)]


OBJECT_REFERENCE = WORDS["OBJECT REFERENCE"]

RULES: dict[str, Callable[[list[Child]], Any]] = {
    "data_description": _entry,
    "condition_name": _entry,
    "renaming": _entry,
    "constant": _entry,
    "redefines": _redefines,
    "picture": _picture,
    "byte_length": _byte_length,
    "usage": _usage,
    "group_usage": _group_usage,
    "sign": _sign,
    "occurs": _occurs,
    "depending_on": _depending_on,
    "key": _key,
    "indexed_by": _indexed_by,
    "qualified_name": _qualified_name,
    "value": _value,
    "conditions": _value,
    "named_value": _single_value,
    "constant_value": _constant_value,
    "value_range": _value_range,
    "named_range": _value_range,
    "name": _name,
    "number": _number,
    "text": _text,
    "figurative": _figurative,
    "all": _all,
    "false_value": _false_value,
    "renames": _renames,
    "synchronized": _flag("synchronized"),
    "justified": _flag("justified"),
    "blank_when_zero": _flag("blank_when_zero"),
    "external": _flag("external"),
    "global": _flag("global_"),
    "volatile": _flag("volatile"),
    "based": _flag("based"),
    "date_format": _flag("date_format"),
    "property": _flag("property"),
    "constant_record": _flag("constant_record"),
    "typedef": _flag("typedef"),
    "type_of": _named("type_of"),
    "same_as": _named("same_as"),
}
