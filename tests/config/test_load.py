from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.config.load import LoadedJob, load_job, parse_job
from generator.config.model import (
    FieldRule,
    IndexRule,
    OccursRule,
    PhysicalRule,
    Tables,
    Variant,
)
from generator.problems import GenerationFailed

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples" / "source" / "jobs").glob("*/job.yaml"))
TEXT = """\
# everything that job.yaml can say
version: 1
job: CUSTBILL
targets: [sqlite]
copybooks: {format: fixed, library: [copylib]}
naming: {glossary: words.csv, strip_prefixes: [CM-]}
defaults:
  integers: smallest
  text: {varchar_over: 30, trim: none}
  checks: false
  occurs: ignore
records:
  CUST-RECORD:
    tables: {staging: STG_CUSTOMER, final: CUSTOMER}
    key: [CM-CUST-ID, NO]
    indexes: [{fields: [CM-TAX-ID], unique: true}]
    control_totals: [CM-BALANCE]
    redefines:
      CM-DETAIL-AREA:
        - {use: CM-PERSON,  when: "CM-REC-TYPE = 'P'", into: CUSTOMER_PERSON}
        - {otherwise: ignore}
      CM-OTHER: {use: CM-ELSE}
      CM-THIRD: base
    occurs:
      CM-PHONE: columns
      CM-ACCT:  {as: child_table, table: CUSTOMER_ACCOUNT, sequence: ACCT_SEQ, skip_empty: spaces}
    fields:
      "CM-*-DATE": {date: CCYYMMDD, zeros: null, high_values: 9999-12-31}
      CM-FLAGS:
        ignore: true
        reason: runtime only
  OTHER-RECORD:
physical:
  schema: BILLING
  final: {tablespace: TS_CUST, compress: true}
"""


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LoadedJob:
    folder = tmp_path / "CUSTBILL"
    (folder / "copylib").mkdir(parents=True)
    (folder / "words.csv").write_text('# COBOL,SQL\nacct,Account\n\n"BAL","BALANCE"\n', "utf-8")
    (folder / "job.yaml").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return load_job(Path("CUSTBILL/job.yaml"))


def test_values(job: LoadedJob) -> None:
    config = job.config
    assert (config.version, config.job, config.targets) == (1, "CUSTBILL", ("sqlite",))
    assert config.defaults.integers == "smallest"
    assert (config.defaults.text.varchar_over, config.defaults.text.trim) == (30, "none")
    assert config.defaults.checks is False
    assert config.defaults.occurs == "ignore"
    assert config.physical.schema_name == "BILLING"
    assert config.physical.final == PhysicalRule(tablespace="TS_CUST", compress=True)
    record = config.records["CUST-RECORD"]
    assert record.tables == Tables(staging="STG_CUSTOMER", final="CUSTOMER")
    assert record.key == ("CM-CUST-ID", "NO")
    assert record.indexes == (IndexRule(fields=("CM-TAX-ID",), unique=True),)
    assert record.redefines == {
        "CM-DETAIL-AREA": (
            Variant(use="CM-PERSON", when="CM-REC-TYPE = 'P'", into="CUSTOMER_PERSON"),
            Variant(otherwise="ignore"),
        ),
        "CM-OTHER": Variant(use="CM-ELSE"),
        "CM-THIRD": "base",
    }
    assert record.occurs["CM-PHONE"] == "columns"
    assert record.occurs["CM-ACCT"] == OccursRule(
        treatment="child_table",
        table="CUSTOMER_ACCOUNT",
        sequence="ACCT_SEQ",
        skip_empty="spaces",
    )
    assert record.fields["CM-*-DATE"] == FieldRule(date="CCYYMMDD", high_values="9999-12-31")
    assert record.fields["CM-FLAGS"] == FieldRule(ignore=True, reason="runtime only")
    assert config.records["OTHER-RECORD"].key == ()


