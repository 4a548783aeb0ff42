"""The pass that gives each item its bytes.

Sizes: Enterprise COBOL Language Reference, "USAGE clause". Slack bytes: "SYNCHRONIZED clause",
"Slack bytes within records". Alignment counts from the record, which starts on a doubleword.
"""

from __future__ import annotations

from generator.copybook.entries.usages import FACTS, size_of
from generator.copybook.fields import Picture, Sign, Usage
from generator.copybook.layout.columns import NONE, Layout, is_record
from generator.problems import Problem, Severity

_HALFWORD_DIGITS = 4
_FULLWORD_DIGITS = 9
_BY_DIGITS = frozenset(
    (Usage.COMP, Usage.COMP_3, Usage.COMP_5, Usage.COMP_6, Usage.COMP_N, Usage.COMP_X)
)


def elementary_length(
    usage: Usage,
    picture: Picture | None,
    sign: Sign | None = None,
    byte_length: int | None = None,
    *,
    lp64: bool = False,
) -> int:
    """Bytes of an elementary item.

    A national and a DBCS character takes 2 bytes, a UTF-8 character 4 or what BYTE-LENGTH says.
    """
    fixed = size_of(usage, lp64=lp64)
    if fixed is not None:
        return fixed
    if picture is None:
        return 0
    if usage in _BY_DIGITS:
        return _digits_length(usage, picture)
    if usage is Usage.UTF_8:
        return byte_length or 4 * picture.size
    positions = picture.size + bool(sign and sign.separate)
    return 2 * positions if usage in (Usage.NATIONAL, Usage.DISPLAY_1) else positions


def _digits_length(usage: Usage, picture: Picture) -> int:
    """Bytes of a binary or packed number."""
    digits = picture.digits
    if usage in (Usage.COMP, Usage.COMP_5):
        return binary_length(digits)
    if usage in (Usage.COMP_X, Usage.COMP_N):
        return _shortest_length(digits) if digits else picture.size
    if usage is Usage.COMP_6 and not picture.signed:
        return (digits + 1) // 2
    return digits // 2 + 1


def binary_length(digits: int) -> int:
    """Halfword, fullword or doubleword (COMP and COMP-5 alike on z/OS)."""
    if digits <= _HALFWORD_DIGITS:
        return 2
    return 4 if digits <= _FULLWORD_DIGITS else 8


def _shortest_length(digits: int) -> int:
    """COMP-X and COMP-N: as few bytes as hold the largest number of so many digits."""
    largest: int = 10**digits - 1
    return (largest.bit_length() + 7) // 8


def alignment(usage: Usage | None, digits: int, *, lp64: bool = False) -> int:
    """The boundary of a synchronized item: COMP with five digits and more on a fullword."""
    facts = FACTS[usage or Usage.DISPLAY]
    if facts.boundary == 0:
        return 2 if digits <= _HALFWORD_DIGITS else 4
    return facts.wide if lp64 and facts.wide else facts.boundary


def place_items(layout: Layout) -> Layout:
    """Offsets, lengths and slack bytes of every item."""
    placer = _Placer(layout)
    for root in layout.roots:
        if is_record(layout.items[root]):
            placer.place(root, 0)
    end, before = 0, NONE
    for root in layout.implied:
        end, before = placer.place_next(root, end, before), root
    return layout._replace(
        offsets=tuple(placer.offsets),
        lengths=tuple(placer.lengths),
        minimums=tuple(placer.minimums),
        slacks=tuple(placer.slacks),
        problems=(*layout.problems, *placer.problems),
    )


