"""What the user sees of a problem: the line, the caret under the word, where it was copied."""

from __future__ import annotations

import pytest

from generator.problems import Location, Problem


def shown(line: str, column: int, width: int = 1) -> list[str]:
    place = Location("A.cpy", 7, column, width, line)
    return str(Problem("CPY305", "wrong", place)).splitlines()


def test_head_line_caret_hint_and_chain() -> None:
    chain = (Location("B.cpy", 4, 8), Location("A.cpy", 2, 12))
    place = Location("lib/C.cpy", 12, 20, 4, "           10  LON PICX(5).", chain)
    assert str(Problem("CPY305", "unknown clause", place, "did you mean PIC?", ("so",))) == (
        "lib/C.cpy:12:20: error[CPY305]: unknown clause\n"
        "   12 |            10  LON PICX(5).\n"
        "      |                    ^^^^\n"
        "  note: copied at B.cpy:4\n"
        "  note: copied at A.cpy:2\n"
        "  note: so\n"
        "  help: did you mean PIC?"
    )


@pytest.mark.parametrize(
    ("line", "column", "width", "text", "caret"),
    [
        ("\t05\tA PICX.", 7, 4, "        05      A PICX.", " " * 18 + "^^^^"),
        ("05 A\x0cPIC\x1b[1m X.", 6, 3, "05 A?PIC?[1m X.", "     ^^^"),
        ("05 A VALUE '日本'.", 6, 10, "05 A VALUE '日本'.", "     " + "^" * 12),
        ("05 A", 5, 1, "05 A", "    ^"),
        ("05 A", 9, 1, "05 A", "        ^"),
        ("x" * 300, 200, 5, "x" * 120, " " * 60 + "^^^^^"),
        ("x" * 300, 300, 50, "x" * 61, " " * 60 + "^"),
    ],
)
def test_the_caret_stands_under_the_word(
    line: str, column: int, width: int, text: str, caret: str
) -> None:
    head, first, second = shown(line, column, width)
    assert head == f"A.cpy:7:{column}: error[CPY305]: wrong"
    assert first == f"    7 | {text}"
    assert second == f"      | {caret}"
