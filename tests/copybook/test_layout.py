"""The rules that hold without a word of the copybook saying so."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.copybook.entries.parser import cache_file
from generator.copybook.fields import Copybook, Field, Kind, Record, Sign, Usage, Value, ValueRange
from generator.copybook.layout.passes import PASSES
from generator.copybook.read import parse_bytes
from generator.problems import GenerationFailed


def parse(*lines: str, name: str = "MEMBER.cpy") -> Copybook:
    return parse_bytes("".join(f"       {line}\n" for line in lines).encode(), name)


def named(copybook: Copybook, name: str) -> Field:
    return next(f for r in copybook.records for f in r.fields() if f.name == name)


def test_passes_are_pure_functions_in_one_tuple() -> None:
    assert all(isinstance(step, Callable) for step in PASSES)  # type: ignore[arg-type]
    assert [step.__name__ for step in PASSES][:4] == [
        "nest_levels", "read_pictures", "inherit_usage", "link_redefines",
    ]  # fmt: skip


def test_a_copybook_without_01_is_one_record_named_after_the_member() -> None:
    book = parse(
        "05 A PIC X(3).", "05 G.", "   10 B PIC 9(4) COMP.", "05 C PIC X.", name="acct.cpy"
    )
    (record,) = book.records
    assert (record.name, record.length, record.implied) == ("ACCT", 6, True)
    assert [(f.path, f.offset) for f in record.fields()] == [
        (("A",), 0), (("G",), 3), (("G", "B"), 3), (("C",), 5),
    ]  # fmt: skip


def test_items_before_the_first_01_are_a_record_of_their_own() -> None:
    book = parse("05 A PIC X(3).", "01 B PIC X(2).", "77 C PIC X.")
    assert [(r.name, r.length, r.implied) for r in book.records] == [
        ("MEMBER", 3, True), ("B", 2, False), ("C", 1, False),
    ]  # fmt: skip


def test_nameless_items_keep_their_place_and_path() -> None:
    record = parse(
        "01 R.", "   05.", "      10 A PIC X.", "   05 PIC X(2).", "   05 FILLER PIC X."
    ).records[0]
    assert [(f.name, f.path, f.offset) for f in record.fields()] == [
        ("R", ("R",), 0), (None, ("R", "FILLER"), 0), ("A", ("R", "FILLER", "A"), 0),
        (None, ("R", "FILLER"), 1), ("FILLER", ("R", "FILLER"), 3),
    ]  # fmt: skip


def test_items_behind_a_table_with_depending_on_have_variable_offsets() -> None:
    book = parse(
        "01 R.", "   05 N PIC 9.", "   05 T OCCURS 1 TO 3 DEPENDING ON N.", "      10 U PIC X(2).",
        "   05 AFTER-T PIC X(4).", "   05 AGAIN REDEFINES AFTER-T PIC X(2).",
    )  # fmt: skip
    flags = {f.name: f.variable_offset for f in book.records[0].fields()}
    assert flags == {
        "R": False, "N": False, "T": False, "U": False, "AFTER-T": True, "AGAIN": True,
    }  # fmt: skip
    assert (book.records[0].length, book.records[0].min_length) == (11, 7)


def test_nested_depending_on_counts_each_minimum() -> None:
    record = parse(
        "01 R.", "   05 N PIC 9.", "   05 T OCCURS 0 TO 3 DEPENDING N.", "      10 A PIC X.",
        "      10 U PIC X(2) OCCURS 4 DEPENDING ON N OF R.", "      10 B PIC X.",
    ).records[0]  # fmt: skip
    assert (record.length, record.min_length) == (1 + 3 * 10, 1)
    fields = {f.name: f for f in record.fields()}
    assert fields["B"].variable_offset
    occurs = fields["U"].occurs
    assert occurs is not None
    assert (occurs.minimum, occurs.maximum, occurs.depending_on) == (1, 4, "N OF R")


def test_usage_and_sign_as_they_take_effect() -> None:
    book = parse(
        "01 R.", "   05 G COMP-3 SIGN LEADING SEPARATE.", "      10 A PIC S9(3).",
        "      10 B PIC S9(3) USAGE DISPLAY.", "   05 C PIC S9(3).", "   05 D PIC 9(3).",
    )  # fmt: skip
    assert (named(book, "G").usage, named(book, "G").kind) == (None, Kind.GROUP)
    assert (named(book, "A").usage, named(book, "A").sign) == (Usage.COMP_3, None)
    assert (named(book, "B").usage, named(book, "B").sign) == (
        Usage.DISPLAY, Sign("leading", separate=True),
    )  # fmt: skip
    assert (named(book, "C").sign, named(book, "D").sign) == (Sign("trailing"), None)


def test_values_and_conditions() -> None:
    book = parse(
        "01 R.", "   05 A PIC X(9) VALUE \"IT'S\".", "   05 B PIC S9V9 VALUE -1.5.",
        "   05 C PIC X VALUE X'0D'.", "   05 D PIC X(4) VALUE ALL '*'.", "   05 E PIC X.",
        "      88 F VALUES ARE 'A', 'C' THRU 'E' SPACES.",
    )  # fmt: skip
    assert [named(book, name).value for name in "ABCD"] == [
        Value("text", "IT'S"), Value("numeric", "-1.5"), Value("hex", "0D"),
        Value("figurative", "ALL *"),
    ]  # fmt: skip
    (condition,) = named(book, "E").conditions
    assert condition.values == (
        ValueRange(Value("text", "A")), ValueRange(Value("text", "C"), Value("text", "E")),
        ValueRange(Value("figurative", "SPACE")),
    )  # fmt: skip


def test_slack_bytes_belong_to_the_group_of_the_item_before_them() -> None:
    """Language Reference, SYNCHRONIZED clause, "Slack bytes within records"."""
    book = parse(
        "01 R.", "   05 G.", "      10 A PIC X.", "   05 H.", "      10 B PIC S9(9) COMP SYNC.",
        "   05 T OCCURS 3.", "      10 C PIC X.", "   05 D COMP-2 SYNC.",
    )  # fmt: skip
    placed = {f.name: (f.offset, f.length, f.slack) for f in book.records[0].fields()}
    assert placed == {
        "R": (0, 24, 0), "G": (0, 4, 0), "A": (0, 1, 0), "H": (4, 4, 3), "B": (4, 4, 0),
        "T": (8, 1, 0), "C": (8, 1, 0), "D": (16, 8, 5),
    }  # fmt: skip


def test_the_entry_as_written() -> None:
    book = parse(
        "01 R.",
        "   05  bal   PIC S9(4)",
        "         COMP VALUE 5.",
        "   05 T PIC X(4) VALUE 'A  B'.",
    )
    assert named(book, "BAL").source == "05 bal PIC S9(4) COMP VALUE 5"
    assert named(book, "T").source == "05 T PIC X(4) VALUE 'A  B'"


def test_all_errors_at_once_and_no_error_caused_by_another() -> None:
    with pytest.raises(GenerationFailed) as caught:
        parse(
            "01 R.", "   05 G OCCRS 3.", "      10 A PIC X.", "   05 B PIC X", "   05 C PIC 9Y.",
            "   05 D REDEFINES NOPE PIC X.", "   05 E REDEFINES D PIC X.", "   05 F.",
        )  # fmt: skip
    assert [(p.code, p.location.line) for p in caught.value.problems if p.location] == [
        ("CPY305", 2), ("CPY302", 4), ("CPY401", 5), ("CPY503", 6), ("CPY514", 8),
    ]  # fmt: skip


def test_a_statement_among_the_entries_hides_no_error() -> None:
    with pytest.raises(GenerationFailed) as caught:
        parse(
            "01 R.", "   05 A PIC 9Y.", "   MOVE A TO B.", "   PERFORM C.", "1000-PART.",
            "   GOBACK.", "   05 D PIC X OCCURS 0.",
        )  # fmt: skip
    assert [(p.code, p.location.line) for p in caught.value.problems if p.location] == [
        ("CPY401", 2), ("CPY307", 3), ("CPY522", 7),
    ]  # fmt: skip


def test_a_name_of_no_source_format() -> None:
    with pytest.raises(GenerationFailed) as caught:
        parse_bytes(b"", source_format="fixd")
    assert [p.code for p in caught.value.problems] == ["CPY115"]


def test_field_types_need_no_parser() -> None:
    code = (
        "import sys, generator.copybook, generator.copybook.fields, generator.inspect;"
        "sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_parses_without_a_cache_directory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    code = (
        "from generator.copybook.read import parse_bytes;"
        "print(parse_bytes(b'       01 A PIC X(3).').records[0].length)"
    )
    for home in (blocked, tmp_path):
        for _ in range(2):
            done = subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True,
                env={"XDG_CACHE_HOME": str(home), "PATH": ""},
            )  # fmt: skip
            assert (done.stdout, done.stderr) == ("3\n", "")
    assert list((tmp_path / "cobrepo").iterdir())


def test_a_damaged_cache_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cached = cache_file()
    assert cached is not None
    Path(cached).write_bytes(b"nothing that lark wrote")
    code = "from generator.copybook.read import parse_bytes; parse_bytes(b'       01 A PIC X(3).')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_members_are_listed() -> None:
    assert parse("01 A PIC X.").members == ("MEMBER.cpy",)


def test_record_type_is_frozen() -> None:
    record = parse("01 A PIC X.").records[0]
    with pytest.raises(AttributeError):
        record.length = 5  # type: ignore[misc]
    assert isinstance(record, Record)
