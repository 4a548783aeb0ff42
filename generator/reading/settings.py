"""How a file is written: `input:` of the file over that of the job over the defaults."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from generator.config.encodings import CodePage, code_page
from generator.config.model import ByteOrder, Input, NumberContents, RecordFormat, TextContents

DEFAULT_ENCODING = "cp037"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything decided. `said` are the keys of job.yaml, `format` is None where it says none."""

    page: CodePage
    dbcs: str | None
    national: ByteOrder
    format: RecordFormat | None
    blocked: bool
    descriptors: ByteOrder
    binary: ByteOrder
    floats: Literal["ibm", "ieee"]
    signs: Literal["ebcdic", "ascii"]
    odo: Literal["slide", "maximum"]
    invalid: Literal["reject", "fail"]
    text: TextContents
    numbers: NumberContents
    said: frozenset[str]


def settings(job: Input, file: Input) -> Settings:
    """The settings of a file; its code page is known to be right."""
    said = {each.name: getattr(job, each.name) for each in fields(Input)}
    said |= {
        each.name: value
        for each in fields(Input)
        if (value := getattr(file, each.name)) is not None
    }
    given = {name: value for name, value in said.items() if value is not None}
    page = code_page(given.get("encoding", DEFAULT_ENCODING))
    if isinstance(page, str):
        raise TypeError(page)
    return Settings(
        page=page,
        dbcs=given.get("dbcs", page.name if page.mixed else None),
        national=given.get("national", "big"),
        format=given.get("format"),
        blocked=given.get("blocked", False),
        descriptors=given.get("descriptors", "big"),
        binary=given.get("binary", "big"),
        floats=given.get("floats", "ibm"),
        signs=given.get("signs", "ebcdic"),
        odo=given.get("odo", "slide"),
        invalid=given.get("invalid", "reject"),
        text=given.get("text", TextContents()),
        numbers=given.get("numbers", NumberContents()),
        said=frozenset(given),
    )
