"""COPY and EXEC SQL INCLUDE: members found and inserted, words replaced on the way.

Enterprise COBOL for z/OS Language Reference, "COPY statement", "REPLACE statement"; Programming
Guide, "Coding SQL statements". COPY may stand wherever a word may. Words that a member puts in
by REPLACING are not replaced again by the COPY around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.copybook.copying.execs import Block, block_at
from generator.copybook.copying.members import Libraries
from generator.copybook.copying.operands import (
    LITERAL,
    SEPARATOR,
    UnreadableError,
    closing_period,
    is_entry_open,
    read_pairs,
)
from generator.copybook.copying.replace_statement import carry_out_replace, replace_at
from generator.copybook.copying.replacing import Edit, Replacement, inserted, replace_words
from generator.copybook.copying.tags import hint_for, mark_unreplaced
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.source.reference_format import read_source
from generator.copybook.source.text import Piece, Text, join
from generator.problems import Location, Problem, Severity

MAX_DEPTH = 50
MAX_COPIES = 1000

_DIRECTIVE = re.compile(
    rf"{LITERAL}|(?<![\w-])(?:(?P<word>COPY|REPLACE)(?=[\s'\"]|\Z)|(?P<exec>EXEC)(?=\s+[A-Z]))",
    re.IGNORECASE,
)
_NAME = rf"{LITERAL}|[\w#@$:&()/-]+(?:\.[\w#@$-]+)*"
_HEAD = re.compile(
    rf"""COPY\s*(?P<member>{_NAME})
        (?:\s+(?:OF|IN)(?=[\s'"])\s*(?P<library>{LITERAL}|[\w#@$-]+))?
        (?:\s+SUPPRESS(?:\s+PRINTING)?(?![\w-]))?
        (?P<replacing>\s+REPLACING(?=[\s='"]))?""",
    re.IGNORECASE | re.VERBOSE,
)
_NEXT = re.compile(r"[\s,;]*(?:\d{1,2}\s|(?:COPY|EXEC|REPLACE)\s|\Z)", re.IGNORECASE)
_TAG = re.compile(r":[^:]+:|&\w+&?|\(\w+\)")
_SYSTEM_MEMBERS = frozenset(("SQLCA", "SQLDA"))

Chain = tuple[str, ...]


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
        self.libraries = Libraries(libraries)
        self.source_format = source_format
        self.dialect = dialect
        self.problems: list[Problem] = []
        self.members: list[str] = []
        self.copies = 0

    def expand(self, path: str, text: Text, replacing: Sequence[Replacement] = ()) -> Expanded:
        """The whole text of a copybook; `replacing` is the caller's."""
        self.members.append(path)
        if _is_plain(text.string):
            text = replace_words(text, replacing)
        else:
            text = join(self._pieces(text, (path,), tuple(replacing)))
            text, wrong = carry_out_replace(text)
            self.problems += wrong
        text, unreplaced = mark_unreplaced(text)
        self.problems += unreplaced
        return Expanded(text, tuple(self.problems), tuple(self.members))

    def _pieces(self, text: Text, chain: Chain, active: tuple[Replacement, ...]) -> Iterable[Piece]:
        """The pieces of a member's text, `active` replaced, its directives carried out.

        A REPLACE statement is handed on as it is: it holds for the text after all COPYs.
        """
        string = text.string
        if _is_plain(string):
            return replace_words(text, active).pieces
        pieces: list[Piece] = []
        done = at = 0
        while found := _DIRECTIVE.search(string, at):
            start, at = found.start(), found.end()
            if found["exec"]:
                block = block_at(text, start)
                at, taken = block.end, self._block(block, chain, active)
            elif not found["word"]:
                continue
            elif found["word"].upper() == "COPY":
                at, taken = self._copy(text, start, chain, active)
            else:
                at = replace_at(string, start).end
                taken = text.cut(start, at)
            pieces += _replaced(text, done, start, active)
            pieces += taken
            done = at
        pieces += _replaced(text, done, len(string), active)
        return pieces

    def _copy(
        self, text: Text, at: int, chain: Chain, active: tuple[Replacement, ...]
    ) -> tuple[int, Iterable[Piece]]:
        """Where the COPY statement at an offset ends, and what it inserts."""
        string = text.string
        head = _HEAD.match(string, at)
        if head is None:
            return self._unreadable(text, at, at, "the name of the member must follow")
        end = head.end()
        pairs: list[Replacement] = []
        if head["replacing"]:
            try:
                pairs, end = read_pairs(string, end)
            except UnreadableError as error:
                return self._unreadable(text, at, error.at, error.reason)
        after = closing_period(string, end)
        if after is None:
            if not _NEXT.match(string, end):
                return self._unreadable(text, at, end, "only its period can follow here")
            self.problems.append(_no_period(text, end))
            after = end
        where = text.location(head.start("member"), len(head["member"]))
        member = _Member(
            _filled(head["member"], active), (head["library"] or "").strip("'\""), "COPY", where
        )
        copied = self._member(member, text.location(at, 4), chain, (*pairs, *active))
        return after, _stand_in(text, at) if copied is None else copied

    def _unreadable(
        self, text: Text, start: int, at: int, reason: str
    ) -> tuple[int, Iterable[Piece]]:
        """Report a COPY statement, which then ends at the next period."""
        string = text.string
        at += len(string[at : at + 100]) - len(string[at : at + 100].lstrip(" \n,;"))
        where = text.location(start if at >= len(string) else at, 4 if at == start else 1)
        message = f"this COPY statement cannot be read: {reason}"
        self.problems.append(Problem("CPY203", message, where, _HINT_SHAPE))
        found = SEPARATOR.search(string, start)
        return (found.end() if found else len(string)), _stand_in(text, start)

    def _block(
        self, block: Block, chain: Chain, active: tuple[Replacement, ...]
    ) -> Iterable[Piece]:
        """What an EXEC block becomes: a member, or nothing."""
        if block.problem:
            self.problems.append(block.problem)
        if not block.member:
            return ()
        member = _Member(block.member.strip("'\""), "", "EXEC SQL INCLUDE", block.place)
        system = member.name.upper() in _SYSTEM_MEMBERS
        if system and not self.libraries.find(member.name, "", _own(chain)):
            message = f"EXEC SQL INCLUDE {member.name} is left out: a member of Db2's own"
            hint = "give the folder that holds it as a library if its items are wanted"
            self.problems.append(Problem("CPY905", message, block.where, hint, (), Severity.NOTE))
            return ()
        return self._member(member, block.where, chain, active) or ()

    def _member(
        self, member: _Member, where: Location, chain: Chain, active: tuple[Replacement, ...]
    ) -> Iterable[Piece] | None:
        """The text of a member, or nothing when it cannot be had."""
        path = self._path(member, chain)
        if path is None:
            return None
        self.copies += 1
        wrong = _recursion(member, path, chain) or _too_many(member, len(chain), self.copies)
        if wrong:
            self.problems.append(wrong)
            return None
        origin = Location(where.path, where.line, where.column, where.width, where.source_line)
        chain_to_here = (origin, *where.included_from)
        source = read_source(path, self.source_format, chain_to_here, self.dialect)
        self.problems += source.problems
        if path not in self.members:
            self.members.append(path)
        return self._pieces(join(source.pieces), (*chain, path), active)

    def _path(self, member: _Member, chain: Chain) -> str | None:
        """The file of a member; without its library, a member of any library, with a warning."""
        own = _own(chain)
        path = self.libraries.find(member.name, member.library, own)
        if path is None and member.library:
            path = self.libraries.find(member.name, "", own)
            if path is not None:
                message = f"COPY {member.name}: no library {member.library}, taken from {path}"
                problem = Problem(
                    "CPY206", message, member.where, _HINT_LIBRARY, (), Severity.WARNING
                )
                self.problems.append(problem)
        if path is None:
            self.problems.append(_missing(member, chain[-1], self.libraries.folders))
        return path


@dataclass(frozen=True, slots=True)
class _Member:
    """A member as a statement names it."""

    name: str
    library: str
    verb: str
    where: Location


def _is_plain(string: str) -> bool:
    """Whether the text has nothing to be carried out, in the time of three searches."""
    upper = string.upper()
    return not ("COPY" in upper or "REPLACE" in upper or "EXEC" in upper)


def _replaced(text: Text, start: int, end: int, active: tuple[Replacement, ...]) -> Iterable[Piece]:
    pieces = text.cut(start, end)
    return replace_words(join(pieces), active).pieces if active else pieces


def _stand_in(text: Text, at: int) -> tuple[Piece, ...]:
    """A period for the text of a member that is not there, when an entry is open before it."""
    return (inserted(text, Edit(at, at, ".")),) if is_entry_open(text.string, at) else ()


def _filled(name: str, active: Sequence[Replacement]) -> str:
    """The member's name, placeholders in it replaced."""
    if name[0] in "'\"":
        return name.strip("'\"")
    for each in active:
        if _TAG.search(name) and _TAG.search(each.old) and not each.part:
            parts = re.split(re.escape(each.old), name, flags=re.IGNORECASE)
            name = each.new.join(parts)
    return name


def _own(chain: Chain) -> tuple[str, str]:
    """The folders that go before the libraries: that of the member, that of the copybook."""
    return str(Path(chain[-1]).parent), str(Path(chain[0]).parent)


def _recursion(member: _Member, path: str, chain: Chain) -> Problem | None:
    if not any(Path(path).resolve() == Path(each).resolve() for each in chain):
        return None
    way = " -> ".join(Path(each).name for each in (*chain, path))
    message = f"{member.verb} {member.name} copies itself: {way}"
    return Problem("CPY202", message, member.where, "take one of these COPY statements out")


def _too_many(member: _Member, depth: int, copies: int) -> Problem | None:
    if depth < MAX_DEPTH and copies <= MAX_COPIES:
        return None
    message = f"{member.verb} {member.name}: members are nested more than {MAX_DEPTH} deep"
    if depth < MAX_DEPTH:
        message = f"{member.verb} {member.name}: more than {MAX_COPIES} members are copied"
    return Problem("CPY202", message, member.where, "does a member copy others without end?")


def _no_period(text: Text, end: int) -> Problem:
    """The period is missing behind the word that ends at an offset."""
    message = "the period that ends this COPY is missing"
    return Problem("CPY302", message, text.location(end - 1), "add a period")


def _missing(member: _Member, path: str, libraries: Sequence[str]) -> Problem:
    tag = _TAG.search(member.name)
    if tag:
        message = f"{member.verb} {member.name}: the placeholder {tag[0]} is not replaced"
        return Problem("CPY201", message, member.where, hint_for(tag[0]))
    searched = ", ".join((Path(path).parent.as_posix(), *libraries))
    hint = f"searched {searched}; name its folder with -I or under copybooks: library: in job.yaml"
    message = f"{member.verb} {member.name}: no such member"
    return Problem("CPY201", message, member.where, hint)


_HINT_SHAPE = "COPY member [OF library] [SUPPRESS] [REPLACING ==text== BY ==text== ...]."
_HINT_LIBRARY = "a library is a folder of that name: give it, or the folder around it, with -I"
