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
