"""A gateway in another process: started, told what shall go wrong, ended."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from os import killpg
from pathlib import Path
from typing import Any

from .faults import Event, Fault

HOST = "127.0.0.1"
USER, PASSWORD = "BATCHID", "tUrtle=42"
_FOLDER = Path(__file__).parents[1]


class Remote:
    """The control port of a gateway."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection((HOST, port), timeout=60)
        self._lines = self._socket.makefile("rw")

    def arm(self, *faults: Fault) -> None:
        """These go wrong, besides those that are armed already."""
        self._order(arm=[asdict(fault) for fault in faults])

    def clear(self) -> None:
        """Nothing goes wrong any more, and nothing has."""
        self._order(clear=True)

    def restart(self, seconds: float = 0.0) -> None:
        """Kill the server and start it again after so many seconds."""
        self._order(restart=seconds)

    def struck(self) -> list[Fault]:
        """What went wrong."""
        return [Fault.of(told) for told in self._order()["struck"]]

    def seen(self, event: Event) -> int:
        """How often this has happened."""
        count: int = self._order()["seen"].get(event, 0)
        return count

    def close(self) -> None:
        """Leave the gateway alone."""
        self._lines.close()
        self._socket.close()

    def _order(self, **order: object) -> Any:
        self._lines.write(json.dumps(order) + "\n")
        self._lines.flush()
        return json.loads(self._lines.readline())


@dataclass
class Process:
    """A gateway, and the Derby that it started, with their files in `home`."""

    home: Path
    trace: bool = False
    heap: str = "512m"
    port: int = 0
    control: int = 0
    _process: subprocess.Popen[str] = field(init=False)

    def start(self) -> None:
        """Start it and wait for its ports."""
        command = [sys.executable, "-m", "gateway", "--home", str(self.home)]
        command += ["--user", USER, "--password", PASSWORD, "--heap", self.heap]
        command += ["--trace", str(self.home / "trace")] if self.trace else []
        with (self.home / "gateway.err").open("w") as errors:
            self._process = subprocess.Popen(
                command,
                cwd=_FOLDER,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            self.stop()
            raise RuntimeError(f"the gateway did not start: {self.errors()}")
        ports = json.loads(line)
        self.port, self.control = ports["port"], ports["control"]

    def errors(self) -> str:
        """What it complained of."""
        return (self.home / "gateway.err").read_text("utf-8")

    def stop(self) -> None:
        """End it and whatever it started."""
        with suppress(subprocess.TimeoutExpired):
            self._process.communicate(timeout=10)
        with suppress(ProcessLookupError):
            killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
