"""Words of job.yaml about renames and removals that mean nothing: never passed over silently.

A word that was carried out stays valid, so that job.yaml need not change after a migration.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.evolve.comparing.moves import Paired
from generator.evolve.comparing.pairing import Path, former, renamed_from
from generator.evolve.model import Words
from generator.problems import Problem
from generator.relational.accepted import AcceptedSchema, AcceptedTable, TableKind
from generator.relational.held import below


def misused(
    before: AcceptedSchema,
    paired: Sequence[Paired],
    words: Words,
    unsettled: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """An error for each word that names nothing.

    Those of `unsettled` records wait: nobody has said yet which tables they are about.
    """
    final = [both for both in paired if _is_final(both)]
    found: list[tuple[tuple[str, str | tuple[str, str]], Problem]] = []
    removed = {key: word for key, word in words.removed.items() if key[0] not in unsettled}
    renamed = {key: said for key, said in words.renamed.items() if key[0] not in unsettled}
    for key, word in removed.items():
        found += [(("removed", key), p) for p in _removed(*key, word, final)]
    for key, said in renamed.items():
        found += [(("renamed", key), p) for p in _renamed(*key, said, final, words)]
    for name, said in words.records.items():
        found += [(("records", name), p) for p in _record(before, name, said)]
    return tuple(replace(problem, location=words.places.get(at)) for at, problem in found)


def _is_final(both: Paired) -> bool:
    side = both[0].after or both[0].before
    return side is not None and side.kind is TableKind.FINAL


def _removed(record: str, name: str, word: str, final: Sequence[Paired]) -> Iterator[Problem]:
    tables = _gone_tables(final)
    if name in tables:
        if word == "drop":
            yield Problem(
                code="MIG205",
                message=f"records.{record}.removed: {name} is a table, and a table with accepted "
                "rows is never dropped",
                hint=f"write {name}: keep; the migration has its DROP TABLE as a comment",
                subject=name,
            )
        return
    own = [both for both in final if _is_of(both, record)]
    gone = sorted(each for both in own for each in _gone_columns(both))
    if name not in gone:
        yield Problem(
            code="MIG203",
            message=f"records.{record}.removed: {name} {_why_not(name, own)}",
            hint=_meant(name, [*gone, *tables]),
            subject=name,
        )


def _gone_tables(final: Iterable[Paired]) -> list[str]:
    olds = [(pair.before, pair.after) for pair, _ in final]
    return sorted(old.name for old, new in olds if old is not None and (new is None or old.gone))


def _is_of(both: Paired, record: str) -> bool:
    """Words stand under the record's name of now."""
    side = both[0].after or both[0].before
    return side is not None and side.record.upper() == record.upper()


def _gone_columns(both: Paired) -> Iterator[str]:
    """As job.yaml may name them: COLUMN and TABLE.COLUMN."""
    pair, columns = both
    if pair.before is None:
        return
    found = [column.name for column in (*columns.lost, *pair.before.retired)]
    sides = [side.name for side in (pair.before, pair.after) if side is not None]
    for name in (*found, *pair.before.dropped):
        yield name
        yield from (f"{table}.{name}" for table in sides)


def _why_not(name: str, own: Iterable[Paired]) -> str:
    table, _, column = name.rpartition(".")
    for pair, _ in own:
        new = pair.after
        if new is None or table not in {"", new.name}:
            continue
        if any(known.name == column for known in new.table.columns):
            return f"is still a column of {new.name}"
    return "names no column that is gone"


def _meant(name: str, gone: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, gone, n=1)
    if close:
        return f"did you mean {close[0]}?"
    plain = [each for each in gone if "." not in each]
    return f"gone are {', '.join(plain[:5])}" if plain else "take the line out: nothing is gone"


def _renamed(
    record: str, path: str, said: str, final: Sequence[Paired], words: Words
) -> Iterator[Problem]:
    own = [both for both in final if both[0].after and both[0].after.record == record]
    parts = tuple(path.split("."))
    if any(_means_something(both, parts, words) for both in own):
        return
    known = sorted(
        {
            each
            for pair, columns in own
            if pair.before
            for column in columns.lost
            for each in (column.name, _cobol(pair.before, column.name))
            if each
        }
    )
    yield Problem(
        code="MIG204",
        message=f"records.{record}: {'.'.join(parts[1:]) or path} has renamed_from: {said}, and no "
        "table that is there has a column or a field of that name",
        hint=_meant(said, known),
        subject=".".join(parts[1:]) or path,
    )


def _means_something(both: Paired, path: Path, words: Words) -> bool:
    """Whether the word renames something here, or did so already."""
    old, new = both[0].before, both[0].after
    if old is None or new is None:
        return False
    known = [below(place.path, old.record) for place in old.places.values()]
    known.append(below(old.item, old.record))
    wanted = {below(path, new.record), former(words, new.record, path)}
    if any(each[: len(path)] == path for each in known for path in wanted):
        return True
    at = (c for c in new.table.columns if c.name in new.places and new.places[c.name].path == path)
    return any(renamed_from(both[0], column, words) is not None for column in at)


def _cobol(table: AcceptedTable, column: str) -> str:
    place = table.places.get(column)
    return place.path[-1] if place else ""


def _record(before: AcceptedSchema, record: str, said: str) -> Iterator[Problem]:
    known = {table.record.upper() for table in before.tables if table.kind is TableKind.FINAL}
    if known.isdisjoint({record.upper(), said.upper()}):
        yield Problem(
            code="MIG204",
            message=f"records.{record} has renamed_from: {said}, and no table that is there is "
            "for a record of that name",
            hint=_meant(said.upper(), sorted(known)),
            subject=record,
        )
