"""The hooks for pre-commit and the recipes of docs/ci.md: what they run is there and works."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

Command = Callable[..., "subprocess.CompletedProcess[str]"]

ROOT = Path(__file__).parents[2]
RECIPES = (ROOT / "docs" / "ci.md").read_text("utf-8")
REQUIRED = {"id", "name", "entry", "language"}  # https://pre-commit.com, "Creating new hooks"


def loaded(text: str) -> Any:
    return YAML(typ="safe").load(StringIO(text))


HOOKS = loaded((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
BLOCKS = [loaded(block) for block in re.findall(r"```yaml\n(.*?)```", RECIPES, re.DOTALL)]


def commands(block: Any) -> list[str]:
    """Every text in a recipe that calls cobrepo."""
    if isinstance(block, str):
        return [block] if block.startswith("cobrepo ") else []
    parts = block.values() if isinstance(block, dict) else block if isinstance(block, list) else ()
    return [command for part in parts for command in commands(part)]


COMMANDS = sorted({command for block in BLOCKS for command in commands(block)})


def words(line: str) -> list[str]:
    """The arguments of a line for a shell, without cobrepo itself and where its output goes."""
    return shlex.split(re.split(r"[>|]", line)[0])[1:]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook(hook: dict[str, Any], estate: Path, cobrepo: Command) -> None:
    assert set(hook) >= REQUIRED
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    assert re.search(hook["files"], "source/jobs/ACCTMAST/copybooks/ACCTMAST.cpy")
    assert re.search(hook["files"], "estate/source/copylib/DATES.cpy")
    assert not re.search(hook["files"], "README.md")
    assert hook["entry"].split()[0] == "cobrepo"
    assert cobrepo("generate", "--all", cwd=estate).returncode == 0
    done = cobrepo(*words(hook["entry"]), "--root", ".", cwd=estate)
    assert done.returncode in {0, 1}, done.stderr
    assert "4 jobs: " in done.stdout


def test_the_check_of_a_hook_fails_on_drift(estate: Path, cobrepo: Command) -> None:
    (check,) = (hook["entry"] for hook in HOOKS if hook["id"] == "cobrepo-check")
    assert cobrepo(*words(check), cwd=estate).returncode == 1
    assert cobrepo("generate", "--all", cwd=estate).returncode == 0
    assert cobrepo(*words(check), cwd=estate).returncode == 0


def test_the_recipes_use_the_hooks() -> None:
    (repos,) = (block["repos"] for block in BLOCKS if "repos" in block)
    used = {hook["id"] for repo in repos for hook in repo["hooks"]}
    assert used == {hook["id"] for hook in HOOKS}


def test_the_recipes_have_commands() -> None:
    assert len(COMMANDS) >= 3


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_a_recipe(line: str, estate: Path, cobrepo: Command) -> None:
    done = cobrepo(*words(line), cwd=estate)
    assert done.returncode in {0, 1}, done.stderr
    assert done.stdout
