"""The record reader of a job: what turns the bytes of its files into rows, and rows into bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.encodings import MIXED
from generator.config.model import Input
from generator.reading.model import Edited
from generator.reading.settings import Settings, settings
from generator.render.files import Job, RenderedFile
from generator.render.import_order import imported
from generator.render.record_io.decode_code import DecoderView, decoder_view
from generator.render.record_io.descriptions import RecordView, record_view, total_attributes
from generator.render.record_io.encode_code import EncoderView, encoder_view
from generator.render.record_io.images import Images
from generator.render.record_io.imports import (
    DESCRIPTIONS,
    FAST,
    STDLIB,
    imports,
    names_in,
)
from generator.render.record_io.layouts import LayoutView, layout_view
from generator.render.record_io.names import Locals
from generator.render.record_io.pages import needs_ebcdic, page_views, storages, way_of
from generator.render.record_io.slots import Place
from generator.render.record_io.trials import trial_views
from generator.render.render import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.copybook.fields import Record
    from generator.reading.model import Kind, SourceFile

_PACKAGE = "src/record_io"
# Modules that are the same in every job.
_FIXED = (
    *("code_page_check", "columns", "dates", "descriptors", "exactly", "fast", "frames", "kinds"),
    *("reader", "shapes", "source", "storage", "tally", "texts", "trailers", "writing"),
)
_OF_JOB = ("code_pages", "decoders", "descriptions", "encoders", "layouts")
_TESTS = ("test_decoders", "test_frames", "test_reader", "test_storage")
_SIGNS = ("ASCII", "EBCDIC", "TRANSLATED")
_SIGN_CONSTANTS = tuple(f"{name}_SIGNS" for name in _SIGNS)


@dataclass(frozen=True, slots=True)
class ConstantView:
    """A constant of a generated module."""

    name: str
    expression: str


def files(job: Job) -> tuple[RenderedFile, ...]:
    """Everything of the package record_io, and its tests."""
    view = _view(job)
    paths = {f"{_PACKAGE}/__init__.py": "record_io/init.py.j2"}
    paths |= {f"{_PACKAGE}/{name}.py": f"record_io/{name}.py.j2" for name in (*_FIXED, *_OF_JOB)}
    mixed = [page.name for page in page_views(job.reading) if page.mixed]
    paths |= {f"{_PACKAGE}/{name}.py": f"record_io/{name}.py.j2" for name in mixed}
    edited = any(isinstance(each, Edited) for each in storages(job.reading))
    paths |= {f"{_PACKAGE}/edited.py": "record_io/edited.py.j2"} if edited else {}
    tests = (*_TESTS, "test_edited") if edited else _TESTS
    paths |= {f"tests/{name}.py": f"python/tests/{name}.py.j2" for name in tests}
    return tuple(RenderedFile(path, render(paths[path], **view)) for path in sorted(paths))


def _view(job: Job) -> dict[str, object]:
    places = tuple(Place(file, _settings(job, file)) for file in job.reading.files)
    kinds = [(place, kind) for place in places for kind in place.file.kinds]
    records = [_record(job, place, kind) for place, kind in kinds]
    rows = [(place, kind, kind.block) for place, kind in kinds if kind.block]
    decoders = [decoder_view(kind, block, place) for place, kind, block in rows]
    encoders = [encoder_view(kind, block, place) for place, kind, block in rows]
    names = Locals()
    functions = [names.new(f"kind_of_{place.file.name.lower()}") for place in places]
    layouts = [layout_view(*each) for each in zip(places, functions, strict=True)]
    return {
        "header": job.header,
        "job": job.name,
        "trials": trial_views(kinds),
        **_pages(job),
        **_descriptions(records),
        **_decoders(decoders, records, places),
        **_encoders(encoders, records, places),
        **_layouts(layouts),
    }


def _settings(job: Job, file: SourceFile) -> Settings:
    rule = job.config.files.get(file.name)
    return settings(job.config.input, rule.input if rule else Input())


def _record(job: Job, place: Place, kind: Kind) -> RecordView:
    width = place.file.length if place.file.format == "fixed" else 0
    images = Images(kind, _described(job, kind), place.settings, width)
    return record_view(kind, place, images, total_attributes(kind, place.file))


def _described(job: Job, kind: Kind) -> Record:
    """The copybook's record of a kind."""
    member = kind.block.entity.copybook if kind.block else None
    books = [book for book in job.copybooks if member in (None, book.path)]
    return next(r for book in books for r in book.records if r.name == kind.record)


