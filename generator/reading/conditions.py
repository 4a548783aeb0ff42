"""`when` to tests of bytes and numbers.

Text is compared by the bytes of the file's code page, numbers by their value, as COBOL does
(Enterprise COBOL Language Reference, "Relation conditions" and "Condition-name condition").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from generator.config import condition as language
from generator.config.contents import DECIMAL_FLOATS, is_numeric
from generator.config.literals import spelled
from generator.config.select import select
from generator.copybook.fields import Value, ValueRange
from generator.reading.model import (
    All,
    Any,
    Compare,
    Dbcs,
    Item,
    National,
    Not,
    Operator,
    Test,
    Utf8,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.copybook.fields import Field, Record
    from generator.reading.settings import Settings

_FILLS = {"SPACE": " ", "ZERO": "0", "QUOTE": '"'}
_BYTES = {"LOW-VALUE": b"\x00", "HIGH-VALUE": b"\xff", "NULL": b"\x00"}
_LITERAL_KINDS = {"text": "text", "number": "numeric", "figurative": "figurative"}


class CannotCompareError(Exception):
    """A comparison that cannot be made on the bytes of the file; says why and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Resolver:
    """The conditions of one record; `item` places one of its fields."""

    record: Record
    settings: Settings
    item: Callable[[Field], Item]

    def test(self, text: str | None) -> Test:
        """The test that the text of a `when` states, whose names and literals fit."""
        return All() if text is None else self._test(language.parse(text))

    def _test(self, part: language.Condition) -> Test:
        match part:
            case language.Comparison(name=name, operator=operator, literal=literal):
                return self._compare(self._field(name), operator, _value(literal))
            case language.Membership(name=name, literals=literals):
                field = self._field(name)
                return _any(*(self._compare(field, "=", _value(each)) for each in literals))
            case language.ConditionName(name=name):
                return self._condition_name(name)
            case language.Not(part=inner):
                return Not(self._test(inner))
            case language.And(parts=parts):
                return All(tuple(self._test(each) for each in parts))
            case language.Or(parts=parts):
                return Any(tuple(self._test(each) for each in parts))

    def _field(self, name: language.Name) -> Field:
        return select(str(name), self.record)[0]

    def _condition_name(self, name: language.Name) -> Test:
        for field in self.record.fields():
            above = {part.upper() for part in field.path}
            for found in field.conditions:
                if found.name.upper() == name.word and above.issuperset(name.qualifiers):
                    return _any(*(self._range(field, each) for each in found.values))
        raise ValueError(str(name))

    def _range(self, field: Field, values: ValueRange) -> Test:
        if values.high is None:
            return self._compare(field, "=", values.low)
        low = self._compare(field, ">=", values.low)
        return All((low, self._compare(field, "<=", values.high)))

    def _compare(self, field: Field, operator: Operator, value: Value) -> Compare:
        _refuse_odd(field)
        if is_numeric(field) and (number := _number(value)) is not None:
            return Compare(self.item(field), operator, number)
        item = self.item(field)
        return Compare(item, operator, _Literal(item, operator, value, self.settings).content())


def _any(*parts: Test) -> Test:
    return parts[0] if len(parts) == 1 else Any(parts)


def _value(literal: language.Literal) -> Value:
    return Value(_LITERAL_KINDS[literal.kind], literal.text)


def _number(value: Value) -> str | None:
    """The literal as a number, None for one that is compared as characters."""
    if value.kind == "numeric":
        return value.text.removeprefix("+")
    return "0" if value == Value("figurative", "ZERO") else None


def _refuse_odd(field: Field) -> None:
    if field.usage in DECIMAL_FLOATS:
        message = f"{field.name} is {field.usage}, which the reader cannot compare"
        raise CannotCompareError(message, "name another field that tells the records apart")
    if any(part.occurs and part.occurs.depending_on for part in field.walk()):
        message = f"{field.name} has a table with DEPENDING ON, so its length varies"
        raise CannotCompareError(message, "name an item in it")


@dataclass(frozen=True, slots=True)
class _Literal:
    """A literal against the bytes of an item."""

    item: Item
    operator: Operator
    value: Value
    settings: Settings

    def content(self) -> bytes:
        """The literal, padded with blanks or repeated to the length of the item."""
        if self.value.kind == "figurative":
            return self._figurative(self.value.text)
        return self._padded(self._literal())

    def _figurative(self, word: str) -> bytes:
        if word in _BYTES:
            return _BYTES[word] * self.item.length
        fill = self._encoded(word.removeprefix("ALL ") if word.startswith("ALL ") else _FILLS[word])
        return (fill * self.item.length)[: self.item.length]

    def _literal(self) -> bytes:
        if self.value.kind in {"hex", "utf-8-hex"}:
            return bytes.fromhex(self.value.text)
        if self.value.kind == "national-hex":
            return self._encoded(bytes.fromhex(self.value.text).decode("utf-16-be"))
        end = b"\x00" if self.value.kind == "null-terminated" else b""
        return self._encoded(self.value.text) + end

    def _padded(self, found: bytes) -> bytes:
        length = self.item.length
        blank = self._encoded(" ")
        padded = found + blank * length
        rest = padded[length : len(found)]
        if rest.strip(blank):
            self._fail(f"{self._shown()} is longer than its {length} bytes", "shorten it")
        return padded[:length]

    def _encoded(self, text: str) -> bytes:
        match self.item.storage:
            case National(order=order):
                if order == "little" and self.operator not in ("=", "<>"):
                    message = "is UTF-16, little-endian, whose bytes have another order"
                    self._fail(message, "compare it by =, <> or in")
                return text.encode(f"utf-16-{order[0]}e")
            case Dbcs():
                return self._double_byte(text)
            case Utf8():
                return text.encode("utf-8")
            case _:
                return self._single_byte(text)

    def _double_byte(self, text: str) -> bytes:
        """A blank is X'4040' in every double-byte EBCDIC code page."""
        if text.strip(" "):
            message = f"is DISPLAY-1; {self._shown()} is not compared with double-byte characters"
            self._fail(message, "name a field of one-byte characters")
        return b"\x40\x40" * len(text)

    def _single_byte(self, text: str) -> bytes:
        page = self.settings.page
        try:
            return page.encode(text)
        except UnicodeEncodeError as error:
            message = f"{text[error.start]!r} of {self._shown()} is not in {page.name}"
            if page.mixed:
                message = f"{text[error.start]!r} of {self._shown()} is {error.reason}"
            self._fail(f"cannot be compared: {message}", "correct the value, or input.encoding")

    def _fail(self, message: str, hint: str) -> NoReturn:
        raise CannotCompareError(f"{self.item.path} {message}", hint)

    def _shown(self) -> str:
        return spelled(self.value)
