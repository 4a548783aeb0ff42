"""Every code has a page, and every page's example gives its code until it is cured."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from generator import explain
from generator.explain import FAMILIES, PAGES, codes, explained

from .examples import (
    FENCE,
    USUAL,
    Files,
    example,
    head,
    loud,
    place_in,
    problems,
    read_page,
    run_session,
    shown,
)

ROOT = Path(__file__).parents[2]
CODE = re.compile(rf"(?:{'|'.join(FAMILIES)})\d{{3}}")
TOLD = re.compile(r"\[([A-Z]{3}\d{3})\]")
INDEX = re.compile(r"(?<=<!-- index -->\n).*(?=<!-- end -->)", re.DOTALL)
SECTIONS = ["Example", "Cure"]
LONGEST = 75


def raised() -> dict[str, list[str]]:
    """Every code that stands as a text of its own in the generator, with its modules."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and CODE.fullmatch(text):
                found.setdefault(text, []).append(path.name)
    return found


RUN = [code for code in codes() if not example(code).not_run]
FILES = [code for code in RUN if not example(code).session]
SESSIONS = [code for code in RUN if example(code).session]


def test_every_code_has_a_page() -> None:
    assert sorted(set(raised()) - set(codes())) == []


def test_every_page_has_a_code() -> None:
    assert sorted(set(codes()) - set(raised())) == []


@pytest.mark.parametrize("code", codes())
def test_the_form_of_a_page(code: str) -> None:
    text = read_page(code)
    assert explained(code).severities
    assert set(explained(code).severities) <= {"error", "warning", "note"}
    assert text.splitlines()[2].endswith(f" · {explained(code).family}")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == SECTIONS
    assert not explained(code).title.endswith(".")
    assert len(text.splitlines()) <= LONGEST
    written = FENCE.sub(lambda block: "" if block[1] in {"text", "console"} else block[0], text)
    assert [line for line in written.splitlines() if len(line) > 100] == []
    meaning = text.partition("\n## Example")[0].splitlines()[3:]
    assert len(" ".join(meaning).split()) >= 12


def said(code: str, found: list[str]) -> str:
    """The page with the block of what is said filled in."""
    text = read_page(code)
    shown, mark, cure = text.partition("\n## Cure\n")
    block = "```text\n" + "".join(f"{line}\n" for line in found) + "```"
    (old,) = [m for m in FENCE.finditer(shown) if m[1] == "text"]
    return shown[: old.start()] + block + shown[old.end() :] + mark + cure


@pytest.mark.parametrize("code", FILES)
def test_the_example_gives_the_code(code: str, tmp_path: Path, *, update_golden: bool) -> None:
    page = example(code)
    assert page.files
    found = loud(problems(code, page.files, tmp_path), code)
    others = set(TOLD.findall(page.said)) - {code}  # that the page shows on purpose
    assert {problem.code for problem in found} == {code} | others
    own = {str(problem.severity) for problem in found if problem.code == code}
    assert own <= set(explained(code).severities)
    if update_golden:
        (PAGES / f"{code}.md").write_text(said(code, [head(p, tmp_path) for p in found]), "utf-8")
        return
    assert page.said.splitlines() == [head(problem, tmp_path) for problem in found]


CURES = [(code, n) for code in FILES for n in range(len(example(code).cures))]


@pytest.mark.parametrize(("code", "number"), CURES)
def test_the_cure_heals(code: str, number: int, tmp_path: Path) -> None:
    page = example(code)
    files: Files = page.files | page.cures[number]
    assert files != page.files
    assert [head(p, tmp_path) for p in loud(problems(code, files, tmp_path), code)] == []


FIRST = "$ cobrepo generate CASE\n"


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What most sessions begin with, made once."""
    root = tmp_path_factory.mktemp("generated")
    place_in(root, USUAL)
    assert run_session(FIRST, root).returncode == 0
    return root


@pytest.mark.parametrize("code", SESSIONS)
def test_the_session_gives_the_code(code: str, tmp_path: Path, generated: Path) -> None:
    page = example(code)
    session = page.session
    if session.startswith(FIRST) and not page.files:
        shutil.copytree(generated, tmp_path, dirs_exist_ok=True)
        session = session.removeprefix(FIRST)
    else:
        place_in(tmp_path, USUAL | page.files)
    done = run_session(session, tmp_path)
    found = done.stdout.splitlines()
    at = -1
    for line in shown(page.session):
        begins, cut, _ = line.partition("…")
        fits = [n for n in range(at + 1, len(found)) if found[n].startswith(begins)]
        fits = fits if cut else [n for n in fits if found[n] == line]
        assert fits, f"{line}\n{done.stdout}"
        at = fits[0]
    assert code in TOLD.findall(page.session)
    assert set(TOLD.findall(done.stdout)) == set(TOLD.findall(page.session))
    severities = re.findall(rf"(\w+)\[{code}\]", done.stdout)
    assert set(severities) <= set(explained(code).severities)
    if page.healing:
        healed = run_session(page.healing, tmp_path)
        assert healed.returncode == 0, healed.stdout
        assert f"[{code}]" not in healed.stdout


def test_the_index(*, update_golden: bool) -> None:
    path = PAGES / "README.md"
    text = path.read_text("utf-8")
    new = INDEX.sub(lambda _: f"\n{explain.index()}\n", text)
    if update_golden:
        path.write_text(new, "utf-8")
        return
    assert text == new
