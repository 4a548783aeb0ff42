"""The literals of VALUE clauses as text: as COBOL writes them, and as the characters they are."""

from __future__ import annotations

from generator.copybook.fields import PREFIXES, Value

_ENCODINGS = {"national-hex": "utf-16-be", "utf-8-hex": "utf-8"}
_SHIFTS = "\x0e\x0f"  # shift-out and shift-in around the characters of a DBCS literal
_PLAIN = frozenset(("text", "national", "dbcs", "utf-8"))


def spelled(value: Value) -> str:
    """As COBOL writes it, in apostrophes: ``'C'``, ``12``, ``ZERO``, ``ALL '*'``, ``X'C1'``."""
    if value.kind == "figurative" and value.text.startswith("ALL "):
        return f"ALL {_quoted(value.text.removeprefix('ALL '))}"
    prefix = PREFIXES.get(value.kind)
    return value.text if prefix is None else prefix + _quoted(value.text)


def characters(value: Value) -> str | None:
    """The characters of a literal; None where they depend on a code page, or are none."""
    found = _decoded(value)
    return found if found is not None and found.isprintable() else None


def _decoded(value: Value) -> str | None:
    if value.kind in _PLAIN:
        return value.text.strip(_SHIFTS) if value.kind == "dbcs" else value.text
    encoding = _ENCODINGS.get(value.kind)
    try:
        return bytes.fromhex(value.text).decode(encoding) if encoding else None
    except ValueError:
        return None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
