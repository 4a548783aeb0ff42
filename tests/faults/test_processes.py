"""The program as a process of its own, killed, interrupted, and run beside itself."""

from __future__ import annotations

import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from .checks import check_between, check_done, check_final
from .database import Database
from .files import bytes_of
from .model import KEYS
from .plans import File, draw_bytes_file

SECONDS = 60  # far more than it needs: it must end by itself
DONE, REFUSED, FAILED = 0, 2, 3
SIZE = 5
BATCHES = 40  # about as many as a file has
Property = Callable[[str, object], None]


@dataclass
class Place:
    """A database, the job's folder, and the settings with which its program is started."""

    folder: Path
    scratch: Path
    database: Database
    settings: Path

    def file(self, records: File) -> Path:
        path = self.scratch / f"file-{len(list(self.scratch.iterdir()))}"
        path.write_bytes(bytes_of(records))
        return path

    def start(self, *arguments: str, **options: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "faults_job", *arguments, "--config", str(self.settings)],
            cwd=self.folder / "src",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **options,  # type: ignore[call-overload]
        )

    def load(self, path: Path, run_id: str, *more: str, **options: object) -> subprocess.Popen[str]:
        return self.start("load", str(path), "--run-id", run_id, *more, **options)

    def done(self, process: subprocess.Popen[str]) -> tuple[int, str]:
        """Its exit code and what it said; it must end by itself."""
        try:
            said, _ = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            pytest.fail(f"it did not end within {SECONDS} s: {process.communicate()[0]}")
        return process.returncode, said

    def resume(self, path: Path, run_id: str) -> None:
        """Go on with a run until it is done, once or twice."""
        for _ in range(2):
            code, said = self.done(self.load(path, run_id, "--resume"))
            if code == DONE:
                return
        pytest.fail(f"--resume ends with {code}: {said}")

    def again(self, run_id: str) -> tuple[str, ...]:
        """The option of a load that is not the first of its run."""
        return ("--resume",) if self.database.status(run_id) else ()

    def ledger_rows(self) -> int:
        with suppress(sqlite3.Error):
            return int(self.database.select("SELECT COUNT(*) FROM FAULTS_RECON_BATCH")[0][0])
        return 0

    def wait_until_started(self, process: subprocess.Popen[str]) -> None:
        while process.poll() is None and not self.database.runs():
            time.sleep(0.005)

    def written(self) -> list[object]:
        """Every row of the final tables with what tells that it was written."""
        return [self.database.select(f"SELECT rowid, * FROM {table}") for table in KEYS]


@pytest.fixture
def place(folder: Path, template: Path, scratch: Path) -> Place:
    path = scratch / "load.db"
    shutil.copy(template, path)
    settings = scratch / "settings.yaml"
    settings.write_text(
        f"connection: {{target: sqlite, database: {path}}}\n"
        f"repository: {{batch_size: {SIZE}, writers: 3, queue_size: 2, max_rejects: 1000}}\n"
        "retry: {initial_delay: 0.01, max_delay: 0.05}\n",
        "utf-8",
    )
    return Place(folder, scratch, Database(path), settings)


