"""The page on which a DBA approves the DDL: one content as HTML, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.render.files import Job, Owner, RenderedFile
from generator.render.render import render
from generator.review import markdown, page
from generator.review.basis import NOTHING, Basis
from generator.review.content import Content, review

__all__ = ["Basis", "Content", "files", "review"]


def files(
    job: Job, rendered: Iterable[RenderedFile], basis: Basis = NOTHING
) -> tuple[RenderedFile, ...]:
    """The three forms of the review; `rendered` are the job's other files."""
    content = review(job, tuple(rendered), basis)
    texts = (
        ("review/schema.html", page.text(content)),
        ("review/schema.md", render("review/schema.md.j2", **markdown.view(content))),
        ("review/schema.json", json.dumps(content, indent=1, ensure_ascii=False) + "\n"),
    )
    return tuple(RenderedFile(path, text, Owner.REPORT) for path, text in texts)
