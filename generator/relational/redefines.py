"""REDEFINES: which of several descriptions of the same bytes holds.

A union is an item and all that redefine it. job.yaml names one of them (`base` is the first), or
gives branches, each with the condition under which it holds; each branch is a table of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.config.model import Variant
from generator.config.select import suggest
from generator.copybook.fields import Field, Kind
from generator.relational.context import Context, match_one
from generator.relational.tables import Dropped, Unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.problems import Location


@dataclass(frozen=True, slots=True)
class Union:
    """The first description and all of them, itself included. `repeated`: inside a table."""

    base: Field
    all: tuple[Field, ...]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Which description of each union holds in one entity: by identity of the base."""

    chosen: Mapping[int, Field] = field(default_factory=dict)
    decided: frozenset[int] = frozenset()  # unions that job.yaml has a rule for
    unions: Mapping[int, Union] = field(default_factory=dict)
    split: int | None = None  # the union whose description the condition of the branch selects
    variant: Variant | None = None
    keys: tuple[str | int, ...] = ()  # place of the branch below the record

    def description(self, item: Field) -> Field:
        """The description that holds for the bytes of the item."""
        return self.chosen.get(id(item), item)


def unions(items: Sequence[Field], *, repeated: bool = False) -> Iterator[Union]:
    """Every union among the items and below them."""
    members: dict[int, list[Field]] = {}
    base_of: dict[str, Field] = {}
    for item in items:
        base = base_of.get(item.redefines.upper(), item) if item.redefines else item
        if item.name:
            base_of[item.name.upper()] = base
        if item.kind is not Kind.RENAMES:
            members.setdefault(id(base), []).append(item)
    for found in members.values():
        if len(found) > 1:
            inside = repeated or any(item.occurs for item in found)
            yield Union(found[0], tuple(found), inside)
    for item in items:
        yield from unions(item.children, repeated=repeated or item.occurs is not None)


def plans(ctx: Context) -> tuple[Plan, ...]:
    """One plan, or one for each branch of the record's variants."""
    found = {id(union.base): union for union in unions(ctx.record.root.children)}
    owner = {id(member): union for union in found.values() for member in union.all}
    chosen: dict[int, Field] = {}
    decided: dict[int, str] = {}
    branches: list[tuple[str, Union]] = []
    for selector, rule in ctx.rule.redefines.items():
        union = _union(ctx, selector, owner)
        if union is None or _said_twice(ctx, selector, union, decided):
            continue
        decided[id(union.base)] = selector
        if isinstance(rule, Variant):
            chosen |= _use(ctx, union, rule, "redefines", selector)
        elif isinstance(rule, tuple):
            branches.append((selector, union))
    plain = Plan(chosen, frozenset(decided), found)
    return _branches(ctx, plain, branches) if branches else (plain,)


def _union(ctx: Context, selector: str, owner: Mapping[int, Union]) -> Union | None:
    item = match_one(ctx, selector, "redefines", selector)
    if item is None:
        return None
    if id(item) not in owner:
        message = f"{ctx.title(item)} is not redefined and redefines nothing"
        names = [str(union.base.name) for union in owner.values()]
        near = suggest(selector, names) or ", ".join(dict.fromkeys(names))
        hint = f"redefined here: {near}" if near else "take the entry out"
        ctx.findings.error("MAP202", message, ctx.place("redefines", selector), hint)
    return owner.get(id(item))


def _said_twice(ctx: Context, selector: str, union: Union, decided: Mapping[int, str]) -> bool:
    before = decided.get(id(union.base))
    if before is None:
        return False
    message = f"{selector} and {before} describe the same bytes and both have a rule"
    place = ctx.place("redefines", selector)
    ctx.findings.error("MAP203", message, place, "keep one of the two entries")
    return True


def _use(ctx: Context, union: Union, rule: Variant, *keys: str | int) -> dict[int, Field]:
    """The description that the rule names, by identity of the base; empty after an error."""
    fits = [item for item in union.all if (item.name or "FILLER") == (rule.use or "").upper()]
    if len(fits) == 1:
        return {id(union.base): fits[0]}
    names = [item.name or "FILLER" for item in union.all]
    message = f"{rule.use or 'nothing'} is no description of {ctx.title(union.base)}"
    near = suggest(rule.use or "", names)
    hint = f"did you mean {near}?" if near else f"use one of: {', '.join(names)}"
    ctx.findings.error("MAP204", message, ctx.place(*keys, "use"), hint)
    return {}


