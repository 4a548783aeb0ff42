"""job.yaml as text to a tree of nodes that know their place. The only importer of ruamel.yaml.

YAML 1.2: NO, ON and yes are text. Nothing is constructed here: what a scalar must be is decided
where its key is known.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from generator.problems import GenerationFailed, Location, Problem

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node as RuamelNode


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: `kind` is text, number, boolean, null or float; `text` is without its quotes."""

    kind: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in the order of the file, duplicates kept."""

    entries: tuple[tuple[Node, Node], ...]
    location: Location


Node: TypeAlias = Scalar | Sequence | Mapping

_KINDS = {
    "int": "number",
    "float": "float",
    "bool": "boolean",
    "null": "null",
    "str": "text",
    "timestamp": "text",
    "value": "text",
    "merge": "text",
}
_STANDARD_TAG = "tag:yaml.org,2002:"
_PLAIN_WORDS = (
    (r"character '\\t'", "a tab is used to indent", "YAML indents by blanks only"),
    (
        r"mapping values are not allowed",
        "a key and its value cannot stand here",
        "check the indentation of this line and the one above; text with a colon needs quotes",
    ),
    (
        r"expected ',' or '([\]}])'",
        "a bracket is not closed, or a comma is missing",
        "lists are [A, B] and mappings {a: 1, b: 2}",
    ),
    (r"unexpected end of stream", "the quote is not closed", None),
    (r"undefined alias '(.*)'", "text cannot start with *", "put the selector in quotes: '*-DATE'"),
    (r"another document", "only one document is allowed, and a second one starts here", None),
    (
        r"character '(.)' that cannot start any token",
        "text cannot start with this character",
        "put the text in quotes",
    ),
    (
        r"expected <block end>|did not find expected|could not find expected ':'",
        "this line does not fit the lines above it",
        "check the indentation; a key needs a colon and a blank after it",
    ),
)


def compose(text: str, path: str) -> Node | None:
    """The tree of the file's one document, None when the file holds nothing."""
    lines = tuple(text.splitlines())
    yaml = YAML(typ="safe", pure=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            root = yaml.compose(text)
    except MarkedYAMLError as error:
        raise GenerationFailed([_syntax_problem(error, path, lines)]) from None
    except YAMLError as error:
        raise GenerationFailed([_character_problem(error, path, lines, text)]) from None
    except RecursionError:
        problem = Problem("CFG102", "the lists and mappings are nested too deep", Location(path, 1))
        raise GenerationFailed([problem]) from None
    return None if root is None else _Conversion(path, lines).node(root)


def _syntax_problem(error: MarkedYAMLError, path: str, lines: tuple[str, ...]) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = _place(path, lines, mark.line, mark.column) if mark else Location(path, 1)
    said = str(error.problem or error.context)
    message, hint = next(
        ((words, hint) for pattern, words, hint in _PLAIN_WORDS if re.search(pattern, said)),
        (said, None),
    )
    notes: tuple[str, ...] = ()
    if error.context_mark and mark and str(error.context).startswith("while"):
        start = error.context_mark.line
        notes = (f"what is read here starts in line {start + 1}",) if start != mark.line else ()
    return Problem("CFG102", f"not YAML: {message}", place, hint, notes)


def _character_problem(error: YAMLError, path: str, lines: tuple[str, ...], text: str) -> Problem:
    position = int(getattr(error, "position", 0))
    before = text[:position].splitlines() or [""]
    if text[:position].endswith("\n"):
        before.append("")
    place = _place(path, lines, len(before) - 1, len(before[-1]))
    code = ord(text[position]) if position < len(text) else 0
    message = f"not YAML: the character U+{code:04X} is not allowed"
    return Problem("CFG102", message, place, "remove it; editors show it as a box or not at all")


def _place(path: str, lines: tuple[str, ...], line: int, column: int, width: int = 1) -> Location:
    """A location from the marks of ruamel.yaml, which count from 0 and may lie past the end."""
    if line >= len(lines) and lines:
        line, column = len(lines) - 1, len(lines[-1])
    source = lines[line] if line < len(lines) else ""
    return Location(path, line + 1, column + 1, max(width, 1), source)


class _Conversion:
    """ruamel.yaml's nodes to ours; an alias gives the node of its anchor again."""

    def __init__(self, path: str, lines: tuple[str, ...]) -> None:
        self.path = path
        self.lines = lines
        self.done: dict[int, Node | None] = {}

    def node(self, node: RuamelNode) -> Node:
        place = self.place(node)
        if id(node) not in self.done:
            self.done[id(node)] = None
            self.done[id(node)] = self.convert(node, place)
        converted = self.done[id(node)]
        if converted is None:
            problem = Problem("CFG102", "not YAML that can be used: an alias holds itself", place)
            raise GenerationFailed([problem])
        return converted

    def convert(self, node: Any, place: Location) -> Node:
        if node.id == "sequence":
            return Sequence(tuple(self.node(item) for item in node.value), place)
        if node.id == "mapping":
            entries = tuple((self.node(key), self.node(value)) for key, value in node.value)
            return Mapping(entries, place)
        tag = str(node.tag)
        kind = _KINDS.get(tag.removeprefix(_STANDARD_TAG), "")
        if not kind:
            message = f"the tag {tag.removeprefix(_STANDARD_TAG)} has no meaning here"
            raise GenerationFailed([Problem("CFG102", message, place, "remove it")])
        return Scalar(kind, str(node.value), place)

    def place(self, node: Any) -> Location:
        start, end = node.start_mark, node.end_mark
        one_line = end.line == start.line
        width = end.column - start.column if one_line and node.id == "scalar" else 1
        return _place(self.path, self.lines, start.line, start.column, width)
