"""The first job.yaml of a job: what its copybooks suggest, each guess with its reason.

The text is accepted by `load` as it is. What only the user can know is left open and says what
to write; what is likely but not sure stands as a comment, ready to be used.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.config.areas import sharing
from generator.config.contents import FLOATS, is_address, is_edited_number, is_native, leaves
from generator.config.guesses.dates import DateGuess, guess_date
from generator.config.guesses.keys import KeyGuess, guess_key, guess_totals
from generator.config.guesses.names import Prefix, common_prefix, picture
from generator.config.guesses.redefines import Choice, choices, is_selectable, mapped
from generator.config.guesses.roles import (
    guess_role,
    guess_when,
    is_told_apart,
    role_of_branch,
)
from generator.config.model import Copybooks
from generator.config.select import shortest_name
from generator.config.settings import settings_lines
from generator.copybook.fields import Copybook, Field, Kind, Record, Usage

_COMMENTS_AT = 58  # comments stand in one column up to here, behind longer lines two blanks off
_WIDTH = 100
_FEW = 12
_MOST_TOTALS = 5
_PIVOT = 50
_NOT_TEXT = re.compile(
    r"(?i:~|null|true|false)|[-+]?[0-9][0-9_]*(\.[0-9]*)?([eE][-+]?[0-9]+)?|0[xo].+"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its comment; a line that is not `active` is a comment as a whole."""

    indent: int
    text: str
    reason: str = ""
    active: bool = True

    def code(self) -> str:
        return " " * self.indent + ("" if self.active else "# ") + self.text


@dataclass(frozen=True, slots=True)
class _View:
    """A record with what was guessed before its lines are written."""

    book: Copybook
    record: Record
    prefix: Prefix | None
    choices: tuple[Choice, ...]
    fields: tuple[tuple[Field, bool, bool], ...]  # field, inside a table, in a branch


def draft(job: str, copybooks: tuple[Copybook, ...], settings: Copybooks | None = None) -> str:
    """The text of job.yaml; the same text for the same copybooks, read by the same settings."""
    views = tuple(_view(book, record) for book in copybooks for record in book.records)
    members = ", ".join(posixpath.basename(book.path) for book in copybooks)
    head = [
        _Line(0, f"# Drafted from {members}. The comments say why; check every line."),
        _Line(0, "version: 1"),
        _Line(0, f"job: {_scalar(job)}"),
        _Line(0, "targets: [db2-luw, sqlite]"),
        *_reading(copybooks, settings_lines(settings) if settings else ()),
        *_prefixes(views),
    ]
    blocks = [
        head,
        list(_input(views)),
        [_Line(0, "records:")],
        *(list(_record(view)) for view in _once(views)),
    ]
    return "".join(_layout(block) for block in blocks)


def _view(book: Copybook, record: Record) -> _View:
    chosen = choices(record)
    return _View(book, record, common_prefix(record), chosen, tuple(mapped(record, chosen)))


def _once(views: Sequence[_View]) -> Iterator[_View]:
    """The first record of each name: job.yaml knows records by their names."""
    seen: set[str] = set()
    for view in views:
        if view.record.name.upper() not in seen:
            seen.add(view.record.name.upper())
            yield view


def _layout(lines: Sequence[_Line]) -> str:
    """The lines with their comments in one column."""
    reasons = [line for line in lines if line.reason]
    widths = [len(line.code()) for line in reasons if len(line.code()) <= _COMMENTS_AT]
    column = max(widths, default=0) + 2
    return "".join(_with_comment(line, column) for line in lines)


def _with_comment(line: _Line, column: int) -> str:
    """The comment behind the line, or above it when both together are too long."""
    code = line.code()
    if not line.reason:
        return code + "\n"
    if len(code) > _COMMENTS_AT and len(code) + len(line.reason) > _WIDTH:
        return f"{' ' * line.indent}# {line.reason}\n{code}\n"
    return f"{code.ljust(column - 2)}  # {line.reason}\n"


