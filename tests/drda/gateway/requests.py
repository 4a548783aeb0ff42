"""Requests: what Derby does not know is left out, and it meets a client that it knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .ddm import OBJECT, REQUEST, Command, Dss, Point, ddm, ddms, joined
from .dialect import derby_sql
from .rows import Row, Type, as_utf8, rows_of

_DERBYS_CLIENT = b"DNC10000"
_NAME_LENGTH = 18
ON_DISK = "DISK"
_LICENCE = b"DB2LIC "
_SET_SCHEMA, _ANY_PACKAGE = b"SYSSTAT ", b"SYSSH200"
_NOT_ATOMIC = b"\x01"
_NULL_TEXT = b"\xff"
_KNOWN: dict[int, set[int]] = {
    request: {Point.RDBNAM, Point.PKGNAMCSN, *parameters}
    for request, parameters in {
        Point.OPNQRY: (0x2114, 0x2132, 0x2141, 0x2147, 0x2156, 0x215D, 0x215E),
        Point.CNTQRY: (
            *(0x2114, Point.NBRROW, 0x213C, 0x213D, 0x213E, 0x2141, 0x2148),
            *(0x2152, 0x2153, 0x2154, 0x2155, 0x2156, 0x215B),
        ),
        Point.EXCSQLSTT: (0x2111, 0x2114, 0x2138, 0x2140, 0x2141, 0x2142, 0x2147, 0x2156),
        Point.CLSQRY: (0x215B,),
        Point.PRPSQLSTT: (0x2116, 0x2146),
        Point.DSCSQLSTT: (0x2146,),
        Point.EXCSQLSET: (0x2112,),
        Point.EXCSQLIMM: (),
        Point.RDBCMM: (),
        Point.RDBRLLBCK: (),
    }.items()
}


@dataclass(frozen=True, slots=True)
class Database:
    """A database: the name that the driver sends, and Derby's name for it."""

    sent: bytes
    derby: bytes

    @classmethod
    def of(cls, sent: bytes) -> Database:
        """In memory, but for names that begin with DISK. EBCDIC until both ends know better."""
        code = "cp037" if sent[:1] >= b"\x80" else "utf-8"
        name = sent.decode(code).strip()
        place = name if name.startswith(ON_DISK) else f"memory:{name}"
        return cls(sent, f"{place};create=true".ljust(_NAME_LENGTH).encode(code))


def database_of(command: Command) -> bytes | None:
    """The database that the request names, if it is one of those that open a connection."""
    if command[0].point not in (Point.ACCSEC, Point.SECCHK, Point.ACCRDB):
        return None
    return dict(_parameters(command))[Point.RDBNAM]


def asks_for_licence(command: Command) -> bool:
    """Whether the driver asks for the licence of Db2 Connect: a package that no Derby has."""
    package = dict(_parameters(command)).get(Point.PKGNAMCSN, b"")
    return command[0].point == Point.EXCSQLSTT and _LICENCE in package


def schema_set_by(command: Command) -> str | None:
    """The schema that the driver makes the current one, by a package that no Derby has."""
    package = dict(_parameters(command)).get(Point.PKGNAMCSN, b"")
    if command[0].point != Point.EXCSQLSTT or _SET_SCHEMA not in package:
        return None
    (row,) = rows_of(dict(ddms(command[1].body))[Point.SQLDTA])
    values = dict(ddms(dict(ddms(row.sqldta))[Point.SQLDTA]))[Point.FDODTA]
    return values[4:].decode()  # behind the indicators of the row and the value, and its length


def immediately(command: Command, text: str) -> Command:
    """A statement in place of the command."""
    package = dict(_parameters(command))[Point.PKGNAMCSN].replace(_SET_SCHEMA, _ANY_PACKAGE)
    statement = b"\x00" + len(text).to_bytes(4, "big") + text.encode() + _NULL_TEXT
    request = ddm(Point.EXCSQLIMM, ddm(Point.PKGNAMCSN, package))
    return (Dss(REQUEST, 0, request), Dss(OBJECT, 0, ddm(Point.SQLSTT, statement)))


def is_array(command: Command) -> bool:
    """Whether the statement is to be executed once for each row of its parameters."""
    if command[0].point != Point.EXCSQLSTT:
        return False
    parameters = dict(_parameters(command))
    if Point.NBRROW not in parameters:
        return False
    if parameters.get(Point.ATMIND) != _NOT_ATOMIC:
        raise ValueError("an array is supported as executemany sends it only: not atomic")
    return True


def for_derby(command: Command, database: Database | None) -> tuple[Command, ...]:
    """The command as Derby knows it; with an array of parameters once for each row."""
    what = command[0].point
    if database and database_of(command):
        new: dict[int, bytes] = {Point.RDBNAM: database.derby, Point.PRDID: _DERBYS_CLIENT}
        kept = [(point, new.get(point, value)) for point, value in _parameters(command)]
    elif what in _KNOWN:
        kept = [(point, value) for point, value in _parameters(command) if point in _KNOWN[what]]
    else:
        return (command,)
    _, *others = ddms(command[0].body)
    request = Dss(REQUEST, 0, joined([(what, joined(kept)), *others]))
    return tuple(_with_objects(request, command[1:]))


def _parameters(command: Command) -> list[tuple[int, bytes]]:
    return list(ddms(next(ddms(command[0].body))[1]))


def _with_objects(request: Dss, objects: Command) -> Iterator[Command]:
    rows: list[Row] = []
    lobs: list[bytes] = []
    others: list[Dss] = []
    for point, payload in (found for one in objects for found in ddms(one.body)):
        if point == Point.SQLDTA:  # rows with large objects come in one each, others together
            rows += rows_of(payload)
        elif point == Point.EXTDTA:
            lobs.append(payload)
        else:
            text = _statement(payload) if point == Point.SQLSTT else payload
            others.append(Dss(OBJECT, 0, ddm(point, text)))
    if not rows:
        yield (request, *others)
    for row in rows:
        parts = [_large_object(lobs.pop(0), kind) for kind in row.lobs]
        yield (request, *others, Dss(OBJECT, 0, row.sqldta), *parts)


def _large_object(payload: bytes, kind: Type) -> Dss:
    """A null indicator and the value."""
    if kind is Type.LOBGRAPHIC:
        payload = payload[:1] + as_utf8(payload[1:])
    return Dss(OBJECT, 0, ddm(Point.EXTDTA, payload))


def _statement(payload: bytes) -> bytes:
    """The text of a SQLSTT in Derby's words: nullable, behind its length in four bytes."""
    if payload[:1] == _NULL_TEXT:
        return _NULL_TEXT + _statement(payload[1:])
    size = int.from_bytes(payload[1:5], "big")
    text = derby_sql(payload[5 : 5 + size].decode()).encode()
    return payload[:1] + len(text).to_bytes(4, "big") + text + payload[5 + size :]
