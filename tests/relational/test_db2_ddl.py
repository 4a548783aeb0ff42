"""The Db2 scripts: each is in the grammar of what we mean to write, and H2 runs them."""

from __future__ import annotations

import re
import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jpype
import lark
import pytest
from lark.exceptions import UnexpectedInput

from generator.config.load import load_job
from generator.copybook import parse_copybook
from generator.relational import to_schema
from generator.render import ddl
from generator.render.files import Job
from generator.targets import find, reserved

from .conftest import Case, Mapped, map_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
H2 = Path("/usr/share/java/h2.jar")
SAMPLES = sorted((ROOT / "samples/source/jobs").iterdir())
FEATURES = sorted((ROOT / "tests/golden").glob("*/input"))
PHYSICAL = re.compile(r"^  (IN|INDEX IN|COMPRESS) .*?(;?)$", re.MULTILINE)
FOLDER = "src/repository/ddl/db2-luw/"


@pytest.fixture(scope="module")
def grammar() -> lark.Lark:
    text = (HERE / "db2_ddl.lark").read_text("utf-8")
    return lark.Lark(text, parser="lalr", lexer="contextual", maybe_placeholders=False)


def start_java() -> None:
    """One virtual machine serves the whole test run."""
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(H2)], convertStrings=True)


@pytest.fixture
def h2() -> Iterator[Any]:
    start_java()
    manager = jpype.JClass("java.sql.DriverManager")
    connection = manager.getConnection(f"jdbc:h2:mem:{uuid.uuid4().hex};MODE=DB2", "sa", "")
    yield connection
    connection.close()


def sample(folder: Path) -> Job:
    loaded = load_job(folder / "job.yaml")
    members = sorted((folder / "copybooks").glob("*.cpy"))
    books = tuple(parse_copybook(path, libraries=loaded.libraries) for path in members)
    targets = tuple(find(name) for name in loaded.config.targets)
    schema = to_schema(books, loaded, targets)
    return Job(folder.name, folder.name.lower(), loaded.config, books, schema)


def feature(folder: Path, tmp_path: Path) -> Job:
    return map_folder(Path(shutil.copytree(folder, tmp_path / "CASE"))).job


def scripts(job: Job) -> dict[str, str]:
    found = {file.path: file.text for file in ddl.files(job) if file.path.startswith(FOLDER)}
    return {path.removeprefix(FOLDER): found[path] for path in sorted(found)}


def identifiers(tree: lark.Tree[Any]) -> set[str]:
    return {str(token) for token in tree.scan_values(lambda t: t.type == "IDENTIFIER")}


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_every_script_of_a_sample_is_in_the_grammar(folder: Path, grammar: lark.Lark) -> None:
    for text in scripts(sample(folder)).values():
        tree = grammar.parse(text)
        assert tree.children
        assert not identifiers(tree) & reserved.EVERY


@pytest.mark.parametrize("folder", FEATURES, ids=lambda path: path.parent.name)
def test_every_script_of_a_feature_is_in_the_grammar(
    folder: Path, grammar: lark.Lark, tmp_path: Path
) -> None:
    for text in scripts(feature(folder, tmp_path)).values():
        tree = grammar.parse(text)
        assert not identifiers(tree) & reserved.EVERY


@pytest.mark.parametrize(
    "text",
    [
        "CREATE TABLE T (A TEXT NOT NULL);",
        "CREATE TABLE T (A DECIMAL(5) NOT NULL);",
        "CREATE TABLE T (A INTEGER NULL);",
        "CREATE TABLE T (A INTEGER NOT NULL,);",
        "CREATE TABLE T (A INTEGER AUTO_INCREMENT);",
        "CREATE TABLE T (A CHAR(5) FOR BIT DATA) COMPRESS YES IN TS;",
        "CREATE TABLE T (A INTEGER)",
        "CREATE INDEX I ON T ();",
        "COMMENT ON COLUMN T IS 'x';",
        "COMMENT ON TABLE T IS 'it's';",
        'CREATE TABLE "t" (A INTEGER);',
        "DROP TABLE IF EXISTS T;",
    ],
)
def test_the_grammar_refuses(text: str, grammar: lark.Lark) -> None:
    with pytest.raises(UnexpectedInput):
        grammar.parse(text)


def test_the_grammar_finds_the_clauses(mapped: Mapped, grammar: lark.Lark) -> None:
    case = physical(mapped)
    tree = grammar.parse(scripts(case.job)["030_final_tables.sql"])
    found = {str(node.data) for node in tree.iter_subtrees()}
    assert {"in_clause", "index_in", "compress", "check", "in_list", "between"} <= found


def physical(mapped: Mapped) -> Case:
    text = """
        01  REC.
            05  K PIC X.
            05  N PIC 9(3)V9.
                88  GOOD-X VALUE 1 THRU 5.5, 7, 9.9.
            05  G.
                10  A PIC X(3).
                10  B COMP-2.
    """
    job = """
        defaults: {checks: true}
        records: {REC: {key: [K], fields: {G: {as_one_column: true}}}}
        physical:
          schema: APP
          staging: {tablespace: TS_STG}
          final: {tablespace: TS_FINAL, index_tablespace: TX_FINAL, compress: false}
    """
    return mapped(text, job)


def test_physical_clauses_stand_only_where_they_are_configured(mapped: Mapped) -> None:
    texts = scripts(physical(mapped).job)
    assert (
        ")\n  IN TS_FINAL\n  INDEX IN TX_FINAL\n  COMPRESS NO;\n" in texts["030_final_tables.sql"]
    )
    assert ")\n  IN TS_STG;\n" in texts["020_staging_tables.sql"]
    assert not PHYSICAL.search(texts["010_reconciliation_tables.sql"])
    assert "CREATE TABLE APP.STG_REC (" in texts["020_staging_tables.sql"]


