"""How COPY, REPLACE, EXEC and what stands around the records are treated: rows of the table."""

from __future__ import annotations

from generator.copybook.support.treatment import Row, Treatment

_COPY = "Language Reference, COPY statement"
_REPLACE = "Language Reference, REPLACE statement"
_SQL = "Programming Guide, Coding SQL statements"
_FILES = "Language Reference, FILE SECTION"


def _row(  # noqa: PLR0913, PLR0917 - the columns of the table
    key: str,
    form: str,
    treatment: Treatment,
    note: str,
    reference: str = _COPY,
    code: str | None = None,
    words: tuple[str, ...] = (),
) -> Row:
    return Row(key, "copy", form, treatment, note, reference, code, words)


COPY: tuple[Row, ...] = (
    _row(
        "copy",
        "COPY member [OF library] [SUPPRESS]",
        Treatment.LAID_OUT,
        "nested; a word or a literal in any case, with the usual extensions; a library is a folder",
    ),
    _row(
        "copy-inside-entry",
        "COPY inside an entry",
        Treatment.LAID_OUT,
        "wherever a word may stand",
    ),
    _row(
        "copy-replacing",
        "REPLACING ==text== BY ==text==, words, literals, identifiers",
        Treatment.LAID_OUT,
        "several pairs, also across lines; what is put in is not replaced again",
    ),
    _row(
        "copy-replacing-partial",
        "REPLACING LEADING, TRAILING ==part== BY ==part==",
        Treatment.LAID_OUT,
        "the beginning or the end of words",
    ),
    _row(
        "placeholder",
        "unreplaced :TAG:, (TAG), &TAG&, @TAG@, ==TAG==",
        Treatment.OPTION,
        "--replacing, or replacing: in job.yaml; one error for each placeholder",
        code="CPY204",
    ),
    _row(
        "replace",
        "REPLACE ==text== BY ==text== ... ., REPLACE OFF.",
        Treatment.LAID_OUT,
        "up to the next REPLACE, after all COPY statements",
        _REPLACE,
    ),
    _row(
        "replace-also",
        "REPLACE ALSO, REPLACE LAST OFF",
        Treatment.DIALECT,
        "carried out",
        "ISO COBOL 2002, REPLACE statement",
        "CPY904",
    ),
    _row(
        "sql-include",
        "EXEC SQL INCLUDE member END-EXEC",
        Treatment.LAID_OUT,
        "as COPY; a member of DCLGEN, too",
        _SQL,
    ),
    _row(
        "sql-include-system",
        "EXEC SQL INCLUDE SQLCA, SQLDA",
        Treatment.LEFT_OUT,
        "unless a library has the member",
        _SQL,
        "CPY905",
    ),
    _row(
        "exec",
        "EXEC SQL DECLARE ... TABLE and other EXEC ... END-EXEC",
        Treatment.LEFT_OUT,
        "describes no storage",
        _SQL,
        "CPY905",
    ),
    _row(
        "exec-without-end",
        "EXEC without END-EXEC",
        Treatment.REFUSED,
        "it is not known where the block ends",
        _SQL,
        "CPY205",
        ("EXEC",),
    ),
    _row(
        "file-description",
        "FD, SD with their clauses",
        Treatment.LEFT_OUT,
        "the records behind it share their storage and know their file",
        _FILES,
        "CPY906",
    ),
    _row(
        "report-description",
        "RD, CD",
        Treatment.REFUSED,
        "a report or a communication description has no records",
        "ISO COBOL 1985, REPORT SECTION, COMMUNICATION SECTION",
        "CPY902",
        ("RD", "CD"),
    ),
    _row(
        "program",
        "a whole program, or sections of its DATA DIVISION",
        Treatment.OPTION,
        "--program: the records of FILE, WORKING-STORAGE, LOCAL-STORAGE and LINKAGE SECTION; "
        "DECIMAL-POINT, CURRENCY SIGN and DEBUGGING MODE as it says",
        "Language Reference, Data division",
        "CPY306",
    ),
    _row(
        "program-other-sections",
        "REPORT, SCREEN, COMMUNICATION SECTION of a program",
        Treatment.LEFT_OUT,
        "they have no records",
        "ISO COBOL 2002, REPORT SECTION, SCREEN SECTION",
        "CPY907",
    ),
    _row(
        "procedure-code",
        "statements of the PROCEDURE DIVISION",
        Treatment.REFUSED,
        "a copybook of statements describes no data",
        "Language Reference, Procedure division",
        "CPY307",
    ),
)
