"""COPY: members found in libraries, their text inserted, words replaced on the way.

Enterprise COBOL for z/OS Language Reference, "COPY statement".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.replacing import Replacement, replace_words
from generator.copybook.source import Source, read_source
from generator.copybook.text import Piece, Statement, Text, join, statements
from generator.problems import Location, Problem

EXTENSIONS = ("", ".cpy", ".cbl", ".cob", ".cobol", ".copy", ".cpb", ".inc", ".txt")

MAX_DEPTH = 50

_COPY = re.compile(r"(?<![\w-])COPY(?![\w-])", re.IGNORECASE)
_STATEMENT = re.compile(
    r"""COPY\s+(?P<member>'[^']+'|"[^"]+"|[\w#@$-]+)
        (?:\s+(?:OF|IN)\s+(?P<library>'[^']+'|"[^"]+"|[\w#@$-]+))?
        (?:\s+SUPPRESS)?
        (?:\s+REPLACING\s+(?P<replacing>.+))?\s*\Z""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_OPERAND = r"""(==(?:[^=]|=(?!=))*==|'[^'\n]*'|"[^"\n]*"|[^\s,;]+)"""
_PAIR = re.compile(
    rf"[\s,;]*(?:(LEADING|TRAILING)\s+)?{_OPERAND}\s+BY\s+{_OPERAND}", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Expanded:
    """Text with every COPY statement carried out, and the files that were read for it."""

    text: Text
    problems: tuple[Problem, ...]
    members: tuple[str, ...]


class Expander:
    """Carries out COPY statements; knows the libraries and collects what went wrong."""

    def __init__(
        self, libraries: Sequence[str], source_format: str, dialect: Dialect = IBM
    ) -> None:
        self.libraries = tuple(libraries)
        self.source_format = source_format
        self.dialect = dialect
        self.problems: list[Problem] = []
        self.members: list[str] = []

    def expand(self, source: Source, replacing: Sequence[Replacement] = ()) -> Expanded:
        """The whole text of a copybook; `replacing` is the caller's."""
        self.members.append(source.path)
        pieces = self._pieces(join(source.pieces), (source.path,))
        return Expanded(
            replace_words(join(pieces), replacing), tuple(self.problems), tuple(self.members)
        )

    def _pieces(self, text: Text, chain: tuple[str, ...]) -> Iterable[Piece]:
        if not _COPY.search(text.string):
            return text.pieces
        pieces: list[Piece] = []
        done = 0
        for statement in statements(text):
            if not _COPY.match(statement.string):
                continue
            pieces += text.cut(done, statement.start)
            done = statement.end + (1 if statement.closed else 0)
            pieces += self._member(statement, chain)
        pieces += text.cut(done, len(text.string))
        return pieces

    def _member(self, statement: Statement, chain: tuple[str, ...]) -> Iterable[Piece]:
        found = _STATEMENT.match(statement.string)
        pairs = _pairs(found["replacing"]) if found else None
        if found is None or pairs is None:
            where = statement.location(0, 4)
            message = "a COPY statement that cannot be read"
            self.problems.append(Problem("CPY203", message, where, _HINT_SHAPE))
            return ()
        if not statement.closed:
            where = statement.location(len(statement.string) - 1)
            self.problems.append(
                Problem(
                    "CPY302", "the period that ends this COPY is missing", where, "add a period"
                )
            )
        name = found["member"].strip("'\"")
        where = statement.location(found.start("member"), len(found["member"]))
        library = (found["library"] or "").strip("'\"")
        own = (str(Path(chain[-1]).parent), str(Path(chain[0]).parent))
        path = find_member(name, library, (*own, *self.libraries))
        if path is None:
            self.problems.append(_missing(name, where, chain[-1], self.libraries))
            return ()
        if any(Path(path).resolve() == Path(each).resolve() for each in chain):
            way = " -> ".join(Path(each).name for each in (*chain, path))
            message = f"COPY {name} copies itself: {way}"
            self.problems.append(Problem("CPY202", message, where))
            return ()
        if len(chain) >= MAX_DEPTH:
            message = f"COPY {name}: members are nested more than {MAX_DEPTH} deep"
            self.problems.append(Problem("CPY202", message, where))
            return ()
        return self._read(path, statement.location(0, 4), chain, pairs)

    def _read(
        self, path: str, where: Location, chain: tuple[str, ...], pairs: tuple[Replacement, ...]
    ) -> Iterable[Piece]:
        origin = Location(where.path, where.line, where.column, where.width, where.source_line)
        chain_to_here = (origin, *where.included_from)
        source = read_source(path, self.source_format, chain_to_here, self.dialect)
        self.problems += source.problems
        if path not in self.members:
            self.members.append(path)
        pieces = self._pieces(join(source.pieces), (*chain, path))
        return replace_words(join(pieces), pairs).pieces if pairs else pieces


def _pairs(text: str | None) -> tuple[Replacement, ...] | None:
    """The operands of REPLACING, or None when they cannot be read."""
    pairs: list[Replacement] = []
    at = 0
    while text and text[at:].strip(" \n,;"):
        found = _PAIR.match(text, at)
        if not found:
            return None
        old, new = _pseudo_text(found[2]), _pseudo_text(found[3])
        pairs.append(Replacement(old, new, (found[1] or "").lower()))
        at = found.end()
    return tuple(pairs)


def _pseudo_text(operand: str) -> str:
    return operand[2:-2].strip() if operand.startswith("==") else operand


def find_member(name: str, library: str, folders: Sequence[str]) -> str | None:
    """The file of a member: any case, the usual extensions, folders in their order."""
    for folder in folders:
        if library:
            inside = _listing(folder).get(library.upper())
            if inside is None and Path(folder).name.upper() != library.upper():
                continue
            folder = str(Path(folder, inside)) if inside else folder  # noqa: PLW2901 - narrowed
        names = _listing(folder)
        for extension in EXTENSIONS:
            found = names.get((name + extension).upper())
            if found is not None and Path(folder, found).is_file():
                return Path(folder, found).as_posix()
    return None


def _listing(folder: str) -> dict[str, str]:
    """The names in a folder by their upper-case form; the first in order wins."""
    try:
        names = sorted(entry.name for entry in Path(folder).iterdir())
    except OSError:
        return {}
    return {name.upper(): name for name in reversed(names)}


def _missing(name: str, where: Location, path: str, libraries: Sequence[str]) -> Problem:
    searched = ", ".join((Path(path).parent.as_posix(), *libraries))
    hint = f"searched {searched}; name its folder with -I or under copybooks: library: in job.yaml"
    return Problem("CPY201", f"COPY {name}: no such member", where, hint)


_HINT_SHAPE = "COPY member [OF library] [REPLACING ==text== BY ==text==]."
