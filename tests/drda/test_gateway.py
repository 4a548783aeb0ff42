"""The gateway by itself: messages, rows, errors and statements. And that its code is typed."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from gateway.ddm import OBJECT, REQUEST, Dss, Point, ddm, ddms, encode_chain, read_dss
from gateway.dialect import RULES, derby_sql
from gateway.errors import db2_error
from gateway.faults import Action, Event, Fault, Faults, Refused, Struck
from gateway.replies import is_refused, refusal

HERE = Path(__file__).parent

STATEMENTS = {
    "SET CURRENT LOCALE LC_CTYPE = 'en_US'": "SET CLIENT  LOCALE LC_CTYPE = 'en_US'",
    "COMMENT ON TABLE S.T IS 'it''s'": "LOCK TABLE S.T IN SHARE MODE",
    "COMMENT ON COLUMN S.T.C IS 'x'": "LOCK TABLE S.T IN SHARE MODE",
    "COMMENT ON COLUMN T.C IS 'x'": "LOCK TABLE T IN SHARE MODE",
    "CREATE TABLE T (A TIMESTAMP(6))": "CREATE TABLE T (A TIMESTAMP)",
    "A AS IDENTITY (NO CACHE)": "A AS IDENTITY (START WITH 1, INCREMENT BY 1)",
    "A AS IDENTITY (CACHE 5000)": "A AS IDENTITY (START WITH 1, INCREMENT BY 1)",
    "CREATE TABLE T (A DATE)\n  IN TS\n  INDEX IN TX\n  COMPRESS YES": "CREATE TABLE T (A DATE)",
    "SELECT SQLCODE FROM T": 'SELECT "SQLCODE" FROM T',
    "DELETE FROM (SELECT 1 FROM S.T WHERE R = ? FETCH FIRST 9 ROWS ONLY)": (
        "DELETE FROM S.T WHERE STG_ID IN"
        " (SELECT STG_ID FROM S.T WHERE R = ? FETCH FIRST 9 ROWS ONLY)"
    ),
    "SELECT A FROM T WHERE B IN (1)": "SELECT A FROM T WHERE B IN (1)",
}


@pytest.mark.parametrize("statement", list(STATEMENTS))
def test_a_statement_in_derbys_words(statement: str) -> None:
    assert derby_sql(statement) == STATEMENTS[statement]


def test_every_rule_has_a_reason() -> None:
    assert all(rule.why for rule in RULES)
    assert len({rule.why for rule in RULES}) == len(RULES)


async def _read_all(data: bytes, count: int) -> list[Dss]:
    stream = asyncio.StreamReader()
    stream.feed_data(data)
    stream.feed_eof()
    return [await read_dss(stream) for _ in range(count)]


@pytest.mark.parametrize("size", [0, 1, 32_756, 32_757, 32_761, 65_522, 70_000, 200_000])
def test_a_message_of_any_length_is_read_as_it_was_written(size: int) -> None:
    body = ddm(Point.SQLSTT, bytes(range(256)) * (size // 256) + bytes(size % 256))
    chain = [Dss(REQUEST, 1, ddm(Point.EXCSQLIMM)), Dss(OBJECT, 1, body), Dss(REQUEST, 2, body)]
    read = asyncio.run(_read_all(encode_chain(chain), 3))
    assert [(one.correlator, one.body) for one in read] == [(d.correlator, d.body) for d in chain]
    assert [(one.chained, one.continued) for one in read] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    ((point, payload),) = ddms(body)
    assert (point, len(payload)) == (Point.SQLSTT, size)


def test_an_error_in_db2s_terms() -> None:
    tokens = ["PK_T", "T"]
    assert db2_error("23505", tokens, parameters=False) == (-803, "23505", ("PK_T", "T"))
    assert db2_error("22001", tokens, parameters=False) == (-433, "22001", ("T",))
    assert db2_error("22001", tokens, parameters=True) == (-302, "22001", ())
    assert db2_error("40XL1", [], parameters=True) == (-911, "40001", ("68",))
    assert db2_error("XJ999", tokens, parameters=False) is None


def test_only_a_wrong_password_is_a_refusal() -> None:
    accepted, wrong = b"\x00\x05\x11\xa4\x00", b"\x00\x05\x11\xa4\x0f"
    for code, expected in ((accepted, False), (wrong, True)):
        assert is_refused(Dss(2, 1, ddm(Point.SECCHKRM, code))) is expected
    error = db2_error("40001", [], parameters=False)
    assert error
    assert not is_refused(refusal(error))


def struck_at(faults: Faults, events: int) -> list[int]:
    """The events, counted from 1, at which something goes wrong."""
    found = []
    for number in range(1, events + 1):
        try:
            asyncio.run(faults.reach(Event.ROW))
        except (Struck, Refused):
            found.append(number)
    return found


def test_a_fault_strikes_at_its_event_and_as_often_as_told() -> None:
    refused = Fault(Event.ROW, Action.REFUSE, nth=5, times=2)
    faults = Faults([Fault(Event.ROW, nth=3), refused, Fault(Event.COMMIT)])
    assert faults.before(Event.ROW, 100) == 2
    assert struck_at(faults, 10) == [3, 5, 6]
    assert len(faults.struck) == 3
    assert [fault.event for fault in faults.armed] == [Event.COMMIT]
    assert faults.seen == {Event.ROW: 10}


def test_the_gateway_is_typed() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir=/dev/null", "-p", "gateway"]
    run = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
