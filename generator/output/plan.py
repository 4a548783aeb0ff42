"""One job's output: what would be done to each file, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.output import state, tree, write
from generator.output.compare import REFUSALS, WRITES, Action, Change, compare
from generator.output.forced import forced_paths
from generator.output.ignored import ignore_files, ignored
from generator.output.inputs import inputs
from generator.output.manifest import NAME, Entry, Manifest, dump, load, text_digest
from generator.output.settle import settle
from generator.output.stamp import Unchanged, save_stamp
from generator.problems import Problem
from generator.relational.accepted import accepted, to_dict

if TYPE_CHECKING:
    from generator.render.files import RenderedFile
    from generator.sources import Sources
    from generator.workspace import JobPlace


@dataclass(frozen=True, slots=True)
class Selection:
    """Which of the files a run may write: those of some targets, or the reports only.

    Files that belong to no target are always selected, unless only reports are. `forced` names
    edited files that are overwritten; with `merging` our changes go into all other ones.
    """

    targets: tuple[str, ...] = ()
    reports_only: bool = False
    forced: tuple[str, ...] = ()
    merging: bool = False

    def holds(self, path: str, owner: str) -> bool:
        """Whether the file may be written."""
        if self.reports_only:
            return owner == "report"
        match path.split("/"):
            case ["src", "repository", "ddl" | "sql", target, _, *_] if self.targets:
                return target in self.targets
            case ["migrations", target, _, *_] if self.targets:
                return target in self.targets
            case _:
                return True


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do. `complete` says that afterwards every file is what the inputs give.

    `texts` are the generated ones, `settled` those to be written instead of them. `lock` is the
    text of schema.lock.json where it is to be written, too. `left_out` counts the files that
    .cobrepoignore keeps from being written. `until` is the last day on which `problems` hold.
    """

    place: JobPlace
    texts: Mapping[str, str]
    settled: Mapping[str, str]
    recorded: Manifest | None
    manifest: Manifest
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    libraries: tuple[str, ...]
    complete: bool
    lock: str | None = None
    left_out: int = 0
    until: str | None = None

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
    lock: str | None = None,
) -> Plan:
    """Compare what the inputs give with what is there. Reads, and changes nothing."""
    place = sources.place
    recorded = load(place.output / NAME, place.shown(place.output / NAME))
    left_out = _left_out(place)
    written = tuple(file for file in files if not left_out(file))
    known, every = _compared(place, written, recorded, selection.forced)
    chosen = tuple(c for c in every if selection.holds(c.path, c.owner))
    others = [c for c in every if not selection.holds(c.path, c.owner)]
    texts = {file.path: file.text for file in written}
    found = settle(place, chosen, texts, merging=selection.merging)
    complete = all(c.action is Action.UNCHANGED for c in others)
    entries = {c.path: known[c.path] for c in others if c.path in known}
    entries |= {c.path: e for c in found.changes if (e := _entry(c, known)) is not None}
    made_from = inputs(
        place,
        (*sources.files, *ignore_files(place)),
        {place.lock: lock} if lock else {},
    )
    manifest = Manifest(place.name, made_from, entries, to_dict(accepted(sources.job.schema)))
    if recorded is not None and not complete:
        manifest = replace(manifest, inputs=recorded.inputs, schema=recorded.schema)
    return Plan(
        place=place,
        texts=texts,
        settled=found.texts,
        recorded=recorded,
        manifest=manifest,
        changes=found.changes,
        problems=(*sources.problems, *found.problems),
        libraries=sources.libraries,
        complete=complete,
        lock=lock,
        left_out=len(files) - len(written),
        until=sources.until,
    )


def _left_out(place: JobPlace) -> Callable[[RenderedFile], bool]:
    """Whether .cobrepoignore keeps a file from being written; a migration is always written."""
    is_ignored = ignored(place)
    return lambda file: file.owner != "migration" and is_ignored(file.path)


def _compared(
    place: JobPlace,
    files: tuple[RenderedFile, ...],
    recorded: Manifest | None,
    forced: tuple[str, ...],
) -> tuple[Mapping[str, Entry], tuple[Change, ...]]:
    """What is recorded, and each file's change; files that are left out are in neither."""
    is_ignored = ignored(place)
    new = {file.path: Entry(str(file.owner), text_digest(file.text)) for file in files}
    known = {
        path: entry
        for path, entry in (recorded.files if recorded else {}).items()
        if path in new or entry.owner == "migration" or not is_ignored(path)
    }
    disk = tree.read_hashes(place.output, sorted({*known, *new}))
    return known, compare(known, disk, new, forced_paths(place, forced, known, new))


def carry_out(plan: Plan) -> None:
    """Write the files and the manifest; call it with the job locked."""
    output, manifest = plan.place.output, dump(plan.manifest)
    _keep_texts(plan)
    every = {**plan.texts, **plan.settled}
    texts = {c.path: every[c.path] for c in plan.changes if c.action in WRITES}
    removed = [c.path for c in plan.changes if c.action is Action.REMOVE]
    if plan.differs:
        write.clean(output, {(output / path).parent for path in plan.texts})
        beside = {plan.place.lock: plan.lock} if plan.lock else {}
        write.apply(output, texts, removed, manifest, beside)
    if plan.complete:
        told = Unchanged(plan.problems, plan.left_out, plan.until)
        save_stamp(plan.place, manifest, plan.libraries, told)


def _keep_texts(plan: Plan) -> None:
    """Keep the texts behind the hashes of the manifest, of the old one, too: we may be killed."""
    root, package = plan.place.root, plan.place.package
    new = {text_digest(text): text for text in plan.texts.values()}
    manifests = (plan.manifest, plan.recorded or plan.manifest)
    wanted = {entry.hash for manifest in manifests for entry in manifest.files.values()}
    old = state.load_texts(root, package) if wanted - set(new) else {}
    state.save_texts(root, package, {h: t for h, t in (old | new).items() if h in wanted})


def _entry(change: Change, known: Mapping[str, Entry]) -> Entry | None:
    """What the manifest records of a file after the run.

    Of a merged file it is the text that went into it: later runs know the file as edited.
    """
    match change.action:
        case Action.REMOVE | Action.GONE | Action.RELEASE:
            return None
        case Action.RESTORE if change.owner == "migration":
            return known[change.path]
        case (
            Action.CONFLICT
            | Action.FOREIGN
            | Action.KEEP_STALE
            | Action.MIGRATION_EDITED
            | Action.MIGRATION_LOST
            | Action.UNCHANGED
        ):
            return known.get(change.path)
        case _:
            return None if change.new is None else Entry(change.owner, change.new)
