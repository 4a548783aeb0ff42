"""What a command found out about a job: a value that can cross a process and become JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from generator.output.compare import FROZEN, REFUSALS, Action, Change
from generator.output.tree import has_conflicts, read_text
from generator.problems import Problem, Severity

if TYPE_CHECKING:
    from generator.evolve.model import Change as SchemaChange
    from generator.findings.model import Finding
    from generator.output.plan import Plan
    from generator.workspace import JobPlace

_SILENT = frozenset({Action.UNCHANGED, Action.RELEASE})
_LEFT_ALONE = frozenset({Action.KEEP, Action.KEEP_STALE, Action.MERGE_CONFLICTS}) | FROZEN
_DRIFT = ("owned", "migration")

CHECK_CODES = {
    Action.CREATE: ("GEN601", "is missing", "run cobrepo generate"),
    Action.RESTORE: ("GEN601", "is missing", "run cobrepo generate"),
    Action.UPDATE: ("GEN602", "is not what the inputs give now", "run cobrepo generate"),
    Action.REMOVE: ("GEN603", "is no longer generated", "run cobrepo generate, which removes it"),
    Action.GONE: ("GEN603", "is recorded but no longer generated", "run cobrepo generate"),
    Action.KEEP_STALE: (
        "GEN603",
        "is no longer generated, and it was edited, so it is kept",
        "take what you need from it and delete it, or name it: generate --force PATH",
    ),
    Action.KEEP: (
        "GEN604",
        "was edited by hand; the edit is kept",
        "move the edit to job.yaml or to a subclass, or take ours back: generate --force PATH",
    ),
    Action.CONFLICT: (
        "GEN605",
        "was edited by hand and would be generated differently now",
        "join both with generate --merge, or save your edit and take ours: generate --force PATH",
    ),
    Action.MERGE_CONFLICTS: (
        "GEN631",
        "has conflicts of a merge: of the lines between <<<<<<< and >>>>>>> keep what is right",
        "edit the file; later runs know it as edited by you",
    ),
    Action.MIGRATION_EDITED: (
        "MIG302",
        "is a migration and was edited: a database may have run the text as it was",
        "take the committed version back (git checkout); a change goes into a new migration",
    ),
    Action.MIGRATION_LOST: (
        "MIG303",
        "is a migration, is missing, and its text is not known on this machine",
        "take it back from version control (git checkout)",
    ),
    Action.RECORD: (
        "GEN608",
        "is right but cobrepo.lock does not say so",
        "run cobrepo generate",
    ),
    Action.FOREIGN: (
        "GEN609",
        "is on disk but was not written by cobrepo; it is not overwritten",
        "move it away, or name it: generate --force PATH",
    ),
}


class Exit(IntEnum):
    """Exit codes of the command line."""

    CLEAN = 0
    FINDINGS = 1
    BAD_INPUT = 2
    DECISION = 3
    HAND_EDITED = 4
    INTERNAL = 5
    INTERRUPTED = 130


_WORST_FIRST = (
    Exit.INTERRUPTED,
    Exit.INTERNAL,
    Exit.BAD_INPUT,
    Exit.HAND_EDITED,
    Exit.DECISION,
    Exit.FINDINGS,
    Exit.CLEAN,
)


class Status(StrEnum):
    """A job's outcome in one word."""

    WRITTEN = "written"
    WOULD_WRITE = "would write"
    UNCHANGED = "unchanged"
    CLEAN = "clean"
    FINDINGS = "findings"
    CHANGES = "changes"
    PLANNED = "planned"
    DECISION = "decision needed"
    CONFLICT = "conflict"
    MERGED = "merged with conflicts"
    FAILED = "failed"
    CRASHED = "crashed"


_EXITS = {
    Status.FINDINGS: Exit.FINDINGS,
    Status.CHANGES: Exit.FINDINGS,
    Status.DECISION: Exit.DECISION,
    Status.CONFLICT: Exit.HAND_EDITED,
    Status.MERGED: Exit.HAND_EDITED,
    Status.FAILED: Exit.BAD_INPUT,
    Status.CRASHED: Exit.INTERNAL,
}


