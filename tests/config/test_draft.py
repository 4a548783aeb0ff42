"""Drafts as a whole, in tests/config/drafts: MEMBER.cpy gives MEMBER.yaml."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.draft import draft
from generator.config.load import LoadedJob, load_job, parse_job
from generator.copybook import parse_copybook
from generator.copybook.fields import Copybook
from generator.problems import GenerationFailed
from generator.relational import to_schema
from generator.targets import TARGETS

ROOT = Path(__file__).parents[2]
DRAFTS = Path(__file__).parent / "drafts"
SAMPLES = ROOT / "samples" / "source"
JOBS = sorted(path.name for path in (SAMPLES / "jobs").iterdir())


def parsed(text: str, folder: Path) -> Copybook:
    member = folder / "MEMBER.cpy"
    lines = (f"       {line}\n" for line in text.strip("\n").splitlines())
    member.write_text("".join(lines), "ascii")
    return parse_copybook(member)


def drafted(text: str, folder: Path) -> str:
    return draft("JOB", (parsed(text, folder),))


def line_of(word: str, text: str) -> str:
    """The line that names the word first, its blanks folded."""
    found = next(line for line in text.splitlines() if word in line)
    return " ".join(found.split())


@pytest.mark.parametrize("member", sorted(DRAFTS.glob("*.cpy")), ids=lambda path: path.stem)
def test_whole_drafts(member: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DRAFTS)
    text = draft(member.stem, (parse_copybook(Path(member.name)),))
    assert text == member.with_suffix(".yaml").read_text("utf-8")
    assert parse_job(text, Path(member.stem) / "job.yaml").config.job == member.stem


def sample(job: str, root: Path) -> tuple[tuple[Copybook, ...], LoadedJob]:
    shutil.copytree(SAMPLES / "copylib", root / "copylib")
    folder = root / "jobs" / job
    shutil.copytree(SAMPLES / "jobs" / job / "copybooks", folder / "copybooks")
    members = sorted((folder / "copybooks").iterdir())
    books = tuple(parse_copybook(path, libraries=(root / "copylib",)) for path in members)
    (folder / "job.yaml").write_text(draft(job, books), "utf-8")
    return books, load_job(folder / "job.yaml")


@pytest.mark.parametrize("job", JOBS)
def test_the_draft_of_a_sample_can_be_generated(job: str, tmp_path: Path) -> None:
    books, loaded = sample(job, tmp_path)
    schema = to_schema(books, loaded, tuple(TARGETS[name] for name in loaded.config.targets))
    assert all(entity.key for entity in schema.entities)


ADDRESSES = """
01  LINK-REC.
    05  LINK-PTR-ID    POINTER.
    05  LINK-TYPE      INDEX.
    05  LINK-DATE      POINTER.
    05  LINK-NO        PIC N(8).
    05  LINK-DAY       PIC X(4).
    05  OTHER-AREA     REDEFINES LINK-DAY POINTER.
    05  LINK-LIST      POINTER OCCURS 5 TIMES.
    05  LINK-GROUPS    OCCURS 3 TIMES.
        10  LINK-AREA  POINTER.
66  LINK-KEY           RENAMES LINK-NO THRU LINK-DAY.
66  BIRTH-DATE         RENAMES LINK-DAY.
01  ONLY-LINKS.
    05  FIRST-LINK     POINTER.
