"""Two models compared: what follows for the tables, in words, and what must be asked first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.evolve.comparing.asked import misused
from generator.evolve.comparing.changes import detached_change, move_change, table_changes
from generator.evolve.comparing.classes import Effect, flags
from generator.evolve.comparing.fates import Decided, Fate, decide
from generator.evolve.comparing.moves import Paired, carried, moves_between
from generator.evolve.comparing.pairing import TablePair, pair_columns, pair_tables
from generator.evolve.comparing.ranking import column_candidates, table_candidates
from generator.evolve.comparing.runs import runs
from generator.evolve.model import (
    Change,
    ChangeClass,
    Comparison,
    Evolution,
    Question,
    TableChange,
    Words,
)
from generator.problems import GenerationFailed
from generator.relational.accepted import AcceptedSchema, AcceptedTable, TableKind
from generator.relational.target import Target


def compare(
    before: AcceptedSchema, model: AcceptedSchema, words: Words, targets: Sequence[Target]
) -> Comparison:
    """What leads from the lock to the model; GenerationFailed for words that mean nothing."""
    paired = tuple((pair, pair_columns(pair, words)) for pair in pair_tables(before, model, words))
    moves = moves_between(paired, words)
    moved = {name for move in moves for name in (move.wide, move.tall)}
    tables = tuple(_table_questions(paired, words, moved))
    problems = misused(before, paired, words, frozenset(each.record for each in tables))
    if problems:
        raise GenerationFailed(problems)
    decided = _decided(paired, words, carried(moves))
    evolution = _evolution(before, model, decided)
    detached = evolution.detached
    names = tuple(target.name for target in targets)
    return Comparison(
        evolution=replace(evolution, moves=moves),
        changes=(
            *_schema_change(before, model, names),
            *(change for each in decided for change in table_changes(each, names)),
            *(detached_change(t) for t in evolution.after.tables if t.name in detached),
            *(move_change(move) for move in moves),
            *runs(decided),
        ),
        questions=(
            *_column_questions(decided),
            *tables,
        ),
    )


def _decided(
    paired: Iterable[Paired], words: Words, went: frozenset[tuple[str, str]]
) -> tuple[Decided, ...]:
    """Parents come before their children, whose keys follow them."""
    fates: dict[str, Mapping[str, Fate]] = {}
    found = []
    for pair, columns in paired:
        parent = pair.before.parent if pair.before else None
        decided = decide(pair, columns, words, went, fates.get(parent or "", {}))
        if pair.before is not None:
            fates[pair.before.name] = decided.fates
        found.append(decided)
    return tuple(found)


def _evolution(
    before: AcceptedSchema, model: AcceptedSchema, decided: Sequence[Decided]
) -> Evolution:
    tables = tuple(each.after for each in decided if each.after is not None)
    changes = tuple(change for each in decided if (change := each.change) is not None)
    if before.schema != model.schema:
        changes = tuple(each.change or _whole(each) for each in decided)
    version = before.version + (1 if changes else 0)
    return Evolution(before, replace(model, version=version, tables=tables), changes)


def _whole(decided: Decided) -> TableChange:
    """A table that does not differ but for the SQL schema that it is in."""
    return TableChange(decided.before, decided.after, decided.pairs)


def _schema_change(
    before: AcceptedSchema, model: AcceptedSchema, targets: Sequence[str]
) -> Iterator[Change]:
    if before.schema != model.schema:
        yield Change(
            kind="schema-changed",
            change_class=ChangeClass.PHYSICAL,
            table="",
            before=before.schema or "unqualified",
            after=model.schema or "unqualified",
            ddl="Db2 renames no table into another schema: that step is by hand, before the others",
            data="rows go along with their tables",
            flags=flags(Effect.SCHEMA, targets),
        )


def _column_questions(decided: Iterable[Decided]) -> Iterator[Question]:
    for each in decided:
        if each.before is None or each.after is None:
            continue
        asked = [c for c in each.columns.lost if each.fates.get(c.name) is Fate.ASK]
        found = column_candidates(TablePair(each.before, each.after), each.columns, asked)
        for column in asked:
            yield Question(each.after.record, each.after.name, column.name, found[column.name])


def _table_questions(paired: Sequence[Paired], words: Words, moved: set[str]) -> Iterator[Question]:
    """Tables of records that are gone, beside new ones that look like them."""
    gone = [pair.before for pair, _ in paired if pair.before is not None and pair.after is None]
    added = [pair.after for pair, _ in paired if pair.after is not None and pair.before is None]
    answered = {name for _, name in words.removed}
    lost = {table.name for table in gone}
    new = [table for table in added if _is_asked(table) and table.name not in moved]
    for table in gone:
        if not _is_asked(table) or table.name in moved | answered or table.parent in lost:
            continue
        found = table_candidates(table, new)
        if found:
            record = next(each.record for each in new if each.name == found[0].after)
            yield Question(record, "", table.name, found)


def _is_asked(table: AcceptedTable) -> bool:
    return table.kind is TableKind.FINAL and not table.gone
