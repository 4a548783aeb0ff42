"""What the commands share: arguments that several have, and running over jobs.

Nothing here loads what only a command needs: --help and an unchanged job stay quick.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator import console, run
from generator.choices import Format, LintFormat
from generator.output.report import Exit, JobReport, worst
from generator.problems import GenerationFailed
from generator.workspace import JobPlace, all_jobs, find_jobs, unreadable

Jobs = Annotated[list[str] | None, typer.Argument(metavar="JOB...", show_default=False)]
OneJob = Annotated[str, typer.Argument(metavar="JOB", show_default=False)]
Every = Annotated[bool, typer.Option("--all", help="Every job below source/jobs.")]
Processes = Annotated[int, typer.Option("--jobs", min=1, help="Jobs at the same time.")]
Root = Annotated[
    Path | None,
    typer.Option(
        "--root",
        metavar="DIR",
        show_default=False,
        help="The directory that holds source/; the current one by default.",
    ),
]
Shape = Annotated[Format, typer.Option("--format", help="How the report is printed.")]
Libraries = Annotated[
    list[Path] | None,
    typer.Option("-I", metavar="DIR", show_default=False, help="A folder of COPY members."),
]
Work = Callable[[JobPlace], JobReport]


def run_jobs(
    command: str,
    work: Work,
    jobs: tuple[JobPlace, ...],
    processes: int,
    shape: Format | LintFormat,
    show: Callable[[JobReport], None],
    whole: Callable[[list[JobReport]], None] | None = None,
) -> NoReturn:
    """Run over the jobs, print their reports in the order asked for, end with the worst code.

    `whole` prints all reports at once, in another form than JSON.
    """
    reports: list[JobReport] = []
    shown = show if shape == Format.TABLE else _nothing
    try:
        with console.progress(len(jobs)) as told:
            for report in run.run(work, jobs, processes):
                reports.append(report)
                told(report, partial(shown, report))
    except KeyboardInterrupt:
        console.show_interrupted(len(reports), len(jobs))
        raise typer.Exit(Exit.INTERRUPTED) from None
    if shape == Format.JSON:
        console.show_json(command, reports)
    elif whole:
        whole(reports)
    elif len(jobs) > 1:
        console.show_totals(reports)
    raise typer.Exit(worst(report.exit_code for report in reports))


def _nothing(report: JobReport) -> None:
    """What is printed of one job where all are printed at once."""


def places(
    command: str, root: Path, jobs: list[str] | None, *, every: bool, shape: Format | LintFormat
) -> tuple[JobPlace, ...]:
    """The jobs that are meant; what is wrong with their names ends the command."""
    if every == bool(jobs):
        raise typer.BadParameter("name the jobs, or say --all")
    with failures(command, shape):
        return all_jobs(root) if every else find_jobs(root, tuple(jobs or ()))


@contextlib.contextmanager
def failures(command: str, shape: Format | LintFormat) -> Iterator[None]:
    """Wrong input before any job: printed as asked for, exit code 2."""
    try:
        yield
    except GenerationFailed as failure:
        problems = failure.problems
    except PermissionError as error:
        problems = (unreadable(error, os.fsdecode(error.filename or "the input")),)
    else:
        return
    if shape == Format.JSON:
        console.show_failure_json(command, problems, Exit.BAD_INPUT)
    else:
        console.show_problems(problems)
    raise typer.Exit(Exit.BAD_INPUT)


def root_of(context: typer.Context, root: Path | None) -> Path:
    """--root before or after the command, else where we are."""
    chosen = root or context.obj or Path()
    if not chosen.is_dir():
        raise typer.BadParameter(f"--root {chosen}: there is no such directory")
    return Path(chosen)
