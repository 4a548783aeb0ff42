"""Every script of every case: in the grammar, its names not reserved, its units of work lawful."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import lark
import pytest
from lark.exceptions import UnexpectedInput

from generator.evolve.comparing.compare import compare
from generator.evolve.db2 import luw as db2_luw
from generator.evolve.db2 import zos as db2_zos
from generator.evolve.files import Migration, migration_texts
from generator.evolve.model import Evolution, Script, Step, Words
from generator.relational.tables import Char, Check
from generator.targets import find, reserved
from tests.evolve.db2_h2 import TARGETS, both_ways, joined
from tests.evolve.models import ID, Item, Rows, model
from tests.evolve.test_property import pair
from tests.evolve.versions import NAMES, evolution_of

HERE = Path(__file__).parent
DDL = {"db2-luw": "db2_ddl.lark", "db2-zos": "zos_ddl.lark"}
RECORD = 72
# Db2 LUW, SQL Reference, "ALTER TABLE": after the third the table is closed (SQL0668N reason 7).
MOST_UNITS = 3


@cache
def parser(target: str) -> lark.Lark:
    """The grammar of the DDL, with what migrations add to it."""
    base = (HERE.parent / "relational" / DDL[target]).read_text("utf-8")
    own = HERE / f"{target.replace('-', '_')}.lark"
    texts = (base, (HERE / "db2_shared.lark").read_text("utf-8"), own.read_text("utf-8"))
    return lark.Lark("\n".join(texts), parser="lalr", lexer="contextual", maybe_placeholders=False)


def read(text: str, target: str) -> str:
    """As the target's own programs read a script."""
    if target != "db2-zos":
        return text
    return joined(text, RECORD).replace("\n", " ")


def texts(case: str, target: str) -> dict[str, str]:
    return texts_of(evolution_of(case), target)


def texts_of(evolution: Evolution, target: str) -> dict[str, str]:
    if not evolution.tables:
        return {}
    return migration_texts(Migration("step", evolution, "Made by a test."), find(target))


def identifiers(tree: lark.Tree[Any]) -> set[str]:
    return {str(token) for token in tree.scan_values(_is_name)}


def _is_name(token: Any) -> bool:
    return bool(token.type == "IDENTIFIER")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("case", NAMES)
def test_every_script_is_in_the_grammar(case: str, target: str) -> None:
    for name, text in texts(case, target).items():
        tree = parser(target).parse(read(text, target))
        assert not identifiers(tree) & reserved.EVERY, name


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("seed", range(15))
def test_so_is_every_script_of_a_random_pair(seed: int, target: str) -> None:
    found = pair(seed)
    if found is not None:
        for text in texts_of(found[0].evolution, target).values():
            assert not identifiers(parser(target).parse(read(text, target))) & reserved.EVERY


@pytest.mark.parametrize("case", NAMES)
def test_a_script_for_zos_keeps_to_its_columns(case: str) -> None:
    for text in texts(case, "db2-zos").values():
        assert max(map(len, text.splitlines())) <= RECORD


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("db2-luw", "ALTER TABLE T"),
        ("db2-luw", "ALTER TABLE T DROP COLUMN A"),
        ("db2-luw", "ALTER TABLE T ADD COLUMN A INTEGER, ADD COLUMN B INTEGER"),
        ("db2-luw", "ALTER TABLE T ALTER COLUMN A TYPE BIGINT"),
        ("db2-luw", "CALL SYSPROC.ADMIN_CMD('DROP TABLE T')"),
        ("db2-luw", "RENAME TABLE A.T TO B.T"),
        ("db2-luw", "UPDATE T SET A = 1 LIMIT 5"),
        ("db2-luw", "DELETE FROM T"),
        ("db2-zos", "ALTER TABLE T DROP COLUMN A"),
        ("db2-zos", "ALTER TABLE T ALTER COLUMN A SET NOT NULL"),
        ("db2-zos", "ALTER TABLE T ADD COLUMN A INTEGER ADD COLUMN B INTEGER"),
        ("db2-zos", "UPDATE T SET A = B || C"),
        ("db2-zos", "CALL SYSPROC.ADMIN_CMD('REORG TABLE T')"),
    ],
)
def test_the_grammar_refuses(target: str, text: str) -> None:
    with pytest.raises(UnexpectedInput):
        parser(target).parse(f"{text};")


def statements(step: Step) -> list[str]:
    return [statement.text for statement in step.statements if not statement.disabled]


