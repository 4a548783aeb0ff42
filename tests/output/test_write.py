"""Writing: all or nothing, nothing outside, nothing for nothing."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from generator.output import tree, write
from generator.output.manifest import NAME, Entry, Inputs, Manifest, dump, text_digest
from generator.problems import GenerationFailed


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def code(failure: pytest.ExceptionInfo[GenerationFailed]) -> set[str]:
    return {problem.code for problem in failure.value.problems}


def manifest(**texts: str) -> str:
    entries = {path: Entry("owned", text_digest(text)) for path, text in texts.items()}
    return dump(Manifest("J", Inputs("1", "t"), entries))


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


def die_half_way(folder: Path) -> None:
    real = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if target.name == "b":
            os._exit(9)
        return real(self, target)

    Path.replace = killed  # type: ignore[method-assign,assignment]
    write.apply(folder, {"a": "2\n", "b": "2\n"}, [], manifest(a="2\n", b="2\n"))


def test_a_run_that_was_killed_between_two_renames_is_recognised(tmp_path: Path) -> None:
    write.apply(tmp_path, {"a": "1\n", "b": "1\n"}, [], manifest(a="1\n", b="1\n"))
    child = multiprocessing.get_context("spawn").Process(target=die_half_way, args=(tmp_path,))
    child.start()
    child.join()
    assert child.exitcode == 9
    assert (tmp_path / "a").read_text("utf-8") == "2\n"
    assert (tmp_path / "b").read_text("utf-8") == "1\n"
    begun = write.interrupted(tmp_path)
    assert begun is not None
    assert begun.files["a"].hash == text_digest("2\n")
    write.clean(tmp_path, [])
    assert sorted(files(tmp_path)) == ["a", "b", NAME]


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
