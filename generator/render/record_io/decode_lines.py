"""The straight-line code that makes a row of bytes: what is read at once, checked, computed.

The text and the nibbles of a record are made once; an itemgetter cuts them into the pieces of
all its items, a struct does the same for binary numbers. What is rare is left to its slot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.config.model import TextContents
from generator.reading.model import (
    Binary,
    Bits,
    Block,
    Edited,
    Float,
    Item,
    Packed,
    Size,
    Text,
    Value,
    Varying,
    Zoned,
)
from generator.relational import tables
from generator.render.record_io.descriptions import slots_name
from generator.render.record_io.names import Locals
from generator.render.record_io.pages import Way
from generator.render.record_io.slots import (
    STRUCT_CODES,
    Place,
    as_stored,
    digits_of,
    pattern_of,
    text_digits,
    trimmed,
)

_IEEE = {4: "f", 8: "d"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A variable and where it is cut out: from `start` to `end` in steps, or one character."""

    name: str
    start: int
    end: int
    one: bool = False

    @property
    def key(self) -> str:
        """As itemgetter takes it."""
        return f"{self.start}" if self.one else f"slice({self.start}, {self.end})"

    @property
    def index(self) -> str:
        """As a subscript."""
        return f"{self.start}" if self.one else f"{self.start}:{self.end}"


@dataclass(frozen=True, slots=True)
class Field:
    """A variable that a struct fills."""

    name: str
    start: int
    end: int
    code: str
    order: str = ">"


@dataclass(slots=True)
class Segment:
    """The items of a block whose offsets vary alike; offsets count from its base."""

    varying: tuple[tuple[str, Size], ...]
    text: list[Piece] = field(default_factory=list)
    nibbles: list[Piece] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    digit_runs: list[Piece] = field(default_factory=list)
    text_runs: list[Piece] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)
    blanked: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RowCode:
    """A row class: constants of the module, the segments, an expression for each value."""

    block: Block
    segments: list[Segment]
    values: list[str]
    constants: list[str]
    names: set[str]


def row_code(block: Block, place: Place, way: Way, locals_: Locals) -> RowCode:
    """The code of the values of a block."""
    maker = _Maker(block, place, way, locals_)
    values = [maker.value(number, value) for number, value in enumerate(block.values)]
    return RowCode(block, list(maker.segments.values()), values, maker.constants, maker.names)


