"""The findings of a run in the forms that other programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.findings.github import annotation
from generator.findings.model import Finding
from generator.findings.sarif import JobFindings, sarif
from generator.output.report import JobReport, worst

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def as_sarif(reports: Sequence[JobReport], root: Path) -> str:
    """All findings as a SARIF log, the accepted ones as suppressed."""
    jobs = [
        JobFindings(
            report.job,
            (root / "source" / "jobs" / report.job / "job.yaml").as_posix(),
            (*map(Finding, report.problems), *report.waived),
        )
        for report in reports
    ]
    code = int(worst(report.exit_code for report in reports))
    return json.dumps(sarif(jobs, root.as_posix(), code), indent=2) + "\n"


def as_annotations(reports: Sequence[JobReport]) -> str:
    """All findings as annotations of a pull request."""
    return "".join(f"{annotation(p)}\n" for report in reports for p in report.problems)
