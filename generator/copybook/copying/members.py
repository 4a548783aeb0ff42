"""Where COPY finds its members."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

EXTENSIONS = ("", ".cpy", ".cbl", ".cob", ".cobol", ".copy", ".cpb", ".inc", ".txt", ".dcl")


class Libraries:
    """Folders with members; what a folder holds is looked up once."""

    def __init__(self, folders: Sequence[str]) -> None:
        self.folders = tuple(folders)
        self._listings: dict[str, dict[str, str]] = {}

    def find(self, name: str, library: str, own: Sequence[str]) -> str | None:
        """The file of a member: any case, the usual extensions, folders in their order.

        `own` are the folders that go before the libraries. A folder is a library if it has its
        name, or holds a folder of that name.
        """
        for each in (*own, *self.folders):
            folder = self._of_library(each, library) if library else each
            found = self._in_folder(name, folder) if folder else None
            if found is not None:
                return found
        return None

    def _of_library(self, folder: str, library: str) -> str | None:
        inside = self._listing(folder).get(library.upper())
        if inside:
            return str(Path(folder, inside))
        return folder if Path(folder).resolve().name.upper() == library.upper() else None

    def _in_folder(self, name: str, folder: str) -> str | None:
        names = self._listing(folder)
        for extension in EXTENSIONS:
            found = names.get((name + extension).upper())
            if found is not None and Path(folder, found).is_file():
                return Path(folder, found).as_posix()
        path = Path(folder, name)
        return path.as_posix() if "/" in name and path.is_file() else None

    def _listing(self, folder: str) -> dict[str, str]:
        """The names in a folder by their upper-case form; the first in order wins."""
        known = self._listings.get(folder)
        if known is None:
            try:
                names = sorted(entry.name for entry in Path(folder).iterdir())
            except OSError:
                names = []
            known = {name.upper(): name for name in reversed(names)}
            self._listings[folder] = known
        return known
