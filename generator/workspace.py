"""The user's tree: which jobs there are, where they lie and where their output goes.

Reads folders and nothing else. Standard library only, because every command passes here.
"""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from generator.problems import GenerationFailed, Problem

_JOB_NAME = re.compile(r"[A-Za-z0-9@#$][A-Za-z0-9@#$_-]{0,63}")
_SHOWN = 20
DEFAULTS = "defaults.yaml"
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


@dataclass(frozen=True, slots=True)
class JobPlace:
    """A job's folders. `root` is as the user gave it, so that messages show paths that work."""

    root: Path
    name: str
    package: str

    @property
    def folder(self) -> Path:
        """The folder source/jobs/<JOB>."""
        return self.root / "source" / "jobs" / self.name

    @property
    def config(self) -> Path:
        """The job's job.yaml."""
        return self.folder / "job.yaml"

    @property
    def lock(self) -> Path:
        """The job's schema.lock.json."""
        return self.folder / "schema.lock.json"

    @property
    def defaults(self) -> Path:
        """What holds for every job that says nothing else."""
        return self.folder.parent / DEFAULTS

    @property
    def copybooks(self) -> Path:
        """The folder that holds the job's copybooks."""
        return self.folder / "copybooks"

    @property
    def output(self) -> Path:
        """The folder python/<job_name>."""
        return self.root / "python" / self.package

    def shown(self, path: Path | str) -> str:
        """A path below the root as the manifest and the reports spell it."""
        return relative(self.root, path)


def relative(root: Path, path: Path | str) -> str:
    """`path` from the root, with "/"; a path on another drive stays as it is."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        return Path(path).as_posix()


def package_name(job: str) -> str:
    """The job's name in lower snake case: ``CUST-BILL`` and ``CustBill`` give ``cust_bill``."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", job) if job != job.upper() else job
    name = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")
    return f"job_{name}" if not name or name[0].isdigit() or name in _DEVICES else name


def job_names(root: Path) -> tuple[str, ...]:
    """Every folder below source/jobs that could be a job, sorted."""
    folder = root / "source" / "jobs"
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(
            entry.name
            for entry in folder.iterdir()
            if not entry.name.startswith(".") and entry.is_dir()
        )
    )


def shared_folders(root: Path) -> tuple[Path, ...]:
    """The folders beside source/jobs, where copy libraries usually lie."""
    source = root / "source"
    if not source.is_dir():
        return ()
    return tuple(
        sorted(
            entry
            for entry in source.iterdir()
            if entry.is_dir() and entry.name != "jobs" and not entry.name.startswith(".")
        )
    )


def all_jobs(root: Path) -> tuple[JobPlace, ...]:
    """Every job of the tree; an error when there is none."""
    names = job_names(root)
    if not names:
        raise GenerationFailed([_no_jobs(root)])
    return find_jobs(root, names)


def find_jobs(root: Path, names: tuple[str, ...]) -> tuple[JobPlace, ...]:
    """The named jobs, each once, in the order given; every name that is wrong is reported."""
    known = job_names(root)
    found = (_wrong_name(root, name, known) for name in names)
    problems = tuple(dict.fromkeys(problem for problem in found if problem is not None))
    if problems:
        raise GenerationFailed(problems)
    return tuple(JobPlace(root, name, package_name(name)) for name in dict.fromkeys(names))


def copybook_files(folder: Path) -> tuple[Path, ...]:
    """The members in a copybook folder, sorted by name whatever the case of their suffix.

    What is named like a member is one, even when it cannot be read: see `require_copybooks`.
    """
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(
            (path for path in folder.iterdir() if path.suffix.lower() == ".cpy"),
            key=lambda path: path.name,
        )
    )


def require_copybooks(place: JobPlace) -> tuple[Path, ...]:
    """The members of the job; an error for each that is no readable file, and when there is none.

    A member that is passed over is a table that is lost.
    """
    files = copybook_files(place.copybooks)
    problems = [problem for path in files if (problem := _lost(path)) is not None]
    if problems:
        raise GenerationFailed(problems)
    if files:
        return files
    others = sorted(path.name for path in place.folder.rglob("*") if path.is_file())
    found = [name for name in others if name != "job.yaml"]
    raise GenerationFailed(
        [
            Problem(
                code="GEN621",
                message=f"{place.name} has no copybooks: there is no *.cpy in "
                f"{place.copybooks.as_posix()}",
                hint=(
                    f"the job's folder holds {', '.join(found[:5])}: members must lie in "
                    "copybooks/ and end in .cpy"
                    if found
                    else "put the job's copybooks there, one member a file, ending in .cpy"
                ),
            )
        ]
    )


def _lost(path: Path) -> Problem | None:
    """Why the member gives no text, if it does not; nothing that could block is opened."""
    shown = path.as_posix()
    try:
        if path.is_dir():
            reason, hint = "it is a folder", "members end in .cpy, folders must not: rename it"
        elif path.is_symlink() and not path.exists():
            reason = f"it is a link to {path.readlink().as_posix()}, which is not there"
            hint = "put the member there, or remove the link"
        elif not path.is_file():
            reason, hint = "it is not a regular file", "put the member itself there"
        else:
            path.open("rb").close()
            return None
    except OSError as error:
        return unreadable(error, shown)
    return Problem("GEN624", f"{shown} cannot be read: {reason}", hint=hint)


def unreadable(error: OSError, shown: str) -> Problem:
    """The system refuses to read one of the user's files or folders."""
    return Problem(
        code="GEN624",
        message=f"{shown} cannot be read: {error.strerror or error}",
        hint="give yourself permission to read it, and to enter the folders above it",
    )


def _wrong_name(root: Path, name: str, known: tuple[str, ...]) -> Problem | None:
    if not _JOB_NAME.fullmatch(name):
        return Problem(
            code="GEN622",
            message=f"{name!r} is not a job name",
            hint="a job is named like its folder below source/jobs: letters, digits, @ # $ _ "
            "and -, at most 64, no path",
        )
    if not known:
        return _no_jobs(root)
    if name not in known:
        return _unknown(root, name, known)
    package = package_name(name)
    twins = [other for other in known if package_name(other) == package]
    if len(twins) > 1:
        return Problem(
            code="GEN623",
            message=f"{' and '.join(twins)} would both be written to python/{package}",
            hint="rename one of the folders below source/jobs",
        )
    return None


def _unknown(root: Path, name: str, known: tuple[str, ...]) -> Problem:
    folded = {other.upper(): other for other in known}
    close = difflib.get_close_matches(name.upper(), list(folded), n=1)
    meant = f"did you mean {folded[close[0]]}? " if close else ""
    more = len(known) - _SHOWN
    shown = ", ".join(known[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
    return Problem(
        code="GEN620",
        message=f"there is no job {name} in {(root / 'source' / 'jobs').as_posix()}",
        hint=f"{meant}the jobs are: {shown}",
    )


def _no_jobs(root: Path) -> Problem:
    return Problem(
        code="GEN620",
        message=f"there are no jobs in {(root / 'source' / 'jobs').as_posix()}",
        hint="run cobrepo in the directory that holds source/, or name it with --root; "
        "copybooks belong in source/jobs/<JOB>/copybooks/",
    )
