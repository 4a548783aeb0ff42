"""The kinds of record in a file: one for a record, or one for each branch of its REDEFINES."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from generator.reading.conditions import CannotCompareError, Resolver
from generator.reading.model import All, Block, Kind, Not, Test
from generator.reading.sizes import measured

if TYPE_CHECKING:
    from generator.config.model import Role, Trailer, Variant
    from generator.reading.records import Described
    from generator.relational.tables import Entity


Action = Literal["reject", "ignore"]


@dataclass(frozen=True, slots=True)
class Told:
    """A kind with what its trailer says, and where job.yaml says it; the totals come later."""

    kind: Kind
    of: Described
    trailer: Trailer
    keys: tuple[str | int, ...]


def kinds(of: Described, entities: Sequence[Entity]) -> Iterator[Told]:
    """The kinds of a record; each root entity is that of a branch that becomes rows."""
    ctx = of.ctx
    own = [e for e in entities if (e.record, e.copybook) == (ctx.record.name, ctx.book.path)]
    roots = iter(entity for entity in own if entity.parent is None)
    test = _test(of, ctx.rule.when, "when")
    branches = () if ctx.rule.ignore or ctx.rule.role != "detail" else tuple(_branches(of))
    for keys, branch in branches:
        entity = next(roots, None) if branch.role == "detail" else None
        block = of.block(entity, own) if entity else None
        when = _both(test, _test(of, branch.when, *keys, "when"))
        name = entity.name if entity else f"{ctx.record.name}_{branch.use}"
        yield Told(_kind(of, name, branch.role, when, block), of, branch.trailer, keys)
    if not branches:
        entity = next(roots, None)
        block = of.block(entity, own) if entity else None
        name = entity.name if entity else ctx.record.name
        yield Told(_kind(of, name, ctx.rule.role, test, block), of, ctx.rule.trailer, ())


def unmatched(of: Described) -> Action | None:
    """What becomes of records that match no branch, None where the record has none."""
    for rules in of.ctx.rule.redefines.values():
        if isinstance(rules, tuple):
            return next((rule.otherwise for rule in rules if rule.otherwise), "reject")
    return None


def _branches(of: Described) -> Iterator[tuple[tuple[str | int, ...], Variant]]:
    for selector, rules in of.ctx.rule.redefines.items():
        for index, rule in enumerate(rules if isinstance(rules, tuple) else ()):
            if rule.otherwise is None:
                yield ("redefines", selector, index), rule


def _test(of: Described, text: str | None, *keys: str | int) -> Test:
    try:
        return Resolver(of.ctx.record, of.settings, of.item).test(text)
    except CannotCompareError as error:
        place = of.ctx.where.value("records", of.ctx.key, *keys)
        of.ctx.findings.error("MAP409", error.message, place, error.hint)
        return All()


def _both(one: Test, other: Test) -> Test:
    if one == All():
        return other
    return one if other == All() else All((one, other))


def _kind(of: Described, name: str, role: Role, when: Test, block: Block | None) -> Kind:
    counting = of.layout.counting
    whole = of.layout.whole
    return Kind(
        record=of.ctx.record.name,
        name=name.lower().replace("-", "_"),
        role=role,
        when=when,
        length=whole,
        minimum=measured(whole, {each.name: each.minimum for each in counting}),
        maximum=measured(whole, {each.name: each.maximum for each in counting}),
        counters=of.counters(),
        block=block,
    )


def in_order(told: Sequence[Told]) -> tuple[tuple[Told, ...], Action]:
    """The kinds, each told from those before, and what becomes of a record of none of them.

    A record that none of its own branches takes is not left to a record without a condition.
    """
    found: list[Told] = []
    refused: list[Test] = []
    action: Action = "reject"
    for index, each in enumerate(told):
        found.append(_but_not(each, refused))
        last = index + 1 == len(told)
        otherwise = unmatched(each.of) if last or told[index + 1].of is not each.of else None
        own = each.of.ctx.rule.when
        if otherwise == "ignore" and last:
            action = "ignore"
        elif otherwise == "ignore" and own:
            found.append(_skipped(each, _test(each.of, own, "when")))
        elif otherwise and own:
            refused.append(_test(each.of, own, "when"))
    return tuple(found), action


def _but_not(told: Told, refused: Sequence[Test]) -> Told:
    if told.kind.when != All() or not refused:
        return told
    parts = tuple(Not(test) for test in refused)
    when = parts[0] if len(parts) == 1 else All(parts)
    return replace(told, kind=replace(told.kind, when=when))


def _skipped(told: Told, test: Test) -> Told:
    """Records of a kind that job.yaml ignores when no branch takes them."""
    name = f"{told.of.ctx.record.name}_OTHER"
    return replace(told, kind=_kind(told.of, name, "detail", test, None), keys=())
