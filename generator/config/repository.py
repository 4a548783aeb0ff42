"""source/jobs/defaults.yaml: what holds for every job of the repository that says nothing else.

It is put under job.yaml before anything is checked, node by node: mappings are joined, where both
have a value job.yaml's stands. A list stands for the whole list, but for the waivers of findings,
which add up. Each node knows its file, so that what is wrong with it is told there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.select import suggest
from generator.config.yaml import Mapping, Node, Scalar, Sequence, compose
from generator.problems import GenerationFailed, Problem
from generator.workspace import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECTIONS = ("targets", "copybooks", "naming", "defaults", "input", "physical", "findings")
_ADD_UP = ("findings", "waive")


def defaults_of(config: Path) -> Path:
    """Where the defaults for a job.yaml lie: in the folder of all jobs."""
    return config.parent.parent / DEFAULTS


def parse_defaults(text: str, shown: str) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The file's sections, None when it has none, and what may not stand in it."""
    node = compose(text, shown)
    if node is None:
        return None, ()
    if not isinstance(node, Mapping):
        hint = f"it has the sections {', '.join(SECTIONS)}, as job.yaml has them"
        raise GenerationFailed(
            [Problem("CFG102", f"{DEFAULTS} holds no keys", node.location, hint)]
        )
    good = tuple((key, value) for key, value in node.entries if _word(key) in SECTIONS)
    return Mapping(good, node.location), tuple(_wrong(node))


def _wrong(node: Mapping) -> Iterator[Problem]:
    for key, _ in node.entries:
        word = _word(key)
        if word not in (*SECTIONS, "version"):
            near = suggest(word, SECTIONS)
            meant = f"did you mean {near}? " if near else ""
            hint = f"{meant}{DEFAULTS} has {', '.join(SECTIONS)}; the rest is said in each job.yaml"
            yield Problem("CFG175", f"{word or 'this'} is not for all jobs", key.location, hint)


def merged(job: Mapping, under: Mapping, path: tuple[str, ...] = ()) -> Mapping:
    """`job` with what only `under` says."""
    said = {_word(key): value for key, value in reversed(under.entries)}
    own = [
        (key, _joined(value, said[word], (*path, word)) if (word := _word(key)) in said else value)
        for key, value in job.entries
    ]
    known = {_word(key) for key, _ in job.entries}
    rest = [(key, value) for key, value in under.entries if _word(key) not in known]
    return Mapping((*own, *rest), job.location)


def _joined(job: Node, under: Node, path: tuple[str, ...]) -> Node:
    if isinstance(job, Mapping) and isinstance(under, Mapping):
        return merged(job, under, path)
    if isinstance(job, Sequence) and isinstance(under, Sequence) and path == _ADD_UP:
        return Sequence((*job.items, *under.items), job.location)
    return under if _is_nothing(job) else job


def _word(key: Node) -> str:
    return key.text if isinstance(key, Scalar) else ""


def _is_nothing(node: Node) -> bool:
    """Nothing behind the colon: no word against the defaults."""
    return isinstance(node, Scalar) and node.kind == "null" and not node.text
