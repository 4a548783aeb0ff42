"""From a file's bytes to text, or to the reason why they are none."""

from __future__ import annotations

from generator.copybook.margin import COLUMN_80
from generator.problems import Location, Problem


def unreadable(data: bytes, path: str, source_format: str) -> Problem | None:
    """Bytes that are no lines of text in an ASCII-based code."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message, hint = "the file is UTF-16, not UTF-8", "convert it: iconv -f UTF-16 -t UTF-8"
        return Problem("CPY102", message, Location(path, 1), hint)
    records = _has_no_line_ends(data)
    if _is_ebcdic(data):
        what = ", in fixed 80-byte records without line ends" if records else ""
        fold = " | fold -w 80" if records else ""
        return Problem(
            "CPY101",
            f"the file is in EBCDIC, not in ASCII or UTF-8{what}",
            Location(path, 1),
            "transfer it from the mainframe in text mode, or convert it: "
            f"iconv -f IBM1047 -t UTF-8{fold}",
        )
    if b"\x00" in data:
        line = data[: data.index(0)].count(b"\n") + 1
        message = "the file holds binary zeros, so it is no source text"
        return Problem("CPY102", message, Location(path, line), "give the copybook's source member")
    if records and source_format in ("auto", "fixed"):
        return Problem(
            "CPY117",
            "the file has fixed 80-byte records without line ends",
            Location(path, 1),
            "transfer it in text mode, or convert it: dd conv=unblock cbs=80 (or fold -w 80)",
        )
    return None


def _is_ebcdic(data: bytes) -> bool:
    """More EBCDIC blanks than ASCII blanks, and letters and digits where EBCDIC has them.

    The codes of ASCII digits stand for nothing that EBCDIC text holds; the upper half holds all
    of its letters and digits.
    """
    high = sum(1 for byte in data if byte > 0x7F)  # noqa: PLR2004 - the end of ASCII
    digits = sum(data.count(byte) for byte in b"0123456789")
    return data.count(0x40) > data.count(0x20) + data.count(0x09) and high > digits


def _has_no_line_ends(data: bytes) -> bool:
    """Whether the file is two or more card images in one line."""
    body = data.rstrip(b"\r\n\x1a")
    whole = len(body) > COLUMN_80 and len(body) % COLUMN_80 == 0
    return whole and not any(end in body for end in (b"\n", b"\r", b"\x15", b"\x25"))


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding it was read in; a byte order mark and Ctrl-Z are dropped."""
    data = data.removeprefix(b"\xef\xbb\xbf").rstrip(b"\x1a")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"
