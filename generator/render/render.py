"""Templates to text. The only importer of jinja2."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

_PACKAGED = Path(__file__).parent.parent / "_templates"
TEMPLATES = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[2] / "templates"


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - SQL and Python are rendered, and every value is decided in the model
    )


def render(template: str, **view: object) -> str:
    """The text of a template ("python/records.py.j2") with the view's values."""
    return _environment().get_template(template).render(view)
