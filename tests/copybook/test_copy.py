"""COPY, REPLACING and where the copied words come from."""

from pathlib import Path

import pytest

from generator.copybook import parse_copybook
from generator.problems import GenerationFailed


def write(folder: Path, name: str, *lines: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("".join(f"       {line}\n" for line in lines))
    return path


def names(path: Path, *libraries: Path, **options: object) -> list[str | None]:
    copybook = parse_copybook(path, libraries=libraries, **options)  # type: ignore[arg-type]
    return [field.name for record in copybook.records for field in record.fields()]


@pytest.mark.parametrize(
    "name", ["MEMBER", "member.cpy", "Member.CPY", "MEMBER.cbl", "member.COB", "MEMBER.copy"]
)
def test_lookup(tmp_path: Path, name: str) -> None:
    write(tmp_path / "lib", name, "    05 B PIC X.")
    root = write(tmp_path, "ROOT.cpy", "01 A.", "    COPY MEMBER.", "    05 C PIC X.")
    copybook = parse_copybook(root, libraries=[tmp_path / "lib"])
    assert [f.name for f in copybook.records[0].fields()] == ["A", "B", "C"]
    assert [Path(member).name for member in copybook.members] == ["ROOT.cpy", name]


def test_own_folder_goes_before_libraries_and_of_names_one(tmp_path: Path) -> None:
    write(tmp_path / "one", "M.cpy", "    05 ONE PIC X.")
    write(tmp_path / "two", "M.cpy", "    05 TWO PIC X.")
    root = write(tmp_path, "R.cpy", "01 A.", "    COPY M.", "    COPY 'M' OF two SUPPRESS.")
    assert names(root, tmp_path / "one", tmp_path / "two") == ["A", "ONE", "TWO"]
    write(tmp_path, "M.cpy", "    05 OWN PIC X.")
    assert names(root, tmp_path / "one", tmp_path / "two") == ["A", "OWN", "TWO"]


def test_replacing(tmp_path: Path) -> None:
    write(tmp_path, "M.cpy", "    05 :T:-A PIC X(:LEN:).", "    05 OLD-B PIC 9(3)", "     COMP.")
    root = write(
        tmp_path, "R.cpy", "01 A.",
        "    COPY M REPLACING ==:T:== BY ==NEW== ==:LEN:== BY ==20==",
        "        LEADING ==OLD== BY ==MY==, ==9(3) COMP== BY ==X(7)==.",
        "    05 LAST PIC X.",
    )  # fmt: skip
    fields = parse_copybook(root).records[0].fields()
    assert [(f.name, f.offset, f.length) for f in fields] == [
        ("A", 0, 28), ("NEW-A", 0, 20), ("MY-B", 20, 7), ("LAST", 27, 1),
    ]  # fmt: skip


def test_nested_members_keep_their_places(tmp_path: Path) -> None:
    write(tmp_path, "INNER.cpy", "      10 :T:-X PIC X(2).", "      10 :T:-Y PICC X.")
    write(tmp_path, "OUTER.cpy", "", "    05 G. COPY INNER.")
    root = write(tmp_path, "R.cpy", "01 A.", "    COPY OUTER REPLACING ==:T:== BY ==LONGER==.")
    with pytest.raises(GenerationFailed) as caught:
        parse_copybook(root)
    (problem,) = caught.value.problems
    place = problem.location
    assert place is not None
    assert (Path(place.path).name, place.line, place.column) == ("INNER.cpy", 2, 23)
    assert [(Path(p.path).name, p.line, p.column) for p in place.included_from] == [
        ("OUTER.cpy", 2, 18), ("R.cpy", 2, 12),
    ]  # fmt: skip


@pytest.mark.parametrize("pair", [":TAG:=CUST", "TAG=CUST", (":TAG:", "CUST"), ("TAG", "CUST")])
def test_the_callers_replacing(tmp_path: Path, pair: str | tuple[str, str]) -> None:
    root = write(tmp_path, "R.cpy", "01 :TAG:-REC.", "    05 :TAG:-ID PIC 9(5).")
    assert names(root, replacing=[pair]) == ["CUST-REC", "CUST-ID"]


def test_an_unreplaced_tag_says_what_supplies_it(tmp_path: Path) -> None:
    root = write(tmp_path, "R.cpy", "01 :TAG:-REC.", "    05 :TAG:-ID PIC 9(5).")
    with pytest.raises(GenerationFailed) as caught:
        parse_copybook(root)
    (problem,) = caught.value.problems
    assert problem.code == "CPY204"
    assert "--replacing ':TAG:=NAME'" in str(problem.hint)


def test_recursion_through_another_member(tmp_path: Path) -> None:
    write(tmp_path, "B.cpy", "    COPY R.")
    root = write(tmp_path, "R.cpy", "01 A PIC X.", "    COPY B.")
    with pytest.raises(GenerationFailed, match=r"R\.cpy -> B\.cpy -> R\.cpy"):
        parse_copybook(root)


def test_a_literal_may_have_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "sub", "M.cpy", "    05 B PIC X.")
    root = write(tmp_path, "R.cpy", "01 A.", "    COPY 'sub/M.cpy'.", "    COPY M.cpy OF SUB.")
    assert names(root) == ["A", "B", "B"]


