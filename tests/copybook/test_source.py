"""Reference format: what is program text, and where it stands."""

from time import process_time

import pytest

from generator.copybook.dialect import Dialect
from generator.copybook.read import parse_bytes
from generator.copybook.source.reference_format import Source, source_from_bytes
from generator.copybook.source.text import join, statements
from generator.problems import GenerationFailed, Severity


def cut(text: str | bytes, source_format: str = "auto") -> Source:
    data = text.encode() if isinstance(text, str) else text
    return source_from_bytes(data, "T.cpy", source_format)


def texts(source: Source) -> list[str]:
    return [statement.string for statement in statements(join(source.pieces))]


def codes(source: Source) -> list[str]:
    return [problem.code for problem in source.problems]


def test_columns_of_fixed_format() -> None:
    source = cut("000100 01  A PIC X.".ljust(72) + "CHG00001\nABCDEF*05 B PIC X.\n       05 C.")
    assert texts(source) == ["01  A PIC X", "05 C"]
    assert codes(source) == []
    assert source.format.name == "fixed"


def test_place_of_each_word_with_tabs() -> None:
    source = cut("\t01  R.\n\t\t05\tA PIC X.")
    statement = list(statements(join(source.pieces)))[1]
    assert statement.string == "05      A PIC X"
    place = statement.location(8)
    assert (place.line, place.column, place.source_line) == (2, 6, "\t\t05\tA PIC X.")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    source = cut(end.join(["       01 A.", "           05 B PIC X.", ""]))
    assert texts(source) == ["01 A", "05 B PIC X"]


def test_short_lines_form_feed_control_z_and_byte_order_mark() -> None:
    source = cut(b"\xef\xbb\xbf       01 A.\n   \n\n123\n\f\n           05 B PIC X.\n\x1a")
    assert texts(source) == ["01 A", "05 B PIC X"]
    assert codes(source) == []


def test_comment_lines_and_inline_comments() -> None:
    source = cut(
        "      * 01 NO.\n      / 01 NO.\n       01 A. *> 05 NO PIC X.\n"
        "      *> x\n           05 B PIC X(4) VALUE '*>.'.\n       *> x"
    )
    assert texts(source) == ["01 A", "05 B PIC X(4) VALUE '*>.'"]


def test_continued_word_number_and_literal() -> None:
    source = cut(
        "       01 LONG-\n      -    NAME PIC X(4\n"
        "      -    0) VALUE 'ONE TWO\n      -    ' THREE'."
    )
    width = 72 - len("      -    0) VALUE 'ONE TWO")
    assert texts(source) == [f"01 LONG-NAME PIC X(40) VALUE 'ONE TWO{' ' * width} THREE'"]
    assert codes(source) == []


def test_period_ends_an_entry_only_before_a_blank() -> None:
    source = cut("       05 A PIC 9.99. 05 B PIC 9.9.\n       05 C VALUE 'a. 05 x'.")
    assert texts(source) == ["05 A PIC 9.99", "05 B PIC 9.9", "05 C VALUE 'a. 05 x'"]


