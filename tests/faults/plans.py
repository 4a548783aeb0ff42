"""What a run is made of, drawn from a seed: the file, the settings, and what goes wrong.

Plain data, so that a plan can be printed and a run repeated alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

# Every text of a file begins with it, so that a value in a log is seen.
MARK = "ZQX"
PASSWORD = "Geheim-7391"  # noqa: S105 - looked for in logs
TRIGGERED = f"{MARK}TRIG"  # sqlite refuses rows with this text
SKIPPED = f"{MARK}SKIP"  # the driver leaves out rows with this text, and says so at the end


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the file: its rows as (table, values), the root first.

    `poison` says why it must be rejected, "" for one that must be staged.
    """

    number: int
    rows: tuple[tuple[str, dict[str, Any]], ...]
    poison: str = ""

    @property
    def table(self) -> str:
        return self.rows[0][0]

    @property
    def raw(self) -> bytes:
        return repr(self.rows).encode()


File = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong at calls number `on` to `on + times - 1` of an event.

    `amount` is what the kind makes of it: rows that went in before, or milliseconds.
    """

    kind: str
    event: str
    on: int
    times: int = 1
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault and where it can happen. `often` is the highest number of times."""

    name: str
    events: tuple[str, ...]
    often: int = 1


STAGING = ("ledger", "rows", "reject", "trial")
STATEMENTS = (*STAGING, "merge", "audit")
COMMITS = ("commit", "commit of merge", "commit of audit")

KINDS = (
    Kind("connection refused", ("connect",), 4),
    Kind("password refused", ("connect",)),
    Kind("lost before", STATEMENTS, 3),
    Kind("lost during", ("rows", "trial"), 3),
    Kind("lost after", STATEMENTS, 3),
    Kind("lost commit, not applied", COMMITS, 3),
    Kind("lost commit, applied", COMMITS, 3),
    Kind("lost commit, applied late", COMMITS, 2),
    Kind("lost commit, undone late", COMMITS, 2),
    Kind("reconnected silently", (*STATEMENTS, *COMMITS), 3),
    Kind("deadlock", (*STATEMENTS, *COMMITS), 4),
    Kind("lock timeout", STATEMENTS, 4),
    Kind("log full", (*STATEMENTS, *COMMITS), 4),
    Kind("disk full", STATEMENTS),
    Kind("slow", ("connect", *STATEMENTS, *COMMITS, "rollback"), 3),
    Kind("half-open", (*STATEMENTS, *COMMITS), 2),
    Kind("restart", ("connect", *STATEMENTS, *COMMITS), 2),
    Kind("rollback fails", ("rollback",), 3),
    Kind("row left out", ("rows", "trial")),
    Kind("memory", (*STAGING, "commit", "connect")),
    Kind("memory after commit", ("commit",)),
    Kind("exit in a thread", (*STAGING, "commit")),
    Kind("no thread", ("thread",)),
    Kind("ctrl-c", ("connect", *STATEMENTS, *COMMITS, "record")),
    Kind("producer", ("record",)),
)
SCENARIOS = ("alone",) * 12 + (
    "again",
    "changed",
    "newer first",
    "two at once",
    "same id at once",
    "table by table",
)
# Faults that go away: one or two of them must not end a load, with three attempts at each step.
TRANSIENT = frozenset(
    (
        *("connection refused", "lost before", "lost during", "lost after"),
        *("lost commit, not applied", "lost commit, applied"),
        *("lost commit, applied late", "lost commit, undone late"),
        *("reconnected silently", "deadlock", "lock timeout", "log full"),
        *("slow", "half-open", "restart", "rollback fails"),
    )
)
# Faults that end the process or belong to the main thread: not with two loads in one process.
LONE = frozenset(("ctrl-c", "no thread", "exit in a thread"))


