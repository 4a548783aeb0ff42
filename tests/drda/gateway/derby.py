"""Derby's network server as a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import subprocess
import time
from pathlib import Path

JARS = Path("/usr/share/java")
MAIN = "org.apache.derby.drda.NetworkServerControl"
_NEEDED = (JARS / "derby.jar", JARS / "derbynet.jar")
_START_SECONDS = 60.0
# A deadlock is looked for after half the time that a lock is waited for.
_PROPERTIES = {
    "derby.connection.requireAuthentication": "true",
    "derby.authentication.provider": "BUILTIN",
    "derby.locks.deadlockTimeout": "1",
    "derby.locks.waitTimeout": "2",
    "derby.stream.error.file": "derby.log",
}
_JAVA_OPTIONS = ("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto")


def missing() -> list[str]:
    """What is not there of what Derby needs, in words."""
    jars = [f"{path} (Debian: libderby-java)" for path in _NEEDED if not path.is_file()]
    java = [] if shutil.which("java") else ["java (Debian: default-jre-headless)"]
    return java + jars


def free_port() -> int:
    """A port that nobody uses now."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Derby:
    """A server with a user; its databases live in memory, or below `home`."""

    def __init__(self, home: Path, user: str, password: str, heap: str) -> None:
        self.home = home
        self._heap = heap
        self.port = 0
        self._account = {f"derby.user.{user}": password}
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start it and wait until it answers."""
        self.port = self.port or free_port()
        self._process = self._launched()
        limit = time.monotonic() + _START_SECONDS
        while not await self._answers():
            if self._process.poll() is not None or time.monotonic() > limit:
                said = (self.home / "derby.out").read_text("utf-8", "replace")
                raise RuntimeError(f"Derby did not start: {said}")
            await asyncio.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a power failure does."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def _launched(self) -> subprocess.Popen[bytes]:
        with (self.home / "derby.out").open("ab") as output:
            return subprocess.Popen(
                self._command(),
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def _command(self) -> list[str]:
        defined = {"derby.system.home": str(self.home), **_PROPERTIES, **self._account}
        return [
            "java",
            f"-Xmx{self._heap}",
            *_JAVA_OPTIONS,
            *(f"-D{name}={value}" for name, value in defined.items()),
            "-cp",
            ":".join(map(str, _NEEDED)),
            *(MAIN, "start", "-h", "127.0.0.1", "-p", str(self.port), "-noSecurityManager"),
        ]

    async def _answers(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True
