"""The job's scripts for Db2 as they stand: deployed, refused a second time, undone."""

from __future__ import annotations

import re

import pytest
from repository.connection_factory import Connection
from repository.ddl import NoTables, TablesExist, deploy, drop, tables
from support import JOB, TARGET

SCRIPTS = sorted((JOB / "src" / "repository" / "ddl" / TARGET).glob("*.sql"))


def test_every_table_is_made_once_and_undone(connection: Connection) -> None:
    texts = "".join(path.read_text("utf-8") for path in SCRIPTS)
    named = re.findall(r"CREATE TABLE (?:\w+\.)?(\w+)", texts)
    assert sorted(tables(connection, TARGET)) == sorted(named)
    with pytest.raises(TablesExist):
        deploy(connection, TARGET)
    drop(connection, TARGET)
    assert tables(connection, TARGET) == ()
    with pytest.raises(NoTables):
        drop(connection, TARGET)
    deploy(connection, TARGET)
    assert sorted(tables(connection, TARGET)) == sorted(named)
