"""Templates to text. The only importer of jinja2."""

from __future__ import annotations

import contextlib
from functools import cache

import jinja2

from generator.cache import cache_folder
from generator.render.templates import TEMPLATES


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates of earlier runs; a cache that fails is as good as none."""

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def _is_page(template: str | None) -> bool:
    """Whether values are escaped: SQL, Python and Markdown take them as the model decided them."""
    return template is not None and template.endswith(".html.j2")


@cache
def _environment() -> jinja2.Environment:
    folder = cache_folder(f"templates-{jinja2.__version__}")
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=_is_page,  # noqa: S701 - every HTML template is escaped
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(str(folder)) if folder else None,
    )


def render(template: str, **view: object) -> str:
    """The text of a template ("python/records.py.j2") with the view's values."""
    return _environment().get_template(template).render(view)


@cache
def fixed_texts() -> frozenset[str]:
    """What stands below the first line of each Python template that is otherwise plain text.

    Such a text is as formatted as its template, which a test holds to black.
    """
    bodies = (path.read_text("utf-8").partition("\n")[2] for path in TEMPLATES.rglob("*.py.j2"))
    return frozenset(
        body for body in bodies if not any(sign in body for sign in ("{{", "{%", "{#"))
    )
