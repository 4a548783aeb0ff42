"""cobrepo.lock: its text, its hashes, and what is refused in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.output.manifest import (
    NAME,
    Entry,
    Inputs,
    Manifest,
    digest,
    dump,
    is_safe,
    load,
    text_digest,
)
from generator.problems import GenerationFailed

HASH = "0" * 64


def manifest(*paths: str) -> Manifest:
    return Manifest(
        job="ACCTMAST",
        inputs=Inputs("0.1.0", HASH, {"source/jobs/ACCTMAST/job.yaml": HASH}),
        files={path: Entry("owned", HASH) for path in paths},
        schema={"name": None, "tables": {"T": {"columns": [{"name": "A", "type": "CHAR(1)"}]}}},
    )


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    written = manifest("README.md", "src/a.py")
    (tmp_path / NAME).write_text(dump(written), "utf-8")
    assert load(tmp_path / NAME) == written


def test_no_manifest(tmp_path: Path) -> None:
    assert load(tmp_path / NAME) is None


def test_a_line_a_file_and_sorted() -> None:
    text = dump(manifest("src/b.py", "src/a.py"))
    lines = [line.strip() for line in text.splitlines() if "src/" in line]
    assert lines == [
        f'"src/a.py": {{"hash": "{HASH}", "owner": "owned"}},',
        f'"src/b.py": {{"hash": "{HASH}", "owner": "owned"}}',
    ]
    assert '        {"name": "A", "type": "CHAR(1)"}' in text
    assert text.endswith("}\n")


def test_the_same_text_whatever_the_order() -> None:
    assert dump(manifest("a", "b")) == dump(manifest("b", "a"))


def test_a_checkout_with_crlf_has_the_same_hash() -> None:
    assert digest(b"a\r\nb\r\n") == digest(b"a\nb\n") == text_digest("a\nb\n")


@pytest.mark.parametrize(
    "path",
    ["", ".", "..", "../x", "/etc/passwd", "a/../../b", "a//b", "C:/x", "a\\b", "a\nb", "./a",
     "cobrepo.lock", "a./b", "a /b", "a/"],
)  # fmt: skip
def test_unsafe_paths(path: str) -> None:
    assert not is_safe(path)


@pytest.mark.parametrize(
    "path", ["README.md", "src/repository/ddl/db2-luw/010_x.sql", ".gitignore"]
)
def test_safe_paths(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< HEAD\n",
        "[]",
        "{}",
        json.dumps({"form": 99}),
        dump(manifest("../../evil.py")),
        dump(manifest("a.py")).replace(HASH, "short"),
        dump(manifest("a.py")).replace("owned", "mine"),
    ],
)
def test_an_unusable_manifest_is_the_users_to_repair(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, "utf-8")
    with pytest.raises(GenerationFailed) as failure:
        load(tmp_path / NAME, "python/x/cobrepo.lock")
    (problem,) = failure.value.problems
    assert problem.code == "GEN607"
    assert "python/x/cobrepo.lock" in problem.message