def _reading(copybooks: tuple[Copybook, ...], settings: Sequence[str]) -> Iterator[_Line]:
    """How the copybooks are read: `settings`, and the folders that COPY members came from.

    The folders are relative to the job's folder.
    """
    members: dict[str, list[str]] = {}
    for book in copybooks:
        home = posixpath.dirname(book.path)
        for member in book.members:
            folder = posixpath.dirname(member)
            if folder != home:
                path = posixpath.relpath(folder or ".", posixpath.dirname(home) or ".")
                names = members.setdefault(path, [])
                name = posixpath.splitext(posixpath.basename(member))[0]
                names += [] if name in names else [name]
    library = f"library: [{', '.join(_scalar(path) for path in members)}]"
    names = [name for found in members.values() for name in found]
    reason = "holds " + ", ".join(names[:4]) + (" …" if names[4:] else "")
    if members and not settings:
        yield _Line(0, f"copybooks: {{{library}}}", reason)
    elif settings:
        yield _Line(0, "copybooks:")
        yield from (_Line(2, text) for text in settings)
        yield from (_Line(2, text, reason) for text in (library,) if members)


def _input(views: Sequence[_View]) -> Iterator[_Line]:
    """How the files are written: the defaults, to be changed; nothing in a copybook says it."""
    varies = any(len(_lengths(view)) > 1 for view in views)
    wide = [item for view in views for item in leaves(view.record.root) if _is_dbcs(item)]
    form = "variable" if varies else "fixed"
    yield _Line(0, "input:", "how the files are written; the defaults, to be changed", active=False)
    lines = [
        ("encoding: cp037", "EBCDIC; cp500, cp1047, cp1140, cp273 and the like, or ascii"),
        (f"format: {form}", "RECFM F, FB: fixed; V, VB: variable; lines: text"),
        ("invalid: reject", "what cannot be read is rejected by name; fail ends the run"),
        ("text: {low_values: spaces, high_values: reject}", "or null where a column may be null"),
        ("numbers: {spaces: reject, low_values: reject}", "or zero, or null"),
    ]
    lines += [("dbcs: cp939", f"needed: {wide[0].name} is DISPLAY-1")] if wide else []
    lines += _machine(views)
    yield from (_Line(0, f"  {text}", reason, active=False) for text, reason in lines)
    reason = "room for letters with accents: UTF-8 has 2 bytes for each"
    yield _Line(0, "defaults: {text: {bytes_per_character: 2}}", reason, active=False)


def _machine(views: Sequence[_View]) -> Iterator[tuple[str, str]]:
    """What depends on the machine that wrote the file, where a record has such items."""
    items = [item for view in views for item in leaves(view.record.root)]
    native = next((item for item in items if _is_native(item)), None)
    if native:
        yield "binary: big", f"{native.name} is {native.usage}; little where a PC wrote the file"
    floating = next((item for item in items if item.usage in FLOATS), None)
    if floating:
        yield "floats: ibm", f"{floating.name} is {floating.usage}; ieee where no mainframe did"


def _lengths(view: _View) -> set[int]:
    """The lengths of the records that share the record's storage."""
    area = (view.record, *sharing(view.record, view.book))
    return {length for record in area for length in (record.length, record.min_length)}


def _is_native(item: Field) -> bool:
    """Whether the machine that wrote the file decided on the order of its bytes."""
    return is_native(item) and item.usage is not Usage.COMP_X and item.length > 1


def _is_dbcs(item: Field) -> bool:
    return item.usage is Usage.DISPLAY_1


def _prefixes(views: Sequence[_View]) -> Iterator[_Line]:
    found = {view.prefix.text: view.prefix for view in views if view.prefix}
    if not found:
        return
    counts = {text: [0, 0] for text in found}
    for view in views:
        if view.prefix:
            counts[view.prefix.text][0] += view.prefix.count
            counts[view.prefix.text][1] += view.prefix.total
    reason = "; ".join(
        (
            f"{hits} of {total} names start with {text}"
            if len(found) == 1
            else f"{text} {hits}/{total}"
        )
        for text, (hits, total) in counts.items()
    )
    yield _Line(0, "naming:")
    yield _Line(2, f"strip_prefixes: [{', '.join(found)}]", reason)


