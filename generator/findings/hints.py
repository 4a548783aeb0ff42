"""The rules of design in their order: what an experienced DBA says of the tables in a review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.findings import columns, indexes, names, physical, tables
from generator.findings.model import Case, Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config.load import LoadedJob
    from generator.problems import Problem
    from generator.relational.tables import Schema
    from generator.relational.target import Target

BY_TABLE: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    indexes.redundant,
    indexes.implied_uniqueness,
    indexes.one_null,
    indexes.inexact,
    indexes.long_key,
    indexes.no_merge_index,
    indexes.no_parent_index,
    indexes.few_values,
    indexes.many_indexes,
    columns.short_varying,
    columns.long_fixed,
    columns.even_precision,
    columns.undated,
    columns.number_as_identifier,
    columns.many_nulls,
    columns.approximate_amount,
    tables.near_limits,
    tables.wasted_pages,
    tables.no_data,
    tables.numbered_columns,
    names.too_long_for_zos,
    names.named_by_offset,
    names.named_like_table,
    names.nearly_equal,
)
BY_JOB: tuple[Callable[[Scene], Iterator[Problem]], ...] = (
    physical.forgotten_table_space,
    physical.index_space_alone,
    physical.compressed_staging,
    physical.shared_table_space,
    physical.big_pages,
    physical.appended_final,
    physical.locked_whole,
    names.cut,
    names.made_legal,
)


def hints(schema: Schema, targets: Sequence[Target], loaded: LoadedJob) -> tuple[Problem, ...]:
    """Every finding of every rule; a field of the copybook has each code once."""
    counted = tuple(target for target in targets if target.row_bytes)
    scene = Scene(schema, counted, loaded, {entity.name: entity for entity in schema.entities})
    found = [problem for rule in BY_JOB for problem in rule(scene)]
    for case in scene.cases():
        found += [problem for rule in BY_TABLE for problem in rule(case)]
    first: dict[tuple[object, ...], Problem] = {}
    for problem in found:
        first.setdefault(_identity(problem, loaded.where.path), problem)
    return tuple(first.values())


def _identity(problem: Problem, job: str) -> tuple[object, ...]:
    """An entry of a copybook in several tables, or in numbered columns, counts once."""
    place = problem.location
    if place and place.path != job:
        return problem.code, place.path, place.line, place.column
    return problem.code, problem.subject, problem.message
