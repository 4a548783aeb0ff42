"""The steps that take a database to this model, with what they lock and how they are undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.evolve.files import FILE
from generator.evolve.model import Script, Statement
from generator.evolve.scripts import script
from generator.relational.target import Target
from generator.render.files import RenderedFile
from generator.review.basis import Basis

Content = dict[str, Any]

_ORDER = ("checks", "up", "down")


def content(target: Target, rendered: Sequence[RenderedFile], basis: Basis) -> Content:
    """The scripts of a first deployment, and the steps of the migration where there is one."""
    folder = f"src/repository/ddl/{target.name}/"
    scripts = [file for file in rendered if file.path.startswith(folder)]
    drops = {_purpose(file): file.path for file in scripts if "/drop/" in file.path}
    way = basis.comparison.evolution if basis.comparison else None
    return {
        "name": target.name,
        "title": target.title,
        "card_images": bool(target.record),
        "steps": [
            {
                "path": file.path,
                "purpose": _purpose(file),
                "undo": drops.get(f"Undoes {file.path.removeprefix(folder)}"),
            }
            for file in scripts
            if "/drop/" not in file.path and file.path.endswith(".sql")
        ],
        "undo": list(drops.values()),
        "migration": _migration(script(way, target)) if way and way.tables else None,
        "files": [
            {"path": file.path, "text": file.text} for file in _newest(basis.migrations, target)
        ],
    }


def _newest(migrations: Sequence[RenderedFile], target: Target) -> Sequence[RenderedFile]:
    """The files of the last migration of a target: its checks, its way up, its way down."""
    matches = ((FILE.fullmatch(file.path), file) for file in migrations)
    own = [(m[2], _ORDER.index(m[4]), file) for m, file in matches if m and m[1] == target.name]
    last = max((number for number, *_ in own), default="")
    found = sorted((place, file.path, file) for number, place, file in own if number == last)
    return [file for *_, file in found]


def _purpose(file: RenderedFile) -> str:
    """The second line of a script says what it is for."""
    _, purpose, *_ = (*file.text.splitlines(), "", "")
    return purpose.removeprefix("-- ").rstrip(".")


def _migration(found: Script) -> Content:
    return {
        "checks": [_statement(check) for check in found.checks],
        "steps": [
            {
                "title": step.title,
                "notes": list(step.notes),
                "irreversible": step.irreversible,
                "statements": [_statement(statement) for statement in step.statements],
            }
            for step in found.steps
        ],
    }


def _statement(statement: Statement) -> Content:
    return {
        "text": statement.text,
        "notes": list(statement.notes),
        "disabled": statement.disabled,
    }
