"""Each row of the support table against its example in tests/support/<key>.cpy.

Within its first ten lines an example says how it is read and what must come of it:

    *> with: OPTIONS          options of `cobrepo inspect`; the line may be left out
    *> expect: EXPECTATION    as below; LENGTH is the record's, one number for each record

    laid out LENGTH                 no error and no warning
    accepted LENGTH                 the same; the words decide neither on bytes nor on meaning
    recorded ITEM ATTRIBUTE [= TEXT]    ITEM is a field, condition-name, constant or record, and
                                    ATTRIBUTE the model's name for what is kept: occurs.keys
    left out CODE LENGTH            no error and no warning, a note with this code
    dialect CODE LENGTH             no error, a warning with this code
    refused CODE [at LINE:COLUMN]   this error and no other; without `at` it stands at one of the
                                    words of the row
    by option CODE LENGTH           with its options laid out, without them this error
    by option differs LENGTH        with its options laid out, without them laid out otherwise

An example that cannot hold these lines has them in tests/support/<key>.expect. Members that
examples copy are in tests/support/members.
"""

from __future__ import annotations

import operator
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from generator import cli
from generator.copybook import parse_copybook
from generator.copybook.dialect import TOLERANCES, Dialect
from generator.copybook.fields import Condition, Constant, Copybook, Field, Record
from generator.copybook.support.table import ROWS, Row, Treatment
from generator.inspect import as_json
from generator.problems import GenerationFailed, Problem, Severity
from generator.supported import as_markdown

FOLDER = Path(__file__).parent.parent / "support"
LINE = re.compile(r"^.{0,8}?\*>\s+(with|expect):\s+(.*?)\s*$")
HEAD = 10
ROOT = Path(__file__).parents[2]
DOC = ROOT / "docs" / "copybooks.md"
BEGIN = "<!-- cobrepo support --format markdown -->\n"
END = "<!-- end -->\n"
SAME = ("debugging", "decimal_comma", "currency", "program", "shared_records")


@dataclass(frozen=True)
class Example:
    """A copybook and what its header says."""

    row: Row
    path: Path
    options: str
    expected: str

    def read(self, *, plain: bool = False) -> Copybook:
        words = ["" if plain else self.options, "-I", (FOLDER / "members").as_posix()]
        return parse_copybook(self.path, **cli_arguments(" ".join(words)))

    def problems(self, *, plain: bool = False) -> tuple[Problem, ...]:
        try:
            return self.read(plain=plain).problems
        except GenerationFailed as failed:
            return failed.problems


def cli_arguments(options: str) -> dict[str, Any]:
    """What `cobrepo inspect X OPTIONS` hands to parse_copybook."""
    command = get_command(cli.app).commands["inspect"]  # type: ignore[attr-defined]
    given = command.make_context("inspect", ["X", *shlex.split(options)]).params
    dialect = Dialect(
        arith_extend=given["arith"] == "extend",
        lp64=given["lp"] == "64",
        tolerate=tuple(given["tolerate"] or ()),
        **{name: given[name] for name in SAME},
    )
    return {
        "source_format": given["source_format"],
        "libraries": given["libraries"] or (),
        "replacing": given["replacing"] or (),
        "dialect": dialect,
    }


def example(row: Row) -> Example:
    path = FOLDER / f"{row.key}.cpy"
    aside = path.with_suffix(".expect")
    text = (aside if aside.exists() else path).read_text(encoding="latin-1")
    found = (LINE.match(line) for line in text.removeprefix("ï»¿").splitlines()[:HEAD])
    head = {match[1]: match[2] for match in found if match}
    return Example(row, path, head.get("with", ""), head.get("expect", ""))


def lengths(book: Copybook) -> str:
    return " ".join(str(record.length) for record in book.records)


def of(severity: Severity, problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems if problem.severity is severity]


def laid_out(case: Example, rest: str) -> None:
    book = case.read()
    assert of(Severity.WARNING, book.problems) == []
    assert lengths(book) == rest


def recorded(case: Example, rest: str) -> None:
    found = re.fullmatch(r"(\S+) ([\w.]+)(?: = (.*))?", rest)
    assert found, f"write: recorded ITEM ATTRIBUTE [= TEXT], not {rest}"
    book = case.read()
    assert of(Severity.WARNING, book.problems) == []
    kept = operator.attrgetter(found[2])(item(book, found[1]))
    assert kept
    if found[3] is not None:
        assert str(kept) == found[3]


def item(book: Copybook, name: str) -> Field | Condition | Constant | Record:
    fields = [field for record in book.records for field in record.root.walk()]
    conditions = [condition for field in fields for condition in field.conditions]
    named = {record.name: record for record in book.records}
    every = [*fields, *conditions, *book.constants]
    return next((each for each in every if each.name == name), None) or named[name]


def left_out(case: Example, rest: str) -> None:
    code, _, length = rest.partition(" ")
    book = case.read()
    assert of(Severity.WARNING, book.problems) == []
    assert code in of(Severity.NOTE, book.problems)
    assert lengths(book) == length


def dialect(case: Example, rest: str) -> None:
    code, _, length = rest.partition(" ")
    book = case.read()
    assert set(of(Severity.WARNING, book.problems)) == {code}
    assert lengths(book) == length


def refused(case: Example, rest: str) -> None:
    code, _, place = rest.partition(" at ")
    errors = [each for each in case.problems() if each.severity is Severity.ERROR]
    assert {error.code for error in errors} == {code}
    assert case.row.code in {code, None}
    where = errors[0].location
    assert where
    if place:
        assert f"{where.line}:{where.column}" == place
    else:
        text = where.source_line[where.column - 1 :].upper()
        assert text.startswith(case.row.words), f"{text!r} is none of {case.row.words}"


def by_option(case: Example, rest: str) -> None:
    without, _, length = rest.partition(" ")
    assert case.options
    book = case.read()
    assert lengths(book) == length
    if without == "differs":
        assert as_json(case.read(plain=True)) != as_json(book)
    else:
        assert set(of(Severity.ERROR, case.problems(plain=True))) == {without}


PROOFS = {
    Treatment.LAID_OUT: laid_out,
    Treatment.RECORDED: recorded,
    Treatment.ACCEPTED: laid_out,
    Treatment.LEFT_OUT: left_out,
    Treatment.DIALECT: dialect,
    Treatment.OPTION: by_option,
    Treatment.REFUSED: refused,
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_the_example_is_treated_as_its_row_says(row: Row) -> None:
    case = example(row)
    assert case.expected.startswith(f"{row.treatment} "), f"{row.key} is to be {row.treatment}"
    PROOFS[row.treatment](case, case.expected.removeprefix(f"{row.treatment} "))


def test_each_row_has_its_example_and_each_example_its_row() -> None:
    keys = [row.key for row in ROWS]
    assert sorted(keys) == sorted({path.stem for path in FOLDER.glob("*.cpy")})
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("page", [DOC, ROOT / "README.md"], ids=lambda page: page.stem)
def test_the_documentation_shows_the_table(page: Path, *, update_golden: bool) -> None:
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    assert begin
    assert end
    expected = before + begin + f"\n{as_markdown()}\n" + end + after
    if update_golden:
        page.write_text(expected, encoding="utf-8")
    else:
        assert text == expected


def test_the_documentation_names_each_tolerance() -> None:
    text = DOC.read_text(encoding="utf-8")
    assert [f"| `{name}` | {what} |" in text for name, what in TOLERANCES.items()] == [
        True for _ in TOLERANCES
    ]
