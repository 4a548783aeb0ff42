"""COBOL names to SQL and Python names, by rules that do not depend on the order of the items.

In this order: the longest listed prefix is stripped, unless that leaves a reserved word; each word
is replaced by the glossary's; hyphens become underscores; a name that begins with a digit gets
`C_` in front; a reserved word (of any target, whether the job uses it or not) gets `_` behind; a
name that is too long for a target of the job is cut and ends in five characters of its hash.
Nothing is ever quoted.
"""

from __future__ import annotations

import hashlib
import keyword
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

HASH_CHARACTERS = 5
# Columns that every table of the generator may have: a data column of that name gets `_` too.
SYSTEM_COLUMNS = frozenset(
    (
        "STG_ID",
        "RUN_ID",
        "WORKER_ID",
        "BATCH_NO",
        "RECORD_NO",
        "INSERT_TS",
        "CREATED_RUN_ID",
        "CREATED_TS",
        "LAST_RUN_ID",
        "UPDATE_TS",
    )
)
# A row class has these as types of its annotations or as methods.
_ATTRIBUTES_TAKEN = frozenset(
    (
        *("int", "str", "bytes", "float", "bool", "object", "tuple", "type"),
        *("date", "time", "datetime"),
        *("self", "cls", "property", "classmethod", "staticmethod", "to_params", "from_row"),
    )
)