"""


def test_addresses_and_level_66_are_never_proposed(tmp_path: Path) -> None:
    book = parsed(ADDRESSES, tmp_path)
    text = draft("JOB", (book,))
    assert line_of("key:", text) == "key: [LINK-NO] # first field, named NO"
    for name in ("LINK-PTR-ID", "LINK-TYPE", "LINK-DATE", "LINK-LIST", "LINK-GROUPS", "LINK-KEY"):
        assert f"{name}:" not in text
    assert "BIRTH-DATE" not in text
    assert "reason: nothing but addresses" in text
    loaded = parse_job(text, tmp_path / "JOB" / "job.yaml")
    schema = to_schema((book,), loaded, (TARGETS["db2-luw"],))
    columns = [column.name for column in schema.entities[0].columns]
    assert columns == ["LINK_NO", "LINK_DAY"]


def test_where_copy_members_came_from(tmp_path: Path) -> None:
    _, loaded = sample("PAYROLL", tmp_path)
    assert loaded.config.copybooks.library == ("../../copylib",)


def test_no_plausible_key_stops_and_says_what_to_write(tmp_path: Path) -> None:
    book = parsed("01  REC.\n    05  SOME-TEXT PIC X(20).", tmp_path)
    text = draft("JOB", (book,))
    expected = "key: [] # write what tells one record from another; no field is named like a key"
    assert line_of("key", text) == expected
    loaded = parse_job(text, tmp_path / "JOB" / "job.yaml")
    with pytest.raises(GenerationFailed) as failure:
        to_schema((book,), loaded, tuple(TARGETS[name] for name in loaded.config.targets))
    assert [problem.code for problem in failure.value.problems] == ["MAP110"]


@pytest.mark.parametrize(
    ("layout", "key"),
    [
        ("05 CUST-ID PIC X(5).\n05 AGENT-ID PIC X(5).", "[CUST-ID] # first field, named ID"),
        (
            "05 BANK-NO PIC 9(3).\n05 BRANCH-NO PIC 9(3).\n05 NAME PIC X.",
            "[BANK-NO, BRANCH-NO] # the first fields, named NO; unique together?",
        ),
        ("05 REC-TYPE PIC X.\n05 CUST-NBR PIC 9(5).", "[CUST-NBR] # first field, named NBR"),
        ("05 NAME PIC X(9).\n05 CUST-NO PIC 9(5).\n05 TAX-NO PIC 9(5).", "[CUST-NO] # named like"),
        ("05 NAME PIC X(9).\n05 TAX-NO PIC 9(5).", "[TAX-NO] # the only field named NO; is it"),
        (
            "05 X PIC X.\n05 A-NO PIC 9.\n05 B-NO PIC 9.",
            "[] # write what tells one record from anoth",
        ),
        (
            "05 CUST-NO PIC 9(5) OCCURS 3.\n05 A PIC X.",
            "[] # write what tells one record from anoth",
        ),
        (
            "05 A-KEY.\n 10 A PIC X.\n 10 FILLER PIC X.\n 10 B PIC 9.\n05 Z PIC X.",
            "[A, B] # the items of A-KEY",
        ),
        (
            "05 T PIC X.\n05 P.\n 10 CUST-NO PIC 9.\n05 Q REDEFINES P.\n 10 Q-A PIC X.",
            "[CUST-NO] # named like the record",
        ),
    ],
)
def test_keys(layout: str, key: str, tmp_path: Path) -> None:
    text = drafted(f"01  CUST-RECORD.\n{layout}", tmp_path)
    assert line_of("key:", text).startswith(f"key: {key}")


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("A-DATE PIC 9(8)", "A-DATE: {date: YYYYMMDD} # 9(8) named DATE"),
        ("A-DATE PIC 99999999", "A-DATE: {date: YYYYMMDD} # 9(8) named DATE"),
        ("A-DATE PIC X(8)", "# A-DATE: {date: YYYYMMDD} # not sure: X(8) named DATE, or MM/DD/YY"),
        (
            "A-DT PIC 9(6)",
            "# A-DT: {date: YYMMDD, pivot: 50} # not sure: 9(6) named DT, or MMDDYY;",
        ),
        ("A-YMD PIC 9(6)", "A-YMD: {date: YYMMDD, pivot: 50} # 9(6), YMD in the name;"),
        ("A-DATE-MDY PIC 9(8)", "A-DATE-MDY: {date: MMDDYYYY} # 9(8), MDY in the name"),
        ("A-DATE PIC X(10)", "A-DATE: {date: YYYY-MM-DD} # X(10) named DATE, as DCLGEN"),
        ("A-TS PIC X(26)", "A-TS: {date: YYYY-MM-DD-HH.MI.SS.FFFFFF} # X(26) named TS, as DCLGEN"),
        (
            "A-DATE PIC S9(7) COMP-3",
            "# A-DATE: {date: YYYYDDD} # not sure: S9(7) COMP-3 named DATE",
        ),
        ("A-JUL PIC S9(7) COMP-3", "A-JUL: {date: YYYYDDD} # S9(7) COMP-3, JUL in the name"),
        ("A-TIME PIC 9(6)", "A-TIME: {date: HHMISS} # 9(6) named TIME"),
        ("A-DATE PIC 9(8) COMP", "# A-DATE: {date: YYYYMMDD} # not sure: 9(8) COMP named DATE"),
    ],
)
def test_dates(entry: str, line: str, tmp_path: Path) -> None:
    text = drafted(f"01  REC.\n    05 REC-NO PIC 9.\n    05 {entry}.", tmp_path)
    assert line_of(" A-", text).startswith(line)


@pytest.mark.parametrize(
    "entry",
    [
        "UPDATE PIC 9(8)",
        "DATE-FORMAT PIC X(8)",
        "A-DATE PIC X(4)",
        "A-DATE PIC 9(6)V99",
        "A-DATE-CODE PIC 9(8)",
        "A-NUMBER PIC 9(8)",
        "A-DATE PIC Z(7)9",
    ],
)
def test_no_dates(entry: str, tmp_path: Path) -> None:
    text = drafted(f"01  REC.\n    05 REC-NO PIC 9.\n    05 {entry}.", tmp_path)
    assert "date:" not in text


def test_the_parts_of_a_date_say_its_order(tmp_path: Path) -> None:
    layout = """
