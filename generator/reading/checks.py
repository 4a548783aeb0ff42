"""What a file's settings must allow: every item in it can be found and understood."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.config.model import TextContents
from generator.reading.contents import nulls
from generator.reading.model import Dbcs, Edited, Item, National, Text, Utf8, Varying, Zoned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config.encodings import CodePage
    from generator.config.model import RecordFormat
    from generator.config.where import Where
    from generator.reading.kinds import Told
    from generator.reading.layout import Counting
    from generator.reading.model import Storage, Value
    from generator.reading.records import Described

_LINES = (Text, Utf8, Zoned, Edited)
_SHOWN = 3


def check_record(of: Described, form: RecordFormat) -> None:
    """Each number of occurrences can be known before the table is read."""
    for counting in of.layout.counting:
        if counting.item is None:
            _outside(of, counting, form)
        elif of.layout.around[id(counting.item)]:
            table = counting.tables[0]
            message = (
                f"{of.ctx.title(table)} has as many occurrences as {of.ctx.title(counting.item)} "
                "says, which lies inside a table and has a value in each of its occurrences"
            )
            hint = "the object of DEPENDING ON takes no subscript; ignore the record, or correct it"
            of.ctx.findings.error("MAP406", message, table.location, hint)


def _outside(of: Described, counting: Counting, form: RecordFormat) -> None:
    """The length of the record tells the occurrences of the one table that ends it."""
    first, record = counting.tables[0], of.ctx.record
    alone = len(of.layout.counting) == 1 and len(counting.tables) == 1
    ends = first.offset + first.total_length == record.length
    inside = len(of.layout.around[id(first)]) > 1
    if alone and ends and not inside and form == "variable":
        return
    name = str(first.occurs and first.occurs.depending_on)
    message = f"{of.ctx.title(first)} is DEPENDING ON {name}, which is not in the record"
    hint = f"copy the item {name} into the record, or ignore the record"
    if alone and ends and not inside:
        hint = "with format: variable the length of the record tells how many there are"
    of.ctx.findings.error("MAP405", message, first.location, hint)


def check_items(told: Told, form: RecordFormat) -> None:
    """The code pages have what the items need; a line of text holds nothing but text."""
    findings, settings = told.of.ctx.findings, told.of.settings
    for item in _items(told):
        place = item.field.location
        if _is_dbcs(item.storage) and settings.dbcs is None:
            message = f"{item.path} is DISPLAY-1 and nothing says in which code page"
            hint = "add input.dbcs: cp939 (Japan), cp930 (Japan), cp935 or cp937 (Chinese)"
            findings.error("MAP407", message, place, hint)
        if isinstance(item.storage, Edited) and not _has_currency(item.storage, settings.page):
            symbol = item.storage.currency
            message = f"{item.path} is edited with {symbol!r}, which is not in {settings.page.name}"
            hint = "say in input.encoding which code page has it; without its type it stays text"
            findings.error("MAP419", message, place, hint)
        if form == "text" and not isinstance(item.storage, _LINES):
            message = f"{item.path} is not text, so a byte of it may look like the end of a line"
            hint = "a file with such items has format: fixed or variable; or ignore the field"
            findings.error("MAP414", message, place, hint)


def check_nulls(told: Sequence[Told], where: Where) -> None:
    """Null for the whole file needs columns that may be null; a field's own word was checked."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in told:
        for value in _values(each):
            column, contents = value.column, value.contents
            if column.nullable or contents is None:
                continue
            section = "text" if isinstance(contents, TextContents) else "numbers"
            said = each.of.ctx.of(value.item.field).said
            for part in nulls(contents):
                if part not in said:
                    found[section, part].append(column.name)
    for (section, part), names in found.items():
        message = f"input.{section}.{part} is null, but {_listed(names)} NOT NULL"
        hint = (
            "let them be null by defaults.nulls: keys-and-audit-only or by not_null: false of the "
            "field; or say of the field what they mean"
        )
        told[0].of.ctx.findings.error("MAP410", message, where("input", section, part), hint)


def _listed(names: Sequence[str]) -> str:
    shown = list(dict.fromkeys(names))
    if len(shown) == 1:
        return f"column {shown[0]} is"
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return f"columns {', '.join(shown[:_SHOWN])}{more} are"


def _has_currency(how: Edited, page: CodePage) -> bool:
    """Whether a picture's currency symbol is in the code page, as far as that is known."""
    if how.currency not in how.picture or page.mixed or isinstance(how.text, National):
        return True
    try:
        page.encode(how.currency)
    except UnicodeEncodeError:
        return False
    return True


def _is_dbcs(how: Storage) -> bool:
    return isinstance(how.text if isinstance(how, Varying) else how, Dbcs)


def _items(told: Told) -> Iterator[Item]:
    yield from (counter.item for counter in told.kind.counters if counter.item)
    yield from (value.item for value in _values(told))


def _values(told: Told) -> Iterator[Value]:
    if told.kind.block:
        yield from told.kind.block.everything()
