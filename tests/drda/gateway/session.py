"""One connection of the driver: whole chains of requests in, whole chains of replies out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, TextIO

from .ddm import REQUEST, Command, Dss, Point, ddm, encode_chain, read_dss
from .errors import NO_PACKAGE, Db2Error
from .faults import Event, Faults, Refused
from .replies import is_refused, refusal, rolled_back, to_driver, unit_of_work_ended
from .requests import (
    Database,
    asks_for_licence,
    database_of,
    for_derby,
    immediately,
    is_array,
    schema_set_by,
)

if TYPE_CHECKING:
    import asyncio

_ROWS_IN_A_CHAIN = 200
_BEFORE: dict[int, Event] = {
    Point.PRPSQLSTT: Event.PREPARE,
    Point.EXCSQLSTT: Event.EXECUTE,
    Point.EXCSQLIMM: Event.EXECUTE,
    Point.OPNQRY: Event.QUERY,
    Point.RDBCMM: Event.COMMIT,
    Point.RDBRLLBCK: Event.ROLLBACK,
}
_AFTER: dict[int, Event] = {
    Point.EXCSQLSTT: Event.EXECUTED,
    Point.EXCSQLIMM: Event.EXECUTED,
    Point.RDBCMM: Event.COMMITTED,
}
_ROLLBACK = (Dss(REQUEST, 0, ddm(Point.RDBRLLBCK)),)
_TAKES_ALL_BACK = -911


async def chains_of(
    reader: asyncio.StreamReader, trace: TextIO | None = None
) -> AsyncIterator[list[Command]]:
    """What the driver sends, up to the end of a chain each time."""
    commands: list[list[Dss]] = [[]]
    while True:
        dss = await read_dss(reader)
        log(trace, "driver>", dss)
        commands[-1].append(dss)
        if not dss.chained:
            yield [tuple(command) for command in commands]
            commands = [[]]
        elif not dss.continued:
            commands.append([])


def log(trace: TextIO | None, way: str, dss: Dss) -> None:
    """Keep a message for whoever has to find out what is wrong."""
    if trace:
        print(
            f"{way:8} {dss.format:02x} {dss.correlator:04x} {dss.body.hex()}",
            file=trace,
            flush=True,
        )


class Session:
    """Answers the driver by asking Derby."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        faults: Faults,
        trace: TextIO | None = None,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._faults = faults
        self._trace = trace
        self._database = Database(b"", b"")

    async def answer(self, chain: Sequence[Command]) -> list[Dss]:
        """Have Derby do what the driver asks for, and give the answers as the driver wants them."""
        answers: list[Dss] = []
        for command in chain:
            if command[0].point != Point.DISCONNECT:
                replies = await self._perform(command)
                answers += [to_driver(reply, command) for reply in replies]
                if any(map(is_refused, replies)):
                    break  # what comes behind a wrong password is not answered
        return answers

    async def _perform(self, command: Command) -> list[Dss]:
        sent = database_of(command)
        if sent:
            self._database = Database.of(sent)
        if asks_for_licence(command):
            return [refusal(NO_PACKAGE)]
        schema = schema_set_by(command)
        if schema:
            command = immediately(command, f"SET SCHEMA {schema}")
        variants = for_derby(command, self._database)
        if is_array(command):
            replies = await self._rows(variants)
            await self._faults.reach(Event.ROWS_DONE)
            return replies
        return await self._one(variants[0])

    async def _one(self, command: Command) -> list[Dss]:
        what = command[0].point
        try:
            if what in _BEFORE:
                await self._faults.reach(_BEFORE[what])
        except Refused as refused:
            return await self._refuse(refused.error)
        (replies,) = await self._exchange([command])
        if what in _AFTER:
            await self._faults.reach(_AFTER[what])
        if any(map(rolled_back, replies)):  # it stands in place of messages such as OPNQFLRM
            *others, card = [reply for reply in replies if reply.point == Point.SQLCARD]
            return [*others, unit_of_work_ended(self._database.sent), card]
        return replies

    async def _rows(self, rows: Sequence[Command]) -> list[Dss]:
        """Row by row, on behind an error as Db2 does; one SQLCARD for each."""
        cards: list[Dss] = []
        at = 0
        while at < len(rows):
            size = min(_ROWS_IN_A_CHAIN, self._faults.before(Event.ROW, _ROWS_IN_A_CHAIN))
            part = rows[at : at + max(size, 1)]
            at += len(part)
            try:
                await self._faults.reach(Event.ROW, len(part))
            except Refused as refused:
                cards += await self._refuse(refused.error)
                if refused.error.sqlcode == _TAKES_ALL_BACK:
                    return cards
                continue
            for replies in await self._exchange(part):
                cards.append(replies[-1])
                if rolled_back(replies[-1]):  # and the rest of this part is undone too
                    await self._exchange([_ROLLBACK])
                    return [*cards[:-1], unit_of_work_ended(self._database.sent), cards[-1]]
        return cards

    async def _refuse(self, error: Db2Error) -> list[Dss]:
        if error.sqlcode != _TAKES_ALL_BACK:
            return [refusal(error)]
        await self._exchange([_ROLLBACK])
        return [unit_of_work_ended(self._database.sent), refusal(error)]

    async def _exchange(self, commands: Sequence[Command]) -> list[list[Dss]]:
        """Send commands to Derby in one chain, and get the replies to each."""
        chain = [
            Dss(dss.format, number, dss.body)
            for number, command in enumerate(commands, 1)
            for dss in command
        ]
        for dss in chain:
            log(self._trace, ">derby", dss)
        self._writer.write(encode_chain(chain))
        replies: list[list[Dss]] = [[] for _ in commands]
        while True:
            reply = await read_dss(self._reader)
            log(self._trace, "derby>", reply)
            replies[reply.correlator - 1].append(reply)
            if not reply.chained:
                return replies
