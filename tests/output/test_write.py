"""Writing: all or nothing, nothing outside, nothing for nothing."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from generator.output import tree, write
from generator.output.manifest import NAME, text_digest
from generator.problems import GenerationFailed


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def code(failure: pytest.ExceptionInfo[GenerationFailed]) -> set[str]:
    return {problem.code for problem in failure.value.problems}


def test_files_folders_and_manifest(tmp_path: Path) -> None:
    output = tmp_path / "python" / "job"
    write.apply(output, {"src/a/b.py": "x\n", "README.md": "ä\n"}, [], "lock\n")
    assert files(output) == {"README.md": "ä\n", "cobrepo.lock": "lock\n", "src/a/b.py": "x\n"}
    assert b"\r" not in (output / "README.md").read_bytes()


def test_removed_files_take_their_empty_folders_with_them(tmp_path: Path) -> None:
    write.apply(tmp_path, {"a/b/c.sql": "1\n", "a/d.sql": "2\n"}, [], "one\n")
    write.apply(tmp_path, {}, ["a/b/c.sql"], "two\n")
    assert files(tmp_path) == {"a/d.sql": "2\n", "cobrepo.lock": "two\n"}
    assert not (tmp_path / "a" / "b").exists()


def test_a_write_error_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "job"
    write.apply(output, {"a.py": "old\n"}, [], "old lock\n")
    before = files(tmp_path)
    real, calls = write._write, []  # noqa: SLF001 - the disk that fills up

    def full(path: Path, text: str) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(path))
        real(path, text)

    monkeypatch.setattr(write, "_write", full)
    with pytest.raises(GenerationFailed) as failure:
        write.apply(
            output, {"a.py": "new\n", "new/b.py": "new\n", "c.py": "new\n"}, [], "new lock\n"
        )
    assert code(failure) == {"GEN614"}
    assert "No space left on device" in str(failure.value)
    assert files(tmp_path) == before
    assert not (output / "new").exists()


STATES = {
    "old": {"a": "1\n", "b/b": "1\n", "gone/c": "1\n", "cobrepo.lock": "1\n"},
    "new": {"a": "2\n", "b/b": "2\n", "d/e/f": "2\n", "cobrepo.lock": "2\n"},
}
CALLS = ("mkdir", "write_text", "open", "replace", "unlink", "rmdir")


def job(state: str) -> dict[str, str]:
    """The files of a root whose job is in this state, with the lock of the schema beside it."""
    inside = {f"python/job/{path}": text for path, text in STATES[state].items()}
    return inside | {"source/jobs/JOB/schema.lock.json": STATES[state]["cobrepo.lock"]}


def in_old_state(root: Path) -> Path:
    for path, text in job("old").items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def to_new_state(root: Path) -> None:
    texts = {path: text for path, text in STATES["new"].items() if path != NAME}
    beside = {root / "source/jobs/JOB/schema.lock.json": "2\n"}
    write.apply(root / "python" / "job", texts, ["gone/c"], "2\n", beside)


def killed_at(root: Path, number: int) -> None:
    """Die at the nth call that changes something on disk."""
    left = number
    for name in CALLS:
        real = getattr(Path, name)

        def counted(self: Path, *given: object, _real: object = real, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return _real(self, *given, **named)  # type: ignore[operator]

        setattr(Path, name, counted)
    to_new_state(root)
    os._exit(0)


def die(root: Path, number: int) -> int:
    """The exit status of a process that is killed there."""
    child = os.fork()
    if child == 0:
        killed_at(root, number)
    return os.waitpid(child, 0)[1]


def recovered(root: Path) -> None:
    write.recover(root / "python" / "job", root / "source" / "jobs" / "JOB")


def test_killed_anywhere_the_tree_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    """At every call in turn. Until the journal is renamed it is the old tree, then the new one."""
    seen = []
    for number in range(200):
        root = in_old_state(tmp_path / f"{number}")
        if os.WIFEXITED(die(root, number)):
            break
        recovered(root)
        seen.append(next(state for state in STATES if files(root) == job(state)))
        assert not (root / "python/job/d").exists() or seen[-1] == "new"
        assert not tree.interrupted(root / "python/job")
        to_new_state(root)
        assert files(root) == job("new")
    assert number > 15
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {"old", "new"}


def half_renamed(root: Path) -> Path:
    """Killed after the first file is in place."""
    for number in range(100):
        in_old_state(root)
        die(root, number)
        if (root / "python/job/a").read_text("utf-8") == "2\n":
            return root
        recovered(root)
    raise AssertionError


def test_what_was_edited_after_the_kill_is_left_as_it_is(tmp_path: Path) -> None:
    root = half_renamed(tmp_path)
    (root / "python/job/b/b").write_text("mine\n", "utf-8")
    (root / "python/job/gone/c").write_text("mine\n", "utf-8")
    recovered(root)
    expected = job("new") | {"python/job/b/b": "mine\n", "python/job/gone/c": "mine\n"}
    assert files(root) == expected


@pytest.mark.parametrize("anchor", ["python/job/cobrepo.lock", "source/jobs/JOB/schema.lock.json"])
def test_a_tree_of_another_branch_is_not_completed(tmp_path: Path, anchor: str) -> None:
    root = half_renamed(tmp_path)
    (root / anchor).write_text("of another branch\n", "utf-8")
    before = {p: t for p, t in files(root).items() if ".cobrepo" not in p}
    recovered(root)
    assert files(root) == before


def test_a_journal_leads_nowhere_else(tmp_path: Path) -> None:
    root = half_renamed(tmp_path / "root")
    (tmp_path / "secret").write_text("1\n", "utf-8")
    (tmp_path / ".secret.cobrepo-tmp").write_text("2\n", "utf-8")
    journal = root / "python/job" / tree.JOURNAL
    content = json.loads(journal.read_text("utf-8"))
    content["steps"][0] |= {"path": "../../../secret", "before": text_digest("1\n")}
    content["made"] = ["../../../empty"]
    (tmp_path / "empty").mkdir()
    journal.write_text(json.dumps(content), "utf-8")
    recovered(root)
    assert (tmp_path / "secret").read_text("utf-8") == "1\n"
    assert (tmp_path / "empty").is_dir()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"steps": [{}], "made": []}'])
def test_a_cut_journal_is_thrown_away(tmp_path: Path, text: str) -> None:
    root = in_old_state(tmp_path)
    (root / "python/job" / tree.STAGING).write_text(text, "utf-8")
    assert tree.interrupted(root / "python/job")
    recovered(root)
    assert files(root) == job("old")


def test_an_error_between_two_renames_is_completed_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, real = in_old_state(tmp_path), Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(GenerationFailed) as failure:
            to_new_state(root)
    assert code(failure) == {"GEN614"}
    recovered(root)
    assert files(root) == job("new")


def test_a_file_where_python_belongs(tmp_path: Path) -> None:
    (tmp_path / "python").write_text("", "utf-8")
    with pytest.raises(GenerationFailed) as failure:
        tree.require_writable(tmp_path, tmp_path / "python" / "job", ["a.py"])
    assert code(failure) == {"GEN610"}


def test_a_folder_where_a_file_belongs(tmp_path: Path) -> None:
    (tmp_path / "python" / "job" / "a.py").mkdir(parents=True)
    with pytest.raises(GenerationFailed) as failure:
        tree.require_writable(tmp_path, tmp_path / "python" / "job", ["a.py"])
    assert code(failure) == {"GEN610"}


def test_a_folder_that_is_not_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "python" / "job"
    output.mkdir(parents=True)
    real = os.access
    monkeypatch.setattr(
        tree.os, "access", lambda path, mode: Path(path) != output and real(path, mode)
    )
    with pytest.raises(GenerationFailed) as failure:
        tree.require_writable(tmp_path, output, ["src/a.py", "b.py"])
    (problem,) = failure.value.problems
    assert problem.code == "GEN610"
    assert output.as_posix() in problem.message


@pytest.mark.parametrize("link", ["python/job", "python/job/src", "python/job/src/a.py"])
def test_a_link_that_leads_elsewhere(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = tmp_path / "root"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(elsewhere)
    with pytest.raises(GenerationFailed) as failure:
        tree.require_writable(root, root / "python" / "job", ["src/a.py"])
    assert code(failure) == {"GEN611"}


def test_python_may_be_a_link_within_the_root(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "python").symlink_to(tmp_path / "elsewhere")
    tree.require_writable(tmp_path, tmp_path / "python" / "job", ["src/a.py"])


def test_python_may_not_be_a_link_out_of_the_root(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "python").symlink_to(tmp_path)
    with pytest.raises(GenerationFailed) as failure:
        tree.require_writable(tmp_path / "root", tmp_path / "root" / "python" / "job", ["a.py"])
    assert code(failure) == {"GEN611"}


def test_a_path_that_a_name_makes_unsafe() -> None:
    with pytest.raises(GenerationFailed) as failure:
        tree.require_safe_paths(["src/ok.py", "src/../../evil.py"])
    assert code(failure) == {"GEN611"}
