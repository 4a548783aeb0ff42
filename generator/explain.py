"""What each code means: the pages of docs/codes, shipped in the package of an installed wheel."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import eq
from pathlib import Path

_PACKAGED = Path(__file__).parent / "_codes"
PAGES = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[1] / "docs" / "codes"
FAMILIES = {
    "CPY": "copybook",
    "CFG": "job.yaml",
    "MAP": "mapping",
    "NAM": "names",
    "DDL": "tables",
    "MIG": "migration",
    "GEN": "files",
}

_HEAD = re.compile(r"# (?P<code>[A-Z]{3}\d{3}): (?P<title>.+)\n\n(?P<severity>[a-z ]+) · .+\n")
_WIDEST = 100
_ALIKE = 4
_DIGITS = str.maketrans("OIL", "011")
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as its file has it; `severities` are those with which the code can be raised."""

    code: str
    title: str
    severities: tuple[str, ...]
    text: str

    @property
    def family(self) -> str:
        """What codes of this kind are about."""
        return FAMILIES[self.code[:3]]

    def to_dict(self) -> dict[str, object]:
        """JSON form."""
        return {
            "code": self.code,
            "family": self.family,
            "severities": list(self.severities),
            "title": self.title,
            "markdown": self.text,
        }


@cache
def codes() -> tuple[str, ...]:
    """Every code that has a page, sorted."""
    return tuple(sorted(path.stem for path in PAGES.glob("[A-Z]*[0-9].md")))


@cache
def explained(code: str) -> Page:
    """The page of a code; raises KeyError where there is none."""
    if code not in codes():
        raise KeyError(code)
    text = (PAGES / f"{code}.md").read_text("utf-8")
    head = _HEAD.match(text)
    if head is None or head["code"] != code:
        raise ValueError(f"docs/codes/{code}.md does not begin as a page does")
    return Page(code, head["title"], tuple(head["severity"].split(" or ")), _COMMENT.sub("", text))


def title(code: str) -> str:
    """What the code says in general words."""
    return explained(code).title


def page(code: str) -> str:
    """The page as Markdown."""
    return explained(code).text


def index() -> str:
    """The list of all codes as Markdown, a table a family."""
    parts = []
    for family, about in FAMILIES.items():
        rows = [
            f"| [{code}]({code}.md) | {' or '.join(explained(code).severities)} | {title(code)} |\n"
            for code in codes()
            if code.startswith(family)
        ]
        if rows:
            table = "| code | severity | what it says |\n| --- | --- | --- |\n" + "".join(rows)
            parts.append(f"## {family}: {about}\n\n{table}")
    return "\n".join(parts)


def find(wanted: Sequence[str]) -> tuple[Page, ...]:
    """The pages of the codes, in any case, or all pages; raises KeyError with what to tell."""
    names = tuple(dict.fromkeys(name.upper() for name in wanted)) or codes()
    unknown = [_unknown(name) for name in names if name not in codes()]
    if unknown:
        raise KeyError("; ".join(unknown))
    return tuple(explained(name) for name in names)


def as_text(pages: Sequence[Page], *, terminal: bool) -> str:
    """The pages to be read: by rich on a terminal, without marks elsewhere."""
    markdown = "\n".join(one.text for one in pages)
    return _rich(markdown) if terminal else _plain(markdown)


def as_list(pages: Sequence[Page]) -> str:
    """A line a code."""
    wide = max((len(" or ".join(one.severities)) for one in pages), default=0)
    return "".join(f"{p.code}  {' or '.join(p.severities):<{wide}}  {p.title}\n" for p in pages)


def as_json(pages: Sequence[Page], *, whole: bool) -> str:
    """As one document; a list of all codes has no texts."""
    content = [one.to_dict() for one in pages]
    for one in content if not whole else ():
        del one["markdown"]
    document = {"command": "explain", "exit_code": 0, "codes": content}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def as_markdown(pages: Sequence[Page]) -> str:
    """The pages as they are kept."""
    return "\n".join(one.text for one in pages)


def _unknown(name: str) -> str:
    """The code that has most characters at the same place; O and I are often meant for digits."""
    folded = name[:3] + name[3:].translate(_DIGITS)
    near = max(codes(), key=lambda code: sum(map(eq, code, folded)))
    alike = sum(map(eq, near, folded)) >= _ALIKE
    return f"no code {name}: " + (
        f"did you mean {near}?" if alike else "`cobrepo explain` lists all"
    )


def _rich(markdown: str) -> str:
    from rich.console import Console  # noqa: PLC0415 - only where somebody looks
    from rich.markdown import Markdown  # noqa: PLC0415 - as above

    console = Console(soft_wrap=False)
    with console.capture() as capture:
        console.print(Markdown(markdown, code_theme="ansi_dark"), width=min(console.width, _WIDEST))
    return capture.get()


def _plain(markdown: str) -> str:
    """No marks of headings, code indented."""
    lines: list[str] = []
    fenced = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            lines.append(f"    {line}".rstrip())
        else:
            lines.append(line.lstrip("#").lstrip() if line.startswith("#") else line)
    return "\n".join(lines) + "\n"