def recommends(text: str) -> bool:
    """Whether an ALTER TABLE of LUW recommends a REORG: all of these do but growing VARCHAR."""
    return text.startswith("ALTER TABLE") and bool(
        re.search(r"DROP COLUMN|SET DATA TYPE (?!VARCHAR)|SET NOT NULL|DROP NOT NULL", text)
    )


def altered(text: str) -> str:
    return text.split()[2]


def units_before_reorg(script: Script) -> dict[str, int]:
    """The most units of work of each table in a row that recommend a REORG."""
    waiting: dict[str, int] = {}
    most: dict[str, int] = {}
    for step in script.steps:
        for table in {altered(text) for text in statements(step) if recommends(text)}:
            waiting[table] = waiting.get(table, 0) + 1
            most[table] = max(most.get(table, 0), waiting[table])
        for text in statements(step):
            found = re.search(r"'REORG TABLE (\S+)'", text)
            if found:
                waiting.pop(found[1], None)
    assert not waiting, f"no REORG of {sorted(waiting)}"
    return most


@pytest.mark.parametrize("case", NAMES)
def test_luw_reorganizes_before_it_must(case: str) -> None:
    for script in both_ways(evolution_of(case), "db2-luw"):
        assert all(count <= MOST_UNITS for count in units_before_reorg(script).values())


@pytest.mark.parametrize("case", NAMES)
def test_luw_changes_no_row_that_waits_for_reorg(case: str) -> None:
    for script in both_ways(evolution_of(case), "db2-luw"):
        closed: set[str] = set()
        for step in script.steps:
            for text in statements(step):
                words = text.split()
                if words[0] in ("UPDATE", "INSERT", "MERGE", "DELETE"):
                    assert not closed & set(words), text
                if recommends(text):
                    closed.add(altered(text))
                found = re.search(r"'REORG TABLE (\S+)'", text)
                closed -= {found[1]} if found else set()


@pytest.mark.parametrize("case", NAMES)
def test_luw_calls_no_utility_in_a_unit_of_work_with_others(case: str) -> None:
    for script in both_ways(evolution_of(case), "db2-luw"):
        for step in script.steps:
            found = statements(step)
            if any(text.startswith("CALL SYSPROC.ADMIN_CMD") for text in found):
                assert len(found) == 1


@pytest.mark.parametrize("case", NAMES)
def test_luw_enters_a_utility_when_it_has_succeeded_and_all_else_first(case: str) -> None:
    """REORG issues a COMMIT at its beginning: a row before it would stay when it fails."""
    for name, text in texts(case, "db2-luw").items():
        for step in re.split(r"^-- step ", text, flags=re.MULTILINE)[1:]:
            starts = re.findall(r"^(?!--)([A-Z].*)$", step, re.MULTILINE)
            late = "CALL SYSPROC.ADMIN_CMD" in re.sub(r"^--.*$", "", step, flags=re.MULTILINE)
            assert starts[late].startswith("INSERT INTO "), (name, step)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("case", "kind", "name"),
    [
        ("null-allowed", "down", "EMP_SURNAME"),
        ("null-forbidden", "up", "EMP_HIRED"),
    ],
)
def test_a_script_says_which_nulls_it_does_not_survive(
    case: str, kind: str, name: str, target: str
) -> None:
    found = texts(case, target)
    note = f"-- Refused while a row has no value in {name}."
    assert [k for k in ("up", "down") if note in found[f"0001_step.{k}.sql"]] == [kind]


@pytest.mark.parametrize("target", TARGETS)
def test_a_script_says_whose_grants_go_with_a_dropped_table(target: str) -> None:
    lines = {
        case: "".join(texts(case, target)["0001_step.up.sql"].replace("\n-- ", " "))
        for case in ("widened-text", "record-added", "index-added")
    }
    former = "Their grants went with the former tables"
    assert [case for case, text in lines.items() if former in text] == ["widened-text"]
    assert "Grant the job's user what it has on the others." in lines["record-added"]


@pytest.mark.parametrize("target", TARGETS)
def test_a_script_says_how_its_units_of_work_stay_whole(target: str) -> None:
    text = texts("widened-text", target)["0001_step.up.sql"]
    assert {"db2-luw": "db2 +c -tvsf", "db2-zos": "\n--#SET MAXERRORS 1\n"}[target] in text


def is_pending(text: str) -> bool:
    """Db2 for z/OS, Administration Guide, "Pending data definition changes"."""
    return bool(re.search(r"DROP COLUMN|ALTER TABLESPACE \S+\n  (BUFFERPOOL|DSSIZE|SEGSIZE)", text))


def is_definition(text: str) -> bool:
    return text.startswith(("ALTER", "CREATE", "DROP", "RENAME"))


