"""Differences between two relational models, in words."""

from __future__ import annotations

from generator.output.snapshot import changes

COLUMNS = [
    {"name": "ID", "type": "DECIMAL(9,0)", "nullable": False, "offset": 0},
    {"name": "NAME", "type": "CHAR(20)", "nullable": True, "offset": 5},
]


def model(*columns: dict[str, object], name: str = "T", **more: object) -> dict[str, object]:
    table = {"columns": list(columns), "primary_key": ["ID"], "indexes": {}, "checks": {}} | more
    return {"name": None, "tables": {name: table}}


def test_nothing() -> None:
    assert changes(model(*COLUMNS), model(*COLUMNS)) == ()


def test_tables() -> None:
    assert changes(model(*COLUMNS, name="A"), model(*COLUMNS, name="B")) == (
        "- table A",
        "+ table B (2 columns)",
    )


def test_columns() -> None:
    wider = COLUMNS[1] | {"type": "CHAR(30)"}
    added = {"name": "BORN", "type": "DATE", "nullable": True}
    assert changes(model(*COLUMNS), model(COLUMNS[0], wider, added)) == (
        "+ T: column BORN DATE",
        "~ T: column NAME: type CHAR(20) -> CHAR(30)",
    )


def test_another_order() -> None:
    assert changes(model(*COLUMNS), model(*reversed(COLUMNS))) == (
        "~ T: columns are in another order",
    )


def test_keys_indexes_and_checks() -> None:
    old = model(*COLUMNS, indexes={"IX": {"columns": "NAME", "unique": False}})
    new = model(*COLUMNS, primary_key=["ID", "NAME"], checks={"CK": "NAME, 'A'"})
    assert changes(old, new) == (
        "~ T: primary key (ID) -> (ID, NAME)",
        "- T: index IX",
        "+ T: check CK NAME, 'A'",
    )


def test_another_schema() -> None:
    assert changes({"name": None}, {"name": "BANKING"}) == ("schema: None -> BANKING",)


def test_the_first_time() -> None:
    assert changes({}, model(*COLUMNS)) == ("+ table T (2 columns)",)


def at(offset: int, name: str) -> dict[str, object]:
    source = f"REC.{name}"
    return {"name": name, "type": "CHAR(5)", "nullable": True, "source": source, "offset": offset}


def test_fields_that_move_are_told_once_and_in_runs() -> None:
    def both(*columns: dict[str, object]) -> dict[str, object]:
        tables: dict[str, object] = {}
        for name in ("FINAL", "STG"):
            table = model(*columns, name=name, record="REC")["tables"]
            assert isinstance(table, dict)
            tables |= table
        return {"name": None, "tables": tables}

    old = both(at(0, "A"), at(5, "B"), at(10, "C"), at(15, "D"), at(20, "E"), at(25, "F"))
    new = both(at(0, "A"), at(6, "B"), at(11, "C"), at(16, "D"), at(20, "E"), at(23, "F"))
    assert changes(old, new) == (
        "~ REC: 3 fields from B to D move by +1",
        "~ REC: F moves by -2, from offset 25 to 23",
    )


def test_a_moved_field_that_changes_otherwise() -> None:
    wider = at(6, "A") | {"type": "CHAR(9)"}
    assert changes(model(at(5, "A"), record="REC"), model(wider, record="REC")) == (
        "~ T: column A: type CHAR(5) -> CHAR(9)",
        "~ REC: A moves by +1, from offset 5 to 6",
    )
