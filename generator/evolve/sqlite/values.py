"""Values of one column type as SQLite keeps them, as values of another type: SQL expressions.

What the other type cannot hold exactly becomes a value that the constraint TYPE_OF_<column>
refuses, so nothing is cut, rounded or guessed, also where nobody asked the checks. Decimals are
text or whole numbers here and never go through REAL (see `generator.targets.sqlite`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.relational.accepted import Place
from generator.relational.tables import (
    BitData,
    Char,
    Column,
    Date,
    DateRule,
    Decimal,
    Float,
    Integer,
    SqlType,
    Time,
    Timestamp,
    VarChar,
)
from generator.targets.sqlite import INTEGER_DIGITS, spell

Exact = Integer | Decimal
Text = Char | VarChar
_DAY = 8  # digits of YYYYMMDD
_NINES = re.compile(r"9(?:\((\d+)\))?")
_PATTERNS = ("YYYYMMDD", "YYYY-MM-DD")  # others have day, month and year in another order
_MIDNIGHT = " 00:00:00.000000"


@dataclass(frozen=True, slots=True)
class Source:
    """A column to read from: its name in SQL, its type, and the digits of its picture.

    `date` is how the later column reads it, where that is known.
    """

    name: str
    type: SqlType
    nullable: bool
    digits: int = 0
    date: DateRule | None = None


def source_of(column: Column, place: Place | None, name: str | None = None) -> Source:
    """The column as it is read; its digits are those of the picture, where there is one."""
    return Source(name or column.name, column.type, column.nullable, digits_of(column, place))


def digits_of(column: Column, place: Place | None) -> int:
    """The digits of a whole number, 0 where nobody can tell."""
    if not isinstance(column.type, Integer | Decimal):
        return 0
    found = _NINES.findall(place.picture.upper()) if place and place.picture else []
    if found:
        return sum(int(count or 1) for count in found)
    return column.type.precision if isinstance(column.type, Decimal) else 0


def initial(kind: SqlType) -> str:
    """What INITIALIZE gives: zero, blanks, and the first date for a type that has neither."""
    match kind:
        case Integer() | Decimal(_, 0):
            return "0" if spell(kind) == "INTEGER" else "'0'"
        case Decimal(_, scale):
            return f"'0.{'0' * scale}'"
        case Float():
            return "0.0"
        case BitData():
            return "X''"
        case Date():
            return "'0001-01-01'"
        case Time():
            return "'00:00:00'"
        case Timestamp():
            return f"'0001-01-01{_MIDNIGHT}'"
        case _:
            return "''"


def misfit(kind: SqlType) -> str:
    """A value that no column of the type holds."""
    return "X''" if isinstance(kind, Char | VarChar) else "'?'"


def always_fits(before: SqlType, after: SqlType) -> bool:
    """Whether every value of the one type is one of the other."""
    if before == after:
        return True
    match before, after:
        case (Char(old) | VarChar(old), Char(new) | VarChar(new)) | (BitData(old), BitData(new)):
            return old <= new
        case (Integer() | Decimal(), Integer() | Decimal()):
            return _scale(before) <= _scale(after) and _whole(before) <= _whole_room(after)
        case (Date(), Timestamp()) | (Float(4), Float()):
            return True
        case _:
            return False


def _scale(kind: SqlType) -> int:
    return kind.scale if isinstance(kind, Decimal) else 0


def _whole(kind: SqlType) -> int:
    """The most digits that a value of the type has in front of the point."""
    return kind.precision - kind.scale if isinstance(kind, Decimal) else _bits_digits(kind)


def _whole_room(kind: SqlType) -> int:
    """The digits in front of the point that a column of the type holds whatever they are."""
    return _whole(kind) if isinstance(kind, Decimal) else _bits_digits(kind) - 1


def _bits_digits(kind: SqlType) -> int:
    return len(str(2 ** (kind.bits - 1))) if isinstance(kind, Integer) else 0


def converted(source: Source, after: Column, digits: int = 0) -> str:
    """The expression for the column; `digits` are those of its picture. NULL stays NULL."""
    value = _value(source, after, digits)
    if value == source.name or not source.nullable:
        return value
    return f"iif({source.name} IS NULL, NULL, {value})"


def means_none(before: SqlType, after: SqlType) -> bool:
    """Whether the initial value of the one type is what NULL is in the other: a date's zeros."""
    return isinstance(before, Date) and isinstance(after, Integer | Decimal | Char | VarChar)


def _value(source: Source, column: Column, digits: int) -> str:
    after = column.type
    if isinstance(after, Date) and source.date and source.date.pattern not in _PATTERNS:
        return source.name if source.type == after else misfit(after)
    match source.type, after:
        case (Integer() | Decimal() as old, Integer() | Decimal() as new):
            return _exact(source.name, old, new)
        case (Integer() | Decimal() as old, Char(length) | VarChar(length)):
            return _digits(_text(source.name, old), old, min(source.digits, length))
        case (Char(length) | VarChar(length), Integer() | Decimal() as new):
            return _number(f"rtrim({source.name})", new, max(min(digits, length), 1))
        case (Integer() | Decimal(), Date()) if _scale(source.type) == 0:
            none = "'0'" if source.date is None or source.date.zeros == "null" else "NULL"
            return _date_of(f"CAST({source.name} AS TEXT)", none, column)
        case (Char(size) | VarChar(size), Date()) if size == _DAY:
            none = "''" if source.date is None or source.date.spaces == "null" else "NULL"
            return _date_of(f"rtrim({source.name})", none, column)
        case (Date(), Integer() | Decimal() as new) if _scale(new) == 0:
            return _typed(f"replace({source.name}, '-', '')", new)
        case _:
            return _other(source.name, source.type, after)


