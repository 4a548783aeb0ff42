"""Parameters: the rows of a SQLDTA, described in the terms of FD:OCA.

The driver sends text as UTF-16 and many rows in one object; Derby takes UTF-8 and one row.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from .ddm import Point, ddm, ddms, prefixed

_TYPES, _TYPES_GO_ON, _SHAPE = 0x76, 0x7F, 0x71
_GROUP = 84  # so many types fit into one triplet
_ONE_ROW = bytes.fromhex("0671e4d00001")
_END_OF_ARRAY = 0xFD
_NULL = 0x80


class Type(IntEnum):
    """DRDA types by their even codes; the odd code behind each is its nullable form."""

    INTEGER = 0x02
    SMALLINT = 0x04
    TINYINT = 0x06
    FLOAT8 = 0x0A
    FLOAT4 = 0x0C
    DECIMAL = 0x0E
    INTEGER8 = 0x16
    DATE = 0x20
    TIME = 0x22
    TIMESTAMP = 0x24
    FIXBYTE = 0x26
    VARBYTE = 0x28
    LONGVARBYTE = 0x2A
    FIXCHAR = 0x30
    VARCHAR = 0x32
    LONGVARCHAR = 0x34
    FIXGRAPHIC = 0x36
    VARGRAPHIC = 0x38
    LONGVARGRAPHIC = 0x3A
    FIXMIX = 0x3C
    VARMIX = 0x3E
    LONGVARMIX = 0x40
    LOBBYTES = 0xC8
    LOBCHARS = 0xCA
    LOBGRAPHIC = 0xCC
    LOBMIX = 0xCE


_SIZES = {
    Type.INTEGER: 4,
    Type.SMALLINT: 2,
    Type.TINYINT: 1,
    Type.FLOAT8: 8,
    Type.FLOAT4: 4,
    Type.INTEGER8: 8,
    Type.DATE: 10,
    Type.TIME: 8,
    Type.TIMESTAMP: 26,
}
_BYTES = {Type.VARBYTE, Type.LONGVARBYTE}
_GRAPHICS = {Type.VARGRAPHIC, Type.LONGVARGRAPHIC}
_VARYING = _BYTES | _GRAPHICS | {Type.VARCHAR, Type.LONGVARCHAR, Type.VARMIX, Type.LONGVARMIX}
_TEXTS = _VARYING - _BYTES | {Type.FIXCHAR, Type.FIXGRAPHIC, Type.FIXMIX}
_LOBS = {Type.LOBBYTES, Type.LOBCHARS, Type.LOBGRAPHIC, Type.LOBMIX}


@dataclass(frozen=True, slots=True)
class Parameter:
    """The type of a marker as the driver describes it."""

    type: Type
    nullable: bool
    length: int

    def for_derby(self) -> bytes:
        """Texts become VARCHAR of UTF-8, fixed bytes VARCHAR FOR BIT DATA."""
        kind, length = self.type, self.length
        if kind in _TEXTS:
            kind, length = Type.VARMIX, 0x7FFF
        elif kind is Type.FIXBYTE:
            kind, length = Type.VARBYTE, 0x7FFF
        elif kind is Type.LOBGRAPHIC:
            kind = Type.LOBMIX
        return struct.pack(">BH", kind | self.nullable, length)

    def take(self, data: bytes, at: int) -> tuple[bytes, int]:
        """The value at this place in the form of `for_derby`, and where the next one begins."""
        if self.nullable:
            if data[at] & _NULL:
                return data[at : at + 1], at + 1
            value, end = self._value(data, at + 1)
            return data[at : at + 1] + value, end
        return self._value(data, at)

    def _value(self, data: bytes, at: int) -> tuple[bytes, int]:
        kind, size = self.type, self.length
        if kind in _VARYING:
            size, at = int.from_bytes(data[at : at + 2], "big"), at + 2
        elif kind is Type.DECIMAL:  # precision and scale; two digits to a byte, and the sign
            size = (self.length >> 8) // 2 + 1
        elif kind in _LOBS:  # its length only: the value follows in an EXTDTA
            size = self.length & 0x7FFF
        elif kind in _SIZES:
            size = _SIZES[kind]
        wide = kind in _GRAPHICS or kind is Type.FIXGRAPHIC
        end = at + size * (2 if wide else 1)
        value = as_utf8(data[at:end]) if wide else data[at:end]
        string = kind in _TEXTS or kind in _BYTES or kind is Type.FIXBYTE
        return prefixed(value) if string else value, end


@dataclass(frozen=True, slots=True)
class Row:
    """One row for Derby: its SQLDTA, and the types of its large objects that have a value."""

    sqldta: bytes
    lobs: tuple[Type, ...]


def as_utf8(utf16: bytes) -> bytes:
    """Text in the encoding that Derby takes."""
    return utf16.decode("utf-16-be", "replace").encode()


def rows_of(payload: bytes) -> Iterator[Row]:
    """The rows in a SQLDTA of the driver."""
    parts = dict(ddms(payload))
    parameters = tuple(_parameters(parts[Point.FDODSC]))
    descriptor = ddm(Point.FDODSC, _descriptor(parameters))
    data, at = parts[Point.FDODTA], 0
    while at < len(data) and data[at] != _END_OF_ARRAY:
        if data[at]:
            raise ValueError(f"row indicator {data[at]:#04x} is not supported")
        values, lobs, at = [b"\x00"], [], at + 1
        for parameter in parameters:
            value, at = parameter.take(data, at)
            values.append(value)
            if parameter.type in _LOBS and any(value[parameter.nullable :]):
                lobs.append(parameter.type)
        row = descriptor + ddm(Point.FDODTA, b"".join(values))
        yield Row(ddm(Point.SQLDTA, row), tuple(lobs))


def _parameters(descriptor: bytes) -> Iterator[Parameter]:
    at = 0
    while at < len(descriptor):
        size, kind = descriptor[at], descriptor[at + 1]
        if kind in (_TYPES, _TYPES_GO_ON):
            for one in range(at + 3, at + size, 3):
                code, length = struct.unpack_from(">BH", descriptor, one)
                yield Parameter(Type(code & 0xFE), bool(code & 1), length)
        elif kind != _SHAPE:
            raise ValueError(f"triplet {descriptor[at : at + size].hex()} is not supported")
        at += size


def _descriptor(parameters: tuple[Parameter, ...]) -> bytes:
    """The types in groups, and that they make one row."""
    parts = []
    for start in range(0, len(parameters), _GROUP):
        group = parameters[start : start + _GROUP]
        kind, level = (_TYPES_GO_ON, 0x00) if start else (_TYPES, 0xD0)
        parts.append(bytes((3 * len(group) + 3, kind, level)))
        parts += [parameter.for_derby() for parameter in group]
    return b"".join(parts) + _ONE_ROW
