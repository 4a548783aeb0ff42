"""What must hold in `input:`, `files:` and where headers and trailers are told from the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.config.encodings import COMMON, MIXED, code_page
from generator.config.model import Trailer
from generator.config.select import is_selector, suggest
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.model import Input, JobConfig, RecordRule, Variant
    from generator.config.where import KeyPath, Where

_FILE_NAME = re.compile(r"[A-Za-z0-9@#$_][A-Za-z0-9@#$_.-]*")
_OF_ROWS = ("key", "tables", "indexes", "control_totals", "redefines", "occurs", "fields")


def check_inputs(config: JobConfig, where: Where) -> Iterator[Problem]:
    """Every contradiction of the sections that describe files."""
    yield from _input(config.input, ("input",), where)
    for name, rule in config.files.items():
        yield from _file_name(name, where)
        yield from _input(rule.input, ("files", name, "input"), where)


def check_role(rule: RecordRule, path: KeyPath, where: Where) -> Iterator[Problem]:
    """A header or a trailer has no table, so it has no rules for one."""
    if rule.role != "detail":
        for key in (*_OF_ROWS, "ignore"):
            if getattr(rule, key) and (*path, key) in where:
                message = f"the record is a {rule.role}, which becomes no table, yet has {key}"
                hint = "remove it, or remove role"
                yield Problem("CFG161", message, where(*path, key), hint)
    yield from _trailer(rule, path, where)


def check_branch_role(rule: Variant, path: KeyPath, where: Where) -> Iterator[Problem]:
    """The same of a branch of a REDEFINES."""
    if rule.role != "detail" and rule.into is not None:
        message = f"the branch is a {rule.role}, which becomes no table, yet has into"
        yield Problem("CFG161", message, where(*path, "into"), "remove it, or remove role")
    yield from _trailer(rule, path, where)


def _trailer(rule: RecordRule | Variant, path: KeyPath, where: Where) -> Iterator[Problem]:
    trailer = rule.trailer
    if trailer == Trailer():
        return
    if rule.role != "trailer":
        message = "trailer goes with role: trailer"
        yield Problem("CFG162", message, where(*path, "trailer"), "add it, or remove trailer")
    if trailer.counts_all and trailer.count is None:
        message = "counts_all goes with count"
        place = where(*path, "trailer", "counts_all")
        yield Problem("CFG162", message, place, "name the field with the number of records")
    named: dict[KeyPath, str] = {("totals", key): key for key in trailer.totals}
    named |= {("count",): trailer.count} if trailer.count else {}
    for keys, text in named.items():
        if not is_selector(text):
            place = where(*path, "trailer", *keys)
            hint = "write A, A OF B or B.A"
            yield Problem("CFG150", f"{text!r} is not a COBOL name", place, hint)
    for key, text in trailer.totals.items():
        if not is_selector(text):
            place = where.value(*path, "trailer", "totals", key)
            hint = "write A, A OF B, B.A; * and ? are wildcards"
            yield Problem("CFG150", f"{text!r} is not a COBOL name", place, hint)


def _file_name(name: str, where: Where) -> Iterator[Problem]:
    if not _FILE_NAME.fullmatch(name):
        message = f"{name!r} cannot be given on the command line as NAME=FILE"
        hint = "use letters, digits, _, - and points"
        yield Problem("CFG163", message, where("files", name), hint)


def _input(rule: Input, path: KeyPath, where: Where) -> Iterator[Problem]:
    if rule.encoding is not None:
        yield from _encoding(rule, rule.encoding, path, where)
    if rule.format not in (None, "variable"):
        for key in ("blocked", "descriptors"):
            if getattr(rule, key):
                message = f"{key} has a meaning only with format: variable"
                yield Problem("CFG164", message, where(*path, key), "remove it, or the format")


def _encoding(rule: Input, name: str, path: KeyPath, where: Where) -> Iterator[Problem]:
    page = code_page(name)
    if isinstance(page, str):
        near = suggest(name, COMMON)
        meant = f"did you mean {near}? " if near else ""
        hint = f"{meant}usual are cp037, cp500, cp1047, cp1140 and ascii, with DBCS {MIXED[0]}"
        message = f"{name} is not taken: {page}"
        yield Problem("CFG160", message, where.value(*path, "encoding"), hint)
    elif page.mixed and rule.dbcs not in (None, page.name):
        message = f"dbcs is {rule.dbcs}, but the double-byte characters of {page.name} are its own"
        yield Problem("CFG164", message, where.value(*path, "dbcs"), "remove dbcs")
    elif page.ebcdic and rule.signs == "ascii":
        message = f"signs: ascii has no meaning with {page.name}, which is EBCDIC"
        yield Problem("CFG164", message, where(*path, "signs"), "remove it, or correct encoding")
