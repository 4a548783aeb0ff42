"""The statements of every sample and of every golden case, prepared on tables of their own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import lark
import pytest

from generator.sources import load_sources
from generator.workspace import JobPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.render.files import Job
    from tests.sql.conftest import H2Connection, SqliteConnection, Texts

TESTS = Path(__file__).parents[1]
SAMPLES = sorted(path.parent for path in (TESTS.parent / "samples/source/jobs").glob("*/job.yaml"))
CASES = sorted(path.parents[1] for path in (TESTS / "golden").glob("*/input/job.yaml"))
UNKNOWN_TO_H2 = ("_clear_staging", "tables_find")
PARSER = lark.Lark(
    (Path(__file__).parent / "db2_dml.lark").read_text("utf-8"),
    parser="lalr",
    start=["luw", "zos"],
)


@pytest.fixture(params=[*SAMPLES, *CASES], ids=lambda folder: folder.name)
def shipped(request: pytest.FixtureRequest, tmp_path: Path) -> Job:
    folder: Path = request.param
    place = JobPlace(tmp_path, folder.name if folder in SAMPLES else "CASE", "shipped")
    if folder in SAMPLES:
        shutil.copytree(folder.parents[1], tmp_path / "source")
    else:
        shutil.copytree(folder / "input", place.folder)
        place.copybooks.mkdir()
        for member in place.folder.glob("*.cpy"):
            shutil.move(member, place.copybooks)
    return load_sources(place).job


def test_every_statement_is_sound(
    shipped: Job,
    text_maker: Callable[[Job], Texts],
    h2_of: Callable[[Job], H2Connection],
    sqlite_of: Callable[[Job], SqliteConnection],
) -> None:
    h2, sqlite = h2_of(shipped), sqlite_of(shipped)
    for (target, name), text in text_maker(shipped).items():
        if target == "sqlite":
            sqlite.execute("EXPLAIN " + text, (None,) * text.count("?"))
            continue
        PARSER.parse(text, start=target.removeprefix("db2-"))
        if not name.endswith(UNKNOWN_TO_H2):
            h2.prepare(text)


def test_the_key_of_a_child_begins_with_the_key_of_its_parent(shipped: Job) -> None:
    """The statements find a child's record by the place of a column in the key."""
    entities = {entity.name: entity for entity in shipped.schema.entities}
    for child in entities.values():
        parent = entities.get(child.parent or "")
        if parent:
            assert len(child.key) == len(parent.key) + 1
            for above, here in zip(parent.key, child.key, strict=False):
                assert child.staging.column(here).type == parent.staging.column(above).type
