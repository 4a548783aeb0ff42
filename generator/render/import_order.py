"""Names in the order in which ruff sorts them: constants, classes, functions.

Numbers in names count as numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def imported(names: Iterable[str]) -> tuple[str, ...]:
    """As behind `import`, where case counts only between names that are alike without it."""
    return tuple(
        sorted(set(names), key=lambda name: (*_kind(name), _natural(name.lower()), _natural(name)))
    )


def exported(names: Iterable[str]) -> tuple[str, ...]:
    """As in __all__, where case counts."""
    return tuple(sorted(set(names), key=lambda name: (*_kind(name), _natural(name))))


def _kind(name: str) -> tuple[bool, bool]:
    return not name.isupper(), name[0].islower()


def _natural(name: str) -> list[tuple[bool, int, str]]:
    parts = re.findall(r"\d+|\D+", name)
    return [(not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts]
