"""The scripts for z/OS, read as DSNTEP2 reads them: a grammar, H2, and the limits of a line."""

from __future__ import annotations

import json
import re
import shutil
import uuid
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import jpype
import lark
import pytest
from lark.exceptions import UnexpectedInput

from generator.config.load import LoadedJob, load_job
from generator.config.zos import JclRule, SpaceRule, ZosRules
from generator.copybook import parse_copybook
from generator.problems import Severity
from generator.relational import to_schema
from generator.relational.accepted import accepted, dump, from_dict
from generator.relational.spaces import every_table
from generator.render import ddl, python
from generator.render.files import Job
from generator.render.narrow import narrow
from generator.targets import find, reserved

from .conftest import Case, Mapped, map_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.relational.tables import TableSpace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
H2 = Path("/usr/share/java/h2.jar")
SAMPLES = sorted((ROOT / "samples/source/jobs").iterdir())
FEATURES = sorted((ROOT / "tests/golden").glob("*/input"))
FOLDER = "src/repository/ddl/db2-zos/"
ZOS = find("db2-zos")
PLAIN = ZosRules(database="DBTEST")
EVERY_CLAUSE = ZosRules(
    database="DBTEST",
    storage_group="SGTEST",
    ccsid="unicode",
    index_buffer_pool="BP3",
    buffer_pools={"4K": "BP2", "8K": "BP8K1"},
    staging=SpaceRule(lock_size="row", member_cluster=True, append=True, max_partitions=16),
    final=SpaceRule(
        dssize=8, segsize=64, audit="changes", data_capture=True, restrict_on_drop=True
    ),
)
# What H2 has no words for; the rest is the same SQL.
NOT_H2 = (
    (r" WITH DEFAULT", " DEFAULT CURRENT TIMESTAMP"),
    (r"NO CACHE, ORDER", "NO CACHE"),
    (r"\) +IN DBTEST\..*$", ")"),
    (r"\) +USING STOGROUP .*$", ")"),
    (r"\) +(CLUSTER|BUFFERPOOL \w+).*$", ")"),
)


@pytest.fixture(scope="module")
def grammar() -> lark.Lark:
    text = (HERE / "zos_ddl.lark").read_text("utf-8")
    return lark.Lark(text, parser="lalr", lexer="contextual", maybe_placeholders=False)


@pytest.fixture
def h2() -> Iterator[Any]:
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(H2)], convertStrings=True)
    manager = jpype.JClass("java.sql.DriverManager")
    connection = manager.getConnection(f"jdbc:h2:mem:{uuid.uuid4().hex};MODE=DB2", "sa", "")
    yield connection
    connection.close()


def on_zos(loaded: LoadedJob, rules: ZosRules) -> LoadedJob:
    physical = replace(loaded.config.physical, zos=rules)
    config = replace(loaded.config, targets=("db2-zos",), physical=physical)
    return replace(loaded, config=config)


def sample(folder: Path, rules: ZosRules) -> Job:
    loaded = on_zos(load_job(folder / "job.yaml"), rules)
    members = sorted((folder / "copybooks").glob("*.cpy"))
    books = tuple(parse_copybook(path, libraries=loaded.libraries) for path in members)
    schema = to_schema(books, loaded, (ZOS,))
    return Job(folder.name, folder.name.lower(), loaded.config, books, schema)


def moved(case: Case, rules: ZosRules = PLAIN) -> Job:
    """The same job on z/OS."""
    loaded = on_zos(case.loaded, rules)
    return replace(case.job, config=loaded.config, schema=to_schema(case.copybooks, loaded, (ZOS,)))


def scripts(job: Job) -> dict[str, str]:
    found = {file.path: file.text for file in ddl.files(job)}
    assert all(path.startswith(FOLDER) for path in found)
    return {path.removeprefix(FOLDER): found[path] for path in sorted(found)}


def records(text: str) -> str:
    """The SQL in columns 1 to 72, each line right behind the one before."""
    read = ""
    for line in text.splitlines():
        assert len(line) <= 72, line
        assert line == line.rstrip()
        if read.count("'") % 2 or not line.lstrip().startswith("--"):
            read += line.ljust(72)
    return read


