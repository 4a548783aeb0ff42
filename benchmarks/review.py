"""What the review of a wide job costs: the whole command, and the three files alone."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator import review
from generator.render import ddl
from generator.sources import load_sources
from generator.workspace import JobPlace

COLUMNS = 500
REPEATS = 7
PICTURES = ("X(10)", "S9(9)V99 COMP-3", "9(8)", "S9(4) COMP", "X", "9(5)")
JOB = """\
version: 1
job: WIDE
targets: [db2-luw, db2-zos, sqlite]
records:
  WIDE-RECORD: {key: [W-KEY]}
"""


def wide_job(root: Path) -> JobPlace:
    """One record of so many fields, of the usual kinds."""
    place = JobPlace(root, "WIDE", "wide")
    place.copybooks.mkdir(parents=True)
    fields = [
        f"    05  W-FIELD-NUMBER-{number:03} PIC {PICTURES[number % len(PICTURES)]}."
        for number in range(1, COLUMNS)
    ]
    lines = ("01  WIDE-RECORD.", "    05  W-KEY PIC 9(9).", *fields)
    text = "".join(f"       {line}\n" for line in lines)
    (place.copybooks / "WIDE.cpy").write_text(text, "utf-8")
    place.config.write_text(JOB, "utf-8")
    return place


def command(place: JobPlace) -> float:
    """Seconds of `cobrepo review`, nothing written yet."""
    shutil.rmtree(place.output, ignore_errors=True)
    arguments = (sys.executable, "-m", "generator", "review", place.name, "--root", place.root)
    start = time.perf_counter()
    subprocess.run(arguments, check=True, capture_output=True)
    return time.perf_counter() - start


def pages(place: JobPlace) -> tuple[float, int]:
    """Seconds of the three files without reading the job, and bytes of the page."""
    job = load_sources(place).job
    code = ddl.files(job)
    start = time.perf_counter()
    made = review.files(job, code)
    return time.perf_counter() - start, len(made[0].text.encode())


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = wide_job(Path(folder))
        command(place)
        whole = statistics.median(command(place) for _ in range(REPEATS))
        measured = [pages(place) for _ in range(REPEATS)]
    alone, size = statistics.median(seconds for seconds, _ in measured), measured[0][1]
    print(f"| review of {COLUMNS} columns, three targets | seconds | aim |\n| --- | ---: | ---: |")
    print(f"| `cobrepo review`, whole process | {whole:.2f} | 1.0 |")
    print(f"| the page, Markdown and JSON, in memory | {alone:.2f} | |")
    print(f"\nThe page has {size / 1e6:.2f} MB; the aim is 2.")


if __name__ == "__main__":
    main()
