"""Placeholders that the COPY statement of a program fills with REPLACING.

A copybook on its own still has them; each is one error, wherever and however often it stands.
"""

from __future__ import annotations

import re

from generator.copybook.copying.replacing import Edit, rewrite
from generator.copybook.source.text import Text
from generator.problems import Problem

UNREPLACED = "CPY204"

_HINTS_OF_TAGS = re.compile(r"[:&@%#!{<]|==|\([A-Za-z)]")
_TAG = r"""'[^'\n]*' | "[^"\n]*"
      | (?P<tag> :[A-Z0-9_][\w-]*:
        | ==[A-Z0-9_][\w-]*==
        | &[A-Z]\w*(?:&|\.(?=[\w-])|(?=-[A-Z]))
        | @[A-Z]\w*@ | %[A-Z]\w*% | !\w+! | (?<![\w-])\#[A-Z]\w*\#
        | \{[A-Z][\w-]*\} | <{1,2}[A-Z][\w-]*>{1,2}
        | \([A-Z][A-Z0-9]*\)(?=-[A-Z]) | (?<=[0-9][ ])\([A-Z][A-Z0-9]*\)
        | (?<![\w)'"])\((?:[A-Z][A-Z0-9]*)?\)(?=[A-Z]) | (?<![\w)])\(\)(?=-[A-Z])
        | (?<=\w)::(?=-[A-Z]) | (?<=\w-)::(?=[A-Z])
        | (?<=[A-Z0-9]-)\([A-Z][A-Z0-9]*\)
        )
    """
_FEW_LINES = 10


def hint_for(tag: str) -> str:
    """What supplies a placeholder."""
    return (
        f"give --replacing '{tag}=NAME', or in job.yaml under copybooks: "
        f'replacing: {{"{tag}": NAME}}; or COPY this member with '
        f"REPLACING =={tag.strip('=')}== BY ==NAME=="
    )


def mark_unreplaced(text: Text) -> tuple[Text, list[Problem]]:
    """One error per placeholder; each then has the form :TAG:, by which the parser knows it."""
    if not _HINTS_OF_TAGS.search(text.string):
        return text, []
    places: dict[str, list[int]] = {}
    edits: list[Edit] = []
    for found in re.finditer(_TAG, text.string, re.VERBOSE | re.IGNORECASE):
        tag = found["tag"]
        if tag:
            places.setdefault(tag.upper(), []).append(found.start())
            if tag[0] != ":" or tag == "::":
                name = tag.strip("=&@%!#{}<>().:") or "X"
                edits.append(Edit(found.start(), found.end(), f":{name}:"))
    problems = [_problem(text, tag, starts) for tag, starts in places.items()]
    return rewrite(text, edits), problems


def _problem(text: Text, tag: str, starts: list[int]) -> Problem:
    tag = text.string[starts[0] : starts[0] + len(tag)]
    where = text.location(starts[0], len(tag))
    lines = dict.fromkeys(
        text.location(start).line
        for start in starts[: 50 * _FEW_LINES]
        if text.location(start).path == where.path
    )
    others = [str(line) for line in lines if line != where.line]
    more = f" and {len(others) - _FEW_LINES} more" if len(others) > _FEW_LINES else ""
    notes = (f"also on lines: {', '.join(others[:_FEW_LINES])}{more}",) if others else ()
    message = f"the placeholder {tag} is not replaced"
    return Problem(UNREPLACED, message, where, hint_for(tag), notes)
