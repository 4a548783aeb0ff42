"""The names of items in messages are those that the rest of the generator uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.select import shortest_name
from generator.copybook import parse_copybook
from generator.reading.names import qualified

MEMBERS = sorted((Path(__file__).parents[1] / "golden").glob("*/input/*.cpy"))


@pytest.mark.parametrize("member", MEMBERS, ids=lambda path: path.parents[1].name)
def test_every_name_is_qualified_as_far_as_it_takes(member: Path) -> None:
    libraries = [member.parent / "lib"]
    for record in parse_copybook(member, libraries=libraries).records:
        found = qualified(record)
        for item in record.fields():
            expected = shortest_name(item, record) if item.name else "FILLER"
            assert found[id(item)] == expected
