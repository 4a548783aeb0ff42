"""A job for Db2 alone, and a job for sqlite alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import lark
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.runtime.conftest import Written

DEEP = Path(__file__).parent / "jobs" / "DEEP"
GRAMMAR = Path(__file__).parents[1] / "relational/zos_ddl.lark"
# Deploys and drops through a connection that writes down what it is told.
RECORDER = """
import json
import sys

sys.path.insert(0, "src")
from repository import ddl

class Recorder:
    told = []
    there = []

    def cursor(self):
        return self

    def execute(self, text, *values):
        self.told.append(text)

    def fetchall(self):
        return self.there

    def commit(self):
        self.told.append("COMMIT")

    def close(self):
        pass

connection = Recorder()
ddl.deploy(connection, "db2-zos")
connection.there = [("ONE",)]
ddl.drop(connection, "db2-zos")
print(json.dumps(connection.told))
"""


def test_without_the_embedded_target_the_tests_that_need_no_database_remain(
    job_writer: Callable[[Path, str], Written],
) -> None:
    written = job_writer(DEEP, "db2-luw")
    names = sorted(path.name for path in (written.folder / "tests").glob("*.py"))
    assert "conftest.py" not in names
    assert "test_records.py" in names
    run = written.run("pytest", "-q", "-p", "no:cacheprovider")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "target: db2-luw" in written.text("config/base_config.yaml")


def test_without_db2_nothing_is_said_of_it(job_writer: Callable[[Path, str], Written]) -> None:
    written = job_writer(DEEP, "sqlite")
    run = written.run("pytest", "-q", "-p", "no:cacheprovider", "tests/test_settings.py")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "hostname" not in written.text("config/base_config.yaml")
    assert "db2 -tvsf" not in written.text("README.md")
    assert '"bytes"' not in written.text("src/repository/records.py")


def test_a_job_for_zos_says_how_its_scripts_run(
    job_writer: Callable[[Path, str], Written],
) -> None:
    written = job_writer(DEEP, "db2-zos")
    config = written.text("config/base_config.yaml")
    assert "target: db2-zos" in config
    assert "port: 446\n" in config
    assert "location of the subsystem" in config
    readme = written.text("README.md")
    assert "SPUFI or DSNTEP2 reads src/repository/ddl/db2-zos/*.sql" in readme
    assert "db2 -tvsf" not in readme
    run = written.run("pytest", "-q", "-p", "no:cacheprovider")
    assert run.returncode == 0, run.stdout + run.stderr


def test_deploy_reads_the_lines_of_zos_one_behind_the_other(
    job_writer: Callable[[Path, str], Written],
) -> None:
    written = job_writer(DEEP, "db2-zos")
    (written.folder / "recorder.py").write_text(RECORDER, "utf-8")
    run = written.run("recorder")
    (written.folder / "recorder.py").unlink()
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    end = told.index("COMMIT")
    asked, *created = told[:end]
    again, *dropped, last = told[end + 1 :]
    assert "SYSIBM.SYSTABLES" in asked
    assert asked == again
    assert last == "COMMIT"
    grammar = lark.Lark(GRAMMAR.read_text("utf-8"), parser="lalr", maybe_placeholders=False)
    for text in (*created, *dropped):
        tree = grammar.parse(f"{text};")
        assert "\n" not in text
        assert tree.children
    spaces = [text for text in created if text.startswith("CREATE TABLESPACE")]
    assert len(spaces) == len([text for text in dropped if text.startswith("DROP TABLESPACE")])


@pytest.mark.parametrize("targets", ["db2-luw", "db2-zos", "sqlite"])
def test_each_is_clean_under_mypy_and_ruff(
    job_writer: Callable[[Path, str], Written], targets: str
) -> None:
    written = job_writer(DEEP, targets)
    for command in (("mypy", "--strict", "src", "tests"), ("ruff", "check", "--no-cache", ".")):
        run = written.run(*command)
        assert run.returncode == 0, run.stdout + run.stderr
