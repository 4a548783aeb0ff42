"""Encoders as Python: straight-line code that writes the values of a row into its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.model import Binary, Block, Item, Kind, Packed, Text, Value, Zoned
from generator.relational import tables
from generator.render.record_io.descriptions import blocks_of, slots_name
from generator.render.record_io.names import constant
from generator.render.record_io.pages import Way, way_of
from generator.render.record_io.slots import (
    STRUCT_CODES,
    Place,
    as_stored,
    digits_of,
    is_blank_when_zero,
    none,
    pattern_of,
    trimmed,
)


@dataclass(frozen=True, slots=True)
class EncoderView:
    """A kind: constants, the functions of its rows, and whether its record has no tables."""

    name: str
    entity: str
    constant: str
    row: str
    record: str
    image: str
    constants: tuple[str, ...]
    puts: tuple[PutView, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class PutView:
    """A function that writes the values of a row class."""

    name: str
    row: str
    at: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What is written from `start` on: `how` is text, nibbles, struct or bytes."""

    start: int
    end: int
    how: str
    expression: str


def encoder_view(kind: Kind, block: Block, place: Place) -> EncoderView:
    """The code of one kind of record with a table."""
    writer = _Writer(place, way_of(place.settings.page))
    puts = tuple(put for each in blocks_of(block) for put in writer.puts(each))
    plain = not (kind.counters or block.children) and bool(puts)
    return EncoderView(
        kind.name,
        block.entity.name.lower(),
        constant(kind.name),
        block.entity.class_name,
        kind.record,
        f"_{constant(kind.name)}_IMAGE" if plain else "",
        tuple(writer.constants),
        puts,
        frozenset(writer.names),
    )


