"""The commands of `cobrepo migrate`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from generator import console, run, shell
from generator.choices import Format

app = typer.Typer(
    name="migrate",
    help="Takes tables that hold data to what the copybooks say now.",
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def plan(
    context: typer.Context,
    job: shell.OneJob,
    target: Annotated[
        list[str] | None,
        typer.Option(
            "--target",
            metavar="TARGET",
            show_default=False,
            help="Show the SQL of this target only; may be repeated.",
        ),
    ] = None,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Show what changed since the last accepted tables, and the SQL that follows; write nothing."""
    work = partial(run.migrate, "plan", targets=tuple(target or ()))
    _on("migrate plan", work, context, job, shape, root)


@app.command()
def new(
    context: typer.Context,
    job: shell.OneJob,
    slug: Annotated[
        str | None,
        typer.Option("--slug", metavar="WORDS", show_default=False, help="Words of its file name."),
    ] = None,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Write the migration, accept the tables, and generate what follows from them."""
    _on("migrate new", partial(run.migrate, "new", slug=slug), context, job, shape, root)


@app.command()
def verify(
    context: typer.Context,
    job: shell.OneJob,
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Tell whether the migrations are whole and unedited, and run them on empty sqlite tables."""
    _on("migrate verify", partial(run.migrate, "verify"), context, job, shape, root)


@app.command(name="accept-rename")
def accept_rename(
    context: typer.Context,
    job: shell.OneJob,
    old: Annotated[str, typer.Argument(metavar="OLD", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False)],
    shape: shell.Shape = Format.TABLE,
    root: shell.Root = None,
) -> None:
    """Write into job.yaml that a column (TABLE.COLUMN) or a table has a new name."""
    work = partial(run.migrate, "accept_rename", old=old, new=new)
    _on("migrate accept-rename", work, context, job, shape, root)


def _on(
    command: str,
    work: shell.Work,
    context: typer.Context,
    job: str,
    shape: Format,
    root: shell.Root,
) -> None:
    chosen = shell.places(command, shell.root_of(context, root), [job], every=False, shape=shape)
    shell.run_jobs(command, work, chosen, 1, shape, console.show_migration)
