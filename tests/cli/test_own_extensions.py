"""What the user wrote into extensions.py: it runs, survives regeneration, and may be deleted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]

DATA = Path(__file__).parents[2] / "samples" / "data" / "ACCTMAST.dat"
OWN = '''\
"""Ours: names without blanks around them, one account is withdrawn, a line for each merge."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from repository import (
    AccountRow,
    AccountStagingRepository,
    ConnectionFactory,
    FieldError,
    MergeResult,
    ProcessedBatch,
)
from repository.final_repository import AccountFinalRepository

from .extending import Extensions


def before_staging(batch: ProcessedBatch[Any]) -> ProcessedBatch[Any]:
    """Names in small letters."""
    records = (
        replace(one, row=replace(one.row, short_name=one.row.short_name.lower()))
        for one in batch.records
    )
    return replace(batch, records=tuple(records))


def after_merge(
    factory: ConnectionFactory, run_id: str, results: Mapping[str, MergeResult]
) -> None:
    """Tell whoever waits for it."""
    told = {table: result.inserted for table, result in results.items()}
    Path("merged.json").write_text(json.dumps([factory.target, run_id, told]), "utf-8")


WITHDRAWN = 5


class Checked(AccountStagingRepository):
    """The fifth record is not wanted."""

    @staticmethod
    def prepare(
        records: Iterable[tuple[int, AccountRow]], run_id: str, worker_id: int, batch_no: int
    ) -> list[tuple[object, ...]]:
        """The rows, or who is to blame."""
        kept = list(records)
        for record_no, row in kept:
            if record_no == WITHDRAWN:
                raise FieldError("AccountRow.number", row.number, "is withdrawn")
        return AccountStagingRepository.prepare(kept, run_id, worker_id, batch_no)


class Counted(AccountFinalRepository):
    """Tells how many rows there are while the merge is still to be committed."""

    def merge(self, run_id: str) -> MergeResult:
        """Merge and count."""
        result = super().merge(run_id)
        Path("counted.txt").write_text(str(self.get_final_count()), "utf-8")
        return result


EXTENSIONS = Extensions(before_staging, after_merge, (Checked, Counted))
'''


def load(output: Path, run_id: str) -> dict[str, Any]:
    """Load the sample file, in a database of its own."""
    environment = os.environ | {"PYTHONPATH": "src", "ACCTMAST_CONNECTION__DATABASE": run_id}
    for words in (["deploy"], ["load", str(DATA), "--run-id", run_id, "--max-rejects", "1"]):
        done = subprocess.run(
            [sys.executable, "-m", "acctmast", *words, "--format", "json"],
            cwd=output,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def names(output: Path, run_id: str) -> list[str]:
    """The names in the final table."""
    program = f"import sqlite3; print(*(row[0] for row in sqlite3.connect('{run_id}').execute("
    program += "'SELECT SHORT_NAME FROM ACCOUNT ORDER BY 1')), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=output, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_the_users_hooks_run_and_survive(estate: Path, cobrepo: Command) -> None:
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    output = estate / "python" / "acctmast"
    own = output / "src" / "acctmast" / "extensions.py"
    drafted = own.read_text("utf-8")
    load(output, "PLAIN")
    plain = names(output, "PLAIN")
    assert not (output / "merged.json").exists()

    own.write_text(OWN, "utf-8")
    config = estate / "source" / "jobs" / "ACCTMAST" / "job.yaml"
    rule = "ACCT-OPEN-DATE: {date: YYYYMMDD"
    text = config.read_text("utf-8").replace(rule, f'{rule}, high_values: "9999-12-31"')
    config.write_text(text, "utf-8")
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    assert own.read_text("utf-8") == OWN
    assert cobrepo("check", "ACCTMAST", cwd=estate).returncode == 0

    load(output, "OWN")
    found = names(output, "OWN")
    assert len(found) == len(plain) - 1
    assert set(found) <= {name.lower() for name in plain}
    target, run_id, told = json.loads((output / "merged.json").read_text("utf-8"))
    assert (target, run_id, told) == ("sqlite", "OWN", {"ACCOUNT": len(found)})
    assert (output / "counted.txt").read_text("utf-8") == str(len(found))

    own.unlink()
    config.write_text(text.replace(', high_values: "9999-12-31"', "", 1), "utf-8")
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    assert cobrepo("check", "ACCTMAST", cwd=estate).returncode == 0
    assert not own.exists()
    load(output, "DELETED")
    assert names(output, "DELETED") == plain
    assert drafted.startswith("# Made once by cobrepo")


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [("mypy", ["--strict", "src/acctmast"]), ("ruff", ["check", "src/acctmast"])],
)
def test_what_the_user_writes_passes_the_jobs_own_tools(
    estate: Path, cobrepo: Command, tool: str, arguments: list[str]
) -> None:
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    output = estate / "python" / "acctmast"
    for text in (None, OWN):
        if text is not None:
            (output / "src" / "acctmast" / "extensions.py").write_text(text, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", tool, *arguments],
            cwd=output,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
