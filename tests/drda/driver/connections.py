"""Connections: opened, refused, and with the settings that the job ships."""

from __future__ import annotations

import pytest
from repository.connection_factory import Connection, ConnectionFactory, ConnectionFailed, cursor_of


def test_the_scripts_of_the_job_are_deployed(factory: ConnectionFactory) -> None:
    factory.test_connection()
