"""Records what the compiler says of each copybook here: `make oracle`.

A `.layout` file has a line an item: offset, length, path, and for an elementary item what the
compiler holds it for (`packed 9,2 signed`; P counts as a digit). FILLERs stand in it as well; a
path that comes again is numbered (`REC.FILLER#2`). Where IBM Enterprise COBOL differs from
GnuCOBOL the line goes on with ` | ibm OFFSET LENGTH`, written by hand from the manual, and a
comment `# ibm:` cites the rule. Both are kept when the file is recorded again.

`# cobc refuses it: WHY` marks a copybook that GnuCOBOL does not take as it stands. Where it cannot
even be read by the wrapper, `# cobc says nothing: WHY`, all values are IBM's: `- - PATH | ibm 0 4`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from cobc_layout import Book, Placed, layouts, make_book  # noqa: E402 - found beside this file

MEMBERS = HERE / "members"
REFUSED, SILENT = "# cobc refuses it:", "# cobc says nothing:"
_KEPT = (REFUSED, SILENT, "# ibm:")

Row = tuple[int, int]


@dataclass
class Layout:
    """A `.layout` file: what cobc said, where IBM differs, and the comments."""

    cobc: dict[str, Row] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    ibm: dict[str, Row] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    def has(self, mark: str) -> bool:
        return any(comment.startswith(mark) for comment in self.comments)


def books() -> list[Book]:
    """Every copybook of this folder; members that are only copied are in `members`."""
    return [make_book(path.stem, path.read_bytes()) for path in sorted(HERE.glob("*.cpy"))]


def recorded(name: str) -> Layout:
    """What is recorded for a copybook."""
    path, found = HERE / f"{name}.layout", Layout()
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("#"):
            found.comments += [line] if line.startswith(_KEPT) else []
            continue
        said, _, other = line.partition(" | ibm ")
        offset, length, item, *kind = said.split(None, 3)
        if offset != "-":
            found.cobc[item] = int(offset), int(length)
            found.kinds[item] = kind[0].strip() if kind else ""
        if other:
            first, second = other.split()
            found.ibm[item] = int(first), int(second)
    return found


def numbered(paths: Iterable[tuple[str, ...]]) -> list[str]:
    """Paths as text; the second of the same name gets #2."""
    seen: Counter[str] = Counter()
    names = []
    for path in paths:
        name = ".".join(path)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return names


def as_layout(placed: list[Placed]) -> Layout:
    """What the compiler said, by path."""
    names = numbered(each.path for each in placed)
    return Layout(
        {name: (each.offset, each.length) for name, each in zip(names, placed, strict=True)},
        {name: each.kind.replace("group", "") for name, each in zip(names, placed, strict=True)},
    )


def ask(every: Iterable[Book]) -> dict[str, Layout]:
    """What the compiler says of all that it can be asked about."""
    asked = [book for book in every if not recorded(book.name).has(SILENT)]
    return {name: as_layout(placed) for name, placed in layouts(asked, MEMBERS).items()}


def write_layout(name: str, said: Layout) -> None:
    """Record the rows, keeping what was said of IBM by hand."""
    kept = recorded(name)
    lines = ["# cobc -std=ibm, GnuCOBOL 3.1", *kept.comments]
    for item, (offset, length) in said.cobc.items():
        text = f"{offset:5} {length:5} {item}"
        text += f"  {said.kinds[item]}" if said.kinds[item] else ""
        text += f" | ibm {kept.ibm[item][0]} {kept.ibm[item][1]}" if item in kept.ibm else ""
        lines.append(text)
    (HERE / f"{name}.layout").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Record every copybook that the compiler can be asked about."""
    for name, said in ask(books()).items():
        write_layout(name, said)


if __name__ == "__main__":
    main()
