from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.select import (
    has_wildcard,
    is_selector,
    select,
    shortest_name,
    split,
    suggest,
    suggest_field,
)
from generator.copybook import parse_copybook
from generator.copybook.fields import Field, Kind, Record

LAYOUT = """
       01  ORDER-RECORD.
           05  ORDER-NO            PIC 9(5).
           05  SHIP-TO.
               10  STREET          PIC X(20).
               10  PLACE.
                   15  CITY        PIC X(20).
           05  BILL-TO.
               10  STREET          PIC X(20).
               10  PLACE.
                   15  CITY        PIC X(20).
           05  FILLER              PIC X(3).
           05  CITY-COUNT          PIC 9(3).
           05                      PIC X.
"""


@pytest.fixture
def record(tmp_path: Path) -> Record:
    member = tmp_path / "ORDREC.cpy"
    member.write_text(LAYOUT.lstrip("\n"), "ascii")
    return parse_copybook(member).records[0]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("ORDER-NO", ["ORDER-NO"]),
        ("order-no", ["ORDER-NO"]),
        ("STREET", ["SHIP-TO/STREET", "BILL-TO/STREET"]),
        ("STREET OF SHIP-TO", ["SHIP-TO/STREET"]),
        ("CITY OF BILL-TO", ["BILL-TO/PLACE/CITY"]),
        ("CITY IN PLACE IN BILL-TO", ["BILL-TO/PLACE/CITY"]),
        ("CITY OF BILL-TO OF PLACE", []),
        ("BILL-TO.CITY", ["BILL-TO/PLACE/CITY"]),
        ("CITY of ORDER-RECORD", ["SHIP-TO/PLACE/CITY", "BILL-TO/PLACE/CITY"]),
        ("CITY*", ["SHIP-TO/PLACE/CITY", "BILL-TO/PLACE/CITY", "CITY-COUNT"]),
        ("????-TO", ["SHIP-TO", "BILL-TO"]),
        ("* OF SHIP-TO", ["SHIP-TO/STREET", "SHIP-TO/PLACE", "SHIP-TO/PLACE/CITY"]),
        ("ORDER-N", []),
        ("FILLER", ["FILLER"]),
        ("F*", []),
        ("ORDER-RECORD", [""]),
    ],
)
def test_what_a_selector_finds(pattern: str, found: list[str], record: Record) -> None:
    paths = ["/".join(item.path[1:]) for item in select(pattern, record)]
    assert paths == found


def test_a_level_66_entry_is_found_by_its_full_name_only(record: Record) -> None:
    place = record.root.location
    renames = Field("ADDRESSES", 66, Kind.RENAMES, ("ORDER-RECORD", "ADDRESSES"), place, 5, 80)
    with_66 = replace(record, root=replace(record.root, children=(*record.root.children, renames)))
    assert select("ADDRESSES", with_66) == (renames,)
    assert select("ADDR*", with_66) == ()


def test_a_copybook_without_01_can_be_qualified_by_its_name(tmp_path: Path) -> None:
    member = tmp_path / "CUSTREC.cpy"
    member.write_text("           05  CUST-NO PIC 9(5).\n", "ascii")
    record = parse_copybook(member).records[0]
    assert [item.name for item in select("CUST-NO OF CUSTREC", record)] == ["CUST-NO"]
    assert select("CUSTREC", record) == ()


@pytest.mark.parametrize("text", ["A", "A-B", "A OF B", "a in b", "B.A", "*", "CM-*-DATE", "1-A"])
def test_a_selector(text: str) -> None:
    assert is_selector(text)


@pytest.mark.parametrize("text", ["", "A B", "A OF", "OF A B", "A..B", "A-", "-A", "A'", "A,B"])
def test_no_selector(text: str) -> None:
    assert not is_selector(text)


def test_parts_and_wildcards() -> None:
    assert split("a OF b in C") == ("A", "B", "C")
    assert split("C.b.A") == ("A", "B", "C")
    assert has_wildcard("A?")
    assert not has_wildcard("A OF B")


def test_did_you_mean(record: Record) -> None:
    assert suggest("ORDERNO", ["ORDER-NO", "CITY"]) == "ORDER-NO"
    assert suggest("QQQ", ["ORDER-NO", "CITY"]) is None
    assert suggest_field("STRET OF SHIP-TO", record) == "STREET"


def test_the_shortest_name_that_names_one_field(record: Record) -> None:
    names = [shortest_name(item, record) for item in record.fields() if not item.is_filler]
    assert names == [
        "ORDER-RECORD",
        "ORDER-NO",
        "SHIP-TO",
        "STREET OF SHIP-TO",
        "PLACE OF SHIP-TO",
        "CITY OF SHIP-TO",
        "BILL-TO",
        "STREET OF BILL-TO",
        "PLACE OF BILL-TO",
        "CITY OF BILL-TO",
        "CITY-COUNT",
    ]
