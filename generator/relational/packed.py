"""Text that another description of the same bytes fills with packed or binary numbers.

A description that is not mapped may still be the one that a record was written with. Read as
characters, and converted from one code page to another, a packed or binary number is destroyed;
FOR BIT DATA keeps the bytes as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import is_numeric, is_text
from generator.copybook.fields import Field, Kind, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.relational.context import Context
    from generator.relational.redefines import Plan, Union

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Shared:
    """The items in the bytes of a text that are no text of its code page.

    `kept`: job.yaml names a group that holds.
    """

    numbers: tuple[Field, ...]
    base: Field
    kept: bool


def shared(plan: Plan) -> Mapping[int, Shared]:
    """By identity of each item of text of the descriptions that hold."""
    found: dict[int, Shared] = {}
    for union in plan.unions.values():
        if id(union.base) != plan.split:
            found |= _of_union(union, plan.description(union.base))
    return found


def _of_union(union: Union, chosen: Field) -> dict[int, Shared]:
    owner = {
        byte: item
        for other in union.all
        if other is not chosen
        for item, start in _placed(other)
        if item.kind is Kind.ELEMENTARY and item.usage is not Usage.DISPLAY
        for byte in range(start, start + item.length)
    }
    found: dict[int, Shared] = {}
    kept = chosen is not union.base and chosen.kind is Kind.GROUP
    for item, start in _placed(chosen) if owner else ():
        if item.kind is Kind.GROUP or is_text(item):
            hit = [owner[byte] for byte in range(start, start + item.length) if byte in owner]
            before = found[id(item)].numbers if id(item) in found else ()
            numbers = {id(number): number for number in (*before, *hit)}
            if numbers:
                found[id(item)] = Shared(tuple(numbers.values()), union.base, kept)
    return found


def _placed(item: Field, shift: int = 0) -> Iterator[tuple[Field, int]]:
    """The item and all below it at the offset of each of their occurrences."""
    for number in range(item.occurs.maximum if item.occurs else 1):
        moved = shift + number * item.length
        yield item, item.offset + moved
        for child in item.children:
            yield from _placed(child, moved)


def report(ctx: Context, item: Field, found: Shared) -> None:
    """Warn of a text that may hold numbers, and say what became of it."""
    title, base = ctx.title(item), ctx.title(found.base)
    numbers = _listed(f"{ctx.title(n)} {n.usage} at {n.offset}" for n in found.numbers)
    becomes = "text all the same" if found.kept else "bytes, FOR BIT DATA"
    message = f"{title} is text where {numbers} may lie; it becomes {becomes}"
    hint = (
        f"give redefines.{base} a branch with its condition for each description, or ignore the "
        f"field; when the records never hold the numbers, give it a type: CHAR({item.length})"
    )
    ctx.findings.warn("MAP207", message, item.location, hint)
    reason = "job.yaml says which description holds" if found.kept else _why_bytes(found)
    text = f"{title}: {becomes}"
    ctx.findings.decide(title, "shares-bytes-with-numbers", text, reason, item.location)


def _why_bytes(found: Shared) -> str:
    numbers = all(is_numeric(item) for item in found.numbers)
    what = "packed and binary numbers" if numbers else "bytes that are no text of its code page"
    return f"{what} are lost when they are read or converted as text"


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    more = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return ", ".join(every[:SHOWN]) + more
