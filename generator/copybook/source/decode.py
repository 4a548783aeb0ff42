"""From a file's bytes to lines of text, or to the reason why they are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problems import Location, Problem, Severity

CARD = 80
"""The length of a source record on the mainframe."""

_LINE_END = re.compile(r"\r{1,2}\n|\n|\r")
_END_OF_FILE = re.compile(rb"\x1a[\x1a\r\n]*\Z")
_CARDS = re.compile(rb"(?s)(?:(?: {6}|\d{6})[ */-](?! {65}).{73}){2,}(?: {6}|\d{6})[ */-].{0,72}")
"""Three images or more, of which the last one has lost its blanks."""
_NEL, _LF = 0x15, 0x25
_CP1047 = str.maketrans("[]\u00ac^\u00dd\u00a8", "\u00dd\u00a8^\u00ac[]")
"""Where cp1047 has other characters than Python's cp037 (brackets, caret and not sign)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The lines of a file, the encoding they were in, and what is to be said about that."""

    lines: tuple[str, ...]
    encoding: str = "utf-8"
    problems: tuple[Problem, ...] = ()

    @property
    def guessed(self) -> bool:
        """Whether non-ASCII characters may be others than those that were meant."""
        return self.encoding in ("cp1252", "latin-1")


def decode(data: bytes, path: str, source_format: str = "auto") -> Decoded | Problem:
    """Find out the encoding and where lines end.

    A byte order mark and Ctrl-Z at the end of the file are dropped.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message, hint = "the file is UTF-16, not UTF-8", "convert it: iconv -f UTF-16 -t UTF-8"
        return Problem("CPY102", message, Location(path, 1), hint)
    data = _END_OF_FILE.sub(b"", data)
    if _is_ebcdic(data):
        return _from_ebcdic(data, path) if _text(data)[1] != "utf-8" else _converted(path)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\x00" in data:
        line = data[: data.index(0)].count(b"\n") + 1
        message = "the file holds binary zeros, so it is no source text"
        return Problem("CPY102", message, Location(path, line), "give the copybook's source member")
    if source_format != "free" and _is_cards(data):
        body = data.rstrip(b"\r\n\x1a")
        text, encoding = _text(body)
        lines = _cards(text if len(text) == len(body) else body.decode("latin-1"))
        message = "the file has fixed 80-byte records without line ends: each is read as a line"
        return Decoded(lines, encoding, (_note("CPY117", message, path),))
    text, encoding = _text(data)
    return Decoded(_lines(text), encoding)


def _lines(text: str) -> tuple[str, ...]:
    if text.count("\r") == text.count("\r\n"):
        return tuple(text.replace("\r\n", "\n").split("\n"))
    return tuple(_LINE_END.split(text))


def _text(data: bytes) -> tuple[str, str]:
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _from_ebcdic(data: bytes, path: str) -> Decoded | Problem:
    """Lines end with NEL or LF; without these the file is a row of 80-byte records."""
    page = _code_page(data)
    text = data.decode("cp037")
    if page == "cp1047":
        text = text.translate(_CP1047)
    lines: tuple[str, ...]
    if _NEL in data or _LF in data:
        lines = tuple(_LINE_END.split(text.replace("\x85", "\n")))
        what = ""
    elif len(data) <= CARD or len(data) % CARD == 0:
        lines = _cards(text)
        what = ", in fixed 80-byte records without line ends"
    else:
        return Problem(
            "CPY101",
            "the file is in EBCDIC, and has neither line ends nor records of 80 bytes",
            Location(path, 1),
            "transfer it from the mainframe in text mode",
        )
    message = f"the file is in EBCDIC{what}: read by code page {page}"
    hint = "code pages differ in brackets and accented letters only, which stand in comments"
    return Decoded(lines, page, (_note("CPY101", message, path, hint),))


def _converted(path: str) -> Problem:
    """No EBCDIC letters make up UTF-8: somebody has converted the file as if it were Latin-1."""
    message = "the file was in EBCDIC, and was converted to UTF-8 as if it were Latin-1"
    hint = "transfer it anew from the mainframe, in text mode or as it is"
    return Problem("CPY101", message, Location(path, 1), hint)


def _note(code: str, message: str, path: str, hint: str | None = None) -> Problem:
    return Problem(code, message, Location(path, 1), hint, severity=Severity.NOTE)


def _code_page(data: bytes) -> str:
    """IBM-1047, the code page of z/OS, unless brackets stand where IBM-037 has them."""
    brackets_037 = data.count(0xBA) + data.count(0xBB)
    brackets_1047 = data.count(0xAD) + data.count(0xBD)
    return "cp037" if brackets_037 > brackets_1047 else "cp1047"


def _is_ebcdic(data: bytes) -> bool:
    """More EBCDIC blanks than ASCII blanks, and letters and digits where EBCDIC has them.

    The codes of ASCII digits stand for nothing that EBCDIC text holds; the upper half holds all
    of its letters and digits.
    """
    blanks = data.count(0x40)
    if blanks <= data.count(0x20) + data.count(0x09):
        return False
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    digits = len(data) - len(data.translate(None, b"0123456789"))
    return high > digits


def _is_cards(data: bytes) -> bool:
    """Whether the file is two or more card images in one line."""
    body = data.rstrip(b"\r\n\x1a")
    if len(body) <= CARD or b"\n" in body or b"\r" in body:
        return False
    return len(body) % CARD == 0 or bool(_CARDS.fullmatch(body))


def _cards(text: str) -> tuple[str, ...]:
    return tuple(text[at : at + CARD] for at in range(0, len(text), CARD)) or ("",)
