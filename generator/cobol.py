"""A copybook as its layout is understood, written again in one form.

Fixed format, members copied in, an entry on its own lines, clauses in one order, USAGE, SIGN and
SYNCHRONIZED on the items on which they take effect. Comments, EXEC blocks and the member's own
lines are gone; offsets and lengths are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.fields import (
    PREFIXES,
    Category,
    Condition,
    Constant,
    Copybook,
    Field,
    Kind,
    Occurs,
    Picture,
    Record,
    Usage,
    Value,
    ValueRange,
)

_LAST = 72  # the last column of program text
_AREA_A, _AREA_B = 7, 11  # blanks in front of them
_DEEPEST = 27  # blanks in front of a level number at most
_CLAUSES = 39  # where the clauses of an entry begin if its name is short enough
_STEP = 4
_COMMENT = "      *> "
_RUN = re.compile(r"(CR|DB|[^()])(?:\((\d+)\))?")
_NOT_REPEATED = ("CR", "DB")
_SPELT = 2  # so many equal symbols are written out: 99, but 9(3)
_SPELT_EDITED = 4  # 99/99/9999, but Z(5)9
_RESOLVED = ("column-7-digit", "decimal-point", "group-picture")  # tolerances not needed again
_UTF_8_BYTES = 4  # at most, of a character
_EDITED = (Category.NUMERIC_EDITED, Category.EXTERNAL_FLOATING_POINT)
_NATIVE = (Usage.BINARY_CHAR, Usage.BINARY_SHORT, Usage.BINARY_LONG, Usage.BINARY_DOUBLE)

Words = list[str]


def as_cobol(copybook: Copybook, dialect: Dialect = IBM) -> str:
    """The copybook as text that is laid out alike when it is read with the same options."""
    lines = [f"{_COMMENT}{_short(copybook.path)}, as cobrepo reads it"]
    lines += [f"{_COMMENT}with: {option}" for option in needed_options(dialect)]
    for constant in copybook.constants:
        lines += _entry(_AREA_A, "78", constant.name, _constant(constant, dialect))
    before: str | None = None
    filed = _filed(copybook.records)
    for record in copybook.records:
        if record.file and record.file != before:
            lines.append(
                f"{'':{_AREA_A}}FD  {record.file}." if filed else f"{_COMMENT}file {record.file}"
            )
        lines += _record(record, dialect, filed=filed)
        before = record.file
    return "\n".join(lines) + "\n"


def needed_options(dialect: Dialect) -> list[str]:
    """The options of `cobrepo inspect` under which the written text means the same.

    What debugging lines, a program's sections and some tolerances decide is in the text already.
    """
    kept = [name for name in dialect.tolerate if name not in _RESOLVED]
    options = (
        (dialect.arith_extend, "--arith extend"),
        (dialect.currency != IBM.currency, f"--currency {dialect.currency}"),
        (dialect.decimal_comma, "--decimal-comma"),
        (dialect.lp64, "--lp 64"),
        (dialect.shared_records, "--shared-records"),
        *((True, f"--tolerate {name}") for name in kept),
    )
    return [text for given, text in options if given]


def _short(path: str) -> str:
    """The member's name as far as it fits a comment line."""
    name = "".join(c if c.isprintable() else "?" for c in path.rsplit("/", 1)[-1])
    return name if len(name) <= _LAST // 2 else name[: _LAST // 2] + "..."


def _filed(records: Sequence[Record]) -> bool:
    """Whether FD entries can be written: the records behind one belong to its file."""
    files = [record.file for record in records]
    return None not in files[next((at for at, file in enumerate(files) if file), len(files)) :]


def _record(record: Record, dialect: Dialect, *, filed: bool) -> Iterator[str]:
    root = record.root
    if record.implied:
        yield from _items(root.children, 0, _AREA_A, dialect)
        return
    if record.file and filed:  # the records of one file share their storage without REDEFINES
        root = replace(root, redefines=None)
    yield from _item(root, root.level, _AREA_A, dialect)


def _items(fields: Sequence[Field], above: int, indent: int, dialect: Dialect) -> Iterator[str]:
    """The items of one group under one level number: the lowest that one of them has."""
    lowest = min((f.level for f in fields if f.kind is not Kind.RENAMES), default=above)
    for field in fields:
        if field.kind is Kind.RENAMES:
            yield from _item(field, field.level, _AREA_A, dialect)
        else:
            yield from _item(field, lowest, indent, dialect)