class _Maker:
    def __init__(self, block: Block, place: Place, way: Way, locals_: Locals) -> None:
        self.block = block
        self.place = place
        self.way = way
        self.locals = locals_
        self.segments: dict[tuple[tuple[str, Size], ...], Segment] = {}
        self.constants: list[str] = []
        self.names: set[str] = set()

    def value(self, number: int, value: Value) -> str:
        """The expression of a column; the pieces that it needs are noted."""
        item = as_stored(value)
        if value.present:
            return self._present(number, value, item)
        segment = self._segment(item)
        if value.date is not None:
            return self._date(number, value, item, segment)
        makers = {
            Bits: self._bits,
            Zoned: self._zoned,
            Packed: self._packed,
            Edited: self._memo,
            Binary: self._binary,
            Float: self._float,
            Text: self._text,
            Varying: self._varying,
        }
        maker = makers.get(type(item.storage), self._slot)
        return maker(number, value, item, segment)

    def _bits(self, _: int, value: Value, item: Item, segment: Segment) -> str:
        return self._field(value, item, segment, f"{item.length}s")

    def _is_mixed(self) -> bool:
        return self.place.settings.page.mixed

    def _segment(self, item: Item) -> Segment:
        varying = item.offset.varying
        return self.segments.setdefault(varying, Segment(varying))

    def _name(self, value: Value, suffix: str = "") -> str:
        return self.locals.new(value.column.attribute + suffix)

    def _field(
        self, value: Value, item: Item, segment: Segment, code: str, order: str = "big"
    ) -> str:
        name = self._name(value)
        start = item.offset.fixed
        mark = ">" if order == "big" else "<"
        segment.fields.append(Field(name, start, start + item.length, code, mark))
        return name

    def _constant(self, value: Value, made: str) -> str:
        name = f"_{self.block.entity.name}_{value.column.attribute}".upper()
        self.constants.append(f"{name} = {made}")
        return name

    def _of_slot(self, number: int) -> str:
        return f"{slots_name(self.block)}[{number}]"

    def _slot(self, number: int, value: Value, item: Item, segment: Segment) -> str:
        """Left to the slot."""
        piece = self._field(value, item, segment, f"{item.length}s")
        name = self._constant(value, f"{self._of_slot(number)}.read")
        return f"{name}({piece})"

    def _memo(self, number: int, value: Value, item: Item, segment: Segment) -> str:
        """Left to the slot, once for all items with these bytes."""
        self.names.add("memo")
        piece = self._field(value, item, segment, f"{item.length}s")
        return f"{self._constant(value, f'memo({self._of_slot(number)})')}[{piece}]"

    def _present(self, number: int, value: Value, item: Item) -> str:
        """An occurrence that the record may leave out."""
        counter, occurrence = value.present or ("", 0)
        self.names.add("memo")
        name = self._constant(value, f"memo({self._of_slot(number)})")
        start = offset(item.offset, "at" if self.block.table else "")
        end = f"{start} + {item.length}" if not start.isdigit() else int(start) + item.length
        return f"{name}[raw[{start}:{end}]] if {counter} >= {occurrence} else None"

    def _date(self, number: int, value: Value, item: Item, segment: Segment) -> str:
        """Dates are few, so they are looked up; of a timestamp its day and its time are."""
        rule = value.date
        timestamp = rule is not None and pattern_of(rule).kind == "timestamp"
        plain = isinstance(item.storage, Text) or (
            isinstance(item.storage, Zoned) and item.storage.sign is None
        )
        if rule is None or not (timestamp and plain) or self._is_mixed():
            return self._memo(number, value, item, segment)
        piece = self._field(value, item, segment, f"{item.length}s")
        start = item.offset.fixed
        text = self._name(value, "_text")
        segment.text.append(Piece(text, start, start + item.length))
        self.names.add("Moments")
        made = f'Moments("{pattern_of(rule).text}", {self._of_slot(number)})'
        return f"{self._constant(value, made)}({text}, {piece})"

    def _zoned(self, _: int, value: Value, item: Item, segment: Segment) -> str:
        how = item.storage
        if not isinstance(how, Zoned):
            raise TypeError(how)
        start, end = item.offset.fixed, item.offset.fixed + item.length
        first = how.sign == "leading"
        if how.sign:
            start, end = (start + 1, end) if first else (start, end - 1)
        digits = ""
        if end > start:
            digits = self._name(value)
            segment.text.append(Piece(digits, start, end))
            segment.digit_runs.append(Piece(digits, start, end))
        if how.sign is None:
            return self._number(value, "", digits, checked=True)
        at = start - 1 if first else end
        sign = self._name(value, "_sign")
        if how.separate:
            segment.text.append(Piece(sign, at, at + 1, one=True))
            self.names.add("SEPARATE")
            return self._number(value, f"SEPARATE[{sign}]", digits, checked=True)
        segment.fields.append(Field(sign, at, at + 1, "B"))
        signs = self.place.signs
        self.names.add(f"{signs}_SIGN")
        one = f"{{{signs}_DIGIT[{sign}]}}"
        both = f"{one}{{{digits}}}" if first else f"{{{digits}}}{one}"
        return self._number(value, f"{signs}_SIGN[{sign}]", both if digits else one, pieces=True)

    def _packed(self, _: int, value: Value, item: Item, segment: Segment) -> str:
        how = item.storage
        if not isinstance(how, Packed):
            raise TypeError(how)
        start, end = 2 * item.offset.fixed, 2 * (item.offset.fixed + item.length)
        digits_end = end - 1 if how.sign_nibble else end
        digits = self._name(value)
        if digits_end - start > digits_of(item):
            unused = self._name(value, "_unused")
            segment.nibbles.append(Piece(unused, start, start + 1, one=True))
            segment.checks.append(f'{unused} != "0"')
            start = digits_end - digits_of(item)
        segment.nibbles.append(Piece(digits, start, digits_end))
        if not how.sign_nibble:
            return self._number(value, "", digits)
        sign = self._name(value, "_sign")
        segment.nibbles.append(Piece(sign, end - 1, end, one=True))
        table = "SIGN" if how.signed else "PLUS"
        self.names.add(table)
        return self._number(value, f"{table}[{sign}]", digits)

    def _number(
        self, value: Value, sign: str, digits: str, *, checked: bool = False, pieces: bool = False
    ) -> str:
        """The digits, a variable or with `pieces` the inside of an f-string, as the column's."""
        kind, places = value.column.type, value.item.scale
        inside = digits if pieces else f"{{{digits}}}"
        if sign:
            inside = f"{{{sign}}}{inside}"
        if isinstance(kind, tables.Decimal):
            self.names.add("Decimal")
            tail = "0" * (kind.scale - places)
            if checked and not (sign or tail or kind.scale):
                return f"Decimal({digits})"
            return f'Decimal(f"{inside}{tail}E-{kind.scale}")'
        if isinstance(kind, tables.Integer):
            tail = "0" * -places
            return f"int({digits})" if not (sign or tail or pieces) else f'int(f"{inside}{tail}")'
        return self._digits(value, sign, digits, checked=checked)

    def _digits(self, value: Value, sign: str, digits: str, *, checked: bool) -> str:
        """Text: what is not checked yet must be made of digits, and carry no minus."""
        segment = self._segment(value.item)
        if not checked:
            segment.checks.append(f"not {digits}.isdecimal()")
        if sign:
            segment.checks.append(sign)
        width = text_digits(value.item)
        return digits if width == digits_of(value.item) else f"{digits}.zfill({width})"

    def _binary(self, number: int, value: Value, item: Item, segment: Segment) -> str:
        how = item.storage
        if not isinstance(how, Binary) or (item.length, how.signed) not in STRUCT_CODES:
            return self._slot(number, value, item, segment)
        kind, code = value.column.type, STRUCT_CODES[item.length, how.signed]
        name = self._field(value, item, segment, code, how.order)
        self._limit(name, value, item, how, segment)
        if isinstance(kind, tables.Integer):
            return name if item.scale == 0 else f"{name} * {10**-item.scale}"
        if isinstance(kind, tables.Decimal):
            self.names.add("Decimal")
            tail = "0" * (kind.scale - item.scale)
            if not kind.scale and not tail:
                return f"Decimal({name})"
            return f'Decimal(f"{{{name}}}{tail}E-{kind.scale}")'
        return f'f"{{{name}:0{text_digits(item)}d}}"'

    def _limit(self, name: str, value: Value, item: Item, how: Binary, segment: Segment) -> None:
        """A check where the bytes hold more than the column."""
        kind = value.column.type
        bits = 8 * item.length - how.signed
        if isinstance(kind, tables.Integer):
            low, high = -(2 ** (kind.bits - 1)), 2 ** (kind.bits - 1) - 1
            unit = 10**-item.scale
        elif isinstance(kind, tables.Decimal):
            high, unit = 10**kind.precision - 1, 10 ** (kind.scale - item.scale)
            low = -high
        else:
            high, low, unit = 10 ** text_digits(item) - 1, 0, 1
        low, high = -(-low // unit), high // unit
        if high < 2**bits - 1:
            lower = f"{low} <= " if how.signed else ""
            segment.checks.append(f"not {lower}{name} <= {high}")

    def _float(self, number: int, value: Value, item: Item, segment: Segment) -> str:
        how = item.storage
        if not isinstance(how, Float) or how.hexadecimal:
            return self._slot(number, value, item, segment)
        self.names.add("isfinite")
        name = self._field(value, item, segment, _IEEE[item.length], how.order)
        segment.checks.append(f"not isfinite({name})")
        return name

    def _text(self, number: int, value: Value, item: Item, segment: Segment) -> str:
        if self._is_mixed():
            return self._slot(number, value, item, segment)
        name = self._name(value)
        start = item.offset.fixed
        piece = Piece(name, start, start + item.length)
        segment.text.append(piece)
        segment.text_runs.append(piece)
        if isinstance(value.contents, TextContents) and value.contents.low_values == "spaces":
            segment.blanked.append(name)
        return self._trimmed(value, name)

    def _varying(self, number: int, value: Value, item: Item, segment: Segment) -> str:
        how = item.storage
        if not isinstance(how, Varying) or not isinstance(how.text, Text) or self._is_mixed():
            return self._slot(number, value, item, segment)
        start, name = item.offset.fixed, self._name(value)
        middle, end = start + item.length - how.maximum, start + item.length
        count = self._name(value, "_length")
        code = STRUCT_CODES[middle - start, how.count.signed]
        mark = ">" if how.count.order == "big" else "<"
        segment.fields.append(Field(count, start, middle, code, mark))
        lower = "0 <= " if how.count.signed else ""
        segment.checks.append(f"not {lower}{count} <= {how.maximum}")
        piece = Piece(name, middle, end)
        segment.text.append(piece)
        used = f"{name}[:{count}]"
        segment.checks += text_checks(used, self.way)
        return self._trimmed(value, used)

    def _trimmed(self, value: Value, text: str) -> str:
        blanks, justified = trimmed(value)
        if not blanks:
            return text
        return f'{text}.{"lstrip" if justified else "rstrip"}("{blanks}")'


def text_checks(text: str, way: Way, *, nul: bool = True) -> list[str]:
    """What text must not hold, or is unusual."""
    checks = [f'"\\0" in {text}'] if nul else []
    if way.ascii:
        checks.append(f"not {text}.isascii()")
    elif way.high is not None:
        checks.append(f'"\\u{ord(way.high):04x}" in {text}')
    return [*checks, f'"\\ufffd" in {text}'] if way.gaps else checks


def runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that follow each other without a gap, together."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: each.start):
        if found and found[-1][-1].end == piece.start:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def offset(size: Size, base: str = "") -> str:
    """A size as an expression of the counters, behind a base."""
    parts = [base] if base else []
    if size.fixed or not (parts or size.varying):
        parts.append(str(size.fixed))
    parts += [f"{name} * {_factor(each)}" for name, each in size.varying]
    return " + ".join(parts).replace("+ -", "- ")


def _factor(size: Size) -> str:
    text = offset(size)
    return f"({text})" if size.varying else text


def joined(conditions: Iterable[str]) -> str:
    """Conditions of which any makes a record unusual."""
    return " or ".join(conditions)