def _record(view: _View) -> Iterator[_Line]:
    record = view.record
    name = posixpath.basename(view.book.path)
    size = f"{record.length} byte{'' if record.length == 1 else 's'}"
    if record.min_length != record.length:
        size = f"{record.min_length} to {record.length} bytes"
    yield _Line(2, f"{_scalar(record.name)}:", f"{name}, {size}")
    if record.root.level == 77:  # noqa: PLR2004 - a level number
        yield _Line(4, "ignore: true", "a level 77 is working storage, not a file")
        yield _Line(4, "reason: working storage")
        return
    if record.file is None and any(other.file for other in view.book.records):
        yield _Line(4, "ignore: true", "no record of a file, as others of this program are")
        yield _Line(4, "reason: working storage")
        return
    if not any(not item.is_filler for item, _, _ in view.fields):
        addresses = any(is_address(item) for item in record.root.walk())
        reason = "nothing but addresses" if addresses else "no named field"
        why = "it holds nothing but addresses" if addresses else "nothing in it has a name"
        yield _Line(4, "ignore: true", why)
        yield _Line(4, f"reason: {reason}")
        return
    key = _key_guess(view)
    dates = _dates(view)
    yield from _role(view)
    yield _key(view, key)
    yield from _redefines(view)
    yield from _occurs(view)
    yield from _totals(view)
    yield from _fields(view, dates, key)


def _role(view: _View) -> Iterator[_Line]:
    """A header or a trailer as its name suggests it, and what tells the record from others."""
    others = [other.name for other in sharing(view.record, view.book)]
    guess = guess_role(view.record)
    if guess:
        yield _Line(4, f"role: {guess.role}", guess.reason, active=False)
    if not guess and not others and is_told_apart(view.record, view.book):
        when, reason = guess_when(view.record)
        why = f"{reason}; where it shares a file with the others"
        yield _Line(4, f"when: {when}", why, active=False)
    if guess or others:
        when, reason = guess_when(view.record)
        what = f"tells it from {', '.join(others)}" if others else "tells it from the others"
        reason = f"{reason}; {what}" if reason else f"write what {what}"
        yield _Line(4, f"when: {when}", reason, active=False)
    if guess and guess.count:
        name = _scalar(shortest_name(guess.count, view.record))
        text = f"trailer: {{count: {name}}}"
        yield _Line(4, text, "the number of records; totals: {field of it: field}", active=False)


def _key_guess(view: _View) -> KeyGuess:
    in_every_row = [
        item for item, repeated, branched in view.fields if not repeated and not branched
    ]
    choice_of = {id(choice.use) for choice in view.choices if choice.use is not choice.union.base}
    usable = [item for item in in_every_row if id(item) not in choice_of]
    return guess_key(view.record, usable, view.prefix)


def _key(view: _View, key: KeyGuess) -> _Line:
    names = [_scalar(shortest_name(item, view.record)) for item in key.items]
    return _Line(4, f"key: [{', '.join(names)}]", key.reason)


def _redefines(view: _View) -> Iterator[_Line]:
    shown = [c for c in view.choices if is_selectable(c.union.base, view.record)]
    if shown:
        yield _Line(4, "redefines:")
    for choice in shown:
        yield from _union(view, choice)


def _union(view: _View, choice: Choice) -> Iterator[_Line]:
    base = _scalar(shortest_name(choice.union.base, view.record))
    if choice.variants:
        yield _Line(6, f"{base}:", choice.reason)
        yield from _branches(choice, active=True)
    elif choice.use is not choice.union.base:
        yield _Line(6, f"{base}: {{use: {_scalar(str(choice.use.name))}}}", choice.reason)
    else:
        yield _Line(6, f"{base}: base", choice.reason)
        if choice.branches:
            yield _Line(6, f"{base}:", active=False)
            yield from _branches(choice, active=False)


def _branches(choice: Choice, *, active: bool) -> Iterator[_Line]:
    """The list of branches; in a comment the indentation stands behind the #."""
    indent, pad = (8, "") if active else (6, "  ")
    for branch in choice.branches:
        when = _scalar(branch.when) if branch.when else f'"{branch.reason}"'
        reason = branch.reason if branch.when else ""
        name = _scalar(str(branch.item.name or "FILLER"))
        role = role_of_branch(branch.item.name, branch.when or "")
        reason += f"; perhaps with role: {role}" if role and active else ""
        yield _Line(indent, f"{pad}- {{use: {name}, when: {when}}}", reason, active)
    reason = "the reader of the file rejects records of no known type" if active else ""
    yield _Line(indent, f"{pad}- {{otherwise: reject}}", reason, active)


def _occurs(view: _View) -> Iterator[_Line]:
    found = [
        item
        for item, _, _ in view.fields
        if item.occurs and is_selectable(item, view.record) and _columns_below(item)
    ]
    if found:
        yield _Line(4, "occurs:")
    for item in found:
        treatment, reason = _treatment(item)
        yield _Line(6, f"{_scalar(shortest_name(item, view.record))}: {treatment}", reason)