01  REC.
    05  REC-NO PIC 9.
    05  OPENED.
        10  OPENED-DD   PIC 99.
        10  FILLER      PIC X VALUE '.'.
        10  OPENED-MM   PIC 99.
        10  FILLER      PIC X VALUE '.'.
        10  OPENED-YEAR PIC 9(4).
    05  CLOSED.
        10  CLOSED-YY   PIC 99.
        10  FILLER      PIC X.
        10  CLOSED-MM   PIC 99.
        10  FILLER      PIC X.
        10  CLOSED-DD   PIC 99.
    05  PLACE.
        10  ROOM-DD     PIC 99.
        10  ROOM-NAME   PIC X(6).
"""
    text = drafted(layout, tmp_path)
    assert line_of(" OPENED:", text).startswith(
        "OPENED: {date: DD.MM.YYYY} # its parts are OPENED-DD,"
    )
    assert line_of(" CLOSED:", text).startswith("# CLOSED: {date: YY-MM-DD, pivot: 50} # not sure:")
    assert "PLACE" not in text
    assert "OPENED-YEAR:" not in text


def test_variants_when_each_description_has_its_condition(tmp_path: Path) -> None:
    layout = """
01  REC.
    05  REC-NO PIC 9.
    05  REC-TYPE PIC XX.
        88  VALID-TYPES  VALUE 'PE' 'CO' 'FI'.
        88  IS-PERSON    VALUE 'PE'.
        88  IS-COMPANY   VALUE 'CO'.
        88  IS-FIRM-COMPANY VALUE 'FI'.
    05  PERSON-DATA.
        10  LAST-NAME PIC X(20).
    05  COMPANY-DATA REDEFINES PERSON-DATA.
        10  LEGAL-NAME PIC X(20).
"""
    text = drafted(layout, tmp_path)
    expected = "- {use: COMPANY-DATA, when: IS-COMPANY or IS-FIRM-COMPANY} # REC-TYPE = 'CO', 'FI'"
    assert line_of("use: COMPANY-DATA", text) == expected
    loaded = parse_job(text, tmp_path / "JOB" / "job.yaml")
    (branches,) = loaded.config.records["REC"].redefines.values()
    assert isinstance(branches, tuple)
    assert [branch.when for branch in branches] == [
        "IS-PERSON",
        "IS-COMPANY or IS-FIRM-COMPANY",
        None,
    ]


def test_base_when_a_value_fits_no_description(tmp_path: Path) -> None:
    layout = """