def _pages(job: Job) -> dict[str, object]:
    pages = page_views(job.reading)
    mixed = [page.name for page in pages if page.mixed]
    lines = ["import base64", "import zlib"] if mixed else []
    lines.append("from dataclasses import dataclass, field")
    if needs_ebcdic(job.reading):
        lines += ["", "import ebcdic  # noqa: F401 - more code pages for Python's codecs"]
    return {
        "pages": pages,
        "single": any(not page.mixed for page in pages),
        "double": bool(mixed),
        "page_stdlib": tuple(lines),
        "page_modules": f"from . import {', '.join(mixed)}" if mixed else "",
    }


def _page_names(names: frozenset[str], places: Sequence[Place]) -> tuple[str, ...]:
    known = {place.page for place in places}
    known |= {name.upper() for name in MIXED}
    return imported(known & names)


def _plain(module: str, names: frozenset[str]) -> tuple[str, ...]:
    return (f"import {module}",) if module in names else ()


def _from(module: str, names: Sequence[str]) -> tuple[str, ...]:
    return (f"from {module} import {', '.join(names)}",) if names else ()


def _descriptions(records: Sequence[RecordView]) -> dict[str, object]:
    groups = [group for view in records for group in view.slots]
    texts = [view.expression for view in records]
    names = names_in(texts + [slot for group in groups for slot in group.slots])
    pages = imported(name for name in names if _is_page(name))
    return {
        "records": tuple(records),
        "slot_groups": tuple(groups),
        "description_stdlib": imports(names, STDLIB),
        "description_imports": (*_from(".code_pages", pages), *imports(names, DESCRIPTIONS)),
        "described_rows": imported({group.row for group in groups}),
    }


def _is_page(name: str) -> bool:
    """Whether it is a code page's: every other constant in a description is known."""
    return (
        name.isupper() and not name.endswith("_SLOTS") and name not in (*_SIGN_CONSTANTS, "REFUSED")
    )


def _decoders(
    views: Sequence[DecoderView], records: Sequence[RecordView], places: Sequence[Place]
) -> dict[str, object]:
    lines = [line for view in views for line in (*view.constants, *view.lines)]
    lines += [line for view in views for table in view.tables for line in table.lines]
    names = names_in(lines).union(*(view.names for view in views))
    signs = tuple(name for name in _SIGNS if f"{name}_SIGN" in names)
    tables = [_table(place, names) for place in places]
    found = tuple(dict.fromkeys(table for table in tables if table))
    names |= names_in(table.expression for table in found) | {"Row"}
    names |= {"exactly", "overpunch"} if signs else {"exactly"}
    names |= {view.constant for view in views}
    return {
        "decoders": tuple(views),
        "decode_tables": found,
        "decode_signs": signs,
        "decode_stdlib": (*_plain("struct", names), *imports(names, STDLIB)),
        "decode_imports": _own_imports(names, records, places, signs),
        "decoded_rows": imported({name for view in views for name in _rows(view)}),
    }


def _rows(view: DecoderView) -> tuple[str, ...]:
    return (view.row, *(table.row for table in view.tables))


def _table(place: Place, names: frozenset[str]) -> ConstantView | None:
    """The table by which the text of a file is decoded, where one is."""
    way = way_of(place.settings.page)
    name = f"_{place.page}"
    return ConstantView(name, way.table) if way.table and name in names else None


