"""Numbers as COBOL prints them, in forty-seven pictures, and what is read of them.

GnuCOBOL 3.1 is no word for everything: it does not suppress / and 0 among the Zs, shows no fixed
sign in front of a floating currency symbol, cuts digits off behind its suppression of zeros, and
takes neither DB for a sign nor an inserted 0 for none when it moves a number back. The job's own
tests have the examples of the Language Reference for these.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest
from cobol import BOOKS, HERE, RECORDS, compiled, run, written
from test_values import compared
from trees import EBCDIC, Job, Told, generated

if TYPE_CHECKING:
    from pathlib import Path


BOOK = (BOOKS / "EDITS.cpy").read_text()
PICTURE = re.compile(r"^( +05  (E-\d\d) +PIC )(\S+?)((?: BLANK WHEN ZERO)?\.)$", re.MULTILINE)
PICTURES = {found[2]: found[3] for found in PICTURE.finditer(BOOK)}
NOT_MOVED_BACK = [name for name, picture in PICTURES.items() if picture.endswith(("DB", "0"))]
OTHER_SYMBOLS = str.maketrans({".": ",", ",": ".", "$": "W"})
SPECIAL_NAMES = """\
       CONFIGURATION SECTION.
       SPECIAL-NAMES.
           CURRENCY SIGN IS 'W'
           DECIMAL-POINT IS COMMA.
       INPUT-OUTPUT SECTION.
"""
TYPES = "".join(f"      {name}: {{type: 'DECIMAL(15,4)'}}\n" for name in PICTURES)
JOB = (
    "version: 1\njob: EDITS\ntargets: [sqlite]\nrecords:\n"
    f"  EDITS-RECORD:\n    key: [EDITS-KEY]\n    fields:\n{TYPES}"
)


def in_other_symbols(found: re.Match[str]) -> str:
    return found[1] + found[3].translate(OTHER_SYMBOLS) + found[4]


class Edits:
    """The file and the job, with the usual symbols and with others."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory
        self.job = cache(self._job)
        self.told = cache(self._told)

    def _job(self, symbols: str) -> Job:
        config, book = JOB, BOOK
        if symbols == "others":
            config += "copybooks: {decimal_point: comma, currency: W}\n"
            book = PICTURE.sub(in_other_symbols, BOOK)
        return generated("EDITS", config, {"EDITS": book}, self._factory.mktemp("edits"))

    def _told(self, symbols: str) -> Told:
        folder = self._factory.mktemp("edits")
        source = written("EDITS", "FIXED")
        if symbols == "others":
            source = source.replace("       INPUT-OUTPUT SECTION.\n", SPECIAL_NAMES)
            source = source.replace("       COPY EDITS.\n", PICTURE.sub(in_other_symbols, BOOK))
        binary = compiled(source, "EDITS", folder, EBCDIC.options)
        return Told(binary, folder / "EDITS.dat", run(binary, "WRITE", folder / "EDITS.dat"))


@pytest.fixture(scope="session")
def edits(tmp_path_factory: pytest.TempPathFactory) -> Edits:
    return Edits(tmp_path_factory)


both = pytest.mark.parametrize("symbols", ["usual", "others"])


@both
def test_what_cobol_edits_is_read(edits: Edits, symbols: str) -> None:
    told = edits.told(symbols)
    rows = edits.job(symbols).rows("read", "EDITS", told.path)
    assert compared(told.lines, rows) == RECORDS * 48


@both
def test_the_same_characters_are_written(edits: Edits, symbols: str, tmp_path: Path) -> None:
    told = edits.told(symbols)
    edits.job(symbols).rows("copy", "EDITS", told.path, tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == told.path.read_bytes()


@both
def test_cobol_moves_back_what_is_written(edits: Edits, symbols: str, tmp_path: Path) -> None:
    told = edits.told(symbols)
    rows = edits.job(symbols).rows("mix", "EDITS", told.path, tmp_path / "mixed", "7")
    lines = run(told.binary, "READ", tmp_path / "mixed")
    skipped = {0, *(1 + list(PICTURES).index(name) for name in NOT_MOVED_BACK)}
    kept = [place for place in range(48) if place not in skipped]
    assert len(kept) == 43
    assert compared(
        [[line[place] for place in kept] for line in lines],
        [[number, table, [values[place] for place in kept]] for number, table, values in rows],
    ) == RECORDS * len(kept)


def test_every_picture_is_read_as_it_is_written(edits: Edits) -> None:
    environment = {**os.environ, "PYTHONPATH": str(edits.job("usual").folder / "src")}
    command: list[str | Path] = [sys.executable, HERE / "pictures.py", "2000", "5"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    pictures, numbers = map(int, done.stdout.split())
    assert pictures == 2000
    assert numbers > 15_000


def test_another_character_refuses_the_record(edits: Edits, tmp_path: Path) -> None:
    told = edits.told("usual")
    content = bytearray(told.path.read_bytes())
    length, point = len(content) // RECORDS, 6 + len("Z,ZZZ,ZZ9")
    damaged = range(0, RECORDS, 7)
    for number in damaged:
        assert content[number * length + point] == 0x4B
        content[number * length + point] = 0x6B  # a comma where the point is
    (tmp_path / "file").write_bytes(content)
    rows = edits.job("usual").rows("lenient", "EDITS", tmp_path / "file")
    kept = [number + 1 for number in range(RECORDS) if number not in damaged]
    assert [row[0] for row in rows] == kept