def test_debugging_lines_are_left_out_and_named() -> None:
    source = cut("       01 A.\n      D    05 B PIC X.\n           05 C PIC X.")
    assert texts(source) == ["01 A", "05 C PIC X"]
    assert [(p.code, p.severity) for p in source.problems] == [("CPY114", Severity.NOTE)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("01  A.\n    05  B PIC X.\n* comment\n", "free"),
        ("      01  A.\n          05  B PIC X.\n", "free"),
        ("       >>SOURCE FORMAT IS FREE\n  01 A.\n", "free"),
        ('      $SET SOURCEFORMAT"FREE"\n01 A.\n', "free"),
        ("       01  A.\n           05  B PIC X.\n", "fixed"),
        ("000100 01  A.\n000200     05  B PIC X.\n", "fixed"),
        ("      * x\n      01  A.\n", "fixed"),
        ("     1 01  A.\n     2     05  B\n    10     PIC X.\n", "fixed"),
        ("", "fixed"),
        ("01 A PIC X(60) VALUE 'ABC\n-    'DEF'.\n", "free"),
        ("*\tcomment\n01\tA.\n\t05\tB\tPIC X.\n", "free"),
        ("*> Customer record\n       01 A.\n           05 B PIC X.\n", "free"),
        ("      *> x\n      01  A.\n          05  B PIC X.\n", "free"),
        ("      01  A.\n          05  B PIC X.\n".replace(".\n", ".".ljust(62) + "T1\n"), "free"),
        (f"{'      01  A.':72}REC00010\n{'          05  B PIC X.':72}REC00020\n", "fixed"),
        ("IDENTIFICATION DIVISION.\n       01 A PIC X.\n", "free"),
        ("COPY X.\n", "free"),
        ("/------\n01  A.\n    05 .\n      10  PIC X.\n* x\n    05 B PIC X.\n", "free"),
        ("*> abcD    05 X PIC X.\n       01 A PIC X.\n", "fixed"),
        ("01 :TAG:-A.\n  05 1ST-NAME PIC X.\n", "free"),
        ("* a\n*> b\n>>SOURCE FREE\n01 A.\n", "free"),
        ('      $SET ANS85 SOURCEFORMAT"FREE"\n01 A.\n', "free"),
        ("       01 A.\n       >>SOURCE FREE\n05 B PIC X.\n", "fixed"),
        ("CR1234 01  A.\n@A1        05 B PIC X.\n", "fixed"),
        ("    10     COPY X.\n    20 01  A.\n", "fixed"),
        ("01 REC 01  A.\n05 B       05 B PIC X.\n", "fixed"),
        ("1\n2\n000300 01 A PIC X.\n", "fixed"),
        ("00010\t01 A.\n00020\t    05 B PIC X.\n", "fixed"),
    ],
)
def test_detection(text: str, name: str) -> None:
    source = cut(text)
    assert source.format.name == name
    assert source.format.reason


def test_free_format_reads_any_column() -> None:
    text = "01 A.\n" + " " * 80 + "05 B PIC X.\n"
    assert texts(cut(text, "free")) == ["01 A", "05 B PIC X"]


def test_variable_format_has_no_right_margin() -> None:
    text = "000100 01 A." + " " * 70 + "05 B PIC X.\n"
    assert texts(cut(text, "variable")) == ["01 A", "05 B PIC X"]


@pytest.mark.parametrize(
    ("beyond", "code"),
    [("CHG00001", ""), ("Status value", "CPY108"), ("05 B PIC X.", "CPY107"), ("0001.", "")],
)
def test_text_beyond_column_72(beyond: str, code: str) -> None:
    source = cut("       01 A PIC X.".ljust(72) + beyond)
    assert codes(source) == ([code] if code else [])


def at_72(*lines: tuple[str, str]) -> str:
    """Lines whose second part starts in column 73."""
    return "\n".join(f"       {text}".ljust(72) + beyond for text, beyond in lines)


def to_72(text: str) -> str:
    """Program text that ends in column 72."""
    first, _, last = text.rpartition(" ")
    return first + last.rjust(65 - len(first))


@pytest.mark.parametrize(
    "lines",
    [
        [(to_72("05 A OCCURS 12"), "0"), ("PIC X.", "")],
        [(to_72("05 A PIC 9(5)V"), "99"), ("COMP-3.", "")],
        [(to_72("05 CUSTOMER-BAL"), "ANCE"), ("PIC X.", "")],
        [("05 A PIC X(3) VALUE 'AB", "C'"), (".", "")],
        [("05 A PIC 9 VALUE 'A'", "'B'"), ("'C'.", "")],
    ],
)
def test_text_through_the_margin_is_one_error(lines: list[tuple[str, str]]) -> None:
    text = at_72(("01 R.", ""), *lines, ("05 Z PIC X.", ""))
    with pytest.raises(GenerationFailed) as failed:
        parse_bytes(text.encode())
    (problem,) = failed.value.problems
    assert (problem.code, problem.severity) == ("CPY107", Severity.ERROR)
    assert problem.location
    assert (problem.location.line, problem.location.column) == (2, 73)
    assert "--source-format fixed" in (problem.hint or "")
    assert "--source-format variable" in (problem.hint or "")


@pytest.mark.parametrize("beyond", ["R.SMITH.", ".", "10.", "CUST-ID.", "5", "0 PAYROLL"])
def test_what_only_the_cut_makes_whole_is_cut_with_a_warning(beyond: str) -> None:
    text = at_72(("01 R.", ""), ("05 A PIC 9(3)", beyond), ("COMP-3.", ""), ("05 Z PIC X.", ""))
    copybook = parse_bytes(text.encode())
    assert [(p.code, p.severity) for p in copybook.problems][:1] == [("CPY107", Severity.WARNING)]
    assert copybook.records[0].length == 3


