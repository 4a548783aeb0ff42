"""Our layouts against the compiler's, and the recorded files against the compiler."""

from pathlib import Path

import pytest
from cobc_layout import layouts
from record import as_rows, books, read_layout

from generator.copybook import parse_copybook
from generator.copybook.fields import Copybook

HERE = Path(__file__).parent
NAMES = [name for name, _ in books()]


def our_rows(copybook: Copybook) -> dict[str, tuple[int, int]]:
    rows: dict[str, tuple[int, int]] = {}
    for record in copybook.records:
        if record.implied:
            rows[record.name] = 0, record.length
        for field in record.fields():
            path = (record.name, *field.path) if record.implied else field.path
            if path[-1] != "FILLER":
                rows[".".join(path)] = field.offset, field.length
        if record.min_length != record.length:
            rows[f"{record.name}.*minimum*"] = 0, record.min_length
    return rows


@pytest.mark.parametrize("name", NAMES)
def test_layout_is_the_compilers(name: str) -> None:
    cobc, ibm, rules = read_layout(HERE / f"{name}.layout")
    copybook = parse_copybook(HERE / f"{name}.cpy", libraries=[HERE / "members"])
    ours = our_rows(copybook)
    expected = cobc | ibm
    assert set(expected) <= set(ours)
    assert {path: ours[path] for path in expected} == expected
    assert set(ours) - set(expected) <= {path for path in ours if path.endswith("*minimum*")}
    assert bool(ibm) == bool(rules), "a deviation from cobc cites IBM's rule"


def test_recorded_files_are_what_cobc_says() -> None:
    said = {name: as_rows(placed) for name, placed in layouts(books(), HERE / "members").items()}
    recorded = {name: read_layout(HERE / f"{name}.layout")[0] for name in NAMES}
    assert said == recorded
