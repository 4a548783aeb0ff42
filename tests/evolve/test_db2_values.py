"""Values of one type as values of another on H2, and the checks that find those that are none."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from generator.evolve.model import Evolution, Pair, TableChange
from generator.relational.accepted import AcceptedSchema, AcceptedTable, Place, TableKind, parsed
from generator.relational.tables import Check, Column, DateRule, Index, Role, Table
from tests.evolve.db2_h2 import TARGETS, Database, both_ways

ID = Column("ID", "", parsed("INTEGER"), Role.KEY, comment="ID PIC S9(9) COMP")

Types = tuple[str, str, str | None]  # former and later type, and the picture


def column(name: str, kind: str, *, nullable: bool = True, default: str | None = None) -> Column:
    return Column(
        name, "", parsed(kind), Role.DATA, nullable=nullable, default=default, comment=name
    )


def table(*columns: Column, picture: str | None = None, **more: object) -> AcceptedTable:
    inner = Table("T", (ID, *columns), ("ID",), "PK_T")
    places = {c.name: Place((c.name,), picture=picture) for c in columns} if picture else {}
    return AcceptedTable(TableKind.FINAL, replace(inner, **more), places=places)  # type: ignore[arg-type]


def evolution(before: AcceptedTable, after: AcceptedTable) -> Evolution:
    """Columns are the same by their place in the table."""
    width = max(len(before.columns), len(after.columns))
    sides = [(*t.columns, *[None] * (width - len(t.columns))) for t in (before, after)]
    pairs = tuple(Pair(old, new) for old, new in zip(*sides, strict=True))
    return Evolution(
        AcceptedSchema("JOB", 0, None, (before,)),
        AcceptedSchema("JOB", 1, None, (after,)),
        (TableChange(before, after, pairs),),
    )


def made_of(types: Types) -> Evolution:
    """A column that changes its type; the picture is that of the whole number."""
    before, after, picture = types
    return evolution(
        table(column("A", before), picture=picture), table(column("A", after), picture=picture)
    )


def carried(made: Evolution, target: str, *literals: str) -> tuple[list[str], list[str | None]]:
    """What the checks find; and the values afterwards, when that is nothing."""
    up, _ = both_ways(made, target)
    former = made.before.tables[0].columns[1].name
    later = made.after.tables[0].columns[1].name
    with closing(Database(target)) as database:
        database.create(made.before)
        for number, value in enumerate(literals, 1):
            database.execute(f"INSERT INTO T (ID, {former}) VALUES ({number}, {value})")
        found = database.offenders(up, made.before)
        if found:
            return found, []
        database.carry_out(up, made.before)
        rows = database.rows(f"SELECT {later} FROM T ORDER BY ID")
        return [], [row[0] and row[0].rstrip() for row in rows]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("types", "literals", "expected"),
    [
        (("DECIMAL(5,0)", "CHAR(5)", "9(5)"), ["42", "99999", "NULL"], ["00042", "99999", None]),
        (("DECIMAL(5,0)", "VARCHAR(6)", "S9(5)"), ["-42", "-12345"], ["-42", "-12345"]),
        (("SMALLINT", "CHAR(5)", "9(3)"), ["7", "12345"], ["007", "12345"]),
        (("INTEGER", "CHAR(12)", None), ["7", "-7"], ["7", "-7"]),
        (("DECIMAL(7,2)", "CHAR(9)", "S9(5)V99"), ["-12.30", "0.05"], ["-12.30", "0.05"]),
        (("DECIMAL(3,3)", "CHAR(9)", "V999"), ["0.120"], ["0.120"]),
        (("CHAR(5)", "DECIMAL(5,0)", "X(5)"), ["'00042'", "NULL"], ["42", None]),
        (("CHAR(6)", "INTEGER", "S9(5)"), ["'-42'", "'00042'"], ["-42", "42"]),
        (("CHAR(9)", "DECIMAL(7,2)", "X(9)"), ["'-12.30'", "'0.05'"], ["-12.30", "0.05"]),
        (("CHAR(8)", "DATE", "X(8)"), ["'20260131'", "'        '"], ["2026-01-31", None]),
        (("CHAR(10)", "DATE", "X(10)"), ["'2026-01-31'"], ["2026-01-31"]),
        (("DECIMAL(8,0)", "DATE", "9(8)"), ["20260131", "0"], ["2026-01-31", None]),
        (("DATE", "CHAR(8)", "X(8)"), ["'2026-01-31'"], ["20260131"]),
        (("DATE", "CHAR(10)", "X(10)"), ["'2026-01-31'"], ["2026-01-31"]),
        (("DATE", "DECIMAL(8,0)", "9(8)"), ["'2026-01-31'"], ["20260131"]),
        (("CHAR(5)", "CHAR(3)", "X(5)"), ["'abc'"], ["abc"]),
        (("VARCHAR(5)", "CHAR(8)", "X(5)"), ["'abc'"], ["abc"]),
        (("CHAR(3)", "VARCHAR(8)", "X(3)"), ["'abc'"], ["abc"]),
        (("DECIMAL(7,2)", "DECIMAL(9,4)", None), ["1.25", "-1.25"], ["1.2500", "-1.2500"]),
        (("DECIMAL(7,2)", "DECIMAL(5,0)", None), ["12.00"], ["12"]),
        (("BIGINT", "SMALLINT", None), ["-32768", "32767"], ["-32768", "32767"]),
        (("REAL", "DOUBLE", None), ["1.5"], ["1.5"]),
        (("DOUBLE", "DECIMAL(5,1)", None), ["1.5"], ["1.5"]),
        (("DOUBLE", "REAL", None), ["1.5"], ["1.5"]),
        (("DECIMAL(17,0)", "DOUBLE", None), ["12345678901234500"], ["1.23456789012345E16"]),
        (("BITDATA(2)", "BITDATA(3)", None), ["X'0102'"], None),
    ],
)
def test_values_are_carried(
    target: str, types: Types, literals: list[str], expected: list[str | None] | None
) -> None:
    found, values = carried(made_of(types), target, *literals)
    assert found == []
    if expected is not None:
        assert values == expected
    assert len(values) == len(literals)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("types", "literal"),
    [
        (("CHAR(5)", "DECIMAL(5,0)", "X(5)"), "'12A45'"),
        (("CHAR(5)", "DECIMAL(5,0)", "X(5)"), "'42'"),
        (("CHAR(5)", "DECIMAL(5,0)", "X(5)"), "''"),
        (("CHAR(6)", "DECIMAL(5,0)", "9(5)"), "'000042'"),
        (("CHAR(6)", "DECIMAL(5,0)", "9(5)"), "'123456'"),
        (("CHAR(6)", "DECIMAL(5,0)", "9(5)"), "'1-2345'"),
        (("CHAR(6)", "DECIMAL(5,0)", "9(5)"), "'-00042'"),
        (("CHAR(9)", "DECIMAL(7,2)", "X(9)"), "'12.3'"),
        (("CHAR(9)", "DECIMAL(7,2)", "X(9)"), "'012.30'"),
        (("CHAR(9)", "DECIMAL(7,2)", "X(9)"), "'123456.00'"),
        (("CHAR(9)", "DECIMAL(7,2)", "X(9)"), "'1.2.30'"),
        (("CHAR(9)", "DOUBLE", None), "'twelve'"),
        (("DECIMAL(7,0)", "CHAR(5)", "9(7)"), "1234567"),
        (("CHAR(5)", "CHAR(3)", None), "'abcd'"),
        (("BITDATA(3)", "BITDATA(2)", None), "X'010203'"),
        (("DECIMAL(7,2)", "DECIMAL(5,2)", None), "1000.00"),
        (("DECIMAL(7,2)", "DECIMAL(7,1)", None), "1.25"),
        (("DECIMAL(7,2)", "INTEGER", None), "1.25"),
        (("BIGINT", "SMALLINT", None), "32768"),
        (("BIGINT", "SMALLINT", None), "-32769"),
        (("DOUBLE", "DECIMAL(5,1)", None), "1E6"),
        (("DOUBLE", "DECIMAL(5,1)", None), "1.25"),
        (("DOUBLE", "INTEGER", None), "1.5"),
        (("DOUBLE", "REAL", None), "0.1"),
        (("DECIMAL(17,0)", "DOUBLE", None), "12345678901234567"),
        (("CHAR(8)", "DATE", None), "'20261301'"),
        (("CHAR(10)", "DATE", None), "'31.01.2026'"),
        (("DECIMAL(8,0)", "DATE", None), "20260132"),
        (("DATE", "DECIMAL(6,0)", None), "'2026-01-31'"),
    ],
)
def test_a_check_finds_what_cannot_be_carried(target: str, types: Types, literal: str) -> None:
    made = made_of(types)
    found, _ = carried(made, target, literal)
    assert len(found) == 1
    assert found[0].startswith("A, ")
    assert carried(made, target, "NULL")[0] == []


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("zeros", ["null", "reject"])
@pytest.mark.parametrize("nullable", [True, False])
def test_zeros_become_null_where_the_reader_has_them_so(
    target: str, zeros: str, *, nullable: bool
) -> None:
    rule = DateRule("YYYYMMDD", zeros=zeros)
    later = table(column("A", "DATE", nullable=nullable))
    later = replace(later, places={"A": Place(("A",), date=rule)})
    made = evolution(table(column("A", "DECIMAL(8,0)", nullable=False)), later)
    found, values = carried(made, target, "0", "20260131")
    if nullable and zeros == "null":
        assert (found, values) == ([], [None, "2026-01-31"])
    else:
        assert found == ["A, DECIMAL(8,0) -> DATE: numbers that are no date."]


@pytest.mark.parametrize("target", TARGETS)
def test_another_pattern_is_not_taken_for_year_month_day(target: str) -> None:
    later = table(column("A", "DATE"))
    later = replace(later, places={"A": Place(("A",), date=DateRule("YYYYDDMM"))})
    made = evolution(table(column("A", "DECIMAL(8,0)")), later)
    assert len(carried(made, target, "20260201")[0]) == 1


@pytest.mark.parametrize("target", TARGETS)
def test_names_as_long_as_can_be_change_places(target: str) -> None:
    a, b = ("A" * 30, "B" * 30)
    before = table(column(a, "CHAR(1)"), column(b, "CHAR(1)"))
    made = evolution(before, table(column(b, "CHAR(1)"), column(a, "CHAR(1)")))
    up, _ = both_ways(made, target)
    with closing(Database(target)) as database:
        database.create(made.before)
        database.execute(f"INSERT INTO T (ID, {a}, {b}) VALUES (1, 'a', 'b')")
        database.carry_out(up, made.before)
        assert database.rows(f"SELECT {a}, {b} FROM T") == [("b", "a")]


@pytest.mark.parametrize("target", TARGETS)
def test_a_check_finds_nulls_under_a_new_not_null(target: str) -> None:
    made = evolution(table(column("A", "CHAR(1)")), table(column("A", "CHAR(1)", nullable=False)))
    assert carried(made, target, "'x'", "NULL")[0] == ["A: rows without a value."]
    assert carried(made, target, "'x'") == ([], ["x"])


@pytest.mark.parametrize("target", TARGETS)
def test_a_check_finds_values_outside_a_new_constraint(target: str) -> None:
    plain = table(column("A", "CHAR(1)", nullable=False))
    checked = table(
        column("A", "CHAR(1)", nullable=False), checks=(Check("CK_T_A", "A", ("'x'", "'y'")),)
    )
    made = evolution(plain, checked)
    told = ["CK_T_A: values of A that it does not allow."]
    assert carried(made, target, "'x'", "'z'")[0] == told
    assert carried(made, target, "'x'", "'y'") == ([], ["x", "y"])


@pytest.mark.parametrize("target", TARGETS)
def test_a_check_finds_what_a_new_key_would_have_twice(target: str) -> None:
    unique = (Index("UX_T", ("A",), unique=True),)
    made = evolution(table(column("A", "CHAR(1)")), table(column("A", "CHAR(1)"), indexes=unique))
    told = ["UX_T: keys that more than one row would have."]
    assert carried(made, target, "'x'", "'x'")[0] == told
    assert carried(made, target, "'x'", "'y'") == ([], ["x", "y"])


@pytest.mark.parametrize("target", TARGETS)
def test_a_key_of_text_is_asked_for_its_numbers(target: str) -> None:
    """'7' and '07' are two texts and one number; here the check on the text finds them first."""
    unique = (Index("UX_T", ("A",), unique=True),)
    made = evolution(
        table(column("A", "CHAR(2)"), picture="X(2)", indexes=unique),
        table(column("A", "DECIMAL(2,0)"), picture="9(2)", indexes=unique),
    )
    found, values = carried(made, target, "'07'", "'17'")
    assert (found, values) == ([], ["7", "17"])


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("CHAR(2)", "  "),
        ("VARCHAR(2)", ""),
        ("DECIMAL(3,1)", "0.0"),
        ("BIGINT", "0"),
        ("DATE", "0001-01-01"),
        ("TIME", "00:00:00"),
    ],
)
def test_a_new_column_has_its_initial_value_in_the_rows_that_are_there(
    target: str, kind: str, expected: str
) -> None:
    made = evolution(table(), table(column("B", kind, nullable=False)))
    up, down = both_ways(made, target)
    assert any(
        "Rows that are there get an initial value: B" in n for s in up.steps for n in s.notes
    )
    assert any(step.irreversible for step in down.steps)
    with closing(Database(target)) as database:
        database.create(made.before)
        database.execute("INSERT INTO T (ID) VALUES (1)")
        database.carry_out(up, made.before)
        assert database.rows("SELECT B FROM T") == [(expected,)]
        with pytest.raises(AssertionError, match="NULL not allowed"):
            database.execute("INSERT INTO T (ID) VALUES (2)")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("kind", "check", "expected"),
    [
        ("CHAR(1)", Check("CK_T_B", "B", ("'A'", "'B'")), "A"),
        ("CHAR(1)", Check("CK_T_B", "B", ("'A'", "' '")), " "),
        ("DECIMAL(3,0)", Check("CK_T_B", "B", (), (("5", "9"),)), "5"),
        ("DECIMAL(3,0)", Check("CK_T_B", "B", ("7",), (("0", "5"),)), "0"),
    ],
)
def test_an_initial_value_is_one_that_the_constraint_allows(
    target: str, kind: str, check: Check, expected: str
) -> None:
    made = evolution(table(), table(column("B", kind, nullable=False), checks=(check,)))
    with closing(Database(target)) as database:
        database.create(made.before)
        database.execute("INSERT INTO T (ID) VALUES (1)")
        database.carry_out(both_ways(made, target)[0], made.before)
        assert database.rows("SELECT B FROM T") == [(expected,)]


@pytest.mark.parametrize("target", TARGETS)
def test_names_that_go_round_change_places(target: str) -> None:
    made = evolution(
        table(column("A", "CHAR(1)"), column("B", "CHAR(1)"), column("C", "CHAR(1)")),
        table(column("B", "CHAR(1)"), column("C", "CHAR(1)"), column("A", "CHAR(1)")),
    )
    with closing(Database(target)) as database:
        database.create(made.before)
        database.execute("INSERT INTO T (ID, A, B, C) VALUES (1, 'a', 'b', 'c')")
        up, down = both_ways(made, target)
        database.carry_out(up, made.before)
        assert database.rows("SELECT A, B, C FROM T") == [("c", "a", "b")]
        database.carry_out(down, made.after)
        assert database.rows("SELECT A, B, C FROM T") == [("a", "b", "c")]


@pytest.mark.parametrize("target", TARGETS)
def test_a_new_column_takes_a_name_that_another_gives_up(target: str) -> None:
    made = evolution(
        table(column("A", "CHAR(1)")),
        table(column("B", "CHAR(1)"), column("A", "CHAR(1)", nullable=False)),
    )
    with closing(Database(target)) as database:
        database.create(made.before)
        database.execute("INSERT INTO T (ID, A) VALUES (1, 'a')")
        database.carry_out(both_ways(made, target)[0], made.before)
        assert database.rows("SELECT A, B FROM T") == [(" ", "a")]
        assert database.shape(made.after) == _fresh(target, made.after)


def _fresh(target: str, model: AcceptedSchema) -> object:
    with closing(Database(target)) as database:
        database.create(model)
        return database.shape(model)