def _item(field: Field, level: int, indent: int, dialect: Dialect) -> Iterator[str]:
    yield from _entry(indent, f"{level:02}", field.name or "FILLER", _clauses(field, dialect))
    below = min(indent + _STEP, _DEEPEST)
    for condition in field.conditions:
        yield from _entry(below, "88", condition.name, _condition(condition, dialect))
    yield from _items(field.children, level, below, dialect)


def _clauses(field: Field, dialect: Dialect) -> list[Words]:
    """In one order; what a group only hands down is written on its items."""
    item = field.kind is Kind.ELEMENTARY
    clauses = (
        *_renames(field),
        ["REDEFINES", field.redefines] if field.redefines else [],
        ["EXTERNAL"] if field.external else [],
        ["GLOBAL"] if field.global_ else [],
        ["GROUP-USAGE", str(field.group_usage)] if field.group_usage else [],
        _picture(field.picture) if item and field.picture else [],
        _byte_length(field) if item else [],
        _usage(field) if item else [],
        _sign(field) if item else [],
        *_occurs(field.occurs),
        ["SYNC"] if item and field.synchronized else [],
        ["JUST", "RIGHT"] if field.justified else [],
        ["BLANK", "WHEN", "ZERO"] if field.blank_when_zero else [],
        ["VOLATILE"] if field.volatile else [],
        ["VALUE", *literal(field.value, dialect)] if field.value else [],
    )
    # "9,." has a picture that ends with its comma: the period must follow it.
    return sorted((words for words in clauses if words), key=lambda words: words[-1][-1] in ",.")


def _renames(field: Field) -> Iterator[Words]:
    first, last = field.renames or ("", None)
    if first:
        yield ["RENAMES", *first.split()]
    if last:
        yield ["THRU", *last.split()]


def _picture(picture: Picture) -> Words:
    return ["PIC", normal_picture(picture)] if picture.text else []


def normal_picture(picture: Picture) -> str:
    """A character-string with equal symbols drawn together; V for a tolerated decimal point."""
    text = picture.text
    if picture.category is Category.NUMERIC:
        text = text.replace(".", "V").replace(",", "V")
    runs: list[tuple[str, int]] = []
    for symbol, repetition in _RUN.findall(text):
        count = int(repetition or 1)
        if runs and runs[-1][0] == symbol and symbol not in _NOT_REPEATED:
            count += runs.pop()[1]
        runs.append((symbol, count))
    spelt = _SPELT_EDITED if picture.category in _EDITED else _SPELT
    return "".join(s * count if count <= spelt else f"{s}({count})" for s, count in runs)


def _byte_length(field: Field) -> Words:
    """Of a UTF-8 item that does not take four bytes a character."""
    picture = field.picture
    if field.usage is not Usage.UTF_8 or picture is None:
        return []
    if field.length == _UTF_8_BYTES * picture.size:
        return []
    return ["BYTE-LENGTH", str(field.length)]


def _usage(field: Field) -> Words:
    if field.usage in (None, Usage.DISPLAY):
        return []
    words = str(field.usage).split()
    if not words[0].startswith("COMP"):
        words.insert(0, "USAGE")
    if field.usage in _NATIVE and not field.signed:
        words.append("UNSIGNED")
    return words


def _sign(field: Field) -> Words:
    sign = field.sign
    if sign is None or (sign.position == "trailing" and not sign.separate):
        return []
    return ["SIGN", sign.position.upper(), *(["SEPARATE"] if sign.separate else [])]


def _occurs(occurs: Occurs | None) -> Iterator[Words]:
    if occurs is None:
        return
    if occurs.depending_on is None:
        yield ["OCCURS", str(occurs.maximum), "TIMES"]
    else:
        yield ["OCCURS", str(occurs.minimum), "TO", str(occurs.maximum), "TIMES"]
        yield ["DEPENDING", "ON", *occurs.depending_on.split()]
    for key in occurs.keys:
        yield ["ASCENDING" if key.ascending else "DESCENDING", "KEY", *_names(key.names)]
    if occurs.indexed_by:
        yield ["INDEXED", "BY", *occurs.indexed_by]


def _names(names: Sequence[str]) -> Words:
    return [word for name in names for word in name.split()]


