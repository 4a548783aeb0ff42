"""From entries to records with placed fields: pure passes, folded in one visible order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.entries.entry import Entry
from generator.copybook.fields import Condition, Field, Kind, Record
from generator.copybook.layout.checks import check_items, check_names, check_sizes
from generator.copybook.layout.columns import NONE, Layout, Renaming, is_record
from generator.copybook.layout.literals import check_literals
from generator.copybook.layout.meaning import inherit_usage, read_pictures
from generator.copybook.layout.place import mark_variable, place_items, warn_of_alignment
from generator.copybook.layout.renames import link_renames
from generator.copybook.layout.structure import link_redefines, nest_levels
from generator.problems import Location, Problem

PASSES: tuple[Callable[[Layout], Layout], ...] = (
    nest_levels,  # who stands below whom; everything after needs groups told from items
    read_pictures,  # category and digits, which decide on sign and size
    inherit_usage,  # USAGE, SIGN and SYNCHRONIZED as they take effect on each item
    link_redefines,  # whose storage is shared, before storage is given
    check_items,  # what the compiler refuses, while every clause is known
    check_names,  # DEPENDING ON objects and keys, which may stand anywhere
    place_items,  # offsets, lengths and slack bytes
    check_sizes,  # the compiler's limit on a record
    check_literals,  # VALUE and level 88 against the room that their item has
    warn_of_alignment,  # an offset that holds only at a doubleword boundary
    mark_variable,  # which offsets hold for the maximum of a table only
    link_renames,  # what level 66 names, by the bytes that the items have now
)


def lay_out(
    entries: tuple[Entry, ...], member: str, dialect: Dialect = IBM
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The records of a copybook; `member` names the one that has no 01."""
    layout = Layout(entries, member, dialect)
    for step in PASSES:
        layout = step(layout)
    return tuple(_records(layout)), layout.problems


def _records(layout: Layout) -> Iterable[Record]:
    fields = _fields(layout)
    if layout.implied:
        yield _implied_record(layout, fields)
    for root in layout.roots:
        if is_record(layout.items[root]):
            field = fields[root]
            renamings = _renamings(layout, root, field.path)
            if renamings:
                field = replace(field, children=(*field.children, *renamings))
            name = field.name or "FILLER"
            yield Record(name, field, field.total_length, layout.minimums[root] * _fewest(field))


def _implied_record(layout: Layout, fields: dict[int, Field]) -> Record:
    """The group under which the top items are copied; offsets run on through them."""
    name = layout.member
    children = tuple(fields[item] for item in layout.implied)
    length = max(child.offset + child.total_length for child in children)
    first = children[0].location
    place = Location(first.path, first.line, 1, 1, first.source_line, first.included_from)
    below = (*children, *_renamings(layout, NONE, ()))
    root = Field(name, 1, Kind.GROUP, (name,), place, 0, length, children=below)
    return Record(name, root, length, length - _shrinkage(layout), implied=True)


def _fewest(field: Field) -> int:
    return field.occurs.minimum if field.occurs else 1


def _shrinkage(layout: Layout) -> int:
    """Bytes between the maximum and the minimum of the top items' tables."""
    shrinkage = 0
    for item in layout.implied:
        occurs = layout.items[item].clauses.occurs
        most = layout.lengths[item] * (occurs.maximum if occurs else 1)
        shrinkage += most - layout.minimums[item] * (occurs.minimum if occurs else 1)
    return shrinkage


def _fields(layout: Layout) -> dict[int, Field]:
    """The field of each item, made from the last item up, so that groups find what is in them."""
    paths = _paths(layout)
    fields: dict[int, Field] = {}
    for item in range(len(paths) - 1, -1, -1):
        below = tuple([fields[child] for child in layout.children[item]])
        fields[item] = _field(layout, item, paths[item], below)
    return fields


def _paths(layout: Layout) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = []
    for entry, parent in zip(layout.items, layout.parents, strict=True):
        name = entry.name.text if entry.name else "FILLER"
        paths.append((name,) if parent == NONE else (*paths[parent], name))
    return paths


def _field(layout: Layout, item: int, path: tuple[str, ...], below: tuple[Field, ...]) -> Field:
    entry = layout.items[item]
    clauses, conditions = entry.clauses, layout.conditions[item]
    return Field(
        entry.name.text if entry.name else None,
        entry.level,
        Kind.GROUP if below else Kind.ELEMENTARY,
        path,
        _location(entry),
        layout.offsets[item],
        layout.lengths[item],
        picture=None if below else layout.pictures[item],
        usage=layout.usages[item],
        sign=layout.signs[item],
        occurs=clauses.occurs,
        redefines=clauses.redefines.text if clauses.redefines else None,
        value=clauses.value,
        synchronized=clauses.synchronized if below else layout.synchronized[item],
        justified=clauses.justified,
        blank_when_zero=clauses.blank_when_zero,
        group_usage=clauses.group_usage,
        external=clauses.external,
        global_=clauses.global_,
        volatile=clauses.volatile,
        variable_offset=layout.variable[item],
        slack=layout.slacks[item],
        text=entry.statement.string,
        conditions=_conditions(conditions) if conditions else (),
        children=below,
    )


def _renamings(layout: Layout, root: int, above: tuple[str, ...]) -> tuple[Field, ...]:
    """The level-66 entries of a record."""
    return tuple(
        _renaming(layout, each, above)
        for each in layout.renamings
        if layout.record_of(each.behind) == root
    )


def _renaming(layout: Layout, renaming: Renaming, above: tuple[str, ...]) -> Field:
    """An item of its own over the bytes of others; renaming one item it has its attributes.

    (Enterprise COBOL Language Reference, "RENAMES clause".)
    """
    entry, first, last = renaming.entry, renaming.first, renaming.last
    name = entry.name.text if entry.name else None
    alone = first == last and not layout.is_group(first)
    start = layout.offsets[first]
    names = entry.clauses.renames
    return Field(
        name=name,
        level=entry.level,
        kind=Kind.RENAMES,
        path=(*above, name or "FILLER"),
        location=_location(entry),
        offset=start,
        length=layout.offsets[last] + layout.lengths[last] - start,
        picture=layout.pictures[first] if alone else None,
        usage=layout.usages[first] if alone else None,
        sign=layout.signs[first] if alone else None,
        renames=(names[0].text, names[1].text if names[1] else None) if names else None,
        variable_offset=layout.variable[first],
        text=entry.statement.string,
        conditions=_conditions(renaming.conditions),
    )


def _conditions(entries: tuple[Entry, ...]) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            entry.name.text if entry.name else "",
            entry.clauses.values,
            _location(entry),
            entry.clauses.false_value,
        )
        for entry in entries
    )


def _location(entry: Entry) -> Location:
    """The entry from its level number to its name."""
    end = entry.name.at + len(entry.name.text) if entry.name else 2
    return entry.statement.location(0, end)
