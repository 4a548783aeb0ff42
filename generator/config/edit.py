"""An entry put into the text of job.yaml, with every comment and blank of the file kept."""

from __future__ import annotations

from generator.config.where import KeyPath, Where


def with_entry(text: str, where: Where, keys: KeyPath, value: str) -> str:
    """The text with `value` under the last of `keys`; mappings on the way are made where missing.

    What is written behind a key that is there is replaced. `value` is a plain or quoted scalar.
    """
    if keys in where:
        return _replaced(text, where, keys, value)
    depth = next(n for n in range(len(keys) - 1, -1, -1) if n == 0 or keys[:n] in where)
    parent, (first, *rest) = keys[:depth], keys[depth:]
    inner = value
    for key in reversed(rest):
        inner = f"{{{_quoted(key)}: {inner}}}"
    return _inserted(text, where, parent, f"{_quoted(first)}: {inner}")


def _replaced(text: str, where: Where, keys: KeyPath, value: str) -> str:
    place = where.value(*keys)
    lines = text.splitlines(keepends=True)
    line, start = lines[place.line - 1], place.column - 1
    lines[place.line - 1] = line[:start] + value + line[start + place.width :]
    return "".join(lines)


def _inserted(text: str, where: Where, parent: KeyPath, entry: str) -> str:
    """As the first entry of the mapping: in its braces, or on a line above the others."""
    place = where.value(*parent)
    lines = text.splitlines(keepends=True)
    line, start = lines[place.line - 1], place.column - 1
    if line[start : start + 1] == "{":
        end = "" if line[start + 1 :].lstrip().startswith("}") else ", "
        lines[place.line - 1] = f"{line[: start + 1]}{entry}{end}{line[start + 1 :]}"
    else:
        end = "\r\n" if line.endswith("\r\n") else "\n"
        lines.insert(place.line - 1, f"{line[:start]}{entry}{end}")
    return "".join(lines)


def _quoted(key: str | int) -> str:
    """A key as YAML writes it: in quotes where it is more than a word."""
    word = str(key)
    return word if word.replace("-", "").replace("_", "").isalnum() else f'"{word}"'