def _branches(ctx: Context, plain: Plan, branches: Sequence[tuple[str, Union]]) -> tuple[Plan, ...]:
    selector, union = branches[0]
    for other, _ in branches[1:]:
        message = f"{other}: only one REDEFINES of a record can have branches"
        hint = f"{selector} has them already; give this one base or use"
        ctx.findings.error("MAP205", message, ctx.place("redefines", other), hint)
    if union.repeated:
        message = f"{selector} lies inside a table, so it cannot have branches"
        hint = "give it base or use"
        ctx.findings.error("MAP206", message, ctx.place("redefines", selector), hint)
    rules = ctx.rule.redefines[selector]
    found = []
    for index, rule in enumerate(rules if isinstance(rules, tuple) else ()):
        keys = ("redefines", selector, index)
        if rule.otherwise is None:
            chosen = {**plain.chosen, **_use(ctx, union, rule, *keys)}
            split = id(union.base)
            found.append(Plan(chosen, plain.decided, plain.unions, split, rule, keys))
    return tuple(found) or (plain,)


def with_rows(ctx: Context, plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The plans without the branches of headers and trailers, which become no rows."""
    about = [
        (plan, plan.variant) for plan in plans if plan.variant and plan.variant.role != "detail"
    ]
    for plan, variant in about:
        text = f"{variant.use}: becomes no table"
        reason = f"job.yaml says that it is a {variant.role}"
        ctx.findings.decide(ctx.record.name, variant.role, text, reason, ctx.place(*plan.keys))
    skipped = {id(plan) for plan, _ in about}
    left = tuple(plan for plan in plans if id(plan) not in skipped)
    if not left:
        message = f"no branch of record {ctx.record.name} is a detail record"
        hint = "give the record itself the role, or add a branch that becomes a table"
        ctx.findings.error("MAP208", message, ctx.place("redefines"), hint)
    return left or tuple(plans)


def unmatched(ctx: Context) -> tuple[Unmatched, ...]:
    """What happens to records that match no branch; they are rejected unless job.yaml says so."""
    found = []
    for selector, rules in ctx.rule.redefines.items():
        if isinstance(rules, tuple):
            said = [rule.otherwise for rule in rules if rule.otherwise]
            action = said[0] if said else "reject"
            reason = "otherwise of job.yaml" if said else "no otherwise: nothing is lost silently"
            what = "rejects" if action == "reject" else "skips"
            text = (
                f"the reader, which turns bytes into rows, {what} records that match no branch of "
                f"{selector}; the tables do not see them"
            )
            place = ctx.place("redefines", selector)
            ctx.findings.decide(ctx.record.name, "unmatched-records", text, reason, place)
            _say_what_a_key_keeps(ctx, place)
            found.append(Unmatched(ctx.record.name, selector, action))
    return tuple(found)


def _say_what_a_key_keeps(ctx: Context, place: Location) -> None:
    """One key may have a row in the table of each branch."""
    text = (
        "the last record of a key wins in each branch's table by itself; a record that changes "
        "its type keeps its row in the table of the old type"
    )
    reason = "right where one key has records of several types; otherwise delete the old rows"
    ctx.findings.decide(ctx.record.name, "one-table-per-branch", text, reason, place)


def dropped(plans: Sequence[Plan]) -> tuple[Dropped, ...]:
    """The descriptions that hold in no entity; those inside another one are part of it."""
    found: list[Dropped] = []
    inside: set[int] = set()
    for union in plans[0].unions.values():
        holding = {id(item): item for item in (plan.description(union.base) for plan in plans)}
        left = [item for item in union.all if id(item) not in holding]
        if id(union.base) not in inside:
            found += [Dropped(item, tuple(holding.values())) for item in left]
            inside |= {id(part) for item in left for part in item.walk()}
    return tuple(found)


def report(ctx: Context, union: Union, chosen: Field, *, decided: bool) -> None:
    """Say which description holds; a choice that nobody made is a warning."""
    others = [ctx.title(item) for item in union.all if item is not chosen]
    text = f"{ctx.title(chosen)} is mapped; not mapped: {', '.join(others)}"
    if decided:
        reason = "job.yaml says so"
        ctx.findings.decide(ctx.title(union.base), "redefines", text, reason, union.base.location)
        return
    reason = "the first description holds when job.yaml says nothing"
    ctx.findings.decide(ctx.title(union.base), "redefines", text, reason, union.base.location)
    base = ctx.title(union.base)
    message = f"{base} is redefined by {', '.join(others)} and job.yaml has no rule"
    hint = (
        f"the columns are those of {base}; to say so, or otherwise, "
        f"add records.{ctx.record.name}.redefines.{base}"
    )
    ctx.findings.warn("MAP201", message, union.base.location, hint)