def statements(text: str) -> list[str]:
    parts = re.findall(r"(?:'(?:[^']|'')*'|[^;'])+", records(text))
    found = [" ".join(_outside(part)) for part in parts if part.strip()]
    logical = []
    for statement in found:
        if " TABLESPACE " in f" {statement}"[:20] or "DROP RESTRICT" in statement:
            continue
        logical.append(reduce(lambda text, rule: re.sub(*rule, text), NOT_H2, statement))
    return logical


def _outside(part: str) -> list[str]:
    """Words and literals, blanks between them forgotten."""
    return re.findall(r"(?:'(?:[^']|'')*'|[^\s'])+", part)


def run_all(h2: Any, job: Job, *, drops: bool = False) -> None:
    for path, text in scripts(job).items():
        if path.endswith(".sql") and path.startswith("drop/") is drops:
            for statement in statements(text):
                h2.createStatement().execute(statement)


def rows(h2: Any, query: str) -> list[tuple[str, ...]]:
    result = h2.createStatement().executeQuery(query)
    width = result.getMetaData().getColumnCount()
    found = []
    while result.next():
        found.append(tuple(str(result.getString(at)) for at in range(1, width + 1)))
    return found


def identifiers(tree: lark.Tree[Any]) -> set[str]:
    return {str(token) for token in tree.scan_values(lambda t: t.type == "IDENTIFIER")}


def in_grammar(job: Job, grammar: lark.Lark) -> None:
    for path, text in scripts(job).items():
        if path.endswith(".sql"):
            tree = grammar.parse(records(text))
            assert tree.children, path
            assert not identifiers(tree) & reserved.EVERY


@pytest.mark.parametrize("rules", [PLAIN, EVERY_CLAUSE], ids=["plain", "every clause"])
@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_every_script_of_a_sample_is_in_the_grammar(
    folder: Path, rules: ZosRules, grammar: lark.Lark
) -> None:
    in_grammar(sample(folder, rules), grammar)


@pytest.mark.parametrize("folder", FEATURES, ids=lambda path: path.parent.name)
def test_every_script_of_a_feature_is_in_the_grammar_and_h2_runs_it(
    folder: Path, grammar: lark.Lark, h2: Any, tmp_path: Path
) -> None:
    case = map_folder(Path(shutil.copytree(folder, tmp_path / "CASE")))
    job = moved(case, EVERY_CLAUSE)
    in_grammar(job, grammar)
    deploy(h2, job)


@pytest.mark.parametrize(
    "text",
    [
        "CREATE TABLESPACE TS IN DB;",
        "CREATE TABLESPACE TS IN DB MAXPARTITIONS 64 PRIQTY -1;",
        "CREATE TABLE T (A TIMESTAMP(6) NOT NULL DEFAULT CURRENT TIMESTAMP);",
        "CREATE TABLE T (A INTEGER) COMPRESS YES;",
        "CREATE TABLE T (A INTEGER) INDEX IN TX;",
        "DROP TABLE T;",
        "DROP TABLESPACE TS;",
        "CREATE INDEX I ON T (A) PRIQTY 4;",
        "COMMENT ON COLUMN T IS 'x';",
    ],
)
def test_the_grammar_refuses(text: str, grammar: lark.Lark) -> None:
    with pytest.raises(UnexpectedInput):
        grammar.parse(text)


