"""Migrations that are on disk: their files, their numbers, their chain of checksums."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from generator.evolve.files import CHAIN, FILE, links
from generator.problems import Problem
from generator.render.files import Owner, RenderedFile

if TYPE_CHECKING:
    from pathlib import Path

_ORDER = ("checks", "up", "down")


def on_disk(output: Path) -> tuple[RenderedFile, ...]:
    """The migrations of every target and their checksums, as they are now."""
    found = []
    for path in sorted(output.glob("migrations/*/*")):
        name = path.relative_to(output).as_posix()
        if FILE.fullmatch(name):
            found.append(RenderedFile(name, _text(path), Owner.MIGRATION))
        elif path.name == CHAIN:
            found.append(RenderedFile(name, _text(path)))
    return tuple(found)


def chains(files: tuple[RenderedFile, ...]) -> dict[str, str]:
    """The checksums by target."""
    return {f.path.split("/")[1]: f.text for f in files if f.path.endswith(f"/{CHAIN}")}


def broken(
    files: tuple[RenderedFile, ...], version: int, targets: Collection[str], shown: str
) -> Iterator[Problem]:
    """What is wrong with the migrations of a job whose tables are at `version`.

    A target that joined the job later begins with a later number, one that left it ends earlier.
    """
    known = chains(files)
    scripts = [file for file in files if FILE.fullmatch(file.path)]
    for target, group in groupby(scripts, key=lambda file: file.path.split("/")[1]):
        own = list(group)
        place = f"{shown}/migrations/{target}"
        if target in targets:
            yield from _numbers(own, version, place)
        yield from _links(own, known.get(target, ""), place)
    for target in sorted(set(known) - {file.path.split("/")[1] for file in scripts}):
        yield _problem("MIG302", f"{shown}/migrations/{target} has checksums and no migrations")


def _numbers(files: list[RenderedFile], version: int, place: str) -> Iterator[Problem]:
    """Up to the version of schema.lock.json without a gap, each with all of its files."""
    kinds: dict[int, list[str]] = {}
    for file in files:
        match = FILE.fullmatch(file.path)
        if match:
            kinds.setdefault(int(match[2]), []).append(match[4])
    for number in range(min(kinds), max([version, *kinds]) + 1):
        have = sorted(kinds.get(number, ()))
        if number > version:
            message = f"{place} has a migration {number:04}, and schema.lock.json ends at {version}"
            yield _problem("MIG301", message)
        elif have != sorted(_ORDER):
            message = f"{place} has of migration {number:04}: {', '.join(have) or 'nothing'}"
            yield _problem("MIG301", message)


def _links(files: list[RenderedFile], chain: str, place: str) -> Iterator[Problem]:
    texts = {file.path.rpartition("/")[2]: file.text for file in sorted(files, key=_rank)}
    wanted, have = links("", texts), chain.splitlines(keepends=True)
    if wanted == tuple(have):
        return
    first = next((n for n, link in enumerate(wanted) if have[n : n + 1] != [link]), len(wanted))
    name = [*texts, "the end"][first]
    message = f"{place}/{CHAIN} does not fit {name}: a migration was edited, added or removed"
    yield _problem("MIG302", message)


def _rank(file: RenderedFile) -> tuple[str, int]:
    name = file.path.rpartition("/")[2]
    return name[:4], _ORDER.index(name.split(".")[-2])


def _problem(code: str, message: str) -> Problem:
    hint = "a migration never changes once it is written: take the committed files back"
    return Problem(code, message, hint=hint)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