@pytest.mark.parametrize("case", NAMES)
def test_zos_mixes_no_pending_and_immediate_changes(case: str) -> None:
    for script in both_ways(evolution_of(case), "db2-zos"):
        for step in script.steps:
            definitions = [text for text in statements(step) if is_definition(text)]
            assert len({is_pending(text) for text in definitions}) <= 1, step.title


@pytest.mark.parametrize("case", NAMES)
def test_zos_changes_nothing_between_a_pending_change_and_its_reorg(case: str) -> None:
    for script in both_ways(evolution_of(case), "db2-zos"):
        pending: set[str] = set()
        for step in script.steps:
            if step.title.startswith("Reorganize "):
                pending.discard(step.title.removeprefix("Reorganize "))
            for text in statements(step):
                words = {word.split(".")[-1] for word in text.replace("(", " ").split()}
                if is_pending(text):
                    pending.add(altered(text).split(".")[-1])
                elif is_definition(text):
                    assert not pending & words, text
        assert not pending


@pytest.mark.parametrize("case", NAMES)
def test_zos_changes_no_row_in_the_unit_of_work_that_alters_its_table(case: str) -> None:
    """SQLCODE -910."""
    for script in both_ways(evolution_of(case), "db2-zos"):
        for step in script.steps:
            found = statements(step)
            defined = {text.split()[2] for text in found if is_definition(text)}
            for text in found:
                if text.startswith(("UPDATE", "INSERT", "MERGE", "DELETE")):
                    assert not defined & set(text.split()), step.title


@pytest.mark.parametrize(
    "after",
    [
        Rows("T", (Item("ID", ID), Item("STATUS"), Item("NOTE", Char(5)))),
        Rows("T", (Item("ID", ID), Item("STATUS"))),
    ],
)
def test_zos_drops_no_column_of_a_table_with_a_check(after: Rows) -> None:
    check = Check("CK_T_STATUS", "STATUS", ("'A'",), ())
    items = (Item("ID", ID), Item("STATUS"), Item("NOTE", Char(9)))
    before = model(Rows("T", items, checks=(check,)))
    words = Words(removed={("REC", "NOTE"): "drop"} if len(after.items) == len(items) - 1 else {})
    later = model(replace(after, checks=(check,)), version=1)
    evolution = compare(before, later, words, (find("db2-zos"),)).evolution
    up, down = both_ways(evolution, "db2-zos")
    for script in (up, down):
        text = "\n".join(text for step in script.steps for text in statements(step))
        assert script is not up or "DROP COLUMN" in text
        if "DROP COLUMN" in text:
            assert text.index("DROP CONSTRAINT CK_T_STATUS") < text.index("DROP COLUMN")
            assert text.index("DROP COLUMN") < text.rindex("ADD CONSTRAINT CK_T_STATUS")
    luw = "\n".join(
        t for s in both_ways(evolution, "db2-luw") for p in s.steps for t in statements(p)
    )
    assert "DROP CHECK" not in luw


@pytest.mark.parametrize("case", NAMES)
def test_zos_renames_a_column_alone(case: str) -> None:
    for script in both_ways(evolution_of(case), "db2-zos"):
        for step in script.steps:
            found = [text for text in statements(step) if "RENAME COLUMN" in text]
            assert not found or found == statements(step)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("case", NAMES)
def test_only_marked_steps_drop_columns_and_tables_with_rows(case: str, target: str) -> None:
    evolution = evolution_of(case)
    for way, script in zip(
        (evolution, evolution.reversed()), both_ways(evolution, target), strict=True
    ):
        final = {t.name for t in way.before.tables if t.kind != "staging"}
        moved = {w for m in way.moves if m.spread for _, row in m.rows for w, _ in row}
        for step in script.steps:
            for text in statements(step):
                found = set(re.findall(r"DROP COLUMN (\w+)", text)) - moved
                taken = {n for n in found if any(f" {n}" in s for s in _updates(script))}
                if found - taken or (text.startswith("DROP TABLE ") and _name(text) in final):
                    assert step.irreversible, text


def _updates(script: Script) -> list[str]:
    every = (text for step in script.steps for text in statements(step))
    return [text for text in every if text.startswith("UPDATE")]


def _name(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].rpartition(".")[2]


@pytest.mark.parametrize("module", [db2_luw, db2_zos], ids=TARGETS)
def test_the_migration_of_nothing_is_empty(module: Any) -> None:
    evolution = evolution_of("comment-only")
    target = find("db2-" + module.__name__.rpartition(".")[2])
    assert module.script(evolution, target) == Script((), ())
