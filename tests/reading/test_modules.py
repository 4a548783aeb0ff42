"""The import package of a job's program is shadowed by nothing and shadows nothing."""

from __future__ import annotations

import sys

import pytest

from generator.render.modules import module_name


@pytest.mark.parametrize("package", ["policy", "acct_mast", "job_1", "account"])
def test_most_jobs_have_their_own_name(package: str) -> None:
    assert module_name(package) == package


@pytest.mark.parametrize(
    "package",
    ["calendar", "class", "config", "ebcdic", "ibm_db", "repository", "rich", "tests", "yaml"],
)
def test_a_name_that_means_something_else_gets_an_ending(package: str) -> None:
    assert module_name(package) == f"{package}_job"


def test_nothing_of_the_standard_library_is_shadowed() -> None:
    names = [name for name in sys.stdlib_module_names if not name.startswith("_")]
    assert [name for name in names if module_name(name.lower()) == name] == []