01  REC.
    05  REC-NO PIC 9.
    05  REC-TYPE PIC X.
        88  IS-PERSON    VALUE 'P'.
        88  IS-COMPANY   VALUE 'C'.
        88  IS-UNKNOWN   VALUE 'U'.
    05  PERSON.
        10  LAST-NAME PIC X(20).
    05  COMPANY REDEFINES PERSON.
        10  LEGAL-NAME PIC X(20).
"""
    text = drafted(layout, tmp_path)
    assert line_of("PERSON:", text).startswith(
        "PERSON: base # the level-88 entries of REC-TYPE name"
    )
    assert "      #   - {use: COMPANY, when: IS-COMPANY}" in text


def test_only_one_redefines_of_a_record_gets_branches(tmp_path: Path) -> None:
    part = """
    05  {0}-TYPE PIC X.
        88  {0}-IS-RED    VALUE 'R'.
        88  {0}-IS-BLUE   VALUE 'B'.
    05  {0}-RED.
        10  {0}-R PIC X(20).
    05  {0}-BLUE REDEFINES {0}-RED.
        10  {0}-B PIC X(20).
"""
    layout = "01  REC.\n    05  REC-NO PIC 9." + part.format("A") + part.format("B")
    text = drafted(layout, tmp_path)
    assert text.count("otherwise") == 1
    assert line_of("B-RED", text).startswith("B-RED: base # only one REDEFINES has branches")


def test_names_that_yaml_would_read_as_something_else_are_quoted(tmp_path: Path) -> None:
    text = drafted("01  REC.\n    05  NULL-NO PIC 9.\n    05  1E5 PIC S9(3)V99.", tmp_path)
    loaded = parse_job(text, tmp_path / "JOB" / "job.yaml")
    assert loaded.config.records["REC"].control_totals == ("1E5",)


def test_a_prefix_is_not_stripped_where_two_names_would_meet(tmp_path: Path) -> None:
    names = ["CM-NO", "CM-A", "CM-B", "CM-C", "CM-D", "CM-E"]
    entries = "".join(f"\n    05  {name} PIC X." for name in names)
    assert "strip_prefixes: [CM-]" in drafted("01  REC." + entries, tmp_path)
    assert "strip_prefixes" not in drafted("01  REC." + entries + "\n    05  A PIC X.", tmp_path)


def test_the_same_text_under_another_hash_seed(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from generator.copybook import parse_copybook;"
        "from generator.config.draft import draft;"
        f"print(draft('JOB', (parse_copybook(Path({str(DRAFTS / 'LOAN.cpy')!r})),)))"
    )
    texts = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed, folder in (("1", ROOT), ("2", tmp_path))
    ]
    assert texts[0] == texts[1]


WORD = st.sampled_from(["ID", "NO", "DATE", "TYPE", "KEY", "AMT", "A", "B", "TS", "DATA", "SEQ"])
NAME = st.lists(WORD, min_size=1, max_size=3).map("-".join)
PICTURE = st.sampled_from(
    ["X", "9(8)", "X(40)", "S9(7)V99 COMP-3", "9(6)", "X(26)", "9(5) COMP", "X(10) OCCURS 3"]
)


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """A record of numbered names, groups, tables and redefinitions."""
    lines = ["01  REC."]
    for number in range(draw(st.integers(1, 8))):
        name = f"{draw(NAME)}-{number}"
        shape = draw(st.sampled_from(["item", "item", "group", "table", "redefined"]))
        if shape == "item":
            lines.append(f"    05  {name} PIC {draw(PICTURE)}.")
        else:
            times = " OCCURS 4" if shape == "table" else ""
            lines += [f"    05  {name}{times}.", f"        10  {draw(NAME)}-G{number} PIC X(9)."]
        if shape == "redefined":
            other = f"{draw(NAME)}-R{number}"
            lines += [f"    05  {other} REDEFINES {name}.", f"        10  {other}-X PIC X(9)."]
    return "\n".join(lines)


@given(layout=layouts())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_draft_loads_and_maps_or_asks_for_the_key(layout: str, tmp_path: Path) -> None:
    book = parsed(layout, tmp_path)
    loaded = parse_job(draft("JOB", (book,)), tmp_path / "JOB" / "job.yaml")
    asked = () if loaded.config.records["REC"].key else ("MAP110",)
    assert mapping_errors((book,), loaded) == asked


def mapping_errors(books: tuple[Copybook, ...], loaded: LoadedJob) -> tuple[str, ...]:
    try:
        to_schema(books, loaded, tuple(TARGETS[name] for name in loaded.config.targets))
    except GenerationFailed as failure:
        return tuple(problem.code for problem in failure.problems)
    return ()


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("BIRTH PIC 9(6)", "# BIRTH: {date: YYMMDD, pivot: 50}"),
        ("HIRED PIC X(8)", "# HIRED: {date: YYYYMMDD}"),
        ("VALUTA-DATUM PIC 9(8)", "# VALUTA-DATUM: {date: YYYYMMDD}"),
        ("AUD-TIME PIC S9(7) COMP-3", "# AUD-TIME: {date: HHMISS}"),
        ("AUD-TIME PIC 9(8)", "# AUD-TIME: {date: HHMISSFF}"),
    ],
)
def test_a_date_that_is_not_sure_stands_as_a_comment(entry: str, rule: str, tmp_path: Path) -> None:
    text = drafted(f"01  REC.\n    05  K-NO PIC 9(4).\n    05  {entry}.", tmp_path)
    assert line_of(f"{entry.split(maxsplit=1)[0]}:", text).startswith(rule)
    active = text.replace("# " + rule[2:], rule[2:]).replace("    # fields:", "    fields:")
    (tmp_path / "JOB").mkdir()
    (tmp_path / "JOB/job.yaml").write_text(active, "utf-8")
    book = parse_copybook(tmp_path / "MEMBER.cpy")
    schema = to_schema((book,), load_job(tmp_path / "JOB/job.yaml"), (TARGETS["db2-luw"],))
    source = schema.entities[0].columns[1].source
    assert source is not None
    assert source.date is not None


@pytest.mark.parametrize("name", ["LN-ACCOUNT-NUMBER", "LN-ACCT-NO", "LN-KEY"])
def test_a_first_group_named_like_a_key_stands_for_its_items(name: str, tmp_path: Path) -> None:
    text = drafted(
        f"""