def test_a_library_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, "M.cpy", "    05 B PIC X.")
    root = write(tmp_path, "R.cpy", "01 A.", "    COPY M OF PRODLIB.")
    (warning,) = parse_copybook(root).problems
    assert (warning.code, str(warning.severity)) == ("CPY206", "warning")
    assert warning.message.startswith("COPY M: no library PRODLIB, taken from ")


def test_the_name_of_a_member_may_have_a_placeholder(tmp_path: Path) -> None:
    write(tmp_path, "CUSTADR.cpy", "    05 B PIC X.")
    root = write(tmp_path, "R.cpy", "01 A.", "    COPY :TAG:ADR.")
    assert names(root, replacing=["TAG=CUST"]) == ["A", "B"]
    with pytest.raises(GenerationFailed) as caught:
        parse_copybook(root)
    (problem,) = caught.value.problems
    assert problem.message == "COPY :TAG:ADR: the placeholder :TAG: is not replaced"


def test_what_replacing_puts_in_has_the_place_of_the_word_and_the_chain(tmp_path: Path) -> None:
    write(tmp_path, "M.cpy", "", "    05 B PIC :P:.")
    root = write(tmp_path, "R.cpy", "01 A.", "    COPY M REPLACING ==:P:== BY ==X(4)Q==.")
    with pytest.raises(GenerationFailed) as caught:
        parse_copybook(root)
    (problem,) = caught.value.problems
    place = problem.location
    assert place
    assert (Path(place.path).name, place.line, place.column) == ("M.cpy", 2, 21)
    assert [(p.line, p.column) for p in place.included_from] == [(2, 12)]


def test_a_replace_statement_of_a_member_holds_behind_it(tmp_path: Path) -> None:
    write(tmp_path, "M.cpy", "REPLACE ==SIZE1== BY ==X(7)==.", "    05 B PIC SIZE1.")
    root = write(tmp_path, "R.cpy", "01 A.", "    COPY M.", "    05 C PIC SIZE1.", "REPLACE OFF.",
                 "    05 SIZE1 PIC X.")  # fmt: skip
    fields = parse_copybook(root).records[0].fields()
    assert [(f.name, f.length) for f in fields] == [("A", 15), ("B", 7), ("C", 7), ("SIZE1", 1)]


@pytest.mark.parametrize("tag", [":T:", "(T)", "&T&", "@T@", "==T==", "%T%", "{T}", "<T>", "!T!"])
def test_each_placeholder_is_one_error(tmp_path: Path, tag: str) -> None:
    root = write(tmp_path, "R.cpy", f"01 {tag}-REC.", f"    05 {tag}-A PIC 9(2).",
                 f"    05 B OCCURS 1 TO 5 DEPENDING ON {tag}-A PIC X.")  # fmt: skip
    with pytest.raises(GenerationFailed) as caught:
        parse_copybook(root)
    (problem,) = caught.value.problems
    assert problem.message == f"the placeholder {tag} is not replaced"
    assert problem.notes == ("also on lines: 2, 3",)
    assert f"--replacing '{tag}=NAME'" in str(problem.hint)
    given = parse_copybook(root, replacing=[(tag, "CUST")])
    assert [f.name for f in given.records[0].fields()] == ["CUST-REC", "CUST-A", "B"]


def test_what_looks_like_a_placeholder_and_is_none(tmp_path: Path) -> None:
    root = write(tmp_path, "R.cpy", "01 A.", "    05 B PIC X(5) VALUE ':T: (T)-A &T&'.",
                 "    05 C PIC Z(5)-.", "    05 D PIC $(4)9.99-.")  # fmt: skip
    assert parse_copybook(root).records[0].length == 20


def test_members_that_multiply_come_to_an_end(tmp_path: Path) -> None:
    for number in range(14):
        write(tmp_path, f"M{number}.cpy", *[f"    COPY M{number + 1}."] * 4)
    write(tmp_path, "M14.cpy", "    05 B PIC X.")
    with pytest.raises(GenerationFailed) as caught:
        parse_copybook(write(tmp_path, "R.cpy", "01 A.", "    COPY M0."))
    assert "more than 1000 members" in caught.value.problems[-1].message
