"""Migrations for SQLite: tables built anew, so that they are what the DDL says to the letter.

SQLite alters little of a table in place. The procedure is the one that it documents ("ALTER
TABLE", "Making Other Kinds Of Table Schema Changes"): create the table under another name, copy
the rows with their values converted, drop the old table, rename the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.evolve.model import Script, Statement, Step
from generator.evolve.sqlite.checks import checks
from generator.evolve.sqlite.moves import gathered_from, moved_rows
from generator.evolve.sqlite.rows import copied
from generator.evolve.sqlite.tables import Work, index_statements, sql, work_of
from generator.relational.accepted import AcceptedSchema, TableKind

if TYPE_CHECKING:
    from generator.evolve.model import Evolution
    from generator.relational.target import Target

_RUNS = "_RECON_RUN"


def script(evolution: Evolution, target: Target) -> Script:
    """Staging tables in one step, then each table that keeps its rows, in a step of its own.

    Tables that take a name or values from each other go together.
    """
    works = work_of(evolution, target)
    staging = [work for work in works if work.kind is TableKind.STAGING and work.differs]
    groups = _groups([work for work in works if work.kind is not TableKind.STAGING])
    steps = [*_staging(staging, evolution.before), *map(_step, groups)]
    return Script(
        tuple(step for step in steps if step.statements),
        tuple(check for work in works for check in checks(work)),
    )


def _staging(works: Sequence[Work], before: AcceptedSchema) -> Iterator[Step]:
    if not works:
        return
    statements = [_drop(work.old) for work in works if work.old]
    statements += [statement for work in works if work.after for statement in _created(work)]
    gone = any(work.old for work in works)
    runs = (table.name for table in before.tables if table.name.endswith(_RUNS))
    purged = [
        Statement(
            sql("purge_runs", run=name), ("No run can go on with what it staged: it is gone.",)
        )
        for name in runs
        if gone
    ]
    yield Step("staging tables: drop and create", (*statements, *purged))


def _groups(works: Sequence[Work]) -> list[list[Work]]:
    """Those that have anything to do with each other, each group in the order of the model."""
    groups: list[list[Work]] = []
    for work in works:
        linked = [group for group in groups if any(work.links & other.links for other in group)]
        groups = [group for group in groups if group not in linked]
        groups.append([*(other for group in linked for other in group), work])
    return groups


def _step(works: Sequence[Work]) -> Step:
    """Create and fill, drop, rename, index: a name is free before it is taken."""
    statements = [
        *(part for work in works if work.rebuilt for part in _filled(work)),
        *(part for work in works for part in moved_rows(work)),
        *(part for work in works for part in _cleared(work)),
        *(part for work in works if work.rebuilt for part in _renamed(work)),
        *(part for work in works for part in _added(work)),
    ]
    names = ", ".join(dict.fromkeys(name for work in works for name in work.names))
    verbs = dict.fromkeys(work.verb for work in works)
    return Step(
        f"{names}: {', '.join(verbs)}",
        tuple(statements),
        notes=tuple(note for work in works for note in work.notes),
        irreversible=any(work.loses for work in works),
    )


def _filled(work: Work) -> Iterator[Statement]:
    yield Statement(work.create(work.new))
    if work.before is not None:
        yield copied(work, gathered_from(work))
    if work.old and work.counts:
        yield Statement(sql("forget_sequence", name=work.new))
        yield Statement(sql("keep_sequence", before=work.old, after=work.new))


def _cleared(work: Work) -> Iterator[Statement]:
    """What goes: the table, or its indexes where the table stays."""
    if work.kept:
        yield Statement(sql("drop_table", name=work.old), disabled=True)
    elif work.old and (work.rebuilt or work.after is None):
        yield _drop(work.old)
    else:
        for name in work.lost_indexes:
            yield Statement(sql("drop_index", name=name))


def _renamed(work: Work) -> Iterator[Statement]:
    """A view on the table must not stop the renaming, which happens while its table is gone."""
    yield Statement(sql("legacy_rename", state="ON"))
    yield Statement(sql("rename_table", before=work.new, after=work.final))
    yield Statement(sql("legacy_rename", state="OFF"))
    yield from _disabled(work)


def _disabled(work: Work) -> Iterator[Statement]:
    for column in work.newly_retired:
        note = f"{column} stays, nullable, until job.yaml says `removed: {{{column}: drop}}`."
        text = sql("drop_column", table=work.final, column=column)
        yield Statement(text, (note,), disabled=True)


def _added(work: Work) -> Iterable[Statement]:
    """A new table, and the indexes that are not there yet."""
    if work.after is None or work.kept:
        return ()
    if work.old is None and not work.rebuilt:
        return _created(work)
    return index_statements(work, every=work.rebuilt)


def _created(work: Work) -> Iterator[Statement]:
    yield Statement(work.create(work.final))
    yield from index_statements(work, every=True)


def _drop(name: str) -> Statement:
    return Statement(sql("drop_table", name=name))
