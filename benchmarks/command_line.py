"""What a run of the command line costs, against the imports that it cannot do without.

All figures of a table come from one run on one machine; ratios are of medians.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
IMPORTS = (sys.executable, "-c", "import lark, jinja2, black, typer")
GENERATE = (sys.executable, "-m", "generator", "generate")
REPEATS = 11


def seconds(command: tuple[str, ...], cwd: Path, *, cache: Path) -> float:
    """Wall-clock seconds of one process."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def one_job(root: Path) -> None:
    """Imports alone, cold generate and unchanged regenerate, interleaved."""
    cache = root / "cache"
    shutil.copytree(SAMPLES / "source", root / "source")
    first = seconds((*GENERATE, "ACCTMAST"), root, cache=cache)
    imports, cold, unchanged = [], [], []
    for _ in range(REPEATS):
        imports.append(seconds(IMPORTS, root, cache=cache))
        shutil.rmtree(root / "python")
        cold.append(seconds((*GENERATE, "ACCTMAST"), root, cache=cache))
        unchanged.append(seconds((*GENERATE, "ACCTMAST"), root, cache=cache))
    base = statistics.median(imports)
    print("| one sample job, whole process | ms | ratio | aim |\n| --- | ---: | ---: | ---: |")
    rows = (
        ("`import lark, jinja2, black, typer`", base, ""),
        ("generate, very first run (caches empty)", first, ""),
        ("generate, nothing written yet", statistics.median(cold), "2.0"),
        ("generate, nothing changed", statistics.median(unchanged), "1.2"),
    )
    for name, value, aim in rows:
        print(f"| {name} | {value * 1000:.0f} | {value / base:.2f} | {aim} |")


def synthetic_estate(root: Path, jobs: int) -> None:
    """`jobs` jobs, each a variation of a sample with its own names."""
    template = SAMPLES / "source" / "jobs" / "ACCTMAST"
    copybook = (template / "copybooks" / "ACCTMAST.cpy").read_text("utf-8")
    config = (template / "job.yaml").read_text("utf-8")
    for number in range(jobs):
        name = f"JOB{number:04d}"
        folder = root / "source" / "jobs" / name / "copybooks"
        folder.mkdir(parents=True)
        (folder / f"{name}.cpy").write_text(copybook.replace("ACCT-", f"A{number:03d}-"), "utf-8")
        renamed = config.replace("ACCTMAST", name).replace("ACCT-", f"A{number:03d}-")
        (folder.parent / "job.yaml").write_text(renamed, "utf-8")


def estate(root: Path) -> None:
    """Jobs per second and peak memory of `generate --all --jobs 2`, and how both grow."""
    print("\n| estate, `--all --jobs 2` | seconds | jobs/s | peak MiB a process |")
    print("| --- | ---: | ---: | ---: |")
    for jobs in (50, 200):
        folder = root / f"estate-{jobs}"
        synthetic_estate(folder, jobs)
        took = seconds((*GENERATE, "--all", "--jobs", "2"), folder, cache=folder / "cache")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"| {jobs} jobs | {took:.1f} | {jobs / took:.1f} | {peak:.0f} |")


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        one_job(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        estate(Path(folder))


if __name__ == "__main__":
    main()
