"""A database on the gateway with the job's tables in it, and the faults of each test.

These modules run in processes of their own: see test_driver.py in the folder above.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from gateway.remote import Remote
from repository.connection_factory import Connection, ConnectionFactory
from repository.ddl import deploy
from support import TARGET, Arm, Configure, configured

SURVIVED = pytest.StashKey[int]()


@pytest.fixture(scope="session")
def remote() -> Iterator[Remote]:
    remote = Remote(int(os.environ["GATEWAY_CONTROL"]))
    yield remote
    remote.close()


@pytest.fixture
def configure() -> Configure:
    """Settings of a connection to the gateway."""
    return configured


@pytest.fixture(scope="session")
def deployed() -> ConnectionFactory:
    """The generated scripts, as they stand."""
    factory = ConnectionFactory(configured())
    with factory.opened() as connection:
        deploy(connection, TARGET)
    return factory


@pytest.fixture
def factory(deployed: ConnectionFactory) -> ConnectionFactory:
    return deployed


@pytest.fixture
def connection(factory: ConnectionFactory) -> Iterator[Connection]:
    with factory.opened() as connection:
        yield connection


@pytest.fixture
def undone(factory: ConnectionFactory) -> Iterator[Connection]:
    """A connection that keeps nothing."""
    with factory.opened() as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def run_id(request: pytest.FixtureRequest) -> str:
    """A run of its own for each test: the tables are shared."""
    name = re.sub(r"\W+", "-", request.node.name)
    return f"{name[-40:]}-{abs(hash(request.node.nodeid)) % 10**8}"


@pytest.fixture
def arm(request: pytest.FixtureRequest, remote: Remote) -> Iterator[Arm]:
    """Let faults strike. Those that did, and that the test outlived, are counted."""
    remote.clear()
    yield Arm(remote)
    struck = len(remote.struck())
    remote.clear()
    stash = request.config.stash
    stash[SURVIVED] = stash.get(SURVIVED, 0) + struck


def pytest_sessionfinish(session: pytest.Session) -> None:
    path = os.environ.get("GATEWAY_SURVIVED")
    if path:
        Path(path).write_text(json.dumps(session.config.stash.get(SURVIVED, 0)), "utf-8")
