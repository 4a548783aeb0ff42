"""What a change of a type means for the values that are there, and what a change costs.

The costs are those of the manuals: Db2 LUW, SQL Reference, "ALTER TABLE", and "Altering tables"
(REORG-recommended operations); Db2 for z/OS, Administration Guide, "Altering Db2 tables" and
"What happens to an index on altered columns when immediate column alteration is in effect";
SQLite, "ALTER TABLE".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from generator.evolve.db2 import luw as db2_luw
from generator.evolve.db2 import zos as db2_zos
from generator.evolve.db2.values import cuts
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
    NULLABILITY = "nullability"
    KEY = "primary key"
    INDEX = "index"
    CHECK = "check"
    PLACE = "table space"
    CLAUSES = "clauses of the table or its table space"
    SCHEMA = "another SQL schema"


_REORG, _REBIND, _REWRITE = Flag.REORG, Flag.REBIND, Flag.REWRITE
_OUTAGE, _LOST = Flag.OUTAGE, Flag.IRREVERSIBLE
_COSTS: Mapping[str, Mapping[Effect, tuple[Flag, ...]]] = {
    "db2-luw": {
        Effect.DROP: (_REORG, _REBIND, _LOST),
        Effect.DROP_CARRIED: (_REORG, _REBIND),
        Effect.RENAME: (_REBIND,),
        Effect.NULLABILITY: (_REORG, _REBIND),
        Effect.KEY: (_REBIND,),
        Effect.INDEX: (_REBIND,),
        Effect.PLACE: (_REBIND, _REWRITE),
        Effect.CLAUSES: (_REORG,),
        Effect.SCHEMA: (_REBIND, _REWRITE, _OUTAGE),
    },
    "db2-zos": {
        Effect.ADD: (_REORG,),
        Effect.DROP: (_REORG, _REBIND, _LOST),
        Effect.DROP_CARRIED: (_REORG, _REBIND),
        Effect.RENAME: (_REBIND,),
        Effect.NULLABILITY: (_REORG, _REBIND, _REWRITE),
        Effect.KEY: (_REBIND, _OUTAGE),
        Effect.INDEX: (_REBIND,),
        Effect.PLACE: (_REBIND, _REWRITE, _OUTAGE),
        Effect.CLAUSES: (_REORG,),
        Effect.SCHEMA: (_REBIND, _OUTAGE),
    },
    "sqlite": {
        Effect.ADD: (_REWRITE,),
        Effect.DROP: (_REWRITE, _LOST),
        Effect.DROP_CARRIED: (_REWRITE,),
        Effect.RENAME: (_REWRITE,),
        Effect.NULLABILITY: (_REWRITE,),
        Effect.KEY: (_REWRITE,),
        Effect.CHECK: (_REWRITE,),
    },
}


def flags(effect: Effect, targets: Iterable[str]) -> dict[str, tuple[Flag, ...]]:
    """What it costs, by target; a target that it costs nothing is left out."""
    costs = {target: _COSTS[target].get(effect, ()) for target in targets}
    return {target: cost for target, cost in costs.items() if cost}


def type_flags(
    old: SqlType, new: SqlType, targets: Iterable[str], *, keyed: bool
) -> dict[str, tuple[Flag, ...]]:
    """What a change of a type costs; `keyed` says that an index holds the column."""
    return {target: _type_cost(old, new, target, keyed=keyed) for target in targets}


def _type_cost(old: SqlType, new: SqlType, target: str, *, keyed: bool) -> tuple[Flag, ...]:
    """A type that ALTER TABLE does not take there goes by a new column.

    On z/OS an index on a number is in REBUILD-pending afterwards, and without a unique index rows
    can neither be inserted nor updated. Db2 cuts decimal places without a word.
    """
    if target == "sqlite":
        return (_REWRITE,)
    is_luw = target == "db2-luw"
    lost = (_LOST,) if cuts(old, new) else ()
    if not (db2_luw if is_luw else db2_zos).retypes(old, new):
        return (_REORG, _REBIND, _REWRITE, *(() if is_luw or not keyed else (_OUTAGE,)), *lost)
    if is_luw and isinstance(old, VarChar) and type_class(old, new) is ChangeClass.WIDENING:
        return (_REBIND,)
    is_number = family(old) in {Family.EXACT, Family.FLOAT}
    outage = (_OUTAGE,) if keyed and is_number and not is_luw else ()
    return (_REORG, _REBIND, *outage, *lost)
