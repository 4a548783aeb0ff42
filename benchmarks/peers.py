"""The other packages: where they are installed, and one parser over a list of copybooks.

`copybooks.py` runs this once for each parser, in the interpreter that has the parser; it prints
the seconds that each file took, as JSON. The first files only warm up. A file that the parser
refuses, or is not done with in time, takes no seconds.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

WARMING = 20
LIMIT = 20  # seconds a file
PROGRAM = (
    "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. BENCH.\n       DATA DIVISION.\n"
    "       WORKING-STORAGE SECTION.\n"
)

Parse = Callable[[Path], object]


def installed(folder: Path, *packages: str) -> str | None:
    """The interpreter of a new virtual environment with the packages; None without them."""
    python = str(folder / "peers" / "bin" / "python")
    install = (python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *packages)
    try:
        subprocess.run((sys.executable, "-m", "venv", str(folder / "peers")), check=True)
        subprocess.run(install, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"\nNo comparison with {', '.join(packages)}: {error}")
        return None
    return python


def cobrepo() -> Parse:
    """The whole way from the file to the field model with every offset."""
    parse: Parse = import_module("generator.copybook").parse_copybook
    return parse


def cobol_parser() -> Parse:
    """The syntax tree of a program that holds the copybook; it does not parse a copybook alone."""
    os.environ["COBOLPARSER_ACCEL"] = "1"
    parse_cobol = import_module("cobolparser").parse_cobol

    def parse(path: Path) -> object:
        text = path.read_text("latin-1")
        below = not any(line[7:10].strip().startswith("01") for line in text.splitlines())
        root = "       01  BENCH-ROOT.\n" if below else ""
        result: Any = parse_cobol(PROGRAM + root + text.replace("\r\n", "\n"))
        if not result.success:
            raise ValueError(result.errors)
        return result.ast

    return parse


def copybook() -> Parse:
    """Fields with start and length."""
    parse_string = import_module("copybook").parse_string
    return lambda path: parse_string(path.read_text("latin-1")).flatten()


def coboljsonifier() -> Parse:
    """A dictionary of the structure, without offsets."""
    extractor = import_module("coboljsonifier.copybookextractor").CopybookExtractor
    return lambda path: extractor(str(path)).dict_book_structure


def _stop(*_: object) -> None:
    raise TimeoutError


def seconds(parse: Parse, path: Path) -> float | None:
    """What one file took; None where the parser gives no result."""
    signal.alarm(LIMIT)
    start = time.process_time()
    try:
        done = parse(path)
    except Exception:  # noqa: BLE001 - a peer may raise anything
        return None
    finally:
        took = time.process_time() - start
        signal.alarm(0)
    return took if done else None


def main(parser: str, listing: str) -> None:
    """Time the files that `listing` names."""
    parse: Parse = globals()[parser]()
    paths = [Path(line) for line in Path(listing).read_text("utf-8").splitlines()]
    signal.signal(signal.SIGALRM, _stop)
    took = {path.name: seconds(parse, path) for path in paths}
    print(json.dumps(dict(list(took.items())[WARMING:])))


if __name__ == "__main__":
    main(*sys.argv[1:])