@dataclass(frozen=True, slots=True)
class Plan:
    """A run, and all that is done to it."""

    seed: int
    scenario: str
    file: File
    second: File
    writers: int
    batch_size: int
    queue_size: int
    max_rejects: int
    one_writes: bool  # writers wait for each other, as on sqlite; if not, the database decides
    skips: bool  # a resumed load skips what the ledger has; if not, the writers find it there
    says_failed: bool  # a load that fails marks its run FAILED; one that is killed does not
    program: bool  # through the job's program and a file of bytes, or on the library
    faults: tuple[Fault, ...] = ()

    def __str__(self) -> str:
        """All but the records."""
        poisons = {r.number: r.poison for r in self.file if r.poison}
        settings = (
            f"seed {self.seed}: {self.scenario}, {len(self.file)} records in batches of"
            f" {self.batch_size}, {self.writers} writers, queue of {self.queue_size},"
            f" {self.max_rejects} rejects allowed, one_writes={self.one_writes},"
            f" skips={self.skips}, says_failed={self.says_failed}, program={self.program}"
        )
        lines = [
            settings,
            f"  refused: {poisons}",
            *(f"  {fault}" for fault in self.faults),
        ]
        return "\n".join(lines)


def draw(seed: int, only: str = "", *, program: bool = False) -> Plan:
    """The plan of this seed, the same for ever; with faults of one kind alone if asked for.

    A plan for the `program` has a file that bytes can hold, and no merge table by table.
    """
    dice = random.Random(seed)  # noqa: S311 - a test repeats what it drew
    scenario = dice.choice(SCENARIOS[:-1] if program else SCENARIOS)
    poisons = _OF_BYTES if program else _POISONS
    count = dice.choice((12, 40, 40, 80, 150))
    keys = dice.choice((3, count // 3, count, count * 5))
    poisoned = dice.choice((0, 0, 0.03, 0.1))
    file = draw_file(dice, draw_records(dice, count, keys), poisoned, poisons)
    batch_size = dice.randint(3, 10)
    return Plan(
        seed,
        scenario,
        file,
        draw_file(dice, draw_records(dice, dice.choice((5, count)), keys, 7), poisoned, poisons),
        writers=dice.randint(1, 4),
        batch_size=batch_size,
        queue_size=dice.randint(1, 4),
        max_rejects=dice.choice((0, 1000, 1000, 1000, 1000)),
        one_writes=dice.random() < 0.7,
        skips=dice.random() < 0.5,
        says_failed=dice.random() < 0.7,
        program=program,
        faults=tuple(draw_faults(dice, scenario, file, batch_size, only)),
    )


def draw_faults(
    dice: random.Random, scenario: str, file: File, size: int, only: str = ""
) -> list[Fault]:
    """One to four faults, at moments that a run with this file is likely to reach.

    `trial` is an insert that only looks for the rows that the database refuses.
    """
    count, poisons = len(file), {record.poison for record in file}
    batches = max(count // size, 2)
    unreached = set() if poisons != {""} else {"reject"}
    unreached |= set() if poisons & {"driver", "database"} else {"trial"}
    reach = {
        "connect": 6,
        "thread": 2,
        "record": count,
        "ledger": batches,
        "rows": batches * 2,
        "reject": 3,
        "trial": 6,
        "merge": 5,
        "audit": 30,
        "commit": batches,
        "commit of merge": 1,
        "commit of audit": 4,
        "rollback": 4,
    }
    kinds = [
        kind
        for kind in KINDS
        if (scenario == "alone" or kind.name not in LONE) and only in ("", kind.name)
    ]
    faults = []
    for _ in range(dice.choice((1, 1, 2, 3, 4))):
        kind = dice.choice(kinds)
        events = [event for event in kind.events if event not in unreached]
        event = dice.choice(events + ["trial"] * 3 * ("trial" in events))
        on, times = dice.randint(1, reach[event]), dice.randint(1, kind.often)
        faults.append(Fault(kind.name, event, on, times, dice.randint(1, 8)))
    return faults


Poisons = dict[str, tuple[str, ...]]


def draw_file(
    dice: random.Random, records: Iterable[Record], share: float, poisons: Poisons
) -> File:
    """The records, a share of them with a value that is bad."""
    return tuple(
        spoilt(dice, record, poisons) if dice.random() < share else record for record in records
    )


def draw_bytes_file(dice: random.Random, count: int, keys: int) -> File:
    """A file that bytes can hold, with some records that must be refused."""
    return draw_file(dice, draw_records(dice, count, keys), 0.03, _OF_BYTES)


def draw_records(dice: random.Random, count: int, keys: int, change: int = 0) -> Iterator[Record]:
    """Orders with lines and charges, and customers, in any order; keys come again."""
    for number in range(1, count + 1):
        key = dice.randint(1, max(keys, 1))
        one = _order if dice.random() < 0.6 else _customer
        yield Record(number, tuple(one(key, dice.randint(0, 999) + change, dice)))


_POISONS: Poisons = {
    "ORDERS": (
        *("too long", "too large", "wrong type", "driver", "database"),
        *("bad child", "child of another", "unreadable"),
    ),
    "CUSTOMER": ("too long", "null key", "wrong type", "driver", "database", "unreadable"),
}
_OF_BYTES: Poisons = dict.fromkeys(_POISONS, ("unreadable", "database"))
_TEXTS = {"ORDERS": "order_text", "CUSTOMER": "cust_name"}
_LONG = 41


def spoilt(dice: random.Random, record: Record, poisons: Poisons) -> Record:
    """The record with one of its values made bad."""
    poison = dice.choice(poisons[record.table])
    rows = list(record.rows)
    last, values = rows[-1]
    text = {"ORDERS": "order_ref", "CUSTOMER": "cust_name", "ORDER_LINE": "sku"}.get(
        last, "charge_code"
    )
    changed: dict[str, tuple[int, dict[str, Any]]] = {
        "too long": (0, {_TEXTS[record.table]: MARK + "x" * _LONG}),
        "too large": (0, {"order_total": Decimal("99999999999.00")}),
        "wrong type": (0, {_TEXTS[record.table]: 5}),
        "null key": (0, {"cust_since": None}),
        "driver": (-1, {text: SKIPPED}),
        "database": (-1, {text: TRIGGERED}),
        "bad child": (-1, {text: None}),
        "child of another": (-1, {"order_no": values.get("order_no", Decimal(0)) + 1}),
    }
    if len(rows) == 1:
        changed["child of another"] = (0, {"order_no": Decimal(-1)})
    index, bad = changed.get(poison, (0, {}))
    rows[index] = (rows[index][0], rows[index][1] | bad)
    return Record(record.number, tuple(rows), poison)


def _order(key: int, value: int, dice: random.Random) -> list[tuple[str, dict[str, Any]]]:
    number = {"order_no": Decimal(key)}
    lines = dice.randint(0, 3)
    root = {
        "rec_type": "O",
        **number,
        "order_ref": f"{MARK}{value:05}",
        "order_text": f"{MARK}{key:09} {value}",
        "order_total": Decimal(value * 7 - 900).scaleb(-2),
        "line_count": lines,
    }
    rows = [("ORDERS", root)]
    for line in range(1, lines + 1):
        place = {**number, "line_no": line}
        amount = Decimal(value + line).scaleb(-2)
        rows.append(("ORDER_LINE", {**place, "sku": f"{MARK}{value:07}", "line_amt": amount}))
        for charge in range(1, dice.randint(0, 2) + 1):
            values = {"charge_no": charge, "charge_code": f"{MARK}{value % 97:02}"}
            rows.append(("LINE_CHARGE", {**place, **values, "charge_amt": amount}))
    return rows


def _customer(key: int, value: int, dice: random.Random) -> list[tuple[str, dict[str, Any]]]:
    since = date(1990, 1, 1) + timedelta(days=dice.choice((key % 3, key * 11 % 9000)))
    values = {
        "cust_type": "C",
        "cust_id": f"{MARK}{key:09}",
        "cust_since": since,
        "cust_name": f"{MARK}{value} of {key}",
        "cust_balance": Decimal(value * 13 - 5000).scaleb(-2),
    }
    return [("CUSTOMER", values)]