@dataclass(frozen=True, slots=True)
class JobReport:
    """One job's outcome. `output` is its folder; `changes` leaves out what did not change.

    `diffs` are unified diffs, `schema` the changes of the tables, `scripts` planned migrations by
    their paths, `log` the place of the traceback after an internal error; `left_out` counts the
    files that .cobrepoignore keeps from being written.
    """

    job: str
    output: str
    status: Status
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    diffs: tuple[str, ...] = ()
    schema: tuple[SchemaChange, ...] = ()
    scripts: tuple[tuple[str, str], ...] = ()
    files: int = 0
    log: str | None = None
    waived: tuple[Finding, ...] = ()
    left_out: int = 0

    @property
    def exit_code(self) -> Exit:
        """The exit code that this job alone would give."""
        return _EXITS.get(self.status, Exit.CLEAN)

    def paths(self, *actions: Action) -> list[str]:
        """The paths of the changes with one of these actions."""
        return [change.path for change in self.changes if change.action in actions]

    def to_dict(self) -> dict[str, object]:
        """JSON form."""
        return {
            "job": self.job,
            "output": self.output,
            "status": str(self.status),
            "exit_code": int(self.exit_code),
            "files": self.files,
            "left_out": self.left_out,
            "changes": [
                {"path": change.path, "action": str(change.action), "owner": change.owner}
                for change in self.changes
            ],
            "schema_changes": self._told(),
            "scripts": dict(self.scripts),
            "diffs": list(self.diffs),
            "problems": [problem.to_dict() for problem in self.problems],
            "waived": [finding.to_dict() for finding in self.waived],
            "log": self.log,
        }

    def _told(self) -> list[dict[str, object]]:
        if not self.schema:
            return []
        from generator.evolve.telling import change_dict  # noqa: PLC0415 - not for an unchanged job

        return [change_dict(change) for change in self.schema]


def worst(codes: Iterable[int]) -> Exit:
    """The exit code of a run over several jobs: the highest of 5 > 2 > 4 > 3 > 1 > 0."""
    found = set(codes)
    return next((code for code in _WORST_FIRST if code in found), Exit.CLEAN)


def report(
    place: JobPlace,
    status: Status,
    plan: Plan | None = None,
    problems: tuple[Problem, ...] = (),
    left_out: int = 0,
) -> JobReport:
    """A report on the job; without a plan nothing was different."""
    changes = plan.changes if plan else ()
    told = tuple(change for change in changes if change.action not in _SILENT)
    return JobReport(
        place.name,
        place.output.as_posix(),
        status,
        told,
        problems,
        files=len(changes),
        left_out=plan.left_out if plan else left_out,
    )


def failed(name: str, output: str, problems: tuple[Problem, ...]) -> JobReport:
    """A report on a job whose input is wrong."""
    return JobReport(name, output, Status.FAILED, problems=problems)


def findings(plan: Plan) -> tuple[Problem, ...]:
    """A problem for each drift; reports and the user's own files are none."""
    output = plan.place.output.as_posix()
    if plan.recorded is None:
        return (_no_manifest(plan), *refusals(plan))
    drifted = [c for c in plan.changes if c.action in CHECK_CODES and c.owner in _DRIFT]
    return tuple(_finding(output, _as_it_stands(plan, change)) for change in drifted)


def _as_it_stands(plan: Plan, change: Change) -> Change:
    """An edited file in which conflicts of a merge are left says so."""
    if change.action is Action.KEEP and has_conflicts(read_text(plan.place.output, change.path)):
        return replace(change, action=Action.MERGE_CONFLICTS)
    return change


def _no_manifest(plan: Plan) -> Problem:
    """Never generated, or the manifest was lost: then what `generate` will do with the files."""
    output = plan.place.output.as_posix()
    there = sum(change.disk is not None for change in plan.changes)
    message = f"{output} has no cobrepo.lock: the job was never generated"
    hint = f"run cobrepo generate {plan.place.name}"
    if there:
        right = sum(change.action is Action.RECORD for change in plan.changes)
        message = (
            f"{output} has files but no cobrepo.lock: the manifest, which tells generated files "
            "from yours, is missing"
        )
        refused = len(refusals(plan))
        hint = (
            f"take it back from version control, or {hint}: {right} of {there} files are what it "
            + (
                f"would write, but {refused} differ; it writes nothing before these are moved away "
                "or named with --force"
                if refused
                else "would write; it records them and writes what is missing"
            )
        )
    return Problem("GEN606", message, hint=hint, severity=Severity.WARNING)


def refusals(plan: Plan) -> tuple[Problem, ...]:
    """A problem for each file that stands in the way of writing."""
    return _problems(plan, REFUSALS)


def kept(plan: Plan) -> tuple[Problem, ...]:
    """What is not there as `generate` would have written it."""
    return tuple(
        _finding(plan.place.output.as_posix(), _as_it_stands(plan, change))
        for change in plan.changes
        if change.action in _LEFT_ALONE
    )


def _problems(plan: Plan, actions: frozenset[Action]) -> tuple[Problem, ...]:
    output = plan.place.output.as_posix()
    return tuple(_finding(output, c) for c in plan.changes if c.action in actions)


def _finding(output: str, change: Change) -> Problem:
    code, what, hint = CHECK_CODES[change.action]
    severity = Severity.ERROR if change.action in REFUSALS else Severity.WARNING
    message = f"{output}/{change.path} {what}"
    return Problem(code, message, None, hint, (), severity, subject=change.path)
