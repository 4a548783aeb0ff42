"""Options of the command line that say how copybooks are read; `inspect` and `init` have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from generator.choices import Arith, Pointers, SourceFormat
from generator.copybook.dialect import NO_CURRENCY, TOLERANCES, Dialect

if TYPE_CHECKING:
    from generator.config.model import Copybooks

Lines = Annotated[SourceFormat, typer.Option("--source-format", help="How its lines are laid out.")]
Replacing = Annotated[
    list[str] | None,
    typer.Option(
        "--replacing",
        metavar="OLD=NEW",
        show_default=False,
        help="Replace a word or a part of one, as COPY REPLACING does.",
    ),
]
Debugging = Annotated[
    bool, typer.Option("--debugging-lines", help="Take the lines with D in column 7.")
]
DecimalComma = Annotated[bool, typer.Option("--decimal-comma", help="DECIMAL-POINT IS COMMA.")]
Currency = Annotated[
    str, typer.Option("--currency", metavar="SYMBOL", help="The symbol of CURRENCY SIGN.")
]
Digits = Annotated[
    Arith, typer.Option("--arith", help="Up to 18 digits, or up to 31 (ARITH(EXTEND)).")
]
Addresses = Annotated[Pointers, typer.Option("--lp", help="Pointers of 4 bytes, or of 8 (LP(64)).")]
Program = Annotated[
    bool, typer.Option("--program", help="Take the records of a program's DATA DIVISION.")
]
SharedRecords = Annotated[
    bool, typer.Option("--shared-records", help="The 01s share their storage, as under one FD.")
]
Tolerate = Annotated[
    list[str] | None,
    typer.Option(
        "--tolerate",
        metavar="NAME",
        show_default=False,
        help=f"Accept a breach of the language; may be repeated: {', '.join(TOLERANCES)}.",
    ),
]


def pairs(replacing: Sequence[str] | None) -> tuple[tuple[str, str], ...]:
    """What is to be replaced by what; raises typer.BadParameter."""
    for pair in replacing or ():
        if not pair.partition("=")[0] or "=" not in pair:
            raise typer.BadParameter(f"--replacing {pair}: write OLD=NEW")
    return tuple((old, new) for old, _, new in (pair.partition("=") for pair in replacing or ()))


def dialect(  # noqa: PLR0913 - the options of the command line
    *,
    debugging: bool,
    decimal_comma: bool,
    currency: str,
    arith: Arith,
    lp: Pointers,
    program: bool,
    shared_records: bool,
    tolerate: Sequence[str] | None,
) -> Dialect:
    """What the options say of the program around a copybook; raises typer.BadParameter."""
    for name in tolerate or ():
        if name not in TOLERANCES:
            raise typer.BadParameter(f"--tolerate {name}: {_one_of(name, TOLERANCES)}")
    if not currency.isprintable() or len(currency) != 1:
        raise typer.BadParameter(f"--currency {currency}: one character, as a PICTURE has it")
    if currency.upper() in NO_CURRENCY:
        message = f"--currency {currency}: it means something else in a PICTURE"
        raise typer.BadParameter(f"{message}, so that CURRENCY SIGN cannot name it")
    return Dialect(
        debugging=debugging,
        decimal_comma=decimal_comma,
        currency=currency,
        arith_extend=arith is Arith.EXTEND,
        lp64=lp is Pointers.LP64,
        program=program,
        shared_records=shared_records,
        tolerate=tuple(dict.fromkeys(tolerate or ())),
    )


def settings(
    lines: SourceFormat, replacing: Sequence[tuple[str, str]], dialect: Dialect
) -> Copybooks | None:
    """The same as job.yaml says it under `copybooks:`; None when all options are left out."""
    from generator.config.model import Copybooks  # noqa: PLC0415 - not for help

    given = Copybooks(
        format=lines.value,
        replacing=dict(replacing),
        debugging_lines=dialect.debugging,
        decimal_point="comma" if dialect.decimal_comma else "period",
        currency=dialect.currency,
        arith="extend" if dialect.arith_extend else "compat",
        lp=64 if dialect.lp64 else 32,
        program=dialect.program,
        shared_records=dialect.shared_records,
        tolerate=cast("tuple[Any, ...]", dialect.tolerate),
    )
    return None if given == Copybooks() else given


def _one_of(given: str, known: Iterable[str]) -> str:
    close = get_close_matches(given, list(known), 1)
    return f"did you mean {close[0]}?" if close else f"one of {', '.join(known)}"
