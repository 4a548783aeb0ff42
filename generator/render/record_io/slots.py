"""An item and its column as Python: how it is written, what its column makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from generator.config.contents import is_native
from generator.config.dates import DatePattern, parse_pattern
from generator.config.model import NumberContents, TextContents
from generator.reading.model import (
    Binary,
    Bits,
    Dbcs,
    Edited,
    Float,
    Item,
    National,
    NationalDigits,
    Packed,
    Size,
    SourceFile,
    Storage,
    Text,
    Utf8,
    Value,
    Varying,
    Zoned,
)
from generator.relational import tables
from generator.relational.sqltypes import highest
from generator.render.record_io.images import blank, octets, zero
from generator.render.record_io.pages import constant, page_of

if TYPE_CHECKING:
    from generator.reading.settings import Settings
    from generator.relational.tables import DateRule

NUMBERS = Zoned | Packed | Binary | NationalDigits
# How struct reads a binary of (length, signed).
STRUCT_CODES = {(1, True): "b", (1, False): "B", (2, True): "h", (2, False): "H"}
STRUCT_CODES |= {(4, True): "i", (4, False): "I", (8, True): "q", (8, False): "Q"}
_NULL, _REJECT = "null", "reject"
_WHOLE = 31


@dataclass(frozen=True, slots=True)
class Place:
    """A file as the items of its records are written in it."""

    file: SourceFile
    settings: Settings

    @property
    def page(self) -> str:
        """The constant of its code page."""
        return constant(page_of(self.file).name)

    @property
    def ebcdic(self) -> bool:
        """Whether it is EBCDIC."""
        return page_of(self.file).ebcdic

    @property
    def signs(self) -> str:
        """Which signs stand over digits, as the names of constants in storage.py begin."""
        if self.ebcdic:
            return "EBCDIC"
        return "TRANSLATED" if self.settings.signs == "ebcdic" else "ASCII"


def size(size_: Size) -> str:
    """A size as the description has it."""
    if not size_.varying:
        return f"Size({size_.fixed})"
    parts = "".join(f'("{name}", {size(each)}), ' for name, each in size_.varying)
    return f"Size({size_.fixed}, ({parts}))"


def digits_of(item: Item) -> int:
    """The digits that an item stores."""
    how = item.storage
    if isinstance(how, Packed):
        most = item.length * 2 - (1 if how.sign_nibble else 0)
        return min(item.field.digits, most) if item.field.digits else most
    if isinstance(how, NationalDigits):
        return item.length // 2 - bool(how.sign)
    if isinstance(how, Zoned):
        return item.length - bool(how.sign and how.separate)
    return item.field.digits


def storage(item: Item, place: Place) -> str:
    """How the item is written, as one of the classes of storage.py and texts.py."""
    how, length = item.storage, item.length
    match how:
        case Edited():
            return _edited(how, length, place)
        case Float(hexadecimal, order):
            return f"HexFloat({length})" if hexadecimal else f'Ieee({length}, "{order}")'
        case Bits():
            return f"Bits({length})"
        case Varying():
            return _varying(how, item, place)
        case Zoned() | Packed() | Binary() | NationalDigits():
            return _number(how, item, place)
        case _:
            return _text(how, length, place)


def _number(how: NUMBERS, item: Item, place: Place) -> str:
    digits = digits_of(item)
    match how:
        case Zoned():
            return _zoned(how, digits, place)
        case Packed(signed, sign_nibble):
            last = "" if sign_nibble else ", sign_nibble=False"
            return f"Packed({digits}, signed={signed}{last})"
        case Binary(signed, order):
            return f"Binary({item.length}, signed={signed}{_order(order)})"
        case NationalDigits(order, sign):
            place_of_sign = f'"{sign}"' if sign else "None"
            return f'NationalDigits({digits}, "{order}", {place_of_sign})'


def _order(order: str) -> str:
    return "" if order == "big" else f', order="{order}"'


def _zoned(how: Zoned, digits: int, place: Place) -> str:
    sign = f', "{how.sign}"' if how.sign else ""
    separate = ", separate=True" if how.sign and how.separate else ""
    if place.ebcdic:
        return f"Zoned({digits}{sign}{separate})"
    own = f", zero=0x30, signs={place.signs}_SIGNS, plus=0x2B, minus=0x2D"
    return f"Zoned({digits}{sign}{separate}{own})"


def _edited(how: Edited, length: int, place: Place) -> str:
    pointed, priced = set(".,") & set(how.picture), how.currency in how.picture
    options = f", point={_quoted(how.point)}" if pointed and how.point != "." else ""
    options += f", currency={_quoted(how.currency)}" if priced and how.currency != "$" else ""
    options += ", blank_when_zero=True" if how.blank_when_zero else ""
    return f"Edited({_quoted(how.picture)}, {_text(how.text, length, place)}{options})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\")
    return f'"{escaped}"'


def _text(how: Storage, length: int, place: Place) -> str:
    match how:
        case Text(justified):
            return f"Text({length}, {place.page}{', justified=True' if justified else ''})"
        case National(order):
            return f"National({length}{_order(order)})"
        case Dbcs(code_page):
            return f"Dbcs({length}, {constant(code_page)})"
        case Utf8():
            return f"Utf8({length})"
        case Bits():
            return f"Octets({length})"
        case _:
            raise TypeError(how)


def _varying(how: Varying, item: Item, place: Place) -> str:
    prefix = item.length - how.maximum
    count = f"Binary({prefix}, signed={how.count.signed}{_order(how.count.order)})"
    unit = ", unit=2" if isinstance(how.text, National | Dbcs) else ""
    return f"Varying({count}, {_text(how.text, how.maximum, place)}{unit})"


def is_bytes(value: Value) -> bool:
    """Whether the column takes the bytes as they are."""
    return isinstance(value.column.type, tables.BitData)


def as_stored(value: Value) -> Item:
    """The item, as bytes where its column is FOR BIT DATA."""
    item = value.item
    if not is_bytes(value):
        return item
    how: Storage = Bits()
    if isinstance(item.storage, Varying):
        how = Varying(item.storage.count, Bits(), item.storage.maximum)
    return replace(item, storage=how)


def column(value: Value) -> str:
    """What the column makes of it, as one of the classes of columns.py."""
    item, kind = value.item, value.column.type
    if value.date is not None:
        number = ", number=True" if isinstance(item.storage, NUMBERS) else ""
        return f"DateColumn({date_format(value.date)}{number})"
    match kind:
        case tables.Decimal(precision, scale):
            return f"DecimalColumn({precision}, {scale}, {item.scale})"
        case tables.Integer(bits):
            return f"IntegerColumn({bits}{_zeros(item)})"
        case tables.Float(length):
            return f"FloatColumn({length})"
        case tables.BitData():
            return "BytesColumn()"
        case tables.Char() | tables.VarChar():
            return _text_column(value)
        case tables.Date() | tables.Time() | tables.Timestamp():
            raise TypeError(value)
        case _:
            assert_never(kind)


def _zeros(item: Item) -> str:
    return f", {-item.scale}" if item.scale < 0 else ""


def text_digits(item: Item) -> int:
    """The digits of a number that becomes text."""
    native = len(str(highest(item.field))) if is_native(item.field) else 0
    return max(digits_of(item), native)


def _text_column(value: Value) -> str:
    if isinstance(value.item.storage, NUMBERS):
        return f"DigitsColumn({text_digits(value.item)})"
    blanks, justified = trimmed(value)
    if not blanks:
        return 'TextColumn("")'
    shown = '"\\u3000"' if blanks == "\u3000" else ""
    if justified:
        return "TextColumn(justified=True)"
    return f"TextColumn({shown})"


def trimmed(value: Value) -> tuple[str, bool]:
    """The padding that is dropped, and whether it stands in front.

    A CHAR column has none: the database pads it.
    """
    how = value.item.storage
    how = how.text if isinstance(how, Varying) else how
    justified = isinstance(how, Text) and how.justified
    char = isinstance(value.column.type, tables.Char) and not justified
    blanks = "\u3000" if isinstance(how, Dbcs) else " "
    return (blanks if value.trim or char else ""), justified


def pattern_of(rule: DateRule) -> DatePattern:
    """The pattern, understood."""
    pattern = parse_pattern(rule.pattern)
    if pattern is None:
        raise ValueError(rule.pattern)
    return pattern


def date_format(rule: DateRule) -> str:
    """The pattern and what zeros and nines mean in it."""
    pattern = pattern_of(rule)
    pivot = f", pivot={rule.pivot}" if rule.pivot is not None else ""
    zeros, nines = _moment(rule.zeros, pattern), _moment(rule.high_values, pattern)
    return f'DateFormat("{pattern.text}", "{pattern.kind}"{pivot}, zeros={zeros}, nines={nines})'


def _moment(policy: str, pattern: DatePattern) -> str:
    """What contents mean: None, "reject", or a date as Python."""
    if policy == _NULL:
        return "None"
    if policy == _REJECT:
        return '"reject"'
    kinds = {"date": "date", "time": "time", "timestamp": "datetime"}
    return f'{kinds[pattern.kind]}.fromisoformat("{policy}")'


@dataclass(frozen=True, slots=True)
class FillView:
    """Contents of one pattern: its bytes, its name, what it means as Python."""

    pattern: bytes
    name: str
    meaning: str


def fills(value: Value, place: Place) -> tuple[FillView, ...]:
    """What SPACES, LOW-VALUES and HIGH-VALUES mean in the item, where they are not its value."""
    how = as_stored(value).storage
    how = how.text if isinstance(how, Edited) else how
    patterns = {
        "spaces": (_space(how, place), "SPACES"),
        "low_values": (b"\x00", "LOW-VALUES"),
        "high_values": (b"\xff", "HIGH-VALUES"),
    }
    meanings = _meanings(value, how)
    return tuple(FillView(*patterns[part], meanings[part]) for part in meanings)


def _space(how: Storage, place: Place) -> bytes:
    """One blank character."""
    match how:
        case National(order=order) | NationalDigits(order=order):
            return blank(National(order), 2, place.settings)
        case Dbcs():
            return blank(how, 2, place.settings)
        case _:
            return place.settings.page.encode(" ")


def _meanings(value: Value, how: Storage) -> dict[str, str]:
    if value.date is not None:
        return _date_meanings(value.date, how)
    if isinstance(value.contents, TextContents) and not isinstance(how, Varying):
        return _text_meanings(value.contents)
    if isinstance(value.contents, NumberContents):
        return _number_meanings(value, value.contents, how)
    return {}


def _date_meanings(rule: DateRule, how: Storage) -> dict[str, str]:
    """Of a binary, zeros are what LOW-VALUES are."""
    pattern = pattern_of(rule)
    policies = {"spaces": rule.spaces, "high_values": rule.high_values}
    if not isinstance(how, Binary) and not (isinstance(how, Packed) and not how.sign_nibble):
        policies["low_values"] = rule.low_values
    found = {part: _moment(policy, pattern) for part, policy in policies.items()}
    return {part: meaning for part, meaning in found.items() if meaning != '"reject"'}


def _text_meanings(contents: TextContents) -> dict[str, str]:
    words = {"spaces": '""', _NULL: "None", _REJECT: "Refused.REFUSED"}
    found = {"low_values": words[contents.low_values]}
    if contents.high_values != "keep":
        found["high_values"] = words[contents.high_values]
    return found


def _number_meanings(value: Value, contents: NumberContents, how: Storage) -> dict[str, str]:
    """Blanks and zeros are digits of a packed number without sign."""
    if isinstance(how, Binary | Float):
        return {}
    words = {"zero": zero_of(value), _NULL: "None"}
    found = {"high_values": contents.high_values}
    if not isinstance(how, Packed) or how.sign_nibble:
        found |= {"spaces": contents.spaces, "low_values": contents.low_values}
    return {part: words[word] for part, word in found.items() if word != _REJECT}


def zero_of(value: Value) -> str:
    """Zero as the column has it."""
    kind = value.column.type
    if isinstance(kind, tables.Decimal):
        return f'Decimal("0E-{kind.scale}")'
    if isinstance(kind, tables.Integer):
        return "0"
    return f'"{"0" * text_digits(value.item)}"'


def none(value: Value, place: Place) -> bytes | None:
    """The bytes that are written for null: zeros in a date, else contents that mean it."""
    item = as_stored(value)
    if value.date is not None and value.date.zeros == _NULL:
        return _zero_date(value.date, item, place)
    for each in fills(value, place):
        if each.meaning == "None":
            return each.pattern * (item.length // len(each.pattern))
    return None


def _zero_date(rule: DateRule, item: Item, place: Place) -> bytes:
    if isinstance(item.storage, NUMBERS):
        return zero(item.storage, item.length, place.settings)
    letters = pattern_of(rule).text
    text = "".join("0" if each.isalpha() and each != "T" else each for each in letters)
    if isinstance(item.storage, National):
        return text.encode(f"utf-16-{item.storage.order[0]}e")
    return text.encode() if isinstance(item.storage, Utf8) else place.settings.page.encode(text)


def slot(value: Value, place: Place) -> str:
    """The whole slot."""
    item = as_stored(value)
    options = ""
    found = fills(value, place)
    if found:
        made = "".join(f'Fill({octets(f.pattern)}, "{f.name}", {f.meaning}), ' for f in found)
        options += f", fills=({made})"
    empty = none(value, place)
    if empty is not None:
        options += f", none={octets(empty)}"
    if is_blank_when_zero(value):
        options += f", zero={octets(blank(Text(), item.length, place.settings))}"
    if value.present:
        options += f', present=("{value.present[0]}", {value.present[1]})'
    return (
        f'Slot("{value.column.attribute}", "{item.path}", {size(item.offset)}, {item.length}, '
        f"{storage(item, place)}, {column(value)}{options})"
    )


def is_blank_when_zero(value: Value) -> bool:
    """Whether a zero is written as blanks."""
    number = isinstance(value.item.storage, Zoned) and value.date is None
    return number and value.item.field.blank_when_zero and not is_bytes(value)


def number_slot(item: Item, place: Place, *, attribute: str | None = None) -> str:
    """A slot for an item whose number is wanted, whether it is a column or not."""
    named = f'"{attribute}"' if attribute else "None"
    if isinstance(item.storage, Float):
        made = "FloatColumn(8)"
    elif item.scale <= 0:
        made = f"DecimalColumn({2 * _WHOLE}, 0, {item.scale})"
    else:
        made = f"DecimalColumn({2 * _WHOLE}, {item.scale}, {item.scale})"
    where = f'"{item.path}", {size(item.offset)}, {item.length}'
    return f"Slot({named}, {where}, {storage(item, place)}, {made})"
