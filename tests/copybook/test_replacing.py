"""COPY and REPLACE against the text that the compiler sees.

The expected texts are those of `cobc -std=ibm -E`, from which a test takes them anew where the
compiler is installed.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.copybook.copying.copy import Expander
from generator.copybook.source.reference_format import read_source
from generator.copybook.source.text import join

MEMBERS = {
    "T": (
        "05 :T:-A PIC X(:LEN:).",
        "05 OLD-B, PIC 9(3);",
        "   COMP.",
        "05 C PIC 9.99.",
        "05 D PIC X(9).",
        "05 OLD-OLD-E PIC X VALUE 'OLD-B'.",
        "05 F PIC $$,$$9.99-.",
        "05 G PIC S9(4)V99 VALUE -1.5.",
        "05 H OCCURS 3 TIMES",
        "   INDEXED BY IX PIC X.",
    ),
    "N": ("05 :T:-A PIC X.", "05 OLD PIC X."),
    "O": (
        "05 :T:-O PIC X.",
        "    COPY N REPLACING ==:T:== BY ==:T:-IN==",
        "      ==OLD== BY ==NEW==.",
        "05 NEW PIC X.",
        "05 OLD PIC X.",
    ),
    "M": ("    REPLACE ==OLD== BY ==NEW==.", "05 OLD PIC X."),
    "P": ("PIC S9(7)V99 COMP-3.",),
}
CASES = [
    (
        (
            "01 R.",
            "COPY T REPLACING ==:T:== BY ==NEW== ==:LEN:== BY ==20==",
            "  LEADING ==OLD== BY ==MY==,",
            "  ==9(3) comp== BY ==X(7)==.",
            "05 L PIC X.",
        ),
        (
            "01 R. 05 NEW-A PIC X(20). 05 MY-B PIC X(7). 05 C PIC 9.99. 05 D PIC X(9). 05 "
            "MY-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE -1.5. "
            "05 H OCCURS 3 TIMES INDEXED BY IX PIC X. 05 L PIC X."
        ),
    ),
    (
        ("COPY T REPLACING ==9== BY ==X==.",),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC X(3) COMP. 05 C PIC 9.99. 05 D PIC X(X). 05 "
            "OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE "
            "-1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING TRAILING ==-E== BY ==-END==.",),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 C PIC 9.99. 05 D PIC X(9). 05 "
            "OLD-OLD-END PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE "
            "-1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING LEADING ==OLD-== BY ====.",),
        (
            "05 :T:-A PIC X(:LEN:). 05 B PIC 9(3) COMP. 05 C PIC 9.99. 05 D PIC X(9). 05 "
            "OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE -1.5. 05 "
            "H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING LEADING ==X== BY ==Y==.",),
        (
            "05 :T:-A PIC Y(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 C PIC 9.99. 05 D PIC Y(9). 05 "
            "OLD-OLD-E PIC Y VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE "
            "-1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC Y."
        ),
    ),
    (
        ("COPY T REPLACING ==9.99== BY ==ZZ==", "==$$9== BY ==Q==."),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 C PIC ZZ. 05 D PIC X(9). 05 "
            "OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE "
            "-1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING ==PIC 9.99.== BY ==PIC X.==.",),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 C PIC X. 05 D PIC X(9). 05 "
            "OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE "
            "-1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T SUPPRESS REPLACING 'OLD-B' BY 'NEW'", "PIC BY PICTURE."),
        (
            "05 :T:-A PICTURE X(:LEN:). 05 OLD-B PICTURE 9(3) COMP. 05 C PICTURE 9.99. 05 D "
            "PICTURE X(9). 05 OLD-OLD-E PICTURE X VALUE 'NEW'. 05 F PICTURE $$ $$9.99-. 05 G "
            "PICTURE S9(4)V99 VALUE -1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PICTURE X."
        ),
    ),
    (
        ("COPY T REPLACING D BY Q OF Z (3)", "OLD-B BY FN."),
        (
            "05 :T:-A PIC X(:LEN:). 05 FN PIC 9(3) COMP. 05 C PIC 9.99. 05 Q OF Z (3) PIC "
            "X(9). 05 OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 "
            "VALUE -1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING X BY Y, OLD-OLD-E BY Z", "; C BY D, D BY C."),
        (
            "05 :T:-A PIC Y(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 D PIC 9.99. 05 C PIC Y(9). 05 "
            "Z PIC Y VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE -1.5. 05 H "
            "OCCURS 3 TIMES INDEXED BY IX PIC Y."
        ),
    ),
    (
        ("COPY O REPLACING ==:T:== BY ==CU==", "==NEW== BY ==NEWER==."),
        ("05 CU-O PIC X. 05 :T:-IN-A PIC X. 05 NEW PIC X. 05 NEWER PIC X. 05 OLD PIC X."),
    ),
    (
        ("COPY O REPLACING ==OLD== BY ==OUTER==.",),
        ("05 :T:-O PIC X. 05 :T:-IN-A PIC X. 05 NEW PIC X. 05 NEW PIC X. 05 OUTER PIC X."),
    ),
    (
        (
            "REPLACE ==:T:== BY ==RR== ==OLD== BY ==REP==.",
            "01 OLD.",
            "COPY N.",
            "REPLACE OFF.",
            "COPY N.",
        ),
        ("01 REP. 05 RR-A PIC X. 05 REP PIC X. 05 :T:-A PIC X. 05 OLD PIC X."),
    ),
    (
        ("REPLACE ==:T:== BY ==RR==.", "REPLACE ALSO ==OLD== BY ==REP==.", "01 OLD.", "COPY N."),
        ("01 REP. 05 RR-A PIC X. 05 REP PIC X."),
    ),
    (("COPY M REPLACING ==OLD== BY ==ZZZ==.", "05 OLD PIC X."), ("05 ZZZ PIC X. 05 NEW PIC X.")),
    (("COPY N REPLACING ==OLD== BY ==:T:==", "==:T:== BY ==X==."), ("05 X-A PIC X. 05 :T: PIC X.")),
    (
        ("COPY N REPLACING LEADING ==OL== BY ==FOO==", "TRAILING ==LD== BY ==BAR==."),
        ("05 :T:-A PIC X. 05 FOOD PIC X."),
    ),
    (
        ("COPY N REPLACING ==OLD== BY ==NEW==", "==NEW== BY ==OLD==."),
        ("05 :T:-A PIC X. 05 NEW PIC X."),
    ),
    (
        ("01 A.", "05 B COPY P. 05 C PIC X.", "05 D OCCURS 2", "COPY P."),
        ("01 A. 05 B PIC S9(7)V99 COMP-3. 05 C PIC X. 05 D OCCURS 2 PIC S9(7)V99 COMP-3."),
    ),
    (
        ("COPY T REPLACING ==OCCURS 3 TIMES INDEXED== BY", "==OCCURS 5 INDEXED==."),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 C PIC 9.99. 05 D PIC X(9). 05 "
            "OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE "
            "-1.5. 05 H OCCURS 5 INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING ==-1.5== BY ==2==.",),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 C PIC 9.99. 05 D PIC X(9). 05 "
            "OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE 2. "
            "05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING ==V99== BY ====", "==:LEN:== BY ==5==."),
        (
            "05 :T:-A PIC X(5). 05 OLD-B PIC 9(3) COMP. 05 C PIC 9.99. 05 D PIC X(9). 05 "
            "OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4) VALUE -1.5. "
            "05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING =='OLD-B'== BY == 'it''s' ==.",),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC 9(3) COMP. 05 C PIC 9.99. 05 D PIC X(9). 05 "
            "OLD-OLD-E PIC X VALUE 'IT''S'. 05 F PIC $$ $$9.99-. 05 G PIC S9(4)V99 VALUE "
            "-1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (
        ("COPY T REPLACING ==S9(4)V99== BY ==S9(8)==", "== comp. 05 c == BY ==COMP-3. 05 CC==."),
        (
            "05 :T:-A PIC X(:LEN:). 05 OLD-B PIC 9(3) COMP-3. 05 CC PIC 9.99. 05 D PIC X(9). "
            "05 OLD-OLD-E PIC X VALUE 'OLD-B'. 05 F PIC $$ $$9.99-. 05 G PIC S9(8) VALUE "
            "-1.5. 05 H OCCURS 3 TIMES INDEXED BY IX PIC X."
        ),
    ),
    (("COPY N REPLACING OLD BY 5.",), ("05 :T:-A PIC X. 05 5 PIC X.")),
    (("COPY N REPLACING 05 BY 10.",), ("10 :T:-A PIC X. 10 OLD PIC X.")),
    (("COPY N REPLACING ==05 :T:-A PIC X.== BY ====.",), ("05 OLD PIC X.")),
    (
        ("REPLACE ==A== BY ==B==.", "01 A. 05 A-A PIC X. REPLACE OFF. 05 A PIC X."),
        ("01 B. 05 A-A PIC X. 05 A PIC X."),
    ),
    (
        (
            "REPLACE LEADING ==A-== BY ==B-==",
            "TRAILING ==-Z== BY ==-Y==.",
            "01 A. 05 A-A-Z PIC X.",
            "05 A-Z PIC X.",
        ),
        ("01 A. 05 B-A-Z PIC X. 05 B-Z PIC X."),
    ),
    (
        ("COPY N REPLACING ==PIC== BY ==PIC IS==", "==X== BY ==9(3).", "05 FOO PIC X==."),
        ("05 :T:-A PIC IS 9(3). 05 FOO PIC X. 05 OLD PIC IS 9(3). 05 FOO PIC X."),
    ),
    (
        ("COPY N REPLACING ==old== BY ==NEW==", "PIC BY PICTURE."),
        ("05 :T:-A PICTURE X. 05 NEW PICTURE X."),
    ),
    (("COPY N OF LIB REPLACING OLD BY NEW.",), ("05 :T:-A PIC X. 05 NEW PIC X.")),
    (
        ("REPLACE ==X== BY ==9==. 01 A PIC X.", "REPLACE ==9== BY ==X==. 01 B PIC 9."),
        ("01 A PIC 9. 01 B PIC X."),
    ),
]


def write(folder: Path, lines: tuple[str, ...]) -> Path:
    for name, text in (*MEMBERS.items(), ("ROOT", lines)):
        (folder / f"{name}.cpy").write_text("".join(f"       {line}\n" for line in text))
    return folder / "ROOT.cpy"


def flat(text: str) -> str:
    """In capitals, with single blanks, without separators and blanks in front of periods."""
    return re.sub(r" \.(?= |$)", ".", re.sub(r"[\s,;]+", " ", text).strip()).upper()


def expanded(path: Path) -> str:
    text = join(read_source(str(path)).pieces)
    return flat(Expander([], "auto").expand(str(path), text).text.string)


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_the_text_is_that_of_the_compiler(
    tmp_path: Path, lines: tuple[str, ...], expected: str
) -> None:
    assert expanded(write(tmp_path, lines)) == flat(expected)


@pytest.mark.skipif(shutil.which("cobc") is None, reason="cobc is not installed")
@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_the_compiler_says_so(tmp_path: Path, lines: tuple[str, ...], expected: str) -> None:
    root = write(tmp_path, lines)
    command = ["cobc", "-std=ibm", "-E", "-I", str(tmp_path), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    text = "\n".join(line for line in done.stdout.splitlines() if not line.startswith("#"))
    assert flat(text) == flat(expected)
