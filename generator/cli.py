"""The command line: arguments, printing and exit codes; no decision is made here.

What a command needs is imported when it runs, so that --help and an unchanged job stay quick.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator import __version__, console, migrate_cli, options, run, shell
from generator.choices import (
    Arith,
    Format,
    LayoutFormat,
    LintFormat,
    Pointers,
    SourceFormat,
    SupportFormat,
)
from generator.output.report import Exit, JobReport
from generator.output.state import write_log
from generator.problems import GenerationFailed, Problem
from generator.workspace import find_jobs

app = typer.Typer(
    name="cobrepo",
    help="Generates the Db2 repository layer of a mainframe job from its COBOL copybooks.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(migrate_cli.app)


def main() -> None:
    """The entry point: a bug ends with exit code 5 and a log, never with a traceback."""
    console.guard_streams()
    try:
        try:
            app(prog_name="cobrepo")
        finally:
            sys.stdout.flush()
    except console.OutputLost as lost:
        sys.exit(console.give_up(lost))
    except KeyboardInterrupt:
        os._exit(Exit.INTERRUPTED)
    except SystemExit as end:
        if end.code == Exit.INTERRUPTED:
            os._exit(Exit.INTERRUPTED)  # Python itself may have taken note to die of the signal
        raise
    except Exception as error:  # noqa: BLE001 - the last resort: the traceback goes to a log
        log = write_log(_given_root(), error).as_posix()
        problem = Problem(
            code="GEN699",
            message=f"internal error: {type(error).__name__}: {error}",
            hint=f"this is a bug in cobrepo; the traceback is in {log}",
        )
        console.show_problems([problem])
        sys.exit(Exit.INTERNAL)


def _version(value: bool) -> None:  # noqa: FBT001 - the signature of an option's callback
    if value:
        typer.echo(f"cobrepo {__version__}")
        raise typer.Exit


@app.callback()
def cobrepo(
    context: typer.Context,
    root: shell.Root = None,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Generates the Db2 repository layer of a mainframe job from its COBOL copybooks."""
    context.obj = root


@app.command()
def init(
    context: typer.Context,
    job: shell.OneJob,
    libraries: shell.Libraries = None,
    source_format: options.Lines = SourceFormat.AUTO,
    replacing: options.Replacing = None,
    debugging: options.Debugging = False,
    decimal_comma: options.DecimalComma = False,
    currency: options.Currency = "$",
    arith: options.Digits = Arith.COMPAT,
    lp: options.Addresses = Pointers.LP32,
    program: options.Program = False,
    shared_records: options.SharedRecords = False,
    tolerate: options.Tolerate = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing job.yaml.")] = False,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Draft job.yaml from the copybooks, each guess with its reason."""
    dialect = options.dialect(
        debugging=debugging,
        decimal_comma=decimal_comma,
        currency=currency,
        arith=arith,
        lp=lp,
        program=program,
        shared_records=shared_records,
        tolerate=tolerate,
    )
    settings = options.settings(source_format, options.pairs(replacing), dialect)
    with shell.failures("init", shape):
        (place,) = find_jobs(shell.root_of(context, root), (job,))
        from generator.drafting import write_draft

        written = write_draft(place, tuple(libraries or ()), force=force, settings=settings)
        name = written.as_posix()
    if shape is Format.JSON:
        typer.echo(json.dumps({"command": "init", "exit_code": 0, "job": job, "path": name}))
        return
    typer.echo(f"wrote {name}\nread its comments, then run: cobrepo generate {job}")


@app.command()
def inspect(
    context: typer.Context,
    copybook: Annotated[Path, typer.Argument(metavar="COPYBOOK", show_default=False)],
    libraries: shell.Libraries = None,
    source_format: options.Lines = SourceFormat.AUTO,
    replacing: options.Replacing = None,
    debugging: options.Debugging = False,
    decimal_comma: options.DecimalComma = False,
    currency: options.Currency = "$",
    arith: options.Digits = Arith.COMPAT,
    lp: options.Addresses = Pointers.LP32,
    program: options.Program = False,
    shared_records: options.SharedRecords = False,
    tolerate: options.Tolerate = None,
    conditions: Annotated[
        bool, typer.Option("--conditions", help="Show the level-88 entries in the table, too.")
    ] = False,
    job: Annotated[
        str | None,
        typer.Option(
            "--job",
            metavar="JOB",
            show_default=False,
            help="Whose rules --why asks for; the job in whose folder the copybook lies.",
        ),
    ] = None,
    root: shell.Root = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--why",
            metavar="FIELD",
            show_default=False,
            help="Say instead which rules gave this field of a job its columns.",
        ),
    ] = None,
    shape: Annotated[
        LayoutFormat,
        typer.Option("--format", help="How the layout is printed; cobol writes the copybook anew."),
    ] = LayoutFormat.TABLE,
) -> None:
    """Print the layout of a copybook, with offsets and lengths."""
    if field is not None:
        places = None if job is None else (shell.root_of(context, root), job)
        _explain_columns(copybook, field, shape, places)
        return
    pairs = options.pairs(replacing)
    dialect = options.dialect(
        debugging=debugging,
        decimal_comma=decimal_comma,
        currency=currency,
        arith=arith,
        lp=lp,
        program=program,
        shared_records=shared_records,
        tolerate=tolerate,
    )
    from generator import cobol
    from generator import inspect as layout
    from generator.copybook import parse_copybook
    from generator.copybook.fields import Copybook

    try:
        book = parse_copybook(
            copybook,
            source_format=str(source_format),
            libraries=tuple(libraries or ()),
            replacing=pairs,
            dialect=dialect,
        )
    except GenerationFailed as failure:
        if shape is LayoutFormat.JSON:
            broken = Copybook(copybook.name, str(source_format), (), failure.problems)
            typer.echo(layout.as_json(broken, dialect), nl=False)
        else:
            console.show_no_layout(copybook.as_posix(), failure.problems)
        raise typer.Exit(Exit.BAD_INPUT) from None
    if shape is not LayoutFormat.JSON:
        console.show_problems(book.problems)
    prints: dict[LayoutFormat, Callable[[Copybook], str]] = {
        LayoutFormat.TABLE: partial(layout.as_table, conditions=conditions),
        LayoutFormat.JSON: partial(layout.as_json, dialect=dialect),
        LayoutFormat.CSV: layout.as_csv,
        LayoutFormat.COBOL: partial(cobol.as_cobol, dialect=dialect),
    }
    typer.echo(prints[shape](book), nl=False)


