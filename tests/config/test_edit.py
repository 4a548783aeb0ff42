"""Entries are put into job.yaml without touching anything else in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.edit import with_entry
from generator.config.load import parse_job
from generator.config.where import KeyPath

HEAD = "version: 1\njob: J\n"
NAMES: KeyPath = ("records", "A-REC", "fields", "A-NEW", "renamed_from")
CASES = {
    "a flow record": ("records: {A-REC: {key: [A-ID]}}  # x\n", NAMES),
    "an empty flow record": ("records:\n  A-REC: {}\n", NAMES),
    "a block record": ("records:\n  A-REC:  # why\n    key: [A-ID]\n    # more\n", NAMES),
    "block fields": ("records:\n  A-REC:\n    fields:\n      B: {name: C}  # c\n", NAMES),
    "flow fields": ("records:\n  A-REC:\n    fields: {B: {name: C}}\n", NAMES),
    "the field in flow": ("records:\n  A-REC:\n    fields:\n      A-NEW: {name: C}\n", NAMES),
    "the field in block": (
        "records:\n  A-REC:\n    fields:\n      A-NEW:\n        name: C\n",
        NAMES,
    ),
    "another name there": (
        "records:\n  A-REC:\n    fields:\n      A-NEW: {renamed_from: OLDER, name: C}\n",
        NAMES,
    ),
    "four blanks": ("records:\n    A-REC:\n        key: [A-ID]\n", NAMES),
    "a qualified selector": (
        "records:\n  A-REC:\n    key: [A-ID]\n",
        ("records", "A-REC", "fields", "A OF B", "renamed_from"),
    ),
    "CRLF": ("records:\r\n  A-REC:\r\n    key: [A-ID]\r\n", NAMES),
}


@pytest.mark.parametrize("case", sorted(CASES))
def test_entry(case: str, tmp_path: Path) -> None:
    body, keys = CASES[case]
    path = tmp_path / "J" / "job.yaml"
    before = parse_job(HEAD + body, path)
    text = with_entry(HEAD + body, before.where, keys, "OLD_NAME")
    after = parse_job(text, path)
    rule = after.config.records["A-REC"]
    assert rule.fields[str(keys[3])].renamed_from == "OLD_NAME"
    assert rule.key == before.config.records["A-REC"].key
    gone = [line for line in body.split("\n") if "#" in line and line.split("#")[1] not in text]
    assert gone == []
    assert len(text.splitlines()) - len((HEAD + body).splitlines()) in {0, 1}
    assert text.count("\r\n") >= body.count("\r\n")
