"""Lines that speak to the compiler: directives, listing control, options, library control.

Enterprise COBOL for z/OS Language Reference, "Compiler-directing statements" and "Compiler
directives"; the forms with $ are Micro Focus's. What may change the program text is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.copybook.dialect import Dialect
from generator.copybook.source.detect import directive

LISTING = re.compile(
    r"\s*(?:(?:EJECT|SKIP[123]|TITLE\s+(?:'[^']*'|\"[^\"]*\"))(?:\s*\.)?|\*(?:CBL|CONTROL)\b.*)",
    re.IGNORECASE,
)
"""A statement that controls the listing, alone on its line; it has no effect.

The line comes without blanks at its end.
"""

_WORD = re.compile(r"(>>|\$)\s*([A-Z0-9-]+)", re.IGNORECASE)
_WORDED = re.compile(
    r"(?:.{7})?? *((?:>>|\$) ?(?:SOURCE|SET|IF|ELIF|ELSE|END|EVALUATE|WHEN|DEFINE|PAGE|LISTING|TURN"
    r"|DISPLAY|REGION)\b)",
    re.IGNORECASE,
)
_HARMLESS = frozenset(
    (
        *("CALLINT", "CALLINTERFACE", "DISPLAY", "FLAG-02", "FLAG-14", "FLAG-85", "INLINE"),
        *("JAVA-CALLABLE", "JAVA-SHAREABLE", "LEAP-SECOND", "LISTING", "NOINLINE", "PAGE"),
        *("PROPAGATE", "TURN"),
    )
)
_HARMLESS_MF = frozenset(("DISPLAY", "END-REGION", "PAGE", "REGION", "TITLE", "XFD"))
_HARMLESS_SET = frozenset(
    (
        *("ANIM", "BOUND", "CONFIRM", "COPYEXT", "COPYLIST", "CSI", "ECHO", "ERRQ", "FLAG"),
        *("FLAGSTD", "FORM", "GNT", "INFORETURN", "INT", "LINE-COUNT", "LIST", "LISTPATH"),
        *("LISTWIDTH", "OPT", "PRINT", "QUERY", "REF", "RESEQ", "SOURCEFORMAT", "TIME"),
        *("TRACE", "VERBOSE", "WARNING", "WARNINGS", "XREF"),
    )
)
_CONDITIONAL = ("IF", "EVALUATE", "DEFINE")
_BRANCHES = ("ELSE", "ELIF", "ELSE-IF", "END-IF", "WHEN", "END-EVALUATE", "END")
_SETTING = re.compile(r"([A-Z][A-Z0-9-]*)(?:\s*(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(?:.{6} )??\s*(?:(?P<options>CBL|PROCESS)(?:\s+(?P<list>[A-Z].*)|\s*$)"
    r"|(?P<library>BASIS(?=\s+['\"\w])|(?:INSERT|DELETE)(?=\s+\d)|\+\+INCLUDE\b|-INC\b))",
    re.IGNORECASE,
)
_OPTION = re.compile(r"([A-Z0-9-]+)\s*(?:\(([^()]*)\))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is refused: its offset in the line and its width, what is said, and what to do."""

    at: int
    width: int
    message: str
    hint: str


def directive_at(text: str, *, free: bool = False) -> int | None:
    """The offset of `>>` or `$` when a line is a directive.

    Column 7 is the place for `$` in fixed format; elsewhere it begins a directive only with a word
    of one, since PICTUREs begin with it as well.
    """
    if text[6:7] == "$" and not free:
        return 6
    if ">>" not in text and "$" not in text:
        return None
    area = 0 if free else 6
    if text[area:].lstrip().startswith(">>"):
        return text.index(">>", area)
    found = _WORDED.match(text)
    return found.start(1) if found else None


def is_debugging(text: str, at: int) -> bool:
    """Whether the directive is >>D, which makes the rest of its line a debugging line."""
    return text[at : at + 3].upper() == ">>D" and text[at + 3 : at + 4] in ("", " ")


