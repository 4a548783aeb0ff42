"""Random copybooks: layouts against an independent sum and against the compiler."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import cobc_layout
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from our_layout import placed
from random_books import Book, random_book
from record import as_layout

from generator.copybook import parse_copybook
from generator.copybook.fields import Copybook, Value

COMPARED = int(os.environ.get("RANDOM_COPYBOOKS", "1000"))
CHUNK = 250

randoms = st.randoms(use_true_random=False)


def parsed(book: Book, folder: Path) -> Copybook:
    for name, text in {book.name: book.text, **book.members}.items():
        (folder / f"{name}.cpy").write_bytes(text)
    return parse_copybook(folder / f"{book.name}.cpy")


def rows(copybook: Copybook) -> dict[str, tuple[int, int]]:
    return {path: row for path, (row, _) in placed(copybook).items()}


def shown(value: Value | None) -> str | None:
    if value is None or value.kind == "numeric":
        return value.text if value else None
    return f"'{value.text}'"


def conditions(copybook: Copybook) -> dict[str, list[tuple[str | None, str | None]]]:
    return {
        condition.name: [(shown(each.low), shown(each.high)) for each in condition.values]
        for record in copybook.records
        for field in record.fields()
        for condition in field.conditions
    }


def chosen(book: Book) -> dict[str, list[tuple[str | None, str | None]]]:
    return {
        name: [(low.replace('"', "'"), high) for low, high in condition.values]
        for name, condition in book.conditions.items()
    }


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(randoms)
def test_layout_is_the_sum_of_its_parts(
    tmp_path_factory: pytest.TempPathFactory, random: Random
) -> None:
    book = random_book(random, "BOOK1", ibm=True)
    copybook = parsed(book, tmp_path_factory.getbasetemp())
    assert rows(copybook) == book.rows
    assert conditions(copybook) == chosen(book)


def test_layout_is_the_compilers_in_bulk(tmp_path: Path) -> None:
    """The compiler, the sum and our parser say the same of each."""
    for first in range(0, COMPARED, CHUNK):
        books = [
            random_book(Random(n), f"B{n:04}")  # noqa: S311 - tests, not secrets
            for n in range(first, min(first + CHUNK, COMPARED))
        ]
        ours = {book.name: rows(parsed(book, tmp_path)) for book in books}
        asked = [cobc_layout.Book(book.name, book.text) for book in books]
        said = cobc_layout.layouts(asked, tmp_path)
        for book in books:
            compiler = as_layout(said[book.name]).cobc
            assert compiler == book.rows, book.text.decode()
            assert ours[book.name] == compiler, book.text.decode()
