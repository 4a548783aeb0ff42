"""How reports look: JSON and texts for standard output, problems for standard error.

With cli.py the only place that prints.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any, TextIO

from generator.output.report import Exit, JobReport, Status, worst
from generator.problems import Problem

Told = Callable[[JobReport, Callable[[], None]], None]

_FEW = 12
_FIRST = 3  # of more problems of one kind than that
_COLOURS = {"error": "31;1", "warning": "33;1", "note": "36;1"}
_HEAD = re.compile(r"^(.*?)(error|warning|note)(\[[A-Z0-9]+\])(: .*)$", re.DOTALL)


class OutputLost(Exception):  # noqa: N818 - reads as the event that it is
    """What we print cannot be written. No OSError: nobody on the way takes it for another one."""

    def __init__(self, error: OSError) -> None:
        """Keep what the system said."""
        super().__init__(error.strerror or str(error))
        self.reader_gone = isinstance(error, BrokenPipeError)


class _Guarded(io.RawIOBase):
    """A stream's lowest layer whose failure to write is told from every other failure."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        return bool(self._raw.isatty())

    def write(self, data: Any, /) -> int | None:
        try:
            written: int | None = self._raw.write(data)
        except OSError as error:
            raise OutputLost(error) from error
        return written


def guard_streams() -> None:
    """Make standard output and error raise OutputLost; no character of theirs is unprintable."""
    for name in ("stdout", "stderr"):
        old = getattr(sys, name)
        lines = name == "stderr" or old.isatty()
        raw = io.BufferedWriter(_Guarded(getattr(old.buffer, "raw", old.buffer)))
        new = io.TextIOWrapper(raw, old.encoding, "backslashreplace", line_buffering=lines)
        setattr(sys, name, new)


def give_up(lost: OutputLost) -> Exit | int:
    """Say that standard output failed where that can still be said; the exit code for it."""
    with open(os.devnull, "wb") as sink:  # noqa: PTH123 - what is still buffered goes there
        os.dup2(sink.fileno(), sys.stdout.fileno())
    if lost.reader_gone:
        return 128 + 13
    problem = Problem(
        code="GEN617",
        message=f"standard output cannot be written: {lost}",
        hint="make room where it goes, or send it elsewhere",
    )
    try:
        show_problems([problem])
    except OutputLost:
        os.dup2(sys.stdout.fileno(), sys.stderr.fileno())
    return Exit.BAD_INPUT


def show_interrupted(done: int, total: int) -> None:
    """The last line of a run that was stopped."""
    jobs = "1 job" if total == 1 else f"{total} jobs"
    print(f"interrupted: {done} of {jobs} done", file=sys.stderr)


def show_problems(problems: Iterable[Problem], stream: TextIO | None = None) -> None:
    """Compiler style, coloured only where somebody looks."""
    out = stream or sys.stderr
    coloured = out.isatty() and "NO_COLOR" not in os.environ
    for problem in problems:
        print(_coloured(problem) if coloured else str(problem), file=out)


def show_no_layout(copybook: str, problems: Sequence[Problem]) -> None:
    """The problems of a copybook that has no layout, and how many they are."""
    show_problems(problems)
    counts = Counter(str(problem.severity) for problem in problems)
    parts = [f"{n} {kind}{'s' * (n > 1)}" for kind, n in counts.items() if kind != "note"]
    print(f"{copybook}: {', '.join(sorted(parts))}, no layout", file=sys.stderr)


def show_json(command: str, reports: list[JobReport]) -> None:
    """All reports of a run as one document."""
    content = {
        "command": command,
        "exit_code": int(worst(report.exit_code for report in reports)),
        "jobs": [report.to_dict() for report in reports],
    }
    print(json.dumps(content, indent=2))


def show_failure_json(command: str, problems: Iterable[Problem], exit_code: int) -> None:
    """A run that ended before it came to a job."""
    content = {
        "command": command,
        "exit_code": exit_code,
        "jobs": [],
        "problems": [problem.to_dict() for problem in problems],
    }
    print(json.dumps(content, indent=2))


@contextlib.contextmanager
def progress(total: int) -> Iterator[Told]:
    """How far a run is: a bar on a terminal, a plain line a job elsewhere, nothing for one job.

    What it gives takes each report, and what prints it.
    """
    if total == 1:
        yield lambda _report, show: show()
    elif sys.stderr.isatty():
        with _bar(total) as told:
            yield told
    else:
        done = count(1)

        def line(report: JobReport, show: Callable[[], None]) -> None:
            print(f"{next(done)}/{total} {report.job}: {report.status}", file=sys.stderr)
            show()

        yield line


@contextlib.contextmanager
def _bar(total: int) -> Iterator[Told]:
    """A bar on standard error that makes way for what is printed."""
    from rich.console import Console  # noqa: PLC0415 - for a terminal and several jobs only
    from rich.progress import (  # noqa: PLC0415 - as above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
    )

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    bar = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    task = bar.add_task("", total=total)

    def told(report: JobReport, show: Callable[[], None]) -> None:
        bar.stop()
        show()
        bar.update(task, advance=1, description=f"{report.job}: {report.status}")
        bar.start()

    with bar:
        yield told