@pytest.mark.parametrize(
    ("text", "beyond", "following"),
    [
        ("05 A PIC X(5). *> a remark that goes on through the margin and", " ends.", "05 Z PIC X."),
        (to_72("05 A PIC X(5)."), "CHG1", "05 Z PIC X."),
        (to_72("05 A PIC"), "CHG00001", "X(5)."),
        ("05 A PIC X(5)", "CHG00001", "."),
    ],
)
def test_text_beyond_that_the_compiler_ignores(text: str, beyond: str, following: str) -> None:
    lines = at_72(("01 R.", ""), (text, beyond), (following, ""))
    copybook = parse_bytes(lines.encode())
    assert [p for p in copybook.problems if p.severity is Severity.ERROR] == []
    assert copybook.records[0].fields()[1].length == 5


def test_a_continued_literal_has_its_margin_for_certain() -> None:
    line = "       01 A PIC X(90) VALUE 'AB".ljust(72, "C")
    source = cut(f"{line}X1\n      -    'D'.\n")
    assert codes(source) == []
    assert texts(source) == [line.strip() + "D'"]


def test_code_beyond_column_80_on_several_lines_is_variable_format() -> None:
    lines = [f"       05  A{n}".ljust(78) + "PIC X(5)." for n in range(3)]
    source = cut("\n".join(lines))
    assert source.format.name == "variable"
    assert [(p.code, p.severity) for p in source.problems] == [("CPY116", Severity.NOTE)]
    assert [" ".join(text.split()) for text in texts(source)][2] == "05 A2 PIC X(5)"


@pytest.mark.parametrize(
    ("text", "beyond", "kept"),
    [
        (to_72("05 A PIC 9(5)V"), "99", "05 A PIC 9(5)V"),
        ("05 A PIC 9(3)", "R.SMITH.", "05 A PIC 9(3)"),
    ],
)
def test_fixed_on_the_users_word_cuts_and_warns(text: str, beyond: str, kept: str) -> None:
    source = cut(at_72((text, beyond), ("COMP-3.", "")), "fixed")
    assert [(p.code, p.severity) for p in source.problems] == [("CPY107", Severity.WARNING)]
    assert " ".join(texts(source)[0].split()) == f"{kept} COMP-3"


@pytest.mark.parametrize(
    "tags",
    [
        ["R.SMITH."] * 4,
        ["CUST0010", "CUST0020", "CUST0030", "CUST0040"],
        ["00000100", "00000200", "00000300", "00000400"],
        ["CHG 1"] * 4,
    ],
)
def test_identification_that_lines_share_is_no_text(tags: list[str]) -> None:
    code = ["01 R.", to_72("05 A PIC 9(5)V9"), "COMP-3.", "05 B PIC X."]
    source = cut(at_72(*zip(code, tags, strict=True)))
    assert codes(source) == []
    assert [" ".join(text.split()) for text in texts(source)][1] == "05 A PIC 9(5)V9 COMP-3"


def test_a_word_that_ends_alike_on_many_lines_is_no_identification() -> None:
    lines = [(to_72(f"05 A{n} PIC ZZ9."), "99.") for n in range(3)]
    source = cut(at_72(("01 R.", ""), *lines))
    assert codes(source) == ["CPY107"] * 3


def test_lines_that_are_too_long_are_told_together() -> None:
    lines = [(to_72(f"05 A{n} PIC 9(5)V"), "99.") for n in range(3)]
    with pytest.raises(GenerationFailed) as failed:
        parse_bytes(at_72(("01 R.", ""), *lines).encode())
    (problem,) = failed.value.problems
    assert problem.notes == ("also on lines: 3, 4",)


CARDS = [
    "000100" + "*" * 66 + "CUST0001",
    "000200 01  R.",
    "      *" + "-" * 65,
    "           05  A PIC X(3).",
]
READ = ["01  R", "05  A PIC X(3)"]


@pytest.mark.parametrize("code", ["cp037", "cp1140", "cp500"])
@pytest.mark.parametrize("end", ["", "\x85", "\n", "\r\n"])
def test_ebcdic_is_read_and_named(code: str, end: str) -> None:
    lines = CARDS[:1] * 20 + CARDS[1:]
    source = cut(end.join(line.ljust(80) for line in lines).encode(code))
    assert texts(source) == READ
    (note,) = source.problems
    assert (note.code, note.severity) == ("CPY101", Severity.NOTE)
    assert "code page cp1047" in note.message
    assert ("80-byte records" in note.message) == (not end)
    place = list(statements(join(source.pieces)))[1].location(4)
    assert (place.line, place.column, place.source_line.rstrip()) == (23, 16, CARDS[-1])


