"""`cobrepo explain`, as it is called."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.explain import codes, explained

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_page_as_text(cobrepo: Command, tmp_path: Path) -> None:
    done = cobrepo("explain", "CPY201", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    first, second, *others = done.stdout.splitlines()
    assert (first, second) == ("CPY201: a copied member is not found", "")
    assert "Example" in others
    assert "    REC.cpy:3:17: error[CPY201]: COPY CUSTADDR: no such member" in others
    assert "Cure" in others
    assert "```" not in done.stdout


def test_codes_in_any_case_and_each_once(cobrepo: Command, tmp_path: Path) -> None:
    done = cobrepo("explain", "map110", "CPY201", "Map110", cwd=tmp_path)
    assert re.findall(r"^([A-Z]{3}\d{3}): ", done.stdout, re.MULTILINE) == ["MAP110", "CPY201"]


def test_markdown_is_the_page_as_it_is_kept(cobrepo: Command, tmp_path: Path) -> None:
    done = cobrepo("explain", "GEN699", "--format", "markdown", cwd=tmp_path)
    assert done.stdout == explained("GEN699").text
    assert done.stdout.startswith("# GEN699: ")
    assert "<!--" not in done.stdout


def test_json(cobrepo: Command, tmp_path: Path) -> None:
    done = cobrepo("explain", "CPY107", "--format", "json", cwd=tmp_path)
    content = json.loads(done.stdout)
    assert (content["command"], content["exit_code"]) == ("explain", 0)
    (page,) = content["codes"]
    assert page["code"] == "CPY107"
    assert page["family"] == "copybook"
    assert page["severities"] == ["error", "warning"]
    assert page["title"] == "text goes beyond column 72"
    assert page["markdown"].startswith("# CPY107: ")


def test_the_list(cobrepo: Command, tmp_path: Path) -> None:
    lines = cobrepo("explain", cwd=tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(codes())
    assert len(lines) > 200
    listed = json.loads(cobrepo("explain", "--format", "json", cwd=tmp_path).stdout)["codes"]
    assert [one["code"] for one in listed] == list(codes())
    assert all("markdown" not in one for one in listed)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("CPY2O1", "no code CPY2O1: did you mean CPY201?"),
        ("nothing", "no code NOTHING: `cobrepo explain`"),
    ],
)
def test_an_unknown_code(given: str, told: str, cobrepo: Command, tmp_path: Path) -> None:
    done = cobrepo("explain", "CPY201", given, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in " ".join(done.stderr.split())


def on_a_terminal(*arguments: str, **env: str) -> str:
    """What a terminal is sent."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "generator", *arguments]
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"} | env
    with subprocess.Popen(command, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        found = b""
        while True:
            try:
                part = os.read(master, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            found += part
        assert process.wait() == 0
    os.close(master)
    return found.decode()


def test_a_terminal_gets_it_set_and_coloured() -> None:
    shown = on_a_terminal("explain", "CPY201")
    assert "\x1b[" in shown
    assert "## Example" not in shown
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "CPY201: a copied member is not found" in text
    assert max(len(line.rstrip()) for line in text.splitlines()) <= 80


def test_no_colour_where_none_is_wanted() -> None:
    shown = on_a_terminal("explain", "CPY201", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", shown)


def test_rich_is_loaded_on_a_terminal_only(tmp_path: Path) -> None:
    program = (
        "import sys; from generator.explain import as_text, find; as_text(find(['CPY201']), "
        "terminal=False); print([name for name in sys.modules if name.startswith('rich')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
