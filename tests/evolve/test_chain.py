"""Migrations on disk: numbers without a gap, all three files of each, checksums in a chain."""

from __future__ import annotations

import hashlib

import pytest

from generator.evolve.chain import broken
from generator.evolve.files import links
from generator.render.files import Owner, RenderedFile

KINDS = ("checks", "up", "down")


def texts(*numbers: int, edited: str = "") -> dict[str, str]:
    names = [f"{number:04}_step.{kind}.sql" for number in numbers for kind in KINDS]
    return {name: f"-- {name}{' edited' * (name == edited)}\n" for name in names}


def on_disk(held: dict[str, str], chain: str, target: str = "sqlite") -> tuple[RenderedFile, ...]:
    folder = f"migrations/{target}"
    files = [RenderedFile(f"{folder}/{n}", text, Owner.MIGRATION) for n, text in held.items()]
    return (*files, RenderedFile(f"{folder}/checksums.txt", chain))


def chained(held: dict[str, str]) -> str:
    return "".join(links("", held))


def told(files: tuple[RenderedFile, ...], version: int) -> list[tuple[str, str]]:
    return [(p.code, p.message) for p in broken(files, version, ("sqlite",), "python/job")]


def test_whole_migrations_are_told_nothing_of() -> None:
    held = texts(1, 2, 3)
    assert told(on_disk(held, chained(held)), 3) == []
    assert told((), 0) == []


def test_a_target_that_joined_later_begins_with_a_later_number() -> None:
    held = texts(2, 3)
    assert told(on_disk(held, chained(held)), 3) == []


def test_a_chain_is_written_on_as_it_was_begun() -> None:
    first, both = texts(1), texts(1, 2)
    begun = chained(first)
    added = {name: text for name, text in both.items() if name not in first}
    assert begun + "".join(links(begun, added)) == chained(both)


def test_each_link_holds_all_before_it() -> None:
    """Whoever edits a file and mends its own line alone is found out."""
    held, edited = texts(1, 2), texts(1, 2, edited="0001_step.up.sql")
    lines, forged = chained(held).splitlines(), chained(edited).splitlines()
    assert lines[0] == forged[0]
    assert not set(lines[1:]) & set(forged[1:])
    mended = "".join(f"{line}\n" for line in (lines[0], forged[1], *lines[2:]))
    ((code, message),) = told(on_disk(edited, mended), 2)
    assert (code, "0001_step.down.sql" in message) == ("MIG302", True)


def test_the_form_of_a_link() -> None:
    """It never changes: databases have run what older versions of cobrepo wrote."""
    first, second = links("", {"0001_a.checks.sql": "A\n", "0001_a.up.sql": "B\r\n"})
    said = hashlib.sha256(b"\n0001_a.checks.sql\nA\n").hexdigest()
    assert first == f"{said}  0001_a.checks.sql\n"
    before = first.removesuffix("\n").encode()
    said = hashlib.sha256(before + b"\n0001_a.up.sql\nB\n").hexdigest()
    assert second == f"{said}  0001_a.up.sql\n"


@pytest.mark.parametrize("name", texts(1, 2))
def test_an_edited_file(name: str) -> None:
    found = told(on_disk(texts(1, 2, edited=name), chained(texts(1, 2))), 2)
    assert [(code, name in message) for code, message in found] == [("MIG302", True)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_missing(kind: str) -> None:
    held = texts(1, 2)
    del held[f"0001_step.{kind}.sql"]
    codes = {code for code, _ in told(on_disk(held, chained(held)), 2)}
    assert codes == {"MIG301"}


def test_a_number_that_is_missing() -> None:
    held = texts(1, 3)
    found = told(on_disk(held, chained(held)), 3)
    assert found == [("MIG301", "python/job/migrations/sqlite has of migration 0002: nothing")]


def test_a_last_number_that_is_missing() -> None:
    held = texts(1)
    found = told(on_disk(held, chained(held)), 2)
    assert found == [("MIG301", "python/job/migrations/sqlite has of migration 0002: nothing")]


def test_two_migrations_of_one_number() -> None:
    held = texts(1) | {name.replace("step", "other"): text for name, text in texts(1).items()}
    assert "MIG301" in {code for code, _ in told(on_disk(held, chained(held)), 1)}


def test_a_number_that_the_accepted_tables_do_not_have() -> None:
    held = texts(1, 2)
    ((code, message),) = told(on_disk(held, chained(held)), 1)
    assert (code, message.endswith("0002, and schema.lock.json ends at 1")) == ("MIG301", True)


def test_checksums_of_nothing() -> None:
    ((code, _),) = told(on_disk({}, chained(texts(1))), 0)
    assert code == "MIG302"


def test_a_target_that_left_keeps_its_chain() -> None:
    held = texts(1)
    assert told(on_disk(held, chained(held), "db2-luw"), 2) == []
    assert [code for code, _ in told(on_disk(held, "", "db2-luw"), 2)] == ["MIG302"]
