"""Texts through the driver and back, within the bytes of their columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from repository.connection_factory import Connection
from support import go_through, read_back

from samples import ROOT

UMLAUT, EURO, EMOJI = "\u00fc", "\u20ac", "\U0001f600"
VARYING = {
    "empty": "",
    "blanks at its ends": "  a  ",
    "umlauts": UMLAUT * 150,
    "euros": EURO * 100,
    "emoji": EMOJI * 75,
    "combining": "e\u0301" * 100,
    "right to left": "\u05e9\u05dc\u05d5\u05dd",
    "control characters": "a\tb\nc\rd\x01e\x1a",
    "quotes and marks": "it's \"quoted\"; -- ? :a %s {d '2020-01-01'}",
    "widest": "x" * 300,
    "no character": "\ufffe\uffff",
}
FIXED = {
    "empty": "",
    "umlauts": UMLAUT * 40,
    "euros": EURO * 26 + "xx",
    "emoji": EMOJI * 20,
    "blanks before": "   a",
    "widest": "x" * 80,
}


def row(**values: str) -> Any:
    made: Any = ROOT.make(0, (1, 1, 1), 0)
    return replace(made, **values)


@pytest.mark.parametrize("text", list(VARYING.values()), ids=list(VARYING))
def test_a_varying_text_comes_back(undone: Connection, run_id: str, text: str) -> None:
    go_through(undone, run_id, [row(long_text=text)])


@pytest.mark.parametrize("text", list(FIXED.values()), ids=list(FIXED))
def test_a_fixed_text_comes_back_without_its_padding(
    undone: Connection, run_id: str, text: str
) -> None:
    go_through(undone, run_id, [row(a_long_entry=text)])


def test_padding_is_no_part_of_a_fixed_text(undone: Connection, run_id: str) -> None:
    padded, bare = row(a_long_entry="a   "), row(a_long_entry="a")
    go_through(undone, run_id, [bare])
    go_through(undone, f"{run_id[:40]}-2", [replace(padded, a_long_entry="a")])
    assert [one for _, one in read_back(undone, run_id, ROOT.row_type)] == [bare]


def test_texts_of_every_length_come_back_from_one_array(undone: Connection, run_id: str) -> None:
    texts = [*VARYING.values(), *(EMOJI * (number % 76) for number in range(300))]
    go_through(undone, run_id, [row(long_text=text) for text in texts])