def _own_imports(
    names: frozenset[str],
    records: Sequence[RecordView],
    places: Sequence[Place],
    signs: Sequence[str] = (),
) -> tuple[str, ...]:
    """What a module imports from its neighbours."""
    described = {view.constant for view in records} | {g.constant for v in records for g in v.slots}
    modules = [name for name in ("exactly", "writing") if name in names]
    return (
        *_from(".", modules),
        *_from(".code_pages", _page_names(names, places)),
        *_from(".descriptions", imported(described & names)),
        *imports(names, FAST),
        *_from(".storage", [f"{name}_SIGNS" for name in signs]),
    )


def _encoders(
    views: Sequence[EncoderView], records: Sequence[RecordView], places: Sequence[Place]
) -> dict[str, object]:
    lines = [line for view in views for put in view.puts for line in put.lines]
    lines += [each for view in views for each in view.constants]
    names = names_in(lines).union(*(view.names for view in views))
    names |= {view.constant for view in views} | {"Row", "writing"}
    names |= {"exactly"} if any(view.image for view in views) else set()
    names |= {"UNUSUAL"} if any(view.puts for view in views) else set()
    tables = _back_tables(places, names)
    names |= names_in(table.expression for table in tables)
    rows = {name for view in views for name in (view.row, *(put.row for put in view.puts))}
    return {
        "encoders": tuple(views),
        "encode_tables": tables,
        "encode_stdlib": _plain("struct", names),
        "encode_imports": _own_imports(names, records, places),
        "encoded_rows": imported(rows),
    }


def _back_tables(places: Sequence[Place], names: frozenset[str]) -> tuple[ConstantView, ...]:
    """The tables by which text is encoded."""
    found = []
    for place in places:
        way = way_of(place.settings.page)
        if f"_TO_{place.page}" in names:
            found.append(ConstantView(f"_{place.page}", way.table))
            found.append(ConstantView(f"_TO_{place.page}", way.back_table))
        for sign, first in (("PLUS", 0xC0), ("MINUS", 0xD0)):
            if f"_{place.page}_{sign}" in names:
                found.append(ConstantView(f"_{place.page}_{sign}", _overpunch(place, sign, first)))
    return tuple(dict.fromkeys(found))


def _overpunch(place: Place, sign: str, first: int) -> str:
    """The characters of the digits that carry a sign, as text of the code page."""
    if place.signs == "EBCDIC":
        return f"{place.page}.characters[0x{first:X}:0x{first + 10:X}]"
    if place.signs == "TRANSLATED":
        return '"{ABCDEFGHI"' if sign == "PLUS" else '"}JKLMNOPQR"'
    return '"0123456789"' if sign == "PLUS" else '"pqrstuvwxy"'


def _layouts(views: Sequence[LayoutView]) -> dict[str, object]:
    texts = [text for view in views for text in (*view.arguments, *view.constants)]
    for view in views:
        texts += [text for kind in view.kinds for text in kind.arguments]
        texts += [text for kind in view.kinds if kind.trailer for text in kind.trailer.totals]
        texts += [kind.trailer.count for kind in view.kinds if kind.trailer]
        texts += [test.condition for test in view.tests]
    names = names_in(texts)
    modules = [name for name in ("decoders", "descriptions", "exactly") if name in names]
    pages = imported(name for name in names if _is_page(name) and name in _file_pages(views))
    rows = imported(name for name in names if name.endswith("Row"))
    trailers = [kind.trailer for view in views for kind in view.kinds if kind.trailer]
    kinds = ["Kind", "Layout", *(["TrailerSays"] if trailers else [])]
    kinds += ["TrailerTotal"] if any(trailer.totals for trailer in trailers) else []
    return {
        "layouts": tuple(views),
        "layout_stdlib": imports(names, STDLIB),
        "layout_imports": tuple(
            sorted(
                (
                    *_from(".", modules),
                    *_from(".code_pages", pages),
                    *imports(names, DESCRIPTIONS),
                    *_from(".kinds", kinds),
                )
            )
        ),
        "layout_rows": rows,
    }


def _file_pages(views: Sequence[LayoutView]) -> frozenset[str]:
    return frozenset(view.page for view in views)
