"""From a job's copybooks to its files: the whole program on one screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.output import diffs, snapshot, state, tree
from generator.output.plan import Plan, Selection, carry_out, make_plan
from generator.output.report import JobReport, Status, findings, kept, refusals, report
from generator.problems import GenerationFailed, Problem
from generator.relational.accepted import accepted, dump
from generator.render import ddl, program, python, record_reader, review, sql
from generator.render.format import formatted
from generator.sources import Sources, load_sources

if TYPE_CHECKING:
    from generator.render.files import RenderedFile
    from generator.workspace import JobPlace


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: see `cobrepo generate --help`."""

    dry_run: bool = False
    forced: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    reports_only: bool = False


def generate(place: JobPlace, options: Options) -> JobReport:
    """Write what the inputs give, unless a file that the user edited stands in the way."""
    sources = load_sources(place)
    _require_targets(sources, options.targets)
    files = render(sources)
    if options.dry_run:
        return _generated(_plan(sources, files, options), Status.WOULD_WRITE)
    tree.require_writable(place.root, place.output, [file.path for file in files])
    with state.exclusive(place.root, place.package):
        plan = _plan(sources, files, options)
        if not plan.refused:
            carry_out(plan)
    return _generated(plan, Status.WRITTEN)


def check(place: JobPlace) -> JobReport:
    """Tell whether the output is what the inputs give; writes nothing."""
    sources = load_sources(place)
    plan = _plan(sources, render(sources), Options())
    found = findings(plan)
    status = Status.FINDINGS if found else Status.CLEAN
    return report(place, status, plan, (*plan.problems, *found))


def diff(place: JobPlace) -> JobReport:
    """What generate would change, in files and in the relational model; writes nothing."""
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
    selection = Selection(options.targets, options.reports_only)
    first = dump(accepted(sources.job.schema)) if sources.accepted is None else None
    return make_plan(sources, files, selection, options.forced, first)


def _generated(plan: Plan, done: Status) -> JobReport:
    """The report of a run that wrote, would write, or refused to."""
    if plan.refused:
        refused = report(plan.place, Status.CONFLICT, plan, (*plan.problems, *refusals(plan)))
        return replace(refused, diffs=diffs.refused(plan))
    status = done if plan.differs else Status.UNCHANGED
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