def deploy(h2: Any, job: Job) -> None:
    """Create everything, compare the comments with those of the model, drop the indexes."""
    if job.schema.name:
        h2.createStatement().execute(f"CREATE SCHEMA {job.schema.name}")
    run_all(h2, job)
    query = "SELECT TABLE_NAME, COLUMN_NAME, REMARKS FROM INFORMATION_SCHEMA.COLUMNS"
    query += " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'"
    found = {(table, column): text for table, column, text in rows(h2, query)}
    expected = {
        (table.name, column.name): column.comment
        for table in every_table(job.schema)
        for column in table.columns
        if column.comment
    }
    assert {key: found[key] for key in expected} == expected
    run_all(h2, job, drops=True)


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_h2_runs_the_logical_part_of_a_sample(folder: Path, h2: Any) -> None:
    deploy(h2, sample(folder, EVERY_CLAUSE))


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_each_table_has_its_own_table_space_and_the_index_of_its_key(
    folder: Path, grammar: lark.Lark
) -> None:
    """CREATE TABLESPACE: a universal one holds a table. CREATE TABLE: else it is incomplete."""
    job = sample(folder, PLAIN)
    texts = scripts(job)
    created = "".join(texts[path] for path in texts if path[0] in "0123")
    tree = grammar.parse(records(created))
    tables = every_table(job.schema)
    spaces = [str(node.children[0].children[0]) for node in tree.find_data("create_space")]
    held = [str(node.children[0].children[1].children[0]) for node in tree.find_data("in_space")]
    assert sorted(spaces) == sorted(held)
    assert len(set(spaces)) == len(spaces) == len(tables)
    assert all(re.fullmatch("[A-Z][A-Z0-9]{0,7}", name) for name in spaces)
    keys = {
        tuple(str(column.children[0]) for column in node.find_data("index_column"))
        for node in tree.find_data("create_index")
        if any(node.find_data("unique"))
    }
    assert {table.primary_key for table in tables} <= keys
    dropped = texts["drop/020_drop_final_tables.sql"] + texts["drop/030_drop_staging_tables.sql"]
    dropped += texts["drop/040_drop_reconciliation_tables.sql"]
    assert re.findall(r"^DROP TABLESPACE DBTEST\.(\w+);$", dropped, re.MULTILINE) == [
        *(space for space in reversed(spaces[5 + len(spaces[5:]) // 2 :])),
        *(space for space in reversed(spaces[5 : 5 + len(spaces[5:]) // 2])),
        *(space for space in reversed(spaces[:5])),
    ]
    assert "PK_" not in texts["drop/010_drop_indexes.sql"]


WIDE = """
    01  CUSTOMER-CORRESPONDENCE-RECORD.
        05  CUSTOMER-CORRESPONDENCE-IDENT.
            10  CORRESPONDENCE-COMPANY-FROM PIC 9(4).
            10  CORRESPONDENCE-COMPANY-TO   PIC 9(4).
        05  LETTER-BODY             PIC X(5000).
        05  LETTER-FOOT             PIC X(2000).
        05  FACSIMILE               PIC X(9).
        05  PARAGRAPHS              OCCURS 3.
            10  PARAGRAPH-TEXT      PIC X(9000).
        05  ENCLOSURES              OCCURS 2.
            10  ENCLOSURE-TEXT      PIC X(17000).
"""
WIDE_JOB = """
    records:
      CUSTOMER-CORRESPONDENCE-RECORD:
        tables: {final: CORRESPONDENCE}
        key: [CUSTOMER-CORRESPONDENCE-IDENT]
        occurs: {PARAGRAPHS: child_table, ENCLOSURES: child_table}
        fields:
          FACSIMILE: {type: CHAR(9) FOR BIT DATA}
          CORRESPONDENCE-COMPANY-FROM: {name: CORRESPONDENCE_COMPANY_NUMBER1}
    physical: {schema: LETTERS}
"""


def spaces_of(job: Job) -> dict[str, TableSpace]:
    found = {table.name: table.physical.space for table in every_table(job.schema)}
    return {name: space for name, space in found.items() if space}


def test_long_names_wide_rows_children_and_bits(
    mapped: Mapped, grammar: lark.Lark, h2: Any
) -> None:
    job = moved(mapped(WIDE, WIDE_JOB), EVERY_CLAUSE)
    in_grammar(job, grammar)
    deploy(h2, job)
    text = scripts(job)["030_final_tables.sql"]
    assert "CHAR(9) FOR BIT DATA" in text
    names = [column.name for table in every_table(job.schema) for column in table.columns]
    assert max(map(len, names)) == 30
    pools = {name: space.buffer_pool for name, space in spaces_of(job).items()}
    assert pools["CORRESPONDENCE"] == "BP8K1"
    assert pools["CORRESPONDENCE_PARAGRAPHS"] == "BP16K0"
    assert pools["CORRESPONDENCE_ENCLOSURES"] == "BP32K"
    assert pools["CASE_RECON_RUN"] == "BP2"
    plain = spaces_of(moved(mapped(WIDE, WIDE_JOB)))
    assert plain["CORRESPONDENCE"].buffer_pool == "BP8K0"
    assert plain["CASE_RECON_RUN"].buffer_pool is None  # what the database has will do
    assert "  IN DBTEST\n  USING STOGROUP SGTEST\n  MAXPARTITIONS 64\n  DSSIZE 8 G\n" in text
    assert (
        f")\n  IN {spaces_of(job)['CORRESPONDENCE'].qualified}\n"
        "  AUDIT CHANGES\n  DATA CAPTURE CHANGES\n  WITH RESTRICT ON DROP;\n"
    ) in text


def test_the_scripts_of_a_final_table(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  REC-ID  PIC 9(8).
            05  NOTE    PIC X(40).
            05  STAMP   PIC X(9).
            05  PAID    PIC 9(8).
    """
    job = """
        records:
          REC:
            key: [REC-ID]
            indexes: [{fields: [PAID]}]
            fields: {PAID: {date: YYYYMMDD}, STAMP: {type: CHAR(9) FOR BIT DATA}}
        physical: {schema: APP, final: {compress: true}}
    """
    texts = scripts(moved(mapped(text, job), EVERY_CLAUSE))
    assert texts["030_final_tables.sql"] == """\
-- Code generated by cobrepo from REC.cpy. DO NOT EDIT.
-- The state after the last run, by business key.

-- REC (REC.cpy): one row per REC_ID
-- at most 183 bytes a row: 4K pages
CREATE TABLESPACE REC
  IN DBTEST
  USING STOGROUP SGTEST
  MAXPARTITIONS 64
  DSSIZE 8 G
  SEGSIZE 64
  BUFFERPOOL BP2
  COMPRESS YES
  CCSID UNICODE;

CREATE TABLE APP.REC (
  -- REC-ID PIC 9(8) @ 0 L 8
  REC_ID          DECIMAL(8,0)          NOT NULL,
  -- NOTE PIC X(40) @ 8 L 40
  NOTE            CHAR(40)              NOT NULL,
  -- STAMP PIC X(9) @ 48 L 9
  STAMP           CHAR(9) FOR BIT DATA  NOT NULL,
  -- PAID PIC 9(8) YYYYMMDD @ 57 L 8
  PAID            DATE,
  -- Run that inserted the row
  CREATED_RUN_ID  VARCHAR(50)           NOT NULL,
  -- When the row was inserted
  CREATED_TS      TIMESTAMP(6)          NOT NULL WITH DEFAULT,
  -- Run that changed the row last
  LAST_RUN_ID     VARCHAR(50)           NOT NULL,
  -- When the row was changed last
  UPDATE_TS       TIMESTAMP(6)          NOT NULL WITH DEFAULT,
  CONSTRAINT PK_REC
    PRIMARY KEY (REC_ID)
)
  IN DBTEST.REC
  AUDIT CHANGES
  DATA CAPTURE CHANGES
  WITH RESTRICT ON DROP;
"""
    assert texts["040_indexes.sql"].endswith("""\

-- the primary key: without it the table is incomplete
CREATE UNIQUE INDEX APP.PK_REC
  ON APP.REC (REC_ID)
  USING STOGROUP SGTEST
  CLUSTER
  BUFFERPOOL BP3;

-- asked for in job.yaml
CREATE INDEX APP.IX_REC_PAID
  ON APP.REC (PAID)
  USING STOGROUP SGTEST
  BUFFERPOOL BP3;
""")


def test_columns_have_30_characters_unless_the_subsystem_allows_more(mapped: Mapped) -> None:
    text = """
        01  REC.
            05  K PIC X.
            05  CUSTOMER-CORRESPONDENCE-LINE-ONE-OF-TWO PIC X.
            05  CUSTOMER-CORRESPONDENCE-LINE-TWO-OF-TWO PIC X.
    """
    case = mapped(text, "records: {REC: {key: [K]}}")
    short = [c.name for c in moved(case).schema.entities[0].columns]
    assert [len(name) for name in short] == [1, 29, 29]
    assert len(set(short)) == 3
    long = moved(case, replace(PLAIN, long_column_names=True)).schema.entities[0].columns
    assert [c.name for c in long[1:]] == [
        "CUSTOMER_CORRESPONDENCE_LINE_ONE_OF_TWO",
        "CUSTOMER_CORRESPONDENCE_LINE_TWO_OF_TWO",
    ]
    assert all(
        len(line) <= 72 for script in scripts(moved(case)).values() for line in script.splitlines()
    )


@pytest.mark.parametrize(
    ("table", "space"),
    [
        ("ACCOUNT", "ACCOUNT"),
        ("A_B", "AB"),
        ("STG_ACCOUNT", "STGACCNT"),
        ("CUSTOMER_ORDER", "CSTMRRDR"),
        ("AEIOUAEIOUX", "AEIOUAEX"),
    ],
)
def test_a_table_space_has_the_name_of_its_table_in_8_characters(
    table: str, space: str, mapped: Mapped
) -> None:
    case = mapped(
        "01 REC. 05 K PIC X.", f"records: {{REC: {{key: [K], tables: {{final: {table}}}}}}}"
    )
    found = spaces_of(moved(case))[table].name
    assert found == space or (table.startswith("STG") and found == "STGACCNT")
    named = {d.subject: d for d in moved(case).schema.decisions if d.rule == "table-space"}
    assert named[table].text == f"{table} is in table space DBTEST.{found}"
    assert named[table].reason.startswith("the table's name without")


def test_a_name_that_cannot_be_shortened_so_ends_in_its_hash(mapped: Mapped) -> None:
    job = "records: {REC: {key: [K], tables: {staging: STG_BRDGWRTHS, final: BRDGWRTHS}}}"
    found = spaces_of(moved(mapped("01 REC. 05 K PIC X.", job)))
    assert re.fullmatch("BRDG[0-9A-F]{4}", found["BRDGWRTHS"].name)
    assert re.fullmatch("SBRD[0-9A-F]{4}", found["STG_BRDGWRTHS"].name)
    assert re.fullmatch("CBAT[0-9A-F]{4}", found["CASE_RECON_BATCH"].name)


def test_two_tables_of_one_short_name_both_end_in_their_hash(mapped: Mapped) -> None:
    text = """
        01  REC-A.
            05  K PIC X.
        01  REC-B.
            05  K PIC X.
    """
    one = "REC-A: {key: [K], tables: {final: ORDER_LINES}}"
    two = "REC-B: {key: [K], tables: {final: ORDERLINES}}"
    found = []
    for rules in (f"{{{one}, {two}}}", f"{{{two}, {one}}}"):
        job = f"files: {{F: {{records: [REC-A, REC-B]}}}}\nrecords: {rules}"
        job = job.replace("tables:", "when: \"K = 'A'\", tables:")
        found.append(spaces_of(moved(mapped(text, job))))
    assert found[0]["ORDER_LINES"] == found[1]["ORDER_LINES"]
    assert found[0]["ORDERLINES"] == found[1]["ORDERLINES"]
    assert re.fullmatch("OLIN[0-9A-F]{4}", found[0]["ORDER_LINES"].name)
    assert re.fullmatch("ORDE[0-9A-F]{4}", found[0]["ORDERLINES"].name)


def test_job_yaml_names_a_table_space(mapped: Mapped) -> None:
    rules = replace(PLAIN, table_spaces={"REC": "TSREC", "STG_REC": "REC"})
    case = mapped("01 REC. 05 K PIC X.", "records: {REC: {key: [K]}}")
    found = spaces_of(moved(case, rules))
    assert (found["REC"].name, found["STG_REC"].name) == ("TSREC", "REC")


def test_rows_of_the_ledgers_are_locked_one_by_one(mapped: Mapped) -> None:
    case = mapped("01 REC. 05 K PIC X.", "records: {REC: {key: [K]}}")
    sizes = {name: space.lock_size for name, space in spaces_of(moved(case)).items()}
    assert {size for name, size in sizes.items() if "_RECON_" in name} == {"ROW"}
    assert sizes["REC"] is sizes["STG_REC"] is None
    rules = replace(PLAIN, reconciliation=SpaceRule(lock_size="page"))
    assert spaces_of(moved(case, rules))["CASE_RECON_RUN"].lock_size == "PAGE"


def test_the_lock_keeps_the_table_spaces(mapped: Mapped) -> None:
    schema = moved(mapped(WIDE, WIDE_JOB), EVERY_CLAUSE).schema
    kept = from_dict(json.loads(dump(accepted(schema))))
    assert [table.table.physical for table in kept.tables] == [
        table.physical for table in every_table(schema)
    ]


@pytest.mark.parametrize(("ccsid", "limits"), [("unicode", 1), ("ebcdic", 0), (None, 0)])
def test_text_is_measured_in_the_bytes_of_its_table(
    ccsid: Literal["unicode", "ebcdic"] | None, limits: int, mapped: Mapped
) -> None:
    case = mapped("01 REC. 05 K PIC X(8).", "records: {REC: {key: [K]}}")
    texts = {
        file.path: file.text for file in python.files(moved(case, replace(PLAIN, ccsid=ccsid)))
    }
    assert (texts["src/repository/records.py"].count('8, "bytes"') > 0) is (limits > 0)


def test_the_clustering_index_is_that_of_a_business_key(mapped: Mapped) -> None:
    case = mapped("01 REC. 05 K PIC X.", "records: {REC: {key: [K]}}")
    text = scripts(moved(case))["040_indexes.sql"]
    assert "ON REC (K)\n  CLUSTER;" in text
    assert "ON STG_REC (STG_ID);" in text
    appended = replace(PLAIN, final=SpaceRule(append=True))
    assert "ON REC (K);" in scripts(moved(case, appended))["040_indexes.sql"]


def test_without_a_table_space_of_its_own_nothing_of_it_is_written(mapped: Mapped) -> None:
    """So a model is shown that was accepted before the job had this target."""
    schema = mapped("01 REC. 05 K PIC X.", "records: {REC: {key: [K]}}").schema
    texts = {script.path: script for script in ddl.scripts(schema, ZOS)}
    (table,) = texts["030_final_tables.sql"].tables
    assert (table.space, table.drops, table.tail) == ((), ("DROP TABLE REC",), (");",))
    assert not [view for view in texts["040_indexes.sql"].indexes if view.of_key]


def test_without_a_database_the_default_one_is_used_and_said(mapped: Mapped) -> None:
    case = mapped("01 REC. 05 K PIC X.", "targets: [sqlite, db2-zos]\nrecords: {REC: {key: [K]}}")
    (problem,) = [p for p in case.schema.problems if p.code == "DDL110"]
    assert problem.severity is Severity.WARNING
    assert problem.location
    assert problem.location.column == 19
    assert {space.qualified for space in spaces_of(case.job).values()} >= {"DSNDB04.REC"}
    assert not [p for p in moved(case).schema.problems if p.code == "DDL110"]


def test_a_restricted_table_is_released_before_it_is_dropped(mapped: Mapped) -> None:
    case = mapped("01 REC. 05 K PIC X.", "records: {REC: {key: [K]}}")
    text = scripts(moved(case, EVERY_CLAUSE))["drop/020_drop_final_tables.sql"]
    assert text.endswith("\nALTER TABLE REC DROP RESTRICT ON DROP;\nDROP TABLESPACE DBTEST.REC;\n")


@pytest.mark.parametrize("length", range(1, 260, 7))
def test_a_literal_of_any_length_is_read_as_it_was(length: int) -> None:
    text = ("it's a comment of many words, -- and (parentheses); " * 6)[:length]
    statement = (
        f"COMMENT ON TABLE SOME_SCHEMA.SOME_TABLE IS\n  '{text.replace(chr(39), chr(39) * 2)}';"
    )
    narrowed = narrow(statement, 72)
    literal = re.search(r"'((?:[^']|'')*)'", records(narrowed))
    assert literal
    assert literal[1].replace("''", "'") == text


def test_words_are_kept_whole_and_in_order() -> None:
    line = "CREATE TABLE X (" + ", ".join(f"COLUMN_{n} CHAR({n})" for n in range(1, 20)) + ")"
    narrowed = narrow(line, 72)
    assert narrowed.split() == line.split()
    assert max(map(len, narrowed.splitlines())) <= 72
    name = "S" * 100 + "." + "T" * 120
    assert records(narrow(f"DROP TABLE {name}", 72)).split() == ["DROP", "TABLE", name]
    assert narrow("-- " + "word " * 30, 72).splitlines()[1].startswith("-- word")


JCL = JclRule(
    job_card=("//TESTDDL  JOB (ACCT),'TABLES',CLASS=A,MSGCLASS=X,", "//         NOTIFY=&SYSUID"),
    system="DB2P",
    plan="DSNTEP13",
    library="DSND10.RUNLIB.LOAD",
    steplib=("DSND10.SDSNEXIT", "DSND10.SDSNLOAD"),
)


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_the_member_runs_each_script_as_it_stands(folder: Path) -> None:
    texts = scripts(sample(folder, replace(EVERY_CLAUSE, jcl=JCL)))
    for name, prefix in (("deploy", ""), ("drop", "drop/")):
        lines = texts[f"jcl/{name}.jcl"].splitlines()
        assert lines[:2] == list(JCL.job_card)
        data = re.findall(
            r"//         DD DATA,DLM='@@'\n(.*?)\n@@\n", texts[f"jcl/{name}.jcl"], re.DOTALL
        )
        own = [
            text
            for path, text in texts.items()
            if path.endswith(".sql") and path.startswith("drop/") is bool(prefix)
        ]
        assert [f"{text}\n" for text in data] == own
        control = [line for line in lines if line.startswith("//")]
        assert max(map(len, control)) <= 71
        assert max(map(len, lines)) <= 72
        steps = re.findall(
            r"^//(\S+) +EXEC PGM=IKJEFT01,DYNAMNBR=20(.*)$", "\n".join(lines), re.MULTILINE
        )
        assert [cond for _, cond in steps] == ["", *[",COND=(4,LT)"] * (len(own) - 1)]
        assert [step[1:] for step, _ in steps] == [
            Path(path).name[:3]
            for path in texts
            if path.endswith(".sql") and path.startswith("drop/") is bool(prefix)
        ]


def test_scripts_in_a_library_are_named_as_members(mapped: Mapped) -> None:
    rule = replace(
        JCL,
        sql_library="A2345678.B2345678.C2345678.D2345678.E2345678",
        program="DSNTEP4",
        sqlid="DBADMIN",
    )
    case = mapped("01 REC. 05 K PIC X.", "records: {REC: {key: [K]}}")
    text = scripts(moved(case, replace(PLAIN, jcl=rule)))["jcl/drop.jcl"]
    assert "//         DD DISP=SHR,\n//            DSN=A2345678.B2345678" in text
    assert "E2345678(D020)\n" in text
    assert " RUN PROGRAM(DSNTEP4) PLAN(DSNTEP13) -\n" in text
    assert "//SYSIN    DD *\n--#SET MAXERRORS 1\nSET CURRENT SQLID = 'DBADMIN';\n//  " in text
    assert max(map(len, text.splitlines())) <= 71
    assert "DROP TABLESPACE" not in text


def test_no_jcl_unless_it_is_asked_for(mapped: Mapped) -> None:
    case = mapped("01 REC. 05 K PIC X.", "records: {REC: {key: [K]}}")
    assert not [path for path in scripts(moved(case)) if "jcl" in path]
