"""The page on which a DBA approves the DDL: one content as HTML, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.render.files import Job, Owner, RenderedFile
from generator.review import markdown, page
from generator.review.basis import NOTHING, Basis
from generator.review.content import Content, review

__all__ = ["Basis", "Content", "files", "review"]


def files(
    job: Job, rendered: Iterable[RenderedFile], basis: Basis = NOTHING
) -> tuple[RenderedFile, ...]:
    """The three forms of the review; `rendered` are the job's other files."""
    content = review(job, tuple(rendered), basis)
    shown = page.view(content)
    texts = (
        ("review/schema.html", page.text(shown)),
        ("review/schema.md", markdown.text(content, shown)),
        ("review/schema.json", json.dumps(content, indent=1, ensure_ascii=False) + "\n"),
    )
    return tuple(RenderedFile(path, text, Owner.REPORT) for path, text in texts)
