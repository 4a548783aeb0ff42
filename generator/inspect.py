"""A copybook's layout as text: a table to check by eye, JSON for tools, CSV for sheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.copybook.fields import (
    Condition,
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


def as_table(copybook: Copybook) -> str:
    """Aligned columns, one block a record, names indented by their depth."""
    return "\n".join(_block(record) for record in copybook.records)


def as_json(copybook: Copybook) -> str:
    """The contract's JSON, two blanks of indentation, a line feed at the end."""
    return json.dumps(as_dict(copybook), indent=2, ensure_ascii=False) + "\n"


def as_csv(copybook: Copybook) -> str:
    """One line a field; the columns are the scalar keys of the JSON."""
    out = io.StringIO()
    rows = [_flat(record, field) for record in copybook.records for field in record.fields()]
    names = list(rows[0]) if rows else ["record"]
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_dict(copybook: Copybook) -> dict[str, object]:
    """What `as_json` writes, as plain data."""
    return {
        "copybook": copybook.path.rsplit("/", 1)[-1],
        "source_format": copybook.source_format,
        "records": [_record(record) for record in copybook.records],
        "diagnostics": [problem.to_dict() for problem in copybook.problems],
    }


def _record(record: Record) -> dict[str, object]:
    return {
        "name": record.name,
        "length": record.length,
        "min_length": record.min_length,
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
        "length": field.length,
        "digits": field.digits,
        "scale": field.scale,
        "signed": field.signed,
        "sign": {"position": sign.position, "separate": sign.separate} if sign else None,
        "occurs": _occurs(field.occurs),
        "redefines": field.redefines,
        "synchronized": field.synchronized,
        "justified": field.justified,
        "blank_when_zero": field.blank_when_zero,
        "value": _value(field.value),
        "conditions": [_condition(condition) for condition in field.conditions],
    }


def _occurs(occurs: Occurs | None) -> dict[str, object] | None:
    if occurs is None:
        return None
    return {"min": occurs.minimum, "max": occurs.maximum, "depending_on": occurs.depending_on}


def _value(value: Value | None) -> dict[str, object] | None:
    return None if value is None else {"kind": value.kind, "text": value.text}


def _condition(condition: Condition) -> dict[str, object]:
    values = [{"low": _value(each.low), "high": _value(each.high)} for each in condition.values]
    return {"name": condition.name, "line": condition.location.line, "values": values}


def _block(record: Record) -> str:
    title = f"{record.name}  length {record.length}"
    if record.min_length != record.length:
        title += f"  minimum {record.min_length}"
    if record.implied:
        title += "  (no level 01: offsets run on)"
    rows = [_row(field, depth) for field, depth in _with_depth(record)]
    return "\n".join((title, *_align((_HEADINGS, *rows)))) + "\n"


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
        field.redefines or "",
    )


def _usage(field: Field) -> str:
    if field.kind is Kind.GROUP or field.usage is None:
        return ""
    words = [str(field.usage)]
    if field.sign and (field.sign.separate or field.sign.position == "leading"):
        words.append(field.sign.position + (" separate" if field.sign.separate else ""))
    if field.synchronized:
        words.append("sync")
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
    """A field of the JSON without nesting."""
    data = field_dict(field)
    occurs, sign = field.occurs, field.sign
    data |= {
        "path": ".".join(field.path),
        "sign": (sign.position + (" separate" if sign.separate else "")) if sign else None,
        "occurs": occurs.maximum if occurs else None,
        "value": field.value.text if field.value else None,
    }
    del data["conditions"]
    extra = {
        "occurs_min": occurs.minimum if occurs else None,
        "depending_on": occurs.depending_on if occurs else None,
        "variable_offset": field.variable_offset,
    }
    return {"record": record.name, **data, **extra}
