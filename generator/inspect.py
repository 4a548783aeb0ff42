"""A copybook's layout as text: a table to check by eye, JSON for tools, CSV for sheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain

from generator.cobol import literal, spelt_range
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.fields import (
    Condition,
    Constant,
    Copybook,
    Field,
    Kind,
    Occurs,
    Record,
    Value,
)

_HEADINGS = ("level", "name", "picture", "usage", "offset", "length", "occurs", "redefines")
_RIGHT = ("offset", "length")
_INDENT = 2
_LAST = (
    *("variable_offset", "slack", "group_usage", "external", "global", "volatile"),
    *("keys", "indexed_by", "renames", "conditions"),
)
_ORDER = {True: "ascending", False: "descending"}
_VARIABLE = "+ behind a table with DEPENDING ON: the offset when each such table is full"


def as_table(copybook: Copybook, *, conditions: bool = False) -> str:
    """Aligned columns, one block a record, names indented by their depth.

    `conditions` adds a line for each level-88 entry.
    """
    return "\n".join(_block(record, conditions=conditions) for record in copybook.records)


def as_json(copybook: Copybook, dialect: Dialect = IBM) -> str:
    """The contract's JSON, two blanks of indentation, a line feed at the end."""
    return json.dumps(as_dict(copybook, dialect), indent=2, ensure_ascii=False) + "\n"


def as_csv(copybook: Copybook) -> str:
    """One line a field; the columns are the keys of the JSON."""
    out = io.StringIO()
    rows = [_flat(record, field) for record in copybook.records for field in record.fields()]
    names = list(rows[0]) if rows else ["record"]
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_dict(copybook: Copybook, dialect: Dialect = IBM) -> dict[str, object]:
    """What `as_json` writes, as plain data."""
    return {
        "copybook": copybook.path.rsplit("/", 1)[-1],
        "source_format": copybook.source_format,
        "options": asdict(dialect),
        "records": [_record(record) for record in copybook.records],
        "constants": [_constant(constant) for constant in copybook.constants],
        "diagnostics": [problem.to_dict() for problem in copybook.problems],
    }


def _record(record: Record) -> dict[str, object]:
    return {
        "name": record.name,
        "length": record.length,
        "min_length": record.min_length,
        "implied": record.implied,
        "file": record.file,
        "fields": [field_dict(field) for field in record.fields()],
    }


def field_dict(field: Field) -> dict[str, object]:
    """One field of the JSON."""
    picture, sign = field.picture, field.sign
    return {
        "path": list(field.path),
        "name": field.name,
        "level": field.level,
        "line": field.location.line,
        "kind": str(field.kind),
        "picture": picture.text if picture and picture.text else None,
        "usage": str(field.usage) if field.usage else None,
        "category": str(picture.category) if picture else None,
        "offset": field.offset,
        "variable_offset": field.variable_offset,
        "slack": field.slack,
        "length": field.length,
        "digits": field.digits,
        "scale": field.scale,
        "signed": field.signed,
        "sign": {"position": sign.position, "separate": sign.separate} if sign else None,
        "occurs": _occurs(field.occurs),
        "keys": _keys(field.occurs),
        "indexed_by": list(field.occurs.indexed_by) if field.occurs else [],
        "redefines": field.redefines,
        "renames": _renames(field.renames),
        "synchronized": field.synchronized,
        "justified": field.justified,
        "blank_when_zero": field.blank_when_zero,
        "group_usage": str(field.group_usage) if field.group_usage else None,
        "external": field.external,
        "global": field.global_,
        "volatile": field.volatile,
        "value": _value(field.value),
        "conditions": [_condition(condition) for condition in field.conditions],
    }


def _occurs(occurs: Occurs | None) -> dict[str, object] | None:
    if occurs is None:
        return None
    return {"min": occurs.minimum, "max": occurs.maximum, "depending_on": occurs.depending_on}


def _keys(occurs: Occurs | None) -> list[dict[str, object]]:
    keys = occurs.keys if occurs else ()
    return [{"ascending": key.ascending, "names": list(key.names)} for key in keys]


def _renames(renames: tuple[str, str | None] | None) -> dict[str, object] | None:
    return {"from": renames[0], "through": renames[1]} if renames else None


def _value(value: Value | None) -> dict[str, object] | None:
    return None if value is None else {"kind": value.kind, "text": value.text}


def _condition(condition: Condition) -> dict[str, object]:
    values = [{"low": _value(each.low), "high": _value(each.high)} for each in condition.values]
    return {
        "name": condition.name,
        "line": condition.location.line,
        "values": values,
        "false": _value(condition.false),
    }


