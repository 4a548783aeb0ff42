"""Random jobs, and what becomes of their copybooks over the years: each change of the issue's list.

A job is a value; a change gives another one, or None where it finds nothing to change. Names are
never used twice, so a field is renamed only where a change says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

USAGES = ("", "COMP-3", "COMP")


@dataclass(frozen=True)
class Item:
    """A field or a group: `form` is how an OCCURS is mapped, `was` the name that it had."""

    name: str
    text: int = 0
    digits: int = 0
    scale: int = 0
    signed: bool = False
    usage: str = ""
    floating: bool = False
    children: tuple[Item, ...] = ()
    count: int = 0
    form: str = "columns"
    depending: bool = False
    values: tuple[str, ...] = ()
    nullable: bool = False
    dated: bool = False
    was: str = ""

    @property
    def clause(self) -> str:
        """PICTURE and USAGE."""
        if self.floating:
            return " COMP-2"
        if self.text:
            return f" PIC X({self.text})"
        sign, whole = "S" if self.signed else "", self.digits - self.scale
        places = f"V9({self.scale})" if self.scale else ""
        return f" PIC {sign}9({whole}){places}{' ' + self.usage if self.usage else ''}"


@dataclass(frozen=True)
class Record:
    """A 01 and its rules. `table` is a repeated group at its end, `area` has the variants."""

    name: str
    final: str
    items: tuple[Item, ...]
    key: tuple[str, ...]
    table: Item | None = None
    variants: tuple[Item, ...] = ()
    mapped: int = 0
    indexes: tuple[tuple[tuple[str, ...], bool], ...] = ()
    was: str = ""

    def walk(self) -> Iterator[Item]:
        """Every field of the record's own tables."""
        for item in self.items:
            yield from item.children or (item,)


@dataclass(frozen=True)
class Job:
    """A job: its records, and how names are made."""

    records: tuple[Record, ...]
    number: int = 0
    stripped: bool = False
    removed: dict[str, dict[str, str]] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """job.yaml and copybooks in a folder of the job's name."""
        (folder / "copybooks").mkdir(parents=True)
        for record in self.records:
            lines = "\n".join(f"       {line}" for line in _lines(record)) + "\n"
            (folder / "copybooks" / f"{record.final}.cpy").write_text(lines)
        (folder / "job.yaml").write_text(json.dumps(self._config(folder.name)))
        return folder

    def _config(self, name: str) -> dict[str, Any]:
        return {
            "version": 1,
            "job": name,
            "targets": ["sqlite"],
            "defaults": {"checks": True},
            "naming": {"strip_prefixes": ["F-"] if self.stripped else []},
            "records": {record.name: _rules(record) for record in self.records},
        }


def _lines(record: Record) -> Iterator[str]:
    yield f"01  {record.name}."
    for item in record.items:
        yield from _item(item, 5)
    if record.variants:
        yield "    05  F-KIND PIC X."
        yield "    05  F-AREA PIC X(40)."
        for variant in record.variants:
            yield f"    05  {variant.name} REDEFINES F-AREA."
            for child in variant.children:
                yield from _item(child, 10)
    if record.table is not None:
        if record.table.depending:
            yield "    05  F-TABLE-COUNT PIC 9(2)."
        yield from _item(record.table, 5)


def _item(item: Item, level: int) -> Iterator[str]:
    margin = " " * (level - 1)
    occurs = f" OCCURS {item.count}" if item.count else ""
    if item.depending:
        occurs = f" OCCURS 1 TO {item.count}\n{' ' * 30}DEPENDING ON F-TABLE-COUNT"
    if item.children:
        yield f"{margin}{level:02}  {item.name}{occurs}."
        for child in item.children:
            yield from _item(child, level + 5)
        return
    yield f"{margin}{level:02}  {item.name}{item.clause}{occurs}."
    for value in item.values:
        yield f"{margin}    88  IS-{item.name}-{value} VALUE '{value}'."


