"""From a job's copybooks to its files: the whole program on one screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from generator.findings import judge
from generator.findings.clock import today
from generator.output import diffs, recovery, snapshot, tree, write
from generator.output.compare import Action
from generator.output.plan import Plan, Selection, carry_out, make_plan
from generator.output.report import JobReport, Status, findings, kept, refusals, report
from generator.problems import GenerationFailed, Problem
from generator.relational.accepted import accepted, dump
from generator.render import ddl, program, python, record_reader, review, sql
from generator.render.format import formatted
from generator.sources import Sources, load_sources

if TYPE_CHECKING:
    from generator.findings import Finding
    from generator.render.files import RenderedFile
    from generator.workspace import JobPlace


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: see `cobrepo generate --help`."""

    dry_run: bool = False
    forced: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    reports_only: bool = False
    merging: bool = False


def generate(place: JobPlace, options: Options) -> JobReport:
    """Write what the inputs give, unless a file that the user edited stands in the way."""
    if options.dry_run:
        recovery.require_whole(place)
        return _generated(_prepared(place, options), Status.WOULD_WRITE)
    return recovery.in_turn(place, partial(_prepared, place, options), _written)


def _prepared(place: JobPlace, options: Options) -> Plan:
    sources = _today(load_sources(place))
    _require_targets(sources, options.targets)
    files = render(sources)
    if not options.dry_run:
        tree.require_writable(place.root, place.output, [file.path for file in files])
    return _plan(sources, files, options)


def _written(plan: Plan) -> JobReport:
    if not plan.refused:
        carry_out(plan)
    return _generated(plan, Status.WRITTEN)


def check(place: JobPlace) -> JobReport:
    """Tell whether the output is what the inputs give; writes nothing."""
    if write.interrupted(place.output):
        return report(place, Status.FINDINGS, problems=(recovery.half_written(place),))
    plan, found = _examined(place)
    problems = judge.shown(judge.left(found))
    status = Status.FINDINGS if judge.counts(problems) else Status.CLEAN
    return report(place, status, plan, problems)


def lint(place: JobPlace) -> JobReport:
    """Everything that a DBA or a compiler would say, with what job.yaml accepts; writes nothing."""
    if write.interrupted(place.output):
        return report(place, Status.FINDINGS, problems=(recovery.half_written(place),))
    plan, found = _examined(place)
    problems = judge.left(found)
    status = Status.FINDINGS if judge.counts(problems) else Status.CLEAN
    waived = tuple(finding for finding in found if finding.waived)
    return replace(report(place, status, plan, problems), waived=waived)


def _examined(place: JobPlace) -> tuple[Plan, tuple[Finding, ...]]:
    """What `generate` would do, and all findings of the inputs and of the files as of today."""
    sources = load_sources(place)
    plan = _plan(sources, render(sources), Options())
    files = judge.judged(findings(plan), sources.job.config.findings)
    return plan, judge.settled((*sources.findings, *files), sources.loaded, today())


def _today(sources: Sources) -> Sources:
    """The job with its findings as of today, for the runs that tell them beside their work."""
    found = judge.settled(sources.findings, sources.loaded, today())
    until = judge.holds_until(found, today())
    return replace(sources, problems=judge.shown(judge.left(found)), until=until)


def diff(place: JobPlace) -> JobReport:
    """What generate would change, in files and in the relational model; writes nothing."""
    recovery.require_whole(place)
    sources = load_sources(place)
    plan = _plan(sources, render(sources), Options())
    schema = snapshot.changes(plan.recorded.schema if plan.recorded else {}, plan.manifest.schema)
    files = diffs.pending(plan)
    status = Status.CHANGES if schema or files else Status.UNCHANGED
    return replace(report(place, status, plan, plan.problems), schema=schema, diffs=files)


def render(sources: Sources) -> tuple[RenderedFile, ...]:
    """Everything that the job's inputs give, in memory."""
    job = sources.job
    renderers = (ddl, sql, python, program, record_reader)
    code = tuple(file for renderer in renderers for file in renderer.files(job))
    files = (*code, *review.files(job, code))
    tree.require_safe_paths(file.path for file in files)
    return formatted(files)


def _plan(sources: Sources, files: tuple[RenderedFile, ...], options: Options) -> Plan:
    selection = Selection(options.targets, options.reports_only, options.forced, options.merging)
    first = dump(accepted(sources.job.schema)) if sources.accepted is None else None
    return make_plan(sources, files, selection, first)


def _generated(plan: Plan, done: Status) -> JobReport:
    """The report of a run that wrote, would write, or refused to."""
    if plan.refused:
        refused = report(plan.place, Status.CONFLICT, plan, (*plan.problems, *refusals(plan)))
        return replace(refused, diffs=diffs.refused(plan))
    status = done if plan.differs else Status.UNCHANGED
    if any(change.action is Action.MERGE_CONFLICTS for change in plan.changes):
        status = Status.MERGED
    return report(plan.place, status, plan, (*plan.problems, *kept(plan)))


def _require_targets(sources: Sources, wanted: tuple[str, ...]) -> None:
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
