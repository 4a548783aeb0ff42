"""The copybook front end over a synthetic estate, and against other parsers in Python.

All figures of a table come from one run on one machine, in seconds of processor time, so that what
else the machine does counts little. The other parsers are installed into a
virtual environment that lives as long as this script; nothing else uses them.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import estate
import peers

ROOT = Path(__file__).parents[1]
PEERS = ("cobol-parser==3.1.0", "copybook==1.0.16", "coboljsonifier==1.0.8")
SAMPLE = 10  # every so many copybooks of the estate go to all parsers
ROUNDS = 3
SMALL, LARGE = 1_000, 20_000

# Reads every file that the first argument names; the second says with what. Prints the seconds of
# the process and those of the last file, and the peak of memory in MiB.
READ = """
import re, resource, sys, time
from pathlib import Path
if sys.argv[2] == "words":
    words = re.compile(r"\\S+")
    parse = lambda path: words.findall(Path(path).read_text("latin-1"))
else:
    from generator.copybook import parse_copybook as parse
for path in Path(sys.argv[1]).read_text("utf-8").splitlines():
    begin = time.process_time()
    parse(path)
done = time.process_time()
print(done, done - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def read(listing: Path, reader: str, cache: Path) -> tuple[float, float, float]:
    """Seconds of a new process, seconds of its last file, and its peak in MiB."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-c", READ, str(listing), reader)
    done = subprocess.run(
        command, cwd=listing.parent, env=environment, check=True, capture_output=True, text=True
    )
    total, last, peak = map(float, done.stdout.split())
    return total, last, peak


def listed(folder: Path, paths: Iterable[Path]) -> Path:
    """A file with one path a line."""
    listing = folder / "listing"
    listing.write_text("\n".join(map(str, paths)), "utf-8")
    return listing


def whole_estate(folder: Path, paths: list[Path]) -> None:
    """Lines a second of one process over all copybooks, with empty and with filled caches."""
    listing, cache = listed(folder, paths), folder / "cache"
    base = read(listing, "words", cache)
    cold = read(listing, "cobrepo", cache)
    warm = read(listing, "cobrepo", cache)
    title = f"{estate.COPYBOOKS:,} copybooks, {estate.LINES:,} lines, one process"
    print(f"| {title} | seconds | lines/s | ms a copybook | ratio | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, (total, _, peak) in (
        ("read the files, split at blanks", base),
        ("parse, caches empty", cold),
        ("parse, tables of the grammar cached", warm),
    ):
        each = 1000 * total / estate.COPYBOOKS
        ratio = total / base[0]
        print(f"| {name} | {total:.1f} | {estate.LINES / total:,.0f} | {each:.2f} | {ratio:.1f} "
              f"| {peak:.0f} |")  # fmt: skip


def growth(folder: Path, first: Path) -> None:
    """A copybook of 20,000 lines against one of 1,000, each read after another one."""
    took: dict[int, tuple[float, float]] = {}
    for lines in (SMALL, LARGE):
        random = Random(lines)  # noqa: S311 - the same copybook each time
        path = folder / f"LINES{lines}.cpy"
        path.write_bytes(estate.copybook(random, 0, lines))
        listing = listed(folder, [first, path])
        runs = [read(listing, "cobrepo", folder / "cache") for _ in range(ROUNDS)]
        took[lines] = min(last for _, last, _ in runs), max(peak for *_, peak in runs)
    print("\n| one copybook | seconds | ratio | aim | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for lines, (seconds, peak) in took.items():
        aim = "22" if lines == LARGE else ""
        ratio = seconds / took[SMALL][0]
        print(f"| {lines:,} lines | {seconds:.3f} | {ratio:.1f} | {aim} | {peak:.0f} |")


def timed(python: str, parser: str, listing: Path, cache: Path) -> dict[str, float | None]:
    """Seconds of processor time that each file took one parser, in a process of its own."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    if parser == peers.cobrepo.__name__:
        environment["PYTHONPATH"] = str(ROOT)
    command = (python, str(Path(peers.__file__)), parser, str(listing))
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    took: dict[str, float | None] = json.loads(done.stdout)
    return took


def best(runs: list[dict[str, float | None]]) -> dict[str, float]:
    """The quickest of several runs for each file; files without a result are left out."""
    return {
        name: min(filter(None, (run[name] for run in runs)))
        for name in runs[0]
        if all(run[name] for run in runs)
    }


def compared(folder: Path, paths: list[Path]) -> None:
    """Each parser on the files that it can parse, and ours on the same files."""
    python = peers.installed(folder, *PEERS)
    if python is None:
        return
    listing, cache = listed(folder, paths), folder / "cache"
    names = ("cobrepo", "cobol_parser", "copybook", "coboljsonifier")
    runs: dict[str, list[dict[str, float | None]]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        for name in names:
            interpreter = sys.executable if name == "cobrepo" else python
            runs[name].append(timed(interpreter, name, listing, cache))
    results = {name: best(each) for name, each in runs.items()}
    asked = len(runs["cobrepo"][0])
    print(f"\n| {asked} copybooks of the estate | parsed | mean ms | median ms "
          "| cobrepo, same files: mean | median | ratio of means | aim |")  # fmt: skip
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, took in results.items():
        print(f"| {name.replace('_', '-')} | {len(took)} | {' | '.join(row(took, results))} |")


def row(took: dict[str, float], results: dict[str, dict[str, float]]) -> Iterator[str]:
    """Mean and median of a parser, ours of the same files, and the ratio."""
    same = {name: ours for name, ours in results["cobrepo"].items() if name in took}
    if not same:
        yield from ("", "", "", "", "", "")
        return
    for times in (took, same):
        yield f"{1000 * statistics.mean(times.values()):.2f}"
        yield f"{1000 * statistics.median(times.values()):.2f}"
    ratio = statistics.mean(same.values()) / statistics.mean(took[name] for name in same)
    yield f"{ratio:.2f}" if took is not results["cobrepo"] else ""
    yield "0.5" if took is results["cobol_parser"] else ""


def main() -> None:
    """Write the estate and print the three tables."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        paths = estate.write(folder / "estate")
        whole_estate(folder, paths)
        growth(folder, paths[0])
        compared(folder, paths[::SAMPLE])


if __name__ == "__main__":
    main()
