"""The business key, and the amounts that make control totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import is_address, is_floating, is_numeric
from generator.config.guesses.names import RECORD_WORDS, Prefix, own_words, words
from generator.config.select import shortest_name
from generator.copybook.fields import Field, Kind, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY_WORDS = frozenset(("ID", "NO", "NUM", "NUMBER", "NBR", "NR", "KEY", "IDENT", "IDENTIFIER"))
_ORDER_WORDS = frozenset(("SEQ", "SEQUENCE", "SUFFIX", "SEQNO", "SEQNUM"))
_TYPE_WORDS = frozenset(("TYPE", "TYP", "CODE", "CD", "IND", "STATUS", "FLAG", "ACTION", "VERSION"))
_NO_AMOUNTS = frozenset(("RATE", "PCT", "PERCENT", "FACTOR", "PRICE", "RATIO", "HOURS", "DAYS"))
_ONCE = frozenset(("HEADER", "HDR", "HEAD", "TRAILER", "TRL", "TRLR", "FOOTER"))
_LONGEST_RUN = 4
_CENTS = 2


@dataclass(frozen=True, slots=True)
class KeyGuess:
    """The proposed fields, none when nothing is plausible, and why."""

    items: tuple[Field, ...]
    reason: str


def guess_key(record: Record, fields: Sequence[Field], prefix: Prefix | None) -> KeyGuess:
    """A group named like a key, or the key-like fields at the front of the record.

    `fields` are those that every row has: outside of tables and of branches, in record order.
    """
    elementary = [f for f in fields if f.kind is Kind.ELEMENTARY and _can_be_key(f)]
    group = _key_group(fields)
    if group:
        return KeyGuess(_items_of(group), f"the items of {group.name}")
    front = _skip_types(elementary, prefix)
    if front and _is_key_like(front[0], prefix):
        return _from_front(record, front, prefix)
    likely = [item for item in elementary if _is_key_like(item, prefix)]
    own = [item for item in likely if _names_the_record(item, record, prefix)]
    if len(own) == 1:
        return KeyGuess((own[0],), "named like the record; is it unique in the file?")
    if len(likely) == 1:
        return KeyGuess((likely[0],), f"the only field {_ending(likely[0])}; is it unique?")
    return KeyGuess((), _what_to_write(record, likely))


def _what_to_write(record: Record, likely: Sequence[Field]) -> str:
    shown = " or ".join(shortest_name(item, record) for item in likely[:3])
    perhaps = f"perhaps {shown}" if shown else "no field is named like a key"
    other = ", or ignore: true" if _ONCE & set(words(record.name)) else ""
    return f"write what tells one record from another; {perhaps}{other}"


def _key_group(fields: Sequence[Field]) -> Field | None:
    """The first group named like a key, where it stands at the front of the record."""
    for item in fields:
        if item.kind is Kind.ELEMENTARY and not item.is_filler:
            return None
        if item.kind is Kind.GROUP and _names_a_key(item) and _items_of(item):
            return item
    return None


def _names_a_key(group: Field) -> bool:
    return not group.is_filler and words(group.name)[-1] in _KEY_WORDS


def _items_of(group: Field) -> tuple[Field, ...]:
    """The elementary items of a key group; none when it holds what cannot be a key."""
    below = [item for item in group.walk() if item is not group]
    if any(item.occurs or item.redefines for item in below):
        return ()
    return tuple(item for item in below if item.kind is Kind.ELEMENTARY and _can_be_key(item))


def _can_be_key(item: Field) -> bool:
    exact = not is_floating(item) and not is_address(item) and item.scale == 0
    return exact and not item.is_filler


def _skip_types(items: Sequence[Field], prefix: Prefix | None) -> Sequence[Field]:
    """From the first item that is no record type, status or the like."""
    for index, item in enumerate(items):
        if own_words(item, prefix)[-1] not in _TYPE_WORDS:
            return items[index:]
    return ()


def _is_key_like(item: Field, prefix: Prefix | None) -> bool:
    return own_words(item, prefix)[-1] in _KEY_WORDS | _ORDER_WORDS


def _names_the_record(item: Field, record: Record, prefix: Prefix | None) -> bool:
    """CUST-ID in CUST-RECORD, or ACCT-ID where ACCT- is the prefix: the identity itself."""
    own = set(own_words(item, prefix)) - _KEY_WORDS - _ORDER_WORDS
    return own <= set(words(record.name)) - RECORD_WORDS


def _from_front(record: Record, front: Sequence[Field], prefix: Prefix | None) -> KeyGuess:
    first = front[0]
    alone = _names_the_record(first, record, prefix)
    run = [first]
    for item in front[1:_LONGEST_RUN]:
        last = own_words(item, prefix)
        if not (_ORDER_WORDS & set(last) or (not alone and _is_key_like(item, prefix))):
            break
        run.append(item)
    if len(run) > 1:
        return KeyGuess(tuple(run), f"the first fields, {_ending(*run)}; unique together?")
    return KeyGuess(
        (first,), f"first field, {_ending(first)}" + ("" if alone else "; is it unique?")
    )


def _ending(*items: Field) -> str:
    ends = dict.fromkeys(words(item.name)[-1] for item in items)
    return f"named {', '.join(ends)}"


def guess_totals(fields: Sequence[Field], prefix: Prefix | None) -> tuple[Field, ...]:
    """Signed amounts with two decimals; rates and prices do not add up to anything."""
    return tuple(item for item in fields if _is_amount(item, prefix))


def _is_amount(item: Field, prefix: Prefix | None) -> bool:
    if item.is_filler or item.picture is None or item.kind is not Kind.ELEMENTARY:
        return False
    telling = _NO_AMOUNTS.isdisjoint(own_words(item, prefix))
    return is_numeric(item) and item.signed and item.scale == _CENTS and telling