def _columns_below(item: Field) -> bool:
    """Whether a table holds more than addresses and FILLER."""
    return any(not part.is_filler and not is_address(part) for part in leaves(item))


def _treatment(item: Field) -> tuple[str, str]:
    """Numbered columns for a few values, else a table of its own."""
    occurs = item.occurs
    if occurs is None:
        raise ValueError(item)
    if occurs.depending_on:
        return "child_table", f"{occurs.minimum} to {occurs.maximum} by {occurs.depending_on}"
    values = [part for part in item.walk() if part.kind is Kind.ELEMENTARY and not is_address(part)]
    one = len(values) == 1 and not any(part.occurs for part in item.walk() if part is not item)
    times = f"{occurs.maximum} times {picture(values[0]) if one else 'a group'}"
    if one and occurs.maximum <= _FEW:
        return "columns", f"{times}, numbered from 1"
    return "child_table", times


def _totals(view: _View) -> Iterator[_Line]:
    outside = [item for item, repeated, _ in view.fields if not repeated]
    items = [i for i in guess_totals(outside, view.prefix) if is_selectable(i, view.record)]
    names = [_scalar(shortest_name(item, view.record)) for item in items]
    if not names:
        return
    reason = "signed amounts with cents, summed on both sides"
    if len(names) > _MOST_TOTALS:
        more = len(names) - _MOST_TOTALS
        reason += f"; {more} more amount{'s' * (more > 1)} could be added"
        names = names[:_MOST_TOTALS]
    if len(", ".join(names)) + 22 <= _WIDTH:
        yield _Line(4, f"control_totals: [{', '.join(names)}]", reason)
        return
    yield _Line(4, "control_totals:", reason)
    yield from (_Line(6, f"- {name}") for name in names)


def _dates(view: _View) -> tuple[DateGuess, ...]:
    views = {id(choice.use): choice.union.all for choice in view.choices if not choice.variants}
    found: list[DateGuess] = []
    inside: set[int] = set()
    for item, _, _ in view.fields:
        if id(item) in inside or not is_selectable(item, view.record):
            continue
        others = [other for other in views.get(id(item), ()) if other is not item]
        guess = guess_date(item, others)
        if guess:
            found.append(guess)
            inside |= {id(below) for below in item.walk()}
    return tuple(found)


def _fields(view: _View, dates: Sequence[DateGuess], key: KeyGuess) -> Iterator[_Line]:
    printed = _printed(view, {id(guess.item) for guess in dates})
    if not (dates or printed):
        return
    yield _Line(4, "fields:", active=any(guess.sure for guess in dates))
    in_key = {id(item) for item in key.items}
    for guess in dates:
        rules = [f"date: {guess.pattern}"]
        rules += [f"pivot: {_PIVOT}"] if guess.needs_pivot else []
        rules += ["not_null: true"] if id(guess.item) in in_key else []
        name = _scalar(shortest_name(guess.item, view.record))
        pivot = f"; {_PIVOT} and above is 19xx" if guess.needs_pivot else ""
        reason = f"{guess.reason}{pivot}" if guess.sure else f"not sure: {guess.reason}{pivot}"
        yield _Line(6, f"{name}: {{{', '.join(rules)}}}", reason, guess.sure)
    for item in printed:
        name, digits = _scalar(shortest_name(item, view.record)), item.digits - min(item.scale, 0)
        kind = f"DECIMAL({max(digits, item.scale)},{max(item.scale, 0)})"
        reason = f"printed as {picture(item)}; text, unless it has a type"
        yield _Line(6, f'{name}: {{type: "{kind}"}}', reason, active=False)


def _printed(view: _View, dated: set[int]) -> list[Field]:
    """The edited numbers, which are text unless the user wants the numbers; a / is a date's."""
    items = [item for item, _, _ in view.fields if is_edited_number(item) and id(item) not in dated]
    numbers = [item for item in items if item.picture and "/" not in item.picture.text]
    return [item for item in numbers if is_selectable(item, view.record)]


def _scalar(text: str) -> str:
    """The text as YAML reads it back: quoted where it would be a number, a truth value or null."""
    return f'"{text}"' if _NOT_TEXT.fullmatch(text) else text
