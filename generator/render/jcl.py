"""Members that run the scripts for Db2 for z/OS in batch: a step for each, by DSNTEP2.

Db2 for z/OS, Application programming topic "DSNTEP2 and DSNTEP4 sample programs": the program runs
under the TSO monitor IKJEFT01 and reads SYSIN up to column 72. It goes on after an error, up to
MAXERRORS, and keeps what it has done; so it is told to end at the first, and no step follows one
that ended with more than a warning. JCL itself ends in column 71.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from textwrap import wrap
from typing import TYPE_CHECKING

from generator.render.files import RenderedFile
from generator.render.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config.zos import JclRule

_COLUMNS = 71 - len("//* ")
_ENDS = ("@@", "$$", "##", "%%")  # of data in the stream, if no line of it begins so
_WARNINGS_ONLY = ",COND=(4,LT)"  # not after a step that ended with more


@dataclass(frozen=True, slots=True)
class StepView:
    """A step: its script and the lines that bring that to SYSIN."""

    name: str
    script: str
    condition: str
    input: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JclView:
    """A member: the lines of its JOB statement, what all steps share, the steps.

    `first` are the lines of SYSIN that stand before the script.
    """

    card: tuple[str, ...]
    header: tuple[str, ...]
    purpose: str
    libraries: tuple[str, ...]
    system: str
    program: str
    plan: str
    library: str
    first: tuple[str, ...]
    steps: tuple[StepView, ...]


def files(header: str, scripts: Sequence[RenderedFile], rule: JclRule) -> Iterator[RenderedFile]:
    """The member that runs the CREATE scripts and the one that runs the DROP scripts."""
    for name, letter, purpose in (
        ("deploy", "C", "Creates the tables of the job"),
        ("drop", "D", "Drops the tables of the job, with their data"),
    ):
        own = [script for script in scripts if _is_drop(script) is (name == "drop")]
        view = JclView(
            card=rule.job_card,
            header=tuple(wrap(header, _COLUMNS)),
            purpose=purpose,
            libraries=tuple(_libraries(rule)),
            system=rule.system,
            program=rule.program,
            plan=rule.plan,
            library=rule.library,
            first=("--#SET MAXERRORS 1", *_owner(rule)),
            steps=tuple(_step(at, letter, script, rule) for at, script in enumerate(own)),
        )
        folder = PurePosixPath(scripts[0].path).parent
        text = render("db2-zos/jcl/scripts.jcl.j2", jcl=view)
        yield RenderedFile(f"{folder}/jcl/{name}.jcl", text)


def _owner(rule: JclRule) -> Iterator[str]:
    if rule.sqlid:
        yield f"SET CURRENT SQLID = '{rule.sqlid}';"


def _is_drop(script: RenderedFile) -> bool:
    return PurePosixPath(script.path).parent.name == "drop"


def _libraries(rule: JclRule) -> Iterator[str]:
    for at, library in enumerate(rule.steplib):
        yield f"//{'' if at else 'STEPLIB':<8} DD DISP=SHR,DSN={library}"


def _step(at: int, letter: str, script: RenderedFile, rule: JclRule) -> StepView:
    """Named by the number of its script, as is the script's member: C010, D010."""
    name = PurePosixPath(script.path).name
    step = f"{letter}{name[:3]}"
    data = tuple(_member(step, rule.sql_library) if rule.sql_library else _inline(script.text))
    return StepView(step, name, _WARNINGS_ONLY if at else "", data)


def _member(name: str, library: str) -> Iterator[str]:
    yield "//         DD DISP=SHR,"
    yield f"//            DSN={library}({name})"


def _inline(text: str) -> Iterator[str]:
    lines = text.splitlines()
    end = next(end for end in _ENDS if not any(line.startswith(end) for line in lines))
    yield f"//         DD DATA,DLM='{end}'"
    yield from lines
    yield end
