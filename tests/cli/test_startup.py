"""What is loaded for what: a question of modules, not of seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"lark", "black", "jinja2", "pydantic", "ruamel", "ibm_db"}


def loaded(*arguments: str, cwd: Path) -> set[str]:
    """Top-level modules that are loaded when the command has ended."""
    program = (
        "import atexit, json, os, sys\n"
        "from generator.cli import main\n"
        "def tell():\n"
        "    names = sorted({name.split('.')[0] for name in sys.modules})\n"
        "    open(os.environ['LOADED'], 'w').write(json.dumps(names))\n"
        "atexit.register(tell)\n"
        f"sys.argv = ['cobrepo', *{list(arguments)!r}]\n"
        "main()\n"
    )
    report = cwd / "loaded.json"
    environment = os.environ | {"LOADED": str(report)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=cwd, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return set(json.loads(report.read_text("utf-8")))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["generate", "--help"],
        ["inspect", "--help"],
        ["support"],
        ["explain", "CPY201"],
    ],
)
def test_help_loads_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    assert not loaded(*arguments, cwd=tmp_path) & HEAVY


def test_generate_and_check_do_not_load_the_driver(estate: Path) -> None:
    first = loaded("generate", "ACCTMAST", cwd=estate)
    assert {"lark", "jinja2"} <= first
    assert "ibm_db" not in first
    (estate / ".cobrepo" / "stamps" / "acctmast.json").unlink()
    full = loaded("check", "ACCTMAST", cwd=estate)
    assert {"lark", "jinja2"} <= full
    assert "ibm_db" not in full


def test_an_unchanged_job_loads_nothing_heavy(estate: Path) -> None:
    loaded("generate", "ACCTMAST", cwd=estate)
    assert not loaded("generate", "ACCTMAST", cwd=estate) & HEAVY
    assert not loaded("check", "ACCTMAST", cwd=estate) & HEAVY


def test_inspect_loads_no_templates(estate: Path) -> None:
    member = "source/jobs/ACCTMAST/copybooks/ACCTMAST.cpy"
    assert loaded("inspect", member, cwd=estate) & HEAVY == {"lark"}
