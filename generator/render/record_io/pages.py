"""Code pages: what a job needs for those of its files, and how their text is decoded at once."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from generator.config.encodings import CodePage, code_page
from generator.reading.model import Dbcs, Kind, Reading, SourceFile, Storage, Varying

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTES = bytes(range(256))
_FEW = 2  # characters beyond latin-1 that are cheaper replaced than looked up
UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class PageView:
    """A code page of the job: its constant in code_pages.py, and what makes it."""

    name: str
    constant: str
    expression: str
    mixed: bool


def page_of(file: SourceFile) -> CodePage:
    """The code page of a file; its name is known to be right."""
    page = code_page(file.encoding)
    if isinstance(page, str):
        raise TypeError(page)
    return page


def constant(name: str) -> str:
    """What the code page is called in code_pages.py."""
    return name.upper().replace("-", "_")


def page_views(reading: Reading) -> tuple[PageView, ...]:
    """The code pages of the files and of their double-byte items, by name."""
    names = {page_of(file).name for file in reading.files}
    names |= {storage.code_page for storage in storages(reading) if isinstance(storage, Dbcs)}
    return tuple(_view(name) for name in sorted(names) if name)


def _view(name: str) -> PageView:
    page = code_page(name)
    mixed = isinstance(page, CodePage) and page.mixed
    made = f'_double_byte("{name}", {name}.TABLE)' if mixed else f'_single_byte("{name}")'
    return PageView(name, constant(name), made, mixed)


def storages(reading: Reading) -> Iterator[Storage]:
    """How the items of columns, counts and totals are written."""
    for file in reading.files:
        for kind in file.kinds:
            for storage in _of_kind(kind):
                yield storage.text if isinstance(storage, Varying) else storage


def _of_kind(kind: Kind) -> Iterator[Storage]:
    items = [kind.count, *(total.item for total in kind.totals)]
    yield from (item.storage for item in items if item)
    if kind.block:
        yield from (value.item.storage for value in kind.block.everything())


def needs_ebcdic(reading: Reading) -> bool:
    """Whether a code page is one that the standard library has no codec for."""
    single = [page for page in page_views(reading) if not page.mixed]
    return any(not find_spec(f"encodings.{page.name.replace('-', '_')}") for page in single)


@dataclass(frozen=True, slots=True)
class Way:
    """How a record's bytes become characters at once, one for each byte.

    `decode` is the expression for the bytes `{raw}`; `table` what it looks up (as _NAME, an
    expression in code_pages terms). Digits of another alphabet pass for digits unless the code
    page is `latin`; a byte that is no character gives one that is not ASCII (`ascii`) or U+FFFD
    (`gaps`). `high` is what HIGH-VALUES give; `stand_ins` are characters that the code page lacks,
    but that `back` would take for others.
    """

    decode: str
    table: str
    back: str
    back_table: str
    latin: bool
    ascii: bool
    gaps: bool
    high: str | None
    stand_ins: tuple[str, ...] = ()


def way_of(page: CodePage) -> Way:
    """The quickest way; the pages with double-byte characters are read by their single bytes."""
    name = constant(page.name)
    if page.mixed:
        return _looked_up(page, name, high=None)
    characters = _characters(page)
    high = None if characters[255] == UNKNOWN else characters[255]
    if all(char in (chr(code), UNKNOWN) for code, char in enumerate(characters)):
        ascii_only = UNKNOWN in characters
        back = f'{{text}}.encode("{page.name}")'
        decode = '{raw}.decode("latin-1")'
        return Way(decode, "", back, "", latin=True, ascii=ascii_only, gaps=False, high=high)
    beyond = [char for char in characters if ord(char) >= len(_BYTES)]
    if UNKNOWN in characters or len(beyond) > _FEW:
        return _looked_up(page, name, high)
    return _translated(characters, beyond, name, high)


def _characters(page: CodePage) -> str:
    """The characters as code_pages.py of a job has them."""
    found = [_BYTES[n : n + 1].decode(page.name, "replace") for n in range(256)]
    if page.ebcdic:
        found[0x15], found[0x25] = "\x85", "\n"
    if page.name == "cp273":
        found[0xBC] = "\xaf"
    return "".join(found)


def _looked_up(page: CodePage, name: str, high: str | None) -> Way:
    """Each character from a table."""
    by_page = page.mixed or page.ebcdic
    back = f"{name}.encode({{text}})" if by_page else f'{{text}}.encode("{page.name}")'
    decode = f'charmap_decode({{raw}}, "strict", _{name})[0]'
    table = f"{name}.characters"
    return Way(decode, table, back, "", latin=False, ascii=False, gaps=True, high=high)


def _translated(characters: str, beyond: list[str], name: str, high: str | None) -> Way:
    """Byte by byte to latin-1, then the few characters that latin-1 lacks."""
    free = [chr(code) for code in range(256) if chr(code) not in characters]
    pairs = list(zip(beyond, free, strict=True))
    decode = f'{{raw}}.translate(_{name}).decode("latin-1")'
    back, table = "{text}", f"{name}.characters"
    for char, stand_in in pairs:
        decode += f".replace({_quoted(stand_in)}, {_quoted(char)})"
        back += f".replace({_quoted(char)}, {_quoted(stand_in)})"
        table += f".replace({_quoted(char)}, {_quoted(stand_in)})"
    return Way(
        decode,
        f'{table}.encode("latin-1")',
        f'{back}.encode("latin-1").translate(_TO_{name})',
        f"bytes(_{name}.index(byte) for byte in range(256))",
        latin=True,
        ascii=False,
        gaps=False,
        high=high,
        stand_ins=tuple(stand_in for _, stand_in in pairs),
    )


def _quoted(char: str) -> str:
    return f'"\\u{ord(char):04x}"'
