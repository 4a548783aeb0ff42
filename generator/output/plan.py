"""One job's output: what would be done to each file, and doing it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.evolve.history import NAME as LOCK
from generator.output import state, tree, write
from generator.output.compare import REFUSALS, WRITES, Action, Change, compare
from generator.output.inputs import inputs
from generator.output.manifest import NAME, Entry, Manifest, dump, load, text_digest
from generator.output.snapshot import snapshot
from generator.output.stamp import save_stamp
from generator.problems import GenerationFailed, Problem

if TYPE_CHECKING:
    from generator.render.files import RenderedFile
    from generator.sources import Sources
    from generator.workspace import JobPlace


@dataclass(frozen=True, slots=True)
class Selection:
    """Which of the files a run may write: those of some targets, or the reports only.

    Files that belong to no target are always selected, unless only reports are.
    """

    targets: tuple[str, ...] = ()
    reports_only: bool = False

    def holds(self, path: str, owner: str) -> bool:
        """Whether the file may be written."""
        if self.reports_only:
            return owner == "report"
        match path.split("/"):
            case ["src", "repository", "ddl" | "sql", target, _, *_] if self.targets:
                return target in self.targets
            case _:
                return True


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do. `complete` says that afterwards every file is what the inputs give.

    `lock` is the text of schema.lock.json where it is to be written, too.
    """

    place: JobPlace
    texts: Mapping[str, str]
    recorded: Manifest | None
    manifest: Manifest
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    libraries: tuple[str, ...]
    complete: bool
    lock: str | None = None

    @property
    def refused(self) -> bool:
        """Whether a file stands in the way, so that nothing may be written."""
        return any(change.action in REFUSALS for change in self.changes)

    @property
    def differs(self) -> bool:
        """Whether carrying it out changes anything on disk."""
        return (
            self.recorded is None
            or dump(self.recorded) != dump(self.manifest)
            or any(
                change.action in WRITES or change.action is Action.REMOVE for change in self.changes
            )
        )


def make_plan(
    sources: Sources,
    files: tuple[RenderedFile, ...],
    selection: Selection = EVERYTHING,
    forced: tuple[str, ...] = (),
    lock: str | None = None,
) -> Plan:
    """Compare what the inputs give with what is there. Reads, and changes nothing."""
    place = sources.place
    recorded = load(place.output / NAME, place.shown(place.output / NAME))
    new = {file.path: Entry(str(file.owner), text_digest(file.text)) for file in files}
    known = recorded.files if recorded else {}
    disk = tree.read_hashes(place.output, sorted({*known, *new}))
    bases = _with_interrupted(place.output, known, disk)
    every = compare(bases, disk, new, _forced(place, forced, {*known, *new}))
    chosen = tuple(c for c in every if selection.holds(c.path, c.owner))
    others = [c for c in every if not selection.holds(c.path, c.owner)]
    complete = all(c.action is Action.UNCHANGED for c in others)
    entries = {c.path: bases[c.path] for c in others if c.path in bases}
    entries |= {c.path: entry for c in chosen if (entry := _entry(c, bases, new)) is not None}
    made_from = inputs(place, sources.files, {place.folder / LOCK: lock} if lock else {})
    manifest = Manifest(place.name, made_from, entries, snapshot(sources.job.schema))
    if recorded is not None and not complete:
        manifest = replace(manifest, inputs=recorded.inputs, schema=recorded.schema)
    return Plan(
        place=place,
        texts={file.path: file.text for file in files},
        recorded=recorded,
        manifest=manifest,
        changes=chosen,
        problems=sources.problems,
        libraries=sources.libraries,
        complete=complete,
        lock=lock,
    )


def carry_out(plan: Plan) -> None:
    """Write the files and the manifest; call it with the job locked."""
    output, manifest = plan.place.output, dump(plan.manifest)
    texts = {c.path: plan.texts[c.path] for c in plan.changes if c.action in WRITES}
    removed = [c.path for c in plan.changes if c.action is Action.REMOVE]
    if plan.differs:
        write.clean(output, {(output / path).parent for path in plan.texts})
        beside = {plan.place.folder / LOCK: plan.lock} if plan.lock else {}
        write.apply(output, texts, removed, manifest, beside)
    _remember(plan, manifest)


def _remember(plan: Plan, manifest: str) -> None:
    """Keep the texts behind the manifest's hashes, and the stamp of a complete run."""
    root, package = plan.place.root, plan.place.package
    new = {text_digest(text): text for text in plan.texts.values()}
    wanted = {entry.hash for entry in plan.manifest.files.values()}
    old = state.load_texts(root, package) if wanted - set(new) else {}
    state.save_texts(root, package, {h: t for h, t in (old | new).items() if h in wanted})
    if plan.complete:
        save_stamp(plan.place, manifest, plan.libraries, plan.problems)


def _entry(change: Change, bases: Mapping[str, Entry], new: Mapping[str, Entry]) -> Entry | None:
    """What the manifest records of a file after the run."""
    match change.action:
        case Action.REMOVE | Action.GONE | Action.RELEASE:
            return None
        case Action.CONFLICT | Action.FOREIGN | Action.KEEP_STALE:
            return bases.get(change.path)
        case Action.UNCHANGED:
            return bases[change.path]
        case _:
            return new[change.path]


def _with_interrupted(
    output: Path, known: Mapping[str, Entry], disk: Mapping[str, str]
) -> dict[str, Entry]:
    """What we last wrote, a run that was killed half-way included."""
    staged = write.interrupted(output)
    begun = staged.files if staged else {}
    return dict(known) | {
        path: entry for path, entry in begun.items() if disk.get(path) == entry.hash
    }


def _forced(place: JobPlace, given: tuple[str, ...], known: set[str]) -> frozenset[str]:
    """The files named with --force: from the job's folder, the root or the current directory."""
    problems, paths = [], set()
    for name in given:
        spellings = (
            Path(name).as_posix(),
            os.path.relpath(place.root / name, place.output).replace(os.sep, "/"),
            os.path.relpath(name, place.output).replace(os.sep, "/"),
        )
        found = [spelling for spelling in spellings if spelling in known]
        if found:
            paths.add(found[0])
        else:
            close = difflib.get_close_matches(spellings[0], sorted(known), n=1)
            problems.append(
                Problem(
                    code="GEN615",
                    message=f"--force {name}: not a generated file of {place.name}",
                    hint=f"did you mean {close[0]}?" if close else "name a file, not a folder",
                )
            )
    if problems:
        raise GenerationFailed(problems)
    return frozenset(paths)
