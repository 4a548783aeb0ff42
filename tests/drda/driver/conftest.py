"""A database on the gateway with the job's tables in it, and the faults of each test.

These modules run in processes of their own: see test_driver.py in the folder above.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from gateway.faults import Fault
from gateway.remote import HOST, PASSWORD, USER, Remote
from repository.connection_factory import Connection, ConnectionConfig, ConnectionFactory
from repository.ddl import deploy

JOB = Path(os.environ["GATEWAY_JOB"])
DATABASE = f"M{os.getpid() % 1000000}"
TARGET = "db2-luw"
SURVIVED = pytest.StashKey[int]()

Configure = Callable[..., ConnectionConfig]
Arm = Callable[..., None]


@pytest.fixture(scope="session")
def remote() -> Iterator[Remote]:
    remote = Remote(int(os.environ["GATEWAY_CONTROL"]))
    yield remote
    remote.close()


@pytest.fixture
def configure() -> Configure:
    """Settings of a connection to the gateway."""
    return configured


def configured(**changes: Any) -> ConnectionConfig:
    values = {
        "target": TARGET,
        "database": DATABASE,
        "hostname": HOST,
        "port": int(os.environ["GATEWAY_PORT"]),
        "uid": USER,
        "pwd": PASSWORD,
        "authentication": "SERVER",
        "connect_timeout": 10,
        "receive_timeout": 10,
    }
    return ConnectionConfig.model_validate(values | changes)


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
def run_id(request: pytest.FixtureRequest) -> str:
    """A run of its own for each test: the tables are shared."""
    name = re.sub(r"\W+", "-", request.node.name)
    return f"{name[-40:]}-{abs(hash(request.node.nodeid)) % 10**8}"


@pytest.fixture
def arm(request: pytest.FixtureRequest, remote: Remote) -> Iterator[Arm]:
    """Let faults strike. Those that did, and that the test outlived, are counted."""
    remote.clear()

    def order(*faults: Fault) -> None:
        remote.arm(*faults)

    yield order
    struck = len(remote.struck())
    remote.clear()
    stash = request.config.stash
    stash[SURVIVED] = stash.get(SURVIVED, 0) + struck


def pytest_sessionfinish(session: pytest.Session) -> None:
    path = os.environ.get("GATEWAY_SURVIVED")
    if path:
        Path(path).write_text(json.dumps(session.config.stash.get(SURVIVED, 0)), "utf-8")
