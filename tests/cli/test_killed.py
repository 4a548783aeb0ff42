"""SIGKILL at any moment: the tree is the old one, the new one, or the next run repairs it.

Every death is a process of its own: forked from a server that has the generator loaded, and killed
by itself at a chosen change on disk, or from outside at a random moment. KILL_SEED draws others.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator import run
from generator.workspace import find_jobs

SAMPLES = Path(__file__).parents[2] / "samples"
SEED = int(os.environ.get("KILL_SEED", "20"))
COPYBOOK = "source/jobs/ACCTMAST/copybooks/ACCTMAST.cpy"
CONFIG = "source/jobs/ACCTMAST/job.yaml"
KILLED = -signal.SIGKILL
CALLS = ("mkdir", "open", "replace", "unlink", "rmdir")

Tree = dict[str, bytes]


@dataclass(frozen=True)
class Scenario:
    """A command that writes, and what it writes over."""

    name: str
    command: str
    changed: Callable[[Path], None]
    generated: bool  # whether the change is generated before the command
    points: int  # how many of the chosen moments
    moments: int  # how many of the random ones


def replace_in(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def add_a_field(root: Path) -> None:
    filler = "    05  FILLER                      PIC X(15)."
    added = "    05  ACCT-EMAIL-FLAG             PIC X(01).\n           05  FILLER    PIC X(14)."
    replace_in(root, COPYBOOK, filler, added)


def other_rules_and_targets(root: Path) -> None:
    """Files change, are made and go."""
    rule = "ACCT-OPEN-DATE: {date: YYYYMMDD"
    replace_in(root, CONFIG, rule, f'{rule}, high_values: "9999-12-31"')
    replace_in(root, CONFIG, "targets: [db2-luw, sqlite]", "targets: [db2-luw]")


def nothing(root: Path) -> None:
    """The first generation."""
    shutil.rmtree(root / "python")
    (root / "source/jobs/ACCTMAST/schema.lock.json").unlink()


SCENARIOS = (
    Scenario("first", "generate", nothing, generated=False, points=12, moments=4),
    Scenario("files", "generate", other_rules_and_targets, generated=False, points=12, moments=4),
    Scenario("migration", "new", add_a_field, generated=True, points=16, moments=4),
    Scenario("baseline", "baseline", add_a_field, generated=True, points=8, moments=2),
)


def work(root: str, command: str, left: Any) -> None:
    """Run a command in this process; die at the change on disk before which `left` are allowed."""
    os.chdir(root)
    for name in CALLS:
        setattr(Path, name, counted(getattr(Path, name), left, opens=name == "open"))
    (place,) = find_jobs(Path(), ("ACCTMAST",))
    given = {"baseline": True} if command == "baseline" else {}
    command_of = partial(run.migrate, "new") if command == "new" else partial(run.generate, **given)
    report = run.guarded(command_of, place)
    for problem in report.problems:
        print(problem, file=sys.stderr)  # noqa: T201 - pytest shows it when the test fails
    sys.stderr.flush()
    os._exit(report.exit_code)


def counted(real: Callable[..., Any], left: Any, *, opens: bool) -> Callable[..., Any]:
    """A method of Path that dies when no call is left to it; what only reads is not counted."""

    def call(self: Path, *given: Any, **named: Any) -> Any:
        mode = str(named.get("mode", given[0] if given else "r"))
        if Path.cwd() in self.absolute().parents and not (opens and mode.startswith("r")):
            if left.value <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left.value -= 1
        return real(self, *given, **named)

    return call


@pytest.fixture(scope="module")
def server() -> Any:
    """Where processes are forked from, with everything loaded."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.pipeline", "generator.migrations", "generator.run"])
    return context


def run_in(server: Any, root: Path, command: str, calls: int = 1_000_000) -> tuple[int, int]:
    """The exit code, and how many changes on disk were made."""
    left = server.Value("l", calls)
    process = server.Process(target=work, args=(str(root), command, left))
    process.start()
    process.join()
    return int(process.exitcode), calls - left.value


def killed_after(root: Path, command: str, seconds: float) -> int:
    """The whole command line, killed from outside unless it was quicker."""
    words = {"generate": ["generate"], "new": ["migrate", "new"]}
    words["baseline"] = ["generate", "--baseline"]
    line = [sys.executable, "-m", "generator", *words[command], "ACCTMAST"]
    process = subprocess.Popen(line, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=seconds)
    process.kill()
    process.communicate()
    return process.returncode


def tree(root: Path) -> Tree:
    """Everything but the state folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".cobrepo" not in path.relative_to(root).parts
    }


@dataclass(frozen=True)
class Prepared:
    """A root before a command, what is in it before and after, and what the command takes."""

    root: Path
    old: Tree
    new: Tree
    calls: int
    seconds: float


@pytest.fixture(scope="module")
def base(server: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("base")
    shutil.copytree(SAMPLES / "source", root / "source")
    assert run_in(server, root, "generate")[0] == 0
    return root


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda one: one.name)
def prepared(
    request: pytest.FixtureRequest,
    server: Any,
    base: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Scenario, Prepared]:
    scenario: Scenario = request.param
    before = tmp_path_factory.mktemp(scenario.name) / "before"
    shutil.copytree(base, before)
    scenario.changed(before)
    if scenario.generated:
        assert run_in(server, before, "generate")[0] == 0
    after = before.parent / "after"
    shutil.copytree(before, after)
    started = time.monotonic()
    assert killed_after(after, scenario.command, 600) == 0
    seconds = time.monotonic() - started
    counted_in = before.parent / "counted"
    shutil.copytree(before, counted_in)
    code, calls = run_in(server, counted_in, scenario.command)
    assert (code, tree(counted_in)) == (0, tree(after))
    return scenario, Prepared(before, tree(before), tree(after), calls, seconds)


def test_killed_at_any_moment(
    prepared: tuple[Scenario, Prepared],
    server: Any,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    scenario, whole = prepared
    drawn = random.Random(f"{SEED} {scenario.name}")  # noqa: S311 - a plan, no secret
    assert whole.old != whole.new
    deaths: Counter[str] = Counter()
    for number in range(scenario.points + scenario.moments):
        root = tmp_path / f"{number}"
        shutil.copytree(whole.root, root)
        if number < scenario.points:
            place = drawn.randrange(whole.calls)
            how = f"KILL_SEED={SEED}: at change {place} of {whole.calls}"
            assert run_in(server, root, scenario.command, place)[0] == KILLED, how
        else:
            seconds = drawn.uniform(0, whole.seconds)
            how = f"KILL_SEED={SEED}: after {seconds:.3f} seconds"
            assert killed_after(root, scenario.command, seconds) in {KILLED, 0}, how
        left = "whole" if tree(root) in (whole.old, whole.new) else "in between"
        assert run_in(server, root, "generate")[0] == 0, how
        found = tree(root)
        repaired = (whole.old, whole.new) if scenario.generated else (whole.new,)
        assert found in repaired, (how, differences(found, whole))
        if found != whole.new:
            assert run_in(server, root, scenario.command)[0] == 0, how
            assert tree(root) == whole.new, how
        deaths[left] += 1
        shutil.rmtree(root)
    assert deaths["in between"] > scenario.points // 3
    record_property("killed", dict(deaths))


def differences(found: Tree, whole: Prepared) -> dict[str, str]:
    """The files that are neither those of before nor all of those of after."""
    names = sorted({*found, *whole.old, *whole.new})
    return {
        name: "old" if found.get(name) == whole.old.get(name) else "new"
        for name in names
        if whole.old.get(name) != whole.new.get(name) or found.get(name) != whole.new.get(name)
    }