01  LOAN-REC.
    05  {name}.
        10  LN-BRANCH PIC 9(3).
        10  LN-SERIAL PIC 9(7).
    05  LN-NAME PIC X(20).""",
        tmp_path,
    )
    assert line_of("key", text) == f"key: [LN-BRANCH, LN-SERIAL] # the items of {name}"


def test_few_control_totals_are_proposed(tmp_path: Path) -> None:
    amounts = "\n".join(f"    05  AMT-{n:03} PIC S9(5)V99 COMP-3." for n in range(1, 13))
    text = drafted(f"01  REC.\n    05  REC-NO PIC 9(4).\n{amounts}", tmp_path)
    proposed = "control_totals: [AMT-001, AMT-002, AMT-003, AMT-004, AMT-005]"
    assert line_of("control_totals", text) == proposed
    said = "# signed amounts with cents, summed on both sides; 7 more amounts could be added"
    assert line_of("7 more", text) == said


ONE_FILE = """
01  HEADER-REC.
    05 H-TYPE PIC X.
       88 IS-BODY VALUE 'B'.
       88 IS-HEADER VALUE 'H'.
    05 H-DATE PIC 9(8).
    05 FILLER PIC X(11).
01  BODY-REC REDEFINES HEADER-REC.
    05 B-TYPE PIC X.
    05 B-NO PIC 9(5).