@pytest.mark.parametrize(("byte", "page"), [(0xAD, "cp1047"), (0xBA, "cp037")])
def test_the_code_page_is_the_one_in_which_brackets_make_sense(byte: int, page: str) -> None:
    text = "      * \0 x\x85       01  R.\x85           05  A PIC X.".encode("cp037")
    source = cut(text.replace(b"\0", bytes([byte])))
    assert page in source.problems[0].message
    assert texts(source) == ["01  R", "05  A PIC X"]


def test_ebcdic_that_is_no_lines_is_refused() -> None:
    data = "       01  CUST-REC.       ".encode("cp037") * 7
    assert [(p.code, p.severity) for p in cut(data).problems] == [("CPY101", Severity.ERROR)]


@pytest.mark.parametrize("source_format", ["auto", "fixed", "variable"])
@pytest.mark.parametrize("end", ["", "\n", "\x1a"])
def test_records_without_line_ends_are_lines(source_format: str, end: str) -> None:
    source = cut("".join(line.ljust(80) for line in CARDS) + end, source_format)
    (note,) = [problem for problem in source.problems if problem.code != "CPY107"]
    assert (note.code, note.severity) == ("CPY117", Severity.NOTE)
    if source_format != "variable":
        assert texts(source) == READ
    assert list(statements(join(source.pieces)))[-1].location(0).line == 4


def test_one_line_of_160_columns_is_no_pair_of_records() -> None:
    source = cut(("01 A." + " " * 75 + "05 B PIC X.").ljust(160), "free")
    assert texts(source) == ["01 A", "05 B PIC X"]


def test_a_very_long_line_is_shown_around_its_column() -> None:
    problem = cut("       ?1  A." + " " * 1000 + "05 B.").problems[0]
    shown, caret = str(problem).splitlines()[1:3]
    assert len(shown) <= 130
    assert shown[caret.index("^")] == "0"


def test_asterisk_outside_column_7() -> None:
    source = cut("       01  R.\n\t*COMMENT\n           05  A PIC\n           **9.")
    (problem,) = source.problems
    assert problem.code == "CPY118"
    assert problem.location
    assert (problem.location.line, problem.location.column) == (2, 2)
    assert len(texts(source)) == 2


def test_asterisks_in_column_1_of_fixed_format() -> None:
    text = (
        "* A comment of another compiler\n"
        "       01 A.\n"
        "*ABCDE     05 B PIC X(3)\n"
        "*ABCDE     VALUE 'B'.\n"
        "*           COPY M.\n"
        "*     * x\n"
        "* what follows  05 NO PIC X.\n"
        "*      EJECT\n"
        "*> x   *> y\n"
    )
    source = cut(text)
    assert texts(source) == ["01 A", "05 B PIC X(3)\n    VALUE 'B'", "COPY M"]
    assert [(p.code, p.location and p.location.line) for p in source.problems] == [
        ("CPY118", 1), ("CPY118", 7),
    ]  # fmt: skip


def test_utf_16_and_binaries_are_named() -> None:
    assert codes(cut("01 A.".encode("utf-16"))) == ["CPY102"]
    assert codes(cut(b"       01 A.\n\x00")) == ["CPY102"]


def test_cp1252_in_a_comment_warns_and_in_program_text_fails() -> None:
    comment = cut("      * Schlüssel\n       01 A PIC X.\n".encode("cp1252"))
    assert [(p.code, p.severity) for p in comment.problems] == [("CPY104", Severity.WARNING)]
    literal = cut("       01 A PIC X VALUE 'ü'.\n".encode("cp1252"))
    assert [(p.code, p.severity) for p in literal.problems] == [("CPY104", Severity.WARNING)]
    code = cut("       01 Ü PIC X.\n".encode("cp1252"))
    assert [(p.code, p.location.line, p.location.column) for p in code.problems if p.location] == [
        ("CPY103", 1, 11)
    ]


def test_unreadable_file_is_a_problem() -> None:
    from generator.copybook.source.reference_format import read_source  # noqa: PLC0415 - one use

    assert codes(read_source("/nowhere/at/all.cpy")) == ["CPY100"]


