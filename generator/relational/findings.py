"""Where the mapping rules put what they found: problems, and decisions with their reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.problems import Location, Problem, Severity
from generator.relational.tables import Decision


@dataclass(slots=True)
class Findings:
    """Collects while a job is mapped; the job fails once, at the end, with everything.

    `indexed` holds the record and the position of each index of job.yaml that a table has,
    `index_names` the names that job.yaml gives to indexes.
    """

    problems: list[Problem] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    indexed: set[tuple[str, int]] = field(default_factory=set)
    index_names: set[str] = field(default_factory=set)

    def error(self, code: str, message: str, location: Location | None, hint: str = "") -> None:
        """Something that stops the generation."""
        self.problems.append(Problem(code, message, location, hint or None))

    def warn(
        self, code: str, message: str, location: Location | None, hint: str = "", subject: str = ""
    ) -> None:
        """Something that the user should see and that stops nothing."""
        found = Problem(code, message, location, hint or None, (), Severity.WARNING, subject)
        self.problems.append(found)

    def decide(
        self, subject: str, rule: str, text: str, reason: str, location: Location | None = None
    ) -> None:
        """Something that was chosen for the user."""
        self.decisions.append(Decision(subject, rule, text, reason, location))
