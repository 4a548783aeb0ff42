"""Every case on H2: up gives the tables of the later model, down those of the former, rows kept."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from generator.evolve.db2.values import family
from generator.evolve.model import Evolution, Script
from generator.relational.accepted import AcceptedSchema, TableKind
from tests.evolve.db2_h2 import TARGETS, Database, Row, both_ways, contents, fill
from tests.evolve.test_property import pair
from tests.evolve.versions import NAMES, evolution_of

PAIRS = 15  # of them that are none there are few
STYLES = ("digits", "dates", "short")


def deployed(target: str, model: AcceptedSchema) -> dict[str, list[tuple[Any, ...]]]:
    """What the catalogue says of the model's tables created at once."""
    with closing(Database(target)) as fresh:
        fresh.create(model)
        return fresh.shape(model)


def filled(database: Database, evolution: Evolution, up: Script, style: str) -> int:
    database.create(evolution.before)
    fill(database, evolution.before, style)
    return database.clear(up, evolution.before)


def round_trip(evolution: Evolution, target: str) -> None:
    """Up and down; a check that finds rows has them deleted, as a user would see to them."""
    up, down = both_ways(evolution, target)
    for style in STYLES:
        with closing(Database(target)) as database:
            if filled(database, evolution, up, style) and style != STYLES[-1]:
                continue
            assert database.offenders(up, evolution.before) == []
            before = contents(database, evolution.before)
            database.carry_out(up, evolution.before)
            compared(database, target, evolution, evolution.after)
            carried(evolution, before, contents(database, evolution.after))
            database.carry_out(down, evolution.after)
            compared(database, target, evolution, evolution.before)
            restored(evolution, before, contents(database, evolution.before))
            return


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("case", NAMES)
def test_up_gives_the_later_tables_and_down_the_former(case: str, target: str) -> None:
    evolution = evolution_of(case)
    if evolution.before.schema == evolution.after.schema:
        round_trip(evolution, target)
        return
    for script in both_ways(evolution, target):
        assert script.steps[0].title.startswith("By hand:")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("seed", range(PAIRS))
def test_so_it_is_with_random_pairs(seed: int, target: str) -> None:
    found = pair(seed)
    if found is not None:
        round_trip(found[0].evolution, target)


def compared(database: Database, target: str, evolution: Evolution, model: AcceptedSchema) -> None:
    """Columns, types, nulls, defaults, keys, indexes and checks; comments where a table changed."""
    found, wanted = database.shape(model), deployed(target, model)
    assert found.keys() == wanted.keys()
    sides = [side for c in evolution.tables for side in (c.before, c.after) if side]
    changed = {table.name for table in sides}
    for name, shape in wanted.items():
        if name in changed:
            assert found[name] == shape
        else:
            assert [row[:-1] for row in found[name]] == [row[:-1] for row in shape]


def keeps(model: AcceptedSchema) -> set[str]:
    return {t.name for t in model.tables if t.kind is TableKind.FINAL}


def carried(
    evolution: Evolution, before: dict[str, list[Row]], after: dict[str, list[Row]]
) -> None:
    """Each row is there, with each value that was there."""
    gathered = {m.wide for m in evolution.moves if not m.spread}
    spread = {m.tall for m in evolution.moves if m.spread}
    for change in evolution.tables:
        old, new = change.before, change.after
        if old is None or new is None or old.name not in keeps(evolution.before):
            continue
        if new.name in spread and old.gone:
            continue
        was, now = before[old.name], after[new.name]
        assert len(was) == len(now)
        taken = {w for m in evolution.moves for _, row in m.rows for w, _ in row}
        for each in change.columns:
            if not each.before or not each.after:
                continue
            if new.name in gathered and each.after.name in taken:
                continue
            for former, later in zip(was, now, strict=True):
                value = former[each.before.name]
                if value is not None:
                    alike = family(each.before.type) == family(each.after.type)
                    assert same(value, later[each.after.name], alike=alike)


def same(former: str, later: str | None, *, alike: bool) -> bool:
    """Whether it is the same value, whatever the type says of blanks and zeros."""
    if later is None:
        return False
    former, later = former.rstrip(), later.rstrip()
    if former == later:
        return True
    if not alike:
        former, later = former.replace("-", "").lstrip("0"), later.replace("-", "").lstrip("0")
    try:
        return float(former or 0) == float(later or 0)
    except ValueError:
        return former == later


def restored(
    evolution: Evolution, before: dict[str, list[Row]], again: dict[str, list[Row]]
) -> None:
    """Every row is as it was, but for columns that a step says it removes for good."""
    gone = {
        (change.before.name, each.before.name)
        for change in evolution.tables
        for each in change.columns
        if change.before
        and each.before
        and (not each.after or (each.before.nullable and not each.after.nullable))
    }
    revived = {m.tall for m in evolution.moves if m.spread}
    for name in sorted(keeps(evolution.before) - revived):
        assert len(before[name]) == len(again[name])
        for was, now in zip(before[name], again[name], strict=True):
            for column, value in was.items():
                if (name, column) not in gone:
                    assert (value or "").rstrip() == (now[column] or "").rstrip(), (name, column)