def test_a_guess_other_than_fixed_is_told() -> None:
    (note,) = cut("01 A.\n  05 B PIC X.\n").problems
    assert (note.code, note.severity) == ("CPY116", Severity.NOTE)
    assert note.message == "read in free format: an entry starts before column 7 in line 1"


def test_a_directive_switches_from_the_next_line_on() -> None:
    source = cut(
        "       01 A.\n      $SET SOURCEFORMAT(FREE)\n  05 B PIC X.\n"
        "      >>SOURCE FORMAT IS FIXED\nABCDEF     05 C PIC X."
    )
    assert texts(source) == ["01 A", "05 B PIC X", "05 C PIC X"]
    assert codes(source) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (">>IF X DEFINED", ">>IF: conditional compilation is not carried out"),
        (">>DEFINE X AS 1", ">>DEFINE: conditional compilation is not carried out"),
        (">>EVALUATE TRUE", ">>EVALUATE: conditional compilation is not carried out"),
        (">>FROBNICATE ON", ">>FROBNICATE is no compiler directive that cobrepo knows"),
        (">>SOURCE IS XCARD", ">>SOURCE IS XCARD: no source format that cobrepo reads"),
        (">>", "a compiler directive without a word"),
        ("BASIS PAYLIB", "BASIS: changes of a library's source are not carried out"),
        ("INSERT 000130", "INSERT: changes of a library's source are not carried out"),
        ("DELETE 000010-000020", "DELETE: changes of a library's source are not carried out"),
        ("-INC CUSTREC", "-INC: changes of a library's source are not carried out"),
    ],
)
@pytest.mark.parametrize("lead", ["       ", "AB1234     "])
def test_what_may_change_the_text_is_refused_by_name(text: str, message: str, lead: str) -> None:
    (problem,) = cut(f"       01 A.\n{lead}{text}\n           05 B PIC X.\n").problems
    assert (problem.code, problem.message) == ("CPY901", message)
    assert problem.location
    assert (problem.location.line, problem.location.column) == (2, len(lead) + 1)


def test_a_setting_of_micro_focus_that_may_change_the_layout() -> None:
    (problem,) = cut('      $SET LIST"1" NOBOUND IBMCOMP\n').problems
    assert (problem.code, problem.location and problem.location.column) == ("CPY901", 28)
    assert problem.message == "$SET IBMCOMP: a setting that may change the layout"


def test_branches_of_a_refused_condition_are_not_told_again() -> None:
    text = "      $IF X\n       01 A PIC X.\n      $ELSE\n       01 A PIC XX.\n      $END\n"
    assert codes(cut(text)) == ["CPY901"]
    assert codes(cut("      $END\n")) == ["CPY901"]


@pytest.mark.parametrize(
    "text",
    [
        *(">>PAGE", ">> LISTING OFF", ">>CALLINTERFACE DLL", ">>TURN EC-ALL CHECKING ON"),
        *("EJECT", "SKIP1.", "SKIP3 .", "TITLE 'X'", "*CBL NOLIST", "*CONTROL MAP.", "eject"),
        *("CBL TRUNC(BIN)", "PROCESS NUMPROC(PFD),OPT(2)", "CBL", "PROCESS LIB ARITH(COMPAT)"),
    ],
)
@pytest.mark.parametrize("source_format", ["fixed", "variable", "free"])
def test_what_has_no_effect_on_the_data_is_accepted(text: str, source_format: str) -> None:
    source = cut(f"       01 A.\n           {text}\n           05 B PIC X.\n", source_format)
    assert texts(source) == ["01 A", "05 B PIC X"]
    assert codes(source) == []


@pytest.mark.parametrize("text", ["CBL ARITH(EXTEND)", "       PROCESS DATA(31), LP ( 64 )"])
def test_options_that_decide_on_bytes_are_named(text: str) -> None:
    lines = f"{text}\n       01 A PIC X.\n".encode()
    found = source_from_bytes(lines, "T.cpy", "fixed").problems
    assert [(p.code, p.severity) for p in found] == [("CPY119", Severity.WARNING)]
    dialect = Dialect(arith_extend="ARITH" in text, lp64="LP" in text)
    assert source_from_bytes(lines, "T.cpy", "fixed", (), dialect).problems == ()