def draw(seed: int, records: int = BATCHES * SIZE) -> tuple[File, random.Random]:
    """A file, and what else is drawn."""
    dice = random.Random(seed)  # noqa: S311 - a test repeats what it drew
    return draw_bytes_file(dice, records, records // 3), dice


def wait_for(place: Place, process: subprocess.Popen[str], dice: random.Random) -> None:
    """A moment of its life: at its start, after some batch, or later."""
    rows = dice.randint(0, BATCHES * 5 // 2)
    while process.poll() is None and place.ledger_rows() < rows:
        time.sleep(0.002)
    time.sleep(dice.choice((0, 0, 0.01, 0.1, 0.3)))


@pytest.mark.parametrize("seed", range(12))
def test_a_process_that_is_killed_is_resumed(
    place: Place, seed: int, record_property: Property
) -> None:
    file, dice = draw(seed)
    path, kills = place.file(file), dice.randint(1, 2)
    for _ in range(kills):
        process = place.load(path, "RUN-1", *place.again("RUN-1"))
        wait_for(place, process, dice)
        process.kill()
        process.communicate(timeout=SECONDS)
        check_between(place.database, "RUN-1", file, [])
    place.resume(path, "RUN-1")
    check_done(place.database, "RUN-1", file, [file], SIZE)
    record_property("faults survived", {"SIGKILL": kills, "runs": 1})


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("seed", range(5))
def test_a_process_that_is_interrupted_ends_by_itself_and_is_resumed(
    place: Place, seed: int, number: signal.Signals, record_property: Property
) -> None:
    file, dice = draw(100 + seed)
    path = place.file(file)
    process = place.load(path, "RUN-1")
    place.wait_until_started(process)
    wait_for(place, process, dice)
    process.send_signal(number)
    code, said = place.done(process)
    status = place.database.status("RUN-1")
    # After its last word nobody handles the signal any more.
    assert code in (DONE, 128 + number) or (code, status) == (-number, "COMPLETED"), said
    assert "Traceback" not in said or status == "COMPLETED"
    check_between(place.database, "RUN-1", file, [])
    if status != "COMPLETED":
        assert status in ("INTERRUPTED", "STAGED", "MERGED"), said
        place.resume(path, "RUN-1")
    check_done(place.database, "RUN-1", file, [file], SIZE)
    record_property("faults survived", {number.name: 1, "runs": 1})


@pytest.mark.parametrize("seed", range(4))
def test_two_processes_with_one_run_id_write_nothing_twice(
    place: Place, seed: int, record_property: Property
) -> None:
    file, dice = draw(200 + seed)
    path = place.file(file)
    first = place.load(path, "RUN-1")
    place.wait_until_started(first)
    wait_for(place, first, dice)
    second = place.load(path, "RUN-1", "--resume")
    ends = [place.done(process) for process in (first, second)]
    assert {code for code, _ in ends} <= {DONE, REFUSED, FAILED}, ends
    check_between(place.database, "RUN-1", file, [])
    if place.database.status("RUN-1") != "COMPLETED":
        place.resume(path, "RUN-1")
    check_done(place.database, "RUN-1", file, [file], SIZE)
    record_property("faults survived", {"one run id in two processes": 1, "runs": 1})


@pytest.mark.parametrize("seed", range(4))
def test_two_runs_in_two_processes_leave_what_the_newer_says(
    place: Place, seed: int, record_property: Property
) -> None:
    files = {"RUN-1": draw(300 + seed)[0], "RUN-2": draw(400 + seed)[0]}
    paths = {run_id: place.file(file) for run_id, file in files.items()}
    loads = {run_id: place.load(path, run_id) for run_id, path in paths.items()}
    ends = {run_id: place.done(process) for run_id, process in loads.items()}
    merged = place.database.merged()
    newest = place.database.runs()[-1]
    assert ends[newest][0] == DONE, ends
    assert merged[-1] == newest
    for run_id, (code, said) in ends.items():
        assert code == (DONE if run_id in merged else REFUSED), said
        assert run_id in merged or "newer" in said
    check_final(place.database, [files[run_id] for run_id in merged])
    record_property("faults survived", {"two runs in two processes": 1, "runs": 1})


def test_the_same_file_again_changes_nothing(place: Place, record_property: Property) -> None:
    file, _ = draw(500)
    path = place.file(file)
    assert place.done(place.load(path, "RUN-1"))[0] == DONE
    code, said = place.done(place.load(path, "RUN-1"))
    assert (code, "RUN-1" in said) == (REFUSED, True)
    assert place.done(place.load(path, "RUN-1", "--resume"))[0] == DONE
    before = place.written()
    assert place.done(place.load(path, "RUN-2"))[0] == DONE
    assert place.written() == before
    check_done(place.database, "RUN-2", file, [file], SIZE)
    record_property("faults survived", {"the same file again": 3, "runs": 1})


def test_an_older_run_is_not_merged_after_a_newer(place: Place, record_property: Property) -> None:
    old, new = draw(600)[0], draw(601)[0]
    assert place.done(place.load(place.file(old), "RUN-1", "--stage-only"))[0] == DONE
    assert place.done(place.load(place.file(new), "RUN-2"))[0] == DONE
    code, said = place.done(place.start("merge", "RUN-1"))
    assert code == REFUSED
    assert "newer" in said
    check_final(place.database, [new])
    record_property("faults survived", {"an older run after a newer": 1, "runs": 1})


def test_another_file_is_refused_under_the_run_id(place: Place, record_property: Property) -> None:
    file, other = draw(700)[0], draw(701)[0]
    path = place.file(file)
    assert place.done(place.load(path, "RUN-1", "--stage-only"))[0] == DONE
    code, said = place.done(place.load(place.file(other), "RUN-1", "--resume"))
    assert code == REFUSED, said
    check_final(place.database, [])
    place.resume(path, "RUN-1")
    check_done(place.database, "RUN-1", file, [file], SIZE)
    record_property("faults survived", {"another file under the run id": 1, "runs": 1})


@pytest.mark.parametrize("pages", [60, 120, 180])
def test_a_disk_that_is_full_ends_the_process_and_it_is_resumed(
    place: Place, pages: int, record_property: Property
) -> None:
    """The operating system refuses to let the database's files grow."""
    file, _ = draw(800 + pages)
    path = place.file(file)
    size = place.database.path.stat().st_size + pages * 4096

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    code, said = place.done(place.load(path, "RUN-1", preexec_fn=limit))
    assert code == FAILED, said
    check_between(place.database, "RUN-1", file, [])
    place.resume(path, "RUN-1")
    check_done(place.database, "RUN-1", file, [file], SIZE)
    record_property("faults survived", {"no room for the file": 1, "runs": 1})


@pytest.mark.parametrize("seed", range(3))
def test_a_file_that_is_cut_off_is_not_merged(
    place: Place, seed: int, record_property: Property
) -> None:
    file, dice = draw(900 + seed)
    path = place.file(file)
    whole = path.read_bytes()
    path.write_bytes(whole[: dice.randint(len(whole) // 2, len(whole) - 2)])
    code, said = place.done(place.load(path, "RUN-1"))
    assert code in (REFUSED, FAILED), said
    check_final(place.database, [])
    path.write_bytes(whole)
    place.resume(path, "RUN-1")
    check_done(place.database, "RUN-1", file, [file], SIZE)
    record_property("faults survived", {"file cut off": 1, "runs": 1})
