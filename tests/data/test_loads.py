"""The shipped files, loaded by the generated programs: every sum is the one that COBOL printed."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.jobs import write_output

SAMPLES = Path(__file__).parents[2] / "samples"
DATA = SAMPLES / "data"
FILES = {
    "ACCTMAST": ("ACCTMAST.dat",),
    "ORDERS": ("ORDERS.dat",),
    "PAYROLL": ("PAYEMP=PAYEMP.dat", "PAYDED=PAYDED.dat", "PAYTIME=PAYTIME.dat"),
    "POLICY": ("POLICY.dat",),
}
COLUMNS = {
    "ACCT-LEDGER-BAL": "LEDGER_BAL",
    "ACCT-AVAIL-BAL": "AVAIL_BAL",
    "ORDER-TOTAL": "ORDER_TOTAL",
    "QUANTITY": "QUANTITY",
    "CHARGE-AMT": "CHARGE_AMT",
    "PR-YTD-GROSS": "YEAR_TO_DATE_GROSS",
    "PR-YTD-TAX": "YEAR_TO_DATE_TAX",
    "PR-YTD-NET": "YEAR_TO_DATE_NET",
    "PR-DED-AMOUNT": "DEDUCTION_AMOUNT",
    "PR-OVERTIME": "OVERTIME",
    "PT-PM-AMOUNT": "PM_AMOUNT",
    "PT-CL-PAID": "CL_PAID",
}


def written(name: str, root: Path) -> Loader:
    """A sample job on disk, and its tables deployed."""
    shutil.copytree(SAMPLES / "source", root / "source")
    folder = write_output(root, name)
    shutil.copytree(DATA, folder / "data")
    loader = Loader(name, folder)
    loader.run("deploy")
    return loader


@dataclass(frozen=True)
class Loader:
    """A generated job; `run` runs its program."""

    name: str
    folder: Path

    def run(self, *arguments: str, exit_code: int = 0) -> str:
        command = [sys.executable, "-m", self.name.lower(), *arguments]
        environment = {**os.environ, "PYTHONPATH": "src"}
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == exit_code, done.stdout + done.stderr
        return done.stdout

    def load(
        self, run_id: str, *options: str, files: tuple[str, ...] = (), exit_code: int = 0
    ) -> Any:
        named = [
            f"{name}={self.folder}/data/{path}" if path else f"{self.folder}/data/{name}"
            for name, _, path in (file.partition("=") for file in files or FILES[self.name])
        ]
        sizes = ("--writers", "4", "--batch-size", "25", "--format", "json")
        arguments = ("load", *named, "--run-id", run_id, *sizes, *options)
        return json.loads(self.run(*arguments, exit_code=exit_code))

    def values(self, select: str) -> list[Any]:
        with closing(sqlite3.connect(self.folder / f"{self.name.lower()}.sqlite")) as database:
            return [row[0] for row in database.execute(select)]

    def totals(self, prefix: str = "", where: str = "") -> dict[tuple[str, str], Decimal]:
        """What the tables say of all that the COBOL program says something of."""
        found = {}
        for table, what in printed(self.name):
            column = COLUMNS.get(what, "1")
            values = self.values(f"SELECT {column} FROM {prefix}{table} {where}")
            found[table, what] = sum(map(Decimal, values), Decimal(0))
        return found


def printed(name: str) -> dict[tuple[str, str], tuple[Decimal, Decimal]]:
    """The totals of a job: in the file, and when the last record of a key counts."""
    lines = (DATA / f"{name}.totals").read_text().splitlines()
    return {
        (table, what): (Decimal(in_file), Decimal(kept))
        for table, what, in_file, kept in (line.split() for line in lines)
    }


@pytest.fixture(params=FILES)
def loader(request: pytest.FixtureRequest, tmp_path: Path) -> Loader:
    return written(request.param, tmp_path)


def test_the_tables_have_what_cobol_wrote(loader: Loader) -> None:
    said = printed(loader.name)
    assert loader.load("R1")["balanced"]
    assert loader.totals("STG_", "WHERE RUN_ID = 'R1'") == {key: of[0] for key, of in said.items()}
    assert loader.totals() == {key: of[1] for key, of in said.items()}
    status = json.loads(loader.run("status", "R1", "--format", "json"))
    assert status["checks"]
    assert {check["verdict"] for check in status["checks"]} <= {"EQUAL", "SOURCE", "INFO"}


def test_a_second_load_changes_nothing(loader: Loader) -> None:
    loader.load("R1")
    merged = loader.load("R2")["merged"]
    for table, _ in printed(loader.name):
        assert set(loader.values(f"SELECT LAST_RUN_ID FROM {table}")) == {"R1"}
    assert all(counts["inserted"] == counts["updated"] == 0 for counts in merged.values())
    assert loader.totals() == {key: of[1] for key, of in printed(loader.name).items()}


def test_a_zipped_file_is_the_same(tmp_path: Path) -> None:
    loader = written("POLICY", tmp_path)
    path = loader.folder / "data" / "POLICY.dat"
    (loader.folder / "data" / "POLICY.dat.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert loader.load("R1", files=("POLICY.dat.gz",))["balanced"]
    assert loader.totals() == {key: of[1] for key, of in printed("POLICY").items()}


def test_six_records_that_no_one_can_read_are_rejected_by_name(tmp_path: Path) -> None:
    loader = written("POLICY", tmp_path)
    loader.load("R0", files=("POLICY.bad",), exit_code=3)
    loader.load("R1", "--max-rejects", "6", files=("POLICY.bad",))
    numbers = loader.values(
        "SELECT RECORD_NO FROM POLICY_RECON_REJECT WHERE RUN_ID = 'R1' ORDER BY RECORD_NO"
    )
    reasons = loader.values(
        "SELECT REASON FROM POLICY_RECON_REJECT WHERE RUN_ID = 'R1' ORDER BY RECORD_NO"
    )
    content = (DATA / "POLICY.bad").read_bytes()
    expected = [
        (5, "PT-EFFECTIVE-DATE", 17, 8),
        (11, "PT-CL-RESERVE", 51, 7),
        (12, "", 0, 0),
        (14, "PT-NB-TERM-MONTHS", 94, 3),
        (16, "PT-NB-INSURED-NAME", 39, 24),
        (20, "PT-SEQUENCE-NO", 12, 3),
    ]
    found = zip(numbers, reasons, expected, strict=True)
    for number, reason, (record, item, offset, length) in found:
        start = (record - 1) * 153
        raw = content[start + offset : start + offset + length].hex().upper()
        assert number == record, reason
        assert f"byte {start + offset:,} of" in reason
        assert item in reason
        assert raw in reason