def _condition(condition: Condition, dialect: Dialect) -> list[Words]:
    values = [spelt_range(each, dialect) for each in condition.values]
    values[:1] = [["VALUE", *values[0]]] if values else []
    if condition.false:
        values.append(["WHEN", "SET", "TO", "FALSE", *literal(condition.false, dialect)])
    return values


def spelt_range(values: ValueRange, dialect: Dialect = IBM) -> Words:
    """A value of a condition, or a range of values."""
    low = literal(values.low, dialect)
    return [*low, "THRU", *literal(values.high, dialect)] if values.high else low


def _constant(constant: Constant, dialect: Dialect) -> list[Words]:
    return [["VALUE", *literal(constant.value, dialect)]]


def literal(value: Value, dialect: Dialect = IBM) -> Words:
    """A literal as COBOL has it: one word, or ALL and one."""
    if value.kind == "numeric":
        return [value.text.replace(".", ",") if dialect.decimal_comma else value.text]
    if value.kind == "figurative":
        if value.text.startswith("ALL "):
            return ["ALL", _quoted("", value.text.removeprefix("ALL "))]
        return [value.text]
    return [_quoted(PREFIXES[value.kind], value.text)]


def _quoted(prefix: str, text: str) -> str:
    quote = '"' if "'" in text and '"' not in text else "'"
    return prefix + quote + text.replace(quote, quote * 2) + quote


def _entry(indent: int, level: str, name: str, clauses: Sequence[Words]) -> list[str]:
    """An entry, folded between its clauses, else between words, else inside a long literal."""
    parts = [[name], *(list(words) for words in clauses)]
    parts[-1][-1] += "."
    lines = [f"{'':{indent}}{level}"]
    deeper = max(min(indent + _STEP, _DEEPEST), _AREA_B)
    _add(lines, parts[0], deeper, gap="  ")
    if len(lines[-1]) < _CLAUSES - 1 and clauses:
        lines[-1] = f"{lines[-1]:{_CLAUSES - 1}}"
    for words in parts[1:]:
        _add(lines, words, deeper)
    return lines


def _add(lines: list[str], words: Words, indent: int, gap: str = " ") -> None:
    """Put words behind the last line, or on further lines, below the other clauses if possible."""
    text = " ".join(words)
    if len(lines[-1]) + len(gap) + len(text) <= _LAST:
        lines[-1] += gap + text
        return
    lines[-1] = lines[-1].rstrip()
    if _CLAUSES + len(text) <= _LAST:
        lines.append(" " * _CLAUSES + text)
    elif indent + len(text) <= _LAST:
        lines.append(" " * indent + text)
    elif len(words) > 1:
        for word in words:
            _add(lines, [word], indent)
    elif "'" in text or '"' in text:
        lines += _cut_literal(text)
    else:
        lines += _cut_word(text)


def _cut_word(word: str) -> Iterator[str]:
    """A word over several lines, each but the last filled to the margin.

    (Enterprise COBOL Language Reference, "Reference format", "Continuation lines".)
    """
    room = _LAST - _AREA_B
    room -= len(word) % room == 1  # so that no period stands alone
    for at in range(0, len(word), room):
        yield f"{'      -' if at else '':{_AREA_B}}{word[at : at + room]}"


def _cut_literal(word: str) -> list[str]:
    """A literal over several lines: a quote begins each piece, only the last one ends it.

    (Enterprise COBOL Language Reference, "Continuation of alphanumeric and national literals".)
    """
    text = word.removesuffix(".")
    room = _LAST - _AREA_B - 1
    indent = max(range(_AREA_B, _CLAUSES), key=lambda at: (_quality(text, at), -at))
    first = _LAST - indent
    pieces = [text[at : at + room] for at in range(first, len(text), room)]
    lead = f"{'      -':{_AREA_B}}{text[-1]}"
    lines = [" " * indent + text[:first], *(lead + piece for piece in pieces)]
    if text != word:
        if len(lines[-1]) == _LAST:
            lines.append(" " * _CLAUSES)
        lines[-1] += "."
    return lines


def _quality(literal: str, indent: int) -> int:
    """How well a literal that starts behind `indent` blanks is cut: no quotes, no blanks there."""
    room, quote = _LAST - _AREA_B - 1, literal[-1]
    around = [literal[at - 1 : at + 1] for at in range(_LAST - indent, len(literal), room)]
    return -sum(2 * (quote in pair) + (pair[:1] == " ") for pair in around)