01  FILE-TRAILER REDEFINES HEADER-REC.
    05 T-TYPE PIC X.
       88 T-TRAILER VALUE 'T'.
    05 T-REC-COUNT PIC 9(7).
    05 T-NAME PIC G(2) DISPLAY-1.
"""


def test_headers_and_trailers_are_guessed_by_name(tmp_path: Path) -> None:
    text = drafted(ONE_FILE, tmp_path)
    assert line_of("role: header", text).startswith("# role: header # perhaps: HEADER in its name")
    whens = [" ".join(line.split()) for line in text.splitlines() if "when:" in line]
    assert whens == [
        "# when: IS-HEADER # H-TYPE = 'H'; tells it from BODY-REC, FILE-TRAILER",
        "# when: \"B-TYPE = '?'\" # write what tells it from HEADER-REC, FILE-TRAILER",
        "# when: T-TRAILER # T-TYPE = 'T'; tells it from HEADER-REC, BODY-REC",
    ]
    assert line_of("trailer:", text).startswith("# trailer: {count: T-REC-COUNT}")


def test_how_the_files_are_written_stands_as_a_comment(tmp_path: Path) -> None:
    text = drafted(ONE_FILE, tmp_path)
    start = text.index("# input:")
    block = text[start : text.index("records:")].splitlines()
    keys = [line.split("#")[1].split(":")[0].strip() for line in block]
    settings = ["encoding", "format", "invalid", "text", "numbers", "dbcs"]
    assert keys == ["input", *settings, "defaults"]
    assert line_of("format:", text).startswith("# format: variable")


def test_the_comments_of_a_draft_are_true_when_they_are_taken(tmp_path: Path) -> None:
    text = drafted(ONE_FILE, tmp_path)
    lines = [re.sub(r"(?<=\S)  +#.*", "", line) for line in text.splitlines()[1:]]
    lines = [line for line in lines if not re.search("key: |fields:|H-DATE", line)]
    taken = "\n".join(re.sub("^( *)# ", r"\1", line) for line in lines)
    loaded = parse_job(taken, tmp_path / "JOB" / "job.yaml")
    rules = loaded.config.records
    assert [rule.role for rule in rules.values()] == ["header", "detail", "trailer"]
    assert loaded.config.input.dbcs == "cp939"
    assert rules["FILE-TRAILER"].trailer.count == "T-REC-COUNT"


PRINTED = """
01  REC.
    05 REC-ID PIC 9(5).
    05 AMOUNT PIC Z,ZZ9.99-.
    05 RATE   PIC ZZ9PP.
    05 BILLED PIC 99/99/9999.
    05 NOTE   PIC XXBXX.
"""


def test_printed_numbers_are_text_and_may_be_numbers(tmp_path: Path) -> None:
    text = drafted(PRINTED, tmp_path)
    wanted = '# AMOUNT: {type: "DECIMAL(6,2)"} # printed as Z,ZZ9.99-; text, unless it has a type'
    assert line_of("AMOUNT:", text) == wanted
    assert line_of("RATE:", text).startswith('# RATE: {type: "DECIMAL(5,0)"}')
    assert "NOTE:" not in text
    assert "BILLED:" not in text  # most likely a date
    taken = re.sub(r"# (fields|AMOUNT|RATE):", r"\1:", text)
    loaded = parse_job(taken, tmp_path / "JOB" / "job.yaml")
    fields = loaded.config.records["REC"].fields
    assert [fields[name].type for name in ("AMOUNT", "RATE")] == ["DECIMAL(6,2)", "DECIMAL(5,0)"]
    schema = to_schema((parsed(PRINTED, tmp_path),), loaded, (TARGETS["db2-luw"],))
    rules = [each.rule for each in schema.entities[0].columns if each.name in {"AMOUNT", "RATE"}]
    assert rules == ["edited-as-number", "edited-as-number"]
