"""The shipped files through the whole reader, as they are and with bytes changed by chance."""

from __future__ import annotations

import importlib
import random
from pathlib import Path
from typing import Any

import pytest

from tests.jobs import alone, write_output
from tests.reader.conftest import SAMPLES

FILES = {
    "ACCTMAST": "ACCTMAST",
    "ORDERS": "ORDERS",
    "PAYDED": "PAYROLL",
    "PAYEMP": "PAYROLL",
    "PAYTIME": "PAYROLL",
    "POLICY": "POLICY",
}
REASON_BYTES = 500  # of RECON_REJECT


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The package record_io of each sample job."""
    found = {}
    for job in sorted(set(FILES.values())):
        folder = write_output(SAMPLES, job, tmp_path_factory.mktemp(job.lower()))
        with alone(folder / "src"):
            found[job] = importlib.import_module("record_io")
    return found


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_shipped_file_is_read_and_agrees_with_its_trailer(
    packages: dict[str, Any], name: str
) -> None:
    package, path = packages[FILES[name]], SAMPLES / "data" / f"{name}.dat"
    with package.FileReader(package.LAYOUTS[name], str(path)) as reader:
        batches = list(reader.batches(100))
    assert [one.refused for one in batches] == [()] * len(batches)
    assert all(check.agrees for check in reader.checks())
    assert reader.bytes_read == path.stat().st_size
    assert sum(len(one.records) for one in batches) >= reader.records - 2


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", sorted(FILES))
def test_a_damaged_file_loses_no_record(
    packages: dict[str, Any], tmp_path: Path, name: str, seed: int
) -> None:
    """Each record is staged or refused, by the item at fault, or the file is refused."""
    package = packages[FILES[name]]
    rng = random.Random(f"{name} {seed}")  # noqa: S311 - the same damage every time
    data = bytearray((SAMPLES / "data" / f"{name}.dat").read_bytes())
    for _ in range(rng.choice((1, 10, 300))):
        data[rng.randrange(len(data))] = rng.choice((0, 0x0C, 0x40, 0xFF, rng.randrange(256)))
    path = tmp_path / f"{name}.dat"
    path.write_bytes(data)
    layout = package.LAYOUTS[name]
    said = ""
    try:
        with package.FileReader(layout, str(path)) as reader:
            batches = list(reader.batches(100))
    except package.FileError as error:
        said = str(error)
    if said:
        assert layout.format == "variable", said
        assert any(word in said for word in ("descriptor word", "spanned", "segment")), said
        return
    numbers = sorted(one.record_no for b in batches for one in (*b.records, *b.refused))
    marks = [kind for kind in layout.kinds if kind.role != "detail"]
    assert len(numbers) == len(set(numbers)) >= reader.records - 3 * bool(marks)
    if not marks:
        assert numbers == list(range(1, reader.records + 1))
    for refused in (one for b in batches for one in b.refused):
        assert refused.reason.startswith("byte ")
        assert f" of {name}.dat" in refused.reason[:60]
        assert len(refused.reason.encode()) <= REASON_BYTES or "cannot be read: " in refused.reason
    counted = {row_type: totals.count for row_type, totals in reader.totals().items()}
    for row_type in {one.row_type for one in batches}:
        ours = [one for one in batches if one.row_type is row_type]
        assert counted[row_type] == sum(len(one.records) + len(one.refused) for one in ours)