def _explain_columns(
    copybook: Path, field: str, shape: LayoutFormat, job: tuple[Path, str] | None
) -> None:
    """What inspect --why prints; `job` is a root and a name there, where one was named."""
    from generator import why

    forms = {LayoutFormat.TABLE: why.as_table, LayoutFormat.JSON: why.as_json}
    if shape not in forms:
        raise typer.BadParameter(f"--why has no form {shape}; table and json it has")
    with shell.failures("inspect", Format.JSON if shape is LayoutFormat.JSON else Format.TABLE):
        place = find_jobs(job[0], (job[1],))[0] if job else None
        typer.echo(forms[shape](why.why(copybook, field, place)), nl=False)


@app.command()
def support(
    shape: Annotated[
        SupportFormat, typer.Option("--format", help="How the table is printed.")
    ] = SupportFormat.TABLE,
) -> None:
    """Print which parts of the copybook language are laid out, recorded, left out or refused."""
    from generator import supported

    prints = {
        SupportFormat.TABLE: supported.as_table,
        SupportFormat.JSON: supported.as_json,
        SupportFormat.MARKDOWN: supported.as_markdown,
    }
    typer.echo(prints[shape](), nl=False)


@app.command()
def generate(
    context: typer.Context,
    jobs: shell.Jobs = None,
    every: shell.Every = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, write nothing.")
    ] = False,
    force: Annotated[
        list[str] | None,
        typer.Option(
            "--force",
            metavar="PATH",
            show_default=False,
            help="Overwrite this file although it was edited; may be repeated.",
        ),
    ] = None,
    merging: Annotated[
        bool,
        typer.Option("--merge", help="Join edited files with what is generated, as git does."),
    ] = False,
    baseline: Annotated[
        bool,
        typer.Option("--baseline", help="Accept the tables as they are now: none is deployed yet."),
    ] = False,
    target: Annotated[
        list[str] | None,
        typer.Option(
            "--target",
            metavar="TARGET",
            show_default=False,
            help="Write the DDL and SQL of this target only; may be repeated.",
        ),
    ] = None,
    processes: shell.Processes = 1,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Write python/<job_name>/ from the copybooks and job.yaml."""
    if force and (every or len(jobs or ()) != 1):
        raise typer.BadParameter("--force names files of one job: name exactly one JOB")
    work = partial(
        run.generate,
        dry_run=dry_run,
        forced=tuple(force or ()),
        targets=tuple(target or ()),
        merging=merging,
        baseline=baseline,
    )
    chosen = shell.places("generate", shell.root_of(context, root), jobs, every=every, shape=shape)
    shell.run_jobs("generate", work, chosen, processes, shape, console.show_generated)


@app.command()
def check(
    context: typer.Context,
    jobs: shell.Jobs = None,
    every: shell.Every = False,
    processes: shell.Processes = 1,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Tell whether the output is what the inputs give."""
    chosen = shell.places("check", shell.root_of(context, root), jobs, every=every, shape=shape)
    shell.run_jobs("check", run.check, chosen, processes, shape, console.show_checked)


