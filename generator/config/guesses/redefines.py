"""REDEFINES: which description of the bytes holds, as the level-88 entries suggest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.config.contents import is_address
from generator.config.guesses.names import RECORD_WORDS, words
from generator.config.literals import spelled
from generator.config.select import select, shortest_name
from generator.copybook.fields import Condition, Field, Kind, Record, Usage

_NOISE = RECORD_WORDS | {"IS", "TYPE", "CODE", "REDEF", "REDEFINES", "R", "X", "FIELDS", "SEGMENT"}
_TYPE_WORDS = frozenset(("TYPE", "TYP", "CODE", "CD", "IND", "KIND", "INDICATOR"))
_STRONG = 2
_ABBREVIATION = 3
_BARE_AREA = 30
_LONGEST_CODE = 4


@dataclass(frozen=True, slots=True)
class Union:
    """An item and all that redefine it; `repeated` when inside a table."""

    base: Field
    others: tuple[Field, ...]
    repeated: bool = False

    @property
    def all(self) -> tuple[Field, ...]:
        """Every description, the first one first."""
        return (self.base, *self.others)


@dataclass(frozen=True, slots=True)
class Branch:
    """A description with the condition that selects it; `when` is None when nothing does."""

    item: Field
    when: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What is proposed for a union.

    `use` is the description that holds alone; with `variants` the branches hold instead.
    `branches` without `variants` are what could be written, for a comment.
    """

    union: Union
    use: Field
    reason: str
    branches: tuple[Branch, ...] = ()
    variants: bool = False


def choices(record: Record) -> tuple[Choice, ...]:
    """A choice for each union of the record; only one of them gets variants."""
    found: list[Choice] = []
    for union in unions(record.root.children):
        choice = _choice(union, record)
        if choice.variants and (union.repeated or any(other.variants for other in found)):
            reason = "inside a table" if union.repeated else "only one REDEFINES has branches"
            choice = Choice(union, union.base, reason)
        found.append(choice)
    return tuple(found)


def unions(items: Sequence[Field], *, repeated: bool = False) -> Iterator[Union]:
    """Every union among the items and below them."""
    base_of: dict[str, Field] = {}
    others: dict[int, list[Field]] = {}
    bases: list[Field] = []
    for item in items:
        base = base_of.get((item.redefines or "").upper(), item)
        if base is not item:
            others.setdefault(id(base), []).append(item)
        else:
            bases.append(item)
        if item.name:
            base_of[item.name.upper()] = base
    for base in bases:
        if id(base) in others:
            every = (base, *others[id(base)])
            inside = repeated or any(item.occurs for item in every)
            yield Union(base, tuple(others[id(base)]), inside)
    for item in items:
        yield from unions(item.children, repeated=repeated or item.occurs is not None)


def _choice(union: Union, record: Record) -> Choice:
    candidates = tuple(item for item in union.all if not _is_bare(item))
    single = candidates[0] if len(candidates) == 1 else None
    if single is not None and single is not union.base and not single.is_filler:
        return Choice(union, single, "the only description with fields")
    if _is_view(union):
        shown = ", ".join(str(item.name or "FILLER") for item in union.others)
        return Choice(union, union.base, f"{shown}: the same bytes, seen otherwise")
    found = [_branches(candidates, field, record) for field in _discriminators(union, record)]
    clear = next((branches for branches, complete in found if complete), None)
    if clear:
        reason = "its level-88 entries tell the descriptions apart"
        return Choice(union, union.base, reason, clear, variants=True)
    if not found:
        return Choice(union, union.base, "no field in front tells which description holds")
    fields = _discriminators(union, record)
    best = max(range(len(found)), key=lambda index: (_matched(found[index][0]), -index))
    return Choice(union, union.base, _doubt(fields[best], found[best][0]), found[best][0])


def _matched(branches: tuple[Branch, ...]) -> int:
    return sum(branch.when is not None for branch in branches)


def _doubt(field: Field, branches: tuple[Branch, ...]) -> str:
    """Why the branches of a field are only a comment."""
    if not field.conditions:
        return f"perhaps {field.name} tells which description holds; then write:"
    named = "some" if _matched(branches) else "none"
    return f"the level-88 entries of {field.name} name {named} of the descriptions; perhaps:"


def _is_bare(item: Field) -> bool:
    """An area without fields of its own: text of some length, or nothing but FILLER."""
    if item.kind is Kind.GROUP:
        return all(below.is_filler for below in item.walk() if below is not item)
    return item.is_filler or (item.usage is Usage.DISPLAY and item.length > _BARE_AREA)


def _is_view(union: Union) -> bool:
    """One value in two forms: an elementary item beside its parts, or beside another picture."""
    one_value = union.base.kind is Kind.ELEMENTARY and not _is_bare(union.base)
    return one_value or all(item.kind is Kind.ELEMENTARY or item.is_filler for item in union.others)


def _discriminators(union: Union, record: Record) -> tuple[Field, ...]:
    """Fields that may tell the descriptions apart, the nearest in front of them first."""
    inside = {id(below) for item in union.all for below in item.walk()}
    every = [item for item in _outside_tables(record.root) if id(item) not in inside]
    fits = [
        item
        for item in every
        if not item.is_filler
        and item.kind is Kind.ELEMENTARY
        and not is_address(item)
        and (item.conditions or _is_code(item))
        and item.offset < union.base.offset
    ]
    return tuple(sorted(fits, key=lambda item: (not item.conditions, -item.offset)))


