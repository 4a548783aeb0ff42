"""Messages: data stream structures (DSS) that hold objects of the DDM architecture."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import Protocol


class Point(IntEnum):
    """Code points: requests, the objects that go with them, replies, and parameters."""

    ACCSEC = 0x106D
    SECCHK = 0x106E
    ACCRDB = 0x2001
    CLSQRY = 0x2005
    CNTQRY = 0x2006
    DSCSQLSTT = 0x2008
    EXCSQLIMM = 0x200A
    EXCSQLSTT = 0x200B
    OPNQRY = 0x200C
    PRPSQLSTT = 0x200D
    RDBCMM = 0x200E
    RDBRLLBCK = 0x200F
    EXCSQLSET = 0x2014
    DISCONNECT = 0xC004  # IBM's own, without a reply: the server shall close the connection

    FDODSC = 0x0010
    EXTDTA = 0x146C
    FDODTA = 0x147A
    SQLDTA = 0x2412
    SQLSTT = 0x2414

    SECCHKRM = 0x1219
    EXCSATRD = 0x1443
    ACCRDBRM = 0x2201
    ABNUOWRM = 0x220D
    SQLCARD = 0x2408

    TYPDEFOVR = 0x0035
    PRDID = 0x112E
    SECCHKCD = 0x11A4
    SRVCLSNM = 0x1147
    SVRCOD = 0x1149
    SRVRLSLV = 0x115A
    RDBNAM = 0x2110
    PKGNAMCSN = 0x2113
    NBRROW = 0x213A
    ATMIND = 0x2159


class Chaining(IntFlag):
    """The high half of a DSS's format byte; its low half says what the DSS is."""

    CHAINED = 0x40
    SAME_CORRELATOR = 0x10


REQUEST, REPLY, OBJECT = 1, 2, 3
_MAGIC = 0xD0
_CONTINUED = 0x8000
_SEGMENT = 0x7FFF


class Reader(Protocol):
    """What is used of a stream."""

    async def readexactly(self, size: int) -> bytes:
        """So many bytes."""


@dataclass(frozen=True, slots=True)
class Dss:
    """One data stream structure without the headers of its segments."""

    format: int
    correlator: int
    body: bytes

    @property
    def chained(self) -> bool:
        return bool(self.format & Chaining.CHAINED)

    @property
    def continued(self) -> bool:
        """Whether the next one in the chain belongs to the same request."""
        return bool(self.format & Chaining.SAME_CORRELATOR)

    @property
    def point(self) -> int:
        """The code point of its first object."""
        return int.from_bytes(self.body[2:4], "big")

    def linked(self, after: Dss | None) -> Dss:
        """The same in a chain in which `after` comes next."""
        chaining = 0
        if after:
            same = after.correlator == self.correlator
            chaining = Chaining.CHAINED | (Chaining.SAME_CORRELATOR if same else 0)
        return Dss(self.format & 0x0F | chaining, self.correlator, self.body)

    def encode(self) -> bytes:
        """As it goes over the line; a long one in segments, all but the last marked."""
        head, room = struct.pack(">BBH", _MAGIC, self.format, self.correlator), _SEGMENT - 6
        if len(self.body) <= room:
            return struct.pack(">H", len(self.body) + 6) + head + self.body
        parts, at = [b"\xff\xff", head, self.body[:room]], room
        while at < len(self.body):
            part = self.body[at : at + _SEGMENT - 2]
            at += len(part)
            more = _CONTINUED if at < len(self.body) else 0
            parts += [struct.pack(">H", len(part) + 2 | more), part]
        return b"".join(parts)


Command = tuple[Dss, ...]  # a request and the objects that belong to it


def encode_chain(chain: Sequence[Dss]) -> bytes:
    """Messages of one chain: each is marked by what follows it."""
    after: list[Dss | None] = [*chain[1:], None]
    return b"".join(
        one.linked(next_one).encode() for one, next_one in zip(chain, after, strict=True)
    )


async def read_dss(stream: Reader) -> Dss:
    """The next message."""
    length, _, kind, correlator = struct.unpack(">HBBH", await stream.readexactly(6))
    body = [await stream.readexactly((length & _SEGMENT) - 6)]
    while length & _CONTINUED:
        (length,) = struct.unpack(">H", await stream.readexactly(2))
        body.append(await stream.readexactly((length & _SEGMENT) - 2))
    return Dss(kind, correlator, b"".join(body))


def ddm(point: int, payload: bytes = b"") -> bytes:
    """An object; from 32 K on its length stands in an extra field."""
    if len(payload) + 4 <= _SEGMENT:
        return struct.pack(">HH", len(payload) + 4, point) + payload
    return struct.pack(">HHI", _CONTINUED | 8, point, len(payload)) + payload


def ddms(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects one behind the other: code point and payload of each."""
    at = 0
    while at + 4 <= len(data):
        length, point = struct.unpack_from(">HH", data, at)
        start, end = at + 4, at + length
        if length & _CONTINUED:  # then the low bits are the size of the header
            start = at + (length & _SEGMENT)
            extra = data[at + 4 : start]
            end = start + int.from_bytes(extra, "big") if extra else len(data)
        yield point, data[start:end]
        at = end


def joined(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """The inverse of `ddms`."""
    return b"".join(ddm(point, payload) for point, payload in objects)


def prefixed(value: bytes) -> bytes:
    """A string behind its length in two bytes."""
    return struct.pack(">H", len(value)) + value
