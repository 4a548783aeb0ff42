"""What the generator writes, compared with what it wrote when somebody last looked.

A feature case holds its copybook and job.yaml in `input/` and, in `expected/`, the layout and the
files that depend on it. A sample case is the whole tree of a shipped sample.
"""

from __future__ import annotations

import difflib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FEATURES = sorted(path.parent.name for path in HERE.glob("*/input"))
WHOLE_TREES = ("acctmast", "orders")
DEPENDS_ON_THE_RECORD = (
    "src/repository/ddl/*/*.sql",
    "src/repository/sql/*/*_merge.sql",
    "src/repository/records.py",
    "review/schema.md",
)

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def texts(folder: Path, *patterns: str) -> dict[str, str]:
    """The files that match, by their path below `folder`."""
    found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(found)}


def compare(expected: Path, actual: dict[str, str], *, update: bool) -> None:
    """Compare names first, then texts; with `update`, make `expected` what is actual."""
    if update:
        shutil.rmtree(expected, ignore_errors=True)
        for name, text in actual.items():
            target = expected / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    wanted = texts(expected, "**/*")
    assert sorted(actual) == sorted(wanted), "the set of files changed; see `make golden`"
    changes = [
        line
        for name, text in wanted.items()
        for line in difflib.unified_diff(
            text.splitlines(), actual[name].splitlines(), f"expected/{name}", name, lineterm=""
        )
    ]
    assert not changes, "\n".join(changes[:200])


@pytest.mark.parametrize("feature", FEATURES)
def test_feature(feature: str, tmp_path: Path, cobrepo: Command, *, update_golden: bool) -> None:
    case = HERE / feature
    job = tmp_path / "source" / "jobs" / "CASE"
    shutil.copytree(case / "input", job, ignore=shutil.ignore_patterns("*.cpy", "lib"))
    if (case / "input" / "lib").is_dir():
        shutil.copytree(case / "input" / "lib", job / "lib")
    (job / "copybooks").mkdir()
    members = [
        Path(shutil.copy(m, job / "copybooks")) for m in sorted((case / "input").glob("*.cpy"))
    ]
    done = cobrepo("generate", "CASE", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    actual = texts(tmp_path / "python" / "case", *DEPENDS_ON_THE_RECORD)
    for member in members:
        done = cobrepo("inspect", str(member), "-I", str(job / "lib"), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        actual[f"layout/{member.stem}.txt"] = done.stdout
    compare(case / "expected", actual, update=update_golden)


@pytest.mark.parametrize("package", WHOLE_TREES)
def test_whole_tree(package: str, estate: Path, cobrepo: Command, *, update_golden: bool) -> None:
    done = cobrepo("generate", package.upper(), cwd=estate)
    assert done.returncode == 0, done.stderr
    actual = texts(estate / "python" / package, "**/*")
    compare(HERE / "samples" / package, actual, update=update_golden)
