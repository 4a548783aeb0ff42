"""Names of columns in tables that are there do not move because a rule for names does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.load import parse_job
from generator.copybook import parse_copybook
from generator.relational import to_schema
from generator.relational.accepted import AcceptedSchema, accepted
from generator.relational.tables import Schema
from generator.targets import find

BOOK = """
       01  CM-REC.
           05  CM-ID       PIC 9(5).
           05  CM-NAME     PIC X(9).
           05  CM-HOME.
               10  CM-CITY PIC X(9).
           05  CM-WORK.
               10  CM-CITY PIC X(9).
           05  CM-PHONE    OCCURS 3.
               10  CM-KIND PIC X.
               10  CM-NO   PIC X(12).
"""
RULES = "records: {CM-REC: {key: [CM-ID], occurs: {CM-PHONE: child_table}}}\n"
HEAD = "version: 1\njob: J\ntargets: [db2-luw]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "J").mkdir()
    return tmp_path / "J"


def mapped(folder: Path, yaml: str, lock: AcceptedSchema | None = None, book: str = BOOK) -> Schema:
    (folder / "CM.cpy").write_text(book)
    books = (parse_copybook(folder / "CM.cpy"),)
    loaded = parse_job(HEAD + yaml, folder / "job.yaml")
    return to_schema(books, loaded, (find("db2-luw"),), lock)


def names(schema: Schema) -> dict[str, list[str]]:
    return {e.final.name: [column.name for column in e.columns] for e in schema.entities}


def test_nothing_moves_when_prefix_and_glossary_change(folder: Path) -> None:
    first = mapped(folder, RULES)
    (folder / "words.csv").write_text("CITY,TOWN\nPHONE,TEL\n")
    naming = "naming: {strip_prefixes: [CM-], glossary: words.csv}\n"
    then = mapped(folder, naming + RULES, accepted(first))
    assert names(then) == names(first)
    kept = [d.text for d in then.decisions if d.rule == "kept-name"]
    assert "CM-NAME stays CM_NAME" in kept
    free = mapped(folder, naming + RULES)
    assert names(free) != names(first)
    asked = mapped(folder, naming.replace("{", "{keep_names: false, ", 1) + RULES, accepted(first))
    assert names(asked) == names(free)


def test_the_lock_of_the_same_model_changes_no_word(folder: Path) -> None:
    first = mapped(folder, RULES)
    again = mapped(folder, RULES, accepted(first))
    assert again.decisions == first.decisions
    assert accepted(again) == accepted(first)


def test_a_name_of_job_yaml_goes_before(folder: Path) -> None:
    first = mapped(folder, RULES)
    said = RULES.replace("key: [CM-ID]", "key: [CM-ID], fields: {CM-NAME: {name: FULL_NAME}}")
    then = mapped(folder, said, accepted(first))
    assert names(then)["CM_REC"][1] == "FULL_NAME"


def test_a_new_field_yields_to_one_that_is_there(folder: Path) -> None:
    first = mapped(folder, "naming: {strip_prefixes: [CM-]}\n" + RULES)
    book = BOOK.replace("05  CM-NAME     PIC X(9).", "05  CM-NAME PIC X(9). 05 NAME PIC X.")
    then = mapped(folder, "naming: {strip_prefixes: [CM-]}\n" + RULES, accepted(first), book)
    assert names(then)["CM_REC"][:3] == ["ID", "NAME", "REC_NAME"]


def test_a_renamed_record_keeps_its_columns(folder: Path) -> None:
    first = mapped(folder, RULES)
    rules = RULES.replace("CM-REC: {", "CUST-REC: {renamed_from: CM-REC, ")
    book = BOOK.replace("CM-REC", "CUST-REC")
    naming = "naming: {strip_prefixes: [CM-]}\n"
    then = mapped(folder, naming + rules, accepted(first), book)
    assert names(then)["CUST_REC"] == names(first)["CM_REC"]
    again = mapped(folder, naming + rules, accepted(then), book)  # the word stays in job.yaml
    assert names(again) == names(then)


def test_a_held_name_that_a_new_target_cannot_take_is_cut(folder: Path) -> None:
    first = mapped(folder, RULES)
    long = replace(first.entities[0].columns[1], name="A" * 130)
    lock = accepted(first)
    table = lock.table("CM_REC")
    assert table is not None
    columns = (table.table.columns[0], long, *table.table.columns[2:])
    places = {**table.places, "A" * 130: table.places["CM_NAME"]}
    del places["CM_NAME"]
    changed = replace(table, table=replace(table.table, columns=columns), places=places)
    tables = tuple(changed if t.name == "CM_REC" else t for t in lock.tables)
    assert names(mapped(folder, RULES, replace(lock, tables=tables)))["CM_REC"][1] == "CM_NAME"


def test_a_copybook_without_01(folder: Path) -> None:
    book = BOOK.replace("       01  CM-REC.\n", "")
    rules = RULES.replace("CM-REC", "CM")
    first = mapped(folder, rules, book=book)
    naming = "naming: {strip_prefixes: [CM-]}\n"
    assert names(mapped(folder, naming + rules, accepted(first), book)) == names(first)