@dataclass(frozen=True, slots=True)
class NameRules:
    """What a job says about names, with the limits of its targets in bytes."""

    reserved: frozenset[str] = frozenset()
    column_limit: int = 128
    object_limit: int = 128
    prefixes: tuple[str, ...] = ()
    glossary: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column that wants a name: an explicit one, or one of `forms`, the first if it is free.

    Candidates with the same `identity` (the elements of one flattened table) move to the next
    form together. `suffix` is added to each form ("_2"). `held` is the name that the column has in
    tables that are there: it goes before the forms.
    """

    identity: Hashable
    forms: tuple[str, ...]
    suffix: str = ""
    explicit: str | None = None
    held: str | None = None

    @property
    def fixed(self) -> str | None:
        """The one name that it can have, if it has no choice."""
        return self.explicit or self.held


@dataclass(frozen=True, slots=True)
class Named:
    """The name that a candidate got. `level` is the index of the form that was free."""

    name: str
    level: int = 0
    clash: bool = False


def strip_prefix(cobol: str, prefixes: Sequence[str]) -> str:
    """The name without the longest of the prefixes that leaves anything."""
    upper = cobol.upper()
    fits = [p.upper() for p in prefixes if upper.startswith(p.upper())]
    for prefix in sorted(fits, key=len, reverse=True):
        rest = upper[len(prefix) :].lstrip("-_")
        if rest:
            return rest
    return upper


def raw_name(cobol: str) -> str:
    """Upper case with underscores, nothing else changed."""
    return cobol.upper().replace("-", "_")


def sql_name(cobol: str, rules: NameRules) -> str:
    """Prefix stripped and glossary applied, the longest entry first; not yet made legal."""
    words = strip_prefix(cobol, rules.prefixes).split("-")
    done = []
    while words:
        size = next((n for n in range(len(words), 1, -1) if _entry(words, n) in rules.glossary), 1)
        done.append(rules.glossary.get(_entry(words, size), words[0]))
        words = words[size:]
    return raw_name("_".join(done))


def _entry(words: Sequence[str], size: int) -> str:
    return "-".join(words[:size])


def shorten(name: str, limit: int) -> str:
    """At most `limit` characters; a cut name ends in a hash of the whole one."""
    if len(name) <= limit:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest().upper()[:HASH_CHARACTERS]
    return f"{name[: limit - HASH_CHARACTERS - 1].rstrip('_')}_{digest}"


def legal(name: str, limit: int, taken: frozenset[str]) -> str:
    """The name as an ordinary identifier that is not in `taken`."""
    if not name[:1].isalpha():
        name = "C_" + name.lstrip("_")
    if name in taken:
        name += "_"
    return shorten(name, limit)


def column_name(name: str, rules: NameRules) -> str:
    """A legal column name."""
    return legal(name, rules.column_limit, rules.reserved | SYSTEM_COLUMNS)


def object_name(name: str, rules: NameRules) -> str:
    """A legal name of a table, an index or a constraint."""
    return legal(name, rules.object_limit, rules.reserved)


def free_name(cobol: str, rules: NameRules, suffix: str = "") -> str:
    """The SQL name; the prefix stays where the rest of the name alone would not be free."""
    name = sql_name(cobol, rules)
    if name + suffix in rules.reserved | SYSTEM_COLUMNS:
        return sql_name(cobol, replace(rules, prefixes=()))
    return name


def forms(path: Sequence[str], offset: int, rules: NameRules, suffix: str = "") -> tuple[str, ...]:
    """The names an item could have, from the shortest: its own, unstripped, then by its groups.

    `path` is the chain of names from the record down. An item that stands directly in the
    record keeps its own name while others are qualified by their groups; the record's name
    comes last, then the offset, which tells apart what has the same name in the same place.
    """
    named = [part for part in path if part != "FILLER"] or list(path)
    own = sql_name(named[-1], rules)
    groups = [sql_name(part, rules) for part in named[1:-1]]
    chains = [groups[-depth:] for depth in range(1, len(groups) + 1)]
    qualified = ["_".join([*chain, own]) for chain in chains] or [own]
    record = sql_name(path[0], rules)
    short = (free_name(named[-1], rules, suffix), raw_name(named[-1]))
    return (*short, *qualified, f"{record}_{qualified[-1]}", f"{own}_AT_{offset}")


def assign(
    candidates: Sequence[Candidate], rules: NameRules, taken: frozenset[str] = frozenset()
) -> tuple[Named, ...]:
    """A name for each candidate, none twice and none in `taken`.

    All that clash move to their next form at once, so the result does not depend on the order.
    `clash` marks those that no form could tell apart, and explicit names that are not unique.
    """
    levels: dict[Hashable, int] = {candidate.identity: 0 for candidate in candidates}
    while True:
        names = [_name_at(candidate, levels[candidate.identity], rules) for candidate in candidates]
        clashing = _clashing(names, taken)
        movable = {
            candidate.identity
            for candidate, name in zip(candidates, names, strict=True)
            if name in clashing and _can_move(candidate, levels[candidate.identity])
        }
        if not movable:
            break
        levels |= {identity: levels[identity] + 1 for identity in movable}
    return tuple(
        Named(name, 0 if candidate.fixed else levels[candidate.identity], name in clashing)
        for candidate, name in zip(candidates, names, strict=True)
    )


def _name_at(candidate: Candidate, level: int, rules: NameRules) -> str:
    if candidate.fixed:
        return candidate.fixed
    form = candidate.forms[min(level, len(candidate.forms) - 1)]
    return column_name(form + candidate.suffix, rules)


def _can_move(candidate: Candidate, level: int) -> bool:
    return not candidate.fixed and level + 1 < len(candidate.forms)


def _clashing(names: Sequence[str], taken: frozenset[str]) -> frozenset[str]:
    count: dict[str, int] = defaultdict(int)
    for name in names:
        count[name] += 1
    return frozenset(name for name, times in count.items() if times > 1 or name in taken)


def attribute_names(columns: Iterable[str]) -> tuple[str, ...]:
    """Python attribute names: lower case; a keyword or the name of a type gets `_` behind."""
    wanted = [column.lower() for column in columns]
    used = {name for name in wanted if _is_free(name)}
    result = []
    for name in wanted:
        attribute = name
        while not _is_free(attribute) or (attribute != name and attribute in used):
            attribute += "_"
        used.add(attribute)
        result.append(attribute)
    return tuple(result)


def _is_free(name: str) -> bool:
    return not keyword.iskeyword(name) and name not in _ATTRIBUTES_TAKEN


def class_name(table: str) -> str:
    """CUSTOMER_ACCOUNT becomes CustomerAccountRow."""
    return "".join(word.capitalize() for word in table.split("_")) + "Row"


def unique(
    wanted: Sequence[str], limit: int, taken: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The names in order; one that was used before gets a number behind."""
    used = set(taken)
    result = []
    for name in wanted:
        number, free = 1, shorten(name, limit)
        while free in used:
            number += 1
            free = shorten(f"{name}_{number}", limit)
        used.add(free)
        result.append(free)
    return tuple(result)
