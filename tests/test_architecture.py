"""What the design promises of the code: one direction, one owner a library, plain templates."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from generator.render.format import black_style
from generator.render.render import fixed_texts
from generator.render.templates import TEMPLATES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"

# Each may import those above it and nothing below.
ORDER = (
    "problems",
    "cache",
    "tidy_json",
    "workspace",
    "explain",
    "copybook",
    "cobol",
    "inspect",
    "supported",
    "config",
    "relational",
    "reading",
    "targets",
    "findings",
    "render",
    "evolve",
    "review",
    "sources",
    "why",
    "drafting",
    "output",
    "pipeline",
    "migrations",
    "linted",
    "run",
    "console",
    "choices",
    "options",
    "shell",
    "migrate_cli",
    "cli",
)
OWNERS = {
    "lark": ["copybook/entries/parser.py"],
    "ebcdic": ["config/encodings.py"],
    "pathspec": ["output/ignored.py"],
    "jinja2": ["render/render.py"],
    "black": ["render/format.py"],
    "pydantic": ["config/schema.py", "config/validator.py"],
    "pydantic_core": ["config/read.py", "config/validator.py"],
}
ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Include,
    nodes.Filter,
    nodes.Const,
)
ALLOWED_FILTERS = {"join", "indent"}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ("generator", *path.relative_to(PACKAGE).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also within functions and for types only."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            known = [name for name in inner if name in modules()]
            yield from known or [node.module]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield ast.literal_eval(node.args[0])


MODULES = modules()
IMPORTS = {name: sorted(set(imports(path))) for name, path in MODULES.items()}
TEMPLATE_NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.j2"))


def part(module: str) -> str:
    return module.split(".")[1]


@pytest.mark.parametrize("module", [name for name in MODULES if name.count(".") > 0])
def test_one_direction(module: str) -> None:
    if module == "generator.__main__":
        return
    ours = [name for name in IMPORTS[module] if name.startswith("generator.")]
    rank = ORDER.index(part(module))
    against = [name for name in ours if ORDER.index(part(name)) > rank]
    assert not against


def test_no_cycles() -> None:
    graph = {
        name: [other for other in IMPORTS[name] if other in MODULES and other != name]
        for name in MODULES
    }
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_one_owner_a_library(library: str) -> None:
    users = [
        MODULES[name].relative_to(PACKAGE).as_posix()
        for name in MODULES
        if any(other.split(".")[0] == library for other in IMPORTS[name])
    ]
    assert users == OWNERS[library]


def test_the_driver_is_for_the_generated_code() -> None:
    users = [name for name in MODULES if any("ibm_db" in other for other in IMPORTS[name])]
    assert users == []


def test_the_copybook_package_stands_alone() -> None:
    program = (
        "import sys, generator.copybook.read; "
        "print([m for m in sys.modules if m.startswith('generator.') and "
        "m.split('.')[1] not in ('copybook', 'problems', 'cache')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_templates_hold_no_decisions(name: str) -> None:
    source = (TEMPLATES / name).read_text("utf-8")
    tree = jinja2.Environment(autoescape=False).parse(source)  # noqa: S701 - it is only parsed
    found = {type(node).__name__ for node in tree.find_all(nodes.Node)}
    assert found <= {node.__name__ for node in ALLOWED_NODES}
    assert {node.name for node in tree.find_all(nodes.Filter)} <= ALLOWED_FILTERS
    for test in [node.test for node in tree.find_all(nodes.If)]:
        assert isinstance(test, nodes.Name | nodes.Getattr)
    for loop in tree.find_all(nodes.For):
        assert isinstance(loop.iter, nodes.Name | nodes.Getattr)
        assert isinstance(loop.target, nodes.Name)
        assert loop.test is None


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_templates_are_tidy(name: str) -> None:
    source = (TEMPLATES / name).read_text("utf-8")
    assert [line for line in source.splitlines() if line != line.rstrip()] == []
    assert "\t" not in source
    assert source.endswith("\n")
    assert not source.endswith("\n\n")


def test_fixed_templates_are_in_black_style() -> None:
    assert fixed_texts()
    for text in sorted(fixed_texts()):
        whole = f"# Code generated by cobrepo from X.cpy. DO NOT EDIT.\n{text}"
        assert black_style(whole) == whole


def test_each_ruff_ignore_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    section = text.split("[tool.ruff.lint]")[1].split("[tool.mypy]")[0]
    ignores = [line for line in section.splitlines() if re.match(r'\s+"[A-Z]+\d*"', line)]
    assert ignores
    assert [line for line in ignores if not re.search(r",\s*# \S+", line)] == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_each_noqa_has_a_reason(module: str) -> None:
    lines = MODULES[module].read_text("utf-8").splitlines()
    waived = [line for line in lines if re.search(r"#\s*noqa", line)]
    assert [line for line in waived if not re.search(r"noqa: [A-Z0-9, ]+ - \w+", line)] == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_fit_a_sitting(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= 450
