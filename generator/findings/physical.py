"""Physical clauses of job.yaml: which are forgotten, which do not pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.findings.model import Scene, note, warning
from generator.relational.limits import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.model import PhysicalRule
    from generator.problems import Problem
    from generator.relational.target import Target

PARTS = ("staging", "final", "reconciliation")


def forgotten_table_space(scene: Scene) -> Iterator[Problem]:
    """Some tables are placed, others are left to the database's default."""
    rules = _rules(scene)
    placed = [part for part, rule in rules.items() if rule.tablespace]
    for part, rule in rules.items():
        if placed and not rule.tablespace and part == "final" and _luw(scene):
            told = f"the final tables have no table space, those of {' and '.join(placed)} have"
            hint = "physical.final.tablespace; without one Db2 chooses among those it may use"
            yield warning("DDL231", "", told, scene.loaded.where("physical"), hint)


def index_space_alone(scene: Scene) -> Iterator[Problem]:
    """INDEX IN stands behind IN (Db2 LUW, CREATE TABLE, "tablespace-clauses")."""
    for part, rule in _rules(scene).items():
        if rule.index_tablespace and not rule.tablespace and _luw(scene):
            told = f"physical.{part} has an index table space and no table space"
            place = scene.loaded.where("physical", part, "index_tablespace")
            hint = f"add physical.{part}.tablespace: INDEX IN is only allowed behind IN"
            yield warning("DDL232", "", told, place, hint)


def compressed_staging(scene: Scene) -> Iterator[Problem]:
    """Rows that live for one run are compressed for nobody."""
    if scene.targets and scene.loaded.config.physical.staging.compress:
        told = "the staging tables are compressed, whose rows live from load to MERGE"
        place = scene.loaded.where("physical", "staging", "compress")
        hint = "compress: false spares the processor time of every insert; compress final tables"
        yield note("DDL233", "", told, place, hint)


def shared_table_space(scene: Scene) -> Iterator[Problem]:
    """Staging is filled and emptied by every run; what lies beside it is backed up with it."""
    physical = scene.loaded.config.physical
    space = physical.staging.tablespace
    if _luw(scene) and space and space == physical.final.tablespace:
        told = f"staging and final tables share the table space {space}"
        place = scene.loaded.where("physical", "staging", "tablespace")
        hint = "one of their own for the staging tables keeps their churn out of backup and REORG"
        yield note("DDL234", "", told, place, hint)


def big_pages(scene: Scene) -> Iterator[Problem]:
    """Without IN, Db2 needs a table space of that page size that it may use (SQL0286N)."""
    for target in _luw(scene):
        for case in scene.cases():
            big = {
                table.name: found
                for table in (case.entity.staging, case.entity.final)
                if not table.physical.tablespace
                and (found := page(table, target)) not in (None, target.pages[0])
            }
            if big:
                biggest = max((found.size, found.title) for found in big.values() if found)[1]
                verb = "needs" if len(big) == 1 else "need"
                told = f"{' and '.join(big)} {verb} pages of {biggest}, in no table space by name"
                hint = (
                    "name one with such pages under physical, or make sure that Db2 finds one: a "
                    "new database has none but 4K or what it was created with"
                )
                yield note("DDL235", case.name, told, case.place, hint)


def appended_final(scene: Scene) -> Iterator[Problem]:
    """APPEND YES (Db2 for z/OS, CREATE TABLE): inserts ignore the clustering index."""
    if _zos(scene) and scene.loaded.config.physical.zos.final.append:
        told = "the final tables have APPEND YES: inserted rows are at the end, not at their key"
        place = scene.loaded.where("physical", "zos", "final", "append")
        hint = "append is for staging tables; freed pages of these wait for a REORG"
        yield note("DDL236", "", told, place, hint)


def locked_whole(scene: Scene) -> Iterator[Problem]:
    """LOCKSIZE TABLESPACE (Db2 for z/OS, CREATE TABLESPACE): one writer at a time."""
    zos = scene.loaded.config.physical.zos
    for part in ("staging", "reconciliation"):
        if _zos(scene) and getattr(zos, part).lock_size == "tablespace":
            told = f"the {part} tables are locked as a whole, and several writers insert at once"
            place = scene.loaded.where("physical", "zos", part, "lock_size")
            hint = "lock_size: page, or any; else each writer waits for the commit of another"
            yield warning("DDL237", "", told, place, hint)


def _zos(scene: Scene) -> bool:
    return any(target.space_name for target in scene.targets)


def _luw(scene: Scene) -> tuple[Target, ...]:
    """The targets whose table spaces job.yaml names; z/OS has one of its own for each table."""
    return tuple(target for target in scene.targets if not target.space_name)


def _rules(scene: Scene) -> dict[str, PhysicalRule]:
    physical = scene.loaded.config.physical
    return {part: getattr(physical, part) for part in PARTS}
