"""A copybook written by `inspect --format cobol` is read as the same layout."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_books import random_book
from record import HERE, MEMBERS, books
from test_oracle import dialect
from test_random import parsed

from generator.cobol import as_cobol
from generator.copybook import parse_copybook
from generator.copybook.dialect import IBM, Dialect
from generator.copybook.fields import Copybook, Field, Picture
from generator.copybook.read import parse_bytes

BOOKS = {book.name: book for book in books()}

randoms = st.randoms(use_true_random=False)


def expanded(picture: Picture | None) -> Picture | None:
    """With each repetition written out: 999 is 9(3)."""
    if picture is None:
        return None
    text = re.sub(r"(.)\((\d+)\)", lambda found: found[1] * int(found[2]), picture.text)
    return replace(picture, text=text)


def meaning(field: Field) -> tuple[object, ...]:
    """All of a field but how and where it was written."""
    return (
        field.path, field.kind, field.offset, field.length, expanded(field.picture),
        field.usage, field.sign,
        field.occurs, field.redefines, field.renames, field.value,
        field.synchronized and not field.children,  # it is written on the items

        field.justified, field.blank_when_zero, field.group_usage, field.external, field.global_,
        field.volatile, field.variable_offset, field.slack,
        [(each.name, each.values, each.false) for each in field.conditions],
    )  # fmt: skip


def meanings(copybook: Copybook) -> list[object]:
    return [
        (record.name, record.length, record.min_length, record.implied,
         [meaning(field) for field in record.fields()])
        for record in copybook.records
    ]  # fmt: skip


def written_again(copybook: Copybook, options: Dialect) -> tuple[str, Copybook]:
    text = as_cobol(copybook, options)
    options = replace(options, program=False, debugging=False)
    return text, parse_bytes(text.encode(), Path(copybook.path).name, "auto", options)


@pytest.mark.parametrize("name", BOOKS)
def test_oracle_copybook_is_read_alike(name: str) -> None:
    options = dialect(BOOKS[name].options)
    copybook = parse_copybook(HERE / f"{name}.cpy", libraries=[MEMBERS], dialect=options)
    text, again = written_again(copybook, options)
    assert meanings(again) == meanings(copybook), text
    if not options.program:  # the comments that name files
        assert written_again(again, options)[0] == text


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(randoms)
def test_random_copybook_is_read_alike(
    tmp_path_factory: pytest.TempPathFactory, random: Random
) -> None:
    book = random_book(random, "BOOK1", ibm=True)
    copybook = parsed(book, tmp_path_factory.getbasetemp())
    text, again = written_again(copybook, IBM)
    assert meanings(again) == meanings(copybook), text