def test_debugging_lines_are_compiled_with_the_option() -> None:
    text = "       01 A.\n      D    05 B PIC X.\n      d\n       >>D 05 C PIC X.\n"
    source = source_from_bytes(text.encode(), "T.cpy", "auto", (), Dialect(debugging=True))
    assert texts(source) == ["01 A", "05 B PIC X", "05 C PIC X"]
    assert source.problems == ()
    assert codes(cut(text)) == ["CPY114"] * 3


def test_a_level_number_in_column_7_is_tolerated_by_name() -> None:
    text = "      * x\n      01  A.\n000100     05 B PIC X.\n00020005   C PIC X.\n"
    dialect = Dialect(tolerate=("column-7-digit",))
    source = source_from_bytes(text.encode(), "T.cpy", "auto", (), dialect)
    assert texts(source) == ["01  A", "05 B PIC X", "05   C PIC X"]
    assert [(p.code, p.severity) for p in source.problems] == [("CPY106", Severity.WARNING)] * 2
    assert [p.severity for p in cut(text).problems] == [Severity.ERROR] * 2


def continued(first: str, second: str, source_format: str = "fixed") -> str:
    """The one statement of a line and its continuation."""
    source = cut(f"       {first}\n      * between\n\n      -    {second}\n", source_format)
    assert codes(source) == []
    (text,) = texts(source)
    return text


def test_quotation_mark_in_column_72() -> None:
    """Language Reference, "Continuation of alphanumeric and national literals"."""
    line = "01 A PIC X(99) VALUE 'AB".ljust(64, "C") + "'"
    assert continued(line, "''D'.") == f"{line}'D'"
    assert continued(line + "CHG00001", "''D'.") == f"{line}'D'"
    assert continued(line, "'D'.") == f"{line}\n'D'"
    assert continued(line.replace("'", '"'), '""D".') == f"{line}'D'".replace("'", '"')


def test_two_literals_one_continuing_the_other() -> None:
    assert continued("   88 B VALUES 'A'", "'B'.") == "88 B VALUES 'A'\n'B'"
    assert continued("   88 B VALUES 'A',", "'B'.") == "88 B VALUES 'A','B'"


@pytest.mark.parametrize("prefix", ["X", "N", "nx", "Z"])
def test_a_literal_with_a_prefix_is_continued(prefix: str) -> None:
    line = f"01 A PIC X(99) VALUE {prefix}'C1".ljust(65, "2")
    assert continued(line, "'F1'.") == f"{line}F1'"


def test_a_literal_over_three_lines() -> None:
    line = '01 A PIC X(199) VALUE "A'.ljust(65)
    source = cut(f'       {line}\n      -  "B *> \'C\n      -  "D" .')
    assert codes(source) == []
    assert texts(source) == [line + "B *> 'C".ljust(62) + 'D" ']


def test_a_comment_sign_in_a_literal_that_goes_on() -> None:
    text = continued("01 A PIC X(99) VALUE 'AB *> C", "'D'.")
    assert text.startswith("01 A PIC X(99) VALUE 'AB *> C  ")
    assert text.endswith("  D'")


def test_places_in_continued_text_with_tabs() -> None:
    source = cut("\t01 A PIC X(99) VALUE 'AB\n      -\t'C'.")
    (statement,) = statements(join(source.pieces))
    assert len(statement.string) == 64 + 2
    place = statement.location(64)
    assert (place.line, place.column) == (2, 10)


def test_free_format_has_no_hyphen_and_no_asterisk_but_in_column_1() -> None:
    source = cut(
        "* x\n/ x\n01 A.\n      * y\nD   05 C PIC X.\n  05 B PIC X(9) VALUE 'A\n-    'B'.\n"
    )
    assert sorted(codes(source)) == ["CPY109", "CPY110", "CPY114", "CPY116", "CPY118"]
    problem = next(p for p in source.problems if p.code == "CPY118")
    assert problem.location
    assert problem.location.line == 4


def test_a_continuation_line_of_odd_blanks_continues_nothing() -> None:
    source = cut("       01 A\n      -    \xa0\n           PIC X.\n")
    assert codes(source) == ["CPY112"]
    assert texts(source) == ["01 A\n    PIC X"]


def test_asterisks_of_free_format_are_told_once() -> None:
    source = cut("01 A.\n" + "      * y\n" * 14 + "  05 B PIC X.\n", "free")
    (problem,) = source.problems
    assert problem.notes == ("also on lines: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more",)
    assert texts(source) == ["01 A", "05 B PIC X"]


