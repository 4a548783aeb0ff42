"""The content of the review, the same for every form in which it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator import __version__
from generator.findings.model import Finding
from generator.problems import Location
from generator.relational.accepted import TableKind, accepted
from generator.relational.tables import Table
from generator.relational.target import Target
from generator.render.files import Job, RenderedFile
from generator.review import changes, ddl_text, deployment, records, tables
from generator.review.basis import NOTHING, Basis
from generator.targets import find

Content = dict[str, Any]


def review(job: Job, rendered: Sequence[RenderedFile], basis: Basis = NOTHING) -> Content:
    """Everything that the page says, in its order."""
    targets = tuple(find(name) for name in job.config.targets)
    every = all_tables(job)
    decisions = (*job.schema.decisions, *job.reading.decisions)
    found = _findings(job, basis)
    return {
        "header": job.header,
        "job": job.name,
        "generator": __version__,
        "model": job.digest or accepted(job.schema).digest,
        "inputs": _inputs(job, basis),
        "targets": [{"name": target.name, "title": target.title} for target in targets],
        "counts": _counts(job, every, decisions, found),
        "changes": changes.content(basis),
        "records": records.content(job),
        "entities": [tables.entity(entity, targets) for entity in job.deployed.entities],
        "sizes": _sizes(every, targets),
        "audit": [
            {"table": table.name, "comment": table.comment, **tables.keys(table)}
            for kind, table in every
            if kind is TableKind.RECONCILIATION
        ],
        "decisions": [
            {
                "subject": decision.subject,
                "rule": decision.rule,
                "decided": decision.text,
                "reason": decision.reason,
                "place": place(decision.location),
            }
            for decision in decisions
        ],
        "findings": found,
        "ddl": [ddl_text.content(job, target, basis) for target in targets],
        "deployment": [deployment.content(target, rendered, basis) for target in targets],
    }


def all_tables(job: Job) -> tuple[tuple[TableKind, Table], ...]:
    """Every table of the job with what it is for."""
    pairs = (
        pair
        for entity in job.deployed.entities
        for pair in ((TableKind.STAGING, entity.staging), (TableKind.FINAL, entity.final))
    )
    audit = ((TableKind.RECONCILIATION, table) for table in job.schema.audit.tables)
    return (*pairs, *audit)


def _inputs(job: Job, basis: Basis) -> list[Content]:
    """job.yaml, the copybooks with what they copy, the glossary: with their hashes where known."""
    formats = {
        member: book.source_format
        for book in job.copybooks
        for member in (book.path, *book.members)
    }
    ends = {name(path): kind for path, kind in formats.items()}
    paths = basis.inputs or dict.fromkeys(formats, "")
    return [
        {
            "path": path if basis.inputs else name(path),
            "sha256": paths[path] or None,
            "read_as": (
                f"copybook, {ends[name(path)]} format" if name(path) in ends else _kind(path)
            ),
        }
        for path in sorted(paths)
    ]


def _kind(path: str) -> str:
    return {"job.yaml": "what the copybooks cannot say"}.get(name(path), "names")


def _counts(
    job: Job,
    every: Iterable[tuple[TableKind, Table]],
    decisions: Sequence[object],
    found: Sequence[Content],
) -> Content:
    held = [table for _, table in every]
    return {
        "records": len({(e.copybook, e.record) for e in job.schema.entities}),
        "tables": len(held),
        "columns": sum(len(table.columns) for table in held),
        "indexes": sum(len(table.indexes) for table in held),
        "decisions": len(decisions),
        "findings": len([item for item in found if item["waived"] is None]),
        "waived": len([item for item in found if item["waived"] is not None]),
    }


def _sizes(every: Iterable[tuple[TableKind, Table]], targets: Iterable[Target]) -> list[Content]:
    sized = [target for target in targets if target.row_bytes is not None]
    return [tables.size(table, target) for _, table in every for target in sized]


def _findings(job: Job, basis: Basis) -> list[Content]:
    plain = (Finding(problem) for problem in job.schema.problems)
    return [
        {
            "code": item.problem.code,
            "severity": str(item.problem.severity),
            "subject": item.problem.subject,
            "message": item.problem.message,
            "hint": item.problem.hint,
            "place": place(item.problem.location),
            "waived": item.waived and {"reason": item.waived.reason, "until": item.waived.until},
        }
        for item in (plain if basis.findings is None else basis.findings)
    ]


def name(path: str) -> str:
    """The last part of a path."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def place(location: Location | None) -> str | None:
    """``ACCT.cpy:12``."""
    return f"{name(location.path)}:{location.line}" if location else None
