"""Generated jobs for the copybooks of this folder, and the programs for their files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cobol import BOOKS, Flavour, compiled, program, run, written

from tests.jobs import write_output

if TYPE_CHECKING:
    import pytest

HERE = Path(__file__).parent
EBCDIC = Flavour(ebcdic=True, signs="EBCDIC")
ASCII = Flavour(ebcdic=False, signs="ASCII")
TRANSLATED = Flavour(ebcdic=False, signs="EBCDIC")
LITTLE = "binary: little, floats: ieee"
ALL_TEXT = "text: {high_values: keep}"  # X'FF' is a letter of Latin-1
INPUTS = {
    EBCDIC: f"{{encoding: cp037, {LITTLE}}}",
    ASCII: f"{{encoding: latin-1, signs: ascii, {LITTLE}, {ALL_TEXT}}}",
    TRANSLATED: f"{{encoding: latin-1, signs: ebcdic, {LITTLE}, {ALL_TEXT}}}",
}
NAMES = {EBCDIC: "ebcdic", ASCII: "ascii", TRANSLATED: "translated"}


@dataclass(frozen=True)
class Job:
    """A generated job on disk."""

    folder: Path

    def rows(self, *arguments: str | Path) -> list[Any]:
        """What rows.py says."""
        return self.all_rows(arguments)[0]

    def all_rows(self, *commands: tuple[str | Path, ...]) -> list[list[Any]]:
        """What it says of each command, in one process."""
        done = subprocess.run(
            [sys.executable, HERE / "rows.py"],
            input=json.dumps([list(map(str, command)) for command in commands]),
            env={**os.environ, "PYTHONPATH": str(self.folder / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: list[list[Any]] = [[]]
        for line in done.stdout.splitlines():
            if line == "null":
                found.append([])
            else:
                found[-1].append(json.loads(line))
        return found[:-1]


@dataclass(frozen=True)
class Told:
    """A file, and what the program that wrote it says is in it; `binary` is the program."""

    binary: Path
    path: Path
    lines: list[list[str]]


def generated(name: str, config: str, books: dict[str, str], root: Path) -> Job:
    """Write a job as `cobrepo generate` does."""
    source = root / "source" / "jobs" / name
    (source / "copybooks").mkdir(parents=True)
    (source / "job.yaml").write_text(config)
    for book, text in books.items():
        (source / "copybooks" / f"{book}.cpy").write_text(text)
    return Job(write_output(root, name))


FLAT = ("ZONED", "PACKED", "BINARY", "NATIVE", "SCALED", "FLOATS", "TEXTS", "EDITED")
SHAPED = ("TABLES", "DEPEND", "VARIANTS", "DATES")


def texts(names: tuple[str, ...]) -> dict[str, str]:
    return {name: (BOOKS / f"{name}.cpy").read_text() for name in names}


class Bench:
    """Makes each job and each file once."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory
        self.flat = cache(self._flat)
        self.shaped = cache(self._shaped)
        self.big_endian = cache(self._big_endian)
        self.national = cache(self._national)
        self.printed = cache(self._printed)
        self.told_numbers = cache(self._told_numbers)
        self.told = cache(self._told)
        self.told_by_hand = cache(self._told_by_hand)

    def _flat(self, flavour: Flavour) -> Job:
        config = (HERE / "flat.yaml").read_text() + f"input: {INPUTS[flavour]}\n"
        return generated("FLAT", config, texts(FLAT), self._factory.mktemp("flat"))

    def _shaped(self, extra: str = "") -> Job:
        config = (HERE / "shaped.yaml").read_text() + extra
        return generated("SHAPED", config, texts(SHAPED), self._factory.mktemp("shaped"))

    def _big_endian(self) -> Job:
        config = (
            "version: 1\njob: BIG\ntargets: [sqlite]\n"
            "input: {binary: big, floats: ieee}\nrecords:\n"
            "  NATIVE-RECORD: {key: [NATIVE-KEY]}\n  FLOATS-RECORD: {key: [FLOATS-KEY]}\n"
        )
        return generated("BIG", config, texts(("NATIVE", "FLOATS")), self._factory.mktemp("big"))

    def _national(self, order: str) -> Job:
        config = (
            "version: 1\njob: NATIONAL\ntargets: [sqlite]\n"
            f"input: {{national: {order}}}\n"
            "records: {NATIONAL-RECORD: {key: [NATIONAL-KEY]}}\n"
        )
        return generated("NATIONAL", config, texts(("NATIONAL",)), self._factory.mktemp("national"))

    def _printed(self, flavour: Flavour) -> Job:
        config = (HERE / "printed.yaml").read_text() + f"input: {INPUTS[flavour]}\n"
        return generated("PRINTED", config, texts(("EDITED",)), self._factory.mktemp("printed"))

    def _told_numbers(self, flavour: Flavour) -> Told:
        folder = self._factory.mktemp("printed")
        source = program("EDITED", flavour, numbers=True)
        binary = compiled(source, "EDITED", folder, flavour.options)
        path = folder / "EDITED.dat"
        return Told(binary, path, run(binary, "WRITE", path))

    def _told(self, book: str, flavour: Flavour) -> Told:
        folder = self._factory.mktemp(book.lower())
        binary = compiled(program(book, flavour), book, folder, flavour.options)
        path = folder / f"{book}.dat"
        return Told(binary, path, run(binary, "WRITE", path))

    def _told_by_hand(self, book: str, skeleton: str, *options: str) -> Told:
        folder = self._factory.mktemp(book.lower())
        source = written(book, skeleton)
        if skeleton == "VARYING" and "-fodoslide" not in options:
            # GnuCOBOL 3.1 leaves the last of the items behind the table out of the length.
            source = source.replace("LENGTH OF DEPEND-RECORD", "186")
        binary = compiled(source, book, folder, [*EBCDIC.options, *options])
        path = folder / f"{book}.dat"
        return Told(binary, path, run(binary, "WRITE", path))
