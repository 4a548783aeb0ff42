"""Random fixed-format lines: the program text against the compiler's own (`cobc -E`)."""

import re
import subprocess
from pathlib import Path
from random import Random

import pytest
from cobc_layout import require_cobc

from generator.copybook.source.reference_format import Source, source_from_bytes
from generator.copybook.source.text import join
from generator.problems import Severity

ENTRIES = [
    "01  REC.",
    "05  CUST-NAME PIC X(10) VALUE 'abc'.",
    "05  D-1 PICTURE IS S9(4) COMP, VALUE 12.",
    "10  A PIC ZZ9.99.",
    '10  PIC X(9) VALUE "it\'s. 05 no".',
    "15  ITEM-COUNT PIC 9(5)V99 OCCURS 5 TO 10 TIMES; DEPENDING ON N.",
    "05  B PIC X(60) VALUE '*> a literal, that has some words; in it'.",
    "05  C PIC X(4) VALUE X'C1C2C3C4'.",
]
SEQUENCES = ["      "] * 4 + ["000100", "CHG001", "    10", "A.B ,x", "it's x", "*> abc", "-abc  "]
TAGS = [""] * 4 + ["CHG00001", "00001200"]
BETWEEN = [
    "",
    "   ",
    "      * 05 NO PIC X.",
    "      / it's",
    "000100*> x",
    "      D    05 NO PIC X.",
]
LITERAL = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")


def lines_of(entry: str, random: Random) -> list[str]:
    """An entry over several lines, cut between words or, with a hyphen, within them."""
    lines: list[str] = []
    indicator, indent = " ", random.choice([0, 4, 8, 30])
    text = entry
    while text:
        room = 65 - indent
        cut = len(text) if random.random() < 0.6 else random.randrange(1, len(text) + 1)
        head, tail = text[: min(cut, room)], text[min(cut, room) :]
        if tail and LITERAL.sub("", text).rstrip(".") and tail[0] in ".'\"":
            head, tail = head[:-1], head[-1:] + tail
        if not head:
            head, tail = text[:room], text[room:]
        lines.append(random.choice(SEQUENCES) + indicator + " " * indent + head)
        lines += random.choices(BETWEEN, k=random.choice([0, 0, 0, 1, 2]))
        indent = random.choice([4, 8, 20])
        quote = re.search(r"['\"]", LITERAL.sub("", head))
        if quote:
            indicator, text = "-", quote[0] + tail
        elif head[-1:] == " " or tail[:1] == " ":
            indicator, text = " ", tail.lstrip()
        else:
            indicator, text = "-", tail
    return lines


def book(random: Random) -> str:
    lines = [line for entry in random.choices(ENTRIES, k=40) for line in lines_of(entry, random)]
    tagged = [f"{line:<72}{random.choice(TAGS)}" if line.strip() else line for line in lines]
    return "\n".join(tagged) + "\n"


def normal(text: str) -> str:
    """Words with one blank between, without separators; the blanks of literals stand out."""
    text = LITERAL.sub(lambda found: found[0].replace(" ", "~").replace(",", "`"), text)
    return " ".join(re.sub(r"[,;](?=\s)", " ", text).split()).replace(" .", ".")


def program_text(source: Source) -> str:
    assert [p for p in source.problems if p.severity is Severity.ERROR] == []
    return normal(join(source.pieces).string)


@pytest.mark.parametrize("seed", range(12))
def test_the_text_is_the_compilers(seed: int, tmp_path: Path) -> None:
    text = book(Random(seed))  # noqa: S311 - tests, not secrets
    path = tmp_path / "BOOK.cpy"
    path.write_text(text, encoding="ascii")
    command = [require_cobc(), "-std=ibm", "-fixed", "-E", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, text + done.stderr
    said = "\n".join(line for line in done.stdout.splitlines() if not line.startswith("#"))
    source = source_from_bytes(text.encode(), "BOOK.cpy", "fixed")
    assert program_text(source) == normal(said), text