class _Placer:
    """The columns in the making; local to `place_items`."""

    def __init__(self, layout: Layout) -> None:
        count = len(layout.items)
        self.layout = layout
        self.offsets = [0] * count
        self.lengths = [0] * count
        self.minimums = [0] * count
        self.slacks = [0] * count
        self.problems: list[Problem] = []
        self.aligns = any(layout.synchronized)
        self.boundaries = self._boundaries() if self.aligns else [1] * count

    def _boundaries(self) -> list[int]:
        """The largest alignment inside each item, from the last item up to its groups."""
        layout = self.layout
        largest = [1] * len(layout.items)
        for item in range(len(largest) - 1, -1, -1):
            if not layout.is_group(item) and layout.synchronized[item]:
                picture = layout.pictures[item]
                digits = picture.digits if picture else 0
                largest[item] = alignment(layout.usages[item], digits, lp64=layout.dialect.lp64)
            parent = layout.parents[item]
            if parent != NONE:
                largest[parent] = max(largest[parent], largest[item])
        return largest

    def _lead(self, item: int) -> int:
        """The boundary that the first byte of an item must have."""
        while self.layout.children[item]:
            item = self.layout.children[item][0]
        return self.boundaries[item]

    def place(self, item: int, start: int) -> int:
        """Place an item and all below it; gives the end of its last occurrence."""
        layout, children = self.layout, self.layout.children[item]
        self.offsets[item] = start
        if children:
            end = start
            for before, child in zip((NONE, *children), children, strict=False):
                end = self.place_next(child, end, before)
            self.lengths[item] = end - start
            self.minimums[item] = self._minimum(children)
        else:
            self.lengths[item] = self.minimums[item] = elementary_length(
                layout.usages[item] or Usage.DISPLAY,
                layout.pictures[item],
                layout.signs[item],
                layout.items[item].clauses.byte_length,
                lp64=layout.dialect.lp64,
            )
        return start + self._total(item)

    def _total(self, item: int) -> int:
        """All occurrences; each one of a table is padded so that the next is aligned as well."""
        occurs = self.layout.items[item].clauses.occurs
        if occurs is None:
            return self.lengths[item]
        padding = -self.lengths[item] % self.boundaries[item]
        self.lengths[item] += padding
        self.minimums[item] += padding
        return self.lengths[item] * occurs.maximum

    def place_next(self, item: int, end: int, before: int) -> int:
        """Place the item behind its sibling `before`; gives the end of the storage used so far."""
        base = self.layout.bases[item]
        if base != NONE:
            start = self.offsets[base]
            self._check_boundary(item, start)
            return max(end, self.place(item, start))
        slack = -end % self._lead(item) if self.aligns else 0
        if slack:
            self.slacks[item] = slack
            self._extend(before, slack)
        return self.place(item, end + slack)

    def _check_boundary(self, item: int, start: int) -> None:
        boundary = self._lead(item)
        if start % boundary:
            entry = self.layout.items[item]
            name = entry.clauses.redefines.text if entry.clauses.redefines else ""
            message = (
                f"{entry.title} needs a {boundary}-byte boundary (SYNCHRONIZED), "
                f"but {name} starts at offset {start}"
            )
            hint = "a redefined item must have the alignment of the item that redefines it"
            self.problems.append(entry.problem("CPY507", message, "redefines", hint))

    def _extend(self, item: int, slack: int) -> None:
        """Add slack bytes to the groups of the elementary item before them, whose level they have.

        Behind a table or a redefinition they stand outside.
        """
        while item != NONE and self.layout.children[item]:
            if self.layout.items[item].clauses.occurs or self.layout.bases[item] != NONE:
                return
            self.lengths[item] += slack
            self.minimums[item] += slack
            item = self.layout.children[item][-1]

    def _minimum(self, children: tuple[int, ...]) -> int:
        """The length of a group with each DEPENDING ON at its minimum."""
        sizes: dict[int, int] = {}
        for child in children:
            base = self.layout.bases[child]
            occurs = self.layout.items[child].clauses.occurs
            size = self.minimums[child] * (occurs.minimum if occurs else 1)
            area = child if base == NONE else base
            sizes[area] = max(sizes.get(area, 0), size)
        return sum(sizes.values()) + self._loose_slack(children)

    def _loose_slack(self, children: tuple[int, ...]) -> int:
        """Slack bytes between items that were not added to the group before them."""
        loose = 0
        for before, child in zip((NONE, *children), children, strict=False):
            if self.slacks[child] and not self._absorbs(before):
                loose += self.slacks[child]
        return loose

    def _absorbs(self, item: int) -> bool:
        return (
            item != NONE
            and bool(self.layout.children[item])
            and self.layout.items[item].clauses.occurs is None
            and self.layout.bases[item] == NONE
        )


def warn_of_alignment(layout: Layout) -> Layout:
    """SYNCHRONIZED in a copybook without 01: offsets hold if it is copied at a doubleword."""
    items = (below for root in layout.implied for below in layout.below(root))
    found = next((item for item in items if layout.items[item].clauses.synchronized), None)
    if found is None:
        return layout
    message = "SYNCHRONIZED without a level 01: offsets count from a doubleword boundary"
    hint = "copy it below a 01 at the beginning, or write the 01 here"
    problem = layout.items[found].problem("CPY508", message, "synchronized", hint, Severity.WARNING)
    return layout._replace(problems=(*layout.problems, problem))


def mark_variable(layout: Layout) -> Layout:
    """Which items stand behind a table with DEPENDING ON in their record."""
    variable = [False] * len(layout.items)
    if all(entry.clauses.depending_on is None for entry in layout.items):
        return layout._replace(variable=tuple(variable))

    def mark(item: int, *, seen: bool) -> bool:
        base = layout.bases[item]
        start = seen if base == NONE else variable[base]
        variable[item] = start
        occurs = layout.items[item].clauses.occurs
        found = mark_all(layout.children[item], seen=start)
        return seen or found or bool(occurs and occurs.depending_on)

    def mark_all(items: tuple[int, ...], *, seen: bool) -> bool:
        for item in items:
            seen = mark(item, seen=seen)
        return seen

    mark_all(layout.implied, seen=False)
    for root in layout.roots:
        if is_record(layout.items[root]):
            mark(root, seen=False)
    return layout._replace(variable=tuple(variable))
