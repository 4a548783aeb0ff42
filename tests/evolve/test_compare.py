"""What `compare` promises for any two models, and how it decides which column is which."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evolve.comparing.asked import misused
from generator.evolve.comparing.compare import compare
from generator.evolve.model import ChangeClass, Comparison, Flag, Move, Words
from generator.evolve.telling import by_class, line
from generator.problems import GenerationFailed
from generator.relational.accepted import AcceptedSchema, AcceptedTable, TableKind
from generator.relational.tables import (
    Char,
    Check,
    Decimal,
    Float,
    Index,
    Integer,
    Physical,
    SqlType,
    TableSpace,
    VarChar,
)
from generator.targets import find
from tests.evolve.models import ID, Item, Rows, model, rows

TARGETS = tuple(find(name) for name in ("db2-luw", "db2-zos", "sqlite"))

TYPES: tuple[SqlType, ...] = (Char(5), Char(10), VarChar(10), Decimal(7, 2), Integer(32), Float(8))
NAMES = ("ALPHA", "BETA", "GAMMA", "DELTA", "EPSILON")


def compared(
    before: AcceptedSchema, after: AcceptedSchema, words: Words | None = None
) -> Comparison:
    return compare(before, after, words or Words(), TARGETS)


def accepted_again(found: Comparison, after: AcceptedSchema, words: Words) -> Comparison:
    """The same model once more, compared with the lock that the first comparison gave."""
    return compared(found.evolution.after, after, words)


def final(schema: AcceptedSchema) -> list[AcceptedTable]:
    return [table for table in schema.tables if table.kind is TableKind.FINAL]


def kinds(found: Comparison, table: str = "T") -> list[str]:
    return [change.kind for change in found.changes if change.table == table]


items = st.builds(
    Item,
    path=st.sampled_from([f"{group}{name}" for group in ("", "G.") for name in NAMES]),
    type=st.sampled_from(TYPES),
    nullable=st.booleans(),
    offset=st.integers(0, 30),
)
tables = st.builds(
    lambda name, found, record, checked: rows(
        *found,
        name=name,
        record=record,
        indexes=(Index(f"IX_{name}", (found[0].name,)),) if found else (),
        checks=tuple(Check(f"CK_{name}", item.name, ("'A'",)) for item in found[:1] if checked),
    ),
    st.sampled_from(["T", "U", "V"]),
    st.lists(items, max_size=5, unique_by=lambda item: item.name),
    st.sampled_from(["REC", "OTHER"]),
    st.booleans(),
)
models = st.lists(tables, max_size=3, unique_by=lambda table: table.name).map(
    lambda found: model(*found)
)
removals = st.dictionaries(
    st.tuples(st.sampled_from(["REC", "OTHER"]), st.sampled_from(NAMES)),
    st.sampled_from(["drop", "keep"]),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[AcceptedSchema, AcceptedSchema, Words]:
    """Two models, and words of which each names something."""
    before, after = draw(models), draw(models)
    wanted = Words(removed=draw(removals))
    while True:
        try:
            found = compared(before, after, wanted)
        except GenerationFailed as failed:
            wrong = {problem.subject for problem in failed.problems}
            left = {key: word for key, word in wanted.removed.items() if key[1] not in wrong}
            wanted = Words(removed=left)
        else:
            assert found
            return before, after, wanted


@given(models)
def test_a_model_does_not_differ_from_itself(same: AcceptedSchema) -> None:
    found = compared(same, same)
    assert (found.changes, found.questions, found.evolution.tables) == ((), (), ())
    assert found.evolution.after == same


@given(pairs())
@settings(max_examples=200, deadline=None)
def test_the_next_lock_is_the_model_and_what_is_kept(
    case: tuple[AcceptedSchema, AcceptedSchema, Words],
) -> None:
    before, after, words = case
    evolution = compared(before, after, words).evolution
    bare = [
        replace(table, retired=(), dropped=()) for table in evolution.after.tables if not table.gone
    ]
    assert bare == list(after.tables)
    gone = {table.name for table in evolution.after.tables if table.gone}
    renamed = {change.before.name for change in evolution.tables if change.before and change.after}
    assert gone.isdisjoint(table.name for table in after.tables)
    assert {table.name for table in final(before)} <= {
        *gone,
        *renamed,
        *(table.name for table in after.tables),
    }


@given(pairs())
@settings(max_examples=200, deadline=None)
def test_no_column_of_a_final_table_goes_without_a_word(
    case: tuple[AcceptedSchema, AcceptedSchema, Words],
) -> None:
    before, after, words = case
    evolution = compared(before, after, words).evolution
    for change in evolution.tables:
        if change.before is None or change.before.kind is TableKind.STAGING:
            continue
        assert change.after is not None
        for pair in change.columns:
            if pair.after is None:
                assert pair.before is not None
                assert words.removed[change.after.record, pair.before.name] == "drop"
        for column in change.after.retired:
            assert column.nullable


@given(pairs())
@settings(max_examples=200, deadline=None)
def test_the_second_time_there_is_nothing_new(
    case: tuple[AcceptedSchema, AcceptedSchema, Words],
) -> None:
    before, after, words = case
    found = compared(before, after, words)
    again = accepted_again(found, after, words)
    assert (again.changes, again.questions, again.evolution.tables) == ((), (), ())
    assert again.evolution.after == found.evolution.after


@given(pairs())
@settings(deadline=None)
def test_the_way_back_is_the_way_seen_from_the_other_end(
    case: tuple[AcceptedSchema, AcceptedSchema, Words],
) -> None:
    evolution = compared(*case).evolution
    assert evolution.reversed().reversed() == evolution
    assert evolution.reversed().before == evolution.after


@given(pairs())
@settings(deadline=None)
def test_where_tables_change_something_is_told(
    case: tuple[AcceptedSchema, AcceptedSchema, Words],
) -> None:
    found = compared(*case)
    told = {change.table for change in found.changes}
    for change in found.evolution.tables:
        side = change.after or change.before
        assert side is not None
        assert side.name in told
    assert found.evolution.after.version == bool(found.evolution.tables)


A, B = Item("ALPHA"), Item("BETA")


def test_a_word_goes_before_the_name() -> None:
    """ALPHA is renamed to BETA, and a new field takes its name."""
    words = Words(renamed={("REC", "REC.BETA"): "ALPHA"})
    found = compared(model(rows(A)), model(rows(B, A)), words)
    # The new ALPHA is at the place of the old one, so the field that moved is told by its word.
    pairs = {(p.before and p.before.name, p.after and p.after.name) for p in _pairs(found)}
    assert ("ALPHA", "BETA") in pairs
    assert (None, "ALPHA") in pairs


def test_a_name_may_be_handed_on() -> None:
    """ALPHA is now BETA, and BETA is now GAMMA; once accepted, both words are done."""
    words = Words(renamed={("REC", "REC.BETA"): "ALPHA", ("REC", "REC.GAMMA"): "BETA"})
    after = model(rows(B, Item("GAMMA")))
    found = compared(model(rows(A, B)), after, words)
    assert [(c.before, c.after) for c in found.changes if c.kind == "column-renamed"] == [
        ("ALPHA", "BETA"),
        ("BETA", "GAMMA"),
    ]
    assert accepted_again(found, after, words).changes == ()


def _pairs(found: Comparison) -> list[object]:
    changes = [c for c in found.evolution.tables if c.after and c.after.name == "T"]
    return [pair for change in changes for pair in change.columns]


def test_the_place_goes_before_the_name() -> None:
    """`name:` gives the column of ALPHA another name, and that of BETA the name it had."""
    before = model(rows(Item("ALPHA", column="X"), Item("BETA", column="Y")))
    after = model(rows(Item("ALPHA", column="Z"), Item("BETA", column="X")))
    found = compared(before, after)
    assert [(c.before, c.after) for c in found.changes if c.kind == "column-renamed"] == [
        ("X", "Z"),
        ("Y", "X"),
    ]


@pytest.mark.parametrize("said", ["ALPHA", "G.ALPHA", "ALPHA OF G"])
def test_a_former_name_may_be_qualified(said: str) -> None:
    words = Words(renamed={("REC", "REC.G.BETA"): said})
    found = compared(model(rows(Item("G.ALPHA"))), model(rows(Item("G.BETA"))), words)
    assert kinds(found) == ["column-renamed"]


def test_a_group_that_was_renamed_takes_its_fields_along() -> None:
    before = model(rows(Item("OLD.ALPHA", column="OLD_ALPHA"), Item("OLD.BETA", column="OLD_BETA")))
    after = model(rows(Item("NEW.ALPHA", column="NEW_ALPHA"), Item("NEW.BETA", column="NEW_BETA")))
    words = Words(renamed={("REC", "REC.NEW"): "OLD"})
    assert len(compared(before, after).questions) == 2
    found = compared(before, after, words)
    assert kinds(found) == ["column-renamed", "column-renamed", "fields-regrouped"]


@pytest.mark.parametrize("said", ["TEL", "TEL_1"])
def test_an_item_with_occurs_that_was_renamed_takes_its_columns_along(said: str) -> None:
    old = [Item("TEL", occurrences=(n,)) for n in (1, 2)]
    new = [Item("PHONE", occurrences=(n,)) for n in (1, 2)]
    words = Words(renamed={("REC", "REC.PHONE"): said})
    found = compared(model(rows(*old)), model(rows(*new)), words)
    assert [(c.before, c.after) for c in found.changes if c.kind == "column-renamed"] == [
        ("TEL_1", "PHONE_1"),
        ("TEL_2", "PHONE_2"),
    ]


def test_a_retired_column_may_be_what_a_field_was() -> None:
    words = Words(removed={("REC", "BETA"): "keep"})
    lock = compared(model(rows(A, B)), model(rows(A)), words).evolution.after
    again = Words(renamed={("REC", "REC.GAMMA"): "BETA"})
    found = compared(lock, model(rows(A, Item("GAMMA"))), again)
    assert kinds(found) == ["column-back", "column-renamed"]
    assert found.changes[1].data.endswith("nulls become what INITIALIZE sets")


def test_the_likeliest_rename_comes_first_and_decides_nothing() -> None:
    before = model(rows(A, Item("CUST-NAME", Char(30), picture="X(30)"), B))
    after = model(
        rows(A, Item("CUSTOMER-NAME", Char(30), picture="X(30)"), B, Item("REMARK", Char(30)))
    )
    found = compared(before, after)
    assert [question.gone for question in found.questions] == ["CUST_NAME"]
    first, second = found.questions[0].candidates
    assert (first.before, first.after, second.after) == ("CUST_NAME", "CUSTOMER_NAME", "REMARK")
    assert first.score > second.score
    assert first.reasons == (
        "behind ALPHA as before",
        "before BETA as before",
        "the same picture: X(30)",
        "the same bytes: offset 0, length 10",
        "the same position in the table: 3",
        "words in common: NAME",
    )
    assert "column-gone" in kinds(found)
    assert "column-renamed" not in kinds(found)


def test_a_column_that_is_in_question_stays_and_may_be_null() -> None:
    found = compared(model(rows(A, B)), model(rows(A)))
    assert [(q.record, q.table, q.gone, q.candidates) for q in found.questions] == [
        ("REC", "T", "BETA", ())
    ]
    (table,) = final(found.evolution.after)
    assert [(column.name, column.nullable) for column in table.retired] == [("BETA", True)]


@pytest.mark.parametrize("name", ["BETA", "T.BETA"])
def test_a_drop_is_remembered_so_that_its_word_stays_valid(name: str) -> None:
    words = Words(removed={("REC", name): "drop"})
    found = compared(model(rows(A, B)), model(rows(A)), words)
    (table,) = final(found.evolution.after)
    assert (table.retired, table.dropped) == ((), ("BETA",))
    assert accepted_again(found, model(rows(A)), words).changes == ()


def test_a_column_that_comes_back_after_a_drop_is_new() -> None:
    words = Words(removed={("REC", "BETA"): "drop"})
    found = compared(model(rows(A, B)), model(rows(A)), words)
    again = compared(found.evolution.after, model(rows(A, B)))
    assert kinds(again) == ["column-added"]
    assert final(again.evolution.after)[0].dropped == ()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (Words(removed={("REC", "ALPA"): "drop"}), "MIG203"),
        (Words(removed={("REC", "ALPHA"): "drop"}), "MIG203"),
        (Words(removed={("OTHER", "BETA"): "keep"}), "MIG203"),
        (Words(removed={("REC", "U.BETA"): "keep"}), "MIG203"),
        (Words(renamed={("REC", "REC.GAMMA"): "BETTA"}), "MIG204"),
        (Words(records={"REC": "RECORD"}), None),  # done: the tables are for REC
        (Words(records={"NEW": "RECORD"}), "MIG204"),
    ],
)
def test_a_word_that_means_nothing_is_refused(words: Words, code: str | None) -> None:
    before, after = model(rows(A, B)), model(rows(A, Item("GAMMA")))
    if code is None:
        compared(before, after, words)
        return
    with pytest.raises(GenerationFailed) as failed:
        compared(before, after, words)
    assert [problem.code for problem in failed.value.problems] == [code]


def test_every_word_that_means_nothing_is_told_at_once() -> None:
    words = Words(
        removed={("REC", "BETTA"): "drop", ("REC", "ALPHA"): "keep"},
        renamed={("REC", "REC.GAMMA"): "NOBODY"},
    )
    with pytest.raises(GenerationFailed) as failed:
        compared(model(rows(A, B)), model(rows(A, Item("GAMMA"))), words)
    hints = [(problem.code, problem.hint) for problem in failed.value.problems]
    assert hints == [
        ("MIG203", "did you mean BETA?"),
        ("MIG203", "gone are BETA"),
        ("MIG204", "gone are BETA"),
    ]


def test_no_table_is_dropped() -> None:
    words = Words(removed={("REC", "U"): "drop"})
    with pytest.raises(GenerationFailed) as failed:
        compared(model(rows(A), rows(A, name="U", record="OTHER")), model(rows(A)), words)
    assert [problem.code for problem in failed.value.problems] == ["MIG205"]
    assert misused(model(), (), Words()) == ()


def phones(*columns: str, name: str = "T") -> Rows:
    items = [Item("PHONE", column=name, occurrences=(n,)) for n, name in enumerate(columns, 1)]
    return rows(*items, name=name)


PHONE_ROWS = Rows(
    "T_PHONE",
    (Item("ID", ID), Item("PHONE")),
    key=("ID", "PHONE_NO"),
    item="PHONE",
    parent="T",
    sequence="PHONE_NO",
)


def test_numbered_columns_become_rows() -> None:
    found = compared(model(phones("P1", "P2")), model(rows(), PHONE_ROWS))
    assert found.evolution.moves == (
        Move(
            wide="T",
            tall="T_PHONE",
            key=(("ID", "ID"),),
            sequence="PHONE_NO",
            rows=((1, (("P1", "PHONE"),)), (2, (("P2", "PHONE"),))),
            spread=True,
        ),
    )
    assert found.questions == ()
    (table,) = (table for table in final(found.evolution.after) if table.name == "T")
    assert [column.name for column in table.retired] == ["P1", "P2"]


def test_rows_become_numbered_columns() -> None:
    found = compared(model(rows(), PHONE_ROWS), model(phones("P1", "P2")))
    (move,) = found.evolution.moves
    assert (move.spread, move.wide, move.tall) == (False, "T", "T_PHONE")
    assert move.rows == ((1, (("P1", "PHONE"),)), (2, (("P2", "PHONE"),)))
    assert [table.name for table in final(found.evolution.after) if table.gone] == ["T_PHONE"]
    assert found.evolution.reversed().moves[0].spread


def test_a_move_names_the_key_of_each_side() -> None:
    words = Words(renamed={("REC", "REC.NUMBER"): "ID"})
    renamed = replace(
        PHONE_ROWS, items=(Item("NUMBER", ID), Item("PHONE")), key=("NUMBER", "PHONE_NO")
    )
    parent = Rows("T", (Item("NUMBER", ID),), key=("NUMBER",))
    found = compared(model(phones("P1")), model(parent, renamed), words)
    assert found.evolution.moves[0].key == (("ID", "NUMBER"),)


def test_a_record_that_was_renamed_keeps_its_tables() -> None:
    before, after = model(rows(A, name="OLD", record="OLD")), model(rows(A, name="NEW"))
    asked = compared(before, after)
    assert [(q.record, q.table, q.gone) for q in asked.questions] == [("REC", "", "OLD")]
    assert asked.questions[0].candidates[0].after == "NEW"
    found = compared(before, after, Words(records={"REC": "OLD"}))
    assert found.questions == ()
    assert kinds(found, "NEW")[:2] == ["table-renamed", "record-renamed"]


def test_a_word_says_that_the_new_table_is_another_one() -> None:
    before, after = model(rows(A, name="OLD", record="OLD")), model(rows(A, name="NEW"))
    found = compared(before, after, Words(removed={("REC", "OLD"): "keep"}))
    assert found.questions == ()
    assert kinds(found, "OLD") == ["table-gone"]


def test_a_target_that_is_added_changes_no_table() -> None:
    space = TableSpace("DB", "TS", 64)
    before, after = model(rows(A)), model(rows(A, physical=Physical(space=space)))
    assert compared(before, after).evolution.tables == ()
    wider = Physical(space=replace(space, max_partitions=128))
    (change,) = compared(after, model(rows(A, physical=wider))).changes[-1:]
    assert (change.before, change.after) == ("MAX_PARTITIONS 64", "MAX_PARTITIONS 128")
    assert change.flags == {"db2-zos": (Flag.REORG,)}


def test_a_renamed_table_stays_in_its_table_space() -> None:
    before = model(rows(A, physical=Physical(space=TableSpace("DB", "T", 64))))
    after = model(rows(A, name="U", physical=Physical(space=TableSpace("DB", "U", 64))))
    found = compared(before, after)
    assert kinds(found, "U") == ["table-renamed", "key-renamed"]
    space = final(found.evolution.after)[0].table.physical.space
    assert space is not None
    assert space.name == "T"


def test_changes_by_class_begin_with_the_one_that_takes_most_care() -> None:
    words = Words(removed={("REC", "BETA"): "drop"})
    after = model(rows(Item("ALPHA", Char(5)), Item("GAMMA")))
    found = by_class(compared(model(rows(A, B)), after, words))
    assert list(found) == [ChangeClass.DESTRUCTIVE, ChangeClass.NARROWING, ChangeClass.SAFE]


def test_lines() -> None:
    found = compared(model(rows(A)), model(rows(Item("ALPHA", VarChar(20)), B)))
    cost = "db2-luw reorg, rebind; db2-zos reorg, rebind; sqlite rewrite"
    assert tuple(line(change) for change in found.changes) == (
        "~ STG_T: staging-recreated (safe)",
        f"~ T.ALPHA: column-widened CHAR(10) -> VARCHAR(20) (widening; {cost})",
        "+ T.BETA: column-added CHAR(10) NOT NULL (safe; db2-zos reorg; sqlite rewrite)",
    )


def test_another_sql_schema_concerns_every_table() -> None:
    found = compared(model(rows(A)), model(rows(A), schema="BANKING"))
    assert line(found.changes[0]).startswith("~ schema-changed unqualified -> BANKING (physical; ")
    assert {change.after.name for change in found.evolution.tables if change.after} == {
        "T",
        "STG_T",
    }