def _is_code(item: Field) -> bool:
    return words(item.name)[-1] in _TYPE_WORDS and item.length <= _LONGEST_CODE


def _outside_tables(item: Field) -> Iterator[Field]:
    if item.occurs is None and item.redefines is None:
        yield item
        for child in item.children:
            yield from _outside_tables(child)


def _branches(
    candidates: tuple[Field, ...], field: Field, record: Record
) -> tuple[tuple[Branch, ...], bool]:
    """The branches that a field's level-88 entries suggest, and whether all of them are clear."""
    conditions = _single_conditions(field.conditions)
    taken: dict[int, list[Condition]] = {id(item): [] for item in candidates}
    tails = _telling_words([item.name for item in candidates])
    heads = _telling_words([condition.name for condition in conditions])
    unmatched = 0
    for condition, head in zip(conditions, heads, strict=True):
        scores = [_score(tail, head, _values(condition)) for tail in tails]
        best = max(scores, default=0)
        if best >= _STRONG and scores.count(best) == 1:
            taken[id(candidates[scores.index(best)])].append(condition)
        else:
            unmatched += 1
    branches = tuple(_branch(item, taken[id(item)], field, record) for item in candidates)
    complete = unmatched == 0 and all(branch.when for branch in branches) and len(branches) > 1
    return branches, complete and not any(item.is_filler for item in candidates)


def _branch(item: Field, conditions: list[Condition], field: Field, record: Record) -> Branch:
    if not conditions:
        return Branch(item, None, f"{shortest_name(field, record)} = '?'")
    when = " or ".join(_named_alone(condition.name, field, record) for condition in conditions)
    values = [value for condition in conditions for value in _spelled(condition)]
    return Branch(item, when, f"{field.name} = {', '.join(values)}")


def _named_alone(name: str, field: Field, record: Record) -> str:
    """The condition-name, qualified when another field has one of the same name."""
    every = [c.name.upper() for item in record.root.walk() for c in item.conditions]
    return name if every.count(name.upper()) == 1 else f"{name} OF {field.name}"


def _single_conditions(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Without the entries that only sum up others (VALID-TYPE VALUE 'A' 'B' 'C')."""
    return tuple(
        condition
        for condition in conditions
        if not _sums_up(condition, [other for other in conditions if other is not condition])
    )


def _sums_up(condition: Condition, others: list[Condition]) -> bool:
    values = set(_values(condition))
    smaller = [set(_values(other)) for other in others if set(_values(other)) < values]
    return len(values) > 1 and values == set().union(*smaller)


def _values(condition: Condition) -> tuple[str, ...]:
    return tuple(entry.low.text.strip().upper() for entry in condition.values if not entry.high)


def _spelled(condition: Condition) -> tuple[str, ...]:
    return tuple(
        spelled(entry.low) + (f" thru {spelled(entry.high)}" if entry.high else "")
        for entry in condition.values
    )


def _telling_words(names: Sequence[str | None]) -> list[tuple[str, ...]]:
    """For each name the words that not all of the names have, without empty words like DATA."""
    split = [words(name) for name in names]
    shared = set(split[0]).intersection(*split[1:]) if len(split) > 1 else set()
    return [tuple(w for w in name if w not in shared and w not in _NOISE) for name in split]


def _score(tail: tuple[str, ...], head: tuple[str, ...], values: tuple[str, ...]) -> int:
    """How well a description's words fit a condition-name's words and its values."""
    initials = "".join(word[0] for word in head)
    points = [0]
    for word in tail:
        if word in head or (len(word) > 1 and word in values):
            points.append(4)
        elif len(word) > 1 and word == initials:
            points.append(3)
        elif any(_abbreviates(word, other) or _abbreviates(other, word) for other in head):
            points.append(2)
    return max(points)


def _abbreviates(short: str, whole: str) -> bool:
    """The letters of the short word stand in this order in the whole, from its first letter on."""
    if len(short) < _ABBREVIATION or short[0] != whole[0]:
        return False
    letters = iter(whole)
    return all(letter in letters for letter in short)


def mapped(record: Record, chosen: Sequence[Choice]) -> Iterator[tuple[Field, bool, bool]]:
    """The fields that get columns with these choices: (field, inside a table, in a branch)."""
    by_base = {id(choice.union.base): choice for choice in chosen}
    yield from _mapped(record.root, by_base, repeated=False, branched=False)


def _mapped(
    group: Field, by_base: dict[int, Choice], *, repeated: bool, branched: bool
) -> Iterator[tuple[Field, bool, bool]]:
    members = {id(i) for choice in by_base.values() for i in choice.union.others}
    for item in group.children or (group,):
        if item.kind is Kind.RENAMES or is_address(item) or id(item) in members:
            continue
        choice = by_base.get(id(item))
        held = (item,) if choice is None else _held(choice)
        split = branched or (choice is not None and choice.variants)
        for one in held:
            inside = repeated or one.occurs is not None
            yield one, inside, split
            if one.children:
                yield from _mapped(one, by_base, repeated=inside, branched=split)


def _held(choice: Choice) -> tuple[Field, ...]:
    if choice.variants:
        return tuple(branch.item for branch in choice.branches)
    return (choice.use,)


def is_selectable(item: Field, record: Record) -> bool:
    """Whether some selector names this field and no other."""
    return not item.is_filler and len(select(shortest_name(item, record), record)) == 1