@pytest.mark.parametrize("area", ["    10", "01 REC", "05  A ", "it's 9", "*> abc", "10 'X'"])
def test_sequence_area_holds_anything(area: str) -> None:
    lines = ["01  REC.", "    05  A", "        PIC X(3)", "        VALUE 'A'."]
    source = cut("\n".join(f"{area} {line}" for line in lines), "fixed")
    assert [" ".join(text.split()) for text in texts(source)] == [
        "01 REC",
        "05 A PIC X(3) VALUE 'A'",
    ]
    assert codes(source) == []


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\xa0", "no-break space (U+00A0)"),
        ("\u3000", "ideographic space (U+3000)"),
        ("\ufeff", "zero width no-break space (U+FEFF)"),
        ("\u0663", "arabic-indic digit three (U+0663)"),
        ("\u2018", "left single quotation mark (U+2018)"),
        ("\u2013", "en dash (U+2013)"),
    ],
)
def test_characters_that_look_like_others(character: str, name: str) -> None:
    (problem,) = cut(f"       01 A\n        {character} PIC X VALUE '{character}'.").problems
    assert (problem.code, problem.message) == ("CPY112", f"{name} in program text")
    assert problem.location
    assert (problem.location.line, problem.location.column) == (2, 9)


HOSTILE = [
    *("\r", "\n", " ", "'", "'\"", "=", "*>", "\t", "\f", "$SET ", ">>SOURCE ", "01 A ", "10 "),
    *("       05 A PIC X".ljust(72) + "X1\n", " " * 72 + "X1.\n", "      -    'A\n", ". "),
]


@pytest.mark.parametrize(
    "lead", ["", "       CBL A(", "       EJECT", "      $SET A(", "01 A VALUE '"]
)
@pytest.mark.parametrize("source_format", ["auto", "free"])
def test_time_grows_with_the_text_and_no_more(lead: str, source_format: str) -> None:
    """100 KB take a second at most: quadratic time would show on a third of it.

    The best of three tries counts, since the garbage of other tests is collected meanwhile.
    """
    for part in HOSTILE:
        data = (lead + part * (30_000 // len(part)) + "x").encode()
        assert any(_seconds(data, source_format) < 0.3 for _ in range(3)), part[:20]


def _seconds(data: bytes, source_format: str) -> float:
    start = process_time()
    list(statements(join(source_from_bytes(data, "T", source_format).pieces)))
    return process_time() - start


@pytest.mark.parametrize("source_format", ["fixed", "variable"])
def test_free_format_read_as_another_is_one_error(source_format: str) -> None:
    text = "01 A.\n" + "".join(f"  05 B{n} PIC X VALUE 'A'.\n" for n in range(300))
    (problem,) = cut(text, source_format).problems
    assert problem.code == "CPY111"
    assert problem.message == (
        f"the text is in free format, not in {source_format} format: "
        "an entry starts before column 7 in line 1"
    )


@pytest.mark.parametrize("picture", ["$$,$$9", "$9", "$(5)9", "$Z,ZZ9", "$IF9"])
@pytest.mark.parametrize("source_format", ["fixed", "free"])
def test_a_picture_that_begins_a_line_is_no_directive(picture: str, source_format: str) -> None:
    source = cut(f"       01 A PIC\n           {picture}.\n", source_format)
    assert codes(source) == []
    assert " ".join(texts(source)[0].split()) == f"01 A PIC {picture}"


def test_a_name_with_end_exec_in_it_ends_no_statement() -> None:
    source = cut("       01 A.\n           05 END-EXEC-SW PIC X.\n           05 X-END-EXEC PIC X.")
    assert texts(source) == ["01 A", "05 END-EXEC-SW PIC X", "05 X-END-EXEC PIC X"]


def test_ebcdic_taken_for_latin_1_is_one_error() -> None:
    raw = "       01  REC.\n           05  A PIC X(5).\n".encode("cp037")
    (problem,) = source_from_bytes(raw.decode("latin-1").encode("utf-8"), "T").problems
    assert (problem.code, problem.severity) == ("CPY101", "error")
    assert problem.message.endswith("converted to UTF-8 as if it were Latin-1")


def test_card_images_of_which_the_last_has_lost_its_blanks() -> None:
    lines = ["      * A COMMENT", "       01  REC.", "           05  A PIC X(5)."]
    source = cut("".join(line.ljust(80) for line in lines).rstrip())
    assert texts(source) == ["01  REC", "05  A PIC X(5)"]
