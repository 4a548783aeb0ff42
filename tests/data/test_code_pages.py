"""Every byte of every code page against Java's charset of the same name, and against glibc's."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import jpype
import pytest
from trees import generated

if TYPE_CHECKING:
    from trees import Job

NATIONAL = (273, 277, 278, 280, 284, 285, 297, 871)
SINGLE = (37, *NATIONAL, 500, 1047, *range(1140, 1150))
DOUBLE = (930, 935, 937, 939)
H2 = Path("/usr/share/java/h2.jar")

# What IBM's own tables have (CDRA, character data conversion tables of the code page), where the
# other is known to differ.
NEL, LF = "\x85", "\n"
JAVA = {
    # Java reads both as a line end, and has them the other way round in 1047, as z/OS UNIX has.
    **{(page, 0x15): (NEL, LF) for page in SINGLE},
    (1047, 0x25): (LF, NEL),
}
GLIBC = {
    # From RFC 1345, which has them the other way round; its 1143, 1149 and 1146 have them right.
    (278, 0x71): ("\\", "\u00c9"),
    (278, 0xE0): ("\u00c9", "\\"),
    (871, 0x4A): ("\u00de", "\u00fe"),
    (871, 0xC0): ("\u00fe", "\u00de"),
    (285, 0xA1): ("\u00af", "\u203e"),
}

# The characters of JIS X 0208 that Java has as Microsoft has them (IBM and JIS: U+301C WAVE DASH).
JAVA_JIS = {
    0x426A: ("\u00a6", "\uffe4"),
    0x43A1: ("\u301c", "\uff5e"),
    0x444A: ("\u2014", "\u2015"),
    0x447C: ("\u2016", "\u2225"),
}
JAVA_DOUBLE = {930: JAVA_JIS, 939: {0x4260: ("\u2212", "\uff0d"), **JAVA_JIS}}


def java(page: int, content: bytes) -> str:
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx256m", classpath=[str(H2)], convertStrings=False)
    signed = [byte - 256 if byte > 127 else byte for byte in content]
    name = f"x-IBM{page}" if page in DOUBLE else f"IBM{page:03}" if page < 1000 else f"IBM{page:05}"
    name = "IBM1047" if page == 1047 else name
    return str(jpype.JClass("java.lang.String")(jpype.JArray(jpype.JByte)(signed), name))


def glibc(page: int, content: bytes) -> str:
    command = ["iconv", "-f", f"IBM{page:03}", "-t", "UTF-16BE"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return done.stdout.decode("utf-16-be")


def ebcdic_digits(number: int, count: int) -> bytes:
    return bytes(0xF0 + int(digit) for digit in f"{number:0{count}}")


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """A job with a file in each code page: a key and two characters, or one of two bytes."""
    return generated("PAGES", *_pages(), tmp_path_factory.mktemp("pages"))


def _pages() -> tuple[str, dict[str, str]]:
    books, files, records = {}, [], []
    for page in (*SINGLE, *DOUBLE):
        name = f"P{page}"
        item = "PIC G DISPLAY-1" if page in DOUBLE else "PIC X(2)"
        books[name] = (
            f"       01  {name}-RECORD.\n           05  {name}-KEY PIC 9(6).\n"
            f"           05  {name}-TEXT {item}.\n"
        )
        encoding = f"encoding: cp{page:03}"
        files.append(f"  {name}: {{records: [{name}-RECORD], input: {{{encoding}}}}}\n")
        records.append(f"  {name}-RECORD: {{key: [{name}-KEY]}}\n")
    config = "version: 1\njob: PAGES\ntargets: [sqlite]\n"
    return f"{config}files:\n{''.join(files)}records:\n{''.join(records)}", books


def read(job: Job, texts: dict[int, dict[int, bytes]], folder: Path) -> dict[int, dict[int, str]]:
    """What the job reads of each text of each page that it can read; a text has a number as key."""
    commands: list[tuple[str | Path, ...]] = []
    for page, content in texts.items():
        records = (ebcdic_digits(key, 6) + text for key, text in content.items())
        (folder / str(page)).write_bytes(b"".join(records))
        commands.append(("lenient", f"P{page}", folder / str(page)))
    rows = job.all_rows(*commands)
    return {
        page: {int(values[0][1]): values[1][1] for _, _, values in of}
        for page, of in zip(texts, rows, strict=True)
    }


@pytest.fixture(scope="module")
def single(job: Job, tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[int, str]]:
    """Each byte of each page, and a letter behind it; 00 is no character of any text."""
    every = {byte: bytes([byte, 0xC1]) for byte in range(1, 256)}
    return read(job, dict.fromkeys(SINGLE, every), tmp_path_factory.mktemp("single"))


@pytest.mark.parametrize("page", SINGLE)
def test_every_byte_is_what_java_and_glibc_say(
    single: dict[int, dict[int, str]], page: int
) -> None:
    ours = single[page]
    assert len(set(ours.values())) == 255
    every = bytes(range(1, 256))
    for theirs, known in ((java(page, every), JAVA), (glibc(page, every), GLIBC)):
        said = {byte: theirs[byte - 1] for byte in range(1, 256)}
        differs = {
            (page, byte): (text[0], said[byte])
            for byte, text in ours.items()
            if text[0] != said[byte]
        }
        assert len(theirs) == len(ours) == 255
        assert all(text[1] == "A" for text in ours.values())
        assert differs == {
            key: pair for key, pair in known.items() if key[0] == page and pair[1] == said[key[1]]
        }


@pytest.mark.parametrize("page", DOUBLE)
def test_every_double_byte_character_is_what_java_and_glibc_say(
    job: Job, page: int, tmp_path: Path
) -> None:
    pairs = {
        first << 8 | second: bytes([first, second])
        for first in range(0x41, 0xFF)
        for second in range(0x40, 0xFF)
    }
    ours = read(job, {page: pairs}, tmp_path)[page]
    theirs = {}
    for first in range(0x41, 0xFF):
        row = b"".join(b"\x0e%c%c\x0f\xc1" % (first, second) for second in range(0x40, 0xFF))
        for second, text in enumerate(java(page, row).split("A")[:-1], 0x40):
            theirs[first << 8 | second] = text
    theirs = {code: text for code, text in theirs.items() if "\ufffd" not in text}
    differs = {
        code: (text, theirs.get(code)) for code, text in ours.items() if text != theirs.get(code)
    }
    assert ours.keys() == theirs.keys()
    assert differs == JAVA_DOUBLE.get(page, {})
    content = b"".join(b"\x0e%c%c\x0f\xc1" % (code >> 8, code & 255) for code in ours)
    assert glibc(page, content) == "".join(f"{text}A" for text in ours.values())
