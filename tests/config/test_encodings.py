"""Code pages: which names are taken, and why others are not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.config.encodings import COMMON, INVARIANT, CodePage, code_page


@pytest.mark.parametrize("name", COMMON)
def test_common_names_are_taken(name: str) -> None:
    page = code_page(name)
    assert isinstance(page, CodePage)
    assert page.encode("A 1") == (b"\xc1\x40\xf1" if page.ebcdic else b"A 1")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("IBM-1047", "cp1047"),
        ("ibm037", "cp037"),
        ("37", "cp037"),
        ("CCSID 1140", "cp1140"),
        ("CP500", "cp500"),
        ("IBM-939", "cp939"),
        ("iso-8859-1", "iso8859-1"),
        ("US-ASCII", "ascii"),
        ("cp1252", "cp1252"),
        ("cp290", "cp290"),
        ("cp424", "cp424"),
    ],
)
def test_names_as_others_write_them(name: str, known: str) -> None:
    page = code_page(name)
    assert isinstance(page, CodePage)
    assert page.name == known


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("utf-8", "several bytes"),
        ("utf-16", "several bytes"),
        ("utf-7", "several bytes"),
        ("shift_jis", "several bytes"),
        ("gb18030", "several bytes"),
        ("euc_kr", "several bytes"),
        ("rot13", "neither"),
        ("base64", "neither"),
        ("idna", "neither"),
        ("EBCDIC", "no code page"),
        ("1208", "no code page"),
    ],
)
def test_names_that_are_not_taken(name: str, why: str) -> None:
    page = code_page(name)
    assert isinstance(page, str)
    assert why in page


def test_what_is_invariant_is_so_in_every_ebcdic_code_page() -> None:
    for name in COMMON:
        page = code_page(name)
        assert isinstance(page, CodePage)
        if page.ebcdic:
            text = "".join(sorted(INVARIANT))
            assert page.encode(text) == text.encode("cp037"), name


def test_more_code_pages_are_loaded_only_when_one_is_asked_for() -> None:
    program = (
        "import sys; from generator.config.encodings import code_page; "
        "code_page('cp037'), code_page('ascii'); print('ebcdic' in sys.modules); "
        "code_page('cp1047'); print('ebcdic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
