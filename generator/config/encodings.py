"""Code pages that a file may be written in: which names are known, and what a byte means."""

from __future__ import annotations

import codecs
import importlib
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

MIXED = ("cp930", "cp935", "cp937", "cp939")
COMMON = (
    *("cp037", "cp500", "cp1047", "cp273", "cp277", "cp278", "cp280", "cp284", "cp285", "cp297"),
    *("cp871", *(f"cp{number}" for number in range(1140, 1150)), "cp838", "cp870", "cp875"),
    *(*MIXED, "ascii", "latin-1", "cp1252", "cp850", "cp437"),
)
_CCSID = re.compile(r"(?:cp|ibm|ccsid)?[-_ ]?(\d{2,5})", re.IGNORECASE)  # IBM-1047, 1140
EBCDIC_DIGITS = bytes(range(0xF0, 0xFA))
ASCII = bytes(range(0x20, 0x7F))
# What every EBCDIC code page has in the same place (IBM CDRA, syntactic character set; the
# Japanese ones have their small letters elsewhere).
INVARIANT = frozenset(" ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+<=>%&*\"'(),_-./:;?")


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code page by the name that Python knows it by. `mixed`: with double-byte characters."""

    name: str
    ebcdic: bool
    mixed: bool = False

    def encode(self, text: str) -> bytes:
        """The bytes of the text; UnicodeEncodeError where a character has none."""
        if not self.mixed:
            return text.encode(self.name)
        for position, character in enumerate(text):
            if character not in INVARIANT:
                reason = "not in the same place in every EBCDIC code page"
                raise UnicodeEncodeError(self.name, text, position, position + 1, reason)
        return text.encode("cp037")


@lru_cache(maxsize=64)
def code_page(name: str) -> CodePage | str:
    """The code page of that name, or why a file cannot be read by it."""
    plain = _CCSID.fullmatch(name)
    number = f"cp{int(plain[1]):03}" if plain else name
    if number in MIXED:
        return CodePage(number, ebcdic=True, mixed=True)
    codec = _codec(number)
    if codec is None:
        return "no code page of that name is known"
    if _is_multibyte(codec):
        return "its characters take several bytes, but the items of a record count bytes"
    if _decoded(codec, EBCDIC_DIGITS) == "0123456789" and _decoded(codec, b"\x40") == " ":
        return CodePage(codec.name, ebcdic=True)
    if _decoded(codec, ASCII) == ASCII.decode("ascii") and _extends_ascii(codec):
        return CodePage(codec.name, ebcdic=False)
    return "it is neither an EBCDIC code page nor an extension of ASCII"


def _codec(name: str) -> codecs.CodecInfo | None:
    """From the standard library, else from the package with more of EBCDIC."""
    with suppress(LookupError):
        return codecs.lookup(name)
    importlib.import_module("ebcdic")  # adds its codecs; loaded only where one is asked for
    with suppress(LookupError):
        return codecs.lookup(name)
    return None


def _extends_ascii(codec: codecs.CodecInfo) -> bool:
    """Whether its upper half has characters, which names for other purposes (idna) have not."""
    upper = range(0x80, 0x100)
    return codec.name == "ascii" or any(_decoded(codec, bytes([byte])) for byte in upper)


def _is_multibyte(codec: codecs.CodecInfo) -> bool:
    decoder: object = codec.incrementaldecoder
    if any(
        each.__name__ == "MultibyteIncrementalDecoder" for each in getattr(decoder, "__mro__", ())
    ):
        return True
    return codec.name.startswith("utf")


def _decoded(codec: codecs.CodecInfo, content: bytes) -> str | None:
    try:
        return content.decode(codec.name)
    except (UnicodeError, LookupError):  # a codec that makes no text is looked up in vain
        return None
