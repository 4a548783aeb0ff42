"""Bytes to rows and back: the generated decoder and encoder, and `coboljsonifier` on the same file.

The other package runs in a virtual environment that lives as long as this script. All of them get
the same records in memory, in processes of their own, in turns; the best of several rounds counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import accounts
import peers

PEER = "coboljsonifier==1.0.8"
RECORDS = {"decode": 200_000, "read": 200_000, "encode": 200_000, "coboljsonifier": 20_000}
ROUNDS = 3
AIMS = {"decode": "150,000 rec/s", "encode": "0.5 of decode", "coboljsonifier": "1/20 of decode"}


def consume(made: Iterable[object]) -> None:
    """Take everything and keep nothing, as a load does."""
    deque(made, maxlen=0)


def decode(raw: list[bytes]) -> Callable[[], object]:
    """Row classes, one by one."""
    kind = import_module("record_io").LAYOUTS["ACCOUNT"].kinds[0]
    return lambda: consume(kind.decode(record) for record in raw)


def read(raw: list[bytes]) -> Callable[[], object]:
    """The whole reader: frames, kinds, rows, control totals, batches and their digests."""
    record_io = import_module("record_io")
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.writelines(raw)

    def run() -> None:
        with record_io.FileReader(record_io.LAYOUTS["ACCOUNT"], file.name) as reader:
            consume(reader.batches(5000))

    return run


def encode(raw: list[bytes]) -> Callable[[], object]:
    """Row classes to bytes; what comes out is what went in."""
    kind = import_module("record_io").LAYOUTS["ACCOUNT"].kinds[0]
    write = import_module("record_io.encoders").encode_account
    rows = [kind.decode(record) for record in raw]
    if [write(*row) for row in rows] != raw:
        raise SystemExit("the encoder does not give back the records")
    return lambda: consume(write(*row) for row in rows)


def coboljsonifier(raw: list[bytes]) -> Callable[[], object]:
    """Dictionaries; dates stay numbers."""
    extractor = import_module("coboljsonifier.copybookextractor").CopybookExtractor
    ebcdic = import_module("coboljsonifier.config.parser_type_enum").ParseType.BINARY_EBCDIC
    with tempfile.NamedTemporaryFile("w", suffix=".cpy", delete=False) as file:
        file.write(accounts.COPYBOOK)
    structure = extractor(file.name).dict_book_structure
    parser = import_module("coboljsonifier.parser").Parser(structure, ebcdic).build()

    def values() -> Iterator[Any]:
        for record in raw:
            parser.parse(record)
            yield parser.value

    return lambda: consume(values())


READERS = {each.__name__: each for each in (decode, read, encode, coboljsonifier)}


def measure(name: str) -> None:
    """Print the records a second of one reader, in processor time."""
    raw = list(accounts.records(RECORDS[name]))
    run = READERS[name](raw)
    begin = time.process_time()
    run()
    print(json.dumps(len(raw) / (time.process_time() - begin)))


def rate(python: str, name: str, source: Path) -> float:
    """The same in a process of its own."""
    command = (python, __file__, name)
    environment = {"PYTHONPATH": str(source)}
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    ).stdout
    return float(done.splitlines()[-1])


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        source = accounts.generate(folder) / "src"
        peer = peers.installed(folder, PEER)
        pythons = dict.fromkeys(("decode", "read", "encode"), sys.executable)
        if peer:
            pythons["coboljsonifier"] = peer
        rounds = [
            {name: rate(python, name, source) for name, python in pythons.items()}
            for _ in range(ROUNDS)
        ]
    best = {name: max(each[name] for each in rounds) for name in pythons}
    print(f"\n| records of {accounts.FIELDS} fields, 124 bytes, one core | records/s "
          "| ratio | aim |")  # fmt: skip
    print("| --- | ---: | ---: | ---: |")
    for name, found in best.items():
        ratio = found / best["decode"]
        print(f"| {name} | {found:,.0f} | {ratio:.2f} | {AIMS.get(name, '')} |")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
