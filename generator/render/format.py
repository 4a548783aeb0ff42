"""Generated Python in black's style. The only importer of black, and only where it is needed.

A text that was formatted before is taken from the cache, a text that comes from a template
without substitutions is formatted already.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import cache_folder
from generator.render.render import fixed_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.render.files import RenderedFile

LINE_LENGTH = 100


def formatted(files: Iterable[RenderedFile]) -> tuple[RenderedFile, ...]:
    """The files with every Python text in black's style."""
    return tuple(
        replace(file, text=_formatted(file.text)) if _needs_black(file) else file for file in files
    )


def _needs_black(file: RenderedFile) -> bool:
    return file.path.endswith(".py") and file.text.partition("\n")[2] not in fixed_texts()


def _formatted(text: str) -> str:
    folder = cache_folder(f"formatted-{_black_release()}-{LINE_LENGTH}")
    if folder is None:
        return black_style(text)
    place = folder / hashlib.sha256(text.encode()).hexdigest()
    try:
        return _checked(place.read_text("utf-8"))
    except (OSError, ValueError):
        result = black_style(text)
    with contextlib.suppress(OSError):
        temporary = place.with_name(f"{place.name}.{os.getpid()}")
        temporary.write_text(f"{_sum(result)}\n{result}", "utf-8")
        temporary.replace(place)
    return result


@cache
def _black_release() -> str:
    """Which black would format, found without importing anything of weight."""
    spec = find_spec("black")
    places = [
        Path(place).parent for place in (spec.submodule_search_locations or () if spec else ())
    ]
    found = [path.name for place in places for path in place.glob("black-*.dist-info")]
    return found[0].removeprefix("black-").removesuffix(".dist-info") if found else "unknown"


def black_style(text: str) -> str:
    """The text as black writes it."""
    import black

    mode = black.Mode(
        target_versions={black.mode.TargetVersion.PY311},
        line_length=LINE_LENGTH,
        magic_trailing_comma=True,
    )
    return black.format_str(text, mode=mode)


def _checked(stored: str) -> str:
    """A cached text, unless it was cut or changed."""
    total, _, text = stored.partition("\n")
    if total != _sum(text):
        raise ValueError(total)
    return text


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
