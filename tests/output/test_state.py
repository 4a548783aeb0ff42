"""The lock of a job, the kept texts, the log."""

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from generator.output import state
from generator.problems import GenerationFailed


def hold(root: Path, held: Event, seconds: float) -> None:
    with state.exclusive(root, "job"):
        held.set()
        time.sleep(seconds)


@pytest.fixture
def holder(tmp_path: Path) -> multiprocessing.Process:
    context = multiprocessing.get_context("spawn")
    held = context.Event()
    process = context.Process(target=hold, args=(tmp_path, held, 1.0))
    process.start()
    assert held.wait(30)
    return process  # type: ignore[return-value]


def test_a_second_run_waits(tmp_path: Path, holder: multiprocessing.Process) -> None:
    start = time.monotonic()
    with state.exclusive(tmp_path, "job", wait=30):
        assert time.monotonic() - start > 0.1
    holder.join()
    assert holder.exitcode == 0


def test_a_second_run_gives_up(tmp_path: Path, holder: multiprocessing.Process) -> None:
    with pytest.raises(GenerationFailed) as failure, state.exclusive(tmp_path, "job", wait=0):
        pass
    assert [problem.code for problem in failure.value.problems] == ["GEN612"]
    holder.join()


def test_another_job_is_free(tmp_path: Path, holder: multiprocessing.Process) -> None:
    with state.exclusive(tmp_path, "other", wait=0):
        pass
    holder.join()


def test_the_lock_of_a_killed_run_is_free(tmp_path: Path, holder: multiprocessing.Process) -> None:
    holder.kill()
    holder.join()
    with state.exclusive(tmp_path, "job", wait=5):
        pass


def test_the_folder_ignores_itself(tmp_path: Path) -> None:
    assert (state.folder(tmp_path) / ".gitignore").read_text("utf-8") == "*\n"


def test_a_state_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / ".cobrepo").write_text("", "utf-8")
    with pytest.raises(GenerationFailed) as failure, state.exclusive(tmp_path, "job"):
        pass
    assert [problem.code for problem in failure.value.problems] == ["GEN610"]


def test_caches_that_cannot_be_written_are_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / ".cobrepo").write_text("", "utf-8")
    state.save_texts(tmp_path, "job", {"h": "t"})
    assert state.load_texts(tmp_path, "job") == {}
    assert state.load_stamp(tmp_path, "job") is None


def test_the_log_holds_the_traceback(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as failure:
        1 // 0  # noqa: B018 - the error is what is wanted
    log = state.write_log(tmp_path, failure.value)
    assert log.is_relative_to(tmp_path / ".cobrepo")
    assert "ZeroDivisionError: " in log.read_text("utf-8")


def test_the_log_goes_elsewhere_when_the_root_takes_none(tmp_path: Path) -> None:
    (tmp_path / ".cobrepo").write_text("", "utf-8")
    log = state.write_log(tmp_path, ValueError("x"))
    assert log.is_file()
    assert not log.is_relative_to(tmp_path)
    log.unlink()
