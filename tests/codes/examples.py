"""The fenced blocks of a page, and what cobrepo says to them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.config.load import load_job
from generator.config.model import Copybooks
from generator.explain import PAGES
from generator.problems import GenerationFailed, Problem, Severity
from generator.sources import load_sources, parse_members
from generator.workspace import JobPlace

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_RUN = re.compile(r"^<!-- not run: (.+) -->$", re.MULTILINE)
NAMES = {"cobol": "REC.cpy", "yaml": "job.yaml", "csv": "words.csv"}
HEAD = "version: 1\njob: CASE\n"
USUAL = {
    "REC.cpy": "       01  REC.\n           05  REC-ID  PIC 9(8).\n",
    "job.yaml": HEAD + "records:\n  REC:\n    key: [REC-ID]\n",
}
Files = dict[str, str]


@dataclass(frozen=True)
class Example:
    """A page's example: its files or its console session, what is said, and the cures."""

    code: str
    files: Files
    said: str
    session: str
    cures: tuple[Files, ...]
    healing: str
    not_run: str


def read_page(code: str) -> str:
    return (PAGES / f"{code}.md").read_text("utf-8")


def example(code: str) -> Example:
    text = read_page(code)
    shown, _, cure = text.partition("\n## Cure\n")
    blocks = FENCE.findall(shown.partition("\n## Example\n")[2])
    reason = NOT_RUN.search(text)
    return Example(
        code=code,
        files={name or NAMES[kind]: body for kind, name, body in blocks if kind in NAMES},
        said="".join(body for kind, _, body in blocks if kind == "text"),
        session="".join(body for kind, _, body in blocks if kind == "console"),
        cures=tuple(cures(FENCE.findall(cure))),
        healing="".join(body for kind, _, body in FENCE.findall(cure) if kind == "console"),
        not_run=reason[1] if reason else "",
    )


def cures(blocks: list[tuple[str, str, str]]) -> list[Files]:
    """Each block of a name that was there already begins another cure."""
    found: list[Files] = []
    for kind, given, body in blocks:
        if kind not in NAMES:
            continue
        name = given or NAMES[kind]
        if not found or name in found[-1]:
            found.append({})
        found[-1][name] = body
    return found


def place_in(root: Path, files: Files) -> JobPlace:
    """The files as the job CASE: members in copybooks/, everything else beside job.yaml."""
    place = JobPlace(root, "CASE", "case")
    place.copybooks.mkdir(parents=True)
    for name, text in files.items():
        folder = place.copybooks if name.lower().endswith(".cpy") else place.folder
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return place


def problems(code: str, files: Files, root: Path) -> list[Problem]:
    """What cobrepo says to the files of an example: as much of it is run as the code needs."""
    members = [name for name in files if name.lower().endswith(".cpy")]
    job = files.get("job.yaml")
    if job is not None and not re.search(r"^(version|job):", job, re.MULTILINE):
        job = job + HEAD
    place = place_in(root, files | ({"job.yaml": job} if job is not None else {}))
    try:
        if not members:
            load_job(place.config)
            return []
        if code.startswith("CPY"):
            settings = load_job(place.config).config.copybooks if job else Copybooks()
            paths = tuple(place.copybooks / name for name in sorted(members))
            books = parse_members(paths, settings, ())
            return [problem for book in books for problem in book.problems]
        return [finding.problem for finding in load_sources(place).findings]
    except GenerationFailed as failure:
        return list(failure.problems)


def loud(found: list[Problem], code: str = "") -> list[Problem]:
    """Errors and warnings, and notes of the code itself."""
    return [p for p in found if p.severity is not Severity.NOTE or p.code == code]


def head(problem: Problem, root: Path) -> str:
    """The first line of a problem, its paths as short as a page has them."""
    first = str(problem).partition("\n")[0]
    folder = JobPlace(root, "CASE", "case").folder.as_posix()
    return first.replace(f"{folder}/copybooks/", "").replace(f"{folder}/", "")


def run_session(session: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Its lines behind `$ `, run by a shell whose `cobrepo` is ours; all output as one text."""
    commands = [line[2:] for line in session.splitlines() if line.startswith("$ ")]
    function = f'cobrepo() {{ "{sys.executable}" -m generator "$@"; }}'
    return subprocess.run(
        ["/bin/sh", "-c", "\n".join([function, *commands])],
        cwd=root,
        env=os.environ | {"COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def shown(session: str) -> list[str]:
    """Its lines of output; an ellipsis stands for the rest of a line, or for any lines."""
    lines = session.splitlines()
    return [line for line in lines if not line.startswith("$ ") and line.strip() not in {"", "…"}]
