"""What a record holds where no column says otherwise: blanks in text, zeros in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.encodings import INVARIANT
from generator.copybook.fields import Field, Kind
from generator.reading import edited
from generator.reading.layout import Layout, place
from generator.reading.model import (
    All,
    Any,
    Binary,
    Bits,
    Compare,
    Dbcs,
    Edited,
    Float,
    National,
    NationalDigits,
    Packed,
    Size,
    Storage,
    Test,
    Text,
    Varying,
    Zoned,
)
from generator.reading.model import Block as ReadingBlock
from generator.reading.model import Kind as RecordKind
from generator.reading.sizes import measured
from generator.reading.storage import storage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.copybook.fields import Record
    from generator.reading.settings import Settings

_SHOWN_RUN = 8


@dataclass(frozen=True, slots=True)
class Repeat:
    """What an occurrence holds, as often as its counter says."""

    counter: str
    parts: tuple[bytes | Repeat, ...]


Parts = tuple[bytes | Repeat, ...]


def zero(how: Storage, length: int, settings: Settings, *, national: bool = False) -> bytes:
    """The bytes of zero."""
    ebcdic = settings.page.ebcdic
    match how:
        case Zoned(sign=sign, separate=separate):
            return _zoned_zero(sign, length, settings, separate=separate)
        case Packed(signed=signed, sign_nibble=sign_nibble):
            last = (0x0C if signed else 0x0F) if sign_nibble else 0
            return bytes(length - 1) + bytes([last])
        case NationalDigits(order=order, sign=sign):
            count = length // 2 - bool(sign)
            text = "0" * count
            if sign:
                text = f"+{text}" if sign == "leading" else f"{text}+"
            return text.encode(f"utf-16-{order[0]}e")
        case Binary() | Float() | Bits() | Varying():
            return bytes(length)
        case National(order=order):
            return ("0" * (length // 2)).encode(f"utf-16-{order[0]}e")
        case _:
            return (b"\xf0" if ebcdic and not national else b"0") * length


def _zoned_zero(sign: str | None, length: int, settings: Settings, *, separate: bool) -> bytes:
    ebcdic = settings.page.ebcdic
    digit = b"\xf0" if ebcdic else b"0"
    if sign is None:
        return digit * length
    signed = b"\xc0" if ebcdic else b"{" if settings.signs == "ebcdic" else b"0"
    if separate:
        signed = b"\x4e" if ebcdic else b"+"
    return signed + digit * (length - 1) if sign == "leading" else digit * (length - 1) + signed


def edited_zero(how: Edited, settings: Settings) -> bytes:
    """The bytes of an edited zero; blanks where the code page may have its symbols elsewhere."""
    text = edited.zero(how)
    if isinstance(how.text, National):
        return text.encode(f"utf-16-{how.text.order[0]}e")
    if settings.page.mixed and not INVARIANT.issuperset(text):
        return blank(how.text, len(text), settings)
    return settings.page.encode(text)


def blank(how: Storage, length: int, settings: Settings) -> bytes:
    """The bytes of text of blanks."""
    match how:
        case National(order=order):
            return (" " * (length // 2)).encode(f"utf-16-{order[0]}e")
        case Dbcs():
            return b"\x40\x40" * (length // 2)
        case Varying(count=count, maximum=maximum, text=text):
            return bytes(length - maximum) + blank(text, maximum, settings) if count else b""
        case _:
            return settings.page.encode(" ") * length


def initial(item: Field, settings: Settings) -> bytes:
    """What one occurrence of an elementary item holds, as INITIALIZE leaves it."""
    how = storage(item, settings)
    if item.blank_when_zero and isinstance(how, Zoned):
        return blank(Text(), item.length, settings)
    if isinstance(how, Zoned | Packed | NationalDigits | Binary | Float | Bits):
        return zero(how, item.length, settings)
    return blank(how, item.length, settings)


@dataclass(frozen=True, slots=True)
class Images:
    """What a kind of record and the occurrences of its tables hold before any value is written.

    A record of a fixed file is as wide as the file's widest: `width`, 0 where that is not so.
    """

    kind: RecordKind
    record: Record
    settings: Settings
    width: int

    def whole(self) -> Parts:
        """The record."""
        parts = _with_literals(_merged(self._painter().one(self.record.root)), self.kind.when)
        counters = {each.name: each.minimum for each in self.kind.counters}
        missing = 0 if counters else self.width - measured(self.kind.length, {})
        blanks = self.settings.page.encode(" ") * max(missing, 0)
        return _merged((*parts, blanks))

    def occurrence(self, item: Field) -> Parts:
        """An occurrence of a table."""
        return _merged(self._painter().one(item))

    def _painter(self) -> _Painter:
        slides = [place(self.record, slide=slide) for slide in (True, False)]
        layout = next((each for each in slides if each.whole == self.kind.length), slides[0])
        block = self.kind.block
        mapped = {id(field) for field in _mapped(block)} if block else set()
        return _Painter(layout, self.settings, frozenset(mapped), _edited(block) if block else {})


def _mapped(block: ReadingBlock) -> Iterator[Field]:
    yield from (value.item.field for value in block.values)
    for child in block.children:
        if child.entity.item:
            yield child.entity.item
        yield from _mapped(child)


def _edited(block: ReadingBlock) -> dict[int, Edited]:
    """The edited items whose columns are numbers."""
    every = ((value.item.field, value.item.storage) for value in block.everything())
    return {id(field): how for field, how in every if isinstance(how, Edited)}


@dataclass(frozen=True, slots=True)
class _Painter:
    layout: Layout
    settings: Settings
    mapped: frozenset[int]
    edited: Mapping[int, Edited]

    def one(self, item: Field) -> Parts:
        """One occurrence."""
        if id(item) in self.edited:
            return (edited_zero(self.edited[id(item)], self.settings),)
        if item.kind is not Kind.GROUP:
            return (initial(item, self.settings),)
        parts: list[bytes | Repeat] = []
        end = item.offset
        for child, length in self._described(item):
            parts.append(bytes(max(child.offset - end, 0)))
            parts += self._area(child)
            short = length - child.total_length
            parts.append(self.settings.page.encode(" ") * max(short, 0))
            end = child.offset + max(length, child.total_length)
        parts.append(bytes(max(item.offset + item.length - end, 0)))
        return tuple(parts)

    def _described(self, item: Field) -> Iterator[tuple[Field, int]]:
        """The items of a group, of those that share storage the one with columns."""
        alternatives: list[list[Field]] = []
        for child in item.children:
            if child.kind is Kind.RENAMES:
                continue
            if child.redefines and alternatives:
                alternatives[-1].append(child)
            else:
                alternatives.append([child])
        for group in alternatives:
            wanted = [
                each for each in group if any(id(part) in self.mapped for part in each.walk())
            ]
            yield (wanted or group)[0], max(each.total_length for each in group)

    def _area(self, item: Field) -> Parts:
        one = self.one(item)
        counting = self.layout.counters.get(id(item))
        if item.occurs is None:
            return one
        if counting and _holds(self.layout.whole, counting.name):
            return (Repeat(counting.name, _merged(one)),)
        return one * item.occurs.maximum


def _holds(size: Size, counter: str) -> bool:
    """Whether the size counts occurrences of this counter."""
    return any(name == counter or _holds(each, counter) for name, each in size.varying)


def _merged(parts: Sequence[bytes | Repeat]) -> Parts:
    found: list[bytes | Repeat] = []
    for part in parts:
        if isinstance(part, bytes) and found and isinstance(found[-1], bytes):
            found[-1] += part
        elif part != b"":
            found.append(part)
    return tuple(found)


def _with_literals(parts: Parts, test: Test) -> Parts:
    """With the text that tells the kind of record, where an equation says which."""
    if not parts or not isinstance(parts[0], bytes):
        return parts
    first = bytearray(parts[0])
    for compare in _equations(test):
        start, literal = compare.item.offset.fixed, compare.literal
        fits = not compare.item.offset.varying and start + compare.item.length <= len(first)
        if isinstance(literal, bytes) and fits:
            first[start : start + len(literal)] = literal
    return (bytes(first), *parts[1:])


def _equations(test: Test) -> Iterator[Compare]:
    match test:
        case Compare(operator="="):
            yield test
        case All(parts=parts):
            for part in parts:
                yield from _equations(part)
        case Any(parts=parts):
            yield from _equations(parts[0])
        case _:
            return


def spelled(parts: Parts) -> str:
    """The image as Python, a tuple of bytes and Repeats."""
    return "(" + "".join(f"{_part(part)}, " for part in parts) + ")"


def _part(part: bytes | Repeat) -> str:
    if isinstance(part, Repeat):
        return f'Repeat("{part.counter}", {spelled(part.parts)})'
    return octets(part)


def octets(content: bytes) -> str:
    """Bytes as Python; long runs of one byte are multiplied."""
    if len(set(content)) == 1 and len(content) >= _SHOWN_RUN:
        return f"{_literal(content[:1])} * {len(content)}"
    pieces: list[str] = []
    plain = b""
    at = 0
    while at < len(content):
        end = at
        while end < len(content) and content[end] == content[at]:
            end += 1
        if end - at >= _SHOWN_RUN:
            pieces += [_literal(plain)] if plain else []
            pieces.append(f"{_literal(content[at : at + 1])} * {end - at}")
            plain = b""
        else:
            plain += content[at:end]
        at = end
    pieces += [_literal(plain)] if plain else []
    return " + ".join(pieces) or 'b""'


def _literal(content: bytes) -> str:
    return 'b"' + "".join(f"\\x{byte:02x}" for byte in content) + '"'