def show_generated(report: JobReport) -> None:
    """What generate did to one job; what keeps it from writing goes to standard error."""
    show_problems(report.problems)
    for diff in report.diffs:
        print(diff, file=sys.stderr)
    if report.status in {Status.FAILED, Status.CRASHED}:
        return
    if report.status is Status.CONFLICT:
        print(f"{report.job}: nothing written, hand-edited files are in the way")
        return
    print(f"{report.job}: {report.status}, {report.output}")
    for line in _changes(report):
        print(f"  {line}")
    if report.left_out:
        files = "1 file" if report.left_out == 1 else f"{report.left_out} files"
        print(f"  {files} left out by .cobrepoignore")


def show_checked(report: JobReport) -> None:
    """What check found out about one job."""
    failed = report.status in {Status.FAILED, Status.CRASHED}
    alike = Counter(problem.code for problem in report.problems if problem.location is None)
    shown: Counter[str] = Counter()
    for problem in report.problems:
        shown[problem.code] += 1
        if failed or alike[problem.code] <= _FEW or shown[problem.code] <= _FIRST:
            show_problems((problem,), sys.stderr if failed else sys.stdout)
        elif shown[problem.code] == alike[problem.code]:
            print(f"  and {alike[problem.code] - _FIRST} more of {problem.code}")
    if not failed:
        print(f"{report.job}: {report.status}, {report.output}")


def show_linted(report: JobReport) -> None:
    """What is found in one job, then what job.yaml accepts, a line each, then how many."""
    failed = report.status in {Status.FAILED, Status.CRASHED}
    show_problems(report.problems, sys.stderr if failed else sys.stdout)
    for problem, waiver in ((f.problem, f.waived) for f in report.waived):
        until = f" until {waiver.until}" if waiver and waiver.until else ""
        reason = waiver.reason if waiver else ""
        print(f"waived{until}: {problem.code} {problem.subject}: {reason}")
    if not failed:
        print(f"{report.job}: {_counted(report)}")


def _counted(report: JobReport) -> str:
    counts = Counter(str(problem.severity) for problem in report.problems)
    parts = [
        f"{counts[kind]} {kind}{'s' * (counts[kind] > 1)}"
        for kind in ("error", "warning", "note")
        if counts[kind]
    ]
    waived = [f"{len(report.waived)} waived"] if report.waived else []
    return ", ".join([*parts, *waived]) or "nothing found"


def show_review(report: JobReport) -> None:
    """Where the review page is."""
    show_problems(report.problems)
    for diff in report.diffs:
        print(diff, file=sys.stderr)
    if report.exit_code is Exit.CLEAN:
        for name in ("schema.html", "schema.md", "schema.json"):
            print(f"{report.output}/review/{name}")


def show_diff(report: JobReport) -> None:
    """What generate would change."""
    show_problems(report.problems)
    if report.status in {Status.FAILED, Status.CRASHED}:
        return
    _show_schema(report)
    for diff in report.diffs:
        print(diff)
    print(
        f"{report.job}: {report.status}, {len(report.schema)} in the tables, "
        f"{len(report.diffs)} in the files"
    )


def show_migration(report: JobReport) -> None:
    """What a command of `cobrepo migrate` found or did; questions go to standard error."""
    show_problems(report.problems, sys.stdout if report.status is Status.FINDINGS else None)
    for diff in report.diffs:
        print(diff, file=sys.stderr)
    if report.status in {Status.FAILED, Status.CRASHED}:
        return
    _show_schema(report)
    for path, text in report.scripts:
        print(f"\n{path}\n{text}", end="")
    print(f"{report.job}: {report.status}, {report.output}")
    for line in _changes(report):
        print(f"  {line}")


def _show_schema(report: JobReport) -> None:
    """Each change of the tables with what it means."""
    if not report.schema:
        return
    from generator.evolve.telling import line, meaning  # noqa: PLC0415 - not for an unchanged job

    for change in report.schema:
        print(line(change))
        for said in meaning(change):
            print(f"    {said}")


def show_totals(reports: list[JobReport]) -> None:
    """The last line of a run over several jobs."""
    counts: dict[str, int] = {}
    for report in reports:
        counts[str(report.status)] = counts.get(str(report.status), 0) + 1
    parts = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    print(f"{len(reports)} jobs: {parts}")


def _changes(report: JobReport) -> list[str]:
    """A line a file while they are few, a line a folder when they are many."""
    shown = [(str(change.action), change.path) for change in report.changes]
    if len(shown) <= _FEW:
        return [f"{action:<10} {path}" for action, path in shown]
    counts: dict[tuple[str, str], int] = {}
    for action, path in shown:
        place = (action, path.rpartition("/")[0])
        counts[place] = counts.get(place, 0) + 1
    return [
        f"{action:<10} {count:>3} in {folder or '.'}/" for (action, folder), count in counts.items()
    ]


def _coloured(problem: Problem) -> str:
    first, newline, rest = str(problem).partition("\n")
    match = _HEAD.match(first)
    if match is None:
        return first + newline + rest
    place, severity, code, message = match.groups()
    colour = _COLOURS[str(problem.severity)]
    return f"\033[1m{place}\033[{colour}m{severity}{code}\033[0m{message}{newline}{rest}"