@app.command()
def lint(
    context: typer.Context,
    jobs: shell.Jobs = None,
    every: shell.Every = False,
    processes: shell.Processes = 1,
    shape: Annotated[
        LintFormat, typer.Option("--format", help="How the findings are printed.")
    ] = LintFormat.TABLE,
    root: shell.Root = None,
) -> None:
    """Tell what a DBA would say of the tables, and what else was found; see explain."""
    start = shell.root_of(context, root)
    chosen = shell.places("lint", start, jobs, every=every, shape=shape)
    shell.run_jobs(
        "lint", run.lint, chosen, processes, shape, console.show_linted, _form(shape, start)
    )


def _form(shape: LintFormat, root: Path) -> Callable[[list[JobReport]], None] | None:
    """What prints the findings of all jobs at once."""
    from generator.linted import as_annotations, as_sarif

    forms: dict[LintFormat, Callable[[list[JobReport]], str]] = {
        LintFormat.SARIF: partial(as_sarif, root=root),
        LintFormat.GITHUB: as_annotations,
    }
    form = forms.get(shape)
    return None if form is None else lambda reports: typer.echo(form(reports), nl=False)


@app.command()
def diff(
    context: typer.Context,
    job: shell.OneJob,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Show what generate would change, in the tables and in the files."""
    chosen = shell.places("diff", shell.root_of(context, root), [job], every=False, shape=shape)
    shell.run_jobs("diff", run.diff, chosen, 1, shape, console.show_diff)


@app.command()
def review(
    context: typer.Context,
    job: shell.OneJob,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Write the page that the DBA reads, and name it."""
    chosen = shell.places("review", shell.root_of(context, root), [job], every=False, shape=shape)
    work = partial(run.generate, reports_only=True)
    shell.run_jobs("review", work, chosen, 1, shape, console.show_review)


@app.command()
def explain(
    code: Annotated[list[str] | None, typer.Argument(metavar="CODE...", show_default=False)] = None,
    shape: Annotated[
        SupportFormat, typer.Option("--format", help="How the page is printed.")
    ] = SupportFormat.TABLE,
) -> None:
    """Print what a code means, with an example and its cure; without a code the list of all."""
    from generator import explain as pages

    try:
        chosen = pages.find(tuple(code or ()))
    except KeyError as unknown:
        raise typer.BadParameter(str(unknown.args[0])) from None
    if shape is SupportFormat.JSON:
        typer.echo(pages.as_json(chosen, whole=bool(code)), nl=False)
    elif shape is SupportFormat.MARKDOWN:
        typer.echo(pages.as_markdown(chosen) if code else pages.index(), nl=False)
    elif code:
        typer.echo(pages.as_text(chosen, terminal=sys.stdout.isatty()), nl=False)
    else:
        typer.echo(pages.as_list(chosen), nl=False)


@app.command()
def schema(
    defaults: Annotated[
        bool, typer.Option("--defaults", help="That of source/jobs/defaults.yaml.")
    ] = False,
) -> None:
    """Print the JSON schema of job.yaml, for editors."""
    from generator.config.schema import defaults_schema, json_schema

    typer.echo(defaults_schema() if defaults else json_schema(), nl=False)


def _given_root() -> Path:
    arguments = sys.argv[1:]
    for position, word in enumerate(arguments):
        if word.startswith("--root="):
            return Path(word.removeprefix("--root="))
        if word == "--root" and position + 1 < len(arguments):
            return Path(arguments[position + 1])
    return Path()
