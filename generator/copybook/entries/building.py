"""From the clauses of an entry to the entry: constants put in, what is no IBM COBOL named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.copybook.dialect import IBM, Dialect
from generator.copybook.entries import diagnose
from generator.copybook.entries.clauses import (
    MIXED,
    NAMED,
    Clause,
    Form,
    Parsed,
    Table,
    Usage,
    integer,
)
from generator.copybook.entries.entry import CONSTANT, Clauses, Entry, Word
from generator.copybook.entries.usages import UsageWord
from generator.copybook.fields import Occurs, Value, ValueRange
from generator.copybook.fields import Usage as FieldUsage
from generator.copybook.source.text import Line, Piece, Statement, Text
from generator.copybook.support.treatment import Treatment
from generator.problems import Problem

_PARENTHESIS = re.compile(r"\(([A-Z0-9_-]*[A-Z][A-Z0-9_-]*)\)")
_FOREIGN = {"based": "BASED", "constant_record": "CONSTANT RECORD"}
_WITHOUT_FIELD = frozenset(("based", "constant_record", "date_format", "property"))
_PLAIN = frozenset(
    (
        *("redefines", "picture", "byte_length", "sign", "synchronized", "justified"),
        *("blank_when_zero", "external", "global_", "volatile", "renames", "typedef"),
    )
)
_SIGNED_WORDS = re.compile("BINARY-(?:CHAR|SHORT|LONG|DOUBLE|C-LONG|INT|LONG-LONG)$")
_NUMBER_LITERALS = {"number-hex": ("H", 16), "number-bits": ("B", 2)}


def form_of(written: Sequence[Clause], string: str) -> Form:
    """The clauses that `string` holds, with what they come to if that holds in any copybook."""
    picture = next((value.text for clause, _, value in written if clause == "picture"), "")
    if _PARENTHESIS.search(picture):
        return Form(tuple(written))  # it may hold a constant
    form = Form(tuple(written))
    problems: list[Problem] = []
    alone = Statement(Text(string, (0,), (Piece(string, Line("", 1, string), 1),)), 0, string)
    entry = Builder(problems, IBM).entry(alone, Parsed(1, None, form))
    return form if problems or entry.level == CONSTANT else Form(form.written, entry.clauses)


@dataclass(slots=True)
class Builder:
    """Makes the entries of one copybook; local to the parser."""

    problems: list[Problem]
    dialect: Dialect
    constants: dict[str, Value] = field(default_factory=dict)

    def entry(self, statement: Statement, parsed: Parsed) -> Entry:
        """The entry that a statement describes."""
        level, name, form, shift = parsed
        if form.clauses is None or (name and diagnose.is_suspect(name.text)):
            return self._with_findings(statement, parsed)
        entry = Entry(statement, level, name, form.clauses, shift)
        if level == CONSTANT:
            self._define(entry)
        return entry

    def _with_findings(self, statement: Statement, parsed: Parsed) -> Entry:
        """An entry about which something may have to be said."""
        level, name, _, shift = parsed
        known = len(self.problems)
        given, places = self._once(statement, parsed)
        if "constant" in given:
            level = CONSTANT
        draft = Entry(statement, level, name, Clauses(places), shift)
        if not given.keys() <= _PLAIN:
            self._settle(draft, given)
        if "picture" in given:
            given["picture"] = self._picture(given["picture"])
        if name and diagnose.is_suspect(name.text):
            self.problems += diagnose.name_problems(statement, name, self.dialect)
        found = (problem.code for problem in self.problems[known:])
        broken = diagnose.REFUSED in found
        entry = draft._replace(clauses=Clauses(places, **given), broken=broken)
        if level == CONSTANT:
            self._define(entry)
        return entry

    def _define(self, entry: Entry) -> None:
        value = entry.clauses.value
        if entry.name and value:
            if self.constants.get(entry.name.text, value) != value:
                self.problems.append(diagnose.constant_again(entry))
            self.constants[entry.name.text] = value

    def _once(self, statement: Statement, parsed: Parsed) -> tuple[dict[str, Any], dict[str, int]]:
        """The values of the clauses and their places, each clause once."""
        given: dict[str, Any] = {}
        places: dict[str, int] = {}
        for clause, at, value in parsed.form.written:
            if clause in places:
                self._twice(statement, clause, at + parsed.shift)
                continue
            places[clause] = at
            given[clause] = value
        return given, places

    def _settle(self, draft: Entry, given: dict[str, Any]) -> None:
        """Put in constants and the table of usages; name what is not Enterprise COBOL's."""
        for clause in given.keys() & _FOREIGN.keys():
            self.problems.append(diagnose.dialect_clause(draft, clause, _FOREIGN[clause]))
        for clause in given.keys() & _WITHOUT_FIELD:
            del given[clause]
        for clause in given.keys() & {"type_of", "same_as"}:
            given["pattern"] = given.pop(clause)
        if "constant" in given:
            given["values"] = given.pop("constant")
        if "usage" in given:
            self._usage(draft, given)
        if "group_usage" in given:
            given["group_usage"] = self._group_usage(draft, given["group_usage"])
        if "values" in given or "false_value" in given:
            self._values(draft, given)
        if "occurs" in given:
            self._occurs(draft, given)

    def _twice(self, statement: Statement, clause: str, at: int) -> None:
        word = clause.upper().strip("_").replace("_", " ").replace("VALUES", "VALUE")
        message = f"{word} is given twice in this entry"
        where = statement.location(at, len(word))
        self.problems.append(Problem("CPY312", message, where, "keep one of the two"))

    def _usage(self, draft: Entry, given: dict[str, Any]) -> None:
        """USAGE as the table of usages.py has it."""
        clause: Usage = given["usage"]
        word = clause.word
        given["usage"] = word.usage
        given["unsigned"] = word.unsigned or clause.sign == "UNSIGNED"
        if word.treatment is not Treatment.LAID_OUT:
            self.problems.append(diagnose.usage_problem(draft, word))
        if clause.sign and not _SIGNED_WORDS.match(word.word):
            message = f"{clause.sign} does not go with {word.word}"
            hint = "it belongs to BINARY-CHAR, BINARY-SHORT, BINARY-LONG and BINARY-DOUBLE"
            self.problems.append(draft.problem("CPY305", message, "usage", hint))

    def _group_usage(self, draft: Entry, word: UsageWord) -> FieldUsage | None:
        if word.usage not in (FieldUsage.NATIONAL, FieldUsage.UTF_8):
            message = f"GROUP-USAGE is NATIONAL or UTF-8, not {word.word}"
            hint = "take GROUP-USAGE out, or write USAGE"
            self.problems.append(draft.problem("CPY305", message, "group_usage", hint))
        return word.usage

    def _values(self, draft: Entry, given: dict[str, Any]) -> None:
        """Literals, with the constants among them replaced by what they stand for."""
        values: tuple[ValueRange, ...] = given.get("values", ())
        if any(_is_open(each.low) or _is_open(each.high) for each in values):
            given["values"] = tuple(
                ValueRange(
                    self._literal(draft, each.low, "values"),
                    each.high and self._literal(draft, each.high, "values"),
                )
                for each in values
            )
        false = given.get("false_value")
        if false is not None and _is_open(false):
            given["false_value"] = self._literal(draft, false, "false_value")

    def _literal(self, draft: Entry, value: Value, clause: str) -> Value:
        if value.kind == NAMED:
            return self._constant(draft, value.text, clause) or Value("figurative", "NULL")
        if value.kind in _NUMBER_LITERALS:
            letter, base = _NUMBER_LITERALS[value.kind]
            self.problems.append(diagnose.numeric_notation(draft, clause, letter))
            return Value("numeric", _in_decimal(value.text, base))
        if value.kind == MIXED:
            self.problems.append(diagnose.mixed_literal(draft, clause))
        return value

    def _constant(self, draft: Entry, name: str, clause: str) -> Value | None:
        value = self.constants.get(name)
        if value is None:
            self.problems.append(diagnose.no_constant(draft, name, clause))
        return value

    def _picture(self, word: Word) -> Word:
        """X(N) with the constant N replaced by its number."""
        if not self.constants or "(" not in word.text:
            return word

        def number(found: re.Match[str]) -> str:
            value = self.constants.get(found[1])
            return f"({value.text})" if value and value.text.isdigit() else found[0]

        return Word(_PARENTHESIS.sub(number, word.text), word.at)

    def _occurs(self, draft: Entry, given: dict[str, Any]) -> None:
        """OCCURS m TO n; without TO the minimum is 1 when DEPENDING ON is given.

        (Enterprise COBOL Language Reference, "OCCURS DEPENDING ON clause".)
        """
        table: Table = given["occurs"]
        if len(table.depending) > 1:
            message = "DEPENDING ON is given twice in this entry"
            where = draft.place(table.depending[1])
            self.problems.append(Problem("CPY312", message, where, "keep one of the two"))
        if table.unbounded:
            at = table.unbounded.at + draft.shift
            self.problems.append(diagnose.refusal(draft.statement, at, "UNBOUNDED"))
        counts = [self._count(draft, count) for count in table.counts] or [1]
        depending = table.depending[0] if table.depending else None
        maximum = max(counts[-1], 1) if table.unbounded else counts[-1]
        minimum = counts[0] if len(counts) > 1 or not depending else 1
        given["depending_on"] = depending
        text = depending.text if depending else None
        given["occurs"] = Occurs(minimum, maximum, text, table.keys, table.indexes)

    def _count(self, draft: Entry, count: int | Word) -> int:
        if isinstance(count, int):
            return count
        value = self._constant(draft, count.text, "occurs")
        if value is None:
            return 1
        if value.kind == "numeric" and value.text.isdigit():
            return integer(value.text)
        message = f"{draft.title}: OCCURS {count.text}, which is no integer"
        hint = f"give {count.text} a number as its value"
        self.problems.append(draft.problem("CPY314", message, "occurs", hint))
        return 1


def _in_decimal(digits: str, base: int) -> str:
    try:
        return str(int(digits, base))
    except ValueError:
        return "0"


def _is_open(value: Value | None) -> bool:
    return value is not None and (value.kind in (NAMED, MIXED) or value.kind in _NUMBER_LITERALS)