def is_condition(text: str, at: int) -> bool:
    """Whether the directive begins a conditional compilation."""
    found = _WORD.match(text, at)
    return found is not None and found[2].upper() in _CONDITIONAL


def is_branch(text: str, at: int) -> bool:
    """Whether the directive goes on with a conditional compilation that was refused before."""
    found = _WORD.match(text, at)
    return found is not None and found[2].upper() in _BRANCHES


def refused(text: str, at: int) -> Refusal | None:
    """Why a directive is not obeyed, or nothing when it is or changes nothing in the data."""
    if directive(text):
        return None
    found = _WORD.match(text, at)
    if found is None:
        return Refusal(at, 1, "a compiler directive without a word", _HINT_DIRECTIVE)
    name, word = f"{found[1]}{found[2].upper()}", found[2].upper()
    width = found.end() - at
    if word in _CONDITIONAL or word in _BRANCHES:
        message = f"{name}: conditional compilation is not carried out"
        return Refusal(at, width, message, _HINT_CONDITIONAL)
    if word == "SET":
        return _refused_setting(text, found.end())
    if word == "SOURCE":
        message = f"{text[at:].strip()}: no source format that cobrepo reads"
        return Refusal(at, len(text[at:].strip()), message, "FREE, FIXED or VARIABLE")
    if word in (_HARMLESS if found[1] == ">>" else _HARMLESS_MF):
        return None
    message = f"{name} is no compiler directive that cobrepo knows"
    return Refusal(at, width, message, _HINT_DIRECTIVE)


def _refused_setting(text: str, start: int) -> Refusal | None:
    for found in _SETTING.finditer(text, start):
        word = found[1].upper()
        if word not in _HARMLESS_SET and word.removeprefix("NO") not in _HARMLESS_SET:
            message = f"$SET {word}: a setting that may change the layout"
            return Refusal(found.start(), len(found[0]), message, _HINT_DIRECTIVE)
    return None


def options_of(text: str, dialect: Dialect) -> tuple[str, Refusal | None]:
    """What a line with a statement to the compiler is: "options", "library" or nothing.

    CBL and PROCESS give compiler options; those that decide on bytes come back when the dialect
    does not have them. BASIS, INSERT, DELETE and the INCLUDE of library systems come back refused.
    """
    found = _STATEMENT.match(text)
    if found is None:
        return "", None
    if found["library"]:
        word = found["library"].upper()
        message = f"{word}: changes of a library's source are not carried out"
        return "library", Refusal(found.start("library"), len(word), message, _HINT_LIBRARY)
    for option in _OPTION.finditer(text, found.start("list")) if found["list"] else ():
        missing = _missing(option[1].upper(), (option[2] or "").strip().upper(), dialect)
        if missing:
            message = f"{found['options'].upper()} {option[0].upper()} is not taken from the text"
            return "options", Refusal(option.start(), len(option[0]), message, missing)
    return "options", None


def _missing(option: str, value: str, dialect: Dialect) -> str | None:
    """What to do about an option of the compiler that the dialect does not have."""
    if option in ("ARITH", "AR"):
        return _switch("--arith extend", dialect.arith_extend, value in ("EXTEND", "E"))
    if option == "LP":
        return _switch("--lp 64", dialect.lp64, value == "64")
    if option in ("CURRENCY", "CURR"):
        same = value.strip("'\"") == dialect.currency
        return None if same else "give the currency sign with --currency if PICTUREs hold it"
    if option in ("NSYMBOL", "NS") and value in ("DBCS", "D"):
        return "write USAGE DISPLAY-1 or PICTURE G for DBCS items"
    return None


def _switch(name: str, given: bool, wanted: bool) -> str | None:  # noqa: FBT001 - two facts
    if given == wanted:
        return None
    return f"say {name} if the program is compiled so" if wanted else f"leave out {name}"


_HINT_CONDITIONAL = (
    "give the text that the compiler sees: take out the directives and the branches that do "
    "not apply"
)
_HINT_DIRECTIVE = "take the line out of the copybook if it has no effect on the data"
_HINT_LIBRARY = "give the member as it is after them, or use COPY"