def _other(name: str, before: SqlType, after: SqlType) -> str:
    match before, after:
        case (Integer() | Decimal() as old, Float()):
            return _float(_text(name, old), old)
        case (Float(), Integer() | Decimal() as new):
            return _exact_of_float(name, new)
        case (Date(), Char(size) | VarChar(size)) if size == _DAY:
            return f"replace({name}, '-', '')"
        case (Date() | Time() | Timestamp(), Char() | VarChar()) | (Float(), Float()):
            return name
        case _:
            return _text_or_time(name, before, after)


def _text_or_time(name: str, before: SqlType, after: SqlType) -> str:
    match before, after:
        case (Char(old) | VarChar(old), Char(new) | VarChar(new)):
            return name if old <= new else _shortened(name, new)
        case (Char() | VarChar(), Date() | Time() | Timestamp()):
            return f"rtrim({name})"
        case (Date(), Timestamp()):
            return f"{name} || '{_MIDNIGHT}'"
        case (Timestamp(), Date()):
            day, rest = f"substr({name}, 1, 10)", f"ltrim(substr({name}, 11), 'T :.0')"
            return f"CASE WHEN {rest} = '' THEN {day} ELSE {misfit(after)} END"
        case _:
            return name if type(before) is type(after) else misfit(after)


def _text(name: str, kind: Exact) -> str:
    """The number as text, with all its decimal places."""
    return name if spell(kind) == "TEXT" else f"CAST({name} AS TEXT)"


def _exact(name: str, before: Exact, after: Exact) -> str:
    old, new = _scale(before), _scale(after)
    if (spell(before), old) == (spell(after), new):
        return name
    text = _text(name, before)
    if new > old:
        point = "" if old else "."
        return f"{text} || '{point}{'0' * (new - old)}'"
    if old > new:
        tail = ("" if new else ".") + "0" * (old - new)
        kept = f"substr({text}, 1, length({text}) - {len(tail)})"
        fits = f"substr({text}, -{len(tail)}) = '{tail}'"
        return f"CASE WHEN {fits} THEN {_typed(kept, after)} ELSE {misfit(after)} END"
    return _typed(text, after)


def _typed(text: str, after: Exact) -> str:
    """A whole number from its text, or text that is a decimal's already."""
    if spell(after) == "TEXT":
        return text
    number = f"CAST({text} AS INTEGER)"
    return f"iif(CAST({number} AS TEXT) = {text}, {number}, {misfit(after)})"


def _digits(text: str, before: Exact, width: int) -> str:
    """As MOVE does: the digits of the picture, zeros in front, where there is no sign or point."""
    if _scale(before) or not width:
        return text
    filled = f"substr('{'0' * width}' || {text}, -{width})"
    short = f"length({text}) < {width} AND {text} NOT LIKE '-%'"
    return f"CASE WHEN {short} THEN {filled} ELSE {text} END"


def _number(text: str, after: Exact, width: int) -> str:
    """Only what `_digits` writes for the number: other texts would not come back as they were."""
    nothing = misfit(after)
    if _scale(after):
        odd = f"{text} GLOB '0[0-9]*' OR {text} GLOB '-0[0-9]*' OR {text} GLOB '-*' AND "
        odd += f"ltrim({text}, '-0.') = ''"
        return f"CASE WHEN {odd} THEN {nothing} ELSE {text} END"
    number = f"CAST({text} AS INTEGER)"
    if spell(after) == "TEXT":
        number = f"iif(ltrim({text}, '0') = '', '0', ltrim({text}, '0'))"
    limit = INTEGER_DIGITS if spell(after) == "INTEGER" else _whole(after)
    canonical = f"length({text}) = {width} OR {text} NOT GLOB '0*'"
    positive = f"{text} NOT GLOB '*[^0-9]*' AND length({text}) BETWEEN {width} AND {limit}"
    negative = f"{text} GLOB '-[1-9]*' AND substr({text}, 2) NOT GLOB '*[^0-9]*'"
    return (
        f"CASE WHEN {positive} AND ({canonical}) THEN {number}"
        f" WHEN {negative} THEN {_typed(text, after)} ELSE {nothing} END"
    )


def _float(text: str, before: Exact) -> str:
    number = f"CAST({text} AS REAL)"
    shown = f"printf('%.{_scale(before)}f', {number})"
    return f"CASE WHEN {shown} = {text} THEN {number} ELSE {misfit(Float(8))} END"


def _exact_of_float(name: str, after: Exact) -> str:
    text = f"printf('%.{_scale(after)}f', {name} + 0.0)"
    return f"CASE WHEN CAST({text} AS REAL) = {name} THEN {_typed(text, after)} ELSE '?' END"


def _date_of(text: str, none: str, after: Column) -> str:
    """YYYYMMDD; what is neither that nor nothing the constraint refuses."""
    parts = ((1, 4), (5, 2), (7, 2))
    day = " || '-' || ".join(f"substr({text}, {start}, {size})" for start, size in parts)
    empty = f" WHEN {text} = {none} THEN NULL" if after.nullable else ""
    return f"CASE WHEN length({text}) = {_DAY} THEN {day}{empty} ELSE {misfit(after.type)} END"


def _shortened(name: str, length: int) -> str:
    """Blanks at the end do not count."""
    blank = f"length({name}) > {length} AND rtrim(substr({name}, {length + 1})) = ''"
    return f"CASE WHEN {blank} THEN substr({name}, 1, {length}) ELSE {name} END"
