"""Files that are no copybooks at all: one message that says what they are."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from generator.copybook import parse_copybook
from generator.copybook.source.foreign import foreign
from generator.problems import GenerationFailed

FILES = {
    "an HTML page": "<!DOCTYPE html>\n<html><head><title>404</title></head>\n<body>01 A.</body>\n",
    "an XML document": '<?xml version="1.0"?>\n<copybook>\n  <item level="01"/>\n</copybook>\n',
    "a Git LFS pointer": "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
    "a difference between two files": (
        "--- a/ACCT.cpy\n+++ b/ACCT.cpy\n@@ -1,3 +1,3 @@\n        01  ACCT.\n"
        "-           05  A PIC X.\n+           05  A PIC XX.\n"
    ),
    "JCL": "//COPYJOB  JOB (ACCT),'RJK',CLASS=A\n//STEP1    EXEC PGM=IEBGENER\n",
    "JSON": '{\n  "name": "ACCT",\n  "fields": []\n}\n',
    "SQL": "CREATE TABLE ACCT (\n  ACCT_NO INTEGER NOT NULL,\n  NAME CHAR(20)\n);\n",
    "assembler": "ACCT     DSECT\nACCTNO   DS    CL10\nACCTBAL  DS    PL8\n",
    "PL/I": " DCL 1 ACCT,\n       2 NO CHAR(10),\n       2 BAL DEC FIXED(15,2);\n",
}


def failure(path: Path) -> GenerationFailed:
    with pytest.raises(GenerationFailed) as failed:
        parse_copybook(path)
    return failed.value


@pytest.mark.parametrize("kind", FILES)
def test_one_message_says_what_the_file_is(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "ACCT.cpy"
    path.write_text(FILES[kind], "utf-8")
    (problem,) = failure(path).problems
    assert (problem.code, problem.message) == ("CPY120", f"this is {kind}, not a copybook")
    assert problem.hint
    assert problem.location is not None
    assert problem.location.line == 1


@pytest.mark.parametrize(
    "text",
    [
        "           SELECT CUSTFILE ASSIGN TO CUSTIN.\n",
        "       TITLE 'PAYROLL'\n       01  A PIC Y.\n",
        "//SYSUT1   DD *\n       01  A.\n           05  B PIC Y.\n",
        "       MAIN-PARA.\n           ALTER A TO PROCEED TO B.\n",
    ],
)
def test_a_cobol_text_keeps_its_own_errors(text: str, tmp_path: Path) -> None:
    path = tmp_path / "ACCT.cpy"
    path.write_text(text, "ascii")
    assert all(problem.code != "CPY120" for problem in failure(path).problems)


@pytest.mark.parametrize(
    "text", ["/**/" * 1000, "--\n" * 1300, "--- a\n" + "+++ b\n" * 600, "SELECT" + " a" * 2000]
)
def test_no_text_takes_long(text: str) -> None:
    start = process_time()
    foreign(text.encode(), "T")
    assert process_time() - start < 0.2
