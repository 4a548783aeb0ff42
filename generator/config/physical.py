"""What must hold of `physical: {zos: ...}` beyond the type of each value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.model import JobConfig
    from generator.config.where import Where
    from generator.config.zos import ZosRules

_DATA_SET = 44  # characters of a data set name
_ZOS = ("physical", "zos")


def pages_of(pool: str) -> str:
    """The page size of a buffer pool by its name: BP8K3 has pages of 8K, BP1 of 4K."""
    return next((size for size in ("8K", "16K", "32K") if pool.startswith(f"BP{size}")), "4K")


def check_physical(config: JobConfig, where: Where) -> Iterator[Problem]:
    """Every contradiction in the keys for z/OS."""
    rules = config.physical.zos
    yield from _pools(rules, where)
    yield from _spaces(rules, where)
    yield from _data_sets(rules, where)


def _pools(rules: ZosRules, where: Where) -> Iterator[Problem]:
    for size, pool in rules.buffer_pools.items():
        if pages_of(pool) != size:
            message = f"{pool} has pages of {pages_of(pool)}, not {size}"
            place = where.value(*_ZOS, "buffer_pools", size)
            yield Problem("CFG180", message, place, "a pool of pages of 8K is called BP8K0, ...")


def _spaces(rules: ZosRules, where: Where) -> Iterator[Problem]:
    """A partition-by-growth table space holds one table."""
    seen: dict[str, str] = {}
    for table, space in rules.table_spaces.items():
        if space in seen:
            message = f"table space {space} is for {seen[space]} already"
            hint = "a universal table space holds one table; give each its own"
            yield Problem("CFG181", message, where.value(*_ZOS, "table_spaces", table), hint)
        seen.setdefault(space, table)


def _data_sets(rules: ZosRules, where: Where) -> Iterator[Problem]:
    jcl = rules.jcl
    if jcl is None:
        return
    names: list[tuple[str, tuple[str | int, ...]]] = [(jcl.library, ("library",))]
    names += [(name, ("steplib", index)) for index, name in enumerate(jcl.steplib)]
    names += [(jcl.sql_library, ("sql_library",))] if jcl.sql_library else []
    for name, keys in names:
        if len(name) > _DATA_SET:
            message = f"{name} has {len(name)} characters"
            hint = f"a data set name has at most {_DATA_SET}"
            yield Problem("CFG182", message, where.value(*_ZOS, "jcl", *keys), hint)