def _rules(record: Record) -> dict[str, Any]:
    rules: dict[str, Any] = {"key": list(record.key), "tables": {"final": record.final}}
    if record.was:
        rules["renamed_from"] = record.was
    fields = {
        item.name: {
            **({"renamed_from": item.was} if item.was else {}),
            **({"not_null": False} if item.nullable else {}),
            **({"date": "YYYYMMDD"} if item.dated else {}),
        }
        for item in record.walk()
        if item.was or item.nullable or item.dated
    }
    tables = [item for item in (*record.items, record.table) if item is not None and item.count]
    occurs = {item.name: _occurs(item, record) for item in tables}
    rules |= {"fields": fields} if fields else {}
    rules |= {"occurs": occurs} if occurs else {}
    if record.indexes:
        rules["indexes"] = [{"fields": list(names), "unique": u} for names, u in record.indexes]
    if record.variants:
        rules["redefines"] = {
            "F-AREA": [
                *(
                    {
                        "use": v.name,
                        "when": f"F-KIND = '{v.name[-1]}'",
                        "into": v.name[2:].replace("-", "_"),
                    }
                    for v in record.variants[: record.mapped]
                ),
                {"otherwise": "reject"},
            ]
        }
    return rules


def _occurs(item: Item, record: Record) -> Any:
    if item.form == "columns":
        return "columns"
    stem = item.name.replace("-", "_")
    return {"as": "child_table", "table": f"{record.final}_{stem}", "sequence": f"{stem}_NO"}


