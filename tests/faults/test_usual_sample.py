"""The negative control: under the same faults the usual hand-written code loses rows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 84  # six of each kind


def test_the_usual_sample_loses_rows_writes_them_twice_and_hangs(
    scratch: Path, record_property: Callable[[str, object], None]
) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.usual_runs", str(scratch), str(RUNS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    counts = Counter(json.loads(run.stdout))
    ends = ("right", "rows lost", "rows twice", "hung", "failed loudly")
    said = "wrong, and said to be done"
    told = ", ".join(f"{end} {counts[end]}" for end in (*ends, said))
    record_property("usual sample", f"{RUNS} runs of the usual hand-written code: {told}")
    # Without a fault it is right, so that what follows is the work of the faults.
    assert counts["none: right"] == counts["none: runs"]
    assert counts["rows lost"] > 0
    assert counts["rows twice"] > 0
    assert counts["hung"] > 0
    assert counts[said] > 0