def test_what_the_file_refers_to(job: LoadedJob) -> None:
    assert job.glossary == {"ACCT": "ACCOUNT", "BAL": "BALANCE"}
    assert job.libraries == (Path("CUSTBILL/copylib"),)
    assert job.files == (Path("CUSTBILL/job.yaml"), Path("CUSTBILL/words.csv"))


@pytest.mark.parametrize(
    ("keys", "line", "column", "word"),
    [
        (("job",), 3, 1, "job"),
        (("records", "CUST-RECORD"), 13, 3, "CUST-RECORD"),
        (("records", "CUST-RECORD", "key", 1), 15, 23, "NO"),
        (("records", "CUST-RECORD", "fields", "CM-*-DATE"), 28, 7, '"CM-*-DATE"'),
        (("records", "CUST-RECORD", "fields", "CM-*-DATE", "zeros"), 28, 37, "zeros"),
        (("records", "CUST-RECORD", "fields", "CM-*-DATE", "pivot"), 28, 7, '"CM-*-DATE"'),
        (("records", "NO-RECORD", "key"), 12, 1, "records"),
        (
            ("records", "CUST-RECORD", "redefines", "CM-DETAIL-AREA", 1, "otherwise"),
            21,
            12,
            "otherwise",
        ),
        ((), 1, 1, "#"),
        (("nothing",), 1, 1, "#"),
    ],
)
def test_places(
    keys: tuple[str | int, ...], line: int, column: int, word: str, job: LoadedJob
) -> None:
    place = job.where(*keys)
    assert (place.path, place.line, place.column) == ("CUSTBILL/job.yaml", line, column)
    source = TEXT.splitlines()[line - 1]
    assert source[column - 1 : column - 1 + place.width] == word


def test_places_of_values_and_of_parts_of_them(job: LoadedJob) -> None:
    when = ("records", "CUST-RECORD", "redefines", "CM-DETAIL-AREA", 0, "when")
    value = job.where.value(*when)
    source = TEXT.splitlines()[value.line - 1]
    assert source[value.column - 1 :][: value.width] == "\"CM-REC-TYPE = 'P'\""
    part = job.where.inside(*when, text="CM-REC-TYPE = 'P'", position=14, width=3)
    assert source[part.column - 1 :][: part.width] == "'P'"
    assert job.where.inside(*when, text="not there", position=1) == value


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples_load(path: Path) -> None:
    assert load_job(path).config.job == path.parent.name


def test_a_loaded_job_can_go_to_another_process(job: LoadedJob) -> None:
    assert pickle.loads(pickle.dumps(job)) == job  # noqa: S301 - our own bytes


def test_line_ends_do_not_matter(job: LoadedJob) -> None:
    again = parse_job(TEXT.replace("\n", "\r\n"), Path("CUSTBILL/job.yaml"))
    assert again.config == job.config
    assert again.where("records") == job.where("records")


def test_loading_needs_no_parser_of_copybooks_and_no_templates() -> None:
    program = (
        "import sys; from pathlib import Path; from generator.config.load import load_job;"
        f"load_job(Path({str(SAMPLES[0])!r}));"
        "print([m for m in ('lark', 'jinja2', 'black', 'ibm_db') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
    )
    assert done.stdout.strip() == "[]"


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The text with some pieces replaced: what a slip of the hand may leave."""
    text = TEXT
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 6))
        piece = draw(
            st.sampled_from([*"[]{}:,-'\"*&!|>%@#\t\n ", "\x01", "1", "~", "A", "? ", "\n- "])
        )
        text = text[:start] + piece + text[end:]
    return text


@given(text=damaged())
@example("? naming: {strip_prefixes: []}\njob: CUSTBILL\n")
@settings(max_examples=300, deadline=None)
def test_any_text_loads_or_fails_with_places(text: str) -> None:
    try:
        parse_job(text, Path("/nowhere/CUSTBILL/job.yaml"))
    except GenerationFailed as failure:
        problems = failure.problems
    else:
        problems = ()
    lines = text.splitlines()
    for problem in problems:
        assert problem.location is not None
        assert problem.location.line <= max(len(lines), 1)
        assert str(problem)
