"""What a change of a type means for the values that are there, and what a change costs.

The costs are those of the manuals: Db2 LUW, SQL Reference, "ALTER TABLE", and "Altering tables"
(REORG-recommended operations); Db2 for z/OS, Administration Guide, "Altering Db2 tables" and
"What happens to an index on altered columns when immediate column alteration is in effect";
SQLite, "ALTER TABLE".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from generator.evolve.model import ChangeClass, Flag
from generator.relational.tables import (
    BitData,
    Char,
    Decimal,
    Float,
    Integer,
    SqlType,
    VarChar,
)


class Family(StrEnum):
    """Types between which a value keeps its meaning."""

    TEXT = "text"
    BYTES = "bytes"
    EXACT = "exact number"
    FLOAT = "floating point"
    MOMENT = "date or time"


def family(kind: SqlType) -> Family:
    """The family of a type."""
    match kind:
        case Char() | VarChar():
            return Family.TEXT
        case BitData():
            return Family.BYTES
        case Decimal() | Integer():
            return Family.EXACT
        case Float():
            return Family.FLOAT
        case _:
            return Family.MOMENT


def is_same_family(old: SqlType, new: SqlType) -> bool:
    """Whether a value needs no conversion; a date, a time and a timestamp are three families."""
    kinds = family(old), family(new)
    return kinds[0] is kinds[1] and (kinds[0] is not Family.MOMENT or type(old) is type(new))


def type_class(old: SqlType, new: SqlType) -> ChangeClass:
    """WIDENING when the new type holds every value of the old one as it is."""
    if not is_same_family(old, new):
        return ChangeClass.DATA_DEPENDENT
    return ChangeClass.WIDENING if _holds(old, new) else ChangeClass.NARROWING


def _holds(old: SqlType, new: SqlType) -> bool:
    match old, new:
        case (Char(had) | VarChar(had) | BitData(had)), (Char(has) | VarChar(has) | BitData(has)):
            return has >= had
        case (Float(had), Float(has)):
            return has >= had
        case (Decimal() | Integer(), Decimal() | Integer()):
            (whole, scale), (whole_now, scale_now) = _range(old), _range(new)
            return whole_now >= whole and scale_now >= scale
        case _:
            return old == new


def _range(kind: Decimal | Integer) -> tuple[int, int]:
    """The greatest whole number, and the decimal places."""
    if isinstance(kind, Integer):
        return 2 ** (kind.bits - 1) - 1, 0
    return 10 ** (kind.precision - kind.scale) - 1, kind.scale


class Effect(StrEnum):
    """What is done to a table, as far as it decides what that costs."""

    NOTHING = "nothing"
    ADD = "add a column"
    DROP = "drop a column"
    DROP_CARRIED = "drop a column whose values are elsewhere"
    RENAME = "rename"
    LENGTHEN = "lengthen a VARCHAR"
    WIDEN = "widen a column"
    WIDEN_KEYED = "widen a number that an index holds"
    NARROW = "narrow a column"
    CONVERT = "convert a column"
    NULLABILITY = "nullability"
    KEY = "primary key"
    INDEX = "index"
    CHECK = "check"
    PLACE = "table space"
    COMPRESS = "compression"


_REORG, _REBIND, _REWRITE = Flag.REORG, Flag.REBIND, Flag.REWRITE
_OUTAGE, _LOST = Flag.OUTAGE, Flag.IRREVERSIBLE
_COSTS: Mapping[str, Mapping[Effect, tuple[Flag, ...]]] = {
    "db2-luw": {
        Effect.DROP: (_REORG, _REBIND, _LOST),
        Effect.DROP_CARRIED: (_REORG, _REBIND),
        Effect.RENAME: (_REBIND,),
        Effect.LENGTHEN: (_REBIND,),
        Effect.WIDEN: (_REORG, _REBIND),
        Effect.WIDEN_KEYED: (_REORG, _REBIND),
        Effect.NARROW: (_REORG, _REBIND),
        Effect.CONVERT: (_REORG, _REBIND, _REWRITE),
        Effect.NULLABILITY: (_REORG, _REBIND),
        Effect.KEY: (_REBIND,),
        Effect.INDEX: (_REBIND,),
        Effect.PLACE: (_REWRITE, _OUTAGE),
        Effect.COMPRESS: (_REORG,),
    },
    "db2-zos": {
        Effect.ADD: (_REORG,),
        Effect.DROP: (_REORG, _REBIND, _LOST),
        Effect.DROP_CARRIED: (_REORG, _REBIND),
        Effect.RENAME: (_REBIND,),
        Effect.LENGTHEN: (_REORG, _REBIND),
        Effect.WIDEN: (_REORG, _REBIND),
        Effect.WIDEN_KEYED: (_REORG, _REBIND, _OUTAGE),
        Effect.NARROW: (_REBIND, _REWRITE, _OUTAGE),
        Effect.CONVERT: (_REBIND, _REWRITE, _OUTAGE),
        Effect.NULLABILITY: (_REBIND, _REWRITE, _OUTAGE),
        Effect.KEY: (_REBIND, _OUTAGE),
        Effect.INDEX: (_REBIND,),
        Effect.PLACE: (_REWRITE, _OUTAGE),
        Effect.COMPRESS: (_REORG,),
    },
    "sqlite": {
        Effect.ADD: (_REWRITE,),
        Effect.DROP: (_REWRITE, _LOST),
        Effect.DROP_CARRIED: (_REWRITE,),
        Effect.LENGTHEN: (_REWRITE,),
        Effect.WIDEN: (_REWRITE,),
        Effect.WIDEN_KEYED: (_REWRITE,),
        Effect.NARROW: (_REWRITE,),
        Effect.CONVERT: (_REWRITE,),
        Effect.NULLABILITY: (_REWRITE,),
        Effect.KEY: (_REWRITE,),
        Effect.CHECK: (_REWRITE,),
    },
}


def flags(effect: Effect, targets: Iterable[str]) -> dict[str, tuple[Flag, ...]]:
    """What it costs, by target; a target that it costs nothing is left out."""
    costs = {target: _COSTS[target].get(effect, ()) for target in targets}
    return {target: cost for target, cost in costs.items() if cost}


def type_effect(old: SqlType, new: SqlType, *, keyed: bool) -> Effect:
    """What a change of a type does; `keyed` says that an index holds the column."""
    kind = type_class(old, new)
    if kind is ChangeClass.DATA_DEPENDENT:
        return Effect.CONVERT
    if kind is ChangeClass.NARROWING:
        return Effect.NARROW
    if isinstance(old, VarChar) and isinstance(new, VarChar):
        return Effect.LENGTHEN
    is_number = family(old) in {Family.EXACT, Family.FLOAT}
    return Effect.WIDEN_KEYED if keyed and is_number else Effect.WIDEN
