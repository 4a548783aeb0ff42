"""Replies: who the driver takes the server for, and errors in Db2's terms.

A Db2 9.7: with later releases the driver asks for forms of the protocol that Derby lacks (it
blocks, or ends the process), with an earlier one it sends no arrays.
"""

from __future__ import annotations

import struct

from .ddm import OBJECT, REPLY, Command, Dss, Point, ddm, ddms, joined, prefixed
from .errors import DERBY_ROLLED_BACK, Db2Error, db2_error

_RELEASE, _CLASS = "SQL09070", "QDB2/LINUXX8664"
_CODE_PAGES = bytes.fromhex("0006119c04b8 0006119d04b0 0006119e04b8")  # UTF-8, UTF-16, UTF-8
_IDENTITY: dict[int, bytes] = {
    Point.SRVCLSNM: _CLASS.encode("cp037"),
    Point.SRVRLSLV: _RELEASE.encode("cp037"),
    Point.PRDID: _RELEASE.encode(),
    Point.TYPDEFOVR: _CODE_PAGES,
}
_ACCEPTED = ddm(Point.SECCHKCD, b"\x00")
_NONE = b"\xff"
_LONGEST_TOKENS = 70  # the driver gives up the connection over longer ones
_WARNED = b"\x00\x08"  # severity of an ABNUOWRM: the unit of work is gone, the link is not
_NO_COUNTS = bytes(1 + 24) + b" " * 11  # SQLERRD and SQLWARN


def to_driver(reply: Dss, command: Command) -> Dss:
    """A reply of Derby's as the driver wants it, under the number of its request."""
    (what, payload), *others = ddms(reply.body)
    body = reply.body
    if what == Point.SQLCARD:
        body = _card(body, parameters=len(command) > 1)
    elif what in (Point.EXCSATRD, Point.ACCRDBRM):
        changed = [(point, _IDENTITY.get(point, value)) for point, value in ddms(payload)]
        body = joined([(what, joined(changed)), *others])
    return Dss(reply.format, command[0].correlator, body)


def refusal(error: Db2Error) -> Dss:
    """A SQLCARD that the gateway makes itself."""
    name = prefixed(b"")
    card = _head(error) + _NO_COUNTS + name + _message(list(error.tokens)) + _NONE
    return Dss(OBJECT, 0, ddm(Point.SQLCARD, card))


def rolled_back(reply: Dss) -> bool:
    """Whether it says that Derby ended the transaction."""
    return (
        reply.point == Point.SQLCARD
        and reply.body[4] == 0
        and struct.unpack_from(">i", reply.body, 5)[0] == DERBY_ROLLED_BACK
    )


def is_refused(reply: Dss) -> bool:
    """Whether it says that user or password is wrong."""
    return reply.point == Point.SECCHKRM and _ACCEPTED not in reply.body


def unit_of_work_ended(database: bytes) -> Dss:
    """ABNUOWRM. Without it the driver goes on with the next array, in a new transaction."""
    body = ddm(Point.SVRCOD, _WARNED) + ddm(Point.RDBNAM, database)
    return Dss(REPLY, 0, ddm(Point.ABNUOWRM, body))


def _card(body: bytes, *, parameters: bool) -> bytes:
    """A SQLCARD: code and state, counts, name of the database, tokens in one of two code pages."""
    if body[4:5] == _NONE or body[22:23] == _NONE:
        return body
    code, state = struct.unpack_from(">i5s", body, 5)
    at = 60 + int.from_bytes(body[58:60], "big")
    texts, end = [], at
    for _ in range(2):
        size = int.from_bytes(body[end : end + 2], "big")
        texts.append(body[end + 2 : end + 2 + size])
        end += 2 + size
    tokens = (texts[0] or texts[1]).decode("utf-8", "replace").split("\x14")
    error = db2_error(state.decode(), tokens, parameters=parameters)
    error = error or Db2Error(code, state.decode(), tuple(tokens))
    card = _head(error) + body[22:at] + _message(list(error.tokens)) + body[end:]
    return ddm(Point.SQLCARD, card)


def _head(error: Db2Error) -> bytes:
    return struct.pack(">xi5s8s", error.sqlcode, error.sqlstate.encode(), _RELEASE.encode())


def _message(tokens: list[int | str]) -> bytes:
    text = b"\xff".join(str(token).encode() for token in tokens)[:_LONGEST_TOKENS]
    return prefixed(text) + prefixed(b"")
