"""Runs beside a generated job: tries its editing with random pictures.

pictures.py COUNT SEED    prints how many pictures and numbers were tried; fails at the first wrong
"""

from __future__ import annotations

import sys
from random import Random

from record_io.edited import Editing
from record_io.storage import UnreadableError

from generator.copybook.dialect import Dialect
from generator.copybook.fields import Category
from generator.copybook.layout.picture import BadPicture, analyse, every_symbol
from generator.reading.edited import expanded, zero
from generator.reading.model import Edited, Text

PARTS = (
    *("9", "9", "Z", "Z", "*", "*", "$", "$", "+", "-", ",", ".", "B", "0", "/", "V", "P", "CR"),
    *("DB", "ZZZ", "***", "$$$", "+++", "---", "999", ",999", ".99", ",ZZZ", "Z(4)", "-(3)"),
)
WRONG = "0123456789 +-$*,./xCRDB"


def attempt(text: str, random: Random) -> int:
    """Try one picture; gives the number of numbers, 0 for one that is no picture of a number."""
    comma = random.random() < 0.3
    try:
        picture = analyse(text, Dialect(decimal_comma=comma))
    except BadPicture:
        return 0
    symbols = every_symbol(text)
    floating = any(symbols.count(each) > 1 for each in "+-$")
    if picture.category is not Category.NUMERIC_EDITED:
        return 0
    if floating and picture.scale == picture.digits:  # behind the point: text
        return 0
    point, blanks = "," if comma else ".", "*" not in text and random.random() < 0.5
    editing = Editing(expanded(text), point, "$", blank_when_zero=blanks)
    assert (editing.digits, editing.signed) == (picture.digits, picture.signed), text
    assert editing.write(0) == zero(Edited(expanded(text), Text(), point, "$", blanks)), text
    numbers = {0, 1, 10**picture.digits - 1}
    numbers |= {random.randrange(10 ** random.randint(1, picture.digits)) for _ in range(6)}
    numbers |= {-number for number in numbers if picture.signed}
    written = {editing.write(number): number for number in sorted(numbers)}
    assert len(written) == len(numbers), text
    for characters, number in written.items():
        assert len(characters) == picture.size, (text, characters)
        assert editing.read(characters) == number, (text, characters)
        damaged(editing, characters, random)
    return len(numbers)


def damaged(editing: Editing, characters: str, random: Random) -> None:
    """Another character gives an error or another number, never the same by another writing."""
    place = random.randrange(len(characters))
    other = characters[:place] + random.choice(WRONG) + characters[place + 1 :]
    try:
        number = editing.read(other)
    except UnreadableError:
        return
    assert number == 0 or editing.write(number) == other, (editing.picture, other)


def main(count: str, seed: str) -> None:
    random = Random(seed)  # noqa: S311 - the same on every run
    pictures = numbers = 0
    while pictures < int(count):
        text = "".join(random.choice(PARTS) for _ in range(random.randint(1, 6)))
        tried = attempt(text, random)
        pictures, numbers = pictures + bool(tried), numbers + tried
    sys.stdout.write(f"{pictures} {numbers}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
