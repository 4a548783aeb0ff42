"""Layouts as text: the contract's JSON, the table and the CSV."""

import csv
import json

from generator.copybook.dialect import Dialect
from generator.copybook.read import parse_bytes
from generator.inspect import as_csv, as_json, as_table

BOOK = parse_bytes(
    b"       01  ACCT-RECORD.\n"
    b"           05  ACCT-KEY.\n"
    b"               10  ACCT-ID PIC 9(11).\n"
    b"           05  ACCT-TYPE PIC X VALUE 'P'.\n"
    b"               88  ACCT-OPEN VALUE 'O' 'P' THRU 'R'.\n"
    b"           05  ACCT-N PIC S9(2) SIGN LEADING SEPARATE.\n"
    b"           05  PIC X.\n"
    b"           05  ACCT-T OCCURS 1 TO 5 DEPENDING ON ACCT-N.\n"
    b"               10  ACCT-BAL PIC S9(7)V99 COMP-3.\n"
    b"               10  ACCT-X REDEFINES ACCT-BAL COMP-1.\n",
    "lib/ACCT.cpy",
)


def test_json_is_the_contract() -> None:
    data = json.loads(as_json(BOOK))
    assert list(data) == [
        "copybook", "source_format", "options", "records", "constants", "diagnostics",
    ]  # fmt: skip
    assert (data["copybook"], data["source_format"]) == ("ACCT.cpy", "fixed")
    record = data["records"][0]
    assert {k: v for k, v in record.items() if k != "fields"} == {
        "name": "ACCT-RECORD", "length": 41, "min_length": 21, "implied": False, "file": None,
    }  # fmt: skip
    assert record["fields"][2].items() >= {
        "path": ["ACCT-RECORD", "ACCT-KEY", "ACCT-ID"], "name": "ACCT-ID", "level": 10, "line": 3,
        "kind": "elementary", "picture": "9(11)", "usage": "DISPLAY", "category": "numeric",
        "offset": 0, "length": 11, "digits": 11, "scale": 0, "signed": False,
        "sign": None, "occurs": None, "redefines": None, "synchronized": False,
        "justified": False, "blank_when_zero": False, "value": None, "conditions": [],
    }.items()  # fmt: skip


def test_json_of_groups_signs_tables_and_nameless_items() -> None:
    fields = json.loads(as_json(BOOK))["records"][0]["fields"]
    by_name = {field["name"]: field for field in fields}
    group = by_name["ACCT-KEY"]
    assert (group["kind"], group["usage"], group["category"], group["picture"]) == (
        "group", None, None, None,
    )  # fmt: skip
    assert by_name["ACCT-N"]["sign"] == {"position": "leading", "separate": True}
    assert by_name["ACCT-T"]["occurs"] == {"min": 1, "max": 5, "depending_on": "ACCT-N"}
    assert by_name["ACCT-X"]["redefines"] == "ACCT-BAL"
    assert by_name["ACCT-X"]["category"] == "internal-floating-point"
    assert by_name[None]["path"] == ["ACCT-RECORD", "FILLER"]
    assert [condition["name"] for condition in by_name["ACCT-TYPE"]["conditions"]] == ["ACCT-OPEN"]
    assert by_name["ACCT-TYPE"]["conditions"][0]["values"][1] == {
        "low": {"kind": "text", "text": "P"}, "high": {"kind": "text", "text": "R"},
    }  # fmt: skip


def test_table() -> None:
    assert as_table(BOOK) == """\
ACCT-RECORD  length 41  minimum 21
level  name          picture   usage                     offset  length  occurs         redefines
01     ACCT-RECORD                                            0      41
05       ACCT-KEY                                             0      11
10         ACCT-ID   9(11)     DISPLAY                        0      11
05       ACCT-TYPE   X         DISPLAY                       11       1
05       ACCT-N      S9(2)     DISPLAY leading separate      12       3
05       (nameless)  X         DISPLAY                       15       1
05       ACCT-T                                              16       5  1-5 by ACCT-N
10         ACCT-BAL  S9(7)V99  COMP-3                        16       5
10         ACCT-X              COMP-1                        16       4                 ACCT-BAL
"""


def test_csv_has_a_line_a_field() -> None:
    lines = as_csv(BOOK).splitlines()
    assert len(lines) == 1 + 9
    assert lines[0].startswith("record,path,name,level,line,kind,picture,usage,category,offset")
    assert lines[3].startswith("ACCT-RECORD,ACCT-RECORD.ACCT-KEY.ACCT-ID,ACCT-ID,10,3,elementary")


MORE = parse_bytes(
    b"       01  R EXTERNAL.\n"
    b"           05  N PIC 9.\n"
    b"           05  C PIC X.\n"
    b"               88  C-YES VALUE 'Y' 'J' THRU 'L' FALSE 'N'.\n"
    b"           05  B PIC S9(4) COMP SYNC.\n"
    b"           05  T OCCURS 1 TO 3 DEPENDING ON N\n"
    b"               DESCENDING KEY IS K INDEXED BY I J.\n"
    b"               10  K PIC 9.\n"
    b"           05  Z PIC S9(9) COMP SYNC.\n"
    b"       66  A RENAMES N THRU C.\n",
    "MORE.cpy",
)


def test_json_tells_more_than_the_contract() -> None:
    data = json.loads(as_json(MORE, Dialect(lp64=True)))
    assert data["options"]["lp64"] is True
    fields = {field["name"]: field for field in data["records"][0]["fields"]}
    assert fields["R"]["external"] is True
    assert fields["C"]["conditions"][0]["false"] == {"kind": "text", "text": "N"}
    assert fields["T"]["keys"] == [{"ascending": False, "names": ["K"]}]
    assert fields["T"]["indexed_by"] == ["I", "J"]
    assert (fields["T"]["variable_offset"], fields["Z"]["variable_offset"]) == (False, True)
    assert [fields[name]["slack"] for name in "BZ"] == [0, 1]
    assert (fields["A"]["kind"], fields["A"]["renames"]) == (
        "renames", {"from": "N", "through": "C"},
    )  # fmt: skip


def test_csv_has_what_the_json_has() -> None:
    rows = {row["name"]: row for row in csv.DictReader(as_csv(MORE).splitlines())}
    assert rows["C"]["conditions"] == "C-YES 'Y' 'J' THRU 'L' FALSE 'N'"
    assert (rows["T"]["keys"], rows["T"]["indexed_by"]) == ("descending K", "I J")
    assert (rows["Z"]["variable_offset"], rows["Z"]["slack"]) == ("True", "1")
    assert rows["A"]["renames"] == "N THRU C"


def test_table_marks_what_is_variable_and_shows_conditions_if_asked() -> None:
    assert as_table(MORE, conditions=True) == """\
R  length 12  minimum 10
level  name       picture  usage                offset  length  occurs    redefines, values
01     R                                             0      12
05       N        9        DISPLAY                   0       1
05       C        X        DISPLAY                   1       1
88         C-YES                                                          'Y' 'J' THRU 'L' FALSE 'N'
05       B        S9(4)    COMP sync                 2       2
05       T                                           4       1  1-3 by N
10         K      9        DISPLAY                   4       1
05       Z        S9(9)    COMP sync (slack 1)      8+       4
66       A                                           0       2            N THRU C
+ behind a table with DEPENDING ON: the offset when each such table is full
"""
