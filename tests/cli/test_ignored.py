""".cobrepoignore: what it names is neither written nor missed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def output(root: Path) -> Path:
    return root / "python" / "acctmast"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with a generated job; every test has a copy."""
    root = tmp_path_factory.mktemp("generated")
    samples = Path(__file__).parents[2] / "samples"
    shutil.copytree(samples / "source", root / "source")
    return root


@pytest.fixture
def root(generated: Path, tmp_path: Path, cobrepo: Command) -> Path:
    if not output(generated).exists():
        assert cobrepo("generate", "ACCTMAST", cwd=generated).returncode == 0
    return Path(shutil.copytree(generated, tmp_path / "root"))


def test_what_is_named_is_not_written_and_not_missed(estate: Path, cobrepo: Command) -> None:
    (estate / ".cobrepoignore").write_text(
        "# the estate has its own\n/python/*/pyproject.toml\ntests/\n!tests/samples.py\n*.cfg\n",
        "utf-8",
    )
    done = cobrepo("generate", "ACCTMAST", cwd=estate)
    assert done.returncode == 0, done.stderr
    found = names(output(estate))
    assert "README.md" in found
    assert not [name for name in found if name.startswith("tests/") or name.endswith(".cfg")]
    assert "pyproject.toml" not in found
    assert " files left out by .cobrepoignore" in done.stdout
    check = cobrepo("check", "ACCTMAST", cwd=estate)
    assert (check.returncode, ".cobrepoignore" in check.stdout) == (0, False)
    again = json.loads(cobrepo("generate", "ACCTMAST", "--format", "json", cwd=estate).stdout)
    assert (again["jobs"][0]["status"], again["jobs"][0]["left_out"] > 20) == ("unchanged", True)


def test_patterns_of_the_jobs_folder_win(estate: Path, cobrepo: Command) -> None:
    (estate / ".cobrepoignore").write_bytes(b"*.md\r\n/config\r\n")
    output(estate).mkdir(parents=True)
    (output(estate) / ".cobrepoignore").write_text("!/README.md\n/review/*.json\n", "utf-8")
    assert cobrepo("generate", "ACCTMAST", cwd=estate).returncode == 0
    found = names(output(estate))
    assert {"README.md", "config/base_config.yaml", "review/schema.html"} <= found
    assert not {"review/schema.md", "review/schema.json"} & found


def test_a_file_that_was_generated_before_is_left_as_it_is(root: Path, cobrepo: Command) -> None:
    readme = output(root) / "README.md"
    readme.write_text("mine\n", "utf-8")
    (root / ".cobrepoignore").write_text("README.md\n", "utf-8")
    done = cobrepo("generate", "ACCTMAST", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 file left out by .cobrepoignore" in done.stdout
    assert readme.read_text("utf-8") == "mine\n"
    assert '"README.md"' not in (output(root) / "cobrepo.lock").read_text("utf-8")
    readme.unlink()
    assert cobrepo("check", "ACCTMAST", cwd=root).returncode == 0
    (root / ".cobrepoignore").unlink()
    check = cobrepo("check", "ACCTMAST", cwd=root)
    assert (check.returncode, "GEN601" in check.stdout) == (1, True)
    assert cobrepo("generate", "ACCTMAST", cwd=root).returncode == 0
    assert readme.is_file()


def test_changed_patterns_are_noticed(root: Path, cobrepo: Command) -> None:
    assert "unchanged" in cobrepo("generate", "ACCTMAST", cwd=root).stdout
    ignore = output(root) / ".cobrepoignore"
    for text, left_out in (("pyproject.toml\n", 1), ("pyproject.toml\nREADME.md\n", 2)):
        ignore.write_text(text, "utf-8")
        done = cobrepo("generate", "ACCTMAST", "--format", "json", cwd=root)
        (job,) = json.loads(done.stdout)["jobs"]
        assert (job["status"], job["left_out"]) == ("written", left_out)


def test_a_pattern_that_is_none(root: Path, cobrepo: Command) -> None:
    (root / ".cobrepoignore").write_text("*.md\n!\n\\\n", "utf-8")
    for command in ("generate", "check"):
        done = cobrepo(command, "ACCTMAST", cwd=root)
        assert done.returncode == 2
        assert ".cobrepoignore:2:1: error[GEN619]" in done.stderr
        assert ".cobrepoignore:3:1: error[GEN619]" in done.stderr


def test_text_that_is_not_utf_8(root: Path, cobrepo: Command) -> None:
    (root / ".cobrepoignore").write_bytes(b"\xff\xfe*\x00")
    done = cobrepo("generate", "ACCTMAST", cwd=root)
    assert (done.returncode, "it is not UTF-8" in done.stderr) == (2, True)
