"""The shipped files are what the COBOL programs write."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
SHIPPED = sorted(path.name for path in (SAMPLES / "data").iterdir() if path.suffix != ".md")


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the programs write now."""
    folder = tmp_path_factory.mktemp("samples")
    done = subprocess.run(
        [SAMPLES / "cobol" / "write", folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return folder


def test_the_programs_write_nothing_else(written: Path) -> None:
    assert sorted(path.name for path in written.iterdir()) == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_file_is_what_its_program_writes(written: Path, name: str) -> None:
    assert (written / name).read_bytes() == (SAMPLES / "data" / name).read_bytes()


def test_the_programs_convert_as_iconv_does() -> None:
    text = (SAMPLES / "cobol" / "CP037.cpy").read_text()
    latin, code_page = text.split("05  CODE-PAGE-037.")
    characters, converted = (
        bytes.fromhex("".join(re.findall(r'X"([0-9A-F]+)"', part))) for part in (latin, code_page)
    )
    assert characters == bytes([*range(0x20, 0x7F), *range(0xA0, 0x100)])
    iconv = ["iconv", "--from-code", "LATIN1", "--to-code", "IBM037"]
    done = subprocess.run(iconv, input=characters, capture_output=True, check=True)
    assert done.stdout == converted
