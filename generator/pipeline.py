"""From a job's copybooks to its files: what each command does, in terms of the stages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from generator import review
from generator.evolve.chain import on_disk
from generator.evolve.history import load_accepted
from generator.evolve.questions import missing
from generator.findings import judge
from generator.findings.clock import today
from generator.output import diffs, recovery, tree
from generator.output.compare import Action
from generator.output.inputs import inputs
from generator.output.plan import Plan, Selection, carry_out, make_plan
from generator.output.report import JobReport, Status, findings, kept, refusals, report
from generator.problems import GenerationFailed, Problem, counts, is_drift
from generator.relational.accepted import dump
from generator.render import ddl, program, python, record_reader, sql
from generator.render.format import formatted
from generator.sources import Sources, load_sources

if TYPE_CHECKING:
    from generator.findings.model import Finding
    from generator.render.files import Job, RenderedFile
    from generator.workspace import JobPlace


class Renderer(Protocol):
    """A module that makes files of a job."""

    def files(self, job: Job) -> tuple[RenderedFile, ...]:
        """Its files."""


RENDERERS: tuple[Renderer, ...] = (ddl, sql, python, program, record_reader)


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: see `cobrepo generate --help`."""

    dry_run: bool = False
    forced: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    reports_only: bool = False
    merging: bool = False
    baseline: bool = False


def generate(place: JobPlace, options: Options) -> JobReport:
    """Write what the inputs give, unless a file that the user edited stands in the way."""
    if options.dry_run:
        recovery.require_whole(place)
        return _reported(_prepared(place, options), Status.WOULD_WRITE)
    return recovery.in_turn(place, partial(_prepared, place, options), written)


def _prepared(place: JobPlace, options: Options) -> Plan | JobReport:
    """What to write, or the questions that must be answered first."""
    if options.baseline:
        _require_no_migrations(place)
    sources = _today(load_sources(place, _nothing if options.baseline else load_accepted))
    require_targets(sources, options.targets)
    if sources.questions and not options.reports_only:
        return report(place, Status.DECISION, problems=sources.questions)
    return prepared(sources, options, on_disk(place.output))


def prepared(
    sources: Sources,
    options: Options,
    migrations: tuple[RenderedFile, ...],
    lock: str | None = None,
) -> Plan:
    """All files compared with those on disk; `lock` goes into schema.lock.json."""
    lock = lock or _settled(sources, options)
    settled = lock is not None or sources.accepted is None
    renderers = (ddl,) if options.reports_only else RENDERERS
    place = sources.place
    files = (*render(sources, migrations, renderers, settled=settled), *migrations)
    if not options.dry_run:
        tree.require_writable(place.root, place.output, [file.path for file in files])
    selection = Selection(options.targets, options.reports_only, options.forced, options.merging)
    return make_plan(sources, files, selection, lock)


def written(plan: Plan | JobReport) -> JobReport:
    """Carry the plan out, unless there is none or a file stands in its way."""
    if isinstance(plan, Plan) and not plan.refused:
        carry_out(plan)
    return _reported(plan, Status.WRITTEN)


def _reported(plan: Plan | JobReport, done: Status) -> JobReport:
    return _generated(plan, done) if isinstance(plan, Plan) else plan


def _nothing(place: JobPlace) -> None:  # noqa: ARG001 - a reader of the lock that finds none
    return None


def _require_no_migrations(place: JobPlace) -> None:
    there = place.lock.exists() or on_disk(place.output)
    accepted = load_accepted(place) if there else None
    if accepted is not None and accepted.version:
        message = f"--baseline: {accepted.version} migrations lead to the tables of {place.name}"
        hint = "a baseline is for tables that no database has yet; use cobrepo migrate new"
        raise GenerationFailed([Problem("MIG209", message, hint=hint)])


def pending(sources: Sources) -> tuple[Problem, ...]:
    """What stands between schema.lock.json and the model: questions, or a missing migration."""
    comparison = sources.comparison
    if sources.accepted is None or sources.questions or not comparison.evolution.tables:
        return sources.questions
    return (missing(sources.place.name, comparison.changes),)


def check(place: JobPlace) -> JobReport:
    """Tell whether the output is what the inputs give; writes nothing."""
    if tree.interrupted(place.output):
        return report(place, Status.FINDINGS, problems=(recovery.half_written(place),))
    plan, found = _examined(place)
    problems = judge.shown(judge.left(found))
    status = Status.FINDINGS if is_drift(problems) else Status.CLEAN
    return report(place, status, plan, problems)