class Years:
    """Makes jobs and lets them grow older."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a test repeats what it drew
        self.number = 0

    def chance(self, percent: int) -> bool:
        return self.random.random() * 100 < percent

    def name(self, word: str = "ITEM") -> str:
        self.number += 1
        return f"F-{word}-{self.number}"

    def field(self) -> Item:
        kind = self.random.choice(["text", "text", "whole", "decimal", "decimal", "float", "date"])
        name = self.name(self.random.choice(["NAME", "CODE", "AMOUNT", "RATE"]))
        if kind == "text":
            if self.chance(30):
                return Item(name, text=1, values=("A", "B", "C")[: self.random.randint(1, 3)])
            return Item(name, text=self.random.randint(1, 40))
        if kind == "float":
            return Item(name, floating=True)
        if kind == "date":
            return Item(name, digits=8, dated=self.chance(60))
        digits = self.random.choice([1, 3, 4, 5, 8, 9, 10, 15, 18])
        scale = self.random.randint(1, digits - 1) if kind == "decimal" and digits > 1 else 0
        signed, usage = self.chance(50), self.random.choice(USAGES)
        return Item(name, digits=digits, scale=scale, signed=signed, usage=usage)

    def group(self) -> Item:
        return Item(self.name("GROUP"), children=(self.field(), self.field()))

    def repeated(self) -> Item:
        form = self.random.choice(["columns", "child_table"])
        children = tuple(self.field() for _ in range(self.random.randint(1, 3)))
        return Item(
            self.name("TABLE"), children=children, count=self.random.randint(2, 4), form=form
        )

    def record(self) -> Record:
        number = len(self.name())  # a name of its own
        key = replace(self.field(), values=(), floating=False, usage="", dated=False)
        key = replace(key, text=12) if not key.digits else replace(key, digits=9, scale=0)
        items = (key, *(self.field() for _ in range(self.random.randint(1, 5))))
        items += (self.group(),) if self.chance(40) else ()
        variants = tuple(
            Item(f"F-VARIANT{self.number}-{letter}", children=(self.small(), self.small()))
            for letter in "PQ"
        )
        final = f"TABLE_{self.number}_{number}"
        with_variants = self.chance(30)
        return Record(
            f"REC-{self.number}",
            final,
            items,
            (key.name,),
            table=self.repeated() if self.chance(60) and not with_variants else None,
            variants=variants if with_variants else (),
            mapped=self.random.randint(1, 2),
            indexes=(((items[1].name,), False),) if self.chance(40) else (),
        )

    def small(self) -> Item:
        return Item(self.name("PART"), text=self.random.randint(1, 10))

    def job(self) -> Job:
        return Job(tuple(self.record() for _ in range(self.random.randint(1, 2))))

    def later(self, job: Job) -> tuple[Job, tuple[str, ...]]:
        """The job after some changes, and their names."""
        job, done = _settled(job), []
        for _ in range(self.random.randint(1, 4)):
            for change in self.random.sample(CHANGES, 4):
                changed = change(self, job)
                if changed is not None:
                    job, done = changed, [*done, change.__name__]
                    break
        return job, tuple(done)


def _settled(job: Job) -> Job:
    """What was renamed once has its name now."""
    return replace(job, records=tuple(_known(record) for record in job.records))


def _known(record: Record) -> Record:
    items = tuple(
        replace(item, was="", children=tuple(replace(c, was="") for c in item.children))
        for item in record.items
    )
    return replace(record, items=items, was="")


Change = Callable[[Years, Job], "Job | None"]


def _with_record(years: Years, job: Job, change: Callable[[Record], Record | None]) -> Job | None:
    at = years.random.randrange(len(job.records))
    changed = change(job.records[at])
    if changed is None:
        return None
    return replace(job, records=(*job.records[:at], changed, *job.records[at + 1 :]))


def _with_field(
    years: Years,
    job: Job,
    change: Callable[[Item], Item | None],
    *,
    keys: bool = False,
    only: Callable[[Item], object] = lambda _: True,
) -> Job | None:
    """Change one field that is not in a key, or any; or one of some."""

    def on(record: Record) -> Record | None:
        fields = [i for i in record.walk() if (keys or i.name not in record.key) and only(i)]
        if not fields:
            return None
        old = years.random.choice(fields)
        new = change(old)
        return None if new is None else _exchanged(record, old, new)

    return _with_record(years, job, on)


def _exchanged(record: Record, old: Item, new: Item) -> Record:
    def other(item: Item) -> Item:
        return new if item is old else item

    items = tuple(
        replace(item, children=tuple(map(other, item.children))) if item.children else other(item)
        for item in record.items
    )
    names = {old.name: new.name}
    indexes = tuple(
        (tuple(names.get(name, name) for name in columns), unique)
        for columns, unique in record.indexes
    )
    key = tuple(names.get(name, name) for name in record.key)
    return replace(record, items=items, indexes=indexes, key=key)


def added_at_end(years: Years, job: Job) -> Job | None:
    return _with_record(years, job, lambda r: replace(r, items=(*r.items, years.field())))


def added_in_middle(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record:
        at = years.random.randint(0, len(record.items))
        return replace(record, items=(*record.items[:at], years.field(), *record.items[at:]))

    return _with_record(years, job, on)


def added_in_group(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        groups = [item for item in record.items if item.children]
        if not groups:
            return None
        group = years.random.choice(groups)
        larger = replace(group, children=(years.field(), *group.children))
        items = tuple(larger if item is group else item for item in record.items)
        return replace(record, items=items)

    return _with_record(years, job, on)


def removed(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        used = {*record.key, *(name for names, _ in record.indexes for name in names)}
        plain = [item for item in record.items if not item.children and item.name not in used]
        if len(record.items) < 3 or not plain:
            return None
        gone = years.random.choice(plain)
        return replace(record, items=tuple(item for item in record.items if item is not gone))

    return _with_record(years, job, on)


def renamed_in_place(years: Years, job: Job) -> Job | None:
    return _with_field(
        years,
        job,
        lambda old: None if old.was else replace(old, name=years.name("NEW"), was=old.name),
        keys=True,
    )


def renamed_and_moved(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        plain = [i for i in record.items if not i.children and not i.was]
        if not plain:
            return None
        old = years.random.choice(plain)
        new = replace(old, name=years.name("NEW"), was=old.name)
        record = _exchanged(record, old, new)
        items = [item for item in record.items if item is not new]
        items.insert(years.random.randint(0, len(items)), new)
        return replace(record, items=tuple(items))

    return _with_record(years, job, on)


def widened(years: Years, job: Job) -> Job | None:
    def change(old: Item) -> Item | None:
        if old.floating or old.values or old.dated:
            return None
        if old.text:
            return replace(old, text=old.text + years.random.choice([1, 10, 300]))
        return replace(old, digits=min(old.digits + years.random.randint(1, 9), 18))

    return _with_field(years, job, change, keys=True)


def narrowed(years: Years, job: Job) -> Job | None:
    def change(old: Item) -> Item | None:
        if old.text > 1:
            return replace(old, text=years.random.randint(1, old.text))
        if old.digits - old.scale > 1 and not old.dated:
            return replace(old, digits=years.random.randint(old.scale + 1, old.digits))
        return None

    return _with_field(years, job, change)


def scale_changed(years: Years, job: Job) -> Job | None:
    def change(old: Item) -> Item | None:
        if old.digits < 2 or old.dated:
            return None
        return replace(old, scale=years.random.randint(0, old.digits - 1))

    return _with_field(years, job, change)


def usage_changed(years: Years, job: Job) -> Job | None:
    return _with_field(
        years,
        job,
        lambda old: (
            replace(old, usage=years.random.choice(USAGES))
            if old.digits and not old.dated
            else None
        ),
        keys=True,
    )


def family_changed(years: Years, job: Job) -> Job | None:
    def change(old: Item) -> Item | None:
        if old.values:
            return None
        if old.text:
            return replace(old, text=0, digits=min(old.text, 18), scale=0, usage="")
        if old.floating:
            return replace(old, floating=False, digits=15, scale=3)
        if (old.digits, old.scale, old.usage) == (8, 0, ""):
            return replace(old, dated=not old.dated, signed=False)
        if years.chance(20):
            return replace(old, digits=0, scale=0, usage="", floating=True)
        return replace(old, text=old.digits + 2, digits=0, scale=0, usage="")

    return _with_field(years, job, change)


def null_changed(years: Years, job: Job) -> Job | None:
    return _with_field(years, job, lambda old: replace(old, nullable=not old.nullable))


def key_changed(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        others = [
            i.name
            for i in record.items
            if not (i.children or i.floating or i.nullable or i.dated) and i.name not in record.key
        ]
        if record.table is not None or record.variants or not others:
            return None
        if len(record.key) > 1 and years.chance(50):
            return replace(record, key=record.key[:-1])
        return replace(record, key=(*record.key, years.random.choice(others)))

    return _with_record(years, job, on)


def occurs_changed(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        if record.table is None:
            return None if record.variants else replace(record, table=years.repeated())
        step = years.random.choice([-1, 1, 2])
        return replace(record, table=replace(record.table, count=max(record.table.count + step, 2)))

    return _with_record(years, job, on)


def table_form_changed(years: Years, job: Job) -> Job | None:
    """Columns become a child table, or a child table columns."""

    def on(record: Record) -> Record | None:
        if record.table is None or record.table.depending:
            return None
        form = "columns" if record.table.form == "child_table" else "child_table"
        return replace(record, table=replace(record.table, form=form))

    return _with_record(years, job, on)


def depending_changed(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        if record.table is None or record.table.form == "columns":
            return None
        return replace(record, table=replace(record.table, depending=not record.table.depending))

    return _with_record(years, job, on)


def child_changed(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        table = record.table
        if table is None:
            return None
        wider = tuple(
            replace(c, text=c.text + 2) if c.text and not c.values else c for c in table.children
        )
        more = (*wider, years.field()) if years.chance(50) else wider
        return replace(record, table=replace(table, children=more))

    return _with_record(years, job, on)


def variant_changed(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        return replace(record, mapped=3 - record.mapped) if record.variants else None

    return _with_record(years, job, on)


def values_changed(years: Years, job: Job) -> Job | None:
    def change(old: Item) -> Item:
        return replace(old, values=("A", "B", "C", "D")[: years.random.randint(0, 4)])

    return _with_field(years, job, change, only=lambda item: item.text == 1)


def record_added(years: Years, job: Job) -> Job | None:
    return replace(job, records=(*job.records, years.record()))


def record_removed(years: Years, job: Job) -> Job | None:
    del years
    return replace(job, records=job.records[1:]) if len(job.records) > 1 else None


def record_renamed(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        if record.was:
            return None
        return replace(record, name=years.name("RECORD")[2:], was=record.name)

    return _with_record(years, job, on)


def table_renamed(years: Years, job: Job) -> Job | None:
    return _with_record(years, job, lambda r: replace(r, final=years.name("T").replace("-", "_")))


def prefix_changed(years: Years, job: Job) -> Job | None:
    del years
    return replace(job, stripped=not job.stripped)


def index_added(years: Years, job: Job) -> Job | None:
    def on(record: Record) -> Record | None:
        names = [item.name for item in record.walk() if not item.floating]
        if record.variants:
            return None
        index = ((years.random.choice(names),), years.chance(20))
        return replace(record, indexes=(*record.indexes, index))

    return _with_record(years, job, on)


def index_dropped(years: Years, job: Job) -> Job | None:
    return _with_record(
        years, job, lambda r: replace(r, indexes=r.indexes[1:]) if r.indexes else None
    )


CHANGES: tuple[Change, ...] = (
    added_at_end,
    added_in_middle,
    added_in_group,
    removed,
    renamed_in_place,
    renamed_and_moved,
    widened,
    narrowed,
    scale_changed,
    usage_changed,
    family_changed,
    null_changed,
    key_changed,
    occurs_changed,
    table_form_changed,
    depending_changed,
    child_changed,
    variant_changed,
    values_changed,
    record_added,
    record_removed,
    record_renamed,
    table_renamed,
    prefix_changed,
    index_added,
    index_dropped,
)
