"""What can become of a part of the language. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Treatment(StrEnum):
    """What becomes of a part of the language."""

    LAID_OUT = "laid out"  # it decides on bytes, and does
    RECORDED = "recorded"  # no bytes; kept in the field model
    ACCEPTED = "accepted"  # neither bytes nor meaning for the data
    LEFT_OUT = "left out"  # skipped, and a note says so
    DIALECT = "dialect"  # laid out with a warning: not Enterprise COBOL
    OPTION = "by option"  # an option decides; refused without it
    REFUSED = "refused"  # an error that names it


@dataclass(frozen=True, slots=True)
class Row:
    """One part of the language. `words` are what the parser finds in the text when it is refused.

    `note` says what is done and why; `reference` names the manual and its chapter.
    """

    key: str
    area: str
    form: str
    treatment: Treatment
    note: str = ""
    reference: str = ""
    code: str | None = None
    words: tuple[str, ...] = ()
