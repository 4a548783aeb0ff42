"""Names in the generated modules: constants of records, local variables."""

from __future__ import annotations

import builtins
import keyword
import re

_TAKEN = frozenset(
    (
        *dir(builtins),
        *keyword.kwlist,
        *("raw", "text", "nibbles", "at", "row", "children", "child", "part", "rest", "record"),
        *("date", "datetime", "time", "struct", "exactly", "memo", "counts", "unfrozen"),
        *("charmap_decode", "isfinite", "itemgetter", "overpunch", "digits", "packed"),
        *("separate", "shifted", "known", "overpunched", "blanked", "partial", "window", "parent"),
        *("occurrence", "index"),
    )
)


def constant(name: str) -> str:
    """A Python name as that of a constant: ACCOUNT."""
    return name.upper()


class Locals:
    """Names of local variables, each given once."""

    def __init__(self, *taken: str) -> None:
        self._taken = set(taken)

    def new(self, wanted: str) -> str:
        """The name, with underscores behind it where it is taken."""
        name = re.sub(r"\W", "_", wanted)
        while name in self._taken or name in _TAKEN:
            name += "_"
        self._taken.add(name)
        return name
