"""Random copybooks: layouts against an independent sum and against the compiler; any bytes."""

from pathlib import Path
from random import Random

from cobc_layout import layouts
from hypothesis import given, settings
from hypothesis import strategies as st
from random_books import Book, random_book

from generator.copybook.fields import Copybook
from generator.copybook.read import parse_bytes
from generator.inspect import as_csv, as_json, as_table
from generator.problems import GenerationFailed

ORACLE = Path(__file__).parent.parent / "oracle"
SEEDS = [path.read_bytes() for path in sorted(ORACLE.glob("*.cpy"))]
FRAGMENTS = [
    *(b" PIC ", b".", b" 05 ", b"'", b'"', b" OCCURS ", b" 88 ", b"COPY X.", b"==", b":TAG:"),
    *(b"\n      -", b"\t", b"*>", b"\r", b"\x00", b"\xff", b" VALUE ", b"(", b")", b"99", b"\n"),
    *(b"      *", b" REDEFINES ", b" DEPENDING ON ", b"EXEC SQL ", b"END-EXEC", b"\x1a", b"\f"),
    *(b" SYNC ", b" COMP ", b">>", b"$SET ", b" 01 R.", b" 77 ", b"\xc4", "é".encode()),
]


def placed(copybook: Copybook) -> list[tuple[tuple[str, ...], int, int]]:
    fields = copybook.records[0].fields()
    return [(f.path, f.offset, f.length) for f in fields if not f.is_filler]


def parsed(book: Book) -> Copybook:
    return parse_bytes(book.text.encode(), "RANDOM.cpy", "fixed")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_layout_is_the_sum_of_its_parts(seed: int) -> None:
    book = random_book(Random(seed))  # noqa: S311 - tests, not secrets
    copybook = parsed(book)
    assert placed(copybook) == book.placed
    assert (copybook.records[0].length, copybook.records[0].min_length) == (
        book.length,
        book.minimum,
    )


def test_layout_is_the_compilers_in_bulk() -> None:
    books = {f"B{n:03}": random_book(Random(n), f"B{n:03}-") for n in range(150)}  # noqa: S311
    said = layouts([(name, book.text) for name, book in books.items()], ORACLE)
    for name, book in books.items():
        compiler = {each.path: (each.offset, each.length) for each in said[name]}
        record = parsed(book).records[0]
        ours = {path: (offset, length) for path, offset, length in placed(parsed(book))}
        if (record.name, "*minimum*") in compiler:
            ours[record.name, "*minimum*"] = 0, record.min_length
        assert ours == compiler, book.text


mutations = st.lists(
    st.tuples(st.integers(0, 3000), st.integers(0, 40), st.sampled_from(FRAGMENTS) | st.binary()),
    max_size=8,
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from([b"", *SEEDS]), mutations, st.sampled_from(["auto", "fixed", "free"]))
def test_any_bytes_give_a_layout_or_problems(
    seed: bytes, changes: list[tuple[int, int, bytes]], source_format: str
) -> None:
    data = seed
    for at, removed, inserted in changes:
        data = data[:at] + inserted + data[at + removed :]
    found = outcome(data, source_format)
    if isinstance(found, GenerationFailed):
        assert found.problems
        assert all(p.location and p.location.line >= 1 for p in found.problems), found
        assert str(found)
        return
    for record in found.records:
        assert record.min_length <= record.length
    assert as_table(found)
    assert as_json(found)
    assert as_csv(found)


def outcome(data: bytes, source_format: str) -> Copybook | GenerationFailed:
    try:
        return parse_bytes(data, "FUZZ.cpy", source_format)
    except GenerationFailed as failed:
        return failed
