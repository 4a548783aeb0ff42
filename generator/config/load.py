"""job.yaml, checked once: everything that is wrong with it is told in one run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.checks import check
from generator.config.glossary import read_glossary
from generator.config.plain import Reading
from generator.config.read import read_job
from generator.config.repository import defaults_of, merged, parse_defaults
from generator.config.where import Where
from generator.config.yaml import Mapping, compose
from generator.problems import GenerationFailed, Location, Problem

if TYPE_CHECKING:
    from generator.config.model import JobConfig

_EBCDIC_BLANK = 0x40


@dataclass(frozen=True, slots=True)
class LoadedJob:
    """A job.yaml that holds, with what it refers to.

    `glossary` maps COBOL words to SQL words, both in upper case. `libraries` are the existing
    directories with COPY members, in the order of job.yaml. `files` are the files read.
    """

    config: JobConfig
    where: Where
    glossary: dict[str, str] = field(default_factory=dict)
    libraries: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()


def load_job(path: Path) -> LoadedJob:
    """The configuration in the file; GenerationFailed with every problem of it."""
    if not path.is_file():
        job = path.resolve().parent.name
        message = f"{path.as_posix()} does not exist"
        raise GenerationFailed(
            [Problem("CFG100", message, hint=f"`cobrepo init {job}` drafts it from the copybooks")]
        )
    return parse_job(_decoded(path), path)


def parse_job(text: str, path: Path) -> LoadedJob:
    """The configuration in the text of the file `path`, whose folder names the job."""
    shown = path.as_posix()
    node = compose(text, shown)
    if not isinstance(node, Mapping):
        place = node.location if node else Location(shown, 1)
        message = "job.yaml holds no keys" if node else "job.yaml is empty"
        hint = "it starts with version: 1 and job: NAME"
        raise GenerationFailed([Problem("CFG102", message, place, hint)])
    folder = path.resolve().parent.name
    defaults, misplaced = _defaults(path)
    whole = merged(node, defaults) if defaults else node
    reading = Reading()
    config = read_job(whole, reading, {"version": 1, "job": folder or "JOB"})
    where = Where(shown, reading.places)
    glossary, files, unread = _glossary(config, where)
    libraries, absent = _libraries(config, where)
    problems = (
        *misplaced,
        *reading.problems,
        *_job_name(config, where, folder),
        *check(config, where),
        *absent,
        *unread,
    )
    if problems:
        raise GenerationFailed(sorted(problems, key=_place))
    beside = (defaults_of(path),) if defaults_of(path).is_file() else ()
    return LoadedJob(config, where, glossary, libraries, (path, *beside, *files))


def _defaults(path: Path) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """What holds for every job, None where nothing does."""
    file = defaults_of(path)
    return parse_defaults(_decoded(file), file.as_posix()) if file.is_file() else (None, ())


def _place(problem: Problem) -> tuple[str, int, int]:
    place = problem.location
    return (place.path, place.line, place.column) if place else ("", 0, 0)


def _decoded(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"{path.as_posix()} cannot be read: {error.strerror}"
        raise GenerationFailed([Problem("CFG101", message)]) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GenerationFailed([_not_utf8(content, error.start, path)]) from None


def _not_utf8(content: bytes, start: int, path: Path) -> Problem:
    before = content[:start].split(b"\n")
    line = content.split(b"\n")[len(before) - 1].rstrip(b"\r").decode("latin-1")
    place = Location(path.as_posix(), len(before), len(before[-1].decode("utf-8")) + 1, 1, line)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "it is UTF-16; save it as UTF-8"
    elif b" " not in content and content.count(_EBCDIC_BLANK) > len(content) // 50:
        hint = "it looks like EBCDIC; transfer it as text, or convert it to UTF-8"
        place = Location(path.as_posix(), 1)
    else:
        hint = "save it as UTF-8; here it is read as latin-1 or cp1252"
    return Problem("CFG101", f"the byte X'{content[start]:02X}' is not UTF-8", place, hint)


def _job_name(config: JobConfig, where: Where, folder: str) -> tuple[Problem, ...]:
    if config.job == folder:
        return ()
    message = f"job is {config.job}, but the folder is {folder}"
    hint = f"write job: {folder}, or rename the folder"
    return (Problem("CFG110", message, where.value("job"), hint),)


def _said_in(place: Location) -> Path:
    """The folder of the file in which a path stands."""
    return Path(place.path).parent


def _libraries(config: JobConfig, where: Where) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    folders = tuple(
        _said_in(where.value("copybooks", "library", index)) / name
        for index, name in enumerate(config.copybooks.library)
    )
    problems = tuple(
        Problem(
            "CFG120",
            f"the library {config.copybooks.library[index]} is not a directory",
            where.value("copybooks", "library", index),
            f"paths are relative to this file; looked for {folder.as_posix()}",
        )
        for index, folder in enumerate(folders)
        if not folder.is_dir()
    )
    return folders, problems


def _glossary(
    config: JobConfig, where: Where
) -> tuple[dict[str, str], tuple[Path, ...], tuple[Problem, ...]]:
    if config.naming.glossary is None:
        return {}, (), ()
    file = _said_in(where.value("naming", "glossary")) / config.naming.glossary
    if not file.is_file():
        problem = Problem(
            "CFG121",
            f"the glossary {config.naming.glossary} does not exist",
            where.value("naming", "glossary"),
            f"paths are relative to this file; looked for {file.as_posix()}",
        )
        return {}, (), (problem,)
    try:
        words, problems = read_glossary(_decoded(file), file.as_posix())
    except GenerationFailed as failed:
        return {}, (), failed.problems
    return words, (file,), problems
