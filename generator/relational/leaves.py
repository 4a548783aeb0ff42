"""One item of the record to one column, not yet named: its type, and whether it may be null."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.contents import DOUBLE_BYTE, is_text, leaves, room
from generator.config.dates import DatePattern, is_iso, parse_pattern
from generator.config.model import POLICIES
from generator.config.select import has_wildcard
from generator.copybook.fields import Field, Kind, Usage
from generator.relational import dates
from generator.relational.overrides import override
from generator.relational.reasons import reason
from generator.relational.sqltypes import (
    MAX_VARCHAR,
    Choice,
    Refusal,
    characters,
    natural,
    text,
)
from generator.relational.tables import BitData, DateRule, SqlType

if TYPE_CHECKING:
    from generator.relational.context import Context

LENGTH_DIGITS = 4
CHARACTERS = frozenset((Usage.DISPLAY, Usage.NATIONAL, Usage.DISPLAY_1, Usage.UTF_8))
DATA_LEVEL = 49
MIDNIGHT = "00:00:00"


@dataclass(frozen=True, slots=True)
class At:
    """Where an item stands: the subscripts of the flattened tables around it.

    `shift` is the bytes that these move it; `optional` says that the occurrence may be absent
    (beyond the minimum of an ODO).
    """

    subscripts: tuple[int, ...] = ()
    shift: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column without its name. `null` says why it may be null: date, said, absent, default."""

    item: Field
    type: SqlType
    rule: str
    at: At = At()
    null: str = ""
    date: DateRule | None = None
    varying: bool = False
    explicit: str | None = None

    @property
    def offset(self) -> int:
        """Of this occurrence; for a child table, of its first."""
        return self.item.offset + self.at.shift

    @property
    def suffix(self) -> str:
        """What the subscripts add to the name."""
        return "".join(f"_{subscript}" for subscript in self.at.subscripts)


def is_varchar(item: Field) -> bool:
    """Two items of level 49, a halfword and text: what DCLGEN writes for a VARCHAR column."""
    if item.kind is not Kind.GROUP or [child.level for child in item.children] != [DATA_LEVEL] * 2:
        return False
    length, data = item.children
    plain = not (length.occurs or data.occurs or data.redefines)
    counts = length.usage in (Usage.COMP, Usage.COMP_5) and length.scale == 0
    return plain and counts and length.digits == LENGTH_DIGITS and is_text(data)


def holds_bytes(item: Field) -> bool:
    """Whether a group holds anything but characters of one encoding."""
    usages = {part.usage for part in leaves(item)}
    return len(usages) > 1 or not usages <= CHARACTERS


def leaf(item: Field, ctx: Context, at: At, *, binary: bool = False) -> Leaf | None:
    """The column of an item, or None when a problem was found.

    `binary` says that its text may hold numbers: it is kept as bytes.
    """
    rule = ctx.of(item).rule
    if rule.date is not None:
        return _dated(item, ctx, at, rule.date)
    choice = _choice(item, ctx, binary=binary)
    if isinstance(choice, Refusal):
        place = ctx.said_at(item, "type")
        ctx.findings.error(choice.code, f"{ctx.title(item)}: {choice.message}", place, choice.hint)
        return None
    _say_why(ctx, item, choice)
    null = _null(ctx, item, at, date=False)
    return Leaf(item, choice.type, choice.rule, at, null, None, is_varchar(item), rule.name)


def _say_why(ctx: Context, item: Field, choice: Choice) -> None:
    found = reason(item, choice.rule)
    if found is not None:
        rule, text, why = found
        title = ctx.title(item)
        ctx.findings.decide(title, rule, f"{title}: {text}", why, item.location)


def _choice(item: Field, ctx: Context, *, binary: bool) -> Choice | Refusal:
    rule, texts = ctx.of(item).rule, ctx.config.defaults.text
    group = item.kind is Kind.GROUP
    if rule.type is not None:
        return override(item, rule.type, binary=group and holds_bytes(item))
    if is_varchar(item) and not rule.as_one_column:
        return _varying(item.children[1], texts.bytes_per_character, binary=binary)
    if group:
        return characters(item, texts, binary=binary or holds_bytes(item))
    if binary and item.length <= MAX_VARCHAR:
        return Choice(BitData(item.length), "text-as-bytes")
    return natural(item, ctx.config.defaults)


def _varying(item: Field, wide: int, *, binary: bool) -> Choice | Refusal:
    """The text of a level-49 pair."""
    if binary:
        return Choice(BitData(item.length), "varchar-pair")
    double = item.usage in DOUBLE_BYTE or item.usage is Usage.UTF_8
    choice = text(room(item) * (1 if double else wide), 0, "")
    return choice if isinstance(choice, Refusal) else Choice(choice.type, "varchar-pair")


def _null(ctx: Context, item: Field, at: At, *, date: bool) -> str:
    rule = ctx.of(item).rule
    if at.optional:
        return "absent"
    if rule.not_null is not None:
        return "" if rule.not_null else "said"
    if date:
        return "date"
    return "default" if ctx.config.defaults.nulls == "keys-and-audit-only" else ""


def _dated(item: Field, ctx: Context, at: At, written: str) -> Leaf | None:
    pattern = parse_pattern(written)
    if pattern is None:
        raise ValueError(written)
    refusal = dates.misfit(item, pattern)
    if refusal:
        place = ctx.said_at(item, "date")
        ctx.findings.error(refusal.code, refusal.message, place, refusal.hint)
        return None
    dated = _date_rule(item, ctx, pattern)
    rule, null = f"{pattern.kind}-rule", _null(ctx, item, at, date=True)
    return Leaf(
        item, dates.KINDS[pattern.kind], rule, at, null, dated, explicit=ctx.of(item).rule.name
    )


def _date_rule(item: Field, ctx: Context, pattern: DatePattern) -> DateRule:
    """The contents that mean null are refused instead when the column is NOT NULL."""
    ruled = ctx.of(item)
    contents = {name: _meaning(item, ctx, name, pattern.kind) for name in POLICIES}
    if ruled.rule.not_null:
        for name, value in contents.items():
            if value == "null" and name in ruled.said:
                message = f"{ctx.title(item)} is not_null, but {name} mean null"
                hint = f"write {name}: reject, or a date"
                ctx.findings.error("MAP155", message, ctx.said_at(item, name), hint)
        contents = {n: "reject" if value == "null" else value for n, value in contents.items()}
    return DateRule(pattern.text, **contents, pivot=ruled.rule.pivot)


def _meaning(item: Field, ctx: Context, name: str, kind: str) -> str:
    """What contents mean in a date; a pattern of names that says it of numbers or text is not.

    Zeros are no date, but as a time they are midnight: nothing is missing unless job.yaml says so.
    """
    value = str(getattr(ctx.of(item).rule, name))
    selector = ctx.of(item).said.get(name)
    if selector is None and (name, kind) == ("zeros", "time"):
        return MIDNIGHT
    if value in {"null", "reject"} or selector is None or is_iso(value, kind):
        return value
    if not has_wildcard(selector):
        message = f"{ctx.title(item)} is a {kind}: {name} cannot be {value!r}"
        hint = f'write "null", reject or a {kind}'
        ctx.findings.error("MAP156", message, ctx.said_at(item, name), hint)
    return "null"