def statements(text: str) -> list[str]:
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    logical = PHYSICAL.sub(lambda found: found[2], code)
    return [part.strip() for part in re.split(r";\n", logical + "\n") if part.strip()]


def run_all(h2: Any, job: Job, *, prefix: str) -> None:
    for path, text in scripts(job).items():
        if path.startswith("drop/") is (prefix == "drop/"):
            for statement in statements(text):
                h2.createStatement().execute(statement)


def tables(h2: Any) -> int:
    query = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
    result = h2.createStatement().executeQuery(
        query + " AND TABLE_SCHEMA NOT IN ('INFORMATION_SCHEMA')"
    )
    result.next()
    return int(result.getInt(1))


def deploy_and_drop(h2: Any, job: Job) -> None:
    if job.schema.name:
        h2.createStatement().execute(f"CREATE SCHEMA {job.schema.name}")
    run_all(h2, job, prefix="")
    assert tables(h2) == 5 + 2 * len(job.schema.entities)
    run_all(h2, job, prefix="drop/")
    assert tables(h2) == 0


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_h2_runs_the_logical_part_of_a_sample(folder: Path, h2: Any) -> None:
    deploy_and_drop(h2, sample(folder))


@pytest.mark.parametrize("folder", FEATURES, ids=lambda path: path.parent.name)
def test_h2_runs_the_logical_part_of_a_feature(folder: Path, h2: Any, tmp_path: Path) -> None:
    deploy_and_drop(h2, feature(folder, tmp_path))


def test_h2_runs_the_logical_part_of_the_physical_case(mapped: Mapped, h2: Any) -> None:
    deploy_and_drop(h2, physical(mapped).job)


def test_renamed_words_need_no_quotes(h2: Any) -> None:
    columns = ", ".join(f"{word}_ INTEGER" for word in sorted(reserved.EVERY))
    h2.createStatement().execute(f"CREATE TABLE T_ ({columns})")


def test_the_staging_table_of_a_flat_record(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  REC-ID  PIC 9(8).
            05  NOTE    PIC X(40).
            05  AMOUNT  PIC S9(9)V99 COMP-3.
            05  PAID    PIC 9(8).
    """
    job = "records: {REC: {key: [REC-ID], fields: {PAID: {date: YYYYMMDD}}}}"
    assert scripts(mapped(text, job).job)["020_staging_tables.sql"] == ("""\
-- Code generated by cobrepo from REC.cpy. DO NOT EDIT.
-- Records as read, by run.

-- Staging of REC (REC.cpy): one row per record of a run
-- at most 144 bytes a row: 4K pages
CREATE TABLE STG_REC (
  STG_ID     BIGINT         NOT NULL   -- Row number, without meaning for the order
                            GENERATED ALWAYS AS IDENTITY (CACHE 5000),
  RUN_ID     VARCHAR(50)    NOT NULL,  -- Run that staged the row
  WORKER_ID  INTEGER        NOT NULL,  -- Writer that staged the row
  BATCH_NO   INTEGER        NOT NULL,  -- Batch of the run, numbered by the reader
  RECORD_NO  BIGINT         NOT NULL,  -- Ordinal of the record in its source file
  REC_ID     DECIMAL(8,0)   NOT NULL,  -- REC-ID PIC 9(8) @ 0 L 8
  NOTE       CHAR(40)       NOT NULL,  -- NOTE PIC X(40) @ 8 L 40
  AMOUNT     DECIMAL(11,2)  NOT NULL,  -- AMOUNT PIC S9(9)V99 COMP-3 @ 48 L 6
  PAID       DATE,                     -- PAID PIC 9(8) YYYYMMDD @ 54 L 8
  INSERT_TS  TIMESTAMP(6)   NOT NULL   -- When the row was staged
                            DEFAULT CURRENT TIMESTAMP,
  CONSTRAINT PK_STG_REC
    PRIMARY KEY (STG_ID)
);
""")


def test_a_long_key_and_a_long_list_take_several_lines(mapped: Mapped) -> None:
    names = [f"KEY-PART-NUMBER-{number}" for number in range(1, 9)]
    values = [f"{10000000 + number}" for number in range(12)]
    lines = (
        "01  REC.",
        *(f"    05 {name} PIC X(3)." for name in names),
        "    05 KIND PIC 9(8).",
        "        88 GOOD VALUE",
        *(f"            {value}" for value in values),
        "            20000000 THRU 30000000.",
    )
    text = "".join(f"            {line}\n" for line in lines)
    job = f"defaults: {{checks: true}}\nrecords: {{REC: {{key: [{', '.join(names)}]}}}}"
    script = scripts(mapped(text, job).job)["030_final_tables.sql"]
    assert """\
  CONSTRAINT CK_REC_KIND
    CHECK (KIND IN (10000000, 10000001, 10000002, 10000003, 10000004, 10000005, 10000006,
                    10000007, 10000008, 10000009, 10000010, 10000011)
        OR KIND BETWEEN 20000000 AND 30000000),
  CONSTRAINT PK_REC
    PRIMARY KEY (KEY_PART_NUMBER_1, KEY_PART_NUMBER_2, KEY_PART_NUMBER_3, KEY_PART_NUMBER_4,
                 KEY_PART_NUMBER_5, KEY_PART_NUMBER_6, KEY_PART_NUMBER_7, KEY_PART_NUMBER_8)
""" in script