def lint(place: JobPlace) -> JobReport:
    """Everything that a DBA or a compiler would say, with what job.yaml accepts; writes nothing."""
    if tree.interrupted(place.output):
        return report(place, Status.FINDINGS, problems=(recovery.half_written(place),))
    plan, found = _examined(place)
    problems = judge.left(found)
    status = Status.FINDINGS if counts(problems) else Status.CLEAN
    waived = tuple(finding for finding in found if finding.waived)
    return replace(report(place, status, plan, problems), waived=waived)


def _examined(place: JobPlace) -> tuple[Plan, tuple[Finding, ...]]:
    """What `generate` would do, and all findings of the inputs and of the files as of today."""
    sources = load_sources(place)
    plan = _dry(sources)
    problems = (*findings(plan), *pending(sources))
    files = judge.judged(problems, sources.job.config.findings)
    return plan, judge.settled((*sources.findings, *files), sources.loaded, today())


def _today(sources: Sources) -> Sources:
    """The job with its findings as of today, for the runs that tell them beside their work."""
    waits = judge.judged(pending(sources), sources.job.config.findings)
    found = judge.settled((*sources.findings, *waits), sources.loaded, today())
    until = judge.holds_until(found, today())
    return replace(sources, problems=judge.shown(judge.left(found)), until=until)


def diff(place: JobPlace) -> JobReport:
    """What generate would change, in files and in the relational model; writes nothing."""
    recovery.require_whole(place)
    sources = load_sources(place)
    plan, schema = _dry(sources), sources.comparison.changes
    files = diffs.pending(plan)
    status = Status.CHANGES if schema or files else Status.UNCHANGED
    problems = (*plan.problems, *sources.questions)
    return replace(report(place, status, plan, problems), schema=schema, diffs=files)


def render(
    sources: Sources,
    migrations: tuple[RenderedFile, ...] = (),
    renderers: tuple[Renderer, ...] = RENDERERS,
    *,
    settled: bool = False,
) -> tuple[RenderedFile, ...]:
    """Everything that the job's inputs give, in memory.

    The review needs the DDL and nothing else of the code. `settled` says that schema.lock.json
    will be that of the model.
    """
    job = sources.job
    code = tuple(file for renderer in renderers for file in renderer.files(job))
    files = (*code, *review.files(job, code, _basis(sources, migrations, settled=settled)))
    tree.require_safe_paths(file.path for file in files)
    return formatted(files)


def _basis(
    sources: Sources, migrations: tuple[RenderedFile, ...], *, settled: bool
) -> review.Basis:
    """What the review shows beyond the model: the same for the same files, however often it ran."""
    hashes = inputs(sources.place, (p for p in sources.files if p != sources.place.lock)).files
    way = sources.comparison.evolution
    if settled or not sources.comparison.changes:
        return review.Basis(way.after, None, migrations, hashes, sources.findings)
    return review.Basis(way.before, sources.comparison, migrations, hashes, sources.findings)


def _dry(sources: Sources) -> Plan:
    return prepared(sources, Options(dry_run=True), on_disk(sources.place.output))


def _settled(sources: Sources, options: Options) -> str | None:
    """The text of schema.lock.json where it follows without a migration: the first, or no DDL."""
    way, lock = sources.comparison.evolution, sources.accepted
    if options.reports_only or (lock is not None and (way.tables or sources.questions)):
        return None
    text = dump(way.after)
    return text if lock is None or text != dump(lock) else None


def _generated(plan: Plan, done: Status) -> JobReport:
    """The report of a run that wrote, would write, or refused to."""
    if plan.refused:
        refused = report(plan.place, Status.CONFLICT, plan, (*plan.problems, *refusals(plan)))
        return replace(refused, diffs=diffs.refused(plan))
    status = done if plan.differs else Status.UNCHANGED
    if any(change.action is Action.MERGE_CONFLICTS for change in plan.changes):
        status = Status.MERGED
    return report(plan.place, status, plan, (*plan.problems, *kept(plan)))


def require_targets(sources: Sources, wanted: tuple[str, ...]) -> None:
    """--target narrows what job.yaml asks for; it does not add to it."""
    ours = sources.job.config.targets
    problems = [
        Problem(
            code="GEN616",
            message=f"--target {name}: {sources.job.name} is generated for {', '.join(ours)}",
            hint=f"add it to targets in {sources.place.config.as_posix()}",
        )
        for name in wanted
        if name not in ours
    ]
    if problems:
        raise GenerationFailed(problems)
