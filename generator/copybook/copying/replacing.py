"""Text words compared and replaced, as COPY REPLACING and REPLACE do.

Enterprise COBOL for z/OS Language Reference, "COPY statement", "Comparison and replacement
rules": text words are compared without regard to case outside literals; separator commas and
semicolons are blanks; what is put in is not looked at again; of several operands the first that
fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from generator.copybook.source.text import Piece, Text, join

_LITERAL = r"""(?:NX|[GNUXZ])?'[^'\n]*'|(?:NX|[GNUXZ])?"[^"\n]*\""""
_WORD = re.compile(
    rf"""{_LITERAL}
      | [():&@%!{{}}<>='"]                            # each of these stands for itself
      | [,;](?=\s|$)                                # a separator, left out below
      | \.(?=\s|$)
      | [^\s():&@%!{{}}<>='",;.]+(?:[,;.](?!\s|$)[^\s():&@%!{{}}<>='",;.]*)*
      | [,;.][^\s():&@%!{{}}<>='"]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PAIR = re.compile(r"(==.+?==|[^=]+)=(.*)", re.DOTALL)
_SEPARATORS = (",", ";")

Pairs = Sequence[str | tuple[str, str]]
"""What the caller gives: "OLD=NEW" or (old, new)."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Text words `old` become `new`; `part` is "leading" or "trailing" for partial words."""

    old: str
    new: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A replacement with its text words."""

    words: tuple[str, ...]
    new: str
    part: str

    def applies(self, keys: Sequence[str], position: int) -> bool:
        if not self.part:
            return tuple(keys[position : position + len(self.words)]) == self.words
        word = keys[position]
        if self.part == "leading":
            return word.startswith(self.words[0])
        return word.endswith(self.words[0])


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


def caller_replacements(pairs: Pairs) -> tuple[Replacement, ...]:
    """`OLD=NEW` as given on the command line.

    `TAG=X` and `==TAG===X` stand for `:TAG:=X` as well.
    """
    result: list[Replacement] = []
    for pair in pairs:
        old, new = _pair(pair) if isinstance(pair, str) else pair
        old, new, bare = old.strip(), new.strip().strip("="), old.strip().strip("=")
        olds = (old, *((f":{bare}:",) if bare and ":" not in bare else ()), bare)
        result += (Replacement(each, new) for each in dict.fromkeys(olds))
    return tuple(result)


def _pair(text: str) -> tuple[str, str]:
    found = _PAIR.match(text)
    return (found[1], found[2]) if found else (text, "")


def pairs_for(member: PurePath, replacing: Mapping[str, str | Mapping[str, str]]) -> Pairs:
    """The pairs of job.yaml that hold for a member: its own, then those of all members."""
    own: list[tuple[str, str]] = []
    common: list[tuple[str, str]] = []
    for key, value in replacing.items():
        if isinstance(value, str):
            common.append((key, value))
        elif key.upper() in (member.stem.upper(), member.name.upper()):
            own += value.items()
    return (*own, *common)


def text_words(text: str) -> tuple[str, ...]:
    """The text words in the form in which they are compared."""
    return tuple(_key(word) for word in _WORD.findall(text) if word not in _SEPARATORS)


def replace_words(text: Text, replacements: Sequence[Replacement]) -> Text:
    """Carry the replacements out; what is put in stands where the old words stood."""
    rules = [_Rule(text_words(each.old), each.new, each.part) for each in replacements]
    rules = [rule for rule in rules if rule.words]
    return rewrite(text, _edits(text.string, rules)) if rules else text


def _edits(string: str, rules: Sequence[_Rule]) -> list[Edit]:
    firsts = {rule.words[0] for rule in rules if not rule.part}
    partial = any(rule.part for rule in rules)
    words = [found for found in _WORD.finditer(string) if found[0] not in _SEPARATORS]
    keys = [_key(found[0]) for found in words]
    edits: list[Edit] = []
    position = 0
    while position < len(keys):
        rule = None
        if partial or keys[position] in firsts:
            rule = next((rule for rule in rules if rule.applies(keys, position)), None)
        if rule is None:
            position += 1
            continue
        count = 1 if rule.part else len(rule.words)
        start, end = words[position].start(), words[position + count - 1].end()
        edits.append(_edit(rule, start, end))
        position += count
    return edits


def _edit(rule: _Rule, start: int, end: int) -> Edit:
    """What a rule does to the words that it fits; of a partial word the rest stays."""
    if rule.part == "leading":
        return Edit(start, start + len(rule.words[0]), rule.new)
    if rule.part == "trailing":
        return Edit(end - len(rule.words[0]), end, rule.new)
    return Edit(start, end, rule.new)


def _key(word: str) -> str:
    return word if word[-1] in "'\"" else word.upper()


def rewrite(text: Text, edits: Sequence[Edit]) -> Text:
    """The text with each edit made, in the order of their places."""
    if not edits:
        return text
    pieces: list[Piece] = []
    done = 0
    for edit in edits:
        pieces += text.cut(done, edit.start)
        pieces.append(inserted(text, edit))
        done = edit.end
    return join((*pieces, *text.cut(done, len(text.string))))


def inserted(text: Text, edit: Edit) -> Piece:
    """The new text, every character at the place of the first one that it replaces."""
    where = next(iter(text.cut(edit.start, edit.start + 1)))
    body = " ".join(edit.new.split("\n"))
    if body[-1:] in (".", ",", ";"):
        body += " "
    return Piece(body, where.line, where.column, (where.column,) * len(body), where.glued)
