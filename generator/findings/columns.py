"""Types of columns: where another one takes less room, or holds what the name promises.

A field is reported once, also where several tables or numbered columns come from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.guesses.dates import guess_date
from generator.config.guesses.names import words
from generator.copybook.fields import Usage
from generator.findings.model import Case, note, warning
from generator.relational.tables import Char, Date, Decimal, Float, Time, Timestamp, VarChar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem
    from generator.relational.tables import Column

SHORT = 10  # characters from which a varying text pays
LONG = 100
MANY_NULLS = 10
IDENTIFIER = 5  # digits
IDENTIFIERS = frozenset(("ID", "NO", "NUM", "NUMBER", "NBR", "NR", "KEY", "IDENT", "ACCT", "SSN"))
AMOUNTS = frozenset(
    (
        *("AMT", "AMOUNT", "BAL", "BALANCE", "PRICE", "COST", "TOTAL", "TOT", "TAX", "FEE"),
        *("PREM", "PREMIUM", "SALARY", "GROSS", "NET", "PAY", "PAYMENT", "CHARGE"),
    )
)
_REQUIRED = (False,)  # not nullable, as Target.row_bytes takes it
DATES = frozenset(("DATE", "DT", "DTE", "DAT", "TIMESTAMP", "TS"))


def short_varying(case: Case) -> Iterator[Problem]:
    """The length of a VARCHAR takes room, too. A level-49 pair is one already where it is from."""
    for target in case.scene.targets[:1]:
        size = target.row_bytes
        for column in case.own:
            kind = column.type
            varying = column.source and column.source.varying
            if isinstance(kind, VarChar) and kind.length < SHORT and size and not varying:
                more = size(kind, *_REQUIRED) - size(Char(kind.length), *_REQUIRED)
                told = (
                    f"{column.name} is {target.spell(kind)}: its length takes {more} bytes, "
                    f"more than trimming {kind.length} characters saves"
                )
                hint = f"type: CHAR({kind.length}) under fields in job.yaml"
                yield warning("DDL211", case.column(column.name), told, case.at(column), hint)


def long_fixed(case: Case) -> Iterator[Problem]:
    """A long CHAR stores its blanks in every row, unless the rows are compressed."""
    if case.entity.final.physical.compress or not case.scene.targets:
        return
    for column in case.own:
        if isinstance(column.type, Char) and column.type.length > LONG:
            length = column.type.length
            told = f"{column.name} is CHAR({length}): each row stores {length} bytes, mostly blanks"
            hint = (
                f"type: VARCHAR({length}) stores what is there; defaults.text.varchar_over: {LONG} "
                "says so for every field, physical.final.compress for the whole row"
            )
            yield note("DDL212", case.column(column.name), told, case.at(column), hint)


def even_precision(case: Case) -> Iterator[Problem]:
    """A packed decimal has room for an odd number of digits, in the record as in the column.

    (Db2 SQL Reference, "CREATE TABLE", byte counts: DECIMAL(p,s) takes p / 2 + 1 bytes.)
    """
    even = [column for column in case.own if _is_even(column)]
    if not even:
        return
    first, count = even[0], len({id(c.source.field) for c in even if c.source})
    size, scale = _precision(first), first.source.field.scale if first.source else 0
    fields = "a packed field" if count == 1 else f"{count} packed fields"
    told = (
        f"{fields} of {case.name} with an even number of digits: {first.name} "
        f"DECIMAL({size},{scale}) takes the {size // 2 + 1} bytes of DECIMAL({size + 1},{scale})"
    )
    hint = (
        f"type: DECIMAL({size + 1},{scale}) costs nothing, and the day the picture gets its next "
        "digit the table has it already: no ALTER, no REORG"
    )
    yield note("DDL213", case.name, told, case.at(first), hint)


def _is_even(column: Column) -> bool:
    """A column as its COMP-3 item declares it, with a digit to spare."""
    field = column.source.field if column.source else None
    size = _precision(column)
    packed = field is not None and field.usage is Usage.COMP_3 and field.digits == size
    return packed and size % 2 == 0


def _precision(column: Column) -> int:
    return column.type.precision if isinstance(column.type, Decimal) else 0


def undated(case: Case) -> Iterator[Problem]:
    """A date that is a number takes 30 February, and no date arithmetic."""
    for column in case.own:
        if column.source is None or isinstance(column.type, Date | Time | Timestamp):
            continue
        field = column.source.field
        guess = guess_date(field)
        if guess and (guess.sure or DATES & set(words(field.name))):
            pivot = ", pivot: 50" if guess.needs_pivot else ""
            told = f"{column.name} is {_spelt(case, column)}, yet seems to be a date or time"
            hint = f"{guess.reason}: {field.name}: {{date: {guess.pattern}{pivot}}} under fields"
            yield note("DDL214", case.column(column.name), told, case.at(column), hint)


def number_as_identifier(case: Case) -> Iterator[Problem]:
    """Digits that nobody calculates with, and whose leading zeros people see elsewhere."""
    numbers = [column for column in case.own if _is_identifier(case, column)]
    if numbers and case.entity.parent is None:
        listed = ", ".join(f"{column.name} {_spelt(case, column)}" for column in numbers)
        told = f"the key of {case.name} has identifiers that lose their leading zeros: {listed}"
        hint = (
            f"type: CHAR({_digits(numbers[0])}) keeps them; waive this where other tables have "
            "these numbers as DECIMAL, too"
        )
        yield note("DDL215", case.name, told, case.at(numbers[0]), hint)


def _is_identifier(case: Case, column: Column) -> bool:
    """An unsigned zoned number in the key, called a number and too long to be a count."""
    if column.name not in case.entity.key or column.source is None:
        return False
    field = column.source.field
    plain = field.usage is Usage.DISPLAY and not field.signed
    return plain and _digits(column) >= IDENTIFIER and words(field.name)[-1] in IDENTIFIERS


def _digits(column: Column) -> int:
    """Of a DECIMAL without decimals, 0 of anything else."""
    kind = column.type
    return kind.precision if isinstance(kind, Decimal) and not kind.scale else 0


def many_nulls(case: Case) -> Iterator[Problem]:
    """COBOL has no null: where most columns may be null it is a default, not a decision."""
    if case.scene.loaded.config.defaults.nulls != "keys-and-audit-only":
        return
    data = [c for c in case.own if c.name not in case.entity.key and not _is_time(c)]
    empty = [column for column in data if column.nullable]
    if len(empty) >= MANY_NULLS and len(empty) * 2 > len(data):
        told = (
            f"{len(empty)} of {len(data)} data columns of {case.name} may be null: a byte each in "
            "every row, and a third answer in every comparison"
        )
        hint = "defaults.nulls: dates-only; COBOL has no null, so blanks and zeros are what is read"
        yield note("DDL216", case.name, told, case.place, hint)


def approximate_amount(case: Case) -> Iterator[Problem]:
    """Sums of floating-point amounts depend on the order of the rows."""
    for column in case.own:
        if not isinstance(column.type, Float) or column.source is None:
            continue
        if AMOUNTS & set(words(column.source.field.name)):
            told = f"{column.name} is {_spelt(case, column)}: an amount whose sums are not exact"
            hint = "it is floating-point in the copybook too; no control total can hold it"
            yield note("DDL217", case.column(column.name), told, case.at(column), hint)


def _is_time(column: Column) -> bool:
    return isinstance(column.type, Date | Time | Timestamp)


def _spelt(case: Case, column: Column) -> str:
    spell = case.scene.targets[0].spell if case.scene.targets else None
    return spell(column.type) if spell else type(column.type).__name__.upper()