class _Writer:
    def __init__(self, place: Place, way: Way) -> None:
        self.place = place
        self.way = way
        self.constants: list[str] = []
        self.names: set[str] = set()

    def puts(self, block: Block) -> Iterator[PutView]:
        """The function of a row class, unless its items move or share storage."""
        if any(value.present or value.item.offset.varying for value in block.values):
            return
        parts = sorted(
            (self._part(block, number, value) for number, value in enumerate(block.values)),
            key=lambda part: part.start,
        )
        if any(one.end > other.start for one, other in pairwise(parts)):
            return
        lines = tuple(self._lines(block, parts))
        at = "at" if block.table and parts else "_at"
        yield PutView(f"put_{block.entity.name.lower()}", block.entity.class_name, at, lines)

    def _lines(self, block: Block, parts: Sequence[_Part]) -> Iterator[str]:
        for number, run in enumerate(_runs(parts), start=1):
            start, end = run[0].start, run[-1].end
            base = "at + " if block.table else ""
            where = f"record[{base}{start}:{base}{end}]"
            joined = " + ".join(part.expression for part in run)
            match run[0].how:
                case "text":
                    yield from self._text(f"text_{number}", joined, where, end - start)
                case "nibbles":
                    yield f"{where} = bytes.fromhex({joined})"
                case "bytes":
                    yield f"{where} = {joined}"
                case order:
                    name = f"_{block.entity.name}_PACK_{number}".upper()
                    codes = "".join(part.expression.partition(" ")[0] for part in run)
                    values = ", ".join(part.expression.partition(" ")[2] for part in run)
                    self.names.add("struct")
                    self.constants.append(f'{name} = struct.Struct("{order}{codes}").pack_into')
                    yield f"{name}(record, {base}{start}, {values})"

    def _text(self, name: str, joined: str, where: str, length: int) -> Iterator[str]:
        self.names.add("UnusualError")
        yield f"{name} = {joined}"
        checks = [f"len({name}) != {length}", f'"\\0" in {name}']
        if self.way.high is not None:
            checks.append(f'"\\u{ord(self.way.high):04x}" in {name}')
        checks += [f'"\\u{ord(char):04x}" in {name}' for char in self.way.stand_ins]
        yield f"if {' or '.join(checks)}:"
        yield "    raise UnusualError"
        yield f"{where} = {self.way.back.format(text=name)}"

    def _part(self, block: Block, number: int, value: Value) -> _Part:
        item = as_stored(value)
        start = item.offset.fixed
        how, expression = self._value(block, number, value, item)
        return _Part(start, start + item.length, how, expression)

    def _value(self, block: Block, number: int, value: Value, item: Item) -> tuple[str, str]:
        attribute = f"row.{value.column.attribute}"
        mixed = self.place.settings.page.mixed
        if value.date is not None:
            return self._date(block, number, value, item)
        integer = self._integer(value, attribute)
        match item.storage:
            case Text() if not mixed:
                side = "rjust" if trimmed(value)[1] else "ljust"
                return "text", f"{self._known(value, attribute)}.{side}({item.length})"
            case Zoned() if integer and not (mixed or is_blank_when_zero(value)):
                found = self._zoned(item, integer)
                return ("text", found) if found else self._slot(block, number, attribute)
            case Packed() if integer:
                return "nibbles", self._packed(item, integer)
            case Binary(signed=signed, order=order) if (
                integer and (item.length, signed) in STRUCT_CODES
            ):
                mark = ">" if order == "big" else "<"
                whole = f"int({integer})" if integer.startswith("shifted") else attribute
                return mark, f"{STRUCT_CODES[item.length, signed]} {whole}"
            case _:
                return self._slot(block, number, attribute)

    def _slot(self, block: Block, number: int, attribute: str) -> tuple[str, str]:
        return "bytes", f"{slots_name(block)}[{number}].write({attribute})"

    def _known(self, value: Value, attribute: str) -> str:
        """The text of a column, where it may be null only what is there."""
        if not value.column.nullable:
            return attribute
        self.names.add("known")
        return f"known({attribute})"

    def _integer(self, value: Value, attribute: str) -> str:
        """The digits of a number, "" for what is none."""
        kind, places = value.column.type, value.item.scale
        if isinstance(kind, tables.Decimal):
            return f"shifted({attribute}, {places})"
        whole = isinstance(kind, tables.Integer) and places == 0
        return f'f"{{{attribute}:d}}"' if whole else ""

    def _zoned(self, item: Item, integer: str) -> str:
        how, length = item.storage, digits_of(item)
        if not isinstance(how, Zoned):
            raise TypeError(how)
        if how.sign is None:
            self.names.add("digits")
            return f"digits({integer}, {length})"
        if how.sign == "leading":
            return ""
        if how.separate:
            self.names.add("separate")
            return f"separate({integer}, {length})"
        self.names.add("overpunched")
        page = f"_{self.place.page}"
        return f"overpunched({integer}, {length}, {page}_PLUS, {page}_MINUS)"

    def _packed(self, item: Item, integer: str) -> str:
        how, length = item.storage, digits_of(item)
        if not isinstance(how, Packed):
            raise TypeError(how)
        unused = item.length * 2 - length - how.sign_nibble
        front = f'"{"0" * unused}" + ' if unused else ""
        if how.signed:
            self.names.add("packed")
            return f"{front}packed({integer}, {length})"
        self.names.add("digits")
        return f"{front}digits({integer}, {length})" + (' + "f"' if how.sign_nibble else "")

    def _characters(self, data: bytes | None) -> str:
        """The text that means null; "" where it is no plain text."""
        page = self.place.settings.page
        text = data.decode(page.name, "replace") if data else ""
        return text if text.isprintable() and text.isascii() else ""

    def _date(self, block: Block, number: int, value: Value, item: Item) -> tuple[str, str]:
        """Dates are few; of timestamps the characters are made."""
        rule, column = value.date, value.column
        name = f"_{block.entity.name}_{column.attribute}".upper()
        mixed = self.place.settings.page.mixed
        if rule is not None and isinstance(item.storage, Text) and not mixed:
            pattern = pattern_of(rule)
            plain = "YYYY" in pattern.text and "DDD" not in pattern.text
            if pattern.kind == "timestamp" and plain:
                self.names.add("MomentsOut")
                null = self._characters(none(value, self.place))
                self.constants.append(f'{name} = MomentsOut("{pattern.text}", "{null}")')
                return "text", f"{name}(row.{column.attribute})"
        self.names.add("Memo")
        self.constants.append(f"{name} = Memo({slots_name(block)}[{number}].write)")
        return "bytes", f"{name}[row.{column.attribute}]"


def _runs(parts: Sequence[_Part]) -> list[list[_Part]]:
    """Parts written alike that follow each other."""
    found: list[list[_Part]] = []
    for part in parts:
        last = found[-1][-1] if found else None
        if last and last.how == part.how and last.end == part.start and part.how != "bytes":
            found[-1].append(part)
        else:
            found.append([part])
    return found