def _constant(constant: Constant) -> dict[str, object]:
    value = _value(constant.value)
    return {"name": constant.name, "line": constant.location.line, "value": value}


def _block(record: Record, *, conditions: bool) -> str:
    title = f"{record.name}  length {record.length}"
    if record.min_length != record.length:
        title += f"  minimum {record.min_length}"
    if record.file:
        title += f"  file {record.file}"
    if record.implied:
        title += "  (no level 01: offsets run on)"
    last = "redefines, values" if conditions else "redefines"
    rows: list[tuple[str, ...]] = [(*_HEADINGS[:-1], last)]
    for field, depth in _with_depth(record):
        rows.append(_row(field, depth))
        if conditions:
            rows += [_condition_row(condition, depth + 1) for condition in field.conditions]
    lines = [title, *_align(rows)]
    if any(field.variable_offset for field in record.fields()):
        lines.append(_VARIABLE)
    return "\n".join(lines) + "\n"


def _with_depth(record: Record) -> Iterator[tuple[Field, int]]:
    def below(field: Field, depth: int) -> Iterator[tuple[Field, int]]:
        yield field, depth
        for child in field.children:
            yield from below(child, depth + 1)

    if not record.implied:
        return below(record.root, 0)
    return chain.from_iterable(below(child, 0) for child in record.root.children)


def _row(field: Field, depth: int) -> tuple[str, ...]:
    picture = field.picture.text if field.picture else ""
    mark = "+" if field.variable_offset else ""
    return (
        f"{field.level:02}",
        " " * (_INDENT * depth) + (field.name or "(nameless)"),
        picture,
        _usage(field),
        f"{field.offset}{mark}",
        str(field.length),
        _times(field.occurs),
        field.redefines or _span(field.renames),
    )


def _condition_row(condition: Condition, depth: int) -> tuple[str, ...]:
    """A level 88: its values in the last column, where a long list widens no other one."""
    name = " " * (_INDENT * depth) + condition.name
    return ("88", name, "", "", "", "", "", _spelt(condition))


def _spelt(condition: Condition) -> str:
    words = [word for each in condition.values for word in spelt_range(each)]
    if condition.false:
        words += ["FALSE", *literal(condition.false)]
    return " ".join(words)


def _span(renames: tuple[str, str | None] | None) -> str:
    """What a level 66 renames."""
    if renames is None:
        return ""
    return f"{renames[0]} THRU {renames[1]}" if renames[1] else renames[0]


def _usage(field: Field) -> str:
    if field.kind is Kind.GROUP or field.usage is None:
        return ""
    words = [str(field.usage)]
    if field.sign and (field.sign.separate or field.sign.position == "leading"):
        words.append(field.sign.position + (" separate" if field.sign.separate else ""))
    if field.synchronized:
        words.append(f"sync (slack {field.slack})" if field.slack else "sync")
    return " ".join(words)


def _times(occurs: Occurs | None) -> str:
    if occurs is None:
        return ""
    if occurs.depending_on is None:
        return str(occurs.maximum)
    return f"{occurs.minimum}-{occurs.maximum} by {occurs.depending_on}"


def _align(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEADINGS))]
    for row in rows:
        cells = (
            cell.rjust(width) if name in _RIGHT else cell.ljust(width)
            for cell, width, name in zip(row, widths, _HEADINGS, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _flat(record: Record, field: Field) -> dict[str, object]:
    """A field of the JSON without nesting: scalars first, then what had to be drawn together."""
    data = field_dict(field)
    occurs, sign = field.occurs, field.sign
    keys = occurs.keys if occurs else ()
    data |= {
        "path": ".".join(field.path),
        "sign": (sign.position + (" separate" if sign.separate else "")) if sign else None,
        "occurs": occurs.maximum if occurs else None,
        "value": field.value.text if field.value else None,
    }
    moved = {name: data.pop(name) for name in _LAST}
    moved |= {
        "keys": "; ".join(" ".join((_ORDER[k.ascending], *k.names)) for k in keys),
        "indexed_by": " ".join(occurs.indexed_by) if occurs else None,
        "renames": _span(field.renames),
        "conditions": "; ".join(f"{c.name} {_spelt(c)}" for c in field.conditions),
    }
    bounds = {
        "occurs_min": occurs.minimum if occurs else None,
        "depending_on": occurs.depending_on if occurs else None,
    }
    return {"record": record.name, **data, **bounds, **moved}
