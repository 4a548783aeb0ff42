"""Records what the compiler says of each copybook here: `python tests/oracle/record.py`.

A `.layout` file has a line an item: offset, length, path. Where IBM Enterprise COBOL differs from
GnuCOBOL the line goes on with ` | ibm OFFSET LENGTH`, written by hand from the manual, and a
comment `# ibm:` cites the rule; both are kept when the file is recorded again.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from cobc_layout import Placed, layouts  # noqa: E402 - found beside this file

Row = tuple[int, int]


def books() -> list[tuple[str, str]]:
    """Every copybook of this folder; members that are only copied are in `members`."""
    return [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.cpy"))]


def read_layout(path: Path) -> tuple[dict[str, Row], dict[str, Row], list[str]]:
    """What cobc said, where IBM differs, and the rules cited."""
    cobc: dict[str, Row] = {}
    ibm: dict[str, Row] = {}
    rules: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("#"):
            rules += [line] if line.startswith("# ibm:") else []
            continue
        recorded, _, other = line.partition(" | ibm ")
        offset, length, name = recorded.split()
        cobc[name] = int(offset), int(length)
        if other:
            first, second = other.split()
            ibm[name] = int(first), int(second)
    return cobc, ibm, rules


def as_rows(placed: list[Placed]) -> dict[str, Row]:
    """By path; a path given twice (two items of one name) keeps a number."""
    rows: dict[str, Row] = {}
    for each in placed:
        name = ".".join(each.path)
        rows[name] = each.offset, each.length
    return rows


def write_layout(path: Path, rows: dict[str, Row]) -> None:
    """Record the rows, keeping what was said of IBM by hand."""
    _, ibm, rules = read_layout(path)
    lines = ["# cobc -std=ibm, GnuCOBOL 3.1", *rules]
    for name, (offset, length) in rows.items():
        other = f" | ibm {ibm[name][0]} {ibm[name][1]}" if name in ibm else ""
        lines.append(f"{offset:5} {length:5} {name}{other}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Record every copybook."""
    for name, placed in layouts(books(), HERE / "members").items():
        write_layout(HERE / f"{name}.layout", as_rows(placed))


if __name__ == "__main__":
    main()
