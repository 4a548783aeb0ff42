"""The content of the review, before any browser: bytes, words, changes, and the same every time."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from generator import review
from generator.config.model import Waiver
from generator.evolve.model import (
    Candidate,
    Change,
    ChangeClass,
    Comparison,
    Evolution,
    Flag,
    Question,
)
from generator.findings.model import Finding
from generator.problems import Location, Problem, Severity
from generator.relational.accepted import accepted
from generator.render.files import Job, RenderedFile
from generator.review.ruler import ruler
from generator.review.scripts import code_lines, twins
from generator.review.sql_words import words

from .conftest import Mapped, cobrepo
from .jobs import SAMPLES, WIDE, wide_copybook

UNION = """
    01  REC.
        05  K PIC X(4).
        05  AREA-A.
            10  NAME PIC X(6).
            10  FILLER PIC X(2).
        05  AREA-B REDEFINES AREA-A.
            10  CODE-1 PIC X(2).
            10  CODE-2 REDEFINES CODE-1 PIC 9(2).
            10  REST PIC X(6).
        05  PHONE PIC X(3) OCCURS 2.
        05  BIG PIC X OCCURS 100.
"""
RULES = (
    "records: {REC: {key: [K], redefines: {AREA-A: base}, occurs: {PHONE: columns, BIG: ignore}}}"
)


def page_of(job: Job, basis: review.Basis = review.NOTHING) -> str:
    return next(f.text for f in review.files(job, (), basis) if f.path.endswith(".html"))


def markdown_of(job: Job, basis: review.Basis = review.NOTHING) -> str:
    return next(f.text for f in review.files(job, (), basis) if f.path.endswith(".md"))


def shown(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_each_byte_of_the_record_has_its_place_and_its_fate(mapped: Mapped) -> None:
    (record,) = review.review(mapped(UNION, RULES), [])["records"]
    assert [
        (p["offset"], p["length"], p["lane"], p["name"], p["fate"], p["columns"])
        for p in record["pieces"]
    ] == [
        (0, 4, 0, "K", "key", ["REC.K"]),
        (4, 6, 0, "NAME", "column", ["REC.NAME"]),
        (10, 2, 0, "FILLER", "nowhere", []),
        (12, 3, 0, "PHONE(1)", "column", ["REC.PHONE_1"]),
        (15, 3, 0, "PHONE(2)", "column", ["REC.PHONE_2"]),
        (18, 1, 0, "BIG(1)", "nowhere", []),
        (19, 99, 0, "BIG(2) to (100)", "nowhere", []),
        (4, 2, 1, "CODE-1", "otherwise", []),
        (6, 4, 1, "REST", "otherwise", []),
        (10, 2, 1, "REST", "nowhere", []),
        (4, 2, 2, "CODE-2", "otherwise", []),
    ]


@pytest.mark.parametrize("job", sorted(path.name for path in (SAMPLES / "jobs").iterdir()))
def test_the_first_lane_of_a_sample_has_no_gap(job: str, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "source")
    cobrepo(tmp_path, "review", job)
    path = tmp_path / "python" / job.lower() / "review/schema.json"
    for record in json.loads(path.read_text("utf-8"))["records"]:
        base = [piece for piece in record["pieces"] if piece["lane"] == 0]
        assert base[0]["offset"] == 0
        assert all(a["offset"] + a["length"] == b["offset"] for a, b in pairwise(base))
        assert base[-1]["offset"] + base[-1]["length"] == record["length"]
        bare = sum(p["length"] for p in base if p["fate"] == "nowhere")
        assert bare == sum(part["length"] for part in record["unmapped"])


def test_the_ruler_draws_a_field_over_the_end_of_a_row_in_two_parts(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X(60).\n    05  LONG-NAME PIC X(20).\n    05  Z PIC X."
    content = review.review(mapped(text, "records: {REC: {key: [K]}}"), [])
    drawn = ruler(content["records"][0])
    assert [line.offset for line in drawn.lines] == [0, 64]
    assert [(box.css, box.label) for box in drawn.boxes] == [
        ("key", "K"),
        ("column", "LONG_NAME"),
        ("column", "LONG_NAME"),
        ("column", "Z"),
    ]
    assert (
        drawn.boxes[1].title == "LONG-NAME: 05 LONG-NAME PIC X(20): bytes 60 to 79: REC.LONG_NAME"
    )
    assert drawn.boxes[1].x + drawn.boxes[1].width == 1150
    assert drawn.boxes[2].x == 46


def test_the_ruler_leaves_rows_out_that_show_nothing_new(mapped: Mapped) -> None:
    text = "01  REC.\n    05  K PIC X.\n    05  NOTE PIC X(1000).\n    05  Z PIC X."
    content = review.review(mapped(text, "records: {REC: {key: [K]}}"), [])
    drawn = ruler(content["records"][0])
    assert [line.offset for line in drawn.lines] == [0, 64, 896, 960]
    assert [skip.text for skip in drawn.skips] == ["12 rows more of NOTE"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("CREATE TABLE T", [("CREATE TABLE", "k"), ("T", "")]),
        ("A INTEGER NOT\n NULL", [("INTEGER", "t"), ("NOT", "k"), ("NULL", "k")]),
        ("'a -- b' -- 'c", [("'a -- b'", "s"), ("-- 'c", "c")]),
        ("'it''s' X", [("'it''s'", "s")]),
        ('"SELECT" DATE', [('"SELECT"', ""), ("DATE", "t")]),
        ("selection FROM_DATE 12", [("selection FROM_DATE 12", "")]),
        ("A-1 -2 <> 3", [("A-1 -2 <> 3", "")]),
        ("'open", [("'open", "s")]),
    ],
)
def test_sql_is_coloured_by_its_words(text: str, kinds: list[tuple[str, str]]) -> None:
    found = words(text)
    assert "".join(word.text for word in found) == text
    for part, kind in kinds:
        inside = [word for word in found if word.text.strip() and word.text.strip() in part]
        assert "".join(word.kind for word in inside) == kind


def test_remarks_are_no_change_and_literals_are_none_of_them() -> None:
    before = "CREATE TABLE T (\n  A CHAR(1),  -- A @ 0\n  CHECK (A IN ('-- x'))\n);\n"
    assert code_lines(before) == code_lines(before.replace("@ 0", "@ 9"))
    assert code_lines(before) != code_lines(before.replace("-- x", "-- y"))
    sides = [
        (twin.css, *("".join(w.text for w in side) for side in (twin.before, twin.after)))
        for twin in twins(before, before.replace("CHAR(1)", "CHAR(2)").replace(");\n", ")\n;"))
    ]
    assert sides == [
        ("", "CREATE TABLE T (", "CREATE TABLE T ("),
        ("replace", "  A CHAR(1),", "  A CHAR(2),"),
        ("", "  CHECK (A IN ('-- x'))", "  CHECK (A IN ('-- x'))"),
        ("replace", ");", ")"),
        ("added", "", ";"),
    ]


FLAT = "01  REC.\n    05  K PIC X(4).\n    05  NOTE PIC X({}).\n"


def changed(mapped: Mapped) -> tuple[Job, review.Basis]:
    """NOTE went from 8 to 12 bytes, by hand."""
    rules = "records: {REC: {key: [K]}}"
    before = accepted(mapped(FLAT.format(8), rules).schema)
    job = mapped(FLAT.format(12), rules)
    after = accepted(job.schema, 1)
    widened = Change(
        kind="column-widened",
        change_class=ChangeClass.WIDENING,
        table="REC",
        subject="NOTE",
        before="CHAR(8)",
        after="CHAR(12)",
        source="REC.NOTE",
        ddl="NOTE <CHAR(8)> becomes CHAR(12)",
        data="every value fits",
        flags={"db2-luw": (Flag.REORG, Flag.REBIND), "sqlite": ()},
    )
    gone = Change("column-gone", ChangeClass.DESTRUCTIVE, "REC", "OLD", before="DATE")
    asked = Question("REC", "REC", "OLD", (Candidate("OLD", "NOTE", 61, ("same picture",)),))
    found = Comparison(Evolution(before, after, ()), (widened, gone), (asked,))
    return job, review.Basis(before, found)


def test_changes_stand_by_class_the_worst_first(mapped: Mapped) -> None:
    job, basis = changed(mapped)
    content = review.review(job, [], basis)["changes"]
    assert content["since"] == 0
    assert [group["class"] for group in content["classes"]] == ["destructive", "widening"]
    assert content["classes"][1]["changes"][0]["flags"] == {"db2-luw": ["reorg", "rebind"]}
    text = shown(page_of(job, basis))
    assert "2 changes since version 0 of the accepted schema." in text
    assert "REC.OLD of REC is gone: renamed, or dropped? Candidate Score Because NOTE 61" in text
    assert "CHAR(8) → CHAR(12) NOTE <CHAR(8)> becomes CHAR(12)" in text
    rows = [line for line in markdown_of(job, basis).splitlines() if "`REC. NOTE`" in line]
    assert "".join(rows) == (
        "| `REC. NOTE` REC.NOTE | `CHAR(8) → CHAR(12)` | NOTE &lt;CHAR(8)> becomes CHAR(12) |"
        "  | every value fits | db2-luw: reorg, rebind |"
    )


def test_changes_that_are_accepted_already_stand_with_their_migration(mapped: Mapped) -> None:
    job, basis = changed(mapped)
    names = ("0001_first.up.sql", "0002_wider.checks.sql", "0002_wider.up.sql")
    files = [RenderedFile(f"migrations/db2-luw/{name}", "") for name in names]
    settled = review.Basis(basis.accepted, None, tuple(files))
    text = shown(page_of(job, settled))
    assert "What led to it is migration 0002_wider, under Deployment." in text


def test_ddl_that_changed_stands_beside_what_it_was(mapped: Mapped) -> None:
    job, basis = changed(mapped)
    (target,) = review.review(job, [], basis)["ddl"][:1]
    known = {table["table"]: table for table in target["tables"]}
    assert [name for name, table in known.items() if table["before"]] == ["STG_REC", "REC"]
    assert "NOTE            CHAR(8)" in known["REC"]["before"]
    assert "NOTE            CHAR(12)" in known["REC"]["ddl"]
    html = page_of(job, basis)
    assert 'Not as it was accepted: <a href="#ddl-db2-luw-STG_REC">' in html
    assert "-  NOTE            CHAR(8)" in markdown_of(job, basis)


def test_a_table_that_was_not_there_is_new(mapped: Mapped) -> None:
    job, basis = changed(mapped)
    assert basis.accepted
    without = replace(basis.accepted, tables=basis.accepted.tables[:-1])
    target = review.review(job, [], replace(basis, accepted=without))["ddl"][0]
    assert [t["table"] for t in target["tables"] if t["new"]] == ["REC"]


def test_a_waived_finding_says_why_and_until_when(mapped: Mapped) -> None:
    job = mapped(FLAT.format(8), "records: {REC: {key: [K]}}")
    place = Location("source/x/REC.cpy", 3)
    found = Problem(
        "DDL207",
        "NOTE is long & wide",
        place,
        "say so",
        severity=Severity.WARNING,
        subject="REC.NOTE",
    )
    waiver = Waiver(code="DDL207", where="REC.NOTE", reason="agreed | signed", until="2027-01-31")
    basis = review.Basis(findings=(Finding(found), Finding(found, waiver)))
    content = review.review(job, [], basis)
    assert (content["counts"]["findings"], content["counts"]["waived"]) == (1, 1)
    html = page_of(job, basis)
    assert '<a href="#REC.NOTE">REC.NOTE</a>' in html
    assert "NOTE is long &amp; wide" in html
    assert "agreed | signed (until 2027-01-31)" in html
    row = markdown_of(job, basis).splitlines()
    assert (
        "| `DDL207` | warning | `REC.NOTE` | `REC.cpy:3` | NOTE is long &amp; wide say so "
        "| agreed \\| signed (until 2027-01-31) |"
    ) in row


def test_rows_a_page_count_what_db2_adds(mapped: Mapped) -> None:
    """Db2 11.5, "Space requirements for user table data": (4096 - 68) / (row + 10)."""
    job = mapped(FLAT.format(8), "records: {REC: {key: [K]}}")
    sizes = {size["table"]: size for size in review.review(job, [])["sizes"]}
    row = sizes["REC"]["row_bytes"]
    assert row == 4 + 8 + 54 + 10 + 54 + 10
    assert sizes["REC"]["rows_a_page"] == 4028 // (row + 10)


def test_two_runs_give_the_same_bytes_wherever_they_are(tmp_path: Path) -> None:
    texts = []
    for folder, seed in (("one", "1"), ("two/deeper", "2")):
        root = tmp_path / folder
        shutil.copytree(SAMPLES, root / "source")
        cobrepo(root, "review", "POLICY", seed=seed)
        found = sorted((root / "python/policy/review").iterdir())
        texts.append([(path.name, path.read_bytes()) for path in found])
    assert [name for name, _ in texts[0]] == ["schema.html", "schema.json", "schema.md"]
    assert texts[0] == texts[1]


def test_the_page_after_a_generate_is_that_of_the_next(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "source")
    folder = tmp_path / "python/policy/review"
    seen = []
    for _ in range(2):
        cobrepo(tmp_path, "generate", "POLICY")
        seen.append({path.name: path.read_bytes() for path in folder.iterdir()})
        shutil.rmtree(tmp_path / ".cobrepo", ignore_errors=True)
    assert seen[0] == seen[1]


def test_a_job_of_500_columns_stays_below_two_megabytes(mapped: Mapped) -> None:
    job = mapped(wide_copybook(500), WIDE)
    assert len(job.schema.entities[0].columns) == 500
    for file in review.files(job, ()):
        assert len(file.text.encode()) < 2_000_000


def test_a_change_of_500_columns_stays_below_two_megabytes(tmp_path: Path) -> None:
    """Three targets, each with its DDL side by side and its migration."""
    folder = tmp_path / "source/jobs/WIDE"
    (folder / "copybooks").mkdir(parents=True)
    book = "".join(f"       {line}\n" for line in wide_copybook(500).split("\n"))
    (folder / "copybooks/WIDE.cpy").write_text(book, "utf-8")
    targets = WIDE.replace("[db2-luw, sqlite]", "[db2-luw, db2-zos, sqlite]")
    (folder / "job.yaml").write_text(f"version: 1\njob: WIDE\n{targets}", "utf-8")
    cobrepo(tmp_path, "generate", "WIDE")
    (folder / "copybooks/WIDE.cpy").write_text(book.replace("X(10)", "X(12)"), "utf-8")
    cobrepo(tmp_path, "review", "WIDE")
    page = tmp_path / "python/wide/review/schema.html"
    assert "Not as it was accepted" in page.read_text("utf-8")
    assert page.stat().st_size < 2_000_000
