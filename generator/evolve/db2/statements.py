"""Migration statements of the Db2 family, each from its template."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.evolve.model import Statement
from generator.relational.accepted import AcceptedTable, TableKind
from generator.relational.tables import Check, Column, Index
from generator.render import ddl
from generator.render.render import render
from generator.render.table_lines import Build, check_lines, column_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.relational.target import Target


@dataclass(frozen=True, slots=True)
class Db2:
    """A target and the SQL schema of its tables."""

    target: Target
    name: str | None  # of the schema: what `generator.render.ddl` calls a qualifier
    together: bool  # whether a statement takes several clauses

    def qualified(self, name: str) -> str:
        """With its schema."""
        return f"{self.name}.{name}" if self.name else name

    def sql(self, template: str, **view: object) -> str:
        """The text of a small template."""
        text = render(f"{self.target.name}/migrations/{template}.sql.j2", **view)
        return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))

    def statement(self, template: str, *notes: str, **view: object) -> Statement:
        """A statement from its template."""
        return Statement(ddl.in_columns(self.sql(template, **view), self.target), notes)

    def disabled(self, template: str, *notes: str, **view: object) -> Statement:
        """A statement that waits for the user's word."""
        return replace(self.statement(template, *notes, **view), disabled=True)

    def clause(self, clause: str, **view: Any) -> str:
        """A clause of ALTER TABLE."""
        return self.sql(f"clause_{clause}", **view)

    def alters(self, table: str, clauses: Sequence[str]) -> Iterator[Statement]:
        """ALTER TABLE: one statement with all clauses, or one each."""
        name = self.qualified(table)
        for group in ([clauses] if self.together else [[clause] for clause in clauses]):
            if group:
                yield self.statement("alter_table", name=name, clauses=group)

    def definition(self, column: Column, table: AcceptedTable) -> str:
        """A column as CREATE TABLE of its table defines it."""
        return column_line(column, self._build(table))

    def create(self, table: AcceptedTable) -> Iterator[Statement]:
        """CREATE TABLE, its table space before it, as in the DDL of the job."""
        view = ddl.table_view(self._build(table))
        if view.space:
            yield Statement(self._open("create_space", table=view))
        yield Statement(self._open("create_table", table=view), view.notes)

    def create_indexes(
        self, table: AcceptedTable, indexes: Iterable[Index], *, primary: bool
    ) -> Iterator[Statement]:
        """CREATE INDEX; `primary`: that of the primary key too, where the database adds none."""
        chosen = replace(table.table, indexes=tuple(indexes))
        for view in ddl.index_views(chosen, self, self.target):
            if primary or not view.of_key:
                yield Statement(self._open("create_index", index=view), (view.purpose,))

    def drop_table(self, table: AcceptedTable) -> Iterator[Statement]:
        """The table and all that is in it."""
        for drop in ddl.table_view(self._build(table)).drops:
            yield Statement(drop)

    def key_index(self, table: AcceptedTable) -> str | None:
        """The index of the primary key, where it is not the database's own."""
        views = ddl.index_views(table.table, self, self.target)
        return next((view.name for view in views if view.of_key), None)

    def _open(self, template: str, **view: object) -> str:
        """Without the terminator that the views have on their last line."""
        text = self.sql(template, **view).removesuffix(self.target.terminator)
        return ddl.in_columns(text, self.target)

    def comments(
        self, table: AcceptedTable, names: Iterable[str], *, whole: bool
    ) -> Iterator[Statement]:
        """COMMENT ON of the named columns; `whole`: of the table too."""
        chosen = frozenset(names)
        for view in ddl.comment_views(_with_retired(table).table, self, self.target):
            if view.kind == "TABLE" and not whole:
                continue
            if view.kind == "COLUMN" and view.name.rpartition(".")[2] not in chosen:
                continue
            yield self.statement("comment", comment=view)

    def all_comments(self, table: AcceptedTable) -> Iterator[Statement]:
        """COMMENT ON of a table and all its columns."""
        yield from self.comments(table, (column.name for column in table.columns), whole=True)

    def check_clause(self, table: AcceptedTable, check: Check) -> str:
        """ADD CONSTRAINT … CHECK."""
        lines = tuple(
            line.strip() for line in check_lines(check, _with_retired(table).table, self.target)
        )
        return self.clause("add_check", constraint=check.name, lines=lines)

    def outside(self, table: AcceptedTable, check: Check) -> str:
        """The condition that finds what the CHECK does not allow."""
        lines = (
            line.strip() for line in check_lines(check, _with_retired(table).table, self.target)
        )
        return self.sql("test_outside", condition=" ".join(lines).removeprefix("CHECK "))

    def _build(self, table: AcceptedTable) -> Build:
        ledger = table.kind is TableKind.RECONCILIATION
        identity = self.target.ordered_identity if ledger else self.target.identity
        return Build(_with_retired(table).table, self, self.target, identity)


def _with_retired(table: AcceptedTable) -> AcceptedTable:
    """The table as it is in the database."""
    return replace(table, table=replace(table.table, columns=table.columns), retired=())
