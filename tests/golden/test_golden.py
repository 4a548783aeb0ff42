"""What the generator writes, compared with what it wrote when somebody last looked.

A feature case holds its copybook and job.yaml in `input/` and, in `expected/`, the layout and the
files that depend on it. A sample case is the whole tree of a shipped sample.
"""

from __future__ import annotations

import difflib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
FEATURES = sorted(path.parent.name for path in HERE.glob("*/input"))
WHOLE_TREES = ("ACCTMAST", "ORDERS")
DEPENDS_ON_THE_RECORD = (
    "src/repository/ddl/*/*.sql",
    "src/repository/sql/db2-luw/*_merge.sql",
    "src/repository/sql/sqlite/*_merge.sql",
    "src/repository/records.py",
    "review/schema.md",
)


def cobrepo(*arguments: str, cwd: Path) -> str:
    """Run the command line as a user does; its standard output."""
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def texts(folder: Path, patterns: tuple[str, ...] = ("**/*",)) -> dict[str, str]:
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
    wanted = texts(expected)
    assert sorted(actual) == sorted(wanted), "the set of files changed; see `make golden`"
    changes = [
        line
        for name in wanted
        for line in difflib.unified_diff(
            wanted[name].splitlines(), actual[name].splitlines(), f"expected/{name}", name, lineterm=""
        )
    ]
    assert not changes, "\n".join(changes[:200])


@pytest.mark.parametrize("feature", FEATURES)
def test_feature(feature: str, tmp_path: Path, update_golden: bool) -> None:  # noqa: FBT001
    case = HERE / feature
    job = tmp_path / "source" / "jobs" / "CASE"
    shutil.copytree(case / "input", job, ignore=shutil.ignore_patterns("*.cpy"))
    shutil.copytree(case / "input" / "lib", job / "lib", dirs_exist_ok=True) if (
        case / "input" / "lib"
    ).is_dir() else None
    (job / "copybooks").mkdir()
    for member in (case / "input").glob("*.cpy"):
        shutil.copy(member, job / "copybooks")
    cobrepo("generate", "CASE", cwd=tmp_path)
    actual = texts(tmp_path / "python" / "case", DEPENDS_ON_THE_RECORD)
    for member in sorted((job / "copybooks").glob("*.cpy")):
        actual[f"layout/{member.stem}.txt"] = cobrepo(
            "inspect", str(member.relative_to(tmp_path)), "-I", str(job / "lib"), cwd=tmp_path
        )
    compare(case / "expected", actual, update=update_golden)


@pytest.mark.parametrize("sample", WHOLE_TREES)
def test_whole_tree(sample: str, tmp_path: Path, update_golden: bool) -> None:  # noqa: FBT001
    shutil.copytree(SAMPLES / "source", tmp_path / "source")
    cobrepo("generate", sample, cwd=tmp_path)
    actual = texts(tmp_path / "python" / sample.lower())
    compare(HERE / "samples" / sample.lower(), actual, update=update_golden)
