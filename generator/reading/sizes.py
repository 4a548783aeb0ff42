"""Arithmetic on sizes, which counters may vary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.model import Size

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING = Size(0)


def plus(one: Size, other: Size) -> Size:
    """Both behind each other."""
    varying = dict(one.varying)
    for counter, each in other.varying:
        varying[counter] = plus(varying[counter], each) if counter in varying else each
    return Size(one.fixed + other.fixed, tuple(varying.items()))


def times(size: Size, number: int) -> Size:
    """So many of them."""
    if number == 0:
        return NOTHING
    varying = tuple((counter, times(each, number)) for counter, each in size.varying)
    return Size(size.fixed * number, varying)


def measured(size: Size, counts: Mapping[str, int]) -> int:
    """The bytes when the counters have these values."""
    parts = (counts[counter] * measured(each, counts) for counter, each in size.varying)
    return size.fixed + sum(parts)
