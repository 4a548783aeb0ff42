"""The gateway as a process: it starts Derby, listens for the driver, and for what shall go wrong.

    python -m gateway --home FOLDER --user NAME --password WORD

It prints its ports as a line of JSON and ends when its standard input does.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import traceback
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from .ddm import Command, Point, encode_chain
from .derby import Derby
from .faults import Action, Event, Fault, Faults, Struck
from .session import Session, chains_of, log

_HOST = "127.0.0.1"


class Gateway:
    """Listens on one port; every connection to it has one to Derby."""

    def __init__(self, derby: Derby, trace: TextIO | None = None) -> None:
        self.derby = derby
        self.faults = Faults()
        self.port = 0
        self._trace = trace
        self._listener: asyncio.Server | None = None
        self._served: set[asyncio.Task[None]] = set()
        self._restarting: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        """Take connections, on the same port each time."""
        self._listener = await asyncio.start_server(self._begin, _HOST, self.port)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def restart(self, seconds: float = 0.0) -> None:
        """Kill Derby, drop every connection, refuse new ones for a while, start again."""
        if self._listener:
            self._listener.close()
        self.derby.kill()
        for task in self._served:
            task.cancel()
        await asyncio.sleep(seconds)
        await self.derby.start()
        await self.listen()

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._served.add(task)
        task.add_done_callback(self._served.discard)

    async def _serve(self, reader: asyncio.StreamReader, driver: asyncio.StreamWriter) -> None:
        """A connection of the driver from its beginning to its end."""
        chains: asyncio.Queue[list[Command]] = asyncio.Queue()
        reading = asyncio.create_task(self._read(reader, chains))
        derby_writer: asyncio.StreamWriter | None = None
        try:
            derby_reader, derby_writer = await asyncio.open_connection(_HOST, self.derby.port)
            session = Session(derby_reader, derby_writer, self.faults, self._trace)
            await self._talk(session, chains, driver, reading)
        except Struck as struck:
            await self._lose(struck.fault, driver, reading)
        except (OSError, EOFError):
            pass  # Derby has gone, or the driver
        except Exception:  # noqa: BLE001 - the driver sees a lost link, a person the reason
            traceback.print_exc()
        finally:
            reading.cancel()
            driver.transport.abort()
            if derby_writer:
                derby_writer.close()

    async def _read(
        self, reader: asyncio.StreamReader, chains: asyncio.Queue[list[Command]]
    ) -> None:
        """Beside the talk, so that a driver that goes is noticed at once. Ends with the driver."""
        with suppress(OSError, EOFError):
            async for chain in chains_of(reader, self._trace):
                chains.put_nowait(chain)

    async def _talk(
        self,
        session: Session,
        chains: asyncio.Queue[list[Command]],
        driver: asyncio.StreamWriter,
        reading: asyncio.Task[None],
    ) -> None:
        answering = asyncio.create_task(self._answer(session, chains, driver))
        try:
            await asyncio.wait({answering, reading}, return_when=asyncio.FIRST_COMPLETED)
            if answering.done():
                answering.result()
        finally:
            answering.cancel()

    async def _answer(
        self, session: Session, chains: asyncio.Queue[list[Command]], driver: asyncio.StreamWriter
    ) -> None:
        await self.faults.reach(Event.CONNECT)
        while True:
            chain = await chains.get()
            answers = await session.answer(chain)
            for answer in answers:
                log(self._trace, "<driver", answer)
            driver.write(encode_chain(answers))
            await driver.drain()
            if chain[-1][0].point == Point.DISCONNECT:
                return

    async def _lose(
        self, fault: Fault, driver: asyncio.StreamWriter, reading: asyncio.Task[None]
    ) -> None:
        """What the fault does to the link; behind it, Derby's end is closed."""
        if fault.action is Action.HANG:
            await asyncio.wait({reading})
        else:
            driver.transport.abort()
        if fault.action is Action.RESTART:
            self._restarting = asyncio.create_task(self.restart(fault.seconds))
        await asyncio.sleep(fault.linger)


async def _control(
    gateway: Gateway, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Orders as lines of JSON, each answered by what has struck and been seen so far."""
    while line := await reader.readline():
        order = json.loads(line)
        if order.get("clear"):
            gateway.faults.clear()
        for fault in order.get("arm", ()):
            gateway.faults.armed.append(Fault.of(fault))
        if "restart" in order:
            await gateway.restart(order["restart"])
        faults = gateway.faults
        report = {"struck": [asdict(one) for one in faults.struck], "seen": faults.seen}
        writer.write(json.dumps(report).encode() + b"\n")
        await writer.drain()
    writer.close()


async def _run(arguments: argparse.Namespace) -> None:
    derby = Derby(arguments.home, arguments.user, arguments.password, arguments.heap)
    gateway = Gateway(derby, arguments.trace)
    try:
        await derby.start()
        await gateway.listen()
        control = await asyncio.start_server(
            lambda reader, writer: _control(gateway, reader, writer), _HOST, 0
        )
        ports = {"port": gateway.port, "control": control.sockets[0].getsockname()[1]}
        print(json.dumps(ports), flush=True)  # noqa: T201 - for who started us
        await asyncio.to_thread(sys.stdin.read)
    finally:
        derby.kill()


def main() -> None:
    """Run until the standard input ends."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--home", type=Path, required=True, help="folder for Derby's files")
    parser.add_argument("--user", required=True)
    parser.add_argument("--password", required=True)
    parser.add_argument("--heap", default="512m", help="of Java: databases are in memory")
    parser.add_argument("--trace", type=argparse.FileType("w"), help="file for every message")
    asyncio.run(_run(parser.parse_args()))
